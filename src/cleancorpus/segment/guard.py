"""What is cut off from HTML before it is parsed: nesting and attributes beyond what any page needs.

Parsers are quadratic in both (lexbor: 100,000 nested tags 19 s, 16,000 attributes of one tag 0.5 s; 2026-11). A tag that is cut
loses its markup, never its text. Replaced characters keep their place, so offsets into the source stay true.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from cleancorpus.limits import Limits
from cleancorpus.segment.scan import Tag, scan_tags

_ATTRIBUTE = re.compile(r"""[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?""")
_ANY_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+""",
)
"""As a browser reads them: a quote behind no equals sign, or an equals sign in front, is part of the name."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SELF_CLOSING = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup colgroup rb rp rt".split())
"""Elements that the next of their kind closes: left open they do not nest, and properly nested their parent is counted."""
_WEIGHTS = {"table": 4, "ul": 2, "ol": 2, "dl": 2, "select": 2}
"""Levels that an element brings with the self-closing ones inside it; 1 for all others."""
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code em font i ins kbd mark nobr q s samp small span strike strong sub sup tt u var".split()
)
_USUAL_DEPTH, _CHEAP_TAGS = 512, 4_096
"""Up to so many closing tags, and as many more that stay open, no parser is slow; real pages are passed on by counting alone."""
_USUAL_ATTRIBUTES, _LONG_TAG = 256, 8_192
"""In tags of so many code points there is no room for attributes enough to hurt."""
_BREAK = "<p>"


@dataclass(frozen=True, slots=True)
class Guarded:
    """HTML that is safe to parse."""

    html: str
    """The same length as what came in."""
    too_deep: bool
    """Some nesting was flattened."""


def guard_html(html: str, limits: Limits) -> Guarded:
    """The HTML with excess attributes and nesting blanked out; unchanged, and cheap to find out, for real pages.

    The usual limits are looked into only where a page could exceed them far enough to cost time; lower ones are kept exactly.
    """
    if _more_attributes_than(limits.max_attributes).search(html):
        long_tag = _LONG_TAG if limits.max_attributes >= _USUAL_ATTRIBUTES else 0
        html = _cut_attributes(html, limits.max_attributes, long_tag)
    most = _CHEAP_TAGS if limits.max_depth >= _USUAL_DEPTH else limits.max_depth
    opened = html.count("<")
    if opened <= most or ((closings := html.count("</")) <= most and opened - 2 * closings <= most):
        return Guarded(html, too_deep=False)
    return _flatten(html, limits.max_depth)


@lru_cache(maxsize=8)
def _more_attributes_than(most: int) -> re.Pattern[str]:
    """What may be a tag with more attributes: in a comment or script it is none, but no such tag is missed."""
    return re.compile(rf"<[A-Za-z][^\s/>]*+(?:{_ANY_ATTRIBUTE.pattern}){{{most + 1}}}")


def _cut_attributes(html: str, most: int, long_tag: int) -> str:
    pieces: list[str] = []
    last = 0
    for tag in scan_tags(html):
        if tag.closes or tag.end - tag.start <= long_tag:
            continue
        text = html[tag.start : tag.end]
        for number, attribute in enumerate(_ATTRIBUTE.finditer(text, len(tag.name) + 1)):
            if number == most:
                cut = attribute.start()
                pieces += (html[last : tag.start], text[:cut], " " * (len(text) - cut - 1), ">")
                last = tag.end
                break
    pieces.append(html[last:])
    return "".join(pieces)


def _flatten(html: str, max_depth: int) -> Guarded:
    """Blank the tags that open below ``max_depth``, and those that close them; where they set text apart, a paragraph begins
    instead.

    Depth is counted as tags stand, which is never less than what a parser makes of them.
    """
    pieces: list[str] = []
    last = depth = dropped = 0
    shown: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    for tag in scan_tags(html):
        if tag.name in _VOID or tag.name in _SELF_CLOSING or _closes_itself(html, tag):
            continue
        weight = _WEIGHTS.get(tag.name, 1)
        if not tag.closes:
            cut = depth + weight > max_depth
            (hidden if cut else shown)[tag.name] += 1
            depth += 0 if cut else weight
            dropped += cut
        elif hidden[tag.name]:
            cut = True
            hidden[tag.name] -= 1
        else:
            cut = False
            depth -= weight if shown[tag.name] else 0
            shown[tag.name] -= 1 if shown[tag.name] else 0
        if cut:
            opens_block = not tag.closes and tag.name not in _INLINE
            pieces += (html[last : tag.start], (_BREAK if opens_block else "").ljust(tag.end - tag.start))
            last = tag.end
    pieces.append(html[last:])
    return Guarded("".join(pieces), too_deep=dropped > 0)


def _closes_itself(html: str, tag: Tag) -> bool:
    """Whether a tag ends in ``/>`` and is none of HTML's own, where that means nothing."""
    return html.endswith("/>", tag.start, tag.end) and tag.name not in _INLINE and tag.name not in _HTML_CONTAINERS


_HTML_CONTAINERS = frozenset(
    "html body address article aside blockquote center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header main nav ol pre section summary table ul button label".split()
)
