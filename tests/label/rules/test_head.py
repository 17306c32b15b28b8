"""head: the kicker above the title and the lead below it."""

from __future__ import annotations

import pytest

from tests.label.reading import apart, html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES

KICKER = ("kicker", "above-title")
KICKERS = {
    "vi": "Chuyện ở chợ",
    "en": "Market life",
    "de": "Neun Jahre Stille",
    "fr": "Patrimoine du bourg",
    "es": "Vida de mercado",
    "ru": "Городская хроника",
    "ar": "حكاية برج",
    "ja": "塔のある町",
}


@pytest.mark.parametrize("language", KICKERS)
def test_a_short_line_directly_above_the_title(language: str) -> None:
    """As the first line of the text."""
    story, kicker = STORIES[language], KICKERS[language]
    page = lines(kicker, story.title, "14.06.2025", *story.paragraphs)
    assert verdict(page, kicker) == KICKER
    assert verdict(page, story.title)[0] == "title"


def test_a_date_may_stand_between() -> None:
    """The kicker is the line above it."""
    story = STORIES["pl"]
    page = lines("Życie targu", "14.06.2025", story.title, "Autor: Jagna Mróz", *story.paragraphs)
    assert verdict(page, "Życie") == KICKER


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_kicker_with_a_colon_below_a_menu(language: str) -> None:
    """The colon tells it from the menu's last entry."""
    story, kicker = STORIES[language], f"{KICKERS[language]}:"
    menu = {"en": ("Home", "World", "Sport", "Weather"), "vi": ("Trang chủ", "Thế giới", "Thể thao", "Thời tiết")}[language]
    page = lines(*menu, kicker, story.title, "14.06.2025", *story.paragraphs)
    assert verdict(page, kicker) == KICKER


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_last_entry_of_a_menu_is_none(language: str) -> None:
    """Lines that no rule has named stand above it."""
    story = STORIES[language]
    menu = {"en": ("Home", "World", "Sport", "Weather"), "vi": ("Trang chủ", "Thế giới", "Thể thao", "Thời tiết")}[language]
    page = lines(*menu, story.title, "14.06.2025", *story.paragraphs)
    assert verdict(page, menu[-1])[0] != "kicker"


@pytest.mark.parametrize("language", ["de", "ru"])
def test_kickers_of_html(language: str) -> None:
    """A short line above the heading; a link there is a breadcrumb."""
    story, kicker = STORIES[language], KICKERS[language]
    page = f"<body><article>{{}}<h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article></body>"
    assert html_verdict(page.format(f"<div>{kicker}</div>"), kicker) == KICKER
    assert html_verdict(page.format(f"<div><a href=/x>{kicker}</a></div>"), kicker)[0] != "kicker"


LEADS = {
    "vi": "Hai người thợ trong xóm tự đúc lại những bánh răng không còn nơi nào bán, để chợ lại có tiếng chuông.",
    "en": "Two smiths cast wheels that nobody sells any more, and the market has its bell back after nine years.",
    "de": "Zwei Schmiede haben Räder gegossen, die niemand mehr verkauft, und der Markt hat seine Glocke wieder.",
    "fr": "Deux forgerons ont coulé des roues que plus personne ne vend, et le marché a retrouvé sa cloche.",
    "tr": "İki demirci artık kimsenin satmadığı çarkları yeniden döktü ve çarşı dokuz yıl sonra çanına kavuştu.",
}


@pytest.mark.parametrize("language", LEADS)
def test_a_paragraph_under_the_title_set_apart_by_residue(language: str) -> None:
    """Date or signature follow before the next paragraph."""
    story, lead = STORIES[language], LEADS[language]
    page = lines(story.title, lead, "14.06.2025 08:30", *story.paragraphs)
    assert verdict(page, lead) == ("lead", "set-apart")
    assert verdict(page, story.first) == ("body", "paragraph")


