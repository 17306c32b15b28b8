"""What a page states about itself, raw and in document order."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleancorpus.page import Statements
from cleancorpus.segment.statements import read_statements


def statements(html: str) -> Statements:
    return read_statements(LexborHTMLParser(html), html, ())


@pytest.mark.parametrize(
    "html", ["", "<p>x", "<title></title><meta><link rel=x><script></script>", "<meta name=a><meta content=b>"]
)
def test_a_page_that_states_nothing_has_empty_statements(html: str) -> None:
    """Absence is None or empty, never an empty string."""
    assert statements(html) == Statements()


def test_the_title_is_read_with_its_white_space_collapsed() -> None:
    """Entities and line ends of the title are resolved."""
    assert statements("<title>\n  Cá &amp; muối\n | Bến </title>").title == "Cá & muối | Bến"


def test_the_head_title_wins_over_one_in_the_body() -> None:
    """The page's title is the one in its head."""
    assert statements("<head><title>Page</title></head><body><svg><title>Icon</title></svg><title>Late</title>").title == "Page"


def test_the_title_of_an_icon_is_not_the_page_title() -> None:
    """The title of an svg names a picture."""
    assert statements("<body><svg><title>Close</title></svg><p>x</p>").title is None


@pytest.mark.parametrize(
    ("html", "lang"),
    [
        ("<html lang=vi>", "vi"),
        ('<html xml:lang="de-AT">', "de-AT"),
        ("<html lang=''>", None),
        ("<html lang>", None),
        ("<p lang=fr>x", None),
    ],
)
def test_the_language_is_that_of_the_root(html: str, lang: str | None) -> None:
    """lang or xml:lang of the html element, as it is written."""
    assert statements(html).lang == lang


def test_meta_elements_are_pairs_in_order() -> None:
    """Names and properties are in lower case, contents are trimmed, in document order, repeated ones stay."""
    html = (
        '<meta NAME="Author" content=" Ann "><meta property="og:title" content="X">'
        '<meta itemprop="datePublished" content="2020"><meta name=author content=Ben>'
        '<meta name=empty content=""><meta charset=utf-8><meta http-equiv=refresh content=5>'
    )
    assert statements(html).meta == (("author", "Ann"), ("og:title", "X"), ("datepublished", "2020"), ("author", "Ben"))


def test_the_first_stated_name_gives_the_value() -> None:
    """meta_value asks the names in the order given, passes over blank contents, and gives None when none is stated."""
    stated = Statements(meta=(("a", " "), ("b", " two "), ("a", "one"), ("b", "three")))
    assert stated.meta_value("a", "b") == "one"
    assert stated.meta_value("c", "b") == "two"
    assert stated.meta_value("c") is None
    assert stated.meta_value() is None


def test_links_about_the_page_are_kept_and_others_not() -> None:
    """Canonical address and licence are statements; style sheets and feeds are not."""
    about = "<link rel=canonical href=/c><link rel=License href=/l>"
    html = f"<link rel=stylesheet href=/s>{about}<link rel=alternate href=/f><link rel=canonical>"
    assert statements(html).links == (("canonical", "/c"), ("license", "/l"))


def test_the_amp_address_is_a_statement() -> None:
    """The address of the AMP copy is kept."""
    assert ("amphtml", "/amp") in statements("<link rel=amphtml href=/amp>").links


def test_structured_data_is_kept_as_it_is_written() -> None:
    """Every ld+json script, in head or body, in order and without entities resolved."""
    html = (
        '<script type="application/ld+json">{"a": "&amp; <p>"}</script><script>var b</script>'
        '<body><script type="Application/LD+JSON">{"c": 1}</script><script type="application/ld+json"></script>'
    )
    assert statements(html).jsonld == ('{"a": "&amp; <p>"}', '{"c": 1}')


@pytest.mark.parametrize("kind", ["application/ld+json; charset=utf-8", " application/ld+json "])
def test_structured_data_may_state_its_charset(kind: str) -> None:
    """A parameter or a space around the type does not make it another type."""
    assert statements(f'<script type="{kind}">{{"a": 1}}</script>').jsonld == ('{"a": 1}',)


def test_a_flood_of_statements_is_bounded() -> None:
    """Tens of thousands of meta elements and a script of megabytes are cut off, the title is still read."""
    stated = statements(
        "<title>T</title>" + "<meta name=a content=b>" * 20_000 + f'<script type="application/ld+json">{"[" * 2_000_000}</script>'
    )
    assert stated.title == "T"
    assert 0 < len(stated.meta) < 1000
    assert stated.jsonld == ()


def test_alternatives_are_passed_through() -> None:
    """The alternatives found by the walk stand with the other statements."""
    assert read_statements(LexborHTMLParser("<p>x"), "<p>x", ("Boat",)).alts == ("Boat",)
