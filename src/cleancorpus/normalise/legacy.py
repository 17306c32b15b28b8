"""Vietnamese in an encoding of before Unicode, read as Western text: TCVN3 (ABC), VISCII, VPS and VNI.

Found by syllables: nearly all of what an encoding makes of the text has to be built like Vietnamese, and the text itself is not.
Tables after TCVN 5712-1, RFC 1456, and the VPS and VNI fonts; TCVN3 has its capitals in fonts of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cleancorpus.normalise.syllables import is_syllable, is_vietnamese

_TABLES = {  # from byte 80 on; a space where it stands for no letter
    "tcvn3": (
        "                                 ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ "
        "      ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ "
    ),
    "viscii": (
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
    ),
    "vps": (
        "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔỖýỷỵỚỜỞ ắằẳẵặ ớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
        "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ àáâãảạă èéêẽìí ĩ Đòóôõ Ơụùúủ ỶẼỳ"
    ),
}
_VISCII_CONTROLS = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VNI_MARKS = dict(  # a letter behind a vowel stands for its sign, its tone or both
    zip(
        "ùøûõïâáàåãäêéèúüë",
        "\u0301 \u0300 \u0309 \u0303 \u0323 \u0302 \u0302\u0301 \u0302\u0300 \u0302\u0309 \u0302\u0303 \u0302\u0323"
        " \u0306 \u0306\u0301 \u0306\u0300 \u0306\u0309 \u0306\u0303 \u0306\u0323".split(),
        strict=True,
    )
)
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = re.compile("([aeouyôö])([ùøûõïâáàåãäêéèúüë])|([ôöñæóòî])", re.IGNORECASE)
_SIGNS = "‘’“”–—…•\x85\xa0"
"""Signs of Western text whose codes are letters elsewhere: letters only where they make a syllable."""
_TOKEN = re.compile(r"[^ \t\n\r]+")
_WORD, _PLAIN = re.compile(r"[^\W\d_]+"), re.compile("[A-Za-z]")
_FEWEST = 3  # different words that the encoding changes
_SURE, _MOSTLY = 0.85, 0.6
"""Share of the changed words, and of all, that are Vietnamese syllables: names and foreign words are none."""
_LOOKED_AT = 4_000  # code points: enough to tell
_PIECE = 30
_UNPLAIN = re.compile("[\x80-\xff\u0152-\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]")
_UNPLAIN_IN = 16
"""At least one code point in so many is none of ASCII: in Vietnamese every fifth, in French every thirtieth."""


def _table_of(name: str) -> dict[int, str]:
    table = {0x80 + place: letter for place, letter in enumerate(_TABLES[name]) if letter != " "}
    as_western = {ord(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)): letter for byte, letter in table.items()}
    return table | as_western | (_VISCII_CONTROLS if name == "viscii" else {})


def _by_table(name: str) -> Callable[[str], str]:
    table = _table_of(name)
    letters = {code: letter for code, letter in table.items() if chr(code) not in _SIGNS}

    def read_token(found: re.Match[str]) -> str:
        own = found[0].translate(table)
        return own if _is_syllables(own) else found[0].translate(letters)

    return lambda text: _TOKEN.sub(read_token, text)


def _is_syllables(token: str) -> bool:
    words = _WORD.findall(token)
    return bool(words) and all(map(is_syllable, words))


def _read_vni(text: str) -> str:
    return _VNI.sub(_vni_letter, text)


def _vni_letter(found: re.Match[str]) -> str:
    vowel, mark, letter = found.groups()
    bare = letter or vowel
    plain = _VNI_LETTERS.get(bare.lower(), bare.lower())
    composed = unicodedata.normalize("NFC", plain + (_VNI_MARKS[mark.lower()] if mark else ""))
    return composed.upper() if bare.isupper() else composed


READERS: Mapping[str, Callable[[str], str]] = MappingProxyType({**{name: _by_table(name) for name in _TABLES}, "vni": _read_vni})
"""What reads each encoding, by its name."""


class _Fit(NamedTuple):
    """How much of a text an encoding makes Vietnamese."""

    syllables: int
    name: str


def find_legacy(text: str) -> str:
    """Name of the encoding a text is in, empty for none: it has no Vietnamese letters, and with that encoding nearly all are.

    >>> find_legacy("§ång hå trªn th¸p chî ch¹y l¹i"), find_legacy("Ça va très bien, merci")
    ('tcvn3', '')
    """
    text = text[:_LOOKED_AT]
    if _UNPLAIN_IN * len(_UNPLAIN.findall(text)) < len(text) or not text or is_vietnamese(text):
        return ""
    fits = [fit for name in READERS if (fit := _fit(text, name))]
    return max(fits, key=lambda fit: fit.syllables).name if fits else ""


def find_legacy_of(texts: Iterable[str]) -> str:
    """The same for a document in pieces; short ones, which may be menus in English, are left out."""
    found: list[str] = []
    size = 0
    for text in texts:
        if len(text) >= _PIECE:
            found.append(text)
            size += len(text)
        if size >= _LOOKED_AT:
            break
    return find_legacy("\n".join(found))


def read_legacy(text: str) -> str:
    """The text in Unicode, if it is in one of the encodings.

    >>> read_legacy("Ñoàng hoà treân thaùp chôï chaïy laïi")
    'Đồng hồ trên tháp chợ chạy lại'
    """
    name = find_legacy(text)
    return READERS[name](text) if name else text


def reads_as(text: str, name: str) -> bool:
    """Whether a piece of a document in an encoding is in it too: half of the words that it changes become syllables, which
    quotations of other languages do not."""
    read = READERS[name]
    changed = [own for token in _TOKEN.findall(text[:_LOOKED_AT]) if (own := read(token)) != token]
    return 2 * sum(map(_is_syllables, changed)) >= len(changed)


def read_piece(text: str, name: str) -> str:
    """A piece of a document in an encoding, read if it is in it too."""
    return READERS[name](text) if reads_as(text, name) else text


def _fit(text: str, name: str) -> _Fit | None:
    """None where the encoding does not fit. Only words that go on in plain letters tell anything: a lone sign may be one. Where
    most of them are syllables as they stand, the text is Vietnamese in Unicode that has none of its rarer letters."""
    read = READERS[name]
    count = changed = plain = standing = 0
    right: list[str] = []
    for token in _TOKEN.findall(text):
        own = read(token)
        fits = _is_syllables(own)
        count += _WORD.search(own) is not None
        if own == token:
            plain += fits
        elif _PLAIN.search(token):
            changed += 1
            standing += _is_syllables(token)
            right += [own] if fits else []
    if (
        2 * standing > changed
        or len(set(right)) < _FEWEST
        or len(right) < _SURE * changed
        or len(right) + plain < _MOSTLY * count
    ):
        return None
    return _Fit(len(right), name)
