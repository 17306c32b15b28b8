"""Fitting the net: it learns what stands beside a row, says in whole numbers what it learned, and comes out the same again."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("jax", reason="training is not installed: pip install -e '.[training]'")

import jax.numpy as jnp
from training.net import NetSettings, Targets, find_starts, fit_net, raise_outputs

from cleancorpus.label.calibration import NAT
from cleancorpus.label.net import Net, net_to_dict
from training import net as room

ROLES = ("body", "related")
SETTINGS = NetSettings(width=12, reaches=(1, 2), epochs=250)
ROWS = 1500


def corpus() -> tuple[np.ndarray, np.ndarray, Targets]:
    """Pages of rows of a headline's or a paragraph's length. Content is a paragraph behind another: a row alone does not tell."""
    rng = np.random.default_rng(5)
    long = rng.random(ROWS) < 0.5
    table = np.column_stack([np.where(long, 30, 8) + rng.integers(0, 5, ROWS), rng.random(ROWS)]).astype(np.float32)
    page = np.repeat(np.arange(ROWS // 15), 15)
    behind = np.r_[False, long[:-1] & (page[1:] == page[:-1])]
    content = (long & behind).astype(np.int64)
    weight = np.ones(ROWS)
    return table, page, Targets(page % 2, content, weight, 1 - content, weight)


@pytest.fixture(scope="module")
def fitted() -> Net:
    table, page, targets = corpus()
    return fit_net(table, ("words", "noise"), page, targets, ROLES, SETTINGS)


def test_it_learns_what_stands_beside_a_row(fitted: Net) -> None:
    """Content under either policy, and the roles."""
    table, page, targets = corpus()
    margins = fitted.score(table, find_starts(page))
    assert fitted.outputs == ("page", "article", *ROLES)
    said = np.where(targets.policy == 1, margins[:, 1], margins[:, 0]) > 0
    assert (said == (targets.content == 1)).mean() > 0.97
    assert (margins[:, 2:].argmax(axis=1) == targets.role).mean() > 0.97


def test_whole_numbers_say_what_was_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The net's margins are those of the floating-point one, but for what rounding in another order gives."""
    kept = {}
    turned = room._to_net
    monkeypatch.setattr(room, "_to_net", lambda weights, *rest: kept.setdefault("net", (weights, turned(weights, *rest)))[1])
    table, page, targets = corpus()
    net = fit_net(table, ("words", "noise"), page, targets, ROLES, SETTINGS)
    told = np.column_stack([own.values[np.searchsorted(own.borders, table[:, at])] for at, own in enumerate(net.bins)])
    floating = room._score(kept["net"][0], SETTINGS.reaches, jnp.asarray(told), jnp.asarray(page), None)
    assert np.abs(net.score(table, find_starts(page)) / NAT - np.asarray(floating)).max() < 0.15


def test_the_same_data_give_the_same_net(fitted: Net) -> None:
    """Number by number."""
    table, page, targets = corpus()
    assert net_to_dict(fit_net(table, ("words", "noise"), page, targets, ROLES, SETTINGS)) == net_to_dict(fitted)


def test_rows_that_weigh_nothing_are_not_learned_from(fitted: Net) -> None:
    """Their targets may be anything."""
    table, page, targets = corpus()
    free = np.arange(ROWS) % 7 == 0
    weight = np.where(free, 0.0, 1.0)
    one, other = (
        fit_net(table, ("words", "noise"), page, Targets(targets.policy, content, weight, targets.role, weight), ROLES, SETTINGS)
        for content in (targets.content, np.where(free, 1 - targets.content, targets.content))
    )
    assert net_to_dict(one) == net_to_dict(other)
    assert net_to_dict(one) != net_to_dict(fitted)


def test_a_long_page_is_learned_from_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of its rows is lost."""
    monkeypatch.setattr(room, "_ROWS", 64)
    page = np.repeat([0, 1, 2], [200, 10, 64])
    told = np.arange(274, dtype=np.int8)[:, None] % 100
    weight = np.ones(274)
    targets = Targets(np.zeros(274, dtype=int), np.arange(274), weight, np.zeros(274, dtype=int), weight)
    drawn = [
        batch["content"][batch["content_weight"] > 0]
        for batch in room._Batches(told, page, targets).draw(np.random.default_rng(1))
    ]
    assert all(len(own) <= 64 for own in drawn)
    assert sorted(np.concatenate(drawn)) == [*range(274)]


def test_outputs_are_raised(fitted: Net) -> None:
    """Each by its own."""
    table, page, _ = corpus()
    more = raise_outputs(fitted, np.array([0.0, 0.0, 7.0, -3.0])).score(table, find_starts(page))
    raised = more - fitted.score(table, find_starts(page))
    assert np.abs(raised - [0, 0, 7, -3]).max() <= 1  # of which rounding takes one
