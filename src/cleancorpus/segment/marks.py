"""Marks: Markdown that is left in extracted text, and numbers that a text browser set before its links. Lines are judged without
them, and keep them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from cleancorpus.block import Block, Kind
from cleancorpus.page import InputKind, Page

_FEWEST = 2
"""Marked lines that a text must have: one asterisk or number sign makes no Markdown."""
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*$", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:[ \t]+\"[^\"\n]{0,200}\")?\)")
_PICTURE = re.compile(rf"!{_LINK.pattern.removeprefix('!?')}")
_NUMBER = re.compile(r"(?<!\w)\[(\d{1,4})\](?=[^\s\[\](),.;:])")
_FEWEST_LINKS = 8
_STRONG = re.compile(r"(?<![*\w])(\*\*|__|\*|_)(?=[^\s*_])([^\n*_]{0,2000}[^\s*_])\1(?![*\w])")


def read_past_marks(page: Page) -> Page:
    """A text as its reader sees it rendered, for whoever judges its blocks: as many, in the same order.

    Headings of that kind and without number signs, links and pictures as their text (a picture alone in its line of the kind of
    captions), emphasis as what it emphasises; bullets stay. Links without the numbers that ``lynx -dump`` gives them: "[7]Home".
    A page of HTML, and a text with hardly any of this, comes back as it is.
    """
    if page.kind is InputKind.HTML:
        return page
    blocks = tuple(map(_read, page.blocks)) if _is_marked(page.blocks) else page.blocks
    if _is_numbered(blocks):
        blocks = tuple(replace(block, text=_NUMBER.sub("", block.text).strip() or block.text) for block in blocks)
    return page if blocks is page.blocks else replace(page, blocks=blocks)


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


def _is_numbered(blocks: Sequence[Block]) -> bool:
    """Whether links are numbered through, as text browsers do: marks that stand before a word, each one more than the last. Notes
    stand behind words, and what somebody numbered by hand are few."""
    numbers = [int(match[1]) for block in blocks if "[" in block.text for match in _NUMBER.finditer(block.text)]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) >= _FEWEST_LINKS and steps * 10 >= (len(numbers) - 1) * 9


def _is_marked(blocks: Sequence[Block]) -> bool:
    marked = (block.text for block in blocks if block.text.startswith("#") or "](" in block.text or "**" in block.text)
    return len(list(islice((text for text in marked if without_marks(text) != text), _FEWEST))) == _FEWEST
