"""HTML to blocks in reading order, each with kind, path, span, link and DOM facts.

Every piece of text that a reader may come to see is in exactly one block, be it shown at once or hidden until a script shows it
(folded answers, tabs); `segment.tags` says what is never seen. A page that shows more text without scripts than with them (forums
do) is read that way, and where more is hidden than shown, what is hidden is the page.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from cleancorpus.limits import Limits
from cleancorpus.page import Element, InputKind, Page
from cleancorpus.segment.locate import Locator
from cleancorpus.segment.statements import read_statements
from cleancorpus.segment.walk import View, Walker

_MIN_UNSHOWN = 600  # code points: a request to enable JavaScript is shorter, a page that shows all without it longer


def segment_html(
    html: str, source: str, url: str | None = None, most_blocks: int = Limits().max_blocks, *, at_first: bool = False
) -> Page:
    """The blocks of a page, in reading order.

    Args:
        html: What is parsed, after `guard_html`.
        source: The decoded source, of the same length; spans are offsets into it.
        url: Address of the page, if known.
        most_blocks: What follows so many blocks is one more.
        at_first: Read it as a browser shows it at first even where that is the lesser part, so that `Markup.shown` tells what is
            hidden on any page.

    Returns:
        A page; without blocks if the HTML holds no text. Never raises on bad HTML.
    """
    tree = LexborHTMLParser(html)
    walker = _walk(tree, source, View.BROWSER, most_blocks)
    if not at_first:
        walker = _look_behind(walker, tree, source, most_blocks)
    statements = read_statements(tree, html, tuple(walker.alts))
    return Page(InputKind.HTML, tuple(walker.blocks), tuple(map(Element._make, walker.elements)), statements, url)


def _look_behind(walker: Walker, tree: LexborHTMLParser, source: str, most_blocks: int) -> Walker:
    """The page as it is without scripts, or with all that they unhide, where there is more of it."""
    most = max(_MIN_UNSHOWN, sum(len(block.text) for block in walker.blocks) - walker.hidden)
    if walker.scriptless > most:
        return _walk(tree, source, View.SCRIPTLESS, most_blocks)
    return _walk(tree, source, View.UNHIDDEN, most_blocks) if walker.hidden > most else walker


def _walk(tree: LexborHTMLParser, source: str, view: View, most: int) -> Walker:
    walker = Walker(Locator(source, unseen_noscript=view is not View.SCRIPTLESS), view, most)
    if (root := tree.root) is not None:
        walker.walk(root)
    return walker
