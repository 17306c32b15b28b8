"""What stands beside a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.features.registry import Column

_OFFSETS = (-3, -2, -1, 1, 2, 3)
_NEAR = (-1, 1)


@feature("tenths of a Latin letter", *_OFFSETS)
def size_at(batch: Batch) -> list[Column]:
    """Length of the blocks beside it; -1 beyond the page."""
    return [batch.beside(batch.tenths, offset) for offset in _OFFSETS]


@feature("0-1", *_OFFSETS)
def link_density_at(batch: Batch) -> list[Column]:
    """Link density of the blocks beside it; -1 beyond the page."""
    density = share(batch.link_chars, batch.chars)
    return [batch.beside(density, offset) for offset in _OFFSETS]


@feature("number", *_NEAR)
def kind_at(batch: Batch) -> list[Column]:
    """Kind of the blocks beside it."""
    return [batch.beside(batch.kind, offset) for offset in _NEAR]


@feature("0-6", *_NEAR)
def level_at(batch: Batch) -> list[Column]:
    """Heading level of the blocks beside it."""
    return [batch.beside(batch.level, offset) for offset in _NEAR]


@feature("yes/no", *_OFFSETS)
def prose_at(batch: Batch) -> list[Column]:
    """Whether the blocks beside it are paragraphs."""
    return [batch.beside(batch.plain_prose, offset) for offset in _OFFSETS]


@feature("class", *_NEAR)
def last_character_at(batch: Batch) -> list[Column]:
    """How the blocks beside it end."""
    return [batch.beside(batch.last_class, offset) for offset in _NEAR]


@feature("yes/no", "date_-1", "date_1", "byline_-1", "byline_1", "name_-1", "name_1")
def cue_at(batch: Batch) -> list[Column]:
    """Whether the blocks beside it are dates, bylines, names."""
    flags = (Cues.DATE_LINE, Cues.BYLINE, Cues.NAME)
    return [batch.beside(batch.has_cue(flag), offset) for flag in flags for offset in _NEAR]


@feature("pictures", 1, 2)
def images_at(batch: Batch) -> list[Column]:
    """Pictures directly behind it."""
    return [batch.beside(batch.images, offset) for offset in (1, 2)]


@feature("levels", *_NEAR)
def depth_step(batch: Batch) -> list[Column]:
    """How much deeper it stands than the blocks beside it."""
    depth = batch.elements.depth[batch.element]
    return [depth - batch.beside(depth, offset, 0) for offset in _NEAR]


_REACHES = (2, 5, 12)


@feature("0-1", *_REACHES)
def prose_around(batch: Batch) -> list[Column]:
    """Share of unlinked prose in the text of the blocks around it."""
    prose = batch.plain_prose * batch.tenths
    return [share(batch.window(prose, reach), batch.window(batch.tenths, reach)) for reach in _REACHES]


@feature("0-1", *_REACHES)
def links_around(batch: Batch) -> list[Column]:
    """Link density of the blocks around it."""
    return [share(batch.window(batch.link_chars, reach), batch.window(batch.chars, reach)) for reach in _REACHES]


@feature("tenths of a Latin letter", *_REACHES)
def size_around(batch: Batch) -> list[Column]:
    """Text of the blocks around it."""
    return [batch.window(batch.tenths, reach) for reach in _REACHES]


@feature("pictures", 5)
def images_around(batch: Batch) -> Column:
    """Pictures around it."""
    return batch.window(batch.images, 5)


@feature("blocks")
def short_run(batch: Batch) -> Column:
    """Length of the run of blocks without a paragraph in which it stands; 0 for a paragraph."""
    since, until = batch.since(batch.plain_prose), batch.until(batch.plain_prose)
    before = np.minimum(since, batch.index - batch.start + 1)
    behind = np.minimum(until, batch.end - batch.index)
    return np.where(batch.plain_prose, 0, before + behind - 1)
