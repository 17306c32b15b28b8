"""Control characters: dropped, but for those that were meant as windows-1252."""

from __future__ import annotations

import pytest

from cleancorpus.normalise.controls import drop_controls


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("a\x00b", "ab"),
        ("a\x07\x08b\x7f", "ab"),
        ("\x0e\x1f\x1a", ""),
        ("\x1b[31mrot\x1b[0m", "rot"),
        ("\x1b[1;32;40mgreen\x1b[m and \x1b[2Kmore", "green and more"),
        ("\x1b[?25lhidden cursor", "hidden cursor"),
        ("lone \x1b escape", "lone  escape"),
    ],
)
def test_controls_and_escapes_are_dropped(text: str, repaired: str) -> None:
    """C0, DEL and terminal escapes are no text."""
    assert drop_controls(text) == repaired


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("l\x92été", "l’été"),
        ("\x93Brücke\x94", "“Brücke”"),
        ("Brücke \x96 Fluss \x97 Ufer", "Brücke – Fluss — Ufer"),
        ("50 \x80", "50 €"),
        ("\x8awiat \x9e", "Šwiat ž"),
        ("un\x85", "un\x85"),
        ("a\x81b\x8d\x90", "ab"),
    ],
)
def test_c1_codes_become_the_characters_they_were_meant_as(text: str, repaired: str) -> None:
    """Quotes, dashes and the like come back; codes that windows-1252 does not use go; NEL is a line end."""
    assert drop_controls(text) == repaired


@pytest.mark.parametrize("text", ["", "a\tb\nc", "[31m is no escape", "“Quotes” – dashes", "Ünïcödé", "می‌خواهم", "a[0]b"])
def test_text_stays(text: str) -> None:
    """Tabs, line ends and brackets are text."""
    assert drop_controls(text) == text
