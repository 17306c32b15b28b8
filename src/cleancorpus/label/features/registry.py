"""The list of features, filled by the families as they are imported."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cleancorpus.label.features.batch import Batch

    Column = NDArray[np.generic]
    """One number per block of the batch."""
    Compute = Callable[[Batch], "Column | list[Column]"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One definition; one column, or one for each of its variants."""

    name: str
    unit: str
    """What its numbers are: a count, ``0-1``, ``yes/no``, code points, blocks ..."""
    meaning: str
    variants: tuple[str, ...]
    """Ends of the names of its columns; one empty string where there is but one."""
    compute: Callable[[Any], Any]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of its columns, in order."""
        return tuple(f"{self.name}_{variant}" if variant else self.name for variant in self.variants)


FEATURES: dict[str, Feature] = {}
"""Every feature by name, in order of definition."""


def feature(unit: str, *variants: object) -> Callable[[Compute], Compute]:
    """Put a function that computes a feature into the list. Its name is the feature's, its docstring the meaning."""

    def put(compute: Compute) -> Compute:
        name = compute.__name__
        meaning = " ".join((inspect.getdoc(compute) or "").split())
        FEATURES[name] = Feature(name, unit, meaning, tuple(map(str, variants)) or ("",), compute)
        return compute

    return put
