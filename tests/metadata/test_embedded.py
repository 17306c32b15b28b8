"""Microdata and RDFa: what is believed of an article that the markup describes, and what of its neighbours is not."""

from __future__ import annotations

import pytest

import cleancorpus
from cleancorpus.metadata.embedded import Embedded, read_embedded
from cleancorpus.page import Item, Statements, Syntax

TITLE = "Harbour empties before the long winter"
PARAGRAPHS = "".join(
    f"<p>The ferry left at {hour}, and by noon the harbour was empty again, as it always was in those winters. The old men had "
    "not seen its like since the war, and nobody on the quay had expected the ice to hold until the spring.</p>"
    for hour in ("seven", "eight", "nine", "ten")
)
AUTHOR = '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Anna Kessler</span></span>'
DATE = '<meta itemprop="datePublished" content="2020-12-03">'
TEASER = (
    '<div class="teaser" itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline">Another story</h3>'
    '<span itemprop="author">Carl Other</span><meta itemprop="datePublished" content="2025-06-01"></div>'
)


def article(inside: str, title: str = TITLE, kind: str = "https://schema.org/NewsArticle") -> str:
    return f'<article itemscope itemtype="{kind}"><h1 itemprop="headline">{title}</h1>{inside}{PARAGRAPHS}</article>'


def clean(body: str) -> cleancorpus.Metadata:
    return cleancorpus.clean(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>").metadata


def test_author_and_date_of_the_described_article_are_believed() -> None:
    """With the syntax as their source."""
    found = clean(article(AUTHOR + DATE))
    assert (found.authors, found.date) == (("Anna Kessler",), "2020-12-03")
    assert (found.evidence["authors"].source, found.evidence["date"].source) == ("microdata author", "microdata")


def test_rdfa_is_read_as_well() -> None:
    """Names of Dublin Core stand for those of schema.org."""
    html = (
        f'<article vocab="https://schema.org/" typeof="Article"><h1 property="headline">{TITLE}</h1>'
        '<p property="dc:creator">Anna Kessler</p><span property="dc:date dc:created" content="2020-12-03T09:00:00+01:00"></span>'
        f"{PARAGRAPHS}</article>"
    )
    found = clean(html)
    assert (found.authors, found.date) == (("Anna Kessler",), "2020-12-03T09:00:00+01:00")
    assert found.evidence["authors"].source == "rdfa author"


@pytest.mark.parametrize("place", [TEASER + article(""), article("") + TEASER, article(TEASER)], ids=["above", "below", "inside"])
def test_a_described_teaser_gives_nothing(place: str) -> None:
    """Neither its author nor its newer date, wherever it stands, in its items or its meta elements."""
    found = clean(place)
    assert "Carl Other" not in found.authors
    assert not (found.date or "").startswith("2025")


def test_a_lone_article_of_another_headline_is_not_this_one() -> None:
    """One teaser that is described, on a page whose article is not."""
    assert clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}{TEASER}").authors == ()


def test_a_described_comment_gives_nothing() -> None:
    """A comment is an item of its own, even as a value of the article."""
    comment = (
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Carl Other</span>'
        '<meta itemprop="datePublished" content="2025-06-01"><p itemprop="text">I was there and saw it all myself.</p></div>'
    )
    found = clean(article(AUTHOR + comment))
    assert found.authors == ("Anna Kessler",)
    assert found.date is None


@pytest.mark.parametrize(
    ("headline", "believed"),
    [
        ("Winter | " + TITLE, True),
        (TITLE.removeprefix("Harbour "), True),
        ("Harbour", False),
        ("Other harbours empty before the long winter", False),
    ],
    ids=["kicker", "cut", "a word of it", "another"],
)
def test_a_headline_may_have_a_kicker_or_lack_one(headline: str, *, believed: bool) -> None:
    """One headline in the other, where it is long enough to be no chance."""
    about = f'<div itemscope itemtype="https://schema.org/Article"><meta itemprop="headline" content="{headline}">{AUTHOR}</div>'
    found = clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}{about}")
    assert (found.authors == ("Anna Kessler",)) is believed


def test_a_review_described_by_rdfa_gives_nothing() -> None:
    """Its author and day, though a ``meta`` element has it."""
    review = (
        '<div typeof="Review"><span property="author">Carl Other</span><meta property="datePublished" content="2025-06-01"></div>'
    )
    found = clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}{review}")
    assert (found.authors, found.date) == ((), None)


def test_open_graph_speaks_of_the_page_wherever_it_stands() -> None:
    """Sites set it into the body, and into items."""
    graph = '<div itemscope><meta property="article:published_time" content="2020-12-03"></div>'
    assert clean(f"<h1>{TITLE}</h1>{graph}{PARAGRAPHS}").date == "2020-12-03"


def test_statements_in_the_head_are_the_pages_own() -> None:
    """``meta itemprop`` in the head speaks of the page even where the root is an item."""
    html = (
        '<html itemscope itemtype="https://schema.org/WebPage"><head><meta itemprop="datePublished" content="2020-12-03">'
        f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"
    )
    assert cleancorpus.clean(html).date == "2020-12-03"


def test_json_ld_goes_before_the_markup_and_tells_what_it_said() -> None:
    """What sources say otherwise stands in the evidence."""
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "' + TITLE + '", "author": "Ben Ode"}</script>'
    )
    found = clean(script + article(AUTHOR))
    assert found.authors == ("Ben Ode",)
    assert ("microdata author", "Anna Kessler") in found.evidence["authors"].against


def test_other_fields_come_from_the_markup_where_nothing_else_has_them() -> None:
    """Description, picture, section, keywords, licence, publisher, type."""
    inside = (
        '<meta itemprop="description" content="A long winter."><img itemprop="image" src="https://herald.example/a.jpg">'
        '<meta itemprop="articleSection" content="Coast"><meta itemprop="keywords" content="ice, ferry">'
        '<link itemprop="license" href="https://creativecommons.org/licenses/by/4.0/">'
        '<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization">'
        '<meta itemprop="name" content="Herald"></span>'
        '<meta itemprop="dateModified" content="2020-12-05">'
    )
    found = clean(article(inside))
    assert (found.description, found.image) == ("A long winter.", "https://herald.example/a.jpg")
    assert (found.categories, found.tags) == (("Coast",), ("ice", "ferry"))
    assert (found.licence, found.sitename) == ("https://creativecommons.org/licenses/by/4.0/", "Herald")
    assert (found.modified, found.page_type) == ("2020-12-05", "article")
    assert found.evidence["page_type"].source == "microdata type"


def test_no_structured_data_is_an_empty_answer() -> None:
    """And so are items that say nothing of an article."""
    assert read_embedded(Statements()) == Embedded()
    crumbs = Item(Syntax.MICRODATA, ("breadcrumblist",), (("itemlistelement", "Coast"),))
    assert read_embedded(Statements(items=(crumbs,)), [TITLE]) == Embedded()


@pytest.mark.parametrize(
    ("kind", "person"),
    [('["Person", "Organization"]', True), ('"Person"', True), ('"Organization"', False), ('"NewsMediaOrganization"', False)],
)
def test_a_publisher_that_is_called_a_person_is_known(kind: str, person: bool) -> None:
    """Also where it is referred to, as software writes it."""
    script = (
        '{"@graph": [{"@type": "Article", "headline": "Ice", "author": "A", "publisher": {"@id": "#p"}},'
        f'{{"@id": "#p", "@type": {kind}, "name": "Anna Kessler"}}]}}'
    )
    found = read_embedded(Statements(jsonld=(script,))).article
    assert (found.publisher, found.person_publishes) == ("Anna Kessler", person)
