"""The learned labeller: features, forests, one decision for a page, and the named rules that overrule them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleancorpus.label.labeller import PageLabels
from cleancorpus.label.learned import LearnedLabeller
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.outcome import Outcome
from cleancorpus.page import InputKind, Page
from cleancorpus.pipeline import Cleaner
from cleancorpus.role import Role
from tests.label.reading import page_of
from tests.label.small_model import write_model
from tests.label.stories import STORIES

STORY = STORIES["vi"]
HEAD = f"<head><title>{STORY.title} - Báo Mẫu</title></head>"
MENU = "<nav><a href=/>Trang nhất</a></nav>"
BODY = f"{MENU}<h1>{STORY.title}</h1><p>{STORY.first}</p><h2>Bảy tháng</h2><p>{STORY.second}</p>"


@pytest.fixture
def labeller(tmp_path: Path) -> LearnedLabeller:
    return LearnedLabeller(write_model(tmp_path / "small"))


MORE_MENU = "Weather\nTraffic\nRecipes\nPuzzles\nLetters\nObituaries\nArchive\nShop\n"


def label(labeller: LearnedLabeller, html: str) -> tuple[Page, PageLabels]:
    page = page_of(f"<html>{HEAD}<body>{html}</body></html>", "html")
    return page, labeller.label([page])[0]


def reasons(labeller: LearnedLabeller, html: str) -> dict[str, tuple[str, str]]:
    page, labels = label(labeller, html)
    return {block.text: (str(item.role), item.reason) for block, item in zip(page.blocks, labels.labels, strict=True)}


def test_a_page_is_labelled_by_the_model(labeller: LearnedLabeller) -> None:
    """Title and body have their roles, a score and the model as their reason; what a reader came for is flagged."""
    page, labels = label(labeller, BODY)
    assert [str(item.role) for item in labels.labels][:3] == ["nav", "title", "body"]
    assert {item.reason for item in labels.labels} == {"model"}
    assert all(0 < item.score < 1 for item in labels.labels)
    assert labels.wanted is not None
    assert labels.strict is not None
    assert len(labels.wanted) == len(labels.strict) == len(page.blocks)


def test_text_and_html_come_back_in_order(labeller: LearnedLabeller) -> None:
    """Each kind goes to its own model, short texts to the rules; an empty page has no labels."""
    pages = [page_of("One line."), page_of(f"<p>{STORY.first}</p>", "html"), Page(InputKind.HTML, ()), page_of("Two.\n\nThree.")]
    labels = labeller.label(pages)
    assert [len(item.labels) for item in labels] == [len(page.blocks) for page in pages]
    assert labels[1].labels[0].reason == "model"
    assert labels[0].wanted is None


def test_a_page_has_one_title(labeller: LearnedLabeller) -> None:
    """A second heading with the same words is a copy, and says so."""
    _, labels = label(labeller, f"{BODY}<h2>{STORY.title}</h2>")
    roles = [(str(item.role), item.reason) for item in labels.labels]
    assert roles.count(("title", "model")) == 1
    assert roles[-1] == ("title", "title-copy")


def test_an_unaccented_copy_of_the_title_stood_for_an_image(labeller: LearnedLabeller) -> None:
    """The title without its accents is an image text."""
    found = reasons(labeller, f"{BODY}<p>dong-ho-thap-cho-quan-may-chay-lai-sau-chin-nam-im-tieng</p>")
    assert found["dong-ho-thap-cho-quan-may-chay-lai-sau-chin-nam-im-tieng"] == ("alt", "alt-echo")


def test_a_copyright_outside_the_article_is_legal(labeller: LearnedLabeller) -> None:
    """The sign decides, whatever the model made of the line."""
    assert reasons(labeller, f"{BODY}<footer>© Báo Mẫu</footer>")["© Báo Mẫu"] == ("legal", "copyright-sign")


def test_a_short_line_that_begins_with_the_sign_is_legal_anywhere(labeller: LearnedLabeller) -> None:
    """A notice at the end of the article, too; a sentence that speaks of one is text."""
    sentence = f"© 2019 stood under the picture. {STORY.second}"
    found = reasons(labeller, f"{BODY}<p>© dpa-infocom, dpa:210314-99-000000/2</p><p>{sentence}</p>")
    assert found["© dpa-infocom, dpa:210314-99-000000/2"] == ("legal", "copyright-sign")
    assert found[sentence][0] != "legal"


def test_a_page_without_running_text_is_doubted(labeller: LearnedLabeller) -> None:
    """An error page is labelled, and the doubt says what was missing."""
    _, labels = label(labeller, f"{MENU}<h1>404</h1><p>Không tìm thấy</p>")
    assert "characters of running text" in labels.doubt


def test_a_piece_of_html_without_a_frame_is_text(labeller: LearnedLabeller) -> None:
    """Where nothing leads away there is no site: short lines and all are kept."""
    _, labels = label(labeller, "<p>Một</p><p>Hai ba.</p>")
    assert labels.wanted == (True, True)
    assert {str(item.role) for item in labels.labels} <= {"body", "heading"}


def test_a_dated_signature_under_the_title_is_no_text(labeller: LearnedLabeller) -> None:
    """A line that only says who and when is that, and is not wanted."""
    page, labels = label(labeller, BODY.replace("</h1>", "</h1><p>12/03/2024</p><p>By Anna Kessler | 03/12/2020</p>"))
    at = {block.text: number for number, block in enumerate(page.blocks)}
    assert str(labels.labels[at["12/03/2024"]].role) in {"date", "nav"}
    assert str(labels.labels[at["By Anna Kessler | 03/12/2020"]].role) in {"byline", "nav"}
    assert labels.wanted is not None
    assert not labels.wanted[at["By Anna Kessler | 03/12/2020"]]


def test_the_name_tells_model_and_version(labeller: LearnedLabeller) -> None:
    """What stands in the manifest."""
    assert labeller.name == "small-1+lines-1"


MENU_LINES = "Trang chủ\nThời sự\nThế giới\nKinh doanh\nGiáo dục\nTìm kiếm\nĐăng nhập\n\n"
HEADLINES = (
    "Cầu mới bắc qua sông Vệ đã thông xe\nGiá gạo tăng trở lại trong tháng bảy\nHai trường học đổi giờ vào lớp\n"
    "Chợ đêm ven sông mở cửa thêm hai ngày\nĐội bóng của huyện thắng trận thứ ba liên tiếp\n"
    "Thư viện tỉnh nhận thêm năm nghìn đầu sách\n"
)


def test_a_text_is_labelled_by_the_model_of_texts() -> None:
    """A menu, an article and a list of headlines behind it, without any markup."""
    paragraphs = [STORY.first, STORY.second, STORY.third]
    article = "\n\n".join([STORY.title, *paragraphs, *(f"{text} {STORY.title}." for text in paragraphs)])
    page = page_of(MORE_MENU + f"{MENU_LINES}{article}\n\nTin liên quan\n{HEADLINES}")
    labels = LearnedLabeller().label([page])[0]
    found = {block.text: str(label.role) for block, label in zip(page.blocks, labels.labels, strict=True)}
    assert found[STORY.title] == "title"
    assert {found[text] for text in paragraphs[1:]} == {"body"}
    assert {found[line] for line in HEADLINES.splitlines()} == {"related"}


def test_where_model_and_rules_agree_the_rule_is_the_reason() -> None:
    """It says more than "model" does; the score stays the model's."""
    page = page_of(MORE_MENU + f"{MENU_LINES}{STORY.title}\n\n{STORY.first}\n\n{STORY.second}\n\nTin liên quan\n{HEADLINES}")
    labels, ruled = LearnedLabeller().label([page])[0].labels, RuleLabeller().label([page])[0].labels
    agreed = [(label, rule) for label, rule in zip(labels, ruled, strict=True) if label.role is rule.role]
    assert len(agreed) > len(page.blocks) // 2
    assert all(label.reason == rule.reason for label, rule in agreed)
    assert any(label.score != rule.score for label, rule in agreed)
    assert all(label.reason != rule.reason for label, rule in zip(labels, ruled, strict=True) if label.role is not rule.role)


