"""glued and under-lead: headlines of other articles at the article's borders, run together or in lines of their own."""

from __future__ import annotations

import pytest

from tests.label.reading import KEPT, apart, lines, verdict
from tests.label.stories import STORIES

GLUED = {
    "vi": "Cầu phao xã Đá Xanh cấm xe đến hết mùa lũ Giá chè khô tăng gấp đôi ở phiên chợ vùng cao Trường làng có thêm phòng đọc",
    "en": "Footbridge over the Wendle closed until spring Baker wins prize with a loaf of nettles Fire brigade asks for a ladder",
    "es": "La pasarela del río queda cerrada hasta primavera Una panadera gana un premio Los bomberos piden una escalera larga",
    "ru": "Мостик через речку закрыт до весны Пекарь получила приз за хлеб с крапивой Пожарные просят лестницу подлиннее",
}
FOOT = {"vi": "© 2025 Báo Quán Mây", "en": "© 2025 Wendle Herald", "es": "© 2025 Diario", "ru": "© 2025 Вестник"}


@pytest.mark.parametrize("language", GLUED)
def test_headlines_run_together_under_the_lead(language: str) -> None:
    """A long line that ends like no sentence, in a text with residue."""
    story, line = STORIES[language], GLUED[language]
    page = lines(story.title, "14.06.2025", story.first, line, story.second, story.third, FOOT[language])
    assert verdict(page, line) == ("related", "glued-headlines")
    assert {verdict(page, text)[0] for text in story.paragraphs} <= KEPT


@pytest.mark.parametrize("language", GLUED)
def test_headlines_run_together_before_the_end(language: str) -> None:
    """The same behind the last paragraph."""
    story, line = STORIES[language], GLUED[language]
    assert verdict(lines(story.title, *story.paragraphs, line, FOOT[language]), line) == ("related", "glued-headlines")


@pytest.mark.parametrize("language", GLUED)
def test_a_clean_text_is_left_alone(language: str) -> None:
    """Nothing on the page is residue, so this is not either."""
    story, line = STORIES[language], GLUED[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line)[0] in KEPT


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            (
                "Flour from the mill, butter from the market, eggs from the yard, salt from the coast, and honey "
                "from the keeper's own bees behind the tower"
            ),
        ),
        (
            "en",
            (
                "And this is what the keeper of the market clock wrote on the back of the dial before he closed "
                "the door for the winter:"
            ),
        ),
        (
            "de",
            (
                "und der türmer steigt die stiege hinauf und der türmer steigt die stiege hinab und niemand im "
                "ort hat ihn je gesehen"
            ),
        ),
        ("th", "นาฬิกาบนหอตลาดบ้านหมอกตีบอกเวลาสี่ครั้งเมื่อเช้ามืดวันเสาร์หลังจากเข็มหยุดนิ่งอยู่ที่สิบเอ็ดโมงขาดห้านาที"),
        ("en", "The old keeper on the stairs of the tower"),
    ],
)
def test_long_lines_that_are_no_headlines(language: str, line: str) -> None:
    """A list with commas, an introduction, lines without capitals, a script without stops, a line too short."""
    story = STORIES[language]
    page = lines(story.title, story.first, line, story.second, story.third, "© 2025 Herald")
    assert verdict(page, line)[1] != "glued-headlines"


def test_in_the_middle_of_a_long_article_it_stays() -> None:
    """Neither under the lead nor before the end."""
    story, line = STORIES["en"], GLUED["en"]
    page = lines(story.title, *story.paragraphs, *story.paragraphs, line, *story.paragraphs, *story.paragraphs, FOOT["en"])
    assert verdict(page, line)[0] in KEPT


@pytest.mark.parametrize(
    ("language", "headlines"),
    [
        ("vi", ("Cầu phao xã Đá Xanh cấm xe đến hết mùa lũ", "Giá chè khô tăng gấp đôi ở phiên chợ")),
        ("fr", ("La passerelle sur la Courbe est fermée", "Une boulangère primée pour son pain d'orties")),
    ],
)
def test_lines_attached_to_the_lead(language: str, headlines: tuple[str, ...]) -> None:
    """Paragraphs stand apart; what stands directly under the lead are other headlines."""
    story = STORIES[language]
    page = apart(story.title, lines(story.first, *headlines), story.second, story.third, "© 2025 Herald")
    assert [verdict(page, text) for text in headlines] == [("related", "under-lead")] * 2


@pytest.mark.parametrize("foot", ["", "© 2025 Herald"])
def test_lines_that_stand_apart_from_the_lead(foot: str) -> None:
    """A heading above the next paragraph stays, and so does everything in a clean text."""
    story, line = STORIES["fr"], "Une roue que nul ne vend plus nulle part"
    assert verdict(apart(story.title, story.first, line, story.second, story.third, foot), line) == (
        "heading",
        "short-above-paragraph",
    )
    if not foot:
        assert verdict(apart(story.title, lines(story.first, line), story.second, story.third), line)[0] in KEPT


def test_lines_of_one_block_are_no_lead() -> None:
    """Where no paragraph stands apart nothing can be told from line ends."""
    story, line = STORIES["vi"], "Bánh răng cũ không còn nơi nào bán nữa"
    page = lines(story.title, story.first, line, story.second, story.third, "© 2025 Báo Quán Mây")
    assert verdict(page, line) == ("heading", "short-above-paragraph")
