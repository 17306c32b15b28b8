"""related-cue: lists that announce themselves, how far they reach, and where the article goes on."""

from __future__ import annotations

import pytest

from tests.label.reading import KEPT, apart, html_verdict, lines, paragraphs, verdict, verdicts
from tests.label.stories import STORIES

CUE, LIST = ("related", "related-cue"), ("related", "related-list")

ANNOUNCED = {
    "vi": (
        "Có thể bạn quan tâm",
        ("Cầu phao xã Đá Xanh cấm xe đến hết mùa lũ", "Giá chè khô tăng gấp đôi ở phiên chợ vùng cao"),
    ),
    "en": (
        "You may also like",
        ("Footbridge over the Wendle closed until spring", "Baker wins prize with a loaf of nettles"),
    ),
    "de": (
        "Das könnte Sie auch interessieren",
        ("Steg über die Eller bis zum Frühjahr gesperrt", "Bäckerin gewinnt Preis mit Brennnesselbrot"),
    ),
    "fr": (
        "À lire aussi",
        ("La passerelle sur la Courbe fermée jusqu'au printemps", "Une boulangère primée pour son pain d'orties"),
    ),
    "es": (
        "Te puede interesar",
        ("La pasarela del río queda cerrada hasta primavera", "Una panadera gana un premio con pan de ortigas"),
    ),
    "pt": ("Leia também", ("Passadiço do rio fechado até à primavera", "Padeira ganha prémio com pão de urtigas")),
    "it": (
        "Potrebbe interessarti",
        ("Passerella sul torrente chiusa fino a primavera", "Fornaia premiata per il pane di ortiche"),
    ),
    "nl": ("Lees ook", ("Voetbrug over het meer dicht tot het voorjaar", "Bakker wint prijs met brandnetelbrood")),
    "pl": ("Czytaj także", ("Kładka przez rzekę zamknięta do wiosny", "Piekarka nagrodzona za chleb z pokrzyw")),
    "ru": ("Читайте также", ("Мостик через речку закрыт до весны", "Пекарь получила приз за хлеб с крапивой")),
    "uk": ("Читайте також", ("Місток через річку закрито до весни", "Пекарка отримала приз за хліб із кропивою")),
    "tr": ("İlginizi çekebilir", ("Dere üzerindeki köprü bahara dek kapalı", "Isırgan ekmeğiyle ödül alan fırıncı")),
    "ar": ("اقرأ أيضا", ("إغلاق الجسر الخشبي حتى الربيع", "خبازة تفوز بجائزة عن خبز القراص")),
    "hi": ("यह भी पढ़ें", ("नदी का पैदल पुल वसंत तक बंद", "बिच्छू घास की रोटी पर मिला इनाम")),
    "id": (
        "Baca juga",
        ("Jembatan kecil ditutup sampai musim kering", "Tukang roti menang lomba dengan roti jelatang"),
    ),
    "th": ("ข่าวที่เกี่ยวข้อง", ("สะพานไม้ปิดจนถึงฤดูแล้ง", "คนทำขนมปังได้รางวัลจากใบไม้ป่า")),
    "zh": ("相关阅读", ("小河上的木桥封到春天", "面包师凭荨麻面包获奖")),
    "ja": ("あわせて読みたい", ("川の木橋、春まで通行止め", "イラクサのパンで賞を受けたパン屋")),
    "ko": ("관련기사", ("개울의 나무다리 봄까지 통행 금지", "쐐기풀 빵으로 상을 받은 제빵사")),
}


@pytest.mark.parametrize("language", ANNOUNCED)
def test_an_announced_list_below_the_article(language: str) -> None:
    """The announcing line and the headlines under it; the article above stays."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    found = verdicts(lines(story.title, *story.paragraphs, cue, *headlines))
    assert found == [("title", "title-position"), *[("body", "paragraph")] * 3, CUE, LIST, LIST]


@pytest.mark.parametrize("language", ANNOUNCED)
def test_an_announced_list_inside_the_article(language: str) -> None:
    """Two headlines between paragraphs: the list ends where the article goes on."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    page = lines(story.title, story.first, story.second, cue, *headlines, story.third, story.first)
    assert [verdict(page, text) for text in (cue, *headlines)] == [CUE, LIST, LIST]
    assert {verdict(page, text)[0] for text in story.paragraphs} <= KEPT


