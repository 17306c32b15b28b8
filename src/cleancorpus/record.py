"""Record: one input as it came, before anything is decoded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """One page or text and where it came from."""

    id: str
    """Stable name: for a file its path as given, with forward slashes."""
    source: bytes
    url: str | None = None
    size: int | None = None
    """Bytes of the whole file, of which ``source`` may be the beginning only; None where that is not known."""
    problem: str | None = None
    """Why there is no source: the file vanished or may not be read. None when all is well."""
