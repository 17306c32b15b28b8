"""Gold sets in Parquet tables, known by their columns. Needs pyarrow (``pip install 'cleancorpus[parquet]'``).

    pages      id, html with gold (and gold_comments), or with / without: main content and snippets; title, author, date
    typed      id, html, paragraphs, headings, reliable ...: news pages by their publishers' parsers; the reliable rows
    segments   id, html, segments: roles of L3S-GN1 by text node
    lines      ds, page, rend, text, role, content_share ...: whole pages as lines of extracted text

Tables are read in small batches of rows. A few pages are in memory at a time, and what the file keeps in one piece: a column that
is written as one dictionary for all rows, as the HTML of `wcxb_dev` is (350 MB), is unpacked as a whole.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleancorpus.errors import DataError, InputError
from cleancorpus.evaluate.files import reading
from cleancorpus.evaluate.page import Alignment, GoldLine, GoldPage, Stated
from cleancorpus.language.fold import fold
from cleancorpus.role import Role

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

Row = dict[str, Any]
_PAGES_AT_A_TIME = 16
_LINES_AT_A_TIME = 8192


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of table."""

    name: str
    needs: frozenset[str]
    """Columns by which it is known."""
    takes: frozenset[str]
    """Further columns that are read if they are there."""
    pages: Callable[[ParquetFile, Layout, str, int | None], Iterator[GoldPage]]

    def read(self, path: Path, dataset: str, sample: int | None = None) -> Iterator[GoldPage]:
        """Pages of a table of this layout.

        Raises:
            DataError: A value is not what the layout promises.
            InputError: The file cannot be read.
        """
        with _open(path) as file, reading(path):
            try:
                yield from self.pages(file, self, dataset, sample)
            except (TypeError, ValueError, KeyError, AttributeError) as error:
                message = f"{path}: does not hold what a table of {self.name} holds: {error!r}; see docs/evaluation.md"
                raise DataError(message) from error

    def columns(self, file: ParquetFile) -> list[str]:
        """The columns of a table that this layout reads, in the order of the table."""
        return [name for name in file.schema_arrow.names if name in self.needs | self.takes]


def find_layout(path: Path) -> Layout:
    """The layout of a table.

    Raises:
        DataError: Its columns are those of no gold set, or it is no Parquet file.
        InputError: It cannot be opened, or pyarrow is not installed.
    """
    with _open(path) as file:
        names = frozenset(file.schema_arrow.names)
    for layout in _LAYOUTS:
        if layout.needs <= names:
            return layout
    known = "; ".join(f"{layout.name}: {', '.join(sorted(layout.needs))}" for layout in _LAYOUTS)
    message = f"{path}: is no gold set: the columns are {', '.join(sorted(names))}; known sets have ({known})"
    raise DataError(message)


def _open(path: Path) -> ParquetFile:
    try:
        from pyarrow import ArrowException  # noqa: PLC0415  heavy, and an extra
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415  as above
    except ImportError as error:
        message = f"{path}: reading Parquet needs pyarrow; pip install 'cleancorpus[parquet]'"
        raise InputError(message) from error
    try:
        with reading(path):
            return ParquetFile(path)
    except ArrowException as error:
        message = f"{path}: is no Parquet file: {error}; check what wrote it"
        raise DataError(message) from error


