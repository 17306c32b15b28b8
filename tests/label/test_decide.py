"""Decisions: the set of blocks with the largest expected F1, and roles that agree with it."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.label.calibration import CERTAIN
from cleancorpus.label.decide import choose_roles, keep_most_expected
from cleancorpus.role import Role

ROLES = (Role.TITLE, Role.BODY, Role.HEADING, Role.NAV)


def expected(chances: list[int], words: list[int], kept: list[bool]) -> float:
    hits = sum(chance * size for chance, size, stays in zip(chances, words, kept, strict=True) if stays)
    total = sum(chance * size for chance, size in zip(chances, words, strict=True))
    return 2 * hits / max(CERTAIN * sum(itertools.compress(words, kept)) + total, 1)


blocks = st.lists(st.tuples(st.integers(1, CERTAIN - 1), st.integers(1, 50)), min_size=1, max_size=8)


@given(blocks)
def test_likelier_blocks_are_kept_first(pairs: list[tuple[int, int]]) -> None:
    """No block is left out that is likelier than one that is kept; the expectation told is that of the set."""
    chances, words = [chance for chance, _ in pairs], [size for _, size in pairs]
    kept = keep_most_expected(np.array(chances), np.array(words))
    flags = kept.blocks.tolist()
    inside = [chance for chance, stays in zip(chances, flags, strict=True) if stays]
    outside = [chance for chance, stays in zip(chances, flags, strict=True) if not stays]
    assert not inside or not outside or min(inside) > max(outside)
    assert abs(kept.expected - expected(chances, words, flags)) < 1e-12


@given(st.lists(st.tuples(st.integers(1_100, 4_900), st.integers(1, 50)), min_size=1, max_size=8))
def test_no_other_set_is_expected_to_score_more(pairs: list[tuple[int, int]]) -> None:
    """Between the bounds the set is the best there is."""
    chances, words = [chance for chance, _ in pairs], [size for _, size in pairs]
    best = max(expected(chances, words, list(flags)) for flags in itertools.product([True, False], repeat=len(pairs)))
    assert keep_most_expected(np.array(chances), np.array(words)).expected >= best - 1e-9


def test_nothing_likely_is_nothing_kept() -> None:
    """A page without a likely block keeps none; a page without blocks is no error."""
    assert not keep_most_expected(np.array([10, 20]), np.array([5, 5])).blocks.any()
    assert keep_most_expected(np.array([], dtype=np.int64), np.array([], dtype=np.int64)).expected == 0.0


def test_content_is_part_of_the_article_unless_another_role_is_far_ahead() -> None:
    """Content becomes body or heading, but for a title far ahead; the rest becomes neither, but for a heading far ahead."""
    margins = np.array([[100, 50, 0, 0], [900, 50, 0, 0], [0, 80, 0, 20], [0, 80, 1700, 20]])
    chosen, lead = choose_roles(margins, ROLES, np.array([True, True, False, False]), ahead=500)
    assert [ROLES[number] for number in chosen] == [Role.BODY, Role.TITLE, Role.NAV, Role.HEADING]
    assert lead.tolist() == [50, 900, 20, 1620]
