"""Hyphenation: words that the end of a line parted, on request."""

from __future__ import annotations

import re

_PARTED = re.compile(r"(?<=[^\W\d_]{2})-\n(?=[^\W\d_]{2})")
_LONGEST_PART = 40


def join_parted(text: str) -> str:
    r"""Words in one piece where a hyphen at a line's end stands between small letters; names, numbers and words that have another
    hyphen keep theirs.

    >>> join_parted("infor-\nmation, Covid-\n19, Bad-\nHomburg, mother-in-\nlaw")
    'information, Covid-\n19, Bad-\nHomburg, mother-in-\nlaw'
    """
    return _PARTED.sub(lambda found: "" if _parts_word(text, found) else found[0], text)


def _parts_word(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _LONGEST_PART) : found.start()]
    compound = "-" in before.rpartition(" ")[2].rpartition("\n")[2]
    return not compound and text[found.start() - 1].islower() and text[found.end()].islower()
