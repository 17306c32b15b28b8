"""Date lines: what states a moment and nothing else, in many languages, and what only looks like one."""

from __future__ import annotations

import pytest

from cleancorpus.label.dates import holds_moment, is_date_line, opens_with_day
from cleancorpus.language.lexicon import default_lexicon


@pytest.mark.parametrize(
    "text",
    [
        "Thứ bảy, 14/06/2025 | 08:30 (GMT+7)",
        "Chủ nhật, ngày 3 tháng 8 năm 2025",
        "Cập nhật lúc 08:30, 14/06/2025",
        "Published on 14 June 2025 at 8:30 am",
        "Last updated: June 14, 2025",
        "Sat 14 Jun 2025 08.30 BST",
        "2025-06-14T08:30:00Z",
        "Samstag, 14. Juni 2025, 08:30 Uhr",
        "Stand: 14.06.2025",
        "Veröffentlicht am 3. März 2025",
        "Publié le samedi 14 juin 2025 à 8h30",
        "1er août 2025",
        "Publicado el 14 de junio de 2025",
        "Atualizado em 14 de junho de 2025 às 08h30",
        "Pubblicato il 14 giugno 2025",
        "Gepubliceerd op 14 juni 2025 om 08:30",
        "Opublikowano: 14 czerwca 2025, 8:30",
        "Опубликовано 14 июня 2025 года в 08:30",
        "14 червня 2025 року, 08:30",
        "14 Haziran 2025 Cumartesi, 08:30",
        "نشر في 14 يونيو 2025 - 08:30",
        "١٤ يونيو ٢٠٢٥",
        "14 जून 2025, 08:30",
        "१४ जून २०२५",
        "Sabtu, 14 Juni 2025 08:30 WIB",
        "14 JUN 2025 - 08:30 CLT",
        "14 มิถุนายน 2568 08:30 น.",
        "2025年6月14日 08:30",
        "2025年6月14日（土） 8時30分",
        "发布时间：2025-06-14 08:30",
        "2025년 6월 14일 오전 8:30",
        "입력 2025.06.14 08:30",
        "08:30",
        "14.06.2025",
    ],
)
def test_a_moment_and_nothing_else(text: str) -> None:
    """Numbers, months, weekdays and the small words around them, in every language at once."""
    assert is_date_line(text, default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "5 min read",
        "3 giờ trước",
        "2 dni temu",
        "4 часа назад",
        "3 saat önce",
        "5分钟前",
        "3시간 전",
        "2 jam lalu",
    ],
)
def test_a_span_of_time_counted_from_now(text: str) -> None:
    """A number and words of time."""
    assert is_date_line(text, default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "Updated 3 hours ago",
        "Cập nhật 3 giờ trước",
        "il y a 3 heures",
        "vor 3 Stunden",
        "hace 3 horas",
        "há 3 horas",
        "منذ 3 ساعات",
    ],
)
def test_a_span_of_time_behind_a_word(text: str) -> None:
    """Words such as "updated", or the language's own "ago", stand before the number."""
    assert is_date_line(text, default_lexicon())


def test_who_published_it_may_follow_a_full_moment() -> None:
    """East Asian sites put the source behind date and time."""
    assert is_date_line("2025-06-14 08:30 雾谷晚报", default_lexicon())
    assert not is_date_line("2025-06-14 雾谷晚报", default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "June",
        "Monday",
        "24",
        "1.234.567",
        "1 May 212 188 97",
        "14 June 2025 was the day on which the clock struck again",
        "Ngày 14/06/2025 chợ mở lại",
        "In the spring of 1912",
        "Im Mai 2025 begann die Reparatur",
        "Le marché du 14 juin 2025",
        "3 eggs",
        "250 g Mehl",
        "May contain 2 nuts",
        "Room 12, third floor",
        "Chương 3",
        "Chapter 4: March",
        "2025年の大時計",
        "제3장",
        "Часы 1912 года",
        "Tel. 030 1234567",
        "Spain 3 - Portugal 2",
        "1 2 3 4 5",
        "20 F",
        "v3.2.1（2024-11-20）",
        "## v2.0 - 2024-10-08",
        "2 Var",
        "7 dernière",
    ],
)
def test_what_holds_more_or_less_than_a_moment(text: str) -> None:
    """Prose with a date in it, counted things, names of months without a day, bare numbers, words that open dates and say nothing
    of when."""
    assert not is_date_line(text, default_lexicon())


@pytest.mark.parametrize("text", ["4-3-3", "1.4.2", "192.168.10.1", "2.10.3"])
def test_three_numbers_that_are_no_date(text: str) -> None:
    """A line-up, a version, an address: no calendar has that day."""
    assert not is_date_line(text, default_lexicon())


def test_a_long_line_is_none() -> None:
    """However many dates it holds."""
    assert not is_date_line("14.06.2025, " * 12, default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2021 - from our archive",
        "Lund, May 3, 2021, 3:48: Uhr",
        "5. Januar 2026 18:58 Uhr zur Merkliste",
        "2025年1月14日 01時28分 (1月14日 01時40分更新)",
        "21 October 2025 • Duqm, oman",
        "Hà Nội, 14/06/2025, theo phóng viên",
    ],
)
def test_a_line_may_open_with_its_day(text: str) -> None:
    """Behind a place at most; what follows is not read."""
    assert opens_with_day(text, default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "May 2021 was the coldest month of the year",
        "The ferry of 3 May 2021 was late",
        "In 2021 the ferry was late on 3 days",
        "3 May - from our archive",
        "01/06/2021 - 31/08/2021, Town Museum",
        "1. Mai 1931: Eröffnung durch den Landrat",
        "2021",
        "",
        "3 May 2021 " + "and so on " * 10,
    ],
)
def test_a_line_that_only_speaks_of_a_day_does_not_open_with_it(text: str) -> None:
    """No day, no year, too many words before it, or a paragraph."""
    assert not opens_with_day(text, default_lexicon())


def test_a_moment_has_a_year_and_a_time() -> None:
    """Wherever they stand in the line."""
    assert holds_moment("Column - 28.04.2024 at 08:52 - 12 replies")
    assert holds_moment("कॉलम - २८.०४.२०२४, ०८:५२ - १२ उत्तर")
    assert opens_with_day("१४ जून २०२५, शनिवार - पुराने पन्नों से", default_lexicon())
    assert not holds_moment("The ferry of 2024 was late")
    assert not holds_moment("The ferry of 08:52 was late")
