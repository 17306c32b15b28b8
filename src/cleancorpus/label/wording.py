"""Wording: how much the words of a line are those of running text, and of each role, by weights that a training learned.

A sentence that stands alone between two inserted headlines has the form of a summary; its words ("nor was this the first time")
often tell that it goes on from others. The weights are those of linear models over words, pairs of words and openings.
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
from cleancorpus.language.fold import WORD_OR_UNDERSCORES, is_unspaced
from cleancorpus.role import Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

FEWEST_WORDS = 5
"""Shorter lines say by their form whether they are running text."""
_FEWEST_OF_ROLES = 1
"""What else a line is, its one word may tell."""
MOST_READ = 1_000
"""Code points of a line, where a model does not say how many."""
_AT_ONCE = 4_096
"""Texts whose terms are held in memory at once; all of a page's cost ten times as much (2026-11-27)."""
_BETWEEN = "\n"
"""Between texts that are read as one."""
_WORD = re.compile(rf"{WORD_OR_UNDERSCORES}|{_BETWEEN}")
_DIGIT = re.compile(r"\d")
_UNSPACED, _NEXT = -1, -2
"""In place of the number of a word that is to be read by character, and where the next text begins."""
_PAIR, _OPENING, _OPENING_PAIR = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35
"""Odd factors that set the numbers of pairs and openings apart from those of words."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What a model knows of words."""

    weights: TermWeights
    """A first row for running text, and one for each of the roles."""
    roles: tuple[Role, ...] = ()
    """Those of which it knows the words."""
    most_read: int = MOST_READ
    """Code points of a line that are read."""

    def score(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """How much the words of each text are those of running text, and of each role: log odds, above 0 where they are. One row
        as `weights` has them, one column a text; 0.0 for running text of fewer than five words, and for all of a text without
        any."""
        fewest = find_fewest(self.roles)
        groups = (texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE))
        parts = [self.score_terms(read_terms(group, self.most_read, fewest)) for group in groups]
        return np.concatenate([np.zeros((1 + len(self.roles), 0)), *parts], axis=1)

    def score_terms(self, terms: Terms) -> NDArray[np.float64]:
        """The same as `score` for texts whose terms have been read."""
        scores = log_odds(self.weights.sum(terms), terms.counts)
        scores[0, ~are_long(terms)] = 0.0
        return scores


def find_fewest(roles: Sequence[Role]) -> int:
    """How many words a line must have to be read, where words of some roles are known."""
    return _FEWEST_OF_ROLES if roles else FEWEST_WORDS


def are_long(terms: Terms) -> NDArray[np.bool_]:
    """Which texts have five words and more, by their terms."""
    result: NDArray[np.bool_] = terms.counts >= _count_terms(np.array(FEWEST_WORDS))
    return result


def read_terms(texts: Sequence[str], most_read: int = MOST_READ, fewest_words: int = FEWEST_WORDS) -> Terms:
    """The terms of each text; none of one of fewer words."""
    word, counts = _number_words(texts, most_read, fewest_words)
    text = np.repeat(np.arange(len(texts)), counts)
    read = np.flatnonzero(counts)
    first = (np.cumsum(counts) - counts)[read]
    follows = np.flatnonzero(text[1:] == text[:-1])
    pair = word[follows] * _PAIR + word[follows + 1]  # products may overflow: their lowest bits, which count, are right
    opens = first[counts[read] > 1]
    opening_pair = word[opens] * _OPENING_PAIR + word[opens + 1]
    owners = np.concatenate([text, text[follows], read, text[opens]])
    terms = np.concatenate([word, pair, word[first] * _OPENING, opening_pair])
    return Terms(owners, terms & MASK, _count_terms(counts))


def _count_terms(words: Ints) -> Ints:
    """Of so many words: themselves, pairs, the first as opening, and the first pair."""
    return np.where(words > 1, 2 * words + 1, 2 * words)


def _number_words(texts: Sequence[str], most_read: int, fewest_words: int) -> tuple[Ints, Ints]:
    """Numbers of the words of all texts after each other, and how many each has; none of one that has fewer than that. Texts are
    read as one, which costs half as much as one by one."""
    joined = _BETWEEN.join([text[:most_read].replace(_BETWEEN, " ") for text in texts])
    numbers = _read_words(joined)
    ends = np.append(np.flatnonzero(numbers == _NEXT), len(numbers))[: len(texts)]
    counts = np.diff(ends, prepend=-1) - 1
    long = counts >= fewest_words
    shown = np.repeat(long, counts + 1)[: len(numbers)] & (numbers != _NEXT)
    return numbers[shown], np.where(long, counts, 0)


def _read_words(text: str) -> Ints:
    """Numbers of its words, without case; of the single characters where words are not spaced."""
    words = _WORD.findall(text.casefold().replace("_", " "))
    numbers = [*map(_number, words)]
    if _UNSPACED in numbers:
        own = ([number] if number != _UNSPACED else map(hash_word, word) for word, number in zip(words, numbers, strict=True))
        numbers = [*chain.from_iterable(own)]
    return np.array(numbers, dtype=np.int64)


@lru_cache(maxsize=1 << 16)  # a function of the word alone; the same few thousand make most of all text
def _number(word: str) -> int:
    if word == _BETWEEN:
        return _NEXT
    if word.isalpha() and word.isascii():  # most are
        return hash_word(word)
    return _UNSPACED if is_unspaced(word) else hash_word("0" if _DIGIT.search(word) else word)


def wording_to_dict(wording: Wording) -> dict[str, Any]:
    """What `weights.json` holds of it."""
    return {**weights_to_dict(wording.weights), "most_read": wording.most_read, "roles": list(wording.roles)}


def wording_from_dict(data: Mapping[str, Any]) -> Wording:
    """What `wording_to_dict` wrote.

    Raises:
        ValueError: It is damaged, or of another size, or for something that is no role.
        KeyError, TypeError: A part is missing or of another type.
    """
    most_read = data.get("most_read", MOST_READ)
    if type(most_read) is not int or most_read < 1:
        message = f"a wording that reads {most_read!r} code points of a line"
        raise ValueError(message)
    weights, roles = weights_from_dict(data), tuple(Role(role) for role in data.get("roles", []))
    if len(weights.weights) != 1 + len(roles):
        message = (
            f"a wording of {len(weights.weights)} rows of weights, running text and {len(roles)} roles need {1 + len(roles)}"
        )
        raise ValueError(message)
    return Wording(weights, roles, most_read)
