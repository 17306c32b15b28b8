"""JSON lines: one record a document, as datatrove and Dolma read them."""

from __future__ import annotations

import json
from typing import Any

from cleancorpus.document import Document


def to_record(name: str, document: Document, *, blocks: bool = False) -> dict[str, Any]:
    """``{"id", "text", "metadata"}``; with ``blocks`` also every block, and the evidence of the metadata."""
    whole = document.to_dict()
    metadata: dict[str, Any] = whole["metadata"]
    if not blocks:
        del metadata["evidence"]
    metadata |= {key: whole[key] for key in ("outcome", "message", "kind", "encoding", "profile")}
    record = {"id": name, "text": document.text, "metadata": metadata}
    return record | {"blocks": whole["blocks"]} if blocks else record


def to_line(name: str, document: Document, *, blocks: bool = False) -> bytes:
    """The record as one line of UTF-8, with its line end."""
    return json.dumps(to_record(name, document, blocks=blocks), ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
