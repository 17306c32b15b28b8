"""Bylines: which names a line holds."""

from __future__ import annotations

import pytest

from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.bylines import is_plain_name, split_names
from cleancorpus.metadata.stated_names import read_stated

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Kessler and Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("By Anna Kessler, Ben Ode and Cy Twom", ["Anna Kessler", "Ben Ode", "Cy Twom"]),
        ("Anna Kessler & Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Anna Kessler/Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Von Anna Kessler und Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Par Anne Moreau et Luc Petit", ["Anne Moreau", "Luc Petit"]),
        ("Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
        ("Por Ana Reis e Luís Gil", ["Ana Reis", "Luís Gil"]),
        ("Di Anna Rossi e Marco Verdi", ["Anna Rossi", "Marco Verdi"]),
        ("Door Jan de Vries en Piet Smit", ["Jan de Vries", "Piet Smit"]),
        ("Anna Nowak i Jan Lis", ["Anna Nowak", "Jan Lis"]),
        ("Jan Novák a Petr Svoboda", ["Jan Novák", "Petr Svoboda"]),
        ("Por Maria Silva na TV Globo", ["Maria Silva"]),
        ("Di Anna Rossi a Milano Centro", ["Anna Rossi"]),
        ("Na Asha Mwangi na Bakari Otieno", ["Asha Mwangi", "Bakari Otieno"]),
        ("Nga Agron Hoxha dhe Arben Gashi", ["Agron Hoxha", "Arben Gashi"]),
        ("Rūta Kazlauskė ir Jonas Petraitis", ["Rūta Kazlauskė", "Jonas Petraitis"]),
        ("Awtur: Alessia Borg u Adrian Vella", ["Alessia Borg", "Adrian Vella"]),
        ("Pa Danyèl Pyè ak Claudy Jozèf", ["Danyèl Pyè", "Claudy Jozèf"]),
        ("Berîvan Demir û Celadet Aslan", ["Berîvan Demir", "Celadet Aslan"]),
        ("Agageldi Nazarow we Akgül Orazowa", ["Agageldi Nazarow", "Akgül Orazowa"]),
        ("Айгөл Сабирова һәм Айрат Вәлиев", ["Айгөл Сабирова", "Айрат Вәлиев"]),
        ("ଅଜୟ ଦାସ ଓ ଅନିତା ପଣ୍ଡା", ["ଅଜୟ ଦାସ", "ଅନିତା ପଣ୍ଡା"]),
        ("অজিত বৰা আৰু অনুপম দাস", ["অজিত বৰা", "অনুপম দাস"]),
        ("ნინო კობახიძე და გიორგი ბერიძე", ["ნინო კობახიძე", "გიორგი ბერიძე"]),
        ("Հեղինակ՝ Անահիտ Սարգսյան և Արամ Գրիգորյան", ["Անահիտ Սարգսյան", "Արամ Գրիգորյան"]),
        ("ራሄል ታደሰ እና መሠረት አበበ", ["ራሄል ታደሰ", "መሠረት አበበ"]),
        ("Анна Лис и Пётр Кот", ["Анна Лис", "Пётр Кот"]),
        ("Анна Лис та Петро Кіт", ["Анна Лис", "Петро Кіт"]),
        ("Ayşe Kaya ve Mehmet Taş", ["Ayşe Kaya", "Mehmet Taş"]),
        ("Oleh Siti Aminah dan Budi Santoso", ["Siti Aminah", "Budi Santoso"]),
        ("Nguyễn Văn An - Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("Tác giả: Nguyễn Văn An và Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("张三，李四", ["张三", "李四"]),
        ("来源:海湾日报 作者:周明远 林晓 字号:大 中 小", ["周明远", "林晓"]),
        ("著者：高橋 文子", ["高橋 文子"]),
        ("김하은 박서린 기자", ["김하은", "박서린"]),
        ("김민수·이영희 기자", ["김민수", "이영희"]),
        ("أحمد علي، سارة حسن", ["أحمد علي", "سارة حسن"]),
        ("राम शर्मा और सीता वर्मा", ["राम शर्मा", "सीता वर्मा"]),
        ("สมชาย ใจดี และ สมหญิง ใจงาม", ["สมชาย ใจดี", "สมหญิง ใจงาม"]),
        ("Анна Лис і Петро Кіт", ["Анна Лис", "Петро Кіт"]),
        ("Anna Lindqvist1,2, Tomás Ferreira2* & Wen Zhao†", ["Anna Lindqvist", "Tomás Ferreira", "Wen Zhao"]),
        ("Anna Kessler May2021, June2022", ["Anna Kessler"]),
        ("Door Jan-Willem van der Meulen en Saskia de Vries-ten Hoor", ["Jan-Willem van der Meulen", "Saskia de Vries-ten Hoor"]),
        ("Von Anna Kurz, Text, und Ben Ode, Fotos", ["Anna Kurz"]),
        ("Reporter: Agus Prasetyo | Editor: Ratih Wulandari", ["Agus Prasetyo"]),
        ("Anna Kessler - Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Anna Lindqvist¹, Tomás Ferreira² and Wen Zhao¹", ["Anna Lindqvist", "Tomás Ferreira", "Wen Zhao"]),
    ],
)
def test_several_authors_are_told_apart(text: str, names: list[str]) -> None:
    """Separators of the shipped languages stand between persons."""
    assert split_names(text, LEXICON) == names


