"""comments: the readers' posts under their heading."""

from __future__ import annotations

import pytest

from tests.label.reading import KEPT, html_verdict, lines, paragraphs, verdict
from tests.label.stories import STORIES

UNDER = ("comment", "under-comments")
POSTS = {
    "en": (
        "Comments (2)",
        "Marrow",
        "My aunt lives below the tower and has not slept since Saturday, but she says she would not have it otherwise.",
    ),
    "vi": (
        "Ý kiến bạn đọc",
        "Hạnh Lê",
        "Nhà tôi ngay dưới chân tháp, từ hôm có tiếng chuông cả nhà dậy sớm hẳn, mấy đứa nhỏ thích lắm, cảm ơn bác thợ.",
    ),
    "de": (
        "Leserkommentare",
        "Kuckuck",
        "Meine Tante wohnt unter dem Turm und schläft seit Samstag nicht mehr, aber sie möchte es auch gar nicht anders haben.",
    ),
    "ru": (
        "Комментарии",
        "Сова",
        "Моя тётя живёт под башней и с субботы не спит, но говорит, что иначе и не хотела бы, хоть и ворчит каждое утро.",
    ),
    "ja": (
        "コメント",
        "ふくろう",
        "塔の下に住む叔母は土曜日から眠れないそうですが、それでも鐘の音がない朝にはもう戻りたくないと言って笑っています。",
    ),
    "tr": (
        "Okuyucu yorumları",
        "Baykuş",
        "Teyzem kulenin altında oturuyor, cumartesiden beri uyuyamıyor ama başka türlüsünü de istemezmiş, öyle diyor gülerek.",
    ),
}


@pytest.mark.parametrize("language", POSTS)
def test_posts_below_the_heading(language: str) -> None:
    """Names, posts and their moments; the article above stays."""
    story, (heading, name, post) = STORIES[language], POSTS[language]
    page = lines(story.title, *story.paragraphs, heading, name, "15.06.2025 09:12", post)
    assert verdict(page, heading)[0] == "comment"
    assert [verdict(page, text) for text in (name, "15.06.2025", post)] == [UNDER] * 3
    assert {verdict(page, text)[0] for text in story.paragraphs} == {"body"}


def test_how_much_members_have_written_heads_no_comments() -> None:
    """A thread says it beside every post; said once or twice it may be the heading."""
    story = STORIES["en"]
    posts = [
        line for number, text in enumerate(story.paragraphs) for line in (f"Marrow{number}", f"Comments: {number * 7 + 6}", text)
    ]
    page = lines(story.title, *posts, "Share", "Post reply")
    assert len(story.paragraphs) >= 3
    assert {verdict(page, text)[0] for text in story.paragraphs} == {"body"}
    assert verdict(page, "Comments: 13") == ("other", "member-count")


@pytest.mark.parametrize("language", POSTS)
def test_a_link_to_the_comments_is_not_their_heading(language: str) -> None:
    """Above the greater part of the prose it leads down to them."""
    story, (heading, *_) = STORIES[language], POSTS[language]
    page = lines(story.title, heading, *story.paragraphs)
    assert verdict(page, heading)[0] == "comment"
    assert {verdict(page, text)[0] for text in story.paragraphs} <= KEPT


@pytest.mark.parametrize(("line", "role"), [("Read also", "related"), ("© 2025 Wendle Herald", "legal")])
def test_they_end_at_the_next_list_or_the_foot(line: str, role: str) -> None:
    """What follows is no post."""
    story, (heading, name, post) = STORIES["en"], POSTS["en"]
    page = lines(story.title, *story.paragraphs, heading, name, post, line, "Footbridge over the Wendle closed until spring")
    assert verdict(page, line)[0] == role
    assert verdict(page, post) == UNDER
    assert verdict(page, "Footbridge") != UNDER


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_heading_of_the_article_that_speaks_of_comments(language: str) -> None:
    """Whole lines are compared: this is none of the known ones."""
    story = STORIES[language]
    line = {"en": "What the comments on the dial say", "de": "Kommentare aus neun stillen Jahren"}[language]
    page = lines(story.title, story.first, line, story.second, story.third)
    assert verdict(page, line)[0] == "heading"
    assert verdict(page, story.third)[0] == "body"


@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_the_section_of_html(language: str) -> None:
    """Without any telling class."""
    story, (heading, name, post) = STORIES[language], POSTS[language]
    page = (
        f"<body><main><h1>{story.title}</h1>{paragraphs(*story.paragraphs)}</main>"
        f"<section><h3>{heading}</h3><div>{name}</div><p>{post}</p></section></body>"
    )
    assert html_verdict(page, heading)[0] == "comment"
    assert [html_verdict(page, text) for text in (name, post)] == [UNDER] * 2
    assert html_verdict(page, story.third) == ("body", "main-text")
