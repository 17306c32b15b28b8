"""Bylines: the names of persons, and of agencies that sign, in a line that says who wrote something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from cleancorpus.language.fold import fold_case, opens_small, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import AND_PERSON, CLOSED, find_person, has_family, with_colons
from cleancorpus.metadata.fields import find_field
from cleancorpus.metadata.names import (
    AROUND,
    BAR,
    BETWEEN_NAMES,
    FULL_NAME,
    LOWER,
    MOST_WORDS,
    ONE_WORD,
    PARTICLES,
    PURPOSE,
    UPPER,
    is_full_name,
    is_name,
    is_of_date,
    is_office,
    is_person,
    is_trade,
)
from cleancorpus.metadata.openers import MOST_BEFORE, behind_opener, find_end_of_opener
from cleancorpus.metadata.trim import (
    FILED,
    FILED_TITLE,
    VIETNAMESE,
    find_pen_name,
    trim,
    unglue,
    without_dashed_place,
    without_date,
    without_frame,
    without_review,
)

_BEFORE_PERSON = re.compile(rf"\s(?:{AND_PERSON})\s")
_ARABIC_AND = re.compile(r"\sو(?=\w\w)")
MAIL = re.compile(r"[(<]?[^\s@<(]{1,64}@[^\s@>)]{1,100}[)>]?")
SITE = re.compile(r"\b[a-z0-9-]{3,}\.[a-z]{2,6}\b")
_MARK = r"(?:\d{1,2}(?!\d)|[*†‡§¹²³⁴⁵⁶⁷⁸⁹])"
_FOOTNOTE = re.compile(rf"(?<=[{LOWER}][{LOWER}]){_MARK}(?:,?{_MARK})*(?=[\s,;&]|$)")
"""What stands at names above a paper and leads to where they work. One alone may be a count of comments."""
_INITIALS_AHEAD = re.compile(rf"^\s*\(?[{UPPER}]{{2,6}}\)(?:\s*[-–—])?\s*(?=[{UPPER}])")
"""The agency or paper in brackets before the names: "(BLS) - Hà Lan"."""
_SHORT, _FEWEST_RUN, _MOST_PLAIN = 3, 3, 3  # code points; names
_FEWEST_SAID = 4
_LONGEST = 400  # code points of a byline; longer ones are none
_MOST_TRADE = 4  # words that say what somebody does


def split_names(text: str, lexicon: Lexicon) -> list[str]:
    """Names of persons, and of agencies that sign, in a byline, without the words around them; empty if it holds none.

    Reading begins behind the word that signs, where there is one, and stops at the first part that is no name, where there has
    been one: jobs, places and dates stand behind names. Behind a signing word a single word in lower case is a pen name.
    """
    line, signed = _find_line(text, lexicon)
    if not line:
        return []
    names: list[str] = []
    whole = filed = False
    parts = dropwhile(lambda part: phrase_key(part) in lexicon.lines, _split_parts(line, lexicon))  # "About the author | Anna"
    for part in parts:
        if (names and _leads_on(part, lexicon)) or _is_no_name(part, names, filed or (bool(names) and _goes_on(part)), lexicon):
            break
        filed = filed or not (FILED.isdisjoint(part.split()[1:]) and FILED_TITLE.isdisjoint(part.split()[FULL_NAME:]))
        undated, cut = without_date(part.strip(AROUND), lexicon)
        name = undated if is_office(undated, lexicon) else trim(undated, lexicon)
        agency = phrase_key(name) in lexicon.organisations
        if whole and len(name.split()) == 1 and not agency and not ONE_WORD.search(name):
            break  # behind a full name a single word is a place or a job
        run = _closed_run(undated, lexicon) or _part_run(name, lexicon)
        if all(is_name(item, lexicon) or is_office(item, lexicon) for item in run):
            names += run
            whole = len(name.split()) > 1
        elif names:
            break
        elif signed and _is_sentence(undated):
            return []  # "By clicking here you accept our Terms and Conditions"
        elif signed and len(BAR.split(line)[0].split()) <= MOST_BEFORE and (pen_name := find_pen_name(undated, lexicon)):
            return [pen_name]
        if cut and names:
            break  # what stands behind a date is about the date
    return names


def _find_line(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The part of a byline that may name somebody, empty where none does, and whether a word signs it."""
    marked = MAIL.sub(" ", with_colons(text[:_LONGEST], lexicon))
    unmarked = _FOOTNOTE.sub("", marked) if len(_FOOTNOTE.findall(marked)) > 1 else marked
    own = find_field(without_review(_INITIALS_AHEAD.sub("", unmarked).strip(AROUND)), lexicon)
    plain = unglue(own, lexicon)
    signed = behind_opener(plain, lexicon)
    if signed is None:
        line = "" if _is_labelled(plain) else without_dashed_place(plain, lexicon)
    else:
        line = without_dashed_place(_INITIALS_AHEAD.sub("", signed), lexicon)
    pictured = bool(line and signed) and phrase_key(line.split()[0]) in lexicon.credits
    if pictured or SITE.search(line):
        line = ""  # who made the picture, an outlet and its address
    return line, signed is not None


