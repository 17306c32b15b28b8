"""JSON-LD: the objects that a page embeds as data. What cannot be read as JSON counts as none."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

_MAX_DEPTH = 6
_MAX_NODES = 2_000
_OPENING = re.compile(r"<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/")
_CLOSING = re.compile(r"(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)$")
_LONGEST_CLOSING = 32  # a search through all of a script would cost more than reading it
_LAST_COMMA = re.compile(r",(\s*[}\]])")
_BETWEEN_VALUES = re.compile(r"[\s;,]*")


def read_objects(scripts: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The objects of some scripts, outer before inner; none of what an article holds, which is another matter."""
    for script in scripts:
        for value in _read_values(script):
            yield from _walk(value)


def _read_values(script: str) -> list[Any]:
    """The values of a script: one as a rule; several where they stand behind each other; none of what is no JSON.

    What sites get wrong most is mended: comment signs around it, a comma behind the last item, line ends inside strings.
    """
    text = _unwrap(_unwrap(script))
    if text.startswith(("{&quot;", "[&quot;", "{ &quot;")):
        text = html.unescape(text)
    for mend in (str, _drop_last_commas):
        try:
            return list(_decode_all(mend(text)))
        except (ValueError, RecursionError):
            continue
    return []


def _unwrap(script: str) -> str:
    """A script without the comment signs around it."""
    text = script.strip()
    opening, closing = _OPENING.match(text), _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
    return text[opening.end() if opening else 0 : closing.start() if closing else len(text)].strip()


def _drop_last_commas(text: str) -> str:
    return _LAST_COMMA.sub(r"\1", text)


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
