"""What a page states about itself beyond title, people, dates and site: description, tags, categories, image, licence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from cleancorpus.block import Block
from cleancorpus.document import Evidence
from cleancorpus.metadata.embedded import Article, Embedded
from cleancorpus.page import Statements
from cleancorpus.role import Role

_BETWEEN_TAGS = re.compile(r"\s*[,;|،、]\s*")
_MOST_TAGS = 100
_CC = re.compile(
    r"\bCC[ -](?:0|BY(?:-(?:NC|ND|SA)){0,2})\b(?:[ -]\d\.\d)?"
    r"|\bCreative Commons (?:Attribution|Zero|Universal)(?:[ -](?:Non-?Commercial|No-?Deriv\w*|Share-?Alike)){0,2}(?: \d\.\d)?",
    re.IGNORECASE,
)
_FOOT = frozenset({Role.LEGAL, Role.NAV, Role.OTHER, Role.PROMO})
"""What a line at the page's end that names the licence may be taken for."""


def extract_description(statements: Statements, embedded: Embedded) -> tuple[str, Evidence] | None:
    """The page's summary of itself; None if it has none."""
    meta = ("og:description", "description", "twitter:description", "dc.description", "dcterms.abstract")
    return _first([*_meta(statements, meta), *_data(embedded, lambda item: item.description)])


def extract_image(statements: Statements, embedded: Embedded) -> tuple[str, Evidence] | None:
    """Address of the picture that stands for the page; None if it names none."""
    meta = ("og:image", "og:image:url", "twitter:image", "twitter:image:src")
    return _first([*_meta(statements, meta), *_data(embedded, lambda item: item.image)])


def extract_licence(blocks: Sequence[Block], statements: Statements, embedded: Embedded) -> tuple[str, Evidence] | None:
    """Address or name of the licence; None if none is named. Of the blocks a Creative Commons name counts in a legal notice, and
    with its version in any line behind the last paragraph that is no teaser: a caption's is its picture's."""
    links = [("license link", href) for rel, href in statements.links if rel == "license"]
    meta = _meta(statements, ("dcterms.license", "dc.rights.license", "license"))
    last = max((at for at, block in enumerate(blocks) if block.role is Role.BODY), default=-1)
    foot = [block for at, block in enumerate(blocks) if block.role is Role.LEGAL or (at > last and block.role in _FOOT)]
    found = [(block.role, match[0]) for block in foot if (match := _CC.search(block.text))]
    named = [("legal", name) for role, name in found if role is Role.LEGAL or name[-1:].isdigit()]
    return _first([*links, *meta, *_data(embedded, lambda item: item.licence), *named])


def extract_tags(statements: Statements, embedded: Embedded) -> tuple[tuple[str, ...], Evidence] | None:
    """Keywords in the order given, each once; None if there are none."""
    tags = [value for name, value in statements.meta if name == "article:tag"]
    words = _meta(statements, ("news_keywords", "keywords", "parsely-tags"))
    marked = embedded.marked
    return _listed(
        [
            ("json-ld", embedded.article.keywords),
            ("meta article:tag", tags),
            *_split(words),
            (marked.syntax, marked.article.keywords),
        ]
    )


def extract_categories(statements: Statements, embedded: Embedded) -> tuple[tuple[str, ...], Evidence] | None:
    """Sections of the site that the page is in; None if it names none."""
    meta = _meta(statements, ("article:section", "parsely-section"))
    marked = (embedded.marked.syntax, embedded.marked.article.sections)
    return _listed([("json-ld", embedded.article.sections), *((source, [value]) for source, value in meta if value), marked])


def _meta(statements: Statements, names: Iterable[str]) -> list[tuple[str, str | None]]:
    return [(f"meta {name}", statements.meta_value(name)) for name in names]


def _data(embedded: Embedded, read: Callable[[Article], str | None]) -> list[tuple[str, str | None]]:
    """What the structured data have of a field: of the article, in the markup, of the page."""
    marked = embedded.marked
    return [
        ("json-ld", read(embedded.article)),
        (marked.syntax, read(marked.article)),
        ("json-ld of the page", read(embedded.page)),
    ]


def _split(values: Iterable[tuple[str, str | None]]) -> list[tuple[str, list[str]]]:
    return [(source, _BETWEEN_TAGS.split(value)) for source, value in values if value]


def _first(values: Iterable[tuple[str, str | None]]) -> tuple[str, Evidence] | None:
    return next(((value, Evidence(source, value, 0.9)) for source, value in values if value), None)


def _listed(values: Iterable[tuple[str, Sequence[str]]]) -> tuple[tuple[str, ...], Evidence] | None:
    for source, items in values:
        own = tuple(dict.fromkeys(text for item in items[:_MOST_TAGS] if (text := " ".join(item.split()))))
        if own:
            return own, Evidence(source, ", ".join(own), 0.8)
    return None
