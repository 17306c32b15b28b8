"""Date: precision kept, never guessed, never from a block that speaks of another page."""

from __future__ import annotations

from typing import Any

import pytest

from cleancorpus.block import Block, Kind, Markup
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.date import Dates, extract_dates
from cleancorpus.metadata.dates import parse_date, parse_iso
from cleancorpus.metadata.embedded import Article, Embedded
from cleancorpus.metadata.shown import show
from cleancorpus.page import InputKind, Page, Statements
from cleancorpus.role import Role

LEXICON = default_lexicon()


def broken(*values: Any, reason: str) -> Any:
    """A case whose promise does not hold yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def block(text: str, role: Role, times: tuple[str, ...] = ()) -> Block:
    """A labelled block."""
    return Block(text, Kind.PARAGRAPH, None, role=role, score=0.8, markup=Markup(0, times=times))


def dates(
    *blocks: Block,
    meta: tuple[tuple[str, str], ...] = (),
    lang: str | None = None,
    article: Article = Article(),  # noqa: B008  frozen
    url: str | None = None,
    crawled: str | None = None,
) -> Dates:
    """Both dates of a page with these blocks."""
    shown = show(Page(InputKind.HTML, blocks))
    return extract_dates(shown, Statements(meta=meta, lang=lang), Embedded(article), url, LEXICON, crawled)


def dated(
    *blocks: Block, meta: tuple[tuple[str, str], ...] = (), lang: str | None = None, published: str | None = None
) -> str | None:
    """The date that is found."""
    found = dates(*blocks, meta=meta, lang=lang, article=Article(published=published)).date
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "May 3, 2021",
        "May 3rd, 2021",
        "the 3rd of May, 2021",
        "Published on 3 May 2021 in Sutton",
        "3-May-2021",
        "3. Mai 2021",
        "lundi 3 mai 2021",
        "3 de mayo de 2021",
        "3 de maio de 2021",
        "Lunedì 3 maggio 2021",
        "3 mei 2021",
        "3 maja 2021 r.",
        "3 Mayıs 2021 Pazartesi",
        "3 мая 2021 года",
        "3 травня 2021 р.",
        "ngày 3 tháng 5 năm 2021",
        "3 tháng năm, 2021",
        "Senin, 03 Mei 2021",
        "3 พฤษภาคม 2564",
        "3 พ.ค. 2564",
        "๓ พฤษภาคม ๒๕๖๔",
        "3 พฤษภาคม 2021",
        "3 مايو 2021",
        "٣ مايو ٢٠٢١",
        "3 मई 2021",
        "३ मई २०२१",
        "2021年5月3日",
        "2021年05月03日（月）",
        "２０２１年５月３日",
        "2021년 5월 3일 월요일",
        "2021. 05. 03.",
        "令和3年5月3日",
        "平成33年5月3日",
        "民國110年5月3日",
        "發布日期：110年5月3日",
        "更新時間 110-05-03",
        "公告 110/5/3",
    ],
)
def test_a_date_is_read_in_many_languages_and_digits(text: str) -> None:
    """Month names, digits and year counts of many languages give the same ISO date."""
    assert parse_date(text, LEXICON) == "2021-05-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 декабря 2020, 10:25", "2020-12-03T10:25"),
        ("3 tháng mười hai, 2020", "2020-12-03"),
        ("3 tháng 12, 2020", "2020-12-03"),
        ("3 tháng mười một, 2020", "2020-11-03"),
        ("3 كانون الأول 2020", "2020-12-03"),
        ("3 ARALIK 2020", "2020-12-03"),
        ("İstanbul - 3 Aralık 2020 10:25", "2020-12-03T10:25"),
        ("29/02/2020", "2020-02-29"),
        ("3. listopada 2020. u 10:25", "2020-10-03T10:25"),
        ("3 դեկտեմբերի, 2020թ․", "2020-12-03"),
        ("3 listopada 2020", "2020-11-03"),
        ("Dydd Mawrth, 12 Ionawr 2021", "2021-01-12"),
        ("12ê Adarê 2024", "2024-03-12"),
        ("12'ê Adarê 2024an", "2024-03-12"),
        ("12ی ئازاری 2024", "2024-03-12"),
        ("12-nji maý 2024", "2024-05-12"),
        ("18 ta’ Jannar 2016", "2016-01-18"),
        ("13 ta' Lulju, 2010", "2010-07-13"),
        ("ika-12 ng Hunyo 2009", "2009-06-12"),
        ("12 sa Hunyo 2009", "2009-06-12"),
        ("la 12-an de marto 2024", "2024-03-12"),
        ("12 da mars 2024", "2024-03-12"),
        ("דעם 12טן מערץ 2024", "2024-03-12"),
        ("12 ya mars 2024", "2024-03-12"),
        ("Dydd Mawrth 2 Mawrth 2021", "2021-03-02"),
        ("2 Mawrth 2021", "2021-03-02"),
        ("March 3, 2021 - May 5, 2021", "2021-03-03"),
        ("۱۲ وږی ۱۴۰۳", "2024-09-02"),
        ("3. listopadu 2020", "2020-11-03"),
        ("3 दिसंबर 2020", "2020-12-03"),
        ("৩ ডিসেম্বর ২০২০", "2020-12-03"),
        ("3 ธันวาคม 2563", "2020-12-03"),
    ],
)
def test_longer_month_names_win_and_leap_days_exist(text: str, expected: str) -> None:
    """ "Tháng mười hai" is not "tháng mười"; letters that grow when folded do not shift the time."""
    assert parse_date(text, LEXICON) == expected


def test_a_time_of_the_united_states_says_that_the_month_comes_first() -> None:
    """Only beside a clock: the same letters stand for other things too."""
    line = "PUBLISHED: 06/09/2019 at 8:15 p.m. EDT | UPDATED: 06/10/2019 at 11:02 a.m. EDT"
    found = dates(block(line, Role.DATE))
    assert found.date is not None
    assert found.modified is not None
    assert (found.date[0], found.modified[0]) == ("2019-06-09T20:15-04:00", "2019-06-10T11:02-04:00")
    assert dated(block("06/09/2019 8:15 PM PT", Role.DATE)) == "2019-06-09T20:15"
    assert dated(block("06/09/2019 20:15 ET MIS A JOUR", Role.DATE)) == "2019-09-06T20:15"
    assert dated(block("06/09/2019, EST Building", Role.DATE)) == "2019-09-06"


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("03/12/2020", "2020-12-03", "2020-03-12"),
        ("3.12.2020", "2020-12-03", "2020-03-12"),
        ("13/12/2020", "2020-12-13", "2020-12-13"),
        ("12/13/2020", "2020-12-13", "2020-12-13"),
        ("2020/03/12", "2020-03-12", "2020-03-12"),
        ("2020-03-12", "2020-03-12", "2020-03-12"),
    ],
)
def test_the_order_of_day_and_month(text: str, day_first: str, month_first: str) -> None:
    """The asked order decides only where both are possible; a year in front leaves no doubt."""
    assert parse_date(text, LEXICON) == day_first
    assert parse_date(text, LEXICON, day_first=False) == month_first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:25 | 03/12/2020", "2020-12-03T10:25"),
        ("10h25 ngày 3/12/2020", "2020-12-03T10:25"),
        ("Thứ năm, 3/12/2020, 10:25 (GMT+7)", "2020-12-03T10:25+07:00"),
        ("3 December 2020 10:25:31 UTC", "2020-12-03T10:25:31+00:00"),
        ("3 Des 2020 10:25 WIB", "2020-12-03T10:25+07:00"),
        ("3 December 2020, 15:55 UTC+05:30", "2020-12-03T15:55+05:30"),
        ("3. Dezember 2020, 10.25 Uhr", "2020-12-03T10:25"),
        ("3 décembre 2020 à 10 h 25", "2020-12-03T10:25"),
        ("3 ธันวาคม 2563 เวลา 10.25 น.", "2020-12-03T10:25"),
        ("2020年12月3日15時05分", "2020-12-03T15:05"),
        ("2020년 12월 3일 15시 05분", "2020-12-03T15:05"),
        ("2020/12/03 3:05PM", "2020-12-03T15:05"),
        ("December 3, 2020 at 12:05 AM", "2020-12-03T00:05"),
        ("December 3, 2020 at 12:05 pm", "2020-12-03T12:05"),
        ("25:61 03/12/2020", "2020-12-03"),
        ("3 December 2020, 3:05 p.m.", "2020-12-03T15:05"),
        ("2020年12月3日 下午3:05", "2020-12-03T15:05"),
        ("2020年12月3日 午後3時05分", "2020-12-03T15:05"),
        ("2020년 12월 3일 오후 3:05", "2020-12-03T15:05"),
        ("12:05 PM, 3 December 2020", "2020-12-03T12:05"),
        ("June 9, 2019 8:15 p.m. EDT", "2019-06-09T20:15-04:00"),
        ("9 juin 2019 à 10:25, la photo est de 2018", "2019-06-09T10:25"),
        ("9.6.2019 10:25, das ist neu", "2019-06-09T10:25"),
    ],
)
def test_the_time_and_its_zone_are_kept_as_given(text: str, expected: str) -> None:
    """A time beside the date is part of it, with seconds and zone only where they stand there."""
    assert parse_date(text, LEXICON) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 May 2021, changed on 4 June 2022", "2021-05-03"),
        ("03/12/2020, 04/12/2020", "2020-12-03"),
        ("03/12/2020 - 04.05.2021", "2020-12-03"),
        ("03/12/2020 - 10.25", "2020-12-03T10:25"),
        ("10:25, May 3, 2021", "2021-05-03T10:25"),
        ("8:15 a.m. May 3, 2021", "2021-05-03T08:15"),
    ],
)
def test_the_first_date_of_a_line_counts(text: str, expected: str) -> None:
    """Numbers of a second date, or of a time, never mix with the first."""
    assert parse_date(text, LEXICON) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2020",
        "29/02/2021",
        "00/12/2020",
        "32/13/2020",
        "30 February 2021",
        "32 May 2021",
        "2021-13-45",
        "2021年13月1日",
    ],
)
def test_a_date_that_does_not_exist_is_none(text: str) -> None:
    """Impossible dates are not bent into possible ones."""
    assert parse_date(text, LEXICON) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no digits",
        "03/12/20",
        "3 May",
        "May",
        "2021",
        "192.168.1.2020",
        "12 of them in 2021",
        "Windows 11, a March 2021 update",
        "tel. 112-11-21",
        "第112年3月期",
        "98年3月5日",
    ],
)
def test_what_is_incomplete_is_not_guessed(text: str) -> None:
    """Without day, month and a whole year there is no date."""
    assert parse_date(text, LEXICON) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23.09.22", "2022-09-23"),
        ("Coast, 2.11.22", "2022-11-02"),
        ("By Anna on 26/10/13, 03:48 pm", "2013-10-26T15:48"),
        ("7.8.09 | 3", "2009-08-07"),
    ],
)
def test_a_year_of_two_figures_is_one_of_this_century(text: str, day: str) -> None:
    """Where the order leaves no doubt: between dots, or where only one number can be a month."""
    assert parse_date(text, LEXICON) == day == parse_date(text, LEXICON, day_first=False)


@pytest.mark.parametrize(
    "text",
    [
        "28.01. - 05.02. 10% off",
        "12.30.45",
        "1.2.22.4",
        "10/11/12/13",
        "v2.10.22.1",
        "By Anna, release 2.10.22",
        "at 10.25.30",
        "30.02.21",
        "1/2/98",
        "5.5.98",
    ],
)
def test_other_pairs_of_figures_are_no_years(text: str) -> None:
    """Ranges, versions, addresses, times, days that there are not, years of another century."""
    assert parse_date(text, LEXICON) is None


@pytest.mark.parametrize("text", ["1" * 50_000, "1." * 20_000, "may " * 20_000, "10:" * 20_000, "\x00" * 50_000, "٣/" * 20_000])
def test_hostile_lines_give_no_date(text: str) -> None:
    """Long runs of almost-dates end in None."""
    assert parse_date(text, LEXICON) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T09:12", "2021-05-03T09:12"),
        ("2021-05-03 09:12:30", "2021-05-03T09:12:30"),
        ("2021-05-03T09:12Z", "2021-05-03T09:12Z"),
        ("2021-05-03T09:12:00.123456789-03:00", "2021-05-03T09:12:00-03:00"),
        ("2021-05-03 09:12:00 +0530", "2021-05-03T09:12:00+05:30"),
        ("2021-02-30", None),
        ("2021-00-10T10:00", None),
        ("0000-01-01", None),
        ("2021/05/03", None),
        ("", None),
        ("2021-05", "2021-05"),
    ],
)
def test_iso_dates_keep_their_precision(text: str, expected: str | None) -> None:
    """Nothing is added to a date and nothing is lost but fractions of a second."""
    assert parse_iso(text) == expected


@pytest.mark.parametrize("text", ["2021-05-03T25:61:00", "2021-05-03T24:30", "2021-05-03T09:12:75", "2021-05-03T09:12+99:99"])
def test_a_time_that_does_not_exist_is_not_given_out(text: str) -> None:
    """What is returned is valid ISO 8601: an impossible time costs the time, or the whole."""
    assert parse_iso(text) in {None, "2021-05-03", "2021-05-03T09:12"}


def test_iso_dates_are_written_in_ascii() -> None:
    """A statement in Arabic digits becomes ISO 8601, or nothing."""
    assert dated(published="٢٠٢١-٠٥-٠٣") == "2021-05-03"


def test_the_pages_statements_win_over_its_lines() -> None:
    """JSON-LD first, then meta, then the date line."""
    line = block("3 May 2021", Role.DATE)
    meta = (("article:published_time", "2021-05-02"),)
    assert dated(line, meta=meta, published="2021-05-01") == "2021-05-01"
    assert dated(line, meta=meta) == "2021-05-02"
    assert dated(line) == "2021-05-03"


def test_the_evidence_holds_the_exact_text() -> None:
    """The evidence names the source and quotes it."""
    found = dates(block("Monday 3 May 2021", Role.DATE)).date
    assert found is not None
    assert (found[1].source, found[1].text, found[1].confidence) == ("date", "Monday 3 May 2021", 0.8)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.DATE, Role.BYLINE, Role.KICKER}))
def test_only_date_line_byline_and_kicker_give_a_date(role: Role) -> None:
    """A date in a teaser, a comment, the body or the imprint below the head is never the article's."""
    head = (block("Harbour empties before the winter", Role.TITLE), block("A paragraph.", Role.BODY))
    assert dated(*head, block("3 May 2025", role, times=("2025-05-03",))) is None


