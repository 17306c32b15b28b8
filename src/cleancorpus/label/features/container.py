"""What the elements around a block hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cleancorpus.label.features.batch import Batch, Ints
    from cleancorpus.label.features.registry import Column

_LEVELS = (0, 1, 2, 3, 5)
_SHARES = (30, 50, 80)


def _sums(batch: Batch, values: NDArray[np.generic]) -> Ints:
    """Sum of a number over the blocks of each element of the batch."""
    return batch.elements.inside(batch.prefix(values))


def _at_levels(batch: Batch) -> list[Ints]:
    """The elements so many levels above each block."""
    found, at = [], batch.element
    for level in range(max(_LEVELS) + 1):
        if level in _LEVELS:
            found.append(at)
        at = batch.elements.parent[at]
    return found


@feature("0-1", *_LEVELS)
def container_prose(batch: Batch) -> list[Column]:
    """Share of the page's unlinked prose inside the elements above it."""
    prose = batch.plain_prose * batch.tenths
    inside, whole = _sums(batch, prose), batch.page_sum(prose)
    return [share(inside[at], whole) for at in _at_levels(batch)]


@feature("0-1", *_LEVELS)
def container_text(batch: Batch) -> list[Column]:
    """Share of the page's text inside the elements above it."""
    inside, whole = _sums(batch, batch.tenths), batch.page_sum(batch.tenths)
    return [share(inside[at], whole) for at in _at_levels(batch)]


@feature("0-1", *_LEVELS)
def container_links(batch: Batch) -> list[Column]:
    """Link density of the elements above it."""
    linked, chars = _sums(batch, batch.link_chars), _sums(batch, batch.chars)
    return [share(linked[at], chars[at]) for at in _at_levels(batch)]


@feature("blocks", *_LEVELS)
def container_blocks(batch: Batch) -> list[Column]:
    """Blocks inside the elements above it."""
    blocks = batch.elements.last - batch.elements.first
    return [blocks[at] for at in _at_levels(batch)]


@feature("0-1", *_LEVELS)
def container_paragraphs(batch: Batch) -> list[Column]:
    """Share of paragraphs among the blocks of the elements above it."""
    paragraphs = _sums(batch, batch.plain_prose)
    blocks = batch.elements.last - batch.elements.first
    return [share(paragraphs[at], blocks[at]) for at in _at_levels(batch)]


@feature("0-1", *_LEVELS)
def container_place(batch: Batch) -> list[Column]:
    """Where the block stands in the elements above it: share of their blocks before it."""
    elements = batch.elements
    return [
        np.where(at == elements.none, 0.0, share(batch.index - elements.first[at], elements.last[at] - elements.first[at]))
        for at in _at_levels(batch)
    ]


def _branches(batch: Batch, percent: int) -> Ints:
    """For each element the topmost one around it, or itself, that holds less than so much of its page's prose; the dummy where
    every one holds more."""
    return batch.remember(f"branches_{percent}", lambda: _find_branches(batch, percent))


def _find_branches(batch: Batch, percent: int) -> Ints:
    elements = batch.elements
    prose = batch.plain_prose * batch.tenths
    inside = elements.inside(batch.prefix(prose))
    totals = batch.prefix(prose)
    whole = (totals[batch.starts + batch.counts] - totals[batch.starts])[elements.page] if batch.size else inside
    small = inside * 100 < whole * percent
    branch = np.full(len(elements.parent), elements.none, dtype=np.int64)
    for level in elements.levels:
        above = branch[elements.parent[level]]
        branch[level] = np.where(above != elements.none, above, np.where(small[level], level, elements.none))
    return branch


@feature("0-1", *(f"{kind}_{percent}" for percent in _SHARES for kind in ("prose", "text", "links")))
def branch_share(batch: Batch) -> list[Column]:
    """Of the topmost element around it that holds less than so many percent of the page's prose: its share of that prose and of
    the text, and its link density; 1 where there is no such element, that is in the main text."""
    prose = batch.plain_prose * batch.tenths
    inside_prose, inside_text = _sums(batch, prose), _sums(batch, batch.tenths)
    linked, chars = _sums(batch, batch.link_chars), _sums(batch, batch.chars)
    whole_prose, whole_text = batch.page_sum(prose), batch.page_sum(batch.tenths)
    columns: list[Column] = []
    for percent in _SHARES:
        at = _branches(batch, percent)[batch.element]
        outside = at == batch.elements.none
        columns += [
            np.where(outside, 1.0, share(inside_prose[at], whole_prose)),
            np.where(outside, 1.0, share(inside_text[at], whole_text)),
            np.where(outside, share(batch.link_chars, batch.chars), share(linked[at], chars[at])),
        ]
    return columns


@feature("levels", *_SHARES)
def branch_depth(batch: Batch) -> list[Column]:
    """How far above the block that element stands; -1 where there is none."""
    depth = batch.elements.depth
    columns: list[Column] = []
    for percent in _SHARES:
        at = _branches(batch, percent)[batch.element]
        columns.append(np.where(at == batch.elements.none, -1, depth[batch.element] - depth[at]))
    return columns


@feature("blocks", *_SHARES)
def branch_blocks(batch: Batch) -> list[Column]:
    """Blocks of that element; 0 where there is none."""
    blocks = batch.elements.last - batch.elements.first
    return [blocks[_branches(batch, percent)[batch.element]] for percent in _SHARES]


@feature("pictures", 1, 2)
def container_images(batch: Batch) -> list[Column]:
    """Pictures inside the elements one and two levels above it."""
    images = _sums(batch, batch.images)
    one = batch.elements.parent[batch.element]
    return [images[one], images[batch.elements.parent[one]]]
