"""Estimate: about how many records a file holds, by its directory or by its size once unpacked, without reading all of it."""

from __future__ import annotations

from typing import IO
from zipfile import ZipFile

from cleancorpus.packing import plain_suffix
from cleancorpus.read.files import MANY, ONE, PARQUET, STDIN, ZIP
from cleancorpus.read.streams import Stream
from cleancorpus.storage import find_storage

_LOOKED_AT = 8_000_000  # bytes, unpacked


def estimate_records(name: str, ending: str, each: float) -> float | None:
    """How many records there are: one where the ending is that of a page, as many as its directory says in Parquet and zip, else
    its unpacked size by that of a record. None of standard input, and of what cannot be read.

    Args:
        name: The file.
        ending: What it is read as (`cleancorpus.read.files.ending_of`).
        each: Bytes of a record.
    """
    if ending not in MANY:
        return 1.0
    storage = find_storage(name)
    if name == STDIN or not storage.is_file(name):
        return None
    try:
        with storage.open(name) as file:
            if ending == PARQUET:
                return _count_rows(file)
            if ending == ZIP:
                with ZipFile(file) as archive:
                    return float(sum(plain_suffix(item) in ONE for item in archive.namelist()))
            return _estimate_size(file, name, storage.size(name)) / max(each, 1.0)
    except Exception:  # whatever is wrong with the file is told by the record when it is read
        return None


def _count_rows(file: IO[bytes]) -> float:
    import pyarrow.parquet as pq  # noqa: PLC0415  an extra

    return float(pq.ParquetFile(file).metadata.num_rows)


def _estimate_size(file: IO[bytes], name: str, stored: int) -> float:
    """Bytes of a file once it is unpacked: as far as it was looked at they shrink as all of them do."""
    stream = Stream(file, name.lower(), sniff=True)
    if stream.is_plain:
        return float(stored)
    while stream.at < _LOOKED_AT and stream.take(1 << 16):
        pass
    return stream.at * stored / max(file.tell(), 1)