def _split_parts(line: str, lexicon: Lexicon) -> Iterator[str]:
    """The parts of a byline: between signs and words that set names apart, and before doubtful ones that a person follows."""
    for part in BETWEEN_NAMES.split(line):
        start = 0
        for found in _BEFORE_PERSON.finditer(part):
            behind = part[found.end() :]
            if find_person(behind, phrase_key(behind), lexicon) == 0:
                yield part[start : found.start()]
                start = found.end()
        yield from _split_arabic(part[start:], lexicon)


def _split_arabic(part: str, lexicon: Lexicon) -> Iterator[str]:
    """The parts before and behind an Arabic "and", which is written together with the name behind it: a first name that is known,
    and with the "and" is none (Wael begins so)."""
    start = 0
    for found in _ARABIC_AND.finditer(part):
        behind = part[found.end() :]
        word = behind.split(maxsplit=1)[0]
        whole = len(part[start : found.start()].split()) >= FULL_NAME
        known = fold_case(f"و{word}") in lexicon.first_names
        if whole and not known and find_person(behind, phrase_key(behind), lexicon) == 0:
            yield part[start : found.start()]
            start = found.end()
    yield part[start:]


def _is_labelled(line: str) -> bool:
    """Whether words that no lexicon knows say whom the names behind them are of: "Medical advice: Anna Kessler"."""
    label, colon, behind = line.partition(": ")
    return bool(colon and behind) and not any(map(str.isdigit, label)) and any(map(opens_small, label.split()[1:]))


def _is_sentence(part: str) -> bool:
    """Whether words in small letters stand where a name is to come, more than a job has."""
    words = part.split()
    return len(words) >= _FEWEST_SAID and opens_small(words[0]) and words[0] not in PARTICLES


def _leads_on(part: str, lexicon: Lexicon) -> bool:
    """Whether a part begins with a day, or a word that signs: "Hà Lan, theo Reuters" says whom Hà Lan read."""
    words = part.split()
    return bool(words) and (is_of_date(words, 0, lexicon) or find_end_of_opener(part, lexicon, inside=True) is not None)


def _is_no_name(part: str, names: Sequence[str], doubtful: bool, lexicon: Lexicon) -> bool:
    """Whether a part is a trade, or no person's name where one is in doubt: behind names a trade goes on ("Senior Review
    Analyst"), and institutions say what for they are."""
    key = phrase_key(part)
    if names and (key.partition(" ")[0] in lexicon.trades or PURPOSE.search(part)):
        doubtful = True
    return is_trade(key, lexicon) or (doubtful and find_person(part, key, lexicon) != 0)


def _goes_on(part: str) -> bool:
    """Whether a part goes on in lower case with more than a small word, as institutions do: "Anna Kessler, Sutton Harbour
    museum"."""
    words = part.split()[1:]
    return any(opens_small(word) and len(word) > _SHORT and word not in PARTICLES for word in words)


def _closed_run(part: str, lexicon: Lexicon) -> list[str]:
    """The full names of Han or Hangul with which a part begins, two or more: "周明远 林晓". A family name alone is not full, but
    that of one person with the name behind it ("高橋 文子")."""
    words = takewhile(CLOSED.fullmatch, part.split())
    run = [*takewhile(lambda word: has_family(word, lexicon) and not is_trade(word, lexicon), words)]
    return run if len(run) >= FULL_NAME and lexicon.closed_families.isdisjoint(run) else []


def _part_run(name: str, lexicon: Lexicon) -> list[str]:
    """The names in a run of words that nothing parts, where each of three and more begins with a known first name behind what is
    none; else the run as it is: two may be one person with two family names. Vietnamese names are not parted."""
    words = name.split()
    if VIETNAMESE.search(name) or not all(word[0].isupper() for word in words):
        return [name]
    known = [fold_case(word) in lexicon.first_names for word in words]
    starts = [at for at in range(len(words)) if known[at] and not (at and known[at - 1])]
    bounds = [*pairwise([*starts, len(words)])]
    if len(starts) < _FEWEST_RUN or starts[0] != 0 or any(end - start < FULL_NAME for start, end in bounds):
        return [name]
    return [" ".join(words[start:end]) for start, end in bounds]


def is_name_with_trade(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but a person's name and what that person does: "김하은 기자", "Anna Kessler Staff Writer"."""
    words = text.split()[: MOST_WORDS + _MOST_TRADE]
    splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(is_trade(phrase_key(trade), lexicon) and is_person(name, lexicon) for name, trade in splits)


def is_plain_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but one to three full names, a date and other details: a line that no word signs has to be that.

    Words of menus are written like names, so each of two to four words needs a capital, and none may be known from the frame of
    pages; in scripts without capitals a line proves nothing.
    """
    divided = (without_frame(part.strip(AROUND), lexicon) for part in BETWEEN_NAMES.split(unglue(text, lexicon)))
    parts = [_without_detail(part, lexicon) for part in divided]
    names = [name for part in parts if part for name in _part_run(part, lexicon)]
    return 1 <= len(names) <= _MOST_PLAIN and all(is_full_name(name, lexicon) for name in names)


def _without_detail(part: str, lexicon: Lexicon) -> str:
    """A part of a line without date; nothing where the rest is a detail too: a number of something, a job, a button."""
    rest = without_date(part, lexicon)[0]
    key = phrase_key(rest)
    numbered = any(map(str.isdigit, part)) and (rest[:1].islower() or lexicon.openers[Cue.DATE].match(key) is not None)
    return "" if numbered or is_trade(key, lexicon) or key in lexicon.lines else rest