def test_a_newer_teaser_before_the_date_line_does_not_count() -> None:
    """Teasers may stand above the article and be newer."""
    assert dated(block("9 June 2025", Role.RELATED, times=("2025-06-09",)), block("3 May 2021", Role.DATE)) == "2021-05-03"


def test_the_one_year_of_a_programme_is_no_publication() -> None:
    """Of days that are listed one alone may be read; a lone day at the end counts."""
    listed = [
        block(line, Role.DATE) for line in ("Saturday 3 October, 10 am", "Tuesday 6 October, 5 pm", "Thursday 15 October, 6 pm")
    ]
    far = [block("A hall and what is on in it.", Role.BODY)] * 20
    courses = [block("Courses", Role.TITLE), *far]
    assert dated(*courses, block("3 October 2026", Role.DATE)) == "2026-10-03"
    assert dated(*courses, block("3 October, 10 am", Role.DATE, ("2026-10-03T10:00",)), *listed[1:]) is None


def test_the_time_element_wins_over_its_text() -> None:
    """`datetime` is exact where the visible text is not; one that is no date is passed over."""
    assert dated(block("3 May 2021", Role.DATE, times=("2021-05-03T09:12+02:00",))) == "2021-05-03T09:12+02:00"
    assert dated(block("3 May 2021", Role.DATE, times=("P3D", "yesterday"))) == "2021-05-03"


