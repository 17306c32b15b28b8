"""Markdown: blocks as what they were set as; text never turns into markup."""

from __future__ import annotations

import re

import pytest

import cleancorpus
from cleancorpus.block import Block, Kind, Markup
from cleancorpus.document import Document, Metadata
from cleancorpus.role import Role


def block(
    text: str,
    kind: Kind = Kind.PARAGRAPH,
    role: Role = Role.BODY,
    *,
    kept: bool = True,
    level: int = 0,
    blank: bool = True,
) -> Block:
    """A labelled block."""
    return Block(text, kind, None, role=role, kept=kept, blank_before=blank, markup=Markup(0, level=level) if level else None)


def markdown(*blocks: Block, title: str | None = None) -> str:
    """Markdown of a document of these blocks."""
    return Document(text="", blocks=blocks, metadata=Metadata(title=title)).to_markdown()


def test_the_parts_of_an_article() -> None:
    """Title, headings by level, lists, quotes, tables and code, a blank line between them and none at the end."""
    assert markdown(
        block("Home", Kind.RUN, Role.NAV, kept=False),
        block("Harbour", Kind.HEADING, Role.TITLE, kept=False, level=1),
        block("Lead."),
        block("Ice", Kind.HEADING, Role.HEADING, level=3),
        block("milk", Kind.LIST_ITEM),
        block("flour", Kind.LIST_ITEM),
        block("one\ntwo", Kind.QUOTE),
        block("Year | Catch", Kind.TABLE),
        block("1946 | 3 | t", Kind.TABLE),
        block("if x:\n    *y", Kind.CODE),
        title="Harbour",
    ) == (
        "# Harbour\n\nLead.\n\n### Ice\n\n- milk\n- flour\n\n> one\n> two\n\n"
        "| Year | Catch |  |\n| --- | --- | --- |\n| 1946 | 3 | t |\n\n```\nif x:\n    *y\n```"
    )


def test_what_is_left_out_is_not_in_it() -> None:
    """No block that is not kept; nothing at all for an empty document."""
    assert markdown(block("Home", role=Role.NAV, kept=False)) == ""
    assert markdown(title="Harbour") == "# Harbour"
    assert Document(text="", blocks=()).to_markdown() == ""


def test_a_kept_title_stands_once() -> None:
    """A profile that keeps the title, or a text that is clean already, does not double it."""
    assert markdown(block("Harbour", Kind.LINE, Role.TITLE), block("Body."), title="Harbour") == "# Harbour\n\nBody."


def test_headings_without_a_level_are_of_the_second() -> None:
    """Below the title, above nothing."""
    assert markdown(block("Ice", Kind.LINE, Role.HEADING)) == "## Ice"
    assert markdown(block("Ice", Kind.HEADING, level=1)) == "## Ice"


def test_lines_that_stood_together_stay_together() -> None:
    """Verse of plain text is one paragraph, a blank line begins the next."""
    lines = [block("a", Kind.LINE), block("b", Kind.LINE, blank=False), block("c", Kind.LINE)]
    assert [part.split("\n") for part in markdown(*lines).split("\n\n")] == [["a", "b"], ["c"]]


def test_code_is_fenced_by_more_ticks_than_it_holds() -> None:
    """Nothing in the code can end it, and nothing in it is escaped."""
    assert markdown(block("a ```` b <x> *y*", Kind.CODE)) == "`````\na ```` b <x> *y*\n`````"


def test_cells_and_items_take_one_line() -> None:
    """A line end inside would end the row; a stroke inside would begin a cell."""
    assert markdown(block("a\nb | c|d", Kind.TABLE)) == "| a b | c\\|d |\n| --- | --- |"
    assert markdown(block("a\n\nb", Kind.LIST_ITEM)) == "- a b"


@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.LINE, Kind.RUN, Kind.QUOTE, Kind.LIST_ITEM, Kind.HEADING, Kind.TABLE])
@pytest.mark.parametrize("text", ["*a*", "_a_", "`a`", "[a](b)", "![a](b)", "<script>x</script>", "a\\b"])
def test_characters_of_markup_are_escaped(text: str, kind: Kind) -> None:
    """Text stays text in every kind of block but code; unescaping gives it back."""
    rendered = markdown(block(text, kind))
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>]", rendered.removeprefix("> "))
    assert text in re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", rendered)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("+ no item", "\\+ no item"),
        ("-1 degrees", "-1 degrees"),
        ("#hashtag", "#hashtag"),
        ("3.5 metres", "3.5 metres"),
        ("one\n- two", "one  \n\\- two"),
        ("1. no item", "1\\. no item"),
        ("1946. A good year", "1946\\. A good year"),
        ("2) no item", "2\\) no item"),
    ],
)
def test_what_would_open_a_block_is_escaped(text: str, expected: str) -> None:
    """A line that looks like a heading or list item is none; CommonMark escapes punctuation only."""
    assert markdown(block(text)) == expected


@pytest.mark.parametrize("text", ["---", "one\n---", "one\n===", "~~~", "&lt;b&gt; &copy;"])
def test_rules_underlines_fences_and_entities_are_text_too(text: str) -> None:
    """Text that Markdown would read as more than text does not come out as it went in."""
    assert markdown(block(text)).replace("  \n", "\n") != text


def test_a_title_of_two_lines_is_one_heading() -> None:
    """A `br` in the headline does not end it."""
    assert markdown(title="Harbour\nempties") == "# Harbour empties"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "x",
        "# a\n\n* b\n* c",
        "<h1>A<br>b</h1><p>c<pre>d\n</pre><ul><li>e</ul>",
        "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        b"%PDF-1.4",
    ],
)
def test_any_document_can_be_rendered(source: str | bytes) -> None:
    """Whatever was cleaned; without a line end at the end."""
    assert not cleancorpus.Cleaner(profile="full").clean(source).to_markdown().endswith("\n")
