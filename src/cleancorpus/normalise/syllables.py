"""Vietnamese syllables: whether a word may be one, by how they are built."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ONSETS = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ")
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut "
    "uy uya uych uyên uyêt uynh uyp uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
).split()
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED = re.compile("(?:[ptc]|ch)$")
_RISING_OR_LOW = frozenset("\u0301\u0323")


@cache
def _toneless() -> frozenset[str]:
    return frozenset(onset + rime for onset in _ONSETS for rime in _RIMES)


def is_syllable(word: str) -> bool:
    """Whether a word is built like a Vietnamese syllable: an onset, a rime, at most one tone, and one of two before a stop.

    >>> [is_syllable(word) for word in ("Nguyễn", "nghiêng", "quý", "très", "hocj", "học", "hòc")]
    [True, True, True, False, False, True, False]
    """
    spelled = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(spelled)
    bare = unicodedata.normalize("NFC", _TONES.sub("", spelled))
    if len(tones) > 1 or bare not in _toneless():
        return False
    return not _STOPPED.search(bare) or (bool(tones) and tones[0] in _RISING_OR_LOW)


_VIETNAMESE = re.compile("[ăđĩũơư\u1ea0-\u1ef9]", re.IGNORECASE)


def is_vietnamese(text: str) -> bool:
    """Whether a text holds letters that only Vietnamese in Unicode has."""
    return _VIETNAMESE.search(text) is not None
