"""Named rules of HTML: kickers and standfirsts."""

from __future__ import annotations

import pytest

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.labeller import Label
from cleancorpus.label.named import Leanings
from cleancorpus.label.named_html import name_html
from cleancorpus.role import Role
from cleancorpus.segment.html import segment_html
from tests.label.naming import PROSE, TITLE
from tests.label.reading import page_of


@pytest.mark.parametrize(
    ("line", "taken", "found"), [("Memory of a place", Role.DATE, Role.KICKER), ("3 May 2021", Role.DATE, Role.DATE)]
)
def test_a_date_without_a_figure_above_the_title_is_its_kicker(line: str, taken: Role, found: Role) -> None:
    """What the model calls a date and is none."""
    page = page_of(f"<div><span><p>{line}</p></span><h1>{TITLE}</h1><p>{PROSE}</p></div>", "html")
    labels = [Label(Role.DATE, 0.9, "model"), Label(Role.TITLE, 0.9, "model"), Label(Role.BODY, 0.9, "model")]
    batch = Batch([page])
    named_now = name_html(batch, slice(0, batch.size), labels, Leanings([0, 9_000, 0], [Role.OTHER] * 3))
    assert named_now[0].role is found


@pytest.mark.parametrize(("line", "found"), [("Memory of a place", Role.KICKER), (PROSE, Role.LEAD)])
def test_a_short_line_above_the_title_is_no_lead(line: str, found: Role) -> None:
    """That stands below; a paragraph above it may be one all the same."""
    page = page_of(f"<div><p>{line}</p><h1>{TITLE}</h1><p>{PROSE}</p></div>", "html")
    labels = [Label(Role.LEAD, 0.9, "model"), Label(Role.TITLE, 0.9, "model"), Label(Role.BODY, 0.9, "model")]
    batch = Batch([page])
    assert name_html(batch, slice(0, batch.size), labels, Leanings([0, 9_000, 0], [Role.OTHER] * 3))[0].role is found


def test_a_long_heading_above_the_first_paragraph_is_the_lead() -> None:
    """In HTML; a short one, and one below it, heads what follows."""
    long = "What the last ferry of the year leaves behind, and who waits for the first one of spring"
    markup = f"<h1>{TITLE}</h1><h2>{long}</h2><h2>Waiting</h2><p>{PROSE}</p><h2>{long}</h2><p>{PROSE}</p>"
    batch = Batch([segment_html(markup, markup)])
    roles = [Role.TITLE, Role.HEADING, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY]
    labels = [Label(role, 0.9, "model") for role in roles]
    leanings = Leanings([9_000, *[-9_000] * 5], [Role.OTHER] * 6)
    found = [label.role for label in name_html(batch, slice(0, 6), labels, leanings)]
    assert found == [Role.TITLE, Role.LEAD, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY]


@pytest.mark.parametrize(
    ("line", "taken"), [("3 May 2021 – Press releases", Role.OTHER), ("Lund, 3 May 2021 - Ode", Role.CAPTION)]
)
@pytest.mark.parametrize("above", [True, False])
def test_a_day_by_the_title_is_the_pages(line: str, taken: Role, above: bool) -> None:
    """Right above it or between it and the first paragraph; not where a date stands there already, nor a teaser's."""

    def role(taken: Role, *below: tuple[str, Role]) -> Role:
        head = [(TITLE, Role.TITLE), (line, taken)]
        blocks = [*(reversed(head) if above else head), *below, (PROSE, Role.BODY)]
        markup = "".join(f"<p>{text}</p>" for text, _ in blocks)
        labels = [Label(role, 0.9, "model") for _, role in blocks]
        leanings = Leanings([9_000 if role is Role.TITLE else -9_000 for _, role in blocks], [Role.OTHER] * len(blocks))
        return name_html(Batch([segment_html(markup, markup)]), slice(0, len(blocks)), labels, leanings)[0 if above else 1].role

    assert role(taken) is Role.DATE
    assert role(taken, ("4 May 2021", Role.DATE)) is not Role.DATE
    assert role(taken, ("Evening edition", Role.DATE)) is Role.DATE
    assert role(Role.RELATED) is not Role.DATE


