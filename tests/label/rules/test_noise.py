"""noise: a text without residue is clean already, and what judges by place stays silent."""

from __future__ import annotations

import pytest

import cleancorpus
from cleancorpus.label.rules.noise import noise
from cleancorpus.role import Role
from tests.label.reading import KEPT, apart, draft_of, lines, verdicts
from tests.label.stories import STORIES


@pytest.mark.parametrize("role", [Role.NAV, Role.PROMO, Role.LEGAL, Role.RELATED, Role.ALT, Role.COMMENT, Role.DATE, Role.BYLINE])
def test_one_block_of_residue_makes_a_text_noisy(role: Role) -> None:
    """Whatever it is."""
    draft = draft_of("one\ntwo\nthree")
    draft.put(1, role, 0.9, "test")
    noise(draft)
    assert draft.noisy


@pytest.mark.parametrize("role", [None, Role.BODY, Role.HEADING, Role.TITLE, Role.LEAD])
def test_the_articles_own_parts_do_not(role: Role | None) -> None:
    """Nor does a text without labels."""
    draft = draft_of("one\ntwo\nthree")
    if role is not None:
        draft.put(1, role, 0.9, "test")
    noise(draft)
    assert not draft.noisy


def test_html_always_holds_some() -> None:
    """Even where nothing was found."""
    draft = draft_of("<p>one</p>", "html")
    noise(draft)
    assert draft.noisy


@pytest.mark.parametrize("language", STORIES)
def test_a_clean_text_is_kept_as_it_is(language: str) -> None:
    """Paragraphs, a heading, a list, an odd line at the end: nothing of it is lost."""
    story = STORIES[language]
    text = apart(*story.paragraphs, "§ 7", story.first, lines("- 1 x", "- 2 x", "- 3 x"), "* * *", story.second, "7 x 7")
    assert cleancorpus.clean(text, kind="text").text == text


@pytest.mark.parametrize("language", ["en", "hi", "ja"])
def test_below_one_known_line_the_article_stays(language: str) -> None:
    """Residue elsewhere costs no paragraph."""
    story = STORIES[language]
    found = verdicts(apart("Facebook", story.title, *story.paragraphs))
    assert found[0] == ("nav", "nav-line")
    assert {role for role, _ in found[2:]} <= KEPT
