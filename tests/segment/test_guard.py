"""Hostile nesting and attributes: cut before parsing, with the text kept and the offsets true."""

from __future__ import annotations

import re

import pytest

from cleancorpus.limits import Limits
from cleancorpus.segment.guard import guard_html
from cleancorpus.segment.html import segment_html

LIMITS = Limits()
WORDS = re.compile(r"word\d+")
ROOT = 3
"""Elements that the parser adds around and inside what was cut: html, body and a paragraph."""


def cut(html: str, limits: Limits = LIMITS) -> list[str]:
    return [block.text for block in segment_html(guard_html(html, limits).html, html).blocks]


def deepest(html: str, limits: Limits = LIMITS) -> int:
    page = segment_html(guard_html(html, limits).html, html)
    return max(block.path.count("/") for block in page.blocks if block.path)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "plain",
        "<p>One.</p>",
        "<ul>" + "<li><a href='/x'>item</a></li>" * 5000 + "</ul>",
        "<p>a<br>b<img src=x>" * 20,
        "<p title='" + "long " * 3000 + "'>text</p>",
        "<script>" + "var a = '<div>';" * 500 + "</script>",
    ],
    ids=range(7),
)
def test_real_pages_pass_unchanged(html: str) -> None:
    """Nothing is cut from pages that nest and state as pages do."""
    guarded = guard_html(html, LIMITS)
    assert (guarded.html, guarded.too_deep) == (html, False)


def test_ten_thousand_line_breaks_are_no_depth() -> None:
    """Elements without content never nest, however many there are."""
    html = "line<br>" * 10_000
    guarded = guard_html(html, LIMITS)
    assert (guarded.html, guarded.too_deep) == (html, False)


@pytest.mark.parametrize("tag", ["div", "b", "section", "my-box", "table><tr><td", "blockquote"])
def test_deep_nesting_is_flattened_with_its_text_kept(tag: str) -> None:
    """Twenty thousand open tags end within the limit; every word between them is kept in order."""
    html = "".join(f"<{tag}>word{number} " for number in range(20_000))
    guarded = guard_html(html, LIMITS)
    assert guarded.too_deep
    assert len(guarded.html) == len(html)
    assert WORDS.findall(guarded.html) == WORDS.findall(html)


def test_a_flattened_page_keeps_true_spans() -> None:
    """Blocks of a flattened page still stand where their span says."""
    html = "<div>" * 6000 + "inside" + "</div>" * 6000 + "<p>Tail of the page.</p>"
    page = segment_html(guard_html(html, LIMITS).html, html)
    assert [html[slice(*block.span)] for block in page.blocks if block.span] == [block.text for block in page.blocks]


def test_text_after_the_deep_part_keeps_its_markup() -> None:
    """Tags that close what was cut are cut with it, so the page goes on where it was."""
    html = "<div>" * 6000 + "deep" + "</div>" * 6000 + "<h2>Head</h2><p>One.</p><p>Two.</p>"
    guarded = guard_html(html, LIMITS)
    assert guarded.html.endswith("<h2>Head</h2><p>One.</p><p>Two.</p>")


def test_closing_tags_without_opening_ones_are_harmless() -> None:
    """A flood of stray closing tags finishes and loses no text."""
    assert "".join(cut("</div>" * 50_000 + "<p>kept</p>")) == "kept"


def test_excess_attributes_are_dropped_and_the_text_kept() -> None:
    """Of twenty thousand attributes of one tag the allowed number is left; length and text are unchanged."""
    html = "<p " + " ".join(f"data-{number}='v'" for number in range(20_000)) + ">kept</p>"
    guarded = guard_html(html, LIMITS)
    assert len(guarded.html) == len(html)
    assert guarded.html.count("data-") == LIMITS.max_attributes
    assert cut(html) == ["kept"]


@pytest.mark.parametrize("attribute", ["a{0}", "a{0}=1", 'a{0}="x y"', "a{0} = 'q'", 'a{0}="it\'s"'])
def test_attributes_are_counted_however_they_are_written(attribute: str) -> None:
    """Bare, unquoted and quoted attributes all count as one each."""
    html = "<p " + " ".join(attribute.format(number) for number in range(9000)) + ">kept</p>"
    assert len(re.findall(r"\ba\d+", guard_html(html, LIMITS).html)) == LIMITS.max_attributes


def test_a_long_attribute_value_is_not_cut() -> None:
    """An inline image of a megabyte is one attribute; those after it stay."""
    html = f'<img src="data:image/png;base64,{"QUJD" * 200_000}" alt="Boat"><p>text</p>'
    assert guard_html(html, LIMITS).html == html


def test_ten_thousand_tags_with_many_attributes_finish() -> None:
    """Many tags with a few hundred attributes each are read to the end."""
    html = ("<b " + " ".join(f"a{number}" for number in range(200)) + ">w</b> ") * 300
    assert cut(html) == [" ".join(["w"] * 300)]


