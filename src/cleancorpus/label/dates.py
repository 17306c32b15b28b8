"""Date lines: blocks that hold a date or time and nothing else. What the date is, `metadata.date` finds out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from cleancorpus.language.fold import ascii_digits, fold_case
from cleancorpus.language.lexicon import Lexicon, read_date_words, split_date_words

_LONGEST = 110
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\b\d{1,2}\s?[:hH時시]\s?\d{2}\b|\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\d.])(?:[0-3]?\d\s?([./-])\s?[0-3]?\d\s?\1\s?(?:\d{4}|\d{2})|(?:1[89]|2[0-6])\d{2}\s?([./-])\s?[01]?\d\s?\2\s?[0-3]?\d)(?![\d.]?\d)"
)
_CJK = re.compile(r"\d{1,4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일号號])?")
_FIGURES = re.compile(r"(?<!\S)\d+\s+\d+\s+\d+(?!\S)")
"""A row of a table that begins with a day, not a date: three bare numbers after each other."""
_YEAR = re.compile(r"\b(?:1[89]|2[0156])\d{2}\b")
_YEAR_ANYWHERE = re.compile(r"(?<!\d)(?:19|2[056])\d{2}(?!\d)")
_VERSION = re.compile(r"\W*[vV]\d+\.\d")
"""A release, and when it came out: "v3.2.1 (2024-11-20)" heads what is new in it."""
_NUMBER = re.compile(r"\d+")
_ZONES = frozenset(
    "am pm a.m p.m gmt utc cet cest est edt cst cdt mst mdt pst pdt akst akdt hst ist bst eet eest mez mesz msk wib wita ict"
    " sgt hkt pht myt jst kst pkt npt sast brt clt clst aest aedt acst acdt awst nzst nzdt z t".split()
)
_MOST_RELATIVE_WORDS, _LONGEST_RELATIVE = 4, 40
_WITH_SOURCE = 60
_LONGEST_OPENED, _MOST_BEFORE_DAY, _FEWEST_NUMBERS = 80, 2, 2
_MOST_MONTH_WORDS, _DAY_AND_YEAR = 2, 2
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_SET_OFF = frozenset(",:|·•–—-")
_MOMENT = (
    r"\D{0,3}(?:\d{4}\s?[./年-]\s?\d{1,2}\s?[./月-]\s?\d{1,2}日?|\d{1,2}[./-]\d{1,2}[./-]\d{4}),?\s+\d{1,2}:\d{2}(?::\d{2})?\b"
)
_ENTRY = re.compile(_MOMENT)
_OPENS_WITH_MOMENT = re.compile(_MOMENT + r"[^.!?。]{0,30}$")
"""A full date and time may be followed by who published it, or how many have read it."""


def is_date_line(text: str, lexicon: Lexicon) -> bool:
    """Whether a block states a date or time and nothing else: numbers, month names, weekdays, words such as "updated"."""
    if len(text) > _LONGEST or not _DIGIT.search(text) or _VERSION.match(text):
        return False
    text = ascii_digits(text)
    if not all(_belongs(word, lexicon) for word in read_date_words(text)) and not _opens_with_moment(text):
        return False  # asked first, for the first word tells most lines
    words = split_date_words(text)
    if words and _FIGURES.search(text):
        return False
    if _is_relative(text, words, lexicon):
        return True
    month = any(word in lexicon.months for word in words)
    if not (_CLOCK.search(text) or _NUMERIC.search(text) or _CJK.search(text) or month or _has_month_phrase(text, lexicon)):
        return False
    return not month or _YEAR.search(text) is not None or sum(map(len, words)) <= 2 * len(_DIGIT.findall(text)) + 12


def opens_with_day(text: str, lexicon: Lexicon) -> bool:
    """Whether a short line begins with a full date, a place before it at most: "Lund, 3 May 2021 - from our archive". Two years
    are a range, and what stands behind a colon happened on that day."""
    text = ascii_digits(text)
    words = text.split()
    if len(text) > _LONGEST_OPENED or len(_YEAR_ANYWHERE.findall(text)) != 1:
        return False
    for start in range(min(len(words), _MOST_BEFORE_DAY + 1)):
        if start and words[start - 1][-1] not in _SET_OFF:
            continue
        run = [*takewhile(lambda word: all(_belongs(part, lexicon) for part in split_date_words(word)), words[start:])]
        day = " ".join(run)
        entry = start + len(run) < len(words) and day.endswith(":")
        if (
            not entry
            and len(_NUMBER.findall(day)) >= _FEWEST_NUMBERS
            and _YEAR_ANYWHERE.search(day)
            and is_date_line(day, lexicon)
        ):
            return True
    return False


def holds_moment(text: str) -> bool:
    """Whether a text names a year and a time of the day, as lines about an article do and its headline does not."""
    text = ascii_digits(text)
    return _YEAR_ANYWHERE.search(text) is not None and _CLOCK.search(text) is not None


def is_like_date(text: str) -> bool:
    """Whether a line is a year, a day and one word or two without capitals, as dates are in languages whose months no lexicon
    knows; "Apollo 11, 1969" is none."""
    numbers = _NUMBER.findall(text)
    if len(numbers) != _DAY_AND_YEAR or any(map(str.isupper, text)) or not 0 < len(split_date_words(text)) <= _MOST_MONTH_WORDS:
        return False
    return _YEAR_ANYWHERE.search(text) is not None and any(_DAY.fullmatch(number) for number in numbers)


def is_entry(text: str, lexicon: Lexicon) -> bool:
    """Whether a line opens with a date and a time and goes on with something else, as those of logs and chats do."""
    return _ENTRY.match(text) is not None and not all(_belongs(word, lexicon) for word in split_date_words(text))


def _opens_with_moment(text: str) -> bool:
    return len(text) <= _WITH_SOURCE and _OPENS_WITH_MOMENT.match(text) is not None


def is_day_of_any_year(text: str, lexicon: Lexicon) -> bool:
    """Whether a date line names a month but no year and no time: it says when something is, not when a text was published."""
    if any(found.search(text) for found in (_YEAR, _NUMERIC, _CLOCK, _CJK)):
        return False
    return any(word in lexicon.months for word in split_date_words(text)) or _has_month_phrase(text, lexicon)


def _belongs(word: str, lexicon: Lexicon) -> bool:
    return (
        word in lexicon.date_words
        or word in _ZONES
        or word in lexicon.months
        or (len(word) == 1 and word.isalpha() and not word.isascii())
    )


def _has_month_phrase(text: str, lexicon: Lexicon) -> bool:
    """Months of two words ("tháng 3"), or written without spaces around them."""
    lowered = fold_case(text)
    names = _ascii_phrases(lexicon) if lowered.isascii() else lexicon.month_phrases
    return any(name in lowered for name in names)


@lru_cache(maxsize=4)
def _ascii_phrases(lexicon: Lexicon) -> tuple[str, ...]:
    """Month phrases that a text of ASCII characters can hold."""
    return tuple(name for name in lexicon.month_phrases if name.isascii())


def _is_relative(text: str, words: list[str], lexicon: Lexicon) -> bool:
    """ "3 hours ago", "5 min read": a number and words of dates, one of them of time."""
    known = 0 < len(words) <= _MOST_RELATIVE_WORDS and all(word in lexicon.date_words for word in words)
    known = known and not lexicon.time_words.isdisjoint(words)
    return known and len(text) < _LONGEST_RELATIVE and (text[:1].isdigit() or len(words) > 1)
