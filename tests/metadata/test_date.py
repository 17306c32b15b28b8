"""Date: precision kept, never guessed, never from a block that speaks of another page."""

from __future__ import annotations

from typing import Any

import pytest

from cleancorpus.block import Block, Kind, Markup
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.date import extract_date, extract_modified, parse_date, parse_iso
from cleancorpus.metadata.jsonld import Article
from cleancorpus.page import Statements
from cleancorpus.role import Role

LEXICON = default_lexicon()


def broken(*values: Any, reason: str) -> Any:
    """A case whose promise does not hold yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def block(text: str, role: Role, times: tuple[str, ...] = ()) -> Block:
    """A labelled block."""
    return Block(text, Kind.PARAGRAPH, None, role=role, score=0.8, markup=Markup(0, times=times))


def dated(
    *blocks: Block, meta: tuple[tuple[str, str], ...] = (), lang: str | None = None, published: str | None = None
) -> str | None:
    """The date that is found."""
    found = extract_date(blocks, Statements(meta=meta, lang=lang), Article(published=published), LEXICON)
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
    ],
)
def test_longer_month_names_win_and_leap_days_exist(text: str, expected: str) -> None:
    """ "Tháng mười hai" is not "tháng mười"; letters that grow when folded do not shift the time."""
    assert parse_date(text, LEXICON) == expected


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
        "令和2年12月3日",
        "民國109年12月3日",
        "12 of them in 2021",
    ],
)
def test_what_is_incomplete_is_not_guessed(text: str) -> None:
    """Without day, month and a whole year there is no date; other eras' years are not taken for ours."""
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
    found = extract_date([block("Monday 3 May 2021", Role.DATE)], Statements(), Article(), LEXICON)
    assert found is not None
    assert (found[1].source, found[1].text, found[1].confidence) == ("date", "Monday 3 May 2021", 0.8)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.DATE, Role.BYLINE, Role.KICKER}))
def test_only_date_line_byline_and_kicker_give_a_date(role: Role) -> None:
    """A date in a teaser, a comment, the body or the imprint is never the article's."""
    assert dated(block("3 May 2025", role, times=("2025-05-03",))) is None


def test_a_newer_teaser_before_the_date_line_does_not_count() -> None:
    """Teasers may stand above the article and be newer."""
    assert dated(block("9 June 2025", Role.RELATED, times=("2025-06-09",)), block("3 May 2021", Role.DATE)) == "2021-05-03"


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
    found = extract_modified(Statements(meta=meta), Article(modified=stated), default_lexicon())
    assert (found[0] if found else None) == expected
