"""Persons: full names that begin with a name the lexicon knows, and runs of lines that open with one sign."""

from __future__ import annotations

import pytest

from cleancorpus.label.features.cues import Cues, read_cues
from cleancorpus.label.features.table import compute_features
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.segment.text import segment_text


def is_person(text: str) -> bool:
    """Whether a line holds a name that is known to begin a full one."""
    return bool(read_cues(text, default_lexicon()) & Cues.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Jody Robbins",
        "von Birgit van der Meer",
        "JOSÉ ORTEGA",
        "Jose Ortega",
        "Nguyễn Văn Bình",
        "김민수",
        "佐々木健",
        "محمد العلي",
        "Text: Ada Michalak, Lublin",
    ],
)
def test_names(text: str) -> None:
    """In capitals, without accents, with particles, family name first, in scripts without spaces or capitals."""
    assert is_person(text)


@pytest.mark.parametrize(
    "text", ["", "Save Story", "Live Sport", "Hà Nội", "Made In Italy", "anna went home", "東京新聞", "이용약관동의"]
)
def test_what_is_none(text: str) -> None:
    """Menus, places, prose."""
    assert not is_person(text)


def test_only_the_first_word_is_the_start() -> None:
    """A name in the middle is a name, but the line does not open with it."""
    assert read_cues("Anna Weber", default_lexicon()) & Cues.PERSON_FIRST
    assert not read_cues("Text: Anna Weber", default_lexicon()) & Cues.PERSON_FIRST


def test_runs_of_lines_with_one_sign() -> None:
    """Items of one list are counted, each for itself; letters and quotation marks are no signs."""
    page = segment_text("* One\n* Two\n* Three\nPlain\n1. First\n2. Second\n“Quoted”\n“Again”\n- Last")
    assert compute_features([page], ["sign_run"])[:, 0].tolist() == [3, 3, 3, 0, 2, 2, 0, 0, 1]
