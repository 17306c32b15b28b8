"""Romanise: a title in another script as its slug or file name may spell it. Needs the extra ``[translit]``; what it gives is a
key to compare by and never stands in a text."""

from __future__ import annotations

import re
from importlib.util import find_spec

from cleancorpus.errors import missing_extra
from cleancorpus.language.fold import fold

_SOFT = re.compile("[aeiouyjwh]")
_TWICE = re.compile(r"(.)\1+")
_SPELLINGS = str.maketrans({"c": "k", "q": "k", "x": "ks", "z": "s", "g": "k", "d": "t", "b": "p", "v": "f"})
"""Schemes differ in vowels and in how hard a consonant is written; the order of what is left tells titles apart all the same."""


def check_romanising() -> None:
    """Raise before anything is read where nothing can be romanised.

    Raises:
        OptionError: unidecode is not installed.
    """
    if find_spec("unidecode") is None:
        message = "No module named 'unidecode'"
        raise missing_extra("transliteration", "translit", ImportError(message))


def skeleton(text: str) -> str:
    """The consonants of a text in Latin letters, those that schemes of romanisation confuse taken for one; equal for a title and
    for its slug, whichever scheme that follows. Empty without letters.

    >>> skeleton("Трамвай вернулся") == skeleton("tramvaj-vernulsja") == skeleton("tramvay_vernulsya")
    True

    Raises:
        ImportError: unidecode is not installed; `check_romanising` says so in time.
    """
    from unidecode import unidecode  # noqa: PLC0415  an extra, and GPL: never imported unless asked for

    return _TWICE.sub(r"\1", _SOFT.sub("", fold(unidecode(text))).translate(_SPELLINGS))
