"""A labeller that does what native code may do: hang, die, eat the memory. Only where a page asks for it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.page import Page
from cleancorpus.role import Role


@dataclass(frozen=True)
class FaultyLabeller:
    """Calls everything body."""

    name = "faulty"

    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        """Labels, unless a page asks for a fault."""
        for page in pages:
            _obey(" ".join(block.text for block in page.blocks))
        return [PageLabels(tuple(Label(Role.BODY, 1.0, "all") for _ in page.blocks)) for page in pages]


def _multiply() -> None:
    import numpy as np

    large = np.ones((600, 600), dtype=np.float32)
    assert (large @ large)[0, 0] == 600


def _obey(text: str) -> None:
    if "HANG" in text:
        time.sleep(600)
    elif "EXIT" in text:
        os._exit(3)
    elif "SEGV" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    elif "EAT" in text:
        hoard = []
        while True:
            hoard.append(bytearray(50_000_000))
    elif "THREADS" in text:
        _multiply()
        message = f"{len([*Path('/proc/self/task').iterdir()])} threads"
        raise RuntimeError(message)
    elif "ONCE" in text:
        mark = Path(text.rsplit(maxsplit=1)[-1])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
