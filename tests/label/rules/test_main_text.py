"""main-text: the container of HTML and the stretch of lines in which the article is."""

from __future__ import annotations

import pytest

from cleancorpus.label.rules.furniture import furniture
from cleancorpus.label.rules.main_text import main_text
from tests.label.reading import KEPT, draft_of, html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES

NOISE = ("Home", "Search", "Log in", "Share", "Print", "Menu", "Facebook", "Next")
OTHER = (
    "Walkers from the station must take the road for now, since the ice has moved two of the piles out of line.",
    "The judges praised the green crumb and the courage of the young woman, who has the recipe from an aunt.",
    "After the third blaze of this winter the parish wants one that reaches the roof of the schoolhouse.",
)


@pytest.mark.parametrize("language", STORIES)
def test_a_clean_text_is_one_article(language: str) -> None:
    """From its first paragraph to its last."""
    story = STORIES[language]
    draft = draft_of(lines(story.title, *story.paragraphs))
    main_text(draft)
    assert (draft.first, draft.last, draft.framed) == (1, 3, False)
    assert draft.labels == [None] * 4


@pytest.mark.parametrize("text", ["", "one line", "milk\nflour\nsalt"])
def test_without_prose_there_is_none(text: str) -> None:
    """The first paragraph is said to stand behind the last block."""
    draft = draft_of(text)
    main_text(draft)
    assert (draft.first, draft.last) == (len(draft.blocks), -1)


def test_html_without_prose_has_none() -> None:
    """The same for a page of links."""
    draft = draft_of("<body><a href=/1>One</a><p>two</p></body>", "html")
    main_text(draft)
    assert (draft.first, draft.last) == (len(draft.blocks), -1)


@pytest.mark.parametrize("language", ["en", "de", "vi", "ru", "tr"])
def test_the_stretch_in_a_noisy_text(language: str) -> None:
    """The paragraphs that stand together, not the teasers between known lines."""
    story = STORIES[language]
    teasers = [
        part
        for number, text in enumerate(OTHER)
        for part in (NOISE[number], f"Other {number}", text, NOISE[number + 3], f"Item {number}")
    ]
    source = lines(*NOISE, story.title, *story.paragraphs, *story.paragraphs, *NOISE, *teasers)
    draft = draft_of(source)
    furniture(draft)
    main_text(draft)
    assert (draft.first, draft.last, draft.framed) == (9, 14, True)
    assert {verdict(source, text)[0] for text in OTHER} == {"other"}


def test_a_page_of_short_pieces_has_no_single_article() -> None:
    """No stretch holds most of the prose: all of it may be the page's matter."""
    source = lines(*(part for number, text in enumerate(OTHER * 2) for part in (f"Piece {number}", text, "Share")))
    draft = draft_of(source)
    furniture(draft)
    main_text(draft)
    assert (draft.first, draft.last, draft.framed) == (1, 16, False)
    assert {verdict(source, text)[0] for text in OTHER} == {"body"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_paragraph_of_the_same_matter_behind_an_insert(language: str) -> None:
    """Known lines cut the article in two: what speaks of the same belongs to it."""
    story = STORIES[language]
    source = lines(*NOISE, story.title, *story.paragraphs, story.first, *NOISE, story.second, *NOISE)
    assert verdict(source, story.second, nth=1)[0] == "body"


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_a_lead_of_the_same_matter_far_above(language: str) -> None:
    """The menu stands between it and the article; another text in its place is none of the article's."""
    story, other = STORIES[language], STORIES["id"]
    for lead, belongs in ((story.third, True), (other.third, False)):
        source = lines(*NOISE, lead, *NOISE, *NOISE[:3], *story.paragraphs, *story.paragraphs[:2], *NOISE)
        assert (verdict(source, lead)[0] in KEPT) == belongs


@pytest.mark.parametrize("language", STORIES)
def test_the_container_of_html(language: str) -> None:
    """It holds nearly all prose; a paragraph outside of it is none of the article's."""
    story, other = STORIES[language], STORIES["fr" if language != "fr" else "de"]
    page = (
        f"<body><div><p>{other.third}</p></div><div><div><h1>{story.title}</h1>"
        f"{paragraphs(*story.paragraphs, *story.paragraphs)}</div></div></body>"
    )
    assert [html_verdict(page, text) for text in story.paragraphs] == [("body", "main-text")] * 3
    assert html_verdict(page, other.third)[0] not in KEPT


def test_an_article_in_several_sections() -> None:
    """None of them holds most of it: the container is the one around them."""
    story = STORIES["it"]
    sections = "".join(f"<section><h2>Parte {number}</h2><p>{text}</p></section>" for number, text in enumerate(story.paragraphs))
    page = f"<body><main><h1>{story.title}</h1>{sections}</main></body>"
    assert [html_verdict(page, text) for text in story.paragraphs] == [("body", "main-text")] * 3


def test_prose_inside_links_is_no_candidate() -> None:
    """Teasers are linked as a whole."""
    story, other = STORIES["ko"], STORIES["ja"]
    cards = "".join(f"<a href=/{number}>{text}</a><br><br>" for number, text in enumerate(other.paragraphs * 3))
    page = f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article><div>{cards}</div></body>"
    assert [html_verdict(page, text)[0] for text in story.paragraphs] == ["body"] * 3
    assert html_verdict(page, other.first)[0] == "related"
