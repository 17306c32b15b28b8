"""The lexicon files: their schema, how they are merged, and how phrases are found in lines."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest

from cleancorpus.errors import DataError
from cleancorpus.language.fold import phrase_key
from cleancorpus.language.lexicon import (
    SCHEMA,
    Cue,
    PrefixTable,
    default_lexicon,
    lexicon_files,
    merge_lexicons,
    parse_lexicon,
    read_lexicon,
)
from tests.language.prose import SENTENCES

SHIPPED = lexicon_files()
WHOLE_LINES = (Cue.RELATED, Cue.NAV, Cue.PROMO, Cue.COMMENT)


def load(file: Traversable) -> dict[str, Any]:
    return parse_lexicon(file.read_text(encoding="utf-8"), file.name)


def blank(language: str = "xx", **lists: list[Any]) -> dict[str, Any]:
    """A lexicon that follows the schema, empty but for lists given as ``section__name``."""
    data: dict[str, Any] = {section: {name: [] for name in names} for section, names in SCHEMA.items()}
    data["date"]["months"] = [[] for _ in range(12)]
    for key, entries in lists.items():
        section, name = key.split("__")
        data[section][name] = entries
    return {"language": language, **data}


def as_toml(without: str = "", extra: str = "") -> str:
    """A file that follows the schema, without one section or ``section.list``, with some lines more at its end."""
    lines = ['language = "xx"', 'name = "Test"', 'source = "written for this test"']
    for section, names in SCHEMA.items():
        if section != without:
            lines += [
                f"[{section}]",
                *(f"{name} = {[[]] * 12 if name == 'months' else []}" for name in names if f"{section}.{name}" != without),
            ]
    return "\n".join([*lines, extra])


def entries(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every entry of a lexicon with the section and list it stands in."""
    for section, names in SCHEMA.items():
        for name in names:
            for entry in data[section][name]:
                for text in entry if isinstance(entry, list) else [entry]:
                    yield f"{section}.{name}", text


# Files


@pytest.fixture(params=SHIPPED, ids=lambda file: file.name)
def shipped(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    return request.param.name, load(request.param)


def test_a_shipped_file_is_of_the_language_in_its_name(shipped: tuple[str, dict[str, Any]]) -> None:
    """The file's name is its language code, and it says what the language is called and where its words are from."""
    name, data = shipped
    assert f"{data['language']}.toml" == name
    assert data["name"].strip()
    assert data["source"].strip()


def test_a_shipped_file_has_twelve_months(shipped: tuple[str, dict[str, Any]]) -> None:
    """One list of names for each month, none empty, no name in two months."""
    _, data = shipped
    months = [{phrase_key(name) for name in names} for names in data["date"]["months"]]
    assert len(months) == 12
    assert all(months)
    assert sum(map(len, months)) == len(set().union(*months))


def test_entries_are_composed_and_not_blank(shipped: tuple[str, dict[str, Any]]) -> None:
    """Every entry is in NFC, holds a letter or digit, and has no white space at its ends."""
    _, data = shipped
    for place, entry in entries(data):
        assert unicodedata.is_normalized("NFC", entry), (place, ascii(entry))
        assert entry == entry.strip(), (place, entry)
        assert phrase_key(entry), (place, entry)


def test_no_entry_of_a_list_stands_there_twice(shipped: tuple[str, dict[str, Any]]) -> None:
    """Nor in other letters that count as the same: variants are for readers of lists, not for programs."""
    found = ((section, lists) for section, lists in shipped[1].items() if isinstance(lists, dict))
    lists = ((section, name, items) for section, own in found for name, items in own.items())
    for section, name, items in lists:
        if section != "rejected" and name != "months":
            keys = [phrase_key(item) for item in items]
            assert [item for at, item in enumerate(items) if keys[at] in keys[:at]] == [], (section, name)


def test_no_line_is_in_two_sections(shipped: tuple[str, dict[str, Any]]) -> None:
    """A whole line announces one thing."""
    _, data = shipped
    seen: dict[str, Cue] = {}
    for cue in WHOLE_LINES:
        for line in data[cue]["lines"]:
            assert seen.setdefault(phrase_key(line), cue) is cue, line


def test_what_was_rejected_has_its_reason(shipped: tuple[str, dict[str, Any]]) -> None:
    """Rejected entries say why, so that nobody adds them again."""
    _, data = shipped
    assert all(isinstance(reason, str) and len(reason) > 5 for reason in data["rejected"].values())


def test_no_phrase_is_shorter_than_it_should_be(shipped: tuple[str, dict[str, Any]]) -> None:
    """Phrases are sought inside texts: a word of one or two letters would be found everywhere."""
    _, data = shipped
    for cue in (Cue.PROMO, Cue.LEGAL, Cue.COMMENT):
        for phrase in data[cue]["phrases"]:
            assert len(phrase_key(phrase)) > 2, phrase


def test_the_guide_for_editors_is_shipped() -> None:
    """The page that says how to choose entries lies beside the files."""
    assert (files("cleancorpus") / "data" / "lexicons" / "README.md").is_file()


# Schema


def test_a_file_that_follows_the_schema_is_read() -> None:
    """Nothing but the schema is needed, and `rejected` may be there."""
    data = parse_lexicon(as_toml(extra='[rejected]\n"x" = "why"'), "xx.toml")
    assert set(SCHEMA) <= set(data)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (as_toml(without="legal"), "legal"),
        (as_toml(without="related.openers"), "related.openers"),
        (as_toml(without="date.months"), "date.months"),
        (as_toml(extra="[teaser]\nlines = []"), "teaser"),
        (as_toml(extra="closing = []"), "person.closing"),
        (f"lexikon = 1\n{as_toml()}", "lexikon"),
        ("", "related"),
    ],
)
def test_a_wrong_schema_names_file_and_key(text: str, key: str) -> None:
    """What is missing or unknown is named with the file it should be in."""
    with pytest.raises(DataError, match=r"xx\.toml") as caught:
        parse_lexicon(text, "xx.toml")
    assert key in str(caught.value)


