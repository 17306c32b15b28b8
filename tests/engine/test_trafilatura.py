"""trafilatura as a second opinion: our blocks and metadata, its choice; typed ends for all that goes wrong; no state."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import cleancorpus
from cleancorpus import Cleaner, OptionError, Outcome, Profile, Role
from cleancorpus.engine import trafilatura as engine

pytest.importorskip("trafilatura", reason="trafilatura is not installed: pip install 'cleancorpus[trafilatura]'")

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*-html/page.html"))
FERRY = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
QUAY = "Nobody on the quay had expected the ice to hold for so long, and the old men had not seen its like since the war."
COUNCIL = "By the evening the council had met twice, and twice it had sent the harbour master home without an answer."
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour empties</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/prices">Prices</a></li></ul></nav>
<article><h1>Harbour empties before winter</h1><p>{FERRY}</p><h2>Prices</h2><p>{QUAY}</p>
<table><tr><th>Year</th><th>Days of ice</th></tr><tr><td>2019</td><td>12 days</td></tr></table><p>{COUNCIL}</p></article>
<footer><p>© 2021 The Island Post. All rights reserved.</p></footer></body></html>"""
THEIRS = Cleaner(engine="trafilatura")


def choose(monkeypatch: pytest.MonkeyPatch, extract: Callable[..., str | None]) -> None:
    """Put something in trafilatura's place."""
    monkeypatch.setattr(engine, "_load_extract", lambda: extract)


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """trafilatura cannot be imported."""
    engine._load_extract.cache_clear()
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    yield
    engine._load_extract.cache_clear()


def test_what_trafilatura_extracts_is_kept() -> None:
    """As heading or body by its kind; the menu's copy of a heading is not."""
    document = THEIRS.clean(PAGE)
    kept = [block for block in document.blocks if block.kept]
    assert document.outcome is Outcome.OK
    assert [block.text for block in kept if block.role is Role.HEADING][-1] == "Prices"
    assert {FERRY, QUAY, COUNCIL, "2019 | 12 days"} <= {block.text for block in kept if block.role is Role.BODY}
    assert {block.reason for block in kept} == {"trafilatura"}
    assert [block.kept for block in document.blocks if block.text == "Prices"] == [False, True]
    assert document.text == "\n\n".join(block.text for block in kept)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("profile", ["article", "strict", "page", "full"])
def test_blocks_are_the_same_and_none_vanishes(path: Path, profile: str) -> None:
    """Text, kind, span and path are ours under both engines, and so is metadata but for the language of what is kept."""
    source = path.read_bytes()
    ours, theirs = Cleaner(profile=profile).clean(source), Cleaner(profile=profile, engine="trafilatura").clean(source)
    assert [(block.text, block.kind, block.span, block.path, block.edits) for block in ours.blocks] == [
        (block.text, block.kind, block.span, block.path, block.edits) for block in theirs.blocks
    ]
    assert (ours.title, ours.authors, ours.date, ours.metadata.url) == (
        theirs.title,
        theirs.authors,
        theirs.date,
        theirs.metadata.url,
    )


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_roles_of_what_is_left_out(path: Path) -> None:
    """Ours, with our reason, unless the profile would keep that role: then other, by trafilatura's word."""
    source = path.read_bytes()
    article = cleancorpus.PROFILES["article"].keeps
    for ours, theirs in zip(cleancorpus.clean(source).blocks, THEIRS.clean(source).blocks, strict=True):
        if theirs.kept:
            assert (theirs.role in {Role.HEADING, Role.BODY}, theirs.reason) == (True, "trafilatura")
            assert 0.5 <= theirs.score <= 1.0
        elif ours.role in article:
            assert (theirs.role, theirs.reason, theirs.score) == (Role.OTHER, "trafilatura", 0.0)
        else:
            assert (theirs.role, theirs.reason, theirs.score) == (ours.role, ours.reason, ours.score)


def test_language_is_that_of_the_kept_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not metadata of the page but of what is kept of it."""
    german = "Der Fluss trat im März über die Ufer, doch die alte Brücke hielt, und niemand im Dorf hatte es erwartet."
    choose(monkeypatch, lambda *_, **__: german)
    assert Cleaner(engine="trafilatura").clean(PAGE.replace("</article>", f"<p>{german}</p></article>")).language == "de"


@pytest.mark.parametrize("source", [FERRY, f"{FERRY}\n\n{QUAY}".encode(), "milk\nflour"])
def test_plain_text_is_left_to_others(source: str | bytes) -> None:
    """Nothing is kept, nothing vanishes, and the message says why."""
    document = THEIRS.clean(source)
    assert (document.outcome, document.text, document.kind) == (Outcome.EMPTY, "", "text")
    assert "trafilatura takes HTML only" in document.message
    assert document.blocks
    assert not any(block.kept for block in document.blocks)


@pytest.mark.parametrize("source", ["", b"", " \n ", "<html><body><script>x()</script></body></html>", b"%PDF-1.7\n"])
def test_what_has_no_blocks_ends_as_ever(source: str | bytes) -> None:
    """The engine is not to blame."""
    assert THEIRS.clean(source) == cleancorpus.clean(source)


def test_nothing_returned_is_empty() -> None:
    """A fragment that trafilatura does not take for a page."""
    document = THEIRS.clean("<p>x</p>", kind="html")
    assert (document.outcome, document.text) == (Outcome.EMPTY, "")
    assert "trafilatura returned nothing" in document.message
    assert [(block.text, block.kept) for block in document.blocks] == [("x", False)]


def test_an_output_without_any_block_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """For instance text that the page hides."""
    choose(monkeypatch, lambda *_, **__: "Words that stand in no block of this page whatsoever.")
    document = Cleaner(engine="trafilatura").clean(PAGE)
    assert (document.outcome, document.text) == (Outcome.EMPTY, "")
    assert "trafilatura returned 53 characters" in document.message


def test_a_page_that_breaks_trafilatura_does_not_stop_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends as an error that names trafilatura; its blocks are there, the other pages are cleaned."""

    def extract(html: str, **_: Any) -> str:
        if "council" not in html:
            raise RecursionError("too much")
        return FERRY

    choose(monkeypatch, extract)
    documents = list(Cleaner(engine="trafilatura").clean_many([PAGE, f"<html><body><p>{QUAY}</p></body></html>", PAGE]))
    assert [document.outcome for document in documents] == [Outcome.OK, Outcome.ERROR, Outcome.OK]
    assert documents[1].message == "trafilatura failed on this page: RecursionError: too much"
    assert [(block.text, block.kept) for block in documents[1].blocks] == [(QUAY, False)]


