"""What the named rules say of a text: they follow its order and know phrases of many languages, and are sometimes wrong.

A forest learns from this where they can be trusted. Of HTML nothing is asked: there the markup says more, and rules cost time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.registry import feature
from cleancorpus.label.labeller import PageLabels
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.page import InputKind
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch, Flags, Floats, Ints
    from cleancorpus.label.features.registry import Column

_ROLES = tuple(Role)
_NUMBER = {role: number for number, role in enumerate(_ROLES)}
_NOTHING = -1
_AT = (-2, -1, 1, 2)
_PARTS = {
    "article": (Role.LEAD, Role.HEADING, Role.BODY),
    "title": (Role.TITLE,),
    "related": (Role.RELATED,),
    "comment": (Role.COMMENT,),
}


def label_by_rules(batch: Batch) -> list[PageLabels]:
    """The rules' labels of each page of a batch; none for pages of HTML."""
    labelled = iter(RuleLabeller(lexicon=batch.lexicon).label([page for page in batch.pages if page.kind is InputKind.TEXT]))
    return [next(labelled) if page.kind is InputKind.TEXT else PageLabels(()) for page in batch.pages]


def _read(batch: Batch) -> tuple[Ints, Floats]:
    """Number of each block's role, and the score the rules give it."""
    roles = np.full(batch.size, _NOTHING, dtype=np.int64)
    scores = np.zeros(batch.size)
    for start, page in zip(batch.starts.tolist(), batch.read_once(label_by_rules), strict=True):
        own = slice(start, start + len(page.labels))
        roles[own] = [_NUMBER[label.role] for label in page.labels]
        scores[own] = [label.score for label in page.labels]
    return roles, scores


def is_ruled(batch: Batch, *roles: Role) -> Flags:
    """Whether the rules give a block one of some roles; of HTML none is."""
    return np.isin(batch.read_once(_read)[0], [_NUMBER[role] for role in roles])


@feature("yes/no", *_ROLES)
def rule_says(batch: Batch) -> list[Column]:
    """Whether the rules give it this role."""
    return [is_ruled(batch, role) for role in _ROLES]


@feature("number of a role", *_AT)
def rule_says_at(batch: Batch) -> list[Column]:
    """What the rules say of the block so many behind it (before it, if negative); -1 beyond the page."""
    roles = batch.read_once(_read)[0]
    return [batch.beside(roles, offset, _NOTHING) for offset in _AT]


@feature("0-1")
def rule_score(batch: Batch) -> Column:
    """How sure the rules are."""
    return batch.read_once(_read)[1]


@feature("blocks", *_PARTS)
def ruled_before(batch: Batch) -> list[Column]:
    """Blocks before it that the rules call parts of the article, title, related or comment."""
    return [batch.before(is_ruled(batch, *roles)) for roles in _PARTS.values()]


@feature("blocks", *_PARTS)
def ruled_behind(batch: Batch) -> list[Column]:
    """The same behind it."""
    columns: list[Column] = []
    for roles in _PARTS.values():
        flags = is_ruled(batch, *roles)
        columns.append(batch.page_sum(flags) - batch.before(flags) - flags)
    return columns
