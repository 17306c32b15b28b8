"""All fields of a page: never from noise, each with its evidence, as the public calls give them."""

from __future__ import annotations

import json

import pytest

import cleancorpus
from cleancorpus.block import Block, Kind, Markup
from cleancorpus.document import Metadata
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.extract import extract_metadata
from cleancorpus.metadata.shown import READABLE
from cleancorpus.outcome import Outcome
from cleancorpus.page import InputKind, Page
from cleancorpus.role import Role

TITLE = "Harbour empties before the long winter"
PARAGRAPHS = (
    (
        "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters. "
        "The old men had not seen its like since the war, and nobody on the quay had expected the ice to hold."
    ),
    (
        "By the evening the council had met twice, and twice it had sent the harbour master home without an answer. "
        "In the end the boats were hauled up by hand, forty people to a rope, and all were singing."
    ),
    (
        "It was three weeks before the first of them went out again, and the catch was so small that the cook bought "
        "it whole. She has kept the bill, and it hangs behind the bar between a barometer and a calendar."
    ),
)
BYLINE = '<p class="byline">By Anna Kessler</p>'
DATE_LINE = "<p>3 December 2020, 10:25</p>"
TEASERS = '<aside class="related"><h2>Related stories</h2>' + "".join(
    f'<div class="teaser"><a href="/s{day}"><h3>Another story number {day} about the coast</h3></a>'
    f'<p class="byline">By Carl Other</p><time datetime="2025-06-0{day}">June {day}, 2025</time>'
    "<p>A summary of that other story, which goes on for a while.</p></div>"
    for day in (1, 2, 3)
) + "</aside>"  # fmt: skip
COMMENTS = (
    '<section id="comments" class="comments"><h2>Comments (1)</h2><div class="comment">'
    '<span class="author">By Dora Reader</span> <time datetime="2025-07-01">July 1, 2025</time>'
    "<p>I remember that winter too, and I was cold all through.</p></div></section>"
)


def page(head: str = "", above: str = "", below: str = "", lang: str = "en") -> str:
    """An article of three paragraphs with something around it."""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{TITLE} - Sutton Herald</title>{head}</head>'
        f"<body><article><h1>{TITLE}</h1>{above}{body}</article>{below}"
        "<footer>© 2020 Sutton Herald. All rights reserved.</footer></body></html>"
    )


def jsonld(**fields: object) -> str:
    """A JSON-LD script element."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


class English:
    """An identifier without a model."""

    name = "english"

    def identify(self, text: str) -> tuple[str, float]:
        """Always English."""
        return ("en" if text else "und"), 1.0


@pytest.mark.parametrize("noise", [TEASERS, COMMENTS, TEASERS + COMMENTS], ids=["teasers", "comments", "both"])
def test_noise_around_an_article_gives_neither_date_nor_author(noise: str) -> None:
    """An article without byline and date line has none, however many stand in its teasers and comments."""
    document = cleancorpus.clean(page(below=noise))
    assert (document.title, document.authors, document.date) == ("Harbour empties before the long winter", (), None)


@pytest.mark.parametrize("noise", [TEASERS, COMMENTS])
def test_the_articles_own_byline_and_date_are_found_beside_noise(noise: str) -> None:
    """The article's author and day, not those of newer teasers."""
    document = cleancorpus.clean(page(above=BYLINE + DATE_LINE, below=noise))
    assert (document.authors, document.date) == (("Anna Kessler",), "2020-12-03T10:25")


def test_plain_text_is_read_from_its_lines_alone() -> None:
    """Title, date and author of a text; the dates below the cue belong to other stories."""
    lines = [
        "Harbour empties before the long winter",
        "10:25 | 03/12/2020",
        *PARAGRAPHS,
        "Anna Kessler",
        "Related stories",
    ]
    lines += [
        "Another story about the coast and its people",
        "By Carl Other - 05/06/2025",
        "A boat that went too far out",
        "06/06/2025",
    ]
    document = cleancorpus.clean("\n\n".join(lines))
    assert (document.title, document.date) == ("Harbour empties before the long winter", "2020-12-03T10:25")
    assert document.authors == ("Anna Kessler",)


def test_an_undated_text_takes_no_date_from_the_stories_below() -> None:
    """The teasers' day is not the text's."""
    lines = [
        *PARAGRAPHS,
        "Related stories",
        "Another story about the coast and its people",
        "By Carl Other - 05/06/2025",
    ]
    document = cleancorpus.clean("\n\n".join([*lines, "A boat that went too far out", "06/06/2025"]))
    assert (document.date, document.authors) == (None, ())


@pytest.mark.parametrize(("lang", "expected"), [("en-US", "2020-03-12"), ("en", "2020-12-03"), ("de", "2020-12-03")])
def test_the_order_of_day_and_month_follows_the_page(lang: str, expected: str) -> None:
    """Month first on American pages only."""
    assert cleancorpus.clean(page(above="<p>By Anna Kessler | 03/12/2020</p>", lang=lang)).date == expected