@pytest.mark.parametrize("text", ["related = [", "a = 1\na = 2", "=", 'x = "unclosed', "\x00"])
def test_a_file_that_is_no_toml_names_itself(text: str) -> None:
    """A file that cannot be parsed is a DataError with its name, not an error of the parser."""
    with pytest.raises(DataError, match=r"xx\.toml"):
        parse_lexicon(text, "xx.toml")


@pytest.mark.parametrize(
    "text",
    [
        f"{as_toml(without='legal')}".replace('name = "Test"', 'name = "Test"\nlegal = 5'),
        as_toml().replace("phrases = []", 'phrases = "one string"'),
        re.sub(r"months = .*", 'months = [["jan"], ["feb"]]', as_toml()),
        as_toml().replace("credits = []", "credits = [1, 2]"),
        as_toml().replace('language = "xx"', ""),
    ],
    ids=["section-is-a-number", "list-is-a-string", "two-months", "entries-are-numbers", "no-language"],
)
def test_wrong_contents_are_refused(text: str) -> None:
    """A file that would fail or mislead when merged is refused when read, by name."""
    tomllib.loads(text)
    with pytest.raises(DataError, match=r"xx\.toml"):
        parse_lexicon(text, "xx.toml")


# Merging


def test_the_first_language_in_order_of_code_wins_a_line() -> None:
    """Where languages disagree, the order of their codes decides, not the order in which they come."""
    first, second = blank("aa", nav__lines=["Start"]), blank("bb", promo__lines=["start", "More"])
    for order in ([first, second], [second, first]):
        merged = merge_lexicons(order)
        assert merged.lines == {"start": Cue.NAV, "more": Cue.PROMO}
        assert merged.languages == ("aa", "bb")


def test_the_first_language_wins_a_month() -> None:
    """A short name that is two months in two languages is that of the first."""
    first = blank("aa", date__months=[["mar"], ["feb"], *([] for _ in range(10))])
    second = blank("bb", date__months=[["jan"], [], ["mar"], *([] for _ in range(9))])
    assert merge_lexicons([second, first]).months == {"mar": 1, "feb": 2, "jan": 1}


def test_entries_are_keys() -> None:
    """Entries are compared without case, spacing and punctuation at their ends."""
    merged = merge_lexicons([blank(nav__lines=["»  Trang  CHỦ: "], caption__credits=["Ảnh:"], byline__closers=["(ghi)"])])
    assert merged.lines == {"trang chủ": Cue.NAV}
    assert (merged.credits, merged.closers) == ({"ảnh"}, {"ghi"})


def test_words_of_dates_are_single_words() -> None:
    """A date line is read word by word, so phrases of dates give their words."""
    merged = merge_lexicons(
        [blank(date__openers=["cập nhật lúc"], date__weekdays=["thứ hai"], date__months=[["tháng giêng"]] + [[]] * 11)]
    )
    assert merged.date_words == {"cập", "nhật", "lúc", "thứ", "hai", "tháng", "giêng"}
    assert merged.months == {"tháng giêng": 1}


def test_nothing_merges_to_an_empty_lexicon() -> None:
    """Without languages nothing is known, and asking is no error."""
    merged = merge_lexicons([])
    assert (dict(merged.lines), merged.languages) == ({}, ())
    assert merged.phrase_in("read our newsletter") is None
    assert all(table.match("read") is None for table in merged.openers.values())


def test_a_phrase_is_found_inside_a_line() -> None:
    """Wherever its first word stands; the text may go on behind it."""
    merged = merge_lexicons(
        [blank(promo__phrases=["join our list"], legal__phrases=["版权所有"], comment__phrases=["be the first"])]
    )
    assert merged.phrase_in(phrase_key("Now join our list, it is free")) is Cue.PROMO
    assert merged.phrase_in(phrase_key("“Join our list!”")) is Cue.PROMO
    assert merged.phrase_in(phrase_key("某某公司版权所有不得转载")) is Cue.LEGAL
    assert merged.phrase_in(phrase_key("Be the first.")) is Cue.COMMENT


def test_of_two_phrases_that_begin_together_the_first_lexicon_s_decides() -> None:
    """A caller's own phrase comes before the package's, be it the same or a part of it; further back in the line nothing does."""
    theirs = blank(language="en", comment__phrases=["join our list now", "tell us more"], promo__phrases=["be the first"])
    own = blank(language="", promo__phrases=["join our list", "tell us more"], legal__phrases=["be the first"])
    merged = merge_lexicons([theirs, own])
    assert merged.phrase_in("join our list now") is Cue.PROMO
    assert merged.phrase_in("tell us more") is Cue.PROMO
    assert merged.phrase_in("be the first, or tell us more") is Cue.LEGAL
    assert merged.phrase_in("tell us more, or be the first") is Cue.PROMO


@pytest.mark.parametrize("line", ["", "join", "join a list", "rejoin our list", "版权 所有", "our list to join"])
def test_no_phrase_is_found_where_none_is(line: str) -> None:
    """Part of a phrase, its words in another order, or its end inside another word are not the phrase."""
    merged = merge_lexicons([blank(promo__phrases=["join our list"], legal__phrases=["版权所有"])])
    assert merged.phrase_in(phrase_key(line)) is None


