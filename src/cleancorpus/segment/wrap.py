"""Wrapped lines: text that was cut at a width, as mails, plain-text books and old archives are.

A cut is known by what it avoids: the next word would not have fitted. Verse and lists break where they want to, so most of their
long lines had room for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleancorpus.language.fold import STOPS, is_unspaced

_NARROWEST, _WIDEST = 40, 120  # code points: no wrapping is narrower or wider
_WITHIN = 0.95  # share of the lines that keep within the width
_LONG = 0.6  # of the width: shorter lines say nothing
_FEWEST, _USUAL, _FULL, _GOES_ON = 4, 0.2, 0.8, 0.35
"""Cuts that are needed to tell; their share among all lines, and among the ends of long lines; the share of them at which a
sentence goes on: of German lines nearly half begin with a noun. All chosen by hand: of 4,548 texts of `lines`
three are taken for wrapped, two of which are, from a quarter on as from half (2026-11-28)."""
_SMALL = 4  # letters of a word with which no line of verse and no headline ends by custom
_ITEM = re.compile(r"(?:[-*•–—>#|]|\d{1,3}[.)])(?:\s|$)")
_ENDS = frozenset(f"{STOPS}།༎!?:;！？…")


def find_wrapped(lines: Sequence[str], blank_before: Sequence[bool]) -> list[bool]:
    """For each line whether it goes on with the sentence of the line before, because that one was full.

    Args:
        lines: Lines without the white space around them.
        blank_before: Whether a blank line stands before each.

    Returns:
        One flag a line, all False for a text that is not wrapped; never True for the first line or behind a blank one.
    """
    width = _find_width(lines)
    flags = [False] * len(lines)
    if not width:
        return flags
    long, goes_on = 0, 0
    cuts: list[int] = []
    for at in range(1, len(lines)):
        before, line = lines[at - 1], lines[at]
        if blank_before[at] or len(before) < _LONG * width:
            continue
        long += 1
        if len(before) + 1 + _first_word(line) > width and not _ITEM.match(line):
            cuts.append(at)
            goes_on += _leads_on(before, line)
    if len(cuts) < max(_FEWEST, _USUAL * len(lines), _FULL * long) or goes_on < _GOES_ON * len(cuts):
        return flags
    for at in cuts:
        flags[at] = True
    return flags


def _leads_on(before: str, line: str) -> bool:
    """Whether a sentence goes on from one line to the next: in small letters, or behind a small word ("for the")."""
    if not line[0].isalpha() or before[-1] in _ENDS:
        return False
    last = before.rpartition(" ")[2]
    return not line[0].isupper() or (last.isalpha() and last.islower() and len(last) <= _SMALL)


def _find_width(lines: Sequence[str]) -> int:
    """The width that nearly all lines keep; 0 where it is none that texts are wrapped at."""
    if len(lines) <= _FEWEST:
        return 0
    sizes = sorted(map(len, lines))
    width = sizes[min(len(sizes) - 1, int(_WITHIN * len(sizes)))]
    return width if _NARROWEST <= width <= _WIDEST else 0


def _first_word(line: str) -> int:
    """Length of the first word; one where words are not spaced."""
    return 1 if is_unspaced(line[0]) else len(line.partition(" ")[0])
