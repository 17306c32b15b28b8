"""byline: who wrote it, near the title or behind the last paragraph."""

from __future__ import annotations

import pytest

from cleancorpus.label.rules.byline import (
    is_desk_somewhere,
    is_lone_name,
    is_name,
    is_name_and_moment,
    is_signature,
    is_signed_between_bars,
)
from cleancorpus.language.lexicon import default_lexicon
from tests.label.reading import apart, html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES

SIGNED = ("byline", "byline-cue")
SIGNATURES = [
    ("vi", "Tác giả: Lò Thị Hạnh"),
    ("vi", "Theo TTXVN"),
    ("vi", "Minh Hạ (tổng hợp)"),
    ("en", "By Edda Krahn and Wilf Penhale"),
    ("en", "Written by Edda Krahn"),
    ("de", "Von Anselm Beyer"),
    ("de", "Autorin: Edda Krahn"),
    ("fr", "Par Maud Avril"),
    ("fr", "Maud Avril, envoyée spéciale"),
    ("es", "Por Lola Beltrán"),
    ("pt", "Texto: Zélia Quadros"),
    ("it", "di Nives Orsi"),
    ("nl", "Door Wiebe Stok"),
    ("pl", "Autor: Jagna Mróz"),
    ("ru", "Автор: Вера Лунина"),
    ("ru", "Вера Лунина, корреспондент"),
    ("uk", "Текст: Віра Місяць"),
    ("tr", "Haber: Nil Akar"),
    ("ar", "بقلم: ندى الصواف"),
    ("ru", "Հեղինակ՝ Անահիտ Սարգսյան"),
    ("hi", "लेखक: मीरा घसियारा"),
    ("id", "Penulis: Dewi Laras"),
    ("zh", "记者：宋小满"),
    ("ja", "取材・文：鴨志田みどり"),
    ("ko", "표은별 기자"),
    ("zh", "文/宋小满"),
    ("zh", "作者丨宋小满"),
    ("zh", "记者 宋小满 通讯员 李华"),
    ("ja", "文／鴨志田みどり"),
    ("ja", "取材・文＝鴨志田みどり"),
]
BOTH = [
    ("de", "Text: Edda Krahn, Fotos: Anselm Beyer"),
    ("ja", "文／鴨志田みどり　写真／高田健"),
    ("zh", "图/文 宋小满"),
    ("zh", "撰文：宋小满 摄影：李华"),
]


@pytest.mark.parametrize(("language", "line"), SIGNATURES)
def test_a_signed_line(language: str, line: str) -> None:
    """Under the title and behind the last paragraph."""
    story = STORIES[language]
    assert is_signature(line, default_lexicon())
    assert verdict(lines(story.title, line, *story.paragraphs), line) == SIGNED
    assert verdict(lines(story.title, *story.paragraphs, line), line) == SIGNED


@pytest.mark.parametrize(("language", "line"), BOTH)
def test_who_wrote_stands_before_who_took_the_pictures(language: str, line: str) -> None:
    """Under the title and behind the last paragraph, though such a line ends like a picture's credit."""
    story = STORIES[language]
    assert verdict(lines(story.title, line, *story.paragraphs), line) == SIGNED
    assert verdict(lines(story.title, *story.paragraphs, line), line) == SIGNED


@pytest.mark.parametrize(
    ("language", "line"), [("zh", "摄影：李华"), ("de", "Foto: Anselm Beyer"), ("de", "Quelle: dpa, Foto: Anselm Beyer")]
)
def test_who_took_the_pictures_did_not_sign(language: str, line: str) -> None:
    """A credit under the title is a picture's."""
    story = STORIES[language]
    assert verdict(lines(story.title, line, *story.paragraphs), line)[0] == "caption"


@pytest.mark.parametrize(("language", "line"), [("ja", "文：鴨志田みどり"), ("zh", "文：宋小满")])
def test_a_signing_word_of_one_character(language: str, line: str) -> None:
    """It stands in the lexicon."""
    story = STORIES[language]
    assert verdict(lines(story.title, *story.paragraphs, line), line) == SIGNED


