"""Invisibles: format characters that carry nothing in the script they stand in.

Zero-width joiners and spaces stay where scripts need them: Persian, Indic and Tibetan spelling, emoji, word boundaries of Thai,
Lao, Khmer, Burmese, Javanese and Tai.
"""

from __future__ import annotations

import re

# BOM, soft hyphen with a line end after it, word joiner and invisible operators, bidi controls, annotation marks, combining
# grapheme joiner, Hangul fillers, noncharacters, private use.
_ALWAYS = re.compile(
    "[\xad\ufeff\u2060-\u206f\u200e\u200f\u202a-\u202e\u061c\ufff9-\ufffb\u034f\u115f\u1160\uffa0\ufdd0-\ufdef\ufffe\uffff"
    "\ue000-\uf8ff](?:(?<=\xad)\n)?"
)
_MAY_BE_NO_CHARACTER = re.compile("[\U0001fffe-\U0010ffff]")
"""Looked for first, for a pattern of many astral ranges takes ten times as long."""
_NO_CHARACTER = re.compile(
    "[\U000f0000-\U0010ffff"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 15))
    + "]"
)
"""Noncharacters and private use beyond the first plane."""
_HANGUL_FILLER = "\u3164"
_ZWSP = "\u200b"
_BOUNDARY_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1980-\u19ff\u1a20-\u1aaf\ua980-\ua9ff\uaa60-\uaa7f"
_STRAY_ZWSP = re.compile(f"(?<![{_BOUNDARY_SCRIPTS}])\u200b+|\u200b+(?![{_BOUNDARY_SCRIPTS}\u200b])|(?<=\u200b)\u200b+")
# Arabic with Syriac to Thaana and NKo, Indic to Sinhala, Thai to Burmese, Khmer, Mongolian, and their extensions; Brahmi and its
# kin.
_JOINING = (
    "\u0600-\u07ff\u0840-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u18af"
    "\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefe\U00011000-\U00011fff"
)
_EMOJI = "\u200d\u2190-\u2bff\ufe0f\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\U000e0020-\U000e007f\u2640\u2642"
_STRAY_JOINER = re.compile(f"(?<![{_JOINING}{_EMOJI}\u200c])[\u200c\u200d]+|(?<![{_JOINING}\u200c\u200d])\u200c+")
_TANGLE = re.compile(
    "(?:[\u200c\u200d]+[\ufe00-\ufe0f]+){2,}[\u200c\u200d]*|(?:[\ufe00-\ufe0f]+[\u200c\u200d]+){2,}[\ufe00-\ufe0f]*"
)
"""Joiners and selectors in turn join and select nothing."""
_STRAY_SELECTOR = re.compile("(?:(?<=[A-Za-z\u00c0-\u024f \n])|^)[\ufe00-\ufe0f]+")
_JOINS_OR_SELECTS = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0001-\U000e007f]")
_STRAY_TAGS = re.compile("(?<!\U0001f3f4)(?<![\U000e0020-\U000e007e])[\U000e0001-\U000e007f]+")


def drop_invisibles(text: str) -> str:
    """Without the characters that nobody sees and no script needs.

    >>> drop_invisibles("Bundes\\xadtag\\u200b, \\ufeffmai") , len(drop_invisibles("می\\u200cخواهم"))
    ('Bundestag, mai', 8)
    """
    if _MAY_BE_NO_CHARACTER.search(text):
        text = _NO_CHARACTER.sub("", text)
    text = _ALWAYS.sub("", text).replace(_HANGUL_FILLER, " ")
    if _ZWSP in text:
        text = _STRAY_ZWSP.sub("", text)
    if not _JOINS_OR_SELECTS.search(text):
        return text
    text = _STRAY_JOINER.sub("", _TANGLE.sub("", text))
    return _STRAY_TAGS.sub("", _STRAY_SELECTOR.sub("", text))
