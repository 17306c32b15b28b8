"""Page: one input cut into blocks, with what the page states about itself. What segmenters hand to labellers.

Flat on purpose: elements refer to their parent by index, blocks to their element by index, so that features can be computed over
many pages at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from cleancorpus.block import Block

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


@lru_cache(maxsize=1 << 14)  # a function of the names alone, which the elements of a page share
def _read_tokens(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _TOKEN.findall(names))


class InputKind(StrEnum):
    """What an input is."""

    HTML = "html"
    TEXT = "text"


class Element(NamedTuple):
    """A block-level element on the way from the root to a block."""

    tag: str
    parent: int
    """Index of the parent in `Page.elements`; -1 for the root."""
    names: str
    """Its class, id, role, itemprop and name for tests (``data-testid``), as they are, spaces between; before them the tag of an
    element of the site's own making. Empty where it has none."""
    first: int = 0
    """Index of the first block inside."""
    last: int = 0
    """Index behind the last block inside; equal to `first` where there is none."""
    asks: bool = False
    """A field for an e-mail address stands in it, and in no block-level element further inside."""

    @property
    def tokens(self) -> frozenset[str]:
        """Lower-cased words of its names: ``article-body_main`` gives article, body, main."""
        return _read_tokens(self.names)


class Syntax(StrEnum):
    """How markup describes things."""

    MICRODATA = "microdata"
    RDFA = "rdfa"


class Item(NamedTuple):
    """A thing that the page's markup describes, raw."""

    syntax: Syntax
    types: tuple[str, ...]
    """Lower-cased names of its types, without their vocabulary."""
    values: tuple[tuple[str, str | Item], ...]
    """(lower-cased name of a property, what it is), in document order."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What the page says about itself outside its visible text, raw and in document order."""

    title: str | None = None
    """Text of the ``title`` element."""
    lang: str | None = None
    """The root's ``lang`` attribute: a hint, not a label."""
    meta: tuple[tuple[str, str], ...] = ()
    """(lower-cased name or property, content) of every ``meta`` element that has both."""
    links: tuple[tuple[str, str], ...] = ()
    """(rel, href) of ``link`` elements that speak about the page: canonical, amphtml, licence."""
    jsonld: tuple[str, ...] = ()
    """Text of every ``application/ld+json`` script."""
    alts: tuple[str, ...] = ()
    """Alternative texts of the page's images."""
    items: tuple[Item, ...] = ()
    """What microdata and RDFa describe, but for items that are a value of another."""

    def meta_value(self, *names: str) -> str | None:
        """Content of the first of ``names`` that the page states; None if it states none."""
        for name in names:
            for key, value in self.meta:
                if key == name and value.strip():
                    return value.strip()
        return None


@dataclass(frozen=True, slots=True)
class Page:
    """One input as blocks in reading order."""

    kind: InputKind
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...] = ()
    """HTML only: elements in document order."""
    statements: Statements = field(default_factory=Statements)
    url: str | None = None
