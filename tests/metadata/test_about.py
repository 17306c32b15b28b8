"""Description, tags, categories, image and licence: the first source that states one."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.metadata.about import extract_categories, extract_description, extract_image, extract_licence, extract_tags
from cleancorpus.metadata.embedded import Article, Embedded
from cleancorpus.page import Statements
from cleancorpus.role import Role

EMBEDDED = Embedded(
    Article(
        description="of the article",
        image="https://example.org/a.png",
        keywords=("sea",),
        sections=("Coast",),
        licence="https://example.org/l",
    ),
    Article(description="of the page", image="https://example.org/p.png", licence="https://example.org/m"),
)
PAGE_ONLY = Embedded(page=EMBEDDED.page)
META = Statements(
    meta=(
        ("og:description", "in og"),
        ("og:image", "https://example.org/og.png"),
        ("article:tag", "ice"),
        ("article:tag", "ice"),
        ("article:tag", "winter  boats"),
        ("keywords", "a, b; c"),
        ("article:section", "Harbour"),
    ),
    links=(("license", "https://example.org/by"),),
)


def test_description_and_image_come_from_meta_then_the_article_then_the_page() -> None:
    """In this order, each with its source."""
    found = [
        (extract_description(META, EMBEDDED), extract_image(META, EMBEDDED)),
        (extract_description(Statements(), EMBEDDED), extract_image(Statements(), EMBEDDED)),
    ]
    assert [(one[0], other[0]) for one, other in found if one and other] == [
        ("in og", "https://example.org/og.png"),
        ("of the article", "https://example.org/a.png"),
    ]
    page = extract_description(Statements(), PAGE_ONLY)
    assert page is not None
    assert page[0] == "of the page"
    assert found[0][0] is not None
    assert found[0][0][1].source == "meta og:description"


def test_tags_and_categories_stand_once_each() -> None:
    """JSON-LD first, then tags one by one, then keywords in a line."""
    assert [item[0] for item in (extract_tags(META, EMBEDDED), extract_categories(META, EMBEDDED)) if item] == [
        ("sea",),
        ("Coast",),
    ]
    assert [item[0] for item in (extract_tags(META, Embedded()), extract_categories(META, Embedded())) if item] == [
        ("ice", "winter boats"),
        ("Harbour",),
    ]
    words = extract_tags(Statements(meta=(("keywords", "a, b; c，"), ("news_keywords", " ,"))), Embedded())
    assert words is not None
    assert words[0] == ("a", "b", "c，")
    assert len((extract_tags(Statements(meta=(("keywords", ",".join(map(str, range(9_999)))),)), Embedded()) or ((),))[0]) == 100


@pytest.mark.parametrize(
    ("statements", "embedded", "legal", "expected"),
    [
        (META, EMBEDDED, "", "https://example.org/by"),
        (Statements(), EMBEDDED, "", "https://example.org/l"),
        (Statements(), PAGE_ONLY, "", "https://example.org/m"),
        (Statements(), Embedded(), "Text: CC BY-SA 4.0", "CC BY-SA 4.0"),
        (Statements(), Embedded(), "This work is under cc-by-nc-nd 3.0, pictures are not", "cc-by-nc-nd 3.0"),
        (
            Statements(),
            Embedded(),
            "Text is available under the Creative Commons Attribution-ShareAlike 4.0 License",
            "Creative Commons Attribution-ShareAlike 4.0",
        ),
        (Statements(), Embedded(), "All rights reserved, CC Bylines Ltd", None),
        (Statements(), Embedded(), "We met at a Creative Commons workshop", None),
    ],
)
def test_licence(statements: Statements, embedded: Embedded, legal: str, expected: str | None) -> None:
    """A link, then JSON-LD, then a notice that names a Creative Commons licence."""
    blocks = [Block(legal, Kind.PARAGRAPH, None, role=Role.LEGAL)] if legal else []
    found = extract_licence(blocks, statements, embedded)
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        (Role.OTHER, "Treść udostępniana na licencji CC BY-SA 4.0", "CC BY-SA 4.0"),
        (Role.NAV, "CC BY-SA", None),
        (Role.RELATED, "Photos of the harbour under CC BY-SA 4.0", None),
        (Role.CAPTION, "The harbour. Anna Kessler, CC BY-SA 4.0", None),
    ],
)
def test_a_licence_at_the_foot(role: Role, text: str, expected: str | None) -> None:
    """With its version, whatever the line is taken for, but not in a teaser or a caption; nothing above the last paragraph."""
    last, line = (
        Block(said, Kind.PARAGRAPH, None, role=own) for said, own in (("The harbour is empty.", Role.BODY), (text, role))
    )
    found = extract_licence([last, line], Statements(), Embedded())
    assert (found[0] if found else None) == expected
    assert extract_licence([line, last], Statements(), Embedded()) is None


def test_nothing_stated_is_none() -> None:
    """Absence everywhere."""
    found = [item(Statements(), Embedded()) for item in (extract_description, extract_image, extract_tags, extract_categories)]
    assert [*found, extract_licence([], Statements(), Embedded())] == [None] * 5
