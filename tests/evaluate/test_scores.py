"""The measures of a page: their definitions, and their agreement with the module the project is judged by."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.evaluate.scores import (
    author_names,
    day_of,
    precision_recall,
    same_title,
    shingle_scores,
    snippet_counts,
    token_scores,
    word_scores,
)
from tests.evaluate.pages import DATA
from tests.properties.strategies import anything, texts

METRICS = DATA.parent / "bench" / "metrics.py"
lines = st.lists(st.tuples(texts, st.booleans(), st.booleans()), max_size=6)


@pytest.fixture(scope="module")
def metrics() -> ModuleType:
    """The module beside the shared data."""
    if not METRICS.is_file():
        pytest.skip(f"the module to compare with is not here: {METRICS}")
    spec = importlib.util.spec_from_file_location("metrics", METRICS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(anything, anything)
def test_text_scores_are_those_of_the_shared_module(metrics: ModuleType, one: str, other: str) -> None:
    """Words and shingles of any two texts."""
    assert word_scores(one, other) == pytest.approx(metrics.bag_f1(one, other))
    tp, fp, fn, exact = metrics.article_page(one, other)
    precision, recall, same = shingle_scores(one, other)
    assert (precision is None, recall is None, same) == (not tp + fp, not tp + fn, exact)
    assert precision is None or precision == pytest.approx(tp / (tp + fp))
    assert recall is None or recall == pytest.approx(tp / (tp + fn))


@given(lines, texts)
def test_line_and_snippet_scores_are_those_of_the_shared_module(
    metrics: ModuleType, judged: list[tuple[str, bool, bool]], text: str
) -> None:
    """Tokens of lines, and snippets in a text."""
    assert token_scores(judged) == pytest.approx(metrics.token_prf(judged))
    wanted, unwanted = [line for line, content, _ in judged if content], [line for line, content, _ in judged if not content]
    assert snippet_counts(text, wanted, unwanted) == metrics.snippet_page(text, wanted, unwanted)


@given(anything, anything)
def test_metadata_is_compared_as_the_shared_module_does(metrics: ModuleType, one: str, other: str) -> None:
    """Titles, authors and dates."""
    assert same_title(one, other) == metrics.title_same(one, other)
    assert author_names([one, other]) == metrics.author_set([one, other])
    assert day_of(one) == metrics.day(one)


@given(anything, anything)
def test_scores_lie_between_0_and_1(one: str, other: str) -> None:
    """All of them, whatever the texts."""
    values = [*word_scores(one, other), *(value for value in shingle_scores(one, other) if value is not None)]
    assert all(0 <= value <= 1 for value in values)


@given(anything)
def test_a_text_scores_1_against_itself(text: str) -> None:
    """Words, shingles and tokens."""
    assert word_scores(text, text) == (1, 1, 1)
    assert shingle_scores(text, text)[2] == 1
    assert {value for value in shingle_scores(text, text)[:2] if value is not None} <= {1.0}


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    """An empty gold scores 1 for an empty text, else 0; shingles of nothing do not enter a mean."""
    assert word_scores("", "") == (1, 1, 1)
    assert word_scores("x", "") == word_scores("", "x") == (0, 0, 0)
    assert shingle_scores("", "x y") == (None, 0, 0)
    assert shingle_scores("x y", "") == (0, None, 0)
    assert token_scores([]) == (1, 1, 1)
    assert precision_recall(0, 0, 0) == (0, 0, 0)


def test_scripts_without_spaces_have_a_token_for_a_character() -> None:
    """Half of a Japanese text kept is half its tokens."""
    assert token_scores([("村の", True, True), ("人び", True, False)])[1] == 0.5


def test_snippets_ignore_white_space_but_not_case() -> None:
    """As a reader would look for them."""
    assert snippet_counts("The  ferry\nleft", ["The ferry left", "the ferry"], ["harbour"]) == (1, 0, 1, 1)
