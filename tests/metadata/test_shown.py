"""Shown: which blocks metadata may be read from, and where they stand."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind, Markup
from cleancorpus.metadata.shown import READABLE, show
from cleancorpus.page import Element, InputKind, Page
from cleancorpus.role import Role


def block(role: Role, text: str = "some text", element: int = 0, times: tuple[str, ...] = ()) -> Block:
    """A labelled block."""
    return Block(text, Kind.PARAGRAPH, None, role=role, markup=Markup(element, times=times))


def page(*blocks: Block, elements: tuple[Element, ...] = (), kind: InputKind = InputKind.HTML) -> Page:
    """A page of these blocks."""
    return Page(kind, blocks, elements)


@pytest.mark.parametrize("role", list(Role))
def test_only_readable_roles_are_shown(role: Role) -> None:
    """Noise is not even looked at."""
    assert bool(show(page(block(role)))) == (role in READABLE)


@pytest.mark.parametrize("role", sorted(READABLE))
def test_what_the_page_hides_is_not_read(role: Role) -> None:
    """Whoever is named there, it is nobody that a reader sees."""
    hidden = Block("some text", Kind.PARAGRAPH, None, role=role, markup=Markup(0, shown=False))
    assert not show(page(hidden))


def test_the_head_ends_with_the_first_paragraph() -> None:
    """From a few blocks above the title to the first body block behind it; teasers above may look like paragraphs."""
    roles = [Role.BODY, *[Role.CAPTION] * 7, Role.TITLE, Role.BYLINE, Role.BODY, Role.BYLINE, Role.BODY]
    assert [item.in_head for item in show(page(*map(block, roles)))] == [False, False, *[True] * 9, False, False]


def test_in_text_the_head_goes_on_a_few_lines_below_the_title() -> None:
    """A lead looks like a paragraph there, and the byline stands below it."""
    blocks = (block(Role.TITLE), block(Role.BODY), block(Role.BYLINE), *(block(Role.BODY) for _ in range(4)), block(Role.BYLINE))
    text = [item.in_head for item in show(page(*blocks, kind=InputKind.TEXT)) if item.block.role is Role.BYLINE]
    assert text == [True, False]
    marked = [item.in_head for item in show(page(*blocks)) if item.block.role is Role.BYLINE]
    assert marked == [False, False]


def test_without_a_title_the_head_begins_at_the_top() -> None:
    """A page that shows no title still has a beginning."""
    assert [item.in_head for item in show(page(*map(block, [Role.DATE, Role.LEAD, Role.BODY, Role.DATE])))] == [
        True,
        True,
        True,
        False,
    ]


def test_a_few_blocks_stand_under_the_title() -> None:
    """Below it, in the head, and only where a title is shown."""
    roles = [Role.DATE, Role.TITLE, *[Role.DATE] * 8, Role.BODY]
    assert [item.under_title for item in show(page(*map(block, roles)))] == [False, False, *[True] * 6, False, False, False]
    assert not any(item.under_title for item in show(page(*map(block, [Role.DATE, Role.DATE, Role.BODY]))))


def test_names_are_those_of_the_elements_around() -> None:
    """The element's own, and with its parents' up to the third; broken references are passed over."""
    elements = tuple(Element("div", at - 1, f"level{at}-word{at}") for at in range(5))
    found = show(page(block(Role.BYLINE, element=4), block(Role.BYLINE, element=99), elements=elements))
    assert found[0].own_names == {"level", "word", "4"}
    assert found[0].names == {"level", "word", "4", "3", "2"}
    assert found[1].names == frozenset()


def test_a_date_line_is_beside_what_stands_two_blocks_away() -> None:
    """A byline with a time element counts as one; noise between does too."""
    roles = [Role.BYLINE, Role.NAV, Role.DATE, Role.BODY, Role.BODY, Role.BODY]
    assert [item.beside_date for item in show(page(*map(block, roles)))] == [True, True, True, True, False]
    assert show(page(block(Role.BYLINE, times=("2021-05-03",))))[0].beside_date


def test_text_has_no_marks() -> None:
    """Lines of plain text are not held to what markup would have to show."""
    assert not show(page(block(Role.BYLINE), kind=InputKind.TEXT))[0].marked


def test_blank_blocks_and_empty_pages_show_nothing() -> None:
    """A block that lost its characters speaks of nothing."""
    assert show(page(block(Role.TITLE, ""))) == show(page()) == ()
