"""The solar calendar: days that are known, and laws that hold for all of them."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.dates import parse_date, parse_iso
from cleancorpus.metadata.solar import FIRST, LAST, solar_to_date

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    ("solar", "common"),
    [
        ((1357, 11, 22), dt.date(1979, 2, 11)),
        ((1399, 12, 30), dt.date(2021, 3, 20)),
        ((1400, 1, 1), dt.date(2021, 3, 21)),
        ((1402, 5, 12), dt.date(2023, 8, 3)),
        ((1403, 1, 1), dt.date(2024, 3, 20)),
        ((1403, 12, 30), dt.date(2025, 3, 20)),
        ((1404, 1, 1), dt.date(2025, 3, 21)),
        ((1370, 1, 1), dt.date(1991, 3, 21)),
        ((1402, 12, 30), None),
        ((1402, 13, 1), None),
        ((1402, 7, 31), None),
        ((1402, 0, 1), None),
        ((FIRST - 1, 1, 1), None),
        ((LAST + 1, 1, 1), None),
    ],
)
def test_days_that_are_known(solar: tuple[int, int, int], common: dt.date | None) -> None:
    """New years, leap days, a day that history knows; what does not exist is none."""
    assert solar_to_date(*solar) == common


@given(st.integers(FIRST, LAST - 1))
def test_years_follow_each_other(year: int) -> None:
    """Each month begins on the day behind the one before, each year near the equinox."""
    days = [found for month in range(1, 13) for day in range(1, 32) if (found := solar_to_date(year, month, day))]
    assert len(days) in {365, 366}
    assert all(one + dt.timedelta(1) == other for one, other in pairwise(days))
    assert solar_to_date(year + 1, 1, 1) == days[-1] + dt.timedelta(1)
    assert (days[0].month, days[0].day) in {(3, 20), (3, 21), (3, 22)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۱۲ مرداد ۱۴۰۲ - ۱۰:۲۵", "2023-08-03T10:25"),
        ("چهارشنبه ۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("۱ ارديبهشت ۱۴۰۱", "2022-04-21"),
        ("۵ خرداد ماه ۱۴۰۰", "2021-05-26"),
        ("تاریخ انتشار: 1399/12/30", "2021-03-20"),
        ("۱۴۰۲/۰۵/۱۲ ۱۴:۳۰", "2023-08-03T14:30"),
        ("تاریخ 12/05/1402", "2023-08-03"),
        ("12/05/1402", None),
        ("Flight 12/10/1400 12.03.2020", "2020-03-12"),
        ("Ref 03/05/1350 of 12 March 2020", "2020-03-12"),
        ("Battle of Grunwald, 15/07/1410", None),
        ("۱ حمل ۱۴۰۱", "2022-03-21"),
        ("۱۲ مه ۲۰۲۳", None),
        ("12 مايو 2023", "2023-05-12"),
        ("1446/05/12", None),
        ("1402/13/12", None),
        ("pages 1350-1360", None),
        ("ISBN 1350-12-3", None),
        ("v1312.4.5", None),
        ("۱۲ مرداد", None),
        ("1350/12/3/7", None),
    ],
)
def test_lines_with_solar_days(text: str, expected: str | None) -> None:
    """Digits of any script, both ways to write the letter yeh; lunar years, versions and ranges of pages are none."""
    assert parse_date(text, LEXICON) == expected


def test_a_stated_solar_day_is_one_of_the_common_era() -> None:
    """Sites state them where a day of the common era belongs."""
    assert parse_iso("1402-05-12T10:00:00+03:30") == "2023-08-03T10:00:00+03:30"
    assert parse_iso("2023-08-03") == "2023-08-03"
