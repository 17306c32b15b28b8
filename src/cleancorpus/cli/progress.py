"""Progress: how far a long run is: one line that is written over on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

_ON_TERMINAL, _ELSEWHERE = 0.5, 10.0  # seconds between two lines


class Progress:
    """Counts records and says so when it is time. A run that is over before is told by its report alone."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._terminal = stream.isatty()
        self._pause = _ON_TERMINAL if self._terminal else _ELSEWHERE
        self._begun = self._said = clock()
        self._count = self._failed = 0
        self._shown = False

    def add(self, *, failed: bool) -> None:
        """One more record."""
        self._count += 1
        self._failed += failed
        now = self._clock()
        if now - self._said >= self._pause:
            self._said = now
            self._say(now)

    def _say(self, now: float) -> None:
        rate = self._count / max(now - self._begun, 1e-9)
        line = f"cleancorpus: {self._count:,} records, {rate:,.1f} a second" + (
            f", {self._failed:,} failed" if self._failed else ""
        )
        self._stream.write(f"\r{line}\x1b[K" if self._terminal else f"{line}\n")
        self._stream.flush()
        self._shown = True

    def clear(self) -> None:
        """Leave the terminal's line to what comes next."""
        if self._terminal and self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
