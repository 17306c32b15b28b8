"""Site: the page's address, its host and the site's name."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.embedded import Article, Embedded
from cleancorpus.metadata.site import extract_hostname, extract_sitename, extract_url
from cleancorpus.page import Statements
from cleancorpus.role import Role

GIVEN = "https://example.org/given"


def address(given: str | None, canonical: str | None = None, og: str | None = None) -> str | None:
    """The address that is found."""
    links = (("canonical", canonical),) if canonical is not None else ()
    meta = (("og:url", og),) if og is not None else ()
    found = extract_url(given, Statements(links=links, meta=meta))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("given", "canonical", "og", "expected"),
    [
        (None, None, None, None),
        (GIVEN, None, None, GIVEN),
        (GIVEN, "https://example.org/canon", "https://example.org/og", "https://example.org/canon"),
        (GIVEN, None, "https://example.org/og", "https://example.org/og"),
        (GIVEN, "/a/b", None, "https://example.org/a/b"),
        (None, "/a/b", None, None),
        (None, "https://example.org/?id=3", None, "https://example.org/?id=3"),
    ],
)
def test_the_canonical_address_wins(given: str | None, canonical: str | None, og: str | None, expected: str | None) -> None:
    """Canonical, then Open Graph, then what was given; relative ones are resolved."""
    assert address(given, canonical, og) == expected


@pytest.mark.parametrize(
    "canonical",
    [
        "",
        " ",
        "https://example.org/",
        "https://example.org",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "http://[bad",
        "https://a℀.org/x",
    ],
)
def test_a_canonical_address_that_is_none_is_passed_over(canonical: str) -> None:
    """The front page, scripts and broken addresses do not stand for the page."""
    assert address(GIVEN, canonical) == GIVEN


@pytest.mark.parametrize("given", ["http://[bad", "not a url", "file:///a/b", "\x00", "//"])
def test_a_strange_given_address_is_kept_as_given(given: str) -> None:
    """The caller's word is not judged."""
    assert address(given) == given


def test_a_broken_given_address_does_not_raise_beside_a_canonical_one() -> None:
    """Absolute statements do not need the given address."""
    assert address("http://[bad", "https://example.org/a/b") == "https://example.org/a/b"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Example.ORG:8080/a", "example.org"),
        ("https://user:word@news.example.org/a", "news.example.org"),
        ("//example.org/a", "example.org"),
        ("http://[::1]/a", "::1"),
        ("https://bücher.example/a", "bücher.example"),
        ("http://[bad", None),
        ("example.org/a", None),
        ("", None),
        (None, None),
    ],
)
def test_the_host(url: str | None, host: str | None) -> None:
    """Lower case, without port, user and `www.`; None where there is none."""
    assert extract_hostname(url) == host


def name_from(text: str, role: Role = Role.LEGAL) -> str | None:
    """The site's name as one block tells it."""
    found = extract_sitename([Block(text, Kind.PARAGRAPH, None, role=role)], Statements(), Embedded(), default_lexicon())
    return found[0] if found else None


