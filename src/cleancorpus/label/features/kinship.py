"""What words a block shares with the rest of its page: an article speaks of one matter, its frame of many."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch, Flags, Ints
    from cleancorpus.label.features.registry import Column

_TERM = re.compile(r"[^\W\d_]{3,}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MOST_READ = 2_000  # code points of a block: a longer one says by then what it speaks of
_SAME_START = 16  # folded code points: copies of a headline begin alike, whatever was hung on them
_NEAR = (-3, -2, -1, 1, 2, 3)


def _terms(text: str) -> set[str]:
    """Words of three letters and more; pairs of characters where words are not spaced."""
    words = _TERM.findall(text[:_MOST_READ].casefold())
    if not _UNSPACED.search(text):
        return set(words)
    terms: set[str] = set()
    for word in words:
        if _UNSPACED.match(word):
            terms.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            terms.add(word)
    return terms


@dataclass(frozen=True, slots=True)
class _Terms:
    """Which block holds which term: one entry for each pair, blocks after each other, terms of a block by number."""

    block: Ints
    topic: Ints
    """Number of the pair of page and term."""
    word: Ints
    words: int
    """How many terms there are in the batch."""
    counts: Ints
    """Terms of each block."""

    def mean(self, flags: Flags) -> Column:
        """Share of each block's terms that are flagged."""
        return share(np.bincount(self.block[flags], minlength=len(self.counts)), self.counts)


def _read(batch: Batch) -> _Terms:
    known: dict[str, int] = {}
    found = [sorted(known.setdefault(term, len(known)) for term in _terms(text)) for text in batch.texts]
    counts = np.array([len(terms) for terms in found], dtype=np.int64)
    word = np.fromiter(chain.from_iterable(found), dtype=np.int64, count=int(counts.sum()))
    block = np.repeat(batch.index, counts)
    topic = np.unique(batch.page[block] * max(len(known), 1) + word, return_inverse=True)[1].reshape(-1)
    return _Terms(block, topic, word, max(len(known), 1), counts)


def _terms_of(batch: Batch) -> _Terms:
    return batch.read_once(_read)


@feature("0-1", "prose", "twice", "before", "behind")
def kinship(batch: Batch) -> list[Column]:
    """Share of its terms that other paragraphs of the page use: any, two of them, one before it, one behind it."""
    terms = _terms_of(batch)
    if not len(terms.topic):
        return [np.zeros(batch.size)] * 4
    prose = batch.plain_prose[terms.block]
    topics = int(terms.topic.max()) + 1
    others = np.bincount(terms.topic[prose], minlength=topics)[terms.topic] - prose
    first, last = np.full(topics, batch.size), np.full(topics, -1)
    np.minimum.at(first, terms.topic[prose], terms.block[prose])
    np.maximum.at(last, terms.topic[prose], terms.block[prose])
    return [
        terms.mean(others > 0),
        terms.mean(others > 1),
        terms.mean(first[terms.topic] < terms.block),
        terms.mean(last[terms.topic] > terms.block),
    ]


@feature("0-1")
def kinship_usual(batch: Batch) -> Column:
    """The same for any, as the page's paragraphs have it on average: long articles share more of their words."""
    own = np.round(1000 * np.asarray(kinship(batch)[0])).astype(np.int64)
    return share(batch.page_sum(own * batch.plain_prose), 1000 * batch.page_sum(batch.plain_prose))


@feature("0-1")
def own_terms(batch: Batch) -> Column:
    """Share of its terms that stand nowhere else on the page."""
    terms = _terms_of(batch)
    return terms.mean(np.bincount(terms.topic)[terms.topic] == 1) if len(terms.topic) else np.zeros(batch.size)


@feature("0-1", *_NEAR)
def shared_terms(batch: Batch) -> list[Column]:
    """Share of its terms that the blocks beside it hold too: a headline and its summary, a caption and the picture's text."""
    terms = _terms_of(batch)
    keys = terms.block * terms.words + terms.word
    columns: list[Column] = []
    for offset in _NEAR:
        at = terms.block + offset
        wanted = at * terms.words + terms.word
        place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        inside = (at >= batch.start[terms.block]) & (at < batch.end[terms.block])
        columns.append(terms.mean(inside & (keys[place] == wanted)) if len(keys) else np.zeros(batch.size))
    return columns


def shared_with(batch: Batch, own: slice, flags: Flags) -> Ints:
    """How many in a thousand of the terms of each of a page's blocks stand in other blocks of it that are flagged; 0 for a block
    without terms.

    Args:
        batch: The batch the page is in.
        own: The page's blocks in it.
        flags: One entry a block of the page.
    """
    terms = _terms_of(batch)
    low, high = np.searchsorted(terms.block, (own.start, own.stop))
    block = terms.block[low:high] - own.start
    topic = np.unique(terms.topic[low:high], return_inverse=True)[1].reshape(-1)
    holders = np.bincount(topic[flags[block]], minlength=len(topic))
    held = holders[topic] > flags[block]
    return 1000 * np.bincount(block[held], minlength=len(flags)) // np.maximum(terms.counts[own], 1)


@feature("blocks")
def same_start(batch: Batch) -> Column:
    """Other blocks of the page that begin with the same letters; 0 for short ones."""
    starts = [(page, text[:_SAME_START]) for page, text in zip(batch.page.tolist(), batch.folds, strict=True)]
    counts = Counter(starts)
    return np.array([counts[key] - 1 if len(key[1]) == _SAME_START else 0 for key in starts], dtype=np.int64)
