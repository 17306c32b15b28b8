"""JSON lines: one record a document, as datatrove and Dolma read them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from cleancorpus.document import Document
from cleancorpus.normalise.surrogates import join_surrogates


def to_record(name: str, document: Document, *, blocks: bool = False, source: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """``{"id", "text", "metadata"}``; with ``blocks`` also every block, and the evidence of the metadata; with ``source`` what
    the record it came from says of itself, as it is."""
    whole = document.to_dict()
    metadata: dict[str, Any] = whole["metadata"]
    if not blocks:
        del metadata["evidence"]
    metadata |= {key: whole[key] for key in ("outcome", "message", "kind", "encoding", "profile")}
    record = {"id": name, "text": document.text, "metadata": metadata}
    record |= {"source": _plain(source)} if source else {}
    return record | {"blocks": whole["blocks"]} if blocks else record


def to_line(name: str, document: Document, *, blocks: bool = False, source: Mapping[str, Any] | None = None) -> bytes:
    """The record as one line of UTF-8, with its line end."""
    record = to_record(name, document, blocks=blocks, source=source)
    return encode_line(record)


def encode_line(record: Mapping[str, Any]) -> bytes:
    """A record as one line of UTF-8, with its line end."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8") + b"\n"


def _plain(value: Any) -> Any:
    """What JSON can say of a value: numbers that are none as null, dates and the like in words, lone surrogates as U+FFFD."""
    if isinstance(value, Mapping):
        return {str(_plain(str(key))): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return join_surrogates(text)