@pytest.mark.parametrize("crowd", [Role.RELATED, Role.COMMENT])
def test_names_and_days_in_the_midst_of_teasers_or_comments_are_theirs(crowd: Role) -> None:
    """One or several between two of them; not what stands by the article, nor behind the last."""
    roles = [Role.TITLE, Role.BYLINE, Role.BODY, Role.DATE, crowd, Role.BYLINE, Role.DATE, crowd, Role.BYLINE, crowd, Role.DATE]
    markup = "".join(f"<p>Block {number} of the page</p>" for number in range(len(roles)))
    labels = [Label(role, 0.6 if role is crowd else 0.9, "model") for role in roles]
    leanings = Leanings([9_000 if role is Role.TITLE else -9_000 for role in roles], [Role.OTHER] * len(roles))
    found = name_html(Batch([segment_html(markup, markup)]), slice(0, len(roles)), labels, leanings)
    assert [label.role for label in found] == [*roles[:5], crowd, crowd, crowd, crowd, crowd, Role.DATE]
    assert [label.reason for label in found].count("in-their-midst") == 3
    assert found[5].score == 0.6


def test_a_name_below_the_last_teaser_is_its_own_where_markup_says_so() -> None:
    """Its element is made like that of another teaser's name, and nothing of the article is."""
    parts = [
        ("<h1>Harbour freezes over</h1>", Role.TITLE),
        ("<p class=by>By Anna Kessler</p>", Role.BYLINE),
        ("<p>The ferry left at seven and did not come back before noon.</p>", Role.BODY),
        ("<div class=box><a href=/x>Museum opens</a></div>", Role.RELATED),
        ("<div class=box><i class=a>By Carl Other</i></div>", Role.RELATED),
        ("<div class=box><a href=/y>Road closed</a></div>", Role.RELATED),
        ("<div class=box><i class=a>By Ben Ode</i></div>", Role.BYLINE),
        ("<p class=by>By Dora Third</p>", Role.BYLINE),
        ("<p>Nice.</p>", Role.COMMENT),
    ]
    markup = "".join(part for part, _ in parts)
    labels = [Label(role, 0.4, "model") for _, role in parts]
    leanings = Leanings([9_000, *[-9_000] * 8], [Role.OTHER] * 9)
    found = name_html(Batch([segment_html(markup, markup)]), slice(0, 9), labels, leanings)
    assert [label.role for label in found[5:]] == [Role.RELATED, Role.RELATED, Role.BYLINE, Role.COMMENT]
    assert found[6].reason == "in-their-midst"


def test_beside_doubtful_teasers_a_name_stays_the_articles() -> None:
    """A label of the model that is likelier wrong than right says nothing about what is beside it."""
    roles = [Role.TITLE, Role.BODY, Role.RELATED, Role.BYLINE, Role.RELATED]
    markup = "".join(f"<p>Block {number} of the page</p>" for number in range(len(roles)))
    labels = [Label(role, 0.9 if number < 3 else 0.4, "model") for number, role in enumerate(roles)]
    leanings = Leanings([9_000, *[-9_000] * 4], [Role.OTHER] * 5)
    assert name_html(Batch([segment_html(markup, markup)]), slice(0, 5), labels, leanings)[3].role is Role.BYLINE


@pytest.mark.parametrize(
    ("kind", "element", "found"),
    [
        ("Product", 'p class="review-text"', Role.COMMENT),
        ("Product", "p data-testid=review", Role.COMMENT),
        ("ProductGroup", 'p itemprop="reviewBody"', Role.COMMENT),
        ("Product", 'div class="review"><p', Role.COMMENT),
        ("Product", 'div class="review"><p class="intro"', Role.BODY),
        ("Product", 'p class="preview"', Role.BODY),
        ("NewsArticle", 'p class="review-text"', Role.BODY),
        ("Service", 'p class="review-text"', Role.BODY),
    ],
)
def test_what_customers_wrote_of_a_product_is_comment(kind: str, element: str, found: Role) -> None:
    """On a page that states a product; a review is an article elsewhere."""
    head = f'<head><script type="application/ld+json">{{"@type": "{kind}", "name": "x"}}</script></head>'
    markup = f"<html>{head}<body><h1>{TITLE}</h1><p>{PROSE}</p><{element}>{PROSE}</p></body></html>"
    labels = [Label(role, 0.9, "model") for role in (Role.TITLE, Role.BODY, Role.BODY)]
    leanings = Leanings([9_000, -9_000, -9_000], [Role.OTHER] * 3)
    named_now = name_html(Batch([segment_html(markup, markup)]), slice(0, 3), labels, leanings)
    assert [label.role for label in named_now] == [Role.TITLE, Role.BODY, found]


