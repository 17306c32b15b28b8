"""glued: headlines of other articles set at the article's borders without any announcement: several run together into one
line, or
lines directly under the lead."""

from __future__ import annotations

from cleancorpus.label.labeller import GLUED
from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role

_HEADLINE_SIZE = 25
_GLUED_SIZE, _SURELY_GLUED_SIZE = 85, 105
"""Several headlines run together are longer than one; between the two sizes several must begin inside (chosen by hand)."""
_MIN_RESTARTS = 3
_MOST_COMMAS = 2


def glued(draft: Draft) -> None:
    """Long lines that end like no sentence, directly under the lead or before the end: several headlines run together."""
    if not draft.noisy or draft.is_html:
        return
    for index in draft.free():
        measured = draft.features[index]
        if (
            measured.size < _GLUED_SIZE
            or measured.prose
            or measured.commas > _MOST_COMMAS
            or measured.stopless
            or index == draft.title
        ):
            continue
        if draft.blocks[index].text.rstrip()[-1:] in ":;：；," or measured.capitals < 0.1:
            continue
        if measured.size < _SURELY_GLUED_SIZE and measured.restarts < _MIN_RESTARTS:
            continue
        near_start = draft.first < index <= draft.first + 3
        near_end = draft.last - 1 <= index
        if near_start or near_end or draft.attached(index):
            draft.put(index, Role.RELATED, 0.65, GLUED)


def under_lead(draft: Draft) -> None:
    """Headlines set directly under the lead, where paragraphs stand apart."""
    if not (draft.spaced and draft.noisy):
        return
    index = draft.first + 1
    while index < len(draft.blocks) and draft.attached(index) and not draft.features[index].prose:
        if draft.features[index].size > _HEADLINE_SIZE:
            draft.put(index, Role.RELATED, 0.65, "under-lead")
        index += 1
