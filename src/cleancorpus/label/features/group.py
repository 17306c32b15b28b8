"""What is built like a block: teasers, menu entries, posts and paragraphs come in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch, Ints
    from cleancorpus.label.features.registry import Column

_ABOVE = (0, 1, 2, 3, 4)


def _shape(batch: Batch) -> Ints:
    """Number of each block's shape; blocks of plain text share one per page."""
    return np.where(batch.element == batch.elements.none, -1 - batch.page, batch.elements.shape[batch.element])


def number_alike(batch: Batch) -> Ints:
    """Number of each block's group, from 0: blocks of one page in elements of the same tag and names, two levels up included."""
    return batch.remember("groups", lambda: np.unique(_shape(batch), return_inverse=True)[1].reshape(-1))


def _group(batch: Batch) -> tuple[Ints, int]:
    """Number of each block's group, and how many there are."""
    groups = number_alike(batch)
    return groups, int(groups.max()) + 1 if batch.size else 0


def _element_shapes(batch: Batch) -> Ints:
    """Number of each element's shape, from 0."""
    return batch.remember("shapes", lambda: np.unique(batch.elements.shape, return_inverse=True)[1].reshape(-1))


def _total(groups: Ints, count: int, values: Ints) -> Ints:
    """Sum of a number over each block's group. Of integers far below 2**53, so exact."""
    return np.bincount(groups, weights=values, minlength=count).astype(np.int64)[groups]


@feature("blocks")
def like_blocks(batch: Batch) -> Column:
    """Blocks of the page in elements of the same tag and names, two levels up included."""
    groups, count = _group(batch)
    return _total(groups, count, np.ones(batch.size, dtype=np.int64))


@feature("0-1", "text", "prose", "links", "paragraphs")
def like_share(batch: Batch) -> list[Column]:
    """Of these: their share of the page's text and prose, their link density, and how many of them are paragraphs."""
    groups, count = _group(batch)
    prose = batch.plain_prose * batch.tenths
    blocks = _total(groups, count, np.ones(batch.size, dtype=np.int64))
    return [
        share(_total(groups, count, batch.tenths), batch.page_sum(batch.tenths)),
        share(_total(groups, count, prose), batch.page_sum(prose)),
        share(_total(groups, count, batch.link_chars), _total(groups, count, batch.chars)),
        share(_total(groups, count, batch.plain_prose.astype(np.int64)), blocks),
    ]


@feature("tenths of a Latin letter")
def like_size(batch: Batch) -> Column:
    """Their mean length."""
    groups, count = _group(batch)
    return share(_total(groups, count, batch.tenths), _total(groups, count, np.ones(batch.size, dtype=np.int64)))


@feature("elements", *_ABOVE)
def repeats(batch: Batch) -> list[Column]:
    """Elements of the page built like those above the block: cards and posts repeat, the article stands alone."""
    elements = batch.elements
    shapes = _element_shapes(batch)
    filled = elements.last > elements.first
    counts = np.bincount(shapes, weights=filled).astype(np.int64)[shapes]
    columns: list[Column] = []
    at = batch.element
    for _ in _ABOVE:
        columns.append(np.where(at == elements.none, 0, counts[at]))
        at = elements.parent[at]
    return columns


@feature("tenths of a Latin letter", 1, 2, 3)
def repeat_size(batch: Batch) -> list[Column]:
    """Mean length of the text in elements built like those above it."""
    elements = batch.elements
    shapes = _element_shapes(batch)
    inside = elements.inside(batch.prefix(batch.tenths))
    totals = np.bincount(shapes, weights=inside).astype(np.int64)[shapes]
    counts = np.bincount(shapes, weights=elements.last > elements.first).astype(np.int64)[shapes]
    columns: list[Column] = []
    at = batch.element
    for _ in range(3):
        at = elements.parent[at]
        columns.append(np.where(at == elements.none, 0.0, share(totals[at], counts[at])))
    return columns


@feature("yes/no", -1, 1)
def same_shape(batch: Batch) -> list[Column]:
    """Whether the blocks beside it are in elements built like its own."""
    shape = _shape(batch)
    return [batch.beside(shape, offset, -(1 << 40)) == shape for offset in (-1, 1)]


@feature("yes/no", -1, 1)
def same_parent(batch: Batch) -> list[Column]:
    """Whether the blocks beside it stand in the same element."""
    parent = np.where(batch.element == batch.elements.none, -1, batch.elements.parent[batch.element])
    return [batch.beside(parent, offset, -2) == parent for offset in (-1, 1)]
