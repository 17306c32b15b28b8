"""Which blocks of a page stand in another extractor's output, and where.

Extractors change white space, drop inline bits, merge and split lines; what they keep of the words and their order is what this
looks at. First sequences of words are matched that both sides have once, then whole lines between them, then single words in what
is left. Matches never cross, so a heading that a menu repeats is matched where its neighbours stand. Nothing here knows which
extractor it was.

Source of method: patience diff (Bram Cohen, 2003-2010), which anchors a comparison in what is unique on both sides and repeats
that between the anchors; here the heaviest chain of anchors is taken instead of the longest. Time grows with the number of words
times its logarithm.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
"""Characters that extractors drop inside words: soft hyphen, zero-width space and joiners, direction marks."""
_WORD = re.compile(
    "[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
"""A word; in Thai, kana and Han, which set no spaces, a character."""
_SHORT = 5  # blocks of fewer words are repeated all over a page and have to be found whole. Chosen by hand
_MOST_ROUNDS = 4  # each anchors what has become unique between the anchors before; two or three suffice for real pages
_MIN_SHARE = 0.5  # of a block's words: extractors drop links and spans inside paragraphs. Chosen by hand
_MOST_SPREAD = 2  # words of output over which a matched word may be spread
_NONE = -1

Matches = list[int]
"""For each item of the left side the index of its match on the right, -1 where it has none; the indices increase."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: case folded, without invisible characters. Empty if it has none.

    >>> words_of("Cà phê, 3.000 ly!")
    ('cà', 'phê', '3', '000', 'ly')
    """
    return tuple(_WORD.findall(text.translate(_UNSEEN).casefold()))


def shares_found(blocks: Sequence[str], output: str) -> list[float]:
    """How much of each block stands in an extractor's output, at its place.

    Args:
        blocks: Texts of a page's blocks, in reading order.
        output: What the extractor made of the page, a line or more for each block; its order is that of the page.

    Returns:
        One share of words for each block, in order: 0.0 for a block that was not extracted, .5 to 1.0 for one that was. A block
        of fewer than five words was extracted if all its words stand together and nothing else stands in their line but other
        matches. A block without words gets 0.0. Deterministic.

    >>> shares_found(["Home", "Offers", "The offers of this week", "Offers", "Bread and salt"], "Offers\\nBread and salt")
    [0.0, 0.0, 0.0, 1.0, 1.0]
    """
    left, right = Lines.cut(blocks), Lines.cut(output.splitlines())
    matches = match_words(left, right)
    taken = {match for match in matches if match != _NONE}
    return [
        _share([match for match in matches[start:end] if match != _NONE], end - start, right, taken)
        for start, end in zip(left.starts, left.starts[1:], strict=False)
    ]


@dataclass(frozen=True, slots=True)
class Lines:
    """A text cut into lines and words, as `words_of` gives them."""

    lines: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    """Of all lines together."""
    starts: tuple[int, ...]
    """Index of each line's first word, and the number of words."""
    borders: frozenset[int]
    """The same as a set."""

    @classmethod
    def cut(cls, texts: Sequence[str]) -> Lines:
        """Each text is a line."""
        lines = tuple(words_of(text) for text in texts)
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        return cls(lines, tuple(word for line in lines for word in line), tuple(starts), frozenset(starts))


def match_words(left: Lines, right: Lines) -> Matches:
    """For each word of a page its match in an extractor's output. Matches do not cross: the indices increase.

    Args:
        left: The page's blocks.
        right: The output's lines.

    Returns:
        As many as ``left.words``; -1 for a word without match. Empty for a page without words.

    >>> match_words(Lines.cut(["Home", "bread and salt"]), Lines.cut(["bread, and salt"]))
    [-1, 0, 1, 2]
    """
    matches: Matches = [_NONE] * len(left.words)
    for key_of, unique in _STEPS:
        keys = _Keys(key_of(left), key_of(right), unique=unique)
        for _ in range(_MOST_ROUNDS):
            if not _anchor(matches, len(right.words), keys):
                break
            _extend(matches, left.words, right.words)
    return matches


@dataclass(frozen=True, slots=True)
class _Keys:
    """By what items are told to be the same."""

    left: Callable[[int], Hashable]
    """Key of the item at an index; None for one that takes no part. Its length is its weight."""
    right: Callable[[int], Hashable]
    unique: bool
    """Only what stands once on either side is matched; else the first with the first, the second with the second, and so on."""


def _whole_line(side: Lines) -> Callable[[int], Hashable]:
    """The line that begins at a word."""
    starting = {start: line for start, line in zip(side.starts, side.lines, strict=False) if line}
    return starting.get


