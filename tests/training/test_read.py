"""Articles that are read out of pages and texts: those that are surely one, in parts that surely are what they are called."""

from __future__ import annotations

import pytest

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.compose.read import read_document, read_rows_of_text
from training.folds import fold_of

from cleancorpus.block import Block, Kind
from cleancorpus.document import Document, Metadata
from cleancorpus.outcome import Outcome
from cleancorpus.role import Role

PROSE = "The harbour was emptied before the first of the winter storms, number {}, came in from the west."


def block(text: str, role: Role, *, score: float = 0.97, kept: bool = True, kind: Kind = Kind.PARAGRAPH) -> Block:
    """A labelled block."""
    return Block(text, kind, None, role=role, score=score, kept=kept, reason="model")


BODY = tuple(block(PROSE.format(number), Role.BODY) for number in range(4))
HEAD = (block("Harbour emptied", Role.TITLE), block("What the town\nhas lost.", Role.LEAD, kind=Kind.LINE))


def document(*blocks: Block, outcome: Outcome = Outcome.OK, language: str | None = "en") -> Document:
    """A document of some blocks."""
    return Document("", blocks, Metadata(language=language, authors=("Ida Holm",)), outcome)


def test_an_article_has_the_parts_that_are_sure() -> None:
    """Headings divide the paragraphs; what the model doubts, and lists, stay out."""
    doubted = block("Perhaps this is a caption, perhaps a paragraph of the article.", Role.BODY, score=0.6)
    item = block("An item of a list that is as long as many a paragraph is.", Role.BODY, kind=Kind.LIST_ITEM)
    caption = block("The harbour in spring.", Role.CAPTION, kept=False)
    heading = block("Before", Role.HEADING, kind=Kind.HEADING)
    found = read_document("1", "harbour.example", document(*HEAD, *BODY[:2], doubted, caption, item, heading, *BODY[2:]))
    assert found is not None
    assert (found.title, found.lead, found.captions) == (
        "Harbour emptied",
        "What the town has lost.",
        ("The harbour in spring.",),
    )
    texts = [one.text for one in BODY]
    assert found.sections == (("", tuple(texts[:2])), ("Before", tuple(texts[2:])))
    assert (found.authors, found.language, found.fold) == (("Ida Holm",), "en", fold_of("harbour.example"))


@pytest.mark.parametrize(
    "other",
    [
        document(*HEAD, *BODY[:3]),
        document(*BODY),
        document(*HEAD, *BODY, outcome=Outcome.LOW_CONFIDENCE),
        document(*HEAD, *BODY, language=None),
        document(),
    ],
    ids=["too short", "no title", "not understood", "no language", "nothing"],
)
def test_what_is_surely_no_article_is_none(other: Document) -> None:
    """It is left out."""
    assert read_document("1", "harbour.example", other) is None


def rows(*texts: str, share: float = 1.0) -> list[dict[str, object]]:
    """Lines as people labelled them."""
    common = {"page_ok": True, "unsure": False, "content_share": share, "domain": "", "lang": "sv"}
    return [{**common, "text": text} for text in texts]


def test_a_text_that_opens_with_a_headline_is_an_article() -> None:
    """Lines that people did not call content are no part of it."""
    prose = [PROSE.format(number) for number in range(4)]
    found = read_rows_of_text("7", [*rows("Logga in", share=0.0), *rows("Hamnen töms", *prose, "Kort rad")])
    assert found is not None
    assert (found.title, found.sections) == ("Hamnen töms", (("", tuple(prose)),))


@pytest.mark.parametrize("title", ["Hamnen töms.", "Hamnen tÃ¶ms", "H" * 200])
def test_a_text_that_opens_otherwise_is_none(title: str) -> None:
    """With a sentence, broken characters, or a line too long for a headline."""
    assert read_rows_of_text("7", rows(title, *(PROSE.format(number) for number in range(4)))) is None


def test_a_text_without_content_is_none() -> None:
    """Nothing is read from it."""
    assert read_rows_of_text("7", rows("Logga in", share=0.0)) is None
    assert read_rows_of_text("7", []) is None
