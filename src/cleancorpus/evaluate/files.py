"""Reading gold from files: what the system refuses becomes an error of this library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cleancorpus.errors import InputError


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """A stretch of code that opens or reads a path.

    Raises:
        InputError: The file or folder cannot be read; the message names it and says why.
    """
    try:
        yield
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}; check the path and its rights"
        raise InputError(message) from error
