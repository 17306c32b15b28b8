"""Openers: what stands behind a word that signs."""

from __future__ import annotations

from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.openers import behind_opener

LEXICON = default_lexicon()


def test_a_count_is_not_signed() -> None:
    """What stands behind "of" between two figures is nobody."""
    assert behind_opener("3 von 5, (1 Bewertung)", LEXICON) is None
    assert behind_opener("3 von Anna", LEXICON) == "Anna"