@pytest.mark.parametrize(
    "name",
    [
        "Jean-Luc Moreau",
        "Anna O'Neill",
        "Jan de Vries",
        "김민수",
        "Đặng Thị Én",
        "Dr. Anna Kessler",
        "Dan Brown",
        "Anna E. Kessler",
        "Y. Tanaka",
        "И. Петров",
        "Wim van den Heuvel",
        "Marie-Louise van den Berg-Smit",
    ],
)
def test_one_person_stays_one(name: str) -> None:
    """First names and initials that look like a word for "and" are part of the name."""
    assert split_names(f"{name}", LEXICON) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "By Anna Kessler",
        "Written by: Anna Kessler",
        "Anna Kessler (anna@example.org)",
        "By Anna Kessler | 3 May 2021",
        "By Anna Kessler, 3 May 2021, London",
        "Anna Kessler, senior reporter",
        "Words by Anna Kessler; photos by Ben Ode",
        "By Anna Kessler, Staff Writer",
        "By Anna Kessler, Political Editor",
        "By Anna Kessler in London",
        "By Anna Kessler for The Herald",
        "Anna Kessler, PhD",
    ],
)
def test_words_around_the_name_are_not_part_of_it(text: str) -> None:
    """No cue, mail address, job, place or date."""
    assert split_names(text, LEXICON) == ["Anna Kessler"]


@pytest.mark.parametrize(
    "text",
    ["", " - ", "anna@example.org", "https://example.org/anna", "By 123", "3 May 2021", "x" * 200, "\x00", "()", ",;,"],
)
def test_lines_without_a_name_give_none(text: str) -> None:
    """Addresses, numbers and punctuation are nobody."""
    assert split_names(text, LEXICON) == []


@pytest.mark.timeout(3)
def test_a_hostile_line_does_not_hang() -> None:
    """Nothing costs more than its length allows: a meta element may hold anything."""
    assert isinstance(split_names("a@" * 4_000, LEXICON), list)
    for text in ('"' * 1_000_000 + "x", "(" * 1_000_000 + ")", "Anna Ode, " * 100_000):
        assert isinstance(read_stated(text, LEXICON), list)


