"""Text to blocks: one per line that holds anything, or per paragraph where lines are wrapped, each with its exact span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleancorpus.block import Block, Kind
from cleancorpus.page import InputKind, Page
from cleancorpus.segment.wrap import find_wrapped

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
"""Lines end where a text editor would end them; U+001C to U+001E, at which `str.splitlines` also cuts, are stray controls."""
_CRLF = re.compile("\r+\n?")


class Line(NamedTuple):
    """A line without the white space around it."""

    text: str
    start: int
    end: int
    blank_before: bool


def segment_text(source: str, url: str | None = None) -> Page:
    """The lines of a text as blocks, in order; their spans exclude the white space around a line.

    Lines that were cut at a width (`cleancorpus.segment.wrap`) are one block a paragraph, whose text keeps its line ends. Empty
    or blank text gives a page without blocks. Linear in the length of the text.
    """
    lines = list(_read_lines(source))
    wrapped = find_wrapped([line.text for line in lines], [line.blank_before for line in lines])
    bounds = [at for at in range(len(lines)) if not wrapped[at]] + [len(lines)]
    blocks = (_to_block(source, lines[start:end]) for start, end in pairwise(bounds))
    return Page(InputKind.TEXT, tuple(blocks), url=url)


def _read_lines(source: str) -> Iterator[Line]:
    last_end = None
    for match in _LINE.finditer(source):
        line = match[0]
        text = line.strip()
        if not text:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        blank = last_end is None or _line_ends(source[last_end:start]) > 1
        last_end = start + len(text)
        yield Line(text, start, last_end, blank)


def _to_block(source: str, lines: Sequence[Line]) -> Block:
    span = (lines[0].start, lines[-1].end)
    return Block(source[slice(*span)], Kind.LINE, span, blank_before=lines[0].blank_before)


def _line_ends(gap: str) -> int:
    """How many lines end in a gap: CR LF is one, and so is CR CR LF, which broken converters write; U+2029 counts as two."""
    if gap == "\n":
        return 1
    gap = _CRLF.sub(lambda run: "\n" if run[0].endswith("\n") else "\n" * len(run[0]), gap)
    return sum(gap.count(end) for end in "\n\r\v\f\x85\u2028") + 2 * gap.count("\u2029")