# Openers


@pytest.mark.parametrize(
    ("phrases", "key", "found"),
    [
        (["read more"], "read more: the lock", "read more"),
        (["read more"], "read more", "read more"),
        (["read", "read more"], "read more now", "read more"),
        (["photo"], "photo: ann", "photo"),
        (["photo"], "photo/ann", "photo"),
        (["关于"], "关于我们", "关于"),
        (["ภาพ"], "ภาพจากสำนักข่าว", "ภาพ"),
        (["यह भी पढ़ें"], "यह भी पढ़ें नहर", "यह भी पढ़ें"),
        (["от"], "от редакции", "от"),
    ],
)
def test_the_longest_opener_is_found(phrases: list[str], key: str, found: str) -> None:
    """The longest phrase that a key starts with, ending where a word ends; scripts without spaces end anywhere."""
    assert PrefixTable.of([phrase_key(phrase) for phrase in phrases]).match(phrase_key(key)) == phrase_key(found)


@pytest.mark.parametrize(
    ("phrases", "key"),
    [
        (["photo"], "photos of the lock"),
        (["read more"], "read moreover"),
        (["read more"], "read mor"),
        (["read more"], ""),
        (["read more"], "r"),
        (["जन"], "जनाब आए"),
        (["от"], "отец пришёл"),
        (["bài"], "bàil"),
        ([], "read"),
    ],
)
def test_an_opener_inside_a_word_is_none(phrases: list[str], key: str) -> None:
    """A key that only begins with the letters of a phrase does not open with it."""
    assert PrefixTable.of([phrase_key(phrase) for phrase in phrases]).match(phrase_key(key)) is None


@pytest.mark.parametrize(
    ("phrase", "key"), [("chủ đề", "chủ đền mở cửa"), ("thẻ", "thẻo đất nhỏ"), ("xem tiếp ở", "xem tiếp ởm ờ")]
)
def test_vietnamese_openers_end_at_the_end_of_a_word(phrase: str, key: str) -> None:
    """Vietnamese spaces its words: 'chủ đền' is the keeper of a temple, not a topic."""
    assert PrefixTable.of([phrase]).match(key) is None


# Languages


