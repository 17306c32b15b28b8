"""Short texts with comments below them: the title is the title, whatever of the text is comments."""

from __future__ import annotations

import pytest

import cleancorpus

ENGLISH = (
    (
        "Council votes to close the swimming pool",
        "A bridge for the lower village",
        "Why our library stays open at night",
        "Bakers protest against flour prices",
        "Rain delays the harvest festival",
        "Bus line 7 gets two new stops",
    ),
    (
        "The committee met on Tuesday evening and agreed on the plan after a long debate about the costs, which had risen twice.",
        "Work will begin in May, said the mayor, and the first visitors are expected before the summer holidays in the region.",
    ),
    ("3 comments", "Hanna W.", "What a relief, at last.", "Reply", "oldpier", "I will believe it when I see it", "Reply"),
)
VIETNAMESE = (
    (
        "Cầu mới nối hai bờ sông",
        "Trường học vùng cao có thêm phòng đọc",
        "Vườn rau của bà con xóm Chùa",
        "Hội mùa lùi ngày vì mưa",
    ),
    (
        "Tối thứ ba, ban quản lý đã họp và thống nhất phương án sau nhiều giờ bàn bạc về kinh phí, đã hai lần tăng từ đầu năm.",
        "Công việc sẽ bắt đầu trong tháng năm, chủ tịch xã cho biết, và những người khách đầu tiên sẽ đến trước kỳ nghỉ hè.",
    ),
    ("Bình luận (2)", "Lan Anh", "Mừng quá, cuối cùng cũng có.", "Trả lời", "bacnam", "Thấy mới tin", "Trả lời", "Gửi bình luận"),
)


@pytest.mark.parametrize(("titles", "paragraphs", "below"), [ENGLISH, VIETNAMESE], ids=["en", "vi"])
def test_the_title_stays(titles: tuple[str, ...], paragraphs: tuple[str, ...], below: tuple[str, ...]) -> None:
    """Every one, and every paragraph; no comment is kept, and no button is one."""
    for title in titles:
        document = cleancorpus.clean("\n".join((title, *paragraphs, *below)), kind="text")
        assert document.title == title
        assert tuple(block.text for block in document.blocks if block.kept) == paragraphs
