"""Render: what is left of a record when its document has been written down; small enough to send from process to process."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from cleancorpus.document import Document
from cleancorpus.outcome import Outcome
from cleancorpus.page import InputKind
from cleancorpus.record import Record
from cleancorpus.segment.decode import decode
from cleancorpus.write.dolma import to_dolma
from cleancorpus.write.jsonl import to_line

_CLEANCORPUS = "cleancorpus"


class Format(StrEnum):
    """What a document is written as."""

    JSONL = "jsonl"
    MARKDOWN = "markdown"
    TEXT = "text"
    DOLMA = "dolma"


@dataclass(frozen=True, slots=True)
class Rendering:
    """How documents are written."""

    format: Format = Format.JSONL
    blocks: bool = False
    """JSON lines: with every block, and the evidence of the metadata."""


@dataclass(frozen=True, slots=True)
class Done:
    """A record that has been dealt with."""

    id: str
    outcome: Outcome
    message: str
    payload: bytes
    """The document as it is written; a line of JSON with its end, or Markdown or text."""
    beside: bytes = b""
    """What is written beside it: the attributes of a document of Dolma."""
    language: str | None = None
    roles: Counter[str] = field(default_factory=Counter)
    """Code points by role."""
    kept: int = 0
    """Code points kept."""
    seconds: float = field(default=0.0, compare=False)
    """How long it took, for a report; in no output."""

    @property
    def shown(self) -> int:
        """Code points of all blocks."""
        return self.roles.total()


def render(record: Record, document: Document, rendering: Rendering, codec: str | None = None) -> Done:
    """The record's document as it is to be written, and what a report says of it. ``codec`` is what the record was decoded by,
    where the user said so."""
    beside = b""
    if rendering.format is Format.DOLMA:
        origin = record.metadata.get("source")
        text = _decoded(record, codec) if document.kind == InputKind.TEXT else ""
        payload, beside = to_dolma(record.id, document, text, origin if isinstance(origin, str) else _CLEANCORPUS)
    elif rendering.format is Format.JSONL:
        payload = to_line(record.id, document, blocks=rendering.blocks, source=record.metadata)
    else:
        text = document.to_markdown() if rendering.format is Format.MARKDOWN else document.text
        payload = text.encode("utf-8") + (b"\n" if text else b"")
    roles: Counter[str] = Counter()
    for block in document.blocks:
        roles[str(block.role)] += len(block.text)
    kept = sum(len(block.text) for block in document.blocks if block.kept)
    return Done(record.id, document.outcome, document.message, payload, beside, document.language, roles, kept)


def _decoded(record: Record, codec: str | None) -> str:
    """The text that was cleaned."""
    if isinstance(record.source, str):
        return record.source
    return record.source.decode(codec) if codec is not None else decode(record.source).text
