"""Rows: JSON lines, CSV, TSV and Parquet, one record a row; columns are chosen by name."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    A quote that is never closed costs its own row where rows can be seen to go on below it. Quotes inside cells, as many programs
    write them, are read as they stand.
    """
    csv.field_size_limit(2 * max_bytes)
    table = _Table(_Lines(stream, 4 * max_bytes), separator)
    header = table.next_row()
    while header == []:
        header = table.next_row()
    if isinstance(header, str):
        yield Record(f"{name}:0", b"", problem=f"the header cannot be read: {header}; nothing below it was")
        return
    table.width = len(header or ())
    number = 0
    while header is not None and (row := table.next_row()) is not None:
        number += bool(row)
        if isinstance(row, str):
            yield Record(f"{name}:{number}", b"", problem=f"row {number} cannot be read: {row}")
        elif row:
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
        self.ended = False
        """Whether the row at hand wanted more lines than there are, or than one may have."""
        self._size = 0

    def start_row(self) -> None:
        """What is taken from here on is another row's."""
        self.taken, self.ended, self._size = [], False, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._read()
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        self._size += len(line)
        if self._size > self._most and len(self.taken) > 1:
            self.ended = True
            message = f"it has more than {self._most:,} characters"
            raise csv.Error(message)
        return line

    def _read(self) -> str:
        at_start = not self._stream.at
        line = self._stream.line(self._most)
        if len(line) >= self._most and not line.endswith(b"\n"):
            _skip_line(self._stream)  # the cell is too large to be read all the same
        return line.decode("utf-8-sig" if at_start else "utf-8", "replace")

    def give_back(self, count: int) -> None:
        """The last so many lines that were taken are the next again."""
        for _ in range(count):
            self._back.appendleft(self.taken.pop())


_MOST_OPEN = 16
"""Rows whose quote has no end; behind so many each line is a row, for each of them was looked for up to the limit of one."""
_LOOKED_AT = 50  # lines below an open quote
_NOT_CLOSED = "a quote in it is not closed before the next row"


class _Table:
    """Rows of a table, one by one."""

    def __init__(self, lines: _Lines, separator: str) -> None:
        self._lines, self._separator = lines, separator
        self.width = 0
        """Cells of the header; 0 while it is read."""
        self._open = 0

    def next_row(self) -> list[str] | str | None:
        """The cells of the next row, none for a blank line; what is wrong with it where it cannot be read; None at the end."""
        lines = self._lines
        lines.start_row()
        if self._open >= _MOST_OPEN:
            line = next(lines, None)
            return None if line is None else self._read([line], strict=False)
        row = self._read(lines, strict=True)
        if not isinstance(row, str) or (not self.width and len(lines.taken) > 1):
            return row
        below = self._find_next_row(lines)
        if below:
            self._open += lines.ended
            lines.give_back(len(lines.taken) - below)
            return _NOT_CLOSED
        lines.give_back(len(lines.taken))
        lines.start_row()
        return self._read(lines, strict=False)

    def _read(self, lines: Iterable[str], *, strict: bool) -> list[str] | str | None:
        try:
            return next(csv.reader(lines, delimiter=self._separator, strict=strict), None)
        except csv.Error as error:
            return str(error)

    def _find_next_row(self, lines: _Lines) -> int:
        """Which of the lines that a row took is the first of the next row; 0 where none can be told."""
        taken = lines.taken
        if self.width < 2 or len(taken) < 2:  # of one column every line is a row
            return 0
        quoted = '"' in taken[-1] and not lines.ended
        return self._find_before_quote(taken) if quoted else self._find_before_end(taken)

    def _find_before_quote(self, taken: Sequence[str]) -> int:
        """Where a quote closes the row's that does not end its cell: first in its line or directly behind a separator it opens a
        cell of another row, if all lines before it are rows and its own is one, or would be if its last cell were closed;
        elsewhere it stands in the cell."""
        *between, last = taken[1:]
        quote = last.find('"')
        opens = quote == 0 or last[quote - 1] == self._separator
        rows = all(self._is_row(line) or not line.strip() for line in between[:_LOOKED_AT])
        return int(opens and rows and (self._is_row(last) or self._is_row(f'{last.rstrip()}"')))

    def _find_before_end(self, taken: Sequence[str]) -> int:
        """Where no quote closes the row's: the first line that is a row by itself, if most of those below it are."""
        below = taken[1 : _LOOKED_AT + 1]
        rows = [self._is_row(line) for line in below]
        if True not in rows:
            return 0
        first = rows.index(True)
        filled = sum(bool(line.strip()) for line in below[first:])
        return 1 + first if 2 * sum(rows) >= filled else 0

    def _is_row(self, line: str) -> bool:
        """Whether a line is a row by itself."""
        row = self._read([line], strict=True) if line.strip() else None
        return isinstance(row, list) and len(row) == self.width


def read_parquet(file: IO[bytes], name: str, keys: Keys) -> Iterator[Record]:
    """A record for each row; a batch of rows is in memory at a time. A file that is no Parquet, or has none of the columns, is
    one record with a problem.

    Raises:
        OptionError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra
        import pyarrow.parquet as pq  # noqa: PLC0415  as above
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
