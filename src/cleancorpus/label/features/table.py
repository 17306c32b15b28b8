"""The table of features of a batch of pages: what models are trained on and what they label by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features import (  # noqa: F401  they fill the list
    around,
    container,
    group,
    kinship,
    markup,
    naming,
    place,
    rhythm,
    ruled,
    stated,
    text,
    topic,
    wording,
)
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.registry import FEATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cleancorpus.page import Page

COLUMNS = tuple(column for item in FEATURES.values() for column in item.columns)
"""Names of all columns, in order of definition."""
_FEATURE_OF = {column: (item, number) for item in FEATURES.values() for number, column in enumerate(item.columns)}


def compute_features(pages: Sequence[Page], columns: Sequence[str] = COLUMNS) -> NDArray[np.float32]:
    """Features of all blocks of some pages.

    Args:
        pages: Any number; a page's numbers do not depend on the others.
        columns: Names of the wanted columns.

    Returns:
        One row a block, pages after each other; one column for each name, in the order given. No rows without blocks.

    Raises:
        KeyError: A column of that name does not exist.
    """
    return compute_columns(Batch(pages), columns)


def compute_columns(batch: Batch, columns: Sequence[str] = COLUMNS) -> NDArray[np.float32]:
    """The same for a batch that has been laid out already."""
    table = np.empty((batch.size, len(columns)), dtype=np.float32, order="F")
    if not batch.size:
        return table
    done: dict[str, list[NDArray[np.generic]]] = {}
    for at, column in enumerate(columns):
        item, number = _FEATURE_OF[column]
        if item.name not in done:
            result = item.compute(batch)
            done[item.name] = result if isinstance(result, list) else [result]
        table[:, at] = done[item.name][number]
    return table
