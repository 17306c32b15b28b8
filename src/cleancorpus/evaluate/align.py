"""Blocks of a document beside the typed parts of its gold page.

L3S-GN1 (Kohlschütter, Fankhauser & Nejdl, WSDM 2010) has coarser roles than ours. Ours are read as theirs:

    title                              title
    lead, heading, body                body
    caption, byline, date              supplement
    related                            related
    comment                            comment
    kicker, nav, promo, legal, alt,    boilerplate
    other

Its supplements are what belongs to the article without being its running text: captions, datelines, authors. The name of a
section above a title is boilerplate there. Its related links belong to the article; the teaser lists around it, related with
us, are boilerplate, so that our precision is low by definition. Its list holds elements and, after each, what is in it, down
to the text nodes: only the innermost speak, for they are what was marked (53 of 7,292 long texts have another role inside than
outside, 2026-11-25).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType

from cleancorpus.block import Block
from cleancorpus.evaluate.page import Alignment, GoldPage
from cleancorpus.language.fold import fold
from cleancorpus.role import Role

START = 40
"""Characters by which a block is known in a fixture's list."""
_LONG_PIECE = 60  # as in benchmarks/quality.py: a shorter piece of the body may be a phrase that stands elsewhere too
_OWN_WORDS = 20  # chosen by hand: a shorter key may stand by chance inside another text node
BOILERPLATE = "boilerplate"
L3S_ROLES = MappingProxyType(
    {Role.TITLE: "title", Role.LEAD: "body", Role.HEADING: "body", Role.BODY: "body"}
    | dict.fromkeys((Role.CAPTION, Role.BYLINE, Role.DATE), "supplement")
    | {Role.RELATED: "related", Role.COMMENT: "comment"}
    | dict.fromkeys((Role.KICKER, Role.NAV, Role.PROMO, Role.LEGAL, Role.ALT, Role.OTHER), BOILERPLATE)
)
"""Our role to the role of L3S-GN1 it is compared as."""


@dataclass(frozen=True, slots=True)
class RolePair:
    """The role a block should have, the one it has, and how sure the labeller was."""

    gold: str
    given: str
    score: float
    """Confidence of the given role, 0.0-1.0."""


def align_blocks(gold: GoldPage, blocks: Iterable[Block]) -> list[RolePair]:
    """A pair for each block that the gold speaks about, in reading order; none for the others. Empty without typed parts."""
    if not gold.parts:
        return []
    find = _FINDERS[gold.alignment](gold.parts)
    translate = L3S_ROLES.__getitem__ if gold.alignment is Alignment.SEGMENTS else str
    return [RolePair(role, translate(block.role), block.score) for block in blocks if (role := find(block.text)) is not None]


def parts_found(gold: GoldPage, blocks: Iterable[Block]) -> tuple[int, int] | None:
    """(typed parts that some block is the text of, typed parts); None where parts are no whole blocks, or there are none.

    A low share means that gold and document are cut differently, and that the role scores speak about a few blocks only.
    """
    if gold.alignment is Alignment.SEGMENTS or not gold.parts:
        return None
    key = fold if gold.alignment is Alignment.PARTS else _start
    wanted = Counter(key(text) for _, text in gold.parts if key(text))
    given = Counter(key(block.text) for block in blocks)
    return (wanted & given).total(), wanted.total()


_Finder = Callable[[str], str | None]
_Parts = tuple[tuple[str, str], ...]


class _Queue:
    """Roles by key, in order: the second block with a text takes the second role given for it; the last role stays."""

    def __init__(self, keyed: Iterable[tuple[str, str]]) -> None:
        self._roles: dict[str, deque[str]] = {}
        for role, key in keyed:
            if key:
                self._roles.setdefault(key, deque()).append(role)

    def take(self, key: str) -> str | None:
        """The next role of a key; None if there is none."""
        roles = self._roles.get(key)
        if not roles:
            return None
        return roles.popleft() if len(roles) > 1 else roles[0]


def _find_by_part(parts: _Parts) -> _Finder:
    """The role of the part with the same folded text, or body for a long piece of the body."""
    queue = _Queue((role, fold(text)) for role, text in parts)
    bodies = "".join(fold(text) for role, text in parts if role == Role.BODY)

    def find(text: str) -> str | None:
        key = fold(text)
        return queue.take(key) or (str(Role.BODY) if len(key) > _LONG_PIECE and key in bodies else None)

    return find


def _find_by_start(parts: _Parts) -> _Finder:
    queue = _Queue((role, _start(text)) for role, text in parts)
    return lambda text: queue.take(_start(text))


def _start(text: str) -> str:
    return " ".join(text.split())[:START].rstrip()


def _find_by_segments(parts: _Parts) -> _Finder:
    """The role that most of a block's letters have in the page's text nodes; boilerplate for what stands in none of them."""
    stream = _Stream(_innermost([(role, key) for role, text in parts if (key := fold(text))]))
    return lambda text: stream.find(key) if (key := fold(text)) else None


def _innermost(keyed: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Text nodes alone: without each element that is followed by the first text in it."""
    return [item for item, (_, after) in zip(keyed, [*keyed[1:], ("", "\0")], strict=True) if not item[1].startswith(after)]


class _Stream:
    """The text nodes of a page as one folded text with a role for each stretch, read from where the last block ended."""

    def __init__(self, keyed: list[tuple[str, str]]) -> None:
        self._roles = [role for role, _ in keyed]
        self._keys = [key for _, key in keyed]
        self._text = "".join(self._keys)
        self._starts = [0]
        for key in self._keys:
            self._starts.append(self._starts[-1] + len(key))
        self._bounds = frozenset(self._starts)
        self._at = 0

    def find(self, key: str) -> str:
        """Role of a block with that key."""
        place = self._place(key, self._at)
        if place is None:
            place = self._place(key, 0)
        if place is None:
            return self._role_of_pieces(key)
        self._at = place + len(key)
        return self._role_between(place, self._at)

    def _place(self, key: str, start: int) -> int | None:
        """Where a key stands; a short one has to be made of whole text nodes."""
        place = self._text.find(key, start)
        while place >= 0:
            if len(key) > _OWN_WORDS or (place in self._bounds and place + len(key) in self._bounds):
                return place
            place = self._text.find(key, place + 1)
        return None

    def _role_between(self, start: int, end: int) -> str:
        letters: Counter[str] = Counter()
        for index in range(bisect_right(self._starts, start) - 1, len(self._keys)):
            if self._starts[index] >= end:
                break
            letters[self._roles[index]] += min(end, self._starts[index + 1]) - max(start, self._starts[index])
        return letters.most_common(1)[0][0]

    def _role_of_pieces(self, key: str) -> str:
        """For a block of which some text nodes were left unmarked: those that are marked against the rest."""
        letters: Counter[str] = Counter()
        for role, piece in zip(self._roles, self._keys, strict=True):
            if len(piece) > _OWN_WORDS and piece in key:
                letters[role] += len(piece)
        letters[BOILERPLATE] += len(key) - letters.total()
        return letters.most_common(1)[0][0]


_FINDERS: dict[Alignment, Callable[[_Parts], _Finder]] = {
    Alignment.PARTS: _find_by_part,
    Alignment.STARTS: _find_by_start,
    Alignment.SEGMENTS: _find_by_segments,
}
