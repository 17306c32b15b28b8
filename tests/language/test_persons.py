"""persons: full names that begin with a name the lexicon knows."""

from __future__ import annotations

import pytest

from cleancorpus.language.fold import phrase_key
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.language.persons import find_person, is_by_person, may_have_family, with_colons


def first_word(text: str) -> int | None:
    """With which word of a line its first full name begins."""
    return find_person(text, phrase_key(text), default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "Jody Robbins",
        "von Birgit van der Meer",
        "JOSÉ ORTEGA",
        "Jose Ortega",
        "Nguyễn Văn Bình",
        "김민수",
        "佐々木健",
        "محمد العلي",
        "ნინო კობახიძე",
        "Text: Ada Michalak, Lublin",
    ],
)
def test_names(text: str) -> None:
    """In capitals, without accents, with particles, family name first, in scripts without spaces or capitals."""
    assert first_word(text) is not None


@pytest.mark.parametrize(
    "text", ["", "Save Story", "Live Sport", "Hà Nội", "Made In Italy", "anna went home", "東京新聞", "이용약관동의"]
)
def test_what_is_none(text: str) -> None:
    """Menus, places, prose."""
    assert first_word(text) is None


def test_where_a_name_begins() -> None:
    """At the line's start, or behind a word that signs."""
    assert first_word("Anna Weber") == 0
    assert first_word("Text: Anna Weber") == 1


@pytest.mark.parametrize("text", ["Nga Agron Hoxha", "NA ASHA MWANGI", "Daga Halima Sani", "از محمد علی"])
def test_a_small_word_signs_before_a_person(text: str) -> None:
    """Albanian "from", Swahili "and", Hausa and Urdu "from"."""
    assert is_by_person(text, phrase_key(text), default_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Na",
        "Nga Putin",
        "Nga tấn công",
        "Na Asha Mwangi alisema.",
        "Asha Mwangi",
        "Na Asha Mwangi alikwenda sokoni kununua mahindi jana",
    ],
)
def test_a_small_word_that_signs_nothing(text: str) -> None:
    """Without the full name of a person, and where a sentence begins."""
    assert not is_by_person(text, phrase_key(text), default_lexicon())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("文／佐原美咲　写真／高田健", "文：佐原美咲　写真：高田健"),
        ("（取材・文＝佐原美咲、写真＝高田健）", "（取材・文：佐原美咲、写真：高田健）"),
        ("作者丨陈若溪 编辑丨李华", "作者：陈若溪 编辑：李华"),
        ("文 | 陈若溪", "文 ： 陈若溪"),
        ("TEXT／佐原美咲", "TEXT：佐原美咲"),
        ("记者 陈若溪 通讯员 李华", "记者：陈若溪 通讯员：李华"),
        ("文・山田太郎", "文：山田太郎"),
    ],
)
def test_a_label_of_han_and_kana_has_a_colon(line: str, expected: str) -> None:
    """Whatever sign, or space before a full name, stands in its place."""
    assert with_colons(line, default_lexicon()) == expected
    assert len(expected) == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Anna Kessler / Jörg Ahlers",
        "Müller/Meier",
        "文/图 陈若溪",
        "记者 市民关心的问题",
        "编辑 推荐",
        "記者陳若溪／台北報導",
        "上海/北京",
        "https://example.org/文章",
        "김하은/사진",
    ],
)
def test_what_is_no_label_of_han_and_kana_stays(line: str) -> None:
    """Two labels, a label before no name, other scripts, addresses."""
    assert with_colons(line, default_lexicon()) == line


def test_a_long_line_without_labels_takes_no_longer_than_it_is() -> None:
    """Nothing is looked for twice."""
    line = "文 " * 50_000 + "/" * 50_000
    assert len(with_colons(line, default_lexicon())) == len(line)


@pytest.mark.parametrize("name", ["陈若溪", "陈若", "高若溪", "簡若薇"])
def test_family_names_that_begin_words_count_behind_a_word_that_signs(name: str) -> None:
    """With a given name of two signs; a name that is nothing else with one too."""
    assert may_have_family(name, default_lexicon())


@pytest.mark.parametrize("name", ["高若", "一若溪", "高若溪河", "方面", ""])
def test_words_that_begin_like_family_names(name: str) -> None:
    """Of other lengths, or with a sign that begins no name."""
    assert not may_have_family(name, default_lexicon())
