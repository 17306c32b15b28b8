"""What the names of the elements around a block say of it, by the model's own table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.registry import feature
from cleancorpus.label.terms import log_odds
from cleancorpus.role import Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.features.registry import Column


@feature("log odds", "own", "above")
def naming(batch: Batch) -> list[Column]:
    """How much the names of the nearest element that has any are those of content, and those of all elements around that one; 0
    for plain text, and for a model without such a table."""
    own, above = batch.read_once(_weigh_names)
    return [own[0], above[0]]


@feature("log odds", *Role)
def naming_of(batch: Batch) -> list[Column]:
    """How much both together are those of each role; 0 for one of which the model knows no names, and as above."""
    known = batch.vocabulary.naming
    none = np.zeros(batch.size)
    own, above = batch.read_once(_weigh_names)
    found = {} if known is None else dict(zip(known.roles, own[1:] + above[1:], strict=True))
    return [found.get(role, none) for role in Role]


def _weigh_names(batch: Batch) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log odds of the nearest names and of those around: one row for content and one for each known role, one column a block."""
    known = batch.vocabulary.naming
    if known is None:
        nothing = np.zeros((1, batch.size))
        return nothing, nothing
    elements = batch.elements
    sums = known.sum(elements.names)
    near = elements.nearest(sums.counts > 0)[batch.element]
    above, counts = (elements.above(values)[..., near] for values in (sums.above, sums.counts))
    return log_odds(sums.own[:, near], sums.counts[near]), log_odds(above, counts)
