"""Bytes to text: the order of evidence, and the many encodings that pages are written in."""

from __future__ import annotations

import unicodedata
from hashlib import shake_128

import pytest

from cleancorpus import Cleaner
from cleancorpus.segment.decode import decode, find_codec

FOUND_BY = {"bom", "nul-parity", "valid-utf-8", "declared", "detected", "fallback", "given"}
CHO = "Phiên chợ họp từ sáng sớm, đến trưa thì tan."
# windows-1258 writes the tones of ợ, ọ, ừ, ớ, ế as marks behind the letter.
CHO_1258 = "Phiên chơ\u0323 ho\u0323p tư\u0300 sáng sơ\u0301m, đê\u0301n trưa thi\u0300 tan."
MOST = "В конце зимы мост закрыли на ремонт, и рыбаки ходили через лёд до самой весны."
LEGACY = [
    ("windows-1251", "cp1251", MOST),
    ("koi8-r", "koi8-r", MOST),
    ("ibm866", "cp866", MOST),
    ("koi8-u", "koi8-u", "Узимку міст закрили, і рибалки ходили через лід."),
    ("iso-8859-1", "cp1252", "Der Fluss trat im März über die Ufer, doch die Brücke hielt."),
    ("windows-1252", "cp1252", "L’été, les pêcheurs réparaient leurs filets à l’ombre."),
    ("windows-1253", "cp1253", "Το λιμάνι άνοιξε ξανά μετά από έναν μακρύ χειμώνα."),
    ("iso-8859-9", "cp1254", "Köprü onarıldı, balıkçılar şafakta denize açıldı."),
    ("iso-8859-2", "iso8859-2", "Zimą most zamknięto, a rybacy chodzili po lodzie."),
    ("windows-1255", "cp1255", "הדייגים חזרו לנמל לפני השקיעה."),
    ("windows-1256", "cp1256", "عاد الصيادون إلى المرفأ قبل الغروب."),
    ("windows-1257", "cp1257", "Žvejai grįžo į uostą prieš saulėlydį."),
    ("tis-620", "cp874", "ชาวบ้านช่วยกันซ่อมสะพานไม้"),
    ("shift_jis", "cp932", "村の人びとは朝早くから橋を直し、昼には舟を出した。"),
    ("euc-jp", "euc-jp", "村の人びとは朝早くから橋を直し、昼には舟を出した。"),
    ("gb2312", "gb18030", "老桥修好以后，村里的人又可以过河赶集了。"),
    ("big5", "big5hkscs", "老橋修好以後，村裡的人又可以過河趕集了。"),
    ("euc-kr", "cp949", "낡은 다리를 고치는 데에는 석 달이 걸렸다."),
]


def page(text: str, charset: str | None = None) -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}</head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(("label", "codec", "text"), LEGACY, ids=[label for label, _, _ in LEGACY])
def test_a_declared_legacy_encoding_is_used(label: str, codec: str, text: str) -> None:
    """A page in a legacy encoding that says so is read as browsers read it."""
    decoded = decode(page(text, label).encode(codec))
    assert (decoded.text, decoded.encoding, decoded.how) == (page(text, label), codec, "declared")


@pytest.mark.parametrize(("label", "codec", "text"), LEGACY[:3] + LEGACY[13:16], ids=lambda value: value[:12])
def test_an_undeclared_legacy_encoding_is_detected(label: str, codec: str, text: str) -> None:
    """Without a declaration, a few sentences are enough to tell the common encodings apart."""
    decoded = decode(page(text * 5).encode(codec))
    assert text in decoded.text
    assert decoded.how == "detected"


def test_vietnamese_of_windows_1258_composes_to_the_letters_it_spells() -> None:
    """windows-1258 is decoded with its tone marks behind the letters; NFC gives Vietnamese as everyone types it."""
    decoded = decode(page(CHO_1258, "windows-1258").encode("cp1258"))
    assert decoded.encoding == "cp1258"
    assert CHO in unicodedata.normalize("NFC", decoded.text)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides_and_is_no_text(codec: str) -> None:
    """A byte order mark beats any declaration and does not stand in the text."""
    decoded = decode(page(CHO, "windows-1251").encode(codec))
    assert decoded.how == "bom"
    assert decoded.text == page(CHO, "windows-1251")


def test_a_big_endian_byte_order_mark_is_known() -> None:
    """UTF-16 in network order is read by its mark."""
    decoded = decode("\ufeffchợ".encode("utf-16-be"))
    assert (decoded.text, decoded.encoding) == ("chợ", "utf-16-be")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_nul_bytes(codec: str) -> None:
    """Markup in UTF-16 without a byte order mark is recognised."""
    decoded = decode(page("Größe").encode(codec))
    assert (decoded.text, decoded.encoding, decoded.how) == (page("Größe"), codec, "nul-parity")


def test_a_few_stray_nul_bytes_do_not_make_utf_16() -> None:
    """NUL bytes in the middle of UTF-8 text change nothing."""
    data = page("Größe\x00 und\x00 Maß").encode()
    assert decode(data).encoding == "utf-8"


@pytest.mark.parametrize("label", ["windows-1251", "shift_jis", "iso-8859-1", "utf-16"])
def test_valid_utf_8_beats_a_wrong_declaration(label: str) -> None:
    """Bytes that are valid UTF-8 are UTF-8, whatever the page declares."""
    decoded = decode(page(CHO, label).encode())
    assert (decoded.text, decoded.how) == (page(CHO, label), "valid-utf-8")