@pytest.mark.parametrize(
    ("stated", "others"),
    [
        ('{"@graph": [{"@type": "Article"}, {"@type": "Product", "name": "x"}]}', True),
        ('{"@type": "Review", "itemReviewed": {"@type": "Product", "name": "x"}}', True),
        ('{"@type": "Product", "name": "x"}', False),
    ],
)
def test_a_test_of_a_product_keeps_its_text(stated: str, others: bool) -> None:
    """A page that states an article or a review as well is one, and so is one that has no other paragraph."""
    head = f'<head><script type="application/ld+json">{stated}</script></head>'
    other = f"<p>{PROSE}</p>" if others else ""
    markup = f"<html>{head}<body><h1>{TITLE}</h1>{other}<p class=review-text>{PROSE}</p></body></html>"
    labels = [Label(Role.TITLE, 0.9, "model"), *[Label(Role.BODY, 0.9, "model")] * (1 + others)]
    leanings = Leanings([9_000, *[-9_000] * (1 + others)], [Role.OTHER] * (2 + others))
    found = name_html(Batch([segment_html(markup, markup)]), slice(0, len(labels)), labels, leanings)
    assert found[-1].role is Role.BODY


@pytest.mark.parametrize(("attribute", "found"), [("hidden", Role.OTHER), ("class=hidden", Role.BODY)])
def test_what_is_hidden_on_a_page_that_shows_nothing(attribute: str, found: Role) -> None:
    """Whatever the model takes it for."""
    page = page_of(f"<body><div id=root></div><div {attribute}><p>{PROSE}</p></div>", "html")
    batch = Batch([page])
    (label,) = name_html(batch, slice(0, 1), [Label(Role.BODY, 0.9, "model")], None)
    assert label.role is found
    assert (label.reason == "nothing-shown") == (found is Role.OTHER)


@pytest.mark.parametrize(
    ("text", "taken", "found"),
    [
        ("Enjoyed the article? Get new content delivered to your inbox.", Role.BODY, Role.PROMO),
        ("This post contains affiliate links. We may earn a commission.", Role.LEAD, Role.PROMO),
        ("Sign up for our newsletter, wrote a reader.", Role.COMMENT, Role.COMMENT),
        ("The editor told us: “Subscribe to our newsletter, and you will see.”", Role.BODY, Role.BODY),
        ("The boats went out before dawn and came home with nothing.", Role.BODY, Role.BODY),
    ],
)
def test_an_appeal_is_no_paragraph(text: str, taken: Role, found: Role) -> None:
    """In the words of one, whatever the model says of it; what is none of the article's is left to the model."""
    page = page_of(f"<div><h1>{TITLE}</h1><p>{PROSE}</p><p>{text}</p></div>", "html")
    batch = Batch([page])
    labels = [Label(Role.TITLE, 0.9, "model"), Label(Role.BODY, 0.9, "model"), Label(taken, 0.9, "model")]
    assert name_html(batch, slice(0, 3), labels, Leanings([9_000, 0, 0], [Role.OTHER] * 3))[2].role is found


