"""`cleancorpus evaluate`: the report on standard output, results where they were asked for, errors in one line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cleancorpus.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `cleancorpus evaluate` in a folder with a gold set: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "fixtures" / "gold" / "own.jsonl", "own.jsonl")
    pages = (
        {"id": f"p{number}", "text": f"{PROSE} {number}.", "gold": f"{PROSE} {number}.", "language": "en"} for number in range(6)
    )
    Path("clean.jsonl").write_text("".join(json.dumps(page) + "\n" for page in pages), encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(["evaluate", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_the_report_goes_to_standard_output(command: Command) -> None:
    """And nothing to standard error, which is no terminal here."""
    code, out, err = command("own.jsonl")
    assert (code, err) == (0, "")
    assert out.startswith("## own: 4 pages, profile article, page (")
    assert "| article   | 3     |" in out
    assert all(f"| {language}       |" in out for language in ("en", "de", "vi"))


def test_the_same_run_gives_the_same_bytes(command: Command) -> None:
    """Report and results."""
    assert command("own.jsonl", "--json", "a.json") == command("own.jsonl", "--json", "b.json")
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()


def test_the_results_name_version_and_settings(command: Command) -> None:
    """With the scores of every page."""
    assert command("clean.jsonl", "--json", "a.json", "--sample", "3", "--profile", "strict")[0] == 0
    record = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert (record["format"], record["profile"], record["sample"]) == ("cleancorpus-evaluation-1", "strict", 3)
    assert record["cleancorpus"].count(".") == 2
    assert [page["id"] for page in record["datasets"][0]["pages"]] == ["p0", "p2", "p4"]


def test_a_run_is_compared_with_an_earlier_one(command: Command) -> None:
    """With itself it differs by nothing; with another set there is nothing to compare."""
    command("clean.jsonl", "--json", "a.json")
    code, out, _ = command("clean.jsonl", "--compare", "a.json")
    assert code == 0
    assert "| word F1        | 1.000  | 1.000 | +0.000     | +0.000 to +0.000 | 6     |" in out
    code, out, err = command("own.jsonl", "--compare", "a.json")
    assert (code, "Against" in out, "nothing was compared" in err) == (0, False, True)


def test_the_worst_pages_may_be_left_out(command: Command) -> None:
    """`--worst 0`."""
    assert "### Worst pages" in command("own.jsonl")[1]
    assert "### Worst pages" not in command("own.jsonl", "--worst", "0")[1]


def test_progress_is_shown_on_a_terminal_alone(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is wiped at the end, and `--quiet` leaves it out."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert command("clean.jsonl")[2].startswith("\rcleancorpus: clean: 1 pages")
    assert command("clean.jsonl", "-q")[2] == ""


def test_a_folder_says_what_it_leaves_out(command: Command) -> None:
    """Files that look like gold and are none."""
    Path("broken.parquet").write_text("no table", encoding="utf-8")
    pytest.importorskip("pyarrow", reason="reading Parquet needs pyarrow: pip install 'cleancorpus[parquet]'")
    code, out, err = command(".")
    assert (code, out.count("\n## ") + 1) == (0, 2)
    assert err.startswith("cleancorpus: left out: broken.parquet: is no Parquet file")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.jsonl"], "no such file"),
        (["wrong.jsonl"], "wrong.jsonl:1: unknown role 'bdoy'"),
        (["clean.jsonl", "--profile", "artcle"], "article, strict, page, full"),
        (["clean.jsonl", "--json", "clean.jsonl"], "would be overwritten"),
        (["clean.jsonl", "--json", "."], "--json .: is no name of a file"),
        (["clean.jsonl", "--json", "clean.jsonl/a.json"], "cannot be written"),
        (["clean.jsonl", "--compare", "nowhere.json"], "cannot be read"),
        (["clean.jsonl", "--compare", "clean.jsonl"], "--compare clean.jsonl: is no JSON"),
        (["clean.jsonl", "--compare", "other.json"], "make it with --json"),
    ],
)
def test_an_error_of_the_user_is_one_line_and_two(arguments: list[str], said: str, command: Command) -> None:
    """Nothing on standard output, and no file left behind."""
    Path("wrong.jsonl").write_text('{"id": "a", "text": "x", "blocks": [["bdoy", "x"]]}\n', encoding="utf-8")
    Path("other.json").write_text("{}", encoding="utf-8")
    before = sorted(path.name for path in Path().iterdir())
    code, out, err = command(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("cleancorpus: ")
    assert said in err
    assert sorted(path.name for path in Path().iterdir()) == before


@pytest.mark.parametrize(
    "arguments",
    [[], ["x", "--sample", "0"], ["x", "--sample", "many"], ["x", "--worst", "-1"], ["x", "--blocks"], ["x", "--sample", "²"]],
)
def test_a_wrong_command_line_ends_with_two(arguments: list[str], command: Command) -> None:
    """Numbers that are none, and options that do not exist."""
    with pytest.raises(SystemExit) as caught:
        command(*arguments)
    assert caught.value.code == 2


def test_a_failed_run_leaves_no_results(command: Command) -> None:
    """What an earlier run wrote still stands."""
    Path("a.json").write_text("before", encoding="utf-8")
    Path("wrong.jsonl").write_text("{}\n", encoding="utf-8")
    assert command("wrong.jsonl", "--json", "a.json")[0] == 2
    assert Path("a.json").read_text(encoding="utf-8") == "before"
