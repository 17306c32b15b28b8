"""Items: what markup says of the things on a page, as microdata and RDFa Lite have it. Collected raw, judged in `metadata`.

Sources: microdata of the HTML standard (WHATWG), RDFa Lite 1.1 (W3C Recommendation, 2015).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cleancorpus.page import Item, Syntax

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


class _Names(NamedTuple):
    """Attributes of one syntax."""

    sign: str
    """What stands in every source that has such an item; few others hold it. Scripts are full of ``typeof`` without a value."""
    scope: str
    """Begins an item."""
    kinds: str
    """Its types."""
    property: str


_ATTRIBUTES = {
    Syntax.MICRODATA: _Names("itemscope", "itemscope", "itemtype", "itemprop"),
    Syntax.RDFA: _Names("typeof=", "typeof", "typeof", "property"),
}
_MOST = 500
"""Properties that are read, and items: pages have some dozens; a flood of them is hostile."""
_MOST_NAMES = 4
"""Names of one property. An item has but one: under several it would stand several times in the one around it, and so on."""
_DEEPEST = 6  # items in one another
_LONGEST = 1_000  # code points of a value
_MOST_TEXT = 1_000_000
"""Code points of text inside properties that are read: where they stand in one another these add up to the square of the page."""
_SHOWN = frozenset({"articlebody", "text", "reviewbody", "commenttext"})
"""Properties that hold what the blocks hold."""
_ADDRESSES = frozenset({"url", "image", "license", "sameas", "mainentityofpage", "thumbnailurl", "contenturl", "logo"})
_LOCAL = re.compile(r"[^/#:]*$")


def read_items(tree: LexborHTMLParser, html: str) -> tuple[Item, ...]:
    """Every item that stands in no other, in document order: microdata first, then RDFa. Empty where the page has none.

    Args:
        tree: The parsed page.
        html: Its source: one without the sign of a syntax is not searched.
    """
    return tuple(item for syntax, names in _ATTRIBUTES.items() if names.sign in html for item in _read(tree, syntax, names))


def _read(tree: LexborHTMLParser, syntax: Syntax, names: _Names) -> Iterator[Item]:
    both = tree.css(f":is([{names.scope}], [{names.property}])")  # one search: each goes through the whole tree
    scopes = [node for node in both if names.scope in node.attributes][:_MOST]
    places = {node.mem_id: number for number, node in enumerate(scopes)}
    around = _Around(places, _find_referenced(tree, scopes) if syntax is Syntax.MICRODATA else {})
    found: list[list[tuple[str, LexborNode]]] = [[] for _ in scopes]
    for node in [node for node in both if names.property in node.attributes][:_MOST]:
        if (owner := around.find(node)) is not None:
            words = dict.fromkeys(map(_local, (node.attributes[names.property] or "").split()))
            most = 1 if node.mem_id in places else _MOST_NAMES
            found[owner] += [(name, node) for name in islice(filter(None, words), most)]
    items: list[Item | None] = [None] * len(scopes)
    height = [0] * len(scopes)
    texts = _Texts()
    inside: set[int] = set()
    for number in reversed(range(len(scopes))):  # what stands in another comes behind it
        values: list[tuple[str, str | Item]] = []
        for name, node in found[number]:
            inner = places.get(node.mem_id)
            value = texts.read(name, node) if inner is None else items[inner]
            if value and (inner is None or height[inner] < _DEEPEST):
                values.append((name, value))
                inside.update(() if inner is None else (inner,))
                height[number] = max(height[number], 0 if inner is None else height[inner] + 1)
        items[number] = Item(syntax, _kinds(scopes[number], names), tuple(values))
    yield from (item for number, item in enumerate(items) if item is not None and number not in inside)


def _find_referenced(tree: LexborHTMLParser, scopes: Sequence[LexborNode]) -> dict[int, int]:
    """Items by the elements that they name in their ``itemref`` as holding further properties of theirs."""
    wanted = {name: at for at, node in reversed([*enumerate(scopes)]) for name in (node.attributes.get("itemref") or "").split()}
    if not wanted:
        return {}
    named = ((node.mem_id, node.attributes.get("id")) for node in tree.css("[id]"))
    return {place: wanted[name] for place, name in named if name in wanted}


class _Around:
    """Which item a property belongs to: the nearest one around it, or that which names an element nearer still. Each node is
    looked at once."""

    def __init__(self, places: dict[int, int], referenced: dict[int, int]) -> None:
        self._places, self._referenced = referenced | places, referenced
        self._known: dict[int, int | None] = {}

    def find(self, node: LexborNode) -> int | None:
        if node.mem_id in self._referenced:
            return self._referenced[node.mem_id]
        passed: list[int] = []
        owner: int | None = None
        above = node.parent
        while above is not None:
            at = above.mem_id
            if at in self._places or at in self._known:
                owner = self._places[at] if at in self._places else self._known[at]
                break
            passed.append(at)
            above = above.parent
        self._known.update(dict.fromkeys(passed, owner))
        return owner


def _kinds(node: LexborNode, names: _Names) -> tuple[str, ...]:
    return tuple(name for word in (node.attributes.get(names.kinds) or "").split() if (name := _local(word)))


def _local(name: str) -> str:
    """The name in its vocabulary, lower-cased: ``https://schema.org/NewsArticle``, ``schema:NewsArticle`` are newsarticle."""
    match = _LOCAL.search(name)
    return match[0].lower() if match else ""


class _Texts:
    """Values of properties that are no items, up to so much text."""

    def __init__(self) -> None:
        self._left = _MOST_TEXT

    def read(self, name: str, node: LexborNode) -> str:
        """The value of a property; empty where it has none, and where too much was read."""
        if name in _SHOWN:
            return ""
        attributes = node.attributes
        value = attributes.get("content") or attributes.get("datetime")
        if value is None and name in _ADDRESSES:
            value = attributes.get("resource") or attributes.get("href") or attributes.get("src")
        if value is None and self._left > 0 and node.tag not in {"meta", "link", "img"}:
            value = node.text(deep=True, separator=" ")
            self._left -= len(value)
        return " ".join((value or "")[:_LONGEST].split())