@pytest.mark.parametrize(
    ("lang", "meta", "expected"),
    [
        ("en-US", (), "2020-03-12"),
        ("en_us", (), "2020-03-12"),
        (None, (("og:locale", "en_US"),), "2020-03-12"),
        ("en-GB", (), "2020-12-03"),
        ("en", (), "2020-12-03"),
        ("vi", (), "2020-12-03"),
        (None, (), "2020-12-03"),
    ],
)
def test_month_first_only_on_american_pages(lang: str | None, meta: tuple[tuple[str, str], ...], expected: str) -> None:
    """The page must say that it is American."""
    assert dated(block("03/12/2020", Role.DATE), lang=lang, meta=meta) == expected


@pytest.mark.parametrize("source", ["json-ld", "meta"])
def test_month_first_on_american_pages_in_statements_too(source: str) -> None:
    """The order of a page is the same in its statements as in its lines."""
    found = (
        dated(published="03/12/2020", lang="en-US")
        if source == "json-ld"
        else dated(meta=(("date", "03/12/2020"),), lang="en-US")
    )
    assert found == "2020-03-12"


@pytest.mark.parametrize("value", ["yesterday", "2021-02-30"])
def test_a_statement_that_is_no_date_does_not_hide_the_next(value: str) -> None:
    """The page states its date, if only in the second place."""
    assert dated(meta=(("article:published_time", value), ("date", "2021-05-03"))) == "2021-05-03"


