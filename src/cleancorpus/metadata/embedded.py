"""Embedded: what a page says of itself in structured data, be it JSON-LD, microdata or RDFa: of its article, and of the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cleancorpus.language.fold import fold
from cleancorpus.metadata.jsonld import read_objects
from cleancorpus.page import Item, Statements

_ARTICLE_TYPES = ("article", "posting", "report", "review", "recipe", "question")
_PROSE_TYPES = ("article", "posting", "report")
"""Of these, what a page is about if it has only one: a lone review or question is more often a reader's."""
_PAGE_TYPES = ("webpage", "itempage", "aboutpage", "faqpage", "qapage")
_MAX_DEPTH = 6
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_SHORTEST_PART = 16  # folded code points: less may be in another headline by chance
_NAMES = {
    "title": "headline",
    "creator": "author",
    "date": "datePublished",
    "issued": "datePublished",
    "datepublished": "datePublished",
    "created": "dateCreated",
    "datecreated": "dateCreated",
    "datemodified": "dateModified",
    "modified": "dateModified",
    "articlesection": "articleSection",
}
"""Properties of microdata and RDFa, lower-cased, of schema.org and Dublin Core, as schema.org spells them."""


@dataclass(frozen=True, slots=True)
class Article:
    """What one object of the structured data says. None and empty where it says nothing."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    """Names of persons, and names of which it is not said what bears them."""
    organisations: tuple[str, ...] = ()
    """Authors that it calls organisations."""
    published: str | None = None
    created: str | None = None
    modified: str | None = None
    publisher: str | None = None
    person_publishes: bool = False
    """Whether it calls the publisher a person, as sites of one person do."""
    description: str | None = None
    image: str | None = None
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    licence: str | None = None


class Marked(NamedTuple):
    """What the markup describes as the page's article."""

    syntax: str = ""
    """``microdata`` or ``rdfa``; empty where it describes none."""
    article: Article = Article()
    types: frozenset[str] = frozenset()
    """Lower-cased names of its types."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a page's structured data say."""

    article: Article = field(default_factory=Article)
    """JSON-LD of the article that it is about."""
    page: Article = field(default_factory=Article)
    """JSON-LD of the web page as such: software writes that of every page, articles and others."""
    marked: Marked = field(default_factory=Marked)
    """Microdata or RDFa of the article."""
    types: frozenset[str] = frozenset()
    """Lower-cased names of all types of JSON-LD outside lists of other pages."""
    events: frozenset[str] = frozenset()
    """When events begin and end that JSON-LD tells of, as it has it."""
    strangers: frozenset[str] = frozenset()
    """Folded names of the authors of what else the markup describes: teasers, comments, reviews."""