def test_a_text_without_residue_is_left_to_the_rules() -> None:
    """Where these find nothing to leave out, the model is not asked: everything stays."""
    stories = [STORIES[name] for name in ("vi", "en", "de", "fr", "es", "it", "pt")]
    page = page_of("\n\n".join(text for story in stories for text in (story.first, story.second, story.third)))
    labels = LearnedLabeller().label([page])[0]
    assert "model" not in {label.reason for label in labels.labels}


def test_a_text_without_prose_is_left_alone_where_all_is_wanted() -> None:
    """Offers, scores, links: nobody can tell what of it a reader came for, and the outcome says so."""
    text = "Home\nShop\nLog in\nShare\n" + "\n".join(f"- ${n}.95 Free shipping, {n} left" for n in range(3, 22))
    page, article = (Cleaner(profile=name).clean(text, kind="text") for name in ("page", "article"))
    assert all(block.kept for block in page.blocks)
    assert page.outcome is Outcome.LOW_CONFIDENCE
    assert "no paragraph of prose" in page.message
    assert not any(block.kept for block in article.blocks if block.role is Role.NAV)


MAGAZINE = """Sao
Phim
Nhạc
Thời trang
Nhà văn Đoàn Khải: 'Tôi bán nhà để viết, vợ không nói một lời'
Sau bảy năm im ắng, Đoàn Khải trở lại với 'Bến không đò', cuốn sách anh tự bỏ tiền in.
Buổi ra mắt tối thứ bảy kín ghế. Khi đọc xong trang cuối, khán phòng im lặng chừng mười giây rồi mới có tiếng vỗ tay.
'Bến không đò' lấy bối cảnh một xóm chài sắp giải tỏa. Người đàn ông tên Sáu Lượm mỗi ngày vẫn chèo đò qua khúc sông đã có cầu.
Đoàn Khải thừa nhận ba nhà xuất bản đã từ chối bản thảo. Anh bán căn hộ ở quận ven, đưa vợ con về sống với mẹ.
Sách phát hành toàn quốc từ ngày mai.
Ca sĩ Lưu Bách xin lỗi khán giả
Phim 'Ngõ vắng' dời lịch chiếu
Mẫu Thiên Vy khoe dáng tuổi 40
Diễn viên Hữu Tín: Tôi sợ nhất là được khen
Bà xã Tấn Lộc mở quán chay
"""
LIST = """Dọn nhà trước Tết
Danh sách này chúng tôi lập cho căn hộ hai phòng.
Rèm cửa
Quạt trần
Bếp và chậu rửa
Tủ lạnh
Giá sách
Hai người làm thong thả thì xong trong một ngày chủ nhật.
Chổi quét trần
Hai xô nước
Khăn khô
Nước rửa kính
Ghế cao
Cuối ngày nhớ tắt nước rồi mới lau sàn.
"""


