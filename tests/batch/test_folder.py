"""Folder: parts that are whole, a manifest that says so, and a run that goes on where it was stopped."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import IO, Any

import pytest

from cleancorpus.batch.folder import MANIFEST, Lost, Progressed, fingerprint, hold_folder, open_folder, write_again, write_parts
from cleancorpus.batch.render import Done
from cleancorpus.errors import OptionError, OutputError
from cleancorpus.outcome import Outcome

HEADER: dict[str, Any] = {"version": "1", "options": {"profile": "article"}, "inputs": ({"path": "a"},)}


def done(*numbers: int) -> Iterator[Done]:
    """Records with a number as payload; every third failed."""
    for number in numbers:
        yield Done(str(number), Outcome.EMPTY if number % 3 == 0 else Outcome.OK, "", f"{number}\n".encode())


def write(files: Sequence[IO[bytes]], items: Iterator[Done]) -> None:
    """Payloads behind each other."""
    for item in items:
        files[0].write(item.payload)


def run(folder: Path, numbers: range, *, stop: int | None = None) -> Progressed:
    """A run over numbers in parts of four, stopped behind some records."""
    before = open_folder(str(folder), HEADER)
    rest = numbers[before.records :]

    def items() -> Iterator[Done]:
        for number in rest:
            if number == stop:
                raise KeyboardInterrupt
            yield from done(number)

    write_parts(items() if not before.finished else iter(()), str(folder), before, ["part-{}.txt"], 4, write)
    return before


def contents(folder: Path) -> dict[str, bytes]:
    """Every file and what is in it."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def manifest(folder: Path) -> list[dict[str, Any]]:
    """The manifest's lines."""
    return [json.loads(line) for line in (folder / MANIFEST).read_text().splitlines()]


def test_parts_are_listed_with_what_is_in_them(tmp_path: Path) -> None:
    """Counts in are counts out, by outcome; digests are those of the files."""
    before = run(tmp_path / "out", range(10))
    lines = manifest(tmp_path / "out")
    assert [line.get("part") for line in lines] == [None, "part-00000.txt", "part-00001.txt", "part-00002.txt", None]
    assert [line["records"] for line in lines[1:]] == [4, 4, 2, 10]
    assert lines[-1] == {"finished": True, "parts": 3, "records": 10, "outcomes": {"empty": 4, "ok": 6}}
    part = (tmp_path / "out" / "part-00001.txt").read_bytes()
    assert (part, lines[2]["sha256"]) == (b"4\n5\n6\n7\n", hashlib.sha256(part).hexdigest())
    assert (before.outcomes, before.finished) == (Counter(ok=6, empty=4), True)


@pytest.mark.parametrize("stop", range(11))
def test_a_run_that_was_stopped_anywhere_ends_as_one_that_was_not(tmp_path: Path, stop: int) -> None:
    """Byte for byte, manifest included."""
    run(tmp_path / "whole", range(10))
    for _ in range(2):
        try:
            run(tmp_path / "out", range(10), stop=stop)
        except KeyboardInterrupt:
            assert not [path for path in (tmp_path / "out").iterdir() if path.suffix == ".part"]
    run(tmp_path / "out", range(10))
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_what_a_kill_leaves_behind_is_taken_away(tmp_path: Path) -> None:
    """Half a part, a part without its line, half a line of the manifest."""
    whole, out = tmp_path / "whole", tmp_path / "out"
    run(whole, range(10))
    with pytest.raises(KeyboardInterrupt):
        run(out, range(10), stop=6)
    (out / ".part-00001.txt.abc.part").write_bytes(b"4\n")
    (out / "part-00001.txt").write_bytes(b"4\n5\n6\n7\n")
    with (out / MANIFEST).open("ab") as file:
        file.write(b'{"part":"part-00001.txt","rec')
    run(out, range(10))
    assert contents(out) == contents(whole)


def test_a_part_that_was_taken_away_is_made_again(tmp_path: Path) -> None:
    """With all that follows it."""
    whole, out = tmp_path / "whole", tmp_path / "out"
    run(whole, range(10))
    run(out, range(10))
    (out / "part-00001.txt").unlink()
    assert run(out, range(10)).records == 10
    assert contents(out) == contents(whole)


def crashed(*numbers: int) -> Iterator[Done]:
    """Records in whose cleaning a worker died."""
    return (replace(item, outcome=Outcome.CRASHED, payload=b"-\n") for item in done(*numbers))


