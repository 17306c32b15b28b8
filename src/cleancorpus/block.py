"""Block: the smallest run of text a browser (or a line of extracted text) sets apart. The unit that is labelled.

Segmenters make blocks, `normalise` repairs their text, a labeller gives them a role, `selection` decides what is kept. A block is
frozen: each stage makes new ones with `dataclasses.replace`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from cleancorpus.role import Role

Span = tuple[int, int]
"""Start and end offset, end exclusive, in code points."""


COPY, TITLE_COPY = "copy", "title-copy"
"""Reasons of blocks that say again what another says. Their role is what they are for the reader; they are kept once."""
COPIES = frozenset({COPY, TITLE_COPY})


class Kind(StrEnum):
    """How a block was set on the page; says nothing about what it is for."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    """One row of a data table, its cells joined with `` | ``."""
    CODE = "code"
    CAPTION = "caption"
    """``figcaption`` or ``caption``."""
    CONTROL = "control"
    """Button, select, label or other part of a form."""
    RUN = "run"
    """Text that stood directly in a ``div``, ``td`` or other container."""
    LINE = "line"
    """A line of plain text, or the lines of one paragraph that was cut at a width."""


class Markup(NamedTuple):
    """What the HTML around a block says. Plain text has none."""

    element: int
    """Index of the block's element in `Page.elements`."""
    link_chars: int = 0
    """Code points of the block's text that lie inside links."""
    links: int = 0
    """Links that begin inside it."""
    bold_chars: int = 0
    """Code points inside ``b``, ``strong``, ``i`` or ``em``."""
    level: int = 0
    """1-6 for a heading, else 0."""
    times: tuple[str, ...] = ()
    """``datetime`` values of the ``time`` elements inside."""
    images: int = 0
    """Pictures shown since the block before."""
    rel_author: bool = False
    """A link inside says ``rel=author``, or an element ``itemprop=author``."""
    hidden: tuple[Span, ...] = ()
    """Stretches of the source inside the block that are no text of it: what the page hides between its words."""
    shown: bool = True
    """Whether the page shows it before any script has run; not so are folded answers, tabs and menus, and what nobody is to read.
    Always true on a page that hides more than it shows."""
    inner_links: int = 0
    """Links that lead nowhere else: to a place on the page, or to a script."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of page text with its role, and why it has it."""

    text: str
    """Normalised text. Empty only when nothing visible was left of the source's characters."""
    kind: Kind
    """How it was set: paragraph, heading, list_item, line ..."""
    span: Span | None
    """(start, end), end exclusive, in code points of the decoded source. For HTML from the first to the last character of the
    block's text, markup between included; None where the parser moved the text away from its place in the source."""
    path: str | None = None
    """For HTML the XPath of the block's element; None for plain text."""
    role: Role = Role.OTHER
    """What the block is for the reader."""
    kept: bool = False
    """Whether it is in `Document.text` under the profile used."""
    score: float = 0.0
    """Confidence of the role, 0.0-1.0."""
    reason: str = "unlabelled"
    """Name of what decided the role: a rule, later a model."""
    edits: tuple[str, ...] = ()
    """Names of the repairs applied to the text, in order."""
    units: tuple[Span, ...] = ()
    """Of a line of plain text in which several headlines were run together: (start, end) of each in `text`. Else empty."""
    anchors: tuple[Span, ...] = ()
    """(place in `text`, place in the source) wherever the distance between the two changes; empty where it never does. See
    `source_offset`."""
    blank_before: bool = True
    """Whether a blank line, or in HTML a block boundary, stood before it."""
    markup: Markup | None = None
    """Facts of the HTML; None for plain text."""

    @property
    def is_copy(self) -> bool:
        """Whether another block says the same, and this one is left out for it."""
        return self.reason in COPIES

    def traced(self, anchors: tuple[Span, ...]) -> Block:
        """The block with these anchors. What `dataclasses.replace` gives, without looking at the fields by name: it is done for
        most blocks of every page."""
        return Block(
            self.text,
            self.kind,
            self.span,
            self.path,
            self.role,
            self.kept,
            self.score,
            self.reason,
            self.edits,
            self.units,
            anchors,
            self.blank_before,
            self.markup,
        )

    def source_offset(self, place: int) -> int | None:
        """Offset in the decoded source, in code points, of what stands at a place in `text`; its end for the end of the text.

        Exact inside words that no repair changed; inside others, and where markup stands between, at most where the next word
        begins. Never falls as the place grows. None where the block has no `span`.

        Raises:
            IndexError: The place is not in the text.
        """
        if not 0 <= place <= len(self.text):
            message = f"place {place} of a text of {len(self.text)} code points"
            raise IndexError(message)
        if self.span is None:
            return None
        start, end = self.span
        if place == len(self.text):
            return end
        number = bisect_right(self.anchors, place, key=itemgetter(0))
        text_at, source_at = self.anchors[number - 1] if number else (0, start)
        limit = self.anchors[number][1] if number < len(self.anchors) else end
        return min(source_at + place - text_at, limit)


def find_title(blocks: Sequence[Block]) -> int | None:
    """Index of the block that is the title; copies of it are none. None where there is no title."""
    return next((index for index, block in enumerate(blocks) if block.role is Role.TITLE and not block.is_copy), None)
