"""Named rules of text: lone lines, captions, items, headlines among paragraphs."""

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

HEADLINES = (
    "Footbridge over the Wendle closed until spring",
    "Baker wins prize with a loaf of nettles",
    "Fire brigade asks for a ladder",
)
SUMMARIES = (
    "The council says that the planks have to be laid anew before anybody may walk over the river.",
    "Marga Ebner had tried it for seven years, and this time the judges asked for another slice.",
    "The one that they have reaches the second floor, and the mill on the quay has five of them.",
)


@pytest.mark.parametrize("role", [Role.NAV, Role.OTHER])
def test_a_lone_line_inside_the_article_is_text_of_it(role: Role) -> None:
    """Between two lines of the article; two in a row may be a menu, and one at the end too."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("Four days", role), (PROSE, Role.BODY), ("Home", role))
    assert found[2:] == [(Role.BODY, "between-body"), (Role.BODY, "model"), (role, "model")]
    two = named((PROSE, Role.BODY), ("Home", role), ("World", role), (PROSE, Role.BODY))
    assert [label for label, _ in two[1:3]] == [role, role]


@pytest.mark.parametrize(
    ("likely", "found"),
    [("111", [Role.BODY] * 3), ("000", [Role.RELATED] * 3), ("110", [Role.BODY, *[Role.RELATED] * 2])],
)
def test_lines_amid_the_article_that_readers_came_for_are_its_own(likely: str, found: list[Role]) -> None:
    """The model takes them for teasers; those that stand together go together, and at the end they are no part of it."""
    roles = (Role.TITLE, Role.BODY, Role.RELATED, Role.BODY, Role.RELATED, Role.RELATED, Role.BODY, Role.RELATED)
    texts = (TITLE, PROSE, "Grilled peppers", PROSE, "Bridge opens", "Ferry back", PROSE, "Lamp lit")
    batch = Batch([Page(InputKind.TEXT, tuple(Block(text, Kind.LINE, None) for text in texts))])
    labels = [Label(role, 0.9, "model") for role in roles]
    one, *two = (sign == "1" for sign in likely)
    named_so = name_text(batch, slice(0, 8), labels, None, [True, True, one, True, *two, True, True])
    assert [named_so[at].role for at in (2, 4, 5, 7)] == [*found, Role.RELATED]


@pytest.mark.parametrize(
    ("line", "found"),
    [("Pros:", Role.BODY), ("优点：", Role.BODY), ("Read also:", Role.RELATED), ("Bridge stays shut", Role.RELATED)],
)
def test_a_lone_line_that_leads_on_is_text_of_the_article(line: str, found: Role) -> None:
    """What the model takes for a teaser ends with a colon, and no lexicon knows it from the frame."""
    assert named((TITLE, Role.TITLE), (PROSE, Role.BODY), (line, Role.RELATED), (PROSE, Role.BODY))[2][0] is found


@pytest.mark.parametrize("line", ["Read more", "Read also: Four days at sea", "Share"])
def test_a_lone_line_that_a_lexicon_knows_stays_outside(line: str) -> None:
    """Buttons and pointers do stand between paragraphs."""
    assert named((PROSE, Role.BODY), (line, Role.NAV), (PROSE, Role.BODY))[1] == (Role.NAV, "model")


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
    found = [label.reason == "goes-on" for label in name_text(batch, slice(0, 5), labels, None)]
    assert found == [False, False, False, goes_on, goes_on and line[-1] not in ")."]


@pytest.mark.parametrize(
    ("caption", "above", "role"),
    [(-5_000, Role.ALT, Role.CAPTION), (-20_000, Role.ALT, Role.BODY), (-5_000, Role.NAV, Role.BODY)],
)
def test_below_a_pictures_text_stands_its_caption(caption: int, above: Role, role: Role) -> None:
    """Unless the line is by far a paragraph."""
    texts = [TITLE, PROSE, PROSE, "The quay", "Boats at the quay.", PROSE]
    page = Page(InputKind.TEXT, tuple(Block(text, Kind.LINE, (0, 1)) for text in texts))
    roles = [Role.TITLE, Role.BODY, Role.BODY, above, Role.BODY, Role.BODY]
    far = [-90_000] * 6
    leanings = Leanings([9_000, *far[1:]], [Role.OTHER] * 6, far, [*far[:4], caption, far[0]])
    labels = [Label(role, 0.9, "model") for role in roles]
    assert name_text(Batch([page]), slice(0, 6), labels, leanings)[4].role is role


def unstopped(line: str, behind: str = PROSE, outside: Role = Role.RELATED) -> tuple[Role, str]:
    """What a line among paragraphs is."""
    texts = [TITLE, PROSE, PROSE, line, behind, PROSE, PROSE]
    page = Page(InputKind.TEXT, tuple(Block(text, Kind.LINE, (0, 1)) for text in texts))
    far = [-90_000] * len(texts)
    leanings = Leanings([9_000, *far[1:]], [Role.OTHER] * len(texts), far, far, [outside] * len(texts))
    labels = [Label(Role.TITLE if text == TITLE else Role.BODY, 0.9, "model") for text in texts]
    found = name_text(Batch([page]), slice(0, len(texts)), labels, leanings)[3]
    return found.role, found.reason


@pytest.mark.parametrize("outside", [Role.RELATED, Role.HEADING, Role.CAPTION])
def test_a_lone_line_without_a_stop_is_no_paragraph(outside: Role) -> None:
    """What else it most likely is."""
    assert unstopped("Old lighthouse of the bay opens again in May", outside=outside) == (outside, "no-stop")


@pytest.mark.parametrize("line", ["पुराना प्रकाशस्तंभ मई में फिर से खुल रहा है", "பழைய கலங்கரை விளக்கம் மே மாதம் மீண்டும் திறக்கிறது"])
def test_a_line_may_end_in_the_sign_of_a_vowel(line: str) -> None:
    """Indic scripts write vowels as signs beside their letters: such a line has no stop either."""
    assert unstopped(line) == (Role.RELATED, "no-stop")


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("Old lighthouse of the bay opens again in May.", PROSE),
        ("“Old lighthouse of the bay opens again in May”", PROSE),
        ("पुराना प्रकाशस्तंभ मई में फिर से खुल रहा है।", PROSE),
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


@pytest.mark.parametrize(
    ("line", "above", "below", "role"),
    [
        ("Anna Kessler", PROSE, Role.RELATED, Role.BYLINE),
        ("Anna Kessler", "The ferry left at", Role.RELATED, Role.NAV),  # the sentence goes on
        ("Anna Kessler", PROSE, Role.NAV, Role.NAV),  # among menus it may be one
        ("Anna Kessler", f"Anna Kessler waited. {PROSE}", Role.RELATED, Role.NAV),  # a tag
        ("latest videos", PROSE, Role.RELATED, Role.NAV),
        ("Zora Quill | 08/06/2017 05:43", PROSE, Role.NAV, Role.BYLINE),  # whoever that is
        ("Zora Quill | 08/06/2017 05:43", "The ferry left at", Role.NAV, Role.NAV),
        ("Zora Quill | 08/06/2017 05:43", f"In Zora Quill it rained. {PROSE}", Role.NAV, Role.NAV),  # a place
        ("The weather | 08/06/2017 05:43", PROSE, Role.NAV, Role.NAV),
        ("Zora Quill | on 08/06/2017 05:43", PROSE, Role.NAV, Role.NAV),
    ],
)
def test_a_name_between_the_end_and_other_stories_signs(line: str, above: str, below: Role, role: Role) -> None:
    """Alone, with a first name that is known, of somebody whom the article does not speak of."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), (above, Role.BODY), (line, Role.NAV), ("More stories", below))
    assert found[3][0] is role


