"""`clean` over many records: workers, folders of parts, and a run that goes on after a kill."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cleancorpus.batch.render import Done
from cleancorpus.batch.work import Work
from cleancorpus.cli.main import run
from cleancorpus.outcome import Outcome
from cleancorpus.record import Record

FIXTURES = Path(__file__).parents[2] / "fixtures"
PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
RECORDS = 400
pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of many records, one of them broken, in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "many.jsonl"
    lines = [json.dumps({"id": str(number), "text": f"{number} {PROSE}"}) for number in range(RECORDS)]
    lines[123] = "{broken"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def parts(folder: str) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def ids(folder: str) -> list[str]:
    """Ids of all records of all parts."""
    found: list[dict[str, Any]] = [
        json.loads(line) for path in sorted(Path(folder).glob("part-*")) for line in path.read_bytes().splitlines()
    ]
    return [record["id"] for record in found]


@pytest.mark.usefixtures("many")
def test_workers_and_parts_change_no_byte() -> None:
    """0, 1 and 3 processes; every record in is one out, the broken one too."""
    for workers in ("0", "1", "3"):
        assert run(["clean", "many.jsonl", "-q", "-o", f"out{workers}/", "-w", workers, "--part-size", "150"]) == 1
    assert [name for name in parts("out0") if name != "manifest.jsonl"] == [f"part-0000{number}.jsonl" for number in range(3)]
    assert parts("out0") == parts("out1") == parts("out3")
    assert len(ids("out0")) == RECORDS


def test_the_order_of_the_input_changes_no_byte_of_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and texts of many languages, in the order of their names and shuffled, by one, two and four processes: sorted by id
    the lines are the same, though each stood in a batch with others."""
    monkeypatch.chdir(tmp_path)
    pages = sorted(FIXTURES.glob("*/page.*"))
    rows = [
        {"id": page.parent.name, "html" if page.suffix == ".html" else "text": page.read_bytes().decode("utf-8", "replace")}
        for page in pages
    ]
    found = []
    for seed, workers in enumerate(("0", "1", "2", "4")):
        shuffled = rows if not seed else random.Random(seed).sample(rows, len(rows))
        Path("in.jsonl").write_text("\n".join(map(json.dumps, shuffled)), encoding="utf-8")
        run(["clean", "in.jsonl", "-q", "--blocks", "-o", "out.jsonl", "-w", workers])
        lines = Path("out.jsonl").read_bytes().splitlines()
        assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in shuffled]
        found.append(sorted(lines))
    assert found[0] == found[1] == found[2] == found[3]


@pytest.mark.usefixtures("many")
def test_a_limit_and_packed_parts() -> None:
    """The first records alone, compressed."""
    assert run(["clean", "many.jsonl", "-q", "-o", "out/", "--limit", "30", "--part-size", "20", "--pack", "gzip"]) == 0
    assert sorted(parts("out")) == ["manifest.jsonl", "part-00000.jsonl.gz", "part-00001.jsonl.gz"]
    assert parts("out")["part-00000.jsonl.gz"].startswith(b"\x1f\x8b")


