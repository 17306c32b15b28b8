"""caption: the text of a figure, by its credit or by what it stands under."""

from __future__ import annotations

import pytest

from cleancorpus.label.rules.caption import has_credit
from cleancorpus.language.lexicon import default_lexicon
from tests.label.reading import html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES


def between(language: str, line: str) -> tuple[str, str]:
    """What a line is that stands between two paragraphs."""
    story = STORIES[language]
    return verdict(lines(story.title, story.first, story.second, line, story.third), line)


CREDITS = [
    ("vi", "Bác thợ già bên chiếc đồng hồ vừa sửa. Ảnh: Lê Mộc"),
    ("vi", "Tháp chợ lúc rạng sáng (Ảnh: Hạ Vy)"),
    ("en", "The keeper on the stairs. Photo: Edda Krahn"),
    ("en", "The wheels before filing (Photo by: Wilf Penhale)"),
    ("de", "Der Türmer mit dem neuen Rad. Foto: Edda Krahn"),
    ("de", "Die alte Glocke (Bild: Archiv Ellerwinkel)"),
    ("fr", "Le gardien dans l'escalier de la tour. Crédit photo : Maud Avril"),
    ("es", "El cuidador en la escalera. Foto: Lola Beltrán"),
    ("it", "Il custode sulle scale (Foto: Nives Orsi)"),
    ("nl", "De klokkenman op de trap. Foto: Wiebe Stok"),
    ("pl", "Opiekun na schodach wieży / fot: Jagna Mróz"),
    ("ru", "Смотритель на лестнице. Фото: Вера Лунина"),
    ("uk", "Доглядач на сходах. Світлина: Віра Місяць"),
    ("tr", "Bakıcı merdivende. Fotoğraf: Nil Akar"),
    ("id", "Penjaga di tangga menara. Foto: Dewi Laras"),
    ("zh", "看钟人在楼梯上。图：宋小满"),
    ("ja", "階段に立つ時計番（写真：鴨志田みどり）"),
    ("ko", "계단에 선 시계지기. 사진: 표은별"),
    ("en", "Market hall from the river (AFP/Getty Images)"),
    ("en", "The tower in fog © Edda Krahn"),
]


@pytest.mark.parametrize(("language", "line"), CREDITS)
def test_a_line_that_ends_in_a_credit(language: str, line: str) -> None:
    """A word for pictures, a colon and a name; an agency behind a stroke; a sign before a name."""
    assert has_credit(line, default_lexicon())
    assert between(language, line) == ("caption", "photo-credit")


@pytest.mark.parametrize(
    "line",
    [
        "Opiekun na schodach wieży. Fot. Jagna Mróz",
        "Opiekun na schodach wieży (fot. Jagna Mróz)",
        "Opiekun na schodach / fot.: Jagna Mróz",
    ],
)
def test_an_abbreviated_word_before_the_name(line: str) -> None:
    """As every Polish paper signs its pictures."""
    assert between("pl", line) == ("caption", "photo-credit")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "Ảnh minh họa"),
        ("en", "File photo of the market hall"),
        ("de", "Symbolbild"),
        ("fr", "Photo d'illustration"),
        ("es", "Imagen de archivo"),
        ("ru", "Фото из архива"),
        ("zh", "资料图"),
        ("id", "Ilustrasi foto menara pasar"),
    ],
)
def test_words_that_open_a_caption(language: str, line: str) -> None:
    """In each language."""
    assert between(language, line) == ("caption", "caption-opener")


@pytest.mark.parametrize(("language", "line"), [("ko", "▲ 계단에 선 시계지기 표만복 씨"), ("ja", "▽ 塔の上の大時計と時計番")])
def test_a_sign_that_points_at_the_picture(language: str, line: str) -> None:
    """Korean and Japanese papers use it."""
    assert between(language, line) == ("caption", "caption-sign")


