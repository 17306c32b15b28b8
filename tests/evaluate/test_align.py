"""Alignment: a block finds the part of the gold it is, or none."""

from __future__ import annotations

import pytest

from cleancorpus import Role
from cleancorpus.evaluate.align import L3S_ROLES, align_blocks, parts_found
from cleancorpus.evaluate.page import Alignment, GoldPage
from tests.evaluate.pages import OTHER, PROSE, block, gold


def roles(page: GoldPage, *texts: str) -> list[str]:
    """Gold roles of blocks with these texts, as far as they have one."""
    return [pair.gold for pair in align_blocks(page, [block("other", text) for text in texts])]


def test_a_part_is_found_whatever_its_case_and_accents() -> None:
    """Folded texts are compared; what the gold does not speak of gives no pair."""
    page = gold(parts=(("title", "Lễ hội đền Hạ"), ("body", PROSE)))
    assert roles(page, "LE HOI DEN HA!", "Home", PROSE) == ["title", "body"]


def test_a_long_piece_of_the_body_is_body() -> None:
    """A paragraph that the page cuts in two; a short piece may stand anywhere."""
    page = gold(parts=(("body", f"{PROSE} {OTHER}"),))
    assert roles(page, OTHER, "The ferry left") == ["body"]


def test_equal_texts_take_their_roles_in_turn() -> None:
    """The headline as title above, and as related below; the last role holds for every further one."""
    page = gold(parts=(("title", "Ferry returns"), ("related", "Ferry returns")))
    assert roles(page, *["Ferry returns"] * 3) == ["title", "related", "related"]


def test_starts_are_the_first_forty_characters() -> None:
    """As the fixtures know their blocks."""
    page = gold(parts=(("body", PROSE[:40]), ("nav", "Home")), alignment=Alignment.STARTS)
    assert roles(page, PROSE, "Home", "Homeward") == ["body", "nav"]


def test_a_block_has_the_role_of_most_of_its_text_nodes() -> None:
    """A paragraph with a link in it, a short block of whole nodes, and text in no node."""
    parts = (
        ("title", "Ferry returns"),
        ("body", PROSE[:60]),
        ("related", PROSE[60:70]),
        ("body", PROSE[70:]),
        ("comment", "Yes"),
    )
    page = gold(parts=parts, alignment=Alignment.SEGMENTS)
    assert roles(page, "Ferry returns", PROSE, "Yes", "ferry", "", OTHER) == [
        "title",
        "body",
        "comment",
        "boilerplate",
        "boilerplate",
    ]


def test_the_innermost_segment_speaks() -> None:
    """An element that is listed before the text nodes in it has no say."""
    parts = (("boilerplate", f"{PROSE} {OTHER}"), ("boilerplate", PROSE), ("body", PROSE), ("comment", OTHER))
    page = gold(parts=parts, alignment=Alignment.SEGMENTS)
    assert roles(page, PROSE, OTHER) == ["body", "comment"]


def test_a_block_with_unmarked_text_in_it_is_what_most_of_it_is() -> None:
    """The stream of marked text does not hold such a block as a whole."""
    page = gold(parts=(("body", PROSE), ("related", OTHER)), alignment=Alignment.SEGMENTS)
    assert roles(page, f"{PROSE} unmarked {OTHER[:5]}", f"{OTHER} {OTHER[::-1]} {OTHER[::-1]}") == ["body", "boilerplate"]


def test_our_roles_are_read_as_those_of_the_set() -> None:
    """Every role has a counterpart, and pairs speak the set's language."""
    assert set(L3S_ROLES) == set(Role)
    page = gold(parts=(("supplement", "By Anna Kessler"),), alignment=Alignment.SEGMENTS)
    [pair] = align_blocks(page, [block("byline", "By Anna Kessler", 0.7)])
    assert (pair.gold, pair.given, pair.score) == ("supplement", "supplement", 0.7)


@pytest.mark.parametrize("alignment", [Alignment.PARTS, Alignment.STARTS])
def test_parts_that_no_block_is_are_told(alignment: Alignment) -> None:
    """Each part counts once, and so does each block."""
    page = gold(parts=(("body", "One"), ("body", "One"), ("body", "Two")), alignment=alignment)
    assert parts_found(page, [block("body", "One"), block("body", "Three")]) == (1, 3)


def test_without_typed_parts_there_is_nothing_to_align() -> None:
    """No pairs, and no share of parts."""
    assert align_blocks(gold(), [block("body", PROSE)]) == []
    assert parts_found(gold(), []) is None
    assert parts_found(gold(parts=(("body", "x"),), alignment=Alignment.SEGMENTS), []) is None
