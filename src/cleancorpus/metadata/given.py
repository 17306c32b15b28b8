"""Given: what the record says in which a page came, beside what the page says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cleancorpus.document import Evidence, Metadata
from cleancorpus.language.fold import fold
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.metadata.dates import parse_date, parse_iso
from cleancorpus.metadata.stated_names import read_stated

SOURCE = "given"
_TITLE = ("title", "headline")
_AUTHORS = ("authors", "author", "byline")
_DATE = ("date", "published", "date_published", "publish_date", "publication_date", "pubdate")
_SITENAME = ("sitename", "site_name", "publisher", "source_name")
_DESCRIPTION = ("description", "summary")
_CRAWLED = ("crawled", "crawl_date", "warc_date", "warc-date", "date_crawled", "date_download", "fetched", "timestamp")
_CONFIDENCE = 0.5  # nothing is known about who made the record
_DAY = len("2021-05-03")


@dataclass(frozen=True, slots=True)
class Given:
    """What a record says. None and empty where it says nothing that can be read."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    sitename: str | None = None
    description: str | None = None
    crawled: str | None = None
    """When it was fetched, ISO 8601."""


def read_given(record: Mapping[str, Any], lexicon: Lexicon) -> Given:
    """What the fields of a record say, under the names that corpora use; others are left where they are.

    >>> from cleancorpus.language.lexicon import default_lexicon
    >>> read_given({"headline": "Ice", "author": "By Anna Kessler"}, default_lexicon()).authors
    ('Anna Kessler',)
    """
    known = {str(name).lower(): value for name, value in record.items()}
    stated = _first(known, _DATE)
    crawled = _first(known, _CRAWLED)
    return Given(
        title=_first(known, _TITLE),
        authors=tuple(dict.fromkeys(name for value in _all(known, _AUTHORS) for name in read_stated(value, lexicon))),
        date=(parse_iso(stated) or parse_date(stated, lexicon)) if stated else None,
        sitename=_first(known, _SITENAME),
        description=_first(known, _DESCRIPTION),
        crawled=parse_iso(crawled) if crawled else None,
    )


def settle(metadata: Metadata, given: Given) -> Metadata:
    """Metadata of a page with what its record says: that fills what is not known, and where it says otherwise that is kept in the
    field's evidence."""
    changes: dict[str, Any] = {}
    evidence = dict(metadata.evidence)
    for name in ("title", "authors", "date", "sitename", "description"):
        value, own = getattr(given, name), getattr(metadata, name)
        if not value:
            continue
        text = "; ".join(value) if isinstance(value, tuple) else value
        if not own:
            changes[name] = value
            evidence[name] = Evidence(SOURCE, text, _CONFIDENCE)
        elif name in evidence and _key(name, own) != _key(name, value):
            item = evidence[name]
            evidence[name] = replace(item, against=(*item.against, (SOURCE, text)))
    return replace(metadata, **changes, evidence=evidence)


def _key(name: str, value: str | Sequence[str] | None) -> object:
    """What makes two values the same: days for dates, the names in any order for authors."""
    if name == "date":
        return str(value)[:_DAY]
    return frozenset(map(fold, value)) if isinstance(value, tuple) else fold(str(value))


def _all(known: Mapping[str, Any], names: Sequence[str]) -> list[str]:
    """The strings under the first of some names that holds any."""
    for name in names:
        value = known.get(name)
        items = value if isinstance(value, (list, tuple)) else [value]
        if texts := [text for item in items if isinstance(item, str) and (text := " ".join(item.split()))]:
            return texts
    return []


def _first(known: Mapping[str, Any], names: Sequence[str]) -> str | None:
    return next(iter(_all(known, names)), None)
