"""Tables of terms for each fold, so that no block is ever told by terms that its own site's golds have weighed.

A forest that learns from a block must see of its terms what it will see of an unseen one's: a table made without the block's
fold. A forest that a fold is validated on leaves that fold out as well.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from cleancorpus.label.terms import EIGHTHS, TermWeights
from training.corpus import Corpus
from training.folds import FOLDS

_PENALTY, _ROUNDS = 3e-6, 8
_MOST = 127
_THREADS = 2

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class FoldTables:
    """Fits tables on some folds, each once."""

    def __init__(self, rows: csr_matrix, answers: Flags, weight: Floats, fold: Ints, groups: Ints, fewest: int) -> None:
        """What is learned from.

        Args:
            rows: One row a block, one column a term.
            answers: One row a question that the terms are to answer, one column a block: whether it is so.
            weight: How much each block counts.
            fold: The fold of each.
            groups: What each block is of: terms of fewer groups than ``fewest`` say nothing.
            fewest: See ``groups``.
        """
        self._rows, self._answers, self._weight = rows, answers, weight
        self._fold, self._groups, self._fewest = fold, groups, fewest
        self._tables: dict[frozenset[int], TermWeights] = {}

    def fit(self, without: Set[int]) -> TermWeights:
        """The table learned from all folds but some, one row a question; zeros where these hold nothing to tell apart.
        Remembered."""
        key = frozenset(without)
        if key not in self._tables:
            self._tables[key] = self._fit(np.flatnonzero(~np.isin(self._fold, sorted(key))))
        return self._tables[key]

    def _fit(self, rows: Ints) -> TermWeights:
        table, weight = self._rows[rows], self._weight[rows]
        if not len(rows):
            return TermWeights(np.zeros((len(self._answers), table.shape[1]), dtype=np.int8))
        usual = _count_groups(table, self._groups[rows]) >= self._fewest
        table = table.multiply(usual).tocsr()
        each = weight / weight.mean()
        with ThreadPoolExecutor(_THREADS) as pool:  # each question is answered by itself: the same weights in half the time
            found = list(pool.map(lambda answer: _weigh(table, answer[rows], each), self._answers))
        return TermWeights(np.where(usual, np.array(found), 0).astype(np.int8))


def _weigh(table: csr_matrix, answer: Flags, weight: Floats) -> Floats:
    """Weights of all terms for one question."""
    if answer.all() or not answer.any():  # nothing to tell apart: sets of one kind, or one site's alone
        return np.zeros(table.shape[1])
    model = SGDClassifier(loss="log_loss", alpha=_PENALTY, max_iter=_ROUNDS, tol=None, random_state=1)
    model.fit(table, answer, sample_weight=weight)
    result: Floats = np.clip(np.round(EIGHTHS * model.coef_[0]), -_MOST, _MOST)
    return result


def write_unseen(corpus: Corpus, held: int | None, score: Callable[[Set[int]], Floats]) -> Floats:
    """What each block is told by a table that knows neither its own fold nor one that is held out.

    Args:
        corpus: The blocks.
        held: The fold; None for none.
        score: Scores of all blocks by the table made without some folds: one row a block.
    """
    parts = {fold: score({fold} if held is None else {fold, held}) for fold in range(FOLDS)}
    found = np.zeros_like(parts[0])
    for fold, scores in parts.items():
        found[corpus.fold == fold] = scores[corpus.fold == fold]
    return found


def _count_groups(table: csr_matrix, groups: Ints) -> Ints:
    """How many groups of rows have each term."""
    numbers = np.unique(groups, return_inverse=True)[1]
    members = csr_matrix((np.ones(len(groups)), (numbers, np.arange(len(groups)))))
    return np.asarray((members @ (table > 0) > 0).sum(axis=0)).ravel()
