"""Dates: a line of text or a stated value as ISO 8601, with the precision that it has. In numbers of any script, with month
names of the lexicon's languages, in Buddhist, Japanese, Taiwanese and Iranian years. What does not exist is no date."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from cleancorpus.language.fold import WORD_CHARACTER, ascii_digits, fold_case, is_unspaced, phrase_key
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.metadata import solar

_MONTHS, _HOURS, _MINUTES, _FURTHEST_ZONE = 12, 24, 60, 14
_ISO_MONTH = re.compile(r"(?:1[89]|20)\d{2}-(?:0[1-9]|1[0-2])")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?")
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:1[89]|2[0-6])\d{2})"
    r"(?:\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})|([./-])(\d{1,2})\4(\d{1,2})|([.]) (\d{1,2})\. (\d{1,2}))(?!\d)"
)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:1[89]|2[0-6])\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d./:,-])(\d{1,2})([./])(\d{1,2})\2([0-3]\d)(?!\d|[./:,-]\d)")
"""Two figures for a year of this century: "23.09.22"."""
_CLOCK = re.compile(
    r"(?P<late>(?:下午|午後|오후|晚上)\s?)?(?<![\d:.])(?P<hour>[01]?\d|2[0-3])\s?"
    r"(?:[:hH時点时시]|\.(?=\d{2}\s?(?:uhr|น|am|pm|a\.m|p\.m|$)))\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)|\s?[分분])?(?!\d)"
    r"\s?(?P<half>am|pm|a\.m\.?|p\.m\.?|ص|م)?(?![^\W\d_])",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:GMT|UTC)\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_DAY_BETWEEN = re.compile(r"[\s,.]{1,3}\d{1,2}[.\s]{1,2}")
_DAY_BEFORE = re.compile(
    r"(?<!\d)(?<!\d[:.,])(\d{1,2})\s?(?:st|nd|rd|th|er|['’]?ê|ی|-?nj[iy]|-an?|ס?טן|º|ª|\.|-)?,?\s?"
    r"(?:(?:de|of|den|da|ng|sa|ti|ya|ngày) |d'|ta['’] ?)?\s*$"
)
_BY_ORDINAL = {"listopada": 10}
"""Months that have another meaning behind an ordinal: "18 listopada" is Polish and in November, "18. listopada" Croatian and in
October."""
_ORDINAL = re.compile(r"\d\.\s*$")
_DAY_BEHIND = re.compile(r"[\s.,]*(\d{1,2})(?!\d|:)")
_WORD = re.compile(r"[^\W\d_][\w.]*")
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)((?:1[89]|2[0-6])\d{2})(?!\d)")
_ARABIC = re.compile("[\u0600-\u06ff]")
_BUDDHIST, _BUDDHIST_YEAR = 543, re.compile(r"(?<!\d)2[45]\d{2}(?!\d)")
"""No page is of the common era's 25th century: such a year counts from the Buddha."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""What is added to a year that counts from the beginning of a reign, or of the republic in Taiwan."""
_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})\s?(元|\d{{1,3}})\s?年")
_REPUBLIC = 1911
_REPUBLIC_YEAR = re.compile(r"(?<![\d/.-])(1[0-4]\d)(?=\s?年\s?\d{1,2}\s?月|([-/.])\d{1,2}\2\d{1,2}(?![\d/.-]))")
"""A year of three figures beside Han is that of Taiwan's republic: no other count is in its second hundred."""
_HAN = re.compile("[\u4e00-\u9fff]")
_LONGEST, _LONGEST_MEMBER = 300, 100  # code points of a line that is searched, for any date and for that of a member
_PARTS = re.compile(r"\s[|•·–—-]\s|(?<=\d)\. ")
_ZONES = {
    "wib": "+07:00",
    "wita": "+08:00",
    "wit": "+09:00",
    "kst": "+09:00",
    "jst": "+09:00",
    "msk": "+03:00",
    "utc": "+00:00",
    "gmt": "+00:00",
    "ist": "+05:30",
    "cet": "+01:00",
    "cest": "+02:00",
    "mez": "+01:00",
    "mesz": "+02:00",
    "edt": "-04:00",
    "est": "-05:00",
    "cdt": "-05:00",
    "mdt": "-06:00",
    "mst": "-07:00",
    "pdt": "-07:00",
    "pst": "-08:00",
}
"""By their names in capitals: in small letters some are words ("est", "ist"). CST is China's too."""
_AMERICAN_CLOCK = re.compile(r"(?:\d\s?|[AaPp]\.?[Mm]\.?\s)\(?[ECMP][DS]T\b|[AaPp]\.?[Mm]\.?\s\(?[ECMP]T\b")
"""A time of the United States: "8:15 p.m. EDT"."""


