"""Tables of words for each fold, so that no line is ever told by words that its own site's golds have weighed.

A forest that learns from a line must see of its words what it will see of an unseen line's: a table made without the line's fold.
A forest that a fold is validated on leaves that fold out as well.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from cleancorpus.label.features.registry import FEATURES
from cleancorpus.label.features.wording import wording
from cleancorpus.label.wording import BITS, Terms, Wording, read_terms
from training.corpus import Corpus
from training.folds import FOLDS

COLUMNS = FEATURES[wording.__name__].columns
_FEWEST = 10
"""Lines that a term must be in. Of 20 the AUC is the same to .0003, of 1 to .0012, with four times the terms."""
_PENALTY, _ROUNDS = 3e-6, 8
_MOST = 127


class WordTables:
    """Fits tables on some folds of a corpus and writes what they say of its lines into its columns."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._fit = cache(self._fit_without)
        texts = [block.text for page in corpus.pages for block in page.page.blocks]
        self._terms = read_terms(texts)
        known = np.isin(corpus.sets, corpus.plan.wording_sets) & (corpus.content >= 0) & (corpus.content_weight > 0)
        self._known = known & (self._terms.counts > 0)
        self._rows = _rows_of(self._terms, self._known)

    def fit(self, without: Set[int]) -> Wording:
        """The table learned from all folds but some; zeros where these hold nothing to tell apart. Remembered."""
        return self._fit(frozenset(without))

    def write(self, held: int | None) -> None:
        """Set the corpus's columns as a forest of all folds but ``held`` is to see them."""
        names = self._corpus.plan.columns
        own = np.zeros(len(self._corpus.page))
        for fold in range(FOLDS):
            scores = self.fit({fold} if held is None else {fold, held}).score_terms(self._terms)
            own[self._corpus.fold == fold] = scores[self._corpus.fold == fold]
        same = self._corpus.page[1:] == self._corpus.page[:-1]
        before, behind = np.zeros_like(own), np.zeros_like(own)
        before[1:], behind[:-1] = np.where(same, own[:-1], 0), np.where(same, own[1:], 0)
        for name, column in zip(COLUMNS, (own, before, behind), strict=True):
            self._corpus.table[:, names.index(name)] = column

    def _fit_without(self, without: frozenset[int]) -> Wording:
        rows = np.flatnonzero(~np.isin(self._corpus.fold[self._known], sorted(without)))
        table, target = self._rows[rows], self._corpus.content[self._known][rows]
        if not 0 < target.sum() < len(target):  # nothing to tell apart: sets that are no text, or one site's alone
            return Wording(np.zeros(1 << BITS, dtype=np.int8))
        usual = np.asarray((table > 0).sum(axis=0)).ravel() >= _FEWEST
        table = table.multiply(usual).tocsr()
        model = SGDClassifier(loss="log_loss", alpha=_PENALTY, max_iter=_ROUNDS, tol=None, random_state=1)
        model.fit(table, target)
        return Wording(np.where(usual, np.clip(np.round(8 * model.coef_[0]), -_MOST, _MOST), 0).astype(np.int8))


def _rows_of(terms: Terms, known: NDArray[np.bool_]) -> csr_matrix:
    """One row for each known text, its terms weighed so that long texts weigh no more than short ones."""
    held = known[terms.text]
    text, term = terms.text[held], terms.term[held]
    row = np.cumsum(known) - 1
    return csr_matrix((1 / np.sqrt(terms.counts[text]), (row[text], term)), shape=(int(known.sum()), 1 << BITS))
