"""head: kicker and lead, the short line above the title and the standfirst below it."""

from __future__ import annotations

import re

from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.fold import COLONS, fold
from cleancorpus.role import Role

_KICKER_SIZE = 110
_LINKED = 0.5
_LEAD_SIZE = 700
_CLAUSE = re.compile(r"[.!?。,;:]\s*")
_LONG_CLAUSE = 60
_AGENCY_TAG = re.compile(r"^[(（\[【][^()（）\[\]【】]{2,30}[)）\]】]\s?[-–—:]?\s?\S")
_DATELINE = re.compile(r"^[^\W\d_][^.!?\n]{1,45}?(?:\([^)]{2,30}\)\s?)?\s?[-–—]\s")
_BETWEEN = frozenset({Role.DATE, Role.BYLINE, Role.NAV, Role.CAPTION, Role.ALT, Role.RELATED, Role.PROMO})


def kicker(draft: Draft) -> None:
    """The short free line directly above the title, unless the lines above it are a menu of which it is the last."""
    if draft.title is None or draft.title == 0:
        return
    above = draft.title - 1
    while above >= 0 and draft.role(above) is Role.DATE:
        above -= 1
    if above < 0 or not draft.is_free(above):
        return
    measured = draft.features[above]
    if measured.link_density >= _LINKED:
        return  # a breadcrumb or section link
    colon = draft.blocks[above].text.rstrip().endswith(tuple(COLONS))
    alone = above == 0 or (draft.role(above - 1) not in {None, Role.NAV, Role.OTHER}) or draft.is_html
    if measured.size <= _KICKER_SIZE and not measured.prose and (colon or alone) and measured.fold:
        draft.put(above, Role.KICKER, 0.8 if colon else 0.65, "above-title")


def lead(draft: Draft) -> None:
    """The paragraph under the title, where something other than a paragraph sets it apart from the body."""
    if draft.title is None or draft.last < 0:
        return
    index = next(
        (
            at
            for at in range(draft.title + 1, len(draft.blocks))
            if draft.role(at) in {None, Role.BODY, Role.LEAD} and draft.features[at].fold
        ),
        None,
    )
    if index is None or draft.role(index) is Role.LEAD or draft.features[index].size > _LEAD_SIZE or index > draft.last:
        return
    if _is_described(draft, index):
        draft.replace(index, Role.LEAD, 0.85, "description")
    elif draft.features[index].prose and _is_set_apart(draft, index):
        draft.replace(index, Role.LEAD, 0.7, "set-apart")
    elif not draft.features[index].prose and draft.is_free(index) and _introduces(draft, index):
        draft.replace(index, Role.LEAD, 0.6, "under-title")


def _is_described(draft: Draft, index: int) -> bool:
    """The page's own description is this paragraph."""
    description = draft.page.statements.meta_value("og:description", "description", "twitter:description")
    stated = fold(description or "")
    own = draft.features[index].fold
    return (
        len(own) > 40
        and len(stated) > 40
        and (own == stated or (own.startswith(stated[: len(stated) - 3]) and len(stated) > 0.8 * len(own)))
    )


def _is_set_apart(draft: Draft, index: int) -> bool:
    """Residue follows before the next paragraph, an agency's tag opens it, or the next paragraph opens with place and agency."""
    text = draft.blocks[index].text
    following = index + 1
    if following >= len(draft.blocks) or draft.last <= index:
        return False
    if draft.is_html:
        block = draft.blocks[index].markup
        return block is not None and block.bold_chars * 10 > len(text) * 9
    if _AGENCY_TAG.match(text) or draft.role(following) in _BETWEEN or _is_said_again(draft, index):
        return True
    return (
        bool(_DATELINE.match(draft.blocks[following].text))
        and draft.features[following].prose
        and draft.features[index].stops < 3
    )


def _is_said_again(draft: Draft, index: int) -> bool:
    """A later paragraph repeats a long piece of it: standfirsts are made so, paragraphs are not."""
    text = draft.blocks[index].text
    pieces = [piece for piece in _CLAUSE.split(text) if len(piece) > _LONG_CLAUSE]
    return any(
        piece in draft.blocks[at].text for piece in pieces for at in range(index + 1, draft.last + 1) if draft.features[at].prose
    )


def _introduces(draft: Draft, index: int) -> bool:
    """A line too short for prose that ends like a sentence, or a heading of HTML directly under the title."""
    measured = draft.features[index]
    if draft.is_html:
        block = draft.blocks[index]
        return (
            index <= draft.first
            and measured.size > 35
            and measured.link_density < 0.3
            and block.markup is not None
            and index - (draft.title or 0) <= 2
        )
    return measured.ends and measured.size > 35
