"""All fields of one page, each from its own module, with their evidence."""

from __future__ import annotations

from typing import TypeVar

from cleancorpus.block import find_title
from cleancorpus.document import Evidence, Metadata
from cleancorpus.language.identify import LanguageIdentifier, vote_language
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.metadata.about import extract_categories, extract_description, extract_image, extract_licence, extract_tags
from cleancorpus.metadata.authors import extract_authors
from cleancorpus.metadata.date import extract_dates
from cleancorpus.metadata.embedded import read_embedded
from cleancorpus.metadata.page_type import extract_page_type
from cleancorpus.metadata.shown import is_seen, show
from cleancorpus.metadata.site import extract_hostname, extract_sitename, extract_url, find_outlets
from cleancorpus.metadata.title import extract_kicker, extract_title
from cleancorpus.page import Page

T = TypeVar("T")


def extract_metadata(page: Page, identifier: LanguageIdentifier, lexicon: Lexicon, crawled: str | None = None) -> Metadata:
    """What the page's statements and its labelled blocks tell; fields that they do not tell are None or empty.

    Args:
        page: With labelled blocks.
        identifier: Tells the language of the kept text.
        lexicon: Words for signatures, months and updates.
        crawled: When the page was fetched, ISO 8601: no date later than that is believed. None where it is not known.
    """
    shown = show(page)
    readable = [item.block for item in shown]
    statements = page.statements
    embedded = read_embedded(statements, _known_titles(page))
    evidence: dict[str, Evidence] = {}

    def note(name: str, found: tuple[T, Evidence] | None) -> T | None:
        if found is None:
            return None
        evidence[name] = found[1]
        return found[0]

    seen = [block for block in page.blocks if is_seen(block)]
    sitename = note("sitename", extract_sitename(seen, statements, embedded, lexicon))
    address = note("url", extract_url(page.url, statements))
    outlets = find_outlets(embedded, sitename, extract_hostname(address))
    page_type = note("page_type", extract_page_type(statements, embedded))
    signed = extract_authors(shown, statements, embedded, outlets, lexicon)
    if signed.evidence is not None:
        evidence["authors" if signed.authors else "organisations"] = signed.evidence
        if signed.organisations:
            evidence["organisations"] = signed.evidence
    dates = extract_dates(shown, statements, embedded, page.url or address, lexicon, crawled)
    is_article = page_type == "article" or bool(signed.authors) or dates.date is not None
    title = note("title", extract_title(readable, statements, embedded, outlets, is_article=is_article))
    kept = [block.text for block in page.blocks if block.kept]
    shares = vote_language(kept, identifier)
    if kept:
        evidence["language"] = Evidence(identifier.name, shares.sample, shares.confidence)
    return Metadata(
        title=title,
        kicker=note("kicker", extract_kicker(readable, title, outlets)),
        authors=signed.authors,
        organisations=signed.organisations,
        date=note("date", dates.date),
        modified=note("modified", dates.modified),
        sitename=sitename,
        hostname=extract_hostname(address),
        url=address,
        description=note("description", extract_description(statements, embedded)),
        tags=note("tags", extract_tags(statements, embedded)) or (),
        categories=note("categories", extract_categories(statements, embedded)) or (),
        image=note("image", extract_image(statements, embedded)),
        licence=note("licence", extract_licence(page.blocks, statements, embedded)),
        language=shares.language if kept else None,
        language_group=shares.group,
        languages=shares.shares,
        page_type=page_type,
        evidence=evidence,
    )


def _known_titles(page: Page) -> list[str]:
    at = find_title(page.blocks)
    shown = [] if at is None else [page.blocks[at].text]
    stated = page.statements.meta_value("og:title")
    return [*shown, stated] if stated else shown
