"""Intervals: the same every time, around the score, and paired where two runs are compared."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from cleancorpus.evaluate.bootstrap import add_up, compare, estimate
from tests.evaluate.pages import word_pages

shares = st.lists(st.floats(0, 1), min_size=2, max_size=12)


@settings(max_examples=25)
@given(shares, st.randoms(use_true_random=False))
def test_the_order_of_pages_changes_nothing(values: list[float], shuffler: random.Random) -> None:
    """Not the score and not the interval, to the last bit."""
    pages = word_pages(values)
    shuffled = list(pages)
    shuffler.shuffle(shuffled)
    assert estimate(pages, 50) == estimate(shuffled, 50)
    assert add_up(pages) == add_up(shuffled)


@settings(max_examples=25)
@given(shares)
def test_an_interval_lies_within_the_pages(values: list[float]) -> None:
    """No resample is better than the best page or worse than the worst."""
    found = estimate(word_pages(values), 50)["word_f1"]
    assert found.low is not None
    assert found.high is not None
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9
    assert found.pages == len(values)


def test_the_interval_holds_the_score_and_narrows_with_more_pages() -> None:
    """By about the square root of their number."""
    few, many = (estimate(word_pages([0.2, 0.8] * count))["word_f1"] for count in (10, 160))
    for found in (few, many):
        assert found.low is not None
        assert found.high is not None
        assert found.low < found.score < found.high
    assert 3 < (few.high - few.low) / (many.high - many.low) < 5


def test_one_page_has_no_interval_and_none_no_estimate() -> None:
    """There is nothing to draw from."""
    assert estimate(word_pages([0.5]))["word_f1"].low is None
    assert estimate([]) == {}


def test_runs_are_compared_page_by_page() -> None:
    """Pages that differ much from each other, but always by the same between the runs, leave no doubt."""
    before = word_pages([0.1, 0.4, 0.7, 0.9])
    now = word_pages([0.2, 0.5, 0.8, 1.0])
    found = compare(before, now)["word_f1"]
    assert found.low is not None
    assert found.high is not None
    assert abs(found.low - 0.1) < 1e-9 > abs(found.high - 0.1)


def test_only_pages_of_both_runs_are_compared() -> None:
    """By their id."""
    pages = word_pages([0.1, 0.4, 0.7])
    found = compare(pages[:2], [*pages[1:], replace(pages[0], id="new")])["word_f1"]
    assert (found.pages, found.before, found.now, found.low) == (1, 0.4, 0.4, None)
    assert compare(pages, []) == {}