def parse_iso(text: str) -> str | None:
    """The first ISO 8601 date in a text, with its time and zone as far as they are given and exist; None if it holds none.

    >>> parse_iso("2021-05-03T09:12:00.000+0200"), parse_iso("2021-05")
    ('2021-05-03T09:12:00+02:00', '2021-05')
    """
    text = ascii_digits(text)
    match = _ISO.search(text)
    if match is None:
        return text.strip() if _ISO_MONTH.fullmatch(text.strip()) else None
    year, month, day, hour, minute, second, zone = match.groups()
    if date := solar.solar_to_date(int(year), int(month), int(day)):
        year, month, day = date.isoformat().split("-")
    if not _exists(int(year), int(month), int(day)):
        return None
    moment = f"{year}-{month}-{day}"
    if hour and int(hour) < _HOURS and int(minute) < _MINUTES and int(second or 0) < _MINUTES:
        moment += f"T{hour}:{minute}" + (f":{second}" if second else "")
        if zone and (zone == "Z" or int(zone[1:3]) <= _FURTHEST_ZONE):
            moment += "Z" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return moment


def parse_date(text: str, lexicon: Lexicon, *, day_first: bool = True) -> str | None:
    """The first date that a line of text gives in numbers or with a month's name, with its time if there is one; None if none.

    Digits of any script. A Thai year is the Buddhist one, 543 ahead; years of Japanese reigns and of Taiwan's republic are
    counted from their first; days of Iran's solar calendar become those of the common era.

    >>> from cleancorpus.language.lexicon import default_lexicon
    >>> parse_date("10:25 | 03/12/2020", default_lexicon())
    '2020-12-03T10:25'
    """
    plain = _to_common_era(text[:_LONGEST])
    parts = [part for part in _PARTS.split(plain) if part]
    dated = [found for part in parts if (found := _find_date(part, lexicon, day_first=day_first))]
    if len(dated) > 1:  # published and updated: the earlier one
        year, month, day, rest = min(dated, key=lambda found: found[:3])
    elif found := _find_date(plain, lexicon, day_first=day_first):
        year, month, day, rest = found
    else:
        return None
    return f"{year:04}-{month:02}-{day:02}{_time_of(rest)}"


def _to_common_era(text: str) -> str:
    persian = _ARABIC.search(text) is not None
    text = _BUDDHIST_YEAR.sub(lambda year: str(int(year[0]) - _BUDDHIST), ascii_digits(text))
    text = solar.to_common_era(text, persian=persian)
    if text.isascii():
        return text
    text = _ERA_YEAR.sub(lambda year: f"{_ERAS[year[1]] + (1 if year[2] == '元' else int(year[2]))}年", text)
    return _REPUBLIC_YEAR.sub(lambda year: str(_REPUBLIC + int(year[1])), text) if _HAN.search(text) else text


def _find_date(text: str, lexicon: Lexicon, *, day_first: bool) -> tuple[int, int, int, str] | None:
    """Year, month, day, and the text without them."""
    return _numeric_date(text, day_first=day_first) or _named_date(text, lexicon) or _short_date(text, lexicon)


