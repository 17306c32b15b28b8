"""What the words of lines say, learned from the golds of their lines."""

from __future__ import annotations

from collections.abc import Set

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from cleancorpus.label.features.registry import FEATURES
from cleancorpus.label.features.wording import wording
from cleancorpus.label.terms import BITS, Terms
from cleancorpus.label.wording import Wording, read_terms
from training.corpus import Corpus
from training.terms import FoldTables, write_unseen

COLUMNS = FEATURES[wording.__name__].columns
_FEWEST = 10
"""Lines that a term must be in. Of 20 the AUC is the same to .0003, of 1 to .0012, with four times the terms."""


class WordTables:
    """Fits tables of words on some folds of a corpus and writes what they say of its lines into its columns."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._terms = read_terms([block.text for page in corpus.pages for block in page.page.blocks], corpus.plan.most_read)
        known = np.isin(corpus.sets, corpus.plan.wording_sets) & (corpus.content >= 0) & (corpus.content_weight > 0)
        known &= self._terms.counts > 0
        rows = _rows_of(self._terms, known)
        each = np.arange(int(known.sum()))
        answers = corpus.content[known][None] == 1
        self._tables = FoldTables(rows, answers, np.ones(len(each)), corpus.fold[known], each, _FEWEST)

    def fit(self, without: Set[int]) -> Wording:
        """The table learned from all folds but some."""
        return Wording(self._tables.fit(without), self._corpus.plan.most_read)

    def write(self, held: int | None) -> None:
        """Set the corpus's columns as a forest of all folds but ``held`` is to see them."""
        names = self._corpus.plan.columns
        own = write_unseen(self._corpus, held, lambda without: self.fit(without).score_terms(self._terms))
        same = self._corpus.page[1:] == self._corpus.page[:-1]
        before, behind = np.zeros_like(own), np.zeros_like(own)
        before[1:], behind[:-1] = np.where(same, own[:-1], 0), np.where(same, own[1:], 0)
        for name, column in zip(COLUMNS, (own, before, behind), strict=True):
            self._corpus.table[:, names.index(name)] = column


def _rows_of(terms: Terms, known: NDArray[np.bool_]) -> csr_matrix:
    """One row for each known text, its terms weighed so that long texts weigh no more than short ones."""
    held = known[terms.owner]
    text, term = terms.owner[held], terms.term[held]
    row = np.cumsum(known) - 1
    return csr_matrix((1 / np.sqrt(terms.counts[text]), (row[text], term)), shape=(int(known.sum()), 1 << BITS))
