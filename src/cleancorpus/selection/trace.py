"""Trace: where in the source the characters of a block's text stand, after markup, references and repairs came between.

Word by word where the source has the text's words; where it has others, a repair was at work, and the stretch up to the next word
that both have is gone through character by character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import unescape

from cleancorpus.block import Span

_WORDS = re.compile(r"\S+")
_WORDS_OF_MARKUP = re.compile(
    r"<!--.*?-->|<(?=[stiSTI])(?P<unseen>script|style|template|svg|iframe)\b(?:[^>]*[^/>])?>.*?</(?P=unseen)[^>]*>"
    r"|<(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>|<[^>]*>|[^\s<]+|<",
    re.DOTALL | re.IGNORECASE,
)
"""Comments and what nobody sees go with their tags; a sign in an attribute's quotes closes no tag."""
_REFERENCE = re.compile(r"&#?\w{1,32};?")
_AHEAD = 6
"""Words of the source among which the next one is looked for that the text has too."""
_SHIFT, _ALIKE = 12, 3
"""Characters that a repair takes out or puts in at one place at most, and that have to be the same behind it."""
_MOST_OWED = 600
"""Characters that the text is looked through for, beyond what was found, before a stretch of the source counts as not shown."""
_MOST_SHIFTS = 20_000
"""Places of one block that are looked into: behind these a repair counts as one character for another."""
Piece = tuple[str, int]
"""A word of the source, and where it stands."""


def trace(source: str, span: Span, text: str, *, markup: bool, hidden: Sequence[Span] = ()) -> tuple[Span, ...]:
    """(place in the text, place in the source) wherever the distance between the two changes, in order; both only grow.

    Empty where the text is the source's, character by character. What stands in a word that no repair changed is traced exactly,
    and mostly so is the rest of one that was changed.

    Args:
        source: The decoded source.
        span: Where the block stands in it.
        text: The block's text.
        markup: Whether tags and character references may stand in between.
        hidden: Stretches of the source that are no text of it, in order.
    """
    if source[slice(*span)] == text:
        return ()
    starts = [start for start, _ in hidden]
    pieces = [
        (word[0], word.start())
        for word in (_WORDS_OF_MARKUP if markup else _WORDS).finditer(source, *span)
        if not (markup and word[0][0] == "<" and len(word[0]) > 1) and not (starts and _is_in(word.start(), starts, hidden))
    ]
    return tuple(_Tracer(text, pieces).run())


def _is_in(place: int, starts: Sequence[int], spans: Sequence[Span]) -> bool:
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < spans[at][1]


class _Tracer:
    """One block's text and the words of its source."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self._text = text
        self._pieces = pieces
        self._anchors: list[Span] = []
        self._distance: int | None = None
        self._shifts = 0

    def run(self) -> list[Span]:
        text, pieces = self._text, self._pieces
        at = number = owed = 0
        while number < len(pieces):
            word, start = pieces[number]
            while text[at : at + 1].isspace():
                at += 1
            if text.startswith(word, at):
                self._mark(at, start)
                at += len(word)
                number, owed = number + 1, 0
            elif found := self._find_next(number, at, owed):
                self._align(pieces[number : found[0]], at, found[1])
                (number, at), owed = found, 0
            else:  # the last words, a run of words that were all repaired, or what is not shown
                behind = self._align_alone(pieces[number], at)
                owed = min(owed + _size(word) + 1, _MOST_OWED) if behind == at else 0
                at = behind
                number += 1
        return self._anchors

    def _mark(self, place: int, start: int) -> None:
        if place - start != self._distance:
            self._distance = place - start
            self._anchors.append((place, start))

    def _find_next(self, number: int, at: int, owed: int) -> Span | None:
        """Number of a word, one of the next, that the text has too not far ahead, and where; None if there is none.

        Of several that one for which about as much is passed over in the source as in the text; the text owes what its source had
        in words that were not found, or has none of it.
        """
        best: Span | None = None
        least = passed = 0
        for ahead in range(number, min(number + _AHEAD, len(self._pieces))):
            word = self._pieces[ahead][0]
            for place in self._find_word(word, at, at + owed + passed + len(word) + _SHIFT):
                off = min(abs(place - at - passed), abs(place - at - owed - passed))
                if best is None or off < least:
                    best, least = (ahead, place), off
            passed += _size(word) + 1
        return best

    def _find_word(self, word: str, at: int, end: int) -> Iterator[int]:
        """Places where a word stands in the text as one, not as a part of another."""
        text = self._text
        place = text.find(word, at, end)
        while place >= 0:
            inside = place > at and text[place - 1].isalnum() and word[0].isalnum()
            goes_on = text[place + len(word) : place + len(word) + 1].isalnum() and word[-1].isalnum()
            if not inside and not goes_on:
                yield place
            place = text.find(word, place + 1, end)

    def _align_alone(self, piece: Piece, at: int) -> int:
        """The same for one word, half of which at least has to be there; where the text goes on behind it."""
        known, distance = len(self._anchors), self._distance
        matched, behind = self._align([piece], at, len(self._text))
        if 2 * matched >= _size(piece[0]):
            return behind
        del self._anchors[known:]
        self._distance = distance
        return at

    def _align(self, pieces: Sequence[Piece], at: int, end: int) -> Span:
        """Mark the characters of a stretch of the text that some words of the source have too; how many, and the place behind the
        last."""
        characters = [item for item in _characters(pieces) if item[0].isprintable()]  # what is not is taken out
        letters = "".join(letter for letter, _ in characters)
        text = self._text
        own = matched = 0
        behind = at
        while own < len(letters) and at < end:
            if letters[own] == text[at]:
                self._mark(at, characters[own][1])
                own, at, matched = own + 1, at + 1, matched + 1
                behind = at
            elif text[at].isspace():
                at += 1
            else:
                self._shifts += 1
                skipped = _find_shift(letters, own, text, at) if self._shifts < _MOST_SHIFTS else (1, 1)
                own, at = own + skipped[0], at + skipped[1]
        return matched, behind


def _size(word: str) -> int:
    """Characters of a word without those that a repair takes out in any case."""
    return sum(map(str.isprintable, word))


def _characters(pieces: Sequence[Piece]) -> Iterator[tuple[str, int]]:
    """Each character of some words, a reference read as what it stands for, and where it stands."""
    for word, start in pieces:
        behind = 0
        for reference in _REFERENCE.finditer(word) if "&" in word else ():
            yield from ((word[place], start + place) for place in range(behind, reference.start()))
            yield from ((letter, start + reference.start()) for letter in unescape(reference[0]))
            behind = reference.end()
        yield from ((word[place], start + place) for place in range(behind, len(word)))


def _find_shift(source: str, own: int, text: str, at: int) -> Span:
    """How many characters to pass over in the source and in the text until both go on alike; one of each where they do not
    soon."""
    if source[own + 1 : own + 1 + _ALIKE] == text[at + 1 : at + 1 + _ALIKE]:  # one for another, as mostly
        return 1, 1
    for total in range(1, 2 * _SHIFT + 1):
        for skipped in range(max(0, total - _SHIFT), min(total, _SHIFT) + 1):
            there, here = own + skipped, at + total - skipped
            wanted = source[there : there + _ALIKE]
            if wanted and text.startswith(wanted, here):
                return skipped, total - skipped
    return 1, 1
