"""Fit: forests of oblivious trees by CatBoost, turned into whole numbers; calibrations by isotonic regression.

CatBoost is deterministic on the CPU for a given seed and number of threads, so the same data give the same bytes.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import catboost
import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression

from cleancorpus.label.calibration import CERTAIN, NAT, Calibration
from cleancorpus.label.ensemble import Ensemble
from cleancorpus.label.trees import Forest, Tree
from training.net import raise_outputs

_STEP, _REACH = NAT // 32, 10 * NAT


@dataclass(frozen=True, slots=True)
class Settings:
    """How a forest is grown."""

    trees: int
    depth: int = 6
    rate: float = 0.1
    columns: int | None = None
    """Use so many columns, the most important of a small forest on all of them; None for all."""
    pilot: int = 40
    """Trees of that small forest."""


def fit_forest(
    table: NDArray[np.float32],
    names: Sequence[str],
    target: NDArray[np.int64],
    weight: NDArray[np.float64],
    outputs: Sequence[str],
    settings: Settings,
) -> Forest:
    """A forest of one output (binary target) or of one output a class."""
    chosen = list(range(len(names)))
    if settings.columns is not None and settings.columns < len(names):
        pilot = _grow(table, target, weight, len(outputs), settings, settings.pilot)
        order = np.argsort(-np.asarray(pilot.get_feature_importance()), kind="stable")
        chosen = sorted(order[: settings.columns].tolist())
    grown = _grow(table[:, chosen], target, weight, len(outputs), settings, settings.trees)
    return _to_forest(_export(grown), [names[at] for at in chosen], outputs)


def _grow(
    table: NDArray[np.float32],
    target: NDArray[np.int64],
    weight: NDArray[np.float64],
    outputs: int,
    settings: Settings,
    trees: int,
) -> catboost.CatBoost:
    model = catboost.CatBoost(
        {
            "loss_function": "Logloss" if outputs == 1 else "MultiClass",
            "iterations": trees,
            "depth": settings.depth,
            "learning_rate": settings.rate,
            "l2_leaf_reg": 5,
            "border_count": 64,
            "rsm": 0.3,
            "bootstrap_type": "Bernoulli",
            "subsample": 0.7,
            "boosting_type": "Plain",
            "thread_count": 2,
            "random_seed": 1,
            "verbose": 0,
            "allow_writing_files": False,
        }
    )
    model.fit(catboost.Pool(table, target, weight=weight))
    return model


def _export(model: catboost.CatBoost) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        data: dict[str, Any] = json.loads(path.read_text())
    return data


def _to_forest(data: dict[str, Any], names: Sequence[str], outputs: Sequence[str]) -> Forest:
    used = sorted({split["float_feature_index"] for tree in data["oblivious_trees"] for split in tree["splits"] or ()})
    place = {column: number for number, column in enumerate(used)}
    scale, bias = data["scale_and_bias"]
    trees = tuple(
        Tree(
            tuple(place[split["float_feature_index"]] for split in tree["splits"] or ()),
            tuple(float(np.float32(split["border"])) for split in tree["splits"] or ()),
            np.round(np.array(tree["leaf_values"]) * scale * NAT).astype(np.int32).reshape(-1, len(outputs)),
        )
        for tree in data["oblivious_trees"]
    )
    return Forest(tuple(names[column] for column in used), tuple(outputs), tuple(round(value * NAT) for value in bias), trees)


def lift_rare(ensemble: Ensemble, target: NDArray[np.int64], weight: NDArray[np.float64], lift: float) -> Ensemble:
    """The ensemble with the margin of each role raised by ``lift`` times the logarithm of how much rarer it was in training than
    the commonest one; a role that did not occur is not raised."""
    totals = np.bincount(target, weights=weight, minlength=len(ensemble.roles.outputs))
    rarer = np.where(totals > 0, totals.max() / np.where(totals > 0, totals, 1.0), 1.0)
    raised = np.round(NAT * lift * np.log(rarer)).astype(int)
    bias = tuple(own + more for own, more in zip(ensemble.roles.bias, raised.tolist(), strict=True))
    net = ensemble.net and raise_outputs(
        ensemble.net, np.concatenate([np.zeros(len(ensemble.net.outputs) - len(raised)), raised])
    )
    return replace(ensemble, roles=replace(ensemble.roles, bias=bias), net=net)


def fit_calibration(margins: NDArray[np.int64], right: NDArray[np.int64], weight: NDArray[np.float64]) -> Calibration:
    """A table of probabilities that never falls (Zadrozny & Elkan, KDD 2002), from margins of pages not seen in training."""
    steps = np.arange(-_REACH, _REACH, _STEP)
    place = np.clip((margins + _REACH) // _STEP, 0, len(steps) - 1)
    fitted = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip").fit(place, right, sample_weight=weight)
    values = np.round(fitted.predict(np.arange(len(steps))) * CERTAIN).astype(int)
    return Calibration(-_REACH, _STEP, tuple(np.clip(values, 1, CERTAIN - 1).tolist()))
