"""Trim: what stands around a name in its part of a line, and is none of it: degrees, trades, places, dates, buttons."""

from __future__ import annotations

import re

from cleancorpus.language.fold import is_caseless, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import find_person
from cleancorpus.metadata.names import (
    ADDRESS,
    AROUND,
    ARTICLES,
    BETWEEN_NAMES,
    FULL_NAME,
    LETTER,
    LONGEST_NAME,
    LOWER,
    NOBODY,
    ONE_WORD,
    PARTICLES,
    SPACED_WORD,
    UPPER,
    is_of_date,
    is_office,
    is_person,
    is_trade,
)

FILED = frozenset({"in", "under", "unter", "dans", "en", "em", "su", "w", "v"})
"""What stands between a name and the shelves that a text was put on: "Anna Kessler in Coast, Winter"."""
FILED_TITLE = frozenset({"In", "IN"})
"""The same where each word has a capital; behind a full name, for In Sung is one too."""
REVIEWED = re.compile(
    rf"(?:\b|(?-i:(?<=[{LOWER}])(?=[{UPPER}])))"
    r"(?:(?:medically |expert |fact[ -])?(?:reviewed|checked|edited|approved) by|(?:geprüft|redigiert|lektoriert) von"
    r"|relu par|revisado por)\b",
    re.IGNORECASE,
)
"""Who looked over an article did not write it. The space before it may be lost: "Anna KesslerReviewed by"."""
_GLUED_OPENER = re.compile(rf"([{UPPER}]?[{LOWER}]{{1,5}})(?=[{UPPER}][{LOWER}])")
_GLUED_WORD = re.compile(rf"([{UPPER}][{LOWER}’'-]+)([{UPPER}][{LOWER}]+)$")
_GLUED_NUMBER = re.compile(rf"([{UPPER}][{LOWER}]{{2,}})(?=\d)")
OPEN_BRACKET = re.compile(r"\s*\([^)]*$")
_DASH = re.compile(r"\s[-–—]\s")
_DEGREES = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|BSCK ?[I12]{1,2}|BS|CK[I12]{1,2}|DS|KS|KTS|LS|NSND|NSƯT|NGND|NGƯT)(?:\. ?| ))+(?=[^\W\d_])"
)
"""Degrees and honours before Vietnamese names: "PGS.TS Hà Lan"."""
_HONOURED = re.compile(rf"[{LOWER}α-ω][^\W\d_]{{0,4}}\.\s?(?=[^\W\d_])")
"""What a name is shortened to begins with a capital, so this is none: "π. Νικηφόρος", "dr. Anna Kessler"."""
VIETNAMESE = re.compile("[ơưđƠƯĐ\u1ea0-\u1ef9]")
_SHORT, _SHORTEST_PEN_NAME = 3, 2  # code points
_AHEAD = re.compile(r"([^ ・]+)[ ・](.+)")
_SHORTEST_TRADE = 2  # signs of one that stands before a name: less is a name


def without_dashed_place(line: str, lexicon: Lexicon) -> str:
    """A line up to the place that stands behind a dash: "Anna Kessler — Cruzeiro da Mata". Another person may stand there too."""
    for dash in _DASH.finditer(line):
        before, behind = (next(iter(BETWEEN_NAMES.split(part)), "") for part in (line[: dash.start()], line[dash.end() :]))
        if is_person(before, lexicon):
            return line if is_person(behind, lexicon) or is_office(behind, lexicon) else line[: dash.start()]
    return line


def without_review(text: str) -> str:
    """A line up to who looked it over; all of it where that stands first."""
    found = REVIEWED.search(text)
    return text[: found.start()].rstrip(" .,;·|") if found and found.start() else text


def unglue(text: str, lexicon: Lexicon) -> str:
    """A line with the spaces that were lost between its parts: "byAnna", "KesslerReporter", "Kessler5"."""
    words = text.split(" ")
    for at, word in enumerate(words):
        if (
            at == 0
            and (glued := _GLUED_OPENER.match(word))
            and lexicon.openers[Cue.BYLINE].match(glued[1].lower()) == glued[1].lower()
        ):
            words[at] = f"{glued[1]} {word[glued.end(1) :]}"
        elif (glued := _GLUED_WORD.match(word)) and (
            phrase_key(glued[2]) in lexicon.trades or phrase_key(glued[2]) in lexicon.months
        ):
            words[at] = f"{glued[1]} {glued[2]}"
        elif glued and phrase_key(" ".join([glued[2], *words[at + 1 :]])) in lexicon.organisations:
            words[at] = f"{glued[1]}, {glued[2]}"
        elif at and (glued := _GLUED_NUMBER.match(word)):
            words[at] = f"{glued[1]} {word[glued.end(1) :]}"
    return " ".join(words)


def trim(part: str, lexicon: Lexicon) -> str:
    """The name in a part of a byline, without place and trade."""
    part = without_degree(part)
    for trim in (without_frame, _without_trade_ahead, without_trade, _without_place, without_trade):
        part = trim(part, lexicon)
    words = OPEN_BRACKET.sub("", part).strip(AROUND).split()
    half = len(words) // 2
    doubled = half >= FULL_NAME and words[:half] == words[half:]  # a name and the text of its picture; Thi Thi is one name
    return _without_stop(" ".join(words[:half] if doubled else words))


