"""Where a block stands in the HTML source.

The parser gives no offsets. But text nodes come in source order, and each is the text between two tags with its references
decoded. So the stretches between tags are listed once, and a text node is the next stretch with the same text. A text node that
the parser put together from several stretches, or moved, is not found: no offset rather than a wrong one.
"""

from __future__ import annotations

import re
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
"""A text that is found only so many stretches ahead, and so many more for each of its characters, is another one: so all that is
compared for a page grows with its size alone."""


class Locator:
    """Finds text nodes of one source in the order in which they stand."""

    def __init__(self, source: str, *, unseen_noscript: bool = True) -> None:
        masked = _mask_unseen(source, _UNSEEN if unseen_noscript else _UNSEEN_BUT_NOSCRIPT)
        shown = [(match.start(1), match[1]) for match in _STRETCH.finditer(masked)]
        if not masked.lstrip().startswith("<"):
            shown.insert(0, (0, masked.partition("<")[0]))
        found = [(start, text, key) for start, text in shown if (key := _key(unescape(text) if "&" in text else text))]
        self._stretches = [(start, text) for start, text, _ in found]
        """(offset, text as it stands in the source) of each."""
        self._keys = [key for *_, key in found]
        self._next = 0

    def find(self, raw: str) -> int | None:
        """Number of the next stretch that is a text node; None where none is near."""
        text = _key(raw)
        try:  # nearly always it is the very next
            number = self._keys.index(text, self._next, self._next + _NEAR + _NEAR_PER_CHARACTER * len(text) + 1)
        except ValueError:
            return None
        self._next = number + 1
        return number

    def span(self, begin: int | None, end: int | None, *, keep_spaces: bool = False) -> Span | None:
        """Span from the first to the last of a block's stretches, by their numbers; None where one of them was not found.

        With ``keep_spaces`` only line ends around it are left out, not other white space.
        """
        if begin is None or end is None:
            return None
        first = self.stretch(begin, keep_spaces=keep_spaces)
        return first if end == begin else (first[0], self.stretch(end, keep_spaces=keep_spaces)[1])

    def stretch(self, number: int, *, keep_spaces: bool = False) -> Span:
        """Span of a stretch without the white space around it."""
        start, raw = self._stretches[number]
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
