"""Wording: how much the words of a line are those of running text, by weights that a training learned.

A sentence that stands alone between two inserted headlines has the form of a summary; its words ("nor was this the first time")
often tell that it goes on from others. The weights are those of a linear model over words, pairs of words and openings, hashed
(Weinberger et al., ICML 2009), so that a model holds numbers and no words.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from cleancorpus.language.fold import WORD_CHARACTER, is_unspaced

if TYPE_CHECKING:
    from numpy.typing import NDArray

BITS = 18
"""Of a term's number. With 20 the words alone tell kept lines from others with an AUC of .858, with 18 of .857 (fold 0,
2026-11-27)."""
FEWEST_WORDS = 5
"""Shorter lines say by their form what they are."""
_MOST_READ = 1_000  # code points of a line
_AT_ONCE = 4_096
"""Texts whose terms are held in memory at once; all of a page's cost ten times as much (2026-11-27)."""
_WORD = re.compile(rf"{WORD_CHARACTER}++")
_DIGIT = re.compile(r"\d")
_UNSPACED = -1
"""In place of the number of a word that is to be read by character."""
_MASK = (1 << BITS) - 1
_EIGHTHS = 8
_PAIR, _OPENING, _OPENING_PAIR = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35
"""Odd factors that set the numbers of pairs and openings apart from those of words."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Weights of terms."""

    weights: NDArray[np.int8]
    """One for each of ``2 ** BITS`` numbers, in eighths of log odds; 0 for terms that say nothing."""

    def score(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """How much the words of each text are those of running text: log odds, above 0 where they are. 0.0 for one of fewer than
        five words."""
        parts = [self.score_terms(read_terms(texts[at : at + _AT_ONCE])) for at in range(0, len(texts), _AT_ONCE)]
        return np.concatenate([np.zeros(0), *parts])

    def score_terms(self, terms: Terms) -> NDArray[np.float64]:
        """The same for texts whose terms have been read."""
        sums = np.bincount(terms.text, weights=self.weights[terms.term], minlength=len(terms.counts))  # whole numbers: exact
        result: NDArray[np.float64] = sums / (_EIGHTHS * np.sqrt(np.maximum(terms.counts, 1)))
        return result


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of some texts, one entry for each, in no order."""

    text: NDArray[np.int64]
    """Index of the text it is in."""
    term: NDArray[np.int64]
    """Its number."""
    counts: NDArray[np.int64]
    """How many each text has; none of fewer than five words has any."""


def read_terms(texts: Sequence[str]) -> Terms:
    """The terms of each text."""
    word, counts = _number_words(texts)
    text = np.repeat(np.arange(len(texts)), counts)
    read = np.flatnonzero(counts)
    first = (np.cumsum(counts) - counts)[read]
    follows = np.flatnonzero(text[1:] == text[:-1])
    numbers = (  # products may overflow: their lowest bits, which count, are right
        word,
        word[follows] * _PAIR + word[follows + 1],
        word[first] * _OPENING,
        word[first] * _OPENING_PAIR + word[first + 1],
    )
    counts[read] += counts[read] + 1
    return Terms(np.concatenate([text, text[follows], read, read]), np.concatenate(numbers) & _MASK, counts)


def _number_words(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Numbers of the words of all texts after each other, and how many each has; none of one that has fewer than five."""
    words, counts = array("q"), []
    for text in texts:
        numbers = _read_words(text)
        counts.append(len(numbers) if len(numbers) >= FEWEST_WORDS else 0)
        words.extend(numbers[: counts[-1]])
    return np.array(words, dtype=np.int64), np.array(counts, dtype=np.int64)


def _read_words(text: str) -> list[int]:
    """Numbers of its words, without case; of the single characters where words are not spaced."""
    words = _WORD.findall(text[:_MOST_READ].casefold())
    numbers = [*map(_number, words)]
    if _UNSPACED not in numbers:
        return numbers
    own = ([number] if number != _UNSPACED else map(_hash, word) for word, number in zip(words, numbers, strict=True))
    return [*chain.from_iterable(own)]


@lru_cache(maxsize=1 << 16)  # a function of the word alone; the same few thousand make most of all text
def _number(word: str) -> int:
    return _UNSPACED if is_unspaced(word) else _hash("0" if _DIGIT.search(word) else word)


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def wording_to_dict(wording: Wording) -> dict[str, Any]:
    """A table as `weights.json` holds it."""
    return {"bits": BITS, "weights": base64.b64encode(zlib.compress(wording.weights.tobytes(), 9)).decode("ascii")}


def wording_from_dict(data: Mapping[str, Any]) -> Wording:
    """The table that `wording_to_dict` wrote.

    Raises:
        ValueError: It is damaged, or of another size.
        KeyError, TypeError: A part is missing or of another type.
    """
    if data["bits"] != BITS:
        message = f"a wording of {data['bits']!r} bits, this version reads {BITS}"
        raise ValueError(message)
    try:
        inflating = zlib.decompressobj()
        raw = inflating.decompress(base64.b64decode(data["weights"], validate=True), (1 << BITS) + 1)
    except (zlib.error, binascii.Error) as error:
        message = f"a wording that is damaged: {error}"
        raise ValueError(message) from error
    if len(raw) != 1 << BITS or not inflating.eof:
        message = f"a wording of {len(raw):,} weights and more, {1 << BITS:,} are needed"
        raise ValueError(message)
    return Wording(np.frombuffer(raw, dtype=np.int8))
