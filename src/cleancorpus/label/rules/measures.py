"""Features of a block: every one defined once, with its unit, the same for HTML and plain text.

What only markup can tell is missing (0 or empty) for text, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleancorpus.block import Block, Kind
from cleancorpus.label.dates import is_date_line
from cleancorpus.language.fold import COMMAS, STOPS, fold, opens_small, phrase_key
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.page import Page

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_STOPLESS = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Tibetan, Burmese, Khmer: prose without full stops of its own, and mostly without spaces."""
_CASED = re.compile(r"[^\W\d_]")
_ALNUM = re.compile(r"[^\W_]")
_OPENING = "\"'“„«‘(["
_STOP = f"{STOPS}!?…！？؟"
_STOPS = frozenset(_STOP)
_CLOSING = "\"'”’“‘»›)]」』）】›\u00a0 *"
_INNER_STOP = re.compile(f"[{re.escape(_STOP)}][{re.escape(_CLOSING)}]*(?: |(?<=[。！？｡।]))(?=.)")
_COMMA = re.compile(f"[{COMMAS}]")
_BULLET = re.compile(r"^(?:[•●▪■◦‣⁃·∙*+►▶➤→–—-]|\d{1,2}[.)]|[①-⑳])\s+")
_RESTART = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-ÞĐĂƠƯ]) (?=[A-ZÀ-ÖØ-ÞĐĂƠƯА-ЯЁ])")
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")

# A Chinese character says about what 2.5 Latin letters do, a Hangul syllable 1.8: ratio of lengths of the same texts in UDHR.
_WIDE_EXTRA, _HANGUL_EXTRA = 1.5, 0.8


@dataclass(frozen=True, slots=True)
class Features:
    """What is measured of one block."""

    size: float
    """Length in Latin-letter equivalents: code points, wide characters counted for what they say."""
    words: int
    """Words between spaces; meaningless in scripts without spaces."""
    fold: str
    """Folded text, `language.fold.fold`."""
    key: str
    """Lexicon key, `language.fold.phrase_key`."""
    ends: bool
    """Ends like a sentence."""
    stops: int
    """Sentence ends inside the text."""
    commas: int
    prose: bool
    """Reads like a paragraph: long enough, with the punctuation of sentences."""
    stopless: bool
    """Mostly in a script that has no full stop."""
    link_density: float
    """Share of the text inside links, 0.0-1.0; 0.0 for plain text."""
    accented: int
    """Letters outside ASCII."""
    lower: bool
    """Has letters with case, and none is upper case."""
    capitals: float
    """Share of the words that begin with an upper-case letter, 0.0-1.0."""
    restarts: int
    """Words with a capital behind words without: where a sentence or headline may begin."""
    bullet: bool
    """Opens with a bullet or number of a list."""
    date_line: bool
    """Holds a date or time and nothing else."""

    link_size: float
    """Mean length of the block's links in code points; 0.0 without links."""

    @property
    def headline_link(self) -> bool:
        """Mostly one link as long as a headline, not a row of menu entries."""
        return self.link_density >= _LINKED and self.size >= _HEADLINE_SIZE and self.link_size >= _MENU_ENTRY


def compute_features(page: Page, lexicon: Lexicon) -> list[Features]:
    """Features of each block of a page, in order."""
    return [_measure(block, lexicon) for block in page.blocks]


def _measure(block: Block, lexicon: Lexicon) -> Features:
    text = block.text
    size = measure_size(text)
    ends = ends_sentence(text)
    stops = sum(1 for _ in _INNER_STOP.finditer(text))
    plain = text.isascii()  # most texts in Latin letters are, and need no look for what only others have
    commas = text.count(",") + text.count(";") if plain else len(_COMMA.findall(text))
    words = [word for word in text.split() if word.isalnum() or _ALNUM.search(word)] if len(text) < _LONG else []
    stopless = not plain and len(_STOPLESS.findall(text)) * 2 > len(text)
    capitals = sum(1 for word in words if word.lstrip(_OPENING)[:1].isupper())
    letters = _CASED.search(text) is not None
    return Features(
        size=size,
        words=len(words) or len(text) // 6,
        fold=fold(text),
        key=phrase_key(text) if len(text) < _LONG else "",
        ends=ends,
        stops=stops,
        commas=commas,
        prose=_is_prose(block, size, ends=ends, stops=stops, commas=commas, stopless=stopless),
        stopless=stopless,
        link_density=block.markup.link_chars / len(text) if block.markup and text else 0.0,
        accented=len(_ACCENTED.findall(text)) if not plain and len(text) < _LONG else 0,
        lower=letters and text == text.lower() != text.upper() and any(map(opens_small, text)),
        capitals=capitals / len(words) if words else 0.0,
        restarts=len(_RESTART.findall(text)) if len(text) < _LONG else 0,
        bullet=_BULLET.match(text) is not None,
        date_line=is_date_line(text, lexicon),
        link_size=block.markup.link_chars / max(1, block.markup.links) if block.markup else 0.0,
    )


_LINKED = 0.5
_HEADLINE_SIZE, _MENU_ENTRY = 32, 22  # chosen by hand on news pages
_LONG = 2_000  # code points; beyond, a block is prose whatever its words
_PROSE_SIZE = 60  # with a sentence's end; headlines that end in a stop are shorter (chosen by hand)
_LONG_PROSE_SIZE = 120  # without: a stop inside, or two commas
_HUGE_PROSE_SIZE = 240


def _is_prose(block: Block, size: float, *, ends: bool, stops: int, commas: int, stopless: bool) -> bool:
    if block.kind in {Kind.HEADING, Kind.CONTROL}:
        return False
    if stopless:
        return size >= _LONG_PROSE_SIZE
    if ends and size >= _PROSE_SIZE:
        return True
    if size >= _LONG_PROSE_SIZE and (stops or commas > 1):
        return True
    return size >= _HUGE_PROSE_SIZE and commas > 0


def measure_size(text: str) -> float:
    """Length of a text in Latin-letter equivalents."""
    if text.isascii():
        return float(len(text))
    return len(text) + _WIDE_EXTRA * len(_WIDE.findall(text)) + _HANGUL_EXTRA * len(_HANGUL.findall(text))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, closing quotes and brackets aside. A colon does not end one."""
    return text.rstrip(_CLOSING)[-1:] in _STOPS if text else False