@pytest.mark.parametrize("hidden", ["<dialog><h1>{}</h1></dialog>", "<div style='display:none'><h2>{}</h2></div>"])
@pytest.mark.parametrize("other", ["Cookies on this site", TITLE])
def test_a_hidden_heading_is_no_title(hidden: str, other: str) -> None:
    """Though the model takes it for one, alone or beside the shown one; nor does it hide that from the rules."""
    page = page_of(f"<div>{hidden.format(other)}<h1>{TITLE}</h1><p>{PROSE}</p></div>", "html")
    batch = Batch([page])
    for second in (Role.TITLE, Role.HEADING):
        labels = [Label(Role.TITLE, 0.9, "model"), Label(second, 0.9, "model"), Label(Role.BODY, 0.9, "model")]
        named = name_html(batch, slice(0, 3), labels, Leanings([9_000, 8_000, 0], [Role.HEADING] * 3))
        assert named[1].role is Role.TITLE
        assert named[0].role is not Role.TITLE or named[0].reason == "title-copy"


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("opens in a new tab", Role.OTHER),
        ("He said so twice, and went home before dark.", Role.BODY),
    ],
)
def test_words_hidden_between_words_are_no_paragraph(inside: str, found: Role) -> None:
    """A sentence that unfolds may be one; what stands hidden by itself is left to the model."""
    page = page_of(f"<h1>{TITLE}</h1><p>{PROSE} <i hidden>{inside}</i> {PROSE}</p><div hidden>opens in a new tab</div>", "html")
    batch = Batch([page])
    labels = [Label(role, 0.9, "model") for role in (Role.TITLE, Role.BODY, Role.BODY, Role.BODY)]
    named = name_html(batch, slice(0, 4), labels, Leanings([9_000, 0, 0, 0], [Role.OTHER] * 4))
    assert [label.role for label in named[1:]] == [Role.BODY, found, Role.BODY]


@pytest.mark.parametrize(("count", "found"), [(1, Role.BYLINE), (3, Role.BYLINE), (5, Role.BODY)])
def test_a_name_and_a_moment_on_line_after_line_is_a_list(count: int, found: Role) -> None:
    """Where the model sees text of the article: who leads which evening, and no signature."""
    lines = "".join(f"<p>Anna Kessler, {day} May 2021, 6 pm</p>" for day in range(1, count + 1))
    page = page_of(f"<h1>{TITLE}</h1>{lines}<p>{PROSE}</p>", "html")
    batch = Batch([page])
    labels = [Label(Role.TITLE, 0.9, "model"), *[Label(Role.BODY, 0.9, "model")] * (count + 1)]
    named = name_html(batch, slice(0, count + 2), labels, Leanings([9_000, *[0] * (count + 1)], [Role.OTHER] * (count + 2)))
    assert {label.role for label in named[1:-1]} == {found}


@pytest.mark.parametrize(
    ("line", "score", "found"),
    [
        ("Von Jonas Brückner 03.02.2026, 17:44 Uhr Aktualisiert: 04.02.2026, 08:10 Uhr", 0.3, Role.BYLINE),
        ("Par Anne Moreau", 0.3, Role.BYLINE),
        ("Foto: Anna Kessler", 0.3, Role.CAPTION),
        ("By the river the boats lie empty", 0.3, Role.CAPTION),
    ],
)
def test_a_doubtful_caption_that_signs_is_the_byline(line: str, score: float, found: Role) -> None:
    """Near the title; a credit and a sentence sign nothing."""
    page = page_of(f"<h1>{TITLE}</h1><p>{line}</p><p>{PROSE}</p>", "html")
    labels = [Label(Role.TITLE, 0.9, "model"), Label(Role.CAPTION, score, "model"), Label(Role.BODY, 0.9, "model")]
    named = name_html(Batch([page]), slice(0, 3), labels, Leanings([9_000, 0, 0], [Role.OTHER] * 3))
    assert named[1].role is found


@pytest.mark.parametrize(("times", "found"), [(1, "nothing-shown"), (20, "model")])
def test_what_is_hidden_on_a_page_of_menus(times: int, found: str) -> None:
    """A little is what waits for a script; more may be what the page is for."""
    page = page_of(f"<nav><a href=/>{'Home and news ' * 300}</a></nav><div hidden><p>{PROSE * times}</p></div>", "html")
    batch = Batch([page])
    named = name_html(batch, slice(0, 2), [Label(Role.NAV, 0.9, "model"), Label(Role.BODY, 0.9, "model")], None)
    assert [label.reason for label in named] == ["model", found]


HEADLINE, SUMMARY, LONG = "What the last ferry leaves behind", "It left at seven, and nobody saw it go.", " ".join([PROSE] * 8)


def name_cards(headline: str, text: str, count: int, others: int = 0, link: str = "href=/x") -> list[Label]:
    """The labels of headings with a paragraph below each, all taken for an article's, behind one paragraph of prose."""
    inner = f"<a {link}>{headline}</a>" if link else headline
    cards = "".join(f"<article><h2>{inner} {number}</h2><p>{text}</p></article>" for number in range(count))
    markup = f"<p>{PROSE}</p>{cards}{f'<h2>Ferries</h2><p>{LONG}</p>' * others}"
    page = segment_html(markup, markup)
    roles = [Role.HEADING if block.markup is not None and block.markup.level else Role.BODY for block in page.blocks]
    labels = [Label(role, 0.9, "model") for role in roles]
    return name_html(Batch([page]), slice(0, len(labels)), labels, Leanings([-9_000] * len(labels), [Role.OTHER] * len(labels)))


