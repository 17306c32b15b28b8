"""Laws of normalisation, for any text and any set of options."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.normalise.test_plan import NASTY

from cleancorpus.normalise.plan import normalise, normalise_prose, replay
from cleancorpus.normalise.repairs import Repairs
from cleancorpus.selection.trace import trace

PIECES = (
    *NASTY,
    *"aộđЁіß中かกश한",
    *(" ", "\n", "-", "—", "…", "“", "ＡＢ", "ｶﾞ", "𝐇", "العـــربية"),
    *("Ã©", "â€™", "Ð´Ð°", "Ã  ", "&amp;", "&amp;nbsp;", "&#38;", "&lt;", "&notion;"),
    *("§ång hå", "hoà", "infor-\nmation", "a.B", "done.After that", "\u0130", "\u0345\u0301", "\ufdd0", "\ud800"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
FLAGS = [item.name for item in fields(Repairs) if item.init and item.name != "vi_tone"]
OPTIONS = st.builds(
    lambda wanted, tone: Repairs(**dict.fromkeys(wanted, True), vi_tone=tone),
    st.sets(st.sampled_from(FLAGS)),
    st.sampled_from(["", "old", "new"]),
)
FORBIDDEN = frozenset({"Cc", "Cs", "Co"}), frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")


@given(TEXTS, OPTIONS, st.booleans())
@example("§ång hå\n§ång håâ€™", Repairs(vi_legacy=True), False)  # misread bytes hide the encoding
@settings(max_examples=600)
def test_a_normal_form_is_one(text: str, repairs: Repairs, keep_spacing: bool) -> None:
    """Done again it changes nothing and names nothing; it is NFC; nothing stands in it that no text should hold; its edits make
    it of its source."""
    repaired = normalise(text, keep_spacing=keep_spacing, repairs=repairs)
    assert normalise(repaired.text, keep_spacing=keep_spacing, repairs=repairs) == (repaired.text, ())
    assert unicodedata.is_normalized("NFC", repaired.text)
    kinds, marks = FORBIDDEN
    assert not any(
        letter in marks or (unicodedata.category(letter) in kinds and letter not in "\n\t") for letter in repaired.text
    )
    assert replay(text, repaired.edits) == repaired.text
    assert bool(repaired.edits) == (repaired.text != text)


@given(
    st.lists(
        st.sampled_from([*"aÉộđЁґßø中かกश한ใ", " ", "\u200b", "\u00a0", "\u0301", "\r\n", "\u202e", "\ufb01", "\u00ad"]),
        max_size=30,
    )
)
@settings(max_examples=400)
def test_letters_are_never_lost(pieces: list[str]) -> None:
    """Without misreadings and references in it a text keeps each of its letters, in order, and grows by no more than the spaces
    that it lacked."""
    text = "".join(pieces)
    repaired = normalise_prose(normalise(text).text).text

    def letters(value: str) -> list[str]:
        return [letter for letter in unicodedata.normalize("NFKD", value) if letter.isalpha()]

    assert letters(repaired) == letters(text)
    assert len(repaired) <= 2 * len(text)


@given(
    st.lists(st.sampled_from(["the", "bridge", "was", "mended", "café", "đồng", "a", "橋を直した"]), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["\u200b", "\u00ad", "\ufeff"])), max_size=6),
)
@settings(max_examples=400)
def test_characters_lead_back_to_where_they_stood(words: list[str], inserted: list[tuple[int, str]]) -> None:
    """Whatever invisible characters stand in other words: every letter of a word without any is found where it stands."""
    clean = " ".join(words)
    behind: dict[int, str] = {}
    for place, character in inserted:
        behind[place % len(clean)] = behind.get(place % len(clean), "") + character
    source, places = "", []
    for at, letter in enumerate(clean):
        places.append(len(source))
        source += letter + behind.get(at, "")
    assert normalise(source).text == clean
    anchors = trace(source, (0, len(source)), clean, markup=False)
    for at, word in _words(clean):
        if source[places[at] : places[at] + len(word)] == word:
            assert [_offset(anchors, place) for place in range(at, at + len(word))] == places[at : at + len(word)]


def _words(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found[0]) for found in re.finditer(r"\S+", text)]


def _offset(anchors: tuple[tuple[int, int], ...], place: int) -> int:
    text_at, source_at = max((anchor for anchor in anchors if anchor[0] <= place), default=(0, 0))
    return source_at + place - text_at
