"""Files, folders, patterns and standard input as records: a file is one, or holds many by its ending."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from glob import has_magic
from pathlib import Path

from cleancorpus.errors import InputError, OptionError
from cleancorpus.packing import GZIP, ZSTD, plain_suffix
from cleancorpus.read.archives import read_tar, read_zip
from cleancorpus.read.rows import Keys, read_csv, read_jsonl, read_parquet
from cleancorpus.read.streams import Stream
from cleancorpus.read.warc import read_warc
from cleancorpus.record import Record
from cleancorpus.storage import Storage, find_storage, split_scheme

STDIN, TSV = "-", ".tsv"
ONE = frozenset({".html", ".htm", ".xhtml", ".shtml", ".txt", ".text"})
"""Endings of files that hold one page or text. A file that is named is read as one whatever it is called."""
LINES, CRAWLS, TABLES, TARS = (
    frozenset({".jsonl", ".ndjson"}),
    frozenset({".warc", ".wet"}),
    frozenset({".csv", TSV}),
    frozenset({".tar", ".tgz"}),
)
PARQUET, ZIP = ".parquet", ".zip"
MANY = LINES | CRAWLS | TABLES | TARS | {PARQUET, ZIP}
"""Endings of files that hold many."""
SUFFIXES = (ONE | MANY) - TARS - {ZIP}
"""What a folder is searched for; compressed as gzip or Zstandard too. Archives are read where they are named."""


FORMS = {
    "page": ".html",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "tsv": ".tsv",
    "warc": ".warc",
    "wet": ".wet",
    "tar": ".tar",
    "parquet": PARQUET,
    "zip": ZIP,
}
"""What an input may be said to hold, and the ending of files that hold such."""
_NOT_STREAMED = frozenset({PARQUET, ZIP})


def ending_of(name: str, form: str | None = None) -> str:
    """The ending by which an input is read: that of its form where it is said, else its own without that of a compression; of
    standard input that of a page.

    Raises:
        OptionError: The form is unknown, or one that standard input cannot have.
    """
    if form is not None and form not in FORMS:
        message = f"--input-format {form}: unknown; use one of {', '.join(FORMS)}"
        raise OptionError(message)
    ending = FORMS[form] if form else ".html" if name == STDIN else plain_suffix(name)
    if name == STDIN and ending in _NOT_STREAMED:
        message = f"--input-format {form}: is read from its end, which standard input has not; name a file"
        raise OptionError(message)
    return ending


def find_files(inputs: Sequence[str]) -> list[str]:
    """Paths behind the inputs, folders and patterns expanded in order of name, each path once; ``-`` stands for itself.

    Raises:
        InputError: An input does not exist, or a folder or pattern has no file in it. Nothing has been read by then.
        OptionError: What reads the scheme of a URL is not installed.
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
        message = f"{name[:80]}: cannot be looked up: {error.strerror or error}; check the path"
        raise InputError(message) from error


def _expand_name(name: str) -> list[str]:
    storage = find_storage(name)
    if name == STDIN or storage.is_file(name):
        return [name]
    if storage.is_folder(name):
        paths = _files_below(storage, name)
        if not paths:
            message = (
                f"{name}: no file with one of the endings {', '.join(sorted(SUFFIXES))} in this folder; name the files themselves"
            )
            raise InputError(message)
        return paths
    if has_magic(name):
        paths = [path for match in storage.matches(name) for path in _expand_match(storage, match)]
        if not paths:
            message = (
                f"{name}: no file matches this pattern; quote it so that it reaches cleancorpus as it is, and check the folder"
            )
            raise InputError(message)
        return paths
    if storage.exists(name):  # a pipe or device
        return [name]
    message = f"{name}: no such file or folder; check the path, or use - for standard input"
    raise InputError(message)


def _expand_match(storage: Storage, match: str) -> list[str]:
    """Files behind one match of a pattern: itself, or those in it if it is a folder."""
    return _files_below(storage, match) if storage.is_folder(match) else [match]


def _files_below(storage: Storage, folder: str) -> list[str]:
    return [name for name in storage.files_below(folder) if plain_suffix(name) in SUFFIXES]


def read_files(paths: Sequence[str], max_bytes: int, keys: Keys | None = None, form: str | None = None) -> Iterator[Record]:
    """Records of the files, in order, few in memory at a time; of one over the limit just enough to see that it is.

    Args:
        paths: As `find_files` gives them.
        max_bytes: The limit for one record.
        keys: Names of keys and columns in files that hold many.
        form: What they hold, one of `FORMS`; None for what their endings say.
    """
    for name in paths:
        try:
            yield from _read_file(name, max_bytes, keys or Keys(), ending_of(name, form))
        except OSError as error:
            yield Record(_record_id(name), b"", problem=f"cannot be read: {error.strerror or error}")


def _read_file(name: str, max_bytes: int, keys: Keys, ending: str) -> Iterator[Record]:
    if name == STDIN:
        if ending in MANY:
            yield from _read_stream(Stream(sys.stdin.buffer, name, sniff=True), name, max_bytes, keys, ending)
        else:
            yield Record(STDIN, sys.stdin.buffer.read(max_bytes + 1))
        return
    own = _record_id(name)
    with find_storage(name).open(name) as file:
        if ending in _NOT_STREAMED and name.lower().endswith((GZIP, ZSTD)):
            problem = f"is {ending[1:]} inside another compression; unpack that first"
            yield Record(own, b"", problem=problem)
        elif ending == PARQUET:
            yield from read_parquet(file, own, keys)
        elif ending == ZIP:
            yield from read_zip(file, own, ONE, max_bytes)
        elif ending in MANY:
            yield from _read_stream(Stream(file, name.lower(), sniff=True), own, max_bytes, keys, ending)
        else:
            yield _read_one(Stream(file, name.lower()), own, name, max_bytes)


def _read_stream(stream: Stream, own: str, max_bytes: int, keys: Keys, ending: str) -> Iterator[Record]:
    if ending in TARS:
        return read_tar(stream, own, ONE, max_bytes)
    if ending in CRAWLS:
        return read_warc(stream, own, max_bytes)
    if ending in LINES:
        return read_jsonl(stream, own, keys, max_bytes)
    return read_csv(stream, own, keys, max_bytes, separator="\t" if ending == TSV else ",")


def _read_one(stream: Stream, own: str, name: str, max_bytes: int) -> Record:
    source = stream.take(max_bytes + 1)
    if stream.lost:
        return Record(own, b"", problem="cannot be decompressed: the file is cut off or damaged")
    if len(source) <= max_bytes:
        return Record(own, source, size=stream.at if stream.is_plain else None)
    storage = find_storage(name)
    return Record(own, source, size=storage.size(name) if stream.is_plain and storage.is_file(name) else None)


def _record_id(name: str) -> str:
    """A path as a name that can be written anywhere: forward slashes, and U+FFFD for bytes that are no text; a URL as it is."""
    return name if split_scheme(name) else os.fsencode(Path(name).as_posix()).decode("utf-8", "replace")
