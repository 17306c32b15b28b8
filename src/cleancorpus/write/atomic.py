"""Atomic files: written beside their place under another name, moved there when they are complete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cleancorpus.errors import OutputError

_LONGEST_PREFIX = 60


@contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place at the end; after an exception there is no trace of it, and what stood there
    before
    still stands.

    Raises:
        OutputError: The folder does not exist and cannot be made, or may not be written to.
    """
    if os.path.isdir(path):  # noqa: PTH112  false, not an error, for a name that cannot be
        message = f"{path}: is a folder; name a file, or choose --format markdown or text for one file each"
        raise OutputError(message)
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113  a pipe or device has no place to take
        with path.open("wb") as file:
            yield file
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            path.lstat()  # a name too long for the file system is told now, not at the end
        handle, name = tempfile.mkstemp(prefix=f".{path.name}"[:_LONGEST_PREFIX] + ".", suffix=".part", dir=path.parent)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror}; choose another place"
        raise OutputError(message) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        _take_place(Path(name), path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _take_place(written: Path, path: Path) -> None:
    try:
        written.replace(path)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror}; choose another name"
        raise OutputError(message) from error