def _numeric_date(text: str, *, day_first: bool) -> tuple[int, int, int, str] | None:
    if match := _YEAR_FIRST.search(text):
        year, month, day = int(match[1]), int(match[2] or match[5] or match[8]), int(match[3] or match[6] or match[9])
    elif match := _YEAR_LAST.search(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        day, month = (first, second) if (day_first or first > _MONTHS) and second <= _MONTHS else (second, first)
    else:
        return None
    rest = f"{text[: match.start()]} \0 {text[match.end() :]}"
    return (year, month, day, rest) if _exists(year, month, day) else None


def is_of_member(text: str, lexicon: Lexicon) -> bool:
    """Whether the first date of a line is that on which somebody became a member, as beside posts.

    >>> from cleancorpus.language.lexicon import default_lexicon
    >>> is_of_member("Posts: 12, joined: 3 May 2021", default_lexicon())
    True
    """
    words = text[:_LONGEST_MEMBER].split()
    for at in range(len(words)):
        if lexicon.members.match(phrase_key(" ".join(words[at:]))):
            return parse_date(" ".join(words[:at]), lexicon) is None
    return False


def find_order(text: str) -> bool | None:
    """Whether the day comes first in a date of figures alone; None without one, and where both could be months, unless a time of
    the United States stands beside it."""
    match = _YEAR_LAST.search(ascii_digits(text))
    if match is None:
        return None
    if (int(match[1]) > _MONTHS) == (int(match[3]) > _MONTHS):
        return False if _AMERICAN_CLOCK.search(text) else None
    return int(match[1]) > _MONTHS


def _short_date(text: str, lexicon: Lexicon) -> tuple[int, int, int, str] | None:
    """A date whose year has two figures: between dots, where the day is always first, and between slashes where only one of the
    others can be a month. Behind a sign, a figure or a word of dates alone: "release 2.10.22" is none."""
    match = _SHORT_YEAR.search(text)
    before = text[: match.start()].split()[-1:] if match else []
    if match is None or (before and before[0][-1].isalpha() and phrase_key(before[0]) not in lexicon.date_words):
        return None
    first, second, year = int(match[1]), int(match[3]), 2000 + int(match[4])
    if match[2] == "/" and (first > _MONTHS) == (second > _MONTHS):
        return None
    day, month = (first, second) if match[2] == "." or first > _MONTHS else (second, first)
    rest = f"{text[: match.start()]} \0 {text[match.end() :]}"
    return (year, month, day, rest) if _exists(year, month, day) else None


def _named_date(text: str, lexicon: Lexicon) -> tuple[int, int, int, str] | None:
    """A month's name with a day beside it and a year near."""
    lowered = fold_case(text)
    months = _months_in(lowered, lexicon)
    for start, end, named in months:
        before, after = lowered[max(0, start - 24) : start], lowered[end : end + 24]
        if not _DAY_BEFORE.search(before) and any(_DAY_BETWEEN.fullmatch(lowered, end, other) for other, *_ in months):
            continue  # Welsh "Mawrth, 12 Ionawr": Tuesday, and March elsewhere
        years = _YEAR.search(after) or _YEAR.search(before)
        day = _day_beside(before, after)
        month = _BY_ORDINAL.get(lowered[start:end], named) if _ORDINAL.search(before) else named
        if years is not None and day is not None and _exists(int(years[1]), month, day):
            return int(years[1]), month, day, f"{text[:start]} \0 {text[end:]}"
    return None


def _months_in(lowered: str, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    found = [
        (match.start(), match.end(), lexicon.months[match[0].rstrip(".")])
        for match in _WORD.finditer(lowered)
        if match[0].rstrip(".") in lexicon.months
    ]
    phrases = [
        (match.start(), match.end(), lexicon.months[name])
        for name in _loose_names(lexicon, plain=lowered.isascii())
        if name in lowered
        for match in re.finditer(_bounded(name), lowered)
    ]
    return sorted({*found, *phrases}, key=lambda item: (item[0], -item[1]))


@lru_cache(maxsize=8)
def _loose_names(lexicon: Lexicon, *, plain: bool) -> tuple[str, ...]:
    """Names of months that are not one word to a pattern: of several words, of scripts without spaces, or with signs beside
    their letters; or those of them that are ``plain`` ASCII."""
    loose = (name for name in lexicon.months if is_unspaced(name[0]) or not _WORD.fullmatch(name))
    return tuple(name for name in loose if name.isascii() or not plain)


def _bounded(name: str) -> str:
    """A pattern for a month's name as a word of its own, in scripts that set words apart."""
    if is_unspaced(name[0]):
        return re.escape(name) + r"(?!\d)"
    return rf"(?<!\w){re.escape(name)}(?!{WORD_CHARACTER})"


def _day_beside(before: str, after: str) -> int | None:
    """The day that stands directly before the month's name, else directly behind it."""
    for match in (_DAY_BEFORE.search(before), _DAY_BEHIND.match(after)):
        if match and 1 <= int(match[1]) <= 31:
            return int(match[1])
    return None


def _time_of(rest: str) -> str:
    match = _CLOCK.search(rest)
    if match is None:
        return ""
    hour, second = int(match["hour"]), match["second"]
    half = (match["half"] or "").lower().replace(".", "")
    if (half in {"pm", "م"} or match["late"]) and hour < 12:
        hour += 12
    elif half in {"am", "ص"} and hour == 12:
        hour = 0
    return f"T{hour:02}:{match['minute']}" + (f":{second}" if second else "") + _zone_of(rest)


def _zone_of(rest: str) -> str:
    if match := _ZONE.search(rest):
        return f"{match[1]}{int(match[2]):02}:{match[3] or '00'}"
    return next((_ZONES[word.lower()] for word in re.findall(r"\b[A-Z]{3,4}\b", rest) if word.lower() in _ZONES), "")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
