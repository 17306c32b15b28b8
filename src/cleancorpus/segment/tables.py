"""Tables: is it a table of data, whose rows are blocks, or is it a layout, whose cells are containers like any other?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LAYOUT = frozenset("table h1 h2 h3 h4 h5 h6 form article section nav header footer blockquote figure select textarea".split())
_SETS_APART = frozenset("p div ul ol".split())
_LONG_CELL = 800  # code points: a cell of data holds no article


def is_data_table(table: LexborNode) -> bool:
    """Whether a table holds data: two rows and two columns or more, and in its cells neither tables, headings nor columns of
    text."""
    rows = cells = apart = 0
    for node in table.traverse(include_text=True):
        tag = node.tag
        if node.is_text_node:
            if len(node.text_content or "") > _LONG_CELL:
                return False
        elif tag in {"td", "th"}:
            cells += 1
        elif tag == "tr":
            rows += 1
        elif tag in _SETS_APART:
            apart += 1
        elif tag in _LAYOUT and node.mem_id != table.mem_id:
            return False
    return rows > 1 and cells >= 2 * rows - 1 and apart <= cells