LINES = {
    "af": {"Verwante artikels": Cue.RELATED, "Tuisblad": Cue.NAV, "Advertensie": Cue.PROMO, "Lewer kommentaar": Cue.COMMENT},
    "ak": {"Kenkan eyi nso": Cue.RELATED, "Yɛn ho nsɛm": Cue.NAV, "Dawurubɔ": Cue.PROMO, "Kyerɛw wo nsusuiɛ": Cue.COMMENT},
    "am": {"ተዛማጅ ዜናዎች": Cue.RELATED, "መነሻ ገጽ": Cue.NAV, "አስተያየት ይስጡ": Cue.COMMENT},
    "ar": {"اقرأ أيضاً": Cue.RELATED, "الصفحة الرئيسية": Cue.NAV, "التعليقات": Cue.COMMENT},
    "as": {"লগতে পঢ়ক": Cue.RELATED, "মুখ্য পৃষ্ঠা": Cue.NAV, "বিজ্ঞাপন": Cue.PROMO, "মন্তব্য দিয়ক": Cue.COMMENT},
    "ast": {
        "Noticies rellacionaes": Cue.RELATED,
        "Quién somos": Cue.NAV,
        "Publicidá": Cue.PROMO,
        "Dexar un comentariu": Cue.COMMENT,
    },
    "az": {"Həmçinin oxuyun": Cue.RELATED, "ANA SƏHİFƏ": Cue.NAV, "Abunə ol": Cue.PROMO, "Şərh yazın": Cue.COMMENT},
    "ba": {"Шулай уҡ уҡығыҙ": Cue.RELATED, "Баш бит": Cue.NAV, "Гәзиткә яҙылығыҙ": Cue.PROMO, "Фекер ҡалдырырға": Cue.COMMENT},
    "be": {"Чытайце таксама": Cue.RELATED, "Галоўная": Cue.NAV, "Рэклама": Cue.PROMO, "Пакінуць каментар": Cue.COMMENT},
    "bg": {"Прочетете също": Cue.RELATED, "Реклама": Cue.PROMO, "Добави коментар": Cue.COMMENT},
    "bn": {"আরও পড়ুন": Cue.RELATED, "বিজ্ঞাপন": Cue.PROMO, "মন্তব্য করুন": Cue.COMMENT},
    "bo": {"འབྲེལ་ཡོད་གསར་འགྱུར།": Cue.RELATED, "མདུན་ངོས།": Cue.NAV, "ཁྱབ་བསྒྲགས།": Cue.PROMO, "བསམ་ཚུལ་འགོད་རོགས།": Cue.COMMENT},
    "br": {"Lennit ivez": Cue.RELATED, "Degemer": Cue.NAV, "Bruderezh": Cue.PROMO, "Lezel un evezhiadenn": Cue.COMMENT},
    "bs": {
        "Najčitaniji tekstovi": Cue.RELATED,
        "Podijeli sa prijateljima": Cue.NAV,
        "Promotivni tekst": Cue.PROMO,
        "Komentarišite": Cue.COMMENT,
    },
    "ca": {"Llegeix també": Cue.RELATED, "Qui som": Cue.NAV, "Publicitat": Cue.PROMO},
    "ce": {"Керла хаамаш": Cue.RELATED, "Коьрта агӀо": Cue.NAV, "Тхох лаьцна": Cue.NAV, "Комментари язъян": Cue.COMMENT},
    "ceb": {"Basaha usab": Cue.RELATED, "Mahitungod kanamo": Cue.NAV, "Pagbilin og komento": Cue.COMMENT},
    "cs": {"Čtěte také:": Cue.RELATED, "REKLAMA": Cue.PROMO, "Komentáře": Cue.COMMENT},
    "cv": {"Юлашки хыпарсем": Cue.RELATED, "Тӗп страница": Cue.NAV, "Тĕп страница": Cue.NAV, "Комментари хуш": Cue.COMMENT},
    "cy": {"Darllenwch hefyd": Cue.RELATED, "Hafan": Cue.NAV, "Hysbyseb": Cue.PROMO, "Gadael Ymateb": Cue.COMMENT},
    "da": {"Læs også": Cue.RELATED, "Annonce": Cue.PROMO, "Kommentarer": Cue.COMMENT},
    "de": {"Mehr zum Thema": Cue.RELATED, "Startseite": Cue.NAV, "Kommentare": Cue.COMMENT},
    "dv": {"ގުޅުންހުރި ޚަބަރު": Cue.RELATED, "މައި ޞަފްޙާ": Cue.NAV, "އިޝްތިހާރު": Cue.PROMO, "ކޮމެންޓު ކުރައްވާ": Cue.COMMENT},
    "ee": {"Nyadzɔdzɔ bubuwo": Cue.RELATED, "Axa gbãtɔ": Cue.NAV, "Boblododo": Cue.PROMO, "Gblɔ wò susu": Cue.COMMENT},
    "el": {"Διαβάστε επίσης": Cue.RELATED, "Αρχική": Cue.NAV, "Σχόλια": Cue.COMMENT},
    "en": {"Related articles": Cue.RELATED, "Homepage": Cue.NAV, "Advertisement": Cue.PROMO},
    "eo": {"Rilataj artikoloj": Cue.RELATED, "Ĉefpaĝo": Cue.NAV, "Abonu nun": Cue.PROMO, "Lasi respondon": Cue.COMMENT},
    "es": {"Noticias relacionadas": Cue.RELATED, "Portada": Cue.NAV, "Publicidad": Cue.PROMO},
    "et": {"Loe ka": Cue.RELATED, "Avaleht": Cue.NAV, "Reklaam": Cue.PROMO, "Lisa kommentaar": Cue.COMMENT},
    "eu": {"Irakurri baita ere": Cue.RELATED, "Lege oharra": Cue.NAV, "Publizitatea": Cue.PROMO, "Utzi iruzkina": Cue.COMMENT},
    "fa": {"بیشتر بخوانید": Cue.RELATED, "صفحه اصلی": Cue.NAV, "نظرات": Cue.COMMENT},
    "fi": {"Lue myös": Cue.RELATED, "Etusivu": Cue.NAV, "Mainos": Cue.PROMO},
    "fo": {"Les eisini": Cue.RELATED, "Til forsíðuna": Cue.NAV, "Tíðindabræv": Cue.PROMO, "Skriva viðmerking": Cue.COMMENT},
    "fr": {"À lire aussi :": Cue.RELATED, "Accueil": Cue.NAV, "Commentaires": Cue.COMMENT},
    "fy": {"Lês ek": Cue.RELATED, "Foarside": Cue.NAV, "Nijsbrief": Cue.PROMO, "Skriuw in reaksje": Cue.COMMENT},
    "ga": {"Léigh freisin": Cue.RELATED, "Leathanach baile": Cue.NAV, "Nuachtlitir": Cue.PROMO, "Fág freagra": Cue.COMMENT},
    "gd": {"Leugh cuideachd": Cue.RELATED, "Clàr-taice": Cue.NAV, "Cuairt-litir": Cue.PROMO, "Fàg freagairt": Cue.COMMENT},
    "gl": {
        "Novas relacionadas": Cue.RELATED,
        "Quen somos": Cue.NAV,
        "Publicidade": Cue.PROMO,
        "Deixa un comentario": Cue.COMMENT,
    },
    "gn": {"Ehecha avei": Cue.RELATED, "Kuatia ñepyrũha": Cue.NAV, "Emoñe’ẽve": Cue.NAV, "Ehai ne remimo’ã": Cue.COMMENT},
    "gu": {"આ પણ વાંચો": Cue.RELATED, "અમારા વિશે": Cue.NAV, "જાહેરાત": Cue.PROMO, "ટિપ્પણી કરો": Cue.COMMENT},
    "ha": {"Labarai masu alaƙa": Cue.RELATED, "Shafin farko": Cue.NAV, "Rubuta ra'ayi": Cue.COMMENT},
    "he": {"קראו גם": Cue.RELATED, "דף הבית": Cue.NAV, "תגובות": Cue.COMMENT},
    "hi": {"यह भी पढ़ें": Cue.RELATED, "विज्ञापन": Cue.PROMO, "टिप्पणियां": Cue.COMMENT},
    "hr": {"Pročitajte još": Cue.RELATED, "Naslovnica": Cue.NAV, "Komentari": Cue.COMMENT},
    "ht": {"Li tou": Cue.RELATED, "Paj akèy": Cue.NAV, "Piblisite": Cue.PROMO, "Kite yon kòmantè": Cue.COMMENT},
    "hu": {"Kapcsolódó cikkek": Cue.RELATED, "Főoldal": Cue.NAV, "Hirdetés": Cue.PROMO},
    "hy": {"Կարդացեք նաև": Cue.RELATED, "Գլխավոր էջ": Cue.NAV, "Գովազդ": Cue.PROMO, "ՄԵԿՆԱԲԱՆՈՒԹՅՈՒՆՆԵՐ": Cue.COMMENT},
    "id": {"Baca juga": Cue.RELATED, "Beranda": Cue.NAV, "Komentar": Cue.COMMENT},
    "ig": {
        "Akụkọ ndị metụtara ya": Cue.RELATED,
        "Gbasara anyị": Cue.NAV,
        "Budata ngwa anyị": Cue.PROMO,
        "Kwuo uche gị": Cue.COMMENT,
    },
    "ilo": {"Mainaig a damag": Cue.RELATED, "Maipapan kadakami": Cue.NAV, "Mangibati iti komento": Cue.COMMENT},
    "is": {"Tengdar fréttir": Cue.RELATED, "Forsíða": Cue.NAV, "Auglýsing": Cue.PROMO, "Skrifa athugasemd": Cue.COMMENT},
    "it": {"Leggi anche": Cue.RELATED, "Pubblicità": Cue.PROMO, "Commenti": Cue.COMMENT},
    "ja": {"関連記事": Cue.RELATED, "トップページ": Cue.NAV, "コメント": Cue.COMMENT},
    "jv": {"Waca uga:": Cue.RELATED, "Kaca ngarep": Cue.NAV, "Pasang iklan": Cue.PROMO, "Tulis komentar": Cue.COMMENT},
    "ka": {"წაიკითხეთ აგრეთვე": Cue.RELATED, "მთავარი გვერდი": Cue.NAV, "რეკლამა": Cue.PROMO, "კომენტარის დამატება": Cue.COMMENT},
    "kk": {"Оқи отырыңыз:": Cue.RELATED, "Басты бет": Cue.NAV, "Жарнама": Cue.PROMO, "Пікір қалдыру": Cue.COMMENT},
    "km": {"អត្ថបទពាក់ព័ន្ធ": Cue.RELATED, "ទំព័រដើម": Cue.NAV, "ផ្សាយពាណិជ្ជកម្ម": Cue.PROMO, "មតិយោបល់": Cue.COMMENT},
    "kn": {"ಇದನ್ನೂ ಓದಿ": Cue.RELATED, "ಮುಖಪುಟ": Cue.NAV, "ಜಾಹೀರಾತು": Cue.PROMO, "ಪ್ರತಿಕ್ರಿಯಿಸಿ": Cue.COMMENT},
    "ko": {"관련기사": Cue.RELATED, "광고": Cue.PROMO, "댓글": Cue.COMMENT},
    "ku": {
        "Nûçeyên têkildar": Cue.RELATED,
        "Rûpela sereke": Cue.NAV,
        "Şîroveyekê binivîse": Cue.COMMENT,
        "بابەتی پەیوەندیدار": Cue.RELATED,
        "ڕیکلام": Cue.PROMO,
    },
    "ky": {"Дагы окуңуз": Cue.RELATED, "Башкы бет": Cue.NAV, "Жазылуу": Cue.PROMO, "Пикир калтыруу": Cue.COMMENT},
    "lb": {"Liest och": Cue.RELATED, "Startsäit": Cue.NAV, "Reklamm": Cue.PROMO, "Kommentar schreiwen": Cue.COMMENT},
    "lg": {
        "Soma ne bino": Cue.RELATED,
        "Olupapula olusooka": Cue.NAV,
        "Langa wano": Cue.PROMO,
        "Wandiika ekirowoozo kyo": Cue.COMMENT,
    },
    "ln": {"Tanga lisusu": Cue.RELATED, "Lokasa ya liboso": Cue.NAV, "Ndima bacookies": Cue.PROMO, "Tika eyano": Cue.COMMENT},
    "lo": {"ຂ່າວທີ່ກ່ຽວຂ້ອງ": Cue.RELATED, "ໜ້າຫຼັກ": Cue.NAV, "ລົງໂຄສະນາ": Cue.PROMO, "ສະແດງຄວາມຄິດເຫັນ": Cue.COMMENT},
    "lt": {"Taip pat skaitykite:": Cue.RELATED, "Titulinis": Cue.NAV, "Reklama": Cue.PROMO, "Rašyti komentarą": Cue.COMMENT},
    "lv": {"Lasi arī": Cue.RELATED, "Sākumlapa": Cue.NAV, "Reklāma": Cue.PROMO, "Pievienot komentāru": Cue.COMMENT},
    "mg": {"Vakio koa:": Cue.RELATED, "Pejy fandraisana": Cue.NAV, "Dokambarotra": Cue.PROMO, "Hametraka hevitra": Cue.COMMENT},
    "mi": {"Ngā kōrero e hāngai ana": Cue.RELATED, "Whakapā mai": Cue.NAV, "Ohauru mai": Cue.PROMO, "Tāpiri tākupu": Cue.COMMENT},
    "mk": {"Поврзани вести": Cue.RELATED, "Насловна": Cue.NAV, "Претплатете се": Cue.PROMO, "Напиши коментар": Cue.COMMENT},
    "ml": {"ഇതും വായിക്കുക": Cue.RELATED, "സ്വകാര്യതാ നയം": Cue.NAV, "പരസ്യം": Cue.PROMO, "അഭിപ്രായങ്ങൾ": Cue.COMMENT},
    "mn": {"Холбоотой мэдээ": Cue.RELATED, "Нүүр хуудас": Cue.NAV, "Сурталчилгаа": Cue.PROMO, "Сэтгэгдэл бичих": Cue.COMMENT},
    "mr": {"हेही वाचा": Cue.RELATED, "जाहिरात": Cue.PROMO, "प्रतिक्रिया द्या": Cue.COMMENT},
    "ms": {"Lihat juga": Cue.RELATED, "Laman utama": Cue.NAV, "Komen anda": Cue.COMMENT},
    "mt": {"Aħbarijiet relatati": Cue.RELATED, "Paġna ewlenija": Cue.NAV, "Riklam": Cue.PROMO, "Ħalli kumment": Cue.COMMENT},
    "my": {"ဆက်စပ်သတင်းများ": Cue.RELATED, "ပင်မစာမျက်နှာ": Cue.NAV, "ကြော်ငြာ": Cue.PROMO, "မှတ်ချက်ပေးရန်": Cue.COMMENT},
    "ne": {"यो पनि पढ्नुहोस्": Cue.RELATED, "गृहपृष्ठ": Cue.NAV, "विज्ञापन": Cue.PROMO, "प्रतिक्रिया दिनुहोस्": Cue.COMMENT},
    "nl": {"Lees ook": Cue.RELATED, "Advertentie": Cue.PROMO, "Reacties": Cue.COMMENT},
    "nn": {"Mest lesne": Cue.RELATED, "Til framsida": Cue.NAV, "Nyheitsbrev": Cue.PROMO, "Legg att eit svar": Cue.COMMENT},
    "no": {"Les også": Cue.RELATED, "Forsiden": Cue.NAV, "Kommentarer": Cue.COMMENT},
    "ny": {
        "Nkhani zofanana": Cue.RELATED,
        "Lumikizanani nafe": Cue.NAV,
        "Zotsatsa malonda": Cue.PROMO,
        "Siyani ndemanga": Cue.COMMENT,
    },
    "oc": {"Legir tanben": Cue.RELATED, "Qual sèm": Cue.NAV, "Abonatz-vos": Cue.PROMO, "Daissar un comentari": Cue.COMMENT},
    "om": {"Oduu walfakkaataa": Cue.RELATED, "Fuula jalqabaa": Cue.NAV, "Yaada keessan kennaa": Cue.COMMENT},
    "or": {"ଏହା ମଧ୍ୟ ପଢ଼ନ୍ତୁ": Cue.RELATED, "ମୁଖ୍ୟ ପୃଷ୍ଠା": Cue.NAV, "ବିଜ୍ଞାପନ": Cue.PROMO, "ମନ୍ତବ୍ୟ ଦିଅନ୍ତୁ": Cue.COMMENT},
    "os": {"Фæстаг хабæрттæ": Cue.RELATED, "Сӕйраг фарс": Cue.NAV, "Мах тыххæй": Cue.NAV, "Комментари ныффыссын": Cue.COMMENT},
    "pa": {"ਇਹ ਵੀ ਪੜ੍ਹੋ": Cue.RELATED, "ਮੁੱਖ ਪੰਨਾ": Cue.NAV, "ਇਸ਼ਤਿਹਾਰ": Cue.PROMO, "ਟਿੱਪਣੀਆਂ": Cue.COMMENT},
    "pl": {"Czytaj także": Cue.RELATED, "Strona główna": Cue.NAV, "Komentarze": Cue.COMMENT},
    "ps": {"دا هم ولولئ": Cue.RELATED, "کور پاڼه": Cue.NAV, "سوداګریز اعلان": Cue.PROMO, "خپل نظر ولیکئ": Cue.COMMENT},
    "pt": {"Notícias relacionadas": Cue.RELATED, "Página inicial": Cue.NAV, "Publicidade": Cue.PROMO},
    "qu": {
        "Musuq willakuykuna": Cue.RELATED,
        "Qhapaq p’anqa": Cue.NAV,
        "Astawan ñawinchay": Cue.NAV,
        "Yuyayniykita qillqay": Cue.COMMENT,
    },
    "rm": {
        "Dapli davart quest tema": Cue.RELATED,
        "Pagina iniziala": Cue.NAV,
        "Abunar la newsletter": Cue.PROMO,
        "Scriver in commentari": Cue.COMMENT,
    },
    "ro": {"Citește și": Cue.RELATED, "Publicitate": Cue.PROMO, "Comentarii": Cue.COMMENT},
    "ru": {"Читайте также:": Cue.RELATED, "На главную": Cue.NAV, "Комментарии": Cue.COMMENT},
    "rw": {"Inkuru bifitanye isano": Cue.RELATED, "Ahabanza": Cue.NAV, "Tanga igitekerezo": Cue.COMMENT},
    "sah": {
        "Бүтэһик сонуннар": Cue.RELATED,
        "Сүрүн сирэй": Cue.NAV,
        "Хаһыаты суруйтарыы": Cue.PROMO,
        "Санааҕын суруй": Cue.COMMENT,
    },
    "sc": {
        "Artìculos collegados": Cue.RELATED,
        "Chie semus": Cue.NAV,
        "Publitzidade": Cue.PROMO,
        "Lassa unu cummentu": Cue.COMMENT,
    },
    "sd": {"لاڳاپيل خبرون": Cue.RELATED, "مُک صفحو": Cue.NAV, "اشتهار": Cue.PROMO, "تبصرو ڪريو": Cue.COMMENT},
    "si": {"අදාළ පුවත්": Cue.RELATED, "මුල් පිටුව": Cue.NAV, "වෙළඳ දැන්වීම": Cue.PROMO, "ඔබේ අදහස් දක්වන්න": Cue.COMMENT},
    "sk": {"Súvisiace články": Cue.RELATED, "Hlavná stránka": Cue.NAV, "Pridať komentár": Cue.COMMENT},
    "sl": {"Preberite še": Cue.RELATED, "Preskoči na vsebino": Cue.NAV, "Oglasno sporočilo": Cue.PROMO},
    "sm": {"Faitau fo'i": Cue.RELATED, "Fa'afeso'ota'i matou": Cue.NAV, "Tu'u se fa'amatalaga": Cue.COMMENT},
    "sn": {"Nyaya dzakafanana": Cue.RELATED, "Nezvedu": Cue.NAV, "Shambadza nesu": Cue.PROMO, "Nyora maonero ako": Cue.COMMENT},
    "so": {"Wararka la xiriira": Cue.RELATED, "Bogga hore": Cue.NAV, "Xayeysiis": Cue.PROMO, "Ku dar faallo": Cue.COMMENT},
    "sq": {"Lexo edhe:": Cue.RELATED, "Ballina": Cue.NAV, "Reklamë": Cue.PROMO, "Lini një koment": Cue.COMMENT},
    "sr": {"Прочитајте још": Cue.RELATED, "Насловна страна": Cue.NAV, "Пошаљи коментар": Cue.COMMENT},
    "st": {
        "Litaba tse amanang": Cue.RELATED,
        "Ikopanye le rona": Cue.NAV,
        "Bapatsa le rona": Cue.PROMO,
        "Siea karabo": Cue.COMMENT,
    },
    "su": {"Baca ogé": Cue.RELATED, "Ngeunaan kami": Cue.NAV, "Pasang iklan": Cue.PROMO, "Tinggalkeun koméntar": Cue.COMMENT},
    "sv": {"Läs också": Cue.RELATED, "Startsida": Cue.NAV, "Annons": Cue.PROMO},
    "sw": {"Soma pia": Cue.RELATED, "Ukurasa wa mwanzo": Cue.NAV, "Toa maoni": Cue.COMMENT},
    "ta": {"இதையும் படிக்க": Cue.RELATED, "முகப்பு": Cue.NAV, "விளம்பரம்": Cue.PROMO, "கருத்துகள்": Cue.COMMENT},
    "te": {"ఇది కూడా చదవండి": Cue.RELATED, "హోమ్": Cue.NAV, "కామెంట్లు": Cue.COMMENT},
    "tg": {"Инчунин хонед:": Cue.RELATED, "Саҳифаи асосӣ": Cue.NAV, "Обуна шавед": Cue.PROMO, "Шарҳ гузоред": Cue.COMMENT},
    "th": {"ข่าวที่เกี่ยวข้อง": Cue.RELATED, "หน้าแรก": Cue.NAV, "แสดงความคิดเห็น": Cue.COMMENT},
    "ti": {"ተዛመድቲ ዜናታት": Cue.RELATED, "መበገሲ ገጽ": Cue.NAV, "ርእይቶኹም ሃቡ": Cue.COMMENT},
    "tk": {"Şeýle-de okaň:": Cue.RELATED, "Baş sahypa": Cue.NAV, "Mahabat": Cue.PROMO, "Teswir ýazyň": Cue.COMMENT},
    "tl": {"Basahin din": Cue.RELATED, "Tungkol sa amin": Cue.NAV, "Mga komento": Cue.COMMENT},
    "tn": {
        "Dikgang tse dingwe": Cue.RELATED,
        "Ikgolaganye le rona": Cue.NAV,
        "Bapatsa le rona": Cue.PROMO,
        "Tlogela kakgelo": Cue.COMMENT,
    },
    "tr": {"İlgili haberler": Cue.RELATED, "Ana sayfa": Cue.NAV, "Yorumlar": Cue.COMMENT},
    "tt": {"Моны да укыгыз:": Cue.RELATED, "Баш бит": Cue.NAV, "Газетага язылу": Cue.PROMO, "Фикер калдыру": Cue.COMMENT},
    "ug": {"مۇناسىۋەتلىك خەۋەرلەر": Cue.RELATED, "باش بەت": Cue.NAV, "مۇشتەرى بولۇڭ": Cue.PROMO, "ئىنكاس يېزىش": Cue.COMMENT},
    "uk": {"Читайте також": Cue.RELATED, "Головна": Cue.NAV, "Коментарі": Cue.COMMENT},
    "ur": {"یہ بھی پڑھیں": Cue.RELATED, "صفحۂ اول": Cue.NAV, "اشتہار": Cue.PROMO, "تبصرے": Cue.COMMENT},
    "uz": {"Mavzuga oid": Cue.RELATED, "Bosh sahifa": Cue.NAV, "Obuna bo‘ling": Cue.PROMO, "Izoh qoldirish": Cue.COMMENT},
    "vi": {"Tin liên quan": Cue.RELATED, "TRANG CHỦ": Cue.NAV, "Quảng cáo": Cue.PROMO, "Gửi bình luận": Cue.COMMENT},
    "wo": {"Yeneen xibaar": Cue.RELATED, "Xët wu njëkk": Cue.NAV, "Nangu cookies yi": Cue.PROMO, "Bàyyil sa xalaat": Cue.COMMENT},
    "xh": {"Funda nale": Cue.RELATED, "Malunga nathi": Cue.NAV, "Bhalisela iindaba zethu": Cue.PROMO, "Shiya uluvo": Cue.COMMENT},
    "yi": {"פֿאַרבונדענע אַרטיקלען": Cue.RELATED, "הויפט זייט": Cue.NAV, "רעקלאַמע": Cue.PROMO, "שרייבט א תגובה": Cue.COMMENT},
    "yo": {"Ẹ tún lè ka": Cue.RELATED, "Nípa wa": Cue.NAV, "Ìpolówó ọjà": Cue.PROMO, "Fi èsì sílẹ̀": Cue.COMMENT},
    "zh": {"相关阅读": Cue.RELATED, "首页": Cue.NAV, "广告": Cue.PROMO},
    "zu": {
        "Izindaba ezihlobene": Cue.RELATED,
        "Mayelana nathi": Cue.NAV,
        "Isikhangiso": Cue.PROMO,
        "Shiya amazwana": Cue.COMMENT,
    },
}


