"""Stacks: combining marks in an order or a number that no spelling has."""

from __future__ import annotations

import re
import unicodedata

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""The blocks of marks that go on any letter."""
_MARK, _STACK = re.compile(f"[{_MARKS}](?<!\u0345)"), re.compile(f"[^{_MARKS}]?[{_MARKS}]+")
"""Of them the iota below a Greek vowel is a letter, and stays."""
_MOST_MARKS = 3  # phonetic alphabets and Lithuanian dictionaries have three
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_LATE = re.compile("\\w[\u0300\u0301\u0303\u0309\u0323]*[\u0302\u0306]")
_TONE_FIRST = re.compile("([aA](?=.[\u0302\u0306])|[eoEO](?=.\u0302))([\u0300\u0301\u0303\u0309\u0323])(.)")


def drop_stacks(text: str) -> str:
    r"""Letters under four and more marks without any: what is written so is scrawled over, not spelled.

    >>> drop_stacks("Z\u0351\u036b\u0343\u0302algo, x\u0304\u0302") == "Zalgo, x\u0304\u0302"
    True
    """
    return _STACK.sub(_unload, text) if _MARK.search(text) else text


def _unload(stack: re.Match[str]) -> str:
    spelled = unicodedata.normalize("NFD", stack[0])
    bare = _MARK.sub("", spelled)
    return stack[0] if len(spelled) - len(bare) <= _MOST_MARKS else unicodedata.normalize("NFC", bare)


def order_marks(text: str) -> str:
    r"""Vietnamese vowels whose tone was typed before the sign of the vowel: no composition finds these.

    >>> order_marks("ca\u0301\u0302p") == "ca\u0302\u0301p"
    True
    """
    return _LATE.sub(_order, text) if _CIRCUMFLEX in text or _BREVE in text else text


def _order(found: re.Match[str]) -> str:
    ordered, swaps = _TONE_FIRST.subn(r"\1\3\2", unicodedata.normalize("NFD", found[0]))
    return ordered if swaps else found[0]