@pytest.mark.parametrize("finished", [True, False])
def test_a_part_in_which_a_worker_died_is_made_once_more(tmp_path: Path, finished: bool) -> None:
    """In its place; then the folder is as if nothing had died, and there is nothing more to try."""
    whole, out = tmp_path / "whole", tmp_path / "out"
    run(whole, range(10))
    before = open_folder(str(out), HEADER)
    write_parts(chain(done(*range(5)), crashed(5, 6), done(7)), str(out), before, ["part-{}.txt"], 4, write)
    if not finished:
        lines = (out / MANIFEST).read_bytes().splitlines(keepends=True)
        (out / MANIFEST).write_bytes(b"".join(lines[:-1]))
    before = open_folder(str(out), HEADER)
    assert before.lost == [Lost(part=1, first=4, records=4, crashed=2)]
    assert write_again(done(*range(4, 8)), str(out), before, before.lost[0], ["part-{}.txt"], write) == ""
    assert before.outcomes == {"ok": 5, "empty": 3}
    assert open_folder(str(out), HEADER).lost == []
    if finished:
        assert manifest(out)[-1]["outcomes"] == {"empty": 3, "ok": 5}
    else:
        run(out, range(10))
        assert contents(out) == contents(whole)


@pytest.mark.parametrize(
    ("again", "said"),
    [
        (crashed(4, 5, 6, 7), "4 records ended without a document, 2 before"),
        (done(4, 5), "other records"),
        (done(4, 5, 6, 8), "other records"),
    ],
    ids=["all crash", "fewer", "others"],
)
def test_a_part_that_would_be_worse_stays_as_it_was(tmp_path: Path, again: Iterator[Done], said: str) -> None:
    """More records lost than before, or other records: nothing is touched, and the next run tries again."""
    before = open_folder(str(tmp_path), HEADER)
    write_parts(chain(done(*range(5)), crashed(5, 6), done(7)), str(tmp_path), before, ["part-{}.txt"], 4, write)
    was = contents(tmp_path)
    before = open_folder(str(tmp_path), HEADER)
    assert said in write_again(again, str(tmp_path), before, before.lost[0], ["part-{}.txt"], write)
    assert contents(tmp_path) == was
    assert len(open_folder(str(tmp_path), HEADER).lost) == 1


def test_a_worker_that_dies_again_is_not_tried_a_third_time(tmp_path: Path) -> None:
    """The manifest says that it was tried again."""
    before = open_folder(str(tmp_path), HEADER)
    write_parts(crashed(1), str(tmp_path), before, ["part-{}.txt"], 4, write)
    before = open_folder(str(tmp_path), HEADER)
    write_again(crashed(1), str(tmp_path), before, before.lost[0], ["part-{}.txt"], write)
    assert [line.get("again") for line in manifest(tmp_path)] == [None, True, None]
    assert open_folder(str(tmp_path), HEADER).lost == []


