"""Wording: how much the words of a line are those of running text, by weights that a training learned.

A sentence that stands alone between two inserted headlines has the form of a summary; its words ("nor was this the first time")
often tell that it goes on from others. The weights are those of a linear model over words, pairs of words and openings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from cleancorpus.label.terms import MASK, Terms, TermWeights, hash_word, log_odds, weights_from_dict, weights_to_dict
from cleancorpus.language.fold import WORD_CHARACTER, is_unspaced

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_WORDS = 5
"""Shorter lines say by their form what they are."""
MOST_READ = 1_000
"""Code points of a line, where a model does not say how many."""
_AT_ONCE = 4_096
"""Texts whose terms are held in memory at once; all of a page's cost ten times as much (2026-11-27)."""
_BETWEEN = "\n"
"""Between texts that are read as one."""
_WORD = re.compile(rf"{WORD_CHARACTER}++|{_BETWEEN}")
_DIGIT = re.compile(r"\d")
_UNSPACED, _NEXT = -1, -2
"""In place of the number of a word that is to be read by character, and where the next text begins."""
_PAIR, _OPENING, _OPENING_PAIR = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35
"""Odd factors that set the numbers of pairs and openings apart from those of words."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What a model knows of words."""

    weights: TermWeights
    most_read: int = MOST_READ
    """Code points of a line that are read."""

    def score(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """How much the words of each text are those of running text: log odds, above 0 where they are. 0.0 for one of fewer than
        five words."""
        parts = [self.score_terms(read_terms(texts[at : at + _AT_ONCE], self.most_read)) for at in range(0, len(texts), _AT_ONCE)]
        return np.concatenate([np.zeros(0), *parts])

    def score_terms(self, terms: Terms) -> NDArray[np.float64]:
        """The same for texts whose terms have been read."""
        return log_odds(self.weights.sum(terms)[0], terms.counts)


def read_terms(texts: Sequence[str], most_read: int = MOST_READ) -> Terms:
    """The terms of each text; none of one of fewer than five words."""
    word, counts = _number_words(texts, most_read)
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
    return Terms(np.concatenate([text, text[follows], read, read]), np.concatenate(numbers) & MASK, counts)


def _number_words(texts: Sequence[str], most_read: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Numbers of the words of all texts after each other, and how many each has; none of one that has fewer than five. Texts are
    read as one, which costs half as much as one by one."""
    joined = _BETWEEN.join([text[:most_read].replace(_BETWEEN, " ") for text in texts])
    numbers = _read_words(joined)
    ends = np.append(np.flatnonzero(numbers == _NEXT), len(numbers))[: len(texts)]
    counts = np.diff(ends, prepend=-1) - 1
    long = counts >= FEWEST_WORDS
    shown = np.repeat(long, counts + 1)[: len(numbers)] & (numbers != _NEXT)
    return numbers[shown], np.where(long, counts, 0)


def _read_words(text: str) -> NDArray[np.int64]:
    """Numbers of its words, without case; of the single characters where words are not spaced."""
    words = _WORD.findall(text.casefold())
    numbers = [*map(_number, words)]
    if _UNSPACED in numbers:
        own = ([number] if number != _UNSPACED else map(hash_word, word) for word, number in zip(words, numbers, strict=True))
        numbers = [*chain.from_iterable(own)]
    return np.array(numbers, dtype=np.int64)


@lru_cache(maxsize=1 << 16)  # a function of the word alone; the same few thousand make most of all text
def _number(word: str) -> int:
    if word == _BETWEEN:
        return _NEXT
    return _UNSPACED if is_unspaced(word) else hash_word("0" if _DIGIT.search(word) else word)


def wording_to_dict(wording: Wording) -> dict[str, Any]:
    """What `weights.json` holds of it."""
    return {**weights_to_dict(wording.weights), "most_read": wording.most_read}


def wording_from_dict(data: Mapping[str, Any]) -> Wording:
    """What `wording_to_dict` wrote.

    Raises:
        ValueError: It is damaged, or of another size.
        KeyError, TypeError: A part is missing or of another type.
    """
    most_read = data.get("most_read", MOST_READ)
    if type(most_read) is not int or most_read < 1:
        message = f"a wording that reads {most_read!r} code points of a line"
        raise ValueError(message)
    weights = weights_from_dict(data)
    if len(weights.weights) != 1:
        message = f"a wording of {len(weights.weights)} rows of weights, it needs one"
        raise ValueError(message)
    return Wording(weights, most_read)
