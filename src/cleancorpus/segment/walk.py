"""Walk: a parsed tree to blocks and elements, in one pass without recursion.

Every node of every page goes through here, so the state is kept in plain lists and what is done for each node is little: a page
has some 2,300 nodes, and a microsecond for each is more than parsing takes. Image alternatives are no text of the page; they are
kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from cleancorpus.block import Block, Kind, Markup, Span
from cleancorpus.segment.style import hides
from cleancorpus.segment.tables import is_data_table
from cleancorpus.segment.tags import BLOCK, CONTROLS, EMPHASIS, INVISIBLE, KINDS, OUTER_WINS, SPACED

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from cleancorpus.segment.locate import Locator

CELL_SEPARATOR = " | "
_FALLBACKS = frozenset({"object", "audio", "video", "canvas", "map", "datalist"})
_TEXTLESS = frozenset({"img", "input", "svg"})
_CODE = frozenset({"script", "style"})
_LISTS = frozenset({"ul", "ol", "dl", "table"})
_CELLS = frozenset({"td", "th"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r" {2,}")
_BLANK = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")
"""White space that is not one space."""
_NAMED_BY = ("id", "role", "itemprop", "data-testid")
"""What says what an element is beside its classes; names for tests are for whoever keeps a site whose classes are made by
machines."""
_ELEMENTS = 2
"""For each block there may be, so many elements are taken note of; what stands in one that is not counts as its parent's."""
_AS_CODE, _AS_HEADING, _AS_TABLE, _AS_CONTROL = Kind.CODE, Kind.HEADING, Kind.TABLE, Kind.CONTROL
"""By name once: a member of an enumeration takes ten times as long to look up, and this is done for every node."""
_UNSEEN, _BREAK, _PICTURE, _APART, _PLAIN, _LINKED, _BOLD, _CONTROL = range(1, 9)
"""What an element does to the text in it; below `_APART` it is not walked into. Plain ones do nothing."""


class View(Enum):
    """As what a page is read."""

    BROWSER = "as a browser shows it at first"
    SCRIPTLESS = "as it is shown where scripts do not run"
    UNHIDDEN = "with what its own scripts will unhide"


def _sort_tags(view: View) -> dict[str, int]:
    """What each tag does in a view; those that are not here, and have no hyphen, are plain."""
    return {
        **dict.fromkeys(EMPHASIS, _BOLD),
        **dict.fromkeys(CONTROLS, _CONTROL),
        **dict.fromkeys(BLOCK, _APART),
        **dict.fromkeys(INVISIBLE - ({"noscript"} if view is View.SCRIPTLESS else set()), _UNSEEN),
        "a": _LINKED,
        "br": _BREAK,
        "img": _PICTURE,
    }


_SORTS = {view: _sort_tags(view) for view in View}


def _kind_inside(tag: str, outer: Kind) -> Kind:
    """Kind of the text that stands directly in an element inside one of another kind."""
    own = KINDS.get(tag)
    if own is Kind.CODE:
        return Kind.CODE
    if tag in _LISTS:
        return Kind.RUN
    kind = outer if outer in OUTER_WINS else own or Kind.RUN
    if own is not None and (
        (kind is Kind.QUOTE and own in {Kind.HEADING, Kind.LIST_ITEM}) or (kind is Kind.LIST_ITEM and own is Kind.HEADING)
    ):
        return own
    return kind


_KINDS_INSIDE = {outer: {tag: _kind_inside(tag, outer) for tag in BLOCK} for outer in Kind}
"""The same as a table; a custom element is like a ``div``."""


class _Open(NamedTuple):
    """A block-level element that is open while the walk is inside it."""

    number: int
    """Index in `Walker.elements`; -1 for the document."""
    path: str
    kind: Kind
    level: int
    data_table: bool
    """Inside a table of data: its rows are blocks."""
    kinds: dict[str, Kind]
    """Kinds of the elements directly inside, by tag."""
    shown: bool
    """Whether the page shows what is inside before any script has run."""


