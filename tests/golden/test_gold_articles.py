"""The two real articles that define the job. They are not ours to ship: where their folder is missing, these tests are
skipped."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

import cleancorpus
from cleancorpus.profile import PROFILES

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
GOLD = DATA.parent / "gold"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason=f"the gold articles are not here: {GOLD}")
NAMES = ("vi_000", "vi_001")


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], str, cleancorpus.Document]:
    """What is expected of an article, its text, and what it becomes."""
    gold = json.loads((GOLD / f"{request.param}.json").read_text(encoding="utf-8"))
    text = (GOLD / gold["file"]).read_text(encoding="utf-8")
    return gold, text, cleancorpus.clean(text)


def test_every_line_has_its_role(case: tuple[dict[str, Any], str, cleancorpus.Document]) -> None:
    """Each non-blank line has the gold role and is on the right side of kept and left out."""
    gold, text, document = case
    starts = {text.count("\n", 0, block.span[0]): block for block in document.blocks if block.span}
    assert len(starts) == len(gold["roles"])
    for row in gold["roles"]:
        block = starts[row["line"]]
        assert (row["starts_with"], str(block.role)) == (block.text[: len(row["starts_with"])], row["role"])
        assert block.kept == (block.role in PROFILES["article"].keeps)


def test_metadata_is_the_golds(case: tuple[dict[str, Any], str, cleancorpus.Document]) -> None:
    """Title, kicker, authors, date, site and language are as in the gold; no date where the text gives none."""
    gold, _, document = case
    for field, value in gold["metadata"].items():
        if field != "dateline":
            actual = getattr(document.metadata, field)
            assert (list(actual) if isinstance(actual, tuple) else actual) == value, field


def test_lost_sentence_breaks_are_mended(case: tuple[dict[str, Any], str, cleancorpus.Document]) -> None:
    """The lost breaks of the gold are mended and recorded, and nothing else is."""
    gold, text, document = case
    starts = {text.count("\n", 0, block.span[0]): block for block in document.blocks if block.span}
    for repair in gold["repairs"]:
        assert repair["becomes"] in starts[repair["line"]].text
        assert "sentence-space" in starts[repair["line"]].edits
    assert sum("sentence-space" in block.edits for block in document.blocks) == len(gold["repairs"])


def test_cleaning_the_clean_text_changes_nothing(case: tuple[dict[str, Any], str, cleancorpus.Document]) -> None:
    """The clean text is clean."""
    assert cleancorpus.clean(case[2].text).text == case[2].text


ROOT = Path(__file__).resolve().parents[2]
OWN = ("src", "training", "fixtures", "tests", "docs", "scripts", "benchmarks")


def test_nothing_of_ours_knows_who_published_them(case: tuple[dict[str, Any], str, cleancorpus.Document]) -> None:
    """Neither the outlet's address nor the tag of its agency stands in code, data, texts or tests."""
    _, text, _ = case
    names = {*re.findall(r"[\w-]+(?=\.vn\b)", text), *re.findall(r"^\(([^\W\d_]{3,6})\)", text, re.MULTILINE)}
    files = (
        path for folder in OWN for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".toml", ".txt", ".md", ".html"}
    )
    assert [(path, name) for path in files for name in names if name in path.read_text(encoding="utf-8", errors="replace")] == []


def test_the_check_above_finds_a_name() -> None:
    """In the articles themselves there is one to look for."""
    assert any(re.search(r"[\w-]+\.vn\b", path.read_text(encoding="utf-8")) for path in GOLD.glob("*.txt"))
