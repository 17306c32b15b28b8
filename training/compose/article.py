"""Articles in their typed parts, from the annotated sets."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from random import Random

from cleancorpus.language.fold import STOPS, fold
from training.compose.names import draw_name
from training.compose.shelf import GUIDES, Shelf, find_shelf, read_shelves
from training.folds import fold_of
from training.golds import read_rows

_SHORT = 2
_SUMMARY_SENTENCES = 2
_OWN_STOPS = STOPS.replace(".", "")
_STOP = re.compile(rf"(?<=[^\W\d]{{3}}[.!?]) +|(?<=[！？؟{_OWN_STOPS}])")  # an initial's or a day's is none


@dataclass(frozen=True)
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
    """(heading or empty, paragraphs); none of a teaser, which stands beside articles only."""
    captions: tuple[str, ...]
    authors: tuple[str, ...]
    origin: str
    """``vi``, ``typed``, ``written`` or ``guide``, whose parts people named, or ``read``, whose parts a model did."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of its title and lead, without case and the shortest."""
        return frozenset(word for word in f"{self.title} {self.lead}".casefold().split() if len(word) > _SHORT)

    @property
    def summary(self) -> str:
        """What a teaser says below the headline: the lead, or how the article begins."""
        if self.lead or not self.sections:
            return self.lead
        first = self.sections[0][1][0]
        ends = [match.start() for match in _STOP.finditer(first)]
        return first[: ends[_SUMMARY_SENTENCES - 1]] if len(ends) >= _SUMMARY_SENTENCES else first


def read_articles() -> Iterator[Article]:
    """Every article that has a title and text, and the teasers of those that were written."""
    yield from _read_vietnamese()
    yield from _read_typed()
    yield from chain.from_iterable(take_from(shelf) for shelf in read_shelves())
    yield from chain.from_iterable(map(take_guides, read_shelves(GUIDES)))


def take_from(shelf: Shelf) -> Iterator[Article]:
    """What stands on a shelf. All of it is of one site and fold: the language."""
    for number, piece in enumerate(shelf.pieces):
        yield Article(
            f"{shelf.language} {number}",
            shelf.language,
            shelf.language,
            fold_of(shelf.language),
            piece.title,
            piece.lead,
            piece.sections,
            piece.captions,
            (piece.author,) if piece.author else (),
            "written",
        )


def take_guides(shelf: Shelf) -> Iterator[Article]:
    """The guides on a shelf, each on its own site and in its own fold where those of its language are not all of one."""
    for article in take_from(shelf):
        own = article.id.replace(" ", " guide ")
        site = shelf.language if find_shelf(shelf.language) else own
        yield replace(article, id=own, site=site, fold=fold_of(site), origin="guide")


def _read_vietnamese() -> Iterator[Article]:
    for row in read_rows("vi_articles"):
        rng = Random(row["id"])  # noqa: S311  drawn, not secret
        whole = join_cut(row["sentences"])
        sentences = [text for raw in whole if (text := _close_quotes(raw).strip()) and not _is_residue(text)]
        authors = _split_signature(sentences) or (draw_name("vi", rng),)
        shown = {fold(text) for text in row["captions"]}  # the set has some of them among the sentences too
        sections = tuple(_headed([*_sections([text for text in sentences if fold(text) not in shown], rng)], rng))
        if len(sentences) < 4 or not row["title"] or not sections:
            continue
        yield Article(
            row["id"],
            row["id"],
            "vi",
            fold_of(row["id"]),
            _close_quotes(row["title"]),
            _close_quotes(row["lead"] or ""),
            sections,
            tuple(_close_quotes(text) for text in row["captions"]),
            authors,
            "vi",
        )


_ABBREVIATED = re.compile(r"\b(?:TP|Tp|TX|Q|P|GS|PGS|TS|ThS|BS|KTS|NSND|NSƯT)\.$")
_INITIAL = re.compile(r"\b[^\W\d_]\.$")


