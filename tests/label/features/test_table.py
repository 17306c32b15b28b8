"""The table of features: whole, finite, and the same for a page whatever stands beside it in the batch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.label.features.registry import FEATURES
from cleancorpus.label.features.table import COLUMNS, compute_features
from cleancorpus.page import InputKind, Page
from tests.label.reading import page_of
from tests.label.stories import STORIES
from tests.properties.strategies import html_pages, texts

STORY = STORIES["en"]
ARTICLE = (
    "<html><head><title>Market clock strikes again after nine silent years | The Echo</title></head><body><nav><ul>"
    "<li><a href=/>Home</a></li><li><a href=/news>News</a></li></ul></nav><main class=article-body>"
    f"<h1>{STORY.title}</h1><p>{STORY.first}</p><h2>The repair</h2><p>{STORY.second}</p></main>"
    "<div class=comments><h3>Comments</h3><p>Good.</p></div></body></html>"
)


def column(page: Page, name: str) -> list[float]:
    return compute_features([page], [name])[:, 0].tolist()


def row_of(page: Page, opening: str) -> int:
    return next(index for index, block in enumerate(page.blocks) if block.text.startswith(opening))


@given(st.lists(st.one_of(html_pages().map(lambda html: page_of(html, "html")), texts.map(page_of)), min_size=1, max_size=5))
def test_a_page_has_the_same_features_in_any_batch(pages: list[Page]) -> None:
    """Features are whole numbers and quotients of such: no sum depends on the neighbours in the batch."""
    together = compute_features(pages)
    alone = [compute_features([page]) for page in pages]
    assert together.shape == (sum(len(page.blocks) for page in pages), len(COLUMNS))
    assert np.isfinite(together).all()
    assert np.array_equal(together, np.concatenate(alone))


def test_a_page_of_many_blocks_without_a_heading_looks_into_no_other() -> None:
    """Farther than any distance that is counted stands nothing, and not what the page before has there."""
    items = "".join(f"<li>Stone {number}</li>" for number in range(1_300))
    long = page_of(f"<html><body><ul>{items}</ul></body></html>", "html")
    headed = page_of("<html><body>" + "<h1>Bridge</h1><h3>Mill</h3><p>It was mended.</p>" * 60 + "</body></html>", "html")
    pages = [headed, long, headed, long]
    assert np.array_equal(compute_features(pages), np.concatenate([compute_features([page]) for page in pages]))


def test_no_pages_and_empty_pages_give_no_rows() -> None:
    """There is nothing to measure, and that is no error."""
    assert compute_features([]).shape == (0, len(COLUMNS))
    assert compute_features([Page(InputKind.HTML, ())]).shape == (0, len(COLUMNS))


def test_every_feature_has_a_unit_and_a_meaning() -> None:
    """Each is defined once, with words; column names are distinct."""
    assert all(item.unit and item.meaning for item in FEATURES.values())
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_columns_come_in_the_order_asked_for() -> None:
    """A model's columns are computed alone, in its order."""
    page = page_of(ARTICLE, "html")
    whole = compute_features([page])
    chosen = ["words", "level", "near_tag_nav"]
    assert np.array_equal(compute_features([page], chosen), whole[:, [COLUMNS.index(name) for name in chosen]])
    with pytest.raises(KeyError, match="no_such_feature"):
        compute_features([page], ["no_such_feature"])


def test_markup_of_plain_text_is_missing() -> None:
    """What only HTML can tell is -1 for text, never guessed."""
    assert set(column(page_of("One line.\n\nAnother line."), "link_density")) == {-1.0}


def test_title_menu_and_comments_are_seen() -> None:
    """The stated title, the element that is a menu, and the cue above the comments show in their features."""
    page = page_of(ARTICLE, "html")
    assert column(page, "is_title")[row_of(page, STORY.title)] == 2
    assert column(page, "near_tag_nav")[row_of(page, "Home")] < 5 < column(page, "near_tag_nav")[row_of(page, STORY.title)]
    assert column(page, "cue_since_comment")[row_of(page, "Good.")] == 1
    assert column(page, "prose")[row_of(page, STORY.first[:20])] == 1
    assert column(page, "level")[row_of(page, "The repair")] == 2


def test_repeated_shapes_are_counted() -> None:
    """Cards that are built alike know how many they are."""
    cards = "".join(f"<div class=card><h3>Card {number}</h3><p>Text {number}</p></div>" for number in range(7))
    page = page_of(f"<html><body><div class=grid>{cards}</div><p>Alone</p></body></html>", "html")
    assert column(page, "repeats_1")[row_of(page, "Card 3")] == 7
    assert column(page, "like_blocks")[row_of(page, "Text 2")] == 7
    assert column(page, "like_blocks")[row_of(page, "Alone")] == 1


def test_article_types_and_authors_are_read_from_statements() -> None:
    """JSON-LD says what the page is and who wrote it; hostile JSON is only text."""
    head = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Oswin Tharrow"}}</script>'
    page = page_of(f"<html><head>{head}</head><body><p>Oswin Tharrow</p><p>{STORY.first}</p></body></html>", "html")
    assert column(page, "page_type_article") == [1.0, 1.0]
    assert column(page, "is_author") == [1.0, 0.0]
