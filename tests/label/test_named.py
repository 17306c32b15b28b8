"""Named rules beside the model: what stands in the head, and lone lines inside the article."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.labeller import Label
from cleancorpus.label.named import Leanings, name_certain, name_certain_of_text
from cleancorpus.page import InputKind, Page
from cleancorpus.role import Role
from cleancorpus.segment.html import segment_html
from tests.label.reading import page_of

TITLE, PROSE = "Harbour empties before the long winter", "The ferry left at seven, and by noon the harbour was empty again."


def named(*lines: tuple[str, Role], reason: str = "model", instead: Role = Role.OTHER) -> list[tuple[Role, str]]:
    """Role and reason of lines that the model gave these roles, after the rules; ``instead`` is what each would be beside a
    title."""
    blocks = tuple(Block(text, Kind.LINE, (0, 1)) for text, _ in lines)
    labels = [Label(role, 0.9, reason) for _, role in lines]
    leanings = Leanings([9_000 if role is Role.TITLE else -99_000 for _, role in lines], [instead] * len(lines))
    batch = Batch([Page(InputKind.TEXT, blocks)])
    return [(label.role, label.reason) for label in name_certain_of_text(batch, slice(0, len(blocks)), labels, leanings)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("3 May 2021, 10:25", Role.DATE),
        ("28.04.2024, 17:19 Uhr", Role.DATE),
        ("By Anna Kessler", Role.BYLINE),
        ("Cập nhật lúc 10:25, ngày 03/12/2020", Role.DATE),
    ],
)
@pytest.mark.parametrize("taken", [Role.CAPTION, Role.RELATED, Role.NAV, Role.OTHER])
def test_a_date_or_byline_under_the_title_is_one(line: str, role: Role, taken: Role) -> None:
    """Whatever the model takes it for."""
    found = named((TITLE, Role.TITLE), (line, taken), (PROSE, Role.BODY))
    assert found[1] == (role, "head-date" if role is Role.DATE else "head-byline")


def test_a_date_below_the_lead_is_the_articles() -> None:
    """Alone, with more behind it, or under a lead that the model takes for a paragraph; not where one stands above already."""
    lead = ("What the last ferry of the year leaves behind", Role.LEAD)
    found = named((TITLE, Role.TITLE), lead, ("Lund, 3 May 2021 - archive", Role.RELATED), (PROSE, Role.BODY))
    assert found[2] == (Role.DATE, "head-date")
    late = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("3 May 2021", Role.RELATED), (PROSE, Role.BODY))
    assert late[2] == (Role.DATE, "head-date")
    two = named((TITLE, Role.TITLE), ("3 May 2021", Role.DATE), lead, ("4 May 2021", Role.RELATED), (PROSE, Role.BODY))
    assert two[3] == (Role.RELATED, "model")
    above = named(("3 May 2021", Role.DATE), (TITLE, Role.TITLE), lead, ("4 May 2021", Role.RELATED), (PROSE, Role.BODY))
    assert above[3] == (Role.RELATED, "model")
    away = named((TITLE, Role.TITLE), ("Read also", Role.RELATED), ("4 May 2021", Role.RELATED), (PROSE, Role.BODY))
    assert away[2] == (Role.RELATED, "model")


def test_below_the_first_paragraph_the_models_word_stands() -> None:
    """A date there is a teaser's."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("3 May 2021", Role.RELATED), ("By Anna Kessler", Role.RELATED))
    assert [role for role, _ in found[2:]] == [Role.RELATED, Role.RELATED]


def test_without_a_title_nothing_is_its_head() -> None:
    """Lists of dated headlines have none."""
    found = named(("3 May 2021", Role.RELATED), ("Another story", Role.RELATED), (PROSE, Role.BODY))
    assert found[0] == (Role.RELATED, "model")


@pytest.mark.parametrize("role", [Role.NAV, Role.OTHER])
def test_a_lone_line_inside_the_article_is_text_of_it(role: Role) -> None:
    """Between two lines of the article; two in a row may be a menu, and one at the end too."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("Four days", role), (PROSE, Role.BODY), ("Home", role))
    assert found[2:] == [(Role.BODY, "between-body"), (Role.BODY, "model"), (role, "model")]
    two = named((PROSE, Role.BODY), ("Home", role), ("World", role), (PROSE, Role.BODY))
    assert [label for label, _ in two[1:3]] == [role, role]


@pytest.mark.parametrize("role", [Role.RELATED, Role.PROMO, Role.CAPTION, Role.COMMENT])
def test_lone_lines_of_other_roles_stay_what_they_are(role: Role) -> None:
    """Teasers, calls to subscribe and captions do stand between paragraphs."""
    assert named((PROSE, Role.BODY), ("Four days at sea", role), (PROSE, Role.BODY))[1] == (role, "model")


def test_what_a_rule_has_named_stays() -> None:
    """The model's guesses alone are overruled."""
    assert named((PROSE, Role.BODY), ("Home", Role.NAV), (PROSE, Role.BODY), reason="nav-line")[1] == (Role.NAV, "nav-line")


