"""Keys under which a text and its copies meet."""

from __future__ import annotations

import unicodedata

import pytest

from cleancorpus.language.fold import fold, is_caseless, opens_small, phrase_key, without_count


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Lễ hội đền Hạ: Khai mạc!", "le-hoi-den-ha-khai-mac"),
        ("Đường về nhà", "DUONG VE NHA"),
        ("L’été à Orléans", "l_ete_a_orleans"),
        ("Straße nach Köln", "strasse-nach-koln"),
        ("Ødegård og Ærø", "odegard og aero"),
        ("Żółta łódź", "zolta lodz"),
        ("Ёлка и йод", "елка и иод"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσεύς"),
        ("Ångström", unicodedata.normalize("NFD", "Ångström")),
        ("İstanbul'da ışık", "istanbulda isik"),
        ("The “Lock”, 2021", "the lock 2021"),
        ("橋を、直す。", "橋を直す"),
    ],
)
def test_a_headline_meets_its_copies(text: str, copy: str) -> None:
    """Accents of Latin, Greek and Cyrillic, case and punctuation make no difference."""
    assert fold(text) == fold(copy) != ""


@pytest.mark.parametrize(
    ("text", "other"), [("bridge 12", "bridge 21"), ("мост", "мел"), ("橋", "箸"), ("đền", "đến nơi"), ("a1", "a2")]
)
def test_other_texts_do_not_meet(text: str, other: str) -> None:
    """Letters and digits tell texts apart."""
    assert fold(text) != fold(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [("दिन", "दान"), ("मेला", "माली"), ("ปา", "ป่า"), ("কাল", "কল"), ("பல்", "பால்"), ("ރަށް", "ރިށް"), ("ཀ", "ཀྱ"), ("ꦏ", "ꦏꦺ")],
)
def test_vowel_signs_tell_words_apart(text: str, other: str) -> None:
    """Only accents of Latin, Greek and Cyrillic fall away: day and gift are two words of Hindi."""
    assert fold(text) != fold(other)


@pytest.mark.parametrize("text", ["", " ", "— … !", "___", "👉", "\u0301"])
def test_a_text_without_letters_folds_to_nothing(text: str) -> None:
    """Empty when there is no letter or digit."""
    assert fold(text) == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("»  Read  MORE: ", "read more"),
        ("XEM THÊM >>", "xem thêm"),
        (unicodedata.normalize("NFD", "Tin liên quan"), "tin liên quan"),
        ("[Mehr zum Thema]", "mehr zum thema"),
        ("¿Qué más?", "qué más"),
        ("read\nmore\t now", "read more now"),
        ("Don't stop-it.", "don't stop-it"),
        ("", ""),
        ("...", ""),
        ("यह भी पढ़ें:", "यह भी पढ़ें"),
        ("ข่าวใหม่", "ข่าวใหม่"),
        ("أيضاً", "أيضاً"),
        ("Don’t miss", "don't miss"),
        ("Mavzuga oid maʼlumot", "mavzuga oid ma'lumot"),
        ("អត្ថបទ\u200bទាក់ទង៖", "អត្ថបទទាក់ទង"),
        ("»ފުރަތަމަ ޞަފްޙާ«", "ފުރަތަމަ ޞަފްޙާ"),
        ("མདུན་ངོས་ཟླ།", "མདུན་ངོས་ཟླ"),
    ],
)
def test_a_key_is_the_phrase_without_case_spacing_and_edges(text: str, key: str) -> None:
    """NFC, no case, single spaces, no punctuation at either end, the marks of a script kept."""
    assert phrase_key(text) == unicodedata.normalize("NFC", key)


@pytest.mark.parametrize("text", ["»  Read  MORE: ", "XEM THÊM >>", "Straße", "दिन की ख़बरें", "a -- b", "(x)"])
def test_a_key_is_its_own_key(text: str) -> None:
    """Making a key twice changes nothing."""
    assert phrase_key(phrase_key(text)) == phrase_key(text)


def test_turkish_capitals_meet_their_small_letters() -> None:
    """A dotted capital has no case in a key either."""
    assert phrase_key("GİRİŞ") == phrase_key("giriş")


@pytest.mark.parametrize(
    ("key", "plain"),
    [
        ("comments (12", "comments"),
        ("comments 12", "comments"),
        ("comments [3", "comments"),
        ("3 comments", "comments"),
        ("12 bình luận", "bình luận"),
        ("bình luận (1024", "bình luận"),
        ("24", "24"),
        ("comments", "comments"),
        ("covid-19", "covid-19"),
        ("b12", "b12"),
        ("", ""),
    ],
)
def test_a_count_at_either_end_is_left_out(key: str, plain: str) -> None:
    """A number in front of or behind a key goes, one that is the key or part of a word stays."""
    assert without_count(key) == plain


@pytest.mark.parametrize("line", ["Comments (1,204)", "Kommentare (1.204)", "1 204 commentaires"])
def test_a_count_above_a_thousand_is_left_out(line: str) -> None:
    """Numbers are written with separators from a thousand on."""
    assert without_count(phrase_key(line)) == phrase_key(line.strip("0123456789 .,()"))


@pytest.mark.parametrize("text", ["it rang", "đồng hồ", "часы", "ώρα"])
def test_a_small_letter_opens_no_sentence(text: str) -> None:
    """In scripts that have capitals."""
    assert opens_small(text)


@pytest.mark.parametrize("text", ["", "It rang", "12", "საათმა დარეკა", "घड़ी", "大钟", "종이", "(it rang)"])
def test_no_small_letter(text: str) -> None:
    """Georgian has capitals in Unicode alone."""
    assert not opens_small(text)


@pytest.mark.parametrize("text", ["ሰዓቱ", "საათი", "עברית", "नेपाली", "ไทย", "བོད", "ភាសា", "大钟", "한글", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "Anna 花子"])
def test_scripts_without_capitals(text: str) -> None:
    """One letter of such a script is enough."""
    assert is_caseless(text)


@pytest.mark.parametrize("text", ["", "Lund 12", "Đồng hồ", "Часы", "Ώρα", "Ժամը"])
def test_scripts_with_capitals(text: str) -> None:
    """Latin, Cyrillic, Greek, Armenian."""
    assert not is_caseless(text)
