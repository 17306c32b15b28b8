"""Cues: what the words of one block announce, in any language of the lexicons."""

from __future__ import annotations

import pytest

from cleancorpus.label.features.cues import Cues, fold_line, read_cues
from cleancorpus.language.lexicon import default_lexicon


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Lesen Sie auch", Cues.RELATED),
        ("Startseite", Cues.NAV),
        ("Newsletter abonnieren", Cues.PROMO),
        ("Kommentare (12)", Cues.COMMENT),
        ("© 2024 Ein Verlag", Cues.LEGAL),
        ("Von Anna Weber", Cues.BYLINE),
        ("Am Ufer der Elbe. Foto: Anna Weber", Cues.CREDIT),
        ("12. März 2024, 10:30 Uhr", Cues.DATE_LINE),
        ("• Milch", Cues.BULLET),
        ("Anna Weber", Cues.NAME),
        ("anna@example.org", Cues.ADDRESS),
        ("nur 3,50 €", Cues.PRICE),
        ("Folge @anna hier", Cues.HANDLE),
        ("Schlagwörter: Elbe, Ufer", Cues.NAV_OPENER),
    ],
)
def test_a_cue_is_read(text: str, cue: Cues) -> None:
    """Whole lines, openers, phrases and signs are each told by their flag."""
    assert read_cues(text, default_lexicon()) & cue


@pytest.mark.parametrize("text", ["", "Der Fluss trat gestern wieder über die Ufer und niemand hat es bemerkt.", "x" * 5000])
def test_plain_text_announces_nothing(text: str) -> None:
    """Prose, no text and long text carry no cue."""
    assert read_cues(text, default_lexicon()) == 0


def test_an_opener_before_a_colon_needs_the_colon() -> None:
    """Words that only count before a colon do not count without it."""
    assert not read_cues("Schlagwörter sind eine feine Sache", default_lexicon()) & Cues.NAV_OPENER


@pytest.mark.parametrize(
    "line", ["【関連記事】老橋が九年ぶりに開く", "[Đọc thêm] Cây cầu cũ mở lại", "Đọc thêm: Cây cầu cũ mở lại"]
)
def test_brackets_make_a_label_as_a_colon_does(line: str) -> None:
    """What is set in them at the start of a line announces the rest."""
    assert read_cues(line, default_lexicon()) & Cues.RELATED_OPENER
    assert not read_cues(line.translate(dict.fromkeys(map(ord, "【】[]:"), " ")), default_lexicon()) & Cues.RELATED_OPENER


@pytest.mark.parametrize("mark", [":", "་:", "།:", "། :", "༔:"])
def test_signs_that_end_a_phrase_may_stand_before_the_colon(mark: str) -> None:
    """Tibetan sets its own there."""
    found = read_cues(f"རྩོམ་པ་པོ{mark} ཀུན་དགའ་བསྟན་འཛིན།", default_lexicon()) & Cues.BYLINE
    assert bool(found) == (mark[0] in ":་།")


def test_long_texts_are_not_folded() -> None:
    """Only what may be a headline is compared with headlines."""
    assert fold_line("Ein Titel!") == "eintitel"
    assert fold_line("Wort " * 200) == ""
