"""What the names of elements say, learned from the golds of the blocks inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, vstack

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.naming import naming
from cleancorpus.label.features.registry import FEATURES
from cleancorpus.label.naming import Naming, read_names, set_apart
from cleancorpus.label.terms import BITS, TermWeights, log_odds
from training.corpus import Corpus
from training.golds import GoldPage
from training.terms import FoldTables, write_unseen

COLUMNS = FEATURES[naming.__name__].columns
_FEWEST = 3
"""Sites that a term must be on."""
_AT_ONCE = 256


class NameTables:
    """Fits tables of names on some folds of a corpus and writes what they say of its blocks into its columns."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._terms = _read(corpus.pages)
        known = np.isin(corpus.sets, corpus.plan.naming_sets) & (corpus.content >= 0) & (corpus.content_weight > 0)
        sites = np.unique([page.domain for page in corpus.pages], return_inverse=True)[1][corpus.page]
        self._tables = FoldTables(
            sum(part.weigh()[known] for part in self._terms),
            corpus.content[known],
            corpus.content_weight[known],
            corpus.fold[known],
            sites[known],
            _FEWEST,
        )

    def fit(self, without: Set[int]) -> Naming:
        """The table learned from all folds but some."""
        return Naming(self._tables.fit(without))

    def write(self, held: int | None) -> None:
        """Set the corpus's columns as a forest of all folds but ``held`` is to see them."""
        names = self._corpus.plan.columns
        for name, part in zip(COLUMNS, self._terms, strict=True):
            unseen = write_unseen(self._corpus, held, lambda without, part=part: part.score(self._tables.fit(without)))
            self._corpus.table[:, names.index(name)] = unseen


@dataclass(frozen=True, slots=True)
class _BlockTerms:
    """The terms of some of the elements around each block: one row a block, how often each term is there."""

    table: csr_matrix
    counts: NDArray[np.int64]

    def weigh(self) -> csr_matrix:
        """The rows, weighed so that many names weigh no more than few."""
        return (diags(1 / np.sqrt(np.maximum(self.counts, 1))) @ self.table).tocsr()

    def score(self, weights: TermWeights) -> NDArray[np.float64]:
        """What a table says of each block, as the feature computes it."""
        return log_odds(self.table @ weights.weights.astype(np.int64), self.counts)


def _read(pages: Sequence[GoldPage]) -> tuple[_BlockTerms, _BlockTerms]:
    """The terms of the nearest element with names, and those of all around it."""
    parts = [_read_some(pages[at : at + _AT_ONCE]) for at in range(0, len(pages), _AT_ONCE)]
    own, above = (vstack(list(tables), format="csr") for tables in zip(*parts, strict=True))
    return tuple(_BlockTerms(table, np.asarray(table.sum(axis=1)).ravel()) for table in (own, above))


def _read_some(pages: Sequence[GoldPage]) -> Iterator[csr_matrix]:
    batch = Batch([page.page for page in pages])
    elements = batch.elements
    terms = read_names(elements.names)
    near = elements.nearest(terms.counts > 0)[batch.element]
    blocks, outer = [], []
    block, at = batch.index, elements.parent[near]
    while len(block := block[inside := at != elements.none]):
        at = at[inside]
        blocks.append(block)
        outer.append(at)
        at = elements.parent[at]
    size = (batch.size, len(elements.names))
    holders = (
        (batch.index, near),
        (np.concatenate([batch.index[:0], *blocks]), np.concatenate([near[:0], *outer])),
    )
    for above, holder in enumerate(holders):
        named = set_apart(terms, above=bool(above))
        ones = np.ones(len(named.term), dtype=np.int64)
        of_elements = csr_matrix((ones, (named.owner, named.term)), shape=(size[1], 1 << BITS))
        yield csr_matrix((np.ones(len(holder[0]), dtype=np.int64), holder), shape=size) @ of_elements
