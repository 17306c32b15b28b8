"""Shelves: articles and teasers in one language that somebody wrote for compositions, with its names, sections and months.

Annotated articles are of a few languages; these are of many more. What a file may say stands in `articles/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"
KEPT = Path(__file__).parent / "kept" / "articles"
"""Of languages that nothing is learned from."""
GUIDES = Path(__file__).parent / "guides"
"""Tests, questions and answers, recipes, tickers, results: articles that are not all prose."""
_MONTHS = 12
_COMMA = re.compile("[,،、]")
_HEAD = frozenset({"language", "sections", "months", "names"})
_PARTS = frozenset({"title", "lead", "author", "caption", "heading", "body"})


class ShelfError(ValueError):
    """A file that cannot be read as a shelf."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article in its parts, or a teaser, which has no sections."""

    title: str
    lead: str
    author: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    """(heading or empty, paragraphs)."""
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stands in one file."""

    language: str
    sections: tuple[str, ...]
    months: tuple[str, ...]
    names: tuple[str, ...]
    pieces: tuple[Piece, ...]


@cache
def read_shelves(folder: Path = ARTICLES) -> tuple[Shelf, ...]:
    """Every shelf of a folder, by language.

    Raises:
        ShelfError: A file is none.
    """
    return tuple(read_shelf(path) for path in sorted(folder.glob("*.txt")))


@cache
def find_shelf(language: str) -> Shelf | None:
    """The shelf of a language, learned from or not; None where there is none."""
    return next((shelf for shelf in (*read_shelves(), *read_shelves(KEPT)) if shelf.language == language), None)


def read_shelf(path: Path) -> Shelf:
    """The shelf of a file.

    Raises:
        ShelfError: It is none.
    """
    return parse_shelf(path.read_text(encoding="utf-8"), path.stem)


def parse_shelf(text: str, name: str) -> Shelf:
    """The shelf of a file's text.

    Raises:
        ShelfError: A line says nothing that is known, the head lacks something, or a piece has not one title above all else.
    """
    head, *pieces = _split(_read_lines(text, name))
    known = dict(head)
    missing = _HEAD - known.keys()
    months = tuple(known.get("months", "").split("|"))
    if missing or len(months) != _MONTHS:
        raise ShelfError(name, f"the head lacks {', '.join(sorted(missing)) or 'twelve months'}")
    names = tuple(part.strip() for part in _COMMA.split(known["names"]) if part.strip())
    sections = tuple(part.strip() for part in known["sections"].split("|"))
    parsed = tuple(_parse_piece(piece, name) for piece in pieces)
    return Shelf(known["language"], sections, tuple(map(str.strip, months)), names, parsed)


def _read_lines(text: str, name: str) -> Iterator[tuple[str, str]]:
    """(part, text) of every line; a blank one is two empty texts. The head ends at the first of these."""
    known = _HEAD
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        part, _, value = (piece.strip() for piece in line.partition(":"))
        if line.strip() and (not value or part not in known):
            place = f"{name}:{number}"
            raise ShelfError(place, f"{line[:60]!r} says none of {', '.join(sorted(known))}")
        known = known if line.strip() else _PARTS
        yield part, value


def _split(rows: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Runs of lines between blank ones, the head first, be it empty."""
    run: list[tuple[str, str]] = []
    first = True
    for row in rows:
        if row[0]:
            run.append(row)
        elif run or first:
            yield run
            run, first = [], False
    if run or first:
        yield run


def _parse_piece(rows: Sequence[tuple[str, str]], name: str) -> Piece:
    values = {part: [text for own, text in rows if own == part] for part in _PARTS}
    if rows[0][0] != "title" or len(values["title"]) > 1:
        raise ShelfError(name, f"{rows[0][1][:60]!r}: a piece opens with its one title")
    sections: list[tuple[str, list[str]]] = [("", [])]
    for part, text in rows:
        if part == "heading":
            sections.append((text, []))
        elif part == "body":
            sections[-1][1].append(text)
    return Piece(
        values["title"][0],
        " ".join(values["lead"]),
        ", ".join(values["author"]),
        tuple((heading, tuple(own)) for heading, own in sections if own),
        tuple(values["caption"]),
    )