@pytest.mark.parametrize("language", ["vi", "en", "es", "ru", "ja"])
def test_one_headline_inside_the_article(language: str) -> None:
    """What is announced may be a single line."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    page = lines(story.title, story.first, cue, headlines[0], story.second, story.third)
    assert [verdict(page, text) for text in (cue, headlines[0])] == [CUE, LIST]
    assert {verdict(page, text)[0] for text in story.paragraphs} <= KEPT


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Read also: Footbridge over the Wendle closed until spring"),
        ("en", "READ MORE Footbridge over the Wendle closed until spring"),
        ("vi", "Xem thêm: Cầu phao xã Đá Xanh cấm xe đến hết mùa lũ"),
        ("de", "Lesen Sie auch: Steg über die Eller bis zum Frühjahr gesperrt"),
        ("fr", "Lire aussi : La passerelle sur la Courbe fermée jusqu'au printemps"),
        ("es", "Más información: La pasarela del río queda cerrada"),
        ("pl", "Zobacz też: Kładka przez rzekę zamknięta do wiosny"),
        ("ru", "Читайте также: Мостик через речку закрыт до весны"),
        ("id", "Baca juga: Jembatan kecil ditutup sampai musim kering"),
        ("hi", "ये भी पढ़ें: नदी का पैदल पुल वसंत तक बंद"),
        ("zh", "延伸阅读：小河上的木桥封到春天，行人须绕道上游"),
        ("ja", "関連記事：川の木橋、春まで通行止め、迂回路は上流に"),
        ("ar", "للمزيد: إغلاق الجسر الخشبي حتى الربيع"),
    ],
)
def test_an_opener_and_its_headline_in_one_line(language: str, line: str) -> None:
    """Between paragraphs, which stay."""
    story = STORIES[language]
    page = lines(story.title, story.first, line, story.second, story.third)
    assert verdict(page, line) == ("related", "related-opener")
    assert {verdict(page, text)[0] for text in story.paragraphs} <= KEPT


@pytest.mark.parametrize(
    "line",
    [
        "İlgili haber: Dere üzerindeki köprü bahara dek kapalı",
        "İLGİNİZİ ÇEKEBİLİR: Dere üzerindeki köprü bahara dek kapalı",
    ],
)
def test_an_opener_with_a_dotted_capital(line: str) -> None:
    """Turkish sites announce most headlines so."""
    story = STORIES["tr"]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line) == (
        "related",
        "related-opener",
    )


@pytest.mark.parametrize(
    ("language", "line"), [("de", "👉 Steg über die Eller bis zum Frühjahr gesperrt"), ("th", "☛ สะพานไม้ปิดจนถึงฤดูแล้ง")]
)
def test_a_hand_that_points(language: str, line: str) -> None:
    """At a headline; a paragraph behind such a hand stays."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second), line) == ("related", "pointer")
    assert verdict(lines(story.title, story.first, f"👉 {story.second}"), "👉")[0] == "body"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Read more than one clock at once"),
        ("en", "See also the appendix on brass"),
        ("en", "Related to this is the price of brass"),
        ("it", "Leggi anche i nomi incisi sulla ruota"),
        ("fr", "Lire aussi les heures de la nuit"),
        ("vi", "Xem thêm nhiều bánh răng khác"),
        ("ru", "Читайте также медленно, как маятник"),
    ],
)
def test_the_rest_of_a_sentence_is_no_headline(language: str, line: str) -> None:
    """A small letter follows the opener."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line)[0] != "related"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Read also what the keeper wrote on the back of the dial, in a hand so small that the smiths "
            "needed a lens and the better part of an afternoon, "
            "and you will know why he never answered the letters of the market council about the missing key "
            "to the upper door and the oil that was never paid for."
        ),
        (
            "Recommended by nobody, loved by children, the clock of Wendle Hythe went on showing five to "
            "eleven, and twice a day it was right, as they said."
        ),
    ],
)
def test_prose_that_opens_with_such_words(text: str) -> None:
    """It is longer than a line that leads away, or no headline follows."""
    story = STORIES["en"]
    assert verdict(lines(story.title, story.first, text, story.third), text)[0] == "body"


def test_headlines_and_summaries_in_turn() -> None:
    """The list goes on to its end, although its summaries read like prose."""
    story, (cue, headlines) = STORIES["de"], ANNOUNCED["de"]
    summaries = (
        (
            "Wer vom Bahnhof ins Dorf will, muss bis Ostern den Umweg über die Landstraße nehmen, weil das "
            "Eis zwei Pfähle verschoben hat."
        ),
        (
            "Die Jury lobte die grüne Krume und den Mut der jungen Frau, die ihr Rezept von der Großmutter "
            "aus dem Nachbartal geerbt hat."
        ),
        (
            "Nach dem dritten Brand in diesem Winter will die Gemeinde nun eine Leiter kaufen, die bis zum "
            "Dach des Schulhauses reicht."
        ),
    )
    third = "Feuerwehr bekommt eine längere Leiter"
    page = lines(story.title, *story.paragraphs, cue, headlines[0], summaries[0], headlines[1], summaries[1], third, summaries[2])
    assert [verdict(page, text) for text in (*headlines, *summaries, third)] == [LIST] * 6
    assert {verdict(page, text)[0] for text in story.paragraphs} <= KEPT


@pytest.mark.xfail(
    strict=True,
    reason="one headline, then paragraph and heading in turn, is a list of teasers to the end, whatever it speaks of",
)
@pytest.mark.parametrize("language", ["en", "vi", "fr"])
def test_an_article_with_subheadings_behind_a_read_also_line(language: str) -> None:
    """Heading and paragraph in turn are the rhythm of teasers too; these speak of the article's matter."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    headings = {
        "en": ("A wheel that nobody sells", "Who will wind it"),
        "vi": ("Bánh răng không ai bán", "Ai sẽ lên dây cót"),
        "fr": ("Une roue que nul ne vend", "Qui la remontera"),
    }[language]
    before = (story.first, story.second, story.third)
    page = lines(story.title, *before, cue, headlines[0], story.first, headings[0], story.second, headings[1], story.third)
    assert [verdict(page, text)[0] for text in headings] == ["heading"] * 2
    assert [verdict(page, text, nth=1)[0] for text in before] == ["body"] * 3


