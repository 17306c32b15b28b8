"""What the names of the elements around a block say of it, by the model's own table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.registry import feature
from cleancorpus.label.terms import log_odds

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.features.registry import Column


@feature("log odds", "own", "above")
def naming(batch: Batch) -> list[Column]:
    """How much the names of the nearest element that has any are those of content, and those of all elements around that one; 0
    for plain text, and for a model without such a table."""
    known = batch.vocabulary.naming
    if known is None:
        return [np.zeros(batch.size)] * 2
    elements = batch.elements
    sums = known.sum(elements.names)
    near = elements.nearest(sums.counts > 0)[batch.element]
    above, counts = (elements.above(values)[near] for values in (sums.above, sums.counts))
    return [log_odds(sums.own[near], sums.counts[near]), log_odds(above, counts)]
