"""JSON-LD: the one object that speaks about this page's article, among all that the page embeds. Broken JSON counts as none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "Recipe", "WebPage")
_MAX_DEPTH = 6
_MAX_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Article:
    """What the page's JSON-LD says about its article. None and empty where it says nothing."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    description: str | None = None
    image: str | None = None
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


def read_article(scripts: Sequence[str]) -> Article:
    """The article of a page's JSON-LD scripts; an empty one if none describes an article."""
    nodes = list(_nodes(scripts))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for wanted in (_ARTICLE_TYPES[:-1], _ARTICLE_TYPES[-1:]):
        for node in nodes:
            types = _strings(node.get("@type"))
            told = node.get("headline") or node.get("datePublished") or node.get("author")
            if told and any(kind.endswith(wanted) for kind in types):
                return _article_of(node, known)
    return Article()


def _article_of(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> Article:
    return Article(
        headline=_first(_strings(node.get("headline") or node.get("name"))),
        authors=tuple(dict.fromkeys(_names(node.get("author"), known, people=True))),
        published=_first(_strings(node.get("datePublished") or node.get("dateCreated"))),
        modified=_first(_strings(node.get("dateModified"))),
        publisher=_first(_names(node.get("publisher"), known)),
        description=_first(_strings(node.get("description"))),
        image=_first(_urls(node.get("image"))),
        sections=tuple(_strings(node.get("articleSection"))),
        keywords=_keywords(node.get("keywords")),
    )


def _nodes(scripts: Sequence[str]) -> Iterator[dict[str, Any]]:
    for script in scripts:
        try:
            data = json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(data)


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
    return [text for item in _items(value) if isinstance(item, str) and (text := " ".join(item.split()))]


def _names(value: Any, known: dict[str, dict[str, Any]], *, people: bool = False) -> list[str]:
    """Names of persons or organisations given as text, object, reference or list; with ``people`` without organisations."""
    names: list[str] = []
    for item in _items(value):
        node = known.get(item.get("@id", ""), item) if isinstance(item, dict) and isinstance(item.get("@id", ""), str) else item
        if isinstance(node, dict):
            organisation = any("Organi" in kind for kind in _strings(node.get("@type")))
            names += [] if people and organisation else _strings(node.get("name"))
        else:
            names += _strings(node)
    return names


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
