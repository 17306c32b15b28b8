"""Entities: character references that were escaped once too often, as ``&nbsp;`` in the text of a page."""

from __future__ import annotations

import html
import re

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SHOWN = frozenset("<>")


def has_entities(text: str) -> bool:
    """Whether a text holds what reads like a character reference."""
    return "&" in text and _REFERENCE.search(text) is not None


def read_entities(text: str) -> str:
    """Character references with their semicolon as the characters they stand for, once.

    Those of ``<`` and ``>`` stay: such a page shows markup on purpose. So does what is no reference of HTML.

    >>> read_entities("H&agrave; N&#7897;i, R&D, &lt;b&gt;")
    'Hà Nội, R&D, &lt;b&gt;'
    """
    return _REFERENCE.sub(_read, text) if "&" in text else text


def _read(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    return match[0] if character in _SHOWN else character
