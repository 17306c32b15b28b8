"""HTML to blocks in reading order, each with kind, path, span, link and DOM facts.

Every visible piece of text is in exactly one block; `segment.tags` says what is visible. A page that shows more text without
scripts
than with them (forums do), or hides more than it shows until a script has run, is read that way. Image alternatives are no
text of the
page: they are kept in `Statements.alts`. The tree is walked once, without recursion, into flat lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborHTMLParser

from cleancorpus.block import Block, Kind, Markup
from cleancorpus.page import Element, InputKind, Page
from cleancorpus.segment.locate import Locator
from cleancorpus.segment.statements import read_statements
from cleancorpus.segment.tables import is_data_table
from cleancorpus.segment.tags import BLOCK, CONTROLS, EMPHASIS, INVISIBLE, KINDS, OUTER_WINS, SPACED

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CELL_SEPARATOR = " | "
_MIN_UNSHOWN = 600  # code points: a request to enable JavaScript is shorter, a page that shows all without it longer
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FALLBACKS = frozenset({"object", "audio", "video", "canvas", "map", "datalist"})
_TEXTLESS = frozenset({"img", "input", "svg"})
_CODE = frozenset({"script", "style"})
_SPACES = re.compile(r" {2,}")
_BLANK = re.compile(r"[ \t\n\r\f]+")


def segment_html(html: str, source: str, url: str | None = None) -> Page:
    """The blocks of a page, in reading order.

    Args:
        html: What is parsed, after `guard_html`.
        source: The decoded source, of the same length; spans are offsets into it.
        url: Address of the page, if known.

    Returns:
        A page; without blocks if the HTML holds no visible text. Never raises on bad HTML.
    """
    tree = LexborHTMLParser(html)
    walker = _walk(tree, source, _View.BROWSER)
    most = max(_MIN_UNSHOWN, sum(len(block.text) for block in walker.blocks))
    if walker.scriptless > most:
        walker = _walk(tree, source, _View.SCRIPTLESS)
    elif walker.hidden > most:
        walker = _walk(tree, source, _View.UNHIDDEN)
    statements = read_statements(tree, tuple(walker.alts))
    return Page(InputKind.HTML, tuple(walker.blocks), tuple(walker.elements), statements, url)


class _View(Enum):
    """As what the page is read."""

    BROWSER = "as a browser shows it at first"
    SCRIPTLESS = "as it is shown where scripts do not run"
    UNHIDDEN = "with what its own scripts will unhide"


def _walk(tree: LexborHTMLParser, source: str, view: _View) -> _Walker:
    walker = _Walker(Locator(source, unseen_noscript=view is not _View.SCRIPTLESS), view)
    if (root := tree.root) is not None:
        walker.walk(root)
    return walker


@dataclass(slots=True)
class _Open:
    """A block-level element that is open while the walk is inside it."""

    index: int
    depth: int
    """Steps of its path: elements that are open around it, inline ones included, and itself."""
    kind: Kind
    level: int = 0
    data_table: bool = False
    """Inside a table of data: its rows are blocks."""


@dataclass(slots=True)
class _Run:
    """The text that is being gathered for the next block."""

    pieces: list[str] = field(default_factory=list)
    first: str = ""
    last: str = ""
    link_chars: int = 0
    links: int = 0
    bold_chars: int = 0
    control_chars: int = 0
    times: list[str] = field(default_factory=list)
    rel_author: bool = False
    breaks: int = 0
    """Line breaks since the last text: two of them set text apart as a blank line does."""


class _Walker:
    """One walk over a tree. Holds the open elements and the current run of text."""

    def __init__(self, locator: Locator, view: _View) -> None:
        self.blocks: list[Block] = []
        self._rows: list[list[Any]] = []
        self.alts: list[str] = []
        self.scriptless = 0
        """Code points of text shown only where scripts do not run."""
        self.hidden = 0
        """Code points of text that the markup hides, until a script shows it or for ever."""
        self._view = view
        self._invisible = INVISIBLE - {"noscript"} if view is _View.SCRIPTLESS else INVISIBLE
        self._locator = locator
        self._stack = [_Open(-1, 0, Kind.RUN)]
        self._steps: list[str] = []
        """XPath steps of all open elements."""
        self._counts: list[dict[str, int]] = [{}]
        """For each open element, and for the document, how many children of each tag it has had."""
        self._run = _Run()
        self._fresh_link = False
        """A link has begun whose text is still to come: links around pictures are none to read."""
        self._link = self._bold = self._control = self._row = self._images = 0

    def walk(self, root: LexborNode) -> None:
        """Visit every node below and including ``root`` in document order."""
        node = root
        while True:
            child = self._enter(node)
            if child is not None:
                node = child
                continue
            while True:
                following = node.next if node.mem_id != root.mem_id else None
                if following is not None:
                    node = following
                    break
                parent = node.parent
                if parent is None or node.mem_id == root.mem_id:
                    self._flush()
                    return
                self._leave(parent)
                node = parent

    def _enter(self, node: LexborNode) -> LexborNode | None:
        """Take in a node; its first child if the walk is to go into it."""
        if node.is_text_node:
            self._add_text(node.text_content or "")
            return None
        tag = node.tag
        if tag is None or not node.is_element_node:
            return None
        counts = self._counts[-1]
        number = counts[tag] = counts.get(tag, 0) + 1
        if self._is_unseen(tag, node):
            return None
        if tag == "br":
            self._break_line()
            return None
        attributes = node.attributes
        if tag == "img":
            if alt := (attributes.get("alt") or "").strip():
                self.alts.append(alt)
            self._images += 1
            return None
        self._steps.append(f"{tag}[{number}]")
        self._counts.append({})
        if _sets_apart(tag):
            self._open(tag, attributes, node)
        else:
            self._open_inline(tag, attributes, node)
        child = node.first_child
        if child is None:
            self._leave(node)
        return child

    def _is_unseen(self, tag: str, node: LexborNode) -> bool:
        """Whether nobody sees what is in an element, in the view that is read; how much that is, is counted."""
        if tag in self._invisible:
            if tag == "noscript":
                self.scriptless += sum(len(text.strip()) for text in _texts_inside(node))
            elif tag in _FALLBACKS:
                self._pass_over(node)
            return True
        if self._view is not _View.UNHIDDEN and _is_hidden(tag, node.attributes):
            self.hidden += self._pass_over(node)
            return True
        return False

    def _pass_over(self, node: LexborNode) -> int:
        """Code points of a subtree that makes no blocks; the locator learns that its texts have gone by."""
        size = 0
        for text in _texts_inside(node):
            self._locator.pass_over(text)
            size += len(text.strip())
        return size

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if _sets_apart(tag):
            self._close()
        else:
            self._close_inline(tag)
        self._steps.pop()
        self._counts.pop()

    def _open(self, tag: str, attributes: dict[str, str | None], node: LexborNode) -> None:
        outer = self._stack[-1]
        in_row = self._row > 0
        if in_row:  # a cell, or a block inside a cell of a data row: the row stays one run
            separator = CELL_SEPARATOR if tag in {"td", "th"} else " "
            if self._run.pieces and self._run.first:
                self._run.pieces.append(separator)
        else:
            self._flush()
        kind = outer.kind if outer.kind in OUTER_WINS else KINDS.get(tag, Kind.RUN)
        if kind is Kind.QUOTE or (kind is Kind.LIST_ITEM and tag in KINDS and KINDS[tag] is Kind.HEADING):
            kind = KINDS[tag] if KINDS.get(tag) in {Kind.HEADING, Kind.CODE, Kind.LIST_ITEM} else kind
        if KINDS.get(tag) is Kind.CODE:
            kind = Kind.CODE
        elif tag in {"ul", "ol", "dl", "table"}:
            kind = Kind.RUN
        level = int(tag[1]) if KINDS.get(tag) is Kind.HEADING else outer.level if kind is Kind.HEADING else 0
        self._rows.append([tag, outer.index, _names(attributes), len(self.blocks), 0])
        opened = _Open(len(self._rows) - 1, len(self._steps), kind, level)
        opened.data_table = outer.data_table if tag != "table" else is_data_table(node)
        if tag == "tr" and opened.data_table:
            opened.kind = Kind.TABLE
            self._row += 1
        elif in_row:
            self._row += 1
        self._stack.append(opened)

    def _close(self) -> None:
        if self._row:
            self._row -= 1
            self._run.pieces.append(" ")
        if not self._row:
            self._flush()
        self._rows[self._stack.pop().index][4] = len(self.blocks)

    @property
    def elements(self) -> Iterator[Element]:
        """The elements in document order, once the walk is over."""
        return (Element(*row) for row in self._rows)

    def _open_inline(self, tag: str, attributes: dict[str, str | None], node: LexborNode) -> None:
        self._link += tag == "a"
        self._fresh_link = self._fresh_link or tag == "a"
        self._bold += tag in EMPHASIS
        self._control += tag in CONTROLS
        if tag in SPACED and self._run.pieces and self._stack[-1].kind is not Kind.CODE and _follows_closely(node):
            self._run.pieces.append(" ")
        if tag == "time" and (moment := attributes.get("datetime")):
            self._run.times.append(moment)
        if attributes and "author" in f"{attributes.get('rel') or ''} {attributes.get('itemprop') or ''}".lower().split():
            self._run.rel_author = True

    def _close_inline(self, tag: str) -> None:
        self._link -= tag == "a"
        self._bold -= tag in EMPHASIS
        self._control -= tag in CONTROLS

    def _break_line(self) -> None:
        run = self._run
        run.breaks += 1
        if run.breaks > 1 and self._stack[-1].kind is not Kind.CODE and not self._row:
            self._flush()
        else:
            run.pieces.append("\n")

    def _add_text(self, raw: str) -> None:
        run = self._run
        length = len(_BLANK.sub(" ", raw))
        if not raw.strip():
            run.pieces.append(raw if self._stack[-1].kind is Kind.CODE else " ")
            return
        run.breaks = 0
        # Inside code line ends speak; elsewhere only <br> does, which adds its own.
        run.pieces.append(raw if self._stack[-1].kind is Kind.CODE else _BLANK.sub(" ", raw))
        run.first = run.first or raw
        run.last = raw
        if self._link:
            run.link_chars += length
            run.links += self._fresh_link
            self._fresh_link = False
        if self._bold:
            run.bold_chars += length
        if self._control:
            run.control_chars += length

    def _flush(self) -> None:
        run, top = self._run, self._stack[-1]
        if not run.first:
            if run.pieces or run.breaks:
                self._run = _Run(times=run.times, rel_author=run.rel_author)
            return
        joined = "".join(run.pieces)
        text = joined.strip("\n") if top.kind is Kind.CODE else _tidy(joined)
        kind = top.kind
        if run.control_chars * 2 > len(text) and kind is not Kind.TABLE:
            kind = Kind.CONTROL
        markup = Markup(
            top.index,
            min(run.link_chars, len(text)),
            run.links,
            min(run.bold_chars, len(text)),
            top.level if kind is Kind.HEADING else 0,
            tuple(run.times),
            self._images,
            run.rel_author,
        )
        span = self._locator.locate(run.first, run.last, keep_spaces=top.kind is Kind.CODE)
        path = "/" + "/".join(self._steps[: top.depth])
        self.blocks.append(Block(text, kind, span, path, markup=markup))
        self._images = 0
        self._run = _Run()


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


def _sets_apart(tag: str) -> bool:
    return tag in BLOCK or "-" in tag


def _is_hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return tag == "dialog"
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN_STYLE.search(style or "") is not None


def _names(attributes: dict[str, str | None]) -> str:
    """Class, id, role and itemprop of an element, as they are."""
    if not attributes:
        return ""
    return " ".join([value for name in ("class", "id", "role", "itemprop") if (value := attributes.get(name))])


def _follows_closely(node: LexborNode) -> bool:
    """Whether the element before is of the same sort, with no text between; comments and pictures between do not count."""
    before = node.prev
    while before is not None and (before.is_comment_node or before.tag in _TEXTLESS):
        before = before.prev
    return before is not None and before.is_element_node and before.tag in SPACED


def _tidy(text: str) -> str:
    """White space as a browser shows it: runs are one space, ``<br>`` is a line end without spaces around it."""
    text = _SPACES.sub(" ", text)
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))
