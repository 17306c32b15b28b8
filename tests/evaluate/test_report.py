"""The report: tables that people read, JSON that a later run reads back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cleancorpus.errors import DataError
from cleancorpus.evaluate.page_score import score_page
from cleancorpus.evaluate.report import pages_from_json, render, table, to_json
from cleancorpus.evaluate.run import compare_runs, sum_up
from tests.evaluate.pages import OTHER, PROSE, block, document, gold, word_pages

PARTS = (("title", "Harbour empties"), ("body", PROSE), ("body", OTHER))
PAGE = document(block("title", "Harbour empties"), block("body", PROSE), block("related", OTHER, 0.5))
SCORES = [score_page(gold(id=name, parts=PARTS, content=PROSE, page_type="forum"), PAGE) for name in ("a", "b", "c")]


def test_the_report_has_every_section() -> None:
    """Measures, roles, splits, worst pages and the comparison, with intervals."""
    datasets = sum_up([*SCORES[:2], replace(SCORES[2], columns=SCORES[2].columns | {"word.f1": 0.25}, note="missed much")], 50)
    text = render(datasets, 10, compare_runs(SCORES[:2], datasets, 50))
    assert "## set: 3 pages, profile article (3 ok)" in text
    assert "| word F1           | 0.750 |" in text
    for section in (
        "Roles",
        "By page type",
        "By language",
        "Worst pages by word F1",
        "Against the earlier run, on 2 pages of both",
    ):
        assert f"### {section}" in text
    assert "| c    | 0.250 | missed much |" in text
    assert "| forum     | 3     | 0.750 (" in text
    assert text.endswith("\n")


def test_what_is_not_there_is_not_reported() -> None:
    """No roles, no page types, no worst pages where none was asked for; and nothing at all."""
    text = render(sum_up(word_pages([1.0, 1.0]), 5), 0)
    assert all(section not in text for section in ("### Roles", "### By page type", "### Worst"))
    assert "every page scores" in render(sum_up(word_pages([1.0]), 5), 3)
    assert render([]) == "No page was scored.\n"


def test_a_cell_can_neither_break_a_table_nor_steer_a_terminal() -> None:
    """Bars, line ends, escapes, lone surrogates."""
    drawn = table(("page",), [("a|b\nc\x1b[31m\ud800",)])
    assert drawn.splitlines()[2] == "| a\\|b c\\x1b[31m\\ud800 |"
    assert len({len(line) for line in drawn.splitlines()}) == 1


def test_the_json_gives_back_the_pages() -> None:
    """Through a file, equal to the last bit, so that a run compared with itself differs by nothing."""
    datasets = sum_up(SCORES, 5)
    record = json.loads(json.dumps(to_json(datasets)))
    assert pages_from_json(record, "a.json") == SCORES
    [compared] = compare_runs(pages_from_json(record, "a.json"), datasets, 5)
    assert {(item.low, item.high) for item in compared.differences.values()} == {(0.0, 0.0)}


def test_the_json_splits_every_measure_and_holds_the_bins() -> None:
    """Also those that the report leaves out of its tables."""
    [dataset] = to_json(sum_up(SCORES, 5))["datasets"]
    assert dataset["primary"] == "word_f1"
    assert {"role_body_f1", "word_precision"} <= dataset["languages"][0]["measures"].keys() == dataset["all"]["measures"].keys()
    assert [item["blocks"] for item in dataset["all"]["calibration"]] == [0, 0, 0, 0, 0, 3, 0, 0, 0, 6]
    assert set(dataset["all"]["measures"]["word_f1"]) == {"score", "low", "high", "pages"}
    assert dataset["pages"][0]["scores"]["word_f1"] == 1


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {},
        {"format": "other"},
        {"format": "cleancorpus-evaluation-1"},
        {"format": "cleancorpus-evaluation-1", "datasets": [1]},
    ],
)
def test_what_is_no_result_is_told(record: object) -> None:
    """With how to make one."""
    with pytest.raises(DataError, match=r"a\.json: is no result of cleancorpus evaluate"):
        pages_from_json(record, "a.json")
