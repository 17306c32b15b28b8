"""Targets: the role that each block of a batch of gold pages is to get, by name, and whether it is certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleancorpus.block import Kind
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.role import Role
from training.golds import GoldPage

_NAMED_BY_RULES = frozenset({Role.CAPTION, Role.BYLINE, Role.DATE, Role.COMMENT, Role.RELATED, Role.NAV, Role.PROMO})
"""What the named rules may teach the model, of blocks that no gold names: cues and class words of many languages are in them."""
_ROLES = frozenset(Role)
_CONTENT = "content"  # lines of an article whose gold tells no roles apart


class Targets(NamedTuple):
    """One entry a block."""

    roles: list[Role | None]
    """None where nothing is known."""
    certain: NDArray[np.bool_]
    """Whether a person, a publisher or the composition gave it, and no heuristic."""


def target_html(pages: Sequence[GoldPage]) -> Targets:
    """What golds and, of blocks outside the content that no gold names, the named rules say."""
    batch = Batch([page.page for page in pages])
    names = [name for page in pages for name in page.roles]
    shares = [share for page in pages for share in page.content]
    sets = [page.set for page in pages for _ in page.roles]
    found = [_target(batch, at, *facts) for at, facts in enumerate(zip(names, shares, sets, strict=True))]
    ruled = [label.role for labels in RuleLabeller().label(batch.pages) for label in labels.labels]
    learned = [
        rule if role is None and share < 0.5 and rule in _NAMED_BY_RULES else role
        for role, rule, share in zip(found, ruled, shares, strict=True)
    ]
    certain = np.array([sure for page in pages for sure in page.certain], dtype=bool)
    certain |= np.array([bool(role) and not name for role, name in zip(found, names, strict=True)], dtype=bool)
    return Targets(learned, certain)


def target_text(pages: Sequence[GoldPage]) -> Targets:
    """What golds say. Of content without roles only paragraphs behind the first are surely body."""
    batch = Batch([page.page for page in pages])
    names = [name for page in pages for name in page.roles]
    before = batch.before(batch.prose)
    roles = [
        (Role.BODY if batch.prose[at] and before[at] else None) if name == _CONTENT else Role(name) if name in _ROLES else None
        for at, name in enumerate(names)
    ]
    return Targets(roles, np.array([sure for page in pages for sure in page.certain], dtype=bool))


def _target(batch: Batch, at: int, role: str, share: float, name: str) -> Role | None:
    """The role that a block is to get; None where nothing is known."""
    heading = batch.blocks[at].kind is Kind.HEADING
    if role in _ROLES:
        return Role.HEADING if role == "body" and heading and name == "l3s_typed" else Role(role)
    if role == "supplement":
        return _supplement(batch, at)
    if name in {"wcxb_dev", "dragnet"} and share >= 0.5:
        return _article_part(batch, at, heading=heading)
    return None


def _supplement(batch: Batch, at: int) -> Role:
    """L3S-GN1 has one role for captions, bylines and dates."""
    if batch.cues[at] & Cues.DATE_LINE:
        return Role.DATE
    short = batch.words[at] <= 8
    return Role.BYLINE if short and batch.cues[at] & (Cues.BYLINE | Cues.NAME) else Role.CAPTION


def _article_part(batch: Batch, at: int, *, heading: bool) -> Role | None:
    """Content without a typed gold: the first paragraph may be a lead, and is left open."""
    if heading:
        return (
            Role.TITLE if batch.level[at] == 1 and batch.folds[at] in batch.stated[int(batch.page[at])].titles else Role.HEADING
        )
    before = batch.remember("paragraphs_before", lambda: batch.before(batch.plain_prose))
    return Role.BODY if before[at] else None
