"""How much of a block is on the matter of what the rules call the article: which of its words, and of its pairs of words, they
hold elsewhere.

Small words are everywhere, but "the harbour board" is not: pairs tell a matter where no list of rare words is at hand. Of HTML
nothing is asked, as in `ruled`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, count
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.registry import feature
from cleancorpus.label.features.ruled import is_ruled
from cleancorpus.language.fold import WORD_OR_UNDERSCORES, is_unspaced
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch, Floats, Ints
    from cleancorpus.label.features.registry import Column

_WORD = re.compile(WORD_OR_UNDERSCORES)
_MOST_READ = 2_000  # code points of a block: a longer one says by then what it speaks of
_SHORTEST = 2
_THOUSAND = 1_000


def _split(text: str) -> list[str]:
    """Words of two letters and more, without case; pairs of characters where words are not spaced."""
    words: list[str] = []
    for word in _WORD.findall(text[:_MOST_READ].casefold()):
        if is_unspaced(word):
            words += [word[at : at + 2] for at in range(len(word) - 1)]
        elif len(word) >= _SHORTEST and not word.isdecimal():
            words.append(word)
    return words


def _read(batch: Batch) -> tuple[Floats, Floats]:
    """Shares of each block's words and of its pairs of words that other blocks of the article hold: a row each for any, and for
    two of them."""
    if batch.is_html.all():
        return np.zeros((2, batch.size)), np.zeros((2, batch.size))
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    found = [[numbers[word] for word in _split(text)] for text in batch.texts]
    block = np.repeat(batch.index, [len(words) for words in found])
    word = np.fromiter(chain.from_iterable(found), dtype=np.int64, count=len(block))
    follows = np.flatnonzero(block[1:] == block[:-1])
    pair = np.unique(word[follows] * len(numbers) + word[follows + 1], return_inverse=True)[1].reshape(-1)
    return _held(batch, block, word), _held(batch, block[follows], pair)


def _held(batch: Batch, block: Ints, term: Ints) -> Floats:
    """Of the different terms of each block the share that others of the article hold, any and two of them."""
    if not len(term):
        return np.zeros((2, batch.size))
    terms = int(term.max()) + 1
    block, term = np.divmod(np.unique(block * terms + term), terms)
    topic = np.unique(batch.page[block] * terms + term, return_inverse=True)[1].reshape(-1)
    article = is_ruled(batch, Role.BODY)[block]
    others = np.bincount(topic[article], minlength=len(topic))[topic] - article
    counts = np.bincount(block, minlength=batch.size)
    return np.array([share(np.bincount(block[others >= least], minlength=batch.size), counts) for least in (1, 2)])


@feature("0-1", "any", "twice")
def topic_words(batch: Batch) -> list[Column]:
    """Share of its words that other paragraphs of the article hold, by the rules: any, and two of them."""
    return [*batch.read_once(_read)[0]]


@feature("0-1", "any", "twice")
def topic_pairs(batch: Batch) -> list[Column]:
    """The same of its pairs of words after each other."""
    return [*batch.read_once(_read)[1]]


@feature("difference", "words", "pairs")
def topic_beyond(batch: Batch) -> list[Column]:
    """How far its shares are above those that the article's paragraphs have on average; long articles say more again."""
    return [own[0] - _usual(batch, own[0]) for own in batch.read_once(_read)]


def _usual(batch: Batch, own: Floats) -> Floats:
    """The mean of a page's article, of whole thousandths: the same everywhere."""
    article = is_ruled(batch, Role.BODY)
    held = np.round(_THOUSAND * own).astype(np.int64) * article
    return share(batch.page_sum(held), _THOUSAND * batch.page_sum(article))
