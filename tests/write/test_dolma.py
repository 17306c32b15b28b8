"""Dolma: the text without its removed spans is the clean text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleancorpus import Cleaner
from cleancorpus.document import Document
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.write.dolma import to_dolma

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/page.*"))


def lines(document: Document, text: str) -> tuple[dict[str, Any], dict[str, list[list[float]]]]:
    """The document's line, and its attributes."""
    one, other = (json.loads(line) for line in to_dolma("a", document, text, "crawl"))
    assert (one["id"], one["source"]) == (other["id"], other["source"]) == ("a", "crawl")
    return one, other["attributes"]


def without(text: str, spans: list[list[float]]) -> str:
    """The text without some spans, which do not overlap and are in order."""
    assert all(start <= end for start, end, _ in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for start, end, _ in reversed(spans):
        text = text[: int(start)] + text[int(end) :]
    return text


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_what_is_left_is_the_clean_text(path: Path) -> None:
    """HTML: exactly. Text: each kept block as it came, in order, and nothing of the others."""
    document = Cleaner().clean(path.read_bytes())
    source = path.read_bytes().decode("utf-8", "replace")
    row, attributes = lines(document, source)
    left = without(row["text"], attributes["cleancorpus__removed"])
    if document.kind == "html":
        assert left == document.text
        assert row["text"].count("\n\n") >= len(document.blocks) - 1
        return
    assert row["text"] == source
    at = 0
    for block in document.blocks:
        if block.kept and block.span:
            at = left.index(source[slice(*block.span)], at)
    assert len(left.split()) == sum(
        len(source[slice(*block.span)].split()) for block in document.blocks if block.kept and block.span
    )


def test_spans_by_role_and_outcome() -> None:
    """Each removed span stands once under all and once under its role; the outcome spans the whole text."""
    page = "<nav><a href=/>Home</a></nav><h1>Two boats</h1><p>{0}</p><p>{0} Again.</p><footer>© Two Boats</footer>"
    document = Cleaner().clean(page.format("The ferry left at seven, and by noon the harbour was empty again. " * 3))
    row, attributes = lines(document, "")
    by_role = {key.removeprefix("cleancorpus__removed_"): spans for key, spans in attributes.items() if "removed_" in key}
    assert [row["text"][slice(*map(int, span[:2]))].strip() for span in by_role["legal"]] == ["© Two Boats"]
    assert sorted(span for spans in by_role.values() for span in spans) == attributes["cleancorpus__removed"]
    assert attributes[f"cleancorpus__outcome_{document.outcome}"] == [[0, len(row["text"]), 1.0]]
    assert row["metadata"]["title"] == "Two boats"
    assert "evidence" not in row["metadata"]


@pytest.mark.parametrize("source", [b"", b"\x89PNG\r\n\x1a\n", "", " \n\n "])
def test_a_document_without_text(source: bytes | str) -> None:
    """A line like any other: its outcome says why."""
    document = Cleaner().clean(source)
    row, attributes = lines(document, source if isinstance(source, str) else "")
    assert attributes["cleancorpus__removed"] == []
    assert attributes[f"cleancorpus__outcome_{document.outcome}"] == [[0, len(row["text"]), 1.0]]


def test_half_a_pair_is_one_character() -> None:
    """What UTF-8 cannot hold is replaced one by one: no offset moves."""
    text = f"A line with half a pair \ud83d in it.\nTags: one, two, three\n{'And a line of prose below. ' * 9}"
    row, _ = lines(Cleaner(labeller=RuleLabeller()).clean(text), text)
    assert len(row["text"]) == len(text)
    assert "\ufffd" in row["text"]


WORDS = st.sampled_from(
    ["Tags: one, two", "© 2024 Harbour", "Read also", "It rained.", "The ferry left at seven that day.", "", "Home"]
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14))
def test_text_in_any_order(parts: list[str]) -> None:
    """Whatever is removed, the rest is what was kept, with the white space it had."""
    text = "\n".join(parts)
    document = Cleaner(labeller=RuleLabeller()).clean(text, kind="text")
    row, attributes = lines(document, text)
    left = without(row["text"], attributes["cleancorpus__removed"])
    assert left.split() == [word for block in document.blocks if block.kept for word in block.text.split()]
