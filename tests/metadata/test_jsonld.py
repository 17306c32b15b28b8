"""JSON-LD: the one object that speaks about the page's article; broken or hostile JSON counts as none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cleancorpus.metadata.embedded import Article, Embedded, read_embedded
from cleancorpus.page import Statements

STORY: dict[str, Any] = {"@type": "NewsArticle", "headline": "Harbour empties", "datePublished": "2020-12-03"}
TEASER: dict[str, Any] = {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2025-06-01"}


def read(*scripts: Any) -> Article:
    """The article of some scripts given as values."""
    return read_embedded(Statements(jsonld=tuple(json.dumps(script) for script in scripts))).article


@pytest.mark.parametrize("name", ['<a href="/anna" rel="author">Anna  Kessler</a>', "&lt;b&gt;Anna Kessler&lt;/b&gt;"])
def test_markup_inside_values_is_none_of_them(name: str) -> None:
    """What stands between signs of comparison stays."""
    assert read(STORY | {"author": name}).authors == ("Anna Kessler",)
    assert read(STORY | {"headline": "If 3 < 4 and 5 > 2"}).headline == "If 3 < 4 and 5 > 2"


@pytest.mark.parametrize(
    "data",
    [
        STORY,
        [STORY],
        {"@graph": [{"@type": "WebSite", "name": "Herald"}, {"@type": "BreadcrumbList"}, STORY]},
        [{"@type": "Organization", "name": "Herald"}, {"@graph": [STORY]}],
        {"@type": "WebPage", "datePublished": "2019-01-01", "headline": "Page", "mainEntity": STORY},
        {"@type": "WebPage", "name": "Page", "mainEntityOfPage": STORY},
        STORY | {"@type": ["Thing", "ReportageNewsArticle"]},
        STORY | {"@type": "https://schema.org/NewsArticle"},
        STORY | {"@type": "BlogPosting"},
    ],
    ids=[
        "plain",
        "list",
        "graph",
        "graph-in-list",
        "inside-webpage",
        "main-entity-of-page",
        "types",
        "full-iri",
        "posting",
    ],
)
def test_the_article_is_found_wherever_it_stands(data: Any) -> None:
    """Graphs, lists, types in several spellings, an article inside its WebPage."""
    found = read(data)
    assert (found.headline, found.published) == ("Harbour empties", "2020-12-03")


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "ItemList", "itemListElement": [TEASER, {"@type": "ListItem", "item": TEASER}]},
        {"@type": "WebSite", "name": "Herald", "hasPart": [TEASER]},
        {"@type": "Organization", "name": "Herald", "subjectOf": TEASER},
        {"@type": "WebPage", "name": "Page without statements"},
        {"@type": "NewsArticle"},
        TEASER | {"@type": "Person"},
    ],
)
def test_other_objects_are_no_article(data: Any) -> None:
    """Lists of other stories, sites and organisations say nothing about this page."""
    assert read(data) == Article()


def test_stories_inside_the_article_are_not_the_article() -> None:
    """Related stories, comments and parts of an article do not speak for it."""
    inner = {
        "comment": [{"@type": "Comment", "author": "Dora Reader"}],
        "hasPart": [TEASER],
        "mentions": TEASER,
        "isPartOf": TEASER,
    }
    assert read(STORY | inner) == read(STORY)


def test_a_real_article_wins_over_its_page_in_any_order() -> None:
    """What stands of the page as such is kept apart."""
    page = {"@type": "WebPage", "headline": "Page", "datePublished": "2019-01-01"}
    assert read(page, STORY).headline == read(STORY, page).headline == "Harbour empties"
    alone = read_embedded(Statements(jsonld=(json.dumps(page),)))
    assert (alone.article, alone.page.headline, alone.page.published) == (Article(), "Page", "2019-01-01")


@pytest.mark.parametrize(
    ("title", "headline"), [("Another story", "Another story"), ("HARBOUR empties!", "Harbour empties"), ("x", "Harbour empties")]
)
def test_of_two_articles_the_one_with_the_pages_title_is_meant(title: str, headline: str) -> None:
    """The first where neither has it."""
    scripts = [json.dumps([STORY, TEASER])]
    assert read_embedded(Statements(jsonld=tuple(scripts)), [title]).article.headline == headline


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Harbour empties", "datePublished": "2020-12-03",}',
        '<!-- {"@type": "NewsArticle", "headline": "Harbour empties", "datePublished": "2020-12-03"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Harbour empties", "datePublished": "2020-12-03"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Harbour\nempties", "datePublished": "2020-12-03"}',
        '{"@type": "NewsArticle", "headline": "Harbour empties", "datePublished": "2020-12-03"};',
        '{"@type": "WebSite"}\n{"@type": "NewsArticle", "headline": "Harbour empties", "datePublished": "2020-12-03"}',
        '{"@type": "NewsArticle", "headline": "Harbour empties", "datePublished": "2020-12-03"}'.replace('"', "&quot;"),
    ],
    ids=["last-comma", "comment", "cdata", "line-end", "semicolon", "two-values", "entities"],
)
def test_what_sites_get_wrong_most_is_read_all_the_same(script: str) -> None:
    """Nearly JSON, with one meaning."""
    found = read_embedded(Statements(jsonld=(script,))).article
    assert (found.headline, found.published) == ("Harbour empties", "2020-12-03")


@pytest.mark.parametrize(
    "script", ["", "{", "{]", "null", "7", '"x"', "[[[[", '{"@type": NewsArticle}', "\x00", "[" * 100_000, "{}" * 50_000]
)
def test_what_is_no_json_says_nothing(script: str) -> None:
    """Hostile and broken scripts neither raise nor count."""
    assert read_embedded(Statements(jsonld=(script,))) == Embedded()


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Anna Kessler", ("Anna Kessler",)),
        ({"@type": "Person", "name": " Anna \n Kessler "}, ("Anna Kessler",)),
        (
            [{"@type": "Person", "name": "Anna Kessler"}, {"name": "Ben Ode"}, "Anna Kessler"],
            ("Anna Kessler", "Ben Ode"),
        ),
        ({"@type": "Organization", "name": "Herald"}, ()),
        ({"@type": "Corporation", "name": "Herald"}, ()),
        ({"@type": ["NewsMediaOrganization"], "name": "Herald"}, ()),
        ([{"@type": "Organization", "name": "Herald"}, {"@type": "Person", "name": "Ben Ode"}], ("Ben Ode",)),
        ({"name": ["Anna Kessler", "Ben Ode"]}, ("Anna Kessler", "Ben Ode")),
        ({"@type": "Person"}, ()),
        (None, ()),
        (7, ()),
        ({}, ()),
    ],
)
def test_authors_are_persons(author: Any, names: tuple[str, ...]) -> None:
    """As text, object or list, each once; organisations are left out."""
    assert read(STORY | {"author": author}).authors == names


def test_an_author_given_by_reference_is_found_in_the_graph() -> None:
    """The common shape of blog software: the person stands once in the graph and is referred to."""
    graph = [
        STORY | {"author": {"@id": "#anna"}, "publisher": {"@id": "#herald"}},
        {"@type": "Person", "@id": "#anna", "name": "Anna Kessler"},
        {"@type": "Organization", "@id": "#herald", "name": "Herald"},
    ]
    found = read({"@graph": graph})
    assert (found.authors, found.publisher) == (("Anna Kessler",), "Herald")


def test_the_other_fields() -> None:
    """Publisher, images, keywords and sections in their usual shapes."""
    found = read(
        STORY
        | {
            "dateModified": "2021-01-01",
            "publisher": {"@type": "Organization", "name": "Herald"},
            "image": [{"@type": "ImageObject", "url": "https://example.org/a.png"}, "https://example.org/b.png"],
            "keywords": "sea, ice,, sea",
            "articleSection": ["Coast", "Winter"],
            "description": "Ice.",
        }
    )
    assert found.modified == "2021-01-01"
    assert (found.publisher, found.image, found.description) == ("Herald", "https://example.org/a.png", "Ice.")
    assert (found.keywords, found.sections) == (("sea", "ice"), ("Coast", "Winter"))


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "not json",
        "null",
        "3",
        '"text"',
        "[]",
        "{}",
        '{"@type": null}',
        '{"@type": 5, "headline": "x"}',
        '{"@graph": "x"}',
        '{"n": ' + "1" * 6000 + "}",
        "[" * 100_000,
        '{"@graph":' * 50_000,
        "NaN",
    ],
)
def test_broken_json_counts_as_none(script: str) -> None:
    """A broken script says nothing, and does not hide the next."""
    assert read_embedded(Statements(jsonld=(script,))).article == Article()
    assert read_embedded(Statements(jsonld=(script, json.dumps(STORY)))).article.headline == "Harbour empties"


@pytest.mark.parametrize("script", ["<!-- {} -->", "{};", "\ufeff\n {} \n"], ids=["comment", "semicolon", "blank"])
def test_small_slips_are_forgiven(script: str) -> None:
    """Wrappers that browsers' readers forgive, and raw line ends inside strings."""
    body = '{"@type": "NewsArticle", "headline": "Harbour\nempties"}'
    assert (
        read_embedded(Statements(jsonld=(script.replace("{}", body).replace("\ufeff", ""),))).article.headline
        == "Harbour empties"
    )


