"""Folding: keys under which a text and its copies meet, whatever happened to accents, case and punctuation on the way."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

_DOTTED_I = "i\u0307"  # what casefold makes of the Turkish capital
_NAMED = re.compile(
    r"LATIN (?:SMALL |CAPITAL )?(?:LETTER |LIGATURE )(?:SMALL CAPITAL |TURNED |REVERSED |OPEN |DOTLESS |LONG |CLOSED |BARRED )*"
    r"([A-Z]{1,2})(?: |$)"
)
_OWN_NAMES = {
    "ə": "e",
    "ŋ": "n",
    "ʃ": "s",
    "ʒ": "z",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "ɣ": "g",
    "ɩ": "i",
    "ʊ": "u",
    "ĸ": "q",
    "ɑ": "a",
}
_LATIN_BLOCKS = ((0xC0, 0x2B0), (0x1E00, 0x1F00), (0x2C60, 0x2C80))


def _plain_letters() -> dict[int, str]:
    """Latin letters that no decomposition makes plain, each with the letter that its name in Unicode calls it a form of."""
    plain: dict[int, str] = {}
    for letter in map(chr, chain.from_iterable(range(*block) for block in _LATIN_BLOCKS)):
        if letter == letter.casefold() and unicodedata.normalize("NFD", letter) == letter:
            name = _NAMED.match(unicodedata.name(letter, ""))
            if own := _OWN_NAMES.get(letter) or (name[1].lower() if name else ""):
                plain[ord(letter)] = own
    return plain


_PLAIN = _plain_letters()
_UNPLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_COUNT = re.compile(r"[\s(\[]+\d[\d.,\s]{0,9}[)\]\s]*$|^[(\[]?\d(?:[\d.,\s]{0,8}\d)?[)\]]?\s+")
_OPEN_COUNT, _CLOSE_COUNT = frozenset("(["), frozenset(".,)] ")
# Word characters of Python's `re` leave out vowel signs and points: in these ranges a word may end in one.
_ACCENTS = "\u0300-\u036f"
_OWN_SIGNS = (
    "\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3"
    "\u0900-\u0963\u0966-\u0dff\u0e00-\u0e4e\u0e80-\u0ece\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87"
    "\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108f\u109a-\u109d"
    "\u135d-\u135f\u1712-\u1715\u17b4-\u17d3\u17dd\u1920-\u193b\u1b00-\u1b04\u1b34-\u1b44\u1b80-\u1b82\u1ba1-\u1bad"
    "\ua980-\ua983\ua9b3-\ua9c0\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabed"
)
"""Of Cyrillic, Hebrew, Arabic, Syriac, Thaana, N'Ko, the scripts of India, Thai, Lao, Tibetan, Burmese, Ethiopic, Tagalog, Khmer,
Limbu, Balinese, Sundanese, Javanese, Cham, Meetei."""
_SIGNS = _ACCENTS + _OWN_SIGNS
_MARKS = re.compile(f"[{_ACCENTS}]")
WORD_CHARACTER = rf"(?:[^\W_]|[{_SIGNS}])"
"""A letter, digit or the sign of one, as a pattern."""
WORD_OR_UNDERSCORES = rf"[\w{_SIGNS}]++"
"""A run of these, and of underscores: one class, which takes half the time of asking letter by letter."""
_WORD_CHARACTER = re.compile(WORD_CHARACTER)
_LEADING = re.compile(rf"^(?:[^\w{_SIGNS}]|_)+")
_NOT_LETTER = re.compile(rf"[^\w{_OWN_SIGNS}]+")
"""What is left out of folded text, but for underscores: accents are."""
COLONS = ":：៖፦՝"
"""What stands behind a label: the colons of Latin and its like, of Han and kana, of Khmer, Ethiopic, and the
Armenian mark that sets things off."""
STOPS = ".。．｡۔।॥։።፨។៕။᙮᠃᠉܀܁܂᱾᱿"
"""What ends a statement: the full stops of Latin and its like, Han and kana, Urdu, Devanagari and its like, Armenian, Ethiopic,
Khmer, Burmese, Canadian syllabics, Mongolian, Syriac, Ol Chiki. Not the shad of Tibetan, with which headlines end too."""
COMMAS = ",;，、；،؛၊፣፤᠂᠈"
"""What sets the parts of a sentence apart: commas and semicolons of Latin, Han and kana, Arabic, Burmese, Ethiopic, Mongolian."""
_NO_WIDTH = "\u200b"
_APOSTROPHES = "’‘ʼʻ"
_ASCII_SIGNS = "".join(chr(code) for code in range(128) if not chr(code).isalnum())
_ASCII_SIGN_BYTES = _ASCII_SIGNS.encode("ascii")
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff]")

_CASELESS = re.compile(
    "[\u0590-\u0dff\u0e00-\u10ff\u1200-\u139f\u1780-\u18af\u1950-\u1aaf\u1b00-\u1c7f\u2d30-\u2d7f\u3040-\u9fff\ua980-\uaa7f\uac00-\ud7a3]"
)


def fold_case(text: str) -> str:
    """A text without case, each apostrophe the straight one. All four letters i of Turkish and Azerbaijani become one: which of
    two a capital stands for depends on a language that is not known.

    >>> fold_case("İLGİLİ YAZILAR") == fold_case("ilgili yazılar")
    True
    """
    folded = text.casefold().replace(_DOTTED_I, "i").replace("ı", "i")
    for sign in _APOSTROPHES:  # one for one, so that what is found stands where it stood
        folded = folded.replace(sign, "'")
    return folded


def fold(text: str) -> str:
    """Letters and digits of a text without case and without Latin, Greek or Cyrillic accents, nothing between them.

    Equal for a headline, its unaccented copy and its slug; empty when there is no letter or digit.

    >>> fold("Lễ hội đền Hạ: Khai mạc!") == fold("le-hoi-den-ha-khai-mac")
    True
    """
    if text.isascii():  # the same, and as bytes fifty times faster
        return text.lower().encode("ascii").translate(None, _ASCII_SIGN_BYTES).decode("ascii")
    unspaced = "".join(text.casefold().split())  # leaves the pattern little to find
    letters = _NOT_LETTER.sub("", unicodedata.normalize("NFD", unspaced)).replace("_", "")
    return letters.translate(_PLAIN) if _UNPLAIN.search(letters) else letters


def strip_accents(text: str) -> str:
    """A text without the accents of Latin, Greek and Cyrillic letters.

    >>> strip_accents("josé")
    'jose'
    """
    return text if text.isascii() else unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))


def phrase_key(text: str) -> str:
    """The form in which a line and a lexicon entry are compared: NFC, no case, single spaces and none without width, no
    punctuation at either end.

    >>> phrase_key("»  Read  MORE: ")
    'read more'
    """
    folded = text.lower() if text.isascii() else fold_case(unicodedata.normalize("NFC", text).replace(_NO_WIDTH, ""))  # the same
    plain = " ".join(folded.split())
    bare = plain.strip(_ASCII_SIGNS)
    return bare if bare[:1].isalnum() and bare[-1:].isalnum() else _strip_edges(bare)


def _strip_edges(text: str) -> str:
    """A text from its first word character to its last."""
    end = len(text)
    while end and not is_word_character(text[end - 1]):
        end -= 1
    return _LEADING.sub("", text[:end])


def is_word_character(character: str) -> bool:
    """Whether a character belongs to a word: a letter, a digit, or a sign that some script writes beside its letters."""
    return _WORD_CHARACTER.match(character) is not None


def ascii_digits(text: str) -> str:
    """A text with digits of all scripts as those of ASCII, each in its place, and the point of Armenian dates.

    >>> ascii_digits("៣១/១២/២០២៤"), ascii_digits("2024թ․")
    ('31/12/2024', '2024թ.')
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(item)) if item.isdecimal() else item for item in text).replace("\u2024", ".")


def is_caseless(text: str) -> bool:
    """Whether a text holds letters of a script without capitals: of Asia, Hebrew, Georgian, Ethiopic, Tifinagh."""
    return _CASELESS.search(text) is not None


def opens_small(text: str) -> bool:
    """Whether a text begins with a small letter of a script whose sentences begin with a capital. Georgian letters are small ones
    to Unicode, but none of its sentences has a capital."""
    return text[:1].islower() and not "\u10d0" <= text[0] <= "\u10ff"


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that sets no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, kana,
    Han."""
    return _UNSPACED.match(character) is not None


def without_count(key: str) -> str:
    """A lexicon key without a number at either end, as in "comments (12)" or "3 comments".

    >>> without_count("comments (12"), without_count("24")
    ('comments', '24')
    """
    if not (key[:1].isdigit() or key[-1:].isdigit() or key[:1] in _OPEN_COUNT or key[-1:] in _CLOSE_COUNT):
        return key  # the same, and faster
    return _strip_edges(_COUNT.sub("", key)) or key
