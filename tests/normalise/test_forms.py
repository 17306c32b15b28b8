"""One spelling for what Unicode can spell in several ways, and no more than that."""

from __future__ import annotations

import unicodedata

import pytest

from cleancorpus.normalise.forms import compose


@pytest.mark.parametrize(
    "text",
    [
        "Phiên chợ họp từ sáng sớm, những người ở xa đã đến.",
        "L’été à Orléans, où çà et là",
        "Ёлка и йод",
        "한국어 문장",
        "Ὀδυσσεύς ἦλθεν",
        "Žluťoučký kůň",
    ],
)
def test_decomposed_letters_compose(text: str) -> None:
    """Text typed on a system that decomposes is the same text."""
    assert compose(unicodedata.normalize("NFD", text)) == text


def test_vietnamese_marks_in_any_order_compose() -> None:
    """Marks above and below a vowel make one letter, whichever was typed first."""
    assert compose("o\u0302\u0323 o\u0323\u0302 a\u0306\u0301 u\u031b\u0300") == "ộ ộ ắ ừ"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("o\ufb03ce \ufb01nd \ufb02ow \ufb00", "office find flow ff"),
        ("\ufb06rand", "strand"),
        ("\ufefb\ufef3\ufea0\ufead", "لايجر"),
        ("\ufeb3\ufefc\ufee1", "سلام"),
        ("\ufb50\ufb8e", "ٱک"),
        ("a\ufffd\ufffd\ufffdb\ufffd", "a\ufffdb\ufffd"),
        ("\u212bngstr\u00f6m", "Ångström"),
    ],
)
def test_presentation_forms_become_letters(text: str, repaired: str) -> None:
    """Latin ligatures and Arabic letter shapes are letters; a run of replacement characters is one."""
    assert compose(text) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x² + y³ = ½",
        "ＡＢＣ１２３，。！（）",
        "ｶﾀｶﾅ",
        "กำลัง น้ำ",
        "①②③ ㎏ № ™",
        "ﷺ ﷲ",
        "“quotes” ‘and’ «more» „here“",
        "…–—",
        "ŉ ǆ ĳ",
        "ᄒᆞᆫ",
        "ſ",
        "\ufffd",
    ],
)
def test_compatibility_characters_stay(text: str) -> None:
    """No NFKC: superscripts, fractions, full-width forms, SARA AM, word ligatures and old jamo keep their meaning."""
    assert compose(text) == text
