"""Spaces and hyphens: the plain ones, one at a time, none at the ends of lines."""

from __future__ import annotations

import pytest

from cleancorpus.normalise.spaces import collapse_spaces, plain_hyphens, plain_spaces


@pytest.mark.parametrize("space", list("\xa0\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000"), ids=ascii)
def test_every_space_is_a_space(space: str) -> None:
    """No-break, figure, thin, narrow, mathematical and ideographic spaces become U+0020."""
    assert plain_spaces(f"100{space}000") == "100 000"


@pytest.mark.parametrize("text", ["", "a b", "\tcode\t", "a\nb", "日本語", "a\u200bb"])
def test_plain_spaces_leaves_the_rest(text: str) -> None:
    """Tabs, line ends and what is no space stay."""
    assert plain_spaces(text) == text


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("a  b   c", "a b c"),
        ("a\tb\t \tc", "a b c"),
        ("  both ends  ", "both ends"),
        ("line \n next", "line\nnext"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\n \n \nb", "a\n\nb"),
        ("\n\na\n\n", "a"),
        (" \t \n ", ""),
        ("\ta\t\n\tb", "a\nb"),
    ],
)
def test_runs_collapse(text: str, repaired: str) -> None:
    """One space for a run, none around line ends, one blank line at most, nothing at the ends."""
    assert collapse_spaces(text) == repaired


@pytest.mark.parametrize("text", ["", "a b", "a\nb", "a\n\nb c", "một hai"])
def test_tidy_text_stays(text: str) -> None:
    """Single spaces, line ends and blank lines are as they should be."""
    assert collapse_spaces(text) == text


def test_hyphens_become_the_one_that_is_typed() -> None:
    """HYPHEN and NON-BREAKING HYPHEN are hyphen-minus; dashes and minus signs are other characters."""
    assert plain_hyphens("e\u2010mail T\u2011shirt") == "e-mail T-shirt"
    assert plain_hyphens("– — − ‒ ― -") == "– — − ‒ ― -"
