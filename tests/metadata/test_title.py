"""Title and kicker: the labelled block first, then what the page states."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.language.fold import fold
from cleancorpus.metadata.embedded import Article, Embedded
from cleancorpus.metadata.title import extract_kicker, extract_title, without_outlet, without_site
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
        extract_title(shown, statements, Embedded(article), set()),
        extract_title([], statements, Embedded(article), set()),
        extract_title([], statements, Embedded(), set()),
        extract_title([], bare, Embedded(), set()),
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


def test_a_title_of_two_lines_is_one() -> None:
    """A break in it is how the page sets it; the evidence keeps that."""
    found = extract_title([block("Harbour empties\nbefore winter", Role.TITLE)], Statements(), Embedded(), set())
    assert found is not None
    assert (found[0], found[1].text) == ("Harbour empties before winter", "Harbour empties\nbefore winter")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.TITLE}))
def test_no_other_block_gives_the_title(role: Role) -> None:
    """A headline of a related story, or a heading of the text, is not the title."""
    assert extract_title([block("Another story about the coast", role)], Statements(), Embedded(), set()) is None


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
    found = extract_kicker([block("Coast", Role.KICKER), block("Harbour empties", Role.TITLE)], "Harbour empties", set())
    assert found is not None
    assert (found[0], found[1].source) == ("Coast", "kicker")
    assert extract_kicker([block("Harbour empties", Role.TITLE)], "Harbour empties", set()) is None
    assert extract_kicker([], "Harbour empties", set()) is None


@pytest.mark.parametrize("sign", [": ", " - ", "\n", " ", " | "])
def test_a_kicker_in_the_same_element_is_cut_off(sign: str) -> None:
    """Where the page states the title without it; both stay known."""
    blocks = [block(f"Coast{sign}Harbour empties before the winter", Role.TITLE)]
    statements = Statements(meta=(("og:title", "Harbour empties before the winter"),))
    found = extract_title(blocks, statements, Embedded(), set())
    assert found is not None
    assert found[0] == "Harbour empties before the winter"
    kicker = extract_kicker(blocks, found[0], set())
    assert kicker is not None
    assert kicker[0] == "Coast"


@pytest.mark.parametrize("stated", ["empties", "the winter", "Another title of the page", "rbour empties before the winter"])
def test_a_title_is_not_cut_to_less_than_a_title(stated: str) -> None:
    """Two words, another text or part of a word are no title to cut down to."""
    shown = "Coast: Harbour empties before the winter"
    found = extract_title([block(shown, Role.TITLE)], Statements(meta=(("og:title", stated),)), Embedded(), set())
    assert found is not None
    assert found[0] == shown
    assert found[1].against == (("og:title", stated),)


def test_the_sites_name_is_no_title() -> None:
    """Where the heading of the page is the outlet's name, the stated title is the article's."""
    statements = Statements(title="Harbour empties - Herald", meta=(("og:site_name", "The Herald"),))
    found = extract_title([block("The Herald", Role.TITLE)], statements, Embedded(), set())
    assert found is not None
    assert found[0] == "Harbour empties"
    alone = extract_title(
        [block("The Herald", Role.TITLE)], Statements(meta=(("og:site_name", "The Herald"),)), Embedded(), set()
    )
    assert alone is not None
    assert alone[0] == "The Herald"


SLOGAN, NAME = "We clear the way for you", "Harbour cleaning in Sutton"


@pytest.mark.parametrize(
    ("shown", "stated", "element", "is_article", "expected"),
    [
        (SLOGAN, NAME, f"{NAME} | The Herald", False, NAME),
        (SLOGAN, NAME, NAME, False, NAME),
        (SLOGAN, NAME, NAME, True, SLOGAN),
        (SLOGAN, NAME, "Clean harbours | The Herald", False, SLOGAN),
        (SLOGAN, "", NAME, False, SLOGAN),
        ("Cleaning harbours in Sutton", NAME, NAME, False, "Cleaning harbours in Sutton"),
        ("Harbour cleaning", NAME, NAME, False, "Harbour cleaning"),
        ("雪で列車が大きく遅れる", "雪で列車が遅れる", "雪で列車が遅れる | 港新聞", False, "雪で列車が大きく遅れる"),
        ("もう一度光を", "港の窓の清掃", "港の窓の清掃 | 港新聞", False, "港の窓の清掃"),
    ],
)
def test_a_slogan_is_no_title(shown: str, stated: str, element: str, is_article: bool, expected: str) -> None:
    """What heads a page that is no article, where both statements agree on other words; a headline stays."""
    statements = Statements(title=element, meta=(("og:title", stated),))
    found = extract_title(
        [block(shown, Role.TITLE)], statements, Embedded(), {fold("The Herald"), fold("港新聞")}, is_article=is_article
    )
    assert found is not None
    assert found[0] == expected
    if expected != shown:
        assert found[1].against == (("title", shown),)


@pytest.mark.timeout(3)
def test_a_hostile_title_does_not_hang() -> None:
    """A heading of a megabyte is a title, but not looked into."""
    found = extract_title([block("a " * 500_000, Role.TITLE)], Statements(meta=(("og:title", "a a a"),)), Embedded(), set())
    assert found is not None


OUTLETS = frozenset({"thequillvaneherald", "quillvane", "quillvaneorg", "新潮日報"})


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Bridge reopens | The Quillvane Herald", "Bridge reopens"),
        ("Bridge reopens – Quillvane", "Bridge reopens"),
        ("Bridge reopens | Ferries | quillvane.org", "Bridge reopens | Ferries"),
        ("Bridge reopens - Ferries - Quillvane - The Quillvane Herald", "Bridge reopens - Ferries"),
        ("Quillvane | Bridge reopens", "Bridge reopens"),
        ("Quillvane | Bridge reopens | The Quillvane Herald", "Bridge reopens"),
        ("新潮日報｜橋が再開", "橋が再開"),
        ("橋が再開|新潮日報", "橋が再開"),
    ],
)
def test_the_outlet_s_name_is_no_part_of_a_title(stated: str, title: str) -> None:
    """Behind the title or before it, in whatever source it is stated, and in a shown one too; the evidence has it whole."""
    assert without_outlet(stated, OUTLETS) == title
    found = extract_title([], Statements(meta=(("og:title", stated),)), Embedded(), OUTLETS)
    assert found is not None
    assert (found[0], found[1].text) == (title, stated)
    blocks = [block(stated, Role.TITLE)]
    shown = extract_title(blocks, Statements(), Embedded(), OUTLETS)
    assert shown is not None
    assert (shown[0], shown[1].text) == (title, stated)
    assert extract_kicker(blocks, shown[0], OUTLETS) is None


@pytest.mark.parametrize(
    "title",
    [
        "Quillvane",
        "The Quillvane Herald",
        "Quillvane - ferries since 1902",
        "Quillvane: ferries since 1902",
        "Bridge reopens in Quillvane",
        "Bridge-Quillvane",
        "Bridge reopens | The Harbour Gazette",
        "Quillvane reopens | Ferries",
        "",
        "|",
        " - ",
        "| Quillvane",
        "Quillvane |",
        "Quillvane | | Quillvane",
    ],
)
def test_what_is_no_outlet_set_off_stays(title: str) -> None:
    """A name alone, one before a dash or colon (a sentence goes on behind it), inside the text, or another's."""
    assert without_outlet(title, OUTLETS) == title


def test_a_title_of_many_names_costs_no_more() -> None:
    """However often the name is said there; one that is too long is not looked into."""
    assert without_outlet("Bridge" + " | Quillvane" * 40, OUTLETS) == "Bridge"
    assert without_outlet("Quillvane | " * 41 + "Bridge", OUTLETS) == "Bridge"
    long = "Bridge" + " | Quillvane" * 100_000
    assert without_outlet(long, OUTLETS) == long
