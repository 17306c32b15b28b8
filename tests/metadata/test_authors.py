"""Authors: persons, with no outlet, job, place or date, and nobody from a related story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleancorpus.block import Block, Kind, Markup
from cleancorpus.language.fold import fold
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.authors import Signed, extract_authors
from cleancorpus.metadata.embedded import Article, Embedded
from cleancorpus.metadata.shown import show
from cleancorpus.metadata.site import find_outlets
from cleancorpus.page import Element, InputKind, Page, Statements
from cleancorpus.role import Role

LEXICON = default_lexicon()


def block(text: str, role: Role = Role.BYLINE) -> Block:
    """A labelled block."""
    return Block(text, Kind.PARAGRAPH, None, role=role, score=0.8)


TITLE_BLOCK = block("Harbour empties", Role.TITLE)


def authors(
    *blocks: Block, stated: tuple[str, ...] = (), meta: tuple[tuple[str, str], ...] = (), sitename: str | None = None
) -> tuple[str, ...]:
    """The names that are found."""
    shown, embedded = show(Page(InputKind.TEXT, blocks)), Embedded(Article(authors=stated))
    return extract_authors(shown, Statements(meta=meta), embedded, find_outlets(embedded, sitename, None), LEXICON).authors


@pytest.mark.parametrize(
    "name",
    ["Reuters", "AFP", "Associated Press", "AAP", "TASS", "Yonhap", "KCNA", "Business Wire", "sutton herald", "SUTTON HERALD"],
)
def test_organisations_and_the_site_itself_are_no_authors(name: str) -> None:
    """Neither where they are stated nor in the byline; a person behind them is found."""
    assert authors(block(f"By {name}"), stated=(name,), meta=(("author", name),), sitename="Sutton Herald") == ()
    assert authors(block("By Anna Kessler"), stated=(name,), sitename="Sutton Herald") == ("Anna Kessler",)


@pytest.mark.parametrize(
    "name",
    [
        "Harbour News",
        "Agencia del Puerto",
        "Redaktion Sport",
        "Báo Bến Nước",
        "港湾新聞",
        "항구일보",
        "Web-Redaktion",
        "Lauter Bote",
        "Corriere del Porto",
        "Вестник Севера",
        "Northern Coast News Service",
        "Council of the Harbour",
    ],
)
def test_names_of_outlets_are_organisations(name: str) -> None:
    """They begin or end with a word of outlets, in whatever language."""
    signed = marked(TITLE, BODY, article=Article(authors=(name, "Anna Kessler")))
    assert (signed.authors, signed.organisations) == (("Anna Kessler",), (name,))


@pytest.mark.parametrize("name", ["Anna Newson", "Karl Redaktionski", "Ida News Holm", "Mia", "Sid Vance", "김민수", "山田太郎"])
def test_names_that_only_hold_such_a_word_are_persons(name: str) -> None:
    """A word of outlets counts as a whole word, at the start before the others or at the end."""
    assert marked(TITLE, BODY, article=Article(authors=(name,))).authors == (name,)


@pytest.mark.parametrize(
    ("stated", "shown", "expected"),
    [
        ("Anna", "By Anna Kessler", "Anna Kessler"),
        ("anna_kessler", "By Anna Kessler", "Anna Kessler"),
        ("annakessler", "By Anna Keßler", "Anna Keßler"),
        ("Anna", "By Ben Ode", "Anna"),
        ("nils82", "By Ben Ode", "nils82"),
        ("Linc", "By Linc Admin", "Linc"),  # a badge
        ("Anna Kessler", "By Anna Kessler Weber", "Anna Kessler"),
    ],
)
def test_a_first_name_or_account_gives_way_to_the_name_that_is_shown(stated: str, shown: str, expected: str) -> None:
    """Where it is the same person by more names."""
    assert authors(block(shown), stated=(stated,)) == (expected,)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Super User", ()),
        ("publisher", ()),
        ("anónimo", ()),
        ("Center for Harbour and Ice Research", ()),
        ("Landesanstalt für Wald und Wasser", ()),
        ("Anna Forster", ("Anna Forster",)),
        ("Anna Kessler for the Herald", ("Anna Kessler",)),
        ("By Anna Kessler for Harbour and Ice", ("Anna Kessler",)),
    ],
)
def test_nobody_and_institutions_are_no_authors(stated: str, expected: tuple[str, ...]) -> None:
    """What software states where nobody signed, and who says what for they are."""
    assert authors(stated=(stated,)) == authors(meta=(("author", stated),)) == expected


def test_statements_win_over_the_byline() -> None:
    """JSON-LD first, then meta, then the byline."""
    byline, meta = block("By Cy Twom"), (("author", "Ben Ode"),)
    assert authors(byline, stated=("Anna Kessler",), meta=meta) == ("Anna Kessler",)
    assert authors(byline, meta=meta) == ("Ben Ode",)
    assert authors(byline) == ("Cy Twom",)


def test_an_editor_who_is_stated_gives_way_to_who_signed() -> None:
    """Papers state the editor on duty as the author of what others wrote; where nobody signs, that is all there is."""
    stated, editor = (("author", "王丹"),), block("[责任编辑：王丹]")
    signed = block("2022年03月11日 作者：周明远 林晓")
    body = block("傍晚六点半，最后一条渔船靠岸，旧冷库却亮起了灯。", Role.BODY)
    assert authors(TITLE_BLOCK, signed, body, editor, meta=stated) == ("周明远", "林晓")
    assert authors(TITLE_BLOCK, body, editor, meta=stated) == ("王丹",)
    assert authors(TITLE_BLOCK, signed, body, meta=stated) == ("王丹",)


def test_who_is_stated_and_called_the_source_is_an_organisation() -> None:
    """Press releases state the company that sent them as a person."""
    source = block("October 12, 2021 09:00 ET | Source: Kestrel Thermal")
    shown = show(Page(InputKind.HTML, (TITLE_BLOCK, source, block("The plant opens on Monday.", Role.BODY))))
    signed = extract_authors(shown, Statements(meta=(("author", "Kestrel Thermal"),)), Embedded(Article()), frozenset(), LEXICON)
    assert (signed.authors, signed.organisations) == ((), ("Kestrel Thermal",))


def test_behind_a_branch_of_the_outlet_stand_places() -> None:
    """Brazilian sites sign so; a person behind it is one all the same."""
    line = "Por Caíque Antunes e Marília Dourado, CN Vale do Corumbim — Serra Morena"
    assert authors(TITLE_BLOCK, block(line), sitename="Portal CN") == ("Caíque Antunes", "Marília Dourado")
    for initials in ("J Qwiborn", "JO Qwiborn", "AL Qwiborn"):
        assert authors(TITLE_BLOCK, block(f"By Anna Kessler, {initials}"), sitename="Journal") == ("Anna Kessler", initials)
    assert authors(TITLE_BLOCK, block("Por Caíque Antunes, CN Vale Verde e Maria Silva"), sitename="Portal CN") == (
        "Caíque Antunes",
        "Maria Silva",
    )


@pytest.mark.parametrize(
    ("last", "above", "expected"),
    [
        ("Hải Yến - Quốc Bảo", "Làng nay chỉ còn 19 khung dệt.", ("Hải Yến", "Quốc Bảo")),
        ("Anna Kessler", "The harbour was empty again.", ("Anna Kessler",)),
        ("Qwiborn Quill", "The harbour was empty again.", ()),
        ("Anna Kessler", "Those who came were", ()),
        ("Sutton Harbour, Winter Coast 1994", "The harbour was empty again.", ()),
    ],
)
def test_a_last_paragraph_of_nothing_but_names_signs(last: str, above: str, expected: tuple[str, ...]) -> None:
    """Behind a sentence: several full names, or one with a known first name."""
    signed = marked(TITLE, (above, Role.BODY, 0), (last, Role.BODY, 0))
    assert signed.authors == expected


@pytest.mark.parametrize(("word", "expected"), [("附件下載", ()), ("陈若溪", ("陈若溪",))])
def test_a_bare_word_of_han_needs_a_family_name(word: str, expected: tuple[str, ...]) -> None:
    """As long as a name are buttons too."""
    assert (
        in_text(("步道封閉", Role.TITLE, 0.9), (word, Role.BYLINE, 0.5), ("步道因豪雨坍塌。", Role.BODY, 0.9)).authors == expected
    )


def test_statements_that_name_nobody_are_passed_over() -> None:
    """A profile address or an account name in the meta element leaves the word to the byline."""
    meta = (("article:author", "https://social.example/sutton"), ("author", "admin"))
    assert authors(block("By Anna Kessler"), meta=meta) == ("Anna Kessler",)


_MAY_SIGN = {Role.BYLINE, Role.DATE, Role.KICKER, Role.LEAD, Role.HEADING, Role.BODY}


@pytest.mark.parametrize("role", sorted(set(Role) - _MAY_SIGN))
def test_nobody_signs_in_the_frame(role: Role) -> None:
    """Nobody is taken from teasers, comments, captions, menus; nor from the title, which may be a book's."""
    assert authors(block("By Anna Kessler", role)) == ()