class Walker:
    """One walk over a tree. Holds the open elements and the current run of text."""

    def __init__(self, locator: Locator, view: View, most: int) -> None:
        self.blocks: list[Block] = []
        self.elements: list[list[Any]] = []
        """Fields of each `Element`, in document order."""
        self.alts: list[str] = []
        self.scriptless = 0
        """Code points of text shown only where scripts do not run."""
        self.hidden = 0
        """Code points of the blocks that the markup hides, until a script shows them or for ever."""
        self._shows_hidden = view is View.UNHIDDEN
        self._sorts = _SORTS[view]
        self._locator = locator
        self._most = most
        """Blocks; what would be more is gathered in one that is the last."""
        self._opened: list[tuple[LexborNode, int, str, dict[str, int]]] = []
        """Of each open element its node, its sort, and path and counts of the element around it."""
        self._path = ""
        """XPath of the innermost open element, be it inline or not."""
        self._counts: dict[str, int] = {}
        """How many children of each tag it has had."""
        self._top = _Open(-1, "/", Kind.RUN, 0, False, _KINDS_INSIDE[Kind.RUN], True)
        self._stack: list[_Open] = []
        """The open block-level elements around the innermost, which is ``_top``."""
        self._fresh_link = False
        """A link has begun whose text is still to come: links around pictures are none to read."""
        self._link = self._bold = self._control = self._row = self._images = 0
        self._times: list[str] = []
        self._rel_author = False
        self._pieces: list[str] = []
        """Text of the next block, as far as it has been read."""
        self._first = self._last = ""
        """Its first and last text node."""
        self._nodes = self._placed = 0
        """How many it has, and how many had when its place in the source was looked up."""
        self._begin: int | None = None
        self._end: int | None = None
        """Offsets of the first and of the last that is placed."""
        self._hidden: list[Span] = []
        """Where what the page hides between them stands."""
        self._asides: list[Block] = []
        """Blocks of what it hides in the midst of this one; they come behind it."""
        self._link_chars = self._links = self._inner_links = self._bold_chars = self._control_chars = 0
        self._breaks = 0
        """Line breaks since the last text: two of them set text apart as a blank line does."""

    def walk(self, root: LexborNode) -> None:
        """Visit every node below and including ``root`` in document order."""
        node, opened = root, self._opened
        while True:
            if node.is_text_node:
                raw = node.text_content or ""
                if not raw or raw.isspace():  # every other one, between tags
                    self._add_space(raw)
                else:
                    self._add_text(raw)
            elif (tag := node.tag) is not None and node.is_element_node and self._enter(tag, node):
                if (child := node.first_child) is not None:
                    node = child
                    continue
                node = self._leave()
            following = node.next if opened else None
            while following is None and opened:
                node = self._leave()
                following = node.next if opened else None
            if following is None:
                break
            node = following
        if len(self.blocks) >= self._most and self._first:
            self._flush_rest()
        self._flush()

    def _enter(self, tag: str, node: LexborNode) -> bool:
        """Take in an element; whether it was opened and the walk is to go into it."""
        counts = self._counts
        number = counts[tag] = counts.get(tag, 0) + 1
        sort = self._sorts.get(tag) or (_APART if "-" in tag else _PLAIN)
        if sort == _UNSEEN:
            self._pass_invisible(tag, node)
            return False
        attributes = node.attributes
        shown = self._top.shown
        if ("hidden" in attributes or "style" in attributes or tag == "dialog") and shown and self._hides(tag, attributes):
            if sort != _APART or self._row:
                self._set_aside(node, tag, number)
                return False
            shown = False
        if sort < _APART:
            self._take_void(sort, attributes)
            return False
        self._opened.append((node, sort, self._path, counts))
        self._path = f"{self._path}/{tag}[{number}]"
        self._counts = {}
        if sort == _APART:
            self._open(tag, attributes, node, shown=shown)
        else:
            self._open_inline(tag, sort, attributes, node)
        return True

    def _leave(self) -> LexborNode:
        """Close the innermost open element."""
        node, sort, self._path, self._counts = self._opened.pop()
        if sort == _APART:
            self._close()
        elif sort > _PLAIN:
            self._count_inline(sort, -1)
        return node

    def _take_void(self, sort: int, attributes: dict[str, str | None]) -> None:
        """Take in a line break or a picture."""
        if sort == _BREAK:
            self._break_line()
            return
        if not self._top.shown:
            return
        self._images += 1
        if alt := (attributes.get("alt") or "").strip():
            self.alts.append(alt)

    def _hides(self, tag: str, attributes: dict[str, str | None]) -> bool:
        """Whether an element is not shown in the view that is read."""
        if self._shows_hidden:
            return False
        if tag == "dialog" and "open" not in attributes:
            return hides({"hidden": "", **attributes})
        return hides(attributes)

    def _pass_invisible(self, tag: str, node: LexborNode) -> None:
        """Count what an element holds that nobody sees in the view that is read."""
        if tag == "noscript":
            self.scriptless += sum(len(text.strip()) for text in _texts_inside(node))
        elif tag in _FALLBACKS:
            self._pass_over(node)

    def _pass_over(self, node: LexborNode) -> None:
        """The locator learns that the texts of a subtree that nobody sees have gone by."""
        if self._placed != self._nodes:
            self._place()
        for text in _texts_inside(node):
            if (at := self._locator.find(text)) is not None and self._nodes:
                self._hidden.append(self._locator.stretch(at))

    def _set_aside(self, node: LexborNode, tag: str, number: int) -> None:
        """Take in what is hidden between the words of a block, or in a cell of its row, by a walk of its own: its blocks come
        behind that one, which stays whole."""
        if self._placed != self._nodes:
            self._place()
        inner = Walker(self._locator, View.UNHIDDEN, self._most)
        inner.elements.append([tag, -1, "", 0, 0, False])
        inner._sorts, inner._path, inner._counts = self._sorts, self._path, {tag: number - 1}
        inner._top = self._top._replace(number=0)
        inner._link, inner._bold, inner._control = self._link, self._bold, self._control
        inner.walk(node)
        for block in inner.blocks:
            if self._nodes and block.span:
                self._hidden.append(block.span)
            if block.markup is not None:
                markup = block.markup._replace(element=self._top.number, images=0, times=(), rel_author=False, shown=False)
                self._put_aside(replace(block, markup=markup))

    def _put_aside(self, block: Block) -> None:
        """Keep a block for later; where no more may be, its text is gathered with what follows."""
        if len(self.blocks) >= self._most:
            self._add_rest(block.text)
        else:
            self._asides.append(block)

    def _open(self, tag: str, attributes: dict[str, str | None], node: LexborNode, *, shown: bool) -> None:
        outer = self._top
        if self._row:  # a cell, or a block inside a cell of a data row: the row stays one run
            if self._first:
                self._pieces.append(CELL_SEPARATOR if tag in _CELLS else " ")
            self._row += 1
        elif self._first or self._pieces or self._breaks or self._asides:
            self._flush()
        kind = outer.kinds.get(tag) or outer.kinds["div"]
        level = _LEVELS.get(tag) or outer.level if kind is _AS_HEADING else 0
        data_table = outer.data_table if tag != "table" else is_data_table(node)
        if tag == "tr" and data_table:
            kind = _AS_TABLE
            self._row = self._row or 1
        kinds = outer.kinds if kind is outer.kind else _KINDS_INSIDE[kind]
        self._stack.append(outer)
        if len(self.blocks) >= self._most or len(self.elements) >= _ELEMENTS * self._most:
            self._top = outer._replace(shown=shown)
            return
        self._top = _Open(len(self.elements), self._path, kind, level, data_table, kinds, shown)
        names = _names(attributes) if attributes else ""
        if "-" in tag:  # a site's own element says by its tag what it holds: "product-reviews"
            names = f"{tag} {names}" if names else tag
        self.elements.append([tag, outer.number, names, len(self.blocks), 0, False])

    def _close(self) -> None:
        if self._row:
            self._row -= 1
            self._pieces.append(" ")
        if not self._row and (self._pieces or self._breaks or self._asides):
            self._flush()
        self.elements[self._top.number][4] = len(self.blocks)
        self._top = self._stack.pop()

    def _open_inline(self, tag: str, sort: int, attributes: dict[str, str | None], node: LexborNode) -> None:
        if sort != _PLAIN:
            self._count_inline(sort, 1)
            if sort == _LINKED:
                self._fresh_link = True
                self._inner_links += not _leads_away(attributes)
        if tag in SPACED and self._pieces and self._top.kind is not _AS_CODE and _follows_closely(node):
            self._pieces.append(" ")
        if not self._top.shown:
            return
        if tag == "input" and self._top.number >= 0 and (attributes.get("type") or "").lower() == "email":
            self.elements[self._top.number][5] = True
        if tag == "time" and (moment := attributes.get("datetime")):
            self._times.append(moment)
        if ("rel" in attributes or "itemprop" in attributes) and _names_author(attributes):
            self._rel_author = True

    def _count_inline(self, sort: int, step: int) -> None:
        if sort == _LINKED:
            self._link += step
        elif sort == _BOLD:
            self._bold += step
        else:
            self._control += step

    def _break_line(self) -> None:
        self._breaks += 1
        if self._breaks > 1 and self._top.kind is not _AS_CODE and not self._row:
            self._flush()
        else:
            self._pieces.append("\n")

    def _add_space(self, raw: str) -> None:
        # Inside code line ends speak; elsewhere only <br> does, which adds its own.
        if self._top.kind is _AS_CODE:
            self._pieces.append(raw)
        elif self._first:
            self._pieces.append(" ")

    def _add_text(self, raw: str) -> None:
        text = _BLANK.sub(" ", raw) if _has_blanks(raw) else raw
        self._breaks = 0
        self._pieces.append(raw if self._top.kind is _AS_CODE else text)
        self._first = self._first or raw
        self._last = raw
        self._nodes += 1
        if self._link:
            self._link_chars += len(text)
            self._links += self._fresh_link
            self._fresh_link = False
        if self._bold:
            self._bold_chars += len(text)
        if self._control:
            self._control_chars += len(text)

    def _place(self) -> None:
        """Find the gathered text in the source as far as it goes: texts that go by come behind it."""
        if not self._placed:
            self._begin = self._end = self._locator.find(self._first)
        if self._nodes > 1:
            self._end = self._locator.find(self._last)
        self._placed = self._nodes

    def _start_run(self) -> None:
        """Begin to gather the text of the next block."""
        self._pieces = []
        self._first = self._last = ""
        self._nodes = self._placed = 0
        self._link_chars = self._links = self._inner_links = self._bold_chars = self._control_chars = 0
        self._breaks = 0

    def _flush(self) -> None:
        """Make a block of the text that was gathered, if there was any, and another of what was hidden in it."""
        if not self._first:
            self._pieces = []
            self._breaks = 0
            if self._asides:
                self._flush_asides()
            return
        if len(self.blocks) >= self._most:
            self._pieces.append("\n")
            return
        top = self._top
        joined = "".join(self._pieces)
        is_code = top.kind is _AS_CODE
        text = joined.strip("\n") if is_code else _tidy(joined)
        kind = _AS_CONTROL if self._control_chars * 2 > len(text) and top.kind is not _AS_TABLE else top.kind
        markup = Markup(
            top.number,
            min(self._link_chars, len(text)),
            self._links,
            min(self._bold_chars, len(text)),
            top.level if kind is _AS_HEADING else 0,
            tuple(self._times),
            self._images,
            self._rel_author,
            tuple(self._hidden),
            top.shown,
            self._inner_links,
        )
        if self._placed != self._nodes:
            self._place()
        span = self._locator.span(self._begin, self._end, keep_spaces=is_code)
        if not top.shown:  # what pictures, moments and authors were shown before belongs to what is shown next
            markup = markup._replace(times=(), images=0, rel_author=False)
            self.hidden += len(text)
        self.blocks.append(Block(text, kind, span, top.path, markup=markup))
        self._start_run()
        if self._hidden:
            self._hidden = []
        if top.shown:
            self._images = 0
            self._rel_author = False
            if self._times:
                self._times = []
        if self._asides:
            self._flush_asides()

    def _flush_asides(self) -> None:
        """Set down the blocks of what was hidden in the one before."""
        asides, self._asides = self._asides, []
        for block in asides:
            if len(self.blocks) >= self._most:
                self._add_rest(block.text)
            else:
                self.blocks.append(block)
                self.hidden += len(block.text)

    def _add_rest(self, text: str) -> None:
        """Gather what was hidden where no more blocks may be: the last one has no place in the source."""
        self._pieces += [text, "\n"]
        self._first = self._first or text
        self._nodes = self._placed = max(1, self._nodes)
        self._begin = self._end = None

    def _flush_rest(self) -> None:
        """Make one block, of the page as a whole, of all that came behind the last one there may be."""
        self._most += 1
        number, path = 0, f"/{self.elements[0][0]}[1]"
        self._top = _Open(number, path, Kind.RUN, 0, False, _KINDS_INSIDE[Kind.RUN], True)
        self._flush()
        self.elements[number][4] = len(self.blocks)