def test_a_codec_that_is_no_encoding_of_the_web_is_never_used() -> None:
    """A page that declares rot13 or another Python codec is not decoded with it."""
    decoded = decode(page("Größe für alle, und Übermut für die Mäuse", "rot13").encode("latin-1"))
    assert decoded.how != "declared"
    assert "und" in decoded.text
    assert decoded.encoding not in {"rot13", "rot_13"}


@pytest.mark.parametrize("label", ["rot13", "zip", "hex", "unicode_escape", "idna", "punycode", "", "utf-7", "x" * 40])
def test_unknown_labels_have_no_codec(label: str) -> None:
    """Labels that no browser knows give None."""
    assert find_codec(label) is None


@pytest.mark.parametrize("label", ["UTF-8", " utf8 ", "Latin1", "GBK", "Windows-1258", "KS_C_5601-1987", "x-sjis", "TIS-620"])
def test_known_labels_are_found_in_any_case(label: str) -> None:
    """Case and surrounding white space of a label do not matter, and the codec exists."""
    codec = find_codec(label)
    assert codec is not None
    assert "a".encode(codec)


def test_an_http_equiv_declaration_counts() -> None:
    """The long form of the declaration is read like the short one."""
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'
    decoded = decode(f"{meta}<p>橋を直した。</p>".encode("cp932"))
    assert (decoded.encoding, decoded.how) == ("cp932", "declared")
    assert "橋を直した。" in decoded.text


def test_a_declaration_after_a_long_head_counts() -> None:
    """A declaration behind the first 1024 bytes is still found."""
    decoded = decode(f"<!-- {'x' * 6000} -->{page(MOST, 'windows-1251')}".encode("cp1251"))
    assert MOST in decoded.text


def test_one_broken_byte_does_not_lose_a_declared_utf_8_page() -> None:
    """A stray byte becomes one replacement character; the rest of the page is read as declared."""
    data = page(CHO, "utf-8").encode().replace(b"tan.", b"tan\xff.")
    assert decode(data).text == page(CHO, "utf-8").replace("tan.", "tan\ufffd.")


def test_a_page_cut_inside_a_character_is_still_utf_8() -> None:
    """A crawl that was cut in the middle of a character loses that character alone."""
    decoded = decode(f"<p>{CHO * 10}ế".encode()[:-1])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count(CHO) == 10


def test_empty_bytes_give_empty_text() -> None:
    """Nothing decodes to nothing."""
    assert decode(b"").text == ""


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_mark_alone_gives_empty_text(mark: bytes) -> None:
    """A byte order mark with nothing behind it is no text."""
    assert decode(mark).text == ""


@pytest.mark.parametrize("label", [label for label, _, _ in LEGACY] + ["iso-2022-jp", "utf-8", "utf-16", "windows-1258", "none"])
def test_no_bytes_raise_under_any_declaration(label: str) -> None:
    """Random bytes under any declaration decode to some str, and the evidence is one of the documented words."""
    for size in (0, 1, 2, 3, 40, 700):
        decoded = decode(f'<meta charset="{label}">'.encode() + shake_128(label.encode()).digest(size))
        assert decoded.how in FOUND_BY
        decoded.text.encode("utf-8")


def test_spaces_after_charset_do_not_stop_the_decoder() -> None:
    """A declaration that never comes to its point is passed over."""
    assert decode(b"charset=" + b" " * 2000 + b"\xff").text.startswith("charset=")


def test_declared_iso_2022_jp_is_decoded() -> None:
    """A label of the table is used when the bytes are escape sequences of that very encoding."""
    text = page("村の橋を直した。", "iso-2022-jp")
    assert decode(text.encode("iso2022-jp")).text == text


def test_an_xml_declaration_declares() -> None:
    """XHTML states its encoding in the XML declaration, and browsers obey it."""
    text = f'<?xml version="1.0" encoding="windows-1258"?><html><body><p>{CHO_1258[:18]}</p></body></html>'
    decoded = decode(text.encode("cp1258"))
    assert (decoded.encoding, decoded.how) == ("cp1258", "declared")


@pytest.mark.parametrize("other", ['<script charset="utf-8" src="/a.js"></script>', '<form accept-charset="utf-8"></form>'])
def test_the_charset_of_something_else_is_no_declaration(other: str) -> None:
    """The encoding of a linked script, or of what a form sends, is not that of the page."""
    decoded = decode(f"<html><head>{other}{page(MOST, 'windows-1251')}".encode("cp1251"))
    assert MOST in decoded.text


def test_a_guess_of_utf8_is_checked() -> None:
    """A detector that knows no old Vietnamese says UTF-8; where hardly a byte fits it is not, and with a few faults it is."""
    old = "§ång hå th¸p chî ch¹y l¹i. Ng­êi thî giµ leo lªn th¸p lóc bèn giê s¸ng, lau tõng b¸nh r¨ng råi."
    assert decode(old.encode("cp1252")).text == old
    story = "Đồng hồ trên tháp chợ Quán Mây đã chạy lại vào rạng sáng thứ bảy. " * 8
    faulty = decode(story.encode() + b"\xff\xfe " + story.encode())
    assert faulty.encoding == "utf-8"
    assert faulty.text.startswith(story)


def test_old_vietnamese_is_named_and_read_from_bytes() -> None:
    """Through the whole pipeline, as a file would be."""
    source = "§ång hå th¸p chî ch¹y l¹i\n\nNg­êi thî giµ leo lªn th¸p lóc bèn giê s¸ng, lau tõng b¸nh r¨ng råi.".encode("cp1252")
    assert "tcvn3" in Cleaner().clean(source, kind="text").message
    read = Cleaner(repairs="vi-legacy").clean(source, kind="text")
    assert read.blocks[0].text == "Đồng hồ tháp chợ chạy lại"
    assert read.title in {None, read.blocks[0].text}