def test_summaries_under_headlines_that_stand_twice_are_teasers() -> None:
    """However much their words are an article's, where the model knows the headlines; a list of such is none of the article."""
    pairs = [(text, Role.RELATED) for text in HEADLINES for _ in range(2)]
    lists = [line for number, text in enumerate(SUMMARIES) for line in (*pairs[2 * number : 2 * number + 2], (text, Role.BODY))]
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), (PROSE, Role.BODY), *lists)
    assert [role for role, _ in found[3:]] == [Role.RELATED] * 9
    inside = [(text, Role.HEADING) if role is Role.RELATED else (text, role) for text, role in lists]
    unknown = named((TITLE, Role.TITLE), (PROSE, Role.BODY), (PROSE, Role.BODY), *inside)
    assert {unknown[at][0] for at in (5, 8, 11)} == {Role.BODY}


def test_headlines_run_together_in_the_head_are_teasers() -> None:
    """Below title or lead; the same line in the midst of the article is what the model says."""
    glued = " ".join(HEADLINES)
    foot = ("© 2025 Wendle Herald", Role.LEGAL)
    below = named((TITLE, Role.TITLE), (PROSE, Role.LEAD), (glued, Role.BODY), (PROSE, Role.BODY), (PROSE, Role.BODY), foot)
    assert below[2] == (Role.RELATED, "glued-headlines")
    paragraphs = [(PROSE, Role.BODY)] * 4
    amid = named((TITLE, Role.TITLE), *paragraphs, (glued, Role.BODY), *paragraphs, foot)
    assert amid[5][0] is Role.BODY