def test_linked_headings_with_a_line_below_each_are_an_index() -> None:
    """The headings and what stands below them lead to articles; a paragraph that stands by itself stays one."""
    found = name_cards(HEADLINE, SUMMARY, 6)
    assert found[0].role is Role.BODY
    assert {(label.role, label.reason) for label in found[1:]} == {(Role.RELATED, "cards")}


@pytest.mark.parametrize(
    ("headline", "text", "count", "others", "link"),
    [
        (HEADLINE, SUMMARY, 5, 0, "href=/x"),
        (HEADLINE, SUMMARY, 6, 5, "href=/x"),
        (HEADLINE, SUMMARY, 6, 0, ""),
        (HEADLINE, SUMMARY, 6, 0, "href='#answer'"),
        (HEADLINE, SUMMARY, 6, 0, "href='javascript:open(1)'"),
        (HEADLINE, SUMMARY, 6, 0, "role=button"),
        (HEADLINE, LONG, 6, 0, "href=/x"),
        ("Ines", SUMMARY, 6, 0, "href=/x"),
    ],
)
def test_what_is_no_index(headline: str, text: str, count: int, others: int, link: str) -> None:
    """Few of them, many other headings, headings that lead nowhere else, articles below them, and posts under names."""
    assert not any(label.reason == "cards" for label in name_cards(headline, text, count, others, link))


def test_the_heading_of_cards_goes_with_them() -> None:
    """Where nothing else stands below it; and a link in the midst leads away too."""
    cards = f"<h3><a href=/x>{HEADLINE}</a></h3><p>{SUMMARY}</p>" * 3
    markup = f"<h2>Ferries</h2>{cards}<h2>Harbours</h2>{cards}<p><a href=/y>{HEADLINE}</a></p><h2>About</h2><p>{LONG}</p>"
    page = segment_html(markup, markup)
    labels = [Label(Role.HEADING if block.markup and block.markup.level else Role.BODY, 0.9, "model") for block in page.blocks]
    found = name_html(Batch([page]), slice(0, len(labels)), labels, Leanings([-9_000] * len(labels), [Role.OTHER] * len(labels)))
    assert [label.role for label in found] == [Role.RELATED] * (len(found) - 2) + [Role.HEADING, Role.BODY]


@pytest.mark.parametrize(
    ("head", "first", "sure", "taken"),
    [
        ("", Role.BYLINE, 0.9, Role.HEADING),
        ("", Role.BYLINE, 0.3, Role.RELATED),
        ("<meta property=og:type content=article>", Role.BODY, 0.9, Role.HEADING),
        ("<meta property=og:type content=website>", Role.BODY, 0.9, Role.RELATED),
    ],
)
def test_the_posts_of_a_ticker_are_its_text(head: str, first: Role, sure: float, taken: Role) -> None:
    """Somebody signed above, or the page states to be an article; an index does neither, though a shelf may look like a name."""
    cards = f"<h2><a href=/x>{HEADLINE}</a></h2><p>{SUMMARY}</p>" * 6
    markup = f"<html><head>{head}</head><body><p>Coast</p>{cards}</body></html>"
    page = segment_html(markup, markup)
    labels = [Label(first, sure, "model"), *(Label(role, 0.9, "model") for role in (Role.HEADING, Role.BODY) * 6)]
    found = name_html(Batch([page]), slice(0, 13), labels, Leanings([-9_000] * 13, [Role.OTHER] * 13))
    assert found[1].role is taken


