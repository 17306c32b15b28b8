"""Pooling: margins drawn towards the mean of what is built alike."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.label.calibration import NAT
from cleancorpus.label.pooling import pool, pool_columns

blocks = st.lists(st.tuples(st.integers(-9 * NAT, 9 * NAT), st.integers(0, 5), st.integers(0, 300)), min_size=1, max_size=30)


def columns(rows: list[tuple[int, int, int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    margins, groups, words = np.array(rows, dtype=np.int64).T
    return margins, groups, words


def test_a_block_that_disagrees_with_its_kind_is_drawn_towards_it() -> None:
    """Three cards say no and one maybe: three tenths of the way to their mean."""
    drawn = pool(np.array([-4000, -4000, -4000, 400]), np.zeros(4, dtype=np.int64), np.full(4, 9))
    assert drawn.tolist() == [-3670, -3670, -3670, -590]


def test_longer_blocks_count_more() -> None:
    """A paragraph tells more of its kind than a button does, but beyond sixty words no more."""
    short, long, huge = (
        pool(np.array([0, 4000]), np.zeros(2, dtype=np.int64), np.array([60, size]))[0] for size in (1, 60, 6000)
    )
    assert 0 < short < long == huge


@given(blocks)
def test_no_margin_leaves_the_range_of_its_group(rows: list[tuple[int, int, int]]) -> None:
    """Nor does the order of two blocks of a group turn round."""
    margins, groups, words = columns(rows)
    drawn = pool(margins, groups, words)
    for group in set(groups.tolist()):
        own, new = margins[groups == group], drawn[groups == group]
        assert own.min() <= new.min()
        assert new.max() <= own.max()
        assert (np.diff(new[np.argsort(own, kind="stable")]) >= 0).all()


@given(blocks)
def test_a_block_alone_keeps_its_margin(rows: list[tuple[int, int, int]]) -> None:
    """As do blocks that all say the same."""
    margins, _, words = columns(rows)
    assert (pool(margins, np.arange(len(margins)), words) == margins).all()
    same = np.full(len(margins), margins[0])
    assert (pool(same, np.zeros(len(margins), dtype=np.int64), words) == same).all()


@given(blocks)
def test_the_order_of_blocks_does_not_matter(rows: list[tuple[int, int, int]]) -> None:
    """Sums are exact."""
    order = np.random.default_rng(len(rows)).permutation(len(rows))
    margins, groups, words = columns(rows)
    assert (pool(margins, groups, words)[order] == pool(margins[order], groups[order], words[order])).all()


def test_each_column_is_drawn_by_itself() -> None:
    """As if it were alone."""
    margins = np.array([[5000, 0, 0], [-5000, 4000, 1000], [100, 100, 100]])
    groups, words = np.array([0, 0, 1]), np.array([9, 40, 9])
    drawn = pool_columns(margins, groups, words)
    assert all((drawn[:, at] == pool(margins[:, at], groups, words)).all() for at in range(3))
    assert drawn[2].tolist() == [100, 100, 100]


def test_no_blocks_are_no_error() -> None:
    """An empty batch."""
    none = np.zeros(0, dtype=np.int64)
    assert pool(none, none, none).tolist() == []
