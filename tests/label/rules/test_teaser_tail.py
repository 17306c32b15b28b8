"""teaser-tail: teasers that nothing announces, behind the article's end."""

from __future__ import annotations

import pytest

from tests.label.reading import lines, verdict, verdicts
from tests.label.rules.test_teaser_pairs import TEASERS
from tests.label.stories import STORIES

TAIL = ("related", "teaser-tail")
SIGNED = {"en": "By Oswin Tharrow", "vi": "Theo TTXVN", "de": "Von Anselm Beyer"}


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("mark", ["signature", "© 2025"])
def test_headline_and_summary_in_turn_behind_a_mark(language: str, mark: str) -> None:
    """A signature or a copyright line ends the article; what stands before it stays."""
    story = STORIES[language]
    end = SIGNED[language] if mark == "signature" else f"{mark} Wendle Herald"
    teasers = [part for teaser in TEASERS[language] for part in teaser]
    found = verdicts(lines(story.title, *story.paragraphs, end, *teasers))
    assert found[5:] == [TAIL] * 6
    assert found[1:4] == [("body", "paragraph")] * 3


@pytest.mark.parametrize("language", ["en", "vi", "zh"])
def test_headlines_alone_behind_a_mark(language: str) -> None:
    """More than two, as long as headlines are."""
    story = STORIES[language]
    headlines = [STORIES[other].title for other in ("en", "vi", "de", "fr") if other != language]
    found = verdicts(lines(story.title, *story.paragraphs, "© 2025 Wendle Herald", *headlines))
    assert {role for role, _ in found[5:]} == {"related"}


@pytest.mark.parametrize(
    "following",
    [
        (
            "- The wheels weigh ninety pounds together and more",
            "- The bell was cast in the year of the great frost",
            "- The tower has one hundred and two steps",
        ),
        ("Oswin Tharrow", "Edda Krahn", "Wilf Penhale", "Ada Monk"),
        (
            (
                "A correction that was asked for: the tower has one hundred and two steps, not one hundred, as "
                "an earlier version of this report had it."
            ),
        ),
    ],
)
def test_what_may_stand_behind_a_signature(following: tuple[str, ...]) -> None:
    """A bulleted list, a cast of names, one remark."""
    story = STORIES["en"]
    found = verdicts(lines(story.title, *story.paragraphs, SIGNED["en"], *following))
    assert TAIL not in found


def test_paragraphs_that_follow_each_other_are_the_article() -> None:
    """A signature stood above them."""
    story = STORIES["de"]
    page = lines(story.title, story.first, SIGNED["de"], story.second, story.third)
    assert [verdict(page, text) for text in (story.second, story.third)] == [("body", "paragraph")] * 2


def test_without_a_mark_nothing_ends() -> None:
    """A clean text of headings and paragraphs in turn."""
    story = STORIES["en"]
    sections = [part for teaser in TEASERS["en"] for part in teaser]
    found = verdicts(lines(story.title, *story.paragraphs, *sections))
    assert {role for role, _ in found} == {"title", "heading", "body"}
