"""What the page shows of itself: the blocks that metadata may be read from, each with where it stands and what its markup calls
it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from cleancorpus.block import Block, find_title
from cleancorpus.language.fold import COLONS
from cleancorpus.page import Element, InputKind, Page
from cleancorpus.role import Role

READABLE = frozenset(
    {Role.TITLE, Role.KICKER, Role.LEAD, Role.HEADING, Role.BODY, Role.BYLINE, Role.DATE, Role.CAPTION, Role.LEGAL}
)
"""Roles from which metadata may be read at all. Teasers, comments, navigation and promotion speak of other things."""
_ABOVE_TITLE = 6
"""Blocks above the title that still belong to the article's head: kicker, date line, byline, a line of social links."""
_BELOW_TITLE = 6
_BELOW_END = 4
_BESIDE = 2
_LONGEST_LABEL = 40  # code points
_FEWEST_TEASERS = 2
_MOST_LED = 3  # blocks from the title to a lead above byline and date
_DATED = frozenset({Role.BYLINE, Role.DATE})
_PICTURES = frozenset({Role.CAPTION, Role.ALT})
_MAY_INTRODUCE = _DATED | {Role.KICKER, Role.BODY}
"""What a line with a colon may be that an author's name follows."""
_SIGNED_WITH = _DATED | _PICTURES
_MOST_BESIDE = 12  # blocks looked at on either side
_OUTWARD = 3
"""Elements around a block that are asked for their names: a byline's class stands on it, its wrapper or the wrapper's wrapper."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block that speaks about the article."""

    block: Block
    in_head: bool
    """Whether it stands between the top of the article and its first paragraph."""
    under_title: bool = False
    """Whether it stands a few blocks below the title, before the first paragraph: where an article says when it came out."""
    beside_title: bool = False
    """The same, or on pages with markup right above the title: farther above, and in text there too, other stories are dated."""
    names: frozenset[str] = frozenset()
    """Lower-cased words of the names of the elements around it."""
    own_names: frozenset[str] = frozenset()
    """Those of its own element."""
    behind_end: bool = False
    """Whether it stands a few blocks behind the last paragraph: where an article is signed."""
    at_end: bool = False
    """The same, or the last paragraph itself: a signature there may look like one."""
    beside_date: bool = False
    """Whether a date line, or a block with a time element, is one of its two neighbours on either side."""
    among_teasers: bool = False
    """Whether it stands among the teasers of a text: whom it names wrote one of them."""
    below_teaser: bool = False
    """Whether it stands right below a teaser of a text, other names and days apart."""
    label: str = ""
    """The line of the frame right above, where that ends with a colon: "Media contact:"."""
    marked: bool = True
    """Whether it is of a page with markup; in plain text a line's role is all there is."""


def show(page: Page) -> tuple[Shown, ...]:
    """The readable blocks of a labelled page, in reading order; empty if there are none."""
    found = find_title(page.blocks)
    title, shows_title = found or 0, found is not None
    body = _find_first_paragraph(page.blocks, title)
    above = -1 if page.kind is InputKind.TEXT else _BESIDE
    near = title + _BELOW_TITLE if shows_title and page.kind is InputKind.TEXT else body  # a lead there may look like a paragraph
    last = max((at for at, block in enumerate(page.blocks) if block.role is Role.BODY), default=len(page.blocks))
    behind = _count_behind(page.blocks, last)
    dated = [_is_dated(block) for block in page.blocks]
    return tuple(
        Shown(
            block,
            title - _ABOVE_TITLE <= at <= max(body, near),
            shows_title and title < at <= min(body, title + _BELOW_TITLE),
            shows_title and title - above <= at <= min(body, title + _BELOW_TITLE),
            *_names_around(block, page.elements),
            0 < behind[at] <= _BELOW_END or (page.kind is InputKind.TEXT and _closes(page.blocks, at)),
            0 <= behind[at] <= _BELOW_END,
            any(dated[max(0, at - _BESIDE) : at + _BESIDE + 1]),
            page.kind is InputKind.TEXT and _is_among_teasers(page.blocks, at),
            page.kind is InputKind.TEXT and _is_below_teaser(page.blocks, at),
            _find_label(page.blocks, at),
            page.kind is InputKind.HTML,
        )
        for at, block in enumerate(page.blocks)
        if block.role in READABLE and is_seen(block)
    )