@pytest.mark.parametrize(
    ("profile", "precision"),
    [("article", False), ("strict", True), ("page", False), ("full", False), (Profile("mine", frozenset(), True), True)],
)
def test_the_options_that_trafilatura_gets(profile: str | Profile, precision: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never deduplication, comments or metadata; precision where the profile ends with the article."""
    seen: list[dict[str, Any]] = []
    choose(monkeypatch, lambda _, **options: seen.append(options))
    Cleaner(profile=profile, engine="trafilatura").clean(PAGE)
    assert seen == [
        {
            "include_comments": False,
            "include_tables": True,
            "deduplicate": False,
            "with_metadata": False,
            "favor_precision": precision,
        }
    ]


def test_repeated_pages_in_any_order_give_the_same_documents() -> None:
    """trafilatura's cache of repeated text must not show."""
    pages = [
        PAGE,
        PAGE.replace("seven", "eight"),
        FIXTURES[0].read_bytes(),
        f"<html><body><p>{QUAY}</p><p>{QUAY}</p></body></html>",
    ]
    alone = [THEIRS.clean(page).to_dict() for page in pages]
    order = [0, 0, 3, 2, 1, 0, 3, 3, 1, 0, 2, 0]
    assert [document.to_dict() for document in THEIRS.clean_many([pages[index] for index in order])] == [
        alone[index] for index in order
    ]


def test_a_cleaner_survives_pickling() -> None:
    """With its engine."""
    again = pickle.loads(pickle.dumps(THEIRS))  # noqa: S301  our own bytes
    assert again == THEIRS
    assert again.clean(PAGE) == THEIRS.clean(PAGE)


def test_a_missing_extra_is_told_at_once(absent: None) -> None:
    """With the line that installs it; the native engine does not care."""
    with pytest.raises(OptionError, match=r"pip install 'cleancorpus\[trafilatura\]'"):
        Cleaner(engine="trafilatura")
    assert Cleaner().clean(PAGE).outcome is Outcome.OK


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("cleancorpus.clean(page)", False),
        ("cleancorpus.Cleaner(engine='native').clean(page)", False),
        ("import cleancorpus.engine.trafilatura, cleancorpus.engine.registry", False),
        ("cleancorpus.Cleaner(engine='trafilatura')", True),
    ],
)
def test_trafilatura_is_imported_only_where_it_is_asked_for(code: str, loaded: bool) -> None:
    """It takes longer to load than everything else."""
    program = f"import sys, cleancorpus\npage = {PAGE!r}\n{code}\nprint('trafilatura' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)


@pytest.mark.parametrize(
    "source",
    [
        "<p>a\x00b\ud800c</p>" + f"<p>{FERRY}</p>",
        "<div>" * 3_000 + FERRY,
        f"<?xml version='1.0' encoding='utf-16'?><html><body><p>{FERRY}</p><p>{QUAY}</p></body></html>",
        f"<html><body><p {' '.join(f'a{number}=1' for number in range(3_000))}>{FERRY}</p></body></html>",
        b"<html><meta charset=shoe><p>\xff\xfe\xfd " + FERRY.encode(),
        "<<<>>><html><table><tr><p>" * 50,
        "<!-- " + FERRY,
    ],
)
def test_broken_pages_end_in_a_document(source: str | bytes) -> None:
    """With the same blocks as ever, and never as a defect of ours."""
    ours, theirs = Cleaner().clean(source, kind="html"), THEIRS.clean(source, kind="html")
    assert [block.text for block in theirs.blocks] == [block.text for block in ours.blocks]
    assert theirs.outcome is not Outcome.ERROR
    assert bool(theirs.text) == any(block.kept for block in theirs.blocks)


def test_a_hidden_copy_in_front_does_not_take_the_place_of_what_is_shown() -> None:
    """Under a profile that leaves out what is hidden the words are found where they are shown."""
    lines = "".join(
        f"<p>{sentence} It went on for as long as anybody there could remember, and then some.</p>"
        for sentence in (
            "The ferry left at seven and nobody saw it go.",
            "By noon the harbour was empty again, as in every winter.",
            "The crew stayed at home, for the wind blew from the north.",
        )
    )
    page = f"<html><body><article><div hidden>{lines}</div><div>{lines}</div></article></body></html>"
    document = cleancorpus.Cleaner(engine="trafilatura", profile="article+shown").clean(page)
    assert document.text.count("nobody saw it go") == 1
    assert not any(block.kept for block in document.blocks if block.markup is not None and not block.markup.shown)