@pytest.mark.parametrize("role", sorted(_MAY_SIGN))
def test_a_line_that_only_signs_is_a_signature_whatever_it_is_taken_for(role: Role) -> None:
    """In the head and at the end: a word that signs, and full names that begin with a known first name."""
    assert authors(block("By Anna Kessler", role)) == ("Anna Kessler",)
    assert authors(TITLE_BLOCK, block("The ferry left.", Role.BODY), block("Author: Anna Kessler", role)) == ("Anna Kessler",)


@pytest.mark.parametrize(
    "text", ["By Anna Kessler the harbour is called a ruin.", "By Orders Placed", "Von Anna Kessler wird erzählt, sie lese viel."]
)
def test_a_sentence_is_no_signature(text: str) -> None:
    """It goes on behind the name, or names nobody that is known for a person."""
    assert authors(block(text, Role.BODY)) == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("10. Februar 2019 9. März 2019 von Anna Kessler", ("Anna Kessler",)),
        ("5 May 2021 by annak | Leave a comment", ("annak",)),
        ("13 juin 2019, par Anne Moreau", ("Anne Moreau",)),
        ("Published 5 May 2021 | Author: Anna Kessler", ("Anna Kessler",)),
        ("5 May 2021 | Anna Kessler", ("Anna Kessler",)),
        ("5 May 2021 | Source: Sutton Shipping", ()),  # a label that names whom it was taken from
        ("2021-05-03 10:00 来源：半月谈", ()),
        ("5 May 2021 | Harbour Desk", ()),  # nobody that is known for a person
        ("by Anna Kessler", ("Anna Kessler",)),
    ],
)
def test_a_date_line_of_the_head_may_sign(line: str, expected: tuple[str, ...]) -> None:
    """Blogs write day and name in one line."""
    assert marked(TITLE, (line, Role.DATE, 0), BODY).authors == expected


