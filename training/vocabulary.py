"""What a model is to know of words and names, for each forest without the folds that it is not to know."""

from __future__ import annotations

from cleancorpus.label.vocabulary import Vocabulary
from training.corpus import Corpus
from training.naming import NameTables
from training.wording import WordTables


class Vocabularies:
    """The tables that a corpus's plan asks for."""

    def __init__(self, corpus: Corpus) -> None:
        self._words = WordTables(corpus) if corpus.plan.wording_sets else None
        self._names = NameTables(corpus) if corpus.plan.naming_sets else None

    def write(self, held: int | None) -> Vocabulary:
        """Set the corpus's columns for a forest of all folds but one, and give what its model is to know."""
        for tables in (self._words, self._names):
            if tables is not None:
                tables.write(held)
        without = set() if held is None else {held}
        return Vocabulary(
            self._words.fit(without) if self._words is not None else None,
            self._names.fit(without) if self._names is not None else None,
        )
