"""date-line and masthead-date: the moment of the article, and moments that say nothing about it."""

from __future__ import annotations

import pytest

from tests.label.reading import KEPT, apart, html_verdict, lines, paragraphs, verdict, verdicts
from tests.label.stories import STORIES

DATE = ("date", "date-line")
DATES = {
    "en": "Saturday, 14 June 2025 at 8:30 am",
    "vi": "Thứ bảy, 14/06/2025 08:30",
    "de": "14. Juni 2025, 08:30 Uhr",
    "fr": "Publié le 14 juin 2025 à 8h30",
    "es": "14 de junio de 2025",
    "ru": "14 июня 2025 года",
    "tr": "14 Haziran 2025",
    "ar": "14 يونيو 2025",
    "hi": "14 जून 2025",
    "th": "14 มิถุนายน 2568",
    "zh": "2025年6月14日",
    "ja": "2025年6月14日 8時30分",
    "ko": "2025년 6월 14일",
}


@pytest.mark.parametrize("language", DATES)
def test_below_the_title_and_above_it(language: str) -> None:
    """Where a page says when it was written."""
    story, moment = STORIES[language], DATES[language]
    assert verdict(lines(story.title, moment, *story.paragraphs), moment) == DATE
    assert verdict(lines(moment, story.title, *story.paragraphs), moment) == DATE


@pytest.mark.parametrize("language", ["en", "vi", "ko"])
def test_behind_the_last_paragraph(language: str) -> None:
    """Blogs sign there."""
    story, moment = STORIES[language], DATES[language]
    assert verdict(lines(story.title, *story.paragraphs, moment), moment) == DATE


@pytest.mark.parametrize("language", ["de", "zh"])
def test_in_html(language: str) -> None:
    """Directly below the heading, in a plain element."""
    story, moment = STORIES[language], DATES[language]
    page = f"<body><article><h1>{story.title}</h1><div>{moment}</div>{paragraphs(*story.paragraphs)}</article></body>"
    assert html_verdict(page, moment) == DATE


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "14 June 2025: the clock strikes again"),
        ("de", "Am 14. Juni 2025 schlug sie wieder"),
        ("vi", "Ngày 14/06/2025 chợ mở lại"),
        ("zh", "2025年6月14日的清晨"),
    ],
)
def test_a_heading_with_a_date_in_it(language: str, line: str) -> None:
    """It says more than a date."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line) == (
        "heading",
        "short-above-paragraph",
    )


@pytest.mark.xfail(strict=True, reason="a number and words of time are taken for a time ago, with or without the word for it")
@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "45 minutes"), ("de", "3 Stunden"), ("vi", "30 phút"), ("ru", "2 часа"), ("zh", "20 分")],
)
def test_how_long_it_takes(language: str, line: str) -> None:
    """The time of a recipe or a walk is no moment."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line)[0] in KEPT


def test_todays_date_in_the_head_of_the_page() -> None:
    """Far above the title of HTML it says nothing about the article; the one below the title does."""
    story = STORIES["pl"]
    menu = "".join(f"<div><a href=/{number}>Dział {number}</a></div>" for number in range(6))
    page = (
        f"<body><div>1 stycznia 2031</div>{menu}<article><h1>{story.title}</h1><div>14 czerwca 2025</div>"
        f"{paragraphs(*story.paragraphs)}</article></body>"
    )
    assert html_verdict(page, "1 stycznia") == ("other", "date-elsewhere")
    assert html_verdict(page, "14 czerwca") == DATE


