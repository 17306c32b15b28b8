"""Nesting: how deep a parser will be at each tag of a page, found out before it is let at it.

Tags alone do not say: an end tag closes nothing where a table, a select or another element stands between it and its start
tag, and pages are made that count on it. So the open elements are kept as the tree construction of the HTML standard keeps
them, as far as end tags need it. What it does with formatting across blocks and borders is followed only so far: a handful of
a million soups of tags are deeper than is found here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cleancorpus.segment.scan import ATTRIBUTE, RAW, SPACE

_LEAVES = (
    frozenset("area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr".split())
    | RAW
    | frozenset({"html", "head", "body"})
)
"""Elements without others inside, and those that a page has once, whatever it says."""
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RUBY = frozenset({"rb", "rp", "rt", "rtc"})
_IMPLIED = _RUBY | {"dd", "dt", "li", "optgroup", "option", "p"}
_LEVELS = {"table": 4, "p": 0}
"""Levels that an element brings: those of its rows and cells are a table's; a paragraph holds no other."""
_ITEMS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
"""Elements that the next of their kind closes, and which these are."""
_NO_WALLS = frozenset({"address", "div", "p"})
"""Elements through which it does so; other `_SPECIAL` ones are in the way."""
_CELLS = frozenset({"td", "th"})
_CLOSED_BY_NEXT = {
    **dict.fromkeys(_HEADINGS, _HEADINGS),
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option"}),
}
"""What each of these closes where it is the innermost open element."""
_IN_TABLE = frozenset("caption colgroup tbody thead tfoot tr td th".split())
_ROW_OF = ("tbody", "thead", "tfoot", "table")
_CELL_OF = ("tr", *_ROW_OF)
_TABLES = ("table", "template")
_CLOSED_ANYWHERE = _IN_TABLE | {"table"}
_CLOSED_IN_SCOPE = frozenset(
    "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header hgroup"
    " listing main menu nav ol pre search section summary ul applet marquee object li dd dt p h1 h2 h3 h4 h5 h6 select"
    " template".split()
)
"""Their end tags close all that is open inside them, up to a border. Those of others are stopped by any of the `_SPECIAL`."""
_HTML_IN = {"svg": frozenset({"foreignobject", "desc", "title"}), "math": frozenset("mi mo mn ms mtext".split())}
"""Drawings and formulas, and the elements of each in which there is HTML again."""
_ALWAYS_CUT = frozenset({"annotation-xml", "frameset"})
"""Whether HTML stands in the one depends on an attribute, and in the other nothing does that pages show."""
_CELL_LIKE = frozenset("caption td th applet marquee object template".split())
_CLOSE_PARAGRAPH = _HEADINGS | frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup"
    " hr li listing main menu nav ol p plaintext pre search section summary ul xmp".split()
)
"""Start tags that end a paragraph."""
_BORDERS = frozenset("applet caption table td th marquee object template select".split())
"""No end tag inside reaches an element outside, but for those of tables."""
_MORE_BORDERS = {"p": frozenset({"button"}), "li": frozenset({"ol", "ul"})}
"""What else is one for these."""
_SPECIAL = (_CLOSED_IN_SCOPE - {"dialog"}) | _CLOSED_ANYWHERE | RAW | {"form", "noscript", "plaintext"}
_BREAKS_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p"
    " pre ruby s small span strong strike sub sup table tt u ul var".split()
)
"""Start tags that end a drawing or formula which was left open."""
_ENDS_DRAWING = frozenset({"p", "br"})
_MOST_ADOPTED, _MOST_ADOPTIONS = 8, 256
MOST_PENDING = 32
"""Formatting elements whose parents were closed over them: a parser opens them again in every block that follows, so that a page
of n tags would have n squared elements."""


_FONT = frozenset({"color", "face", "size"})
_NAME = re.compile(rf"[{SPACE}/]*(=?[^{SPACE}/>=]*)")


def _sets_font(name: str, attributes: str) -> bool:
    """Whether a start tag is that of a font with one of the attributes by which it ends a drawing."""
    return name == "font" and any(
        (found := _NAME.match(item[0])) is not None and found[1].lower() in _FONT for item in ATTRIBUTE.finditer(attributes)
    )


class _Element(NamedTuple):
    """An open element."""

    name: str
    levels: int
    """How many it counts for."""
    returns: bool
    """A formatting element: where its parent is closed over it, a parser opens it again in every block."""
    foreign: bool
    """Part of a drawing or formula."""
    marked: bool
    """Whether it is one of the special ones, borders and so on."""


_GONE = _Element("", 0, returns=False, foreign=False, marked=False)
"""What stands for an element that was closed while those inside it stayed open."""


