"""What the words of one block announce, by the lexicons: flags in one number, remembered for texts that many pages share."""

from __future__ import annotations

import re
from enum import IntFlag
from functools import lru_cache

from cleancorpus.label.dates import is_date_line
from cleancorpus.language.fold import COLONS, fold, phrase_key, without_count
from cleancorpus.language.lexicon import PREFIXES, Cue, Lexicon, ends_word
from cleancorpus.language.persons import find_person, is_by_person, with_colons

_LONGEST_LINE, _LONGEST_CUED = 120, 420  # code points: whole lines and openers; phrases inside
_LONGEST_FOLD = 400
_MOST_NAME_WORDS, _LONGEST_NAME = 4, 48
_CREDIT_END = 100
_MOST_CLOSING_WORDS = 4
_SIGN = re.compile(r"[@#©:/$€£¥₫₹₽•●▪■◦‣⁃·∙*+►▶➤→–—①-⑳]")
_BULLET = re.compile(r"(?:[•●▪■◦‣⁃·∙*+►▶➤→–—-]|\d{1,2}[.)]|[①-⑳])\s+")
_ADDRESS = re.compile(r"(?<=[^\s@])@[^\s@.]{1,64}\.\w|https?://|www\.\w", re.IGNORECASE)
_SIGNED = re.compile(r"©|\(c\)\s|copyright", re.IGNORECASE)
_MONEY = re.compile("[$€£¥₫₹₽]")
_PRICE = re.compile(r"[$€£¥₫₹₽]\s?\d|\d\s?[$€£¥₫₹₽]")
_CREDIT = re.compile(rf"[{COLONS}/|©=＝(（]")
_CREDIT_WORD = re.compile(rf"[\s{COLONS}/(（=＝]+")
_DIGIT = re.compile(r"\d")
_HANDLE = re.compile(r"(?:^|\s)[@#]\w{2,}")


class Cues(IntFlag):
    """What a block's words announce."""

    RELATED = 1
    NAV = 2
    PROMO = 4
    COMMENT = 8
    LEGAL = 16
    BYLINE = 32
    CREDIT = 64
    DATE_LINE = 128
    DATE_OPENER = 256
    RELATED_OPENER = 512
    PROMO_PHRASE = 1024
    COMMENT_PHRASE = 2048
    BULLET = 4096
    NAME = 8192
    """Two to four capitalised words and nothing else."""
    CAPTION_OPENER = 16384
    ADDRESS = 32768
    NAV_OPENER = 65536
    PRICE = 131072
    HANDLE = 262144
    PERSON = 524288
    """A first name that the lexicon knows, with what may be the rest of the name behind it."""
    PERSON_FIRST = 1048576
    """The same at the very start."""
    BUTTON = 2097152
    """A line about comments that is no heading of any, or several known lines of a frame in one."""


_OF_LINE = {Cue.RELATED: Cues.RELATED, Cue.NAV: Cues.NAV, Cue.PROMO: Cues.PROMO, Cue.COMMENT: Cues.COMMENT}
_OF_PHRASE = {Cue.PROMO: Cues.PROMO_PHRASE, Cue.COMMENT: Cues.COMMENT_PHRASE, Cue.LEGAL: Cues.LEGAL}
_OF_OPENER = {
    Cue.RELATED: Cues.RELATED_OPENER,
    Cue.LEGAL: Cues.LEGAL,
    Cue.BYLINE: Cues.BYLINE,
    Cue.CREDIT: Cues.CAPTION_OPENER,
    Cue.DATE: Cues.DATE_OPENER,
    Cue.NAV: Cues.NAV_OPENER,
}
_BYLINE, _CREDITED, _DATE, _NAMED = int(Cues.BYLINE), int(Cues.CREDIT), int(Cues.DATE_LINE), int(Cues.NAME)
_BUTTON = int(Cues.BUTTON)
_BULLETED, _OWNED, _ADDRESSED, _PRICED, _HANDLED = map(int, (Cues.BULLET, Cues.LEGAL, Cues.ADDRESS, Cues.PRICE, Cues.HANDLE))
_PERSON, _AT_START = int(Cues.PERSON), int(Cues.PERSON | Cues.PERSON_FIRST)
Opener = tuple[str, int, bool]
"""A phrase, what it announces, and whether it does so only before a colon."""
_LABEL_ENDS = frozenset(f"{COLONS}】]")
"""What makes a phrase at the start of a line a label: a colon, or the end of brackets around it."""
_BEFORE_LABEL_END = " )་།"
"""What may stand between the two: Tibetan ends a word, and a phrase, by signs of its own."""


@lru_cache(maxsize=1 << 16)  # a function of both alone: what is remembered changes no answer
def read_cues(text: str, lexicon: Lexicon) -> int:
    """The `Cues` of a block's text; 0 for texts too long to be furniture."""
    if len(text) > _LONGEST_CUED or not text:
        return 0
    found = _read_signs(text) if _has_signs(text) else 0
    key = phrase_key(text)
    if len(key) <= _LONGEST_LINE:
        found |= _read_line(text, key, lexicon)
    if " " in key or not key.isascii():
        phrase = lexicon.phrase_in(key)
        found |= int(_OF_PHRASE.get(phrase, 0)) if phrase is not None else 0
    return found


