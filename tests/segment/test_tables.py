"""Tables of data against tables of layout."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleancorpus.segment.tables import is_data_table

CATCH = "<tr><th>Boat</th><th>Catch</th></tr><tr><td>Ida</td><td>12</td></tr><tr><td>Eva</td><td>9</td></tr>"


def is_data(inside: str) -> bool:
    table = LexborHTMLParser(f"<table>{inside}</table>").css_first("table")
    assert table is not None
    return is_data_table(table)


@pytest.mark.parametrize(
    "inside",
    [
        CATCH,
        f"<caption>Catch</caption><thead>{CATCH}</thead>",
        "<tr><td>Tên<td>Tuổi<tr><td>Hoa<td>12",
        "<tr><td><p>Ida</p></td><td><p>12</p></td></tr><tr><td><p>Eva</p></td><td><p>9</p></td></tr>",
        "<tr><th>Plan</th><th>Has</th></tr><tr><td>A</td><td><ul><li>x</li><li>y</li></ul></td></tr>",
        "<tr><th colspan=2>All</th></tr><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
        "<tr><td><a href=/a>a</a><td><b>b</b><br>c<tr><td>d<td><img src=x alt=y>",
    ],
)
def test_rows_and_columns_of_short_cells_are_data(inside: str) -> None:
    """Two rows and two columns or more of cells without columns of text hold data."""
    assert is_data(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<tr><td>only</td></tr>",
        "<tr><td>one</td><td>row</td></tr>",
        "<tr><td>one</td></tr><tr><td>column</td></tr><tr><td>alone</td></tr>",
        "<tr><td><h2>Head</h2></td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
        f"<tr><td>menu</td><td><table>{CATCH}</table></td></tr><tr><td>c</td><td>d</td></tr>",
        "<tr><td><form><input></form></td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
        "<tr><td><nav>a</nav></td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
        f"<tr><td>{'A long article in a cell. ' * 40}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
        "<tr><td><p>a</p><p>b</p><p>c</p></td><td>x</td></tr><tr><td><p>d</p><p>e</p></td><td>y</td></tr>",
    ],
)
def test_frames_for_a_page_are_layout(inside: str) -> None:
    """One row, one column, or cells that hold headings, tables, forms or columns of text set out a page."""
    assert not is_data(inside)