def join_cut(sentences: Sequence[str]) -> Iterator[str]:
    """The sentences, whole: the set was cut behind every full stop, those of abbreviations and initials too."""
    so_far = ""
    for text in map(str.strip, sentences):
        goes_on = text[:1].islower() or (text[:1] == "(" and _INITIAL.search(so_far) is not None)
        if so_far and not (goes_on or _ABBREVIATED.search(so_far)):
            yield so_far
            so_far = ""
        so_far = f"{so_far} {text}".strip()
    if so_far:
        yield so_far


_POINTERS = ("xem thêm", "xem tiếp", "đọc thêm", "mời bạn đọc", "mời độc giả", "kỳ tới:", ">", "* ")
_CREDITS = ("ảnh:", "ảnh ", "(ảnh", "video:", "video ", "clip:", "nguồn:", "nguồn ")
_MOST_WORDS = 12


def _is_residue(text: str) -> bool:
    """A credit or pointer that the set has among an article's sentences."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return folded.startswith(_POINTERS) or (folded.startswith(_CREDITS) and len(text.split()) <= _MOST_WORDS)


_NO_NAME = frozenset("theo tổng hợp và - thực hiện".split())
_END = '.!?…"”’):;,'
_MOST_NAMES = 6


def _split_signature(sentences: list[str]) -> tuple[str, ...]:
    """Take the names below an article, which half of the set has as its last sentence, off its sentences.

    What else stands there without an end is a pointer or was cut off, and goes too. Some names have a full stop.
    """
    if not sentences:
        return ()
    last = sentences[-1]
    words = last.rstrip(".").replace("(", " ").replace(")", " ").split()
    named = all(word[0].isupper() or word.casefold() in _NO_NAME for word in words) and len(words) <= _MOST_WORDS
    ended = last[-1] in _END.replace(")", "")
    if ended and not (named and last[-1] == "." and len(words) <= _MOST_NAMES):
        return ()
    sentences.pop()
    return (last,) if named else ()


def _sections(sentences: Sequence[str], rng: Random) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The paragraphs under each heading: a sentence without an end, before another. One before all others is none we know."""
    heading, own = "", list[str]()
    for number, text in enumerate(sentences):
        open_end = text[-1] not in _END and len(text.split()) <= _MOST_WORDS
        if not open_end or number == len(sentences) - 1:
            own.append(text)
        elif number:
            if own:
                yield heading, tuple(_paragraphs(own, rng))
            heading, own = text, []
    if own:
        yield heading, tuple(_paragraphs(own, rng))


_HEADED_SHARE = 0.2
_CLAUSE = re.compile(r"[,;:.?!(–-]")
_HEADING_WORDS = range(3, 11)


def _headed(sections: list[tuple[str, tuple[str, ...]]], rng: Random) -> list[tuple[str, tuple[str, ...]]]:
    """An article with headings: where it has none, some are made for it, of how the last sentences below them begin. The set
    lost most of its headings."""
    if len(sections) > 1 or not sections or rng.random() >= _HEADED_SHARE:
        return sections
    headed = [("", [sections[0][1][0]])]
    for paragraph in sections[0][1][1:]:
        *before, last = paragraph.rstrip(_END).split(". ")
        clause = _CLAUSE.split(last, maxsplit=1)[0].strip(' "“”') if before else ""
        if len(clause.split()) in _HEADING_WORDS and rng.random() < 0.4:
            headed.append((clause, []))
        headed[-1][1].append(paragraph)
    return [(heading, tuple(own)) for heading, own in headed]


def _close_quotes(text: str) -> str:
    """The set was cut into tokens: quotation marks stand apart, opening and closing in turn."""
    for mark in ('"', "' "):
        pieces = text.split(mark)
        if len(pieces) % 2:
            inside = [piece.strip() if number % 2 else piece for number, piece in enumerate(pieces)]
            text = mark.strip().join(inside).strip()
    return text


_SENTENCES_SHARE = 0.15


def _paragraphs(sentences: Sequence[str], rng: Random) -> Iterator[str]:
    at = 0
    sizes = (1,) if rng.random() < _SENTENCES_SHARE else (1, 1, 2, 2, 3, 4)  # some sites set every sentence apart
    while at < len(sentences):
        size = rng.choice(sizes)
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
            "typed",
        )
