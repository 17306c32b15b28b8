"""Streams: files as they are or compressed, read piece by piece; what is broken inside is passed over and counted."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator
from typing import Any, Protocol

from cleancorpus.packing import GZIP, ZSTD, import_zstandard
from cleancorpus.record import Record

_PIECE = 1 << 16
_GZIP_MAGIC = b"\x1f\x8b\x08"
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_SKIPPED_MAGIC = b"\x5d\x2a\x4d\x18"
_SKIPPED_HEAD = 8
_LARGEST_DICTIONARY = 1 << 24
_PACKED = (GZIP, ".tgz", ZSTD)
_AS_GZIP = 16 + zlib.MAX_WBITS
_FRAME_PIECE = 1 << 11  # of Zstandard: so little may hold 60 MB
_WIDEST_WINDOW = 1 << 27  # bytes of memory that a frame may ask for


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""


class Stream:
    """Bytes of a file, decompressed by its ending, or with ``sniff`` by its first bytes where the ending says nothing. Lines and
    pieces can be taken and given back; memory is bounded by these.

    A member of a gzip file that is broken is passed over up to the next one; ``lost`` says how much of the file was.
    """

    def __init__(self, file: Readable, name: str, *, sniff: bool = False) -> None:
        self.lost = 0
        """Bytes of the file, as stored, that could not be read."""
        self.at = 0
        """Offset of what comes next in the decompressed data."""
        ending = name
        if sniff and not name.endswith(_PACKED):
            first = file.read(len(_ZSTD_MAGIC))  # a pipe may give one byte at a time
            ending, file = _ending_of(first), _Ahead(file, first)
        self.is_plain = not ending.endswith(_PACKED)
        """Whether the file is read as it is stored."""
        self._pieces = self._open(file, ending)
        self._buffer = bytearray()

    def _open(self, file: Readable, name: str) -> Iterator[bytes]:
        if name.endswith((GZIP, ".tgz")):
            return self._gunzip(file)
        if name.endswith(ZSTD):
            return self._unzstd(file)
        return _read_pieces(file)

    def _unzstd(self, file: Readable) -> Iterator[bytes]:
        """Frames after each other; behind a broken one, or garbage, the search goes on for the next."""
        zstandard = import_zstandard()
        decompressor, rest, missing = _open_frames(file, zstandard)
        self.lost += missing
        frame = None
        while rest or (rest := file.read(_FRAME_PIECE)):
            frame = frame or decompressor.decompressobj()
            try:
                piece = frame.decompress(rest)
            except zstandard.ZstdError:
                frame, rest = None, self._find_frame(file, rest)
                continue
            if piece:
                yield piece
            rest, frame = (frame.unused_data, None) if frame.eof else (b"", frame)
        self.lost += frame is not None

    def _find_frame(self, file: Readable, rest: bytes) -> bytes:
        """Pass over what is broken: what comes from the next beginning of a frame on, empty where there is none."""
        rest, passed = rest[1:], 1
        while (start := rest.find(_ZSTD_MAGIC)) < 0:
            kept = rest[-len(_ZSTD_MAGIC) + 1 :]
            more = file.read(_PIECE)
            passed += len(rest) - (len(kept) if more else 0)
            if not more:
                self.lost += passed
                return b""
            rest = kept + more
        self.lost += passed + start
        return rest[start:]

    def _gunzip(self, file: Readable) -> Iterator[bytes]:
        """Members after each other; behind a broken one, or garbage, the search goes on for the next."""
        rest = b""
        while True:
            rest = rest or file.read(_PIECE)
            start = rest.find(_GZIP_MAGIC)
            if start < 0:
                more = file.read(_PIECE)
                kept = rest[-2:] if more else b""
                self.lost += len((rest[: len(rest) - len(kept)]).strip(b"\0"))
                if not more:
                    return
                rest = kept + more
                continue
            self.lost += len(rest[:start].strip(b"\0"))
            rest = yield from self._gunzip_member(file, rest[start:])

    def _gunzip_member(self, file: Readable, rest: bytes) -> Generator[bytes, None, bytes]:
        inflate = zlib.decompressobj(_AS_GZIP)
        while True:
            try:
                piece = inflate.decompress(rest, _PIECE)
            except zlib.error:
                self.lost += len(_GZIP_MAGIC)
                return rest[len(_GZIP_MAGIC) :] if rest.startswith(_GZIP_MAGIC) else rest
            if piece:
                yield piece
            if inflate.eof:
                return inflate.unused_data
            rest = inflate.unconsumed_tail or (b"" if piece and len(piece) == _PIECE else file.read(_PIECE))
            if not rest and not piece:
                self.lost += 1  # the file ends inside a member
                return b""

    def fill(self, size: int) -> bool:
        """Have so many bytes at hand; whether there are."""
        while len(self._buffer) < size:
            piece = next(self._pieces, b"")
            if not piece:
                return False
            self._buffer += piece
        return True

    def peek(self, size: int) -> bytes:
        """The next bytes, at most so many, without taking them."""
        self.fill(size)
        return bytes(self._buffer[:size])

    def take(self, size: int) -> bytes:
        """The next bytes, at most so many; fewer only at the end."""
        self.fill(size)
        return self._cut(min(size, len(self._buffer)))

    def line(self, most: int) -> bytes:
        """The next line with its end; of one that is longer than ``most`` its first bytes. Empty at the end."""
        searched = 0
        while True:
            found = self._buffer.find(b"\n", searched, most)
            if found >= 0:
                return self._cut(found + 1)
            searched = len(self._buffer)
            if searched >= most or not self.fill(searched + 1):
                return self._cut(min(most, len(self._buffer)))

    def give_back(self, data: bytes) -> None:
        """Put bytes that were taken last in front again."""
        self._buffer[:0] = data
        self.at -= len(data)

    def lost_record(self, name: str) -> Record:
        """What stands in the output for what could not be read."""
        return Record(f"{name}#lost", b"", problem=f"{self.lost:,} bytes of the file cannot be decompressed and were passed over")

    def _cut(self, size: int) -> bytes:
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        self.at += size
        return data


def _open_frames(file: Readable, zstandard: Any) -> tuple[Any, bytes, int]:
    """What decompresses the frames of a file, with its dictionary if one stands in front of them, in a frame that others skip, as
    it is or compressed; what was read of the first frame; and how much of the dictionary is missing.

    See https://iipc.github.io/warc-specifications/specifications/warc-zstd/
    """
    head = file.read(_SKIPPED_HEAD)
    size = int.from_bytes(head[len(_SKIPPED_MAGIC) :], "little")
    if not head.startswith(_SKIPPED_MAGIC) or len(head) < _SKIPPED_HEAD or size > _LARGEST_DICTIONARY:
        return zstandard.ZstdDecompressor(max_window_size=_WIDEST_WINDOW), head, 0
    data = file.read(size)
    missing = size - len(data)
    try:
        if data.startswith(_ZSTD_MAGIC):
            plain = zstandard.ZstdDecompressor(max_window_size=_WIDEST_WINDOW)
            data = plain.stream_reader(data).read(_LARGEST_DICTIONARY)
        words = zstandard.ZstdCompressionDict(data)
        return zstandard.ZstdDecompressor(dict_data=words, max_window_size=_WIDEST_WINDOW), b"", missing
    except (zstandard.ZstdError, ValueError):  # no dictionary: frames that need one are told as lost
        return zstandard.ZstdDecompressor(max_window_size=_WIDEST_WINDOW), b"", missing


def _ending_of(first: bytes) -> str:
    """The ending that a file should have by its first bytes: crawls are often compressed and not called so."""
    return GZIP if first.startswith(_GZIP_MAGIC) else ZSTD if first.startswith((_ZSTD_MAGIC, _SKIPPED_MAGIC)) else ""


class _Ahead:
    """A file of which something has been read already."""

    def __init__(self, file: Readable, first: bytes) -> None:
        self._file, self._first = file, first

    def read(self, size: int) -> bytes:
        """The next bytes, at most so many."""
        first, self._first = self._first[:size], self._first[size:]
        return first + self._file.read(size - len(first)) if len(first) < size else first


def _read_pieces(file: Readable) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
