"""Units: headlines of several teasers that an extractor ran together in one line, told apart where the text itself shows how.

A piece of the line stands alone elsewhere in the text: a headline, or an image text before one. Else a capital inside it begins
one, at a word that the text writes small elsewhere and in no other line with a capital, so it is no name. Where nothing shows it
the line stays one: languages that write nouns with a capital, and scripts without any, mostly do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cleancorpus.block import Block, Kind, Span
from cleancorpus.language.fold import fold
from cleancorpus.role import Role

_FEWEST_WORDS, _SHORTEST = 4, 18
"""What a headline has at least: words, and code points."""
_LONGEST_LINE = 400
_STOPS = tuple(".…。")
_MOST_KNOWN = 40
"""Words of a known headline; longer lines are paragraphs."""
_WORD = re.compile(r"\S+")
_AROUND = "\"'“”„«»‘’([¿¡)]?!.,;:…"
_NO_END = tuple(",:;–—-(/")


def find_units(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a text, each teaser line that holds several headlines with where they stand in it.

    Returns:
        As many blocks in the same order; only `Block.units` may differ. Linear in the length of the text.
    """
    if not any(map(_may_be_glued, blocks)):
        return tuple(blocks)
    words = (word.strip(_AROUND) for block in blocks for word in block.text.split())
    written_small = {word for word in words if word[:1].islower()}
    inside = Counter(word for text in {block.text for block in blocks} for word in _capitals_inside(text))
    common = {word for word, lines in inside.items() if lines == 1 and word[:1].lower() + word[1:] in written_small}
    known = {fold(block.text) for block in blocks if len(block.text) >= _SHORTEST}
    return tuple(
        replace(block, units=units) if _may_be_glued(block) and (units := _split(block.text, common, known)) else block
        for block in blocks
    )


def _capitals_inside(text: str) -> set[str]:
    """Words of a line that have a capital behind a word without."""
    words = text.split()
    return {word.strip(_AROUND) for before, word in pairwise(words) if before[:1].islower() and word.strip(_AROUND)[:1].isupper()}


def _may_be_glued(block: Block) -> bool:
    fits = 2 * _SHORTEST < len(block.text) <= _LONGEST_LINE
    return fits and block.role is Role.RELATED and block.kind is Kind.LINE and not block.text.endswith(_STOPS)


def _split(text: str, common: set[str], known: set[str]) -> tuple[Span, ...]:
    """Where the headlines of a line stand; empty for one alone."""
    words = list(_WORD.finditer(text))
    starts = [0, *_starts(words, common, known)]
    if len(starts) == 1:
        return ()
    ends = [*(words[at - 1].end() for at in starts[1:]), len(text.rstrip())]
    return tuple((words[at].start(), end) for at, end in zip(starts, ends, strict=True))


def _starts(words: Sequence[re.Match[str]], common: set[str], known: set[str]) -> list[int]:
    """Indices of the words with which further headlines begin."""
    return list(_starts_known(words, known)) or _starts_by_capital(words, common)


def _starts_known(words: Sequence[re.Match[str]], known: set[str]) -> Iterator[int]:
    """Behind each piece that is a line of its own elsewhere, the longest first."""
    at = 0
    while length := _known_length(words, at, known):
        at += length
        yield at


def _known_length(words: Sequence[re.Match[str]], start: int, known: set[str]) -> int:
    """How many words from one on are such a piece, with some behind it; 0 for none."""
    so_far, found = "", 0
    for length, word in enumerate(words[start : min(start + _MOST_KNOWN, len(words) - 1)], 1):
        so_far += fold(word[0])
        if length >= _FEWEST_WORDS and so_far in known:
            found = length
    return found


def _starts_by_capital(words: Sequence[re.Match[str]], common: set[str]) -> list[int]:
    """At each capital that can begin a headline; at none where one cannot, although its word is no name: such a line writes many
    words so."""
    starts: list[int] = []
    last = 0
    for at in range(1, len(words)):
        if _is_capital(words, at, common):
            if not _is_long_enough(words, last, at):
                return []
            last = at
            starts.append(at)
    return starts


def _is_capital(words: Sequence[re.Match[str]], at: int, common: set[str]) -> bool:
    """Whether a word alone among its neighbours has a capital, and is no name."""
    before, word = words[at - 1][0], words[at][0].strip(_AROUND)
    after = words[at + 1][0] if at + 1 < len(words) else ""
    return before[:1].islower() and not after[:1].isupper() and not before.endswith(_NO_END) and word in common


def _is_long_enough(words: Sequence[re.Match[str]], last: int, at: int) -> bool:
    """Whether there is room for a headline before a word and from it on."""
    sizes = (words[at - 1].end() - words[last].start(), words[-1].end() - words[at].start())
    return min(at - last, len(words) - at) >= _FEWEST_WORDS and min(sizes) >= _SHORTEST