@pytest.mark.parametrize(
    ("above", "line", "blank", "goes_on"),
    [
        ("He was seen on the quay", "in the evening of 14 May (29th)", False, True),
        ("He was seen on the quay,", "where nobody stood", False, True),
        ("He was seen on the quay.", "in the evening of 14 May", False, False),
        ("He was seen on the quay", "In the evening of 14 May", False, False),
        ("He was seen on the quay", "in the evening of 14 May", True, False),
    ],
)
@pytest.mark.parametrize("role", [Role.RELATED, Role.CAPTION, Role.NAV, Role.BYLINE])
def test_a_line_that_goes_on_with_a_sentence_is_text(above: str, line: str, blank: bool, goes_on: bool, role: Role) -> None:
    """A small letter under an open sentence, directly below it; each such line carries the next."""
    texts = (TITLE, PROSE, above, line, "and so on, and")
    blocks = tuple(Block(text, Kind.LINE, (0, 1), blank_before=blank) for text in texts)
    labels = [Label(given, 0.9, "model") for given in (Role.TITLE, Role.BODY, Role.BODY, role, role)]
    batch = Batch([Page(InputKind.TEXT, blocks)])
    found = [label.reason == "goes-on" for label in name_certain_of_text(batch, slice(0, 5), labels, None)]
    assert found == [False, False, False, goes_on, goes_on and line[-1] not in ")."]


@pytest.mark.parametrize(
    ("line", "taken", "found"), [("Memory of a place", Role.DATE, Role.KICKER), ("3 May 2021", Role.DATE, Role.DATE)]
)
def test_a_date_without_a_figure_above_the_title_is_its_kicker(line: str, taken: Role, found: Role) -> None:
    """What the model calls a date and is none."""
    page = page_of(f"<div><span><p>{line}</p></span><h1>{TITLE}</h1><p>{PROSE}</p></div>", "html")
    labels = [Label(Role.DATE, 0.9, "model"), Label(Role.TITLE, 0.9, "model"), Label(Role.BODY, 0.9, "model")]
    batch = Batch([page])
    named_now = name_certain(batch, slice(0, batch.size), labels, Leanings([0, 9_000, 0], [Role.OTHER] * 3))
    assert named_now[0].role is found


@pytest.mark.parametrize(
    ("above", "line", "below"),
    [
        ("LEAD", "By Anna Kessler, Ben Ode and Cy Twom", "Share"),
        ("LEAD", "Anna Kessler, 3.5.2021 10:00", "Share"),
        ("LEAD", "Anna Kessler", "3 May 2021"),
        ("3 May 2021", "Anna Kessler og Ben Ode", "Share"),
        ("von", "Anna Kessler", "Share"),
    ],
)
@pytest.mark.parametrize("taken", [Role.RELATED, Role.NAV, Role.CAPTION, Role.OTHER])
def test_who_wrote_a_text_stands_below_its_lead_too(above: str, line: str, below: str, taken: Role) -> None:
    """A signed line, a name with a moment, or a name alone beside the date or below a word that signs."""
    role = Role.DATE if above.startswith("3") else Role.OTHER
    beside = Role.DATE if below.startswith("3") else Role.NAV
    head = [(TITLE, Role.TITLE), (PROSE, Role.LEAD), *([] if above == "LEAD" else [(above, role)])]
    found = named(*head, (line, taken), (below, beside), (PROSE, Role.BODY))
    assert found[len(head)][0] is Role.BYLINE


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("Quorra Kessler", "Share"),  # no first name that is known
        ("Read more", "3 May 2021"),
        ("the quay at noon", "3 May 2021"),
        ("Politics", "3 May 2021"),
    ],
)
def test_other_lines_below_the_lead_are_no_bylines(line: str, below: str) -> None:
    """The model's word stands."""
    beside = Role.DATE if below.startswith("3") else Role.NAV
    found = named((TITLE, Role.TITLE), (PROSE, Role.LEAD), (line, Role.RELATED), (below, beside), (PROSE, Role.BODY))
    assert found[2] == (Role.RELATED, "model")


