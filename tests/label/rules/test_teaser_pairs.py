"""teaser-pairs and doubled-line: headlines that stand twice in a row."""

from __future__ import annotations

import pytest

from tests.label.reading import KEPT, apart, lines, verdict, verdicts
from tests.label.stories import STORIES

PAIR, SUMMARY = ("related", "teaser-pair"), ("related", "teaser-summary")

TEASERS = {
    "vi": (
        (
            "Cầu phao xã Đá Xanh cấm xe đến hết mùa lũ",
            "Người đi chợ phải vòng qua đập tràn cách đó bốn cây số, vì nước lớn đã cuốn mất hai phao giữa sông.",
        ),
        (
            "Giá chè khô tăng gấp đôi ở phiên chợ vùng cao",
            "Sương muối làm cháy búp trên những đồi phía bắc, thương lái lên tận nhà hỏi mua từng cân một.",
        ),
        (
            "Trường làng có thêm phòng đọc sách buổi tối",
            "Đèn do cựu học sinh góp tiền mua, sách thì mỗi nhà mang đến một cuốn và ghi tên mình vào sổ.",
        ),
    ),
    "en": (
        (
            "Footbridge over the Wendle closed until spring",
            "Walkers from the station must take the road for now, since the ice has moved two of the piles out of line.",
        ),
        (
            "Baker wins prize with a loaf of nettles",
            "The judges praised the green crumb and the courage of the young woman, who has the recipe from an aunt.",
        ),
        (
            "Fire brigade asks for a longer ladder",
            "After the third blaze of this winter the parish wants one that reaches the roof of the schoolhouse.",
        ),
    ),
    "zh": (
        (
            "小河上的木桥封到春天才重新通行",
            "从车站进村的人眼下只能绕走公路，因为冰把两根桥桩挤歪了，木匠要等水退了才能动手，估计还得等上三个多月的时间。",
        ),
        (
            "面包师凭荨麻做的面包得了头奖",
            "评委称赞绿色的面包心，也称赞这位年轻人的胆量，她的方子是邻村的姑妈传下来的，一直没有写在纸上，只靠手上的记忆。",
        ),
        (
            "救火队想要一架更长一些的梯子",
            "今年冬天第三次失火以后，乡里打算买一架能够到学堂屋顶的梯子，钱从集市的摊位费里出，明年开春以前就要办妥这件事情。",
        ),
    ),
}


@pytest.mark.parametrize("language", TEASERS)
def test_a_list_of_pairs_with_summaries(language: str) -> None:
    """Image text, link and summary, three times over; the article above stays."""
    story = STORIES[language]
    teasers = [part for headline, summary in TEASERS[language] for part in (headline, headline, summary)]
    found = verdicts(lines(story.title, *story.paragraphs, *teasers))
    assert found[4:] == [PAIR, PAIR, SUMMARY] * 3
    assert [role for role, _ in found[1:4]] == ["body"] * 3


@pytest.mark.parametrize("language", TEASERS)
def test_a_list_of_pairs_alone(language: str) -> None:
    """Also above the article."""
    story = STORIES[language]
    pairs = [headline for headline, _ in TEASERS[language] for _ in range(2)]
    assert verdicts(lines(*pairs, story.title, *story.paragraphs))[:6] == [PAIR] * 6
    assert verdicts(lines(story.title, *story.paragraphs, *pairs))[4:] == [PAIR] * 6


@pytest.mark.parametrize("language", TEASERS)
def test_the_title_below_a_list_of_pairs(language: str) -> None:
    """It is no summary: it reads like a headline, and the article follows."""
    story = STORIES[language]
    pairs = [headline for headline, _ in TEASERS[language] for _ in range(2)]
    assert verdict(lines(*pairs, story.title, "14.06.2025", *story.paragraphs), story.title) == (
        "title",
        "title-position",
    )


def test_dates_between_pairs_belong_to_the_list() -> None:
    """They are the teasers' dates."""
    story = STORIES["en"]
    teasers = [part for headline, _ in TEASERS["en"] for part in (headline, headline, "3 January 2031")]
    found = verdicts(lines(story.title, "14 June 2025", *story.paragraphs, *teasers))
    assert found[1] == ("date", "date-line")
    assert [role for role, _ in found[5:-1]] == ["related"] * 8


