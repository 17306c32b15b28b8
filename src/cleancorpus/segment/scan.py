"""Scan: tags of HTML as a tokeniser sees them, in linear time, for what has to be known before a parser may run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

SPACE = r" \t\n\f\r"
"""What HTML takes for white space, for character classes; `\\s` is more, and hides tags."""
_ATTRIBUTE = rf"""(?:=[^{SPACE}/>=]*+ | [^{SPACE}/>=]++)
    (?:[{SPACE}]*+ = [{SPACE}]*+ (?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^{SPACE}>"'][^{SPACE}>]*+)?+)?+"""
"""An attribute as a browser reads it: an equals sign in front, or a quote behind none, is part of its name."""
_TAG = re.compile(
    rf"<(/?)([A-Za-z][^{SPACE}/>]*+)((?:[{SPACE}/]*+ {_ATTRIBUTE})*+)[{SPACE}/]*+ >?",
    re.VERBOSE,
)
"""A tag with its name and attributes and up to its ``>``. To the end of the text where it, or a value in quotes, is never
closed."""
ATTRIBUTE = re.compile(rf"[{SPACE}/]*+ {_ATTRIBUTE}", re.VERBOSE)
_COMMENT_END = re.compile(r"--!?>")
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[{SPACE}/>])", re.IGNORECASE | re.ASCII)
    for name in "script style textarea title xmp iframe noembed noframes".split()
}
"""Of elements whose content is text, the closing tag that ends it."""
_SCRIPT_SIGN = re.compile(rf"<!--|-->|</?script(?=[{SPACE}/>])", re.IGNORECASE | re.ASCII)
"""What changes how a script is read: in what looks like a comment there, a script inside has an end tag of its own."""
RAW = frozenset(_RAW_ENDS)
_CAPITALS = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


class Tag(NamedTuple):
    """A tag and where it stands."""

    start: int
    end: int
    name: str
    """Lower case."""
    closes: bool
    attributes: str
    """As they stand."""


class Context(Protocol):
    """What is open where the scan has got to, for whoever keeps count of it."""

    def is_foreign(self) -> bool:
        """Whether it is a drawing or formula, where CDATA sections hold no tags."""

    def holds_text(self, name: str) -> bool:
        """Whether what follows a start tag of that name is text up to its end tag."""


class _Anywhere:
    def is_foreign(self) -> bool:
        return False

    def holds_text(self, name: str) -> bool:
        return name in RAW


def scan_tags(html: str, context: Context = _Anywhere()) -> Iterator[Tag]:  # noqa: B008  it has no state
    """Tags in order; comments and the content of scripts and the like are passed over, quoted attribute values may hold ``>``.

    ``context`` is asked where it depends on what is open.
    """
    at = html.find("<")
    while at >= 0:
        match = _TAG.match(html, at)
        if match is None:
            at = html.find("<", _end_of_declaration(html, at, context))
            continue
        end = match.end()
        name, closes = match[2].translate(_CAPITALS), bool(match[1])
        is_raw = not closes and name in RAW and context.holds_text(name)
        yield Tag(at, end, name, closes, match[3])
        if is_raw:
            end = _end_of_script(html, end) if name == "script" else _end_of_text(html, end, name)
        at = html.find("<", end)


def _end_of_text(html: str, at: int, name: str) -> int:
    """Offset of the end tag of an element whose content is text."""
    closing = _RAW_ENDS[name].search(html, at)
    return closing.start() if closing else len(html)


def _end_of_script(html: str, at: int) -> int:
    """The same for a script, where ``<!-- <script>`` goes on to the second end tag (script data double escaped state)."""
    comment = inner = False
    while sign := _SCRIPT_SIGN.search(html, at):
        text, at = sign[0], sign.end()
        if text == "<!--":
            comment, at = True, sign.start() + len("<!")  # its own dashes may end it
        elif text == "-->":
            comment = inner = False
        elif text[1] == "/" and not inner:
            return sign.start()
        else:
            inner = comment and text[1] != "/"
    return len(html)


def _end_of_declaration(html: str, at: int, context: Context) -> int:
    """Offset behind a comment, or what a browser takes for one; behind the angle bracket itself where it opens nothing."""
    if not html.startswith(("<!", "<?", "</"), at):
        return at + 1
    if not html.startswith("<!--", at):
        end = "]]>" if html.startswith("<![CDATA[", at) and context.is_foreign() else ">"
        close_at = html.find(end, at + 2)
        return close_at + len(end) if close_at >= 0 else len(html)
    if html.startswith((">", "->"), at + 4):  # a comment of nothing
        return html.index(">", at) + 1
    close = _COMMENT_END.search(html, at + 4)
    return close.end() if close else len(html)
