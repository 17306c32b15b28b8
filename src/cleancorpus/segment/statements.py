"""What the page states about itself outside its visible text: collected raw, judged in `metadata`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleancorpus.page import Statements
from cleancorpus.segment.items import read_items

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_LINK_RELS = frozenset({"canonical", "license", "amphtml"})
_MAX_META = 200  # pages have some 40; a flood of them is hostile
_MAX_JSONLD = 1_000_000
_OPEN_GRAPH = re.compile(r"\s*(?:og|article|fb|twitter):", re.IGNORECASE)
"""Properties of the page, wherever in it they stand."""
_SCOPES = frozenset({"itemscope", "typeof"})
_STATING = "title, meta, link[rel][href], a[rel~=license][href], script[type*='ld+json']"
"""One search for all: each goes through the whole tree."""
_DEEPEST = 512  # elements around one that are asked; what is deeper speaks of no page


def read_statements(tree: LexborHTMLParser, html: str, alts: tuple[str, ...]) -> Statements:
    """The statements of a page that was parsed from some HTML; empty fields where it makes none."""
    root = tree.root
    found: dict[str | None, list[LexborNode]] = {}
    for node in tree.css(_STATING):
        found.setdefault(node.tag, []).append(node)
    title = next((node for node in found.get("title", ()) if node.parent is None or node.parent.tag != "svg"), None)
    return Statements(
        title=" ".join((title.text() or "").split()) or None if title is not None else None,
        lang=(root.attributes.get("lang") or root.attributes.get("xml:lang")) if root is not None else None,
        meta=_read_meta(found.get("meta", ())),
        links=tuple(
            (rel, href)
            for node in (*found.get("link", ()), *found.get("a", ()))
            if (rel := _rel_of(node)) in _LINK_RELS and (href := node.attributes.get("href"))
        ),
        jsonld=tuple(
            text for node in found.get("script", ()) if (text := node.text(deep=True) or "") and len(text) <= _MAX_JSONLD
        ),
        alts=alts,
        items=read_items(tree, html),
    )


def _rel_of(node: LexborNode) -> str:
    words = (node.attributes.get("rel") or "").lower().split()
    return "license" if "license" in words else " ".join(words)


def _read_meta(nodes: Sequence[LexborNode]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for node in nodes[:_MAX_META]:
        attributes = node.attributes
        own = attributes.get("property") or ""
        if not _OPEN_GRAPH.match(own) and (own or not attributes.get("name")) and _is_of_item(node):
            continue
        name = own or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            pairs.append((name.strip().lower(), content.strip()))
    return tuple(pairs)


def _is_of_item(node: LexborNode) -> bool:
    """Whether an element in the body speaks of an item around it, which may be a teaser, and not of the page."""
    above = node.parent
    for _ in range(_DEEPEST):
        if above is None or above.tag in {"head", "body", "html"}:
            return False
        if not _SCOPES.isdisjoint(above.attributes):
            return True
        above = above.parent
    return True
