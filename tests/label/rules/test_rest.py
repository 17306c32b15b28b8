"""rest: headings, lists and short lines of the article, and a name for everything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.label.reading import apart, html_verdict, lines, paragraphs, verdict, verdicts
from tests.label.stories import STORIES

HEADINGS = {
    "vi": "Bánh răng không ai bán",
    "en": "A wheel that nobody sells",
    "de": "Ein Rad, das niemand verkauft",
    "fr": "Une roue que nul ne vend",
    "ru": "Колесо, которого нет в продаже",
    "ar": "عجلة لا يبيعها أحد",
    "hi": "पहिया जो नहीं बिकता",
    "th": "เฟืองที่ไม่มีใครขาย",
    "zh": "没有人卖的齿轮",
    "ko": "아무도 팔지 않는 톱니바퀴",
}


@pytest.mark.parametrize("join", [lines, apart])
@pytest.mark.parametrize("language", HEADINGS)
def test_a_short_line_above_a_paragraph(language: str, join: Callable[..., str]) -> None:
    """In every script, with and without blank lines."""
    story, heading = STORIES[language], HEADINGS[language]
    page = join(story.title, story.first, heading, story.second, story.third)
    assert verdict(page, heading) == ("heading", "short-above-paragraph")


@pytest.mark.parametrize("language", ["en", "vi", "ja"])
def test_a_question_of_an_interview(language: str) -> None:
    """A line above an answer; it is the article's, whichever name it gets."""
    story = STORIES[language]
    question = {"en": "Why nine years?", "vi": "Vì sao chín năm?", "ja": "なぜ九年も？"}[language]
    assert verdict(apart(story.title, story.first, question, story.second, story.third), question)[0] in {
        "heading",
        "body",
    }


def test_a_line_above_a_list() -> None:
    """It stands apart, the items stand together."""
    story = STORIES["fr"]
    page = apart(
        story.title,
        story.first,
        story.second,
        lines("Ce qu'il a fallu", "- trois roues", "- un balancier"),
        story.third,
    )
    assert verdict(page, "Ce qu'il") == ("heading", "short-above-paragraph")
    assert [verdict(page, item) for item in ("- trois", "- un")] == [("body", "line")] * 2


@pytest.mark.parametrize(
    "line",
    [
        "- three wheels of brass",
        "1. Climb the tower",
        "It rang.",
        "and so on,",
        "first the lamp;",
        "the lower case of a poem",
        "And then…",
    ],
)
def test_short_lines_that_are_no_heading(line: str) -> None:
    """Items, sentences, fragments, verse without capitals: they stay as text."""
    story = STORIES["en"]
    assert verdict(apart(story.title, story.first, line, story.second, story.third), line) == ("body", "line")


def test_a_line_attached_to_a_paragraph_is_no_heading() -> None:
    """Where paragraphs stand apart a heading does too."""
    story = STORIES["de"]
    page = apart(story.title, story.first, lines(story.second, "Ein Rad"), story.third)
    assert verdict(page, "Ein Rad") == ("body", "line")


@pytest.mark.parametrize("language", STORIES)
def test_verse_and_lists_without_any_paragraph(language: str) -> None:
    """Short lines are text too: all stay."""
    words = STORIES[language].second.replace(".", "").split()
    verse = lines(*(" ".join(words[at : at + 5])[:40] for at in range(0, len(words), 5)))
    assert {role for role, _ in verdicts(verse)} <= {"body", "heading"}


@pytest.mark.parametrize("language", ["en", "vi", "zh"])
def test_ingredients(language: str) -> None:
    """A list below its heading, above the method; units and amounts are no dates and no menus."""
    story = STORIES[language]
    items = {
        "en": ("2 cups nettles", "1/2 cup butter", "3 eggs", "1 pinch of salt", "10 min"),
        "vi": ("2 bát lá tầm ma", "1/2 bát bơ", "3 quả trứng", "1 nhúm muối", "2 muỗng mật"),
        "zh": ("荨麻两碗", "黄油半碗", "鸡蛋三个", "盐一撮", "蜂蜜两勺"),
    }[language]
    page = apart(story.title, story.first, story.second, lines(*items), story.third, story.second)
    assert {verdict(page, item)[0] for item in items[:4]} <= {"body", "heading"}
    assert [verdict(page, item)[0] for item in items[1:4]] == ["body"] * 3


@pytest.mark.parametrize("language", ["en", "pl", "zh"])
def test_headings_of_html(language: str) -> None:
    """By their tag inside the article; by their weight above a paragraph."""
    story, heading = STORIES[language], HEADINGS.get(language, "Koło, którego nikt nie sprzedaje")
    page = (
        f"<body><article><h1>{story.title}</h1>"
        f"{paragraphs(story.first)}{{}}{paragraphs(story.second, story.third)}</article></body>"
    )
    assert html_verdict(page.format(f"<h2>{heading}</h2>"), heading) == ("heading", "heading-tag")
    assert html_verdict(page.format(f"<p><b>{heading}</b></p>"), heading) == ("heading", "bold-line")
    assert html_verdict(page.format(f"<p>{heading}</p>"), heading) == ("body", "paragraph-inside")


@pytest.mark.parametrize("line", ["<b>Why nine years?</b>", "<b>It was late.</b>", "A <b>wheel</b>"])
def test_bold_lines_that_are_no_heading(line: str) -> None:
    """A question of an interview, a sentence, one bold word."""
    story = STORIES["en"]
    page = f"<body><article><h1>{story.title}</h1>{paragraphs(story.first, line, story.second, story.third)}</article></body>"
    text = line.replace("<b>", "").replace("</b>", "")
    assert html_verdict(page, text) == ("body", "paragraph-inside")


def test_what_the_article_of_html_holds() -> None:
    """Items, rows, code and quotes stay, and say what they are; buttons and rows of links are navigation."""
    story = STORIES["id"]
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(story.first)}<ul><li>tiga roda</li></ul>"
        "<table><tr><th>Roda</th><th>Berat</th></tr><tr><td>besar</td><td>40 "
        "kg</td></tr><tr><td>kecil</td><td>12 kg</td></tr></table>"
        f"<pre>putar(3)</pre><blockquote>Naik saja</blockquote><div><button>Putar</button></div>"
        f"<div><a href=/a>Satu</a> <a href=/b>Dua</a></div><div>x</div>{paragraphs(story.second, story.third)}</article></body>"
    )
    expected = {
        "tiga roda": ("body", "list_item-inside"),
        "besar": ("body", "table-inside"),
        "putar": ("body", "code-inside"),
        "Naik": ("body", "quote-inside"),
        "Putar": ("nav", "control"),
        "Satu": ("nav", "links-inside"),
        "x": ("other", "run-inside"),
    }
    assert {text: html_verdict(page, text) for text in expected} == expected


def test_a_paragraph_full_of_links_is_a_paragraph() -> None:
    """Encyclopedias link every other word."""
    story = STORIES["es"]
    linked = f"<a href=/x>{story.second}</a>"
    page = f"<body><article><h1>{story.title}</h1>{paragraphs(story.first, linked, story.third)}</article></body>"
    assert html_verdict(page, story.second) == ("body", "links-inside")


def test_an_empty_block() -> None:
    """A source whose characters were all invisible leaves one."""
    assert html_verdict(
        f"<body><article>{paragraphs(*STORIES['en'].paragraphs)}</article></body>".replace(
            "<p>The market", "<p>\u200b</p><p>The market"
        ),
        "",
        nth=1,
    ) == ("other", "empty")