def test_a_date_line_of_another_story_signs_nothing() -> None:
    """Below the article stand the dates of other stories, with their authors."""
    assert marked(TITLE, BODY, BODY, ("5 May 2021 by Anna Kessler", Role.DATE, 0)).authors == ()


@pytest.mark.parametrize(
    ("site", "expected"),
    [("Anna Kessler", ("Anna Kessler",)), ("The Herald", ()), ("Le Phare", ()), ("annak", ())],
)
def test_the_site_of_a_person_bears_the_name_of_its_author(site: str, expected: tuple[str, ...]) -> None:
    """A name that begins with a known first name is a person's, though the site has it too; outlets stay nobody."""
    assert authors(block(f"By {site}"), stated=(site,), sitename=site) == expected


def test_the_host_is_an_outlet_in_all_its_forms() -> None:
    """As it stands in the address, in part and in whole."""
    for name in ("herald.org", "Herald.ORG", "HERALD", "news.herald.org"):
        assert marked(TITLE, ("By Anna Kessler", Role.BYLINE, 0), BODY, meta=(("author", name),)).authors == ("Anna Kessler",)


def test_the_part_of_a_host_before_its_suffix_is_an_outlet() -> None:
    """However long the one before it is; "com" is none."""
    outlets = find_outlets(Embedded(), None, "fishermens-hut.hejfish.com.au")
    assert {"hejfish", "fishermenshut"} <= outlets
    assert not outlets & {"com", "au"}


def test_a_person_named_twice_counts_once_in_the_order_given() -> None:
    """The same name with other case or accents is the same person."""
    assert authors(stated=("Zoë Kessler", "Ben Ode", "ZOE KESSLER")) == ("Zoë Kessler", "Ben Ode")


def test_the_evidence_holds_source_and_text() -> None:
    """The evidence quotes the byline as it stands."""
    shown = show(Page(InputKind.TEXT, (block("By Anna Kessler, 3 May 2021"),)))
    evidence = extract_authors(shown, Statements(), Embedded(), set(), LEXICON).evidence
    assert evidence is not None
    assert (evidence.source, evidence.text, evidence.confidence) == ("signature", "By Anna Kessler, 3 May 2021", 0.8)


MARKED = Element("span", -1, "post-author__name")
PLAIN = Element("div", -1, "entry")


def marked(*blocks: tuple[str, Role, int], article: Article = Article(), meta: tuple[tuple[str, str], ...] = ()) -> Signed:  # noqa: B008  frozen
    """Who signs a page with markup: (text, role, 1 for an element that is called author)."""
    page = Page(
        InputKind.HTML,
        tuple(Block(text, Kind.PARAGRAPH, None, role=role, score=0.9, markup=Markup(at)) for text, role, at in blocks),
        (PLAIN, MARKED),
    )
    embedded = Embedded(article)
    outlets = find_outlets(embedded, "The Herald", "news.herald.org")
    return extract_authors(show(page), Statements(meta=meta), embedded, outlets, LEXICON)


TITLE, BODY = ("Harbour empties before the winter", Role.TITLE, 0), ("A paragraph of the text.", Role.BODY, 0)


@pytest.mark.parametrize(
    ("line", "at", "expected"),
    [
        ("By Anna Kessler", 0, ("Anna Kessler",)),
        ("Posted on June 14, 2019 by Anna Kessler", 0, ("Anna Kessler",)),
        ("3. Mai 2021 von Anna Kessler", 0, ("Anna Kessler",)),
        ("5 May 2021 | Author: annak | Filed under: Coast", 0, ("annak",)),
        ("by annak on May 5, 2021", 0, ("annak",)),
        ("Anna Kessler | 3 May 2021", 0, ("Anna Kessler",)),
        ("May 3, 2021 Anna Kessler", 0, ("Anna Kessler",)),
        ("Anna Kessler", 1, ("Anna Kessler",)),
        ("Anna", 1, ("Anna",)),
        ("Anna Kessler", 0, ("Anna Kessler",)),  # the model is sure, and the first name is known
        ("Harbour Lights", 0, ()),
        ("Anna Kessler | 30 min | 6279 words | 3 May 2021", 0, ("Anna Kessler",)),
        ("Anna Kessler\nChefredakteurin, 3. Mai 2021", 0, ("Anna Kessler",)),
        ("Shipping & Returns", 0, ()),
        ("Customer Rating", 0, ()),
        ("Follow us", 1, ()),
        ("Text-center", 0, ()),
        ("Reviewed by Anna Kessler", 0, ()),
    ],
)
def test_on_pages_with_markup_a_byline_needs_a_sign(line: str, at: int, expected: tuple[str, ...]) -> None:
    """A word that signs, a date, or an element that says that it names the author: menus are full of what looks like a name."""
    assert marked(TITLE, (line, Role.BYLINE, at), BODY).authors == expected