def _texts_inside(node: LexborNode) -> Iterator[str]:
    """Text nodes of a subtree that is not walked, but for code."""
    for item in node.traverse(include_text=True):
        if (
            item.is_text_node
            and (parent := item.parent) is not None
            and parent.tag not in _CODE
            and (text := item.text_content or "").strip()
        ):
            yield text


def _leads_away(attributes: dict[str, str | None]) -> bool:
    """Whether a link leads off the page: not one to a place on it, nor one that calls a script."""
    target = (attributes.get("href") or "#").lstrip()
    return not target.startswith(("#", "javascript:"))


def _names_author(attributes: dict[str, str | None]) -> bool:
    return "author" in f"{attributes.get('rel') or ''} {attributes.get('itemprop') or ''}".lower().split()


def _names(attributes: dict[str, str | None]) -> str:
    """Class, id, role, itemprop and name for tests of an element, as they are."""
    own = attributes.get("class") or ""
    if len(attributes) == 1 and own:
        return own
    rest = map(attributes.get, _NAMED_BY)
    return " ".join([name for name in (own, *rest) if name])


def _has_blanks(text: str) -> bool:
    """Whether white space in a text is not one space: asked in words that a search finds fast, for most have none."""
    return "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text


def _follows_closely(node: LexborNode) -> bool:
    """Whether the element before is of the same sort, with no text between; comments and pictures between do not count."""
    before = node.prev
    while before is not None and (before.is_comment_node or before.tag in _TEXTLESS):
        before = before.prev
    return before is not None and before.is_element_node and before.tag in SPACED


def _tidy(text: str) -> str:
    """White space as a browser shows it: runs are one space, ``<br>`` is a line end without spaces around it."""
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))