def test_stated_names_win() -> None:
    """Open Graph, then the publisher, then the copyright line."""
    legal = Block("© 2020 Example Press", Kind.PARAGRAPH, None, role=Role.LEGAL)
    stated = Statements(meta=(("og:site_name", "Herald"),))
    found = [
        extract_sitename([legal], stated, Embedded(Article(publisher="Publisher")), default_lexicon()),
        extract_sitename([legal], Statements(), Embedded(Article(publisher="Publisher")), default_lexicon()),
        extract_sitename([legal], Statements(), Embedded(), default_lexicon()),
    ]
    assert [item[0] for item in found if item] == ["Herald", "Publisher", "Example Press"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("© 2020 Sutton Herald. All rights reserved.", "Sutton Herald"),
        ("© 2019–2021 Sutton Herald", "Sutton Herald"),
        ("© Sutton Herald, 2020", "Sutton Herald"),
        ("Copyright © 2020 Báo Mới | Điều khoản", "Báo Mới"),
        ("© 2020 example.org", "example.org"),
        ("© 2020", None),
        ("© 2020 INDEX.HTML example.org", "example.org"),
        ("© 2020 WWW.EXAMPLE.ORG", "WWW.EXAMPLE.ORG"),
        ("© 2020 Sutton Kettles S.r.l. - P.IVA 01234567890", "Sutton Kettles S.r.l"),
        ("Write to info@example", None),
        ("", None),
        ("Copyright © Sutton Herald 2021", "Sutton Herald"),
        ("© 2020 Sutton Herald All rights reserved", "Sutton Herald"),
        ("© All rights reserved", None),
        ("© 2020 by Sutton Herald", "Sutton Herald"),
        ("Bản quyền © 2025 thuộc về Ngân hàng Sông Hậu", "Ngân hàng Sông Hậu"),
        ("Built with Widget.js. All rights reserved.", None),
    ],
)
def test_the_copyright_line_names_the_site(text: str, name: str | None) -> None:
    """The owner or domain, without sign, years and formulas."""
    assert name_from(text) == name


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.LEGAL}))
def test_other_blocks_do_not_name_the_site(role: Role) -> None:
    """A credit or a text about copyright is not the site's imprint."""
    assert name_from("© 2020 Example Press, example.org", role) is None


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?id=7&fbclid=abc#top", "https://example.org/a?id=7"),
        ("https://example.org/a?id=7&q=%C3%A9", "https://example.org/a?id=7&q=%C3%A9"),
        ("https://example.org/app#!/story/7", "https://example.org/app#!/story/7"),
        ("https://example.org/a?utmost=1", "https://example.org/a?utmost=1"),
    ],
)
def test_how_a_reader_came_is_no_part_of_the_address(canonical: str, expected: str) -> None:
    """Tracking parameters and fragments go, everything else stays byte for byte."""
    assert address(None, canonical) == expected


@pytest.mark.parametrize(
    ("element", "name"),
    [
        ("Harbour empties :: News :: The Quillvane Herald", "The Quillvane Herald"),
        ("Harbour empties < El Litoral", "El Litoral"),
        ("Harbour empties : the boats lie dry", None),
        ("Harbour empties", None),
    ],
)
def test_the_title_element_names_the_site_behind_the_shown_title(element: str, name: str | None) -> None:
    """Whatever sign sets it off."""
    blocks = [Block("Harbour empties", Kind.HEADING, None, role=Role.TITLE, score=0.9)]
    found = extract_sitename(blocks, Statements(title=element), Embedded(), default_lexicon())
    assert (found[0] if found else None) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Harbour empties | The Echo", "The Echo"),
        ("Harbour empties - Coast - The Echo", "The Echo"),
        ("Harbour empties: no boats left", None),
        ("The harbour | The Echo", None),
        ("Harbour empties", None),
    ],
)
def test_a_line_above_the_title_may_be_the_title_element(line: str, name: str | None) -> None:
    """As it is left in text without markup."""
    blocks = [
        Block(line, Kind.LINE, None, role=Role.NAV, score=0.9),
        Block("Harbour empties", Kind.LINE, None, role=Role.TITLE, score=0.9),
    ]
    found = extract_sitename(blocks, Statements(), Embedded(), default_lexicon())
    assert (found[0] if found else None) == name


def test_the_title_element_names_the_site_that_a_copyright_line_names_too() -> None:
    """Where the page shows no such title; another owner leaves it in doubt."""
    statements = Statements(title="橋が再開｜新潮日報")
    own, other = (
        [Block(text, Kind.PARAGRAPH, None, role=Role.LEGAL, score=0.9)]
        for text in ("Copyright © 2024 新潮日報社", "© 2024 橋梁社")
    )
    assert (extract_sitename(own, statements, Embedded(), default_lexicon()) or ("",))[0] == "新潮日報"
    assert (extract_sitename(other, statements, Embedded(), default_lexicon()) or ("",))[0] == "橋梁社"
    registered = [
        Block("Registered in England and Wales. © 2021 Harbour Media", Kind.PARAGRAPH, None, role=Role.LEGAL, score=0.9)
    ]
    place = Statements(title="Rivers rise - Wales")
    assert (extract_sitename(registered, place, Embedded(), default_lexicon()) or ("",))[0] == "Harbour Media"
