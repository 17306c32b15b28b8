"""The net: whole numbers, the same however rows are batched; what a file may hold of one."""

from __future__ import annotations

import copy
import re
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cleancorpus.label import net as room
from cleancorpus.label.net import MOST, Bins, Block, Dense, Net, net_from_dict, net_to_dict

COLUMNS, OUTPUTS, WIDTH = ("words", "links"), ("page", "article", "body"), 5


def dense(rng: np.random.Generator, inputs: int, outputs: int, size: float) -> Dense:
    """One with weights of all sizes. Its scales are powers of two, so that a check by fractions is exact."""
    weights = rng.integers(-MOST, MOST + 1, (inputs, outputs)).astype(np.int8)
    return Dense(weights, np.full(outputs, size, dtype=np.float32), rng.integers(-30, 30, outputs).astype(np.float32))


def bins_of(borders: list[float], values: list[int]) -> Bins:
    return Bins(np.array(borders, dtype=np.float32), np.array(values, dtype=np.float32))


def small_net(seed: int = 0) -> Net:
    rng = np.random.default_rng(seed)
    blocks = tuple(Block(reach, dense(rng, 4 * WIDTH, 7, 2.0**-10), dense(rng, 7, WIDTH, 2.0**-8)) for reach in (1, 3))
    bins = (bins_of([1, 5, 9], [-20, 3, 7, 90]), bins_of([0.5], [-5, 6]))
    first, last = dense(rng, 2, WIDTH, 2.0**-5), dense(rng, WIDTH, 3, 4.0)
    return Net(COLUMNS, OUTPUTS, bins, first, blocks, last)


def table(seed: int, rows: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).integers(0, 12, (rows, 2)).astype(np.float32)


def by_hand(net: Net, rows: NDArray[np.float32]) -> list[list[int]]:
    """Margins of one page, number by number."""

    def multiply(own: Dense, inputs: list[int]) -> list[Fraction]:
        sums = [sum(int(weight) * value for weight, value in zip(column, inputs, strict=True)) for column in own.weights.T]
        return [Fraction(float(s)) * total + Fraction(float(b)) for total, s, b in zip(sums, own.scale, own.shift, strict=True)]

    def cut(values: list[Fraction], least: int = -MOST) -> list[int]:
        return [min(max(round(value), least), MOST) for value in values]

    told = [[int(own.values[sum(x > own.borders)]) for x, own in zip(row, net.bins, strict=True)] for row in rows]
    state = [multiply(net.first, row) for row in told]
    for block in net.blocks:
        own = [cut(row) for row in state]
        mean = [round(Fraction(sum(column), len(own))) for column in zip(*own, strict=True)]
        nothing = [0] * WIDTH
        for at, row in enumerate(state):
            before = own[at - block.reach] if at >= block.reach else nothing
            behind = own[at + block.reach] if at + block.reach < len(own) else nothing
            mixed = cut(multiply(block.mix, [*before, *own[at], *behind, *mean]), 0)
            state[at] = [old + new for old, new in zip(row, multiply(block.out, mixed), strict=True)]
    return [[round(value) for value in multiply(net.last, cut(row))] for row in state]


def test_margins_are_what_a_hand_computes() -> None:
    """Neighbours at their reach, nothing beyond a page, the page's mean."""
    net, rows = small_net(), table(1, 11)
    assert net.score(rows, np.array([0])).tolist() == by_hand(net, rows)


def test_a_page_does_not_hear_its_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages scored together, or in parts, are what they are alone."""
    net, sizes = small_net(), (1, 7, 2, 30, 4)
    rows = table(2, sum(sizes))
    starts = np.cumsum((0, *sizes[:-1]))
    alone = [net.score(rows[at : at + size], np.array([0])) for at, size in zip(starts, sizes, strict=True)]
    assert np.array_equal(net.score(rows, starts), np.concatenate(alone))
    monkeypatch.setattr(room, "_MOST_ROWS", 5)
    assert np.array_equal(net.score(rows, starts), np.concatenate(alone))


@given(st.lists(st.sampled_from([-2.0, 0.5, 1.0, 4.5, 5.0, 9.0, 12.0]), max_size=40))
def test_a_value_is_read_the_same_among_few_and_among_many(column: list[float]) -> None:
    """On a border it belongs to the bin below."""
    own, values = bins_of([1, 5, 9], [-20, 3, 7, 90]), np.array(column, dtype=np.float32)
    few, many = np.empty_like(values), np.empty(len(values) + 2000, dtype=np.float32)
    own.read(values, few)
    own.read(np.append(values, np.zeros(2000, dtype=np.float32)), many)
    assert few.tolist() == many[: len(few)].tolist() == [[-20, 3, 7, 90][sum(x > e for e in (1, 5, 9))] for x in column]


def test_no_rows_have_no_margins() -> None:
    """One column for each output all the same."""
    assert small_net().score(table(0, 0), np.array([], dtype=np.intp)).shape == (0, 3)


def test_the_largest_numbers_are_summed_exactly() -> None:
    """As many inputs as a layer may have, all of them as large as they can be: float32 still holds the sum."""
    weights = np.full((1000, 1), MOST, dtype=np.int8)
    own = Dense(weights, np.ones(1, dtype=np.float32), np.zeros(1, dtype=np.float32))
    inputs = np.full((3, 1000), MOST, dtype=np.float32)
    inputs[1, 0] -= 1
    inputs[2] = -MOST
    assert own.apply(inputs)[:, 0].tolist() == [1000 * MOST * MOST, 1000 * MOST * MOST - MOST, -1000 * MOST * MOST]


@settings(deadline=None)
@given(st.integers(0, 50), st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_what_is_written_comes_back(seed: int, sizes: list[int]) -> None:
    """The same margins of any pages."""
    net, rows, starts = small_net(seed), table(seed, sum(sizes)), np.cumsum([0, *sizes[:-1]])
    assert np.array_equal(net_from_dict(net_to_dict(net)).score(rows, starts), net.score(rows, starts))


def change(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy with another value at a path such as ``blocks.0.mix.scale``."""
    changed = copy.deepcopy(data)
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place: Any = changed
    for part in way:
        place = place[part]
    place[last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("borders", [[1.0]], "bins of 1 and 2 columns for 2"),
        ("borders.0", [1.0, 5.0], "column 0: 4 values for 2 borders"),
        ("borders.0", [1.0, 9.0, 5.0], "column 0: borders do not rise"),
        ("borders.0", [1.0, 5.0, float("nan")], "column 0: borders do not rise"),
        ("borders.0", [float(n) for n in range(200)], "column 0: 201 bins"),
        ("values.1", [400, 6], "column 1: a value of more than a byte"),
        ("outputs", ["page"], "last: 3 outputs, 1 are named"),
        ("first.inputs", 3, "first: 3 inputs, 2 are given"),
        ("first.scale", [float("inf")] * WIDTH, "first: a number that is none"),
        ("first.weights", "?", "first: weights that is damaged"),
        ("last.weights", net_to_dict(small_net())["first"]["weights"], "last: weights of"),
        ("blocks.0.reach", 0, "block 0: reach 0"),
        ("blocks.1.reach", True, "block 1: reach True"),
        ("blocks.1.out.scale", [1.0, 2.0], "block 1 out"),
    ],
)
def test_a_damaged_net_is_refused(path: str, value: object, said: str) -> None:
    """The message says which part."""
    with pytest.raises(ValueError, match=re.escape(said)):
        net_from_dict(change(net_to_dict(small_net()), path, value))