QUESTIONS = ("Why did you come back?", "What was the winter like?", "And who paid for the boat?", "Will you stay?")
ANSWERS = (
    "I had promised it to my mother, and besides the harbour needs somebody who knows the tides.",
    "Long and wet, as they all are here, but nobody was cold and nobody was alone for a day.",
    "The whole village did, a few coins a week over four years, and the baker gave the nets.",
    "As long as they let me, and after that a little longer, for I have nowhere else to be.",
)


def interview(*roles: tuple[Role, Role]) -> list[tuple[Role, str]]:
    """Questions and answers that the model gave these roles, below a title, after the rules."""
    pairs = zip(QUESTIONS, ANSWERS, roles, strict=False)
    lines = [line for question, answer, (asked, said) in pairs for line in ((question, asked), (answer, said))]
    return named((TITLE, Role.TITLE), (PROSE, Role.LEAD), *lines)[2:]


@pytest.mark.parametrize("role", [Role.RELATED, Role.CAPTION, Role.COMMENT])
def test_questions_of_an_interview_are_its_text(role: Role) -> None:
    """Where most of them have an answer of the article's; and so is an answer that the model takes for something else."""
    body = (Role.BODY, Role.BODY)
    found = interview(body, (role, Role.BODY), (role, Role.BODY), (role, role))
    assert [label for label, _ in found] == [Role.BODY] * 8
    assert [reason for _, reason in found[2:5]] == ["interview", "model", "interview"]
    assert found[6:] == [(Role.BODY, "interview")] * 2


def test_few_answers_make_no_interview() -> None:
    """Headlines ask too, and their summaries are none of the article's."""
    teaser, body = (Role.RELATED, Role.RELATED), (Role.BODY, Role.BODY)
    assert interview(body, body, teaser) == [(Role.BODY, "model")] * 4 + [(Role.RELATED, "model")] * 2
    two = named((TITLE, Role.TITLE), (QUESTIONS[0], Role.RELATED), (ANSWERS[0], Role.BODY))
    assert two[1] == (Role.RELATED, "model")


@pytest.mark.parametrize("line", ["Comments?", "Read also: what was the winter like?"])
def test_furniture_asks_no_question(line: str) -> None:
    """What a lexicon knows stays outside, in an interview too."""
    body = [(text, Role.BODY) for pair in zip(QUESTIONS[:3], ANSWERS[:3], strict=True) for text in pair]
    found = named((TITLE, Role.TITLE), *body, (line, Role.RELATED), (ANSWERS[3], Role.BODY))
    assert found[-2] == (Role.RELATED, "model")


SENTENCE = "By her will the ashes are to be given to the river where she wrote her last song."


def test_a_sentence_above_a_signature_is_no_byline() -> None:
    """Text of the article, behind a teaser too; one about the author below the name stays."""
    head, signed = [(TITLE, Role.TITLE), (PROSE, Role.BODY)], ("Anna Kessler", Role.BYLINE)
    assert named(*head, (HEADLINES[0], Role.RELATED), (SENTENCE, Role.BYLINE), signed)[3] == (Role.BODY, "sentence")
    assert named(*head, (SENTENCE, Role.BYLINE), (HEADLINES[0], Role.RELATED))[2] == (Role.BODY, "sentence")
    assert named(*head, signed, (SENTENCE, Role.BYLINE))[3] == (Role.BYLINE, "model")
    assert named(*head, (HEADLINES[0], Role.RELATED), (SENTENCE, Role.BYLINE), (HEADLINES[1], Role.RELATED))[3].count("model")


