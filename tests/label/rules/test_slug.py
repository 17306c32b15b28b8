"""slug: image texts and file names without accents in a text that is full of them."""

from __future__ import annotations

import pytest

from tests.label.reading import lines, verdict, verdicts
from tests.label.stories import STORIES

SLUG = ("alt", "slug")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "dong ho tren thap cho da chay lai"),
        ("vi", "bac-tho-gia-leo-len-thap-luc-bon-gio"),
        ("ru", "chasy nad rynkom snova byut"),
        ("ar", "saat al suq fi wadi al ghamam"),
        ("ko", "angaegol market clock tower photo"),
    ],
)
def test_lower_case_ascii_in_an_accented_text(language: str, line: str) -> None:
    """Made by a machine from the article's own words."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line) == SLUG


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "the old clock above the market"),
        ("id", "jam tua di atas pasar itu"),
        ("nl", "de oude klok boven de markt"),
        ("fr", "la vieille horloge du village"),
        ("vi", "chiếc đồng hồ trên tháp chợ"),
        ("vi", "Dong ho tren thap cho"),
        ("vi", "cho quan may"),
        ("vi", "he said that the clock was late."),
        ("ru", "стрелки стояли девять лет подряд"),
    ],
)
def test_what_is_no_slug(language: str, line: str) -> None:
    """Texts of few accents, lines with accents or capitals, a few words, a sentence of another language."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line)[1] != "slug"


@pytest.mark.parametrize("language", ["en", "vi", "th", "ru"])
@pytest.mark.parametrize("name", ["clock-tower-2.jpg", "IMG_2041.JPEG", "thap-cho.webp", "часы.png", "uploads/2021/clock.tiff"])
def test_a_name_of_an_image_file(language: str, name: str) -> None:
    """Alone between other lines it stood for the image; in whatever script, and in a text without accents too."""
    story = STORIES[language]
    page = lines(story.title, story.first, name, story.second, story.third)
    assert verdict(page, name) == ("alt", "image-file")


@pytest.mark.parametrize("name", ["clock.txt", "see clock.jpg", "clock.jpg is the picture", "jpg", "www.clock.example/png"])
def test_what_is_no_name_of_an_image_file(name: str) -> None:
    """Other files, and words around one."""
    story = STORIES["en"]
    assert verdict(lines(story.title, story.first, name, story.second, story.third), name)[1] != "image-file"


def test_a_list_of_image_files_is_the_article_s() -> None:
    """Somebody wrote it down; and so are names in a text without a paragraph."""
    story, files = STORIES["en"], ("clock.png", "tower.png", "market.svg")
    found = verdicts(lines(story.title, story.first, *files, story.second, story.third))
    assert "image-file" not in {reason for _, reason in found}
    assert verdict(lines("Pictures", "clock.png", "Notes"), "clock.png")[1] != "image-file"


def test_without_prose_nothing_can_be_compared() -> None:
    """A list of names of files stays as it is."""
    assert verdict(lines("đồng hồ", "tháp chợ", "dong ho tren thap cho"), "dong ho")[1] != "slug"


@pytest.mark.xfail(strict=True, reason="any lower-case line of four ASCII words is taken for a file name")
@pytest.mark.parametrize(
    "command", ["git commit --amend --no-edit", "sudo apt install clock-tools", "pip install tower clock wheels"]
)
@pytest.mark.parametrize("language", ["ja", "ru"])
def test_a_command_in_a_tutorial(language: str, command: str) -> None:
    """It was typed by a person and is what the reader came for."""
    story = STORIES[language]
    assert verdict(lines(story.title, story.first, command, story.second, story.third), command)[0] == "body"


@pytest.mark.xfail(strict=True, reason="any lower-case line of four ASCII words is taken for a file name")
def test_a_quoted_line_of_english_verse() -> None:
    """A Russian essay on a poem quotes it without capitals, as it was printed."""
    story = STORIES["ru"]
    line = "i carry your clock with me"
    assert verdict(lines(story.title, story.first, line, story.second, story.third), line)[0] == "body"
