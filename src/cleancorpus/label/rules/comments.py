"""comments: the readers' posts under a comments heading."""

from __future__ import annotations

from cleancorpus.label.rules.draft import Draft
from cleancorpus.label.rules.related_cue import section_end
from cleancorpus.role import Role

_ENDS = frozenset({Role.RELATED, Role.LEGAL})
_TAKEN_OVER = frozenset({None, Role.DATE, Role.NAV})
OPENERS = frozenset({"comment-line", "comment-button"})
"""Reasons of lines below which comments may begin."""
_BUTTONS = frozenset({"comment-button", "comment-phrase"})
_MOST_SHARE = 0.5  # a comments line before the greater part of the prose is a link to the comments, not their heading


def comments(draft: Draft) -> None:
    """Everything below a comments heading, up to the next list of links or the site's foot. In HTML up to the end of its
    section."""
    heading = next(
        (index for index in range(len(draft.blocks)) if draft.reason(index) in OPENERS and _is_heading(draft, index)),
        None,
    )
    if heading is None or not _has_other_residue(draft):
        return
    end = section_end(draft, heading) if draft.is_html else len(draft.blocks)
    posts = [index for index in range(heading + 1, end) if draft.features[index].prose and draft.is_free(index)]
    for index in range(heading + 1, end):
        if draft.role(index) in _ENDS:
            return
        if draft.reason(index) in _BUTTONS:
            continue
        if draft.role(index) in _TAKEN_OVER and not (draft.role(index) is Role.NAV and posts and index > posts[-1]):
            draft.replace(index, Role.COMMENT, 0.8, "under-comments")


def _has_other_residue(draft: Draft) -> bool:
    """Whether anything but comment words speaks for a page's frame: in a clean text "Comments" is a heading like any other."""
    return draft.is_html or any(label is not None and label.role is not Role.COMMENT for label in draft.labels)


def _is_heading(draft: Draft, index: int) -> bool:
    sizes = [measured.size if measured.prose else 0.0 for measured in draft.features]
    return sum(sizes[index:]) <= _MOST_SHARE * sum(sizes)