@pytest.mark.parametrize("language", sorted(LINES))
def test_lines_of_the_furniture_are_known(language: str) -> None:
    """Headings of related links, menus, advertisements and comments announce what they are."""
    lexicon = default_lexicon()
    assert {line: lexicon.lines.get(phrase_key(line)) for line in LINES[language]} == LINES[language]


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_an_ordinary_sentence_is_no_furniture(language: str) -> None:
    """A line of prose is no known line, opens like none that leads elsewhere, and holds no phrase."""
    lexicon, key = default_lexicon(), phrase_key(SENTENCES[language])
    assert key not in lexicon.lines
    assert lexicon.phrase_in(key) is None
    assert {cue: lexicon.openers[cue].match(key) for cue in (Cue.RELATED, Cue.LEGAL, Cue.CREDIT)} == dict.fromkeys(
        (Cue.RELATED, Cue.LEGAL, Cue.CREDIT)
    )


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("Mời bạn đọc xem thêm: Chợ phiên vùng cao", Cue.RELATED),
        ("Lesen Sie auch: Die Brücke hielt", Cue.RELATED),
        ("Lire aussi Le pont est fermé", Cue.RELATED),
        ("Читайте также: мост закрыли", Cue.RELATED),
        ("Lea también: cerraron el puente", Cue.RELATED),
        ("اقرأ أيضاً: عاد الصيادون", Cue.RELATED),
        ("Tous droits réservés", Cue.LEGAL),
        ("Publié le 3 mai", Cue.DATE),
        ("Cập nhật lúc 10:25", Cue.DATE),
        ("Ảnh minh họa: Hoa Lê", Cue.CREDIT),
    ],
)
def test_openers_of_the_furniture_are_known(line: str, cue: Cue) -> None:
    """Lines that begin as such lines do are told by their beginning."""
    assert default_lexicon().openers[cue].match(phrase_key(line))


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("January", 1),
        ("März", 3),
        ("août", 8),
        ("декабря", 12),
        ("tháng giêng", 1),
        ("lipca", 7),
        ("Οκτωβρίου", 10),
        ("नवंबर", 11),
        ("มิถุนายน", 6),
    ],
)
def test_months_are_known_in_the_forms_that_dates_use(name: str, month: int) -> None:
    """Names of months of many languages, in the case in which a date has them."""
    assert default_lexicon().months[phrase_key(name)] == month


