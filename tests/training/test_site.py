"""Sites: what a file may say, what it becomes, and that all files of ours can be read."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.compose.article import Article
from training.compose.page import check_placeholders, lay_out
from training.compose.site import SITES, Site, SiteError, parse_site, read_sites

from cleancorpus.role import Role

KEPT = SITES.parent / "kept"
HEAD, END = "# A test.\nlanguage: en\n", "title: {title}\n[body]\n[/body]\n"


def article(number: int, captions: int = 0) -> Article:
    """An article of three paragraphs under two headings."""
    return Article(
        str(number),
        "site.example",
        "en",
        0,
        f"Harbour {number} empties",
        f"The lead of {number}." if number % 2 else "",
        (("", (f"First of {number}.", f"Second of {number}.")), (f"Heading {number}", (f"Third of {number}.",))),
        tuple(f"Picture {at} of {number}." for at in range(captions)),
        (f"Ida Holm {number}",),
        "typed",
    )


OWN, OTHERS = article(1, captions=2), [article(number) for number in range(2, 12)]


def lines(text: str, seed: int = 0) -> list[tuple[str, str]]:
    """A page of a site."""
    return lay_out(parse_site(HEAD + text, "test"), OWN, OTHERS, Random(seed))


def test_a_page_is_the_file_with_the_article_in_it() -> None:
    """Lines in order, paragraphs under their headings, a blank line where the file has one."""
    assert lines("nav: Home\n\nlead: {lead}\n" + END) == [
        ("Home", "nav"),
        ("", ""),
        ("The lead of 1.", "lead"),
        ("Harbour 1 empties", "title"),
        ("First of 1.", "body"),
        ("Second of 1.", "body"),
        ("Heading 1", "heading"),
        ("Third of 1.", "body"),
    ]


def test_teasers_are_of_other_articles() -> None:
    """Each a new one; what is said of the last one is of the last one."""
    page = lines(END + "related: {other}\nrelated: {same:plain}\nrelated: {other}: {same}\nrelated: {first:summary} {same}")
    assert [text for text, role in page if role == "related"] == [
        "Harbour 2 empties",
        "harbour 2 empties",
        "Harbour 3 empties: Harbour 3 empties",
        "First of 4. Harbour 4 empties",
    ]


def test_a_line_without_what_it_is_for_is_none() -> None:
    """An article without a lead has no line for it."""
    for number, expected in ((1, 1), (2, 0)):
        page = lay_out(read_sites(KEPT)[0], article(number), OTHERS, Random(1))
        assert sum(role == "lead" for _, role in page) == expected


def test_inserts_stand_between_paragraphs_and_pictures_hold_captions() -> None:
    """The first behind the first paragraph, the last before the last, each caption once."""
    picture = "[picture]\nalt: {title}\ncaption: {caption}\n[/picture]\n"
    inserts = "[insert last]\nrelated: L {other}\n[/insert]\n[insert first]\nrelated: F {other}\n[/insert]\n"
    page = lines(f"title: {{title}}\n[body spaced]\n{picture}{inserts}[/body]\n")
    texts = [text for text, _ in page]
    found = [text.split()[0] for text, role in page if role in {"body", "related"}]
    assert found == ["First", "F", "Second", "L", "Third"]
    assert Counter(text for text, role in page if role == "caption") == Counter(OWN.captions)
    assert all(texts[at - 1] == OWN.title for at, (_, role) in enumerate(page) if role == "caption")


@given(st.integers(0, 1 << 30))
def test_groups_draw_within_their_bounds(seed: int) -> None:
    """So many times, so many lines in their order, one of the parts."""
    text = (
        f"[repeat 2-4]\nnav: again\n[/repeat]\n[any 1-2]\nnav: a\nnav: b\nnav: c\n[/any]\n"
        f"[choose]\nnav: one\n[or]\nnav: two\n[/choose]\n{END}nav: {{x|{{n:3-5}}}}\n"
    )
    page = lines(text, seed)
    drawn = [text for text, role in page if role == "nav"]
    assert 2 <= drawn.count("again") <= 4
    assert drawn[drawn.count("again") : -2] in (["a"], ["b"], ["c"], ["a", "b"], ["a", "c"], ["b", "c"])
    assert drawn[-2] in {"one", "two"}
    assert drawn[-1] in {"x", "3", "4", "5"}
    assert page == lines(text, seed)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nav: Home\n", "not 'language: code'"),
        ("", "not 'language: code'"),
        (HEAD + "title: {title}\n", r"0 times \[body\]"),
        (HEAD + END + END, r"2 times \[body\]"),
        (HEAD + "[body]\n[/body]\n", "0 times 'title: {title}'"),
        (HEAD + END + "menu: Home\n", "begins with no role of"),
        (HEAD + END + "[loop 3]\n[/loop]\n", r"\[loop\] is none of"),
        (HEAD + END + "[repeat some]\n[/repeat]\n", r"\[repeat some\]: the argument is not known"),
        (HEAD + END + "[insert]\n[/insert]\n", r"\[insert\] inside \[site\]"),
        (HEAD + END + "[maybe 50]\nnav: Home\n", r"\[maybe\] is not closed"),
        (HEAD + END + "[maybe 50]\nnav: Home\n[/any]\n", r"closes \[maybe\]"),
    ],
)
def test_a_file_that_is_no_site_is_refused(text: str, why: str) -> None:
    """The message says where and why."""
    with pytest.raises(SiteError, match=why):
        parse_site(text, "test")


def test_an_unknown_placeholder_is_refused() -> None:
    """Wherever it stands, by its name."""
    with pytest.raises(SiteError, match=r"\{wether\} is no placeholder"):
        lines(END + "other: {wether}\n")
    with pytest.raises(SiteError, match=r"\{wether\} in"):
        check_placeholders(parse_site(HEAD + END + "other: {today|{wether}}\n", "test"), OWN, OTHERS)


@pytest.mark.parametrize("each", [*read_sites(), *read_sites(KEPT)], ids=lambda each: each.name)
def test_every_site_can_be_laid_out(each: Site) -> None:
    """One title, the whole article in order, roles of ours."""
    check_placeholders(each, OWN, OTHERS)
    for seed in range(5):
        page = lay_out(each, OWN, OTHERS, Random(seed))
        assert [text for text, role in page if role == "title"] == [OWN.title]
        assert [text for text, role in page if role == "body"] == ["First of 1.", "Second of 1.", "Third of 1."]
        assert {role for text, role in page if text} <= set(Role)


def test_no_site_is_learned_from_and_kept() -> None:
    """What a model is measured on, it has not seen."""
    assert not {each.name for each in read_sites()} & {each.name for each in read_sites(KEPT)}
