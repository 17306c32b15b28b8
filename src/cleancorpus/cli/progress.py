"""Progress: how far a long run is: one line that is written over on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

_ON_TERMINAL, _ELSEWHERE = 0.5, 10.0  # seconds between two lines
_BAR = 24  # columns


class Progress:
    """Counts records and says so when it is time: with a bar where the number of records is known before. A run that is over
    before is told by its report alone."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic, total: int | None = None) -> None:
        self._stream = stream
        self._total = total
        self._clock = clock
        self._terminal = stream.isatty()
        self._pause = _ON_TERMINAL if self._terminal else _ELSEWHERE
        self._begun = self._said = clock()
        self._count = self._failed = self._kept = self._seen = self._skipped = 0
        self._shown = False

    def add(self, *, failed: bool, kept: int = 0, shown: int = 0) -> None:
        """One more record, and how many code points of all that it showed were kept."""
        self._count += 1
        self._failed += failed
        self._kept += kept
        self._seen += shown
        now = self._clock()
        if now - self._said >= self._pause:
            self._said = now
            self._say(now)

    def skip(self, count: int) -> None:
        """So many records were dealt with by an earlier run."""
        self._skipped = count

    def _say(self, now: float) -> None:
        rate = self._count / max(now - self._begun, 1e-9)
        parts = [f"{self._count:,} records", f"{rate:,.1f} a second"]
        parts += [f"{100 * self._kept / self._seen:.0f} % of the text kept"] if self._seen else []
        parts += [f"{self._failed:,} failed"] if self._failed else []
        line = f"cleancorpus: {self._bar()}{', '.join(parts)}"
        self._stream.write(f"\r{line}\x1b[K" if self._terminal else f"{line}\n")
        self._stream.flush()
        self._shown = True

    def _bar(self) -> str:
        if not self._total:
            return ""
        share = min((self._count + self._skipped) / self._total, 1.0)
        return f"[{'#' * int(share * _BAR):.<{_BAR}}] {100 * share:.0f} % of {self._total:,}, "

    def clear(self) -> None:
        """Leave the terminal's line to what comes next."""
        if self._terminal and self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
