"""Claims: who wrote the article according to one source, persons and organisations told apart."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from cleancorpus.language.fold import fold, phrase_key
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.metadata.names import is_organisation, is_person

_FEWEST_LETTERS, _MOST_INITIALS = 2, 3
"""Capitals that may be a person's, whatever stands behind them (AP Herbert), and before one word: TNS Raman."""


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
    bears that person's name. Behind one of its branches stand places."""
    persons: dict[str, str] = {}
    others: dict[str, str] = {}
    itself: dict[str, str] = {}
    branch = False
    apart = ((_without_place(name, values, lexicon), False) for name in names)
    for name, said in (*apart, *((name, True) for name in organisations)):
        key = fold(name)
        known = said or is_person(name, lexicon)
        branch = branch or (not known and bool(persons) and _is_branch(name, outlets))
        if (key in outlets and (said or not known)) or (branch and not known):
            itself.setdefault(key, name)
        elif key:
            (others if said or is_organisation(name, lexicon) else persons).setdefault(key, name)
    signing, beside, own = (tuple(found.values()) for found in (persons, others, itself))
    return Claim(source, "; ".join(values or organisations), signing, beside, confidence, own)


def _without_place(name: str, values: Sequence[str], lexicon: Lexicon) -> str:
    """The agency, in capitals, with which a name begins that goes on with a place ("EFE Valdelaguna del Río"; Efe Yıldız is a
    person) or the label of what is behind it ("PAP Views: 12"), or the name as it is."""
    first, _, rest = name.partition(" ")
    if not first.isupper() or phrase_key(first) not in lexicon.organisations or rest.isupper() or is_organisation(name, lexicon):
        return name
    initials = len(first) <= _MOST_INITIALS and " " not in rest and not any(f"{name}:" in value for value in values)
    return name if initials or len(first) <= _FEWEST_LETTERS else first


def _is_branch(name: str, outlets: Set[str]) -> bool:
    """Whether a name begins with the letters that an outlet is called by, and goes on for long: "CN Vale Verde" of "Portal CN". J
    Smith of the Journal is a person, and so may be JO Smith."""
    first, *rest = name.split()
    letters = first.isupper() and first.isalnum() and len(first) > 1
    return letters and len(rest) > 1 and any(outlet.startswith(fold(first)) or outlet.endswith(fold(first)) for outlet in outlets)
