"""furniture: whole lines and phrases that only a page's frame uses, by the lexicon: navigation, promotion, comments.

What invites to comment is navigation: a button, and the small print of a form.
"""

from __future__ import annotations

import re
from collections import Counter

from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.fold import COLONS, phrase_key, without_count
from cleancorpus.language.lexicon import Cue
from cleancorpus.role import Role

_ROLES = {Cue.NAV: Role.NAV, Cue.PROMO: Role.PROMO, Cue.COMMENT: Role.COMMENT}
_PHRASE_SIZE = 240  # a longer block is prose that may quote such words
_NUMBERS = re.compile(r"^(?:\d{1,4}[\s.…|]+)+|(?:[\s.…|]+\d{1,4})+$")
MEMBER_COUNT = "member-count"
"""Reason of a line that says how much somebody has written."""
_FEWEST_MEMBERS = 3
"""Lines that say how many comments there are, with the same words: beside that many names they say how many each has written."""
_MANY = 3  # parts between separators that make a menu of a line
_COLON = frozenset(COLONS)


def furniture(draft: Draft) -> None:
    """Blocks that are a known line, open with a tag or share label, hold a known phrase, or list menu words with separators."""
    counts = Counter(bare for measured in draft.features if (bare := without_count(measured.key)) != measured.key)
    for index in draft.free():
        key, size = draft.features[index].key, draft.features[index].size
        if size > _PHRASE_SIZE or not key:
            continue
        bare = key if key in draft.lexicon.lines else without_count(key)
        cue = draft.lexicon.lines.get(bare) or _find_pager(draft, key)
        if bare in draft.lexicon.buttons or (cue is None and draft.lexicon.is_run(key)):
            draft.put(index, Role.NAV, 0.9, "comment-button" if bare in draft.lexicon.buttons else "menu-line")
        elif cue is Cue.COMMENT and counts[bare] >= _FEWEST_MEMBERS:
            draft.put(index, Role.OTHER, 0.8, MEMBER_COUNT)
        elif cue in _ROLES:
            draft.put(index, _ROLES[cue], 0.9, f"{cue}-line")
        elif (label := draft.lexicon.openers_colon[Cue.NAV].match(key)) and _colon_follows(draft.blocks[index].text, label):
            draft.put(index, Role.NAV, 0.85, "nav-label")
        elif _is_menu(draft, draft.blocks[index].text):
            draft.put(index, Role.NAV, 0.85, "menu-line")
        elif (cue := draft.lexicon.phrase_in(key)) in _ROLES:
            draft.put(index, Role.NAV if cue is Cue.COMMENT else _ROLES[cue], 0.8, f"{cue}-phrase")


def _find_pager(draft: Draft, key: str) -> Cue | None:
    """NAV for page numbers with a known word behind or before them: "1 2 3 next"."""
    bare = _NUMBERS.sub("", key)
    return draft.lexicon.lines.get(bare) if bare != key and draft.lexicon.lines.get(bare) is Cue.NAV else None


def _colon_follows(text: str, label: str) -> bool:
    return not _COLON.isdisjoint(text[: len(label) + 6].rstrip()[len(label) - 1 :])


def _is_menu(draft: Draft, text: str) -> bool:
    """Breadcrumbs and share bars in one line: several short parts between separators, one of them a known menu word."""
    for separator in (" > ", " » ", " › ", " | ", " / ", " · ", " • ", " ‹ "):
        parts = text.split(separator)
        if len(parts) >= _MANY and max(map(len, parts)) < 40:
            return any(draft.lexicon.lines.get(phrase_key(part)) is Cue.NAV for part in parts)
    return False
