"""Garbage: when Python looks for objects that only refer to each other.

It does so after every few hundred new ones. A page is thousands of small objects, none of which refers back, so looking finds
nothing and costs a fifth of all time, most of it for what the caller's process holds beside. Objects that nothing refers to are
freed at once, as always.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later(*, small: bool = True) -> Iterator[None]:
    """Put off the search for cycles until the end of the block; nothing where the caller has turned it off, or where what is done
    is not ``small``: inputs of megabytes take memory, and the search hardly any of their time. In threads the first to end turns
    it on again for all: that costs time, and changes no result."""
    if not small or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
