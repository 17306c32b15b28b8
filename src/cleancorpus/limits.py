"""Limits on what one input may cost. On by default, checked in one place each, the same for library and command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one input."""

    max_bytes: int = 20_000_000
    """Longer inputs (bytes, or code points of a str) end as TOO_LARGE."""
    max_depth: int = 512
    """Open elements; deeper start tags are dropped before parsing, their text kept. Browsers stop at 512 too. The default is
    looked into only on pages with tags enough to make nesting costly (8,192); lower limits are kept exactly."""
    max_attributes: int = 256
    """Attributes of one tag; the rest are dropped. Every parser measured is quadratic in them. The default is looked into only in
    tags long enough to hold too many (8,192 code points); lower limits are kept exactly."""
    max_blocks: int = 250_000
    """Blocks of one page of HTML; what follows them is one more, with all of its text. A page has some 300; each costs over a
    kilobyte. The lines of a text are not bounded: they cost less, and a book has as many."""
    max_seconds: float = 30.0
    """For one page, its share of the work only; checked between stages, only a supervising process can stop a stage midway."""
