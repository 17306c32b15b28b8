"""What the page states about itself, and what of it a block is; and whether its words stand on the page again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from collections.abc import Callable

    from cleancorpus.label.features.batch import Batch, Flags, Ints
    from cleancorpus.label.features.registry import Column
    from cleancorpus.label.features.statements import Stated

_TYPES = ("article", "product", "thread", "listing", "og_article")
_PART, _LONG = 15, 40  # code points: what stands in a title or opens a description not by chance
_LONGEST_BYLINE, _FEWEST_LETTERS = 120, 3


def _compare(batch: Batch, compare: Callable[[str, Stated], int], states: Callable[[Stated], object], silent: int = 0) -> Ints:
    """What comes of comparing the folded text of each block with the statements of its page, ``silent`` where it does not state
    what it would be compared with."""
    folds, found = batch.folds, np.full(batch.size, silent, dtype=np.int64)
    for stated, own in zip(batch.stated, batch.slices, strict=True):
        if states(stated):
            found[own] = [compare(text, stated) for text in folds[own]]
    return found


def _titles(batch: Batch) -> Ints:
    return batch.read_once(_read_titles)


def _read_titles(batch: Batch) -> Ints:
    return _compare(batch, _is_title, lambda stated: stated.titles)


def _is_title(text: str, stated: Stated) -> int:
    """2 for a stated title, 1 for a part of one or more than one, 0 for neither."""
    if text in stated.titles:
        return 2
    if len(text) <= _PART:
        return 0
    if len(text) < stated.shortest_long:  # holds none of them
        return int(text in stated.longest)
    return int(text in stated.longest or any(title in text for title in stated.long_titles))


@feature("0-2")
def is_title(batch: Batch) -> Column:
    """Whether the block is a title that the page states (2), a part of it or more (1); -1 where it states none."""
    states = np.array([bool(stated.titles) for stated in batch.stated], dtype=bool)[batch.page]
    return np.where(states, _titles(batch), -1)


@feature("blocks", "since", "until")
def title_distance(batch: Batch) -> list[Column]:
    """Blocks since and until the nearest block that is a stated title."""
    same: Flags = _titles(batch) == 2
    return [batch.since(same), batch.until(same)]


@feature("blocks", "since", "until")
def title_heading_distance(batch: Batch) -> list[Column]:
    """The same for headings alone: the title as it stands above the article."""
    same: Flags = (_titles(batch) == 2) & (batch.level > 0)
    return [batch.since(same), batch.until(same)]


@feature("0-2")
def is_description(batch: Batch) -> Column:
    """Whether the block is the page's description (2) or begins like it (1)."""

    return _compare(batch, _is_description, lambda stated: stated.description)


def _is_description(text: str, stated: Stated) -> int:
    start = stated.description[:_LONG]
    return (text == stated.description) + text.startswith(start) if len(start) == _LONG else 0


@feature("yes/no")
def is_author(batch: Batch) -> Column:
    """Whether a short block names an author that the page states."""
    return _compare(batch, _is_author, lambda stated: stated.authors)


def _is_author(text: str, stated: Stated) -> int:
    return 0 < len(text) < _LONGEST_BYLINE and any(name in text for name in stated.authors)


@feature("yes/no")
def in_stated_body(batch: Batch) -> Column:
    """Whether the block stands in the article text that the page states; -1 where it states none."""
    return _compare(batch, _is_in_body, lambda stated: stated.body, silent=-1)


def _is_in_body(text: str, stated: Stated) -> int:
    return len(text) > _FEWEST_LETTERS and text in stated.body


@feature("yes/no", *_TYPES)
def page_type(batch: Batch) -> list[Column]:
    """What the page says it is."""
    types = np.array([stated.types for stated in batch.stated], dtype=np.int64)[batch.page]
    return [(types >> bit) & 1 for bit in range(len(_TYPES))]


@feature("blocks")
def same_text(batch: Batch) -> Column:
    """Blocks of the page with the same folded text; 0 for long ones."""
    folds, found = batch.folds, np.zeros(batch.size, dtype=np.int64)
    for own in batch.slices:
        counts = Counter(folds[own])
        counts[""] = 0
        found[own] = list(map(counts.__getitem__, folds[own]))
    return found