@pytest.mark.parametrize(
    "text", ["Updated 4 June 2022 | Published 3 May 2021", "Last updated: 04/06/2022. First published: 03/05/2021"]
)
def test_the_day_of_publication_is_not_that_of_the_update(text: str) -> None:
    """A line that gives both says which is which."""
    assert dated(block(text, Role.DATE)) == "2021-05-03"


def test_a_thai_page_counts_buddhist_years_in_numbers_too() -> None:
    """The page's language says which years are meant; nothing was published in 2563."""
    assert dated(block("03/12/2563", Role.DATE), lang="th") == "2020-12-03"


@pytest.mark.parametrize(
    ("line", "url", "expected"),
    [
        ("3 May 2021", None, "2021-05-03T09:00:00Z"),
        (None, "https://example.org/2021/05/03/ferry", "2021-05-03T09:00:00Z"),
        ("7 June 2021", None, "2021-06-07"),
        (None, None, None),
        (None, "https://example.org/services", None),
    ],
)
def test_the_day_on_which_the_page_was_made_counts_where_it_is_seen(
    line: str | None, url: str | None, expected: str | None
) -> None:
    """Software states one of shops and services too; what the page shows, or its address, makes it an article's."""
    shown = show(Page(InputKind.HTML, (block(line, Role.DATE),) if line else ()))
    embedded = Embedded(page=Article(published="2021-05-03T09:00:00Z"))
    found = extract_dates(shown, Statements(), embedded, url, LEXICON).date
    assert (found[0] if found else None) == expected


def test_nothing_stated_is_none() -> None:
    """A page without a date has none."""
    assert dated(block("By Anna Kessler", Role.BYLINE), block("Harbour news", Role.KICKER)) is None
    assert dated() is None


@pytest.mark.parametrize(
    ("meta", "stated", "expected"),
    [
        ((), None, None),
        ((("article:modified_time", "2021-05-04T10:00Z"),), None, "2021-05-04T10:00Z"),
        ((("article:modified_time", "2021-05-04"),), "2021-05-05", "2021-05-05"),
        ((("article:published_time", "2021-05-04"),), None, None),
        ((("last-modified", "Tue, 04 May 2021 10:00:00 GMT"),), None, "2021-05-04T10:00:00+00:00"),
    ],
)
def test_modified(meta: tuple[tuple[str, str], ...], stated: str | None, expected: str | None) -> None:
    """Only what the page calls a change; JSON-LD first."""
    found = dates(meta=meta, article=Article(modified=stated)).modified
    assert (found[0] if found else None) == expected


def test_a_page_that_states_only_its_change_has_no_date() -> None:
    """When it was changed says nothing about when it was published."""
    found = dates(article=Article(modified="2021-05-04"))
    assert (found.date, found.modified and found.modified[0]) == (None, "2021-05-04")


STATED = Article(published="2021-05-03T23:30:00Z")


@pytest.mark.parametrize(
    ("shown", "url", "expected"),
    [
        ("3 May 2021", None, "2021-05-03T23:30:00Z"),
        ("4 May 2021", None, "2021-05-04"),
        ("4 May 2021", "https://example.org/2021/05/03/harbour", "2021-05-03T23:30:00Z"),
        (None, "https://example.org/2021/05/04/harbour", "2021-05-04"),
        ("2 March 2020", None, "2020-03-02"),
        ("9 July 2022", None, "2021-05-03T23:30:00Z"),
        (None, None, "2021-05-03T23:30:00Z"),
    ],
)
def test_an_instant_is_given_as_the_day_that_the_reader_saw(shown: str | None, url: str | None, expected: str) -> None:
    """Half past eleven in Greenwich is the next day in much of the world; other days beside it are another matter."""
    title = block("Harbour empties before the winter", Role.TITLE)
    lines = (title, block(shown, Role.DATE)) if shown else (title,)
    found = dates(*lines, article=STATED, url=url).date
    assert found is not None
    assert found[0] == expected