@pytest.mark.parametrize("text", ["By", "By:"])
def test_a_cue_alone_is_nobody(text: str) -> None:
    """An empty byline names nobody."""
    assert split_names(text, LEXICON) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text Size", []),
        ("+Text Size", []),
        ("Text: Size", ["Size"]),
        ("Author Anna Kessler", ["Anna Kessler"]),
        ("记者王敬照", ["王敬照"]),
    ],
)
def test_a_label_without_a_colon_needs_a_full_name(text: str, expected: list[str]) -> None:
    """ "Text" and "Words" are labels, and words of buttons."""
    assert split_names(text, LEXICON) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Anna Kessler, DVM. Reviewed by Ben Ode, DVM", ["Anna Kessler"]),
        ("By Anna KesslerReviewed by Ben Ode", ["Anna Kessler"]),
        ("By Anna KesslerMedically reviewed by Ben Ode", ["Anna Kessler"]),
        ("By Anna Kessler | Fact-checked by Ben Ode", ["Anna Kessler"]),
        ("by Zora Quill ● May 3, 2021 ● 6 min read", ["Zora Quill"]),
        ("26 Dezember 2019 von Anna Kategorien: Küste | Hinterlasse einen Kommentar", ["Anna"]),
        ("(Quelle: Foto Ben Ode)", []),
        ("By Zora Quill In Coast, Winter Guides", ["Zora Quill"]),
        ("By Zora Quill ⋅ Senior Harbour Analyst ⋅ Updated March 5, 2025", ["Zora Quill"]),
        ("Autor: Zora Quill, Hamsunder Anstalt für Landwirtschaft, Köllitsch (D)", ["Zora Quill"]),
        (
            "Veröffentlicht: 05.01.2020 | Autor: zoraquill | Abgelegt unter: Ein sehr langer Name, Küste | Tags: Abend",
            ["zoraquill"],
        ),
        ("Von Zora Quill IN Fashion", ["Zora Quill"]),
        ("Posted by 6 years ago", []),
        ("By clicking here you accept our Terms and Conditions", []),
        ("author: username", []),
        ("Written By Feb 11, 2019 · 3 min read", []),
        ("BY DATE", []),
        ("PGS.TS Hà Lan", ["Hà Lan"]),
        ("ThS. BS Trần Hà Lan, khoa Nội", ["Trần Hà Lan"]),
        ("TS Eliot", ["TS Eliot"]),
        ("Hà Lan, Theo Sông Và Biển 06:43 18/02/2013", ["Hà Lan"]),
        ("Theo Hà Lan (Sông Và Biển)", ["Hà Lan"]),
        ("Thời Sự | Theo Hà Lan", ["Hà Lan"]),
        ("Sutton Herald, by Anna Kessler", ["Anna Kessler"]),
        ("Sutton Herald | By Anna Kessler", ["Anna Kessler"]),
        ("Winter Coast | By Zora Quill", ["Zora Quill"]),
        ("Sutton Winter | Author: Anna Kessler", ["Anna Kessler"]),
        ("Bởi Hà Lan -", ["Hà Lan"]),
        ("Thi Thi", ["Thi Thi"]),
        ("(பா. கற்பகவல்லி, மட்டக்களப்பு)", ["பா. கற்பகவல்லி"]),
        ("எழுதியது இ. மணிமேகலை", ["இ. மணிமேகலை"]),
        ("ጸሐፊ፦ አማረ ከበደ", ["አማረ ከበደ"]),
        ("Zora Quill Zora Quill", ["Zora Quill"]),
        ("Оксана Гнатюк.", ["Оксана Гнатюк"]),
        ("By Anna K.", ["Anna K."]),
        ("By Carl Other Jr.", ["Carl Other Jr."]),
        ("By Staff Writer Anna Kessler", ["Anna Kessler"]),
        ("Von Redakteurin Anna Kessler und Ben Ode", ["Anna Kessler", "Ben Ode"]),
        ("Pastor Maldonado", ["Pastor Maldonado"]),
        ("委員・黒川和彦", ["黒川和彦"]),
        ("วันพุธที่ ๗ ธันวาคม พ.ศ. ๒๕๖๕", []),
        ("อ่าน ๕๑๒ ครั้ง", []),
        ("Sport > Football", []),
        ("CC BY ND", []),
        ("Γράφτηκε από τον/την Άννα Κέσλερ", ["Άννα Κέσλερ"]),
        ("نوشته‌ی زهرا کریمی", ["زهرا کریمی"]),
        ("بهروز کیانی – خبرنگار پژواک در رشت", ["بهروز کیانی"]),
    ],
)
def test_what_stands_behind_names(text: str, expected: list[str]) -> None:
    """Who looked it over, shelves, ages and buttons are no authors."""
    assert split_names(text, LEXICON) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kessler Leave a comment",
        "Anna Kessler Schreibe einen Kommentar",
        "Anna Kessler @annak",
        "Anna Kessler Illustration von Ben Ode",
        "Anna Kessler (Text",
        "By Anna Kessler Leave a comment",
    ],
)
def test_a_name_ends_where_the_page_goes_on(text: str) -> None:
    """Buttons, accounts and credits stand behind names."""
    assert split_names(text, LEXICON) == ["Anna Kessler"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("von Anna in Küste, Winter", ["Anna"]),
        ("By Anna Kessler in Coast, Harbour Lights", ["Anna Kessler"]),
        ("By Anna Kessler in London, Ben Ode in Sutton", ["Anna Kessler", "Ben Ode"]),
        ("10 December 2019 · by annak1984 · in Coast · Leave a comment", ["annak1984"]),
        ("Povilas Lis, Onos Kairytės universiteto profesorius", ["Povilas Lis"]),
        ("Von Anna In Küste", ["Anna"]),
        ("Park In Sung", ["Park In Sung"]),
        ("By continuing, you agree to what the harbour office wrote in its terms of use and its notices", []),
        ("Share Print", []),
        ("by s", []),
    ],
)
def test_shelves_are_no_authors(text: str, names: list[str]) -> None:
    """Behind "in" blogs name the shelves that a text was put on; a name there is one that begins with a known first name."""
    assert split_names(text, LEXICON) == names


