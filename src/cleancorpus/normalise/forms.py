"""Forms: one spelling for what Unicode can spell in several ways. NFC, and presentation forms to the letters they present.

Never NFKC as a whole: it breaks superscripts, fractions, full-width punctuation, Thai SARA AM and Hangul jamo.
"""

from __future__ import annotations

import re
import unicodedata

_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb50-\ufdcf\ufe70-\ufefc]")
"""Latin ligatures and Arabic letter forms; not the word ligatures U+FDF0-FDFF, whose expansion is a phrase."""
_REPLACEMENTS = re.compile("\ufffd{2,}")


def compose(text: str) -> str:
    """NFC, with Latin ligatures and Arabic presentation letters as plain letters, and runs of U+FFFD as one.

    >>> compose("o\\ufb03ce cafe\\u0301")
    'office café'
    """
    text = _PRESENTATION.sub(lambda letter: unicodedata.normalize("NFKC", letter[0]), text)
    return unicodedata.normalize("NFC", _REPLACEMENTS.sub("\ufffd", text))
