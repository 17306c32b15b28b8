"""Repairs on request: each changes what it is for and nothing else, and none is done unasked."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.label.stories import STORIES

from cleancorpus import Cleaner, OptionError, Repairs
from cleancorpus.normalise.plan import normalise, replay
from cleancorpus.normalise.repairs import read_repairs

ALL = Repairs(
    vi_legacy=True,
    fold_width=True,
    fold_math=True,
    ascii_punct=True,
    strip_tatweel=True,
    dehyphenate=True,
    vi_d=True,
    vi_tone="new",
)
WANTED = [
    ("fold-width", "ＡＢＣ　１２３，你好！", "ABC 123，你好！"),
    ("fold-width", "ｶﾞｷﾞﾊﾟ ｱｲｳ･ｰ", "ガギパ アイウ･ー"),
    ("fold-math", "𝐇𝐞𝐥𝐥𝐨 𝓯𝓪𝓷𝓬𝔂 𝟚𝟘𝟚𝟞", "Hello fancy 2026"),
    ("ascii-punct", "“Two” – ‘it’s’ — ok… «oui» 5′", "\"Two\" - 'it's' - ok... \"oui\" 5'"),
    ("strip-tatweel", "العـــربية والكـتـاب", "العربية والكتاب"),
    ("dehyphenate", "infor-\nmation and Zusammen-\nhang", "information and Zusammenhang"),
    ("vi-d", "Ðồng hồ, ði ðâu", "Đồng hồ, đi đâu"),
    ("vi-tone=old", "hoà bình, thuỷ lợi, KHOẺ, Hoè, xoã, tuỵ", "hòa bình, thủy lợi, KHỎE, Hòe, xõa, tụy"),
    ("vi-tone=new", "hòa bình, thủy lợi, KHỎE, Hòe, xõa, tụy", "hoà bình, thuỷ lợi, KHOẺ, Hoè, xoã, tuỵ"),
]
KEPT = [
    ("fold-width", "「你好」～１".replace("１", "1")),
    ("fold-width", "ㅋㅋ ｡ ｢ ￥ ＋"),
    ("fold-math", "x ∈ ℕ, ℝ², ℵ₀, ½ № ™"),
    ("ascii-punct", "٪ 。、 ¿qué? · • °"),
    ("strip-tatweel", "عام 1445 هـ"),
    ("strip-tatweel", "ـ ـــ abc"),
    ("dehyphenate", "Covid-\n19, Chợ-\nQuê, Bad-\nHomburg"),
    ("dehyphenate", "a-\nb, well-known, end -\nnext, 2020-\n2021"),
    ("vi-d", "đi Đan"),
    ("vi-tone=old", "toàn, hoàng, quý, quỳnh, loét, thuyền, oàn"),
    ("vi-tone=new", "tòan là lỗi, của, mía, múi, hỏi, quý"),
]


@pytest.mark.parametrize(("names", "text", "expected"), WANTED)
def test_what_is_asked_for_is_done(names: str, text: str, expected: str) -> None:
    """By its name, recorded among the edits, once, and so that it can be replayed."""
    repairs = read_repairs(names)
    repaired = normalise(text, repairs=repairs)
    assert repaired.text == expected
    assert repaired.edits
    assert normalise(expected, repairs=repairs) == (expected, ())
    assert replay(text, repaired.edits) == expected


@pytest.mark.parametrize(("names", "text", "expected"), WANTED)
def test_what_is_not_asked_for_is_not(names: str, text: str, expected: str) -> None:
    """By default nothing of it happens."""
    assert normalise(text).text == text.replace("\u3000", " ")


@pytest.mark.parametrize(("names", "text"), KEPT)
def test_what_only_looks_like_it_stays(names: str, text: str) -> None:
    """Punctuation of its own script, symbols of mathematics, names and numbers at a line's end."""
    assert normalise(text, repairs=read_repairs(names)) == (text, ())


@pytest.mark.parametrize("language", sorted(set(STORIES) - {"vi", "fr", "de", "en"}))
def test_prose_without_such_characters_stays(language: str) -> None:
    """Folds of width, face and stroke, and hyphens at line ends, find nothing in our stories."""
    repairs = replace(ALL, ascii_punct=False, vi_d=False, vi_tone="")
    for paragraph in STORIES[language].paragraphs:
        assert normalise(paragraph, repairs=repairs) == (paragraph, ())


def test_code_keeps_its_line_ends() -> None:
    """A hyphen at the end of a line of code is an operator."""
    code = "total = first-\nsecond"
    assert normalise(code, keep_spacing=True, repairs=ALL) == (code, ())


def test_names() -> None:
    """Several, in any order, with spaces; hyphen or underscore; none for nothing."""
    assert read_repairs("") == Repairs()
    assert read_repairs(" vi-tone=old, fold_width ") == Repairs(fold_width=True, vi_tone="old")
    every = ",".join("vi-tone=new" if item.name == "vi_tone" else item.name for item in fields(Repairs) if item.init)
    assert read_repairs(every) == ALL


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("fold-widht", "fold-width"),
        ("vi-tone=middle", "old"),
        ("vi-tone", "old or new"),
        ("fold-width=yes", "no value"),
    ],
)
def test_a_wrong_name_is_refused_with_the_way_out(names: str, said: str) -> None:
    """By the reader of names and by the cleaner."""
    with pytest.raises(OptionError, match=said):
        read_repairs(names)
    with pytest.raises(OptionError, match=said):
        Cleaner(repairs=names)


def test_text_and_metadata_agree() -> None:
    """A title is repaired like the text it stands above."""
    source = (
        "Hoà bình ở thuỷ lợi\n\nCâu chuyện kể về một vùng quê yên ả, nơi người dân sống nhờ thuỷ lợi.\n\n"
        "Mỗi năm, khi nước lên, cả làng cùng nhau ra đồng làm lại con mương đã bị sạt lở từ mùa trước."
    )
    document = Cleaner(repairs="vi-tone=old").clean(source)
    assert document.text.count("thủy") == 2
    assert document.metadata.title == "Hòa bình ở thủy lợi"
    assert {edit for block in document.blocks for edit in block.edits} == {"tone-old"}
    assert Cleaner(repairs=Repairs(vi_tone="old")).clean(source) == document


@given(
    st.text(st.sampled_from("aòoàeuyỷqÐđ-\nＡｶﾞ𝐇“…ـعر 1.,"), max_size=30),
    st.sampled_from([ALL, replace(ALL, vi_tone="old"), Repairs(dehyphenate=True), Repairs(fold_width=True)]),
)
@settings(max_examples=400)
def test_laws(text: str, repairs: Repairs) -> None:
    """Under every set of options: once is enough, the form is NFC, and edits tell all that was done."""
    repaired = normalise(text, repairs=repairs)
    assert normalise(repaired.text, repairs=repairs) == (repaired.text, ())
    assert unicodedata.is_normalized("NFC", repaired.text)
    assert replay(text, repaired.edits) == repaired.text