@pytest.mark.parametrize("role", sorted(set(Role) - READABLE))
def test_nothing_is_read_from_a_role_that_is_not_readable(role: Role) -> None:
    """Not even the most telling block of noise says anything about the page."""
    texts = ("By Anna Kessler, 3 May 2021", "© 2020 Example Press", "3 May 2021")
    blocks = tuple(
        Block(text, Kind.PARAGRAPH, None, role=role, markup=Markup(0, times=("2021-05-03",), rel_author=True)) for text in texts
    )
    assert extract_metadata(Page(InputKind.HTML, blocks), English(), default_lexicon()) == Metadata()


def test_an_empty_page_has_empty_metadata() -> None:
    """No blocks, no statements: absence everywhere."""
    assert extract_metadata(Page(InputKind.HTML, ()), English(), default_lexicon()) == Metadata()


def test_language_is_that_of_the_kept_text() -> None:
    """Noise in another language does not vote; too few letters are undetermined."""
    spanish = (
        "<aside class='related'><h2>Related</h2>"
        + "<a href='/x'>La historia de los barcos que nunca volvieron</a>" * 5
        + "</aside>"
    )
    metadata = cleancorpus.clean(page(below=spanish)).metadata
    assert (metadata.language, list(metadata.languages)) == ("en", ["en"])
    short = cleancorpus.clean("12 x", kind="text")
    assert (short.language, short.metadata.evidence["language"].source.partition("-")[0]) == ("und", "py3langid")
    assert cleancorpus.clean("").language is None


def test_address_and_host_come_from_the_call_or_the_page() -> None:
    """The canonical address wins over the given one; the host follows it."""
    given = cleancorpus.clean(page(), url="https://www.example.org/a").metadata
    assert (given.url, given.hostname) == ("https://www.example.org/a", "example.org")
    stated = cleancorpus.clean(page(head='<link rel="canonical" href="/b">'), url="https://www.example.org/a?ref=1").metadata
    assert (stated.url, stated.hostname) == ("https://www.example.org/b", "example.org")


FULL_HEAD = jsonld(
    author={"@type": "Person", "name": "Anna Kessler"},
    datePublished="2020-12-03",
    dateModified="2020-12-04",
    keywords="sea, ice",
    articleSection="Coast",
) + (
    '<meta name="description" content="About a harbour."><meta property="og:image" content="https://example.org/i.png">'
    '<link rel="license" href="https://example.org/licence">'
)


def test_every_field_is_filled_from_its_statement() -> None:
    """One page that states all that is read."""
    metadata = cleancorpus.clean(page(head=FULL_HEAD), url="https://example.org/a").metadata
    assert (metadata.authors, metadata.date, metadata.modified) == (("Anna Kessler",), "2020-12-03", "2020-12-04")
    assert (metadata.description, metadata.image) == ("About a harbour.", "https://example.org/i.png")
    assert (metadata.tags, metadata.categories) == (("sea", "ice"), ("Coast",))
    assert (metadata.licence, metadata.sitename) == ("https://example.org/licence", "Sutton Herald")


@pytest.mark.parametrize(
    "name",
    ["title", "authors", "date", "modified", "sitename", "url", "description", "tags", "categories", "image", "licence"],
)
def test_every_field_has_evidence(name: str) -> None:
    """Evidence per field: where the value came from, and from which text."""
    metadata = cleancorpus.clean(page(head=FULL_HEAD), url="https://example.org/a").metadata
    assert getattr(metadata, name)
    assert metadata.evidence[name].text
    assert 0.0 <= metadata.evidence[name].confidence <= 1.0


def test_a_field_without_value_has_no_evidence() -> None:
    """Evidence is kept for what is known, and for nothing else."""
    metadata = cleancorpus.clean(page()).metadata
    assert all(getattr(metadata, name) for name in metadata.evidence)


def test_what_cannot_be_written_does_not_get_into_metadata() -> None:
    """Lone surrogates and controls in statements leave metadata that can be encoded and shown."""
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a\\u0000b\\ud800", '
        '"author": "\\udfffAnna Kessler", "description": "\\ud83d", '
        '"image": "https://example.org/\\ud800", "keywords": "\\ud800x, y"}</script>'
    )
    document = cleancorpus.clean(page(head=script))
    assert document.outcome is Outcome.OK
    written = json.dumps(document.to_dict(), ensure_ascii=False)
    written.encode("utf-8")
    assert "\x00" not in "".join((document.metadata.title or "", document.metadata.description or "", *document.metadata.tags))


def test_a_broken_url_does_not_cost_the_text() -> None:
    """The caller's URL is metadata: whatever it is, the page is cleaned."""
    document = cleancorpus.clean(page(head='<link rel="canonical" href="/a/b">'), url="http://[bad")
    assert document.outcome is Outcome.OK


def test_hostile_jsonld_does_not_cost_the_text() -> None:
    """Statements that cannot be read are no statements."""
    deep = f'{{"@type": "NewsArticle", "headline": "x", "author": {"[" * 700}"y"{"]" * 700}}}'
    document = cleancorpus.clean(page(head=f'<script type="application/ld+json">{deep}</script>'))
    assert document.outcome is Outcome.OK
