"""Inputs as documents: checked before the first is read, in order whatever becomes of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cleancorpus import Cleaner, Document, InputError, Limits, OptionError, Outcome
from cleancorpus.batch.work import Work
from cleancorpus.cli.documents import Reading, find_inputs

PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
LIMITS = Limits()
Clean = Callable[..., list[tuple[str, Document]]]


@pytest.fixture
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clean:
    """Cleans files by name in a folder of a few."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(PROSE, encoding="utf-8")
    Path("b.html").write_text(f"<html><body><p>{PROSE}</p></body></html>", encoding="utf-8")
    Path("cyrillic.txt").write_bytes("Паром ушёл в семь часов утра, и к полудню гавань опустела.".encode("cp1251"))
    Path("broken.txt").write_bytes(b"\xff\xfe\xfa" + PROSE.encode())

    def run(*inputs: str, limits: Limits = LIMITS, encoding: str | None = None, **options: str) -> list[tuple[str, Document]]:
        cleaner = Cleaner(limits=limits)
        reading = Reading(kind=options.get("kind"), encoding=encoding, url=options.get("url"))
        found = find_inputs(inputs, reading)
        return [(record.id, document) for record, document in found.work(cleaner).clean(found.records(cleaner))]

    return run


def test_each_input_is_a_document_under_its_name(clean: Clean) -> None:
    """In the order given, each with its own kind."""
    assert [(name, document.kind, document.text) for name, document in clean("b.html", "a.txt")] == [
        ("b.html", "html", PROSE),
        ("a.txt", "text", PROSE),
    ]


@pytest.mark.usefixtures("clean")
def test_mistakes_are_found_before_anything_is_read() -> None:
    """At the call, not at the first document."""
    with pytest.raises(InputError, match="nowhere"):
        find_inputs(["a.txt", "nowhere.txt"], Reading())
    with pytest.raises(OptionError, match="rot13"):
        find_inputs(["a.txt"], Reading(encoding="rot13"))
    with pytest.raises(OptionError, match="2 inputs"):
        find_inputs(["a.txt", "b.html"], Reading(url="https://example.org/a"))
    Path("many.jsonl").write_text('{"text": "a"}', encoding="utf-8")
    with pytest.raises(OptionError, match="many"):
        find_inputs(["many.jsonl"], Reading(url="https://example.org/a"))


def test_a_url_belongs_to_the_one_input(clean: Clean) -> None:
    """It stands in the metadata."""
    assert clean("a.txt", url="https://example.org/a")[0][1].metadata.hostname == "example.org"


def test_a_given_kind_and_encoding_are_used(clean: Clean) -> None:
    """The user's word is not questioned; labels are those that browsers know."""
    assert clean("a.txt", kind="html")[0][1].kind == "html"
    assert "Паром ушёл" in clean("cyrillic.txt", encoding=" Windows-1251 ")[0][1].text


def test_a_given_encoding_is_written_to_the_document(clean: Clean) -> None:
    """The output says how its bytes were decoded, whoever knew it."""
    assert clean("cyrillic.txt", encoding="windows-1251")[0][1].encoding == "cp1251"


def test_what_cannot_be_decoded_as_asked_is_a_failed_document_in_its_place(clean: Clean) -> None:
    """The message names the encoding, the place and the way out; the files around it are cleaned."""
    found = clean("a.txt", "broken.txt", "b.html", encoding="utf-8")
    assert [(name, document.outcome) for name, document in found] == [
        ("a.txt", Outcome.OK),
        ("broken.txt", Outcome.NOT_TEXT),
        ("b.html", found[2][1].outcome),
    ]
    assert found[2][1].text == PROSE
    assert all(part in found[1][1].message for part in ("utf-8", "byte 0", "--encoding"))


def test_a_file_that_vanishes_is_a_failed_document_in_its_place(clean: Clean) -> None:
    """It was there when the inputs were listed; the files after it are cleaned."""
    assert clean("a.txt")
    records = find_inputs(["a.txt", "b.html", "cyrillic.txt"], Reading()).records(Cleaner())
    documents = ((record.id, document) for record, document in Work(Cleaner()).clean(records))
    Path("b.html").unlink()
    found = list(documents)
    assert [(name, bool(document.text)) for name, document in found] == [
        ("a.txt", True),
        ("b.html", False),
        ("cyrillic.txt", True),
    ]
    assert found[1][1].outcome is Outcome.ERROR
    assert "cannot be read" in found[1][1].message


def test_order_is_kept_over_many_inputs(clean: Clean) -> None:
    """Failures between good files, over more than one batch."""
    for number in range(80):
        Path(f"n{number:02}.txt").write_bytes(b"\xff" if number % 7 == 0 else f"{number} {PROSE}".encode())
    found = clean("n*.txt", encoding="utf-8")
    assert [name for name, _ in found] == [f"n{number:02}.txt" for number in range(80)]
    assert all(document.text == ("" if number % 7 == 0 else f"{number} {PROSE}") for number, (_, document) in enumerate(found))


def test_the_size_limit_holds_for_files(clean: Clean) -> None:
    """A longer file is TOO_LARGE, one just as long is not."""
    size = len(PROSE)
    assert clean("a.txt", limits=Limits(max_bytes=size))[0][1].outcome is Outcome.OK
    assert clean("a.txt", limits=Limits(max_bytes=size - 1))[0][1].outcome is Outcome.TOO_LARGE


@pytest.mark.parametrize("limit", [299, 300])
def test_the_size_limit_holds_with_a_given_encoding(clean: Clean, limit: int) -> None:
    """Nothing is read of a file over the limit, least of all a part as if it were the whole."""
    Path("long.txt").write_text("村" * 400, encoding="utf-8")
    assert clean("long.txt", limits=Limits(max_bytes=limit), encoding="utf-8")[0][1].outcome is Outcome.TOO_LARGE


def test_too_large_names_the_size_of_the_file(clean: Clean) -> None:
    """A size in a message is the true one, or not given."""
    document = clean("a.txt", limits=Limits(max_bytes=10))[0][1]
    assert "11 bytes" not in document.message
