"""Files: inputs to paths in a known order, and paths to records, one at a time."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cleancorpus.errors import InputError, OptionError
from cleancorpus.read.files import FORMS, ending_of, find_files, read_files
from cleancorpus.record import Record


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages and other things, seen from inside its parent."""
    for name in ("d/b.txt", "d/a.html", "d/sub/c.HTM", "d/notes.zip", "d/sub/deep/e.text", "e/x.bin", "odd[1].html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ([], []),
        (["-"], ["-"]),
        (["d/notes.zip"], ["d/notes.zip"]),
        (["d"], ["d/a.html", "d/b.txt", "d/sub/c.HTM", "d/sub/deep/e.text"]),
        (["d/"], ["d/a.html", "d/b.txt", "d/sub/c.HTM", "d/sub/deep/e.text"]),
        (["d/*.*"], ["d/a.html", "d/b.txt", "d/notes.zip"]),
        (["d/**/*.HTM"], ["d/sub/c.HTM"]),
        (["odd[1].html"], ["odd[1].html"]),
        (["d/b.txt", "-", "d/a.html", "-", "d/b.txt"], ["d/b.txt", "-", "d/a.html"]),
        (["d/sub", "d"], ["d/sub/c.HTM", "d/sub/deep/e.text", "d/a.html", "d/b.txt"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_inputs_are_expanded_in_order_each_path_once(inputs: list[str], expected: list[str]) -> None:
    """Named files whatever they are called, folders by their endings, patterns by name."""
    assert find_files(inputs) == expected


@pytest.mark.parametrize("name", ["nowhere.txt", "d/nowhere/x.txt", "e", "d/*.pdf", "s*", "a\x00b", "d/a.html/x"])
@pytest.mark.usefixtures("folder")
def test_an_input_without_files_is_an_error_that_names_it(name: str) -> None:
    """Missing files, folders and patterns without a match stop the run before anything is read."""
    with pytest.raises(InputError) as caught:
        find_files(["d/a.html", name])
    assert name in str(caught.value)


@pytest.mark.usefixtures("folder")
def test_a_name_too_long_to_exist_is_an_input_error() -> None:
    """A text given in the place of a path is an input that does not exist."""
    with pytest.raises(InputError):
        find_files(["The ferry left at seven. " * 20])


@pytest.mark.usefixtures("folder")
def test_an_empty_name_is_not_the_current_folder() -> None:
    """An unset shell variable does not clean whatever lies around."""
    with pytest.raises(InputError):
        find_files([""])


def test_a_broken_link_does_not_exist(folder: Path) -> None:
    """Named, it is an error; in a folder it is passed over."""
    (folder / "d" / "broken.html").symlink_to(folder / "gone.html")
    with pytest.raises(InputError):
        find_files(["d/broken.html"])
    assert "d/broken.html" not in find_files(["d"])


@pytest.mark.usefixtures("folder")
def test_records_hold_the_bytes_as_they_are() -> None:
    """One record a path, in order, nothing decoded."""
    Path("d/b.txt").write_bytes(b"\xff\x00\r\n")
    assert list(read_files(["d/b.txt", "d/a.html"], 100)) == [
        Record("d/b.txt", b"\xff\x00\r\n", size=4),
        Record("d/a.html", b"d/a.html", size=8),
    ]


@pytest.mark.usefixtures("folder")
def test_of_a_large_file_only_the_excess_is_seen() -> None:
    """One byte over the limit is enough to tell."""
    Path("d/b.txt").write_bytes(b"x" * 1000)
    assert [len(record.source) for limit in (10, 999, 1000) for record in read_files(["d/b.txt"], limit)] == [
        11,
        1000,
        1000,
    ]


@pytest.mark.usefixtures("folder")
def test_a_file_that_vanished_is_a_record_with_a_problem() -> None:
    """What cannot be read any more does not stop the files after it."""
    records = list(read_files(["d/gone.txt", "d", "d/a.html"], 100))
    assert [record.source for record in records] == [b"", b"", b"d/a.html"]
    assert [bool(record.problem) for record in records] == [True, True, False]


@pytest.mark.usefixtures("folder")
def test_files_are_opened_one_by_one() -> None:
    """A file is not touched before its turn."""
    records = read_files(["d/a.html", "d/b.txt"], 100)
    next(records)
    Path("d/b.txt").write_text("changed", encoding="utf-8")
    assert next(records).source == b"changed"


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` stands for standard input, under the same limit."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * 100)))
    assert list(read_files(["-"], 10)) == [Record("-", b"x" * 11)]


def test_a_pipe_can_be_named(tmp_path: Path) -> None:
    """What exists but is no regular file is taken at the caller's word."""
    os.mkfifo(tmp_path / "pipe")
    assert find_files([str(tmp_path / "pipe")]) == [str(tmp_path / "pipe")]


@pytest.mark.parametrize("pack", ["gzip", "zstd"])
def test_containers_are_unpacked_whatever_they_are_called(tmp_path: Path, pack: str) -> None:
    """Crawls are often compressed under a name that does not say so; a page is not unpacked."""
    raw = b'{"text": "one"}\n{"text": "two"}\n'
    packed = gzip.compress(raw) if pack == "gzip" else pytest.importorskip("zstandard").compress(raw)
    for name in ("a.jsonl", "a.html"):
        (tmp_path / name).write_bytes(packed)
    assert [record.source for record in read_files([str(tmp_path / "a.jsonl")], 1_000)] == ["one", "two"]
    assert [record.source for record in read_files([str(tmp_path / "a.html")], 1_000)] == [packed]


def test_a_form_is_read_whatever_the_name(tmp_path: Path) -> None:
    """Packed or not."""
    line = b'{"id": "one", "text": "The ferry left at seven."}\n'
    for name, data in (("part-0001", line), ("part.data", gzip.compress(line)), ("part.gz", gzip.compress(line))):
        path = tmp_path / name
        path.write_bytes(data)
        (found,) = read_files([str(path)], 1 << 20, form="jsonl")
        assert (found.id, found.source) == ("one", "The ferry left at seven.")
    (page,) = read_files([str(tmp_path / "part-0001")], 1 << 20)
    assert page.source == line


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_of_many_records(pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """As a file of that form is read."""
    data = b"".join(b'{"id": "%d", "text": "The ferry left."}\n' % number for number in range(500))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pack(data))))
    assert [item.id for item in read_files(["-"], 1 << 20, form="jsonl")] == [str(number) for number in range(500)]


def test_forms() -> None:
    """Each has an ending; one that is unknown, or that standard input cannot have, is told."""
    assert [ending_of("a.bin", form) for form in ("page", "jsonl", "tsv")] == [".html", ".jsonl", ".tsv"]
    assert (ending_of("a.CSV.gz"), ending_of("-")) == (".csv", ".html")
    with pytest.raises(OptionError, match="unknown; use one of page, jsonl"):
        ending_of("a", "xml")
    for form in ("parquet", "zip"):
        assert form in FORMS
        with pytest.raises(OptionError, match="name a file"):
            ending_of("-", form)


@pytest.mark.parametrize("name", ["a.parquet.gz", "a.zip.zst"])
def test_what_is_read_from_its_end_is_not_unpacked(name: str, tmp_path: Path) -> None:
    """One record that says what to do."""
    (tmp_path / name).write_bytes(b"x")
    (found,) = read_files([str(tmp_path / name)], 1 << 20)
    assert "unpack that first" in str(found.problem)