@pytest.mark.parametrize(
    ("language", "line"),
    [("nl", "Door Jan van der Meer"), ("nl", "Door Jan van den Berg"), ("de", "Von Ada von der Leine")],
)
def test_a_name_with_two_particles(language: str, line: str) -> None:
    """As Dutch and German names have them."""
    story = STORIES[language]
    assert verdict(lines(story.title, line, *story.paragraphs), line) == SIGNED


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Reuters"), ("vi", "(TTXVN)"), ("de", "dpa"), ("zh", "新华社"), ("fr", "AFP")]
)
def test_an_agency(language: str, line: str) -> None:
    """Behind the last paragraph."""
    story = STORIES[language]
    assert verdict(lines(story.title, *story.paragraphs, line), line) == SIGNED


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "By the river stood a second tower"),
        ("de", "Von der Brücke bis zum Markt"),
        ("fr", "Par temps de brouillard"),
        ("es", "Por la tarde suena otra vez"),
        ("id", "Di Jawa ada jam serupa"),
        ("vi", "Theo tiếng chuông mà về"),
        ("ru", "Автор колокола неизвестен"),
        ("zh", "记者从理事会获悉"),
        ("ko", "기자는 웃었다."),
    ],
)
def test_lines_that_open_with_a_signing_word(language: str, line: str) -> None:
    """No name follows."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line)[0] != "byline"


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Text: a short history of the word"), ("vi", "Bài: kể chuyện tháp chợ ngày xưa")]
)
def test_a_label_that_no_name_follows(language: str, line: str) -> None:
    """A subheading of the article."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line)[0] != "byline"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "By Edda Krahn | June 14, 2025"),
        ("en", "Posted on June 14, 2025 by Edda Krahn"),
        ("de", "Von Anselm Beyer - 14.06.2025, 8:30 Uhr"),
    ],
)
def test_a_signature_with_a_moment(language: str, line: str) -> None:
    """The date may stand before or behind it."""
    story = STORIES[language]
    assert verdict(lines(story.title, line, *story.paragraphs), line) == SIGNED


def test_a_name_with_a_moment() -> None:
    """Without a signing word."""
    story = STORIES["es"]
    assert verdict(lines(story.title, "Lola Beltrán - 14.06.2025, 8:30", *story.paragraphs), "Lola") == (
        "byline",
        "name-and-date",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Edda Krahn5 hours ago", True),
        ("14 June 2025 • Edda Krahn • 3 min read", True),
        ("Edda Krahn · The Echo · Posted: Jun 14, 2025 4:00 AM", True),
        ("Edda Krahn 06 PM | 14 June", True),
        ("Sport | Edda Krahn | 14 June 2025", True),
        ("山田太郎 | 2025-06-14 10:00", True),
        ("김철수 · 2025.06.14", True),
        ("김철수 3시간 전", True),
        ("መሠረት አበበ - 14.06.2025", True),
        ("宋小满 3小时前", True),
        ("20분 안에 잠을 깨라", False),
        ("ກ່ອນນອນ 2 ຊົ່ວໂມງ", False),
        ("ถ้ายังไม่หลับภายใน 20 นาที", False),
        ("ສົມພອນ ແກ້ວມະນີ 3 ມັງກອນ 2021", True),
        ("平价菜增至46个", False),
        ("Sport · 14 June 2025", False),
        ("14 June 2025", False),
        ("Edda Krahn", False),
    ],
)
def test_a_name_and_a_moment_among_other_parts(line: str, expected: bool) -> None:
    """Glued to it, or between bars and dots."""
    assert is_name_and_moment(line, default_lexicon()) is expected


@pytest.mark.parametrize(
    ("language", "name"), [("vi", "Lò Thị Hạnh"), ("en", "Edda Krahn"), ("pl", "Jagna Mróz"), ("ru", "Вера Лунина")]
)
def test_a_name_alone(language: str, name: str) -> None:
    """Behind the last paragraph, or beside the date under the title."""
    story = STORIES[language]
    assert verdict(lines(story.title, *story.paragraphs, name), name) == ("byline", "lone-name")
    assert verdict(lines(story.title, name, "14.06.2025", *story.paragraphs), name) == ("byline", "lone-name")


@pytest.mark.parametrize(
    ("language", "name", "moment"),
    [("zh", "宋小满", "2025年6月14日"), ("ja", "鴨志田みどり", "2025年6月14日"), ("ar", "ندى الصواف", "14 يونيو 2025")],
)
def test_a_name_without_capitals(language: str, name: str, moment: str) -> None:
    """A few words beside the date under the title, or in brackets at the end."""
    story = STORIES[language]
    assert verdict(lines(story.title, name, moment, *story.paragraphs), name) == ("byline", "name-by-date")
    assert verdict(lines(story.title, *story.paragraphs, f"（{name}）"), f"（{name}") == ("byline", "name-by-date")


@pytest.mark.parametrize(
    ("language", "name", "moment"), [("hi", "मीरा घसियारा", "14 जून 2025"), ("th", "คำแปง ใจดี", "14 มิถุนายน 2568")]
)
def test_a_name_without_capitals_below_a_headline(language: str, name: str, moment: str) -> None:
    """The headline is the longer of the two and stands above."""
    story = STORIES[language]
    page = lines(story.title, name, moment, *story.paragraphs)
    assert [verdict(page, text) for text in (story.title, name)] == [
        ("title", "title-position"),
        ("byline", "name-by-date"),
    ]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Oswin Tharrow"),
        ("de", "Wendelin Haack"),
        ("vi", "Lò Văn Ẩn"),
        ("ru", "Прохор Вешняк"),
        ("fr", "Aubin Lestrade"),
    ],
)
@pytest.mark.parametrize("foot", [(), ("© 2025 Herald",)])
def test_a_heading_that_is_a_persons_name(language: str, name: str, foot: tuple[str, ...]) -> None:
    """In the middle of the body it heads the paragraph about that person."""
    story = STORIES[language]
    page = apart(story.title, story.first, story.second, name, story.third, story.second, *foot)
    assert verdict(page, name) == ("heading", "short-above-paragraph")