def test_a_long_heading_above_the_first_paragraph_is_the_lead() -> None:
    """In HTML; a short one, and one below it, heads what follows."""
    long = "What the last ferry of the year leaves behind, and who waits for the first one of spring"
    markup = f"<h1>{TITLE}</h1><h2>{long}</h2><h2>Waiting</h2><p>{PROSE}</p><h2>{long}</h2><p>{PROSE}</p>"
    batch = Batch([segment_html(markup, markup)])
    roles = [Role.TITLE, Role.HEADING, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY]
    labels = [Label(role, 0.9, "model") for role in roles]
    leanings = Leanings([9_000, *[-9_000] * 5], [Role.OTHER] * 6)
    found = [label.role for label in name_certain(batch, slice(0, 6), labels, leanings)]
    assert found == [Role.TITLE, Role.LEAD, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY]


def test_a_known_name_alone_below_the_title_is_who_wrote_it() -> None:
    """Unless the article speaks of her, or others stand there too."""
    line = ("Anna Kessler", Role.RELATED)
    found = named((TITLE, Role.TITLE), line, ("Share", Role.NAV), (PROSE, Role.BODY))
    assert found[1] == (Role.BYLINE, "name-in-head")
    spoken = named((TITLE, Role.TITLE), line, ("Share", Role.NAV), (f"{PROSE} Anna Kessler was the last on board.", Role.BODY))
    assert spoken[1] == (Role.RELATED, "model")
    two = named((TITLE, Role.TITLE), line, ("Peter Brand", Role.RELATED), ("Share", Role.NAV), (PROSE, Role.BODY))
    assert [role for role, _ in two[1:3]] == [Role.RELATED, Role.RELATED]


def test_a_first_paragraph_that_is_nearly_a_lead_is_one() -> None:
    """More so where something stands between it and the next; a heading or a line that the rules name stays."""
    texts = [TITLE, PROSE, "Photo: Ode", PROSE]
    blocks = tuple(Block(text, Kind.LINE, (0, 1)) for text in texts)
    leanings = Leanings([9_000, -90_000, -90_000, -90_000], [Role.OTHER] * 4, [0, -5_000, 0, 9_000])
    roles = [Role.TITLE, Role.BODY, Role.CAPTION, Role.BODY]

    def first(roles: list[Role], reason: str = "model") -> Role:
        labels = [Label(role, 0.9, reason) for role in roles]
        return name_certain_of_text(Batch([Page(InputKind.TEXT, blocks)]), slice(0, 4), labels, leanings)[1].role

    assert first(roles) is Role.LEAD
    assert first([*roles[:2], Role.BODY, Role.BODY]) is Role.BODY
    assert first(roles, "list-item") is Role.BODY


@pytest.mark.parametrize(
    ("caption", "above", "role"),
    [(-5_000, Role.ALT, Role.CAPTION), (-20_000, Role.ALT, Role.BODY), (-5_000, Role.NAV, Role.BODY)],
)
def test_below_a_pictures_text_stands_its_caption(caption: int, above: Role, role: Role) -> None:
    """Unless the line is by far a paragraph."""
    texts = [TITLE, PROSE, PROSE, "quay.jpg", "Boats at the quay.", PROSE]
    page = Page(InputKind.TEXT, tuple(Block(text, Kind.LINE, (0, 1)) for text in texts))
    roles = [Role.TITLE, Role.BODY, Role.BODY, above, Role.BODY, Role.BODY]
    far = [-90_000] * 6
    leanings = Leanings([9_000, *far[1:]], [Role.OTHER] * 6, far, [*far[:4], caption, far[0]])
    labels = [Label(role, 0.9, "model") for role in roles]
    assert name_certain_of_text(Batch([page]), slice(0, 6), labels, leanings)[4].role is role


def unstopped(line: str, behind: str = PROSE, outside: Role = Role.RELATED) -> tuple[Role, str]:
    """What a line among paragraphs is."""
    texts = [TITLE, PROSE, PROSE, line, behind, PROSE, PROSE]
    page = Page(InputKind.TEXT, tuple(Block(text, Kind.LINE, (0, 1)) for text in texts))
    far = [-90_000] * len(texts)
    leanings = Leanings([9_000, *far[1:]], [Role.OTHER] * len(texts), far, far, [outside] * len(texts))
    labels = [Label(Role.TITLE if text == TITLE else Role.BODY, 0.9, "model") for text in texts]
    found = name_certain_of_text(Batch([page]), slice(0, len(texts)), labels, leanings)[3]
    return found.role, found.reason