def test_a_copy_that_goes_on_a_little() -> None:
    """The image's text may be cut at its end."""
    story = STORIES["en"]
    teasers = [part for headline, _ in TEASERS["en"] for part in (headline, f"{headline} now")]
    assert verdicts(lines(story.title, *story.paragraphs, *teasers))[4:] == [PAIR] * 6


@pytest.mark.parametrize("language", ["en", "vi"])
def test_two_pairs_are_no_list(language: str) -> None:
    """A clean text may repeat a line twice over."""
    story = STORIES[language]
    pairs = [headline for headline, _ in TEASERS[language][:2] for _ in range(2)]
    assert ("related", "teaser-pair") not in verdicts(lines(story.title, *story.paragraphs, *pairs))


@pytest.mark.parametrize("language", TEASERS)
def test_two_pairs_with_summaries_end_a_text(language: str) -> None:
    """Nothing but short lines stands behind them; where the article goes on they are pictures' texts and captions."""
    story = STORIES[language]
    teasers = [part for headline, summary in TEASERS[language][:2] for part in (headline, headline, summary)]
    found = verdicts(lines(story.title, *story.paragraphs, *teasers, "1 2 3"))
    assert found[4:10] == [PAIR, PAIR, SUMMARY] * 2
    assert [role for role, _ in found[1:4]] == ["body"] * 3
    assert PAIR not in verdicts(lines(story.title, *teasers, *story.paragraphs))
    assert PAIR not in verdicts(lines(*teasers))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Ring, old bell, ring over the market"),
        ("vi", "Hỡi đồng hồ ơi, hãy điểm cho ta nghe"),
        ("pl", "Bij, stary dzwonie, bij nad targiem"),
    ],
)
def test_a_refrain_in_verse(language: str, line: str) -> None:
    """Where there is no paragraph nothing is a teaser."""
    verses = [f"{number} {STORIES[language].title[:20]}" for number in ("I", "II", "III", "IV")]
    song = lines(*(part for verse in verses for part in (verse, line, line)))
    assert {role for role, _ in verdicts(song)} == {"body"}


@pytest.mark.xfail(strict=True, reason="one paragraph anywhere on the page makes three repeated lines of verse a list of teasers")
def test_a_refrain_below_an_introduction() -> None:
    """One paragraph about the song does not make its chorus a list of teasers."""
    story, line = STORIES["en"], "Ring, old bell, ring over the market"
    verses = ("The keeper climbs without a lamp", "The stars are going out", "The bakers light their fires below")
    song = apart("The song of Wendle Hythe", story.first, *(lines(verse, line, line) for verse in verses))
    assert {verdict(song, line, nth=number)[0] for number in range(6)} == {"body"}


def test_short_repeats_are_labels() -> None:
    """Names of speakers and the like."""
    story = STORIES["de"]
    page = lines(story.title, *story.paragraphs, "Türmer", "Türmer", "Nichte", "Nichte", "Schmied", "Schmied")
    assert PAIR not in verdicts(page)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_pair_alone_in_a_text_with_residue(language: str) -> None:
    """A picture's text and its caption."""
    story = STORIES[language]
    line = {"en": "The keeper on the stairs of the tower", "vi": "Người thợ già trên cầu thang tháp chợ"}[language]
    page = lines(story.title, story.first, line, line, story.second, story.third, "© 2025 Herald")
    assert [verdict(page, line, nth=number) for number in (0, 1)] == [
        ("alt", "doubled-line"),
        ("caption", "doubled-line"),
    ]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_pair_alone_in_a_clean_text(language: str) -> None:
    """A call that is repeated: nothing else on the page is residue."""
    story = STORIES[language]
    line = {"en": "Ring, old bell, ring over the market!", "vi": "Hỡi đồng hồ ơi, hãy điểm cho ta nghe!"}[language]
    page = apart(story.title, story.first, lines(line, line), story.second, story.third)
    assert {verdict(page, line, nth=number)[0] for number in (0, 1)} <= KEPT
