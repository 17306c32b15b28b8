"""Style: whether what an element says of itself hides it, as CSS reads a ``style``.

Later declarations win over earlier ones, important ones over others, and one with a value that does not exist counts for nothing
(CSS Cascading and Inheritance 4; CSS Display 3). Style sheets are not read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_NO_DECLARATION = re.compile(
    r"""/\*.*?(?:\*/|\Z)   # a comment
    |"(?:[^"\\]|\\.)*"?    # strings
    |'(?:[^'\\]|\\.)*'?
    |\([^()]*\)?           # what stands in brackets: addresses, colours""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.DOTALL)
_IMPORTANT = re.compile(r"!\s*important$")
_HIDING_WORDS = ("none", "hidden", "collapse", "\\")
_KEPT = frozenset({"initial", "inherit", "unset"})
_VALUES = {
    "display": _KEPT
    | {"none", "block", "inline", "inline-block", "flex", "inline-flex", "grid", "inline-grid", "table", "inline-table"}
    | {"contents", "list-item", "flow", "flow-root", "run-in", "ruby", "ruby-base", "ruby-text", "ruby-base-container"}
    | {"ruby-text-container", "math", "table-row", "table-cell", "table-column", "table-caption", "table-row-group"}
    | {"table-column-group", "table-header-group", "table-footer-group", "-webkit-box", "-webkit-inline-box", "-webkit-flex"}
    | {"-webkit-inline-flex", "-ms-flexbox", "-ms-inline-flexbox", "-ms-grid", "-moz-box"},
    "visibility": _KEPT | {"visible", "hidden", "collapse"},
    "content-visibility": _KEPT | {"visible", "auto", "hidden"},
}
"""Values of the properties that show and hide; a browser passes over others."""
_LONGEST = 1_000  # code points: longer ones are not remembered


class _Said(NamedTuple):
    """What a style says of showing."""

    display: str = ""
    """The value that counts; empty where it says nothing."""
    hides: bool = False
    """Whether it hides by anything else."""


_NOTHING = _Said()


def hides(attributes: dict[str, str | None]) -> bool:
    """Whether an element's ``hidden`` or ``style`` hides it: ``display`` of a style is believed before ``hidden``, and what is
    hidden until found is shown, for whoever looks for a word finds it there.

    >>> hides({"style": "color: red; display: none"}), hides({"hidden": ""}), hides({"hidden": "", "style": "display: flex"})
    (True, True, False)
    >>> hides({"style": "display: none !important; display: block"}), hides({"style": "background: url(display:none)"})
    (True, False)
    """
    style = attributes.get("style")
    hidden = "hidden" in attributes and (attributes["hidden"] or "").strip().lower() != "until-found"
    said = _find(style.lower()) if style and (hidden or _may_hide(style)) else _NOTHING
    return said.hides or said.display == "none" or (hidden and not said.display)


def _may_hide(style: str) -> bool:
    """Asked of every style, in words that a search finds fast."""
    lowered = style.lower()
    return any(word in lowered for word in _HIDING_WORDS)


def _find(style: str) -> _Said:
    return _remember(style) if len(style) <= _LONGEST else _read(style)


@lru_cache(maxsize=4096)  # a function of the style alone, which many elements of a page share
def _remember(style: str) -> _Said:
    return _read(style)


def _read(style: str) -> _Said:
    bare = _NO_DECLARATION.sub(lambda found: " " if found[0].startswith("/*") else "_", style)
    said: dict[str, str] = {}
    important: set[str] = set()
    for declaration in bare.split(";"):
        name, _, value = _unescape(declaration).partition(":")
        name, value = name.strip(), value.strip()
        wins = _IMPORTANT.search(value) is not None
        value = _IMPORTANT.sub("", value).strip()
        if not value or not _VALUES.get(name, frozenset()).issuperset(value.split()) or (name in important and not wins):
            continue
        said[name] = value
        if wins:
            important.add(name)
    hidden = said.get("visibility") in {"hidden", "collapse"} or said.get("content-visibility") == "hidden"
    return _Said(said.get("display", ""), hidden)


def _unescape(text: str) -> str:
    """Letters that were written by their numbers: ``d\\69splay`` is ``display``."""
    return _ESCAPE.sub(lambda found: _letter(int(found[1], 16)) if found[1] else found[2], text) if "\\" in text else text


def _letter(code: int) -> str:
    return chr(code).lower() if 0 < code < 0x110000 else "\ufffd"