def test_the_day_under_the_title_comes_before_one_above_it() -> None:
    """Far above stand the dates of other stories, or today's; what stands right above a title is its own."""
    title = block("Harbour empties before the winter", Role.TITLE)
    old, new = block("12 January 2023", Role.DATE), block("28 April 2023", Role.DATE)
    between, body = [block("Bread", Role.KICKER)] * 3, block("The ferry left.", Role.BODY)
    assert dated(old, *between, title, new, body) == "2023-04-28"
    assert dated(old, *between, title, body) == "2023-01-12"
    assert dated(old, title, new, body) == "2023-01-12"


def test_todays_day_above_the_title_is_not_that_of_the_article() -> None:
    """An instant whose day stands under the title is of that day, whatever the page's head says; and no zone makes a morning the
    next day."""
    today, own = block("Friday, 7 May 2021", Role.DATE), block("6th May 2021", Role.DATE)
    title, body = block("Harbour empties", Role.TITLE), block("The ferries have gone.", Role.BODY)
    assert dated(today, title, own, body, published="2021-05-06T06:15:00Z") == "2021-05-06T06:15:00Z"
    assert dated(today, title, body, published="2021-05-06T06:15:00Z") == "2021-05-06T06:15:00Z"
    assert dated(today, title, body, published="2021-05-06T22:15:00Z") == "2021-05-07"
    assert dated(today, title, body, published="2021-05-06T23:15:00+02:00") == "2021-05-07"
    assert dated(today, title, body, published="2021-05-06T07:15:00") == "2021-05-07"  # no zone says what it may be


@pytest.mark.parametrize("published", ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_the_first_and_the_last_moment_are_no_error(published: str) -> None:
    """Software states them where it knows no date."""
    dates(block("Harbour empties", Role.TITLE), block("6 May 2021", Role.DATE), article=Article(published=published))


def test_an_earlier_day_above_the_title_is_another_storys() -> None:
    """What is stated is not given up for it."""
    title = block("Harbour empties before the winter", Role.TITLE)
    found = dates(block("2 March 2020", Role.DATE), title, article=STATED).date
    assert found is not None
    assert found[0] == "2021-05-03T23:30:00Z"
    assert found[1].against == (("date", "2020-03-02"),)


def test_a_day_has_no_zone() -> None:
    """A day that is stated as such is not moved."""
    assert dated(block("4 May 2021", Role.DATE), published="2021-05-03") == "2021-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Updated 4 June 2022",
        "Last updated on 4 June 2022, 10:25",
        "By Anna Kessler | Updated: 4 June 2022",
        "Stand: 4. Juni 2022",
    ],
)
def test_a_line_about_an_update_is_no_date_of_publication(text: str) -> None:
    """It gives the day of the change."""
    found = dates(block(text, Role.DATE))
    assert found.date is None
    assert found.modified is not None
    assert found.modified[0].startswith("2022-06-04")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("3 May 2021 | Updated: 4 June 2022", ()),
        ("Published: 3 May 2021, updated 4 June 2022", ()),
        ("3 May 2021 (updated 4 June 2022)", ()),
        ("03.05.2021 | Aktualisiert: 04.06.2022", ()),
        ("Giriş: 03.05.2021 - Güncelleme: 04.06.2022", ()),
        ("Updated 4 June 2022, first published 3 May 2021", ()),
        ("Published yesterday, updated today", ("2021-05-03", "2022-06-04")),
        ("Updated an hour ago, published yesterday", ("2022-06-04", "2021-05-03")),
        ("Updated 4 June 2022, first published 3 May 2021", ("2022-06-04", "2021-05-03")),
    ],
)
def test_one_line_may_tell_both(text: str, times: tuple[str, ...]) -> None:
    """Publication and change, in either order; of time elements each its own."""
    found = dates(block("Harbour empties", Role.TITLE), block(text, Role.DATE, times))
    assert found.date is not None
    assert found.modified is not None
    assert (found.date[0], found.modified[0]) == ("2021-05-03", "2022-06-04")


@pytest.mark.parametrize("today", ["江岸网 新闻 今天是2021年5月7日", "Today is Friday, 7 May 2021", "Сегодня 7 мая 2021"])
def test_what_says_todays_day_is_no_publication(today: str) -> None:
    """Whatever the line is taken for."""
    found = dated(block(today, Role.BYLINE), block("Harbour empties", Role.TITLE), block("2021-05-03 21:07", Role.DATE))
    assert found == "2021-05-03T21:07"


def test_two_days_behind_one_word_are_not_told_apart() -> None:
    """Then the first is the page's."""
    found = dates(
        block("Harbour empties", Role.TITLE), block("Stand 12.11.2021 (Unverändert gültig seit: 05.11.2021)", Role.DATE)
    )
    assert found.date is not None
    assert found.date[0] == "2021-11-12"


def test_a_later_day_in_the_head_is_the_change() -> None:
    """The page states when it came out and shows when it was worked on."""
    found = dates(block("4 June 2022", Role.DATE), article=Article(published="2021-05-03"))
    assert found.date is not None
    assert found.modified is not None
    assert (found.date[0], found.modified[0]) == ("2021-05-03", "2022-06-04")
    assert found.date[1].against == (("date", "2022-06-04"),)


