"""What the words of lines say, learned from the golds of their lines."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from cleancorpus.label.features.registry import FEATURES
from cleancorpus.label.features.wording import wording, wording_of
from cleancorpus.label.terms import BITS, Terms, TermWeights
from cleancorpus.label.wording import Wording, are_long, find_fewest, read_terms
from training.corpus import Corpus
from training.terms import Flags, FoldTables, write_unseen

COLUMNS = (*FEATURES[wording.__name__].columns, *FEATURES[wording_of.__name__].columns)
_FEWEST = 10
"""Lines that a term must be in. Of 20 the AUC is the same to .0003, of 1 to .0012, with four times the terms."""


class WordTables:
    """Fits tables of words on some folds of a corpus and writes what they say of its lines into its columns."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, plan = corpus, corpus.plan
        self._worded = plan.roles if plan.words_of_roles else ()
        texts = [block.text for page in corpus.pages for block in page.page.blocks]
        self._terms = read_terms(texts, plan.most_read, find_fewest(self._worded))
        known = np.isin(corpus.sets, plan.wording_sets) & (corpus.content >= 0) & (corpus.content_weight > 0)
        known &= are_long(self._terms)
        self._content = self._learn_from(known, corpus.content[None] == 1, np.ones(len(known)))
        typed = (corpus.role >= 0) & (corpus.role_weight > 0) & (self._terms.counts > 0)
        answers = corpus.role == np.arange(len(plan.roles))[:, None]
        self._roles = self._learn_from(typed, answers, corpus.role_weight) if self._worded else None

    def fit(self, without: Set[int]) -> Wording:
        """The table learned from all folds but some."""
        return self._build([tables.fit(without) for tables in (self._content, self._roles) if tables is not None])

    def write(self, held: int | None) -> None:
        """Set the corpus's columns as a forest of all folds but ``held`` is to see them."""
        names = self._corpus.plan.columns
        content, *roles = write_unseen(self._corpus, held, lambda without: self.fit(without).score_terms(self._terms).T).T
        same = self._corpus.page[1:] == self._corpus.page[:-1]
        before, behind = np.zeros_like(content), np.zeros_like(content)
        before[1:], behind[:-1] = np.where(same, content[:-1], 0), np.where(same, content[1:], 0)
        for name, column in zip(self._find_columns(), (content, before, behind, *roles), strict=True):
            self._corpus.table[:, names.index(name)] = column

    def _build(self, tables: Sequence[TermWeights]) -> Wording:
        weights = TermWeights(np.concatenate([part.weights for part in tables]))
        return Wording(weights, self._worded, self._corpus.plan.most_read)

    def _find_columns(self) -> tuple[str, ...]:
        """Names of the columns that the tables fill."""
        roles = (f"{wording_of.__name__}_{role}" for role in self._worded)
        return (*FEATURES[wording.__name__].columns, *roles)

    def _learn_from(self, known: Flags, answers: Flags, weight: NDArray[np.float64]) -> FoldTables:
        each = np.arange(int(known.sum()))
        rows = _rows_of(self._terms, known)
        return FoldTables(rows, answers[:, known], weight[known], self._corpus.fold[known], each, _FEWEST)


def _rows_of(terms: Terms, known: NDArray[np.bool_]) -> csr_matrix:
    """One row for each known text, its terms weighed so that long texts weigh no more than short ones."""
    held = known[terms.owner]
    text, term = terms.owner[held], terms.term[held]
    row = np.cumsum(known) - 1
    return csr_matrix((1 / np.sqrt(terms.counts[text]), (row[text], term)), shape=(int(known.sum()), 1 << BITS))
