"""mojibake: UTF-8 that was read as something else is read again, and nothing that is correct is touched. More cases stand in
`tests/cases/unicode.tsv`."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.label.stories import STORIES

from cleancorpus.normalise.mojibake import may_be_mojibake, repair_mojibake

ENCODINGS = ("cp1252", "latin-1", "cp1258", "cp1251")


def misread(text: str, encoding: str) -> str:
    """What a program makes of UTF-8 that it takes for another encoding; bytes without a character are control codes."""
    return "".join(bytes([byte]).decode(encoding, errors="ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("language", sorted(STORIES))
def test_paragraphs_come_back_whole(language: str, encoding: str) -> None:
    """Every letter of every paragraph, read wrong once or twice."""
    for paragraph in STORIES[language].paragraphs:
        wrong = misread(paragraph, encoding)
        if any(unicodedata.combining(character) for character in wrong) and encoding == "cp1258":
            continue  # marks that joined the letter before are past repair
        assert repair_mojibake(wrong) == paragraph
        if encoding == "cp1252":
            assert repair_mojibake(misread(wrong, encoding)) == paragraph


@pytest.mark.parametrize("language", sorted(STORIES))
def test_correct_paragraphs_stay(language: str) -> None:
    """In every language, in capitals too."""
    for paragraph in STORIES[language].paragraphs:
        assert repair_mojibake(paragraph) == paragraph
        assert repair_mojibake(paragraph.upper()) == paragraph.upper()


@given(st.text(st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=300)
def test_ascii_and_line_ends_are_never_touched(text: str) -> None:
    """Lines stay lines, ASCII stays; and no search, no repair."""
    repaired = repair_mojibake(text)
    assert repaired.count("\n") == text.count("\n")
    assert len(repaired) <= len(text)
    assert may_be_mojibake(text) or repaired == text


@given(st.text(st.sampled_from("éàüñçßøåæœ’“”–…€ÃÂÅâ aeiou.,"), min_size=8, max_size=60))
@settings(max_examples=300)
def test_a_second_repair_changes_nothing(text: str) -> None:
    """Of what was read wrong and of what was not."""
    for source in (text, misread(text, "cp1252")):
        repaired = repair_mojibake(source)
        assert repair_mojibake(repaired) == repaired


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["Â» ", "Ã” ", "🙂Ã» "])
def test_a_line_full_of_marks_is_read_in_time_with_its_length(piece: str) -> None:
    """Whether a mark was opened before is looked up once a line."""
    assert repair_mojibake(piece * 100_000)
