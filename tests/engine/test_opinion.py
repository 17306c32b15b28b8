"""An engine's decision in place of ours: role by kind, our role where it agrees, other where it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.engine.opinion import take_shares
from cleancorpus.profile import PROFILES
from cleancorpus.role import Role

BLOCK = Block("x", Kind.PARAGRAPH, (0, 1), "/html/p[1]", Role.NAV, False, 0.8, "ours", ("spaces",))


@pytest.mark.parametrize(
    ("kind", "role", "share", "expected"),
    [
        (Kind.PARAGRAPH, Role.NAV, 0.75, (Role.BODY, True, 0.75, "theirs")),
        (Kind.LIST_ITEM, Role.LEAD, 1.0, (Role.BODY, True, 1.0, "theirs")),
        (Kind.HEADING, Role.TITLE, 1.0, (Role.HEADING, True, 1.0, "theirs")),
        (Kind.PARAGRAPH, Role.NAV, 0.0, (Role.NAV, False, 0.8, "ours")),
        (Kind.PARAGRAPH, Role.BODY, 0.0, (Role.OTHER, False, 0.0, "theirs")),
        (Kind.HEADING, Role.HEADING, 0.0, (Role.OTHER, False, 0.0, "theirs")),
    ],
)
def test_a_decision_is_taken_over(kind: Kind, role: Role, share: float, expected: tuple[Role, bool, float, str]) -> None:
    """Nothing but role, kept, score and reason changes."""
    before = replace(BLOCK, kind=kind, role=role)
    (after,) = take_shares([before], [share], PROFILES["article"], "theirs")
    assert (after.role, after.kept, after.score, after.reason) == expected
    assert replace(after, role=before.role, kept=before.kept, score=before.score, reason=before.reason) == before
