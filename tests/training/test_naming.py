"""Tables of names: what a forest is shown of a block is never learned from the block's own fold."""

from __future__ import annotations

import pytest

pytest.importorskip("catboost", reason="training is not installed: pip install -e '.[training]'")
pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from dataclasses import replace

import numpy as np
from training.corpus import Corpus, build_corpus
from training.folds import FOLDS, fold_of
from training.golds import PAGE_POLICY, GoldPage
from training.naming import COLUMNS, NameTables
from training.plan import HTML

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.table import compute_columns
from cleancorpus.label.vocabulary import Vocabulary
from cleancorpus.role import Role
from tests.label.reading import page_of

SET = "wcxb_dev"
PAGE = """<div id="sivu"><div class="artikkeli {own}"><p class="kappale">One.</p></div>
<div class="sivupalkki {own}"><div class="laatikko"><p>Two.</p></div></div></div>"""


def gold(number: int) -> GoldPage:
    """A page of two blocks, one of which is content; on sites of the first fold it is the other one."""
    domain = f"site{number}.example"
    shares = (0.0, 1.0) if fold_of(domain) == 0 else (1.0, 0.0)
    page = page_of(PAGE.format(own=f"site{chr(97 + number % 26)}{chr(97 + number // 26)}"), "html")
    return GoldPage(SET, str(number), domain, "", "en", PAGE_POLICY, page, shares, ("", ""), (False, False), "")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build_corpus(replace(HTML, naming_sets=(SET,)), [gold(number) for number in range(120)])


def columns(corpus: Corpus) -> np.ndarray:
    return np.column_stack([corpus.table[:, corpus.plan.columns.index(name)] for name in COLUMNS])


def column(corpus: Corpus, role: Role) -> np.ndarray:
    return corpus.table[:, corpus.plan.columns.index(f"naming_of_{role}")]


def test_a_block_is_told_by_what_other_folds_hold(corpus: Corpus) -> None:
    """Three folds agree on which block is content; the first says the contrary of itself, which its own are not told."""
    NameTables(corpus).write(None)
    first = corpus.fold == 0
    own, above = columns(corpus)[:, :2].T
    assert (own[first & (corpus.content == 0)] > 0).all()
    assert (above[first & (corpus.content == 0)] > 0).all()
    assert (own[first & (corpus.content == 1)] < 0).all()
    assert first.sum() > 20


def test_each_role_is_told_by_its_own_names(corpus: Corpus) -> None:
    """What three folds agree on is what the first is told, which says the contrary of itself. A role that no page has is told of
    none."""
    role = np.where(corpus.content == 1, HTML.roles.index(Role.BODY), HTML.roles.index(Role.RELATED))
    one = replace(corpus, role=role, role_weight=np.ones(len(role)))
    NameTables(one).write(None)
    first = one.fold == 0
    for called, content in ((Role.BODY, 0), (Role.RELATED, 1)):
        assert (column(one, called)[first & (one.content == content)] > 0).all()
        assert (column(one, called)[first & (one.content != content)] < 0).all()
    assert not column(one, Role.CAPTION).any()


def test_a_fold_that_is_held_out_tells_nothing(corpus: Corpus) -> None:
    """Whatever its golds say, the columns for a forest without it are the same."""
    turned = corpus.content.copy()
    turned[corpus.fold == 1] = 1 - turned[corpus.fold == 1]
    found = []
    for content in (corpus.content, turned):
        NameTables(replace(corpus, content=content)).write(1)
        found.append(columns(corpus))
    assert np.array_equal(*found)


def test_training_sees_what_labelling_will_see(corpus: Corpus) -> None:
    """The columns of a fold are those that the features compute with the table that was made without it."""
    tables = NameTables(corpus)
    tables.write(None)
    shown = columns(corpus)
    for fold in range(FOLDS):
        pages = [page.page for page in corpus.pages if fold_of(page.domain) == fold]
        batch = Batch(pages, vocabulary=Vocabulary(naming=tables.fit({fold})))
        assert np.array_equal(shown[corpus.fold == fold], compute_columns(batch, COLUMNS))


def test_names_of_one_site_say_nothing(corpus: Corpus) -> None:
    """Only what several sites use has a weight: two words nearest to a block, three around these."""
    assert np.count_nonzero(NameTables(corpus).fit(set()).weights.weights, axis=1).max() <= 2 + 3


def test_the_same_corpus_gives_the_same_tables(corpus: Corpus) -> None:
    """No seed is left to chance, and what is held out changes a table."""
    one, other = (NameTables(corpus).fit(set()).weights.weights for _ in range(2))
    assert np.array_equal(one, other)
    assert not np.array_equal(one, NameTables(corpus).fit({0, 1, 2}).weights.weights)
