"""Select: which blocks stay under a profile."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind, Markup
from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.profile import PROFILES, Profile, find_profile
from cleancorpus.role import Role
from cleancorpus.selection.select import apply_labels

ARTICLE = (Role.NAV, Role.TITLE, Role.LEAD, Role.BODY, Role.HEADING, Role.BODY, Role.HEADING, Role.RELATED)


def select(
    roles: tuple[Role, ...], profile: Profile, kind: Kind = Kind.PARAGRAPH, texts: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """Blocks with the given roles under a profile."""
    blocks = [Block(text, kind, None) for text in (texts or tuple(f"Text {number}" for number in range(len(roles))))]
    return apply_labels(blocks, PageLabels(tuple(Label(role, 0.123456, "stub") for role in roles)), profile)


def kept(blocks: tuple[Block, ...]) -> list[Role]:
    """Roles of the kept blocks."""
    return [block.role for block in blocks if block.kept]


def test_every_block_comes_back_labelled_and_in_order() -> None:
    """Role, reason and a rounded score on each; the text as it was; the input unchanged."""
    blocks = select(ARTICLE, PROFILES["article"])
    assert [block.role for block in blocks] == list(ARTICLE)
    assert [block.text for block in blocks] == [f"Text {number}" for number in range(len(ARTICLE))]
    assert {(block.score, block.reason) for block in blocks} == {(0.1235, "stub")}


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("article", [Role.LEAD, Role.BODY, Role.HEADING, Role.BODY, Role.HEADING]),
        ("strict", [Role.LEAD, Role.BODY, Role.HEADING, Role.BODY]),
        ("page", [Role.LEAD, Role.BODY, Role.HEADING, Role.BODY, Role.HEADING]),
        ("full", [Role.TITLE, Role.LEAD, Role.BODY, Role.HEADING, Role.BODY, Role.HEADING]),
    ],
)
def test_a_profile_keeps_its_roles(profile: str, expected: list[Role]) -> None:
    """Strict ends with the last paragraph; full has the title too."""
    assert kept(select(ARTICLE, PROFILES[profile])) == expected


def test_strict_keeps_nothing_of_headings_alone() -> None:
    """Headings without any text below them are no article."""
    assert kept(select((Role.HEADING, Role.HEADING, Role.NAV), PROFILES["strict"])) == []


def test_a_profile_of_ones_own() -> None:
    """Any set of roles can be kept, or none."""
    assert kept(select(ARTICLE, Profile("links", frozenset({Role.NAV, Role.RELATED})))) == [Role.NAV, Role.RELATED]
    assert kept(select(ARTICLE, Profile("nothing", frozenset()))) == []


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_a_block_without_text_is_never_kept(profile: str) -> None:
    """Whatever its role."""
    assert kept(select((Role.BODY, Role.NAV), PROFILES[profile], texts=("", "Home"))) == []
    assert kept(select((Role.BODY,), PROFILES[profile], Kind.LINE, texts=("",))) == []


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_a_text_without_residue_stays_as_it_is(profile: str) -> None:
    """Lines of plain text among which only the title would be left out are clean already."""
    roles = (Role.TITLE, Role.LEAD, Role.BODY, Role.HEADING)
    assert kept(select(roles, PROFILES[profile], Kind.LINE)) == list(roles)


def test_residue_makes_a_text_one_to_be_cleaned() -> None:
    """One line of navigation, and the title goes to the metadata again."""
    assert kept(select((Role.TITLE, Role.BODY, Role.NAV), PROFILES["article"], Kind.LINE)) == [Role.BODY]


def test_a_page_of_html_is_never_taken_for_a_clean_text() -> None:
    """In HTML the title is metadata, also where nothing else is left out."""
    assert kept(select((Role.TITLE, Role.BODY), PROFILES["article"])) == [Role.BODY]


def test_no_blocks_give_none() -> None:
    """An empty page stays empty."""
    assert select((), PROFILES["strict"]) == ()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_labels_that_do_not_fit_the_blocks_are_an_error(count: int) -> None:
    """A labeller that loses count is found out, not patched over."""
    labels = PageLabels((Label(Role.BODY, 1.0, "stub"),) * count)
    with pytest.raises(ValueError, match="zip"):
        apply_labels([Block("a", Kind.RUN, None), Block("b", Kind.RUN, None)], labels, PROFILES["article"])


def test_page_keeps_posts_where_the_page_is_for_them() -> None:
    """A thread of readers' posts and nothing else is what the page is for."""
    thread = (Role.TITLE, Role.COMMENT, Role.COMMENT, Role.COMMENT)
    assert kept(select(thread, PROFILES["page"])) == [Role.COMMENT] * 3


def test_strict_has_no_heading_whose_paragraphs_are_all_left_out() -> None:
    """What the page hides goes first, then what has nothing below it."""
    roles = (Role.BODY, Role.HEADING, Role.BODY)
    blocks = [Block(f"Text {at}", Kind.PARAGRAPH, None, markup=Markup(0, shown=at != 2)) for at in range(3)]
    labels = PageLabels(tuple(Label(role, 1.0, "stub") for role in roles))
    found = apply_labels(blocks, labels, find_profile("strict+shown"))
    assert [(block.kept, block.reason) for block in found] == [(True, "stub"), (False, "stub"), (False, "hidden")]
