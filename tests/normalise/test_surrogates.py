"""Halves of surrogate pairs: joined where they meet, replaced where they stand alone."""

from __future__ import annotations

import pytest

from cleancorpus.normalise.surrogates import join_surrogates

HIGH, LOW = "\ud83d", "\ude00"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        (HIGH + LOW, "😀"),
        (f"a{HIGH}{LOW}{HIGH}{LOW}b", "a😀😀b"),
        (HIGH, "\ufffd"),
        (LOW, "\ufffd"),
        (LOW + HIGH, "\ufffd\ufffd"),
        (HIGH + HIGH + LOW, "\ufffd😀"),
        (f"{HIGH} {LOW}", "\ufffd \ufffd"),
        (f"chợ{LOW} họp", "chợ\ufffd họp"),
    ],
)
def test_halves_are_joined_or_replaced(text: str, repaired: str) -> None:
    """A pair becomes its character, a lone half U+FFFD; the result can be written as UTF-8."""
    assert join_surrogates(text) == repaired
    join_surrogates(text).encode("utf-8")


@pytest.mark.parametrize("text", ["", "plain", "😀 𝄞 𠮷野家", "\ufffd", "\U0010ffff"])
def test_whole_characters_stay(text: str) -> None:
    """Characters beyond the basic plane are no surrogates."""
    assert join_surrogates(text) == text
