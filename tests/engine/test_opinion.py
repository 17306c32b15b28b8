"""An engine's decision in place of ours: role by kind, our role where it agrees, other where it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleancorpus.block import Block, Kind, Markup
from cleancorpus.engine.opinion import take_shares
from cleancorpus.profile import PROFILES, find_profile
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


def test_what_a_page_hides_is_left_out_where_the_profile_says_so() -> None:
    """Whatever another engine keeps of it; other profiles keep it."""
    before = replace(BLOCK, role=Role.BODY, kept=True, markup=Markup(0, shown=False))
    (left,) = take_shares([before], [1.0], find_profile("article+shown"), "theirs")
    (kept,) = take_shares([before], [1.0], PROFILES["article"], "theirs")
    assert left == replace(before, kept=False)
    assert kept.kept