def test_a_text_without_a_word_of_the_furniture_may_have_residue_all_the_same() -> None:
    """Where the model is sure of several lines: sections above a headline. A list without any is left to the rules, which find
    nothing to leave out."""
    for text in (MAGAZINE, LIST):
        ruled = RuleLabeller().label([page_of(text, "text")])[0]
        assert {label.role for label in ruled.labels} <= {Role.TITLE, Role.LEAD, Role.HEADING, Role.BODY, Role.KICKER}
    magazine, list_ = (next(iter(Cleaner().clean_many([text], kind="text"))) for text in (MAGAZINE, LIST))
    left_out = [block.text for block in magazine.blocks if not block.kept]
    assert {"Sao", "Phim", "Nhạc", "Thời trang"} <= {*left_out}
    assert all(text.split()[0] in magazine.text for text in ("Buổi ra mắt", "Sách phát hành"))
    assert all(block.kept or block.role is Role.TITLE for block in list_.blocks)


@pytest.mark.xfail(strict=True, reason="bare headlines behind the end of a short text look like its own short news")
def test_bare_headlines_behind_the_end_are_other_stories() -> None:
    """No word leads to them, and no summary stands below."""
    (magazine,) = Cleaner().clean_many([MAGAZINE], kind="text")
    left_out = [block.text for block in magazine.blocks if not block.kept]
    assert {"Phim 'Ngõ vắng' dời lịch chiếu", "Bà xã Tấn Lộc mở quán chay"} <= {*left_out}
