"""Storage: paths and URLs answer the same questions the same way; what a backend raises is an error of the system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from cleancorpus.errors import InputError
from cleancorpus.storage import find_storage, join_name, parent_of, split_scheme

MEMORY = "memory://cleancorpus-tests"
FILES = {"a.txt": b"one", "b/c.txt": b"two two", "b/d e.txt": b"three"}


def put(name: str, data: bytes) -> None:
    """A file there."""
    storage = find_storage(name)
    storage.make_folder(parent_of(name))
    handle, written = storage.temporary_beside(name)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    storage.replace(written, name)
    assert not Path(written).exists()


@pytest.fixture(params=["disk", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A folder of three files, on the disk or in fsspec's memory."""
    root = tmp_path.as_posix() if request.param == "disk" else MEMORY
    for name, data in FILES.items():
        put(join_name(root, name), data)
    yield root
    if request.param == "memory":
        fsspec.filesystem("memory").rm(MEMORY, recursive=True)


def test_what_is_there(folder: str) -> None:
    """Files, folders, and what is neither."""
    storage = find_storage(folder)
    file, inner, none = (join_name(folder, name) for name in ("a.txt", "b", "x"))
    assert [storage.exists(name) for name in (file, inner, none)] == [True, True, False]
    assert [storage.is_file(name) for name in (file, inner, none)] == [True, False, False]
    assert [storage.is_folder(name) for name in (file, inner, none)] == [False, True, False]
    assert storage.size(file) == 3
    with pytest.raises(FileNotFoundError):
        storage.size(none)
    with pytest.raises(FileNotFoundError):
        storage.open(none)


def read(names: list[str]) -> list[bytes]:
    """What the files hold."""
    found = []
    for name in names:
        with find_storage(name).open(name) as file:
            found.append(file.read())
    return found


def test_what_is_listed_can_be_opened(folder: str) -> None:
    """Files of a folder and of a pattern, in order of name; none for a pattern that matches nothing."""
    storage = find_storage(folder)
    assert read(storage.files_below(folder)) == [b"one", b"two two", b"three"]
    assert read(storage.matches(join_name(folder, "b/*.txt"))) == [b"two two", b"three"]
    assert storage.matches(join_name(folder, "none*")) == []


def test_a_file_is_read_from_any_place_in_it(folder: str) -> None:
    """As tables and archives are: from the end, in pieces, looked at before it is taken."""
    name = join_name(folder, "b/c.txt")
    with find_storage(name).open(name) as file:
        assert file.seek(-3, os.SEEK_END) == 4
        assert file.read(2) == b"tw"
        file.seek(0)
        assert file.read(3) == b"two"
        assert file.tell() == 3


def test_a_file_takes_the_place_of_another(folder: str) -> None:
    """Whole, nothing of the older one shows through."""
    put(join_name(folder, "a.txt"), b"1")
    assert read([join_name(folder, "a.txt")]) == [b"1"]


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("s3://bucket/a.warc.gz", "s3"),
        ("MEMORY://x", "memory"),
        ("C:/crawl/a.txt", ""),
        ("C://crawl/a.txt", ""),
        ("a b/s3://x", ""),
        ("s3:/bucket/a", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_what_has_a_scheme(name: str, scheme: str) -> None:
    """Letters in front of ``://``; one letter is a drive."""
    assert split_scheme(name) == scheme


@pytest.mark.parametrize("name", ["http://example.org/a.html", "HTTPS://example.org/"])
def test_pages_are_not_fetched(name: str) -> None:
    """The web is no storage: nothing goes out because of a name."""
    with pytest.raises(InputError, match="fetches none"):
        find_storage(name)


def test_a_scheme_that_nobody_knows() -> None:
    """An error that names it, or says how one is written."""
    with pytest.raises(InputError, match="small letters, memory://"):
        find_storage("Memory://a/b")
    with pytest.raises(InputError, match="nosuch://"):
        find_storage("nosuch://a/b")


class _Refusing:
    """A backend whose every answer is an exception of its own."""

    def __getattr__(self, name: str) -> Any:
        def refuse(*_: object, **__: object) -> None:
            message = "Unable to locate credentials"
            raise RuntimeError(message)

        return refuse


@pytest.mark.parametrize("ask", ["exists", "is_file", "is_folder", "size", "files_below", "matches", "open", "make_folder"])
def test_what_a_backend_raises_is_an_error_of_the_system(ask: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No right and no connection are not the same as no file: nothing is called missing that could not be looked up."""
    storage = find_storage(MEMORY)
    monkeypatch.setattr(storage, "_system", _Refusing())
    with pytest.raises(OSError, match="RuntimeError: Unable to locate credentials"):
        getattr(storage, ask)(f"{MEMORY}/a.txt")


def test_a_file_that_breaks_off_is_an_error_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in the midst of reading."""
    put(f"{MEMORY}/a.txt", b"x" * 100)
    storage = find_storage(MEMORY)
    with storage.open(f"{MEMORY}/a.txt") as file:
        monkeypatch.setattr(file.raw, "_file", _Refusing())  # type: ignore[attr-defined]  a file of fsspec's below
        with pytest.raises(OSError, match="Unable to locate"):
            file.read()
        monkeypatch.undo()


def test_two_names_of_one_file_have_one_place(tmp_path: Path) -> None:
    """Whatever scheme they are given with: no output may stand where an input stands."""
    path = tmp_path / "a.txt"
    names = [str(path), f"file://{path}", f"{tmp_path}/b/../a.txt", f"local://{path}"]
    assert len({find_storage(name).place(name) for name in names}) == 1
    remote = ["memory://x/a.txt", "memory:///x/a.txt"]
    assert len({find_storage(name).place(name) for name in remote}) == 1
    assert find_storage(remote[0]).place("memory://x/a.txt").is_relative_to(find_storage(remote[0]).place("memory://x/"))
