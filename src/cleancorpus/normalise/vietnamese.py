"""Vietnamese spelling, on request: one place for the tone of ``oa``, ``oe`` and ``uy``, and its own letter ``đ``."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_RIMES = ("oa", "oe", "uy")


def _forms() -> dict[str, str]:
    """Each rime with the tone on its first letter, and the same with it on its second, in small letters, capitals and both."""
    forms = {}
    for rime in _RIMES:
        for letters in (rime, rime.upper(), rime.title()):
            for tone in _TONES:
                first = unicodedata.normalize("NFC", letters[0] + tone + letters[1])
                forms[first] = unicodedata.normalize("NFC", letters + tone)
    return forms


_NEW = _forms()
_OLD = {new: old for old, new in _NEW.items()}


def _pattern(forms: dict[str, str]) -> re.Pattern[str]:
    """The rimes at a word's end, where no consonant decides; ``qu`` is a consonant of its own."""
    return re.compile(rf"(?<![qQ])(?:{'|'.join(sorted(forms))})(?![^\W_])")


_FIRST, _SECOND = _pattern(_NEW), _pattern(_OLD)


def tone_on_first(text: str) -> str:
    """The old way.

    >>> tone_on_first("hoà bình, thuỷ lợi, quý")
    'hòa bình, thủy lợi, quý'
    """
    return _SECOND.sub(lambda found: _OLD[found[0]], text)


def tone_on_second(text: str) -> str:
    """The new way.

    >>> tone_on_second("hòa bình, thủy lợi, của")
    'hoà bình, thuỷ lợi, của'
    """
    return _FIRST.sub(lambda found: _NEW[found[0]], text)


def own_d(text: str) -> str:
    """The Vietnamese letter where the Icelandic eth was typed for it; they look alike as capitals.

    >>> own_d("Ðồng hồ")
    'Đồng hồ'
    """
    return text.replace("\u00d0", "\u0110").replace("\u00f0", "\u0111")
