"""Claims: who wrote the article according to one source, persons and organisations told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from cleancorpus.language.fold import fold, phrase_key
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.metadata.names import PURPOSE, is_person

_LEGAL_FORM = re.compile(r"\b(?:gmbh|e\.\s?v\.?|inc|ltd|llc|corp|s\.\s?a\.?|s\.?r\.?l|plc|a\.?g|b\.v|pty)\b\.?$", re.IGNORECASE)


class Claim(NamedTuple):
    """Who wrote the article according to one source."""

    source: str
    text: str
    persons: tuple[str, ...]
    organisations: tuple[str, ...]
    confidence: float
    """How often such a source was right on annotated pages, roughly; of a block the score of its role."""
    outlets: tuple[str, ...] = ()
    """The outlet itself, where it signs."""

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody."""
        return not (self.persons or self.organisations or self.outlets)


def sort_out(
    source: str,
    values: Sequence[str],
    names: Sequence[str],
    organisations: Sequence[str],
    confidence: float,
    outlets: Set[str],
    lexicon: Lexicon,
) -> Claim:
    """Persons and organisations among the names, each once; the outlet itself stands apart, but for the site of one person, which
    bears that person's name."""
    persons: dict[str, str] = {}
    others: dict[str, str] = {}
    itself: dict[str, str] = {}
    for name, said in (*((name, False) for name in names), *((name, True) for name in organisations)):
        key = fold(name)
        if key in outlets and (said or not is_person(name, lexicon)):
            itself.setdefault(key, name)
        elif key:
            (others if said or is_organisation(name, lexicon) else persons).setdefault(key, name)
    signing, beside, own = (tuple(found.values()) for found in (persons, others, itself))
    return Claim(source, "; ".join(values or organisations), signing, beside, confidence, own)


def is_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of an agency or desk that the lexicon knows, begins or ends as outlets do, bears a legal form, or
    says what for it is."""
    key = phrase_key(name)
    spaced = f" {key} "
    named = spaced[1:].startswith(lexicon.outlet_starts) or spaced[:-1].endswith(lexicon.outlet_ends)
    return named or key in lexicon.organisations or any(sign.search(name) for sign in (_LEGAL_FORM, PURPOSE))
