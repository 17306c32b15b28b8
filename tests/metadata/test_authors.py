"""Authors: persons, with no outlet, job, place or date, and nobody from a related story."""

from __future__ import annotations

import pytest

from cleancorpus.block import Block, Kind
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.authors import extract_authors, split_names
from cleancorpus.metadata.jsonld import Article
from cleancorpus.page import Statements
from cleancorpus.role import Role

LEXICON = default_lexicon()


def block(text: str, role: Role = Role.BYLINE) -> Block:
    """A labelled block."""
    return Block(text, Kind.PARAGRAPH, None, role=role, score=0.8)


def authors(
    *blocks: Block, stated: tuple[str, ...] = (), meta: tuple[tuple[str, str], ...] = (), sitename: str | None = None
) -> tuple[str, ...]:
    """The names that are found."""
    found = extract_authors(blocks, Statements(meta=meta), Article(authors=stated), sitename, LEXICON)
    return found[0] if found else ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Kessler and Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("By Anna Kessler, Ben Ode and Cy Twom", ["Anna Kessler", "Ben Ode", "Cy Twom"]),
        ("Anna Kessler & Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Anna Kessler/Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Von Anna Kessler und Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Par Anne Moreau et Luc Petit", ["Anne Moreau", "Luc Petit"]),
        ("Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
        ("Por Ana Reis e Luís Gil", ["Ana Reis", "Luís Gil"]),
        ("Di Anna Rossi e Marco Verdi", ["Anna Rossi", "Marco Verdi"]),
        ("Door Jan de Vries en Piet Smit", ["Jan de Vries", "Piet Smit"]),
        ("Anna Nowak i Jan Lis", ["Anna Nowak", "Jan Lis"]),
        ("Анна Лис и Пётр Кот", ["Анна Лис", "Пётр Кот"]),
        ("Анна Лис та Петро Кіт", ["Анна Лис", "Петро Кіт"]),
        ("Ayşe Kaya ve Mehmet Taş", ["Ayşe Kaya", "Mehmet Taş"]),
        ("Oleh Siti Aminah dan Budi Santoso", ["Siti Aminah", "Budi Santoso"]),
        ("Nguyễn Văn An - Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("Tác giả: Nguyễn Văn An và Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("张三，李四", ["张三", "李四"]),
        ("김민수·이영희 기자", ["김민수", "이영희"]),
        ("أحمد علي، سارة حسن", ["أحمد علي", "سارة حسن"]),
        ("राम शर्मा और सीता वर्मा", ["राम शर्मा", "सीता वर्मा"]),
        ("สมชาย ใจดี และ สมหญิง ใจงาม", ["สมชาย ใจดี", "สมหญิง ใจงาม"]),
        ("Анна Лис і Петро Кіт", ["Анна Лис", "Петро Кіт"]),
    ],
)
def test_several_authors_are_told_apart(text: str, names: list[str]) -> None:
    """Separators of the shipped languages stand between persons."""
    assert split_names(text, LEXICON) == names


@pytest.mark.parametrize(
    "name",
    [
        "Jean-Luc Moreau",
        "Anna O'Neill",
        "Jan de Vries",
        "김민수",
        "Đặng Thị Én",
        "Dr. Anna Kessler",
        "Dan Brown",
        "Anna E. Kessler",
        "Y. Tanaka",
        "И. Петров",
    ],
)
def test_one_person_stays_one(name: str) -> None:
    """First names and initials that look like a word for "and" are part of the name."""
    assert split_names(f"{name}", LEXICON) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "By Anna Kessler",
        "Written by: Anna Kessler",
        "Anna Kessler (anna@example.org)",
        "By Anna Kessler | 3 May 2021",
        "By Anna Kessler, 3 May 2021, London",
        "Anna Kessler, senior reporter",
        "Words by Anna Kessler; photos by Ben Ode",
        "By Anna Kessler, Staff Writer",
        "By Anna Kessler, Political Editor",
        "By Anna Kessler in London",
        "By Anna Kessler for The Herald",
        "Anna Kessler, PhD",
    ],
)
def test_words_around_the_name_are_not_part_of_it(text: str) -> None:
    """No cue, mail address, job, place or date."""
    assert split_names(text, LEXICON) == ["Anna Kessler"]


@pytest.mark.parametrize(
    "text",
    ["", " - ", "anna@example.org", "https://example.org/anna", "By 123", "3 May 2021", "x" * 200, "\x00", "()", ",;,"],
)
def test_lines_without_a_name_give_none(text: str) -> None:
    """Addresses, numbers and punctuation are nobody."""
    assert split_names(text, LEXICON) == []


@pytest.mark.timeout(3)
def test_a_hostile_line_does_not_hang() -> None:
    """Nothing costs more than its length allows: a meta element may hold anything."""
    assert isinstance(split_names("a@" * 4_000, LEXICON), list)


@pytest.mark.parametrize("text", ["By", "By:"])
def test_a_cue_alone_is_nobody(text: str) -> None:
    """An empty byline names nobody."""
    assert split_names(text, LEXICON) == []


@pytest.mark.parametrize("name", ["Reuters", "AFP", "Associated Press", "sutton herald", "SUTTON HERALD"])
def test_organisations_and_the_site_itself_are_no_authors(name: str) -> None:
    """Neither where they are stated nor in the byline; a person behind them is found."""
    assert authors(block(f"By {name}"), stated=(name,), meta=(("author", name),), sitename="Sutton Herald") == ()
    assert authors(block("By Anna Kessler"), stated=(name,), sitename="Sutton Herald") == ("Anna Kessler",)


def test_statements_win_over_the_byline() -> None:
    """JSON-LD first, then meta, then the byline."""
    byline, meta = block("By Cy Twom"), (("author", "Ben Ode"),)
    assert authors(byline, stated=("Anna Kessler",), meta=meta) == ("Anna Kessler",)
    assert authors(byline, meta=meta) == ("Ben Ode",)
    assert authors(byline) == ("Cy Twom",)


def test_statements_that_name_nobody_are_passed_over() -> None:
    """A profile address or an account name in the meta element leaves the word to the byline."""
    meta = (("article:author", "https://social.example/sutton"), ("author", "admin"))
    assert authors(block("By Anna Kessler"), meta=meta) == ("Anna Kessler",)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.BYLINE}))
def test_only_a_byline_names_authors(role: Role) -> None:
    """Nobody is taken from teasers, comments, captions or the text."""
    assert authors(block("By Anna Kessler", role)) == ()


def test_a_person_named_twice_counts_once_in_the_order_given() -> None:
    """The same name with other case or accents is the same person."""
    assert authors(stated=("Zoë Kessler", "Ben Ode", "ZOE KESSLER")) == ("Zoë Kessler", "Ben Ode")


def test_the_evidence_holds_source_and_text() -> None:
    """The evidence quotes the byline as it stands."""
    found = extract_authors([block("By Anna Kessler, 3 May 2021")], Statements(), Article(), None, LEXICON)
    assert found is not None
    assert (found[1].source, found[1].text, found[1].confidence) == ("byline", "By Anna Kessler, 3 May 2021", 0.8)
