"""`cleancorpus explain`: every block as the same run labelled it; nothing in it can steer a terminal."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cleancorpus
from cleancorpus.block import Block, Kind
from cleancorpus.cli.explain import ExplainJob, explain_lines, run_explain
from cleancorpus.cli.main import run
from cleancorpus.document import Document, Metadata
from cleancorpus.role import Role

PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
LONG = " ".join([PROSE] * 4)
HTML = f"<html><body><nav><a href='/'>Home</a></nav><h1>Harbour empties before winter</h1><p>{LONG}</p></body></html>"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Runs `cleancorpus explain` in a folder with a page: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(HTML, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(["explain", *arguments])
        out, err = capsysbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return call


def document(text: str, **metadata: Any) -> Document:
    """A document of one block."""
    block = Block(text, Kind.LINE, None, role=Role.BODY, kept=True, score=0.5, reason="stub", edits=("controls",))
    return Document(text=text, blocks=(block,), metadata=Metadata(**metadata))


def test_the_listing_shows_what_the_library_found(command: Command) -> None:
    """Outcome, title with its evidence, then every block: kept or not, role, score, reason, text."""
    code, out, err = command("page.html")
    found = cleancorpus.clean(HTML)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("page.html: ok")
    assert any(line.strip().startswith("title: Harbour empties before winter") and "[title," in line for line in lines)
    listed = [line.split(maxsplit=5) for line in lines if re.match(r"\s*\d+ [+-] ", line)]
    assert [(line[1] == "+", line[2], float(line[3]), line[4], line[5]) for line in listed] == [
        (block.kept, block.role, round(block.score, 2), block.reason, block.text) for block in found.blocks
    ]


def test_a_pipe_gets_no_colours_and_whole_lines(command: Command) -> None:
    """No escape sequences and no cut where no terminal reads."""
    _, out, _ = command("page.html")
    assert "\x1b" not in out
    assert LONG in out


def test_the_profile_decides_what_is_marked_as_kept(command: Command) -> None:
    """The same options as for cleaning."""
    assert [
        f"{sign} title" in command("page.html", "--profile", profile)[1] for sign, profile in (("-", "article"), ("+", "full"))
    ] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("data", "outcome", "code"), [(b"", "empty", 1), (b"%PDF-1.4", "not_text", 1), (PROSE.encode(), "ok", 0)]
)
def test_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch, data: bytes, outcome: str, code: int) -> None:
    """Failed records are listed with their outcome and end with one."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    found, out, _ = command("-")
    assert (found, out.split("\n")[0].startswith(f"-: {outcome}")) == (code, True)


def test_several_inputs_are_listed_one_after_the_other(command: Command) -> None:
    """Each under its name, in order."""
    Path("a.txt").write_text(PROSE, encoding="utf-8")
    out = command("page.html", "a.txt")[1]
    assert 0 == out.index("page.html: ") < out.index("\na.txt: ")


@pytest.mark.parametrize(
    "text", ["a\x1b[31mb", "a\x07\x08b", "a\x9b31mb", "a\x7f", "a\u202eb", "a\rb", "a\x1b]0;title\x07", "\ud800"]
)
@pytest.mark.parametrize("full", [False, True])
def test_a_blocks_text_cannot_steer_a_terminal(text: str, full: bool) -> None:
    """What is not printable is shown as an escape, and every line can be encoded."""
    listing = "\n".join(explain_lines("page", document(text), full=full))
    listing.encode("utf-8")
    assert not CONTROLS.search(listing)
    assert "\u202e" not in listing


@pytest.mark.parametrize("field", ["title", "url", "sitename"])
def test_metadata_cannot_steer_a_terminal(field: str) -> None:
    """What a page states is as foreign as what it shows."""
    assert not CONTROLS.search("\n".join(explain_lines("page", document("x", **{field: "a\x1b[31mb"}))))


def test_a_file_name_cannot_steer_a_terminal() -> None:
    """Names in an unpacked crawl are input too."""
    assert not CONTROLS.search("\n".join(explain_lines("a\x1b[31mb.html", document("x"))))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Tit&#27;[31mle of the page &#x9b;31m</title>", "Text &#27;[31m \x1b[2J\x07 and more"),
        ("<link rel='canonical' href='https://example.org/a&#27;[31m'>", "Text and more"),
    ],
)
def test_a_hostile_page_cannot_steer_a_terminal(command: Command, head: str, body: str) -> None:
    """From the file to the listing, no control character gets through."""
    Path("page.html").write_text(f"<html><head>{head}</head><body><p>{body}</p></body></html>", encoding="utf-8")
    for arguments in ([], ["--full"]):
        assert not CONTROLS.search(command("page.html", *arguments)[1])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_no_utf8_can_be_listed(command: Command) -> None:
    """Crawls of old sites have such names."""
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text(PROSE, encoding="utf-8")
    assert command(name)[0] == 0


def test_one_line_a_block_unless_whole_texts_are_asked_for() -> None:
    """Line ends inside a block are folded; `full` shows them."""
    short = list(explain_lines("page", document("one\ntwo  three")))
    assert any(line.endswith("one two three  [controls]") for line in short)
    assert all("\n" not in line for line in short)
    assert any("one\ntwo  three" in line for line in explain_lines("page", document("one\ntwo  three"), full=True))


def test_what_the_page_hides_is_marked(command: Command) -> None:
    """Behind the text, as repairs are; other blocks are not."""
    Path("page.html").write_text(HTML.replace("<nav>", "<div hidden>Menu</div><nav>"), encoding="utf-8")
    _, out, _ = command("page.html")
    assert [line.endswith("[hidden]") for line in out.splitlines() if "Menu" in line] == [True]
    assert out.count("[hidden]") == 1


def test_lines_are_cut_to_the_terminal() -> None:
    """Cut to the width with an ellipsis, never wrapped; not with `full`."""
    cut = [line for line in explain_lines("page", document("word " * 100), width=80) if "+ body" in line]
    assert [len(line) <= 80 and line.endswith("…") for line in cut] == [True]
    assert any(len(line) > 400 for line in explain_lines("page", document("word " * 100), width=80, full=True))


@pytest.mark.parametrize("role", list(Role))
def test_colours_are_for_terminals(role: Role) -> None:
    """Every role has one, each line ends it; without colour there is no escape."""
    blocks = (Block("Text", Kind.LINE, None, role=role),)
    coloured = list(explain_lines("page", Document(text="", blocks=blocks), colour=True))
    assert [line.count("\x1b[") for line in coloured if "Text" in line] == [2]
    assert "\x1b" not in "".join(explain_lines("page", Document(text="", blocks=blocks)))


def test_a_document_without_blocks_is_its_head() -> None:
    """Outcome and message, and no more."""
    failed = cleancorpus.clean(b"%PDF-1.4")
    assert [line for line in explain_lines("x", failed) if line] == [f"x: not_text ({failed.message})"]


def test_a_job_can_be_run_from_python(command: Command) -> None:
    """Plain values in, the number of failed records out."""
    assert command("page.html")[0] == 0
    assert run_explain(ExplainJob(("page.html",))) == 0


def test_a_repaired_block_shows_what_it_was(command: Command) -> None:
    """Where source and text differ first; bytes in another encoding are decoded as the document was."""
    Path("a.txt").write_text(PROSE.replace("noon", "noo\u00adn"), encoding="utf-8")
    Path("b.txt").write_text(PROSE, encoding="utf-8")
    _, out, _ = command("a.txt", "b.txt")
    assert "noo\\xadn the harbour was empty again" in out
    assert "-> ', and by noon the harbour was empty again" in out
    assert out.count(" -> ") == 1