@pytest.mark.parametrize(
    ("crawled", "published", "expected"),
    [
        ("2021-05-10T08:00:00Z", "2021-05-03", "2021-05-03"),
        ("2021-05-10T08:00:00Z", "2021-05-11", "2021-05-11"),
        ("2021-05-10T08:00:00Z", "2025-01-01", None),
        (None, "2025-01-01", "2025-01-01"),
        ("yesterday", "2025-01-01", "2025-01-01"),
    ],
)
def test_nothing_is_dated_after_it_was_fetched(crawled: str | None, published: str, expected: str | None) -> None:
    """A day of grace for the zone; what is later is not believed."""
    found = dates(article=Article(published=published), crawled=crawled).date
    assert (found[0] if found else None) == expected


def test_the_crawl_date_decides_between_two_readings() -> None:
    """The third of December had not come."""
    found = dates(block("03/12/2020", Role.DATE), crawled="2020-06-01").date
    assert found is not None
    assert found[0] == "2020-03-12"


def test_agreement_decides_between_day_and_month() -> None:
    """Numbers that may be read both ways are read as the address, or an unambiguous statement, says."""
    line = block("03/12/2020", Role.DATE)
    by_address = dates(line, url="https://example.org/2020/03/12/ice").date
    by_statement = dates(line, article=Article(published="2020-03-12T10:00:00Z")).date
    assert by_address is not None
    assert by_statement is not None
    assert (by_address[0], by_statement[0]) == ("2020-03-12", "2020-03-12T10:00:00Z")
    assert by_statement[1].against == ()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2021/05/03/harbour", "2021-05-03"),
        ("https://example.org/2021/5/3/harbour", "2021-05-03"),
        ("https://example.org/news/2021-05-03-harbour.html", "2021-05-03"),
        ("https://example.org/news/20210503_harbour", "2021-05-03"),
        ("https://example.org/2021/02/30/harbour", None),
        ("https://example.org/item/120210503", None),
        ("https://example.org/?day=2021-05-03", None),
        ("http://[bad/2021/05/03", None),
        (None, None),
    ],
)
def test_the_address_counts_where_nothing_else_does(url: str | None, expected: str | None) -> None:
    """A whole day in the path; never the query, never part of a longer number."""
    found = dates(url=url).date
    assert (found[0] if found else None) == expected


def test_several_days_below_the_head_are_a_list_of_other_things() -> None:
    """One dated line after the text may be the article's; two that differ are not."""
    text = block("A paragraph of the article, which is long enough to be read as one.", Role.BODY)
    one, other = block("3 May 2021", Role.DATE), block("4 June 2021", Role.DATE)
    assert dated(text, text, one) == "2021-05-03"
    assert dated(text, text, one, other) is None


def test_a_short_line_of_the_head_counts_where_it_begins_with_its_date() -> None:
    """Labelled as a caption or heading; a sentence with a date in it is none."""
    title, body = block("Harbour empties before the winter", Role.TITLE), block("A paragraph.", Role.BODY)
    assert dated(title, block("Sutton, 3 May 2021", Role.CAPTION), body) == "2021-05-03"
    assert dated(title, block("The harbour as it was in the winter of 3 May 2021", Role.CAPTION), body) is None
    assert dated(title, body, block("3 May 2021", Role.CAPTION)) is None


@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING, Role.LEAD, Role.BODY])
def test_the_day_that_an_article_is_about_is_not_its_own(role: Role) -> None:
    """A title or a paragraph that begins with a day tells of it."""
    title = () if role is Role.TITLE else (block("The night of the storm", Role.TITLE),)
    assert dated(*title, block("10 June 1944: the harbour burns", role), block("A paragraph.", Role.BODY)) is None


@pytest.mark.parametrize("role", [Role.BODY, Role.LEAD, Role.HEADING, Role.CAPTION, Role.LEGAL])
@pytest.mark.parametrize("text", ["Published on 3 May 2021 • 319 likes", "Gespeichert von annak am 3. Mai 2021"])
def test_a_line_that_announces_its_date_counts_whatever_it_is_taken_for(role: Role, text: str) -> None:
    """In the head and at the end of a page with markup; not far below, nor in a paragraph, nor where a date line stands."""
    title, body = block("Harbour empties before the winter", Role.TITLE), block("A paragraph.", Role.BODY)
    assert dated(title, block(text, role), body) == "2021-05-03"
    assert dated(title, body, block(text, role)) == "2021-05-03"
    assert dated(title, body, *[block("Another.", Role.LEGAL)] * 5, block(text, Role.LEGAL)) is None
    assert dated(title, block(f"{text.replace(' •', '')} {'and what the ferrymen said of it ' * 3}", role), body) is None
    assert dated(title, block("4 May 2021", Role.DATE), block(text, role), body) == "2021-05-04"


@pytest.mark.parametrize("text", ["By 3 May 2021 the harbour was empty.", "Von 3. Mai 2021 an gilt der Fahrplan.", "3 May 2021"])
def test_a_sentence_about_a_day_announces_nothing(text: str) -> None:
    """It begins like a signature, but names nobody; a bare day among paragraphs is what the article is about."""
    title, body = block("Harbour empties before the winter", Role.TITLE), block("A paragraph.", Role.BODY)
    assert dated(title, block(text, Role.BODY), body) is None


