"""Entities: character references that were escaped once too often, as ``&nbsp;`` in the text of a page."""

from __future__ import annotations

import html
import re
from html.entities import html5

_NAME = r"(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
_AMPERSAND = "(?:amp|AMP|#0*38|#[xX]0*26);"
_REFERENCE = re.compile(rf"&(?:{_AMPERSAND})+({_NAME})?|&({_NAME})")
"""A reference, escaped once or more often: of an ampersand, and of what one stands before."""
_SHOWN = frozenset("<>")


def has_entities(text: str) -> bool:
    """Whether a text holds what reads like a character reference."""
    return "&" in text and _REFERENCE.search(text) is not None


def read_entities(text: str) -> str:
    """Character references with their semicolon as the characters they stand for, however often they were escaped.

    Those of ``<`` and ``>`` stay: such a page shows markup on purpose. So does what is no reference of HTML.

    >>> read_entities("H&agrave; N&#7897;i, R&D, &lt;b&gt;")
    'Hà Nội, R&D, &lt;b&gt;'
    """
    return _REFERENCE.sub(_read, text) if "&" in text else text


def _read(match: re.Match[str]) -> str:
    name = match[1] or match[2]
    if name is None:
        return "&"
    known = name.startswith("#") or name in html5  # by its whole name: "&notion;" is no "&not" and "ion;"
    character = html.unescape(f"&{name}") if known else f"&{name}"
    return f"&{name}" if character in _SHOWN else character
