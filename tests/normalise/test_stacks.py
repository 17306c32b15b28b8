"""stacks: marks in a number that no spelling has. What is spelled, and the order of marks, stand in `tests/cases/unicode.tsv`."""

from __future__ import annotations

import unicodedata

import pytest

from cleancorpus.normalise.plan import normalise
from cleancorpus.normalise.stacks import drop_stacks

SCRAWLED = [
    ("Z\u0351\u036b\u0343\u0302a\u0321\u034a\u0300\u0301lgo", "Zalgo"),
    ("a" + "\u0301" * 20, "a"),
    ("é\u0301\u0300\u0302", "e"),
    ("\u0300\u0301\u0302\u0303start", "start"),
    ("한\u0300\u0301\u0302\u0303", "한"),
    ("ที\u0300\u0301\u0302\u0303่", "ที่"),
]


@pytest.mark.parametrize(("text", "bare"), SCRAWLED)
def test_a_scrawl_goes(text: str, bare: str) -> None:
    """Four marks and more on one letter, whatever the form they are stored in."""
    for form in ("NFC", "NFD"):
        assert unicodedata.normalize("NFC", drop_stacks(unicodedata.normalize(form, text))) == bare
    assert normalise(text).text == bare
