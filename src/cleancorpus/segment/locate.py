"""Where a block stands in the HTML source.

The parser gives no offsets. But text nodes come in source order, and each is the text between two tags with its references
decoded. So the stretches between tags are listed once, and a text node is the next stretch with the same text. A text node that
the parser put together from several stretches, or moved, is not found: no offset rather than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape

from cleancorpus.block import Span

_UNSEEN_BUT_NOSCRIPT = re.compile(r"<(?:!--|(?=[sti])(script|style|template|svg|iframe|title)\b)", re.IGNORECASE)
_UNSEEN = re.compile(r"<(?:!--|(?=[snti])(script|style|noscript|template|svg|iframe|title)\b)", re.IGNORECASE)
"""Openings of what is no text: scripts repeat the page's sentences as data, which must not be found in place of them. The first
letter is asked alone first: most tags begin with another."""
_CLOSINGS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in "script style noscript template svg iframe title".split()}
_COMMENT_END = re.compile("-->")
_STRETCH = re.compile(r">(\s*+[^<\s][^<]*+)")
_NEAR, _NEAR_PER_CHARACTER = 20, 4
"""A text that is found only so many stretches ahead, and so many more for each of its characters, is another one."""


class Locator:
    """Finds text nodes of one source in the order in which they stand."""

    def __init__(self, source: str, *, unseen_noscript: bool = True) -> None:
        self._source = source
        self._starts: list[int] = []
        self._numbers: dict[str, list[int]] = {}
        masked = _mask_unseen(source, _UNSEEN if unseen_noscript else _UNSEEN_BUT_NOSCRIPT)
        if not masked.lstrip().startswith("<"):
            self._add(masked.partition("<")[0], 0)
        for stretch in _STRETCH.finditer(masked):
            self._add(stretch[1], stretch.start(1))
        self._next = 0

    def _add(self, raw: str, start: int) -> None:
        if text := _key(unescape(raw) if "&" in raw else raw):
            self._numbers.setdefault(text, []).append(len(self._starts))
            self._starts.append(start)

    def find(self, raw: str) -> int | None:
        """Offset of the next stretch that is a text node; None where none is near."""
        text = _key(raw)
        numbers = self._numbers.get(text)
        at = bisect_left(numbers, self._next) if numbers else 0
        if numbers is None or at == len(numbers) or numbers[at] - self._next > _NEAR + _NEAR_PER_CHARACTER * len(text):
            return None
        self._next = numbers[at] + 1
        return self._starts[numbers[at]]

    def span(self, begin: int | None, end: int | None, *, keep_spaces: bool = False) -> Span | None:
        """Span from the first to the last of a block's stretches, by their offsets; None where one of them was not found.

        With ``keep_spaces`` only line ends around it are left out, not other white space.
        """
        if begin is None or end is None:
            return None
        first = self.stretch(begin, keep_spaces=keep_spaces)
        return first if end == begin else (first[0], self.stretch(end, keep_spaces=keep_spaces)[1])

    def stretch(self, start: int, *, keep_spaces: bool = False) -> Span:
        """Span of a stretch without the white space around it."""
        end = self._source.find("<", start)
        raw = self._source[start : end if end >= 0 else None]
        white = "\r\n" if keep_spaces else None
        return start + len(raw) - len(raw.lstrip(white)), start + len(raw.rstrip(white))


def _key(text: str) -> str:
    """A text as parser and source agree on it: without the white space around it, line ends as LF, NUL gone."""
    text = text.strip()
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _mask_unseen(source: str, unseen: re.Pattern[str]) -> str:
    """The source with comments, scripts and the like blanked, offsets unchanged. One pass: what is never closed ends it."""
    pieces: list[str] = []
    last = 0
    while opening := unseen.search(source, last):
        name = opening[1]
        close = (_CLOSINGS[name.lower()] if name else _COMMENT_END).search(source, opening.end())
        end = close.end() if close else len(source)
        rest = ">" if name is None else " "  # a closing tag brings its own
        pieces += (source[last : opening.start()], "<", " " * (end - opening.start() - 2), rest)
        last = end
    pieces.append(source[last:])
    return "".join(pieces)
