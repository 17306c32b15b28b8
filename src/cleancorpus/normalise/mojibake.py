"""Mojibake: UTF-8 that somebody read as a Windows encoding, read again.

Each byte of such a character became a character of its own: ``é`` is ``Ã©``. Correct text holds some of the same pairs, where a
letter stands before a closing mark (``«NHÃ»``). So a line is repaired only where it holds what correct text does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from cleancorpus.normalise.syllables import is_syllable, is_vietnamese

_MOST_ROUNDS = 8  # each undoes one more reading; a text read wrong n times has 2**n characters for one
_MAY_FOLLOW = frozenset("’‘”“»«›‹…–—•·™®°²³¹ªº†‡´¬\xa0\xad")
"""Of the characters that stand for continuation bytes, those that correct text has directly behind a letter."""
_CARONS, _BEFORE_CARONS = frozenset("ŠŽšž"), frozenset("ÄÉÍÓÕÖÚÜÝ")
"""Letters, too, that correct Czech, Slovak, Estonian and Finnish have behind some."""
_OPENED_BY = {
    "’": ("‘", "’"),
    "”": ("“", "„", "”", '"', ",,"),
    "“": ("„", '"', ",,"),
    "‘": ("‚",),
    "»": ("«", "»"),
    "›": ("‹", "›"),
    "«": ("»",),
    "‹": ("›",),
}
"""Of these, quotation marks that may close, with what opens for them in one language or another."""
_LEAD_ALONE, _ARROWS = frozenset("ÂÃ"), "â†"
"""Letters that are no word by themselves, but first bytes of most misread letters and signs of the West; and what those of arrows
begin with."""
_POWERS, _SIGNS_ALONE = frozenset("²³¹"), frozenset("—·•")
"""Signs that stand behind the letters of formulas; and some that stand between words or figures."""
_END_WORDS = frozenset("™®°²³¹ªº†‡´")
"""Of all, those with no more letters behind them, but for the ending of a name: "NESCAFÉ®s"."""
_A_TILDE, _INSIDE_WORDS_NEVER = "Ã", frozenset("‘“«‹†‡")
"""The first byte of most letters of the West, and signs that never stand between two letters."""
_SPELLED = re.compile("[\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1e00-\u1eff]")
"""Latin letters that languages are written with, as against those of phonetic alphabets."""
_COMMON = re.compile(
    "[\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0386-\u03ce\u0401-\u045f\u0490\u0491\u0531-\u0587\u05d0-\u05ea\u0621-\u064a\u0800-\U0010ffff]"
)
"""Characters that text is made of, as against the signs and letters that pairs of correct Cyrillic would be."""
_GENERAL_SIGNS = ("\u0432\u0402", "в‚", "в†", "в€", "в„ў", "в„–")
"""What dashes, quotation marks, the signs of currencies, arrows and others begin with in windows-1251; in correct text no such
capital or mark stands behind the small letter."""
_SIGNED_VE = re.compile("В[©®°]")
"""The same for signs of Latin-1, in a line without Cyrillic."""
_PAIR = 2
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_FEWEST_FOREIGN, _FEWEST_CYRILLIC = 2, 3
"""Letters of a script other than the Latin are believed in runs of so many."""
_LOST_AT_END = re.compile("\u00c3 (?= )")
_LOST_INSIDE = re.compile("(?<!\\w)([^\\W\\d_]{0,4})\u00c3 ([^\\W\\d_]{1,3})(?!\\w)")
"""``à`` whose second byte, a no-break space, has become a plain one: before the space behind the word, or inside what may be a
Vietnamese syllable. Elsewhere it may be any letter whose second byte was lost."""
_LOST_SPACE = re.compile("\xa0\xc2(?= |$)")
"""A no-break space whose second byte was taken for white space, behind one that was read again."""
_LOST_CYRILLIC = re.compile("[\u0412\u0420] (?=[\u0080-\uffff])")
"""The letters that are bytes C2 and D0 in windows-1251, before what was the no-break space."""


@dataclass(frozen=True, slots=True)
class _Table:
    """One encoding that UTF-8 was read as."""

    byte: dict[str, int]
    """The byte of each character above ASCII; control codes stand for themselves where the encoding leaves their byte free."""
    sequence: re.Pattern[str]
    """What the bytes of one character look like."""
    cyrillic: bool


def _open_table(encoding: str) -> _Table:
    byte = {chr(code): code for code in range(0x80, 0xA0)}
    for code in range(0x80, 0x100):
        character = bytes([code]).decode(encoding, errors="ignore") or chr(code)
        if not unicodedata.combining(character):  # it would have joined the letter before
            byte[character] = code

    def members(first: int, last: int) -> str:
        return "[" + re.escape("".join(sorted(character for character, code in byte.items() if first <= code <= last))) + "]"

    rest = members(0x80, 0xBF)
    # One class first, for a pattern that begins with a choice is searched for letter by letter.
    two, three, four = (f"(?<={members(*lead)})" for lead in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    pattern = f"{members(0xC2, 0xF4)}(?:{two}{rest}|{three}{rest}{{2}}|{four}{rest}{{3}})"
    return _Table(byte, re.compile(pattern), encoding == "cp1251")


@cache
def _tables() -> tuple[_Table, ...]:
    return tuple(map(_open_table, ("cp1252", "cp1258", "cp1251")))


@cache
def _gate() -> re.Pattern[str]:
    """What every sequence of every table begins with: a first byte and another. One pair of classes is searched for fast."""
    first, other = (
        "".join(sorted({character for table in _tables() for character, code in table.byte.items() if low <= code <= high}))
        for low, high in ((0xC2, 0xF4), (0x80, 0xBF))
    )
    return re.compile(f"[{re.escape(first)}][{re.escape(other)}]")


def may_be_mojibake(text: str) -> bool:
    """Whether a text holds anything that `repair_mojibake` would look at."""
    return not text.isascii() and _gate().search(text) is not None


def repair_mojibake(text: str) -> str:
    """The text with UTF-8 that was read as windows-1252, ISO-8859-1, windows-1258 or windows-1251 read again, once or more often.

    Line by line: what one line holds says nothing of another. A line without signs that correct text cannot have stays.

    >>> repair_mojibake("cafÃ© â€“ thÃ©"), repair_mojibake("«NHÃ», “ĐÔ")
    ('café – thé', '«NHÃ», “ĐÔ')
    """
    for _ in range(_MOST_ROUNDS):
        if not may_be_mojibake(text):
            break
        repaired = "\n".join(map(_repair_line, text.split("\n")))
        if repaired == text:
            break
        text = repaired
    return text


def _read_lost(line: str) -> str:
    """A repaired line with the letters back whose second byte has become a space."""
    line = _LOST_AT_END.sub("à", line)
    return _LOST_INSIDE.sub(_join_syllable, line) if is_vietnamese(line) else line


def _read_lost_cyrillic(line: str) -> str:
    """The line with the no-break spaces back that have become plain ones behind a first byte of windows-1251, if with them every
    one is read again."""
    places = [found.start() + 1 for found in _LOST_CYRILLIC.finditer(line)]
    if not places:
        return line
    whole = _LOST_CYRILLIC.sub(lambda found: found[0][0] + "\xa0", line)
    table = _tables()[-1]
    read = {at for item in _believed(whole, _find(whole, table), table) for at in range(item.start, item.end)}
    return whole if read.issuperset(places) else line


def _join_syllable(found: re.Match[str]) -> str:
    whole = f"{found[1]}à{found[2]}"
    return whole if is_syllable(whole) else found[0]


@dataclass(frozen=True, slots=True)
class _Found:
    """A sequence in a line, and the character that its bytes are."""

    start: int
    end: int
    character: str
    sure: bool
    """Whether correct text cannot hold it."""


def _repair_line(line: str) -> str:
    if not may_be_mojibake(line):
        return line
    line = _read_lost_cyrillic(line)
    readings = [_believed(line, _find(line, table), table) for table in _tables()]
    best = max(readings, key=lambda found: sum(item.end - item.start for item in found))  # the first of equals
    if not best:
        return line
    parts, at = [], 0
    for item in best:
        parts += [line[at : item.start], item.character]
        at = item.end
    repaired = _LOST_SPACE.sub("\xa0", "".join([*parts, line[at:]]))
    return _read_lost(repaired) if len(best) >= _FEWEST_FOREIGN else repaired


def _find(line: str, table: _Table) -> list[_Found]:
    found = []
    firsts: dict[str, int] = {}
    for match in table.sequence.finditer(line):
        start, end = match.span()
        try:
            character = bytes(table.byte[letter] for letter in match[0]).decode()
        except UnicodeDecodeError:
            continue
        if unicodedata.category(character) not in {"Cn", "Co", "Cs"}:
            found.append(_Found(start, end, character, _is_sure(line, start, end, character, firsts)))
    return found


def _is_sure(line: str, start: int, end: int, character: str, firsts: dict[str, int]) -> bool:
    """Whether correct text cannot hold this: a letter before what follows no letter, a capital inside a word, closing marks
    before the rest of a word, a first letter cut off by a soft hyphen."""
    before, behind, rest = line[start - 1 : start], line[end : end + 1], line[start + 1 : end]
    if any(character not in _MAY_FOLLOW for character in rest):
        return not (rest in _CARONS and line[start] in _BEFORE_CARONS) or before.islower()
    if before and before in _OPENED_BY.get(rest[:1], ()):
        return False  # a letter in quotation marks
    if not before.isalpha() and unicodedata.category(character) != "Cc" and _is_sure_alone(line, start, end, firsts):
        return True
    latin = len(rest) == 1 and unicodedata.category(character)[0] in "LM" and _script(character) == _LATIN
    if latin and not _SPELLED.match(character):
        return False  # "NESCAFÉ®Gold": a name that ends in such a letter
    if (before.islower() or before.isdigit()) and line[start].isupper():
        return True
    if line[start] == _A_TILDE and rest in _INSIDE_WORDS_NEVER and before.isalpha() and behind.isalpha():
        return True
    if latin and before.isupper() and behind.isupper():
        return False  # "NÅ´T"
    goes_on = len(rest) > 1 or rest in _END_WORDS or (rest == "\xad" and not before.isalpha())
    return goes_on and behind.isalpha()


def _is_sure_alone(line: str, start: int, end: int, firsts: dict[str, int]) -> bool:
    """The same at the start of a word: "Ã–l", "Â« Oui", "â†’"; not the letter by itself, as in "«Â»", nor one of a formula."""
    behind, rest = line[end : end + 1], line[start + 1 : end]
    if len(rest) > 1:
        return line.startswith(_ARROWS, start)
    if line[start] not in _LEAD_ALONE and not (line[start] == "Å" and rest == "“"):
        return False
    if rest in _OPENED_BY and (not behind.isalpha() or (behind == "s" and not line[end + 1 : end + 2].isalpha())):
        return not any(_first(line, mark, firsts) < start for mark in _OPENED_BY[rest])
    if rest in _POWERS:
        return False
    if rest in _SIGNS_ALONE:
        spaced = not line[start - 1 : start].strip() and not behind.strip()
        return spaced or (rest == "—" and not behind.isalpha()) or (rest == "•" and behind.isalpha())
    return behind.isalpha() or rest in _END_WORDS


def _first(line: str, mark: str, firsts: dict[str, int]) -> int:
    """Where a mark stands first in a line, its end if nowhere; looked for once."""
    if mark not in firsts:
        at = line.find(mark)
        firsts[mark] = at if at >= 0 else len(line)
    return firsts[mark]


def _believed(line: str, found: Sequence[_Found], table: _Table) -> list[_Found]:
    """Those of the sequences that are to be read again."""
    runs = _runs(line, found)
    if table.cyrillic:
        return _believed_cyrillic(line, found, runs)
    items = [item for run in runs if any(item.sure for item in run) and _believe_latin(run) for item in run]
    return _with_their_like(items, found)


def _with_their_like(items: Sequence[_Found], found: Sequence[_Found]) -> list[_Found]:
    """Sequences that are believed, and those of the same scripts."""
    scripts = {_script(item.character) for item in items if item.sure}
    return [item for item in found if _script(item.character) in scripts]


def _believe_latin(run: Sequence[_Found]) -> bool:
    """A single letter of another script is no evidence."""
    return len(run) >= _FEWEST_FOREIGN or _script(run[0].character) == _LATIN


def _believed_cyrillic(line: str, found: Sequence[_Found], runs: Sequence[Sequence[_Found]]) -> list[_Found]:
    """The same for windows-1251, whose pairs of letters correct Cyrillic has too."""
    trusted = [any(item.sure for item in run) and _believe_cyrillic(line, run) for run in runs]
    if any(_is_latin_twice(run) for run, trust in zip(runs, trusted, strict=True) if trust):
        trusted = [trust or _is_latin_twice(run) for run, trust in zip(runs, trusted, strict=True)]
    foreign = not _is_cyrillic_beside(line, found)
    items = [
        item
        for run, trust in zip(runs, trusted, strict=True)
        for item in run
        if trust or line.startswith(_GENERAL_SIGNS, item.start) or (foreign and _SIGNED_VE.match(line, item.start))
    ]
    latin = {_script(item.character) for item in items if item.sure} == {_LATIN}
    return _with_their_like(items, found) if latin and foreign else items


def _is_cyrillic_beside(line: str, found: Sequence[_Found]) -> bool:
    """Whether there is Cyrillic in a line that is no part of what may be read again."""
    read = sum(len(_CYRILLIC.findall(line, item.start, item.end)) for item in found)
    return len(_CYRILLIC.findall(line)) > read


def _believe_cyrillic(line: str, run: Sequence[_Found]) -> bool:
    """Every second letter is no letter of a word in correct Cyrillic; a Latin word holds no Cyrillic letter. But syllables may
    look like pairs ("Ні! Ні! Ні!", "УЧАСНИКІВ ВІЙНИ"): there no two stand in one word, or what they would be is of no one
    script."""
    beside = line[run[0].start - 1 : run[0].start] + line[run[-1].end : run[-1].end + 1]
    in_word = any(character.isascii() and character.isalpha() for character in beside)
    if in_word and (all(_script(item.character) == _LATIN for item in run) or _is_latin_twice(run)):
        return True
    joined = any(left.end == right.start for left, right in pairwise(run))
    return len(run) >= _FEWEST_CYRILLIC and joined and 2 * _count_script(run) >= len(run)


def _count_script(run: Sequence[_Found]) -> int:
    """How many of the characters of a run are letters that text is made of, in the commonest of their scripts but the Latin.
    Those of three bytes count as one: no two syllables look like them."""
    common = [item for item in run if _COMMON.match(item.character)]
    scripts = Counter(_script(item.character) for item in common if item.end - item.start == _PAIR)
    del scripts[_LATIN]
    return max(*scripts.values(), sum(item.end - item.start > _PAIR for item in common), 0, 0)


def _is_latin_twice(run: Sequence[_Found]) -> bool:
    """Whether the characters of a run in windows-1251 are sequences of it once more, and these letters and signs of Latin."""
    table = _tables()[-1]
    text = "".join(item.character for item in run)
    again = _find(text, table)
    return sum(item.end - item.start for item in again) == len(text) and all(_script(item.character) == _LATIN for item in again)


def _runs(line: str, found: Sequence[_Found]) -> list[list[_Found]]:
    """Sequences with nothing but spaces and signs of ASCII between them."""
    runs: list[list[_Found]] = []
    for item in found:
        between = line[runs[-1][-1].end : item.start] if runs else ""
        if runs and not any(character.isalnum() or not character.isascii() for character in between):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


_LATIN = "LATIN"
_OF_WINDOWS = "ˆ˜µªº"
"""Letters by their category, and signs or bytes of other letters in windows-1252."""


def _script(character: str) -> str:
    """First word of a letter's name, which is its script in all but a few; signs go with Latin, as they do in text."""
    letter = unicodedata.category(character) in {"Lu", "Ll", "Lt", "Lo", "Lm"} and character not in _OF_WINDOWS
    return unicodedata.name(character, _LATIN).partition(" ")[0] if letter else _LATIN
