"""legacy: Vietnamese of before Unicode is found by its syllables and read on request; no other language is taken for it."""

from __future__ import annotations

import unicodedata

import pytest
from tests.label.stories import STORIES

from cleancorpus import Cleaner, Outcome
from cleancorpus.normalise.legacy import _TABLES, READERS, find_legacy, find_legacy_of, read_legacy
from cleancorpus.normalise.plan import normalise, replay
from cleancorpus.normalise.repairs import Repairs
from cleancorpus.normalise.syllables import is_syllable

STORY = STORIES["vi"]
READ = Repairs(vi_legacy=True)
_SIGNS = {"\u0302": "â", "\u0306": "ê", "": ""}
_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_BOTH = {"\u0302": dict(zip(_TONES, "áàåãä", strict=True)), "\u0306": dict(zip(_TONES, "éèúüë", strict=True))}
_SINGLE = {"đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "í": "í", "ì": "ì"}


def to_vni(text: str) -> str:
    """Letters as the VNI fonts have them: the vowel, and behind it one letter for sign and tone."""
    return "".join(letter if letter.isascii() else _to_vni_letter(letter) for letter in text)


def _to_vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in _SINGLE:
        written = _SINGLE[small]
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        tone = next((mark for mark in marks if mark in _TONES), "")
        sign = next((mark for mark in marks if mark in _BOTH), "")
        horned = "\u031b" in marks
        base = {"o": "ô", "u": "ö"}[base] if horned else base
        written = base + (_BOTH[sign][tone] if sign and tone else _SIGNS[sign] + _TONES.get(tone, ""))
    return written.upper() if letter.isupper() else written


def to_table(text: str, name: str) -> str:
    """Letters as one of the tables has them, read as ISO 8859-1; capitals that it lacks as small letters."""
    place = {letter: chr(0x80 + at) for at, letter in enumerate(_TABLES[name]) if letter != " "}
    return "".join(place.get(letter, place.get(letter.lower(), letter)) for letter in text)


def written(text: str, name: str) -> str:
    """A text in one of the encodings."""
    text = unicodedata.normalize("NFC", text)
    return to_vni(text) if name == "vni" else to_table(text, name)


@pytest.mark.parametrize("name", READERS)
def test_paragraphs_come_back(name: str) -> None:
    """Found by name and read letter for letter; as Unicode they are left alone."""
    for paragraph in STORY.paragraphs:
        old = written(paragraph, name)
        assert find_legacy(old) == name
        assert read_legacy(old).lower() == paragraph.lower()
        repaired = normalise(old, repairs=READ)
        assert repaired.edits[0] == name
        assert replay(old, repaired.edits) == repaired.text
        assert normalise(repaired.text, repairs=READ) == (repaired.text, ())
        assert normalise(paragraph, repairs=READ) == (paragraph, ())


def test_capitals() -> None:
    """VNI and VISCII have all of them."""
    for name in ("vni", "viscii"):
        title = "HỘI NGHỊ NGƯỜI LAO ĐỘNG, CHỢ QUÊ, ĐỒNG HỒ CŨ"
        assert read_legacy(written(title, name)) == title


@pytest.mark.parametrize("language", sorted(set(STORIES) - {"vi"}))
def test_other_languages_are_none_of_it(language: str) -> None:
    """Not in small letters, not in capitals, and not in the encodings they were misread by."""
    for paragraph in (STORIES[language].title, *STORIES[language].paragraphs):
        for text in (paragraph, paragraph.upper(), paragraph.encode().decode("latin-1")):
            assert find_legacy(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ça va très bien, merci à vous, où êtes-vous né ?",
        "El niño comió piña; él está aquí",
        "25 – 11 – 16 – 5 – 29, «o» – «ô»",
        '6" × 7" × 12" / 40 × 17 × 30 cm',
        "PO Box 12 • La Pine • Oregon • 97",
        "10 € · 20 € · 30 €",
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ",
        "Nói ít làm nhiều",
        "Thanh Hoa, Lao Cai, Ha Noi",
        "®oµn ®oµn ®oµn",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    """Lone signs, one word again and again, Vietnamese without marks or in Unicode."""
    assert find_legacy(text) == ""
    assert read_legacy(text) == text


def test_a_document_says_so_and_is_read_on_request() -> None:
    """Blocks that are too short to tell by themselves are read with the others."""
    source = "\n\n".join(written(text, "tcvn3") for text in ("Chợ quê", STORY.title, *STORY.paragraphs))
    left = Cleaner().clean(source, kind="text")
    assert left.outcome is Outcome.LOW_CONFIDENCE
    assert "tcvn3" in left.message
    assert "vi-legacy" in left.message
    assert not any(block.edits[:1] == ("tcvn3",) for block in left.blocks)
    read = Cleaner(repairs="vi-legacy").clean(source, kind="text")
    assert read.outcome is Outcome.OK
    assert read.language == "vi"
    assert read.blocks[0].text == "Chợ quê"
    assert [block.text.lower() for block in read.blocks[2:]] == [text.lower() for text in STORY.paragraphs]
    assert all(block.edits[0] == "tcvn3" for block in read.blocks)


def test_signs_that_are_letters_of_an_old_encoding_are_no_notice() -> None:
    """What is not read is labelled as if it were, and loses no letter: in TCVN3 the signs of copyright and soft hyphens are."""
    source = written("Hôm nay đoàn người rời bến sông, ân cần đưa nhau về làng cũ đông vui.", "tcvn3")
    assert "©" in source
    assert "\xad" in source
    left = Cleaner().clean(source, kind="text")
    assert left.outcome is Outcome.LOW_CONFIDENCE
    assert left.text == source
    assert Cleaner(repairs="vi-legacy").clean(source, kind="text").outcome is Outcome.OK


def test_metadata_is_read_once() -> None:
    """A title in the page's head is read as the text is, one that stands in a block has been read with it."""
    title = written("Tháp cũ bên chợ", "vni")
    body = "".join(f"<p>{written(text, 'vni')}</p>" for text in STORY.paragraphs)
    read = Cleaner(repairs="vi-legacy")
    assert read.clean(f"<html><head><title>{title}</title></head><body>{body}</body></html>").title == "Tháp cũ bên chợ"
    assert read.clean(f"<html><body><article><h1>{title}</h1>{body}</article></body></html>").title == "Tháp cũ bên chợ"


def test_menus_do_not_hide_it() -> None:
    """Short pieces in English stand before many a Vietnamese article."""
    pieces = ["Home", "News", "Sport", "Contact us"] * 9
    assert find_legacy_of([*pieces, *(written(text, "vni") for text in STORY.paragraphs)]) == "vni"
    assert find_legacy_of(pieces) == find_legacy_of([]) == ""


@pytest.mark.parametrize("text", [story.title for story in STORIES.values()])
def test_only_vietnamese_is_built_of_its_syllables(text: str) -> None:
    """Nearly every word of it is one, and few of other languages."""
    words = [word.strip(".,!?“”") for word in text.split()]
    share = sum(map(is_syllable, words)) / len(words)
    assert share >= 0.8 if text == STORY.title else share < 0.6
