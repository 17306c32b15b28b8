"""Marks: Markdown that is left in extracted text. Lines are judged without it, and keep it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from cleancorpus.block import Block, Kind
from cleancorpus.page import InputKind, Page

_FEWEST = 2
"""Marked lines that a text must have: one asterisk or number sign makes no Markdown."""
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*$", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:[ \t]+\"[^\"\n]{0,200}\")?\)")
_PICTURE = re.compile(rf"!{_LINK.pattern.removeprefix('!?')}")
_STRONG = re.compile(r"(?<![*\w])(\*\*|__|\*|_)(?=[^\s*_])([^\n*_]{0,2000}[^\s*_])\1(?![*\w])")


def read_past_marks(page: Page) -> Page:
    """A text as its reader sees it rendered, for whoever judges its blocks: as many, in the same order.

    Headings of that kind and without number signs, links and pictures as their text (a picture alone in its line of the kind of
    captions), emphasis as what it emphasises; bullets stay. A page of HTML, and a text with hardly any of this, comes back as it
    is.
    """
    if page.kind is InputKind.HTML or not _is_marked(page.blocks):
        return page
    return replace(page, blocks=tuple(map(_read, page.blocks)))


def _read(block: Block) -> Block:
    kind = Kind.HEADING if _HEADING.match(block.text) else Kind.CAPTION if _PICTURE.fullmatch(block.text) else block.kind
    return replace(block, text=without_marks(block.text), kind=kind)


def without_marks(text: str) -> str:
    """One block's text without Markdown; the text itself where nothing would be left.

    >>> without_marks("## [The **old** ferry](/ferry)")
    'The old ferry'
    """
    heading = _HEADING.match(text)
    plain = heading[1] if heading else text
    plain = _STRONG.sub(r"\2", _LINK.sub(r"\1", plain)).strip()
    return plain or text


def _is_marked(blocks: Sequence[Block]) -> bool:
    marked = (block.text for block in blocks if block.text.startswith("#") or "](" in block.text or "**" in block.text)
    return len(list(islice((text for text in marked if without_marks(text) != text), _FEWEST))) == _FEWEST
