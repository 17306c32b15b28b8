"""Cases of our own, in heaps: seen in the wild, made up, correct text that has to stay, and what fails today."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

from cleancorpus.normalise.plan import normalise, normalise_prose
from cleancorpus.normalise.repairs import read_repairs

TABLE = Path(__file__).parents[1] / "cases" / "unicode.tsv"
PROSE = "prose"


class Case(NamedTuple):
    """One line of the table."""

    id: str
    heap: str
    kind: str
    option: str
    source: str
    expected: str
    why: str


def _read(cell: str) -> str:
    return str(ast.literal_eval("'''" + cell.replace("'", "\\'") + "'''"))


def _read_table() -> list[Case]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    cases = []
    for line in lines[1:]:
        name, heap, kind, option, source, expected, why = line.split("\t")
        stays = heap == "negative"
        cases.append(Case(name, heap, kind, option, _read(source), _read(source if stays else expected), why))
    return cases


CASES = _read_table()


def repair(case: Case, text: str) -> str:
    """What its option makes of a text."""
    if case.option == PROSE:
        return normalise_prose(normalise(text).text).text
    return normalise(text, repairs=read_repairs(case.option)).text


@pytest.mark.parametrize("case", [case for case in CASES if case.heap != "known"], ids=lambda case: f"{case.id}-{case.kind}")
def test_case(case: Case) -> None:
    """The repaired text is what is written beside it, and repairing it again changes nothing."""
    assert repair(case, case.source) == case.expected, case.why
    assert repair(case, case.expected) == case.expected


@pytest.mark.parametrize("case", [case for case in CASES if case.heap == "known"], ids=lambda case: f"{case.id}-{case.kind}")
@pytest.mark.xfail(strict=True, reason="known failures; the table says why")
def test_known_failure(case: Case) -> None:
    """Not repaired today."""
    assert repair(case, case.source) == case.expected, case.why


def test_the_table_is_whole() -> None:
    """Ids are unique, heaps are known, and half of the cases are correct text."""
    assert len({case.id for case in CASES}) == len(CASES) >= 150
    assert {case.heap for case in CASES} == {"wild", "synthetic", "negative", "known"}
    assert 2 * sum(case.heap == "negative" for case in CASES) >= len(CASES)
