"""Title and kicker: the labelled block, checked against what the page states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleancorpus.block import Block
from cleancorpus.document import Evidence
from cleancorpus.language.fold import fold
from cleancorpus.metadata.jsonld import Article
from cleancorpus.page import Statements
from cleancorpus.role import Role

_SEPARATOR = re.compile(r"\s+[|–—\-:»·•/]+\s+")


def extract_title(blocks: Sequence[Block], statements: Statements, article: Article) -> tuple[str, Evidence] | None:
    """The title as it stands in the page, else as the page states it; None if neither is there."""
    shown = next((block for block in blocks if block.role is Role.TITLE), None)
    if shown is not None:
        return shown.text, Evidence("title", shown.text, shown.score)
    stated = (
        ("json-ld headline", article.headline),
        ("og:title", statements.meta_value("og:title", "twitter:title")),
    )
    for source, value in stated:
        if value:
            return value, Evidence(source, value, 0.8)
    if statements.title:
        return without_site(statements.title), Evidence("title element", statements.title, 0.6)
    return None


def without_site(title: str) -> str:
    """A title element's text without the site's name behind its last separator: the longest part of it.

    >>> without_site("Bridge reopens after nine years - Sutton Herald")
    'Bridge reopens after nine years'
    """
    parts = _SEPARATOR.split(title)
    longest = max(parts, key=lambda part: len(fold(part)))
    start = title.find(parts[0])
    return title[start : title.rfind(longest) + len(longest)] if longest != parts[0] else longest


def extract_kicker(blocks: Sequence[Block]) -> tuple[str, Evidence] | None:
    """The line above the title; None if there is none."""
    found = next((block for block in blocks if block.role is Role.KICKER), None)
    return (found.text, Evidence("kicker", found.text, found.score)) if found else None