def _has_signs(text: str) -> bool:
    """Whether a text may hold one of the signs below: asked in words that a search finds fast."""
    if _SIGN.search(text) or text[0] == "-" or text[0].isdecimal():
        return True
    return "www" in text or "opyright" in text or "(c)" in text or "(C)" in text


def _read_signs(text: str) -> int:
    """What a text holds of addresses, prices and the like. What a pattern needs is looked for first, which costs less."""
    lowered = text.lower()
    at = "@" in lowered
    found = _BULLETED if _BULLET.match(text) else 0
    if ("©" in lowered or "(c)" in lowered or "copyright" in lowered) and _SIGNED.search(text):
        found |= _OWNED
    if (at or "://" in lowered or "www." in lowered) and _ADDRESS.search(text):
        found |= _ADDRESSED
    if _MONEY.search(text) and _PRICE.search(text):
        found |= _PRICED
    if (at or "#" in lowered) and _HANDLE.search(text):
        found |= _HANDLED
    return found


def _read_line(text: str, key: str, lexicon: Lexicon) -> int:
    found = 0
    has_digit = _DIGIT.search(key) is not None
    known = key if key in lexicon.lines or not has_digit else without_count(key)
    cue = lexicon.lines.get(known)
    if cue is not None:
        found |= int(_OF_LINE[cue])
    if known in lexicon.buttons if cue is not None else lexicon.is_run(key):
        found |= _BUTTON
    labelled = with_colons(text, lexicon)
    found |= _read_opener(key if labelled is text else phrase_key(labelled), lexicon)
    if _is_closed(key, lexicon) or is_by_person(text, key, lexicon) or key.strip("()[]. ") in lexicon.organisations:
        found |= _BYLINE
    if _CREDIT.search(labelled) and not lexicon.credits.isdisjoint(
        word.strip(f"()[]{COLONS}/") for word in _CREDIT_WORD.split(key[-_CREDIT_END:])
    ):
        found |= _CREDITED
    if has_digit and is_date_line(text, lexicon):
        found |= _DATE
    return found | (_NAMED if _is_name(text) else 0) | _read_person(text, key, lexicon)


def _read_opener(key: str, lexicon: Lexicon) -> int:
    found = 0
    table = _openers(lexicon)
    for size in PREFIXES:
        for phrase, cue, colon in table.get(key[:size], ()):
            if key.startswith(phrase) and not cue & found:
                rest = key[len(phrase) :]
                if (not rest or ends_word(key, len(phrase))) and (not colon or rest.lstrip(_BEFORE_LABEL_END)[:1] in _LABEL_ENDS):
                    found |= cue
    return found


def _is_closed(key: str, lexicon: Lexicon) -> bool:
    """Whether a line ends in the trade of who wrote it."""
    words = key.rsplit(" ", _MOST_CLOSING_WORDS)
    if words[-1] not in _last_words(lexicon):
        return False
    return any(" ".join(words[-count:]) in lexicon.closers for count in range(1, _MOST_CLOSING_WORDS + 1))


@lru_cache(maxsize=4)
def _last_words(lexicon: Lexicon) -> frozenset[str]:
    """Last word of each closer."""
    return frozenset(closer.rpartition(" ")[2] for closer in lexicon.closers)


@lru_cache(maxsize=4)
def _openers(lexicon: Lexicon) -> dict[str, tuple[Opener, ...]]:
    """All openers of the lexicon by their first characters, as `PrefixTable` has them."""
    table: dict[str, list[Opener]] = {}
    for colon, tables in ((False, lexicon.openers), (True, lexicon.openers_colon)):
        for cue, openers in tables.items():
            for prefix, phrases in openers.by_prefix.items():
                table.setdefault(prefix, []).extend((phrase, int(_OF_OPENER[cue]), colon) for phrase in phrases)
    return {prefix: tuple(found) for prefix, found in table.items()}


def _read_person(text: str, key: str, lexicon: Lexicon) -> int:
    at = find_person(text, key, lexicon)
    return 0 if at is None else _PERSON if at else _AT_START


def _is_name(text: str) -> bool:
    if len(text) > _LONGEST_NAME:
        return False
    words = text.strip(" ()[]-–—*,").split()
    return (
        2 <= len(words) <= _MOST_NAME_WORDS
        and all(word[0].isupper() and word[-1].isalpha() for word in words)
        and not text.isupper()
    )


@lru_cache(maxsize=1 << 16)
def fold_line(text: str) -> str:
    """`fold` of a text that may be a headline; empty for longer ones."""
    return fold(text) if len(text) <= _LONGEST_FOLD else ""
