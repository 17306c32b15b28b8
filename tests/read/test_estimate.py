"""Estimate: about as many records as there are, from a look at the file."""

from __future__ import annotations

import gzip
import json
import random
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from cleancorpus.read.estimate import estimate_records

WORDS = "harbour ferry winter tide lamp rope gull market clock brass".split()


def rows(count: int) -> bytes:
    """JSON lines of some hundred bytes each."""
    drawn = random.Random(3)
    return b"".join(
        json.dumps({"id": str(number), "text": " ".join(drawn.choices(WORDS, k=60))}).encode() + b"\n" for number in range(count)
    )


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
@pytest.mark.parametrize("count", [10, 60_000])
def test_lines_are_known_by_their_size(ending: str, count: int, tmp_path: Path) -> None:
    """Unpacked; a large file is not read to its end."""
    data = rows(count)
    packed = {"": data, ".gz": gzip.compress(data, 1), ".zst": zstandard.compress(data)}[ending]
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(packed)
    found = estimate_records(str(path), ".jsonl", len(data) / count)
    assert found == pytest.approx(count, rel=0.05)


def test_tables_and_archives_say_it_themselves(tmp_path: Path) -> None:
    """Exactly; only pages count in a zip."""
    pq.write_table(pa.table({"text": ["x"] * 321}), tmp_path / "a.parquet")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("a.html", "b/c.txt", "d.png"):
            archive.writestr(name, "x")
    assert estimate_records(str(tmp_path / "a.parquet"), ".parquet", 1.0) == 321
    assert estimate_records(str(tmp_path / "a.zip"), ".zip", 1.0) == 2


def test_what_is_not_known(tmp_path: Path) -> None:
    """A page is one; standard input, and what cannot be read, nobody knows."""
    (tmp_path / "a.parquet").write_bytes(b"no table")
    assert estimate_records("any.html", ".html", 5.0) == 1
    assert estimate_records("-", ".jsonl", 5.0) is None
    assert estimate_records(str(tmp_path / "nowhere.jsonl"), ".jsonl", 5.0) is None
    assert estimate_records(str(tmp_path / "a.parquet"), ".parquet", 5.0) is None
