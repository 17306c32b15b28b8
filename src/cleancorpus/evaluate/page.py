"""GoldPage: one page of a gold set with everything a person, or a publisher's own parser, said about it.

What a set does not state is None or empty here, and is not scored; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Stated = str | tuple[str, ...] | None
"""A metadata value of the gold; None, or no authors, where it states that the page has none."""


class Alignment(StrEnum):
    """How the typed parts of a gold page find their blocks."""

    PARTS = "parts"
    """The parts are whole texts in our roles."""
    STARTS = "starts"
    """The parts are the first 40 characters of every block, in our roles."""
    SEGMENTS = "segments"
    """The parts are text nodes in the roles of L3S-GN1; what stands in none of them is boilerplate."""


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A line of a text-level page."""

    text: str
    start: int
    """Offset of its first visible character in the page's source, in code points."""
    content: bool | None
    """Whether it is content; None where the set leaves that open, and it is not scored."""
    role: str | None
    """Its role; None where the set gives none of ours."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page of a gold set."""

    dataset: str
    """Name of the set, and of the part of the set that is reported by itself."""
    id: str
    """Name of the page, unique within its dataset."""
    source: bytes | str
    """HTML or text, as `Cleaner.clean_many` takes it."""
    kind: str
    """``html`` or ``text``."""
    profile: str
    """Name of the profile that fits what the gold holds."""
    url: str | None = None
    language: str | None = None
    """ISO 639 code that the gold states."""
    page_type: str | None = None
    """Article, forum, product ... as the gold states it."""
    content: str | None = None
    """Main content; an empty text where the gold says that there is none."""
    body: str | None = None
    """Paragraphs of the article alone."""
    comments: str | None = None
    """Readers' posts."""
    wanted: tuple[str, ...] = ()
    """Snippets that must be in the text."""
    unwanted: tuple[str, ...] = ()
    """Snippets that must not."""
    parts: tuple[tuple[str, str], ...] = ()
    """(role, text) of typed parts, in reading order where the set has one."""
    alignment: Alignment = Alignment.PARTS
    lines: tuple[GoldLine, ...] = ()
    metadata: Mapping[str, Stated] = field(default_factory=dict)
    """``title``, ``authors`` and ``date``, as far as the gold states them."""