def test_a_lone_name_beside_a_date_line_signs() -> None:
    """Name and date stand together under the title."""
    assert marked(TITLE, ("Anna Kessler", Role.BYLINE, 0), ("3 May 2021", Role.DATE, 0), BODY).authors == ("Anna Kessler",)


def test_what_is_stated_need_not_look_like_a_name() -> None:
    """Pen names, lower case; but no address, no domain, no login of software, and not the outlet."""
    values = (
        "annak_21",
        "anna kessler",
        "https://example.org/anna",
        "herald.org",
        "admin",
        "The Herald",
        "HERALD",
        "No Author",
    )
    assert marked(article=Article(authors=values)).authors == ("annak_21", "anna kessler")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("By Anna Kessler", ("Anna Kessler",)),
        ("Anna Kessler, Ben Ode", ("Anna Kessler", "Ben Ode")),
        ("Anna Kessler, Managing Director", ("Anna Kessler",)),
        ("Anna Kessler (Sea Wall)", ("Anna Kessler",)),
        ("Anna (Holm) Kessler", ("Anna (Holm) Kessler",)),
        ('"Anna Kessler"', ("Anna Kessler",)),
        ("“Anna Kessler”", ("Anna Kessler",)),
        ("Anna Kessler - The Other Paper, 3 May 2021", ("Anna Kessler",)),
        ("Por Raimunda Sales — Cruzeiro da Mata", ("Raimunda Sales",)),
        ("Anna Kessler, Transport Correspondents", ("Anna Kessler",)),
        ("By Our Correspondent", ()),
        ("ANNA KESSLER AND BEN ODE", ("ANNA KESSLER", "BEN ODE")),
        ("Theo James", ("Theo James",)),
        ("Oleh Kovalenko", ("Oleh Kovalenko",)),
        ("Di Reed", ("Di Reed",)),
        ("Par Sophie", ("Sophie",)),
        ("By Reed", ("Reed",)),
        ("Von Theo Brandt", ("Theo Brandt",)),
        ("Anna Kessler &amp; Ben Ode", ("Anna Kessler", "Ben Ode")),
    ],
)
def test_a_stated_line_is_taken_apart(value: str, expected: tuple[str, ...]) -> None:
    """Separators, signing words, jobs and entities."""
    assert marked(meta=(("author", value),)).authors == expected


@pytest.mark.parametrize(
    ("editor", "author", "name"),
    [
        ("责任编辑:冯小曼", "作者:沈若溪", "沈若溪"),
        ("Editor: Clare Hodd", "By Owen Rhys", "Owen Rhys"),
        ("Biên tập: Trần Thị Bình", "Tác giả: Nguyễn Văn An", "Nguyễn Văn An"),
    ],
)
def test_an_editor_signs_where_nobody_else_does(editor: str, author: str, name: str) -> None:
    """Whichever line stands first."""
    title, body = block("Harbour empties", Role.TITLE), block("The ferries have gone.", Role.BODY)
    assert authors(title, block(editor), block("2024-03-01", Role.DATE), block(author), body) == (name,)
    assert authors(title, block(editor), body) != ()


