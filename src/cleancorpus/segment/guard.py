"""What is cut off from HTML before it is parsed: nesting and attributes beyond what any page needs.

Parsers are quadratic in both (lexbor: 100,000 nested tags 19 s, 16,000 attributes of one tag 0.5 s; 2026-11). A tag that is cut
loses its markup, never its text. Replaced characters keep their place, so offsets into the source stay true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cleancorpus.limits import Limits
from cleancorpus.segment.nesting import MOST_PENDING, Nesting
from cleancorpus.segment.scan import ATTRIBUTE, SPACE, scan_tags

_INLINE = frozenset(
    "a abbr b bdi bdo big cite code em font i ins kbd mark nobr q s samp small span strike strong sub sup tt u var".split()
)
_USUAL_DEPTH, _CHEAP_TAGS = 512, 8_192
"""Up to so many closing tags, and as many more that stay open, nothing is slow (16,000 nested tags of a table 1.1 s, of anything
else .4 s at most, 2026-11); real pages are passed on by counting alone."""
_USUAL_ATTRIBUTES, _LONG_TAG = 256, 8_192
"""In tags of so many code points there is no room for attributes enough to hurt."""
_FEW_TAGS = 2_048
"""Up to so many tags formatting that is left open cannot make more than some hundred thousand elements."""
_FORMATTING = re.compile(
    rf"<(/?)(?=[bcefstiu])(?:[bisu]|big|code|em|font|small|strike|strong|tt)[{SPACE}/>]", re.IGNORECASE | re.ASCII
)
"""The first letter is asked alone first: most tags begin with another."""
_BREAK = "<p>"
_HIDING = frozenset({"hidden", "style", "open"})
_BEFORE_NAME = " \t\n\f\r/"


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
    return Guarded(html, too_deep=False) if _is_shallow(html, most) else _flatten(html, limits.max_depth)


def _is_shallow(html: str, most: int) -> bool:
    """Whether counting alone shows that a parser will have no more than about twice so many elements in one another, and few that
    it opens again and again."""
    opened = html.count("<")
    if opened <= min(most, _FEW_TAGS):
        return True
    if opened > most:
        closings = html.count("</")
        if closings > most or opened - 2 * closings > most:
            return False
    formatting = _FORMATTING.findall(html)
    return len(formatting) - 2 * formatting.count("/") <= MOST_PENDING


@lru_cache(maxsize=8)
def _more_attributes_than(most: int) -> re.Pattern[str]:
    """What may be a tag with more attributes: in a comment or script it is none, but no such tag is missed."""
    return re.compile(rf"<[A-Za-z][^{SPACE}/>]*+(?:{ATTRIBUTE.pattern}){{{most + 1}}}", re.VERBOSE)


def _cut_attributes(html: str, most: int, long_tag: int) -> str:
    pieces: list[str] = []
    last = 0
    for tag in scan_tags(html):
        if tag.closes or tag.end - tag.start <= long_tag:
            continue
        text = html[tag.start : tag.end]
        attributes = [*ATTRIBUTE.finditer(text, len(tag.name) + 1)]
        if len(attributes) > most:
            cut = attributes[most].start()
            rest = _keep_hiding(attributes[most:]).ljust(len(text) - cut - 1)
            pieces += (html[last : tag.start], text[:cut], rest, ">")
            last = tag.end
    pieces.append(html[last:])
    return "".join(pieces)


def _keep_hiding(attributes: Sequence[re.Match[str]]) -> str:
    """The first of each attribute by which an element is hidden: nothing is shown because too much is said of it."""
    kept: dict[str, str] = {}
    for attribute in attributes:
        name = attribute[0].lstrip(_BEFORE_NAME).partition("=")[0].strip().lower()
        if name in _HIDING:
            kept.setdefault(name, attribute[0])
    return "".join(kept.values())


def _flatten(html: str, max_depth: int) -> Guarded:
    """Blank the tags that open below ``max_depth``, and those that close them; where they set text apart, a paragraph begins
    instead.

    Depth is what `Nesting` finds it to be.
    """
    pieces: list[str] = []
    last = dropped = 0
    nesting = Nesting(max_depth)
    for tag in scan_tags(html, nesting):
        if tag.closes:
            stays = nesting.close(tag.name)
        else:
            stays = nesting.open(tag.name, tag.attributes, ends=html.endswith("/>", tag.start, tag.end))
            dropped += not stays
        if not stays:
            breaks = not tag.closes and tag.name not in _INLINE and not nesting.is_foreign()
            if breaks:
                nesting.open("p")
            pieces += (html[last : tag.start], (_BREAK if breaks else "").ljust(tag.end - tag.start))
            last = tag.end
    pieces.append(html[last:])
    return Guarded("".join(pieces), too_deep=dropped > 0)
