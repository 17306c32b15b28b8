"""Calibration: a model's margins as probabilities, by a table that was measured.

A table and not a formula: looking up gives the same number on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CERTAIN = 10_000
"""Probabilities are whole numbers: this is 1."""
NAT = 4096
"""Log odds are whole numbers too, as the margins of forests are: by so much the odds grow e times."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Probabilities of margins, in steps."""

    first: int
    """Margin at which the table begins; below, its first value holds."""
    step: int
    values: tuple[int, ...]
    """0 to `CERTAIN`, never falling."""

    def apply(self, margins: NDArray[np.int64]) -> NDArray[np.int64]:
        """Probability of each margin, 0 to `CERTAIN`."""
        at = np.clip((margins - self.first) // self.step, 0, len(self.values) - 1)
        result: NDArray[np.int64] = np.array(self.values, dtype=np.int64)[at]
        return result


def log_odds(chances: NDArray[np.int64]) -> NDArray[np.int64]:
    """Log odds of probabilities in parts of `NAT`; those of 0 and of `CERTAIN` are as those of the next value."""
    return _log_odds()[chances]


@cache
def _log_odds() -> NDArray[np.int64]:
    inside = (min(max(chance, 1), CERTAIN - 1) for chance in range(CERTAIN + 1))
    return np.array([round(NAT * math.log(chance / (CERTAIN - chance))) for chance in inside], dtype=np.int64)


def calibration_from_dict(data: Mapping[str, Any]) -> Calibration:
    """A calibration as `weights.json` holds it.

    Raises:
        ValueError: No table, or values that fall or leave the range.
        KeyError, TypeError: A part is missing or of another type.
    """
    values = tuple(map(int, data["values"]))
    rises = all(0 <= one <= other <= CERTAIN for one, other in zip((0, *values), values, strict=False))
    if not values or not rises or int(data["step"]) < 1:
        message = "a calibration needs a step and values that rise from 0 to 10,000"
        raise ValueError(message)
    return Calibration(int(data["first"]), int(data["step"]), values)
