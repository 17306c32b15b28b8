"""Trace: where in the source the words of a block's text stand, after markup, references and repairs came between."""

from __future__ import annotations

import re
from html import unescape

from cleancorpus.block import Span

_WORDS, _WORDS_OF_MARKUP = re.compile(r"\S+"), re.compile(r"<[^>]*>|[^\s<]+|<")
_REACH = 64  # code points ahead in which the next word is looked for; a word that a repair changed is passed over


def trace(source: str, span: Span, text: str, *, markup: bool) -> tuple[Span, ...]:
    """(place in the text, place in the source) wherever the distance between the two changes, in order; both only grow.

    Empty where the text is the source's, character by character. Words are matched in turn, so that a place inside one that was
    left as it was is exact.

    Args:
        source: The decoded source.
        span: Where the block stands in it.
        text: The block's text.
        markup: Whether tags and character references may stand in between.
    """
    if source[slice(*span)] == text:
        return ()
    anchors: list[Span] = []
    at, distance = 0, None
    for word in (_WORDS_OF_MARKUP if markup else _WORDS).finditer(source, *span):
        if markup and word[0][0] == "<" and len(word[0]) > 1:
            continue
        start, length = _find(text, word[0], at)
        if start < 0:
            continue
        if start - word.start() != distance:
            distance = start - word.start()
            anchors.append((start, word.start()))
        at = start + length
    return tuple(anchors)


def _find(text: str, word: str, at: int) -> Span:
    """Where a word stands in the text from a place on, and its length there; -1 where it does not."""
    start = text.find(word, at, at + len(word) + _REACH)
    if start < 0 and "&" in word:
        word = unescape(word)
        start = text.find(word, at, at + len(word) + _REACH) if word else -1
    return start, len(word)
