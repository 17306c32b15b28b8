"""`cleancorpus clean`: data to where it was asked for, the report to standard error, nothing half-written."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard

from cleancorpus import Document, OutputError
from cleancorpus.batch.render import Done, render
from cleancorpus.batch.work import Work
from cleancorpus.cli.clean import CleanJob, Tally, report, run_clean
from cleancorpus.cli.main import run
from cleancorpus.outcome import Outcome
from cleancorpus.record import Record

PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
OTHER = "In the end the boats were hauled up by hand, forty people to a rope, and the singing could be heard."
TITLE = "Harbour empties before winter"
HTML = f"<html><body><nav><a href='/'>Home</a></nav><h1>{TITLE}</h1><p>{PROSE} {OTHER} {PROSE}</p></body></html>"
Command = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Runs `cleancorpus clean` in a folder with a few inputs: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    Path("d/sub").mkdir(parents=True)
    Path("a.txt").write_text(PROSE, encoding="utf-8")
    Path("d/b.html").write_text(HTML, encoding="utf-8")
    Path("d/sub/c.txt").write_text(OTHER, encoding="utf-8")
    Path("bad.txt").write_bytes(bytes(range(256)) * 10)

    def call(*arguments: str) -> tuple[int, bytes, str]:
        code = run(["clean", *arguments])
        out, err = capsysbinary.readouterr()
        return code, out, err.decode("utf-8")

    return call


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def records(data: bytes) -> list[dict[str, Any]]:
    """The records of JSON lines."""
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def files(folder: str = ".") -> list[str]:
    """Every file below a folder, hidden ones too."""
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def test_json_lines_go_to_standard_output_and_the_report_to_standard_error(command: Command) -> None:
    """Data alone on the one, words alone on the other."""
    code, out, err = command("a.txt", "d")
    assert code == 0
    assert [record["id"] for record in records(out)] == ["a.txt", "d/b.html", "d/sub/c.txt"]
    assert [list(record) for record in records(out)] == [["id", "text", "metadata"]] * 3
    assert "3 documents" in err
    assert all(line.startswith("cleancorpus: ") for line in err.splitlines())


def test_quiet_says_nothing_but_what_went_wrong(command: Command) -> None:
    """No report; records with a doubtful outcome are still named."""
    assert command("-q", "a.txt")[2] == ""
    assert "bad.txt" in command("-q", "bad.txt")[2]


def test_records_that_fail_are_in_the_output_and_end_with_one(command: Command) -> None:
    """The exit code tells, the outcome explains, the rest is cleaned."""
    code, out, err = command("a.txt", "bad.txt", "d/sub/c.txt")
    assert code == 1
    assert [record["metadata"]["outcome"] for record in records(out)] == ["ok", "not_text", "ok"]
    assert "bad.txt: not_text" in err


@pytest.mark.parametrize(
    ("data", "outcome"), [(b"", "empty"), (b" \n", "empty"), (b"%PDF-1.4", "not_text"), (bytes(1000), "not_text")]
)
def test_empty_and_binary_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch, data: bytes, outcome: str) -> None:
    """A record with its outcome, and exit code 1."""
    stdin(monkeypatch, data)
    code, out, _ = command("-")
    assert (code, [(record["id"], record["text"], record["metadata"]["outcome"]) for record in records(out)]) == (
        1,
        [("-", "", outcome)],
    )


def test_standard_input_is_cleaned(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` among files, in its place."""
    stdin(monkeypatch, OTHER.encode())
    code, out, _ = command("a.txt", "-")
    assert (code, [record["text"] for record in records(out)]) == (0, [PROSE, OTHER])


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("out.txt", f"{PROSE}\n\n{PROSE} {OTHER} {PROSE}\n"),
        ("out.md", f"{PROSE}\n\n# Harbour empties before winter\n\n{PROSE} {OTHER} {PROSE}\n"),
        ("new/folder/out.TXT", f"{PROSE}\n\n{PROSE} {OTHER} {PROSE}\n"),
    ],
)
def test_an_output_file_tells_its_format_by_its_ending(command: Command, output: str, expected: str) -> None:
    """All documents in one file, a blank line between them; nothing on standard output."""
    code, out, err = command("a.txt", "d/b.html", "-o", output)
    assert (code, out) == (0, b"")
    assert Path(output).read_text(encoding="utf-8") == expected
    assert f"written to {output}" in err


