"""Decisions: the set of blocks with the largest expected F1, and roles that agree with it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.label import decide
from cleancorpus.label.calibration import CERTAIN, NAT
from cleancorpus.label.decide import PAGES_DIFFER, TEXTS_DIFFER, agree, choose_roles, fill_up, keep_most_expected, settle
from cleancorpus.label.labeller import Label
from cleancorpus.role import Role

ROLES = (Role.TITLE, Role.BODY, Role.HEADING, Role.NAV)


def expected(chances: Sequence[float], words: list[int], kept: list[bool]) -> float:
    hits = sum(chance * size for chance, size, stays in zip(chances, words, kept, strict=True) if stays)
    total = sum(chance * size for chance, size in zip(chances, words, strict=True))
    return 2 * hits / max(CERTAIN * sum(itertools.compress(words, kept)) + total, 1)


blocks = st.lists(st.tuples(st.integers(1, CERTAIN - 1), st.integers(1, 50)), min_size=1, max_size=8)


@given(blocks, st.sampled_from([TEXTS_DIFFER, 1.0, PAGES_DIFFER, 3.0]))
def test_likelier_blocks_are_kept_first(pairs: list[tuple[int, int]], differ: float) -> None:
    """No block is left out that is likelier than one that is kept; the expectation told is that of the set by its own chances."""
    chances, words = [chance for chance, _ in pairs], [size for _, size in pairs]
    kept = keep_most_expected(np.array(chances), np.array(words), differ)
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
    assert keep_most_expected(np.array(chances), np.array(words), TEXTS_DIFFER).expected >= best - 1e-9


@given(st.lists(st.tuples(st.integers(1_100, 4_900), st.integers(1, 50)), min_size=1, max_size=8))
def test_no_prefix_is_better_over_pages_that_differ(pairs: list[tuple[int, int]]) -> None:
    """Where the chances of a page are off together, the set kept has the best mean over such pages, up to ties of chances."""
    pairs = sorted(pairs, reverse=True)
    chances, words = [chance for chance, _ in pairs], [size for _, size in pairs]
    cases = [[int(case[chance]) for chance in chances] for case in decide._cases(PAGES_DIFFER)]

    def mean(flags: list[bool]) -> float:
        return sum(expected(case, words, flags) for case in cases) / len(cases)

    kept = keep_most_expected(np.array(chances), np.array(words), PAGES_DIFFER).blocks.tolist()
    best = max(mean([at < count for at in range(len(pairs))]) for count in range(1, len(pairs) + 1))
    assert mean(kept) >= best - (1e-9 if len(set(chances)) == len(chances) else 1.0)


def test_what_is_doubtful_is_left_out_where_all_of_it_may_be_none() -> None:
    """Of five blocks as likely as not to be content beside a sure one each adds something, taken by itself; together they may all
    be none, which costs more than the half that is kept of what may all be some."""
    chances, words = np.array([9_900, 3_500, 3_500, 3_500, 3_500, 3_500]), np.array([40, 20, 20, 20, 20, 20])
    alone = keep_most_expected(chances, words, TEXTS_DIFFER).blocks.tolist()
    together = keep_most_expected(chances, words, PAGES_DIFFER).blocks.tolist()
    assert (alone, together) == ([True] * 6, [True] + [False] * 5)


@pytest.mark.parametrize("differ", [0.5, PAGES_DIFFER, 4.0])
def test_pages_differ_around_the_chances(differ: float) -> None:
    """On average each probability is itself, and on every page likelier blocks stay likelier."""
    cases = decide._cases(differ)
    assert np.abs(cases.mean(axis=0) - np.arange(CERTAIN + 1)).max() < 1
    assert (np.diff(cases, axis=0) >= 0).all()
    assert (np.diff(cases, axis=1) >= 0).all()
    assert (cases[:, 0] == 0).all()
    assert (cases[:, CERTAIN] == CERTAIN).all()


def test_nothing_likely_is_nothing_kept() -> None:
    """A page without a likely block keeps none; a page without blocks is no error."""
    assert not keep_most_expected(np.array([10, 20]), np.array([5, 5]), PAGES_DIFFER).blocks.any()
    assert keep_most_expected(np.array([], dtype=np.int64), np.array([], dtype=np.int64), PAGES_DIFFER).expected == 0.0


def test_content_is_part_of_the_article_unless_another_role_is_far_ahead() -> None:
    """Content becomes body or heading, but for a title far ahead; the rest becomes neither, but for a heading far ahead."""
    margins = np.array([[100, 50, 0, 0], [900, 50, 0, 0], [0, 80, 0, 20], [0, 80, 1700, 20]])
    chosen, lead = choose_roles(margins, margins, ROLES, settle(margins, ROLES, np.array([True, True, False, False]), ahead=500))
    assert [ROLES[number] for number in chosen] == [Role.BODY, Role.TITLE, Role.NAV, Role.HEADING]
    assert lead.tolist() == [50, 900, 20, 1620]


def test_both_models_have_the_same_say_in_text() -> None:
    """Chances of content outweigh a role outside the article that is less far ahead than they are long, and the other way round;
    a heading far ahead is one in any case."""
    margins = np.array([[0, 0, 0, NAT], [0, 0, 0, NAT], [0, NAT, 0, 0], [0, NAT, 0, 0], [0, 0, 3 * NAT, 0]])
    chances = np.array([8_000, 6_000, 4_000, 1_000, 1])  # odds of e to the power of 1.4, .4, -.4, -2.2 and -9.2
    assert agree(margins, ROLES, chances).tolist() == [True, False, True, False, True]


@given(st.lists(st.tuples(st.integers(0, CERTAIN), *[st.integers(-40_000, 40_000)] * 4), max_size=6))
def test_a_line_gets_a_role_of_its_side(rows: list[tuple[int, ...]]) -> None:
    """Whatever the margins, blocks of the article get a role of it and others none, and a text without lines is no error."""
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    inside = agree(table[:, 1:], ROLES, table[:, 0])
    chosen, lead = choose_roles(table[:, 1:], table[:, 1:], ROLES, inside)
    assert [ROLES[number] in {Role.BODY, Role.HEADING} for number in chosen] == inside.tolist()
    assert (lead >= 0).all()


def test_what_of_the_article_a_block_is_is_told_by_blocks_alike() -> None:
    """And no other role is: the byline among them stays one."""
    margins = np.array([[0, 500, 600, 0], [0, 500, 0, 600]])
    drawn = np.array([[0, 700, 400, 0], [0, 500, 0, 300]])
    chosen, lead = choose_roles(margins, drawn, ROLES, np.array([True, False]))
    assert [ROLES[number] for number in chosen] == [Role.BODY, Role.NAV]
    assert lead.tolist() == [300, 600]


def test_the_narrow_article_is_filled_up_with_what_is_sure() -> None:
    """Between its first and its last block; nothing of the frame, nothing unsure, nothing before or behind."""
    roles = (Role.BODY, Role.BODY, Role.HEADING, Role.NAV, Role.BODY, Role.BODY, Role.BODY)
    scores = (0.99, 0.99, 0.95, 0.99, 0.6, 0.99, 0.99)
    labels = [Label(role, score, "model") for role, score in zip(roles, scores, strict=True)]
    strict = np.array([False, True, False, False, False, True, False])
    sizes = np.array([5, 90, 5, 90, 90, 90, 5])
    assert fill_up(strict, labels, sizes).tolist() == [False, True, True, False, False, True, False]
    assert strict.sum() == 2


def test_an_article_of_which_next_to_nothing_is_left_stays_whole() -> None:
    """Less than half of its text; an empty page has none."""
    labels = [Label(role, 0.7, "model") for role in (Role.NAV, Role.BODY, Role.HEADING, Role.BODY)]
    narrow = np.array([False, True, False, False])
    assert fill_up(narrow, labels, np.array([900, 49, 2, 49])).tolist() == [False, True, True, True]
    assert fill_up(narrow, labels, np.array([900, 60, 2, 49])).tolist() == [False, True, False, False]
    assert fill_up(np.zeros(4, dtype=bool), labels, np.array([900, 60, 2, 49])).tolist() == [False, True, True, True]
    assert fill_up(np.zeros(0, dtype=bool), [], np.zeros(0, dtype=np.int64)).tolist() == []


def test_the_narrow_article_has_to_be_ahead() -> None:
    """Of what is as likely as not by both models together nothing is left."""
    margins, chances = np.array([[0, 0], [2 * NAT, 0]]), np.array([5_000, 5_000])
    assert agree(margins, (Role.BODY, Role.NAV), chances).tolist() == [True, True]
    assert agree(margins, (Role.BODY, Role.NAV), chances, NAT).tolist() == [False, True]
