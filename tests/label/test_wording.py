"""Wording: the words of lines weighed by a model's table."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.table import compute_columns
from cleancorpus.label.terms import BITS, TermWeights
from cleancorpus.label.vocabulary import Vocabulary
from cleancorpus.label.wording import MOST_READ, Wording, read_terms, wording_from_dict, wording_to_dict
from tests.label.reading import page_of

PROSE, FRAME = "Nor was this the first time that it happened", "See all our best offers of the week"
COLUMNS = ("wording_0", "wording_-1", "wording_1")


def table(weights: dict[str, int]) -> Wording:
    """Each term of a text weighs what is given."""
    found = np.zeros(1 << BITS, dtype=np.int8)
    for text, weight in weights.items():
        found[read_terms([text]).term] = weight
    return Wording(TermWeights(found[None]))


KNOWS = table({FRAME: -8, PROSE: 8})


def test_words_of_running_text_score_above_others() -> None:
    """Log odds: the sum of a text's weights by the root of how many terms it has; what is unknown and what is short is 0."""
    terms = 9 + 8 + 2
    scores = KNOWS.score([PROSE, FRAME, "Quokkas browse upon juicy hillside grass", "Nor was this", ""])
    assert scores[0] == pytest.approx(terms / np.sqrt(terms))
    assert scores[1] < 0
    assert scores[2:].tolist() == [0.0, 0.0, 0.0]


def test_case_and_figures_make_no_difference() -> None:
    """Words are compared without case, and every figure is like another."""
    assert KNOWS.score([PROSE.upper()]) == KNOWS.score([PROSE])
    years = [f"It was built in {year} by the town" for year in (1846, 2021)]
    assert read_terms(years[:1]).term.tolist() == read_terms(years[1:]).term.tolist()


def test_scripts_without_spaces_are_read_by_character() -> None:
    """A Chinese sentence has more terms than one."""
    one, other = read_terms(["老桥昨天重新开放"]), read_terms(["老桥"])
    assert one.counts.tolist() == [8 + 7 + 2]
    assert other.counts.tolist() == [0]


def test_many_texts_score_as_each_alone() -> None:
    """However many are read at once."""
    many = [PROSE, FRAME, "Nor was this"] * 3_000
    assert KNOWS.score(many).tolist() == KNOWS.score(many[:3]).tolist() * 3_000
    assert KNOWS.score([]).tolist() == []


def test_line_ends_inside_a_text_are_spaces() -> None:
    """They do not end it: lines of code and cells have some."""
    assert KNOWS.score([FRAME, PROSE.replace(" ", "\n"), f"{FRAME}\n"]).tolist() == KNOWS.score([FRAME, PROSE, FRAME]).tolist()
    assert [len(part) for part in (read_terms([]).term, read_terms(["\n"]).term, read_terms([]).counts)] == [0, 0, 0]


def test_a_script_without_spaces_beside_others_is_read_the_same() -> None:
    """Of a batch of both."""
    mixed = read_terms([PROSE, "老桥昨天重新开放", FRAME])
    alone = [read_terms([text]) for text in (PROSE, "老桥昨天重新开放", FRAME)]
    assert mixed.counts.tolist() == [count for terms in alone for count in terms.counts.tolist()]
    for number, terms in enumerate(alone):
        assert sorted(mixed.term[mixed.owner == number].tolist()) == sorted(terms.term.tolist())


def test_the_feature_is_the_line_s_own_score_and_its_neighbours() -> None:
    """0 beyond the page, and everywhere for a model without a table."""
    page = page_of(f"{PROSE}\n{FRAME}")
    own, other = KNOWS.score([PROSE, FRAME]).astype(np.float32).tolist()
    found = compute_columns(Batch([page], vocabulary=Vocabulary(KNOWS)), COLUMNS)
    assert found.tolist() == [[own, 0.0, other], [other, own, 0.0]]
    assert not compute_columns(Batch([page]), COLUMNS).any()


def test_what_is_behind_the_limit_is_not_read() -> None:
    """A line has the terms of its beginning, as many code points as the table says."""
    short = Wording(KNOWS.weights, len(PROSE))
    assert short.score([f"{PROSE} {FRAME}"]) == short.score([PROSE]) == KNOWS.score([PROSE])
    assert KNOWS.score([f"{PROSE} {FRAME}"]) != KNOWS.score([PROSE])


def test_a_table_comes_back_as_it_was_written() -> None:
    """Weights and limit; where a model's file says no limit it is the usual one."""
    data = wording_to_dict(Wording(KNOWS.weights, 200))
    back = wording_from_dict(data)
    assert (back.most_read, back.score([PROSE]).tolist()) == (200, KNOWS.score([PROSE]).tolist())
    del data["most_read"]
    assert wording_from_dict(data).most_read == MOST_READ


@pytest.mark.parametrize("limit", [0, -1, "200", 1.5, True, None])
def test_a_limit_that_is_none_is_refused(limit: object) -> None:
    """The message says it."""
    with pytest.raises(ValueError, match=repr(limit)):
        wording_from_dict({**wording_to_dict(KNOWS), "most_read": limit})


@given(st.lists(st.text(max_size=60), max_size=5))
def test_a_text_s_score_does_not_depend_on_the_others(texts: list[str]) -> None:
    """Together or alone, any characters: the same number."""
    assert KNOWS.score(texts).tolist() == [score for text in texts for score in KNOWS.score([text]).tolist()]


def test_a_table_of_several_questions_is_refused() -> None:
    """Words answer one."""
    with pytest.raises(ValueError, match="2 rows"):
        wording_from_dict(wording_to_dict(Wording(TermWeights(np.zeros((2, 1 << BITS), dtype=np.int8)))))