def test_a_name_may_be_a_word_of_menus() -> None:
    """Only a whole button is cut off."""
    assert split_names("By Thomas More", LEXICON) == ["Thomas More"]
    assert split_names("Anna Video", LEXICON) == ["Anna Video"]


@pytest.mark.parametrize(
    "line", ["Tham vấn y khoa: BS Đỗ Thị Minh", "Medical advice: Anna Kessler", "Conseil de lecture: Anna Kessler"]
)
def test_who_is_named_behind_an_unknown_label_did_not_write_it(line: str) -> None:
    """Nor is the label's first word anybody."""
    assert split_names(line, LEXICON) == []


@pytest.mark.parametrize("line", ["(BLS) - Hà Lan", "(BLS) Hà Lan", "By (SCN) Hà Lan"])
def test_initials_of_an_agency_before_a_name_are_nobody(line: str) -> None:
    """In brackets, with or without a dash."""
    assert split_names(line, LEXICON) == ["Hà Lan"]


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Anna Kessler Daniel Ode Peter Brand", ["Anna Kessler", "Daniel Ode", "Peter Brand"]),
        ("Elena García Martín López", ["Elena García Martín López"]),
        ("Anna Maria Kessler Peter Paul Ode Julia Brand", ["Anna Maria Kessler", "Peter Paul Ode", "Julia Brand"]),
        ("Анна Кесслер Антон Одинцов Карина Лис", ["Анна Кесслер", "Антон Одинцов", "Карина Лис"]),
        ("Nguyễn Văn Minh Anh", ["Nguyễn Văn Minh Anh"]),
        ("María José García López", ["María José García López"]),
        ("Anna Kessler Foto von Daniel Ode", ["Anna Kessler"]),
        ("Anna KesslerDeutsche Presse-Agentur", ["Anna Kessler", "Deutsche Presse-Agentur"]),
    ],
)
def test_names_that_ran_together_are_parted_by_first_names(run: str, names: list[str]) -> None:
    """Where each begins with one that is known, and is more than one word; an agency that was glued to a name stands apart."""
    assert split_names(run, LEXICON) == names


def test_up_to_three_full_names_are_a_plain_line_of_names() -> None:
    """With signs between them or none; more are a list of something else."""
    assert is_plain_name("Anna Kessler, Daniel Ode and Peter Brand", LEXICON)
    assert is_plain_name("Anna Kessler Daniel Ode Peter Brand", LEXICON)
    assert not is_plain_name("Anna Kessler, Daniel Ode, Peter Brand, Julia Lis", LEXICON)


@pytest.mark.parametrize("text", ["Author of the article:", "Written by the", "von der", "About the author"])
def test_small_words_behind_a_signing_word_are_nobody(text: str) -> None:
    """A label goes on in them; they are no pen names."""
    assert split_names(text, LEXICON) == []


