"""Files, folders, patterns and standard input as records."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from cleancorpus.errors import InputError
from cleancorpus.record import Record

STDIN = "-"
SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".txt", ".text"})
"""What a folder is searched for. A file that is named is read whatever it is called."""


def find_files(inputs: Sequence[str]) -> list[str]:
    """Paths behind the inputs, folders and patterns expanded in order of name, each path once; ``-`` stands for itself.

    Raises:
        InputError: An input does not exist, or a folder or pattern has no file in it. Nothing has been read by then.
    """
    found: dict[str, None] = {}
    for name in inputs:
        for path in _expand(name):
            found.setdefault(path)
    return list(found)


def _expand(name: str) -> list[str]:
    if not name:
        message = "an input has an empty name; give a file, a folder, a pattern, or - for standard input"
        raise InputError(message)
    try:
        return _expand_name(name)
    except OSError as error:
        message = f"{name[:80]}: cannot be looked up: {error.strerror}; check the path"
        raise InputError(message) from error


def _expand_name(name: str) -> list[str]:
    path = Path(name)
    if name == STDIN or path.is_file():
        return [name]
    if path.is_dir():
        paths = _files_below(path)
        if not paths:
            message = (
                f"{name}: no file with one of the endings {', '.join(sorted(SUFFIXES))} in this folder; name the files themselves"
            )
            raise InputError(message)
        return paths
    if has_magic(name):
        matches = sorted(glob(name, recursive=True))  # noqa: PTH207  absolute patterns too
        paths = [path for match in matches if Path(match).exists() for path in _expand_match(match)]
        if not paths:
            message = (
                f"{name}: no file matches this pattern; quote it so that it reaches cleancorpus as it is, and check the folder"
            )
            raise InputError(message)
        return paths
    if path.exists():  # a pipe or device
        return [name]
    message = f"{name}: no such file or folder; check the path, or use - for standard input"
    raise InputError(message)


def _expand_match(match: str) -> list[str]:
    """Files behind one match of a pattern: itself, or those in it if it is a folder."""
    return _files_below(Path(match)) if Path(match).is_dir() else [match]


def _files_below(folder: Path) -> list[str]:
    return sorted(str(item) for item in folder.rglob("*") if item.suffix.lower() in SUFFIXES and item.is_file())


def read_files(paths: Sequence[str], max_bytes: int) -> Iterator[Record]:
    """Records of the files, in order, one in memory at a time; of a file over the limit just enough to see that it is."""
    for name in paths:
        try:
            if name == STDIN:
                yield Record(STDIN, sys.stdin.buffer.read(max_bytes + 1))
            else:
                with Path(name).open("rb") as file:
                    yield Record(
                        _record_id(name),
                        file.read(max_bytes + 1),
                        size=Path(name).stat().st_size if Path(name).is_file() else None,
                    )
        except OSError as error:
            yield Record(_record_id(name), b"", problem=f"cannot be read: {error.strerror or error}")


def _record_id(name: str) -> str:
    """A path as a name that can be written anywhere: forward slashes, and U+FFFD for bytes that are no text."""
    return os.fsencode(Path(name).as_posix()).decode("utf-8", "replace")
