"""Nesting: as deep as the tree that the parser builds, whatever end tags a page pretends to have."""

from __future__ import annotations

import random

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleancorpus.limits import Limits
from cleancorpus.segment.guard import guard_html

MOST = 20
LIMITS = Limits(max_depth=MOST)
UNITS = 600
TRICKS = [
    "<div><!x </div>",
    "<div><?x </div>",
    "<div></ </div>",
    "<div><![CDATA[</div>]]>",
    "<div><!--</div>-->",
    "<div><script></div></script>",
    "<div><textarea></div></textarea>",
    "<div><table></div></table>",
    "<div><select></div></select>",
    "<div><object></div></object>",
    "<div><template></div></template>",
    "<span><p></span></p>",
    "<span><div></span>",
    "<li><ul></li>",
    "<dd><li>",
    "<foo/>",
    "<svg><div><path/>",
    "<div><svg><desc></div></desc></svg>",
    "<svg><style><div>",
    "<g><![CDATA[x></g>]]>",
    "<math><mi><div></mi>",
    "<button><div><button></button><div></button>",
    "<h1><h2><div></h1>",
    "<table><div><table></div>",
    "<option><optgroup><foo></option>",
    "<ruby><rt><rt></rt><foo></rt>",
    "<form><div></form><div></form>",
    "<a><select></a><a><div></select>",
    "<noscript><form></noscript>",
    "<frameset><xmp><frameset>",
    "<div></div\xa0>",
    "<div></div\x0b>",
    '<span a=\xa0"><div><b ">',
    "<blockquote></bloc\u212aquote>",
    "<div><style></\u017ftyle></div></style>",
    "<div><style></stylex></div></style>",
    "<div><script><!--<script></script></div>--></script>",
    "<div><svg><font color=x><style></div></style>",
    "<DIV><Table></DIV></tABLE>",
]
TAGS = (
    "div p span b i font a table tr td th tbody caption ul ol li dl dd dt select option object template svg math g desc title mi"
    " style script button form h1 h2 section article details summary center pre textarea iframe noscript body html head ruby rt"
    " rb foo dialog marquee colgroup nobr label fieldset main address blockquote xmp input img br hr optgroup frameset"
).split()
SIGNS = ["<!x ", "<!--", "-->", "<![CDATA[", "]]>", "<?y ", "</ ", "x", "<!-->", "'", '"', ">"]
SIGNS += ["</div\xa0>", "</stylex>", "<!--<script>", "<font color=x>", "</DIV>", "<SVG>"]


def depth(html: str) -> int:
    """Elements in one another in the tree that the parser builds."""
    deepest = 0
    waiting = [(LexborHTMLParser(html).root, 1)]
    while waiting:
        node, own = waiting.pop()
        deepest = max(deepest, own)
        child = node.first_child if node is not None else None
        while child is not None:
            if child.is_element_node:
                waiting.append((child, own + 1))
            child = child.next
    return deepest


@pytest.mark.parametrize("before", ["", "<svg>", "<svg><title>", "<math>", "<table><tr><td>", "<select>"])
@pytest.mark.parametrize("trick", TRICKS)
def test_end_tags_that_close_nothing_do_not_count(trick: str, before: str) -> None:
    """Each leaves an element open every time; none gets through."""
    assert depth(guard_html(before + trick * UNITS, LIMITS).html) < 4 * MOST


@pytest.mark.parametrize("seed", range(6))
def test_a_soup_of_tags_stays_shallow(seed: int) -> None:
    """Drawn units, repeated: one element left open in each would be as deep as there are units. (Of a million such soups a
    handful still is: what the standard does with formatting across blocks and borders is followed only so far.)"""
    draw = random.Random(seed)
    for _ in range(250):
        unit = "".join(_piece(draw, draw.sample(TAGS, draw.randint(2, 6))) for _ in range(draw.randint(2, 8)))
        before = "".join(f"<{draw.choice(TAGS)}>" for _ in range(draw.randint(0, 3)))
        html = before + unit * UNITS
        assert depth(guard_html(html, LIMITS).html) < 6 * MOST, (before, unit)


def _piece(draw: random.Random, tags: list[str]) -> str:
    share, tag = draw.random(), draw.choice(tags)
    if share < 0.1:
        return draw.choice(SIGNS)
    return f"</{tag}>" if share < 0.45 else f"<{tag}/>" if share < 0.5 else f"<{tag} a={draw.randint(0, 9)}>"


def test_formatting_that_is_opened_again_in_every_block_is_bounded() -> None:
    """Two thousand unclosed elements would be two million in the tree."""
    html = "".join(f"<div><b id={number}>word</div>" for number in range(2_000))
    guarded = guard_html(html, LIMITS)
    assert sum(1 for _ in LexborHTMLParser(guarded.html).root.traverse()) < 200_000
    assert guarded.html.count("word") == 2_000


@pytest.mark.parametrize("unit", ["<div><b id={}>x</div>", "<div><Font id={}>x</div>", "<p><i id={}>x"])
def test_the_usual_limits_bound_it_too(unit: str) -> None:
    """Thirty kilobytes; the tags are too few for their depth to be looked into."""
    html = "".join(unit.format(number) for number in range(1_300))
    tree = LexborHTMLParser(guard_html(html, Limits()).html)
    assert sum(1 for _ in tree.root.traverse()) < 300_000


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 6 + "<form><div><input></form></div>" + "</div>" * 6 + "<p>The <b>ferry</b> left, <i>harbour</i>.</p>" * 2500,
        "<table><tr><td>" + "<font size=2><p>One two three.</font>" * 4200,
        "<b><p>x</b></p>" * 4200,
    ],
    ids=["form", "font", "bold"],
)
def test_a_large_page_with_usual_mistakes_is_left_alone(html: str) -> None:
    """A form closed out of turn, formatting closed across paragraphs."""
    assert guard_html(html, Limits()).html == html


def test_where_a_tag_is_cut_inside_a_drawing_no_paragraph_begins() -> None:
    """It would end the drawing."""
    guarded = guard_html("<svg>" + "<g>" * 100 + "</g>" * 100 + "</svg><p>Below.</p>", LIMITS)
    assert guarded.too_deep
    assert guarded.html.count("<p>") == 1
    assert guarded.html.endswith("</svg><p>Below.</p>")


def test_a_broken_old_page_is_not_deep() -> None:
    """Items, cells and paragraphs without end tags, fonts closed in the wrong order: as browsers read it, not as tags stand."""
    row = "<tr><td><font color=red><p>One<p>Two<td><b>Three</font></b><ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>"
    html = "<table>" + row * 400 + "</table>"
    assert guard_html(html, LIMITS).html == html
