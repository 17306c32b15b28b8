"""What HTML tags mean for segmentation: which set text apart, which are never seen, which kind of block they make."""

from __future__ import annotations

from cleancorpus.block import Kind

INVISIBLE = frozenset(
    "script style template noscript head title meta link base iframe object embed applet audio video canvas svg map area param"
    " source track datalist noembed noframes frameset".split()
)
"""Elements whose content a reader with a browser does not see as text. The brackets around readings (``rp``) are none of them:
they are made for where a reading stands in the line, as it does in a text."""

BLOCK = frozenset(
    "html body noscript address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary select table caption"
    " colgroup tbody thead tfoot tr td th ul textarea listing xmp plaintext marquee".split()
)
"""Elements that set their text apart. Custom elements (with a hyphen) do too: pages use them as containers."""

KINDS = {
    "p": Kind.PARAGRAPH,
    "pre": Kind.CODE,
    "listing": Kind.CODE,
    "xmp": Kind.CODE,
    "textarea": Kind.CONTROL,
    "select": Kind.CONTROL,
    "legend": Kind.CONTROL,
    "li": Kind.LIST_ITEM,
    "dt": Kind.LIST_ITEM,
    "dd": Kind.LIST_ITEM,
    "blockquote": Kind.QUOTE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
}
"""Kind of the text in an element; a paragraph inside a quote or list item takes the outer kind."""

OUTER_WINS = frozenset({Kind.QUOTE, Kind.LIST_ITEM, Kind.CODE, Kind.CAPTION, Kind.HEADING})
"""Kinds that containers and paragraphs inside take over."""

EMPHASIS = frozenset("b strong i em".split())
CONTROLS = frozenset("button label input option".split())

SPACED = frozenset("a button label option time span small".split())
"""Inline elements that pages set side by side with space between them by style alone: text of two such neighbours is no one
word."""
