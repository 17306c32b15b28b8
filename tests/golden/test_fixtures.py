"""Fixtures as golden cases: every block has the role its author gave it, but for the deviations on record.

`python scripts/golden.py` prints what has changed; `--write` renews the record after a person has read it.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def _load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("golden", ROOT / "scripts" / "golden.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


golden = _load_script()
RECORD = json.loads(golden.RECORD.read_text(encoding="utf-8"))
CASES = golden.cases()


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_roles_are_the_authors_but_for_the_record(folder: Path) -> None:
    """No block has lost its right role, and a deviation that is mended has left the record."""
    assert golden.deviations(folder) == RECORD.get(folder.name, [])


def test_the_record_names_no_case_that_is_gone() -> None:
    """Every case on record exists."""
    assert set(RECORD) <= {folder.name for folder in CASES}


def test_fixtures_cover_languages_scripts_and_kinds() -> None:
    """At least 24 cases, 10 languages, 5 scripts, several Vietnamese, pages that are no articles among them."""
    expected = [json.loads((folder / "expected.json").read_text(encoding="utf-8")) for folder in CASES]
    languages = [case["language"] for case in expected]
    assert len(expected) >= 24
    assert len(set(languages)) >= 10
    assert {"ru", "ar", "hi", "th", "zh", "ja", "ko"} <= set(languages)
    assert languages.count("vi") >= 4
    assert {case["outcome"] for case in expected} == {"OK", "EMPTY", "LOW_CONFIDENCE"}
    assert {case["kind"] for case in expected} == {"html", "text"}


@pytest.mark.parametrize("folder", [folder for folder in CASES if folder.name.endswith("-text")], ids=lambda folder: folder.name)
def test_repairs_of_text_are_made_and_recorded(folder: Path) -> None:
    """Each lost sentence break the author set is mended, in a block that says so; there are no others."""
    expected, document = golden.clean_case(folder)
    mended = [block for block in document.blocks if "sentence-space" in block.edits]
    assert sum(block.text.count(after) for block in mended for _, after in expected["repairs"]) == len(expected["repairs"])
    assert bool(mended) == bool(expected["repairs"])
