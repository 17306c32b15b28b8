"""Rows: JSON lines, CSV, TSV and Parquet, one record a row; columns are chosen by name."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from cleancorpus.errors import missing_extra
from cleancorpus.normalise.surrogates import join_surrogates
from cleancorpus.packing import plain_suffix
from cleancorpus.read.streams import Stream
from cleancorpus.record import Record

TSV = ".tsv"
_DEEPEST = 64
_BATCH = 8  # rows of a Parquet table in memory at a time: a page may have 20 MB


@dataclass(frozen=True, slots=True)
class Keys:
    """Names of the columns or keys."""

    text: str = "text"
    html: str = "html"
    """Taken before `text` where a row has both."""
    id: str = "id"
    url: str = "url"


def read_jsonl(stream: Stream, name: str, keys: Keys, max_bytes: int) -> Iterator[Record]:
    """A record for each line that is not blank; one that is no object, or has no text, has a problem."""
    most = 2 * max_bytes + (1 << 16)  # escapes
    number = 0
    while line := stream.line(most):
        number += 1
        fallback = f"{name}:{number}"
        if not line.endswith(b"\n") and len(line) >= most:
            size = len(line) + _skip_line(stream)
            yield Record(fallback, b"", problem=f"line {number} has {size:,} bytes, the limit is {most:,}")
        elif line.strip():
            yield _from_json(line, fallback, number, keys)
    if stream.lost:
        yield stream.lost_record(name)


def _skip_line(stream: Stream) -> int:
    size = 0
    while piece := stream.line(1 << 16):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def _from_json(line: bytes, fallback: str, number: int, keys: Keys) -> Record:
    try:
        row = json.loads(line.decode("utf-8-sig", "replace"))
        if isinstance(row, dict):
            return to_record(row, fallback, keys)
    except (ValueError, RecursionError) as error:  # nested too deep to be read, or to be written again
        return Record(fallback, b"", problem=f"line {number} is no JSON: {error}")
    return Record(fallback, b"", problem=f"line {number} holds {type(row).__name__}, not an object")


def to_record(row: Mapping[str, Any], fallback: str, keys: Keys) -> Record:
    """A row as a record. Its metadata is all that is neither text nor name; an object or JSON under ``metadata`` is unfolded."""
    own, url = row.get(keys.id), row.get(keys.url)
    name = join_surrogates(str(own)) if isinstance(own, (str, int)) and str(own) else fallback
    present = [key for key in (keys.html, keys.text) if key in row]
    key = next((key for key in present if row[key]), present[0] if present else None)
    if key is None or not isinstance(row[key], (str, bytes, type(None))):
        return Record(name, b"", problem=_describe(row, key, keys))
    known = _unfold({name: value for name, value in row.items() if name not in {keys.text, keys.html, keys.id, keys.url}})
    return Record(
        id=name,
        source=row[key] or "",
        url=join_surrogates(url) if isinstance(url, str) and url else None,
        kind="html" if key == keys.html and key != keys.text else "text",
        metadata={name: json.dumps(value) if _is_deep(value) else value for name, value in known.items()},
    )


def _is_deep(value: Any) -> bool:
    """Whether a value is nested so deep that not everything can write it again; it is kept as the JSON it came from."""
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for item in level if isinstance(item, (dict, list)) for inner in _inside(item)]
        if not level:
            return False
    return True


def _inside(item: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return item.values() if isinstance(item, dict) else item


def _describe(row: Mapping[str, Any], key: str | None, keys: Keys) -> str:
    if key is not None:
        return f"{key!r} holds {type(row[key]).__name__}, not text"
    known = ", ".join(map(repr, list(row)[:12])) or "nothing"
    return f"has neither {keys.html!r} nor {keys.text!r} but {known}; name the key with --html-key or --text-key"


def _unfold(rest: dict[str, Any]) -> dict[str, Any]:
    inner = rest.get("metadata")
    if isinstance(inner, str):
        try:
            inner = json.loads(inner)
        except (ValueError, RecursionError):
            return rest
    if not isinstance(inner, dict):
        return rest
    return {**{name: value for name, value in rest.items() if name != "metadata"}, **inner}


def read_csv(stream: Stream, name: str, keys: Keys, max_bytes: int) -> Iterator[Record]:
    """A record for each row below the header of a CSV or TSV file."""
    csv.field_size_limit(2 * max_bytes)
    lines = (line.decode("utf-8-sig" if at == 0 else "utf-8", "replace") for at, line in enumerate(_lines(stream, 4 * max_bytes)))
    separator = "\t" if plain_suffix(name) == TSV else ","
    rows = csv.DictReader(lines, delimiter=separator)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Record(f"{name}:{number}", b"", problem=f"row {number} cannot be read: {error}")
            continue
        if row is None:
            break
        yield to_record({key: value for key, value in row.items() if key is not None}, f"{name}:{number}", keys)
    if stream.lost:
        yield stream.lost_record(name)


def _lines(stream: Stream, most: int) -> Iterator[bytes]:
    while line := stream.line(most):
        yield line


def read_parquet(file: IO[bytes], name: str, keys: Keys) -> Iterator[Record]:
    """A record for each row; a batch of rows is in memory at a time. A file that is no Parquet, or has none of the columns, is
    one record with a problem.

    Raises:
        OptionError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise missing_extra("reading Parquet", "parquet", error) from error
    try:
        with pq.ParquetFile(file, pre_buffer=False) as table:
            columns = table.schema_arrow.names
            if keys.text not in columns and keys.html not in columns:
                known = ", ".join(columns[:12])
                problem = f"has no column {keys.html!r} or {keys.text!r} but {known}; name it with --html-key or --text-key"
                yield Record(name, b"", problem=problem)
                return
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH):
                for at in range(batch.num_rows):
                    number += 1
                    yield _from_parquet(batch.slice(at, 1), f"{name}:{number}", number, keys)
    except (pa.ArrowException, OSError) as error:
        yield Record(f"{name}:broken", b"", problem=f"cannot be read as Parquet: {error}")


def _from_parquet(row: Any, fallback: str, number: int, keys: Keys) -> Record:
    """One row of a batch: a value that Python cannot hold, a date beyond all calendars, costs its own row."""
    try:
        return to_record(row.to_pylist()[0], fallback, keys)
    except (ValueError, ArithmeticError, LookupError, ImportError, RecursionError) as error:
        return Record(fallback, b"", problem=f"row {number} cannot be read: {error}")