@pytest.mark.parametrize(
    "text",
    [
        "(Sutton, 3 May 2021) The ferry left at seven, and by noon the harbour was empty again.",
        "Sutton – 3 May 2021 – The ferry left at seven, and by noon the harbour was empty again.",
        "Statement of 3 May 2021 | Sutton - The ferry left at seven, and by noon the harbour was empty.",
        "3 May 2021, 09:14 PM (This post was last modified: 5 May 2021.) Which ferry do you take?",
        "Sutton upon the Lune, 3 May 2021",
    ],
)
def test_a_dateline_in_the_first_paragraph_counts_last(text: str) -> None:
    """A day set off by a sign opens it; nothing that the page says elsewhere gives way."""
    title, second = block("Harbour empties before the winter", Role.TITLE), block("Another paragraph.", Role.BODY)
    assert dated(title, block(text, Role.BODY), second) == "2021-05-03"
    assert dated(title, block("A paragraph.", Role.BODY), block(text, Role.BODY)) is None
    assert dated(title, block("5 May 2021", Role.DATE), block(text, Role.BODY), second) == "2021-05-05"
    assert dated(title, block(text, Role.BODY), second, published="2021-05-06") == "2021-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2021 the ferry left at seven – and at noon the harbour was empty.",
        "3 May 2021, the day of the storm, was the last on which the ferry left.",
        "3 May 1945. The last ship left the harbour with four hundred people on board.",
        "Updated on 3 May 2021. The ferry left at seven.",
        "The ferry left at seven and was back by noon, as it had been on the 3 May 2021.",
    ],
)
def test_a_day_in_the_first_sentence_is_no_dateline(text: str) -> None:
    """It is what the sentence tells of, or the day of a change."""
    title, second = block("Harbour empties before the winter", Role.TITLE), block("Another paragraph.", Role.BODY)
    assert dated(title, block(text, Role.BODY), second) is None


@pytest.mark.parametrize(
    "text",
    [
        "Joined: 3 May 2021",
        "Registriert: 03.05.2021, 05:56",
        "Posts: 12, member since 3 May 2021",
        "Đã đăng 5 bài, tham gia: 03/05/2021",
        "注册时间：2021-05-03",
    ],
)
def test_the_day_on_which_somebody_joined_is_no_article_s(text: str) -> None:
    """It stands beside posts, in the head too."""
    title, body = block("Harbour empties before the winter", Role.TITLE), block("A paragraph.", Role.BODY)
    for role in (Role.DATE, Role.BYLINE, Role.KICKER):
        assert dated(title, block(text, role), body) is None
        assert dated(block("7 May 2022", Role.DATE), title, block(text, role), body) == "2022-05-07"


def test_a_thread_is_of_the_day_of_its_first_post() -> None:
    """Moments that follow each other; a quoted one or one at the foot between them does not matter. News, the latest first, are
    of many days."""
    title, body = block("Which ferry to the island?", Role.TITLE), block("A paragraph.", Role.BODY)
    posts = [block(f"{day} May 2021, 10:{day}", Role.DATE) for day in range(10, 22)]
    assert dated(title, body, *posts) is None  # events to come: nobody here is a member
    posts.append(block("Joined: 3 May 2011", Role.BYLINE))
    assert dated(title, body, *posts) == "2021-05-10T10:10"
    assert dated(title, body, *posts, block("3 May 2019, 10:00", Role.DATE)) == "2021-05-10T10:10"
    assert dated(title, body, *reversed(posts)) is None
    assert dated(title, body, *posts[:2], posts[-1]) is None
    assert dated(title, body, posts[-1], *[block(f"{day} May 2021", Role.DATE) for day in range(10, 22)]) is None


def test_the_order_of_day_and_month_is_that_of_the_page_s_other_dates() -> None:
    """One that leaves no doubt settles all, whatever the page's language says; two that disagree settle nothing."""
    title, body = block("Which ferry to the island?", Role.TITLE), block("A paragraph.", Role.BODY)
    posts = [block(text, Role.DATE) for text in ("04-29-2021, 10:00", "05-03-2021, 10:00", "05-07-2021, 10:00")]
    assert dated(block("05-03-2021", Role.DATE), title, body, *posts) == "2021-05-03"
    assert dated(block("05-03-2021", Role.DATE), title, body, block("29-04-2021", Role.DATE), lang="en-US") == "2021-03-05"
    assert dated(block("05-03-2021", Role.DATE), title, body, *posts, block("29-04-2021", Role.DATE)) == "2021-03-05"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/news/23-05-2021-ferry", "2021-05-23"),
        ("/2021/05/23/on-01-02-2020", "2021-05-23"),
        ("/news/23-05-2021-1", "2021-05-23"),
        ("/news/123-05-2021", None),
        ("/news/31-02-2021", None),
    ],
)
def test_an_address_may_hold_the_day_first(path: str, day: str | None) -> None:
    """As addresses of press releases do; a day that there is not is none."""
    found = dates(block("Harbour empties", Role.TITLE), block("A paragraph.", Role.BODY), url=f"https://example.org{path}").date
    assert (found[0] if found else None) == day


def test_a_label_may_stand_right_before_the_day() -> None:
    """Without a space; a time before a month's name is no day."""
    assert parse_date("Datum:26. Januar 2022", LEXICON) == "2022-01-26"
    assert parse_date("10:25 Januar 2022", LEXICON) is None


