"""Topic: kinship of a paragraph with the article's own, in scripts with and without spaces."""

from __future__ import annotations

import pytest

from cleancorpus.label.rules.topic import Topic
from tests.label.reading import draft_of, lines
from tests.label.stories import STORIES

ALIEN = {
    "en": (
        "Walkers from the station must use a road for now, since ice moved two piles of that footbridge out of line last night."
    ),
    "de": (
        "Wer vom Bahnhof kommt, muss bis Ostern den Umweg über die Landstraße nehmen, weil Eis zwei "
        "Pfähle des Stegs verschoben hat."
    ),
    "ru": (
        "Прохожим от станции придётся идти по шоссе, потому что лёд сдвинул две сваи мостика, и плотники ждут весеннего паводка."
    ),
    "vi": "Khách bộ hành từ ga phải vòng qua quốc lộ, bởi băng trôi xô lệch hai cọc cầu, thợ mộc đành đợi nước rút mới dựng lại.",
    "zh": "从车站进村的人眼下只能绕走公路，因为冰把两根桥桩挤歪了，木匠要等水退了才能动手。",
    "th": "คนเดินเท้าต้องอ้อมไปตามถนนหลวงเพราะน้ำแข็งดันเสาสะพานเอียงไปสองต้น ช่างไม้ต้องรอให้น้ำลดก่อน",
}


def topic_of(language: str, *more: str) -> Topic:
    """The topic of the story's paragraphs and some more."""
    paragraphs = (*STORIES[language].paragraphs, *more)
    return Topic(draft_of(lines(*paragraphs)), range(len(paragraphs)))


@pytest.mark.parametrize("language", STORIES)
def test_a_paragraph_of_the_article_is_kin(language: str) -> None:
    """At least as near as the others are among themselves."""
    topic = topic_of(language)
    assert all(topic.kinship(text) >= 1.0 for text in STORIES[language].paragraphs)


@pytest.mark.parametrize("language", ALIEN)
def test_another_matter_is_further_away(language: str) -> None:
    """Than any paragraph of the article left out of the comparison."""
    topic = topic_of(language)
    assert topic.kinship(ALIEN[language]) < min(topic.kinship(text) for text in STORIES[language].paragraphs)


@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("zh", "ar"), ("vi", "ko")])
def test_another_script_has_nothing_in_common(language: str, other: str) -> None:
    """Zero is the least."""
    assert topic_of(language).kinship(STORIES[other].first) == 0.0


@pytest.mark.parametrize("text", ["", "12 34", "a b c", "— ? !"])
def test_a_text_without_terms(text: str) -> None:
    """Nothing can be told."""
    assert topic_of("en").kinship(text) == 1.0


@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_few_paragraphs(count: int) -> None:
    """Nothing can be told of anything."""
    draft = draft_of(lines(*STORIES["en"].paragraphs))
    assert Topic(draft, range(count)).kinship(ALIEN["en"]) == 1.0


def test_vietnamese_syllables_are_short() -> None:
    """Three letters do: the words market, clock and bell of the article are known again."""
    topic = topic_of("vi")
    assert topic.kinship("chợ có đồng hồ, đồng hồ có chuông, chuông báo giờ chợ") > topic.kinship(
        "xe lửa vào ga, khách xuống đông như hội"
    )
    assert topic.kinship("chợ, giờ, hai, ông") > 0.0
