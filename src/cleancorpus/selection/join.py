"""Kept blocks to one text."""

from __future__ import annotations

from collections.abc import Sequence

from cleancorpus.block import Block, Kind
from cleancorpus.document import BLANK_LINE


def join_kept(blocks: Sequence[Block]) -> str:
    """The text of the kept blocks in reading order, a blank line between them.

    Lines of plain text that followed each other without a blank line, with nothing left out between them, still do. Empty when
    nothing is kept.
    """
    pieces: list[str] = []
    for block, apart in zip((block for block in blocks if block.kept), gaps_of_kept(blocks), strict=True):
        if pieces:
            pieces.append(BLANK_LINE if apart else "\n")
        pieces.append(block.text)
    return "".join(pieces)


def gaps_of_kept(blocks: Sequence[Block]) -> list[bool]:
    """For each kept block, whether a blank line stands before it in the clean text."""
    gaps: list[bool] = []
    adjacent = False
    for block in blocks:
        if block.kept:
            gaps.append(not (adjacent and block.kind is Kind.LINE and not block.blank_before))
        adjacent = block.kept or (adjacent and not block.text)
    return gaps