def test_a_heading_before_the_name_is_none() -> None:
    """A line that the lexicon knows, in the same block as the name."""
    assert split_names("About the author - Florian Muster", LEXICON) == ["Florian Muster"]


@pytest.mark.parametrize(
    "line", ["Posted on 3 May 2021 3 May 2021 Author Anna Kessler 4 comments", "Veröffentlicht am 3. Mai 2021 Autor Anna Kessler"]
)
def test_a_label_behind_a_day_needs_no_colon(line: str) -> None:
    """Before a full name that is known; elsewhere it is an ordinary word."""
    assert split_names(line, LEXICON) == ["Anna Kessler"]
    assert split_names("3 May 2021 Author unknown so far", LEXICON) == []


@pytest.mark.parametrize("text", ["By Anna Kessler\n26 August in Digital Forum", "Anna Kessler | 3 May 2021 Coast"])
def test_what_stands_behind_a_day_names_nobody(text: str) -> None:
    """Where somebody was named before it."""
    assert split_names(text, LEXICON) == ["Anna Kessler"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2020-11-23 08:14 来源：澜江日报 作者：记者 陈若溪 责任编辑：周扬", ["陈若溪"]),
        ("रिपोर्ट: रचना तिवारी, संपादन: मोहित सक्सेना", ["रचना तिवारी"]),
        ("Texto: Helena Prado e Caio Mourão | Fotos: Bruno Vidal", ["Helena Prado", "Caio Mourão"]),
        ("文・佐原美咲 写真・広田健", ["佐原美咲"]),
        ("Source: Herald", ["Herald"]),
        ("Source: Herald Author: Anna Kessler Editor: Jörg Ahlers", ["Anna Kessler"]),
        ("By Anna Kessler | Editor: Jörg Ahlers | Source: AFP", ["Anna Kessler"]),
        ("Par Anne Martin - Photo : AFP - Source : AFP", ["Anne Martin"]),
        ("Translator: Jörg Ahlers Author: Anna Kessler", ["Anna Kessler"]),
        ("审核：王小明 作者：陈若溪", ["陈若溪"]),
        ("Foto: Jörg Ahlers Text: Anna Kessler", ["Anna Kessler"]),
        ("Redaktör: Jörg Ahlers Text: Anna Kessler", ["Anna Kessler"]),
        ("Překlad: Jan Lis Autor: Anna Nowak", ["Anna Nowak"]),
        ("Редактор: Віра Місяць Автор: Вера Лунина", ["Вера Лунина"]),
        ("Texto: Ana Silva y Fotos: Bruno Vidal", ["Ana Silva"]),
        ("Text und Fotos: Anna Kessler", ["Anna Kessler"]),
        ("Story and photos: Anna Kessler", ["Anna Kessler"]),
        ("Reportage: Anna Kessler; Kamera: Jörg Ahlers", ["Anna Kessler"]),
        ("文／佐原美咲　写真／高田健", ["佐原美咲"]),
        ("文＝佐原美咲、写真＝高田健", ["佐原美咲"]),
        ("图/文 陈若溪", ["陈若溪"]),
        ("作者丨陈若溪 编辑丨李华", ["陈若溪"]),
        ("记者 陈若溪 通讯员 李华", ["陈若溪", "李华"]),
        ("Author: Anna Kessler Contributor: Jörg Ahlers", ["Anna Kessler", "Jörg Ahlers"]),
    ],
)
def test_of_several_labelled_fields_the_writer_s_counts(line: str, names: list[str]) -> None:
    """Not the source's, the editor's or the photographer's; of one field alone it is whatever that is."""
    assert split_names(line, LEXICON) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("سامر النجدي وهالة برغوث", ["سامر النجدي", "هالة برغوث"]),
        ("بقلم سامر النجدي", ["سامر النجدي"]),
        ("وليد النجدي", ["وليد النجدي"]),
        ("أحمد وهبة علي", ["أحمد وهبة علي"]),
    ],
)
def test_an_arabic_and_is_written_together_with_the_name_behind_it(line: str, names: list[str]) -> None:
    """Where that is a first name that is known; Waleed begins with no "and"."""
    assert split_names(line, LEXICON) == names