@pytest.mark.parametrize(
    "line", ["Por Raimunda Sales — São Paulo", "Por Raimunda Sales, Cruzeiro da Mata", "Por Raimunda Sales | De Manaus"]
)
def test_a_place_in_the_byline_is_nobody(line: str) -> None:
    """One person who is stated is not joined by what no first name begins; another person is."""
    stated = Article(authors=("Raimunda Sales",))
    assert marked(TITLE, (line, Role.BYLINE, 0), BODY, article=stated).authors == ("Raimunda Sales",)
    both = ("Por Raimunda Sales e Luís Gil", Role.BYLINE, 0)
    assert marked(TITLE, both, BODY, article=stated).authors == ("Raimunda Sales", "Luís Gil")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Sea & Coast", ((), ("Sea & Coast",))),
        ("Sea & Coast, Sutton, England", ((), ("Sea & Coast",))),
        ("Sea & Coast, Anna Kessler", (("Anna Kessler",), ())),
        ("Land & Coast, Sutton", (("Land", "Coast", "Sutton"), ())),
    ],
)
def test_the_whole_name_of_an_outlet_is_not_taken_apart(value: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Behind it stand its address or persons; a name that is not the site's is read as always."""
    page = Page(InputKind.HTML, (TITLE_BLOCK,))
    found = extract_authors(show(page), Statements(meta=(("author", value),)), Embedded(), {fold("Sea & Coast")}, LEXICON)
    assert (found.authors, found.organisations) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Winter Harbour", ()), ("Zora Quill", ("Zora Quill",)), ("Anna Harbour", ("Anna Harbour",))],
)
def test_a_bare_name_of_common_words_is_a_shelf(name: str, expected: tuple[str, ...]) -> None:
    """The article writes one of them in small letters, and no first name is known."""
    text = "In the harbour nobody had seen a van like that before."
    lines = (TITLE, (name, Role.BYLINE, 0), ("3 May 2021", Role.DATE, 0), (text, Role.BODY, 0))
    assert marked(*lines).authors == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Quelle: Sea Sports", ((), ("Sea Sports",))),
        ("(Quelle: Sundpress)", ((), ("Sundpress",))),
        ("Quelle: Anna Kessler", (("Anna Kessler",), ())),
        ("Quelle: Juergen Ode", (("Juergen Ode",), ())),
        ("Autor: Sea Sports", (("Sea Sports",), ())),
    ],
)
def test_a_source_is_a_person_where_the_first_name_is_known(line: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Where a text is from is as likely an agency: that signs, and is no author."""
    found = marked(TITLE, (line, Role.BYLINE, 0), BODY)
    assert (found.authors, found.organisations) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đăng bởi: Phòng Truyền thông", ((), ("Phòng Truyền thông",))),
        ("Đăng bởi: Ban Biên tập", ((), ("Ban Biên tập",))),
        ("Nguồn: Công an tỉnh Hải Bình", ((), ("Công an tỉnh Hải Bình",))),
        ("Nguồn: Bộ Công an", ((), ("Bộ Công an",))),
        ("Tác giả: Phòng Đào tạo, Nguyễn Văn Bình", (("Nguyễn Văn Bình",), ("Phòng Đào tạo",))),
        ("Tác giả: Trường Giang", (("Trường Giang",), ())),
        ("Tác giả: Hà Lan tổng hợp", (("Hà Lan",), ())),
        ("Theo Báo Hải Bình", ((), ("Báo Hải Bình",))),
    ],
)
def test_the_name_of_an_office_is_whole(line: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Vietnamese ones go on in small letters, and are nobody's."""
    found = marked(TITLE, (line, Role.BYLINE, 0), BODY)
    assert (found.authors, found.organisations) == expected


def test_catalogues_put_the_family_name_first() -> None:
    """In their elements alone."""
    assert marked(meta=(("citation_author", "Kessler, Anna"), ("citation_author", "Ode, Ben"))).authors == (
        "Anna Kessler",
        "Ben Ode",
    )


def test_in_text_a_byline_under_the_title_comes_before_one_above_it() -> None:
    """Above it other stories are signed."""
    blocks = (
        Block("Ben Ode", Kind.LINE, None, role=Role.BYLINE, score=0.9),
        Block("Harbour empties", Kind.LINE, None, role=Role.TITLE, score=0.9),
        Block("Anna Kessler", Kind.LINE, None, role=Role.BYLINE, score=0.9),
        Block("The ferry left.", Kind.LINE, None, role=Role.BODY, score=0.9),
    )
    shown = show(Page(InputKind.TEXT, blocks))
    assert extract_authors(shown, Statements(), Embedded(), set(), LEXICON).authors == ("Anna Kessler",)


def test_organisations_that_sign_stand_apart() -> None:
    """Agencies, desks, companies; the outlet is not even one of these."""
    both = marked(TITLE, ("By Anna Kessler and Reuters", Role.BYLINE, 0), BODY)
    assert (both.authors, both.organisations) == (("Anna Kessler",), ("Reuters",))
    alone = marked(article=Article(organisations=("The Herald", "Weather Office Ltd")))
    assert (alone.authors, alone.organisations) == ((), ("Weather Office Ltd",))
    assert alone.evidence is not None


def test_a_byline_that_names_more_persons_is_believed() -> None:
    """The page states its first author and shows all."""
    found = marked(TITLE, ("By Anna Kessler and Ben Ode", Role.BYLINE, 0), BODY, article=Article(authors=("Anna Kessler",)))
    assert found.authors == ("Anna Kessler", "Ben Ode")
    assert found.evidence is not None
    assert found.evidence.against == (("json-ld author", "Anna Kessler"),)


def test_sources_that_disagree_are_kept() -> None:
    """The stated author wins over another one that is shown; both are there to be seen."""
    found = marked(TITLE, ("By Ben Ode", Role.BYLINE, 0), BODY, article=Article(authors=("Anna Kessler",)))
    assert found.authors == ("Anna Kessler",)
    assert found.evidence is not None
    assert found.evidence.against == (("signature", "Ben Ode"),)


def in_text(*lines: tuple[str, Role, float]) -> Signed:
    """Who signed a plain text, by its lines with role and score."""
    blocks = tuple(Block(text, Kind.LINE, None, role=role, score=score) for text, role, score in lines)
    return extract_authors(show(Page(InputKind.TEXT, blocks)), Statements(), Embedded(), set(), LEXICON)


HEADLINE, TEXT = ("Harbour empties", Role.TITLE, 0.9), ("The ferry left at seven, said Carl Other.", Role.BODY, 0.9)
TEASER, STRAY = ("Bridge opens", Role.RELATED, 0.9), ("At noon the first cars crossed it.", Role.BODY, 0.6)  # its summary


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([HEADLINE, ("Anna Kessler", Role.BYLINE, 0.8), TEXT], ("Anna Kessler",)),
        ([HEADLINE, TEXT, ("Anna Kessler", Role.BYLINE, 0.8)], ("Anna Kessler",)),
        ([HEADLINE, ("Anna Kessler", Role.BYLINE, 0.3), TEXT], ()),  # more likely none
        ([HEADLINE, ("By Anna Kessler", Role.BYLINE, 0.3), TEXT], ("Anna Kessler",)),  # but a word that signs is one
        ([HEADLINE, ("Carl Other", Role.BYLINE, 0.8), TEXT], ()),  # the article speaks of him
        (
            [HEADLINE, ("Ida Holm", Role.BYLINE, 0.8), ("Ida Holm: What do you read?", Role.BODY, 0.9), TEXT],
            ("Ida Holm",),
        ),  # asks
        ([HEADLINE, ("Ida Holm", Role.BYLINE, 0.8), ("So it was. Ida Holm: a life.", Role.BODY, 0.9), TEXT], ()),
        ([HEADLINE, ("By Carl Other", Role.BYLINE, 0.8), TEXT], ("Carl Other",)),
        ([HEADLINE, TEXT, *[("Home", Role.NAV, 0.9)] * 6, ("Anna Kessler", Role.BYLINE, 0.8)], ()),  # far behind the end
        ([HEADLINE, TEXT, *[("The quay", Role.CAPTION, 0.9)] * 6, ("Anna Kessler", Role.BYLINE, 0.8)], ("Anna Kessler",)),
        ([HEADLINE, TEXT, ("Anna Kessler", Role.BYLINE, 0.8), TEASER, STRAY], ("Anna Kessler",)),
        (
            [HEADLINE, ("Ourselves 9:07 AM COAST", Role.BYLINE, 0.8), TEXT, ("By Anna Kessler", Role.BYLINE, 0.8)],
            ("Anna Kessler",),
        ),
        ([HEADLINE, ("Ida Holm 9:07 AM", Role.BYLINE, 0.8), *[TEXT] * 9, ("By Anna Kessler", Role.BYLINE, 0.8)], ("Ida Holm",)),
        ([HEADLINE, *[TEXT] * 9, ("Anna Kessler", Role.BYLINE, 0.8), *[TEXT] * 9], ()),  # in the midst of it
        ([HEADLINE, ("Get Support Shop Support", Role.BYLINE, 0.8), TEXT], ()),
        ([HEADLINE, ("AFP, MANILA", Role.BYLINE, 0.8), TEXT], ()),
        ([HEADLINE, ("Thu Hà", Role.BYLINE, 0.8), ("Sáng thứ hai, cầu đóng.", Role.BODY, 0.9)], ("Thu Hà",)),
        ([HEADLINE, ("An Le", Role.BYLINE, 0.8), ("No more than legal tender.", Role.BODY, 0.9)], ("An Le",)),
        ([HEADLINE, ("Carl Other, 5 hours ago", Role.BYLINE, 0.8), TEXT], ("Carl Other",)),  # but a day beside it signs
        ([HEADLINE, ("Ida Holm", Role.BYLINE, 0.8), TEXT, ("(Ida Holm, 3.5.2024)", Role.BODY, 0.9)], ("Ida Holm",)),
        ([HEADLINE, ("Ida Holm", Role.BYLINE, 0.8), ("Ben Ode – Reporter", Role.BYLINE, 0.8), TEXT], ("Ida Holm", "Ben Ode")),
        ([HEADLINE, ("Ida Holm Harbour", Role.BYLINE, 0.8), ("Ida Holm", Role.BYLINE, 0.8), TEXT], ("Ida Holm",)),
        ([HEADLINE, ("Ida Holm", Role.BYLINE, 0.8), ("Picture", Role.BYLINE, 0.8), TEXT], ("Ida Holm",)),
        ([HEADLINE, ("Anna Li", Role.BYLINE, 0.8), ("Anna Lind", Role.BYLINE, 0.8), TEXT], ("Anna Li", "Anna Lind")),
        ([HEADLINE, ("أحمد علي", Role.BYLINE, 0.8), ("قال أحمد علي كلمة في الميناء.", Role.BODY, 0.9)], ()),  # no capitals here
        ([("THE LIFE OF IDA HOLM", Role.TITLE, 0.9), ("Ida Holm", Role.BYLINE, 0.8)], ()),  # a title signs nothing
        ([HEADLINE, ("Ida Holm", Role.BYLINE, 0.8), TEXT, ("Ben Ode", Role.BYLINE, 0.8)], ("Ida Holm",)),
        ([HEADLINE, ("ida holm.jpg By Ida Holm, 3 May 2021", Role.BYLINE, 0.8), TEXT], ("Ida Holm",)),
        ([HEADLINE, ("Ida Holm · Sutton News", Role.BYLINE, 0.8), TEXT], ("Ida Holm",)),
        ([HEADLINE, ("Kolumne von Ida Holm", Role.BYLINE, 0.8), TEXT], ("Ida Holm",)),
        ([HEADLINE, ("Coast - Reuters", Role.BYLINE, 0.8), TEXT], ()),  # a shelf, and an agency
        ([HEADLINE, ("Ida Holm", Role.BYLINE, 0.8), TEXT, ("Ida Holm is a reporter.", Role.BODY, 0.9)], ("Ida Holm",)),
        ([HEADLINE, ("山田太郎、共同通信", Role.BYLINE, 0.8), TEXT], ("山田太郎",)),
        ([HEADLINE, ("山田太郎", Role.BYLINE, 0.8), ("港で山田太郎氏は語った。", Role.BODY, 0.9)], ()),  # words run on
        ([HEADLINE, ("山田太郎", Role.BYLINE, 0.8), TEXT, ("山田太郎は記者。", Role.BODY, 0.9)], ("山田太郎",)),
        ([HEADLINE, ("By Pallavi, PTI", Role.BYLINE, 0.8), TEXT], ("Pallavi",)),
    ],
)
def test_a_bare_name_in_a_text_has_to_stand_where_authors_do(
    lines: list[tuple[str, Role, float]], expected: tuple[str, ...]
) -> None:
    """In the head or right behind the end, likely a byline, and nobody whom the article speaks of."""
    assert in_text(*lines).authors == expected