CONTENTS = ("1. Learn their names", "2. Keep the price", "3. Say goodbye well")


def contents(below: Role = Role.BODY, heading: Role = Role.ALT, entries: tuple[str, ...] = CONTENTS) -> list[tuple[Role, str]]:
    """A page with its contents and the sections of these headings, after the rules."""
    sections = [line for entry, text in zip(entries, ANSWERS, strict=False) for line in ((entry, heading), (text, below))]
    return named((TITLE, Role.TITLE), (PROSE, Role.LEAD), *((entry, Role.BODY) for entry in entries), *sections)[2:]


@pytest.mark.parametrize("heading", [Role.ALT, Role.RELATED, Role.BODY, Role.CAPTION, Role.HEADING])
def test_contents_are_navigation_and_their_lines_below_headings(heading: Role) -> None:
    """Whatever the model takes them for: lines that stand twice are else images and links."""
    found = contents(heading=heading)
    assert found[:3] == [(Role.NAV, "contents")] * 3
    assert found[3::2] == [(Role.HEADING, "in-contents")] * 3
    assert {role for role, _ in found[4::2]} == {Role.BODY}


def test_a_section_may_begin_with_a_list_or_another_section() -> None:
    """Contents are told by the paragraphs below their entries, of which some lead to a list and some head another part."""
    first, second, third = CONTENTS
    last = "4. Write it down"
    sections = (first, PROSE, second, f"{PROSE[:-1]}:", "a rope", "a lamp", third, last, PROSE)
    found = named((TITLE, Role.TITLE), *((line, Role.BODY) for line in (*CONTENTS, last, *sections)))
    assert found[1:5] == [(Role.NAV, "contents")] * 4
    assert [found[at] for at in (5, 7, 11, 12)] == [(Role.HEADING, "in-contents")] * 4


@pytest.mark.parametrize(
    ("entries", "taken", "found"),
    [
        (("a rope", "a lamp", "an anchor"), (Role.BODY, Role.RELATED, Role.BODY), "list-item"),
        (("a rope", "a lamp", "an anchor"), (Role.BODY, Role.BODY, Role.RELATED), "list-item"),
        (("a rope", "Read also", "an anchor"), (Role.BODY, Role.RELATED, Role.BODY), "model"),
        (("a rope", "a lamp"), (Role.BODY, Role.RELATED), "model"),
        (("a rope", "a lamp", "an anchor"), (Role.BODY, Role.RELATED, Role.RELATED), "model"),
        (("a rope", "a lamp", "an anchor"), (Role.BODY, Role.CAPTION, Role.BODY), "model"),
    ],
)
def test_a_list_without_bullets_is_of_one_kind(entries: tuple[str, ...], taken: tuple[Role, ...], found: str) -> None:
    """Below a line that ends with a colon, where two thirds of it are the article's; not what a lexicon knows."""
    listed = zip(entries, taken, strict=True)
    lines = named((TITLE, Role.TITLE), (f"{PROSE[:-1]}:", Role.BODY), *listed, (PROSE, Role.BODY))
    at = next(number for number, role in enumerate(taken) if role is not Role.BODY)
    assert lines[at + 2] == (Role.BODY if found == "list-item" else taken[at], found)


def test_the_posts_of_a_thread_are_what_it_says() -> None:
    """Their lists too; not names, days and counts, and not where only one line counts comments."""

    def roles(counts: tuple[str, ...]) -> list[Role]:
        posts = [line for number, count in enumerate(counts) for line in (f"Marrow{number}", count, PROSE, "a rope", PROSE)]
        found = named((TITLE, Role.TITLE), *((line, Role.COMMENT) for line in posts))
        return [role for role, _ in found[6:11]]

    comment, body = Role.COMMENT, Role.BODY
    assert roles(("Comments: 3", "Comments: 812", "Comments: 40")) == [comment, comment, body, body, body]
    assert roles(("Comments: 3", "Since 2012", "Since 2013")) == [comment] * 5
    teasers = [(line, Role.RELATED) for count in (3, 812, 40) for line in ("Bridge opens again", f"Comments: {count}")]
    assert named((TITLE, Role.TITLE), (PROSE, Role.BODY), *teasers, (PROSE, comment))[-1] == (comment, "model")


