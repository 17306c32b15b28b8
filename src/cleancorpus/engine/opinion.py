"""Opinion: what an engine makes of a page's blocks, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from cleancorpus.block import Block, Kind
from cleancorpus.outcome import Outcome
from cleancorpus.profile import Profile
from cleancorpus.role import Role


@dataclass(frozen=True, slots=True)
class Opinion:
    """The blocks as an engine sees them."""

    blocks: tuple[Block, ...]
    """As many and in the same order as it was given; text, kind, span and path are the same."""
    outcome: Outcome = Outcome.OK
    """Anything else overrules what would be said of the page otherwise."""
    message: str = ""
    """Why; empty when all is well."""


class Engine(Protocol):
    """Decides which blocks of a page are kept."""

    def load(self) -> None:
        """Import what it needs.

        Raises:
            OptionError: That is not installed; says what to install.
        """
        ...

    def judge(self, html: str | None, blocks: tuple[Block, ...], profile: Profile) -> Opinion:
        """The engine's view of a page. Deterministic; a page that breaks the engine gets an outcome, not an exception.

        Args:
            html: The decoded page; None for plain text.
            blocks: Its blocks as our own labeller and the profile left them.
            profile: What is to be kept.
        """
        ...


def take_shares(blocks: Sequence[Block], shares: Sequence[float], profile: Profile, reason: str) -> tuple[Block, ...]:
    """The blocks with an engine's decision in place of ours.

    Args:
        blocks: As our own labeller left them.
        shares: For each how much of it the engine kept, 0.0 for a block that it left out.
        profile: Says which roles would be kept.
        reason: The engine's name.

    Returns:
        As many blocks. One that the engine kept is heading or body by its kind, scored by its share. One that it left out keeps
        the role, score and reason that we gave it; ``other`` with score 0.0 if the profile would keep that role. What the
        profile leaves out in any case stays as we gave it.
    """
    return tuple(_take(block, share, profile, reason) for block, share in zip(blocks, shares, strict=True))


def _take(block: Block, share: float, profile: Profile, reason: str) -> Block:
    if profile.leaves_out(block):
        return replace(block, kept=False)
    if share:
        role = Role.HEADING if block.kind is Kind.HEADING else Role.BODY
        return replace(block, role=role, kept=True, score=share, reason=reason)
    if block.role in profile.keeps:
        return replace(block, role=Role.OTHER, kept=False, score=0.0, reason=reason)
    return replace(block, kept=False)
