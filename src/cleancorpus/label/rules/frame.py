"""frame: what stands before the title and behind the last paragraph, once it is known where the article is."""

from __future__ import annotations

from cleancorpus.block import Kind
from cleancorpus.label.rules.draft import Draft
from cleancorpus.label.rules.teaser_pairs import SUMMARY
from cleancorpus.language.lexicon import Cue
from cleancorpus.role import Role

_LINKED = 0.5
_HEADLINE_SIZE = 32  # shorter links are menu entries, longer ones headlines (chosen by hand on news pages)
_END_MARKS = frozenset({Role.RELATED, Role.LEGAL, Role.COMMENT, Role.PROMO, Role.NAV, Role.BYLINE})
_FEW = 6
_TEASER_SIZE = 20


def frame(draft: Draft) -> None:
    """Label the free blocks outside the article: links by their length, the rest as the furniture of its neighbours."""
    if not draft.noisy or draft.last < 0:
        return
    if draft.is_html:
        _frame_of_html(draft)
    else:
        _head_of_text(draft)
        _tail_of_text(draft)


def _frame_of_html(draft: Draft) -> None:
    for index in draft.free():
        if draft.in_article(index) or index == draft.title:
            continue
        measured = draft.features[index]
        if measured.prose and draft.title is not None and draft.title < index < draft.first and measured.link_density < _LINKED:
            draft.put(index, Role.LEAD, 0.6, "between-title-and-body")
            continue
        near = draft.title is not None and draft.title - 3 <= index < draft.first
        if near and measured.link_density < _LINKED:
            continue  # kicker, lead, byline: judged by the rules of the head
        if measured.link_density >= _LINKED:
            role = Role.RELATED if measured.headline_link else Role.NAV
            draft.put(index, role, 0.7, "links-outside")
        elif draft.blocks[index].kind is Kind.CONTROL:
            draft.put(index, Role.NAV, 0.7, "controls-outside")
        elif measured.prose:
            follows_link = (
                index > 0 and draft.features[index - 1].link_density >= _LINKED and draft.features[index - 1].size >= _TEASER_SIZE
            )
            draft.put(index, *((Role.RELATED, 0.6, SUMMARY) if follows_link else (Role.OTHER, 0.5, "prose-outside")))
        elif not _closes_article(draft, index):
            draft.put(index, Role.NAV if measured.size < _HEADLINE_SIZE else Role.OTHER, 0.5, "outside")


def _closes_article(draft: Draft, index: int) -> bool:
    """A list, table or code directly behind the last paragraph, in the same container: the article's last words."""
    if draft.blocks[index].kind not in {Kind.LIST_ITEM, Kind.TABLE, Kind.CODE, Kind.QUOTE} or index < draft.last:
        return False
    if any(not draft.is_free(at) or draft.blocks[at].kind is not draft.blocks[index].kind for at in range(draft.last + 1, index)):
        return False
    above = [at for at in list(draft.ancestors(draft.last))[1:3] if draft.page.elements[at].tag not in {"body", "html"}]
    return any(draft.extents[element][0] <= index < draft.extents[element][1] for element in above)


def _head_of_text(draft: Draft) -> None:
    """Lines above the title, and what is left between it and the first paragraph when the head is a menu."""
    start = draft.first
    if draft.framed and draft.title is None:
        for index in range(start):
            draft.put(index, *_outside_label(draft, index))
        return
    if draft.title is not None and draft.title < start:
        for index in range(draft.title):
            draft.put(index, *_outside_label(draft, index))
        return
    head = [index for index in range(start) if draft.is_free(index)]
    menu = sum(draft.role(index) is Role.NAV for index in range(start))
    if menu and len(head) + menu > _FEW:
        for index in head[:-1]:
            draft.put(index, *_outside_label(draft, index))


def _tail_of_text(draft: Draft) -> None:
    """What stands behind the last paragraph, from the first mark of the article's end on."""
    end = draft.last + 1
    if draft.framed:
        for index in range(end, len(draft.blocks)):
            draft.put(index, *_outside_label(draft, index))
        return
    mark = next((index for index in range(end, len(draft.blocks)) if draft.role(index) in _END_MARKS), None)
    if mark is None:
        return
    free = [index for index in range(end, len(draft.blocks)) if draft.is_free(index)]
    before = [index for index in free if index < mark]
    if len(before) > _FEW:
        mark = end
    for index in free:
        sentence = draft.features[index].ends and draft.features[index].size > _HEADLINE_SIZE
        if (index > mark or len(before) > _FEW) and not sentence:
            draft.put(index, *_outside_label(draft, index))


def _outside_label(draft: Draft, index: int) -> tuple[Role, float, str]:
    measured = draft.features[index]
    if measured.prose:
        return Role.OTHER, 0.5, "prose-outside"
    if draft.lexicon.lines.get(measured.key) is Cue.NAV or measured.size < _HEADLINE_SIZE:
        return Role.NAV, 0.6, "line-outside"
    return Role.RELATED, 0.55, "headline-outside"
