"""Marks: text that holds Markdown is judged as its reader sees it, and keeps every mark."""

from __future__ import annotations

import pytest

from cleancorpus import Cleaner, Role
from cleancorpus.page import InputKind
from cleancorpus.segment.marks import read_past_marks, without_marks
from cleancorpus.segment.text import segment_text

ARTICLE = """[Home](/) | [News](/news) | [Contact](/contact)

# The last crossing

*By Anna Weber*

**The old ferry crossed the bay for the last time on Friday evening, and hardly anybody had come to watch it leave the quay.**

Its master had steered it for thirty years, through two winters of ice, and said that he would not miss the early hours.

![The ferry at its landing](/ferry.jpg)

## What comes next

* The boat goes to a museum up the river.
* The landing is kept for anglers, and a [bench](/bench) will be put there for those who still want to look across.

Most of those who used to wait for the boat now drive over the bridge, and the bakery on the far side closes its counter early.

## Related articles

* [Council votes on the new bridge](/a1)
* [Swimmers wait for the pool to open](/a2)
"""


NUMBERED = """[1]Home [2]News [3]Sport [4]Culture [5]Jobs

The last crossing
By [6]Anna Weber
The old ferry crossed the bay for the last time on Friday evening, and hardly anybody had come to watch.
[7]Read also: Council votes on the new bridge
Its master had steered it for thirty years and said that he would not miss the early hours.
[8]Imprint [9]Privacy [10]Contact"""


def test_numbers_of_links_are_read_past() -> None:
    """A text browser counts links through; what is judged is the text without the numbers, what is given has them."""
    page = segment_text(NUMBERED)
    assert [block.text for block in read_past_marks(page).blocks][:3] == [
        "Home News Sport Culture Jobs",
        "The last crossing",
        "By Anna Weber",
    ]
    document = Cleaner().clean(NUMBERED, kind="text")
    assert document.metadata.authors == ("Anna Weber",)
    assert [block.text for block in document.blocks] == [line for line in NUMBERED.split("\n") if line]
    assert [block.role for block in document.blocks if block.text.startswith("[7]")] == [Role.RELATED]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"The heron[{number}] stands where the river bends." for number in range(1, 12)),
        "\n".join(f"[{number}] A note, and where it is from." for number in range(1, 12)),
        "\n".join(f"[{number}]Anna said that the ferry was late." for number in (3, 1, 4, 1, 5, 9, 2, 6, 5)),
        "\n".join(f"[{number}]Home" for number in range(1, 5)),
    ],
    ids=["footnotes", "notes", "other numbers", "few"],
)
def test_other_numbers_in_brackets_stay(text: str) -> None:
    """Notes, citations, and what somebody numbered by hand."""
    page = segment_text(text)
    assert read_past_marks(page) is page


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# Title", "Title"),
        ("### Title ###", "Title"),
        ("[a link](https://example.org/a_(b))", "a link"),
        ('[a link](/a "its title") and more', "a link and more"),
        ("![a picture](/p.jpg)", "a picture"),
        ("**bold** and *leaning*, __both__", "bold and leaning, both"),
        ("* an item", "* an item"),
        ("#tag", "#tag"),
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
        ("snake_case_name", "snake_case_name"),
        ("[1] a footnote", "[1] a footnote"),
        ("![](/p.jpg)", "![](/p.jpg)"),
        ("", ""),
    ],
)
def test_marks_are_read_past(text: str, plain: str) -> None:
    """Headings, links, pictures and emphasis; a bullet, a tag, a product and a footnote are none of them."""
    assert without_marks(text) == plain


def test_a_text_without_marks_comes_back_as_it_is() -> None:
    """One number sign makes no Markdown, and HTML is not looked at."""
    for source in ("Plain.\n\nMore.", "# one\n\nPlain."):
        page = segment_text(source)
        assert read_past_marks(page) is page
    html = segment_text("# a\n\n# b")
    assert read_past_marks(type(html)(InputKind.HTML, html.blocks)).blocks == html.blocks


@pytest.mark.parametrize("menu", ["", "Home\nNews\nSport\nCulture\nWeather\nLog in\nSearch\nArchive\nShop\nJobs\nHelp\nMap\n\n"])
def test_an_article_in_markdown(menu: str) -> None:
    """Its lines have the roles they have without marks, and what is kept keeps them; by the rules, and by the model."""
    source = menu + ARTICLE
    document = Cleaner().clean(source)
    roles = {block.text: block.role for block in document.blocks}
    assert roles["# The last crossing"] is Role.TITLE
    assert roles["*By Anna Weber*"] is Role.BYLINE
    assert roles["## What comes next"] is Role.HEADING
    assert roles["![The ferry at its landing](/ferry.jpg)"] is Role.ALT
    assert roles["## Related articles"] is Role.RELATED
    assert roles["* [Council votes on the new bridge](/a1)"] is Role.RELATED
    assert (document.title, document.authors) == ("The last crossing", ("Anna Weber",))
    assert "[bench](/bench)" in document.text
    assert "## What comes next" in document.text
    assert all(source[slice(*block.span)] == block.text for block in document.blocks if block.span)


@pytest.mark.parametrize("piece", ["[", "[a](", "![", "**a", "[a](b", "*a ", "_ a", "(("])
def test_hostile_marks_stay_as_they_are(piece: str) -> None:
    """Marks that never close are given up soon and lose nothing; a pattern quadratic in them would not end."""
    text = piece * 20_000
    assert without_marks(text) == text.strip()