def test_the_title_s_own_element_may_hold_the_day() -> None:
    """In a time element beside the words, or on a line of its own; a title that is nothing but a day is about it."""
    body = block("A paragraph.", Role.BODY)
    assert dated(block("3 May 2021 Harbour empties before the winter", Role.TITLE, ("2021-05-03",)), body) == "2021-05-03"
    assert dated(block("Harbour empties before the winter\n3 May 2021 • Coast", Role.TITLE), body) == "2021-05-03"
    assert dated(block("3 May 2021", Role.TITLE, ("2021-05-03",)), body) is None
    assert dated(block("Harbour empties before the winter of 3 May 2021", Role.TITLE), body) is None
    titled = block("3 May 2021 Harbour empties before the winter", Role.TITLE, ("2021-05-03",))
    assert dated(titled, block("4 May 2021", Role.DATE), body) == "2021-05-04"


def test_a_line_that_announces_its_date_says_more_than_the_masthead() -> None:
    """The day above the title is that on which the page was fetched, or another story's."""
    above = [block("Monday, 10 June 2024", Role.DATE), block("Harbour empties", Role.TITLE)]
    found = dates(*above, block("Published 3 May 2024, 16:05", Role.DATE), block("Boats lie dry.", Role.BODY))
    assert found.date is not None
    assert found.date[0] == "2024-05-03T16:05"
    announced = block("Published 1 February 2020", Role.DATE)
    menu = [block("News", Role.NAV)] * 3
    beside = dates(announced, *menu, *above[1:], block("3 May 2024", Role.DATE), block("Boats.", Role.BODY))
    assert beside.date is not None
    assert beside.date[0] == "2024-05-03"
    unlabelled = dates(*above, block("Boats lie dry.", Role.BODY))
    assert unlabelled.date is not None
    assert unlabelled.date[0] == "2024-06-10"


def test_a_lead_above_the_date_line_is_of_the_head() -> None:
    """What is called a paragraph there closes no head, and a teaser's day is no rival."""
    found = dates(
        block("Harbour empties", Role.TITLE),
        block("The road over the ice closes two months early this year.", Role.BODY),
        block("Publicerad 2 jan 2022 kl 07.30", Role.DATE),
        block("Twelve centimetres, and no more.", Role.BODY),
        block("Read more", Role.NAV),
        block("5 jan 2022", Role.DATE),
    )
    assert found.date is not None
    assert found.date[0] == "2022-01-02T07:30"


def test_a_list_of_entries_has_no_lead() -> None:
    """Each paragraph there has its day."""
    rows = [
        item for day in (1, 2, 3) for item in (block(f"Entry {day} is short.", Role.BODY), block(f"{day} May 2021", Role.DATE))
    ]
    assert dates(block("Notes", Role.TITLE), *rows).date is None


def test_a_line_between_bars_announces_its_date() -> None:
    """It says more than the day in the masthead, beside names and however long."""
    moments = "Veröffentlicht: 12.03.2024, 18:22 Uhr | Aktualisiert: 14.03.2024, 07:05 Uhr"
    line = f"Von Henrike Sollmann und Jörn Tabbert, mit dpa/AFP | {moments}"
    found = dates(block("Freitag, 22. März 2024", Role.DATE), block("Harbour", Role.TITLE), block(line, Role.BYLINE))
    assert found.date is not None
    assert found.modified is not None
    assert (found.date[0], found.modified[0]) == ("2024-03-12T18:22", "2024-03-14T07:05")


def test_a_line_may_announce_its_date_behind_a_name() -> None:
    """Korean papers set reporter, entry and change into one line, which may be called a caption."""
    line = "박서린 기자 srpark@paper.example 입력 2023.08.09 23:58 | 수정 2023.08.10 00:12"
    found = dates(block("밀밭", Role.TITLE), block(line, Role.CAPTION), block("주민들은 빵을 굽는다.", Role.BODY))
    assert found.date is not None
    assert found.modified is not None
    assert (found.date[0], found.modified[0]) == ("2023-08-09T23:58", "2023-08-10T00:12")
    for said, role in (
        ("The law was published 5 May 2021 there.", Role.BODY),
        ("Photo by Anna Kessler, 3 May 2019", Role.CAPTION),
        ("Image posted on Twitter on 3 May 2019", Role.CAPTION),
        ("Foto: Anna Kessler, veröffentlicht am 3. Mai 2019", Role.CAPTION),
    ):
        assert dates(block("Harbour", Role.TITLE), block(said, role), block("Boats lie dry.", Role.BODY)).date is None


def test_the_day_of_an_event_is_none_of_the_page() -> None:
    """Its markup says so, unless a word or a statement says that the page is of that day too; without that a day is a day."""
    shown = show(Page(InputKind.HTML, (block("Concert", Role.TITLE), block("14 June 2025, 19:30", Role.DATE))))
    events = Embedded(events=frozenset({"2025-06-14T19:30:00+01:00"}))
    assert extract_dates(shown, Statements(), events, None, LEXICON).date is None
    assert extract_dates(shown, Statements(), Embedded(), None, LEXICON).date is not None
    announced = show(Page(InputKind.HTML, (block("Concert", Role.TITLE), block("Published 14 June 2025, 19:30", Role.DATE))))
    assert extract_dates(announced, Statements(), events, None, LEXICON).date is not None
