"""Articles in their typed parts, from the annotated sets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from training.compose.names import vietnamese_name
from training.folds import fold_of
from training.golds import read_rows


@dataclass(frozen=True, slots=True)
class Article:
    """An article in its parts."""

    id: str
    site: str
    """Registered domain; the article's own id where its site is not known."""
    language: str
    fold: int
    title: str
    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    """(heading or empty, paragraphs)."""
    captions: tuple[str, ...]
    authors: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What a teaser says below the headline."""
        return self.lead or self.sections[0][1][0]


def read_articles() -> Iterator[Article]:
    """Every article that has a title and text."""
    yield from _read_vietnamese()
    yield from _read_typed()


def _read_vietnamese() -> Iterator[Article]:
    for row in read_rows("vi_articles"):
        rng = Random(row["id"])  # noqa: S311  drawn, not secret
        sentences = [_close_quotes(text) for text in row["sentences"]]
        if len(sentences) < 4 or not row["title"]:
            continue
        yield Article(
            row["id"],
            row["id"],
            "vi",
            fold_of(row["id"]),
            _close_quotes(row["title"]),
            _close_quotes(row["lead"] or ""),
            (("", tuple(_paragraphs(sentences, rng))),),
            tuple(_close_quotes(text) for text in row["captions"]),
            (vietnamese_name(rng),),
        )


def _close_quotes(text: str) -> str:
    """The set was cut into tokens: quotation marks stand apart, opening and closing in turn."""
    for mark in ('"', "' "):
        pieces = text.split(mark)
        if len(pieces) % 2:
            inside = [piece.strip() if number % 2 else piece for number, piece in enumerate(pieces)]
            text = mark.strip().join(inside).strip()
    return text


def _paragraphs(sentences: Sequence[str], rng: Random) -> Iterator[str]:
    at = 0
    while at < len(sentences):
        size = rng.choice((1, 1, 2, 2, 3, 4))
        gap = "" if rng.random() < 0.04 else " "  # a paragraph break that got lost, and the space with it
        yield gap.join(sentences[at : at + size])
        at += size


def _read_typed() -> Iterator[Article]:
    for row in read_rows("fundus_typed"):
        if not row["reliable"] or not row["title"]:
            continue
        sections = tuple(
            (" ".join(section["headline"]).strip(), tuple(text for text in section["paragraphs"] if text.strip()))
            for section in json.loads(row["sections"])
        )
        sections = tuple(section for section in sections if section[1])
        if not sections:
            continue
        yield Article(
            row["id"],
            row["domain"],
            row["lang"],
            fold_of(row["domain"]),
            row["title"],
            " ".join(row["lead"]),
            sections,
            tuple(text for text in row["captions"] if text.strip()),
            tuple(name for name in row["authors"] if name.strip()),
        )
