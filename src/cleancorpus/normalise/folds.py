"""Folds: characters that are another's form, on request: width, type face, punctuation, stretching strokes."""

from __future__ import annotations

import re
import unicodedata

_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]|[\uff66-\uff9f]+")
_FACES = re.compile("[\U0001d400-\U0001d7ff]")
_PUNCTUATION = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_DASH_AT_END = re.compile(r"(?<=\w)[–—―](?=\n)")
"""A dash at a line's end gets a space in front, or it would be a hyphen that parts a word."""
_ARABIC = "\u0620-\u063f\u0641-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f"
_STROKES = re.compile(f"(?<=[{_ARABIC}])\u0640+(?=[{_ARABIC}])")


def fold_width(text: str) -> str:
    """Full-width letters and digits as plain ones, half-width katakana with their marks as full.

    >>> fold_width("ＡＢＣ１２３，ｶﾞｷﾞ！")
    'ABC123，ガギ！'
    """
    return _WIDE.sub(_compatible, text)


def fold_math(text: str) -> str:
    """Mathematical alphanumerics as plain letters and digits. Letters outside their block, as ``ℕ``, stay.

    >>> fold_math("𝐇𝐞𝐥𝐥𝐨 𝓯𝓪𝓷𝓬𝔂")
    'Hello fancy'
    """
    return _FACES.sub(_compatible, text)


def _compatible(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def fold_punctuation(text: str) -> str:
    """Quotation marks, dashes and ellipses as ASCII has them.

    >>> fold_punctuation("“Hai tốt” – it’s ok…")
    '"Hai tốt" - it\\'s ok...'
    """
    return _DASH_AT_END.sub(" -", text).translate(_PUNCTUATION)


def strip_tatweel(text: str) -> str:
    """Arabic words without the strokes between their letters; one at a word's end, as in the sign of the Hijri year, stays.

    >>> strip_tatweel("العـــربية 1445 هـ")
    'العربية 1445 هـ'
    """
    return _STROKES.sub("", text)
