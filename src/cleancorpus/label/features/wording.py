"""What a line's words say of it, by the model's own table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.registry import feature
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch, Floats
    from cleancorpus.label.features.registry import Column

_AT = (-1, 1)


def _read(batch: Batch) -> Floats:
    known = batch.vocabulary.wording
    return known.score(batch.texts) if known is not None else np.zeros((1, batch.size))


@feature("log odds", 0, *_AT)
def wording(batch: Batch) -> list[Column]:
    """How much its words are those of running text, and those of the lines beside it; 0 for fewer than five words, and for a
    model without such a table."""
    own = batch.read_once(_read)[0]
    return [own, *(batch.beside(own, offset, 0) for offset in _AT)]


@feature("log odds", *Role)
def wording_of(batch: Batch) -> list[Column]:
    """How much its words are those of each role; 0 for one of which the model knows no words, and as above."""
    known = batch.vocabulary.wording
    roles = known.roles if known is not None else ()
    found = dict(zip(roles, batch.read_once(_read)[1:], strict=True))
    none = np.zeros(batch.size)
    return [found.get(role, none) for role in Role]