@pytest.mark.parametrize("line", ["AFP, MANILA", "EFE Valdelaguna del Río Hace 3 horas", "Źródło: PAP Wyświetleń: 1 842"])
def test_an_agency_beside_a_place_signs(line: str) -> None:
    """It is an organisation; the place is nobody, and so is the label of a count."""
    signed = in_text(HEADLINE, (line, Role.BYLINE, 0.8), TEXT)
    assert (signed.authors, signed.organisations) == ((), (line.split()[-4 if "PAP" in line else 0].strip(","),))


def test_a_first_name_that_an_agency_has_too_is_a_persons() -> None:
    """It is no agency but in capitals, and in these not before more of them."""
    for name in ("Efe Yıldız", "EFE YILDIZ", "AP Herbert", "ATS Iyer", "KNA Nair"):
        assert in_text(HEADLINE, (f"By {name}", Role.BYLINE, 0.8), TEXT).authors == (name,)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("LÊ HOÀI PHƯƠNG - TRẦN ĐỨC KHẢI", ("LÊ HOÀI PHƯƠNG", "TRẦN ĐỨC KHẢI")),
        ("Lê Hoài Phương - Trần Đức Khải", ("Lê Hoài Phương", "Trần Đức Khải")),
        ("TIN LIÊN QUAN - ĐỌC NHIỀU", ()),
        ("NORTHERN HARBOUR LINE", ()),
    ],
)
def test_a_last_paragraph_of_names_in_capitals_signs(last: str, expected: tuple[str, ...]) -> None:
    """All of them have to be known: headings are written so too."""
    assert marked(TITLE, BODY, (last, Role.BODY, 0)).authors == expected


