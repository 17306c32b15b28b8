"""slug: lines without accents or capitals in a text that is full of them: file names and image texts made by a machine."""

from __future__ import annotations

import re

from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role

_ACCENTED_SHARE = 0.08  # of the letters of the page's prose: Vietnamese has 0.25 and more, Czech 0.13, French 0.04
_MIN_WORDS = 4
_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = re.compile(r"[a-z0-9 -]+")


def slug(draft: Draft) -> None:
    """In an accented text, lower-case lines of plain ASCII words."""
    prose = [(index, draft.features[index]) for index in range(len(draft.blocks)) if draft.features[index].prose]
    letters = sum(len(draft.blocks[index].text) for index, _ in prose)
    if not letters or sum(measured.accented for _, measured in prose) < _ACCENTED_SHARE * letters:
        return
    for index in draft.free():
        measured, text = draft.features[index], draft.blocks[index].text
        if measured.lower and _PLAIN.fullmatch(text) and len(_WORD.findall(text)) >= _MIN_WORDS and not measured.ends:
            draft.put(index, Role.ALT, 0.85, "slug")
