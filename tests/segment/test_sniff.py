"""What an input is, told from its first bytes and characters."""

from __future__ import annotations

import gzip
import zlib

import pytest

from cleancorpus.page import InputKind
from cleancorpus.segment.sniff import find_binary, guess_kind, is_garbled

PROSE = "The ferry left at seven, and by noon the harbour was empty again. "


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (gzip.compress(b"text"), "gzip"),
        (b"PK\x03\x04\x14\x00\x00\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00\x01\x00\x80", "GIF"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "RIFF"),
        (b"BZh91AY&SY\x00\x01", "bzip2"),
        (b"ID3\x03\x00\x00\x00\x00\x0f", "MP3"),
        (b"wOF2\x00\x01\x00\x00", "font"),
        (b"\x00\x00\x01\x00\x01\x00\x10\x10", "icon"),
        (b"PAR1\x15\x04\x15\x10", "Parquet"),
        (b"SQLite format 3\x00\x10\x00", "database"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\x7fELF\x02\x01\x01", "ELF"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_that_are_no_text_are_named(data: bytes, word: str) -> None:
    """Binary formats that crawls hold under text/html are recognised, and the answer says which it is."""
    assert word in (find_binary(data) or "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><p>text",
        PROSE.encode(),
        "Chợ phiên họp từ sáng.".encode(),
        "橋を直した。".encode("shift_jis"),
        b"RIFFs of an old guitar filled the square.",
        b"BZh is what the file begins with, he said.",
        b"ID3 tags were the fashion then.",
        b"Rar! cried the bird.",
        b"PAR1 is a postcode.",
    ],
)
def test_text_is_not_called_binary(data: bytes) -> None:
    """Text passes, also where it opens like the magic of a format."""
    assert find_binary(data) is None


@pytest.mark.parametrize(
    "data",
    [
        b"SQLite format 3 is what the header says, and it has said so since 2004.",
        b"GIF89a was the last version of the format.",
    ],
)
def test_a_sentence_about_a_format_is_not_that_format(data: bytes) -> None:
    """Openings that a sentence may have count only where control characters follow."""
    assert find_binary(data) is None


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("", False),
        (PROSE, False),
        ("\t\r\n\f\v" * 20, False),
        (PROSE + "\x07\x00", False),
        ("\x1b[31mred\x1b[0m", False),
        ("\x00\x01\x02" * 50, True),
        ("\ufffd" * 30, True),
        (zlib.compress(PROSE.encode() * 30).decode("latin-1").translate({10: 0, 13: 1}) * 3, True),
        ("अपना गाँव और उसकी नहर", False),
    ],
)
def test_binary_data_is_told_by_its_controls(text: str, garbled: bool) -> None:
    """Compressed data and noise are garbled; text with a stray control, or in any script, is not."""
    assert is_garbled(text) is garbled


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "<!doctype HTML>",
        "  \n<html lang=vi>",
        "<HTML>",
        "<body>hello",
        "<!-- made by hand --><html><p>x",
        "<!-- one -->\n<!-- two -->\n<!DOCTYPE html>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>',
        "<p>One.</p>",
        "<ul><li>milk<li>bread</ul>",
        "<div class='a'>\nHello<br/>there</div>",
        f"{PROSE * 5}<p>{PROSE * 5}</p>" * 4,
    ],
)
def test_pages_and_fragments_are_html(text: str) -> None:
    """What opens like a page, or holds tags all along, is HTML."""
    assert guess_kind(text) is InputKind.HTML


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n ",
        PROSE,
        "if a < b and c > d then stop",
        "I <3 this bridge, and x<y holds.",
        "template<typename T> class Queue { std::vector<T> items; };",
        "<john@example.org> wrote:",
        f"{PROSE * 30}To make it bold, write <b> in front.",
        f"{PROSE * 60}To make it bold, write <b> in front and </b> behind.",
        "<html5> is not a tag, and neither is <header5>.",
        "[quote]<cite>[/quote]",
    ],
)
def test_prose_and_code_without_markup_are_text(text: str) -> None:
    """Angle brackets alone, and a tag quoted in a long text, do not make HTML."""
    assert guess_kind(text) is InputKind.TEXT


def test_short_prose_that_quotes_two_tags_is_text() -> None:
    """A paragraph of prose that names two tags is not a page made of them."""
    text = f"{PROSE * 12}To make a word bold, write <b> in front of it and </b> behind it. {PROSE * 12}"
    assert guess_kind(text) is InputKind.TEXT


def test_a_page_read_with_its_byte_order_mark_is_html() -> None:
    """A str that was read with plain utf-8 keeps U+FEFF in front of the doctype; it still opens like a page."""
    style = "a { color: red } " * 400
    assert guess_kind(f"\ufeff<!DOCTYPE html><html><head><style>{style}</style></head><p>x") is InputKind.HTML


@pytest.mark.timeout(2)
def test_many_comments_before_plain_text_are_looked_through() -> None:
    """A file that opens with forty short comments and then holds text is sniffed like any other."""
    assert guess_kind("<!--a-->" * 40 + "x") is InputKind.TEXT
