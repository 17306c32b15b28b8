"""Entities: references with their semicolon are read, whatever else an ampersand stands for stays."""

from __future__ import annotations

import pytest

from cleancorpus.normalise.entities import has_entities, read_entities
from cleancorpus.normalise.plan import normalise


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Giá:&nbsp;5&nbsp;triệu", "Giá:\xa05\xa0triệu"),
        ("it&#39;s &quot;ok&quot; &rsquo;", 'it\'s "ok" ’'),
        ("H&agrave; N&#7897;i &#x110;", "Hà Nội Đ"),
        ("caf&eacute;", "café"),
        ("&copy; 2026", "© 2026"),
        ("&amp;amp;", "&"),
        ("R&amp;amp;amp;amp;amp;amp;amp;amp;D", "R&D"),
        ("&#38;#38;#x26;nbsp;x", "\xa0x"),
        ("&#0;", "\ufffd"),
    ],
)
def test_references_are_read_however_often_they_were_escaped(text: str, read: str) -> None:
    """By name or number, in decimal or hexadecimal."""
    assert has_entities(text)
    assert read_entities(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AT&T, R&D, Q&A; x &y; z",
        "?a=1&copy=2&reg=3",
        "&lt;b&gt;",
        "&#60;&#x3E;",
        "&regulations;",
        "&section;",
        "&ampersand;",
        "&;",
        "&#;",
        "&#xZ;",
        "fish & chips;",
    ],
)
def test_what_is_none_stays(text: str) -> None:
    """No semicolon, no name of HTML, or signs of markup that a page shows on purpose."""
    assert read_entities(text) == text
    assert normalise(text).text == text


def test_code_keeps_its_entities() -> None:
    """A page that explains them shows them."""
    assert normalise("print('&nbsp;')", keep_spacing=True).text == "print('&nbsp;')"
    assert normalise("R&amp;D").edits == ("entities",)
