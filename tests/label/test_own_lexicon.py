"""A lexicon of the caller's: its phrases reach rules, features and metadata, through every way in."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from cleancorpus import Cleaner, Role, read_lexicon
from cleancorpus.cli.main import run

PARAGRAPHS = [
    "The old ferry crossed the bay for the last time on Friday evening, and hardly anybody had come to watch it leave the quay.",
    "Its master had steered it for thirty years, through two winters of ice, and said that he would not miss the early hours.",
    "A bridge has stood beside the landing since the spring. Most of those who used to wait for the boat now drive across it.",
]
TEXT = "\n\n".join(
    ["The last crossing", *PARAGRAPHS, "Gleanings from the ward", "Bakery opens its second shop", "Pool closed until the summer"]
)
OWN = {"related": {"lines": ["Gleanings from the ward"]}}


def test_a_phrase_of_the_callers_is_found() -> None:
    """What the package does not know it is told, and only that cleaner knows it."""
    roles = {block.text: block.role for block in Cleaner(lexicon=read_lexicon(OWN)).clean(TEXT).blocks}
    assert roles["Gleanings from the ward"] is Role.RELATED
    assert {block.text: block.role for block in Cleaner().clean(TEXT).blocks}["Gleanings from the ward"] is not Role.RELATED
    assert all(roles[paragraph] is Role.BODY for paragraph in PARAGRAPHS[1:])


def test_a_cleaner_with_words_of_its_own_can_be_sent_to_a_worker() -> None:
    """Pickled and read again it gives the same document."""
    cleaner = Cleaner(lexicon=read_lexicon(OWN))
    assert pickle.loads(pickle.dumps(cleaner)).clean(TEXT) == cleaner.clean(TEXT)  # noqa: S301  written by the same line


def test_the_command_reads_words_from_a_file(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--lexicon` may stand several times; a file that is wrong stops the run with its name."""
    own, source = tmp_path / "own.toml", tmp_path / "page.txt"
    own.write_text('[related]\nlines = ["Gleanings from the ward"]\n', encoding="utf-8")
    source.write_text(TEXT, encoding="utf-8")
    assert run(["clean", str(source), "--lexicon", str(own), "--format", "text", "-o", "-"]) == 0
    assert b"Gleanings" not in capsysbinary.readouterr().out
    own.write_text("[relatd]\n", encoding="utf-8")
    assert run(["clean", str(source), "--lexicon", str(own)]) == 2
    assert b"unknown relatd" in capsysbinary.readouterr().err
