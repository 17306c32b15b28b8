"""Copies: what a page shows twice is kept once; what is meant to stand twice stays."""

from __future__ import annotations

import numpy as np
import pytest

from cleancorpus import Cleaner
from cleancorpus.label.copies import find_copies
from cleancorpus.label.features.batch import Batch
from tests.label.reading import page_of, paragraphs
from tests.label.stories import STORIES

STORY = STORIES["en"]
FIRST, SECOND, THIRD = STORY.first, STORY.second, STORY.third
CHORUS = "Row the boats home before the light is gone from the water."
LONG = f"{FIRST} {SECOND}"


def copies(body: str, kept: list[bool] | None = None) -> list[str]:
    """Openings of the blocks that are copies, in order."""
    page = page_of(f"<html><body>{body}</body></html>", "html")
    batch = Batch([page_of("<p>Another page in front of it.</p>", "html"), page])
    own = slice(1, batch.size)
    flags = np.array(kept or [True] * len(page.blocks), dtype=bool)
    return [page.blocks[index].text[:30] for index in find_copies(batch, own, flags)]


def test_a_second_version_of_the_article_is_a_copy() -> None:
    """All of it, its short lines too; the first one is none."""
    version = f"<h2>Two boats</h2>{paragraphs(FIRST, 'Ten metres.', SECOND)}"
    found = copies(f"<div class=desktop><div>{version}</div></div><div class=mobile><div>{version}</div></div>")
    assert found == ["Two boats", FIRST[:30], "Ten metres.", SECOND[:30]]


def test_a_quoted_post_is_a_copy() -> None:
    """A long block alone, where the post above it is quoted."""
    body = (
        f"<div class=post><div>{paragraphs(LONG)}</div></div>"
        f"<div class=post><div><blockquote>{paragraphs(LONG)}</blockquote><p>I think so too.</p></div></div>"
    )
    assert copies(body) == [LONG[:30]]


@pytest.mark.parametrize("form", ["<div hidden>{0}</div><div>{0}</div>", "<div>{0}<div style='display:none'>{0}</div></div>"])
def test_what_is_hidden_is_a_copy_of_what_is_shown(form: str) -> None:
    """The shown one stays, be it the first or the second, though there is but one short line of it."""
    page = page_of(form.format("<h2>Two boats went out before dawn</h2>"), "html")
    batch = Batch([page])
    (found,) = find_copies(batch, slice(0, 2), np.ones(2, dtype=bool))
    markup = page.blocks[found].markup
    assert markup is not None
    assert not markup.shown


def test_short_hidden_lines_are_copies_in_a_run() -> None:
    """Hidden first or second, the lines beside a long one go with it."""
    lines = paragraphs("Salt", "Two boats went out before dawn", "Water")
    for body in (f"<div hidden>{lines}</div><section>{lines}</section>", f"<div>{lines}</div><section hidden>{lines}</section>"):
        page = page_of(f"{body}<p>{FIRST}</p>", "html")
        found = find_copies(Batch([page]), slice(0, 7), np.ones(7, dtype=bool))
        assert [block.text for index, block in enumerate(page.blocks) if index not in found] == [
            "Salt",
            "Two boats went out before dawn",
            "Water",
            FIRST,
        ]
        assert all(page.blocks[index].markup is not None and not page.blocks[index].markup.shown for index in found)


def test_hidden_answers_are_no_copies() -> None:
    """Short ones may stand as often as they are given, and one whose other is left out tells something."""
    assert copies("<p>Yes.</p><div hidden><p>Yes.</p></div>") == []
    assert copies(f"<p>{CHORUS}</p><div hidden><p>{CHORUS}</p></div>", [False, True]) == []
    assert copies(f"<div hidden><p>{CHORUS}</p></div><div hidden><p>{CHORUS}</p></div><p>{FIRST}</p>") == []


@pytest.mark.parametrize(
    "body",
    [
        paragraphs(FIRST, SECOND, THIRD),
        f"<div>{paragraphs(FIRST, SECOND, FIRST, SECOND)}</div>",  # a refrain: brothers
        "".join(f"<div class=verse>{paragraphs(verse, CHORUS)}</div>" for verse in (FIRST, SECOND, THIRD)),
        f"<div><p>{CHORUS}</p></div><section><div><p>{CHORUS}</p></div></section>",  # a sentence, once more
        "<ul><li>Add to list</li><li>Details</li></ul>" * 4,  # short lines that every card has
        "<div><pre>for item in items:</pre><pre>    print(item)</pre></div>" * 9,
        "".join(f"<table><tr><th>{FIRST}</th><th>Sum</th></tr><tr><td>{n}</td><td>2</td></tr></table>" for n in range(3)),
        "",
        "<p></p>",
    ],
)
def test_what_is_no_copy(body: str) -> None:
    """Prose without repeats, refrains, clauses, labels of cards, code and the heads of tables stand as often as they do."""
    assert copies(body) == []


def test_what_was_not_kept_is_no_original() -> None:
    """A teaser that is left out does not take the article's own words along."""
    body = f"<div><div><p>{LONG}</p></div></div><article><section><p>{LONG}</p></section></article>"
    assert copies(body) == [LONG[:30]]
    assert copies(body, [False, True]) == []


def test_a_text_three_times_is_kept_once() -> None:
    """Every later one is a copy."""
    body = "".join(f"<section><div>{paragraphs(FIRST, SECOND)}</div></section>" for _ in range(3))
    assert copies(body) == [FIRST[:30], SECOND[:30]] * 2


@pytest.mark.timeout(60)
def test_a_page_of_one_line_takes_no_longer() -> None:
    """A page of one line over and over ends: what a text is compared with is bounded."""
    count = 20_000
    batch = Batch([page_of("<body>" + f"<div><p>{CHORUS}</p></div>" * count, "html")])
    assert len(find_copies(batch, slice(0, count), np.ones(count, dtype=bool))) == count - 2


@pytest.mark.timeout(60)
def test_long_runs_that_are_no_copies_end() -> None:
    """Lines of code twice, thousands of them: each place is measured from the one behind it."""
    lines = "".join(f"<pre>line {number}</pre>" for number in range(8_000))
    page = page_of(f"<body><section><p>One.</p>{lines}</section><section><p>Two.</p>{lines}</section></body>", "html")
    batch = Batch([page])
    assert find_copies(batch, slice(0, batch.size), np.ones(batch.size, dtype=bool)) == []


def test_the_document_says_that_it_is_a_copy() -> None:
    """Left out of the text, not of the document, with its reason; under every profile."""
    version = f"<h1>{STORY.title}</h1>{paragraphs(FIRST, SECOND, THIRD)}"
    versions = "".join(f"<div><div>{version}</div></div>" for _ in range(2))
    page = f"<html><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><main>{versions}</main></body></html>"
    for profile in ("article", "strict", "page", "full"):
        document = Cleaner(profile=profile).clean(page)
        assert document.text.count(SECOND) == 1
        again = [block for block in document.blocks if block.text == SECOND]
        assert [(block.kept, block.reason == "copy") for block in again] == [(True, False), (False, True)]
