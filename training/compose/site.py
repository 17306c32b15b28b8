"""Sites: what one invented site sets around every article, written down line by line in a file of `sites/`.

Compositions drawn by code look like their one author; these were written by several hands, who did not know the features. What a
file may say stands in `sites/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from cleancorpus.role import Role
from training.compose.shelf import find_shelf
from training.folds import fold_of

SITES = Path(__file__).parent / "sites"
ROLES = frozenset(Role)
GROUPS = frozenset({"maybe", "repeat", "any", "shuffle", "choose", "body", "picture", "insert"})
PLACES = frozenset({"first", "last"})
_DIRECTIVE = re.compile(r"\[(/?)([a-z]+)(?: ([a-z0-9-]+))?\]$")


class SiteError(ValueError):
    """A file that cannot be read as a site."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")


@dataclass(frozen=True, slots=True)
class Text:
    """One line, its placeholders not filled in; an empty one is a blank line."""

    text: str
    role: str = ""


@dataclass(slots=True)
class Group:
    """What stands between a directive and its end, in one part or, to choose from, in several."""

    kind: str
    argument: str = ""
    parts: list[list[Node]] = field(default_factory=lambda: [[]])

    @property
    def bounds(self) -> tuple[int, int]:
        """The argument as two numbers: ``3-8``, or ``60`` for both."""
        low, _, high = self.argument.partition("-")
        return int(low), int(high or low)


Node = Text | Group


@dataclass(frozen=True, slots=True)
class Site:
    """What stands in one file."""

    name: str
    language: str
    nodes: tuple[Node, ...]

    @property
    def fold(self) -> int:
        """Models that are validated on its articles' fold do not learn from it. Where articles of its language were written, all
        are of one fold, and so are its sites."""
        return fold_of(self.name if find_shelf(self.language) is None else self.language)


@cache
def read_sites(folder: Path = SITES) -> tuple[Site, ...]:
    """Every site of a folder, by name.

    Raises:
        SiteError: A file is none.
    """
    return tuple(read_site(path) for path in sorted(folder.glob("*.txt")))


def read_site(path: Path) -> Site:
    """The site of a file.

    Raises:
        SiteError: It is none.
    """
    return parse_site(path.read_text(encoding="utf-8"), path.stem)


def parse_site(text: str, name: str) -> Site:
    """The site of a file's text.

    Raises:
        SiteError: It has an unknown role or directive, an open one, no language, or not one title and one body.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    rows = [(number, line) for number, line in enumerate(lines, 1) if not line.startswith("#")]
    number, first = rows[0] if rows else (0, "")
    if not first.startswith("language: "):
        raise SiteError(name, f"line {number} is {first!r}, not 'language: code'")
    nodes = _parse(iter(rows[1:]), name)
    for found, wanted in ((_count(nodes, "body"), "[body]"), (_count_titles(nodes), "'title: {title}'")):
        if found != 1:
            raise SiteError(name, f"{found} times {wanted}; a page has one")
    return Site(name, first.removeprefix("language: "), tuple(nodes))


def _parse(rows: Iterator[tuple[int, str]], name: str) -> list[Node]:
    top = Group("site")
    stack = [top]
    for number, line in rows:
        match = _DIRECTIVE.match(line.strip())
        place = f"{name}:{number}"
        if match is None:
            stack[-1].parts[-1].append(_read_line(line, place))
        elif match[1]:
            if match[2] != stack[-1].kind:
                raise SiteError(place, f"{line!r} closes [{stack[-1].kind}]")
            stack.pop()
        elif match[2] == "or" and stack[-1].kind == "choose":
            stack[-1].parts.append([])
        else:
            group = _open_group(match[2], match[3] or "", stack[-1].kind, place)
            stack[-1].parts[-1].append(group)
            stack.append(group)
    if len(stack) > 1:
        raise SiteError(name, f"[{stack[-1].kind}] is not closed")
    return top.parts[0]


def _read_line(line: str, place: str) -> Text:
    if not line.strip():
        return Text("")
    role, sign, text = line.partition(":")
    if not sign or role not in ROLES:
        raise SiteError(place, f"{line[:60]!r} begins with no role of {', '.join(sorted(ROLES))}")
    return Text(text.strip(), role)


def _open_group(kind: str, argument: str, outside: str, place: str) -> Group:
    if kind not in GROUPS:
        raise SiteError(place, f"[{kind}] is none of {', '.join(sorted(GROUPS))}")
    if (kind in {"picture", "insert"}) != (outside == "body"):
        raise SiteError(place, f"[{kind}] inside [{outside}]")
    numbered = re.fullmatch(r"\d+(-\d+)?", argument) is not None
    known = {"maybe": numbered, "repeat": numbered, "any": numbered, "insert": argument in {"", *PLACES}}
    if not known.get(kind, argument in {"", "spaced"}):
        raise SiteError(place, f"[{kind} {argument}]: the argument is not known")
    return Group(kind, argument)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, those of groups included."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            for part in node.parts:
                yield from walk(part)


def _count(nodes: Iterable[Node], kind: str) -> int:
    return sum(isinstance(node, Group) and node.kind == kind for node in walk(nodes))


def _count_titles(nodes: Iterable[Node]) -> int:
    return sum(isinstance(node, Text) and node == Text("{title}", "title") for node in walk(nodes))