def _read_rows(file: ParquetFile, layout: Layout, sample: int | None) -> Iterator[Row]:
    """Every nth row, so that about ``sample`` are left."""
    step = max(1, file.metadata.num_rows // sample) if sample else 1
    index = 0
    for batch in file.iter_batches(batch_size=_PAGES_AT_A_TIME, columns=layout.columns(file)):
        for row in range(-index % step, batch.num_rows, step):
            yield batch.slice(row, 1).to_pylist()[0]
        index += batch.num_rows


def _html_page(row: Row, dataset: str, profile: str) -> GoldPage:
    """What the tables of pages have in common."""
    return GoldPage(
        dataset=dataset,
        id=row["id"],
        source=row["html"],
        kind="html",
        profile=profile,
        url=row.get("url"),
        language=row.get("lang"),
        page_type=row.get("page_type"),
    )


def _read_content_pages(file: ParquetFile, layout: Layout, dataset: str, sample: int | None) -> Iterator[GoldPage]:
    for row in _read_rows(file, layout, sample):
        content = row.get("gold")
        yield replace(
            _html_page(row, dataset, "article" if content is None else "page"),
            content=content,
            comments=row.get("gold_comments"),
            wanted=tuple(row.get("with") or ()),
            unwanted=tuple(row.get("without") or ()),
            metadata=_stated(title=row.get("title"), authors=_author_names(row.get("author")), date=row.get("date")),
        )


def _stated(**values: Stated) -> dict[str, Stated]:
    """What a table states: here an empty value means that nobody looked."""
    return {name: value for name, value in values.items() if value}


def _author_names(value: str | None) -> tuple[str, ...]:
    """A name, or a JSON list of names, as both occur in one column."""
    if value and value.startswith("["):
        return tuple(json.loads(value))
    return (value,) if value else ()


_TYPED = (
    (Role.TITLE, "title"),
    (Role.LEAD, "lead"),
    (Role.HEADING, "headings"),
    (Role.BODY, "paragraphs"),
    (Role.CAPTION, "captions"),
    (Role.BYLINE, "authors"),
)  # a text that is several of these is the first


def _read_typed_pages(file: ParquetFile, layout: Layout, dataset: str, sample: int | None) -> Iterator[GoldPage]:
    for row in _read_rows(file, layout, sample):
        if row["reliable"]:
            authors = tuple(row.get("authors") or ())
            yield replace(
                _html_page(row, dataset, "strict"),
                body="\n".join(row["paragraphs"]),
                parts=_typed_parts(row),
                metadata=_stated(title=row.get("title"), authors=authors, date=row.get("date")),
            )


def _typed_parts(row: Row) -> tuple[tuple[str, str], ...]:
    """Each text once, with one role: such a table says nothing of the order or number of equal texts on the page."""
    parts: dict[str, tuple[str, str]] = {}
    for role, column in _TYPED:
        value = row.get(column)
        texts = [value] if isinstance(value, str) else value or ()
        for line in (line for text in texts for line in text.split("\n")):
            if key := fold(line):
                parts.setdefault(key, (str(role), line))
    return tuple(parts.values())


def _read_segment_pages(file: ParquetFile, layout: Layout, dataset: str, sample: int | None) -> Iterator[GoldPage]:
    for row in _read_rows(file, layout, sample):
        yield replace(
            _html_page(row, dataset, "article"),
            parts=tuple((item["role"], item["text"]) for item in json.loads(row["segments"])),
            alignment=Alignment.SEGMENTS,
        )


_PAGE_KEY = ("ds", "rend", "page")
_TYPED_LINES = frozenset({"fundus"})  # the set whose lines have our roles; elsewhere content is not told apart
_NEUTRAL = frozenset({"title", "symbol", "unaligned"})
_NO_ROLES = frozenset({"symbol", "unaligned", "content"})
_UNDECIDED = (0.2, 0.8)  # a share of content in between is scored as neither (README of the data)


def _read_line_pages(file: ParquetFile, layout: Layout, dataset: str, sample: int | None) -> Iterator[GoldPage]:
    """Pages by set and rendering, each pair a dataset of its own. Rows of a page stand together in the table."""
    steps = _steps(file, sample) if sample else {}
    rows = _read_lines(file, layout.columns(file))
    seen: Counter[tuple[str, str]] = Counter()
    for (ds, rend, page), lines in groupby(rows, key=lambda row: tuple(row[name] for name in _PAGE_KEY)):
        number = seen[ds, rend]
        seen[ds, rend] += 1
        if number % steps.get((ds, rend), 1) == 0:
            yield _line_page(list(lines), f"{dataset} {ds} {rend}", page)


def _read_lines(file: ParquetFile, columns: Sequence[str]) -> Iterator[Row]:
    for batch in file.iter_batches(batch_size=_LINES_AT_A_TIME, columns=columns):
        yield from batch.to_pylist()


def _steps(file: ParquetFile, sample: int) -> dict[tuple[str, str], int]:
    """Which pages of each set and rendering to take, so that about ``sample`` of each are left."""
    counts: Counter[tuple[str, str]] = Counter()
    for (ds, rend, _), _rows in groupby(_read_lines(file, _PAGE_KEY), key=lambda row: tuple(row[name] for name in _PAGE_KEY)):
        counts[ds, rend] += 1
    return {name: max(1, count // sample) for name, count in counts.items()}


def _line_page(rows: list[Row], dataset: str, page: str) -> GoldPage:
    text, starts = _join_lines(rows)
    first = rows[0]
    return GoldPage(
        dataset=dataset,
        id=page,
        source=text,
        kind="text",
        profile="article" if first["ds"] in _TYPED_LINES else "page",
        language=first.get("lang"),
        page_type=first.get("page_type"),
        lines=tuple(_gold_line(row, start) for row, start in zip(rows, starts, strict=True)),
    )


def _join_lines(rows: list[Row]) -> tuple[str, list[int]]:
    """The text as it stood, and where each line's first visible character is."""
    pieces: list[str] = []
    starts, length = [], 0
    for row in rows:
        gap = "" if not pieces else "\n\n" if row["blank_before"] else "\n"
        starts.append(length + len(gap) + len(row["text"]) - len(row["text"].lstrip()))
        pieces.append(gap + row["text"])
        length += len(pieces[-1])
    return "".join(pieces), starts


def _gold_line(row: Row, start: int) -> GoldLine:
    sure = row["page_ok"] and not row["unsure"]
    low, high = _UNDECIDED
    decided = sure and row["role"] not in _NEUTRAL and not low < row["content_share"] < high
    typed = sure and row["ds"] in _TYPED_LINES and row["role"] not in _NO_ROLES
    return GoldLine(
        row["text"], start, row["content_share"] >= (low + high) / 2 if decided else None, row["role"] if typed else None
    )


_COMMON = frozenset({"url", "lang", "page_type", "title"})
_LAYOUTS = (
    Layout(
        "lines",
        frozenset({*_PAGE_KEY, "text", "blank_before", "role", "content_share", "unsure", "page_ok"}),
        frozenset({"lang", "page_type"}),
        _read_line_pages,
    ),
    Layout("segments", frozenset({"id", "html", "segments"}), _COMMON, _read_segment_pages),
    Layout(
        "typed pages",
        frozenset({"id", "html", "paragraphs", "headings", "reliable"}),
        _COMMON | {"lead", "captions", "authors", "date"},
        _read_typed_pages,
    ),
    Layout(
        "pages with main content",
        frozenset({"id", "html", "gold"}),
        _COMMON | {"gold_comments", "with", "without", "author", "date"},
        _read_content_pages,
    ),
    Layout(
        "pages with snippets", frozenset({"id", "html", "with", "without"}), _COMMON | {"author", "date"}, _read_content_pages
    ),
)
