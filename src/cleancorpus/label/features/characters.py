"""Characters of many texts counted by class in one pass.

The classes are coarse and hold in every script: what a labeller needs to know is how much of a block is letters, figures,
capitals, stops, not which.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cleancorpus.language.fold import COLONS, COMMAS, STOPS, opens_small

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Character(IntEnum):
    """What a code point is to the labeller."""

    OTHER = 0
    SPACE = 1
    LINE_END = 2
    LOWER = 3
    """Letters with case, in lower case."""
    UPPER = 4
    CASELESS = 5
    """Letters and signs of scripts without capitals that space their words."""
    WIDE = 6
    """Han and kana: a character says what 2.5 Latin letters do."""
    HANGUL = 7
    UNSPACED = 8
    """Thai, Lao, Burmese, Khmer."""
    DIGIT = 9
    STOP = 10
    ASKING = 11
    """Question and exclamation marks, ellipses: they end sentences and headlines alike."""
    COMMA = 12
    COLON = 13
    QUOTE = 14
    BRACKET = 15
    BAR = 16
    """What sites set between parts of a line: bars, bullets, guillemets, slashes, arrows."""
    DASH = 17
    MONEY = 18
    SIGN = 19
    """@, #, ©, & and the like."""


_AT_A_TIME = 1 << 20
_TABLE = 0x3000  # below, a table; above, Han, kana, Hangul and a few signs by their ranges
_SPECIAL = {
    Character.LINE_END: "\n",
    Character.STOP: f"{STOPS}؟",
    Character.ASKING: "?!…？！¿¡‽",
    Character.COMMA: COMMAS,
    Character.COLON: COLONS,
    Character.QUOTE: "\"'“”„‘’‚«»‹›「」『』`´″",
    Character.BRACKET: "()[]{}（）【】〔〕<>《》〈〉",
    Character.BAR: "|/•·●▪■►▶→←»›—–\\¦*+",
    Character.DASH: "-‐‑‒―_~",
    Character.SIGN: "@#©®™&§=%",
}
_UNSPACED_RANGES = ((0x0E00, 0x10A0), (0x1780, 0x1800))


def _classify(code: int) -> Character:
    character = chr(code)
    if any(start <= code < end for start, end in _UNSPACED_RANGES):
        return Character.UNSPACED if not character.isdigit() else Character.DIGIT
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp", "Cc"}:
        return Character.SPACE
    if category == "Nd":
        return Character.DIGIT
    if category == "Sc":
        return Character.MONEY
    if category in {"Lu", "Lt"}:
        return Character.UPPER
    if category == "Ll":
        return Character.LOWER if opens_small(character) else Character.CASELESS  # Georgian
    return Character.CASELESS if category[0] in "LM" else Character.OTHER


@cache
def _table() -> NDArray[np.uint8]:
    """Class of each code point below the limit, and one more entry for what stands above."""
    table = np.zeros(_TABLE + 1, dtype=np.uint8)
    table[:_TABLE] = [_classify(code) for code in range(_TABLE)]
    for kind, characters in _SPECIAL.items():
        for character in characters:
            if ord(character) < _TABLE:
                table[ord(character)] = kind
    return table


_HIGH_SPECIAL = tuple(
    (ord(character), kind) for kind, characters in _SPECIAL.items() for character in characters if ord(character) >= _TABLE
)


def classify(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Class of each code point."""
    classes: NDArray[np.uint8] = _table()[np.minimum(codes, _TABLE)]
    high = np.flatnonzero(codes >= _TABLE)
    if high.size:
        classes[high] = _classify_high(codes[high])
    return classes


def _classify_high(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    hangul = (codes >= 0xAC00) & (codes <= 0xD7A3)
    wide = (
        ((codes >= 0x3040) & (codes <= 0x30FF))
        | ((codes >= 0x3400) & (codes <= 0x9FFF))
        | ((codes >= 0xF900) & (codes <= 0xFAFF))
        | (codes >= 0x20000)
    )
    classes = np.where(hangul, Character.HANGUL, np.where(wide, Character.WIDE, Character.OTHER)).astype(np.uint8)
    classes[codes == 0x3000] = Character.SPACE
    for code, kind in _HIGH_SPECIAL:
        classes[codes == code] = kind
    return classes


class Counted(NamedTuple):
    """What is counted of some texts; one entry or row a text."""

    classes: Ints
    """Code points of each class, one column a `Character`."""
    words: Ints
    """Runs of letters and digits."""
    capitals: Ints
    """Those that begin with a capital."""
    stops: Ints
    """Stops with white space or a wide character behind them."""
    first: Ints
    """Class of the first character; `OTHER` for an empty text."""
    last: Ints
    """Class of the last one that is no closing quote or bracket."""


def count_characters(texts: Sequence[str]) -> Counted:
    """The counts of some texts. Takes memory for a stretch of them at a time: arrays with an entry a character are large."""
    parts = [_count(stretch) for stretch in _stretches(texts)]
    return Counted(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _stretches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in runs of about so many characters; one empty run where there are none."""
    start = size = 0
    for at, text in enumerate(texts):
        size += len(text) + 1
        if size >= _AT_A_TIME:
            yield texts[start : at + 1]
            start, size = at + 1, 0
    if start < len(texts) or not texts:
        yield texts[start:]


def _count(texts: Sequence[str]) -> Counted:
    """The same for texts laid out as one, each behind a line end."""
    joined = "\n" + "\n".join(texts)
    classes = classify(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32))
    size, width = len(texts), len(Character)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    before = np.cumsum(lengths + 1) - (lengths + 1)
    owner = np.repeat(np.arange(size), lengths + 1)
    table = np.bincount(owner * width + classes[: len(owner)], minlength=size * width).reshape(size, width)
    table[:, Character.LINE_END] -= 1

    starts = (classes >= Character.LOWER) & (classes <= Character.DIGIT)
    starts[1:] &= ~starts[:-1]
    stops = (classes == Character.STOP) | (classes == Character.ASKING)
    stops[:-1] &= (classes[1:] == Character.SPACE) | (classes[1:] == Character.WIDE)
    stops[-1] = False
    words, capitals, ends = (
        np.bincount(owner[flags[: len(owner)]], minlength=size)
        for flags in (starts, starts & (classes == Character.UPPER), stops)
    )

    first = classes[np.minimum(before + 1, len(classes) - 1)]
    at = before + lengths
    closing = (classes[at] == Character.QUOTE) | (classes[at] == Character.BRACKET)
    last = classes[np.where(closing & (lengths > 1), at - 1, at)]
    shown = lengths > 0
    return Counted(table, words, capitals, ends, *(np.where(shown, item, 0).astype(np.int64) for item in (first, last)))
