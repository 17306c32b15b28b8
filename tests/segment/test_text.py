"""Text to blocks: lines, their spans, and the blank lines between them."""

from __future__ import annotations

import pytest

from cleancorpus.block import Kind
from cleancorpus.page import InputKind
from cleancorpus.segment.text import segment_text


def lines(source: str) -> list[str]:
    return [block.text for block in segment_text(source).blocks]


def blanks(source: str) -> list[bool]:
    return [block.blank_before for block in segment_text(source).blocks]


@pytest.mark.parametrize("source", ["", " ", "\n", "\r\n\r\n", " \t\n \u2029\u3000\n"])
def test_blank_text_has_no_blocks(source: str) -> None:
    """Nothing visible gives a page without blocks."""
    assert segment_text(source).blocks == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\r\r\n"])
def test_every_line_end_ends_a_line(end: str) -> None:
    """A line ends where a text editor would end it, in every convention."""
    assert lines(f"Chợ họp sớm.{end}Трамвай ушёл.{end}橋を直した。") == [
        "Chợ họp sớm.",
        "Трамвай ушёл.",
        "橋を直した。",
    ]


@pytest.mark.parametrize("control", ["\x1c", "\x1d", "\x1e"])
def test_separators_that_no_editor_shows_end_no_line(control: str) -> None:
    """U+001C to U+001E are stray controls inside a line."""
    assert len(lines(f"one{control}two")) == 1


@pytest.mark.parametrize(
    ("gap", "blank"),
    [
        ("\n", False),
        ("\r\n", False),
        ("\r", False),
        ("\r\r\n", False),
        ("\u2028", False),
        ("  \n\t", False),
        ("\n\n", True),
        ("\r\n\r\n", True),
        ("\r\r", True),
        ("\n \t \n", True),
        ("\n\xa0\n", True),
        ("\u2029", True),
        ("\r\r\n\r\r\n", True),
        ("\u2028\u2028", True),
        ("\n\n\n\n", True),
    ],
)
def test_a_blank_line_before_is_told_from_a_line_end(gap: str, blank: bool) -> None:
    """Two line ends make a blank line, also with white space between; CR LF is one end, a paragraph separator two."""
    assert blanks(f"one{gap}two") == [True, blank]


def test_the_first_line_counts_as_after_a_blank() -> None:
    """The start of the text sets its first line apart."""
    assert blanks("one\ntwo") == [True, False]
    assert blanks("\none\n\ntwo\nthree") == [True, True, False]


@pytest.mark.parametrize(
    "source",
    [
        "one\ntwo",
        "  indented  \r\n\ttab\t\r\n",
        "Ngày hội\u2028làng\u2029bên sông",
        "👩‍🌾 a\n\n🏴‍☠️ b",
        "\u3000全角空白\u3000\nから",
        "می‌خواهم\nبروم",
        "a\x1cb\n\x1c\nc",
        "\ufeffbom\nline",
        "\ud800 lone\nhalf \udc00",
    ],
)
def test_spans_give_back_the_lines(source: str) -> None:
    """source[span] is the block's text, spans are in order and hold no white space at their ends."""
    page = segment_text(source)
    end = 0
    for block in page.blocks:
        assert block.span is not None
        assert source[slice(*block.span)] == block.text == block.text.strip()
        assert block.span[0] >= end
        end = block.span[1]


def test_every_visible_character_is_in_a_block() -> None:
    """Nothing but white space stands between the blocks."""
    source = "  Один\n\n\tдва \r\n три\u2029четыре  пять\n"
    assert "".join("".join(lines(source)).split()) == "".join(source.split())


def test_a_line_is_a_line_without_markup_or_path() -> None:
    """Plain text has no element, no path and no facts of HTML; the URL is passed on."""
    page = segment_text("Only <b>this</b> line", "https://example.org/a")
    (block,) = page.blocks
    assert (page.kind, page.url, page.elements) == (InputKind.TEXT, "https://example.org/a", ())
    assert (block.text, block.kind, block.path, block.markup) == ("Only <b>this</b> line", Kind.LINE, None, None)


def test_a_hundred_thousand_lines_are_cut() -> None:
    """Long texts are cut to the end."""
    assert len(segment_text("a line of text\n" * 100_000).blocks) == 100_000


@pytest.mark.timeout(2)
def test_a_long_run_of_carriage_returns_is_cut() -> None:
    """Linear in the length of the text: a hundred kilobytes of CR are a gap like any other."""
    assert blanks("one" + "\r" * 100_000 + "two") == [True, True]
