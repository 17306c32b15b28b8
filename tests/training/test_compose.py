"""Compositions: every line has its role, the same ones come out again, and validation sees other cue words than training."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.compose import compose
from training.compose.article import read_articles
from training.compose.layout import Layout, cues
from training.folds import FOLDS

from cleancorpus.role import Role

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
pytestmark = pytest.mark.skipif(
    not (DATA / "vi_articles.parquet").is_file(), reason=f"needs the articles under CLEANCORPUS_DATA, looked in {DATA}"
)


def test_every_line_has_a_role_and_comes_out_again() -> None:
    """Two readings give the same texts; each block has a role of ours, and an article its body."""
    one, other = (list(islice(compose(read_articles()), 60)) for _ in range(2))
    assert [[block.text for block in gold.page.blocks] for gold in one] == [
        [block.text for block in gold.page.blocks] for gold in other
    ]
    assert all(set(gold.roles) <= set(Role) for gold in one)
    assert all("body" in gold.roles and len(gold.roles) == len(gold.page.blocks) == len(gold.content) for gold in one)
    assert {gold.page_type for gold in one} == {"article", "clean"}


def test_nothing_of_a_clean_text_is_to_go() -> None:
    """Verse, lists, dialogue and bare articles are content from the first line to the last."""
    clean = [gold for gold in islice(compose(read_articles()), 120) if gold.page_type == "clean"]
    assert clean
    assert all(set(gold.content) == {1.0} for gold in clean)


def test_cue_words_are_dealt_out() -> None:
    """No fold's phrases are another's, where a language has enough of them."""
    dealt = [set(cues("vi", "related", "lines", fold)) for fold in range(FOLDS)]
    assert all(not dealt[a] & dealt[b] for a in range(FOLDS) for b in range(a))


def test_layouts_are_dealt_out() -> None:
    """No way to lay a thing out is of two folds, and each is of one."""
    ways = "pairs bullets dates numbers headlines summaries glued copies".split()
    layouts = [Layout(Random(1), "vi", fold, spaced=True, tail_spaced=True, capital=False) for fold in range(FOLDS)]
    dealt = [{layout.own(ways) for _ in range(60)} for layout in layouts]
    assert sorted(way for own in dealt for way in own) == sorted(ways)
