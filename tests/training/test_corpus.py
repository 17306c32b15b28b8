"""The corpus: features of all pages in their order, foreign ones as if no lexicon knew their language."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("catboost")

from training.corpus import build_corpus
from training.golds import ARTICLE_POLICY, GoldPage
from training.plan import TEXT

from tests.label.reading import lines, page_of
from tests.label.stories import STORIES


def gold(language: str, *more: str, foreign: bool = False) -> GoldPage:
    """A story that a composition might be."""
    story = STORIES[language]
    page = page_of(lines(story.title, *story.paragraphs, *more))
    size = len(page.blocks)
    kept, roles = (1.0,) * size, ("title", *("body",) * (size - 1))
    return GoldPage(
        "composed vi",
        language,
        "a.example",
        "article",
        language,
        ARTICLE_POLICY,
        page,
        kept,
        roles,
        (True,) * size,
        "",
        foreign=foreign,
    )


def test_foreign_pages_are_measured_without_their_lexicon_and_stand_where_they_stood() -> None:
    """Between two others. What a lexicon knows of their lines is lost, what it knows of English ones is not."""
    pages = [gold("en"), gold("vi", "Tin liên quan", "Read more", foreign=True), gold("de")]
    corpus, known = build_corpus(TEXT, pages), build_corpus(TEXT, [replace(page, foreign=False) for page in pages])
    assert corpus.page.tolist() == known.page.tolist()
    assert (corpus.words == known.words).all()
    differs = (corpus.table != known.table).any(axis=1)
    assert set(corpus.page[differs].tolist()) == {1}
    cue = [at for at, name in enumerate(TEXT.columns) if name.startswith("cue_related") or name == "rule_says_related"]
    own = np.flatnonzero(corpus.page == 1)
    assert known.table[own[-2]][cue].any()
    assert not corpus.table[own[-2]][cue].any()
