"""persons: full names that begin with a name the lexicon knows."""

from __future__ import annotations

import pytest

from cleancorpus.language.fold import phrase_key
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.language.persons import find_person, is_by_person


def first_word(text: str) -> int | None:
    """With which word of a line its first full name begins."""
    return find_person(text, phrase_key(text), default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "Jody Robbins",
        "von Birgit van der Meer",
        "JOSÉ ORTEGA",
        "Jose Ortega",
        "Nguyễn Văn Bình",
        "김민수",
        "佐々木健",
        "محمد العلي",
        "ნინო კობახიძე",
        "Text: Ada Michalak, Lublin",
    ],
)
def test_names(text: str) -> None:
    """In capitals, without accents, with particles, family name first, in scripts without spaces or capitals."""
    assert first_word(text) is not None


@pytest.mark.parametrize(
    "text", ["", "Save Story", "Live Sport", "Hà Nội", "Made In Italy", "anna went home", "東京新聞", "이용약관동의"]
)
def test_what_is_none(text: str) -> None:
    """Menus, places, prose."""
    assert first_word(text) is None


def test_where_a_name_begins() -> None:
    """At the line's start, or behind a word that signs."""
    assert first_word("Anna Weber") == 0
    assert first_word("Text: Anna Weber") == 1


@pytest.mark.parametrize("text", ["Nga Agron Hoxha", "NA ASHA MWANGI", "Daga Halima Sani", "از محمد علی"])
def test_a_small_word_signs_before_a_person(text: str) -> None:
    """Albanian "from", Swahili "and", Hausa and Urdu "from"."""
    assert is_by_person(text, phrase_key(text), default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Na",
        "Nga Putin",
        "Nga tấn công",
        "Na Asha Mwangi alisema.",
        "Asha Mwangi",
        "Na Asha Mwangi alikwenda sokoni kununua mahindi jana",
    ],
)
def test_a_small_word_that_signs_nothing(text: str) -> None:
    """Without the full name of a person, and where a sentence begins."""
    assert not is_by_person(text, phrase_key(text), default_lexicon())