@pytest.mark.parametrize("outside", [Role.RELATED, Role.HEADING, Role.CAPTION])
def test_a_lone_line_without_a_stop_is_no_paragraph(outside: Role) -> None:
    """What else it most likely is."""
    assert unstopped("Old lighthouse of the bay opens again in May", outside=outside) == (outside, "no-stop")


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("Old lighthouse of the bay opens again in May.", PROSE),
        ("“Old lighthouse of the bay opens again in May”", PROSE),
        ("This is what the mayor had to say of it:", PROSE),
        ("Old lighthouse opens", PROSE),
        ("Old lighthouse of the bay opens again in May", "and closes in June, as it has done for years."),
        ("Old lighthouse of the bay opens again in May", "New lighthouse of the bay opens again in June"),
        ("- Old lighthouse of the bay opens again in May", PROSE),
        ("the old lighthouse of the bay opens again in May", PROSE),
    ],
)
def test_other_lines_among_paragraphs_stay(line: str, behind: str) -> None:
    """Sentences, quotations, announcements, words of a heading, sentences that were cut, items, verses."""
    assert unstopped(line, behind) == (Role.BODY, "model")


def test_where_there_is_no_paragraph_nobody_wrote_one() -> None:
    """What stands in the footer signs something else; a name in a script without capitals may be anything."""
    found = named((TITLE, Role.TITLE), *[("Home", Role.NAV)] * 30, ("By Ben Ode", Role.RELATED), ("Imprint", Role.NAV))
    assert found[-2] == (Role.RELATED, "model")
    found = named((TITLE, Role.TITLE), ("사회 일반", Role.RELATED), ("3 May 2021", Role.DATE), (PROSE, Role.BODY))
    assert found[1] == (Role.RELATED, "model")


def test_where_somebody_has_signed_a_name_by_the_date_is_another() -> None:
    """One byline is enough to believe no bare name."""
    lines = [("By Anna Kessler", Role.BYLINE), ("Carl Other", Role.RELATED), ("3 May 2021", Role.DATE)]
    found = named((TITLE, Role.TITLE), *lines, (PROSE, Role.BODY))
    assert found[2] == (Role.RELATED, "model")


def items(*roles: Role, sign: str = "• ") -> list[Role]:
    """Roles of the items of a list that the model gave these, after the rules."""
    lines = [(f"{sign}{word} and salt", role) for word, role in zip("Bread Fish Rope Tar Oil Coal".split(), roles, strict=False)]
    return [role for role, _ in named((TITLE, Role.TITLE), (PROSE, Role.BODY), *lines, ("Home", Role.NAV))][2:-1]


def test_items_of_one_list_are_of_one_kind() -> None:
    """Where two thirds are the article's, all are; fewer say nothing, nor do two lines, nor lines without a sign."""
    body, teaser = Role.BODY, Role.RELATED
    assert items(body, teaser, body, body) == [body] * 4
    assert items(body, Role.DATE, body) == [body] * 3
    assert items(body, teaser, teaser, body) == [body, teaser, teaser, body]
    assert items(teaser, teaser, body) == [teaser, teaser, body]
    assert items(body, teaser) == [body, teaser]
    assert items(body, teaser, body, sign="") == [body, teaser, body]
    assert items(body, teaser, body, sign="1. ") == [body] * 3
    found = named((PROSE, body), ("① Bread", body), ("② Fish", teaser), ("③ Rope", body), (PROSE, body))
    assert [role for role, _ in found] == [body] * 5


@pytest.mark.parametrize("instead", [Role.LEAD, Role.KICKER, Role.RELATED])
def test_a_second_title_is_what_it_is_most_likely_beside(instead: Role) -> None:
    """A page has one title: another line that looked like one is its lead, its kicker or a teaser; the same words are a copy."""
    other = "An old custom ends after four hundred years"
    found = named((TITLE, Role.TITLE), (other, Role.TITLE), (PROSE, Role.BODY), (TITLE, Role.TITLE), instead=instead)
    assert found[0] == (Role.TITLE, "model")
    assert found[1] == (instead, "second-title")
    assert found[3] == (Role.OTHER, "title-copy")


def test_of_two_titles_the_likelier_is_the_title() -> None:
    """The first of two that are as likely."""
    texts = ("Coast and sea", TITLE, "Another story of the coast")
    page = Page(InputKind.TEXT, tuple(Block(text, Kind.LINE, (0, 1)) for text in texts))
    leanings = Leanings([10, 20, 20], [Role.KICKER, Role.NAV, Role.RELATED])
    labels = name_certain_of_text(Batch([page]), slice(0, 3), [Label(Role.TITLE, 0.9, "model")] * 3, leanings)
    assert [label.role for label in labels] == [Role.KICKER, Role.TITLE, Role.RELATED]


def chosen(*lines: tuple[str, Role, int]) -> str | None:
    """The line that is the title, of lines with the model's role and how far each is ahead as a title."""
    blocks = tuple(Block(text, Kind.LINE, (0, 1)) for text, _, _ in lines)
    labels = [Label(role, 0.9, "model") for _, role, _ in lines]
    leanings = Leanings([lead for _, _, lead in lines], [Role.RELATED] * len(lines))
    found = name_certain_of_text(Batch([Page(InputKind.TEXT, blocks)]), slice(0, len(blocks)), labels, leanings)
    titles = [block.text for block, label in zip(blocks, found, strict=True) if label.role is Role.TITLE]
    assert len(titles) <= 1
    return titles[0] if titles else None


OTHER_STORY = "Pool of the school closes in summer"


def test_of_two_likely_titles_that_one_is_whose_words_the_article_has() -> None:
    """Unless the model is sure of the other."""
    article = (f"{PROSE} It empties before every winter, and this one was long.", Role.BODY, -90_000)
    assert chosen((OTHER_STORY, Role.TITLE, 2_000), (TITLE, Role.NAV, -500), article) == TITLE
    assert chosen((OTHER_STORY, Role.TITLE, 9_000), (TITLE, Role.NAV, -500), article) == OTHER_STORY


def test_a_title_ends_without_a_full_stop() -> None:
    """A sentence is a lead or a notice more often; a question is none of them."""
    article = ("Nothing of it here.", Role.BODY, -90_000)
    assert chosen((f"{TITLE}.", Role.TITLE, 3_000), (OTHER_STORY, Role.NAV, -1_000), article) == OTHER_STORY
    assert chosen((f"{TITLE}?", Role.TITLE, 3_000), (OTHER_STORY, Role.NAV, -1_000), article) == f"{TITLE}?"


def test_a_trail_ends_in_the_title() -> None:
    """Glued or with signs between; a copy of the line is none, nor is a trail far above."""
    article = ("Nothing of it here.", Role.BODY, -90_000)
    lines = ((OTHER_STORY, Role.TITLE, 2_000), (TITLE, Role.RELATED, -2_000), article)
    assert chosen((f"NewsCoast{TITLE}", Role.NAV, -90_000), *lines) == TITLE
    assert chosen((f"Home > News > {TITLE}", Role.NAV, -90_000), *lines) == TITLE
    assert chosen((TITLE, Role.NAV, -90_000), *lines) == OTHER_STORY
    far = [(f"line {number}", Role.NAV, -90_000) for number in range(6)]
    assert chosen((f"Home > News > {TITLE}", Role.NAV, -90_000), *far, *lines) == OTHER_STORY


def test_below_a_frame_there_nearly_always_is_a_title() -> None:
    """A line that the model hardly takes for one; among a few lines there may be none."""
    line, article = ("Boats", Role.RELATED, -16_100), (PROSE, Role.BODY, -90_000)
    menu = [(f"Menu {number}", Role.NAV, -90_000) for number in range(10)]
    assert chosen(*menu, line, article) == line[0]
    assert chosen(*menu[:4], line, article) is None


@pytest.mark.parametrize("ending", [" - Photo 2", " - Ảnh 1.", " 3", " – Bild 12"])
def test_the_title_with_a_number_stood_for_a_picture(ending: str) -> None:
    """Whatever the model takes it for; a headline that goes on with words is one."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), (f"{TITLE}{ending}", Role.CAPTION), (PROSE, Role.BODY))
    assert found[2] == (Role.ALT, "alt-number")
    longer = named((TITLE, Role.TITLE), (f"{TITLE} of the year 2021", Role.RELATED), (PROSE, Role.BODY))
    assert longer[1] == (Role.RELATED, "model")
    short = named(("Boats", Role.TITLE), ("Boats 2", Role.HEADING), (PROSE, Role.BODY))
    assert short[1] == (Role.HEADING, "model")


@pytest.mark.parametrize("role", [Role.BODY, Role.COMMENT, Role.RELATED, Role.NAV])
def test_a_line_that_begins_with_the_sign_is_legal(role: Role) -> None:
    """The footer stands right behind the comments; a comment that only speaks of a copyright is one."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("© 2025 Heath Courier. All rights reserved.", role))
    assert found[2] == (Role.LEGAL, "copyright-sign")
    spoken = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("All rights reserved, they say!", Role.COMMENT))
    assert spoken[2] == (Role.COMMENT, "model")
