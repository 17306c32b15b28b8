"""Packed files: what is written goes through the compression that the name's ending stands for, the same bytes every time."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from cleancorpus.packing import GZIP, ZSTD, import_zstandard

_GZIP_LEVEL, _ZSTD_LEVEL = 6, 3


def check_packing(name: str) -> None:
    """Raise before anything is read where the ending needs what is not installed.

    Raises:
        OptionError: See above.
    """
    if name.lower().endswith(ZSTD):
        import_zstandard()


@contextmanager
def packed(file: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    """The file to write to so that ``file``, which stays open, gets what ``name`` promises: as it is, gzip or Zstandard."""
    if name.lower().endswith(GZIP):
        # No name and no time inside: the same documents are the same bytes.
        with gzip.GzipFile(filename="", mode="wb", compresslevel=_GZIP_LEVEL, fileobj=file, mtime=0) as stream:
            yield cast("IO[bytes]", stream)
    elif name.lower().endswith(ZSTD):
        compressor = import_zstandard().ZstdCompressor(level=_ZSTD_LEVEL)
        with compressor.stream_writer(file, closefd=False) as stream:
            yield stream
    else:
        yield file
