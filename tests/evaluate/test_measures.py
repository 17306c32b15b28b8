"""Measures of sums: totals for roles and lines, means for pages, none where there is nothing to divide by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.evaluate.bootstrap import add_up
from cleancorpus.evaluate.measures import calibration_bins, measures, roles_in
from cleancorpus.evaluate.page_score import score_page
from tests.evaluate.pages import block, document, gold, scored

ROLES = ("title", "body", "related")
pages = st.lists(
    st.tuples(st.sampled_from(ROLES), st.sampled_from(ROLES), st.floats(0, 1)).map(lambda item: (item[0], item[1], item[2])),
    max_size=8,
)


def test_no_sums_no_measures() -> None:
    """Empty in, empty out."""
    assert measures({}) == {}
    assert calibration_bins({}) == []


def test_article_f1_is_that_of_the_mean_precision_and_recall() -> None:
    """Pages that predict nothing do not enter precision."""
    one = {"article.pages": 1, "article.p": 1, "article.p_pages": 1, "article.r": 0.5, "article.r_pages": 1, "article.exact": 0}
    other = {"article.pages": 1, "article.p": 0, "article.p_pages": 0, "article.r": 0, "article.r_pages": 1, "article.exact": 0}
    found = measures(add_up([scored("a", one), scored("b", other)]))
    assert (found["article_precision"], found["article_recall"], found["article_f1"]) == (1, 0.25, 0.4)


def test_a_role_that_only_we_give_is_not_in_the_macro_mean() -> None:
    """The mean is over the gold's roles."""
    sums = {"role.pages": 1.0, "role.body.gold": 2.0, "role.body.given": 1.0, "role.body.tp": 1.0, "role.nav.given": 1.0}
    assert roles_in(sums) == ["body"]
    assert measures(sums)["role_macro_f1"] == measures(sums)["role_body_f1"]


@given(pages)
def test_measures_lie_between_0_and_1(pairs: list[tuple[str, str, float]]) -> None:
    """Roles and calibration of any labelling, whatever its scores."""
    parts = tuple((gold_role, f"text {number}") for number, (gold_role, _, _) in enumerate(pairs))
    given_blocks = [block(role, f"text {number}", score) for number, (_, role, score) in enumerate(pairs)]
    columns = score_page(gold(parts=parts), document(*given_blocks)).columns
    assert all(0 <= value <= 1 for value in measures(columns).values())
    assert sum(item.blocks for item in calibration_bins(columns)) == len(pairs)


@given(pages)
def test_the_gold_roles_score_1(pairs: list[tuple[str, str, float]]) -> None:
    """A document that agrees with its gold throughout."""
    parts = tuple((role, f"text {number}") for number, (role, _, _) in enumerate(pairs))
    columns = score_page(gold(parts=parts), document(*(block(role, text, 1.0) for role, text in parts))).columns
    found = measures(columns)
    assert found.pop("calibration_error", 0.0) == 0
    assert set(found.values()) <= {1.0}
