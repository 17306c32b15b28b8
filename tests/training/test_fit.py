"""Fitting: the forest in whole numbers says what CatBoost says, and the same data give the same forest."""

from __future__ import annotations

import pytest

pytest.importorskip("catboost", reason="training is not installed: pip install -e '.[training]'")
pytest.importorskip("sklearn", reason="training is not installed: pip install -e '.[training]'")

import numpy as np
from training.fit import Settings, fit_calibration, fit_forest, lift_rare

from cleancorpus.label.calibration import NAT
from cleancorpus.label.ensemble import Ensemble
from cleancorpus.label.net import Bins, Dense, Net
from cleancorpus.label.trees import Forest, forest_to_dict

RANDOM = np.random.default_rng(7)
TABLE = RANDOM.normal(size=(4000, 6)).astype(np.float32)
NAMES = [f"feature{number}" for number in range(6)]
TARGET = ((TABLE[:, 0] > 0).astype(np.int64) + (TABLE[:, 1] > 0.5)).astype(np.int64)
ONES = np.ones(len(TABLE))


def right(outputs: list[str], target: np.ndarray, settings: Settings) -> float:
    forest = fit_forest(TABLE, NAMES, target, ONES, outputs, settings)
    scores = forest.score(TABLE[:, [NAMES.index(name) for name in forest.columns]])
    guess = scores.argmax(axis=1) if len(outputs) > 1 else (scores[:, 0] > 0).astype(np.int64)
    return float((guess == target).mean())


def test_a_forest_learns_what_can_be_learned() -> None:
    """Two classes and three, all columns and the best few: the answer is in the data, and is found."""
    assert right(["content"], (TARGET > 0).astype(np.int64), Settings(trees=40)) > 0.97
    assert right(["a", "b", "c"], TARGET, Settings(trees=40, columns=3, pilot=10)) > 0.97


def test_the_same_data_give_the_same_forest() -> None:
    """No seed is left to chance."""
    one, other = (fit_forest(TABLE, NAMES, TARGET, ONES, ["a", "b", "c"], Settings(trees=15)) for _ in range(2))
    assert forest_to_dict(one) == forest_to_dict(other)


def test_calibrations_rise_and_are_right_on_average() -> None:
    """Margins of coins whose bias is known come out as that bias."""
    margins = RANDOM.integers(-20000, 20000, size=20000)
    chance = (margins + 20000) / 40000
    table = fit_calibration(margins, (RANDOM.random(20000) < chance).astype(np.int64), np.ones(20000))
    values = table.apply(np.array([-16000, 0, 16000])) / 10_000
    assert list(values) == sorted(values)
    assert np.allclose(values, [0.1, 0.5, 0.9], atol=0.06)


def test_rare_outputs_are_lifted() -> None:
    """By the power of how much rarer they are; the commonest stays, and so does what did not occur."""
    forest = Forest(("x",), ("common", "rare", "never"), (5, 5, 5), ())
    ensemble = Ensemble(forest, forest)
    lifted = lift_rare(ensemble, np.array([0, 0, 0, 0, 1]), np.ones(5), 0.5)
    more = round(NAT * 0.5 * np.log(4))
    assert lifted.roles.bias == (5, 5 + more, 5)
    assert lifted.content == forest
    assert lift_rare(ensemble, np.array([0, 1]), np.array([1.0, 3.0]), 0.0) == ensemble


def test_the_outputs_of_a_net_are_lifted_with_the_forests() -> None:
    """Its roles by as much, its content not."""
    forest = Forest(("x",), ("common", "rare"), (0, 0), ())
    one, none = np.ones(4, dtype=np.float32), np.zeros(4, dtype=np.float32)
    first = Dense(np.ones((1, 1), dtype=np.int8), one[:1], none[:1])
    last = Dense(np.zeros((1, 4), dtype=np.int8), one, none)
    bins = (Bins(none[:0], one[:1]),)
    net = Net(("x",), ("page", "article", "common", "rare"), bins, first, (), last)
    lifted = lift_rare(Ensemble(forest, forest, net), np.array([0, 0, 0, 0, 1]), np.ones(5), 0.5)
    assert lifted.net is not None
    assert lifted.net.last.shift.tolist() == [0, 0, 0, round(NAT * 0.5 * np.log(4))]
