"""Join: kept blocks to one text."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.selection.join import join_kept


def line(text: str, *, kept: bool = True, blank: bool = False) -> Block:
    """A line of plain text."""
    return Block(text, Kind.LINE, None, kept=kept, blank_before=blank)


def paragraph(text: str, *, kept: bool = True, kind: Kind = Kind.PARAGRAPH) -> Block:
    """A block of HTML."""
    return Block(text, kind, None, kept=kept)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([], ""),
        ([paragraph("a", kept=False)], ""),
        ([paragraph("a")], "a"),
        ([paragraph("a"), paragraph("b")], "a\n\nb"),
        ([paragraph("a"), paragraph("x", kept=False), paragraph("b")], "a\n\nb"),
        ([paragraph("x", kept=False), paragraph("a"), paragraph("y", kept=False)], "a"),
        ([paragraph("a", kind=Kind.LIST_ITEM), paragraph("b", kind=Kind.LIST_ITEM)], "a\n\nb"),
        ([paragraph("a\nb"), paragraph("c")], "a\nb\n\nc"),
    ],
)
def test_blocks_are_joined_by_a_blank_line(blocks: list[Block], expected: str) -> None:
    """In reading order, without what was left out, nothing before or after."""
    assert join_kept(blocks) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([line("a", blank=True), line("b"), line("c")], "a\nb\nc"),
        ([line("a", blank=True), line("b", blank=True)], "a\n\nb"),
        ([line("a", blank=True), line("x", kept=False), line("b")], "a\n\nb"),
        ([line("a", blank=True), line("", kept=False), line("b")], "a\nb"),
        ([line("x", kept=False), line("a"), line("b")], "a\nb"),
        ([line("x", kept=False), line("", kept=False), line("a")], "a"),
        ([line("a"), line("x", kept=False), line("", kept=False), line("b")], "a\n\nb"),
        ([line("a"), line("b", blank=True), line("c")], "a\n\nb\nc"),
    ],
)
def test_lines_that_stood_together_still_do(blocks: list[Block], expected: str) -> None:
    """Unless a blank line or something left out stood between them; a line without visible text does not part them."""
    assert join_kept(blocks) == expected
