"""Format characters: dropped where they carry nothing, kept where a script or an emoji needs them."""

from __future__ import annotations

import pytest

from cleancorpus.normalise.invisibles import drop_invisibles


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("\ufeffĐầu", "Đầu"),
        ("giữa\ufeff dòng", "giữa dòng"),
        ("Bundes\xadtag", "Bundestag"),
        ("Bundes\xad\ntag", "Bundestag"),
        ("a\u200bb\u200b", "ab"),
        ("word\u2060joiner", "wordjoiner"),
        ("2\u2062x", "2x"),
        ("\u202aleft\u202c \u200emark\u200f", "left mark"),
        ("\u2066isolate\u2069 \u061c", "isolate "),
        ("a\u200cb\u200dc", "abc"),
        ("до\u200dма", "дома"),
        ("e\u034f", "e"),
        ("\ue000icon \uf8ff", "icon "),
        ("\U000f0001x\U0010fffd", "x"),
        ("x\ufdd0\uffff\U0001fffe", "x"),
        ("\ufff9base\ufffagloss\ufffb", "baseglosss"[:-1]),
        ("가\u115f\u1160나", "가나"),
        ("가\u3164나", "가 나"),
        ("\uffa0x", "x"),
        ("A\ufe0f b\ufe0e", "A b"),
        ("\ufe0fstart", "start"),
        ("tag\U000e0041\U000e0042s", "tags"),
        ("ไทย\u200bEnglish", "ไทยEnglish"),
        ("ไทย\u200b ไทย", "ไทย ไทย"),
        ("ไทย\u200b\u200b\u200bไทย", "ไทย\u200bไทย"),
        ("日\u200b本", "日本"),
    ],
)
def test_what_nobody_sees_and_no_script_needs_is_dropped(text: str, repaired: str) -> None:
    """Marks of order, joiners without a script that joins, private use and noncharacters go."""
    assert drop_invisibles(text) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم بروم",
        "ꦗꦮ\u200bꦧꦱ",  # Javanese
        "ᩁᩣ\u200bᨾᩣ",  # Tai Tham
        "\U00011013\U00011046\u200d\U00011013",  # Brahmi
        "کتاب\u200cها و خانه\u200cهای ما",
        "ہندوستان",
        "क्\u200dष और क्\u200cष",
        "ක්\u200dරමය ශ්\u200dරී",
        "র\u200d্যাম",
        "അവന്\u200d",
        "ภาษา\u200bไทย\u200bไม่เว้นวรรค",
        "ភាសា\u200bខ្មែរ\u200bមិនដកឃ្លា",
        "ພາສາ\u200bລາວ",
        "မြန်မာ\u200bစာ",
    ],
    ids=["fa", "jv", "nod", "pka", "fa-2", "ur", "hi", "si", "bn", "ml", "th", "km", "lo", "my"],
)
def test_scripts_keep_the_joiners_and_spaces_they_spell_with(text: str) -> None:
    """Persian, Indic, Thai, Khmer, Lao and Burmese spelling stays as it is."""
    assert drop_invisibles(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d💻",
        "👩🏽\u200d🚒",
        "👨\u200d👩\u200d👧\u200d👦",
        "🧑\u200d🤝\u200d🧑",
        "❤\ufe0f\u200d🔥",
        "🏳\ufe0f\u200d🌈",
        "🏴\u200d☠\ufe0f",
        "⛹🏿\u200d♀\ufe0f",
        "👁\ufe0f\u200d🗨\ufe0f",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "1\ufe0f\u20e3 #\ufe0f\u20e3",
        "©\ufe0f ™\ufe0f",
        "☎\ufe0e",
        "Text ☀\ufe0f text",
        "🇻🇳",
    ],
)
def test_emoji_stay_whole(text: str) -> None:
    """Joined, coloured, flagged and keycap sequences are one picture each."""
    assert drop_invisibles(text) == text


@pytest.mark.parametrize(
    "text", ["", "plain", "Tiếng Việt", "Трамвай", "葛\U000e0100城", "한글", "שלום", "a\u0301", "\u1820\u180b"]
)
def test_visible_text_stays(text: str) -> None:
    """Letters, marks and ideographic variants are seen."""
    assert drop_invisibles(text) == text