def test_every_shipped_language_is_merged() -> None:
    """The default lexicon holds all files, once, in order of their codes."""
    assert default_lexicon().languages == tuple(sorted(file.name.removesuffix(".toml") for file in SHIPPED))
    assert default_lexicon() is default_lexicon()


# Words of one's own


def test_own_words_come_before_the_package() -> None:
    """A phrase of the caller's is known, the package's stay known, and where both know a line the caller's word decides."""
    own = read_lexicon({"promo": {"lines": ["Tidings of the neighbourhood", "Homepage"]}})
    assert own.lines["tidings of the neighbourhood"] is Cue.PROMO
    assert (own.lines["homepage"], default_lexicon().lines["homepage"]) == (Cue.PROMO, Cue.NAV)
    assert own.languages == default_lexicon().languages


def test_own_words_are_read_from_files_and_the_first_source_wins(tmp_path: Path) -> None:
    """A file needs nothing but the lists it adds to; of two sources the first decides."""
    file = tmp_path / "own.toml"
    file.write_text('[related]\nlines = ["Z našeho kraje"]\n[date]\nopeners = ["sepsáno"]\n', encoding="utf-8")
    own = read_lexicon(file, {"nav": {"lines": ["z našeho kraje"]}})
    assert own.lines["z našeho kraje"] is Cue.RELATED
    assert "sepsáno" in own.date_words