def read_embedded(statements: Statements, titles: Sequence[str] = ()) -> Embedded:
    """What the structured data of a page say of it; all of it empty if they say nothing.

    Args:
        statements: What the page states.
        titles: The page's title as it is known otherwise: of several articles the one with that headline is meant. In markup
            teasers are articles as often as the article is: there one with another headline is never meant.
    """
    wanted = {fold(title) for title in titles} - {""}
    objects = list(read_objects(statements.jsonld))
    marked = _read_marked(statements.items, wanted)
    strangers = _read_strangers(statements.items, marked.article.authors)
    if not objects:
        return Embedded(marked=marked, strangers=strangers)
    known = {node["@id"]: node for node in objects if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _choose([node for node in objects if _is_told(node, _ARTICLE_TYPES)], wanted)
    page = next((node for node in objects if _is_told(node, _PAGE_TYPES)), None)
    return Embedded(
        _article_of(article, known) if article is not None else Article(),
        _article_of(page, known) if page is not None else Article(),
        marked,
        frozenset(name for node in objects for name in _types(node)),
        frozenset(_moments_of_events(objects)),
        strangers,
    )


def _moments_of_events(objects: Sequence[dict[str, Any]]) -> Iterator[str]:
    for node in objects:
        if any(kind.endswith("event") for kind in _types(node)):
            yield from (text for key in ("startDate", "endDate") for text in _strings(node.get(key)))


def _read_marked(items: Sequence[Item], wanted: set[str]) -> Marked:
    """The first item that is an article of the page's title, or the only one there is, in prose and without a headline."""
    outer = _all(items, into_articles=False)
    found = [(item, node) for item in outer if _is_told(node := _to_object(item), _ARTICLE_TYPES)]
    same = [pair for pair in found if wanted & _headlines(pair[1])]
    alike = [pair for pair in found if any(_is_part(one, other) for one in _headlines(pair[1]) for other in wanted)]
    nameless = [pair for pair in found if len(found) == 1 and not _headlines(pair[1]) and _is_told(pair[1], _PROSE_TYPES)]
    for item, node in same or alike or nameless:
        return Marked(str(item.syntax), _article_of(node, {}), frozenset(item.types))
    return Marked()


def _is_part(one: str, other: str) -> bool:
    """Whether of two folded headlines one is the other with a kicker or the site's name."""
    return min(len(one), len(other)) >= _SHORTEST_PART and (one in other or other in one)


def _read_strangers(items: Sequence[Item], own: Sequence[str]) -> frozenset[str]:
    authors = (name for item in _all(items, into_articles=True) for name in _article_of(_to_object(item), {}).authors)
    return frozenset(map(fold, authors)) - {"", *map(fold, own)}


def _all(items: Sequence[Item], *, into_articles: bool) -> Iterator[Item]:
    """Items and those that are values in them; what an article holds is another matter, and left out unless it is asked for."""
    queue = [*items]
    while queue:
        item = queue.pop(0)
        yield item
        if into_articles or not any(kind.endswith(_ARTICLE_TYPES) for kind in item.types):
            queue[:0] = [value for _, value in item.values if isinstance(value, Item)]


def _to_object(item: Item) -> dict[str, Any]:
    """An item as JSON-LD would have it."""
    node: dict[str, Any] = {"@type": [*item.types]}
    for name, value in item.values:
        node.setdefault(_NAMES.get(name, name), []).append(_to_object(value) if isinstance(value, Item) else value)
    return node


def _headlines(node: dict[str, Any]) -> set[str]:
    return {fold(text) for text in _strings(node.get("headline") or node.get("name"))} - {""}


def _types(node: dict[str, Any]) -> list[str]:
    """Lower-cased names of a node's types: ``https://schema.org/NewsArticle`` is newsarticle."""
    return [re.split(r"[/#:]", kind)[-1].lower() for kind in _strings(node.get("@type"))]


def _is_told(node: dict[str, Any], endings: tuple[str, ...]) -> bool:
    told = any(node.get(key) for key in ("headline", "datePublished", "dateCreated", "author"))
    return bool(told) and any(kind.endswith(endings) for kind in _types(node))


def _choose(nodes: list[dict[str, Any]], wanted: set[str]) -> dict[str, Any] | None:
    return next((node for node in nodes if wanted & _headlines(node)), nodes[0] if nodes else None)


def _article_of(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> Article:
    bearers = list(_bearers(node.get("author"), known))
    publishers = [_resolve(item, known) for item in _items(node.get("publisher"))]
    return Article(
        headline=_first(_strings(node.get("headline") or node.get("name"))),
        authors=tuple(dict.fromkeys(name for name, organisation in bearers if not organisation)),
        organisations=tuple(dict.fromkeys(name for name, organisation in bearers if organisation)),
        published=_first(_strings(node.get("datePublished"))),
        created=_first(_strings(node.get("dateCreated"))),
        modified=_first(_strings(node.get("dateModified"))),
        publisher=_first([name for name, _ in _bearers(publishers, known)]),
        person_publishes=any("person" in _types(item) for item in publishers if isinstance(item, dict)),
        description=_first(_strings(node.get("description"))),
        image=_first(_urls(node.get("image"))),
        sections=tuple(_strings(node.get("articleSection"))),
        keywords=_keywords(node.get("keywords")),
        licence=_first(_urls(node.get("license"))),
    )


def _items(value: Any, depth: int = 0) -> Iterator[Any]:
    """A value, or the items of a list and of the lists in it, as far down as makes sense."""
    if not isinstance(value, list):
        yield value
    elif depth < _MAX_DEPTH:
        for item in value:
            yield from _items(item, depth + 1)


def _strings(value: Any) -> list[str]:
    """The texts of a value, without the markup that some sites put into them."""
    texts = (_TAG.sub(" ", html.unescape(item)) for item in _items(value) if isinstance(item, str))
    return [text for item in texts if (text := " ".join(item.split()))]


def _bearers(value: Any, known: dict[str, dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """(name, whether it is called an organisation) of what is given as text, object, reference or list."""
    for item in _items(value):
        node = _resolve(item, known)
        if isinstance(node, dict):
            organisation = any("organi" in kind or kind == "corporation" for kind in _types(node))
            yield from ((name, organisation) for name in _strings(node.get("name")))
        else:
            yield from ((name, False) for name in _strings(node))


def _resolve(item: Any, known: dict[str, dict[str, Any]]) -> Any:
    """What a reference refers to; anything else as it is."""
    return known.get(item.get("@id", ""), item) if isinstance(item, dict) and isinstance(item.get("@id", ""), str) else item


def _urls(value: Any) -> list[str]:
    return [
        url
        for item in _items(value)
        for url in _strings((item.get("url") or item.get("contentUrl")) if isinstance(item, dict) else item)
    ]


def _keywords(value: Any) -> tuple[str, ...]:
    words = [word.strip() for text in _strings(value) for word in text.split(",")]
    return tuple(dict.fromkeys(word for word in words if word))


def _first(values: list[str]) -> str | None:
    return values[0] if values else None
