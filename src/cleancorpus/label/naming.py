"""Naming: how much the names that a site gives its elements are those of content, and of each role, by weights that a training
learned.

Sites call what holds their text ``entry-content``, ``Artikkel``, ``detail__body-text`` or ``noidung``, and most of such words are
others' as well. The hints of `features.hints` are a list of the commonest that a person wrote; here every word of a name counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from cleancorpus.label.terms import MASK, Terms, TermWeights, hash_word, weights_from_dict, weights_to_dict
from cleancorpus.role import Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_FEWEST_LETTERS = 2
_LOWER_WORD = re.compile(f"[a-z]{{{_FEWEST_LETTERS},}}")
_MOST_TERMS = 24
"""Of one element: more are styles, not names."""
_OWN, _ABOVE = 0x9E3779B1, 0x85EBCA6B
"""Odd factors that set the numbers of a block's own names apart from those of what is around it."""


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """What a model knows of the names of elements."""

    weights: TermWeights
    """A first row for content, and one for each of the roles."""
    roles: tuple[Role, ...] = ()
    """Those of which it knows by what names they are called."""

    def sum(self, names: Sequence[str]) -> Sums:
        """What the names of each element weigh."""
        numbers = {name: at for at, name in enumerate(dict.fromkeys(names))}
        terms = read_names([*numbers])
        own, above = (self.weights.sum(set_apart(terms, above=outer)) for outer in (False, True))
        at = np.array([numbers[name] for name in names], dtype=np.int64)
        return Sums(own[:, at], above[:, at], terms.counts[at])


@dataclass(frozen=True, slots=True)
class Sums:
    """Weights of the names of some elements, in eighths of log odds: one row as `Naming.weights` has them, one column an
    element."""

    own: NDArray[np.int64]
    """For the blocks that have no nearer element with a name."""
    above: NDArray[np.int64]
    """For all others inside."""
    counts: NDArray[np.int64]
    """How many terms each has."""


def read_names(names: Sequence[str]) -> Terms:
    """The terms of each element's names, in numbers that are to be set apart: none of one without names."""
    found = [_read(name) for name in names]
    counts = np.array([len(terms) for terms in found], dtype=np.int64)
    term = np.fromiter(chain.from_iterable(found), dtype=np.int64, count=int(counts.sum()))
    return Terms(np.repeat(np.arange(len(names)), counts), term, counts)


def set_apart(terms: Terms, *, above: bool) -> Terms:
    """The terms as those of a block's own names, or of what is around it."""
    return Terms(terms.owner, terms.term * (_ABOVE if above else _OWN) & MASK, terms.counts)


@lru_cache(maxsize=1 << 16)  # a function of the names alone, which the pages of a site share
def _read(names: str) -> tuple[int, ...]:
    terms = {term for name in names.split() for term in _number_words(split_name(name))}
    return tuple(sorted(terms))[:_MOST_TERMS]


@lru_cache(maxsize=1 << 16)  # names that differ by a figure alone have the same words
def _number_words(words: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers of the words of a name, and of all of them together where it has several."""
    return tuple(map(_number, [*words, "-".join(words)] if len(words) > 1 else words))


@lru_cache(maxsize=1 << 16)  # asked for by whatever reads names
def split_name(name: str) -> tuple[str, ...]:
    """The words of one name, without case: hyphens, figures and capitals part them, and single letters are none.

    >>> split_name("article__bodyText-2x")
    ('article', 'body', 'text')
    """
    if name == name.lower():  # most are
        return tuple(_LOWER_WORD.findall(name))
    return tuple([word.lower() for word in _WORD.findall(name) if len(word) >= _FEWEST_LETTERS])


_number = lru_cache(maxsize=1 << 16)(hash_word)
"""A few thousand words make most of all names."""


def naming_to_dict(naming: Naming) -> dict[str, Any]:
    """What `weights.json` holds of it."""
    return {**weights_to_dict(naming.weights), "roles": list(naming.roles)}


def naming_from_dict(data: Mapping[str, Any]) -> Naming:
    """What `naming_to_dict` wrote.

    Raises:
        ValueError: It is damaged, or of another size, or for something that is no role.
        KeyError, TypeError: A part is missing or of another type.
    """
    weights, roles = weights_from_dict(data), tuple(Role(role) for role in data.get("roles", []))
    if len(weights.weights) != 1 + len(roles):
        message = f"a naming of {len(weights.weights)} rows of weights, content and its {len(roles)} roles need {1 + len(roles)}"
        raise ValueError(message)
    return Naming(weights, roles)
