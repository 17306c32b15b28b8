"""Atomic files: written beside their place under another name, moved there when they are complete; behind a URL, written on this
machine and put there then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cleancorpus.errors import OutputError
from cleancorpus.storage import find_storage, parent_of


@contextmanager
def atomic_file(name: Path | str) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place at the end; after an exception there is no trace of it, and what stood there
    before still stands.

    Raises:
        OutputError: The folder does not exist and cannot be made, or may not be written to.
    """
    name = str(name)
    storage = find_storage(name)
    try:
        is_folder, is_device = storage.is_folder(name), storage.exists(name) and not storage.is_file(name)
    except OSError as error:
        raise _refused(name, error) from error
    if is_folder:
        message = f"{name}: is a folder; name a file, or choose --format markdown or text for one file each"
        raise OutputError(message)
    if is_device:  # a pipe has no place to take
        with open(name, "wb") as file:  # noqa: PTH123  named as the user did
            yield file
        return
    try:
        storage.make_folder(parent_of(name))
        handle, written = storage.temporary_beside(name)
    except OSError as error:
        raise _refused(name, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        try:
            storage.replace(written, name)
        except OSError as error:
            raise _refused(name, error) from error
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise


def _refused(name: str, error: OSError) -> OutputError:
    return OutputError(f"{name}: cannot be written: {error.strerror or error}; choose another place or name")
