"""A document as Markdown: the title, then the kept blocks as what they were set as."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleancorpus.block import Block, Kind
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.document import Document

_SPECIAL = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w{1,32};))")
_LINE_START = re.compile(
    r"^([ \t]{0,3})(#{1,6}(?=\s|$)|[+-](?=\s|$)|-{2,}(?=[ \t]*$)|=+(?=[ \t]*$)|~{3,}|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE
)
"""What opens a heading, quote, list, rule or fence, or underlines the line above."""
_CELLS = " | "


def render(document: Document) -> str:
    """Markdown of a document; empty when it has neither title nor text."""
    kept = [block for block in document.blocks if block.kept]
    pieces: list[str] = []
    if document.title and not any(block.role is Role.TITLE for block in kept):
        pieces.append(f"# {_one_line(document.title)}")
    start = 0
    while start < len(kept):
        end = start + 1
        while end < len(kept) and _joins(kept[start], kept[end]):
            end += 1
        pieces.append(_render_run(kept[start:end]))
        start = end
    return "\n\n".join(pieces)


def _joins(first: Block, following: Block) -> bool:
    """Items of a list, rows of a table and lines that stood together make one element."""
    if following.kind is not first.kind:
        return False
    if following.kind is Kind.LINE:
        return not following.blank_before and first.role is following.role is Role.BODY
    return first.kind in {Kind.LIST_ITEM, Kind.TABLE}


def _render_run(run: Sequence[Block]) -> str:
    block = run[0]
    if block.role is Role.TITLE:
        return f"# {_one_line(block.text)}"
    if block.role is Role.HEADING or block.kind is Kind.HEADING:
        level = block.markup.level if block.markup and block.markup.level > 1 else 2
        return f"{'#' * level} {_one_line(block.text)}"
    if block.kind is Kind.LIST_ITEM:
        return "\n".join(f"- {_one_line(item.text)}" for item in run)
    if block.kind is Kind.TABLE:
        return _render_table(run)
    if block.kind is Kind.QUOTE:
        return "\n".join(f"> {line}" for line in _escape(block.text).split("\n"))
    if block.kind is Kind.CODE:
        fence = "`" * max(3, 1 + max((len(ticks) for ticks in re.findall(r"`+", block.text)), default=0))
        return f"{fence}\n{block.text}\n{fence}"
    return "\n".join(_escape(item.text).replace("\n", "  \n") for item in run)


def _render_table(rows: Sequence[Block]) -> str:
    cells = [[_one_line(cell) for cell in row.text.split(_CELLS)] for row in rows]
    width = max(len(row) for row in cells)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _one_line(text: str) -> str:
    return _escape(" ".join(text.split())).replace("|", "\\|")


def _escape(text: str) -> str:
    """Text that Markdown reads as text: characters that would open markup, HTML or a block are escaped."""
    return _LINE_START.sub(_escape_start, _SPECIAL.sub(r"\\\1", text))


def _escape_start(found: re.Match[str]) -> str:
    """A number of a list is escaped behind itself, before its point; everything else in front."""
    return f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"
