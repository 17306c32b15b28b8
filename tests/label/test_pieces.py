"""Pieces: a page of very many blocks is labelled in stretches, none lost, each with the elements around it."""

from __future__ import annotations

import pytest

from cleancorpus import Cleaner
from cleancorpus.label import learned, pieces
from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.label.pieces import group_pages, join_labels, split_page
from cleancorpus.page import InputKind, Page
from cleancorpus.role import Role
from tests.label.reading import page_of
from tests.label.stories import STORIES

STORY = STORIES["en"]
ROW = "<div class=row><div><p>{0}</p></div></div>"
HTML = (
    f"<html><body><nav class=menu><a href=/>Home</a></nav><main><h1>{STORY.title}</h1><section>"
    + "".join(ROW.format(f"{number} {STORY.second}") for number in range(9))
    + "</section></main><footer>© Harbour News</footer></body></html>"
)


@pytest.mark.parametrize("most", [1, 2, 3, 5, 11, 12, 100])
def test_each_block_stands_in_its_element(most: int) -> None:
    """Blocks come once and in order; the tags and names from a block up to the root are what they were, and each element says
    which blocks of the piece it holds."""
    page = page_of(HTML, "html")
    found = split_page(page, most)
    assert [block.text for piece in found for block in piece.blocks] == [block.text for block in page.blocks]
    assert max(len(piece.blocks) for piece in found) <= most or most >= len(page.blocks)
    chains = [chain(piece, index) for piece in found for index in range(len(piece.blocks))]
    assert chains == [chain(page, index) for index in range(len(page.blocks))]
    for piece in found:
        for number, element in enumerate(piece.elements):
            assert element.parent < number
            inside = [index for index in range(len(piece.blocks)) if number in numbers(piece, index)]
            assert list(range(element.first, element.last)) == inside


def numbers(page: Page, index: int) -> list[int]:
    """Numbers of the elements from a block up to the root."""
    markup = page.blocks[index].markup
    at = -1 if markup is None else markup.element
    found = []
    while at >= 0:
        found.append(at)
        at = page.elements[at].parent
    return found


def chain(page: Page, index: int) -> list[tuple[str, str]]:
    """Tags and names of these."""
    return [(page.elements[at].tag, page.elements[at].names) for at in numbers(page, index)]


def test_a_page_in_one_piece_is_itself() -> None:
    """Nothing is copied where nothing is cut, an empty page too; texts are cut like pages."""
    for page in (page_of(HTML, "html"), page_of("One line.\n\nTwo."), Page(InputKind.HTML, ())):
        assert split_page(page)[0] is page
    assert [len(piece.blocks) for piece in split_page(page_of("One.\n\nTwo.\n\nThree."), 2)] == [2, 1]


def labelled(*roles: Role, wanted: bool | None = True) -> PageLabels:
    """Labels of a piece."""
    flags = None if wanted is None else (wanted,) * len(roles)
    return PageLabels(tuple(Label(role, 0.5, "model") for role in roles), wanted=flags, strict=flags)


def test_labels_are_joined_in_order() -> None:
    """One title, a doubt that says why, flags of all blocks or of none."""
    whole = join_labels([labelled(Role.TITLE, Role.BODY), labelled(Role.TITLE, Role.NAV, wanted=False)])
    assert [label.role for label in whole.labels] == [Role.TITLE, Role.BODY, Role.HEADING, Role.NAV]
    assert (whole.wanted, whole.strict) == ((True, True, False, False),) * 2
    assert "4 blocks" in whole.doubt
    assert join_labels([labelled(Role.BODY), labelled(Role.BODY, wanted=None)]).wanted is None
    only = labelled(Role.BODY)
    assert join_labels([only]) is only


def test_groups_hold_so_many_blocks() -> None:
    """In order, none lost, none over the bound but one that is alone."""
    sizes = [3, 4, 1, 9, 2, 2, 0, 5]
    pages = [page_of("\n\n".join(["Line."] * size)) for size in sizes]
    groups = list(group_pages(pages, 5))
    assert [len(page.blocks) for group in groups for page in group] == sizes
    assert [[len(page.blocks) for page in group] for group in groups] == [[3], [4, 1], [9], [2, 2, 0], [5]]
    assert list(group_pages([])) == []


def test_the_document_has_every_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut in pieces a page keeps all its blocks, and the outcome says so; others of its batch are as they are alone."""
    small = f"<html><body><nav><a href=/>Home</a></nav><p>{STORY.first}</p></body></html>"
    alone = list(Cleaner().clean_many([HTML, small]))
    monkeypatch.setattr(learned, "split_page", lambda page: split_page(page, 5))
    cut, other = Cleaner().clean_many([HTML, small])
    assert [block.text for block in cut.blocks] == [block.text for block in alone[0].blocks]
    assert "in 3 pieces" in cut.message
    assert other == alone[1]
    assert pieces.MOST_BLOCKS > 5
