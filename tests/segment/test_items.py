"""Items: microdata and RDFa as the markup nests them, and no more of them than a page can need."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleancorpus.page import Item, Syntax
from cleancorpus.segment.items import read_items


def read(html: str) -> tuple[Item, ...]:
    return read_items(LexborHTMLParser(html), html)


def depth(item: Item) -> int:
    return 1 + max((depth(value) for _, value in item.values if isinstance(value, Item)), default=0)


def count(items: Sequence[Item]) -> int:
    """Items and those that are values in them."""
    return sum(1 + count([value for _, value in item.values if isinstance(value, Item)]) for item in items)


STORY = """<article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline name">Harbour <b>empties</b></h1>
<span itemprop="author" itemscope itemtype="http://schema.org/Person">
  <a itemprop="url" href="/anna"><span itemprop="name">Anna Kessler</span></a></span>
<time itemprop="datePublished" datetime="2020-12-03">yesterday</time><meta itemprop="dateModified" content="2020-12-04">
<img itemprop="image" src="/a.jpg"><div itemprop="articleBody">The ferry left at seven.</div></article>"""


def test_microdata_is_read_as_it_is_nested() -> None:
    """Values are what the standard says: content, datetime, an address, or the text; an item in another is a value of it. What
    the blocks hold is not read twice."""
    person = Item(Syntax.MICRODATA, ("person",), (("url", "/anna"), ("name", "Anna Kessler")))
    assert read(STORY) == (
        Item(
            Syntax.MICRODATA,
            ("newsarticle",),
            (
                ("headline", "Harbour empties"),
                ("name", "Harbour empties"),
                ("author", person),
                ("datepublished", "2020-12-03"),
                ("datemodified", "2020-12-04"),
                ("image", "/a.jpg"),
            ),
        ),
    )


@pytest.mark.parametrize(
    "html",
    [
        '<div vocab="https://schema.org/" typeof="Article"><h1 property="headline">Ice holds</h1></div>',
        '<div prefix="schema: https://schema.org/" typeof="schema:Article"><h1 property="schema:headline">Ice holds</h1></div>',
        '<div typeof="http://schema.org/Article"><meta property="http://schema.org/headline" content="Ice holds"></div>',
    ],
    ids=["vocab", "prefix", "whole addresses"],
)
def test_rdfa_names_its_vocabulary_in_three_ways(html: str) -> None:
    """A name is what is left of it without its vocabulary."""
    assert read(html) == (Item(Syntax.RDFA, ("article",), (("headline", "Ice holds"),)),)


def test_open_graph_is_no_rdfa() -> None:
    """A property outside every item belongs to none."""
    assert read('<meta property="og:title" content="Ice holds"><p typeof="Article">x</p>')[0].values == ()


def test_an_item_has_the_properties_of_what_it_refers_to() -> None:
    """Elsewhere on the page, before it or behind it: the element itself, and what is in it but in no other item."""
    html = (
        '<header id="top"><h1 itemprop="headline">Ice holds</h1></header>'
        '<article itemscope itemtype="https://schema.org/Article" itemref="top by day none"><p>x</p></article>'
        '<div id="by"><span itemprop="author" itemscope itemtype="Person"><b itemprop="name">Anna Kessler</b></span></div>'
        '<time id="day" itemprop="datePublished" datetime="2020-12-03">3.12.</time><i itemprop="name">lost</i>'
    )
    (item,) = read(html)
    person = Item(Syntax.MICRODATA, ("person",), (("name", "Anna Kessler"),))
    assert item.values == (("headline", "Ice holds"), ("author", person), ("datepublished", "2020-12-03"))


@pytest.mark.parametrize(
    "html",
    [
        '<div itemscope itemref="a" id="a" itemprop="name"><i itemprop="name">x</i></div>',
        '<div id="a" itemprop="b" itemscope itemref="b"></div><div id="b" itemprop="a" itemscope itemref="a"></div>',
        '<div itemscope itemref="' + "a " * 9_000 + '"></div><i id="a" itemprop="name">x</i>',
        '<div itemscope itemref="\'] *"></div><i id="a" itemprop="name">x</i>',
    ],
    ids=["itself", "circle", "flood", "no name"],
)
def test_references_that_lead_nowhere_do_no_harm(html: str) -> None:
    """No item is in itself, and none is lost."""
    items = read(html)
    assert 1 <= count(items) <= 2
    assert all(depth(item) <= 2 for item in items)


def test_rdfa_names_what_it_speaks_of() -> None:
    """An address in a ``resource`` is one in a link."""
    html = '<div typeof="Article"><p property="license" resource="https://example.org/by">free</p></div>'
    assert read(html)[0].values == (("license", "https://example.org/by"),)


def test_an_item_inside_another_that_is_none_of_its_values_stands_alone() -> None:
    """As a story in the page of a site, or a comment that says so."""
    html = '<body itemscope itemtype="https://schema.org/WebPage">' + STORY + "</body>"
    assert [item.types for item in read(html)] == [("webpage",), ("newsarticle",)]


def test_a_page_without_items_has_none() -> None:
    """Neither word, or words alone."""
    assert read("<p>The ferry left at seven.</p>") == ()
    assert read("<p>itemscope and itemprop are words</p>") == ()


@pytest.mark.parametrize(
    "html",
    [
        "<div itemscope>" * 400 + "<i itemprop=name>x</i>",
        "<div itemscope itemprop=author>" * 400 + "<i itemprop=name>x</i>",
        '<p itemscope itemtype="a"><i itemprop="name">x</i></p>' * 5_000,
        '<p itemscope><i itemprop="' + "name " * 5_000 + '">x</i></p>',
        "<div itemscope itemprop='a b c d e f g h i j k l'>" * 400 + "<i itemprop=name>x</i>",
        "<div typeof=Article property=author>" * 400 + "<i property=name>x</i>",
    ],
    ids=["deep", "deep values", "flood", "flood of names", "many names of items", "deep rdfa"],
)
def test_what_no_page_needs_is_not_collected(html: str) -> None:
    """Number, depth and length are bounded, so that items can be compared, hashed and sent to other processes."""
    items = read(html)
    assert count(items) <= 500
    assert all(depth(item) <= 8 for item in items)
    assert len(pickle.dumps(items)) < 1_000_000
    assert isinstance(hash(items), int)


def test_text_of_properties_in_one_another_is_read_up_to_a_limit() -> None:
    """What is beyond has no value; values that attributes give are not concerned."""
    html = "<div itemscope>" + "<div itemprop=name>" * 300 + "x " * 20_000 + '<meta itemprop="author" content="Anna Kessler">'
    (item,) = read(html)
    assert 10 < sum(name == "name" for name, _ in item.values) < 100
    assert ("author", "Anna Kessler") in item.values


@given(st.lists(st.sampled_from(["<div itemscope>", "<p itemscope itemprop=a>", "<i itemprop=b>", "</div>", "</p>", "x", "<b>"])))
def test_any_markup_gives_items(tags: list[str]) -> None:
    """Of tag soup each element that begins an item is one at most, wherever it stands."""
    html = "".join(tags)
    assert count(read(html)) <= html.count("itemscope")