@pytest.mark.parametrize(
    "html", ["<", "<a", "<!--", "<p", "</", "<p a='", '<p a="x', "<>", "<<<>>>", "<p/><p", "&#", "<![CDATA["]
)
def test_stumps_of_markup_are_left_alone(html: str) -> None:
    """Broken ends of markup neither raise nor change."""
    assert guard_html(html, LIMITS).html == html


def test_closed_nesting_beyond_the_limit_is_cut() -> None:
    """Depth is what is open at once; that it is closed again at the end does not make it less deep."""
    assert deepest("<div>" * 10_000 + "x" + "</div>" * 10_000) <= LIMITS.max_depth + ROOT


def test_ten_thousand_open_tags_are_cut() -> None:
    """The limit holds well below the sizes at which a parser would suffer."""
    assert deepest("<div>" * 10_000 + "x") <= LIMITS.max_depth + ROOT


def test_a_lower_depth_limit_is_obeyed() -> None:
    """Limits.max_depth bounds open elements, whatever the size of the page."""
    assert deepest("<div>" * 40 + "x", Limits(max_depth=10)) <= 10 + ROOT


@pytest.mark.parametrize(
    "opening",
    ["<div/>", "<div></b>", "<div><!--</div>-->", "<div title='></div>'>", "<table><tr><td>"],
    ids=["self-closed", "stray-close", "close-in-comment", "close-in-attribute", "cells"],
)
def test_depth_cannot_be_hidden(opening: str) -> None:
    """A slash that closes nothing, stray closing tags and those in comments do not hide how much is open."""
    assert deepest(opening * 10_000 + "x") <= LIMITS.max_depth + ROOT


@pytest.mark.parametrize("before", ['<b ="></b>', "<b ='></b>", "<!-->", "<!--->", "<!-- --!>", '<b/="></b>'])
def test_what_ends_for_a_browser_ends_here(before: str) -> None:
    """An equals sign in front is part of a name, and a comment may end in three ways: nothing behind them is hidden."""
    assert deepest(before + "<div>" * 10_000 + "x") <= LIMITS.max_depth + ROOT


@pytest.mark.parametrize(("attributes", "limit"), [(1000, 255), (20, 5)])
def test_the_attribute_limit_holds_for_short_tags(attributes: int, limit: int) -> None:
    """A limit below the usual one bounds the attributes of one tag, however short they are."""
    html = "<p " + " ".join(f"a{number}" for number in range(attributes)) + ">kept</p>"
    assert len(re.findall(r"\ba\d+", guard_html(html, Limits(max_attributes=limit)).html)) <= limit


def test_a_quoted_bracket_does_not_end_a_tag() -> None:
    """A > in an attribute value hides no attributes behind it."""
    html = '<p x="a > b" ' + " ".join(f"a{number}" for number in range(9000)) + ">kept</p>"
    assert len(re.findall(r"\ba\d+", guard_html(html, LIMITS).html)) <= LIMITS.max_attributes


@pytest.mark.parametrize("tag", ["p", "li", "dt", "option"])
def test_a_long_page_without_closing_tags_is_not_deep(tag: str) -> None:
    """Paragraphs and list items close by themselves: six thousand in a row, as old pages write them, are not nested."""
    html = "".join(f"<{tag}>word{number}\n" for number in range(6000))
    guarded = guard_html(html, LIMITS)
    assert (guarded.html, guarded.too_deep) == (html, False)


def test_tags_in_comments_do_not_run_paragraphs_together() -> None:
    """What the parser never opens is not nested: the page behind it keeps its paragraphs."""
    assert cut(f"<!--{'<div>' * 6000}--><p>One.</p><p>Two.</p>") == ["One.", "Two."]


@pytest.mark.parametrize("code", ["'<div>';" * 6000, "for(i=0;i<n;i++){f(x=>y)}" * 600], ids=["templates", "comparisons"])
def test_a_script_full_of_angle_brackets_does_not_swallow_the_page(code: str) -> None:
    """A large page with a minified script keeps its text: a script's comparisons and strings are no tags."""
    items = "<li><a href='/x'>item</a></li>" * 1500
    assert len(cut(f"<body><script>{code}</script><ul>{items}</ul><p>Tail.</p>")) == 1501


@pytest.mark.timeout(2)
def test_ten_kilobytes_of_unclosed_tags_finish() -> None:
    """A run of tag openings that never close costs no more than its length."""
    html = "<a" * 5000
    assert guard_html(html, LIMITS).html == html


@pytest.mark.parametrize("hiding", ["hidden", "style='display:none'", 'STYLE = "visibility:hidden"'])
def test_what_hides_an_element_is_not_cut_off(hiding: str) -> None:
    """Nothing is shown because too much is said of it; the length stays, and a second one counts as little as in a browser."""
    many = " ".join(f"data-attribute-number-{number}='{'1' * 20}'" for number in range(300))
    html = f"<p {many} {hiding} {hiding}>Nobody is to see this.</p><p>This everybody.</p>"
    guarded = guard_html(html, Limits()).html
    assert len(guarded) == len(html)
    blocks = segment_html(guarded, html).blocks
    assert [block.markup is not None and block.markup.shown for block in blocks] == [False, True]
    assert guarded.count(hiding) == 1