def test_nothing_of_ones_own_is_the_package() -> None:
    """Without sources it is the default, the same object."""
    assert read_lexicon() is default_lexicon()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ({"teaser": {"lines": []}}, "unknown teaser"),
        ({"nav": {"openers": []}}, "unknown nav.openers"),
        ({"nav": {"lines": "Menu"}}, "nav.lines is no list of strings"),
        ({"nav": ["Menu"]}, "nav is not a section"),
        ({"date": {"months": [["jan"]]}}, "date.months is not twelve lists of strings"),
        ("missing.toml", "missing.toml"),
    ],
)
def test_wrong_words_of_ones_own_are_refused(source: Any, names: str) -> None:
    """The message names what is wrong and where."""
    with pytest.raises(DataError, match=re.escape(names)):
        read_lexicon(source)


@pytest.mark.parametrize(
    ("key", "is_run"),
    [
        ("facebook twitter whatsapp", True),
        ("cancel reply share", True),
        ("video archives", False),
        ("facebook live", False),
        ("home", False),
        ("home of the clock", False),
        ("", False),
    ],
)
def test_a_run_of_known_lines(key: str, is_run: bool) -> None:
    """Three, or two with a button: two words of menus may head something."""
    assert default_lexicon().is_run(key) is is_run


@pytest.mark.parametrize("section", ["comment", "related", "promo"])
def test_your_own_line_is_no_button_of_ours(section: str) -> None:
    """Where both know a line yours decides; and yours may be a button where ours is a heading."""
    lexicon = read_lexicon({section: {"lines": ["Leave a reply"]}})
    assert (str(lexicon.lines["leave a reply"]), "leave a reply" in lexicon.buttons) == (section, False)
    assert "comments" in read_lexicon({"comment": {"buttons": ["Comments"]}}).buttons
