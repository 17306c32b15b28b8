"""Rows: JSON lines, CSV, TSV and Parquet, one record a row; columns are chosen by name."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from typing import IO, Any

from cleancorpus.errors import missing_extra
from cleancorpus.normalise.surrogates import join_surrogates
from cleancorpus.read.streams import Stream
from cleancorpus.record import Record

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


def read_csv(stream: Stream, name: str, keys: Keys, max_bytes: int, *, separator: str = ",") -> Iterator[Record]:
    """A record for each row below the header of a CSV or TSV file.

    A quote that is opened and never closed, or closed rows later, costs its own row: where the line below is a row by itself, the
    reading goes on there.
    """
    csv.field_size_limit(2 * max_bytes)
    lines = _Lines(stream, 4 * max_bytes)
    header, number = None, 0
    while (row := _next_row(lines, separator, len(header or ()))) is not None:
        if isinstance(row, str):
            number += header is not None
            yield Record(f"{name}:{number}", b"", problem=f"row {number} cannot be read: {row}")
        elif header is None:
            header = row or None
        elif row:
            number += 1
            yield to_record(dict(zip_longest(header, row[: len(header)])), f"{name}:{number}", keys)
    if stream.lost:
        yield stream.lost_record(name)


class _Lines:
    """Lines of a table, which can be given back."""

    def __init__(self, stream: Stream, most: int) -> None:
        self._stream, self._most = stream, most
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        """Those of the row at hand."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._read()
        if not line:
            raise StopIteration
        self.taken.append(line)
        return line

    def _read(self) -> str:
        at_start = not self._stream.at
        return self._stream.line(self._most).decode("utf-8-sig" if at_start else "utf-8", "replace")

    def give_back(self, count: int) -> None:
        """The last so many lines that were taken are the next again."""
        for _ in range(count):
            self._back.appendleft(self.taken.pop())


def _next_row(lines: _Lines, separator: str, width: int) -> list[str] | str | None:
    """The cells of the next row, none for a blank line; what is wrong with it where it cannot be read; None at the end."""
    lines.taken.clear()
    try:
        return next(csv.reader(lines, delimiter=separator, strict=True), None)
    except csv.Error:
        taken = len(lines.taken)
        if taken > 1 and _is_row(lines.taken[1], separator, width):
            lines.give_back(taken - 1)
            return "a quote in it is not closed before the next row"
    lines.give_back(taken)
    try:
        return next(csv.reader(lines, delimiter=separator), None)  # quotes inside cells, as many write them
    except csv.Error as error:
        return str(error)


def _is_row(line: str, separator: str, width: int) -> bool:
    """Whether a line is a row by itself."""
    with suppress(csv.Error):
        return len(next(csv.reader([line], delimiter=separator, strict=True), ())) == width
    return False


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