@pytest.mark.parametrize(("day", "expected"), [("2/5/2024", ()), ("3/5/2024", ("Ida Holm",))])
def test_a_name_behind_a_text_with_another_day_signs_a_teaser(day: str, expected: tuple[str, ...]) -> None:
    """The head says when the article came out; who signs right behind the last paragraph may have done so a day later."""
    dated = ("3/5/2024, 14:20", Role.DATE, 0.9)
    assert in_text(HEADLINE, dated, TEXT, TEASER, (f"Ida Holm - {day}", Role.BYLINE, 0.8), TEASER).authors == expected
    assert in_text(HEADLINE, dated, TEXT, (f"Ida Holm - {day}", Role.BYLINE, 0.8), TEASER).authors == ("Ida Holm",)


def test_a_title_in_small_letters_before_a_name_is_none_of_it() -> None:
    """A priest's, a doctor's."""
    line = "Γράφει ο π. Νικηφόρος Στρατουδάκης, εφημέριος Αγίου Φανουρίου"
    assert in_text(HEADLINE, (line, Role.BYLINE, 0.8), TEXT).authors == ("Νικηφόρος Στρατουδάκης",)


@pytest.mark.parametrize(
    ("name", "score", "expected"), [("Anna Kessler", 0.4, True), ("Quorl Zandvix", 0.4, False), ("Quorl Zandvix", 0.6, True)]
)
def test_a_bare_name_beside_a_date_is_likely_or_known(name: str, score: float, expected: bool) -> None:
    """On a page with markup: the labeller is sure of the line, or it opens with a first name that the lexicon knows."""
    page = Page(
        InputKind.HTML,
        (
            Block("Harbour empties", Kind.HEADING, None, role=Role.TITLE, score=0.9, markup=Markup(-1)),
            Block(name, Kind.RUN, None, role=Role.BYLINE, score=score, markup=Markup(-1)),
            Block("3 May 2021", Kind.RUN, None, role=Role.DATE, score=0.9, markup=Markup(-1)),
            Block("The ferry left at seven.", Kind.PARAGRAPH, None, role=Role.BODY, score=0.9, markup=Markup(-1)),
        ),
    )
    found = extract_authors(show(page), Statements(), Embedded(), set(), LEXICON)
    assert found.authors == ((name,) if expected else ())


def test_the_outlet_signs_where_nobody_else_does() -> None:
    """It is no author, and gives way to any agency that signs, wherever that stands; a person needs no outlet beside."""
    itself = Article(authors=("The Herald",))
    alone = marked(TITLE, BODY, article=itself)
    assert (alone.authors, alone.organisations) == ((), ("The Herald",))
    assert alone.evidence is not None
    assert (alone.evidence.source, alone.evidence.text) == ("json-ld author", "The Herald")
    agency = marked(TITLE, ("By Reuters", Role.BYLINE, 0), BODY, article=itself)
    assert (agency.authors, agency.organisations) == ((), ("Reuters",))
    person = marked(TITLE, ("By Anna Kessler", Role.BYLINE, 0), BODY, article=itself)
    assert (person.authors, person.organisations) == (("Anna Kessler",), ())


