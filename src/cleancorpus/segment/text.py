"""Text to blocks: one per line that holds anything, with its exact span in the source."""

from __future__ import annotations

import re

from cleancorpus.block import Block, Kind
from cleancorpus.page import InputKind, Page

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
"""Lines end where a text editor would end them; U+001C to U+001E, at which `str.splitlines` also cuts, are stray controls."""
_CRLF = re.compile("\r+\n?")


def segment_text(source: str, url: str | None = None) -> Page:
    """The lines of a text as blocks, in order; their spans exclude the white space around a line.

    Empty or blank text gives a page without blocks. Linear in the length of the text.
    """
    blocks: list[Block] = []
    last_end = 0
    for match in _LINE.finditer(source):
        line = match[0]
        text = line.strip()
        if not text:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(text)
        blank = not blocks or _line_ends(source[last_end:start]) > 1
        blocks.append(Block(text, Kind.LINE, (start, end), blank_before=blank))
        last_end = end
    return Page(InputKind.TEXT, tuple(blocks), url=url)


def _line_ends(gap: str) -> int:
    """How many lines end in a gap: CR LF is one, and so is CR CR LF, which broken converters write; U+2029 counts as two."""
    if gap == "\n":
        return 1
    gap = _CRLF.sub(lambda run: "\n" if run[0].endswith("\n") else "\n" * len(run[0]), gap)
    return sum(gap.count(end) for end in "\n\r\v\f\x85\u2028") + 2 * gap.count("\u2029")
