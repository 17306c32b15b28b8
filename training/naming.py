"""What the names of elements say, learned from the golds of the blocks inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, vstack

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.naming import naming, naming_of
from cleancorpus.label.features.registry import FEATURES
from cleancorpus.label.naming import Naming, read_names, set_apart
from cleancorpus.label.terms import BITS, TermWeights, log_odds
from cleancorpus.role import Role
from training.corpus import Corpus
from training.golds import GoldPage
from training.terms import Flags, Floats, FoldTables, write_unseen

COLUMNS = (*FEATURES[naming.__name__].columns, *FEATURES[naming_of.__name__].columns)
_FEWEST = 3
"""Sites that a term must be on."""
_AT_ONCE = 256


class NameTables:
    """Fits tables of names on some folds of a corpus and writes what they say of its blocks into its columns."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._terms = _read(corpus.pages)
        rows = sum(part.weigh() for part in self._terms)
        sites = np.unique([page.domain for page in corpus.pages], return_inverse=True)[1][corpus.page]

        def learn_from(known: Flags, answers: Flags, weight: Floats) -> FoldTables:
            return FoldTables(rows[known], answers[:, known], weight[known], corpus.fold[known], sites[known], _FEWEST)

        known = np.isin(corpus.sets, corpus.plan.naming_sets) & (corpus.content >= 0) & (corpus.content_weight > 0)
        typed = (corpus.role >= 0) & (corpus.role_weight > 0)
        self._content = learn_from(known, corpus.content[None] == 1, corpus.content_weight)
        self._roles = learn_from(typed, corpus.role == np.arange(len(corpus.plan.roles))[:, None], corpus.role_weight)

    def fit(self, without: Set[int]) -> Naming:
        """The table learned from all folds but some."""
        parts = [tables.fit(without).weights for tables in (self._content, self._roles)]
        return Naming(TermWeights(np.concatenate(parts)), self._corpus.plan.roles)

    def write(self, held: int | None) -> None:
        """Set the corpus's columns as a forest of all folds but ``held`` is to see them."""
        names = self._corpus.plan.columns
        unseen = write_unseen(self._corpus, held, lambda without: self._score(self.fit(without)))
        for name, column in zip(_find_columns(self._corpus.plan.roles), unseen.T, strict=True):
            self._corpus.table[:, names.index(name)] = column

    def _score(self, known: Naming) -> Floats:
        """What a table says of each block, as the features compute it: one row a block, one column a name of `_find_columns`."""
        own, above = (part.score(known.weights) for part in self._terms)
        return np.array([own[0], above[0], *(own[1:] + above[1:])]).T


def _find_columns(roles: Sequence[Role]) -> tuple[str, ...]:
    """Names of the columns that a table of some roles fills."""
    return (*FEATURES[naming.__name__].columns, *(f"{naming_of.__name__}_{role}" for role in roles))


@dataclass(frozen=True, slots=True)
class _BlockTerms:
    """The terms of some of the elements around each block: one row a block, how often each term is there."""

    table: csr_matrix
    counts: NDArray[np.int64]

    def weigh(self) -> csr_matrix:
        """The rows, weighed so that many names weigh no more than few."""
        return (diags(1 / np.sqrt(np.maximum(self.counts, 1))) @ self.table).tocsr()

    def score(self, weights: TermWeights) -> Floats:
        """What a table says of each block: one row a question of it, one column a block."""
        return log_odds((self.table @ weights.weights.T.astype(np.int64)).T, self.counts)


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