def test_headlines_that_come_again_in_a_list_are_no_contents() -> None:
    """Their summaries are none of the article's; two lines say nothing, and neither does another order."""
    assert "contents" not in {reason for _, reason in contents(below=Role.RELATED, heading=Role.RELATED)}
    assert "contents" not in {reason for _, reason in contents(entries=CONTENTS[:2])}
    sections = zip(reversed(CONTENTS), ANSWERS, strict=False)
    body = [(line, Role.BODY) for section in sections for line in section]
    found = named((TITLE, Role.TITLE), *((entry, Role.BODY) for entry in CONTENTS), *body)
    assert "contents" not in {reason for _, reason in found}


def test_a_name_of_an_image_file_is_alt_whatever_the_model_says() -> None:
    """As the rules have it."""
    assert named((TITLE, Role.TITLE), (PROSE, Role.BODY), ("quay-2.jpg", Role.RELATED), (PROSE, Role.BODY))[2] == (
        Role.ALT,
        "image-file",
    )


VALUES = ("Venue: Stadium of the North", "Crowd: 2,316", "Referee: Otto Kern")


@pytest.mark.parametrize("taken", [Role.NAV, Role.RELATED, Role.OTHER])
@pytest.mark.parametrize("above", [True, False])
def test_labels_with_values_beside_the_article_are_its_own(taken: Role, above: bool) -> None:
    """Right above or below a line of it."""
    values = [(text, taken) for text in VALUES]
    article = [(TITLE, Role.TITLE), (PROSE, Role.BODY)]
    found = named(*article, *values, ("Home", Role.NAV)) if above else named(("Home", Role.NAV), *values, (PROSE, Role.BODY))
    assert [line for line in found if line[1] == "value"] == [(Role.BODY, "value")] * 3


@pytest.mark.parametrize(
    "lines",
    [
        VALUES[:2],
        ("Venue: one", "Venue: two", "Venue: three"),
        ("Share: Facebook", "Tags: harbour", "Topics: coast"),
        ("10:25", "11:30", "12:45"),
        ("Action | 07:34", "Comedy | 02:58", "Drama | 14:28"),
        tuple(f"{topic}: {headline}" for topic, headline in zip(("Sutton", "Coast", "Winter"), HEADLINES, strict=True)),
    ],
)
def test_other_lines_with_colons_stay_outside(lines: tuple[str, ...]) -> None:
    """Too few, of one label, of labels that the frame is known by, times, headlines behind their topic."""
    found = named((TITLE, Role.TITLE), (PROSE, Role.BODY), *((line, Role.RELATED) for line in lines), ("Home", Role.NAV))
    assert "value" not in {reason for _, reason in found}


def test_labels_with_values_apart_from_the_article_stay_outside() -> None:
    """Another line of the frame stands between."""
    found = named((PROSE, Role.BODY), ("Home", Role.NAV), ("World", Role.NAV), *((text, Role.OTHER) for text in VALUES))
    assert "value" not in {reason for _, reason in found}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Read also: Why the bridge stayed shut", Role.RELATED),
        (">>> Xem thêm: Tiền mừng cưới là tài sản chung hay riêng?", Role.RELATED),
        ("Related: the ferry, the bridge and what became of both", Role.RELATED),
        ("See also: the chapter on valves, where all of this is explained.", Role.BODY),
        ("Read also:", Role.BODY),  # what it leads to stands below
        ("Remember this: it says more about the harbour than any map", Role.BODY),
        ("He read also: nothing came of it", Role.BODY),
        (f"Read also: {PROSE * 3}", Role.BODY),
    ],
)
def test_a_line_that_leads_to_another_story_is_a_teasers(line: str, found: Role) -> None:
    """Amid the article; long ones are text."""
    assert named((TITLE, Role.TITLE), (PROSE, Role.BODY), (line, Role.BODY), (PROSE, Role.BODY))[2][0] is found
