"""All fields of one page, each from its own module, with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cleancorpus.block import Block
from cleancorpus.document import Evidence, Metadata
from cleancorpus.language.identify import LanguageIdentifier, vote_language
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.metadata.authors import extract_authors
from cleancorpus.metadata.date import extract_date, extract_modified
from cleancorpus.metadata.jsonld import read_article
from cleancorpus.metadata.site import extract_hostname, extract_sitename, extract_url
from cleancorpus.metadata.title import extract_kicker, extract_title
from cleancorpus.page import Statements
from cleancorpus.role import Role

T = TypeVar("T")

READABLE = frozenset(
    {Role.TITLE, Role.KICKER, Role.LEAD, Role.HEADING, Role.BODY, Role.BYLINE, Role.DATE, Role.CAPTION, Role.LEGAL}
)
"""Roles from which metadata may be read at all. Teasers, comments, navigation and promotion speak of other things."""


def extract_metadata(
    blocks: Sequence[Block], statements: Statements, url: str | None, identifier: LanguageIdentifier, lexicon: Lexicon
) -> Metadata:
    """What the page's statements and its labelled blocks tell; fields that they do not tell are None or empty."""
    readable = [block for block in blocks if block.role in READABLE and block.text]
    article = read_article(statements.jsonld)
    evidence: dict[str, Evidence] = {}

    def note(name: str, found: tuple[T, Evidence] | None) -> T | None:
        if found is None:
            return None
        evidence[name] = found[1]
        return found[0]

    sitename = note("sitename", extract_sitename(readable, statements, article, lexicon))
    address = note("url", extract_url(url, statements))
    shares = vote_language([block.text for block in blocks if block.kept], identifier)
    if shares.sample:
        evidence["language"] = Evidence(identifier.name, shares.sample, shares.confidence)
    return Metadata(
        title=note("title", extract_title(readable, statements, article)),
        kicker=note("kicker", extract_kicker(readable)),
        authors=note("authors", extract_authors(readable, statements, article, sitename, lexicon)) or (),
        date=note("date", extract_date(readable, statements, article, lexicon)),
        modified=note("modified", extract_modified(statements, article, lexicon)),
        sitename=sitename,
        hostname=extract_hostname(address),
        url=address,
        description=note(
            "description", _stated(statements.meta_value("og:description", "description"), "meta", article.description)
        ),
        tags=note("tags", _listed(article.keywords)) or (),
        categories=note("categories", _listed(article.sections)) or (),
        image=note("image", _stated(statements.meta_value("og:image"), "og:image", article.image)),
        licence=note(
            "licence", _stated(next((href for rel, href in statements.links if rel == "license"), None), "license link", None)
        ),
        language=shares.language if any(block.kept for block in blocks) else None,
        language_group=shares.group,
        languages=shares.shares,
        evidence=evidence,
    )


def _stated(value: str | None, source: str, embedded: str | None) -> tuple[str, Evidence] | None:
    """A value that the page states in its head, else in its JSON-LD."""
    if value:
        return value, Evidence(source, value, 0.9)
    return (embedded, Evidence("json-ld", embedded, 0.8)) if embedded else None


def _listed(values: tuple[str, ...]) -> tuple[tuple[str, ...], Evidence] | None:
    return (values, Evidence("json-ld", ", ".join(values), 0.8)) if values else None