class Nesting:
    """The elements that are open where a page's tags have been read so far."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._depth = 0
        self._open: list[_Element] = []
        """Outermost first."""
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        """Where elements of each name stand there, ascending."""
        self._borders: list[int] = []
        """Where `_BORDERS` stand there."""
        self._special: list[int] = []
        """Where `_SPECIAL` ones do."""
        self._walls: list[int] = []
        """Special ones that keep an item from ending the one before it."""
        self._has_form = False
        """A form has begun, whose end tag is to come; another one in it is none."""
        self._adopted = 0
        """Formatting elements that were closed over blocks, and more: what becomes of the tree then is only roughly followed."""
        self._text = ""
        """Name of the element whose text comes next."""
        self._roots: list[int] = []
        """Drawings and formulas."""
        self._islands: list[int] = []
        """Elements of these with HTML in them."""
        self._cut: Counter[str] = Counter()
        """Start tags that were cut and whose end tags are to come."""
        self._pending: Counter[str] = Counter()
        """Formatting elements whose parents were closed over them."""
        self._outside: dict[int, Counter[str]] = {}
        """What was pending when a cell was opened: it is again when that closes, and not before."""

    def is_foreign(self) -> bool:
        """Whether what comes next is part of a drawing or formula, where other rules hold."""
        return bool(self._roots) and self._roots[-1] > (self._islands[-1] if self._islands else -1)

    def holds_text(self, name: str) -> bool:
        """Whether what follows a start tag is text up to its end tag, if it is not cut."""
        return name in RAW and not self.is_foreign()

    def open(self, name: str, attributes: str = "", *, ends: bool = False) -> bool:
        """Take in a start tag, its name in lower case; False where it has to be cut. ``ends``: it ends in ``/>``."""
        if name in _ALWAYS_CUT:
            return False
        if name in _FORMATTING and (
            (self._pending and self._pending.total() >= MOST_PENDING) or self._adopted >= _MOST_ADOPTIONS
        ):
            self._cut[name] += 1
            return False
        if self._roots or name in _HTML_IN:
            while (name in _BREAKS_OUT or _sets_font(name, attributes)) and self.is_foreign():
                self._close_to(self._roots[-1])
            if (foreign := self.is_foreign()) or name in _HTML_IN:
                return ends or self._push(name, 1, foreign=foreign)
        if name in _CLOSE_PARAGRAPH and self._places["p"] and (paragraph := self._reach("p")) >= 0:
            self._close_to(paragraph)
        if name in _LEAVES:
            self._text = name if name in RAW else ""
            if name == "input":
                self._close_select()
            return True
        if name in _IN_TABLE:
            return self._open_in_table(name)
        return self._open_html(name)

    def _open_html(self, name: str) -> bool:
        if (name == "form" and self._has_form) or (name == "select" and self._close_select()):
            return True
        self._close_before(name)
        stays = self._push(name, _LEVELS.get(name, 1), returns=name in _FORMATTING and name != "a")
        self._has_form |= stays and name == "form"
        return stays

    def _close_select(self) -> bool:
        """Close the select that is open here; whether there was one."""
        there = 0 <= self._border() == self._last_of(("select",))
        if there:
            self._close_to(self._border())
        return there

    def close(self, name: str) -> bool:
        """Take in an end tag; False where it has to be cut, as its start tag was."""
        if self._text == name:
            self._text = ""
            return True
        while name in _ENDS_DRAWING and self.is_foreign():
            self._close_to(self._roots[-1])
        if name in _ALWAYS_CUT:
            return False
        if name in self._cut:
            self._cut[name] -= 1
            if not self._cut[name]:
                del self._cut[name]
            return False
        innermost = bool(self._open) and self._open[-1].name == name
        place = len(self._open) - 1 if innermost else self._reach(name)  # as on most pages
        had_form = self._has_form
        self._has_form &= name != "form"
        if place < 0 and self._pending.get(name) and self._is_open_to_formatting():
            self._pending[name] -= 1
        if place < 0 or (name == "form" and not had_form):
            return True
        if name == "form":
            self._close_implied()
            self._close_alone(place)
        elif name in _FORMATTING:
            self._close_formatting(name, place)
        else:
            self._close_to(place, own=name)
        return True

    def _is_open_to_formatting(self) -> bool:
        """Whether an end tag reaches formatting that was opened again here: from a cell or outside of borders."""
        return not self._borders or self._open[self._borders[-1]].name in _CELL_LIKE

    def _close_alone(self, place: int) -> None:
        """Close an element and nothing that is inside it."""
        if place == len(self._open) - 1:
            self._close_to(place)
            return
        element = self._open[place]
        self._depth -= element.levels
        for places in (self._special, self._walls):
            if place in places:
                places.remove(place)
        self._forget(element.name, place)
        self._open[place] = _GONE

    def _forget(self, name: str, place: int) -> None:
        """Take an element off its name's places, and a name without any with it: a page may have a million names."""
        places = self._places[name]
        if places[-1] == place:
            places.pop()
        else:
            places.remove(place)
        if not places:
            del self._places[name]

    def _close_formatting(self, name: str, place: int) -> None:
        """Close a formatting element; blocks and formatting inside it stay open, all else does not (the adoption agency
        algorithm, which goes so far and no farther)."""
        first = bisect_right(self._special, place)
        if first == len(self._special):
            self._close_to(place, own=name)
            return
        if len(self._special) - first > _MOST_ADOPTED:
            self._adopted += 1
            return
        specials = set(self._special[first:])
        above = self._open[place + 1 :]
        stays = [at in specials or (item.name in _FORMATTING and not item.foreign) for at, item in enumerate(above, place + 1)]
        self._adopted += not all(stays)
        pending = self._pending.copy()
        self._close_to(place)
        self._pending = pending
        for item, kept in zip(above, stays, strict=True):
            if kept:
                self._push(item.name, item.levels, returns=item.returns, foreign=item.foreign)

    def _close_before(self, name: str) -> None:
        """Close what a start tag closes by itself."""
        top = self._open[-1].name if self._open else ""
        if name in _ITEMS:
            before = self._last_of(_ITEMS[name])
            if before >= 0 and self._walls[-1] <= before:
                self._close_to(before)
        elif name in _RUBY and self._last_of(("ruby",)) > self._border():
            self._close_implied()
        elif name == "a":
            self._close_link()
        elif name == "nobr" and (place := self._reach(name)) >= 0:
            self._close_formatting(name, place)
        elif name == "button" and (place := self._reach(name)) >= 0:
            self._close_to(place)
        elif name == "table" and self._last_of(("table",)) > self._last_of(("template", "caption", "td", "th")):
            self._close_to(self._places["table"][-1])
        elif top in _CLOSED_BY_NEXT.get(name, ()):
            self._close_to(len(self._open) - 1)

    def _close_implied(self) -> None:
        """Close the innermost elements whose end tags may be left out."""
        while self._open and self._open[-1].name in _IMPLIED:
            self._close_to(len(self._open) - 1)

    def _close_link(self) -> None:
        """There is one link at a time: the next one ends it, even where its end tag would be stopped."""
        if (place := self._reach("a")) >= 0:
            self._close_formatting("a", place)
        elif self._places["a"]:
            self._close_alone(self._places["a"][-1])

    def _reach(self, name: str) -> int:
        """Place of the element that an end tag of that name would close; -1 for none."""
        place = self._last_of(_HEADINGS if name in _HEADINGS else (name,))
        return -1 if place < 0 or self._is_stopped(name, place) else place

    def _is_stopped(self, name: str, place: int) -> bool:
        """Whether an end tag does not reach its start tag."""
        if self._open[place].foreign:
            return bool(self._islands) and place <= self._islands[-1] < len(self._open) - 1
        if name in _CLOSED_ANYWHERE:
            return self._last_of(_TABLES) > place
        if name in _CLOSED_IN_SCOPE or name in _FORMATTING or name == "form":
            return max(self._border(), self._last_of(_MORE_BORDERS.get(name, ()))) > place
        return bool(self._special) and self._special[-1] > place

    def _border(self) -> int:
        """Place of the innermost border; -1 for none."""
        return self._borders[-1] if self._borders else -1

    def _last_of(self, names: Iterable[str]) -> int:
        """Place of the innermost element with one of some names; -1 for none."""
        return max((places[-1] for name in names if (places := self._places.get(name))), default=-1)

    def _open_in_table(self, name: str) -> bool:
        """A part of a table closes all that is open since the part that it belongs to; outside of tables it is nothing."""
        if self._last_of(("table",)) <= self._last_of(("template",)):
            return True
        self._close_to(self._last_of(_CELL_OF if name in _CELLS else _ROW_OF if name == "tr" else ("table",)) + 1)
        return self._push(name, 0)

    def _push(self, name: str, levels: int, *, returns: bool = False, foreign: bool = False) -> bool:
        if self._depth + levels > self._most:
            self._cut[name] += 1
            return False
        place = len(self._open)
        self._depth += levels
        special = not foreign and name in _SPECIAL
        root = not foreign and name in _HTML_IN
        island = foreign and name in _HTML_IN[self._open[self._roots[-1]].name]
        self._open.append(_Element(name, levels, returns, foreign, special or root or island))
        self._places[name].append(place)
        if root:
            self._roots.append(place)
        elif island:
            for places in (self._islands, self._special, self._walls, self._borders):
                places.append(place)
        elif special:
            self._mark(name, place)
        return True

    def _mark(self, name: str, place: int) -> None:
        self._special.append(place)
        if name not in _NO_WALLS:
            self._walls.append(place)
        if name in _BORDERS:
            self._borders.append(place)
        if name in _CELL_LIKE and self._pending:
            self._outside[place] = self._pending
            self._pending = Counter()

    def _close_to(self, place: int, own: str = "") -> None:
        """Close the innermost elements down to a place; those of formatting but ``own`` are pending from then on."""
        while len(self._open) > place:
            name, levels, returns, foreign, marked = self._open.pop()
            at = len(self._open)
            if marked:
                for places in (self._special, self._walls, self._borders, self._roots, self._islands):
                    if places and places[-1] == at:
                        places.pop()
            if not name:
                continue
            self._forget(name, at)
            self._depth -= levels
            if name in _CELL_LIKE and not foreign:
                self._pending = self._outside.pop(at, Counter())
            elif returns and name != own:
                self._pending[name] += 1