@pytest.mark.parametrize(("language", "tag"), [("vi", "(QMO) - "), ("en", "[WHN] "), ("zh", "（雾谷社）")])
def test_an_agencys_tag_opens_it(language: str, tag: str) -> None:
    """Nothing else has to stand between."""
    story = STORIES[language]
    assert verdict(lines(story.title, f"{tag}{story.first}", story.second, story.third), tag) == ("lead", "set-apart")


@pytest.mark.parametrize(("language", "dateline"), [("en", "WENDLE HYTHE (WHN) — "), ("es", "Valdecanto (VHN) - ")])
def test_the_next_paragraph_opens_with_place_and_agency(language: str, dateline: str) -> None:
    """So the article begins there, and what stands above it leads."""
    story, lead = STORIES[language], LEADS.get(language, STORIES[language].third)
    page = lines(story.title, lead, f"{dateline}{story.first}", story.second)
    assert verdict(page, lead) == ("lead", "set-apart")
    assert verdict(page, dateline)[0] == "body"


def test_a_later_paragraph_says_it_again() -> None:
    """Standfirsts are cut from the text: both stay."""
    story = STORIES["vi"]
    clause = "việc sửa đồng hồ kéo dài bảy tháng vì không còn nơi nào bán bánh răng cỡ cũ"
    lead = f"Theo ban quản lý chợ, {clause}."
    page = lines(story.title, lead, story.first, story.second, story.third)
    assert verdict(page, lead) == ("lead", "set-apart")
    assert verdict(page, story.second)[0] == "body"


@pytest.mark.parametrize("language", STORIES)
def test_a_first_paragraph_like_any_other_is_body(language: str) -> None:
    """Nothing sets it apart."""
    story = STORIES[language]
    assert verdict(lines(story.title, *story.paragraphs), story.first) == ("body", "paragraph")
    assert verdict(apart(story.title, "14.06.2025", *story.paragraphs), story.first) == ("body", "paragraph")


def test_without_a_title_there_is_no_lead() -> None:
    """It is known by where the title stands."""
    story = STORIES["de"]
    assert verdict(lines(story.first, "14.06.2025", story.second, story.third), story.first) == ("body", "paragraph")


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "The market of the town has its bell again."), ("it", "Il mercato ha di nuovo la sua campana.")],
)
def test_a_sentence_too_short_for_a_paragraph(language: str, line: str) -> None:
    """Directly under the title it introduces."""
    story = STORIES[language]
    page = lines(story.title, line, *story.paragraphs)
    assert verdict(page, line) == ("lead", "under-title")


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_the_pages_own_description(language: str) -> None:
    """HTML states it; the paragraph with the same words leads."""
    story = STORIES[language]
    page = (
        f'<head><meta name="description" content="{story.first}"></head><body><article><h1>{story.title}</h1>'
        f"{paragraphs(*story.paragraphs)}</article></body>"
    )
    assert html_verdict(page, story.first) == ("lead", "description")
    assert html_verdict(page, story.second) == ("body", "main-text")


@pytest.mark.parametrize("language", ["de", "hi"])
def test_a_bold_first_paragraph_of_html(language: str) -> None:
    """Set apart by its weight; one bold word does not."""
    story = STORIES[language]
    page = f"<body><article><h1>{story.title}</h1><p>{{}}</p>{paragraphs(story.second, story.third)}</article></body>"
    assert html_verdict(page.format(f"<b>{story.first}</b>"), story.first) == ("lead", "set-apart")
    assert html_verdict(page.format(f"<b>{story.first[:9]}</b>{story.first[9:]}"), story.first) == ("body", "main-text")


def test_a_paragraph_that_is_too_long_to_lead() -> None:
    """Whatever follows it."""
    story = STORIES["nl"]
    text = " ".join((*story.paragraphs, story.first))
    assert verdict(lines(story.title, text, "14.06.2025", story.second, story.third), text) == ("body", "paragraph")