def test_a_sign_before_items_and_scores() -> None:
    """Of which it is the bullet."""
    story = STORIES["ko"]
    for own in (["▲ 사과 값", "▲ 배추 값", "▲ 무 값"], ["▽준결승 백마 3―2 청룡"]):
        first, *rest = story.paragraphs
        assert not any(verdict(lines(story.title, first, *own, *rest), item)[1] == "caption-sign" for item in own)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Photo",
        "Photo: what the picture shows and what it does not show",
        "He took a photo: the last one before the clock stopped at five to eleven.",
        "Illustration: how a pendulum keeps time.",
        "Bild: das war ihr Leben lang das Wort, das sie nicht schreiben konnte",
        "Photography changed the market for ever",
        "Foto's van de toren zijn welkom op het marktkantoor",
        "The picture on the wall is by nobody",
        "Tỉ số 3/4 và 2/3",
        "Quote: Oswin Tharrow",
        "copper (Cu) and tin (Sn)",
        "Chapter 3: Edda Krahn",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    """No name behind the colon, a small letter, another word before it."""
    assert not has_credit(text, default_lexicon())


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_a_paragraph_that_is_longer_than_any_caption(language: str) -> None:
    """Its last words may name who took a picture."""
    story = STORIES[language]
    text = f"{story.second} {story.third} {story.second} ({'Foto' if language == 'de' else 'Photo'}: Edda Krahn)"
    assert verdict(lines(story.title, story.first, text, story.third), text)[0] == "body"


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "The old keeper on the stairs at dawn"), ("vi", "Bác thợ già trên cầu thang tháp lúc trời còn tối")],
)
def test_a_line_under_an_images_text(language: str, line: str) -> None:
    """The copy of the title stood for the image, what follows it is its caption."""
    story = STORIES[language]
    page = lines(story.title, story.first, story.second, story.title, line, story.third)
    assert verdict(page, line) == ("caption", "under-alt")


@pytest.mark.parametrize("language", ["en", "vi", "ru", "th"])
def test_a_paragraph_under_an_images_text(language: str) -> None:
    """It is too long for a caption that carries no credit."""
    story = STORIES[language]
    page = lines(story.title, story.first, story.title, story.second, story.third)
    assert {verdict(page, text)[0] for text in (story.second, story.third)} == {"body"}


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_the_figures_of_html(language: str) -> None:
    """What the tag says, credit or not; the paragraph beside it stays."""
    story = STORIES[language]
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(story.first)}<figure><img src=x><figcaption>"
        f"{story.title[:12]} !</figcaption></figure>{paragraphs(story.second, story.third)}</article>"
        "</body>"
    )
    assert html_verdict(page, story.title[:12], nth=1)[0] == "caption"
    assert html_verdict(page, story.second) == ("body", "main-text")


def test_a_block_that_repeats_an_images_text() -> None:
    """It stands under the image; a link or heading with the same words does not."""
    story, line = STORIES["it"], "Il custode Ermete Valsangra sulle scale della torre"
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(story.first)}<div><img src=x alt='{line}'></div><div>{line}</div>"
        f"{paragraphs(story.second)}<h2>{line}</h2>{paragraphs(story.third)}</article></body>"
    )
    assert html_verdict(page, line) == ("caption", "alt-copy")
    assert html_verdict(page, line, nth=1) == ("heading", "heading-tag")


@pytest.mark.parametrize("line", ["△ABC is equilateral, so its angles are equal", "▲ 12.5 points since Monday"])
def test_a_triangle_that_is_no_caption(line: str) -> None:
    """A proof and a table of prices use the sign as well."""
    assert between("en", line)[0] in {"body", "heading"}


@pytest.mark.parametrize(
    "line", ["She had lost the photo. Nobody answered her.", "Sie suchte das Foto. Niemand half", "He took a photo. Silence"]
)
def test_a_sentence_that_ends_in_a_word_for_pictures(line: str) -> None:
    """What follows its full stop is another sentence, no name."""
    assert not has_credit(line, default_lexicon())
