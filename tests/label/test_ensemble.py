"""The ensemble: what forests say, and the mean of that and of what a net says."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from cleancorpus.errors import DataError
from cleancorpus.label.ensemble import POLICY, Ensemble, name_outputs
from cleancorpus.label.model import open_model
from cleancorpus.label.net import Bins, Dense, Net, net_to_dict
from cleancorpus.label.trees import Forest, Tree
from tests.label.small_model import NAMED, ROLES, UNIT, leaves, write_model

ASKING = Forest(("words", POLICY), ("content",), (5,), (Tree((1, 0), (0.5, 8.0), leaves([-1], [2], [1], [3])),))
STARTS = np.array([0, 2])
TABLE = np.array([[3, 0.0, 0, 1], [20, 0.1, 0, 0], [9, 0.9, 2, 0]], dtype=np.float32)


def _bins(borders: list[float], values: list[int]) -> Bins:
    return Bins(np.array(borders, dtype=np.float32), np.array(values, dtype=np.float32))


def small_net(columns: tuple[str, ...] = ("links", "words"), roles: tuple[str, ...] = ROLES) -> Net:
    """One that says of a row how long it is, and of the page policy one more."""
    outputs = name_outputs(roles)
    first = Dense(np.array([[0], [1]], dtype=np.int8), np.ones(1, dtype=np.float32), np.zeros(1, dtype=np.float32))
    last = Dense(
        np.ones((1, len(outputs)), dtype=np.int8),
        np.ones(len(outputs), dtype=np.float32),
        np.eye(len(outputs), dtype=np.float32)[0],
    )
    return Net(
        columns,
        outputs,
        (_bins([], [0]), _bins([8.0], [-7, 11])),
        first,
        (),
        last,
    )


def test_forests_alone_are_asked_under_both_policies() -> None:
    """The policy is a column of its own."""
    ensemble = Ensemble(ASKING, NAMED)
    assert ensemble.columns == ("words", "level", "is_title")
    margins = ensemble.score(TABLE[:, [0, 2, 3]], STARTS)
    assert margins.page.tolist() == [5 - UNIT, 5 + UNIT, 5 + UNIT]
    assert margins.article.tolist() == [5 + 2 * UNIT, 5 + 3 * UNIT, 5 + 3 * UNIT]
    assert np.array_equal(margins.roles, NAMED.score(TABLE[:, [2, 0, 3]]))


def test_a_net_has_half_of_the_say() -> None:
    """Of content under either policy, and of every role; halves are rounded down."""
    alone, both = Ensemble(ASKING, NAMED), Ensemble(ASKING, NAMED, small_net())
    assert both.columns == ("words", "level", "is_title", "links")
    table = TABLE[:, [0, 2, 3, 1]]
    forests, margins = alone.score(table[:, :3], STARTS), both.score(table, STARTS)
    said = np.array([-7, 11, 11])
    assert np.array_equal(margins.page, (forests.page + said + 1) // 2)
    assert np.array_equal(margins.article, (forests.article + said) // 2)
    assert np.array_equal(margins.roles, (forests.roles + said[:, None]) // 2)


def test_a_directory_may_hold_a_net(tmp_path: Path) -> None:
    """It comes back; features that it alone needs count."""
    net = small_net(("link_density", "words"))
    model = open_model(write_model(tmp_path / "small", {"net": net_to_dict(net)}))
    assert model.ensemble.net is not None
    assert net_to_dict(model.ensemble.net) == net_to_dict(net)
    assert open_model(write_model(tmp_path / "without")).ensemble.net is None


@pytest.mark.parametrize(
    ("net", "message"),
    [
        (net_to_dict(small_net(("moon_phase", "words"))), "features that this version does not compute: moon_phase"),
        (net_to_dict(small_net(("links", "words"), ("title", "body"))), "outputs of its net that are not those of its forests"),
        ({**net_to_dict(small_net(("link_density", "words"))), "last": {}}, "KeyError: 'scale'"),
        ({}, "KeyError: 'columns'"),
    ],
)
def test_a_wrong_net_is_refused(tmp_path: Path, net: dict[str, object], message: str) -> None:
    """The message names the directory and what is wrong."""
    folder = write_model(tmp_path / "wrong", {"net": net})
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        open_model(folder)
    assert str(folder) in str(caught.value)
