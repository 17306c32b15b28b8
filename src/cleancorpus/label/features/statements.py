"""What a page states about its article, folded for comparison with its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cleancorpus.language.fold import fold
from cleancorpus.language.titles import fold_titles
from cleancorpus.page import Statements

_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"([A-Za-z]+)"')
_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*(?:\{[^{}]{0,400}?"name"\s*:\s*\[?\s*"([^"]{2,80})"|"([^"]{2,80})")')
_HEADLINE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){4,300})"')
_BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.){80,200000})"')
_LOOK = 200_000  # code points of JSON-LD that are looked at
_MIN_TITLE, _LONG_TITLE = 8, 15
_TYPES = (
    "Article NewsArticle BlogPosting ReportageNewsArticle TechArticle ScholarlyArticle AnalysisNewsArticle OpinionNewsArticle",
    "Product ProductGroup Offer AggregateOffer",
    "DiscussionForumPosting QAPage Question FAQPage",
    "ItemList CollectionPage SearchResultsPage",
)
STATES_ARTICLE, STATES_PRODUCT = 1 | 16 | 32, 2
"""Bits of a page that says it is an article, be it a review of something, or about a product."""
_TYPE_BIT = {name: 1 << bit for bit, names in enumerate(_TYPES) for name in names.split()}


@dataclass(frozen=True, slots=True)
class Stated:
    """Folded statements; empty where the page makes none."""

    titles: frozenset[str]
    """What may be the title: with and without the site's name."""
    longest: str
    """The longest of them."""
    long_titles: tuple[str, ...]
    """Those too long to stand in another text by chance."""
    shortest_long: int
    """Length of the shortest of these; 0 where there is none."""
    description: str
    authors: frozenset[str]
    body: str
    types: int
    """Bits for article, product, thread, listing; 16 where Open Graph says article, 32 where it reviews something."""


_NOTHING = Stated(frozenset(), "", (), 0, "", frozenset(), "", 0)


@lru_cache(maxsize=256)
def read_stated(statements: Statements) -> Stated:
    """The statements of one page in comparable form."""
    if not statements.meta and statements.title is None and not statements.jsonld:
        return _NOTHING
    data = "\n".join(statements.jsonld)[:_LOOK]
    titles = _titles(statements, data)
    names = [statements.meta_value("author", "article:author", "dc.creator", "parsely-author", "sailthru.author") or ""]
    names += [one or other for one, other in _AUTHOR.findall(data)]
    body = _BODY.search(data)
    types = 0
    for name in _TYPE.findall(data):
        types |= _TYPE_BIT.get(name, 0)
    types |= 32 * ('"itemReviewed"' in data)
    types |= 16 * ((statements.meta_value("og:type") or "").lower() == "article")
    return Stated(
        titles=frozenset(titles),
        longest=max(titles, key=lambda item: (len(item), item), default=""),
        long_titles=(long := tuple(sorted(title for title in titles if len(title) > _LONG_TITLE))),
        shortest_long=min(map(len, long), default=0),
        description=fold(statements.meta_value("og:description", "description", "twitter:description") or ""),
        authors=frozenset(key for name in names if len(key := fold(name)) > 3 and "://" not in name),
        body=fold(_unescape(body[1])) if body else "",
        types=types,
    )


def _titles(statements: Statements, data: str) -> list[str]:
    values = [statements.meta_value("og:title", "twitter:title"), statements.title]
    values += [_unescape(text) for text in _HEADLINE.findall(data)[:2]]
    return fold_titles(values)


_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}


def _unescape(text: str) -> str:
    """A JSON string's content."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _ESCAPED.get(match[2], match[2]), text)