def test_a_section_of_the_article_that_bears_such_a_name() -> None:
    """A blog's "Featured" or "Recommended" above three paragraphs of the same matter."""
    story = STORIES["en"]
    page = apart(story.title, story.first, "Recommended", story.second, story.third, story.first)
    assert [verdict(page, text)[0] for text in (story.second, story.third)] == ["body"] * 2


@pytest.mark.parametrize(("line", "role"), [("© 2025 Wendle Herald", "legal"), ("Comments (3)", "comment")])
def test_the_list_ends_at_the_foot_of_the_page(line: str, role: str) -> None:
    """What follows is the foot's or the readers'."""
    story, (cue, headlines) = STORIES["en"], ANNOUNCED["en"]
    page = lines(story.title, *story.paragraphs, cue, *headlines, line, "Anything else down here")
    assert verdict(page, line)[0] == role
    assert verdict(page, "Anything") not in {CUE, LIST}


@pytest.mark.parametrize(
    ("language", "cue"), [("de", "Mehr dazu:"), ("fr", "Pour aller plus loin :"), ("pl", "Więcej na ten temat:")]
)
def test_a_label_alone_in_its_line(language: str, cue: str) -> None:
    """It counts only with its colon, and announces what stands below."""
    story, (_, headlines) = STORIES[language], ANNOUNCED[language]
    assert [verdict(lines(story.title, *story.paragraphs, cue, *headlines), text) for text in (cue, *headlines)] == [
        CUE,
        LIST,
        LIST,
    ]


@pytest.mark.parametrize(("language", "label"), [("ja", "【関連記事】"), ("vi", "[Đọc thêm] "), ("de", "[Mehr dazu] ")])
def test_a_label_in_brackets(language: str, label: str) -> None:
    """It counts as one before a colon does."""
    story, (_, headlines) = STORIES[language], ANNOUNCED[language]
    line = f"{label}{headlines[0]} - {headlines[1]}"
    page = lines(story.title, story.first, line, story.second, story.third)
    assert verdict(page, line) == ("related", "related-opener")


@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_a_paragraph_longer_than_any_summary(language: str) -> None:
    """The article goes on there, if it speaks of the article's matter."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    long = " ".join((story.third, story.second, story.first))
    page = lines(story.title, *story.paragraphs, cue, headlines[0], long)
    assert verdict(page, headlines[0]) == LIST
    assert verdict(page, long)[0] == "body"


def test_one_list_after_another() -> None:
    """Each announces itself."""
    story = STORIES["vi"]
    page = lines(story.title, *story.paragraphs, "Nên xem", *ANNOUNCED["vi"][1], "Tin khác", "Bão đổi hướng ra khơi xa")
    assert [verdict(page, text) for text in ("Nên xem", "Tin khác")] == [CUE, CUE]
    assert verdict(page, "Bão") == LIST


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_the_section_of_html(language: str) -> None:
    """The container of the announcing line, as far as it reaches and no further."""
    story, (cue, headlines) = STORIES[language], ANNOUNCED[language]
    links = "".join(f"<li><a href=/{number}>{text}</a></li>" for number, text in enumerate(headlines))
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(story.first)}<section><h3>{cue}</h3><ul>{links}</ul></section>"
        f"{paragraphs(story.second, story.third)}</article></body>"
    )
    assert [html_verdict(page, text) for text in (cue, *headlines)] == [CUE, LIST, LIST]
    assert [html_verdict(page, text) for text in story.paragraphs] == [("body", "main-text")] * 3


@pytest.mark.parametrize(
    "more",
    [
        2,
        0,
    ],
)
def test_a_cue_in_the_articles_own_container(more: int) -> None:
    """Only links below the line belong to it, however few paragraphs are left."""
    story, (cue, headlines) = STORIES["uk"], ANNOUNCED["uk"]
    after = (story.second, story.third, *(story.second, story.third)[:more])
    page = (
        f"<body><article><h1>{story.title}</h1>{paragraphs(story.first)}<p>{cue}</p><p><a href=/x>{headlines[0]}</a></p>"
        f"{paragraphs(*after)}</article></body>"
    )
    assert [html_verdict(page, text) for text in (cue, headlines[0])] == [CUE, LIST]
    assert [html_verdict(page, text) for text in story.paragraphs] == [("body", "main-text")] * 3
