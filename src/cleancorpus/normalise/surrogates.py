"""Surrogates: halves of a UTF-16 pair that a broken decoder left as code points."""

from __future__ import annotations

import re

_SURROGATES = re.compile("[\ud800-\udfff]+")


def join_surrogates(text: str) -> str:
    """Pairs become the character they stand for, lone halves U+FFFD.

    >>> join_surrogates("\\ud83d\\ude00 a\\ud83d") == "\\U0001f600 a\\ufffd"
    True
    """
    return _SURROGATES.sub(lambda run: run[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), text)
