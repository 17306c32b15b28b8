"""JSON-LD: the objects that speak about this page, among all that it embeds. What cannot be read as JSON counts as none."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cleancorpus.language.fold import fold

_ARTICLE_TYPES = ("article", "posting", "report", "review", "recipe", "question")
_PAGE_TYPES = ("webpage", "itempage", "aboutpage", "faqpage", "qapage")
_MAX_DEPTH = 6
_MAX_NODES = 2_000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*$"
)
_LAST_COMMA = re.compile(r",(\s*[}\]])")
_BETWEEN_VALUES = re.compile(r"[\s;,]*")


@dataclass(frozen=True, slots=True)
class Article:
    """What one object of the page's JSON-LD says. None and empty where it says nothing."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    """Names of persons, and names of which it is not said what bears them."""
    organisations: tuple[str, ...] = ()
    """Authors that it calls organisations."""
    published: str | None = None
    created: str | None = None
    modified: str | None = None
    publisher: str | None = None
    description: str | None = None
    image: str | None = None
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a page's JSON-LD says."""

    article: Article = field(default_factory=Article)
    """Of the article that it is about."""
    page: Article = field(default_factory=Article)
    """Of the web page as such: software writes that of every page, articles and others."""
    types: frozenset[str] = frozenset()
    """Lower-cased names of all types outside lists of other pages."""


def read_embedded(scripts: Sequence[str], titles: Sequence[str] = ()) -> Embedded:
    """What the JSON-LD scripts of a page say of it; all of it empty if they say nothing.

    Args:
        scripts: Text of each script.
        titles: The page's title as it is known otherwise: of several articles the one with that headline is meant.
    """
    nodes = list(_nodes(scripts))
    if not nodes:
        return Embedded()
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _choose([node for node in nodes if _is_told(node, _ARTICLE_TYPES)], titles)
    page = next((node for node in nodes if _is_told(node, _PAGE_TYPES)), None)
    return Embedded(
        _article_of(article, known) if article is not None else Article(),
        _article_of(page, known) if page is not None else Article(),
        frozenset(kind for node in nodes for kind in _types(node)),
    )


def _types(node: dict[str, Any]) -> list[str]:
    """Lower-cased names of a node's types: ``https://schema.org/NewsArticle`` is newsarticle."""
    return [re.split(r"[/#:]", kind)[-1].lower() for kind in _strings(node.get("@type"))]


def _is_told(node: dict[str, Any], endings: tuple[str, ...]) -> bool:
    told = any(node.get(key) for key in ("headline", "datePublished", "dateCreated", "author"))
    return bool(told) and any(kind.endswith(endings) for kind in _types(node))


def _choose(nodes: list[dict[str, Any]], titles: Sequence[str]) -> dict[str, Any] | None:
    wanted = {fold(title) for title in titles} - {""}
    named = (node for node in nodes if any(fold(text) in wanted for text in _strings(node.get("headline") or node.get("name"))))
    return next(named, nodes[0] if nodes else None)


def _article_of(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> Article:
    bearers = list(_bearers(node.get("author"), known))
    return Article(
        headline=_first(_strings(node.get("headline") or node.get("name"))),
        authors=tuple(dict.fromkeys(name for name, organisation in bearers if not organisation)),
        organisations=tuple(dict.fromkeys(name for name, organisation in bearers if organisation)),
        published=_first(_strings(node.get("datePublished"))),
        created=_first(_strings(node.get("dateCreated"))),
        modified=_first(_strings(node.get("dateModified"))),
        publisher=_first([name for name, _ in _bearers(node.get("publisher"), known)]),
        description=_first(_strings(node.get("description"))),
        image=_first(_urls(node.get("image"))),
        sections=tuple(_strings(node.get("articleSection"))),
        keywords=_keywords(node.get("keywords")),
        licence=_first(_urls(node.get("license"))),
    )


def _nodes(scripts: Sequence[str]) -> Iterator[dict[str, Any]]:
    for script in scripts:
        for value in _read_values(script):
            yield from _walk(value)


def _read_values(script: str) -> list[Any]:
    """The values of a script: one as a rule; several where they stand behind each other; none of what is no JSON.

    What sites get wrong most is mended: comment signs around it, a comma behind the last item, line ends inside strings.
    """
    text = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip()
    if text.startswith(("{&quot;", "[&quot;", "{ &quot;")):
        text = html.unescape(text)
    for attempt in (text, _LAST_COMMA.sub(r"\1", text)):
        try:
            return list(_decode_all(attempt))
        except (ValueError, RecursionError):
            continue
    return []


def _decode_all(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        yield value
        behind = _BETWEEN_VALUES.match(text, at)
        at = behind.end() if behind else at


def _walk(data: Any) -> Iterator[dict[str, Any]]:
    """Objects of a JSON-LD document, outer before inner; the inside of an article is not another article."""
    queue: list[tuple[Any, int]] = [(data, 0)]
    for _ in range(_MAX_NODES):
        if not queue:
            return
        node, depth = queue.pop(0)
        if isinstance(node, list) and depth < _MAX_DEPTH:
            queue[:0] = [(item, depth + 1) for item in node]
        elif isinstance(node, dict):
            yield node
            inner = [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(node.get(key), (list, dict))]
            if depth < _MAX_DEPTH:
                queue[:0] = [(item, depth + 1) for item in inner]


def _items(value: Any, depth: int = 0) -> Iterator[Any]:
    """A value, or the items of a list and of the lists in it, as far down as makes sense."""
    if not isinstance(value, list):
        yield value
    elif depth < _MAX_DEPTH:
        for item in value:
            yield from _items(item, depth + 1)


def _strings(value: Any) -> list[str]:
    return [text for item in _items(value) if isinstance(item, str) and (text := " ".join(html.unescape(item).split()))]


def _bearers(value: Any, known: dict[str, dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """(name, whether it is called an organisation) of what is given as text, object, reference or list."""
    for item in _items(value):
        node = known.get(item.get("@id", ""), item) if isinstance(item, dict) and isinstance(item.get("@id", ""), str) else item
        if isinstance(node, dict):
            organisation = any("organi" in kind or kind == "corporation" for kind in _types(node))
            yield from ((name, organisation) for name in _strings(node.get("name")))
        else:
            yield from ((name, False) for name in _strings(node))


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
