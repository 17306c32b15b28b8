"""Grafts: pieces with known roles among the paragraphs of a page that is else as it was."""

from __future__ import annotations

from random import Random

import pytest

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.compose.article import Article
from training.compose.site import parse_site
from training.folds import fold_of
from training.golds import ARTICLE_POLICY, GoldPage, segment
from training.graft import Pieces, collect_pieces, dress_frame, dress_own, dress_thread, find_runs, graft

PARAGRAPHS = [
    f"The ferry left the {word} harbour at noon, and nobody on board knew who had paid for it." for word in ("old", "new", "far")
]
HTML = (
    "<html><body><nav><a href='/'>Home</a></nav><article><h1>A ferry leaves</h1>"
    + "".join(f"<p>{text[:20]}<b>{text[20:]}</b></p>\n" for text in PARAGRAPHS)
    + "</article><footer>Imprint</footer></body></html>"
)
ROW = {"html": HTML, "url": None}
OWN = ("Scores", ("Handling: 8/10", "Price <b>: 6/10", "Total: 7/10"))
THREAD = [
    ("3 comments", "comment"),
    ("anna.k", "comment"),
    ("2 hours ago", "comment"),
    ("A bridge that nobody asked for, paid by all who <b>never</b> cross it.", "comment"),
    ("Reply", "nav"),
    ("Tom", "comment"),
    ("My grandfather built the old one, and it stood for sixty years without a scratch.", "comment"),
    ("It could have stood for sixty more, had anybody looked after its middle arch.", "comment"),
    ("Reply", "nav"),
]
FRAME = [("Read also", "related"), ("A lamp & a bridge", "related"), ("Harbour closed until May", "related")]


def make_gold() -> GoldPage:
    """The page above, of which the three paragraphs are content."""
    page = segment(ROW)
    content = tuple(float(block.text in PARAGRAPHS) for block in page.blocks)
    roles = tuple("body" if share else "" for share in content)
    certain = tuple(map(bool, roles))
    return GoldPage("set", "1", "example.org", "article", "en", ARTICLE_POLICY, page, content, roles, certain, "gold")


def rows(page: GoldPage) -> list[tuple[str, float, str]]:
    """Text, share and role of each block."""
    return [(block.text, share, role) for block, share, role in zip(page.page.blocks, page.content, page.roles, strict=True)]


@pytest.mark.parametrize("seed", range(60))
def test_a_grafted_page_is_the_page_and_the_pieces(seed: int) -> None:
    """What was there has its facts still; what is new has those of its part, between or behind paragraphs."""
    gold = make_gold()
    grafted = graft(ROW, gold, Pieces([OWN], [FRAME]), Random(seed))
    assert grafted is not None
    old, new = rows(gold), rows(grafted)
    assert [row for row in new if row in old] == old
    added = [row for row in new if row not in old]
    assert added
    assert {role for _, _, role in added} <= {"heading", "body", "related"}
    assert all(share == (role != "related") for _, share, role in added)
    known = " ".join((OWN[0], *OWN[1], *(text for text, _ in FRAME)))
    assert all(word in known for text, _, _ in added for word in text.replace("|", " ").split())
    assert grafted.set == "grafted set"
    assert new[0] == old[0]
    assert new[-1] == old[-1]
    assert [*zip(grafted.certain, grafted.roles, strict=True)] == [(bool(role), role) for _, _, role in new]


def test_the_same_seed_gives_the_same_page() -> None:
    """Grafts are drawn, not random."""
    one, other = (graft(ROW, make_gold(), Pieces([OWN], [FRAME]), Random(7)) for _ in range(2))
    assert one == other


def test_a_page_without_paragraphs_or_pieces_is_not_grafted() -> None:
    """There is no place, or nothing to set there."""
    gold = make_gold()
    bare = GoldPage(
        "set", "1", "", "article", "en", ARTICLE_POLICY, gold.page, (0.0,) * len(gold.content), gold.roles, gold.certain, ""
    )
    assert graft(ROW, bare, Pieces([OWN], [FRAME]), Random(1)) is None
    assert graft(ROW, gold, Pieces(), Random(1)) is None


@pytest.mark.parametrize("seed", range(40))
def test_dressed_lines_are_whole(seed: int) -> None:
    """Every line stands in a part of its role, its signs escaped."""
    own, frame = dress_own(*OWN, Random(seed)), dress_frame(FRAME, Random(seed))
    assert [role for _, role in own if role] == ["heading", "body", "body", "body"]
    assert [role for _, role in frame if role] == ["related"] * 3
    assert "<b>: 6" not in "".join(part for part, _ in own)
    assert "A lamp &amp; a bridge" in "".join(part for part, _ in frame)


@pytest.mark.parametrize("seed", range(40))
def test_a_thread_is_dressed_post_by_post(seed: int) -> None:
    """Every line has its role still; the posts stand in elements of their own, or in none."""
    parts = dress_thread(THREAD, Random(seed))
    assert [role for _, role in parts if role] == [role for _, role in THREAD]
    markup = "".join(part for part, _ in parts)
    assert "paid by all who &lt;b&gt;never&lt;/b&gt; cross it." in markup
    page = segment({"html": f"<html><body>{markup}</body></html>", "url": None})
    assert len(page.blocks) >= 5
    around = [part for part, role in parts if not role][2:-2]
    assert around[0::2] == [around[0]] * 2
    assert around[1::2] == [around[1]] * 2


def test_what_stands_at_the_end_may_stand_outside_the_article() -> None:
    """Where the article's element ends with its last paragraph."""
    pages = [graft(ROW, make_gold(), Pieces([], [THREAD]), Random(seed)) for seed in range(60)]
    heads = [block for page in pages if page is not None for block in page.page.blocks if block.text == "3 comments"]
    assert {"/article" in (block.path or "") for block in heads} == {True, False}


def test_runs_are_cut_where_a_thread_begins_and_ends() -> None:
    """A teaser or an appeal may stand alone, a button may not."""
    lines = [("Share", "nav"), ("Read also", "related"), *THREAD, ("A lamp", "related"), ("", ""), ("A paragraph.", "body")]
    runs = [*find_runs([*lines, ("Subscribe", "promo"), ("Another.", "body"), ("Share", "nav"), ("The end.", "body")])]
    assert runs == [lines[:2], THREAD, [("A lamp", "related")], [("Subscribe", "promo")]]


def test_pieces_are_short_sections_of_guides_and_runs_of_sites() -> None:
    """By fold; a section of prose is none, nor is a line that stands alone."""
    prose = ("In a paragraph of prose there is so much to say that a line is never enough for it, whatever it is about.",) * 3
    guide = Article("xx guide 1", "xx guide 1", "xx", fold_of("xx guide 1"), "A test", "", (OWN, ("Why", prose)), (), (), "guide")
    teasers = [Article(f"t{n}", "t", "xx", 0, f"Teaser {n}", "", (("", prose),), (), (), "written") for n in range(3)]
    listed = "related: Read also\nrelated: {other}\nrelated: {other}\n"
    text = f"language: xx\nnav: Home\n\ntitle: {{title}}\n[body]\nbody: {{text}}\n[/body]\n{listed}"
    names = (f"site {number}" for number in range(1000))
    site = parse_site(text, next(name for name in names if fold_of(name) == guide.fold))
    pieces = collect_pieces([guide, *teasers], [site])
    assert [*pieces] == [guide.fold]
    assert pieces[guide.fold].own == [OWN]
    assert pieces[guide.fold].frame
    assert all([role for _, role in run] == ["related"] * 3 for run in pieces[guide.fold].frame)
