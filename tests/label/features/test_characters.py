"""Characters by class: the same whether a code point is looked up in the table or by its range."""

from __future__ import annotations

import numpy as np
import pytest

from cleancorpus.label.features.characters import Character, classify
from cleancorpus.language.fold import COMMAS, STOPS


def classes(text: str) -> list[int]:
    return classify(np.array([ord(character) for character in text], dtype=np.uint32)).tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aß", Character.LOWER),
        ("AĐЖ", Character.UPPER),
        ("7٣๓", Character.DIGIT),
        ("你カ𠀀", Character.WIDE),
        ("한", Character.HANGUL),
        ("กမក", Character.UNSPACED),
        ("अبאა", Character.CASELESS),
        (".。؟", Character.STOP),
        (STOPS, Character.STOP),
        ("?！…", Character.ASKING),
        (COMMAS, Character.COMMA),
        ("“»'", Character.QUOTE),
        ("(】", Character.BRACKET),
        ("€$₫", Character.MONEY),
        ("|•—", Character.BAR),
        (" \t\u00a0\u3000", Character.SPACE),
        ("\n", Character.LINE_END),
        ("©@", Character.SIGN),
        ("😀", Character.OTHER),
    ],
)
def test_class_of_a_character(text: str, expected: Character) -> None:
    """Every script has its letters, stops and commas told apart; « and » are quotes or bars, no letters."""
    found = set(classes(text))
    assert found == {expected} or (text == "“»'" and found <= {Character.QUOTE, Character.BAR})


def test_no_characters_give_no_classes() -> None:
    """An empty text is no error."""
    assert classes("") == []
