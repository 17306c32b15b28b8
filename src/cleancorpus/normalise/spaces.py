"""Spaces: every Unicode space is a space, runs are one, lines have none at their ends. Code keeps its white space."""

from __future__ import annotations

import re

_UNUSUAL_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUN = re.compile("[ \t]{2,}|\t")
_AROUND_LINE_END = re.compile(" *\n *")
_BLANK_LINES = re.compile("\n{3,}")


def plain_spaces(text: str) -> str:
    r"""Every space character as U+0020; tabs stay, they are layout in code.

    >>> plain_spaces("100\xa0000")
    '100 000'
    """
    return _UNUSUAL_SPACE.sub(" ", text)


def collapse_spaces(text: str) -> str:
    """One space for a run, none at the ends of lines, one blank line at most, none at the ends of the text."""
    if "  " in text or "\t" in text:
        text = _RUN.sub(" ", text)
    if "\n" in text:
        text = _BLANK_LINES.sub("\n\n", _AROUND_LINE_END.sub("\n", text))
    return text.strip(" \n")


def plain_hyphens(text: str) -> str:
    """HYPHEN and NON-BREAKING HYPHEN as the hyphen-minus that everyone types and searches for."""
    return text.replace("\N{HYPHEN}", "-").replace("\N{NON-BREAKING HYPHEN}", "-")