@pytest.mark.parametrize("value", [5, True, None, {}, [], {"a": 1}, [[["x"]]], [None, 5]])
@pytest.mark.parametrize(
    "field", ["headline", "author", "datePublished", "publisher", "image", "keywords", "articleSection", "description"]
)
def test_values_of_an_unexpected_shape_do_no_harm(field: str, value: Any) -> None:
    """Whatever stands in a field, the others are read."""
    found = read({"@type": "Article", "name": "Harbour", "dateCreated": "2020-12-03", "author": "Anna Kessler"} | {field: value})
    assert isinstance(found, Article)
    assert field == "author" or found.authors in {("Anna Kessler",), ()}


def test_hostile_depth_does_not_raise() -> None:
    """Nesting of any depth, in any field, counts as broken or is read."""
    for depth in (100, 700, 850, 5_000, 100_000):
        for field in ("author", "keywords", "image", "@type"):
            script = f'{{"@type": "NewsArticle", "headline": "x", "{field}": {"[" * depth}"y"{"]" * depth}}}'
            assert isinstance(read_embedded(Statements(jsonld=(script,))), Embedded)


def test_hostile_breadth_ends() -> None:
    """A flood of objects is cut off, not walked to its end."""
    assert read([{"@type": "Thing"}] * 50_000, STORY).headline in {None, "Harbour empties"}
    assert read(STORY, [{"@type": "Thing"}] * 50_000).headline == "Harbour empties"