def test_a_cast_of_names_in_a_clean_text() -> None:
    """A list of those who gave money, between two paragraphs."""
    story = STORIES["en"]
    names = ("Ada Monk", "Wilf Penhale", "Edda Krahn")
    page = apart(story.title, story.first, story.second, lines(*names), story.third, story.second)
    assert {verdict(page, name)[0] for name in names} <= {"body", "heading"}


@pytest.mark.parametrize(("language", "name"), [("en", "Edda Krahn"), ("uk", "Віра Місяць")])
def test_what_html_says_of_a_link(language: str, name: str) -> None:
    """A link of the author's, or an element of that property, under the heading."""
    story = STORIES[language]
    for author in (f"<a rel=author href=/a>{name.lower()} xii</a>", f"<span itemprop=author>{name.lower()} xii</span>"):
        page = f"<body><article><h1>{story.title}</h1><div>{author}</div>{paragraphs(*story.paragraphs)}</article></body>"
        assert html_verdict(page, name.lower()) == ("byline", "rel-author")


@pytest.mark.parametrize(
    "text",
    [
        "Edda Krahn",
        "Lò Thị Hạnh",
        "Dirk van Meer",
        "Maud Avril et Aubin Lestrade",
        "Вера Лунина",
        "O'Brien",
        "宋小满",
        "ندى الصواف",
        "Edda Krahn, Wendle",
    ],
)
def test_texts_made_of_names(text: str) -> None:
    """Capitalised words and what joins them; in scripts without capitals a short text."""
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the river",
        "Edda sings",
        "Room 12",
        "A",
        "看钟人摸黑爬上钟楼，把每一个齿轮擦干净，再用手把钟摆推动起来",
        "...",
    ],
)
def test_texts_that_are_no_names(text: str) -> None:
    """Small words, figures, nothing, or too much."""
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("Edda Krahn", True),
        ("Edda Krahn | Wendle Hythe", True),
        ("(Lò Thị Hạnh)", True),
        ("Krahn", False),
        ("EDDA KRAHN", False),
        ("Edda Krahn:", False),
        ("Edda Krahn.", False),
        ("Edda and Wilf", False),
        ("One Two Three Four Five", False),
        ("Platform 9 North", False),
        ("宋小满", False),
    ],
)
def test_two_to_four_capitalised_words(text: str, lone: bool) -> None:
    """And nothing else, but for a place behind a separator."""
    assert is_lone_name(text) == lone


def test_what_the_person_is_may_follow_a_comma() -> None:
    """Only where it is asked for."""
    assert is_lone_name("Edda Krahn, reporter at large", described=True)
    assert not is_lone_name("Edda Krahn, reporter at large")


def test_a_name_with_the_text_going_on_behind_it() -> None:
    """Whoever signs a letter and goes on is part of it; at the end of a text without residue stands its author."""
    story = STORIES["en"]
    assert verdict(lines(*story.paragraphs, "Your Edda", "P. S. The cat is well."), "Your Edda")[0] == "body"
    assert verdict(lines(*story.paragraphs, "Edda Krahn"), "Edda Krahn") == ("byline", "lone-name")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Б.Болд", True),
        ("H.Anh", True),
        ("P.Hà - T.An", True),
        ("P.V", False),
        ("TP.HCM", False),
        ("echo.mn", False),
        ("St.Pauli", False),
    ],
)
def test_an_initial_that_touches_the_name(name: str, expected: bool) -> None:
    """Mongolian and Vietnamese signatures set no space behind it; addresses and abbreviations are none."""
    assert is_lone_name(name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Anna Kessler, with Reuters | Published: 3 May 2021, 10:25 | Updated: 4 May 2021, 07:05", True),
        ("Published: 3 May 2021, 10:25 | By Anna Kessler", True),
        ("By Anna Kessler | Harbour | Coast", False),
        ("Published: 3 May 2021 | Updated: 4 May 2021", False),
        ("Unique Identifier | Unique product ID of your system (e.g., article number) | 79002A33_RD | yes", False),
        ("By Anna Kessler | 3 May 2021 | " + "x" * 250, False),
    ],
)
def test_one_part_between_bars_signs_and_another_dates(text: str, expected: bool) -> None:
    """However long names and days are together."""
    assert is_signed_between_bars(text, default_lexicon()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("News Desk, Sutton", True), ("न्यूज़ डेस्क, जनपथ संदेश, सरयूपुर", True), ("AFP, Sutton", False), ("News desk, they said.", False)],
)
def test_a_desk_and_a_place_sign(text: str, expected: bool) -> None:
    """Agencies of one word are sources of pictures too."""
    assert is_desk_somewhere(text, default_lexicon()) is expected
