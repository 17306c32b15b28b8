"""stacks: marks in an order or number that no spelling has."""

from __future__ import annotations

import unicodedata

import pytest

from cleancorpus.normalise.plan import normalise
from cleancorpus.normalise.stacks import drop_stacks, order_marks

SCRAWLED = [
    ("Z\u0351\u036b\u0343\u0302a\u0321\u034a\u0300\u0301lgo", "Zalgo"),
    ("a" + "\u0301" * 20, "a"),
    ("é\u0301\u0300\u0302", "e"),
    ("\u0300\u0301\u0302\u0303start", "start"),
    ("한\u0300\u0301\u0302\u0303", "한"),
    ("ที\u0300\u0301\u0302\u0303่", "ที่"),
]
SPELLED = [
    "x\u0302\u0304",
    "q\u0323\u0303\u0301",
    "ậ ẫ ǖ ᾧ",
    "i̇̀",
    "n̈ m̃ ẹ̀ ọ́",
    "שָׁלוֹם עֲלֵיכֶם",
    "مُحَمَّدٌ",
    "क्षत्रिय हिन्दी",
    "ที่ น้ำ",
    "x⃗ a⃝",
]
TYPED = [
    ("ca\u0301\u0302p", "cấp"),
    ("cá\u0302p", "cấp"),
    ("khẻ\u0302", "khể"),
    ("chà\u0306n", "chằn"),
    ("TÓ\u0302T", "TỐT"),
    ("bo\u0323\u0302", "bộ"),
    ("ã\u0302", "ẫ"),
]
KEPT = ["é\u0306", "ı́\u0302", "á\u0304", "ú\u0302", "a\u0302", "e\u0306\u0301"]


@pytest.mark.parametrize(("text", "bare"), SCRAWLED)
def test_a_scrawl_goes(text: str, bare: str) -> None:
    """Four marks and more on one letter, whatever the form they are stored in."""
    for form in ("NFC", "NFD"):
        assert unicodedata.normalize("NFC", drop_stacks(unicodedata.normalize(form, text))) == bare
    assert normalise(text).text == bare


@pytest.mark.parametrize("text", SPELLED)
def test_spelling_stays(text: str) -> None:
    """Up to three marks are a spelling, and marks of one script are none of ours."""
    assert drop_stacks(text) == text
    assert normalise(text).text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("text", "composed"), TYPED)
def test_a_tone_typed_first_composes(text: str, composed: str) -> None:
    """The vowel's sign comes before the tone in every Vietnamese letter."""
    assert unicodedata.normalize("NFC", order_marks(text)) == composed
    assert normalise(text).text == composed


@pytest.mark.parametrize("text", KEPT)
def test_other_orders_stay(text: str) -> None:
    """Only what is a Vietnamese vowel is put in order."""
    assert order_marks(text) == text
