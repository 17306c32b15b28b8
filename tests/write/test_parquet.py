"""Parquet: a table with a schema of its own, the same bytes every time."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

import cleancorpus
from cleancorpus.write.jsonl import to_record
from cleancorpus.write.parquet import write_parquet

pytest.importorskip("pyarrow", reason="Parquet is not installed: pip install 'cleancorpus[parquet]'")
import pyarrow.parquet as pq

PAGE = "<html><title>Ice holds</title><body><h1>Ice holds</h1><p>By Anna Kessler, 3 May 2021</p><p>{}</p></body></html>"
PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."


def table(count: int, *, blocks: bool = False, source: dict[str, Any] | None = None) -> tuple[bytes, list[dict[str, Any]]]:
    """The bytes and the rows of some documents."""
    document = cleancorpus.clean(PAGE.format(PROSE))
    file = io.BytesIO()
    write_parquet(
        file, (to_record(str(number), document, blocks=blocks, source=source) for number in range(count)), blocks=blocks
    )
    rows: list[dict[str, Any]] = pq.read_table(io.BytesIO(file.getvalue())).to_pylist()
    return file.getvalue(), rows


def test_rows_hold_text_and_metadata() -> None:
    """What is asked for most has columns; the whole stands beside it as JSON."""
    _, rows = table(2, source={"crawl": "x"})
    assert [row["id"] for row in rows] == ["0", "1"]
    row = rows[0]
    assert (row["text"], row["title"], row["authors"], row["date"]) == (PROSE, "Ice holds", ["Anna Kessler"], "2021-05-03")
    assert json.loads(row["metadata"])["outcome"] == row["outcome"]
    assert (json.loads(row["metadata"])["profile"], row["source"]) == ("article", '{"crawl": "x"}')
    assert "blocks" not in rows[0]


def test_blocks_are_nested_on_request() -> None:
    """Each with role, reason and place in the source."""
    blocks = table(1, blocks=True)[1][0]["blocks"]
    assert [block["role"] for block in blocks][:1] == ["title"]
    assert PAGE.format(PROSE)[blocks[0]["start"] : blocks[0]["end"]] == "Ice holds"
    assert set(blocks[0]) == {"text", "role", "kept", "score", "reason", "start", "end"}


def test_more_rows_than_a_group_holds() -> None:
    """Nothing is lost between groups; the same documents are the same bytes."""
    raw, rows = table(4_100)
    assert [row["id"] for row in rows] == [str(number) for number in range(4_100)]
    assert table(4_100)[0] == raw


def test_no_rows_are_a_table_all_the_same() -> None:
    """With its columns."""
    raw, rows = table(0)
    assert rows == []
    assert "text" in pq.read_table(io.BytesIO(raw)).column_names


def test_a_group_holds_no_more_text_than_memory_does() -> None:
    """Long texts make groups of few rows; the same rows in order."""
    document = cleancorpus.clean(PROSE * 50_000, kind="text")
    assert len(document.text) > 4_000_000
    file = io.BytesIO()
    write_parquet(file, (to_record(str(number), document) for number in range(9)), blocks=False)
    found = pq.ParquetFile(io.BytesIO(file.getvalue()))
    assert [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)] == [4, 4, 1]
    assert found.read(["id"]).to_pydict() == {"id": [str(number) for number in range(9)]}


def test_what_records_say_of_themselves_counts_too() -> None:
    """It stands in the table as well."""
    document = cleancorpus.clean(PROSE, kind="text")
    file = io.BytesIO()
    write_parquet(file, (to_record(str(number), document, source={"note": "x" * 5_000_000}) for number in range(6)), blocks=False)
    found = pq.ParquetFile(io.BytesIO(file.getvalue()))
    assert [found.metadata.row_group(number).num_rows for number in range(found.num_row_groups)] == [4, 2]