def name_as(markup: str, *roles: Role) -> list[Label]:
    """The labels of a page's blocks that the model took for these roles; the first is its title."""
    page = segment_html(markup, markup)
    labels = [Label(role, 0.9, "model") for role in roles]
    assert len(page.blocks) == len(roles), [block.text for block in page.blocks]
    titles = [9_000, *[-9_000] * (len(roles) - 1)]
    return name_html(Batch([page]), slice(0, len(roles)), labels, Leanings(titles, [Role.OTHER] * len(roles)))


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (f"<p><a href=/a>{HEADLINE}</a></p>", [Role.RELATED, Role.BODY]),
        (f"<p><a href=/a>{HEADLINE}</a></p><p><a href=/b>{HEADLINE} too</a></p>", [Role.RELATED, Role.RELATED, Role.BODY]),
        (f"<p>{SUMMARY} <a href=/a>More</a></p>", [Role.BODY, Role.BODY]),
        (f"<p><a href='#answer'>{HEADLINE}</a></p>", [Role.BODY, Role.BODY]),
        (f"<a href=/a><div><p>Coast</p><h3>{HEADLINE}</h3></div></a>", [Role.RELATED, Role.RELATED, Role.BODY]),
    ],
    ids=["a link", "two", "a paragraph", "a place on the page", "a card"],
)
def test_the_links_below_a_cue_lead_away(below: str, found: list[Role]) -> None:
    """Where the model took them for the article's, and the cue for what it is."""
    others = [Role.BODY] * len(found)
    named = name_as(
        f"<h1>{TITLE}</h1><p>{PROSE}</p><p>Read also</p>{below}<p>{PROSE}</p>", Role.TITLE, Role.BODY, Role.RELATED, *others
    )
    assert [label.role for label in named[3:]] == found


def test_a_cue_may_be_taken_for_a_word_of_menus() -> None:
    """What follows it leads away all the same."""
    markup = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>Read also</p><p><a href=/a>{HEADLINE}</a></p><p>{PROSE}</p>"
    assert name_as(markup, Role.TITLE, Role.BODY, Role.NAV, Role.BODY, Role.BODY)[3].role is Role.RELATED


def test_below_a_cue_that_is_the_articles_nothing_changes() -> None:
    """It may head a list of sources."""
    markup = f"<h1>{TITLE}</h1><p>{PROSE}</p><h2>Read also</h2><p><a href=/a>{HEADLINE}</a></p>"
    assert [label.role for label in name_as(markup, Role.TITLE, Role.BODY, Role.HEADING, Role.BODY)][3] is Role.BODY


@pytest.mark.parametrize(
    ("picture", "found"), [("", Role.BODY), ("<img src=/p.jpg alt=harbour>", Role.CAPTION)], ids=["none", "a picture"]
)
def test_a_quotation_in_a_figure_is_no_caption(picture: str, found: Role) -> None:
    """But where there is a picture that it may speak of."""
    quoted = f"<figure>{picture}<blockquote>We are tired, and we will be back tomorrow.</blockquote></figure>"
    markup = f"<h1>{TITLE}</h1><p>{PROSE}</p>{quoted}<p>{PROSE}</p>"
    page = segment_html(markup, markup)
    roles = [Role.TITLE, Role.BODY, *[Role.CAPTION] * (len(page.blocks) - 3), Role.BODY]
    at = next(number for number, block in enumerate(page.blocks) if block.text.startswith("We are"))
    assert name_as(markup, *roles)[at].role is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Last updated on Jun 9, 2026 by mkrause", Role.DATE),
        ("Edit this page", Role.NAV),
        ("Updated daily", Role.NAV),
        ("9 June 2026 by mkrause", Role.NAV),
    ],
)
def test_behind_an_article_stands_when_it_was_changed(line: str, found: Role) -> None:
    """A line that says so and when, whatever the model took it for; not far below."""
    head = f"<h1>{TITLE}</h1><p>{PROSE}</p>"
    named = name_as(f"{head}<p>Edit</p><div>{line}</div>", Role.TITLE, Role.BODY, Role.NAV, Role.NAV)
    assert (named[3].role, named[3].reason == "last-changed") == (found, found is Role.DATE)
    far = name_as(f"{head}{'<p>Edit</p>' * 5}<div>{line}</div>", Role.TITLE, Role.BODY, *[Role.NAV] * 6)
    assert far[-1].role is Role.NAV


FIELD = "<input type=email>"


