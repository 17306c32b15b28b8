"""legal: notices of copyright, imprint and licence."""

from __future__ import annotations

import pytest

from tests.label.reading import html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES


def below(language: str, line: str) -> tuple[str, str]:
    """What a line is that stands below an article."""
    return verdict(lines(STORIES[language].title, *STORIES[language].paragraphs, line), line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "© 2025 Wendle Herald"),
        ("de", "© Ellerwinkler Bote GmbH"),
        ("es", "(C) 2025 Diario de Valdecanto"),
        ("vi", "© Copyright 2025 Báo Quán Mây"),
        ("pt", "Copyright © 2025 Folha de Vale Encoberto"),
        ("ja", "霧谷新聞社 ©2025"),
    ],
)
def test_the_sign(language: str, line: str) -> None:
    """It opens the line, or stands near its end beside a year."""
    assert below(language, line) == ("legal", "copyright-sign")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Alle Rechte vorbehalten. Ellerwinkler Bote"),
        ("fr", "Tous droits réservés Le Vaucourbais"),
        ("it", "RIPRODUZIONE RISERVATA"),
        ("pl", "Wszelkie prawa zastrzeżone"),
        ("tr", "Tüm hakları saklıdır."),
        ("ru", "Все права защищены"),
        ("uk", "Усі права захищені. Тихобрідський вісник"),
        ("ar", "جميع الحقوق محفوظة لصحيفة الغمام"),
        ("hi", "सर्वाधिकार सुरक्षित"),
        ("id", "Hak cipta dilindungi undang-undang"),
        ("zh", "版权所有 未经授权不得转载"),
        ("nl", "Niets uit deze uitgave mag worden overgenomen."),
    ],
)
def test_the_words_that_open_a_notice(language: str, line: str) -> None:
    """In each language."""
    assert below(language, line) == ("legal", "legal-cue")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "Báo Quán Mây - Ghi rõ nguồn khi phát hành lại thông tin từ trang này"),
        ("en", "Wendle Herald Ltd, registered in England and Wales"),
        ("ja", "本紙記事の無断転載を禁じます"),
    ],
)
def test_a_phrase_inside_a_short_line(language: str, line: str) -> None:
    """The name of the site may stand before it."""
    assert below(language, line) == ("legal", "legal-cue")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "When the council printed a card of the clock, the painter asked why it said all rights reserved "
                "under her picture, since nobody had "
                "asked her for any. The lawyer of the market answered in three pages, of which the first "
                "explained what copyright is, the second whose "
                "it was, and the third that the card had been withdrawn on Friday and would be printed again with her name."
            ),
        ),
        (
            "de",
            (
                "Unter der Karte stand alle Rechte vorbehalten, und das ärgerte die Malerin, denn gefragt hatte "
                "sie niemand. Der Anwalt des Markts schrieb "
                "drei Seiten: auf der ersten stand, was Urheberrecht ist, auf der zweiten, wem es gehört, und "
                "auf der dritten, dass die Karte am Freitag "
                "eingezogen worden sei und mit ihrem Namen neu gedruckt werde."
            ),
        ),
    ],
)
def test_a_long_paragraph_that_quotes_a_notice(language: str, text: str) -> None:
    """It speaks of rights, it does not reserve any."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, text, story.third), text)[0] == "body"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Copyright law was never made for clocks, said the lawyer, and closed the book with a bang that "
                "was heard in the market."
            ),
        ),
        (
            "fr",
            "Les droits de passage dans la tour sont réservés au gardien et à sa nièce, comme le veut la coutume du marché.",
        ),
        (
            "en",
            (
                "The face bears the founder's mark, a © cut into the brass long before the sign meant what it "
                "means in print today, he said."
            ),
        ),
        (
            "vi",
            (
                "Bản quyền bài hát về chiếc đồng hồ thuộc về người thợ già, nhưng ông nói ai muốn hát thì cứ "
                "việc hát, ông không giữ."
            ),
        ),
    ],
)
def test_a_paragraph_about_rights(language: str, text: str) -> None:
    """Words and signs that begin no notice."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, text, story.third), text)[0] == "body"


@pytest.mark.parametrize("item", ["(c) calcium carbonate, from the chalk pits", "(C) carbon, as soot from the lamp"])
def test_the_third_item_of_a_lettered_list(item: str) -> None:
    """Chemists count in letters too."""
    story = STORIES["en"]
    page = lines(
        story.title,
        story.first,
        "(a) copper, for the wheels",
        "(b) zinc, for the brass",
        item,
        "(d) tin, for the bell",
        story.third,
    )
    assert verdict(page, item)[0] == "body"
    assert verdict(page, "(b)")[0] == "body"


def test_a_chemical_formula_with_the_sign() -> None:
    """A paragraph that is longer than any notice keeps it."""
    story = STORIES["en"]
    text = (
        "In the old notation of the Wendle assayers the sign © stood for calcined copper, © with a dot "
        "for the same washed in vinegar, and © with a "
        "bar for verdigris; the recipe for the brass of the wheels reads 7 © and 3 of calamine, heated "
        "for 9 hours under charcoal, which two "
        "chemists of today found to give an alloy of exactly the colour of the old wheel, 31 per cent zinc, marked ©."
    )
    assert verdict(lines(story.title, story.first, text, story.third), text)[0] == "body"


def test_in_html_a_sign_before_a_name_is_a_pictures_credit() -> None:
    """With a year it is a notice; text has no figures to tell."""
    story = STORIES["de"]
    page = (
        f"<body><article><h1>{story.title}</h1><div>© Edda Krahn</div>{paragraphs(*story.paragraphs)}</article>"
        "<div>© 2025 Ellerwinkler Bote</div></body>"
    )
    assert html_verdict(page, "© Edda") == ("caption", "photo-credit")
    assert html_verdict(page, "© 2025") == ("legal", "copyright-sign")
    assert verdict(lines(story.title, *story.paragraphs, "© Edda Krahn"), "© Edda")[0] == "legal"
