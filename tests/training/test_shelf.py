"""Shelves: what a file of articles may say, what becomes of it, and that all files of ours can be read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.compose.article import take_from, take_guides
from training.compose.names import draw_name
from training.compose.shelf import ARTICLES, GUIDES, KEPT, Piece, Shelf, ShelfError, find_shelf, parse_shelf, read_shelf
from training.compose.site import SITES, parse_site, read_sites
from training.compose.teasers import shorten
from training.folds import fold_of

HEAD = "# A test.\nlanguage: sw\nsections: Siasa | Michezo\nmonths: a|b|c|d|e|f|g|h|i|j|k|l\nnames: Asha Mwakyusa, Juma Said\n"
WHOLE = (
    "\ntitle: Ferry holds: a report\nlead: What the town has lost.\nauthor: Asha Mwakyusa\nbody: First.\n"
    "heading: Before\nbody: Second.\nbody: Third.\ncaption: The harbour.\n"
)
TEASER = "\ntitle: Bridge opens\nlead: At noon.\n"
FILES = [*sorted(ARTICLES.glob("*.txt")), *sorted(KEPT.glob("*.txt"))]


def test_a_file_holds_names_articles_and_teasers() -> None:
    """A blank line parts them; headings stand above the paragraphs that follow."""
    assert parse_shelf(HEAD + WHOLE + TEASER, "test") == Shelf(
        "sw",
        ("Siasa", "Michezo"),
        tuple("abcdefghijkl"),
        ("Asha Mwakyusa", "Juma Said"),
        (
            Piece(
                "Ferry holds: a report",
                "What the town has lost.",
                "Asha Mwakyusa",
                (("", ("First.",)), ("Before", ("Second.", "Third."))),
                ("The harbour.",),
            ),
            Piece("Bridge opens", "At noon.", "", (), ()),
        ),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lacks language, months, names, sections"),
        (HEAD.replace("|l\n", "\n"), "lacks twelve months"),
        (HEAD + "\nbody: First.\n", "opens with its one title"),
        (HEAD + "\ntitle: One\ntitle: Two\n", "opens with its one title"),
        (HEAD + "\ntitle: One\nsay: Two\n", "test:8: 'say: Two' says none of author, body"),
        (HEAD + "\ntitle: One\nlead:\n", "test:8: 'lead:' says none of"),
        (HEAD + "\nFerry\n", "test:7"),
    ],
)
def test_what_is_no_shelf_is_said(text: str, said: str) -> None:
    """The place, the line and what may stand there."""
    with pytest.raises(ShelfError, match=said):
        parse_shelf(text, "test")


def test_articles_of_a_shelf_are_of_one_fold() -> None:
    """That of the language: the others know nothing of it."""
    whole, teaser = take_from(parse_shelf(HEAD + WHOLE + TEASER, "test"))
    assert (whole.site, whole.language, whole.fold, whole.origin) == ("sw", "sw", fold_of("sw"), "written")
    assert (whole.authors, teaser.authors, teaser.sections) == (("Asha Mwakyusa",), (), ())
    assert teaser.summary == "At noon."


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_can_be_read(path: Path) -> None:
    """It is named by its language, holds articles of four paragraphs and more, teasers, and different names."""
    shelf = read_shelf(path)
    whole = [piece for piece in shelf.pieces if piece.sections]
    assert path.stem == shelf.language
    assert find_shelf(shelf.language) == shelf
    assert len(whole) >= 4
    assert len(shelf.pieces) - len(whole) >= 10
    assert all(sum(len(paragraphs) for _, paragraphs in piece.sections) >= 4 for piece in whole)
    assert all(piece.lead for piece in shelf.pieces if not piece.sections)
    assert len(set(shelf.names)) == len(shelf.names) >= 12


@pytest.mark.parametrize("path", sorted(GUIDES.glob("*.txt")), ids=lambda path: path.stem)
def test_guides_are_not_all_prose(path: Path) -> None:
    """Each has eight lines and more, and of those of a file one in four is short at least."""
    shelf = read_shelf(path)
    lines = [[text for heading, own in piece.sections for text in (heading, *own) if text] for piece in shelf.pieces]
    assert path.stem == shelf.language
    assert len(shelf.pieces) >= 2
    assert all(len(own) >= 8 for own in lines)
    short = sum(len(text) < 60 for own in lines for text in own)
    assert short * 4 > sum(map(len, lines))


def test_guides_are_of_the_fold_of_their_language_or_of_their_own() -> None:
    """Where articles of the language were written all of it is of one fold; elsewhere each guide stands alone."""
    guides = [article for path in sorted(GUIDES.glob("*.txt")) for article in take_guides(read_shelf(path))]
    for article in guides:
        assert article.origin == "guide"
        assert article.fold == fold_of(article.language if find_shelf(article.language) else article.id)
    assert len({article.id for article in guides}) == len(guides)


def test_no_language_is_learned_from_and_kept() -> None:
    """And no headline occurs twice."""
    assert not {path.stem for path in ARTICLES.glob("*.txt")} & {path.stem for path in KEPT.glob("*.txt")}
    titles = Counter(piece.title for path in (*FILES, *sorted(GUIDES.glob("*.txt"))) for piece in read_shelf(path).pieces)
    assert [title for title, count in titles.items() if count > 1] == []


def test_sites_of_a_language_with_a_shelf_are_of_its_fold() -> None:
    """Others are dealt out by name; so are those of languages without."""
    languages = {path.stem for path in ARTICLES.glob("*.txt")}
    assert {site.fold for site in read_sites(SITES) if site.language in languages} <= {fold_of(name) for name in languages}
    assert {site.fold for site in read_sites(SITES) if site.language == "vi"} == {0, 1, 2, 3}
    site = parse_site("language: vi\ntitle: {title}\n[body]\n[/body]\n", "vi-x")
    assert site.fold == fold_of("vi-x")


@pytest.mark.parametrize("language", [path.stem for path in FILES])
def test_names_are_those_of_the_shelf(language: str) -> None:
    """Not English ones."""
    shelf = find_shelf(language)
    assert shelf is not None
    assert draw_name(language, Random(1)) in shelf.names


def test_what_is_too_long_is_cut_off_behind_a_word_or_anywhere() -> None:
    """In scripts without spaces there is no word to cut behind; what fits stays."""
    assert shorten("one two three four five", 14, "…") == "one two three…"
    assert shorten("港の冬は長い。" * 5, 10, "…") == "港の冬は長い。港の…"
    assert shorten("short", 10, "...") == "short"
    assert shorten("", 10, "...") == ""