def test_a_full_disk_leaves_the_parts_that_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error comes through, no half of a part is left, and the run goes on when there is space again."""
    whole, out = tmp_path / "whole", tmp_path / "out"
    run(whole, range(10))
    real, calls = os.fsync, iter(range(100))

    def fsync(handle: int) -> None:
        if next(calls) == 3:  # the second part, behind two lines of the manifest and the first
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="No space left"):
        run(out, range(10))
    assert sorted(contents(out)) == [MANIFEST, "part-00000.txt"]
    monkeypatch.undo()
    run(out, range(10))
    assert contents(out) == contents(whole)


def test_a_part_of_two_files_is_whole_when_both_are(tmp_path: Path) -> None:
    """The manifest names both; where one was taken away both are made again."""

    def write_both(files: Sequence[IO[bytes]], items: Iterator[Done]) -> None:
        for item in items:
            files[0].write(item.payload)
            files[1].write(b"beside " + item.payload)

    def run_both() -> None:
        before = open_folder(str(tmp_path), HEADER)
        items = done(*range(before.records, 6)) if not before.finished else iter(())
        write_parts(items, str(tmp_path), before, ["one/part-{}.txt", "two/part-{}.txt"], 4, write_both)

    run_both()
    names = ["one/part-00000.txt", "one/part-00001.txt", "two/part-00000.txt", "two/part-00001.txt"]
    whole = {name: (tmp_path / name).read_bytes() for name in [*names, MANIFEST]}
    assert whole["two/part-00001.txt"] == b"beside 4\nbeside 5\n"
    line = manifest(tmp_path)[2]
    assert (line["part"], list(line["beside"])) == ("one/part-00001.txt", ["two/part-00001.txt"])
    assert line["beside"]["two/part-00001.txt"] == hashlib.sha256(whole["two/part-00001.txt"]).hexdigest()
    (tmp_path / "two" / "part-00001.txt").unlink()
    (tmp_path / "two" / ".part-00001.txt.x.part").write_bytes(b"half")
    run_both()
    assert {name: (tmp_path / name).read_bytes() for name in [*names, MANIFEST]} == whole
    assert len(list(tmp_path.rglob("*.*"))) == 5


def test_a_finished_run_is_not_run_again(tmp_path: Path) -> None:
    """Nothing is read, nothing is written."""
    run(tmp_path / "out", range(10))
    before = contents(tmp_path / "out")
    assert run(tmp_path / "out", range(10), stop=0).finished
    assert contents(tmp_path / "out") == before


def test_an_empty_run_is_finished(tmp_path: Path) -> None:
    """No records: no parts, and the manifest says so."""
    run(tmp_path / "out", range(0))
    assert manifest(tmp_path / "out")[-1] == {"finished": True, "parts": 0, "records": 0, "outcomes": {}}


def test_runs_with_other_options_are_not_mixed(tmp_path: Path) -> None:
    """The message names what differs."""
    run(tmp_path / "out", range(4))
    with pytest.raises(OptionError, match=r"other profile \(article there, strict here\)"):
        open_folder(str(tmp_path / "out"), HEADER | {"options": {"profile": "strict"}})
    with pytest.raises(OptionError, match=r"other inputs.*, version"):
        open_folder(str(tmp_path / "out"), HEADER | {"version": "2", "inputs": []})


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """Files that are no parts, a manifest that is none, a place that is no folder."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("x")
    with pytest.raises(OptionError, match="no manifest"):
        open_folder(str(tmp_path / "mine"), HEADER)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / MANIFEST).write_text('{"x": 1}\n')
    with pytest.raises(OptionError, match="is no manifest"):
        open_folder(str(tmp_path / "other"), HEADER)
    with pytest.raises(OutputError, match="cannot be written"):
        open_folder(str(tmp_path / "mine" / "notes.txt" / "out"), HEADER)
    assert contents(tmp_path / "mine") == {"notes.txt": b"x"}


def test_a_fingerprint_tells_inputs_apart(tmp_path: Path) -> None:
    """By path, size and both ends; standard input has none."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"a" * 200_000)
    first = fingerprint([str(path), "-"])
    assert first[1] == {"path": "-"}
    path.write_bytes(b"a" * 199_999 + b"b")
    last = fingerprint([str(path)])
    path.write_bytes(b"b" + b"a" * 199_999)
    assert len({item["sha256_of_ends"] for item in (first[0], last[0], fingerprint([str(path)])[0])}) == 3


def test_a_refused_run_takes_nothing_away(tmp_path: Path) -> None:
    """Files that end as ours do while they are written are somebody else's until the manifest says whose folder it is."""
    (tmp_path / "deep").mkdir()
    for name in ("notes.txt", ".my.part", "deep/.part-00000.txt.x.part"):
        (tmp_path / name).write_text("x")
    with pytest.raises(OptionError, match="no manifest"):
        open_folder(str(tmp_path), HEADER)
    run(tmp_path / "out", range(4))
    (tmp_path / "out" / ".part-00001.txt.x.part").write_text("x")
    with pytest.raises(OptionError, match="other version"):
        open_folder(str(tmp_path / "out"), HEADER | {"version": "2"})
    assert len(list(tmp_path.rglob(".*.part"))) == 3
    run(tmp_path / "out", range(4))
    assert len(list(tmp_path.rglob(".*.part"))) == 2


def test_a_folder_is_for_one_run_at_a_time(tmp_path: Path) -> None:
    """The second is told; once the first is over, however it ended, the next may go on. Nothing is left in the folder."""
    out = str(tmp_path / "out")
    with hold_folder(out), pytest.raises(OptionError, match="another run is writing into it"), hold_folder(out):
        pass
    with pytest.raises(KeyboardInterrupt), hold_folder(out):
        raise KeyboardInterrupt
    with hold_folder(out):
        assert list(Path(out).iterdir()) == []


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Is told with its name."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"), hold_folder(str(tmp_path / "file" / "out")):
        pass
