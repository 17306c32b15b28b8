"""Counting characters: every text by itself, whatever stands beside it and however much is counted at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.label.features import characters
from cleancorpus.label.features.characters import Character, count_characters


def test_a_text_is_counted() -> None:
    """Letters, capitals, words and stops; a closing quote is not what a text ends with."""
    counted = count_characters(["“The Lock is shut. Go!”"])
    assert counted.classes[0, Character.UPPER] == 3
    assert (counted.words[0], counted.capitals[0], counted.stops[0]) == (5, 3, 1)
    assert (counted.first[0], counted.last[0]) == (Character.QUOTE, Character.ASKING)


def test_nothing_is_counted_in_nothing() -> None:
    """No texts give no rows, an empty text a row of zeros."""
    assert count_characters([]).classes.shape == (0, len(Character))
    assert [int(column.sum()) for column in count_characters([""])] == [0] * 6


@given(st.lists(st.text(st.characters(codec=None), max_size=12), max_size=8), st.integers(1, 20))
def test_the_stretch_makes_no_difference(texts: list[str], at_a_time: int) -> None:
    """Counted together, one by one or in stretches: the same, lone surrogates included."""
    together = count_characters(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "_AT_A_TIME", at_a_time)
        stretched = count_characters(texts)
    for number, text in enumerate(texts):
        alone = count_characters([text])
        for one, two, three in zip(together, stretched, alone, strict=True):
            assert one[number].tolist() == two[number].tolist() == three[0].tolist()
