"""JSON lines: one record a document, in the shape that datatrove and Dolma read."""

from __future__ import annotations

import json

import pytest

import cleancorpus
from cleancorpus.block import Block, Kind
from cleancorpus.document import Document, Evidence, Metadata, failed_document
from cleancorpus.outcome import Outcome
from cleancorpus.role import Role
from cleancorpus.write.jsonl import to_line, to_record

DOCUMENT = Document(
    text="Chợ phiên họp sớm.\n\nSecond.",
    blocks=(
        Block("Chợ phiên họp sớm.", Kind.PARAGRAPH, (0, 18), role=Role.BODY, kept=True),
        Block("Home", Kind.RUN, None, role=Role.NAV),
    ),
    metadata=Metadata(title="Chợ", authors=("An",), languages={"vi": 1.0}, evidence={"title": Evidence("og:title", "Chợ", 0.8)}),
    kind="html",
    encoding="utf-8",
    profile="strict",
)


def test_the_record_has_id_text_and_metadata() -> None:
    """Nothing else at the top; how it went stands in metadata."""
    record = to_record("a/b.html", DOCUMENT)
    assert list(record) == ["id", "text", "metadata"]
    assert (record["id"], record["text"]) == ("a/b.html", DOCUMENT.text)
    metadata = record["metadata"]
    assert (metadata["title"], metadata["authors"], metadata["languages"]) == ("Chợ", ["An"], {"vi": 1.0})
    assert (metadata["outcome"], metadata["message"], metadata["kind"], metadata["encoding"], metadata["profile"]) == (
        "ok",
        "",
        "html",
        "utf-8",
        "strict",
    )
    assert "evidence" not in metadata


def test_blocks_and_evidence_come_on_request() -> None:
    """Every block, kept or not, and where the metadata came from."""
    record = to_record("x", DOCUMENT, blocks=True)
    assert [(block["text"], block["role"], block["kept"]) for block in record["blocks"]] == [
        ("Chợ phiên họp sớm.", "body", True),
        ("Home", "nav", False),
    ]
    assert record["metadata"]["evidence"]["title"]["source"] == "og:title"


def test_every_record_has_the_same_fields() -> None:
    """Readers of columns find each field in each record, also in those that failed."""
    failed = to_record("y", failed_document(Outcome.NOT_TEXT, "a PDF file"))
    assert list(failed["metadata"]) == list(to_record("x", DOCUMENT)["metadata"])
    assert (failed["text"], failed["metadata"]["outcome"]) == ("", "not_text")


@pytest.mark.parametrize(
    "text", ["a\nb", "a\r\nb", "a\u2028b\u2029c\x85d", 'quote " and \\', "\x1b[31m\x00", "日本語 🐟", "a\tb"]
)
def test_a_line_is_one_line_of_utf8_that_reads_back(text: str) -> None:
    """Line ends inside the text never end the record; scripts stay readable."""
    line = to_line(text, Document(text=text, blocks=()))
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    record = json.loads(line.decode("utf-8"))
    assert (record["id"], record["text"]) == (text, text)


def test_the_line_does_not_escape_scripts() -> None:
    """UTF-8 as it is: smaller, and readable in a pager."""
    assert "Chợ phiên" in to_line("x", DOCUMENT).decode("utf-8")


def test_lone_surrogates_of_the_source_do_not_stop_the_writer() -> None:
    """A str that cannot be encoded becomes a document that can."""
    assert json.loads(to_line("x", cleancorpus.clean("The sea was high \ud800 that night, and nobody slept.")))["text"]


def test_writing_does_not_change_the_document() -> None:
    """The same document gives the same bytes again."""
    assert to_line("x", DOCUMENT) == to_line("x", DOCUMENT)
    assert "title" in DOCUMENT.metadata.evidence
