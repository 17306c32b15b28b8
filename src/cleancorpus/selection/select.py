"""Which blocks stay: those whose role the profile keeps, and everything in a text that holds nothing to leave out."""

from __future__ import annotations

from collections.abc import Sequence

from cleancorpus.block import COPIES, Block, Kind
from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.profile import Profile
from cleancorpus.role import OWN_ROLES, Role

HIDDEN = "hidden"
"""Reason of a block that would be kept, but that the page hides and the profile leaves out for that."""
_ARTICLE = frozenset({Role.LEAD, Role.BODY})


def apply_labels(blocks: Sequence[Block], labels: PageLabels, profile: Profile) -> tuple[Block, ...]:
    """The blocks with role, score, reason, and whether they are kept; as many and in the same order."""
    kept = [stays and bool(block.text) for stays, block in zip(_choose(blocks, labels, profile), blocks, strict=True)]
    if profile.shown_only:
        return _leave_out_hidden(blocks, labels, profile, kept)
    return tuple(_labelled(block, label, kept=stays) for block, label, stays in zip(blocks, labels.labels, kept, strict=True))


def _leave_out_hidden(blocks: Sequence[Block], labels: PageLabels, profile: Profile, kept: list[bool]) -> tuple[Block, ...]:
    hidden = [stays and profile.leaves_out(block) for block, stays in zip(blocks, kept, strict=True)]
    stays = [own and not left for own, left in zip(kept, hidden, strict=True)]
    if profile.ends_with_article:
        stays = _end_with_article(stays, [label.role for label in labels.labels])
    return tuple(
        _labelled(block, label._replace(reason=HIDDEN) if left else label, kept=own)
        for block, label, own, left in zip(blocks, labels.labels, stays, hidden, strict=True)
    )


def _labelled(block: Block, label: Label, *, kept: bool) -> Block:
    """What `dataclasses.replace` gives, without looking at the fields by name: it is done for every block of every page."""
    return Block(
        block.text,
        block.kind,
        block.span,
        block.path,
        label.role,
        kept,
        round(label.score, 4),
        label.reason,
        block.edits,
        block.units,
        block.anchors,
        block.blank_before,
        block.markup,
    )


def _choose(blocks: Sequence[Block], labels: PageLabels, profile: Profile) -> list[bool]:
    roles = [label.role for label in labels.labels]
    if _is_clean_text(blocks, roles):
        return [True] * len(blocks)
    if profile.serves_any_page and labels.wanted is not None:
        return list(labels.wanted)
    keeps = profile.keeps | (_instead_of_article(labels, roles) if profile.serves_any_page else frozenset())
    kept = [label.role in keeps and label.reason not in COPIES for label in labels.labels]
    if not profile.ends_with_article:
        return kept
    if labels.strict is not None:
        kept = [stays and inside for stays, inside in zip(kept, labels.strict, strict=True)]
    return _end_with_article(kept, roles)


def _end_with_article(kept: Sequence[bool], roles: Sequence[Role]) -> list[bool]:
    """No heading stays behind the last paragraph that does."""
    last = max((index for index, role in enumerate(roles) if kept[index] and role is not Role.HEADING), default=-1)
    return [stays and index <= last for index, stays in enumerate(kept)]


def _instead_of_article(labels: PageLabels, roles: Sequence[Role]) -> frozenset[Role]:
    """What a reader came for on a page that is no article: its teasers, or its posts where there is nothing else."""
    if not _ARTICLE & set(roles):
        return frozenset({Role.RELATED, Role.COMMENT})
    return frozenset({Role.RELATED}) if labels.doubt else frozenset()


def _is_clean_text(blocks: Sequence[Block], roles: Sequence[Role]) -> bool:
    """Plain text in which nothing but its title and kicker would be left out: it is clean already and stays as it is, with
    them."""
    is_text = bool(blocks) and blocks[0].kind is Kind.LINE
    return is_text and all(role in OWN_ROLES or not block.text for role, block in zip(roles, blocks, strict=True))