@pytest.mark.parametrize(
    ("box", "found"),
    [
        (f"<form><h3>Sundays only</h3><p>One letter a week.</p>{FIELD}<button>Go</button></form>", Role.PROMO),
        (
            f"<div><h3>Sundays only</h3><p>One letter a week.</p><form><div>{FIELD}</div><button>Go</button></form></div>",
            Role.PROMO,
        ),
        (f"<form><h3>Sundays only</h3><p>One letter a week.</p><p>{PROSE * 30}</p>{FIELD}</form>", Role.BODY),
        ("<form><h3>Sundays only</h3><p>One letter a week.</p><input type=text></form>", Role.BODY),
        (f"<h3>Sundays only</h3><p>One letter a week.</p><form hidden>{FIELD}</form>", Role.BODY),
    ],
)
def test_what_stands_around_a_field_for_an_address_asks_for_it(box: str, found: Role) -> None:
    """In the form, or beside it in the same box; but not where the form holds the page, and no article beside a bare field."""
    markup = f"<article><h1>{TITLE}</h1><p>{PROSE * 3}</p>{box}<p>{PROSE * 3}</p></article>"
    page = segment_html(markup, markup)
    named = name_as(markup, Role.TITLE, *[Role.BODY] * (len(page.blocks) - 1))
    at = next(number for number, block in enumerate(page.blocks) if block.text == "One letter a week.")
    assert named[at].role is found
    assert (named[at].reason == "sign-up") == (found is Role.PROMO)
    roles = {block.text: label.role for block, label in zip(page.blocks, named, strict=True)}
    assert roles[(PROSE * 3).strip()] is Role.BODY
    assert roles.get("Go", Role.PROMO) is Role.PROMO


def test_a_page_that_says_nothing_else_keeps_what_stands_around_a_field() -> None:
    """It is what the page is for."""
    markup = f"<h1>{TITLE}</h1><p>One letter a week.</p>{FIELD}"
    assert name_as(markup, Role.TITLE, Role.BODY)[1].role is Role.BODY


@pytest.mark.parametrize(
    ("pressed", "taken", "found"),
    [
        ("<div role=button><a href=''>{}</a></div>", Role.NAV, "unfolds"),
        ("<div class='faq button'>{}</div>", Role.RELATED, "unfolds"),
        ("<div>{}</div>", Role.NAV, "model"),
        ("<div role=button>{}</div>", Role.COMMENT, "model"),
    ],
)
def test_what_unfolds_a_text_is_its_heading(pressed: str, taken: Role, found: str) -> None:
    """Questions in an element that is called a button, whose answers the page hides; not what unfolds comments."""
    question = pressed.format("When does the ferry leave?")
    markup = f"<h1>{TITLE}</h1><p>{PROSE}</p><div>{question}<div hidden><p>{PROSE}</p></div></div>"
    named = name_as(markup, Role.TITLE, Role.BODY, taken, Role.BODY)
    assert (named[2].reason, named[2].role) == (found, Role.HEADING if found == "unfolds" else taken)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Harbour", Role.KICKER),
        ("1/7", Role.NAV),
        ("-20 %", Role.NAV),
        ("Back", Role.NAV),
        ("Share", Role.NAV),
        ("Leave a comment", Role.NAV),
    ],
)
def test_a_button_above_the_title_is_no_kicker(line: str, found: Role) -> None:
    """Nor is a figure, whatever the model took it for."""
    markup = f"<p>{line}</p><h1>{TITLE}</h1><p>{PROSE}</p>"
    page = segment_html(markup, markup)
    labels = [Label(role, 0.9, "model") for role in (Role.NAV, Role.TITLE, Role.BODY)]
    named = name_html(Batch([page]), slice(0, 3), labels, Leanings([-9_000, 9_000, -9_000], [Role.OTHER] * 3))
    assert named[0].role is found


@pytest.mark.parametrize(
    ("line", "found"), [("Quelle: dpa", Role.BYLINE), ("By Anna Kessler", Role.BYLINE), (SUMMARY, Role.BODY)]
)
def test_who_wrote_it_may_stand_last(line: str, found: Role) -> None:
    """What stands in the midst of the article is left alone."""
    above = f"<h1>{TITLE}</h1>" + f"<p>{PROSE}</p>" * 12
    roles = [Role.TITLE, *[Role.BODY] * 15]
    named = name_as(f"{above}<p>{line}</p><p>{PROSE}</p><p>{line}</p>", *roles[:16])
    assert [label.role for label in named][1:] == [*[Role.BODY] * 14, found]
