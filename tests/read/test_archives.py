"""Archives: every page in them is a record, whatever is wrong with the others."""

from __future__ import annotations

import io
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cleancorpus.read.files import find_files, read_files
from cleancorpus.record import Record

PAGES = {"a.html": b"<p>one</p>", "d/b.txt": b"two", "d/picture.png": b"\x89PNG", "../c.html": b"<p>three</p>", "e.htm": b""}
MOST = 1_000


def make_zip(path: Path, members: dict[str, bytes] = PAGES) -> Path:
    """A zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/", b"")
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def make_tar(path: Path, members: dict[str, bytes] = PAGES) -> Path:
    """A tar archive, compressed by its ending."""
    mode = "w:gz" if path.suffix in {".gz", ".tgz"} else "w"
    with tarfile.open(path, mode) as archive:
        archive.addfile(tarfile.TarInfo("folder"), None)
        link = tarfile.TarInfo("link.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def read(path: Path, most: int = MOST) -> list[Record]:
    """Its records."""
    return list(read_files(find_files([str(path)]), most))


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tgz", "x.tar.gz"])
def test_pages_are_records_named_by_their_place(tmp_path: Path, name: str) -> None:
    """Files with the endings of pages; folders, links and pictures are none. Nothing is written to the disk."""
    path = make_zip(tmp_path / name) if name == "x.zip" else make_tar(tmp_path / name)
    found = read(path)
    assert [(record.id.removeprefix(path.as_posix()), record.source) for record in found] == [
        ("/a.html", b"<p>one</p>"),
        ("/d/b.txt", b"two"),
        ("/../c.html", b"<p>three</p>"),
        ("/e.htm", b""),
    ]
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_a_large_member_is_read_just_far_enough(tmp_path: Path, make: Callable[..., Path]) -> None:
    """A bomb costs as much as the limit."""
    path = tmp_path / ("x.zip" if make is make_zip else "x.tar")
    make(path, {"bomb.txt": b"0" * 5_000_000, "a.txt": b"one"})
    found = read(path)
    assert [(len(record.source), record.size) for record in found] == [(MOST + 1, 5_000_000), (3, 3)]


def test_a_damaged_member_of_a_zip_costs_itself(tmp_path: Path) -> None:
    """The pages around it are read."""
    path = make_zip(tmp_path / "x.zip", {"a.txt": b"one" * 50, "b.txt": bytes(range(256)) * 4, "c.txt": b"three"})
    raw = bytearray(path.read_bytes())
    at = raw.index(b"b.txt") + 5
    raw[at : at + 20] = b"\xff" * 20
    path.write_bytes(raw)
    found = read(path)
    assert [bool(record.problem) for record in found] == [False, True, False]
    assert "archive" in str(found[1].problem)


@pytest.mark.parametrize("cut", [10, 700, 1_300])
def test_a_tar_that_is_cut_off_says_so(tmp_path: Path, cut: int) -> None:
    """What was read before stands."""
    path = make_tar(tmp_path / "x.tar", {"a.txt": b"one", "b.txt": b"two" * 400})
    path.write_bytes(path.read_bytes()[: -len(path.read_bytes()) + 1_024 + cut])
    found = read(path)
    assert found[-1].problem is not None


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tgz"])
@pytest.mark.parametrize("raw", [b"", b"no archive at all", b"PK\x03\x04" + b"\xff" * 100, b"\x1f\x8b\x08" + b"\0" * 50])
def test_what_is_no_archive_is_one_failed_record(tmp_path: Path, name: str, raw: bytes) -> None:
    """It never raises; an empty tar is an empty archive."""
    path = tmp_path / name
    path.write_bytes(raw)
    found = read(path)
    assert all(record.problem for record in found)
    assert found or name != "x.zip"


def test_a_member_longer_than_its_archive_ends_it(tmp_path: Path) -> None:
    """What is passed over is passed over in pieces: to the end of the file, not of what it says."""
    path = make_tar(tmp_path / "long.tar")
    header = tarfile.TarInfo("picture.jpg")
    header.size = 1 << 60
    raw = path.read_bytes().rstrip(b"\0")
    raw += b"\0" * (-len(raw) % tarfile.BLOCKSIZE)
    path.write_bytes(raw + header.tobuf(tarfile.GNU_FORMAT))
    found = read(path)
    assert len([item for item in found if item.problem is None]) == len(PAGES) - 1  # a picture is no page
    assert "cannot be read from here on" in (found[-1].problem or "")


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_to_a_zip_ends_more_than_it(tmp_path: Path, seed: int) -> None:
    """Bytes changed anywhere: no exception, and never nothing at all."""
    path = make_zip(tmp_path / "a.zip")
    raw = bytearray(path.read_bytes())
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 12)):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    path.write_bytes(bytes(raw))
    assert read(path)


@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_an_archive_without_pages_says_so(tmp_path: Path, make: Callable[[Path, dict[str, bytes]], Path]) -> None:
    """One record that names what was looked for, and not silence."""
    name = "a.zip" if make is make_zip else "a.tar"
    (found,) = read(make(tmp_path / name, {"picture.png": b"\x89PNG", "data.bin": b"1"}))
    assert "holds no page" in (found.problem or "")
    assert ".html" in (found.problem or "")
