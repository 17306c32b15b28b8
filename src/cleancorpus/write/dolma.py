"""Dolma: whole documents, and beside them the places of what is left out, for those who mix corpora with that format's tools.

A line of ``documents/`` holds the text with everything in it; the line of the same number below ``attributes/`` says which spans
of it are no part of the clean text, by role, each as ``[start, end, score]`` in code points. See
https://github.com/allenai/dolma/blob/main/docs/data-format.md
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleancorpus.block import Block, Span
from cleancorpus.document import BLANK_LINE, Document
from cleancorpus.normalise.surrogates import join_surrogates
from cleancorpus.write.jsonl import encode_line

NAME = "cleancorpus"
"""Name of the attributes."""
FOLDERS = ("documents", f"attributes/{NAME}")
_REMOVED, _OUTCOME = f"{NAME}__removed", f"{NAME}__outcome"
_SURROGATE = re.compile("[\ud800-\udfff]")  # one by one: spans count code points


def to_dolma(name: str, document: Document, text: str, origin: str) -> tuple[bytes, bytes]:
    """The document's line and that of its attributes, each with its line end.

    Args:
        name: The record's id.
        document: What became of it.
        text: The text that it was made from, as decoded: of plain text the line holds it as it came. Of HTML it holds the
            blocks, a blank line between them, and this is not used.
        origin: Where the record is from, the format's ``source``.
    """
    whole, spans = (text, _spans_in_source(document.blocks)) if document.kind == "text" else _join_all(document.blocks)
    attributes: dict[str, list[list[float]]] = {_REMOVED: []}
    for block, (start, end) in zip(_shown(document.blocks), _reach(document.blocks, spans), strict=True):
        if not block.kept:
            found = [start, end, round(block.score, 4)]
            attributes[_REMOVED].append(found)
            attributes.setdefault(f"{_REMOVED}_{block.role}", []).append(found)
    attributes[f"{_OUTCOME}_{document.outcome}"] = [[0, len(whole), 1.0]]
    metadata = document.to_dict()["metadata"]
    del metadata["evidence"]
    origin = join_surrogates(origin)
    row = {"id": name, "text": _SURROGATE.sub("\ufffd", whole), "source": origin}
    row |= {"created": document.date} if document.date else {}
    return encode_line(row | {"metadata": metadata}), encode_line({"id": name, "source": origin, "attributes": attributes})


def _shown(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.text]


def _join_all(blocks: Sequence[Block]) -> tuple[str, list[Span]]:
    """All blocks as one text, and where each stands in it."""
    spans: list[Span] = []
    at = 0
    for block in _shown(blocks):
        spans.append((at, at + len(block.text)))
        at += len(block.text) + len(BLANK_LINE)
    return BLANK_LINE.join(block.text for block in _shown(blocks)), spans


def _spans_in_source(blocks: Sequence[Block]) -> list[Span]:
    return [block.span or (0, 0) for block in _shown(blocks)]


def _reach(blocks: Sequence[Block], spans: Sequence[Span]) -> list[Span]:
    """The spans with what sets them apart: up to the next block, or, where nothing that is kept follows, from the one before. So
    the text without those of the removed blocks has its blank lines where the clean text has them."""
    last = max((number for number, block in enumerate(_shown(blocks)) if block.kept), default=-1)
    reach: list[Span] = []
    for number, (start, end) in enumerate(spans):
        if number <= last:
            reach.append((start, spans[number + 1][0] if number < last else end))
        else:
            reach.append((spans[number - 1][1] if number else start, end))
    return reach
