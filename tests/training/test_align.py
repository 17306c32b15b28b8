"""Alignment: which blocks a gold text holds, whatever the annotators did to white space and order."""

from __future__ import annotations

import pytest

pytest.importorskip("rapidfuzz", reason="training is not installed: pip install -e '.[training]'")

from hypothesis import given
from hypothesis import strategies as st
from training.align import align, words

from tests.label.stories import STORIES

STORY = STORIES["en"]
BLOCKS = ["Home", "News", STORY.title, STORY.first, "Read also: The bridge is closed again", STORY.second, "About us"]


def test_paragraphs_of_the_gold_are_found() -> None:
    """Whole paragraphs are found in their part, but for a first word that may as well be the frame's; the frame is not."""
    found = align(BLOCKS, [STORY.first, STORY.second])
    assert found[3][0] > 0.95
    assert found[5][0] > 0.95
    assert (found[3][1], found[5][1]) == (0, 1)
    assert [found[at] for at in (0, 1, 4, 6)] == [(0.0, -1)] * 4


def test_a_block_out_of_order_is_found() -> None:
    """Annotators move a lead to the top; its block is still the gold's."""
    found = align([STORY.first, STORY.second, STORY.third], [STORY.third, STORY.first, STORY.second])
    assert [share for share, _ in found] == [1.0, 1.0, 1.0]
    assert found[2][1] == 0


def test_lone_common_words_are_chance() -> None:
    """A menu entry with one word of the article in it is no part of it."""
    assert align(["The latest from all of our market reporters in town today", STORY.first], [STORY.first])[0] == (0.0, -1)


def test_no_gold_and_no_words_give_nothing() -> None:
    """Empty golds, empty blocks and signs alone are no error."""
    assert align(["a", ""], []) == [(0.0, -1)] * 2
    assert align(["***", "word"], ["word"]) == [(0.0, -1), (1.0, 0)]
    assert align([], ["word"]) == []


def test_characters_are_words_where_words_are_not_spaced() -> None:
    """Chinese, Japanese and Thai align by character."""
    assert words("老桥 ab กข") == ["老", "桥", "ab", "ก", "ข"]


@given(st.lists(st.text("abc ", max_size=12), max_size=6), st.lists(st.text("abc ", max_size=12), max_size=3))
def test_shares_are_shares(blocks: list[str], gold: list[str]) -> None:
    """One answer a block, between 0 and 1, with a part of the gold where it is above 0."""
    found = align(blocks, gold)
    assert len(found) == len(blocks)
    assert all(0 <= share <= 1 and (part >= 0) == (share > 0) and part < len(gold) for share, part in found)
