"""The score of one page: a family of columns for each thing the gold says, none for the rest."""

from __future__ import annotations

from typing import Any

import pytest

from cleancorpus.evaluate.measures import measures
from cleancorpus.evaluate.page import GoldLine
from cleancorpus.evaluate.page_score import score_page
from tests.evaluate.pages import OTHER, PROSE, block, document, gold

PAGE = document(block("title", "Harbour empties"), block("body", PROSE, 1.0), block("related", OTHER, 0.55))


def values(**stated: Any) -> dict[str, float]:
    """Measures of the page under gold that states this."""
    return measures(score_page(gold(**stated), PAGE).columns)


def test_what_the_gold_does_not_state_is_not_scored() -> None:
    """No column at all."""
    assert score_page(gold(), PAGE).columns == {}


def test_main_content_is_compared_with_the_text() -> None:
    """The same words score 1; other words are named in the note."""
    assert values(content=PROSE)["word_f1"] == 1
    assert score_page(gold(content=PROSE), PAGE).note == ""
    note = score_page(gold(content="The ferry sank"), PAGE).note
    assert note.startswith("missed 1 of 3 words (sank), ")
    assert "extra (left at seven" in note


def test_empty_main_content_is_a_statement() -> None:
    """A page of which nothing should be kept."""
    assert values(content="")["word_f1"] == 0


def test_an_article_body_is_compared_with_the_kept_body_blocks() -> None:
    """Kept headings are not in such a gold."""
    page = document(block("heading", "In winter", kept=True), block("body", PROSE))
    found = measures(score_page(gold(body=PROSE), page).columns)
    assert (found["article_f1"], found["article_exact"]) == (1, 1)


def test_comments_are_scored_where_there_are_some() -> None:
    """By their role, kept or not."""
    page = document(block("comment", OTHER))
    assert measures(score_page(gold(comments=OTHER), page).columns)["comment_f1"] == 1
    assert score_page(gold(comments=None), page).columns == score_page(gold(comments=""), page).columns == {}


def test_snippets() -> None:
    """Found, missed and unwanted ones, in the note too."""
    found = values(wanted=("ferry left", "nowhere"), unwanted=("harbour was", "singing"))
    assert found["snippet_f1"] == found["snippet_accuracy"] == 0.5
    assert score_page(gold(wanted=("nowhere",), unwanted=("ferry",)), PAGE).note == "missed 'nowhere', extra 'ferry'"


def test_roles_and_calibration() -> None:
    """A pair for each part; a score of 1.0 lies in the last bin."""
    score = score_page(gold(parts=(("title", "Harbour empties"), ("body", PROSE), ("body", OTHER))), PAGE)
    found = measures(score.columns)
    assert (found["role_title_f1"], found["role_body_recall"], found["role_accuracy"]) == (1, 0.5, pytest.approx(2 / 3))
    assert found["parts_found"] == 1
    assert score.columns["calibration.9.blocks"] == 2
    assert found["calibration_error"] == pytest.approx((2 * abs(1.9 / 2 - 1) + abs(0.55 - 0)) / 3)
    assert score.note == "1 body as related"


def test_lines_are_scored_by_the_block_at_their_beginning() -> None:
    """Lines left open are passed over, lines without a block as well."""
    page = document(block("nav", "Home", start=0), block("body", PROSE, start=6), block("body", OTHER, start=200))
    lines = (
        GoldLine("Home", 0, content=False, role="nav"),
        GoldLine(PROSE, 6, content=True, role="lead"),
        GoldLine("gone", 150, content=True, role="body"),
        GoldLine(OTHER, 200, content=None, role=None),
    )
    score = score_page(gold(lines=lines), page)
    assert (score.columns["line.tp"], score.columns["line.given"], score.columns["line.gold"]) == (1, 1, 1)
    assert (score.columns["role.nav.tp"], score.columns["role.lead.tp"]) == (1, 0)
    assert measures(score.columns)["token_f1_keep_all"] < measures(score.columns)["token_f1"] == 1


@pytest.mark.parametrize(
    ("stated", "given", "right"),
    [
        ({"title": "Harbour empties"}, {"title": "HARBOUR EMPTIES."}, True),
        ({"title": None}, {"title": None}, True),
        ({"title": None}, {"title": "Harbour"}, False),
        ({"authors": ("Anna Kessler", "Jan Novak")}, {"authors": ("By Jan Novak and Anna Kessler",)}, True),
        ({"authors": ()}, {"authors": ("Anna Kessler",)}, False),
        ({"date": "2021-05-03T10:00"}, {"date": "2021-05-03"}, True),
        ({"date": "2021-05-03"}, {"date": None}, False),
        ({"date": None}, {"date": "2021"}, False),
        ({"date": None}, {"date": None}, True),
    ],
)
def test_metadata(stated: dict[str, Any], given: dict[str, Any], right: bool) -> None:
    """Right or wrong; a value stated as absent has to be absent."""
    [name] = stated
    found = measures(score_page(gold(metadata=stated), document(**given)).columns)
    assert found == {f"{name}_right": float(right)}


def test_the_golds_language_comes_first() -> None:
    """Then the document's own."""
    assert score_page(gold(language="vi"), PAGE).language == "vi"
    assert score_page(gold(), PAGE).language == "en"
    assert score_page(gold(), document()).language == "en"
