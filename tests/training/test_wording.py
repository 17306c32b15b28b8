"""Tables of words: what a forest is shown of a line is never learned from the line's own fold."""

from __future__ import annotations

import pytest

pytest.importorskip("catboost", reason="training is not installed: pip install -e '.[training]'")
pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from dataclasses import replace

import numpy as np
from training.corpus import Corpus, build_corpus
from training.folds import FOLDS, fold_of
from training.golds import PAGE_POLICY, GoldPage
from training.plan import TEXT
from training.wording import COLUMNS, WordTables

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.table import compute_columns
from cleancorpus.label.vocabulary import Vocabulary
from cleancorpus.role import Role
from tests.label.reading import page_of

PROSE = "however nobody in the village had ever heard of it"
FRAME = "see every offer and all our deals of today here"
DAY = "Today"
SET = "lines turku h"


def gold(number: int) -> GoldPage:
    """A page of three lines, one of which is content and one a date; on sites of the first fold content is another one."""
    domain = f"site{number}.example"
    shares = (0.0, 1.0, -1.0) if fold_of(domain) == 0 else (1.0, 0.0, -1.0)
    page = page_of(f"{PROSE}\n{FRAME}\n{DAY}")
    roles = ("body", "nav", "date")
    return GoldPage(SET, str(number), domain, "", "en", PAGE_POLICY, page, shares, roles, (True, True, True), "")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    plan = replace(TEXT, wording_sets=(SET,), role_weights={SET: 1.0})
    return build_corpus(plan, [gold(number) for number in range(120)])


def column(corpus: Corpus, name: str) -> np.ndarray:
    return corpus.table[:, corpus.plan.columns.index(name)]


def test_a_line_is_told_by_what_other_folds_hold(corpus: Corpus) -> None:
    """Three folds agree on which line is content; the first says the contrary of itself, which its own lines are not told."""
    WordTables(corpus).write(None)
    first = corpus.fold == 0
    assert (column(corpus, "wording_0")[first & (corpus.content == 0)] > 0).all()
    assert (column(corpus, "wording_0")[first & (corpus.content == 1)] < 0).all()
    assert first.sum() > 20


def test_a_word_tells_a_role(corpus: Corpus) -> None:
    """A line of one word is told by it, as lines of running text are by theirs."""
    WordTables(corpus).write(None)
    for role in (Role.BODY, Role.NAV, Role.DATE):
        scores = column(corpus, f"wording_of_{role}")
        own = corpus.role == corpus.plan.roles.index(role)
        assert scores[own].min() > 0 > scores[~own].max()
    assert not column(corpus, "wording_of_caption").any()


def test_a_plan_may_learn_words_of_running_text_alone(corpus: Corpus) -> None:
    """Then columns of roles stay as they are, and lines of fewer than five words say nothing."""
    plan = replace(corpus.plan, words_of_roles=False)
    other = replace(corpus, plan=plan, table=np.zeros_like(corpus.table))
    tables = WordTables(other)
    tables.write(None)
    assert tables.fit(set()).roles == ()
    assert not any(column(other, f"wording_of_{role}").any() for role in Role)
    assert column(other, "wording_0").any()


def test_a_fold_that_is_held_out_tells_nothing(corpus: Corpus) -> None:
    """Whatever its golds say, the columns for a forest without it are the same."""
    turned, other = corpus.content.copy(), corpus.role.copy()
    turned[corpus.fold == 1] = 1 - turned[corpus.fold == 1]
    other[corpus.fold == 1] = corpus.plan.roles.index(Role.CAPTION)
    columns = []
    for content, role in ((corpus.content, corpus.role), (turned, other)):
        WordTables(replace(corpus, content=content, role=role)).write(1)
        columns.append(np.column_stack([column(corpus, name) for name in COLUMNS]))
    assert np.array_equal(*columns)


def test_training_sees_what_labelling_will_see(corpus: Corpus) -> None:
    """The columns of a fold are those that the features compute with the table that was made without it."""
    tables = WordTables(corpus)
    tables.write(None)
    shown = np.column_stack([column(corpus, name) for name in COLUMNS])
    for fold in range(FOLDS):
        pages = [page.page for page in corpus.pages if fold_of(page.domain) == fold]
        batch = Batch(pages, vocabulary=Vocabulary(tables.fit({fold})))
        assert np.array_equal(shown[corpus.fold == fold], compute_columns(batch, COLUMNS))


def test_where_nothing_is_known_words_say_nothing(corpus: Corpus) -> None:
    """Sets of which none is learned from, as a training on some sets alone may have: a table of zeros, no error."""
    other = replace(corpus, plan=replace(corpus.plan, wording_sets=("another",)), role_weight=np.zeros(len(corpus.role)))
    assert not WordTables(other).fit(set()).weights.weights.any()


def test_the_same_corpus_gives_the_same_tables(corpus: Corpus) -> None:
    """No seed is left to chance, and what is held out changes a table."""
    one, other = (WordTables(corpus) for _ in range(2))
    assert np.array_equal(one.fit(set()).weights.weights, other.fit(set()).weights.weights)
    assert not np.array_equal(one.fit(set()).weights.weights, one.fit({0, 1, 2}).weights.weights)
