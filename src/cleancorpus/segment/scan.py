"""Scan: tags of HTML as a tokeniser sees them, in linear time, for what has to be known before a parser may run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)
        (?:[\s/]*+ (?:=[^\s/>=]*+ | [^\s/>=]++) (?:\s*+=\s*+ (?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>"'][^\s>]*+)?+)?+)*+
        [\s/]*+ >?""",
    re.VERBOSE,
)
"""A tag with its name and up to its ``>``, its attributes as a browser reads them: an equals sign in front is part of a name. To
the end of the text where it, or a value in quotes, is never closed."""
_COMMENT_END = re.compile(r"--!?>")
_RAW = {
    name: re.compile(rf"</{name}", re.IGNORECASE) for name in "script style textarea title xmp iframe noembed noframes".split()
}
"""Elements whose content is text up to their own closing tag."""


class Tag(NamedTuple):
    """A tag and where it stands."""

    start: int
    end: int
    name: str
    """Lower case."""
    closes: bool


def scan_tags(html: str) -> Iterator[Tag]:
    """Tags in order; comments and the content of scripts and the like are passed over, quoted attribute values may hold ``>``."""
    at = html.find("<")
    while at >= 0:
        match = _TAG.match(html, at)
        if match is None:
            at = html.find("<", _end_of_declaration(html, at))
            continue
        end = match.end()
        name, closes = match[2].lower(), bool(match[1])
        yield Tag(at, end, name, closes)
        if not closes and name in _RAW:
            closing = _RAW[name].search(html, end)
            end = closing.start() if closing else len(html)
        at = html.find("<", end)


def _end_of_declaration(html: str, at: int) -> int:
    """Offset behind a comment; behind the angle bracket itself where it opens nothing."""
    if not html.startswith("<!--", at):
        return at + 1
    if html.startswith((">", "->"), at + 4):  # a comment of nothing
        return html.index(">", at) + 1
    close = _COMMENT_END.search(html, at + 4)
    return close.end() if close else len(html)
