"""Topic: whether a paragraph speaks of what the article speaks of. Only compared with the article's own paragraphs, never
absolute."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleancorpus.label.rules.draft import Draft

_WORD = re.compile(r"[^\W\d_]{4,}|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
_MOST_PARAGRAPHS = 40  # the nearest: an article changes its subject slowly, and lists are many on hostile pages
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def _terms(text: str) -> set[str]:
    """Words of four letters and more; pairs of characters where words are not spaced; pairs of syllables in Vietnamese arise from
    neither, its syllables are short: there three letters do."""
    terms: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if _UNSPACED.match(word):
            terms.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            terms.add(word)
    return terms


def _cached_terms(draft: Draft, index: int) -> set[str]:
    if index not in draft.terms:
        draft.terms[index] = _terms(draft.blocks[index].text)
    return draft.terms[index]


class Topic:
    """The vocabulary of some paragraphs."""

    def __init__(self, draft: Draft, indices: Iterable[int]) -> None:
        nearest = list(indices)[-_MOST_PARAGRAPHS:]
        self._terms = [_cached_terms(draft, index) for index in nearest]
        self._all = set().union(*self._terms) if self._terms else set()
        self._usual = self._usual_share()

    def _usual_share(self) -> float:
        """Mean share of a paragraph's terms that the others use too; 0.0 with fewer than three paragraphs."""
        if len(self._terms) < 3:
            return 0.0
        counts: dict[str, int] = {}
        for terms in self._terms:
            for term in terms:
                counts[term] = counts.get(term, 0) + 1
        shares = [sum(counts[term] > 1 for term in terms) / len(terms) for terms in self._terms if terms]
        return sum(shares) / len(shares) if shares else 0.0

    def kinship(self, text: str) -> float:
        """How much of a text's terms the paragraphs share, relative to what they share among themselves: about 1.0 for a
        paragraph
        of the same article. 1.0 where nothing can be told."""
        terms = _terms(text)
        if not terms or self._usual <= 0:
            return 1.0
        return len(terms & self._all) / len(terms) / self._usual