def is_seen(block: Block) -> bool:
    """Whether a block has text that readers see, and is no copy of another."""
    return bool(block.text) and not block.is_copy and (block.markup is None or block.markup.shown)


def _find_first_paragraph(blocks: Sequence[Block], title: int) -> int:
    """Place of the first paragraph below the title; of the second where a date line stands between, and bylines at most: then the
    first is a lead, whatever it is called. Number of the blocks where there is none."""
    bodies = (at for at in range(title + 1, len(blocks)) if blocks[at].role is Role.BODY)
    first = next(bodies, len(blocks))
    behind = first + 1
    while behind < len(blocks) and blocks[behind].role in _DATED:
        behind += 1
    dated = any(block.role is Role.DATE for block in blocks[first + 1 : behind])
    led = dated and first - title <= _MOST_LED and behind < len(blocks) and blocks[behind].role is Role.BODY
    led = led and (behind + 1 == len(blocks) or blocks[behind + 1].role is not Role.DATE)  # of a list each entry has its day
    return behind if led else first


def _count_behind(blocks: Sequence[Block], last: int) -> list[int]:
    """How far behind the last paragraph each block stands, pictures not counted; below 0 before it."""
    places = [*accumulate(block.role not in _PICTURES for block in blocks)]
    return [places[at] - places[last] if at > last else at - last for at in range(len(blocks))]


def _closes(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block stands between a paragraph and what is none of the article: what is taken for one farther below may be
    a teaser."""
    before, after = range(at - 1, max(at - _MOST_BESIDE, 0) - 1, -1), range(at + 1, min(at + _MOST_BESIDE, len(blocks)))
    above = next((blocks[near].role for near in before if blocks[near].role not in _PICTURES), None)
    below = next((blocks[near].role for near in after if blocks[near].role not in _SIGNED_WITH), None)
    return above is Role.BODY and below not in {None, Role.BODY, Role.HEADING}


def _is_among_teasers(blocks: Sequence[Block], at: int) -> bool:
    """Whether of the next blocks that are no byline and no date two above and one below are teasers: one above may lead away from
    the article's last paragraph. Where there is markup, that says whose a name is."""
    before = (blocks[near].role for near in range(at - 1, max(at - _MOST_BESIDE, 0) - 1, -1))
    after = (blocks[near].role for near in range(at + 1, min(at + _MOST_BESIDE, len(blocks))))
    above = [*islice((role for role in before if role not in _DATED), _FEWEST_TEASERS)]
    below = next((role for role in after if role not in _DATED), None)
    return above == [Role.RELATED] * _FEWEST_TEASERS and below is Role.RELATED


def _is_below_teaser(blocks: Sequence[Block], at: int) -> bool:
    before = (blocks[near].role for near in range(at - 1, max(at - _MOST_BESIDE, 0) - 1, -1))
    return next((role for role in before if role not in _DATED), None) is Role.RELATED


def _find_label(blocks: Sequence[Block], at: int) -> str:
    above = blocks[at - 1] if at else None
    if above is None or above.role in _MAY_INTRODUCE or len(above.text) > _LONGEST_LABEL:
        return ""
    return above.text if above.text.rstrip().endswith(tuple(COLONS)) else ""


def _is_dated(block: Block) -> bool:
    return block.role is Role.DATE or (block.role is Role.BYLINE and block.markup is not None and bool(block.markup.times))


def _names_around(block: Block, elements: Sequence[Element]) -> tuple[frozenset[str], frozenset[str]]:
    """Words of the elements around a block, and of its own alone."""
    at = own = block.markup.element if block.markup is not None else -1
    names: frozenset[str] = frozenset()
    for _ in range(_OUTWARD):
        if not 0 <= at < len(elements):
            break
        names = names | elements[at].tokens if names else elements[at].tokens
        at = elements[at].parent
    return names, elements[own].tokens if 0 <= own < len(elements) else frozenset()
