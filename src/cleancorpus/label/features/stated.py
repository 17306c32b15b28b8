"""What the page states about itself, and what of it a block is; and whether its words stand on the page again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch, Flags, Ints
    from cleancorpus.label.features.registry import Column
    from cleancorpus.label.features.statements import Stated

_TYPES = ("article", "product", "thread", "listing", "og_article")
_PART, _LONG = 15, 40  # code points: what stands in a title or opens a description not by chance


def _each(batch: Batch) -> Iterator[tuple[str, Stated]]:
    """Folded text of each block with the statements of its page."""
    pages = batch.page.tolist()
    return ((text, batch.stated[page]) for text, page in zip(batch.folds, pages, strict=True))


def _is_title(text: str, stated: Stated) -> int:
    """2 for a stated title, 1 for a part of one or more than one, 0 for neither."""
    if text in stated.titles:
        return 2
    if len(text) <= _PART or not stated.longest:
        return 0
    return int(text in stated.longest or any(title in text for title in stated.long_titles))


def _titles(batch: Batch) -> Ints:
    return batch.remember("titles", lambda: np.array([_is_title(text, stated) for text, stated in _each(batch)], dtype=np.int64))


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

    def compare(text: str, stated: Stated) -> int:
        if len(stated.description) < _LONG or len(text) < _LONG:
            return 0
        return 2 if text == stated.description else int(text[:_LONG] == stated.description[:_LONG])

    return np.array([compare(text, stated) for text, stated in _each(batch)], dtype=np.int64)


@feature("yes/no")
def is_author(batch: Batch) -> Column:
    """Whether a short block names an author that the page states."""
    return np.array(
        [
            bool(stated.authors) and 0 < len(text) < 120 and any(name in text for name in stated.authors)
            for text, stated in _each(batch)
        ],
        dtype=np.int64,
    )


@feature("yes/no")
def in_stated_body(batch: Batch) -> Column:
    """Whether the block stands in the article text that the page states; -1 where it states none."""
    return np.array(
        [-1 if not stated.body else int(len(text) > 3 and text in stated.body) for text, stated in _each(batch)], dtype=np.int64
    )


@feature("yes/no", *_TYPES)
def page_type(batch: Batch) -> list[Column]:
    """What the page says it is."""
    types = np.array([stated.types for stated in batch.stated], dtype=np.int64)[batch.page]
    return [(types >> bit) & 1 for bit in range(len(_TYPES))]


@feature("blocks")
def same_text(batch: Batch) -> Column:
    """Blocks of the page with the same folded text; 0 for long ones."""
    folds, starts = batch.folds, batch.starts.tolist()
    counts = [Counter(folds[start : start + length]) for start, length in zip(starts, batch.counts.tolist(), strict=True)]
    pages = batch.page.tolist()
    return np.array([counts[page][text] if text else 0 for text, page in zip(folds, pages, strict=True)], dtype=np.int64)