@pytest.mark.parametrize(
    "line", ["Dec. 19, 2025 · Anna Kessler on behalf of the crew", "3 May 2021 • Anna Kessler in Coast and Winter"]
)
def test_a_dated_byline_may_say_more_than_names(line: str) -> None:
    """Where all that look like names are known; in the head alone."""
    assert marked(TITLE, (line, Role.BYLINE, 0), BODY).authors == ("Anna Kessler",)
    assert marked(TITLE, BODY, (line, Role.BYLINE, 0)).authors == ()
    assert marked(TITLE, (line.replace("Anna", "Quorthon"), Role.BYLINE, 0), BODY).authors == ()


@pytest.mark.parametrize("text", ["More Posts", "Insights from", "Senior Member", "Posted on", "Expert Reviewer"])
def test_labels_in_an_author_s_element_are_nobody(text: str) -> None:
    """Other two words there are a pen name."""
    assert marked(TITLE, (text, Role.BYLINE, 1), BODY).authors == ()
    assert marked(TITLE, ("Sea Captain", Role.BYLINE, 1), BODY).authors == ("Sea Captain",)


def test_a_site_that_a_person_publishes_is_by_that_person() -> None:
    """Where the site has another name; an outlet is none, whatever its software calls it, and so is one word."""

    def sign(article: Article, sitename: str | None, hostname: str) -> Signed:
        embedded = Embedded(article)
        return extract_authors((), Statements(), embedded, find_outlets(embedded, sitename, hostname), LEXICON)

    own = Article(authors=("Quorthon Seth",), publisher="Quorthon Seth", person_publishes=True)
    signed = sign(own, "Letters", "letters.org")
    assert (signed.authors, signed.organisations) == (("Quorthon Seth",), ())
    for other in (own, replace(own, person_publishes=False), replace(own, authors=("Quorthon",), publisher="Quorthon")):
        signed = sign(other, other.publisher, "quorthon.org")
        assert (signed.authors, signed.organisations) == ((), other.authors)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("김하은 기자", ("김하은",)),
        ("기자명 김하은 기자", ("김하은",)),
        ("Anna Kessler Staff Writer", ("Anna Kessler",)),
        ("김하은 기자 생활", ()),
        ("Sea Wall Staff Writer", ()),
    ],
)
def test_a_person_and_a_trade_sign_in_the_head(line: str, expected: tuple[str, ...]) -> None:
    """Where the line is taken for a byline; a trade alone makes no person."""
    assert marked(TITLE, (line, Role.BYLINE, 0), BODY).authors == expected


def test_a_desk_of_a_shelf_is_nobody() -> None:
    """What an editorial office is called goes on with its subject; behind a colon it signs."""
    assert authors(TITLE_BLOCK, block("di Redazione Eventi | 3 maggio 2021"), block("Torna la sagra.", Role.BODY)) == ()
    assert authors(TITLE_BLOCK, block("Redazione: Anna Ferri"), block("Torna la sagra.", Role.BODY)) == ("Anna Ferri",)
    assert authors(TITLE_BLOCK, block("Redaktion Anna Kessler"), block("Die Boote liegen.", Role.BODY)) == ("Anna Kessler",)


def test_a_name_among_teasers_or_below_a_label_is_no_author_s() -> None:
    """Whoever stands between two related headlines wrote one of them; a contact is for the press."""
    end = block("The cause is not known yet.", Role.BODY)
    cue, one, other = (block(text, Role.RELATED) for text in ("Read also", "Cyclist hurt on the ring road", "Market closed"))
    teasers = [cue, one, block("By Thorsten Mai"), other]
    assert authors(TITLE_BLOCK, end, *teasers) == ()
    assert authors(TITLE_BLOCK, end, block("By Thorsten Mai"), cue, one, other) == ("Thorsten Mai",)
    assert authors(TITLE_BLOCK, end, block("Media contact:", Role.LEGAL), block("Anna Kessler")) == ()
    assert authors(TITLE_BLOCK, end, block("Author:", Role.BYLINE), block("Anna Kessler")) == ("Anna Kessler",)
    assert authors(TITLE_BLOCK, block("Share this:", Role.NAV), block("By Anna Kessler"), end) == ("Anna Kessler",)
    assert authors(TITLE_BLOCK, end, block("About the author:", Role.NAV), block("Anna Kessler")) == ("Anna Kessler",)
    assert authors(TITLE_BLOCK, end, one, block("By Anna Kessler"), other) == ("Anna Kessler",)


def test_a_name_in_brackets_may_sign_the_last_sentence() -> None:
    """As Japanese papers have it; agencies and asides stand there too."""
    for said, names in (("森川由紀", ("森川由紀",)), ("共同通信", ()), ("笑", ()), ("熊本県", ()), ("林野庁", ())):
        assert authors(block("時計塔", Role.TITLE), block(f"市は復旧を目指している。（{said}）", Role.BODY)) == names


def test_the_byline_below_the_title_comes_before_one_above_it() -> None:
    """A box above a headline is signed too."""
    page = Page(
        InputKind.HTML,
        (block("por Otávio Lins"), TITLE_BLOCK, block("Texto: Helena Prado"), block("Quando o rio sobe.", Role.BODY)),
    )
    assert extract_authors(show(page), Statements(), Embedded(), set(), LEXICON).authors == ("Helena Prado",)
