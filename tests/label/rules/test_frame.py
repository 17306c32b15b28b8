"""frame: what stands before the title and behind the last paragraph."""

from __future__ import annotations

import pytest

from tests.label.reading import KEPT, apart, html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES

HEADS = {
    "vi": ("Trang chủ", "Tìm kiếm", "Thời sự", "Thế giới", "Đời sống"),
    "en": ("Home", "Search", "World", "Business", "Weather"),
    "ru": ("Главная", "Поиск", "Мир", "Деньги", "Погода"),
    "ko": ("홈", "검색", "정치", "경제", "날씨"),
}
FEET = {
    "vi": ("Chia sẻ", "Bản in", "Chợ phiên", "Cầu phao xã Đá Xanh cấm xe đến hết mùa lũ"),
    "en": ("Share", "Print", "Town hall", "Footbridge over the Wendle closed until spring"),
    "ru": ("Поделиться", "Распечатать", "Ратуша", "Мостик через речку закрыт до самой весны"),
    "ko": ("공유하기", "인쇄", "읍사무소", "개울의 나무다리 봄까지 통행 금지, 돌아가는 길은 상류에 있다"),
}


@pytest.mark.parametrize("language", HEADS)
def test_lines_above_the_title(language: str) -> None:
    """Section names that no lexicon knows, in a page whose other lines are known."""
    story = STORIES[language]
    page = lines(*HEADS[language], story.title, "14.06.2025", *story.paragraphs, *FEET[language])
    assert [verdict(page, line) for line in HEADS[language][2:4]] == [("nav", "line-outside")] * 2
    assert verdict(page, story.title)[0] == "title"


@pytest.mark.parametrize("language", HEADS)
def test_lines_behind_the_last_paragraph(language: str) -> None:
    """Short ones are entries, long ones headlines."""
    story = STORIES[language]
    page = lines(*HEADS[language], story.title, "14.06.2025", *story.paragraphs, *FEET[language])
    assert verdict(page, FEET[language][2]) == ("nav", "line-outside")
    assert verdict(page, FEET[language][3]) == ("related", "headline-outside")
    assert {verdict(page, text)[0] for text in story.paragraphs} <= KEPT


def test_prose_behind_the_last_paragraph() -> None:
    """A notice that speaks of something else, far below."""
    story = STORIES["en"]
    notice = "Our readers' desk is open from nine to five, and letters are answered as they come, pets permitting."
    filler = tuple(f"Section {name}" for name in ("North", "South", "East", "West", "Upper", "Lower"))
    page = lines(*HEADS["en"], story.title, *story.paragraphs, *FEET["en"], *filler, "Sign in", "Menu", *filler[:3], notice)
    assert verdict(page, notice) == ("other", "prose-outside")


@pytest.mark.parametrize("language", ["en", "hi", "id"])
def test_a_clean_text_has_no_frame(language: str) -> None:
    """Lines above its title and below its end are its own: a motto, a list, an ending."""
    story = STORIES[language]
    page = apart("Motto 17", story.title, *story.paragraphs, lines("- 1 lamp", "- 2 wheels", "- 3 bells"), "17 / 3")
    assert all(
        verdict(page, line)[0] not in {"nav", "related", "other"} for line in ("- 1 lamp", "- 2 wheels", "- 3 bells", "17 / 3")
    )


@pytest.mark.parametrize(
    ("language", "items"),
    [
        ("en", ("- one lamp for the stairs", "- two wheels of brass", "- three bells")),
        ("vi", ("- một ngọn đèn cho cầu thang", "- hai bánh răng đồng", "- ba quả chuông")),
    ],
)
def test_a_list_that_ends_the_article(language: str, items: tuple[str, ...]) -> None:
    """One known line above the title does not make residue of the article's last words."""
    story = STORIES[language]
    page = lines(HEADS[language][0], story.title, *story.paragraphs, *items)
    assert [verdict(page, item)[0] for item in items] == ["body"] * 3


@pytest.mark.parametrize("language", ["de", "zh"])
def test_links_outside_the_article_of_html(language: str) -> None:
    """As long as a headline they lead to other articles, shorter ones are menu entries."""
    story, other = STORIES[language], STORIES["fr"].title
    page = (
        f"<body><div><a href=/1>Erste</a> <a href=/2>Zweite</a></div><article><h1>{story.title}</h1>"
        f"{paragraphs(*story.paragraphs)}</article>"
        f"<div><a href=/x>{other}</a></div></body>"
    )
    assert html_verdict(page, "Erste") == ("nav", "links-outside")
    assert html_verdict(page, other) == ("related", "links-outside")


def test_controls_outside_the_article_of_html() -> None:
    """A button is furniture."""
    story = STORIES["es"]
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article><div><button>"
        "Ahora mismo</button></div></body>"
    )
    assert html_verdict(page, "Ahora") == ("nav", "controls-outside")


def test_prose_outside_the_article_of_html() -> None:
    """Under a linked headline it is its summary, otherwise boilerplate."""
    story, other = STORIES["it"], STORIES["fr"]
    body = paragraphs(*story.paragraphs, *story.paragraphs)
    page = (
        f"<body><main><article><h1>{story.title}</h1>{body}</article></main><section><div><h3><a href=/x>"
        f"{other.title}</a></h3><p>{other.first}</p></div>"
        f"<div><div><p>{other.third}</p></div></div></section></body>"
    )
    assert html_verdict(page, other.first) == ("related", "teaser-summary")
    assert html_verdict(page, other.third) == ("other", "prose-outside")


@pytest.mark.parametrize("language", ["pt", "uk"])
def test_a_paragraph_between_heading_and_container(language: str) -> None:
    """It leads."""
    story = STORIES[language]
    page = (
        f"<body><main><header><h1>{story.title}</h1><p>{story.third}</p></header>"
        f"<div><div>{paragraphs(story.first, story.second, story.first, story.second)}</div></div></main></body>"
    )
    assert html_verdict(page, story.third)[0] == "lead"


LISTS = {
    "nl": "<ul><li>een lamp voor de trap</li><li>twee wielen</li></ul>",
    "hi": "<ul><li>एक दीया</li><li>दो पहिये</li></ul>",
}


@pytest.mark.parametrize(("language", "opening"), [("nl", "een lamp"), ("hi", "एक दीया")])
def test_a_list_in_the_articles_container_closes_it(language: str, opening: str) -> None:
    """The article's last words may be its points."""
    story = STORIES[language]
    page = f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}{LISTS[language]}</article></body>"
    assert html_verdict(page, opening) == ("body", "list_item-beside")


@pytest.mark.parametrize(("language", "opening"), [("nl", "een lamp"), ("hi", "एक दीया")])
def test_a_list_in_another_container_does_not(language: str, opening: str) -> None:
    """It stands in a box of its own beside the article."""
    story = STORIES[language]
    page = f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article><div>{LISTS[language]}</div></body>"
    assert html_verdict(page, opening)[0] not in KEPT


@pytest.mark.parametrize("menu", [("Home", "News", "Business"), ("Trang chủ", "Thời sự", "Kinh tế")])
def test_the_last_line_of_a_menu_is_no_body(menu: tuple[str, ...]) -> None:
    """The menu's lines above a title are navigation to the last, or one of them a kicker; none opens the clean text."""
    story = STORIES["en"]
    text = lines(*menu, story.title, "3 May 2021", *story.paragraphs, "© 2021 The Quay Post")
    assert verdict(text, menu[-1])[0] in {"nav", "kicker"}