@pytest.mark.parametrize("output", ["out.jsonl", "out.ndjson", "out"])
def test_without_another_ending_it_is_json_lines(command: Command, output: str) -> None:
    """The default, as on standard output."""
    assert command("a.txt", "-o", output)[0] == 0
    assert [record["text"] for record in records(Path(output).read_bytes())] == [PROSE]


def test_a_format_that_was_asked_for_wins_over_the_ending(command: Command) -> None:
    """`--format` is explicit."""
    assert command("a.txt", "-o", "out.txt", "-f", "jsonl")[0] == 0
    assert [record["text"] for record in records(Path("out.txt").read_bytes())] == [PROSE]
    assert command("a.txt", "-f", "text")[1].decode() == f"{PROSE}\n"
    assert command("d/b.html", "-f", "markdown")[1].decode().startswith("# Harbour empties")


def test_json_lines_into_a_folder_are_one_file_in_it(command: Command) -> None:
    """Parts with a manifest; a folder that holds other things is not touched."""
    assert command("a.txt", "-o", "parts/")[0] == 0
    assert files("parts") == ["manifest.jsonl", "part-00000.jsonl"]
    assert [record["id"] for record in records(Path("parts/part-00000.jsonl").read_bytes())] == ["a.txt"]
    before = files()
    code, _, err = command("a.txt", "-o", "d")
    assert (code, "manifest" in err, files()) == (2, True, before)


@pytest.mark.parametrize(("wanted", "suffix"), [("markdown", ".md"), ("text", ".txt")])
def test_a_folder_of_markdown_or_text_mirrors_the_inputs(command: Command, wanted: str, suffix: str) -> None:
    """One file a document; running again changes nothing."""
    for _ in range(2):
        code, out, _ = command("a.txt", "d", "-o", "tree", "-f", wanted)
        assert (code, out) == (0, b"")
        assert files("tree") == [f"a{suffix}", f"d/b{suffix}", f"d/sub/c{suffix}"]
    assert Path(f"tree/a{suffix}").read_text(encoding="utf-8") == f"{PROSE}\n"


def test_inputs_outside_the_folder_are_written_inside(command: Command, tmp_path: Path) -> None:
    """Absolute paths and parents never lead out of the output folder."""
    before = files()
    assert command(str(tmp_path / "a.txt"), "d/../a.txt", "-o", "tree", "-f", "text")[0] == 0
    assert [name for name in files() if name not in before and not name.startswith("tree/")] == []
    assert len(files("tree")) == 2


def test_blocks_come_on_request(command: Command) -> None:
    """Every block with role, score and reason; other formats have no place for them."""
    record = records(command("d/b.html", "--blocks")[1])[0]
    assert {"role", "score", "reason", "text", "kept"} <= set(record["blocks"][0])
    code, out, err = command("d/b.html", "--blocks", "-f", "text")
    assert (code, out, "--blocks" in err) == (2, b"", True)


def test_options_reach_the_cleaner(command: Command) -> None:
    """Profile, kind, encoding and URL."""
    record = records(command("d/b.html", "--profile", "full", "--url", "https://www.example.org/x")[1])[0]
    assert record["text"].startswith("Harbour empties before winter")
    assert (record["metadata"]["profile"], record["metadata"]["hostname"]) == ("full", "example.org")
    assert records(command("d/b.html", "--kind", "text")[1])[0]["metadata"]["kind"] == "text"
    Path("latin.txt").write_bytes("Die Fähre fuhr um sieben, und mittags war der Hafen leer.".encode("latin-1"))
    assert "Fähre" in records(command("latin.txt", "--encoding", "iso-8859-1")[1])[0]["text"]


