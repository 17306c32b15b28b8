"""Streams: the same bytes whatever the compression, in lines and pieces; what is broken is passed over and counted."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from cleancorpus.read.streams import Stream

TEXT = b"".join(b"line %d of a text that goes on for a while\n" % number for number in range(9_000))


def packed(data: bytes, ending: str) -> bytes:
    """The data as a file of that ending has it, in several members."""
    half = len(data) // 2
    if ending == ".gz":
        return gzip.compress(data[:half]) + gzip.compress(data[half:])
    if ending == ".zst":
        return zstandard.compress(data[:half]) + zstandard.compress(data[half:])
    return data


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_the_same_bytes(ending: str, tmp_path: Path) -> None:
    """Lines in order, whole, and nothing lost."""
    path = tmp_path / f"text.txt{ending}"
    path.write_bytes(packed(TEXT, ending))
    with path.open("rb") as file:
        stream = Stream(file, path.name)
        lines = list(iter(lambda: stream.line(1_000), b""))
    assert lines == TEXT.splitlines(keepends=True)
    assert (stream.at, stream.lost) == (len(TEXT), 0)


@given(st.binary(max_size=300), st.lists(st.integers(1, 40), max_size=20))
@settings(max_examples=200)
def test_pieces_and_lines_are_all_of_it(data: bytes, sizes: list[int]) -> None:
    """However it is taken, peeked at and given back, each byte comes once and in order."""
    stream = Stream(io.BytesIO(data), "any")
    taken = b""
    for number, size in enumerate(sizes):
        assert data[len(taken) :].startswith(stream.peek(size))
        piece = stream.line(size) if number % 2 else stream.take(size)
        if number % 3 == 0:
            stream.give_back(piece)
            piece = b""
        taken += piece
        assert stream.at == len(taken)
    taken += stream.take(1_000)
    assert taken == data


def test_a_long_line_comes_in_parts() -> None:
    """No more of it than asked for is held."""
    stream = Stream(io.BytesIO(b"x" * 100 + b"\nnext\n"), "any")
    assert [stream.line(60), stream.line(60), stream.line(60), stream.line(60)] == [b"x" * 60, b"x" * 40 + b"\n", b"next\n", b""]
    assert stream.take(5) == b""


def test_garbage_between_members_is_passed_over_and_counted() -> None:
    """And so is a member that is damaged; the next is read."""
    good, other = gzip.compress(TEXT[:5_000]), gzip.compress(b"the last member\n")
    garbage = Stream(io.BytesIO(good + b"garbage" * 50 + other), "a.gz")
    assert garbage.take(100_000) == TEXT[:5_000] + b"the last member\n"
    assert garbage.lost == 350
    damaged = bytearray(good)
    damaged[60:80] = b"\0" * 20
    stream = Stream(io.BytesIO(bytes(damaged) + other), "a.gz")
    assert stream.take(100_000).endswith(b"the last member\n")
    assert stream.lost > 0


def test_a_file_that_is_cut_off_says_so() -> None:
    """What was there of it is read."""
    cut = Stream(io.BytesIO(gzip.compress(TEXT)[:-40]), "a.gz")
    assert TEXT.startswith(cut.take(len(TEXT))[:1_000])
    assert cut.peek(1) == b""
    assert cut.lost > 0
    frames = Stream(io.BytesIO(zstandard.compress(TEXT[:3_000]) + zstandard.compress(TEXT)[:50] + b"\0" * 9), "a.zst")
    assert frames.take(3_000) == TEXT[:3_000]
    assert len(frames.take(len(TEXT))) < len(TEXT)
    assert frames.lost > 0


def test_zeros_behind_the_last_member_are_no_loss() -> None:
    """Tapes and some writers fill up."""
    stream = Stream(io.BytesIO(gzip.compress(b"text\n") + b"\0" * 4_096), "a.gz")
    assert (stream.take(100), stream.lost) == (b"text\n", 0)


def test_a_bomb_is_read_as_far_as_it_is_asked_for() -> None:
    """A gigabyte of one letter in a megabyte."""
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(bomb.compress(b"a" * (1 << 20)) for _ in range(256)) + bomb.flush()
    stream = Stream(io.BytesIO(data), "a.gz")
    assert len(stream.take(1_000)) == 1_000
    assert len(stream.take(1 << 22)) == 1 << 22


@pytest.mark.parametrize("place", [6, 40])
def test_a_damaged_frame_of_zstandard_costs_itself(place: int) -> None:
    """The frames behind it are read, and what was passed over is counted."""
    frames = [zstandard.ZstdCompressor(write_checksum=True).compress(bytes([65 + at]) * 10 + os.urandom(900)) for at in range(6)]
    broken = bytearray(frames[2])
    broken[place] ^= 0xFF
    frames[2] = bytes(broken)
    stream = Stream(io.BytesIO(b"".join(frames)), "a.zst")
    data = stream.take(1 << 20)
    assert all(bytes([65 + at]) * 10 in data for at in (0, 1, 3, 4, 5))
    assert 0 < stream.lost <= len(frames[2])


def with_dictionary(pages: list[bytes], *, packed_words: bool) -> bytes:
    """An archive whose pages are compressed by words that stand in front of them."""
    words = zstandard.train_dictionary(2_000, pages * 8)
    data = words.as_bytes()
    data = zstandard.compress(data) if packed_words else data
    compressor = zstandard.ZstdCompressor(dict_data=words)
    return b"\x5d\x2a\x4d\x18" + len(data).to_bytes(4, "little") + data + b"".join(map(compressor.compress, pages))


PAGES = [b"<p>Page %d of the harbour gazette, %d ferries</p>\n" % (number, number * 7_919) for number in range(60)]


@pytest.mark.parametrize("packed_words", [False, True])
@pytest.mark.parametrize("name", ["a.warc.zst", "a.warc"])
def test_archives_with_a_dictionary(packed_words: bool, name: str) -> None:
    """As it is or compressed itself; known by its first bytes where the name says nothing."""
    file = io.BytesIO(with_dictionary(PAGES, packed_words=packed_words))
    stream = Stream(file, name, sniff=True)
    assert list(iter(lambda: stream.line(1_000), b"")) == PAGES
    assert stream.lost == 0


@pytest.mark.parametrize(
    "words", [b"no words at all", zstandard.compress(bytes(1 << 26)), zstandard.compress(b"x" * 99)[:-9], b""]
)
def test_a_damaged_dictionary_is_told(words: bytes) -> None:
    """What was compressed by it is lost, and that is said; what was not is read."""
    whole = with_dictionary(PAGES, packed_words=False)
    frames = whole[8 + int.from_bytes(whole[4:8], "little") :]
    data = b"\x5d\x2a\x4d\x18" + len(words).to_bytes(4, "little") + words
    stream = Stream(io.BytesIO(data + frames + zstandard.compress(b"plain\n")), "a.zst")
    assert list(iter(lambda: stream.line(1_000), b"")) == [b"plain\n"]
    assert stream.lost > 1_000


def test_a_file_that_ends_inside_its_dictionary_says_so() -> None:
    """All of it is lost."""
    stream = Stream(io.BytesIO(with_dictionary(PAGES, packed_words=False)[:900]), "a.warc.zst")
    assert stream.line(100) == b""
    assert stream.lost > 0


class OneByOne(io.RawIOBase):
    """A pipe that gives a byte at a time."""

    def __init__(self, data: bytes) -> None:
        self._left = list(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  any buffer, says the base
        if not self._left:
            return 0
        buffer[0] = self._left.pop(0)
        return 1


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_a_slow_pipe_is_known_by_its_first_bytes_too(ending: str) -> None:
    """However they come."""
    stream = Stream(io.BufferedReader(OneByOne(packed(TEXT[:2_000], ending))), "-", sniff=True)
    assert b"".join(iter(lambda: stream.take(700), b"")) == TEXT[:2_000]
