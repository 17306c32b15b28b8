"""Page type: what the page says it is."""

from __future__ import annotations

import pytest

from cleancorpus.metadata.embedded import Embedded
from cleancorpus.metadata.page_type import extract_page_type
from cleancorpus.page import Statements


@pytest.mark.parametrize(
    ("types", "og", "expected"),
    [
        (("newsarticle",), None, "article"),
        (("newsarticle", "discussionforumposting"), None, "forum"),
        (("product", "article"), "article", "product"),
        (("collectionpage",), None, "collection"),
        (("webpage", "organization"), None, None),
        ((), "article", "article"),
        ((), "Product", "product"),
        ((), "product.group", "collection"),
        ((), "website", None),
        ((), None, None),
    ],
)
def test_page_type(types: tuple[str, ...], og: str | None, expected: str | None) -> None:
    """JSON-LD before Open Graph, the more telling type before the article that may be in it."""
    statements = Statements(meta=(("og:type", og),) if og else ())
    found = extract_page_type(statements, Embedded(types=frozenset(types)))
    assert (found[0] if found else None) == expected
