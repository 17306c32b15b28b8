"""Hyphenation: words that the end of a line parted, on request."""

from __future__ import annotations

import re

_PARTED = re.compile(r"(?<=[^\W\d_]{2})-\n(?=[^\W\d_]{2})")


def join_parted(text: str) -> str:
    r"""Words in one piece where a hyphen at a line's end stands between small letters; names and numbers keep theirs.

    >>> join_parted("infor-\nmation, Covid-\n19, Bad-\nHomburg")
    'information, Covid-\n19, Bad-\nHomburg'
    """
    return _PARTED.sub(lambda found: "" if _parts_word(text, found) else found[0], text)


def _parts_word(text: str, found: re.Match[str]) -> bool:
    return text[found.start() - 1].islower() and text[found.end()].islower()
