"""The draft: labels while they are given, and what the rules ask it."""

from __future__ import annotations

from cleancorpus.role import Role
from tests.label.reading import apart, draft_of, lines, paragraphs
from tests.label.stories import STORIES


def test_a_label_once_put_stays_but_for_replace() -> None:
    """Roles and reasons are empty until then."""
    draft = draft_of("one\ntwo")
    assert (draft.role(0), draft.reason(0), list(draft.free())) == (None, "", [0, 1])
    draft.put(0, Role.NAV, 0.9, "first")
    draft.put(0, Role.BODY, 0.9, "second")
    assert (draft.role(0), draft.reason(0), draft.is_free(0), list(draft.free())) == (Role.NAV, "first", False, [1])
    draft.replace(0, Role.BODY, 0.5, "third")
    assert (draft.role(0), draft.reason(0)) == (Role.BODY, "third")


def test_a_paragraph_is_prose_that_may_be_the_articles() -> None:
    """Free, or labelled as a part of the article; a short line is none."""
    story = STORIES["en"]
    draft = draft_of(lines(story.title, *story.paragraphs))
    draft.put(1, Role.BODY, 0.9, "test")
    draft.put(2, Role.RELATED, 0.9, "test")
    assert [draft.is_paragraph(index) for index in range(4)] == [False, True, False, True]


def test_before_the_article_is_found_all_of_the_page_is_in_it() -> None:
    """Then what stands between its first and last paragraph."""
    draft = draft_of(lines(*"abcde"))
    assert all(draft.in_article(index) for index in range(5))
    draft.first, draft.last = 1, 3
    assert [draft.in_article(index) for index in range(5)] == [False, True, True, True, False]


def test_lines_are_attached_where_paragraphs_stand_apart() -> None:
    """Where they do not, and in HTML, none is."""
    story = STORIES["vi"]
    spaced = draft_of(apart(lines(story.first, "x"), story.second, story.third))
    assert [spaced.attached(index) for index in range(4)] == [False, True, False, False]
    assert not any(draft_of(lines(story.first, "x", story.second)).attached(index) for index in range(3))
    assert not draft_of(paragraphs(story.first, story.second), "html").spaced


def test_ancestors_and_extents() -> None:
    """From a block's element to the root; for each element the run of blocks inside it. Text has neither."""
    draft = draft_of("<body><div><p>one</p><p>two</p></div><p>three</p></body>", "html")
    tags = [[draft.page.elements[at].tag for at in draft.ancestors(index)] for index in range(3)]
    assert [path[:2] for path in tags] == [["p", "div"], ["p", "div"], ["p", "body"]]
    inside = {element.tag: extent for element, extent in zip(draft.page.elements, draft.extents, strict=True)}
    assert (inside["div"], inside["body"]) == ((0, 2), (0, 3))
    assert (list(draft_of("one").ancestors(0)), draft_of("one").extents) == ([], [])
