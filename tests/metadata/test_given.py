"""Given: what a record says fills what the page does not, and disagreements are to be seen."""

from __future__ import annotations

from typing import Any

import pytest

import cleancorpus
from cleancorpus.document import Evidence, Metadata
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.given import Given, read_given, settle

LEXICON = default_lexicon()
PAGE = (
    '<html><head><title>Harbour empties - Herald</title><meta name="author" content="Anna Kessler">'
    '<meta property="article:published_time" content="{date}"></head><body><h1>Harbour empties</h1>'
    "<p>The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters.</p></body></html>"
)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({}, Given()),
        ({"title": " Ice \n here "}, Given(title="Ice here")),
        ({"Headline": "Ice"}, Given(title="Ice")),
        ({"author": "By Anna Kessler and Ben Ode"}, Given(authors=("Anna Kessler", "Ben Ode"))),
        ({"authors": ["Anna Kessler", None, 7, "Ben Ode"]}, Given(authors=("Anna Kessler", "Ben Ode"))),
        ({"date": "3 May 2021"}, Given(date="2021-05-03")),
        ({"publish_date": "2021-05-03T10:00:00Z"}, Given(date="2021-05-03T10:00:00Z")),
        ({"date": "no date"}, Given()),
        ({"warc-date": "2021-05-03T10:00:00Z", "timestamp": "x"}, Given(crawled="2021-05-03T10:00:00Z")),
        ({"publisher": "Herald", "summary": "About ice."}, Given(sitename="Herald", description="About ice.")),
        ({"title": 7, "author": {"name": "x"}, "date": 20210503, "warc-date": "yesterday"}, Given()),
    ],
)
def test_fields_are_read_under_the_names_that_corpora_use(record: dict[str, Any], expected: Given) -> None:
    """Strings and lists of them; anything else says nothing."""
    assert read_given(record, LEXICON) == expected


def test_what_the_page_does_not_say_is_filled() -> None:
    """With the record named as the source."""
    metadata = settle(Metadata(), Given(title="Ice", authors=("Anna Kessler",), date="2021-05-03"))
    assert (metadata.title, metadata.authors, metadata.date) == ("Ice", ("Anna Kessler",), "2021-05-03")
    assert metadata.evidence["authors"] == Evidence("given", "Anna Kessler", 0.5)


@pytest.mark.parametrize(
    ("given", "against"),
    [
        ("2021-05-04", (("meta date", "2020-01-01"), ("given", "2021-05-04"))),
        ("2021-05-03T08:00:00Z", (("meta date", "2020-01-01"),)),
    ],
)
def test_what_the_record_says_otherwise_is_kept(given: str, against: tuple[tuple[str, str], ...]) -> None:
    """The page's own word stands; the record's is evidence against it, unless both mean the same day."""
    own = Metadata(date="2021-05-03", evidence={"date": Evidence("json-ld", "2021-05-03", 0.9, (("meta date", "2020-01-01"),))})
    settled = settle(own, Given(date=given))
    assert settled.date == "2021-05-03"
    assert settled.evidence["date"].against == against


def test_names_in_another_order_or_spelling_are_the_same() -> None:
    """No disagreement is reported where there is none."""
    own = Metadata(authors=("Anna Kessler", "Ben Ode"), evidence={"authors": Evidence("byline", "x", 0.9)})
    assert settle(own, Given(authors=("BEN ODE", "Anna Kessler"))) == own


def test_a_page_is_not_dated_after_it_was_fetched() -> None:
    """Through the public call: the record's crawl date bounds the page's."""
    page = PAGE.format(date="2030-01-01")
    assert cleancorpus.clean(page).date == "2030-01-01"
    known = {"warc-date": "2021-05-03T10:00:00Z", "author": "Ben Ode"}
    document = cleancorpus.clean(page, known=known)
    assert (document.date, document.authors) == (None, ("Anna Kessler",))
    assert document.metadata.evidence["authors"].against == (("given", "Ben Ode"),)


def test_known_facts_go_through_batches_too() -> None:
    """One record's facts do not become another's."""
    text = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters of old."
    sources = [(text, None, None, {"title": "One"}), (text, None, None, None), (text, None), text]
    assert [document.title for document in cleancorpus.Cleaner().clean_many(sources)] == ["One", None, None, None]