@pytest.mark.parametrize(
    "arguments", [["-o", "a.txt/x.jsonl"], ["-o", "a.txt/x/y.md"], ["-o", "a.txt/tree", "-f", "text"], ["-o", "a.txt/"]]
)
def test_an_output_that_cannot_be_written_ends_with_two(command: Command, arguments: list[str]) -> None:
    """Before anything is written; what stood there still stands."""
    before = files()
    if arguments == ["-o", "a.txt/"]:
        arguments = ["-o", "a.txt/b/"]
    code, out, err = command("d", *arguments)
    assert (code, out) == (2, b"")
    assert "cannot be written" in err
    assert files() == before
    assert Path("a.txt").read_text(encoding="utf-8") == PROSE


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (OutputError("the disk is gone"), 2)])
def test_an_end_in_the_middle_leaves_nothing_half_written(
    command: Command, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    """No new file, no part of one; the old output still stands."""

    def some(work: Work, _: object) -> Iterator[Done]:
        yield render(Record("a.txt", b""), Document(text=PROSE, blocks=()), work.rendering)
        raise error

    monkeypatch.setattr(Work, "run", some)
    Path("old.jsonl").write_text("old", encoding="utf-8")
    before = files()
    for output in ("old.jsonl", "new.jsonl", "new.md"):
        found, out, err = command("a.txt", "-o", output)
        assert (found, out) == (code, b"")
        assert err.startswith("cleancorpus: ")
    assert files() == before
    assert Path("old.jsonl").read_text(encoding="utf-8") == "old"


def test_an_interrupted_tree_holds_whole_files_only(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was finished stays, and nothing else."""

    def some(work: Work, _: object) -> Iterator[Done]:
        yield render(Record("a.txt", b""), Document(text=PROSE, blocks=()), work.rendering)
        raise KeyboardInterrupt

    monkeypatch.setattr(Work, "run", some)
    assert command("a.txt", "-o", "tree", "-f", "text")[0] == 130
    assert files("tree") == ["a.txt"]
    assert Path("tree/a.txt").read_text(encoding="utf-8") == f"{PROSE}\n"


def test_an_interrupt_while_standard_input_is_read(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C at an empty terminal is 130, not a traceback."""

    class Waiting(io.RawIOBase):
        def read(self, _: int = -1) -> bytes:
            raise KeyboardInterrupt

    class Terminal:
        buffer = Waiting()

    monkeypatch.setattr("sys.stdin", Terminal())
    before = files()
    code, out, err = command("-", "-o", "out.jsonl")
    assert (code, out, "interrupted" in err) == (130, b"", True)
    assert files() == before


def test_a_mistake_among_good_inputs_writes_nothing(command: Command) -> None:
    """All inputs are looked for before the first is read."""
    code, out, _ = command("a.txt", "nowhere.txt", "-o", "out.jsonl")
    assert (code, out, Path("out.jsonl").exists()) == (2, b"", False)


@pytest.mark.parametrize("page", ["x.html", "x.xhtml"])
def test_every_record_finds_a_place_in_the_tree(command: Command, page: str) -> None:
    """Also where a folder is called like another record's file."""
    Path("d/x.txt").mkdir()
    Path("d/x.txt/inner.txt").write_text(OTHER, encoding="utf-8")
    Path(f"d/{page}").write_text(HTML, encoding="utf-8")
    assert command("d", "-o", "tree", "-f", "text")[0] == 0
    assert len(files("tree")) == 4


def test_a_tree_holds_as_many_files_as_there_were_records(command: Command) -> None:
    """One file a document, or each path once: the report and the tree agree."""
    _, _, err = command("a.txt", "./a.txt", ".//a.txt", "-o", "tree", "-f", "text")
    assert f"{len(files('tree'))} document" in err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("arguments", [[], ["-o", "out.jsonl"]])
def test_a_file_name_that_is_no_utf8_can_be_cleaned(command: Command, arguments: list[str]) -> None:
    """Crawls of old sites have such names; one of them does not cost the run."""
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text(PROSE, encoding="utf-8")
    assert command("a.txt", name, *arguments)[0] == 0


def test_an_output_that_is_no_file_is_not_replaced(command: Command) -> None:
    """A device or pipe is written to, or refused; it still is one afterwards."""
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDWR | os.O_NONBLOCK)
    try:
        command("a.txt", "-o", "pipe")
        assert stat.S_ISFIFO(os.stat("pipe").st_mode)  # noqa: PTH116  the pipe itself
    finally:
        os.close(reader)


def test_a_job_can_be_run_from_python(command: Command) -> None:
    """Plain values in, the number of failed records out."""
    assert command("a.txt")[0] == 0
    assert run_clean(CleanJob(("a.txt", "bad.txt"), output="out.jsonl", quiet=True)) == 1
    assert len(records(Path("out.jsonl").read_bytes())) == 2


def test_a_tally_of_nothing() -> None:
    """No document, nothing counted."""
    assert (Tally().failed, Tally().kept, Tally().shown, Tally().slowest) == (0, 0, 0, [])


def test_a_tally_names_the_slowest(command: Command) -> None:
    """Five of those that took a second or more, longest first; the report of many has a line for them."""
    tally = Tally()
    for number, seconds in enumerate([0.2, 3.0, 1.0, 9.5, 2.0, 1.5, 4.0, 0.9]):
        tally.add(Done(str(number), Outcome.OK, "", b"", seconds=seconds))
    assert tally.slowest == [(9.5, "3"), (4.0, "6"), (3.0, "1"), (2.0, "4"), (1.5, "5")]
    assert "slowest" not in report(tally, "-")
    tally.outcomes["ok"] += 50
    assert "cleancorpus: slowest: 9.5 s 3, 4.0 s 6, " in report(tally, "-")
    assert "slowest" not in command("a.txt")[2]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a.txt", "-o", "out.xyz"), ".xyz"),
        (("a.txt", "-o", "a.txt"), "overwritten"),
        (("a.txt", "-o", "./a.txt"), "overwritten"),
        ((".", "-o", "cleaned", "-f", "text"), "inside the input folder"),
        (("a.txt", "-o", ""), "empty"),
    ],
)
def test_an_output_that_would_do_harm_is_refused(command: Command, arguments: tuple[str, ...], told: str) -> None:
    """No input is overwritten, no output read again, no format guessed: one line says why, and nothing is touched."""
    before = sorted(Path().rglob("*")), Path("a.txt").read_bytes()
    code, _, err = command(*arguments)
    assert (code, err.count("\n"), told in err) == (2, 1, True)
    assert (sorted(Path().rglob("*")), Path("a.txt").read_bytes()) == before