def _words(length: int) -> Callable[[Lines], Callable[[int], Hashable]]:
    """So many words from a word on."""

    def key_of(side: Lines) -> Callable[[int], Hashable]:
        words = side.words
        return lambda index: words[index : index + length] if index + length <= len(words) else None

    return key_of


_STEPS = (
    (_words(4), True),  # where on the page we are: the chain that holds most of the output wins, menus have no such sequences
    (_whole_line, True),
    (_whole_line, False),
    (_words(2), True),
    (_words(1), True),
    (_words(4), False),
)
"""What is matched, and whether it has to be unique between the matches before: the surest first."""


def _anchor(matches: Matches, size: int, keys: _Keys) -> bool:
    """Match what can be matched in every gap between the matches so far; whether there was any."""
    found = False
    for left, right in list(_gaps(matches, size)):
        for index, match in _heaviest_chain(_pairs(left, right, keys)):
            matches[index] = match
            found = True
    return found


def _gaps(matches: Matches, size: int) -> Iterator[tuple[range, range]]:
    """Stretches without matches that have items on both sides."""
    start, after = 0, 0
    for index, match in enumerate([*matches, size]):
        if match == _NONE:
            continue
        if start < index and after < match:
            yield range(start, index), range(after, match)
        start, after = index + 1, match + 1


def _pairs(left: range, right: range, keys: _Keys) -> list[tuple[int, int, int]]:
    """(left, right, weight) of items with the same key, by their place on the left."""
    ours, theirs = _places(left, keys.left), _places(right, keys.right)
    pairs = []
    for key, places in ours.items():
        others = theirs.get(key, ())
        if keys.unique and len(places) + len(others) > 2:
            continue
        step = -1 if left.start == 0 else 1  # before the first match count back from it: menus come before the article
        pairs += [(here, there, _weight(key)) for here, there in zip(places[::step], others[::step], strict=False)]
    return sorted(pairs)


def _weight(key: Hashable) -> int:
    return len(key) if isinstance(key, tuple) else 1


def _places(stretch: range, key_of: Callable[[int], Hashable]) -> dict[Hashable, list[int]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index in stretch:
        if (key := key_of(index)) is not None:
            places[key].append(index)
    return places


def _heaviest_chain(pairs: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The pairs (left, right) that do not cross and weigh most together. ``pairs`` are sorted, and each index stands in one."""
    ends: list[int] = []  # right ends of the chains worth going on with, and what they weigh: both increase
    tops: list[tuple[int, int]] = []
    before: list[int] = []
    for index, (_, right, weight) in enumerate(pairs):
        at = bisect_left(ends, right)
        below, previous = tops[at - 1] if at else (0, _NONE)
        before.append(previous)
        worse = at
        while worse < len(tops) and tops[worse][0] <= below + weight:
            worse += 1
        ends[at:worse], tops[at:worse] = [right], [(below + weight, index)]
    chain = []
    index = tops[-1][1] if tops else _NONE
    while index != _NONE:
        chain.append(pairs[index][:2])
        index = before[index]
    return chain[::-1]


def _extend(matches: Matches, left: Sequence[str], right: Sequence[str]) -> None:
    """Match the words beside matches as long as they are the same on both sides: after a match forwards, before one backwards."""
    for ours, theirs in list(_gaps(matches, len(right))):
        forwards = _same(left, right, zip(ours, theirs, strict=False)) if ours.start else 0
        backwards = 0
        if ours.stop < len(left):
            rest = zip(ours[forwards:][::-1], theirs[forwards:][::-1], strict=False)
            backwards = _same(left, right, rest)
        matches[ours.start : ours.start + forwards] = theirs[:forwards]
        matches[ours.stop - backwards : ours.stop] = theirs[len(theirs) - backwards :]


def _same(left: Sequence[str], right: Sequence[str], pairs: Iterable[tuple[int, int]]) -> int:
    """How many pairs of indices, from the first on, hold the same word."""
    count = 0
    for here, there in pairs:
        if left[here] != right[there]:
            break
        count += 1
    return count


def _share(found: Sequence[int], size: int, right: Lines, taken: set[int]) -> float:
    """Share of a block's words that were matched, 0.0 where they are too few or too scattered to be the block.

    Args:
        found: Matches of the block's words.
        size: How many words it has.
        right: The output.
        taken: All matches of the page.
    """
    if not found or len(found) < size * _MIN_SHARE:
        return 0.0
    start, end = found[0], found[-1] + 1
    if size >= _SHORT:
        return round(len(found) / size, 4) if end - start <= _MOST_SPREAD * len(found) else 0.0
    is_whole = len(found) == size == end - start
    is_apart = (start in right.borders or start - 1 in taken) and (end in right.borders or end in taken)
    return 1.0 if is_whole and is_apart else 0.0
