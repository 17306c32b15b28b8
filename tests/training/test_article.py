"""Articles that compositions are made of: what the set cut in two is one again."""

from __future__ import annotations

import pytest

pytest.importorskip("tldextract", reason="training is not installed: pip install -e '.[training]'")

from training.compose.article import join_cut

FIRST, LAST = "Cây cầu cũ vừa được sửa xong.", "Người dân rất vui."


@pytest.mark.parametrize(
    "cut",
    [
        ["Người bị nạn là anh Lê Văn B.", "(35 tuổi, ngụ ở Phú Hải)."],
        ["Hôm qua, UBND TP.", "Phú Hải họp về việc này."],
        ["Theo GS.", "Trần Minh, cầu còn tốt."],
        ["Bà D.N. A.", "không đồng ý."],
        ["Cô V.", "(SN 1993) và GS.", "Minh cùng đi."],
    ],
)
def test_what_was_cut_behind_an_abbreviation_is_one(cut: list[str]) -> None:
    """Sentences before and behind it stay apart."""
    assert [*join_cut([FIRST, *cut, LAST])] == [FIRST, " ".join(cut), LAST]
    assert [*join_cut(cut)] == [" ".join(cut)]


@pytest.mark.parametrize(
    "whole",
    [
        [FIRST, LAST],
        ["Họ gặp chị N.", "Những người khác đi về."],
        [FIRST, "(Theo Báo Sông Xanh)"],
        ["Cầu dài 35 m.", "2 làn xe chạy song song."],
        [],
    ],
)
def test_whole_sentences_stay_apart(whole: list[str]) -> None:
    """An initial may end one, and a bracket or a figure begin one."""
    assert [*join_cut(whole)] == whole
