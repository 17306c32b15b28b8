"""Outcome: how it ended for one input. Typed, so that a batch can count and a caller can branch."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How the cleaning of one input ended. `Document.message` says more about the case at hand."""

    OK = "ok"
    """The page was understood."""
    EMPTY = "empty"
    """No text was kept; the message says whether there was any."""
    LOW_CONFIDENCE = "low_confidence"
    """Text was kept, but the page does not look like an article or a clean text: check before use."""
    NOT_TEXT = "not_text"
    """The input is neither HTML nor text (PDF, image, archive, binary)."""
    TOO_LARGE = "too_large"
    """The input is over the size limit; nothing was read of it."""
    TOO_DEEP = "too_deep"
    """The HTML was nested beyond the limit; it was flattened, its text kept."""
    TIMEOUT = "timeout"
    """The time limit for one document was reached."""
    OUT_OF_MEMORY = "out_of_memory"
    """More memory was needed than a worker may take."""
    CRASHED = "crashed"
    """The process that cleaned it died, alone with it."""
    ERROR = "error"
    """A defect in this library; the message names the exception."""

    @property
    def failed(self) -> bool:
        """Whether a batch counts the record as failed: there is no text to use, or it cannot be trusted to be complete."""
        return self in _FAILED


_FAILED = frozenset(
    {Outcome.EMPTY, Outcome.NOT_TEXT, Outcome.TOO_LARGE, Outcome.TIMEOUT, Outcome.OUT_OF_MEMORY, Outcome.CRASHED, Outcome.ERROR}
)