def test_dates_of_lists_below_the_article() -> None:
    """Not the article's, in HTML and in text with much residue."""
    story = STORIES["it"]
    others = "".join(f"<div>Ponte chiuso per neve</div><div>{day} gennaio 2031</div>" for day in range(3, 6))
    article = f"<article><h1>{story.title}</h1><div>14 giugno 2025</div>{paragraphs(*story.paragraphs)}</article>"
    page = f"<body>{article}{others}</body>"
    assert html_verdict(page, "5 gennaio") == ("other", "date-elsewhere")
    text = lines(
        "Cerca",
        "Accedi",
        story.title,
        "14 giugno 2025",
        *story.paragraphs,
        "Condividi",
        "Ponte chiuso",
        "Neve",
        "Stampa",
        "Gelo",
        "5 gennaio 2031",
        "Fine",
    )
    assert verdict(text, "14 giugno") == DATE
    assert verdict(text, "5 gennaio") == ("other", "date-elsewhere")


def test_a_timetable_in_a_clean_text() -> None:
    """Its moments are lines like any other, however many."""
    story = STORIES["nl"]
    page = apart(
        story.title,
        *story.paragraphs,
        "De klok wordt opgewonden op deze uren van de week:",
        *(f"{hour}:30" for hour in range(10, 20)),
    )
    assert [verdict(page, f"{hour}:30") for hour in range(14, 20)] == [("body", "line")] * 6


def test_a_chat_in_a_clean_text() -> None:
    """A moment before every remark, far from any title, is part of the record."""
    moments = [f"08:{minute}" for minute in range(10, 40)]
    page = lines(*(part for moment in moments for part in (moment, STORIES["uk"].third)))
    assert {verdict(page, moment)[0] for moment in moments[10:]} <= KEPT


@pytest.mark.xfail(
    strict=True, reason="dates within eight lines of the title are taken for the article's, later ones are headings"
)
def test_the_entries_of_a_diary() -> None:
    """Each is headed by its day: whatever they are, the first days are what the later are."""
    days = [f"{day} March 1912" for day in range(3, 15)]
    page = apart("The clock keeper's diary", *(part for day in days for part in (day, STORIES["en"].second)))
    assert len({verdict(page, day)[0] for day in days}) == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_dates_of_teasers_belong_to_their_list(language: str) -> None:
    """They are taken over by the list they stand in."""
    story, moment = STORIES[language], DATES[language]
    cue = {"en": "Related articles", "zh": "相关新闻"}[language]
    page = lines(story.title, *story.paragraphs, cue, STORIES["fr"].title, moment, STORIES["es"].title)
    assert verdict(page, moment) == ("related", "related-list")


@pytest.mark.parametrize(
    "entries",
    [
        ("[12/03/2022, 10:04:11] Ana: llegas?", "[12/03/2022, 10:04:40] Luis: 5 min", "[12/03/2022, 10:05:02] Ana: vale"),
        ("2022-03-12 10:04:40 INFO server started", "2022-03-12 10:05:13 slow query", "2022-03-12 10:06:01 server stopped"),
    ],
)
def test_entries_of_a_chat_or_a_log_are_no_dates(entries: tuple[str, ...]) -> None:
    """Three and more in a row that open with a moment and go on; one alone says who published when."""
    assert {role for role, _ in verdicts(lines(*entries))} == {"body"}
    story = STORIES["en"]
    assert verdict(lines(story.title, "12.03.2022 10:04 Harbour Herald", *story.paragraphs), "12.03") == DATE


def test_without_a_date_there_is_none() -> None:
    """Nothing is taken for one."""
    assert "date" not in {role for role, _ in verdicts(lines(STORIES["id"].title, *STORIES["id"].paragraphs))}


def test_a_day_without_its_year_in_a_text_without_title_is_a_fact() -> None:
    """It says when a meeting is, not when it was published; with a year it may be either, and is the moment."""
    agenda = ("Place: the boathouse", "Present", "Edda Krahn", "Wilf Penhale", "1. The roof", "2. The gate")
    assert verdict(lines("Minutes", "Date: 14 June", *agenda), "Date: 14 June")[0] in KEPT
    assert verdict(lines("Minutes", "Date: 14 June 2025", *agenda), "Date: 14 June 2025") == DATE
