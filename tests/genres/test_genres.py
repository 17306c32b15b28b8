"""Genres: text that is clean already comes back as it was, whatever it is a text of. All of these were written for this test."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleancorpus import Cleaner, Outcome

TEXTS = sorted(Path(__file__).parent.glob("*.txt"))
MENU = "Home\nWorld\nSport\nContact\n\n"
FOOT = "\n\nRelated articles\n\nCouncil votes on the new bridge\n\n© 2026 The Wendle Echo. All rights reserved.\n"
CASES = [pytest.param(path, profile, id=f"{path.stem}-{profile}") for path in TEXTS for profile in ("article", "page")]


def lines(text: str) -> list[str]:
    """The lines of a text; white space around them is layout, and a tab inside is a space."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(("path", "profile"), CASES)
def test_a_clean_text_is_left_alone(path: Path, profile: str) -> None:
    """Nothing goes because it is short, has no full stop, or is no article."""
    source = path.read_text(encoding="utf-8")
    document = Cleaner(profile=profile).clean(source, kind="text")
    assert lines(document.text) == lines(source), [(str(block.role), block.reason, block.text) for block in document.removed]
    assert document.outcome in {Outcome.OK, Outcome.LOW_CONFIDENCE}
    assert "\t" in source or not any(block.edits for block in document.blocks)
