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
from cleancorpus.role import Role
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
DATED = "Veröffentlicht"


def with_dates() -> Wording:
    """One that knows of running text what `KNOWS` does, and of dates one word."""
    dates = np.zeros(1 << BITS, dtype=np.int8)
    dates[read_terms([DATED], fewest_words=1).term] = 16
    return Wording(TermWeights(np.array([KNOWS.weights.weights[0], dates])), (Role.DATE,))


KNOWS_DATES = with_dates()


def test_words_of_running_text_score_above_others() -> None:
    """Log odds: the sum of a text's weights by the root of how many terms it has; what is unknown and what is short is 0."""
    terms = 9 + 8 + 2
    (scores,) = KNOWS.score([PROSE, FRAME, "Quokkas browse upon juicy hillside grass", "Nor was this", ""])
    assert scores[0] == pytest.approx(terms / np.sqrt(terms))
    assert scores[1] < 0
    assert scores[2:].tolist() == [0.0, 0.0, 0.0]


def test_case_and_figures_make_no_difference() -> None:
    """Words are compared without case, and every figure is like another."""
    assert KNOWS.score([PROSE.upper()]).tolist() == KNOWS.score([PROSE]).tolist()
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
    assert KNOWS.score(many)[0].tolist() == KNOWS.score(many[:3])[0].tolist() * 3_000
    assert KNOWS.score([]).tolist() == [[]]


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
    own, other = KNOWS.score([PROSE, FRAME])[0].astype(np.float32).tolist()
    found = compute_columns(Batch([page], vocabulary=Vocabulary(KNOWS)), COLUMNS)
    assert found.tolist() == [[own, 0.0, other], [other, own, 0.0]]
    assert not compute_columns(Batch([page]), COLUMNS).any()


def test_what_is_behind_the_limit_is_not_read() -> None:
    """A line has the terms of its beginning, as many code points as the table says."""
    short = Wording(KNOWS.weights, most_read=len(PROSE))
    longer = f"{PROSE} {FRAME}"
    assert short.score([longer, PROSE]).tolist() == KNOWS.score([PROSE, PROSE]).tolist()
    assert KNOWS.score([longer]).tolist() != KNOWS.score([PROSE]).tolist()


def test_a_table_comes_back_as_it_was_written() -> None:
    """Weights, roles and limit; where a model's file says no limit it is the usual one, and it need not know roles."""
    data = wording_to_dict(Wording(KNOWS_DATES.weights, KNOWS_DATES.roles, 200))
    back = wording_from_dict(data)
    assert (back.roles, back.most_read) == ((Role.DATE,), 200)
    assert back.score([PROSE, DATED]).tolist() == KNOWS_DATES.score([PROSE, DATED]).tolist()
    old = wording_to_dict(KNOWS)
    del old["most_read"], old["roles"]
    assert (wording_from_dict(old).most_read, wording_from_dict(old).roles) == (MOST_READ, ())


@pytest.mark.parametrize("limit", [0, -1, "200", 1.5, True, None])
def test_a_limit_that_is_none_is_refused(limit: object) -> None:
    """The message says it."""
    with pytest.raises(ValueError, match=repr(limit)):
        wording_from_dict({**wording_to_dict(KNOWS), "most_read": limit})


@given(st.lists(st.text(max_size=60), max_size=5))
def test_a_text_s_score_does_not_depend_on_the_others(texts: list[str]) -> None:
    """Together or alone, any characters: the same number."""
    together = KNOWS_DATES.score(texts).T.tolist()
    assert together == [score for text in texts for score in KNOWS_DATES.score([text]).T.tolist()]


def test_one_word_tells_a_role_and_no_running_text() -> None:
    """Rows of roles read lines of any length, the row of running text those of five words and more alone."""
    content, dates = KNOWS_DATES.score([PROSE, DATED, "", f"{DATED} am", "12"]).tolist()
    assert content == [*KNOWS.score([PROSE])[0].tolist(), 0.0, 0.0, 0.0, 0.0]
    assert dates[1] == pytest.approx(2 * 16 / 8 / np.sqrt(2))
    assert dates[1] > dates[3] > 0
    assert (dates[0], dates[2], dates[4]) == (0.0, 0.0, 0.0)


@given(st.lists(st.sampled_from(["Tag", "7", "老桥", "老", "a b", "", "?", PROSE]), max_size=6))
def test_a_text_s_terms_are_those_of_its_words(texts: list[str]) -> None:
    """Its words, its pairs, its first word as an opening, and its first pair: never a word of the next text."""
    many = read_terms(texts, fewest_words=1)
    for number, text in enumerate(texts):
        alone = read_terms([text], fewest_words=1)
        assert sorted(many.term[many.owner == number].tolist()) == sorted(alone.term.tolist())
        assert len(alone.term) == alone.counts[0]


def test_the_feature_of_a_role_is_its_own_score() -> None:
    """One column a role; 0 for those of which the model knows nothing."""
    page = page_of(f"{PROSE}\n{DATED}")
    columns = tuple(f"wording_of_{role}" for role in (Role.DATE, Role.TITLE))
    found = compute_columns(Batch([page], vocabulary=Vocabulary(KNOWS_DATES)), columns)
    assert found[:, 0].tolist() == KNOWS_DATES.score([PROSE, DATED])[1].astype(np.float32).tolist()
    assert not found[:, 1].any()
    assert not compute_columns(Batch([page], vocabulary=Vocabulary(KNOWS)), columns).any()
    assert not compute_columns(Batch([page]), columns).any()


@pytest.mark.parametrize(("roles", "said"), [((), "2 rows"), (("date", "title"), "2 rows"), (("dates",), "dates")])
def test_a_table_of_other_roles_is_refused(roles: tuple[str, ...], said: str) -> None:
    """One row is for running text, and one for each role."""
    with pytest.raises(ValueError, match=said):
        wording_from_dict({**wording_to_dict(KNOWS_DATES), "roles": list(roles)})
