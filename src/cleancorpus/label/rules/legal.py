"""legal: copyright, imprint and licence of the site."""

from __future__ import annotations

import re

from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.lexicon import Cue
from cleancorpus.role import Role

_SHORT = 320  # a notice; a paragraph about copyright is longer or holds no notice phrase
_SIGN = re.compile(r"©|℗|\(c\)\s?(?:19|20)\d{2}", re.IGNORECASE)


def legal(draft: Draft) -> None:
    """Blocks that open with a copyright sign or a notice's words, or are short and hold a notice's phrase."""
    for index in draft.free():
        text, measured = draft.blocks[index].text, draft.features[index]
        if measured.size > _SHORT:
            continue
        signed = _SIGN.match(text) is not None and not _is_photo_credit(draft, text)
        if signed or draft.lexicon.openers[Cue.LEGAL].match(measured.key):
            draft.put(index, Role.LEGAL, 0.95, "copyright-sign" if signed else "legal-cue")
        elif "©" in text[-60:] and any(character.isdigit() for character in text) and measured.size < _SHORT / 2:
            draft.put(index, Role.LEGAL, 0.8, "copyright-sign")
        elif draft.lexicon.phrase_in(measured.key) is Cue.LEGAL:
            draft.put(index, Role.LEGAL, 0.85, "legal-cue")


def _is_photo_credit(draft: Draft, text: str) -> bool:
    """Whether a sign stands for who took a picture: no year, and nothing but names."""
    return len(text) < 60 and not any(character.isdigit() for character in text) and draft.is_html