def test_files_of_many_records(command: Command) -> None:
    """Each record is a line of the output under its own name, with what it says of itself; one that is none says so there."""
    page = f"<html><body><h1>Ferries</h1><p>{' '.join([PROSE] * 4)}</p></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:w1>\r\nWARC-Target-URI: https://example.org/w\r\n"
    archive = f"{head}Content-Length: {len(http)}\r\n\r\n{http}\r\n\r\n"
    Path("a.warc.gz").write_bytes(gzip.compress(archive.encode()) + b"garbage")
    Path("b.jsonl").write_text(json.dumps({"id": "j1", "text": PROSE, "score": 1.5}) + "\n{\n", encoding="utf-8")
    Path("c.csv").write_text(f'id,body\nc1,"{PROSE}"\n', encoding="utf-8")
    code, _, err = command("a.warc.gz", "b.jsonl", "c.csv", "--text-key", "text", "-o", "out.jsonl")
    rows = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert code == 1
    assert [(row["id"], row["metadata"]["outcome"]) for row in rows] == [
        ("w1", "ok"),
        ("a.warc.gz#lost", "error"),
        ("j1", "ok"),
        ("b.jsonl:2", "error"),
        ("c1", "error"),
    ]
    assert rows[0]["metadata"]["url"] == "https://example.org/w"
    assert rows[0]["text"].endswith(PROSE)
    assert rows[2]["source"] == {"score": 1.5}
    assert "--text-key" in err
    assert command("c.csv", "--text-key", "body")[0] == 0


@pytest.mark.parametrize(
    ("ending", "unpack"), [(".gz", gzip.decompress), (".zst", lambda data: zstandard.decompress(data, 1 << 20))]
)
def test_output_can_be_compressed(command: Command, ending: str, unpack: Callable[[bytes], bytes]) -> None:
    """By its ending, the same bytes every time, and it can be read as input again."""
    command("a.txt", "-o", "plain.jsonl")
    for name in ("one", "two"):
        assert command("a.txt", "-o", f"{name}.jsonl{ending}")[0] == 0
    data = Path(f"one.jsonl{ending}").read_bytes()
    assert data == Path(f"two.jsonl{ending}").read_bytes()
    assert unpack(data) == Path("plain.jsonl").read_bytes()
    assert command(f"one.jsonl{ending}", "-o", "again.jsonl")[0] == 0
    assert json.loads(Path("again.jsonl").read_bytes())["text"] == json.loads(unpack(data))["text"]
    assert command("a.txt", "-o", f"text.md{ending}")[0] == 0
    assert command("a.txt", "-o", f"text.pdf{ending}")[0] == 2


def test_only_the_first_records(command: Command) -> None:
    """As many as asked for, over all inputs; what lies behind them is not read."""
    rows = "".join(json.dumps({"id": f"r{number}", "text": PROSE}) + "\n" for number in range(90))
    Path("many.jsonl").write_text(rows, encoding="utf-8")
    assert command("many.jsonl", "nowhere-*.txt", "--limit", "2")[0] == 2
    code, out, _ = command("many.jsonl", "a.txt", "--limit", "70")
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == [f"r{number}" for number in range(70)]
    with pytest.raises(SystemExit, match="2"):
        command("a.txt", "--limit", "0")
