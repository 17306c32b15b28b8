"""Every way to end a line becomes one."""

from __future__ import annotations

import pytest

from cleancorpus.normalise.line_ends import unify_line_ends


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\v", "\f", "\x85", "\u2028"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    """One line end of any convention is one LF."""
    assert unify_line_ends(f"một{end}hai{end}ba") == "một\nhai\nba"


def test_a_paragraph_separator_becomes_a_blank_line() -> None:
    """U+2029 sets apart more than a line end does."""
    assert unify_line_ends("один\u2029два") == "один\n\nдва"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [("a\r\n\r\nb", "a\n\nb"), ("a\n\rb", "a\n\nb"), ("a\r\rb", "a\n\nb"), ("\r\n", "\n"), ("a\r\n\n\rb", "a\n\n\nb")],
)
def test_blank_lines_keep_their_number(text: str, repaired: str) -> None:
    """Unifying makes no line ends and loses none."""
    assert unify_line_ends(text) == repaired


@pytest.mark.parametrize("text", ["", "plain text", "tab\tstays", "a\x1cb\x1dc\x1ed", "one\n\ntwo"])
def test_other_characters_stay(text: str) -> None:
    """Tabs and separators that no editor shows as a line end are left to other steps."""
    assert unify_line_ends(text) == text


@pytest.mark.timeout(2)
def test_a_long_run_of_carriage_returns_finishes() -> None:
    """A hundred kilobytes of CR cost no more than their length."""
    assert unify_line_ends("\r" * 100_000) == "\n" * 100_000
