"""The shared table of cases: what the repairs that are on by default make of each."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from cleancorpus.normalise.plan import normalise, normalise_prose
from cleancorpus.normalise.repairs import read_repairs

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
TABLE = DATA.parent / "cases" / "unicode_cases.tsv"
pytestmark = pytest.mark.skipif(not TABLE.is_file(), reason=f"needs the shared cases, looked for {TABLE}")


def _read(cell: str) -> str:
    return str(ast.literal_eval(f"'{cell}'"))


def _cases(profile: str) -> list[tuple[str, str, str, str]]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return [(row[0], _read(row[2]), _read(row[3]), row[4]) for row in rows if row[5] == profile]


def test_defaults() -> None:
    """All of them, and what comes out stays as it is."""
    cases = _cases("default")
    assert len(cases) == 166
    wrong = [(name, why) for name, source, expected, why in cases if normalise(source).text != expected]
    assert not wrong
    assert all(normalise(expected).text == expected for _, _, expected, _ in cases)


@pytest.mark.parametrize(
    "profile", ["fold_width", "fold_math", "strip_tatweel", "ascii_punct", "dehyphenate", "vi_tone=old", "lang=vi", "vi_legacy"]
)
def test_repairs_on_request(profile: str) -> None:
    """All that the table knows."""
    repairs = read_repairs({"lang=vi": "vi-d"}.get(profile, profile))
    cases = _cases(profile)
    assert cases
    assert not [(name, why) for name, source, expected, why in cases if normalise(source, repairs=repairs).text != expected]


def test_lost_sentence_breaks() -> None:
    """Repaired in prose alone, which is labelled so, and on there."""
    cases = _cases("fix_sentence_space")
    assert len(cases) == 19
    assert not [(name, why) for name, source, expected, why in cases if normalise_prose(source).text != expected]
