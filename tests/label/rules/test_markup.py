"""markup: what tags and class words call a block, and where they are not believed."""

from __future__ import annotations

import pytest

from tests.label.reading import KEPT, html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES


def beside(language: str, html: str, opening: str) -> tuple[str, str]:
    """What a block is that stands inside the article of a page, in markup of its own."""
    story = STORIES[language]
    page = (
        f"<body><article><h1>{story.title}</h1>"
        f"{paragraphs(story.first)}{html}{paragraphs(story.second, story.third)}</article></body>"
    )
    return html_verdict(page, opening)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<nav>Eins Zwei Drei</nav>", ("nav", "tag-nav")),
        ("<footer>Eins Zwei Drei</footer>", ("nav", "tag-footer")),
        ("<aside><a href=/x>Eins</a> Zwei</aside>", ("related", "tag-aside")),
        ("<form>Eins Zwei</form>", ("nav", "tag-form")),
        ("<figure><figcaption>Eins Zwei</figcaption></figure>", ("caption", "tag-figcaption")),
    ],
)
@pytest.mark.parametrize("language", ["de", "vi"])
def test_tags(language: str, html: str, expected: tuple[str, str]) -> None:
    """The nearest that names a role."""
    assert beside(language, html, "Eins") == expected


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("related-posts", "related"),
        ("c-trending__list", "related"),
        ("articleTeaser", "related"),
        ("breadcrumbs", "nav"),
        ("social share_bar", "nav"),
        ("tagCloud tags", "nav"),
        ("newsletter-box", "promo"),
        ("cookie-consent", "promo"),
        ("site-copyright", "legal"),
        ("image_caption", "caption"),
        ("entry-author", "byline"),
        ("pubDate", "date"),
        ("sapo", "lead"),
        ("standfirst", "lead"),
        ("article-kicker", "kicker"),
        ("user-comments", "comment"),
    ],
)
def test_words_of_classes(words: str, role: str) -> None:
    """Cut at hyphens, underscores and capitals; the id counts as well."""
    for attribute in ("class", "id"):
        found = beside("es", f"<div {attribute}='{words}'>Uno dos tres</div>", "Uno")
        assert (found[0], found[1].split("-")[0]) == (role, "class")


@pytest.mark.parametrize(
    "words",
    [
        "content",
        "article-body",
        "post",
        "entry text",
        "advice",
        "dateless",
        "commentary-free-zone",
        "navigator",
        "columns",
    ],
)
def test_words_that_say_nothing(words: str) -> None:
    """Names of containers, and words that only begin alike."""
    assert not beside("es", f"<div class='{words}'>Uno dos tres</div>", "Uno")[1].startswith("class-")


@pytest.mark.parametrize(
    "words", ["has-newsletter related", "comments-open nav-fixed", "share popular", "sidebar-author legal copyright"]
)
@pytest.mark.parametrize("tag", ["body", "article", "div"])
def test_words_on_what_holds_the_article(tag: str, words: str) -> None:
    """They tell of the page, not of what it is for."""
    story = STORIES["pt"]
    inside = f"<h1>{story.title}</h1>{paragraphs(*story.paragraphs)}"
    page = f"<body class='{words}'>{inside}</body>" if tag == "body" else f"<body><{tag} class='{words}'>{inside}</{tag}></body>"
    assert [html_verdict(page, text) for text in story.paragraphs] == [("body", "main-text")] * 3
    assert html_verdict(page, story.title)[0] == "title"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_teasers_word_is_believed_for_short_blocks_only(language: str) -> None:
    """A card may hold a paragraph of the article."""
    story = STORIES[language]
    assert beside(language, "<div class=card>One two three</div>", "One") == ("related", "class-card")
    page = (
        f"<body><article><h1>{story.title}</h1>"
        + "".join(f"<div class=card><p>{text}</p></div>" for text in story.paragraphs)
        + "</article></body>"
    )
    assert {html_verdict(page, text)[0] for text in story.paragraphs} == {"body"}


def test_the_title_is_never_taken_away() -> None:
    """Whatever the box in which it stands."""
    story = STORIES["ru"]
    for box in ("<header class='nav related'>", "<div class=teaser>", "<div class=byline>", "<nav>"):
        close = f"</{box[1:].split()[0].rstrip('>')}>"
        page = f"<body><main>{box}<h1>{story.title}</h1>{close}{paragraphs(*story.paragraphs)}</main></body>"
        assert html_verdict(page, story.title)[0] == "title"


def test_a_pull_quote_in_an_aside() -> None:
    """Nothing in it leads away, so the tag is not believed."""
    assert beside("fr", "<aside><p>La tour se tait la nuit</p></aside>", "La tour se")[0] in KEPT
    assert beside("fr", "<aside><p>La tour se tait <a href=/x>la nuit</a></p></aside>", "La tour se") == (
        "related",
        "tag-aside",
    )


def test_the_header_of_the_site_and_that_of_the_article() -> None:
    """One is navigation, the other holds the article's first words."""
    story = STORIES["nl"]
    page = (
        f"<body><header><div>Oudemeer Nu</div></header><article><header><h1>{story.title}</h1><div>Leven "
        "op de markt in negen jaar</div></header>"
        f"{paragraphs(*story.paragraphs)}</article></body>"
    )
    assert html_verdict(page, "Oudemeer Nu") == ("nav", "site-header")
    assert html_verdict(page, "Leven")[1] != "site-header"


@pytest.mark.parametrize("language", ["en", "vi"])
def test_comments_below_an_article(language: str) -> None:
    """The readers' posts, by their class alone."""
    story, post = STORIES[language], STORIES["id"].third
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</article><div id=comments>"
        f"<p>{post}</p></div></body>"
    )
    assert html_verdict(page, post) == ("comment", "class-comments")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_posts_of_a_forum(language: str) -> None:
    """They outweigh the rest: the page is for them."""
    story = STORIES[language]
    posts = "".join(f"<div class='comment'><p>{text}</p></div>" for text in story.paragraphs * 3)
    page = f"<body><h1>{story.title}</h1><div>{posts}</div></body>"
    assert {html_verdict(page, text)[0] for text in story.paragraphs} == {"body"}


def test_text_has_no_markup() -> None:
    """Words of the text are no classes."""
    story = STORIES["en"]
    assert verdict(lines(story.title, story.first, "class related nav", story.second, story.third), "class")[0] == "body"
