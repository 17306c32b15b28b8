"""Record: one input as it came, before anything is decoded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One page or text and where it came from."""

    id: str
    """Stable name: for a file its path as given, with forward slashes; for one of several in a file what the file calls it."""
    source: bytes | str
    url: str | None = None
    kind: str | None = None
    """``html`` or ``text`` where the container says so; None to look."""
    size: int | None = None
    """Bytes of the whole input, of which ``source`` may be the beginning only; None where that is not known."""
    problem: str | None = None
    """Why there is no source: the file vanished, a line is no JSON. None when all is well."""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    """What the container says of it beyond the above."""
