"""The command line: exit codes, help that imports nothing heavy, and ends that leave no mess."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import cleancorpus
from cleancorpus.cli.main import build_parser, run
from cleancorpus.errors import missing_extra

HEAVY = ("numpy", "selectolax", "py3langid", "cchardet", "lxml", "pyarrow", "trafilatura", "pandas", "unidecode")
MAIN = "from cleancorpus.cli.main import main; main()"
PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A fresh interpreter."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60)


def test_the_package_runs_as_a_module() -> None:
    """`python -m cleancorpus` is the command."""
    done = subprocess.run([sys.executable, "-m", "cleancorpus", "--version"], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().split() == ["cleancorpus", cleancorpus.__version__]


@pytest.mark.parametrize(
    "code",
    [
        "import cleancorpus",
        "from cleancorpus.cli.main import build_parser; build_parser().format_help()",
        "from cleancorpus.cli.main import run\ntry: run(['--help'])\nexcept SystemExit: pass",
        "from cleancorpus.cli.main import run\ntry: run(['clean', '--help'])\nexcept SystemExit: pass",
        "from cleancorpus.cli.main import run\ntry: run(['evaluate', '--help'])\nexcept SystemExit: pass",
        "from cleancorpus.cli.main import run; run(['--version'])",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str) -> None:
    """Importing the package, and help and version of the command, load no parser, model or array library."""
    done = python(f"{code}\nimport sys\nfound = [name for name in {HEAVY!r} if name in sys.modules]\nassert not found, found")
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_library_does_not_import_the_command() -> None:
    """Not even when it cleans."""
    done = python("import cleancorpus, sys\ncleancorpus.clean('<p>x</p>')\nassert 'cleancorpus.cli' not in sys.modules")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("code", ["cleancorpus.clean('<p>x</p>')", "cleancorpus.Cleaner(engine='native').clean('<p>x</p>')"])
def test_cleaning_needs_no_other_engine(code: str) -> None:
    """Another extractor is loaded only where it is asked for."""
    done = python(f"import cleancorpus, sys\n{code}\nassert 'trafilatura' not in sys.modules and 'lxml' not in sys.modules")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(importlib.util.find_spec("trafilatura") is None, reason="trafilatura is not installed")
def test_an_engine_can_be_chosen(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """By both subcommands: `clean` writes what it keeps, `explain` names it as the reason."""
    page = tmp_path / "page.html"
    article = f"<article><p>{' '.join([PROSE] * 4)}</p></article>"
    page.write_text(f"<html><body><nav><a href='/'>Home</a></nav>{article}</body></html>", encoding="utf-8")
    assert run(["clean", "--engine", "trafilatura", "-q", "-f", "text", str(page)]) == 0
    assert capsysbinary.readouterr() == (" ".join([PROSE] * 4).encode() + b"\n", b"")
    assert run(["explain", "--engine", "trafilatura", str(page)]) == 0
    out, err = capsysbinary.readouterr()
    assert (b"+ body     1.00 trafilatura" in out, err) == (True, b"")


@pytest.mark.skipif(importlib.util.find_spec("trafilatura") is None, reason="trafilatura is not installed")
def test_an_engine_that_does_not_take_the_input_says_so(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """In one line on standard error; the record counts as failed."""
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    assert run(["clean", "--engine", "trafilatura", "-q", str(tmp_path / "a.txt")]) == 1
    out, err = capsysbinary.readouterr()
    assert b'"outcome":"empty"' in out.replace(b" ", b"")
    assert err.count(b"\n") == 1
    assert b"trafilatura takes HTML only" in err


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_missing_extra_is_one_line_and_two(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line says what to install."""
    from cleancorpus.engine import trafilatura

    def load() -> None:
        raise missing_extra("engine 'trafilatura'", "trafilatura", ImportError("no"))

    monkeypatch.setattr(trafilatura, "_load_extract", load)
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    assert run([command, "--engine", "trafilatura", str(tmp_path / "a.txt")]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "pip install 'cleancorpus[trafilatura]'" in err


def test_cleaning_text_needs_no_html_parser() -> None:
    """The parser is loaded for HTML alone."""
    done = python("import cleancorpus, sys\ncleancorpus.clean('just text')\nassert 'selectolax' not in sys.modules")
    assert (done.returncode, done.stderr) == (0, b"")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The package's own, on standard output."""
    assert run(["--version"]) == 0
    assert capsys.readouterr() == (f"cleancorpus {cleancorpus.__version__}\n", "")


def test_help_names_every_exit_code() -> None:
    """What a script may rely on stands in the help."""
    text = " ".join(build_parser().format_help().split())
    assert all(code in text for code in ("0 all fine", "1 some records failed", "2 usage", "130 interrupted"))


def test_no_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    """The help goes to standard error, where it spoils no output."""
    assert run([]) == 2
    out, err = capsys.readouterr()
    assert (out, "usage" in err) == ("", True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["shoe"],
        ["clean"],
        ["explain"],
        ["clean", "x", "--shoe"],
        ["clean", "x", "--format", "pdf"],
        ["clean", "x", "--kind", "pdf"],
        ["explain", "x", "--blocks"],
        ["explain", "x", "-o", "y"],
    ],
)
def test_a_wrong_command_line_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown commands, options and choices; nothing on standard output."""
    with pytest.raises(SystemExit) as caught:
        run(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", ["clean", "explain"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["empty"], "empty"),
        (["*.html"], "*.html"),
        (["a.txt", "--profile", "artcle"], "article, strict, page, full"),
        (["a.txt", "--engine", "shoe"], "native, trafilatura"),
        (["a.txt", "--encoding", "rot13"], "rot13"),
        (["a.txt", "b.txt", "--url", "https://example.org/a"], "--url"),
        (["a.txt", "nowhere.txt"], "nowhere.txt"),
    ],
)
def test_an_error_of_the_user_is_one_line_and_two(
    command: str,
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The line names the command, the value and the way out; nothing was written."""
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("a.txt").write_text(PROSE, encoding="utf-8")
    Path("b.txt").write_text(PROSE, encoding="utf-8")
    assert run([command, *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("cleancorpus: ")
    assert said in err
    assert err.count("\n") == 1


def test_the_installed_command_runs(tmp_path: Path) -> None:
    """Through the entry point, with its exit code."""
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    assert python(MAIN, "clean", str(tmp_path / "a.txt"), "-f", "text").stdout.decode() == PROSE + "\n"
    assert python(MAIN, "clean", str(tmp_path / "b.txt")).returncode == 2


@pytest.mark.parametrize("command", [["clean"], ["clean", "-f", "text", "-q"], ["explain"]])
def test_a_reader_that_goes_away_gets_no_traceback(command: list[str], tmp_path: Path) -> None:
    """As in `cleancorpus explain page.html | head -1`."""
    (tmp_path / "a.txt").write_text(PROSE * 1_000, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, *command, str(tmp_path / "a.txt")],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_full_disk_is_an_error_in_one_line(command: str, tmp_path: Path) -> None:
    """An output that cannot be written, and no traceback."""
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, command, str(tmp_path / "a.txt")],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr
