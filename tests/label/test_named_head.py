"""The head of a text: which of its likely lines is the title, and what stands around it."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.labeller import Label
from cleancorpus.label.named import Leanings
from cleancorpus.label.named_text import name_text
from cleancorpus.page import InputKind, Page
from cleancorpus.role import Role
from tests.label.naming import PROSE, TITLE, named


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
    """A heading or a line that the rules name stays, and what is by far a paragraph."""
    texts = [TITLE, PROSE, "Photo: Ode", PROSE]
    blocks = tuple(Block(text, Kind.LINE, (0, 1)) for text in texts)
    roles = [Role.TITLE, Role.BODY, Role.CAPTION, Role.BODY]

    def first(roles: list[Role], reason: str = "model", lead: int = -9_000) -> Role:
        labels = [Label(role, 0.9, reason) for role in roles]
        leanings = Leanings([9_000, -90_000, -90_000, -90_000], [Role.OTHER] * 4, [0, lead, 0, 9_000])
        return name_text(Batch([Page(InputKind.TEXT, blocks)]), slice(0, 4), labels, leanings)[1].role

    assert first(roles) is Role.LEAD
    assert first([*roles[:2], Role.BODY, Role.BODY]) is Role.LEAD
    assert first(roles, lead=-12_000) is Role.BODY
    assert first(roles, "list-item") is Role.BODY


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
    labels = name_text(Batch([page]), slice(0, 3), [Label(Role.TITLE, 0.9, "model")] * 3, leanings)
    assert [label.role for label in labels] == [Role.KICKER, Role.TITLE, Role.RELATED]


def chosen(*lines: tuple[str, Role, int]) -> str | None:
    """The line that is the title, of lines with the model's role and how far each is ahead as a title."""
    blocks = tuple(Block(text, Kind.LINE, (0, 1)) for text, _, _ in lines)
    labels = [Label(role, 0.9, "model") for _, role, _ in lines]
    leanings = Leanings([lead for _, _, lead in lines], [Role.RELATED] * len(lines))
    found = name_text(Batch([Page(InputKind.TEXT, blocks)]), slice(0, len(blocks)), labels, leanings)
    titles = [block.text for block, label in zip(blocks, found, strict=True) if label.role is Role.TITLE]
    assert len(titles) <= 1
    return titles[0] if titles else None


OTHER_STORY = "Pool of the school closes in summer"


def test_of_two_likely_titles_that_one_is_whose_words_the_article_has() -> None:
    """Unless the model is sure of the other."""
    article = (f"{PROSE} It empties before every winter, and this one was long.", Role.BODY, -90_000)
    assert chosen((OTHER_STORY, Role.TITLE, 2_000), (TITLE, Role.NAV, -500), article) == TITLE
    assert chosen((OTHER_STORY, Role.TITLE, 14_000), (TITLE, Role.NAV, -500), article) == OTHER_STORY


def test_a_title_ends_without_a_full_stop() -> None:
    """A sentence is a lead or a notice more often; a question is none of them."""
    article = ("Nothing of it here.", Role.BODY, -90_000)
    assert chosen((f"{TITLE}.", Role.TITLE, 3_000), (OTHER_STORY, Role.NAV, -1_000), article) == OTHER_STORY
    assert chosen((f"{TITLE}?", Role.TITLE, 3_000), (OTHER_STORY, Role.NAV, -1_000), article) == f"{TITLE}?"


@pytest.mark.parametrize(
    "line", ["Hafenstadt, 14. Juni 2023 - Aus dem Kreis", "Column of Anna Kessler - 28.04.2024 at 08:52 - 12 replies"]
)
def test_a_line_that_tells_a_moment_is_no_title(line: str) -> None:
    """It says when, and whose."""
    article = ("Nothing of it here.", Role.BODY, -90_000)
    assert chosen((line, Role.TITLE, 3_000), (OTHER_STORY, Role.NAV, -1_000), article) == OTHER_STORY


def test_a_paragraph_is_no_title() -> None:
    """However likely the model finds it: titles are shorter."""
    article = ("Nothing of it here.", Role.BODY, -90_000)
    assert chosen((f"{TITLE}, " * 8, Role.TITLE, 9_000), (OTHER_STORY, Role.NAV, -1_000), article) == OTHER_STORY


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


@pytest.mark.parametrize(
    ("line", "taken", "found"),
    [
        ("From our archive of the harbour:", Role.NAV, Role.KICKER),
        ("Union and schools of the eastern district:", Role.OTHER, Role.KICKER),
        ("From our archive of the harbour", Role.NAV, Role.NAV),
        ("Read also:", Role.RELATED, Role.RELATED),
        ("Menu:", Role.NAV, Role.NAV),
        ("Written by:", Role.BYLINE, Role.BYLINE),
        ("x" * 120 + ":", Role.NAV, Role.NAV),
    ],
)
def test_a_colon_right_above_the_title_leads_to_it(line: str, taken: Role, found: Role) -> None:
    """But not in a word of the frame, nor at the end of a long line."""
    assert named(("Home", Role.NAV), (line, taken), (TITLE, Role.TITLE), (PROSE, Role.BODY))[1][0] is found
