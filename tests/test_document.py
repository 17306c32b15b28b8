"""Document: a frozen value that survives dict, JSON and pickle, and tells a serialised document from anything else."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import replace
from typing import Any

import pytest

from cleancorpus import clean
from cleancorpus.block import Block, Kind, Markup
from cleancorpus.document import Document, Evidence, Metadata, failed_document
from cleancorpus.errors import CleancorpusError, DocumentFormatError
from cleancorpus.outcome import Outcome
from cleancorpus.role import Role

MISSING = object()
KINDS = list(Kind)
BLOCKS = tuple(
    Block(
        f"Văn bản {role} \u200d 🐟",
        KINDS[number % len(KINDS)],
        (number * 10, number * 10 + 9) if number % 2 else None,
        path="/html[1]/body[1]/p[1]" if number % 3 else None,
        role=role,
        kept=role in {Role.LEAD, Role.BODY},
        score=number / 16,
        reason="stub",
        edits=("controls", "spaces") if number % 2 else (),
        blank_before=bool(number % 2),
        markup=Markup(number, 3, 1, 2, 2, ("2021-05-03", "2021-05-04"), rel_author=True) if number % 2 else None,
    )
    for number, role in enumerate(Role)
)
DOCUMENT = Document(
    text="Văn bản\n\nHai",
    blocks=BLOCKS,
    metadata=Metadata(
        title="Tiêu đề",
        authors=("An", "Bình"),
        date="2021-05-03T09:12+07:00",
        tags=("biển",),
        categories=("Đời sống",),
        language="vi",
        languages={"vi": 0.9, "en": 0.1},
        evidence={"title": Evidence("og:title", "Tiêu đề", 0.8)},
    ),
    outcome=Outcome.LOW_CONFIDENCE,
    message="only a little",
    kind="html",
    encoding="utf-8",
    profile="full",
)
DOCUMENTS = [
    DOCUMENT,
    Document(text="", blocks=()),
    failed_document(Outcome.TOO_LARGE, "over the limit"),
    Document(text="", blocks=(Block("", Kind.LINE, (0, 0)),), kind="text"),
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_survives_dict_json_and_pickle(document: Document) -> None:
    """Each way there and back gives an equal document."""
    assert Document.from_dict(document.to_dict()) == document
    assert Document.from_dict(json.loads(json.dumps(document.to_dict()))) == document
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301  our own bytes
    assert copy.deepcopy(document) == document


@pytest.mark.parametrize("document", DOCUMENTS)
def test_to_dict_holds_plain_values_only(document: Document) -> None:
    """What JSON gives back is what was put in: no tuples, enums or objects."""

    def check(value: Any) -> None:
        assert type(value) in {dict, list, str, int, float, bool, type(None)}
        for item in [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []:
            check(item)

    record = document.to_dict()
    check(record)
    assert json.loads(json.dumps(record)) == record


def test_to_dict_shares_nothing_with_the_document() -> None:
    """Changing the record changes no document."""
    record = DOCUMENT.to_dict()
    record["metadata"]["languages"]["xx"] = 1.0
    record["metadata"]["evidence"].clear()
    assert "xx" not in DOCUMENT.metadata.languages
    assert DOCUMENT.metadata.evidence


@pytest.mark.parametrize(
    "part",
    [DOCUMENT, DOCUMENT.metadata, DOCUMENT.blocks[1], DOCUMENT.blocks[1].markup, DOCUMENT.metadata.evidence["title"]],
)
def test_everything_is_frozen(part: Any) -> None:
    """No field of a document or of its parts can be set, and none can be added."""
    name = next(iter(part.__slots__ or part._fields))
    with pytest.raises(AttributeError):
        setattr(part, name, None)
    with pytest.raises((TypeError, AttributeError)):
        part.novelty = 1


def test_shortcuts_lead_into_metadata() -> None:
    """Title, authors, date and language of the document are those of its metadata."""
    assert (DOCUMENT.title, DOCUMENT.authors, DOCUMENT.date, DOCUMENT.language) == (
        "Tiêu đề",
        ("An", "Bình"),
        "2021-05-03T09:12+07:00",
        "vi",
    )


def test_removed_are_the_blocks_not_kept_in_order() -> None:
    """Kept and removed blocks together are all blocks."""
    assert [block.role for block in DOCUMENT.removed] == [role for role in Role if role not in {Role.LEAD, Role.BODY}]
    assert len(DOCUMENT.removed) + sum(block.kept for block in DOCUMENT.blocks) == len(DOCUMENT.blocks)
    assert Document(text="", blocks=()).removed == ()


def test_blocks_of_takes_roles_by_value_or_name() -> None:
    """In reading order, whatever the order of the roles asked for."""
    assert [block.role for block in DOCUMENT.blocks_of(Role.BODY, "title")] == [Role.TITLE, Role.BODY]
    assert DOCUMENT.blocks_of() == ()
    assert Document(text="", blocks=()).blocks_of("related") == ()


def test_blocks_of_an_unknown_role_is_an_error() -> None:
    """A misspelt role does not look like an empty result."""
    with pytest.raises(ValueError, match="headline"):
        DOCUMENT.blocks_of("headline")


def change(*path: str | int, to: Any = MISSING) -> dict[str, Any]:
    """The serialised document with one value changed, or taken away."""
    record = DOCUMENT.to_dict()
    at: Any = record
    for key in path[:-1]:
        at = at[key]
    if to is MISSING:
        del at[path[-1]]
    else:
        at[path[-1]] = to
    return record


@pytest.mark.parametrize("key", ["text", "blocks", "metadata", "outcome", "message", "kind", "encoding", "profile"])
def test_a_missing_key_is_not_a_document(key: str) -> None:
    """The error is one of ours, a ValueError too, and says what was expected."""
    with pytest.raises(DocumentFormatError, match="to_dict") as caught:
        Document.from_dict(change(key))
    assert isinstance(caught.value, CleancorpusError)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("key", ["text", "kind", "span", "path", "role", "kept", "score", "reason", "edits", "blank_before"])
def test_a_block_with_a_missing_key_is_not_one(key: str) -> None:
    """A block is whole, or the record is skipped."""
    with pytest.raises(DocumentFormatError):
        Document.from_dict(change("blocks", 0, key))


@pytest.mark.parametrize("value", [None, [], {}, 5, "text", [{}], {"text": "x"}, {"id": "x", "text": "y", "metadata": {}}])
def test_anything_else_is_not_a_document(value: Any) -> None:
    """Also not a record of the JSONL format without blocks."""
    with pytest.raises(DocumentFormatError):
        Document.from_dict(value)


@pytest.mark.parametrize(
    "record",
    [
        change("outcome", to="great"),
        change("outcome", to=None),
        change("blocks", to=None),
        change("blocks", to=["x"]),
        change("blocks", 0, "role", to="headline"),
        change("blocks", 0, "kind", to="shoe"),
        change("blocks", 0, "edits", to=None),
        change("blocks", 0, "span", to=5),
        change("blocks", 1, "markup", to={"element": 0, "times": [], "shoe": 1}),
        change("metadata", to=None),
        change("metadata", "shoe", to=1),
        change("metadata", "authors", to=None),
        change("metadata", "evidence", to=[]),
        change("metadata", "evidence", to={"title": {"source": "x"}}),
    ],
)
def test_a_wrong_value_is_not_a_document(record: dict[str, Any]) -> None:
    """Unknown names and values of the wrong shape are told."""
    with pytest.raises(DocumentFormatError):
        Document.from_dict(record)


def test_a_span_of_one_number_is_not_a_document() -> None:
    """Every way in which a record can be wrong ends in the same error."""
    with pytest.raises(DocumentFormatError):
        Document.from_dict(change("blocks", 0, "span", to=[1]))


@pytest.mark.parametrize(
    "record",
    [
        change("text", to=5),
        change("text", to=None),
        change("kind", to=5),
        change("blocks", 0, "text", to=None),
        change("blocks", 0, "kept", to="no"),
        change("blocks", 0, "score", to="high"),
        change("blocks", 0, "edits", to="spaces"),
        change("blocks", 0, "span", to=[1, 2, 3]),
        change("blocks", 0, "span", to="ab"),
        change("blocks", 1, "markup", to=[]),
        change("metadata", to={}),
        change("metadata", "title"),
        change("metadata", "title", to=5),
        change("metadata", "authors", to="An"),
        change("metadata", "languages", to=5),
    ],
)
def test_a_value_that_to_dict_never_writes_is_not_a_document(record: dict[str, Any]) -> None:
    """A document that was read back can be trusted to be one."""
    with pytest.raises(DocumentFormatError):
        Document.from_dict(record)


def test_a_failed_document_is_empty_and_says_why() -> None:
    """No text, no blocks, the message of who made it."""
    document = failed_document(Outcome.NOT_TEXT, "a PDF file")
    assert (document.text, document.blocks, document.outcome, document.message) == (
        "",
        (),
        Outcome.NOT_TEXT,
        "a PDF file",
    )
    assert document.outcome.failed


@pytest.mark.parametrize("outcome", list(Outcome))
def test_outcomes_are_plain_words(outcome: Outcome) -> None:
    """As str the value; failed is what has no text to use."""
    assert str(outcome) == outcome.value == outcome.name.lower()
    assert outcome.failed == (outcome not in {Outcome.OK, Outcome.LOW_CONFIDENCE, Outcome.TOO_DEEP})
    assert Document.from_dict(replace(DOCUMENT, outcome=outcome).to_dict()).outcome is outcome


def test_what_a_page_hides_inside_a_block_goes_through_json() -> None:
    """Where it stands is kept, and left out where there is nothing."""
    source = "<p>The river <span hidden>in May</span> rose in May, and the people went <b>home</b>.</p><p>Nobody saw.</p>"
    document = clean(source, kind="html")
    assert document.blocks[0].markup is not None
    assert document.blocks[0].markup.hidden == ((source.index("in May"), source.index("</span>")),)
    record = json.loads(json.dumps(document.to_dict()))
    assert [block.markup.shown for block in document.blocks if block.markup] == [True, False, True]
    assert "hidden" not in record["blocks"][2]["markup"]
    assert [block["markup"].get("shown") for block in record["blocks"]] == [None, False, None]
    assert Document.from_dict(record) == document
