"""mojibake: UTF-8 that was read as something else is read again, and nothing that is correct is touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.label.stories import STORIES

from cleancorpus.normalise.mojibake import may_be_mojibake, repair_mojibake

ENCODINGS = ("cp1252", "latin-1", "cp1258", "cp1251")
WILD = [
    ("doesnâ€™t", "doesn’t"),
    ("â€œNoâ€\x9d, she saidâ€¦", "“No”, she said…"),
    ("1990â€“2020 â€” Â© 2021", "1990–2020 — © 2021"),
    ("CÃ³rdoba", "Córdoba"),
    ("inglÃ©s", "inglés"),
    ("57Â°", "57°"),
    ("TemperaturÂ\xa0auf der GroÃŸbaustelle", "Temperatur\xa0auf der Großbaustelle"),
    ("KapitÃ¤n MÃ¼ller", "Kapitän Müller"),
    ("nâ\x80\x99est pas Ã\xa0 Paris", "n’est pas à Paris"),
    ("Ch\xc3 o m\xe1\xbb\xabng v\xc3 o cu\xe1\xbb\u2122c thi", "Chào mừng vào cuộc thi"),
    ("PhÃƒÂ²ng GiÃƒÂ¡o dÃ¡Â»Â¥c", "Phòng Giáo dục"),
    ("ï»¿Title", "\ufeffTitle"),
    ("ðŸ˜€ fun", "😀 fun"),
    ("ä¸\xadæ–‡æ–°é—»", "中文新闻"),
    ("Ø§Ù„Ø¹Ø±Ø¨ÙŠØ©", "العربية"),
    ("Р’СЂРµРјСЏ, РІРїРµСЂС‘Рґ!", "Время, вперёд!"),
    ("europГ¤isch", "europäisch"),
    ("Liên đoàn Â© 2021, giá 5â‚¬", "Liên đoàn © 2021, giá 5€"),
    ("â„¢ â€¢ â†’", "™ • →"),
    ("first\nsecondâ€™s\nNHÃ»", "first\nsecond’s\nNHÃ»"),
]
CORRECT = [
    "ĐÃ CÓ KẾT QUẢ, ĐÃ ĐI, NHÃ NHẶN",
    "từ “ĐÃ” và «NHÃ», ‘LÃ’",
    "CÂU «Â» và chữ “Â”…",
    "Â, Ă, Ê, Ô là các chữ cái",
    "L’Âme et l’Île : «\xa0À\xa0»",
    "AÇÃO E REAÇÃO, NÃO® E SÃO™",
    "IRMÃ… MÃE — CORAÇÃO – PÃO•",
    "Ð ß þ ð eru íslenskir stafir",
    "ÅÄÖ™ åäö… Ø» Ø²",
    "CAFÉ”, CAFÉ’s, É»",
    "Der Spaß” und das Maß…",
    "STRASSENFLUSS Ü’ Ö’ Ä’",
    "«dirá»… “está”… é”…",
    "“café”… «olá»…",
    "АВТОР» и «МИР», «Я»…",
    "Рівень Рік Сі Ві",
    "СССР® В… Г– Д—",
    "Љубав Њива Ћуприја Ђак Џеп",
    "Ўзбек Ўрта, БЕЛАРУСЬ Ў Еўропе",
    "VIAȚĂ… CASĂ» “MAMĂ”",
    "ŠKODA™ ŽENA® ČAS…",
    "Žluťoučký kůň… “PŘÍŠERNĔ”, MÍŠA, BÖŽ",
    "ΑΛΦΑ» “ΒΗΤΑ”…",
    "20 m² à 3 €/m³, 5 µm, ±2 °C",
    "Ø 5 mm, Ø ±2, ×½ 3×²",
    "SEÑOR’S ÑANDÚ “Ñ”",
    "ÇA VA… Ç’est FRANÇ–",
    "Êtes-vous né où ? Être… Ê»",
    "Ægir® ÆØÅ™",
    "naïve… coöperate— ô»",
    "¿Qué? ¡Olé! año… niño»",
    "TÜRKİYE’DE İSTANBUL’U ŞİŞ…",
    "þorp Þór’s Ð…",
    "Łódź… ŁÓDŹ” ŻÓŁĆ»",
    "Ün»lü Ö… Ü—",
    "a\xadb ÉCO\xadLE PÂ\xadTÉ",
    "DÉJÀ\xa0! Â\xa0: lettre",
    "日本語の「テキスト」…",
    "한국어 ‘문장’…",
    "สวัสดี… “ครับ”",
    "می‌خواهم «بروم»…",
    "¼ ½ ¾ × ÷ ± µ ¶ §",
    "¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
]
LOSSY = [
    ("VoilÃ  Â\xa0: lettre", "Voilà  : lettre"),
    ("DÃJÃ VU", "DÉJÀ VU"),
    ("dâ?Tune", "d’une"),
]


def misread(text: str, encoding: str) -> str:
    """What a program makes of UTF-8 that it takes for another encoding; bytes without a character are control codes."""
    return "".join(bytes([byte]).decode(encoding, errors="ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(("text", "expected"), WILD)
def test_what_is_seen_in_the_wild(text: str, expected: str) -> None:
    """Once repaired it stays so."""
    assert repair_mojibake(text) == expected
    assert repair_mojibake(expected) == expected


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("language", sorted(STORIES))
def test_paragraphs_come_back_whole(language: str, encoding: str) -> None:
    """Every letter of every paragraph, read wrong once or twice."""
    for paragraph in STORIES[language].paragraphs:
        wrong = misread(paragraph, encoding)
        if any(unicodedata.combining(character) for character in wrong) and encoding == "cp1258":
            continue  # marks that joined the letter before are past repair
        assert repair_mojibake(wrong) == paragraph
        if encoding == "cp1252":
            assert repair_mojibake(misread(wrong, encoding)) == paragraph


@pytest.mark.parametrize("text", CORRECT)
def test_correct_text_stays(text: str) -> None:
    """Letters before closing marks look like two bytes, and are none."""
    assert repair_mojibake(text) == text


@pytest.mark.parametrize("language", sorted(STORIES))
def test_correct_paragraphs_stay(language: str) -> None:
    """In every language, in capitals too."""
    for paragraph in STORIES[language].paragraphs:
        assert repair_mojibake(paragraph) == paragraph
        assert repair_mojibake(paragraph.upper()) == paragraph.upper()


@pytest.mark.parametrize(("text", "expected"), LOSSY)
@pytest.mark.xfail(strict=True, reason="a byte was lost on the way")
def test_past_repair(text: str, expected: str) -> None:
    """What would have to be guessed."""
    assert repair_mojibake(text) == expected


@given(st.text(st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=300)
def test_ascii_and_line_ends_are_never_touched(text: str) -> None:
    """Lines stay lines, ASCII stays; and no search, no repair."""
    repaired = repair_mojibake(text)
    assert repaired.count("\n") == text.count("\n")
    assert len(repaired) <= len(text)
    assert may_be_mojibake(text) or repaired == text


@given(st.text(st.sampled_from("éàüñçßøåæœ’“”–…€ÃÂÅâ aeiou.,"), min_size=8, max_size=60))
@settings(max_examples=300)
def test_a_second_repair_changes_nothing(text: str) -> None:
    """Of what was read wrong and of what was not."""
    for source in (text, misread(text, "cp1252")):
        repaired = repair_mojibake(source)
        assert repair_mojibake(repaired) == repaired