@pytest.mark.usefixtures("many")
def test_parquet_into_a_file_and_a_folder() -> None:
    """The same rows."""
    pq = pytest.importorskip("pyarrow.parquet", reason="Parquet is not installed")
    assert run(["clean", "many.jsonl", "-q", "-o", "all.parquet", "--limit", "50"]) == 0
    assert run(["clean", "many.jsonl", "-q", "-o", "out/", "-f", "parquet", "--limit", "50", "--part-size", "30"]) == 0
    rows = [row for path in sorted(Path("out").glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
    assert rows == pq.read_table("all.parquet").to_pylist()
    assert [row["id"] for row in rows] == [str(number) for number in range(50)]


@pytest.mark.usefixtures("many")
def test_another_run_into_the_same_folder_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """With other options, or when an input has changed."""
    assert run(["clean", "many.jsonl", "-q", "-o", "out/", "--limit", "10"]) == 0
    assert run(["clean", "many.jsonl", "-q", "-o", "out/", "--limit", "10", "--profile", "strict"]) == 2
    assert "other profile (article there, strict here)" in capsys.readouterr().err
    Path("many.jsonl").write_text('{"text": "x"}', encoding="utf-8")
    assert run(["clean", "many.jsonl", "-q", "-o", "out/", "--limit", "10"]) == 2
    assert "other inputs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--timeout", "0"], "seconds"),
        (["--timeout", "soon"], "seconds"),
        (["--memory", "-1"], "whole number"),
        (["--workers", "two"], "whole number"),
        (["--part-size", "0"], "whole number"),
        (["--sample", "2"], "share"),
        (["--sample", "all"], "share"),
        (["-o", "x.jsonl", "--pack", "gzip"], "--pack"),
        (["-f", "parquet"], "standard output"),
        (["-o", "x.parquet", "--pack", "gzip"], "--pack"),
    ],
)
@pytest.mark.usefixtures("many")
def test_wrong_options_are_told_in_one_line(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is read."""
    try:
        code = run(["clean", "many.jsonl", *arguments])
    except SystemExit as end:
        code = int(str(end.code))
    error = capsys.readouterr().err
    assert (code, said in error, error.count("\n")) == (2, True, 1), error


@pytest.mark.usefixtures("many")
def test_a_sample_is_the_same_every_time(capsys: pytest.CaptureFixture[str]) -> None:
    """Chosen by name: about so many, whatever stands around them."""
    assert run(["clean", "many.jsonl", "-q", "-o", "out/", "--sample", "0.25"]) == 0
    assert run(["clean", "many.jsonl", "-q", "-o", "some/", "--sample", "0.1", "-w", "2"]) == 0
    assert 60 < len(ids("out")) < 140
    assert set(ids("some")) < set(ids("out"))
    capsys.readouterr()


@pytest.mark.usefixtures("many")
def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would be read, what comes of the first records, and what all may cost."""
    assert run(["clean", "many.jsonl", "-o", "out/", "--dry-run"]) == 0
    error = capsys.readouterr().err
    assert "1 input," in error
    assert "the first 20: 20 ok" in error
    assert "nothing was written" in error
    assert not Path("out").exists()


@pytest.mark.usefixtures("many")
def test_a_dry_run_of_packed_inputs_says_how_long_it_may_take(capsys: pytest.CaptureFixture[str]) -> None:
    """About as many records as there are."""
    Path("many.jsonl.gz").write_bytes(gzip.compress(Path("many.jsonl").read_bytes()))
    assert run(["clean", "many.jsonl.gz", "-o", "out/", "--dry-run"]) == 0
    said = capsys.readouterr().err.split("some ")[1]
    assert RECORDS < int(said.split(" records")[0]) < 1.5 * RECORDS  # keys and quotes count as text here
    assert " s with " in said


def test_a_dry_run_of_a_few_records_counts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them were tried; and of what cannot be read nobody knows how much there is."""
    monkeypatch.chdir(tmp_path)
    Path("few.jsonl").write_text(f'{{"text": "{PROSE}"}}\n' * 3, encoding="utf-8")
    Path("bad.jsonl").write_text("{broken\n" * 500, encoding="utf-8")
    run(["clean", "few.jsonl", "-o", "out/", "--dry-run"])
    assert "cleancorpus: 3 records, " in capsys.readouterr().err
    run(["clean", "bad.jsonl", "-o", "out/", "--dry-run"])
    assert " records, " not in capsys.readouterr().err


@pytest.mark.usefixtures("many")
def test_many_records_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """As from a file."""
    assert run(["clean", "many.jsonl", "-q", "-o", "file.jsonl"]) == 1
    with Path("many.jsonl").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        assert run(["clean", "-", "--input-format", "jsonl", "-q", "-o", "in.jsonl"]) == 1
    want = [json.loads(line)["text"] for line in Path("file.jsonl").read_bytes().splitlines()]
    assert [json.loads(line)["text"] for line in Path("in.jsonl").read_bytes().splitlines()] == want


@pytest.mark.usefixtures("many")
def test_the_time_that_is_given_is_the_time_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the process too: more than the library's own limit if it is asked for, less if that is."""
    seen: list[float] = []

    def run_seen(self: Work, records: Iterable[Record]) -> Iterator[Done]:
        seen.append(self.cleaner.limits.max_seconds)
        return iter(())

    monkeypatch.setattr(Work, "run", run_seen)
    monkeypatch.setattr(Work, "check", lambda self: None)
    for seconds in ("300", "2"):
        assert run(["clean", "many.jsonl", "-q", "-o", "out.jsonl", "-w", "0", "--timeout", seconds]) == 0
    assert seen == [300.0, 2.0]


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "cleancorpus",
        "clean",
        "many.jsonl",
        "-q",
        "-o",
        "out/",
        "--part-size",
        "25",
        "-w",
        "1",
        *arguments,
    ]
    answer = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # which jobs in the background are started without
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=answer)  # noqa: PLW1509  nothing else runs in this process


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_was_stopped_goes_on(many: Path, sign: signal.Signals) -> None:
    """Killed, or ended by Ctrl-C (130), behind its first part; what comes out in the end is what an undisturbed run gives."""
    lines = many.read_text(encoding="utf-8").splitlines()
    many.write_text("\n".join(lines * 5), encoding="utf-8")  # long enough not to be over before the signal comes
    assert run(["clean", "many.jsonl", "-q", "-o", "whole/", "--part-size", "25", "-w", "0"]) == 1
    process = start()
    while process.poll() is None and not list(Path("out").glob("part-00001*")):
        time.sleep(0.01)
    process.send_signal(sign)
    _, error = process.communicate(timeout=60)
    assert process.returncode == (130 if sign is signal.SIGINT else -sign), error
    assert len(ids("out")) < 5 * RECORDS
    again = start()
    again.communicate(timeout=60)
    assert again.returncode == 1
    assert parts("out") == parts("whole")


