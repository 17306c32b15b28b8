"""Title and kicker: the labelled block first, then what the page states."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.metadata.jsonld import Article
from cleancorpus.metadata.title import extract_kicker, extract_title, without_site
from cleancorpus.page import Statements
from cleancorpus.role import Role


def block(text: str, role: Role) -> Block:
    """A labelled block."""
    return Block(text, Kind.HEADING, None, role=role, score=0.7)


def test_the_shown_title_wins_then_each_statement_in_turn() -> None:
    """The reader's headline, then JSON-LD, Open Graph and the title element without the site."""
    shown = [block("Home", Role.NAV), block("Harbour empties", Role.TITLE)]
    statements = Statements(title="Stated in head - Herald", meta=(("og:title", "Stated in og"),))
    article = Article(headline="Stated in JSON-LD")
    bare = Statements(title="Stated in head - Herald")
    found = [
        extract_title(shown, statements, article),
        extract_title([], statements, article),
        extract_title([], statements, Article()),
        extract_title([], bare, Article()),
    ]
    assert [item[0] for item in found if item] == [
        "Harbour empties",
        "Stated in JSON-LD",
        "Stated in og",
        "Stated in head",
    ]
    assert [item[1].source for item in found if item] == ["title", "json-ld headline", "og:title", "title element"]
    assert found[0] is not None
    assert found[0][1].confidence == 0.7


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.TITLE}))
def test_no_other_block_gives_the_title(role: Role) -> None:
    """A headline of a related story, or a heading of the text, is not the title."""
    assert extract_title([block("Another story about the coast", role)], Statements(), Article()) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bridge reopens after nine years - Sutton Herald", "Bridge reopens after nine years"),
        ("Bridge reopens after nine years | News | Sutton Herald", "Bridge reopens after nine years"),
        ("Bridge – reopens after nine years – Sutton Herald", "Bridge – reopens after nine years"),
        ("Well-known ship sinks: nobody hurt", "Well-known ship sinks: nobody hurt"),
        ("橋が九年ぶりに開通 | サットン新聞", "橋が九年ぶりに開通"),
        ("Bridge", "Bridge"),
        ("", ""),
    ],
)
def test_the_sites_name_is_cut_off(title: str, expected: str) -> None:
    """Only what is set off by a spaced separator goes; hyphens inside words stay."""
    assert without_site(title) == expected


@pytest.mark.parametrize("title", [" - ", "|", "| | |", "- - - -" * 2_000, "a - " * 2_000])
def test_odd_titles_do_not_raise(title: str) -> None:
    """Separators alone give some part of the title."""
    assert without_site(title) in title


def test_the_kicker_is_the_labelled_line() -> None:
    """The first kicker block, or none."""
    found = extract_kicker([block("Coast", Role.KICKER), block("Harbour empties", Role.TITLE)])
    assert found is not None
    assert (found[0], found[1].source) == ("Coast", "kicker")
    assert extract_kicker([block("Harbour empties", Role.TITLE)]) is None
