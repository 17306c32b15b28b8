"""Parquet: documents as rows of a table with a schema of its own, blocks nested on request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from cleancorpus.errors import missing_extra

_ROWS, _CHARACTERS = 2_000, 16_000_000
"""Most in a row group: with blocks 2,000 pages have some 10 MB, and a book in every row would have gigabytes."""
_FIELDS = ("title", "date", "language", "url", "hostname", "sitename", "page_type", "outcome", "message", "kind", "encoding")
_BLOCK = ("text", "role", "kept", "score", "reason")


def check_parquet() -> None:
    """Raise before anything is read where Parquet cannot be written.

    Raises:
        OptionError: pyarrow is not installed.
    """
    _import_pyarrow()


def write_parquet(file: IO[bytes], records: Iterable[Mapping[str, Any]], *, blocks: bool) -> None:
    """A table of records as `to_record` gives them.

    Columns: ``id``, ``text``, the metadata that is asked for most as columns of their own, ``authors``, ``metadata`` and
    ``source`` (all of it, as JSON) and with ``blocks`` a list of ``text``, ``role``, ``kept``, ``score``, ``reason``, ``start``
    and ``end``.
    """
    pyarrow, parquet = _import_pyarrow()
    schema = _schema(pyarrow, blocks=blocks)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _row_groups(_to_row(record, blocks=blocks) for record in records):
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))


def _row_groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows in groups that memory holds, by what is in them alone; one that may be empty at the end."""
    group: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        group.append(row)
        size += sum(len(row[name] or "") for name in ("text", "metadata", "source"))
        size += sum(_BLOCK_COST + len(block["text"]) for block in row.get("blocks", ()))
        if len(group) == _ROWS or size >= _CHARACTERS:
            yield group
            group, size = [], 0
    yield group


_BLOCK_COST = 400  # of a block without its text, in Python


def _import_pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa  # noqa: PLC0415  heavy, and an extra
        import pyarrow.parquet as pq  # noqa: PLC0415  as above
    except ImportError as error:
        raise missing_extra("output as Parquet", "parquet", error) from error
    return pa, pq


def _schema(pyarrow: Any, *, blocks: bool) -> Any:
    text, texts = pyarrow.string(), pyarrow.list_(pyarrow.string())
    fields = [
        ("id", text),
        ("text", text),
        *((name, text) for name in _FIELDS),
        ("authors", texts),
        ("metadata", text),
        ("source", text),
    ]
    if blocks:
        kinds = {"kept": pyarrow.bool_(), "score": pyarrow.float64()}
        block = [(name, kinds.get(name, text)) for name in _BLOCK]
        fields.append(("blocks", pyarrow.list_(pyarrow.struct([*block, ("start", pyarrow.int64()), ("end", pyarrow.int64())]))))
    return pyarrow.schema(fields)


def _to_row(record: Mapping[str, Any], *, blocks: bool) -> dict[str, Any]:
    metadata = record["metadata"]
    row = {
        "id": record["id"],
        "text": record["text"],
        **{name: metadata[name] for name in _FIELDS},
        "authors": metadata["authors"],
    }
    row["metadata"] = json.dumps(metadata, ensure_ascii=False)
    row["source"] = json.dumps(record["source"], ensure_ascii=False) if "source" in record else None
    if blocks:
        row["blocks"] = [
            {name: block[name] for name in _BLOCK} | dict(zip(("start", "end"), block["span"] or (None, None), strict=True))
            for block in record["blocks"]
        ]
    return row
