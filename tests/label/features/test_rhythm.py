"""Rhythm: how headlines and paragraphs take turns."""

from __future__ import annotations

import numpy as np

from cleancorpus.label.features.table import compute_features
from tests.label.reading import page_of
from tests.label.stories import STORIES

STORY = STORIES["en"]
HEADLINES = "Old mill opens as a museum this spring\nFerry to sail twice a day again\nSchool of Lund wins the county prize\n"
TEASERS = "".join(f"{line}\n{STORY.first[:130]}.\n" for line in HEADLINES.splitlines())


def measure(text: str, *columns: str) -> np.ndarray:
    return compute_features([page_of(text)], columns)


def test_a_run_of_headlines_is_counted() -> None:
    """Lines as long as headlines, without a sentence's end."""
    table = measure(HEADLINES + STORY.first, "headline_run_before", "headline_run_behind", "headlines_around_3")
    assert table[:3].tolist() == [[1, 3, 3], [2, 2, 3], [3, 1, 3]]
    assert table[3, :2].tolist() == [0, 0]


def test_teasers_have_a_beat() -> None:
    """Headline and summary in turn: every second line is as long as the one."""
    table = measure(TEASERS, "turns_around_3", "size_step_2", "size_step_1")
    assert table[2, 0] == 3
    assert table[1, 1] == 0.0
    assert table[1, 2] > 0.5


def test_the_article_is_the_longest_run() -> None:
    """Distances count from the run of paragraphs, 0 inside; all the prose is in it."""
    text = f"{HEADLINES}{STORY.first}\n{STORY.second}\n{STORY.third}\n{HEADLINES}"
    table = measure(text, "run_distance_before_1200", "run_distance_behind_1200", "run_share_1200")
    assert table[:, 0].tolist() == [3, 2, 1, 0, 0, 0, 0, 0, 0]
    assert table[:, 1].tolist() == [0, 0, 0, 0, 0, 0, 1, 2, 3]
    assert table[0, 2] == 1.0


def test_blank_lines_are_seen_ahead() -> None:
    """A line knows whether it stands apart from the next."""
    assert measure("One\n\nTwo\nThree", "blank_at_1", "blank_share_page")[:, 0].tolist() == [1, 0, 1]


def test_no_blocks_no_rows() -> None:
    """An empty page has nothing to measure."""
    assert measure("", "run_share_300", "size_step_1", "residue_page").shape == (0, 3)


def test_runs_of_lines_with_one_sign() -> None:
    """Items of one list are counted, each for itself; letters and quotation marks are no signs."""
    table = measure("* One\n* Two\n* Three\nPlain\n1. First\n2. Second\n“Quoted”\n“Again”\n- Last", "sign_run")
    assert table[:, 0].tolist() == [3, 3, 3, 0, 2, 2, 0, 0, 1]
