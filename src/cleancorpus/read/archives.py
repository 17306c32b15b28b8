"""Archives of pages: zip and tar, member by member, without unpacking anything to the disk."""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import IO, cast

from cleancorpus.packing import plain_suffix
from cleancorpus.read.streams import Stream
from cleancorpus.record import Record

_UNREADABLE = (zipfile.BadZipFile, ValueError, NotImplementedError, LookupError, EOFError, struct.error)
"""What opening an archive may raise: no zip, broken offsets, one of several volumes (zipfile says so by NotImplementedError), and
where its directory is damaged an empty name (IndexError), text that is none (ValueError), a field cut off."""
_BROKEN = (*_UNREADABLE, zlib.error, lzma.LZMAError, RuntimeError, OSError)
"""What a member may raise: damaged, encrypted, packed in a way that is not known, cut off."""


_MOST_READS_BEHIND_END = 16


def read_zip(file: IO[bytes], own: str, endings: Collection[str], max_bytes: int) -> Iterator[Record]:
    """A record for each member with one of the endings, named ``archive/member``; of one over the limit just enough to see that
    it is. What cannot be read is a record that says why."""
    try:
        archive = zipfile.ZipFile(file)
    except _UNREADABLE as error:
        yield Record(own, b"", problem=f"is no zip archive that can be read: {error}")
        return
    with archive:
        pages = [item for item in archive.infolist() if not item.is_dir() and plain_suffix(item.filename) in endings]
        if not pages:
            yield _without_pages(own, endings)
        for member in pages:
            name = f"{own}/{_safe(member.filename)}"
            try:
                with archive.open(member) as inside:
                    yield Record(name, inside.read(max_bytes + 1), size=member.file_size)
            except _BROKEN as error:
                yield Record(name, b"", problem=f"cannot be taken out of the archive: {error}")


def read_tar(stream: Stream, own: str, endings: Collection[str], max_bytes: int) -> Iterator[Record]:
    """The same for a tar archive, read once from front to end; behind a place that is broken nothing can be found any more."""
    reader, found = _Reader(stream), False
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", reader), mode="r|") as archive:
            for member in archive:
                if member.isfile() and plain_suffix(member.name) in endings:
                    file = archive.extractfile(member)
                    source = file.read(max_bytes + 1) if file is not None else b""
                    found = True
                    yield Record(f"{own}/{_safe(member.name)}", source, size=member.size)
    except (tarfile.TarError, EOFError) as error:
        yield Record(f"{own}#lost", b"", problem=f"the archive cannot be read from here on: {error}")
        return
    if reader.last.strip(b"\0"):
        yield Record(f"{own}#lost", b"", problem="the archive is cut off: the blocks that end one are missing")
    if stream.lost:
        yield stream.lost_record(own)
    elif not found:
        yield _without_pages(own, endings)


def _without_pages(own: str, endings: Collection[str]) -> Record:
    """What stands in the output for an archive of other things, or one whose directory is damaged."""
    problem = f"the archive holds no page: no member with one of the endings {', '.join(sorted(endings))}"
    return Record(own, b"", problem=problem)


class _Reader:
    """A stream as tarfile reads one."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._ended = 0
        self.last = b""
        """The last block that was read."""

    def read(self, size: int) -> bytes:
        data = self._stream.take(size)
        self._ended = self._ended + 1 if size and not data else 0
        if self._ended > _MOST_READS_BEHIND_END:
            message = "a member is said to be longer than the archive"  # passed over in pieces it would take for ever
            raise tarfile.ReadError(message)
        self.last = (self.last + data)[-tarfile.BLOCKSIZE :]
        return data


def _safe(name: str) -> str:
    """A member's name as one that can be written anywhere."""
    return name.encode("utf-8", "replace").decode("utf-8").lstrip("/")
