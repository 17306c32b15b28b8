"""Calibrations: margins to probabilities by a table."""

from __future__ import annotations

import numpy as np
import pytest

from cleancorpus.label.calibration import Calibration, calibration_from_dict


def test_margins_are_looked_up_and_ends_hold() -> None:
    """Beyond the table its first and last values hold; negative margins round down."""
    table = Calibration(-20, 10, (100, 2000, 9000))
    assert table.apply(np.array([-999, -20, -11, -10, 0, 9, 10, 999])).tolist() == [100, 100, 100, 2000, 9000, 9000, 9000, 9000]


@pytest.mark.parametrize(
    "data",
    [
        {"first": 0, "step": 1, "values": []},
        {"first": 0, "step": 0, "values": [1]},
        {"first": 0, "step": 1, "values": [2, 1]},
        {"first": 0, "step": 1, "values": [-1, 1]},
        {"first": 0, "step": 1, "values": [1, 10_001]},
    ],
)
def test_tables_that_are_none_are_refused(data: dict[str, object]) -> None:
    """Empty, falling and out of range: a probability rises with its margin and lies between 0 and 1."""
    with pytest.raises(ValueError, match="calibration"):
        calibration_from_dict(data)