@pytest.mark.parametrize("form", ["jsonl", "parquet", "dolma"])
@pytest.mark.usefixtures("many")
def test_records_whose_worker_died_are_tried_once_more(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the next run into the same folder, which then holds what an undisturbed one does; one more finds nothing to do."""
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet is not installed")
    arguments = ["clean", "many.jsonl", "-f", form, "--part-size", "50", "--limit", "120", "-w", "0"]
    assert run([*arguments, "-q", "-o", "whole/"]) == 0
    with monkeypatch.context() as patched:
        patched.setattr(Work, "run", _die_at({"7", "61", "119"}))
        assert run([*arguments, "-q", "-o", "out/"]) == 1
    capsys.readouterr()
    assert run([*arguments, "-o", "out/"]) == 0
    error = capsys.readouterr().err
    assert "part 1: 1 whose worker died, tried again" in error
    assert "120 documents: 120 ok" in error
    assert tree("out") == tree("whole")
    assert run([*arguments, "-o", "out/"]) == 0
    assert "tried again" not in capsys.readouterr().err


def tree(folder: str) -> dict[str, bytes]:
    """Every file at any depth and what is in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def _die_at(names: set[str]) -> Callable[[Work, Iterable[Record]], Iterator[Done]]:
    """`Work.run` as it looks from outside where a worker dies at some records."""
    real = Work.run

    def run_until(self: Work, records: Iterable[Record]) -> Iterator[Done]:
        for record in records:
            yield self.fail(record, Outcome.CRASHED, "signal SIGKILL") if record.id in names else next(real(self, [record]))

    return run_until


@pytest.mark.usefixtures("many")
def test_dolma_has_its_files_side_by_side() -> None:
    """Documents and attributes line by line, the same for any number of workers; a single file is refused."""
    for workers in ("0", "2"):
        assert run(["clean", "many.jsonl", "-q", "-f", "dolma", "-o", f"out{workers}/", "-w", workers, "--part-size", "150"]) == 1
    for number in range(3):
        name = f"part-0000{number}.jsonl.gz"
        documents, attributes = (
            [json.loads(line) for line in gzip.decompress(Path("out0", folder, name).read_bytes()).splitlines()]
            for folder in ("documents", "attributes/cleancorpus")
        )
        assert [row["id"] for row in documents] == [row["id"] for row in attributes]
        assert all(
            Path("out0", folder, name).read_bytes() == Path("out2", folder, name).read_bytes()
            for folder in ("documents", "attributes/cleancorpus")
        )
    assert Path("out0", "manifest.jsonl").read_bytes() == Path("out2", "manifest.jsonl").read_bytes()
    assert run(["clean", "many.jsonl", "-q", "-f", "dolma", "-o", "out.jsonl"]) == 2


@pytest.mark.parametrize(("form", "output"), [("jsonl", "out.jsonl"), ("jsonl", "out/"), ("dolma", "out/")])
def test_half_a_pair_in_a_name_is_one_character(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, form: str) -> None:
    """Escapes of JSON that no UTF-8 can hold cost nothing: not the record, and not the run."""
    monkeypatch.chdir(tmp_path)
    row = '{"id": "a\\ud800b", "url": "http://x.org/\\udfff", "source": "s\\ud800", "text": "%s"}'
    Path("in.jsonl").write_text("\n".join(row % PROSE for _ in range(3)), encoding="utf-8")
    assert run(["clean", "in.jsonl", "-q", "-f", form, "-o", output, "-w", "0"]) == 0
    written = gzip.decompress(next(Path("out/documents").iterdir()).read_bytes()) if form == "dolma" else b""
    written = written or (Path("out.jsonl") if output == "out.jsonl" else next(Path("out").glob("part*"))).read_bytes()
    assert [json.loads(line)["id"] for line in written.splitlines()] == ["a\ufffdb"] * 3


def test_an_output_that_is_an_input_by_another_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A URL of this machine is a path of it."""
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": PROSE}), encoding="utf-8")
    before = path.read_bytes()
    assert run(["clean", str(path), "-o", f"file://{path}"]) == 2
    assert "would be overwritten" in capsys.readouterr().err
    assert path.read_bytes() == before
