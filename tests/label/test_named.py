"""Named rules of pages and texts alike: what stands around the title, copies of it, notices."""

from __future__ import annotations

import pytest

from cleancorpus.role import Role
from tests.label.naming import PROSE, TITLE, named


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("3 May 2021, 10:25", Role.DATE),
        ("28.04.2024, 17:19 Uhr", Role.DATE),
        ("By Anna Kessler", Role.BYLINE),
        ("Cập nhật lúc 10:25, ngày 03/12/2020", Role.DATE),
    ],
)
@pytest.mark.parametrize("taken", [Role.CAPTION, Role.RELATED, Role.NAV, Role.OTHER])
def test_a_date_or_byline_under_the_title_is_one(line: str, role: Role, taken: Role) -> None:
    """Whatever the model takes it for."""
    found = named((TITLE, Role.TITLE), (line, taken), (PROSE, Role.BODY))
    assert found[1] == (role, "head-date" if role is Role.DATE else "head-byline")


def test_below_the_first_paragraph_the_models_word_stands() -> None:
    """A date there is a teaser's."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("3 May 2021", Role.RELATED), ("By Anna Kessler", Role.RELATED))
    assert [role for role, _ in found[2:]] == [Role.RELATED, Role.RELATED]


def test_without_a_title_nothing_is_its_head() -> None:
    """Lists of dated headlines have none."""
    found = named(("3 May 2021", Role.RELATED), ("Another story", Role.RELATED), (PROSE, Role.BODY))
    assert found[0] == (Role.RELATED, "model")


@pytest.mark.parametrize("ending", [" - Photo 2", " - Ảnh 1.", " 3", " – Bild 12"])
def test_the_title_with_a_number_stood_for_a_picture(ending: str) -> None:
    """Whatever the model takes it for; a headline that goes on with words is one."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), (f"{TITLE}{ending}", Role.CAPTION), (PROSE, Role.BODY))
    assert found[2] == (Role.ALT, "alt-number")
    longer = named((TITLE, Role.TITLE), (f"{TITLE} of the year 2021", Role.RELATED), (PROSE, Role.BODY))
    assert longer[1] == (Role.RELATED, "model")
    short = named(("Boats", Role.TITLE), ("Boats 2", Role.HEADING), (PROSE, Role.BODY))
    assert short[1] == (Role.HEADING, "model")


@pytest.mark.parametrize("role", [Role.BODY, Role.COMMENT, Role.RELATED, Role.NAV])
def test_a_line_that_begins_with_the_sign_is_legal(role: Role) -> None:
    """The footer stands right behind the comments; a comment that only speaks of a copyright is one."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("© 2025 Heath Courier. All rights reserved.", role))
    assert found[2] == (Role.LEGAL, "copyright-sign")
    spoken = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("All rights reserved, they say!", Role.COMMENT))
    assert spoken[2] == (Role.COMMENT, "model")
