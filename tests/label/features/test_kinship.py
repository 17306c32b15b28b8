"""Kinship: which words a block shares with the rest of its page."""

from __future__ import annotations

import numpy as np

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.kinship import shared_with
from cleancorpus.label.features.table import compute_features
from tests.label.reading import page_of
from tests.label.stories import STORIES

STORY = STORIES["en"]


def measure(text: str, *columns: str) -> np.ndarray:
    return compute_features([page_of(text)], columns)


def test_a_paragraph_of_the_story_shares_its_words_and_a_stranger_does_not() -> None:
    """Of two lines of the same length the one with the story's words is kin."""
    kin = " ".join(STORY.first.split()[:9])
    table = measure(
        f"{STORY.first}\n{STORY.second}\n{STORY.third}\n{kin}\nQuokka zebrafish xylophone vuvuzela", "kinship_prose", "own_terms"
    )
    assert table[3, 0] == 1.0
    assert table[4].tolist() == [0.0, 1.0]


def test_a_headline_and_its_summary_share_words() -> None:
    """From the headline's side all of them, in whatever order; from the far side of the page none."""
    table = measure(
        "Bridge repaired again\nAgain repaired: the bridge of Lund\nNothing else", "shared_terms_1", "shared_terms_-1"
    )
    assert table[:, 0].tolist() == [1.0, 0.0, 0.0]
    assert table[1, 1] == np.float32(3 / 5)


def test_copies_begin_alike() -> None:
    """The same headline again, with something hung on, or without its accents."""
    table = measure(
        "Lễ hội đền Hạ khai mạc sáng nay\nle hoi den ha khai mac sang nay Tin khác\nMột dòng không liên quan gì cả", "same_start"
    )
    assert table[:, 0].tolist() == [1.0, 1.0, 0.0]


def test_words_that_are_not_spaced_are_read_in_pairs() -> None:
    """Chinese paragraphs share pairs of characters."""
    table = measure("老桥重新开放了\n老桥昨天重新开放", "shared_terms_1")
    assert 0 < table[0, 0] < 1


def test_words_are_shared_with_the_flagged_blocks_of_a_page_alone() -> None:
    """In thousandths; what other pages of the batch say does not count, and a block without words shares none."""
    batch = Batch([page_of("Bridge of Lund"), page_of("Bridge closed again\nThe bridge of Lund\n12\nclosed")])
    flags = np.array([False, True, False, False])
    assert shared_with(batch, slice(1, 5), flags).tolist() == [333, 0, 0, 0]
    assert shared_with(batch, slice(1, 5), np.array([True, True, False, False])).tolist() == [333, 333, 0, 1000]
    assert shared_with(batch, slice(0, 1), np.array([False])).tolist() == [0]


def test_a_page_without_words_has_no_kin() -> None:
    """Signs and figures alone: zeros, no error."""
    columns = ("kinship_prose", "kinship_usual", "own_terms", "shared_terms_1", "same_start")
    assert not measure("***\n12\n--", *columns).any()
    assert measure("", *columns).shape == (0, len(columns))
