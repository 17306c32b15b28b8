"""Atomic files: there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleancorpus.errors import CleancorpusError, OutputError
from cleancorpus.write.atomic import atomic_file


def write_and_fail(path: Path, error: BaseException) -> None:
    """An end in the middle of writing."""
    with atomic_file(path) as file:
        file.write(b"new" * 10_000)
        raise error


def test_the_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    """Folders are made; before the end nothing stands at the path; afterwards nothing else stands beside it."""
    path = tmp_path / "a" / "b" / "out.jsonl"
    with atomic_file(path) as file:
        file.write(b"one\n")
        assert not path.exists()
    assert path.read_bytes() == b"one\n"
    assert list(path.parent.iterdir()) == [path]


def test_nothing_written_makes_an_empty_file(tmp_path: Path) -> None:
    """A run without documents is a complete, empty file."""
    with atomic_file(tmp_path / "out.jsonl"):
        pass
    assert (tmp_path / "out.jsonl").read_bytes() == b""


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, OutputError])
def test_an_exception_leaves_what_stood_there(tmp_path: Path, error: type[BaseException]) -> None:
    """The old file still stands, the new one left no trace, the exception comes through."""
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(error):
        write_and_fail(path, error())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_exception_leaves_no_file_where_none_was(tmp_path: Path) -> None:
    """No half of a file is ever seen."""
    with pytest.raises(ValueError, match="broken"):
        write_and_fail(tmp_path / "out.jsonl", ValueError("broken"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing of a longer file shows through."""
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"x" * 1000)
    with atomic_file(path) as file:
        file.write(b"short")
    assert path.read_bytes() == b"short"


def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    """The message names the path and the way out; nothing is left behind."""
    (tmp_path / "file").write_bytes(b"x")
    path = tmp_path / "file" / "below" / "out.jsonl"
    with pytest.raises(OutputError) as caught, atomic_file(path):
        pytest.fail("the body must not run")
    assert str(path) in str(caught.value)
    assert "-o" in str(caught.value)
    assert isinstance(caught.value, CleancorpusError)
    assert (tmp_path / "file").read_bytes() == b"x"


def test_a_name_too_long_is_an_output_error(tmp_path: Path) -> None:
    """What no file system takes ends like any other place that cannot be written."""
    with pytest.raises(OutputError), atomic_file(tmp_path / ("x" * 400)):
        pytest.fail("the body must not run")


def test_a_folder_in_the_place_of_the_file_is_an_output_error(tmp_path: Path) -> None:
    """Whatever keeps the file from taking its place is one kind of error."""
    (tmp_path / "out.jsonl").mkdir()
    with pytest.raises(OutputError), atomic_file(tmp_path / "out.jsonl") as file:
        file.write(b"x")


def test_after_any_failure_no_part_is_left(tmp_path: Path) -> None:
    """A failure of the last step cleans up as well."""
    (tmp_path / "out.jsonl").mkdir()
    with pytest.raises((OSError, OutputError)), atomic_file(tmp_path / "out.jsonl") as file:
        file.write(b"x")
    assert [item.name for item in tmp_path.iterdir()] == ["out.jsonl"]