def _without_stop(name: str) -> str:
    """A name without the stop of the line behind it; what is shortened keeps its own ("Anna K.", "Carl Other Jr.")."""
    last = name.rpartition(" ")[2].removesuffix(".")
    return name.removesuffix(".") if len(last) > _SHORT and "." not in last else name


def without_degree(name: str) -> str:
    """A name without the degrees before it. T S Eliot and TS Eliot have none: there stands no point, nor a Vietnamese letter."""
    while (honoured := _HONOURED.match(name)) and name[honoured.end()].isupper():
        name = name[honoured.end() :]
    found = _DEGREES.match(name)
    degree = found is not None and ("." in found[0] or VIETNAMESE.search(name) is not None)
    return name[found.end() :] if found and degree else name


def without_date(part: str, lexicon: Lexicon) -> tuple[str, bool]:
    """A part without the date before or behind the name and what follows it; whether something was cut behind."""
    words = part.split()
    start = next((at for at in range(len(words)) if not is_of_date(words, at, lexicon)), len(words))
    ends = (at for at in range(start + 1, len(words)) if is_of_date(words, at, lexicon) or _announces_date(words, at, lexicon))
    end = next(ends, len(words))
    return " ".join(words[start:end]), end < len(words)


def _announces_date(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word begins what announces a date: "updated on"."""
    return not is_caseless(words[at]) and lexicon.openers[Cue.DATE].match(phrase_key(" ".join(words[at:]))) is not None


def find_pen_name(part: str, lexicon: Lexicon) -> str | None:
    """The first word of a signed part, if it may be a name of somebody's own choice: alone, or before a short word ("on")."""
    words = part.strip(AROUND).split()
    if not words or not LETTER.search(words[0]) or ADDRESS.search(words[0]) or words[0].istitle():
        return None
    if (key := phrase_key(words[0])) in NOBODY | PARTICLES | ARTICLES or key in lexicon.date_words:
        return None  # "Author of the article"
    alone = len(words) == 1 or len(words[1]) <= _SHORT
    return words[0].strip(",.;:") if alone and _SHORTEST_PEN_NAME <= len(words[0]) <= LONGEST_NAME else None


def _without_place(name: str, lexicon: Lexicon) -> str:
    """A name up to the first word in lower case that is no part of names: "Anna Kessler in London", and up to the field of a
    trade:
    ("Anna Kessler Trade reporter")."""
    words = name.split()
    shelved = find_person(name, phrase_key(name), lexicon) == 0  # "Anna Kessler In Coast"; In Sung is a name
    for index, word in enumerate(words):
        filed = word in FILED_TITLE and index < len(words) - 1 and (shelved or index >= FULL_NAME)
        if index and filed:
            return " ".join(words[:index])
        if index and word[0].islower() and word not in PARTICLES and not is_caseless(name):
            trade = phrase_key(word) in lexicon.trades and index > FULL_NAME
            return " ".join(words[: index - 1 if trade else index])
    return name


def without_frame(part: str, lexicon: Lexicon) -> str:
    """A part up to what the page wrote behind the name: a button ("Leave a comment"), an account, a picture's credit. One word
    of menus alone is none, but for those of comments: Thomas More is a name."""
    words = [*SPACED_WORD.finditer(part)]
    for number, word in enumerate(words[1:], 1):
        behind = phrase_key(part[word.start() :])
        cue = lexicon.lines.get(behind)
        framed = cue is not None and (number < len(words) - 1 or (cue is Cue.COMMENT and number >= FULL_NAME))
        whole = number >= FULL_NAME or ONE_WORD.search(part[: word.start()])
        credited = whole and phrase_key(word[0].partition("・")[0]) in lexicon.credits
        labelled = word[0].endswith(":") and lexicon.openers_colon[Cue.NAV].match(behind) is not None
        if framed or credited or labelled or word[0].startswith("@"):
            return part[: word.start()].strip(AROUND)
    return part


def without_trade(name: str, lexicon: Lexicon) -> str:
    """A name without the words behind it that say what its bearer does."""
    words = [*SPACED_WORD.finditer(name)]
    for word in words[1:]:
        if is_trade(phrase_key(name[word.start() :]), lexicon):
            return name[: word.start()].strip()
    return name


def _without_trade_ahead(name: str, lexicon: Lexicon) -> str:
    """A name without what its bearer does before it, as Chinese and Japanese have it ("记者 陈若溪", "委員・黒川和彦"), and
    others before a known first name: "Staff Writer Anna Kessler"."""
    found = _AHEAD.match(name)
    first, rest = found.groups() if found else ("", "")
    if not ONE_WORD.search(first):
        return _without_words_ahead(name, lexicon)
    if len(first) < _SHORTEST_TRADE:
        return name
    return rest if is_trade(phrase_key(first), lexicon) or lexicon.openers_colon[Cue.BYLINE].match(first) == first else name


def _without_words_ahead(name: str, lexicon: Lexicon) -> str:
    starts = [word.start() for word in SPACED_WORD.finditer(name)][1 : 1 - FULL_NAME or None]
    ahead = (at for at in starts if is_trade(phrase_key(name[:at]), lexicon) and is_person(name[at:], lexicon))
    return name[next(ahead, 0) :]
