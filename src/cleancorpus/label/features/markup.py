"""How a block is set: its kind, its links, the hints of the elements around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.hints import FAMILIES
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.features.registry import Column

_TAG_NUMBERS = {
    tag: number
    for number, tag in enumerate(
        "p div li span td th h1 h2 h3 h4 h5 h6 blockquote pre figcaption section article main aside header footer nav dd dt body"
        " form label button select address center ul ol dl tr table figure summary".split(),
        1,
    )
}


@feature("number")
def kind(batch: Batch) -> Column:
    """How the block was set, in the order of `Kind`."""
    return batch.kind


@feature("number")
def tag(batch: Batch) -> Column:
    """Its element's tag, in an order in which like stands by like; 0 for any other."""
    numbers = np.array([_TAG_NUMBERS.get(name, 0) for name in batch.elements.tags], dtype=np.int64)
    return numbers[batch.element]


@feature("0-6")
def level(batch: Batch) -> Column:
    """Heading level, 0 for none."""
    return batch.level


@feature("0-1")
def link_density(batch: Batch) -> Column:
    """Share of the text inside links; -1 for plain text, which has lost them."""
    return np.where(batch.is_html, share(batch.link_chars, batch.chars), -1.0)


@feature("links")
def links(batch: Batch) -> Column:
    """Links that begin inside."""
    return batch.links


@feature("code points")
def link_length(batch: Batch) -> Column:
    """Mean length of its links."""
    return share(batch.link_chars, batch.links)


@feature("0-1")
def bold(batch: Batch) -> Column:
    """Share of the text that is emphasised."""
    return share(batch.bold_chars, batch.chars)


@feature("pictures")
def images(batch: Batch) -> Column:
    """Pictures since the block before."""
    return batch.images


@feature("count")
def times(batch: Batch) -> Column:
    """``time`` elements with a moment inside."""
    return batch.times


@feature("yes/no")
def rel_author(batch: Batch) -> Column:
    """The markup names an author inside."""
    return batch.rel_author


@feature("yes/no")
def shown(batch: Batch) -> Column:
    """The page shows it before any script has run."""
    return batch.shown


@feature("levels")
def depth(batch: Batch) -> Column:
    """Elements around the block."""
    return batch.elements.depth[batch.element]


@feature("levels", *FAMILIES)
def near(batch: Batch) -> list[Column]:
    """Levels up to the nearest element of a family of hints."""
    table = batch.elements.family[batch.element]
    return list(table.T)


@feature("yes/no")
def blank_before(batch: Batch) -> Column:
    """A blank line, or in HTML a block boundary, stands before it."""
    return batch.blank_before
