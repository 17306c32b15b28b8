"""The solar calendar of Iran and Afghanistan: its days as those of the common era.

Years are the arithmetic ones, with eight leap years in 33, which are the observed ones from 1244 to 1472 (1865-2094). See
E. M. Reingold & N. Dershowitz, Calendrical Calculations, chapter on the Persian calendar.
"""

from __future__ import annotations

import datetime as dt
import re

FIRST, LAST = 1300, 1419
"""Years that are read as solar. Later ones are of the lunar calendar for as long as anybody reads this: 1420 was 1999 there."""
_NEW_YEAR, _NEW_YEAR_DAY = 1403, dt.date(2024, 3, 20)
_CYCLE, _LEAP = 33, frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_LENGTHS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30)
_MONTHS = (
    "فروردین حمل وری",
    "اردیبهشت ثور غویی",
    "خرداد جوزا غبرګولی",
    "تیر سرطان چنګاښ",
    "مرداد امرداد اسد زمری",
    "شهریور سنبله وږی",
    "مهر میزان تله",
    "آبان عقرب لړم",
    "آذر قوس لیندۍ",
    "دی جدی مرغومی",
    "بهمن دلو سلواغه",
    "اسفند حوت کب",
)
"""In Iran and, by the signs of the zodiac, in Dari and in Pashto, in Afghanistan."""
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_YEAR = r"(1[34]\d{2})(?!\d)"
_NAMES = "|".join(sorted(_NUMBER, key=len, reverse=True)).replace("ی", "[یي]")  # Arabic keyboards write the other yeh
_NAMED = re.compile(rf"(?<!\d)(\d{{1,2}})\s*({_NAMES})\s+(?:ماه\s+)?(?:سال\s+)?{_YEAR}")
_YEAR_FIRST = re.compile(rf"(?<![\d./-]){_YEAR}/(\d{{1,2}})/(\d{{1,2}})(?![\d/])")
_YEAR_LAST = re.compile(rf"(?<![\d./-])(\d{{1,2}})/(\d{{1,2}})/{_YEAR}")


def solar_to_date(year: int, month: int, day: int) -> dt.date | None:
    """The day in the common era; None for one that does not exist, or of a year that is not read as solar.

    >>> solar_to_date(1402, 5, 12), solar_to_date(1403, 12, 30), solar_to_date(1402, 12, 30)
    (datetime.date(2023, 8, 3), datetime.date(2025, 3, 20), None)
    """
    if not (FIRST <= year <= LAST and 1 <= month <= 12):
        return None
    length = _LENGTHS[month - 1] if month < 12 else 29 + _is_leap(year)
    if not 1 <= day <= length:
        return None
    between = range(_NEW_YEAR, year) if year >= _NEW_YEAR else range(year, _NEW_YEAR)
    days = sum(365 + _is_leap(other) for other in between)
    return _NEW_YEAR_DAY + dt.timedelta((days if year >= _NEW_YEAR else -days) + sum(_LENGTHS[: month - 1]) + day - 1)


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAP


def to_common_era(text: str, *, persian: bool) -> str:
    """A text with its solar dates, in ASCII digits, as ISO 8601; what is none, or does not exist, stays.

    Args:
        text: A line, its digits in ASCII.
        persian: Whether it has letters or digits of the Arabic script; without them figures alone are no solar date.

    >>> to_common_era("12 مرداد 1402 - 10:25", persian=True), to_common_era("1446/05/12", persian=True)
    ('2023-08-03 - 10:25', '1446/05/12')
    """
    if not persian:
        return text
    text = _NAMED.sub(lambda found: _iso(found, found[3], _NUMBER[found[2].replace("ي", "ی")], found[1]), text)
    text = _YEAR_FIRST.sub(lambda found: _iso(found, found[1], found[2], found[3]), text)
    return _YEAR_LAST.sub(lambda found: _iso(found, found[3], found[2], found[1]), text)


def _iso(found: re.Match[str], year: str, month: str | int, day: str) -> str:
    date = solar_to_date(int(year), int(month), int(day))
    return found[0] if date is None else date.isoformat()
