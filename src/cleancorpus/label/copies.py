"""Copies: text that a page shows twice, as sites do that send one version for telephones and one for screens, quote a post below
itself, or show the same reviews under two tabs. The second time it tells a reader nothing; nor does what is hidden and shown
too."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.block import Kind
from cleancorpus.label.features.batch import KINDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cleancorpus.label.features.batch import Batch

_RUN, _ALONE = 800, 1500
"""Tenths of a Latin letter that a run of copies has at least, and one that stands alone: a sentence, and two. A short line may
well stand on a page twice, and so may a clause of a contract."""
_HIDDEN = 200
"""The same of hidden blocks whose text is shown elsewhere: a line of four words. A short answer ("Yes") may be another one."""
_MOST_ORIGINALS = 8
"""A text that stood there more often is compared with its first places only: a million times the same line takes no longer."""
_NO_COPIES = frozenset({KINDS[Kind.TABLE], KINDS[Kind.CODE]})
"""Rows and lines of code are alike because things are."""


def find_copies(batch: Batch, own: slice, kept: NDArray[np.bool_]) -> list[int]:
    """Which of a page's blocks repeat earlier ones.

    A copy is a run of two or more kept blocks that were there before in the same order, or one longer block. It stands elsewhere
    on the page: what has the same parent as its original, a refrain or a clause, is meant to be there twice; one that stands
    alone has another grandparent too. What is hidden is a copy of what is shown, wherever that stands, and never the other way
    round.

    Args:
        batch: The batch the page is in.
        own: The page's blocks in it.
        kept: Blocks of the page that would stay; others are no originals and no copies.

    Returns:
        Indexes in the page, ascending.
    """
    hidden = _find_hidden_copies(batch, own, kept)
    places = np.setdiff1d(np.flatnonzero(kept), hidden).tolist()
    texts, sizes = batch.texts[own], batch.tenths[own].tolist()
    if not _may_have_copies([texts[place] for place in places], [sizes[place] for place in places]):
        return hidden
    kinds = batch.kind[own].tolist()
    parent = batch.elements.parent
    shown = batch.shown[own].tolist()
    one = parent[batch.element[own]]
    above = list(zip(one.tolist(), parent[one].tolist(), strict=True))
    originals: dict[str, list[int]] = {}
    before: list[list[int]] = []  # for each place those of the same text in front of it
    for number, place in enumerate(places):
        same = originals.setdefault(texts[place], []) if texts[place] else []
        firsts = [item for item in same if shown[places[item]] or not shown[place]]
        before.append([item for item in firsts if above[places[item]][0] != above[place][0]])
        if len(same) < _MOST_ORIGINALS:
            same.append(number)
    runs = _measure_runs(before)
    copies: list[int] = []
    number = 0
    while number < len(places):
        run = runs[number]
        inside = places[number : number + run]
        size = sum(sizes[place] for place in inside if kinds[place] not in _NO_COPIES)
        apart = run == 1 and all(above[places[first]][1] != above[places[number]][1] for first in before[number])
        if size >= (_ALONE if run == 1 else _RUN) and (run > 1 or apart):
            copies += inside
            number += run
        else:
            number += 1
    return sorted(copies + hidden)


def _find_hidden_copies(batch: Batch, own: slice, kept: NDArray[np.bool_]) -> list[int]:
    """Runs of blocks that would stay and that the page hides, while it shows the text of each, to be kept too, elsewhere."""
    shown = batch.shown[own].astype(bool)
    if shown.all():
        return []
    texts, sizes = batch.texts[own], batch.tenths[own].tolist()
    said = {texts[place] for place in np.flatnonzero(kept & shown).tolist()}
    copies: list[int] = []
    for again, run in groupby(np.flatnonzero(kept).tolist(), lambda place: not shown[place] and texts[place] in said):
        places = [*run]
        if again and sum(sizes[place] for place in places) >= _HIDDEN:
            copies += places
    return copies


def _may_have_copies(texts: list[str], sizes: list[int]) -> bool:
    """Whether as much stands there again as the shortest run has; most pages are done with here."""
    if len(set(texts)) == len(texts):
        return False
    seen: set[str] = set()
    again = 0
    for text, size in zip(texts, sizes, strict=True):
        again += size if text in seen else 0
        seen.add(text)
    return again >= _RUN


def _measure_runs(before: list[list[int]]) -> list[int]:
    """For each place how many blocks from there on repeat earlier ones, one by one; the run ends where it would meet itself.
    Measured from the end, each from the one behind it."""
    longest = [0] * len(before)
    behind: dict[int, int] = {}
    for second in range(len(before) - 1, -1, -1):
        behind = {first: 1 + behind.get(first + 1, 0) for first in before[second]}
        longest[second] = max((min(size, second - first) for first, size in behind.items()), default=0)
    return longest
