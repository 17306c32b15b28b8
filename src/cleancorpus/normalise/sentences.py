r"""Sentences: the space that was lost where two paragraphs were run together, as in ``was done.After that``.

The only repair that inserts characters, so it applies to prose alone and its conditions are narrow: a word of two letters or more
in lower case, the sentence's end, and a capitalised word that goes on in lower case. Names, abbreviations, domains, numbers and
code do not look like this, or are told by what stands around them. Of scripts without capitals those are repaired in which a
sentence's end is told otherwise: by a sign that ends nothing else, by a verb's ending (Korean, Dhivehi), or by words too long
for abbreviations.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_LOST_BREAK = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]{2,40})(?P<end>[.!?…]{1,3}[\"”’»)\]]?)(?P<after>[^\W\d_]{1,40})(?![^\W\d_])"
)
_STOP = re.compile(r"[.!?…](?<=[^\W\d_]{2}.)[.!?…]{0,2}[\"”’»)\]]?(?=[^\W\d_])")
_DOT = re.compile(r"\.(?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]*")
_LONGEST_WORD = 40
_LOOK_BACK = 120
_TOKEN_MARKS = re.compile(r"[/@\\#&=?_~<>]|\d$|^\.")
_SPLITS_CODE = re.compile(r"\s?[=({\[]|[.(_@/=]\S")
_FILE_OR_DOMAIN = frozenset(
    "com net org edu gov info biz int html htm php asp aspx jsp js ts py java css json xml txt md pdf doc docx xls xlsx ppt csv"
    " png jpg jpeg gif svg webp heic mp3 mp4 avi mov zip rar tar exe dll bat sh cpp cs rb go rs core yaml yml toml ini cfg log"
    " io ly vn tv eu ru pl nl cz jp cn kr".split()
)
_ABBREVIATIONS = frozenset(
    "tp ул пер пр им гос рис стр проф акад доц св ред prof dr mr mrs ms st ths ts gs pgs bs sr sra nr vs vol jr ing dipl bzw nxb"
    " ks mgr inż hab doc dott dra gen col capt sgt lt rev hon gov sen rep jun fig no ed eds".split()
)
_VOWELS = frozenset("aeiouyаеиоуыэюяёіїє")


_ARABIC, _HEBREW, _GEORGIAN, _HANGUL, _THAANA = (
    "\u0620-\u0652\u066e-\u06d3\u06d5",
    "\u05b0-\u05bc\u05d0-\u05ea",
    "\u10d0-\u10f0",
    "\uac00-\ud7a3",
    "\u0780-\u07b1",
)
_BURMESE, _KHMER = "\u1000-\u103f\u104c-\u108f\u109a-\u109d", "\u1780-\u17d3\u17d7\u17dc\u17dd"
_OF_STOPS = f"{_ARABIC}{_THAANA}\u0531-\u0556\u0561-\u0587\u0900-\u0963\u0971-\u0dff{_BURMESE}\u1200-\u135a{_KHMER}"
"""Letters and signs of the scripts that have a stop of their own: Arabic, Thaana, Armenian, those of India, Burmese, Ethiopic,
Khmer."""
_OWN = "।॥۔؟։။።។៕"
_MAY_BE_LOST = re.compile(
    rf"[.!?…{_OWN}](?:(?<=[{_OWN}])|(?<=[\w{_OF_STOPS}]{{2}}.))[.!?…]{{0,2}}[\"”’»)\]]?(?:[^\W\d_]|[{_OF_STOPS}])"
)
_MAY_BE_LOST_ASCII = re.compile(r"[.!?](?<=[a-z]{2}.)[.!?]{0,2}[\")\]]?[A-Z]")
"""What every lost break holds: two letters or signs before the stop, unless it ends nothing but sentences, and one behind it."""
_KHMER_ETC = ("ល", "ប", "បេ")
"""What stands between two Khmer stops as "etc." does."""
_NO_ETC = "".join(f"(?<!។{word})" for word in _KHMER_ETC), f"(?!(?:{'|'.join(_KHMER_ETC)})។)"
_OWN_STOP = re.compile(rf"(?<=[{_OF_STOPS}]){_NO_ETC[0]}([{_OWN}][\"”’»)\]]?)(?=[{_OF_STOPS}]){_NO_ETC[1]}")
_INDIC = "\u0900-\u0963\u0971-\u0dff"
_ENDS_KOREAN = "다요죠까네임음함됨"
"""Last syllables of verbs, and of the nouns that stand for them at the end of notes."""
_ENDS_DHIVEHI = "\u07ac\u0788\u07ac"
"""The ending that closes a sentence of written Dhivehi, -eve."""
_UNCASED = re.compile(f"[{_OF_STOPS}{_HEBREW}{_GEORGIAN}{_HANGUL}]")
_UNCASED_BREAK = re.compile(
    rf"(?<![{_ARABIC}{_HEBREW}{_GEORGIAN}{_HANGUL}{_INDIC}{_THAANA}.@/])"
    rf"((?:[{_ARABIC}]{{3,40}}|شد|[{_INDIC}]{{5,60}}|[{_HEBREW}]{{3,40}}|[{_GEORGIAN}]{{3,40}}|[{_HANGUL}]{{1,40}}[{_ENDS_KOREAN}]"
    rf"|[{_THAANA}]{{1,60}}{_ENDS_DHIVEHI})[.!?…]{{1,3}}[\"”’»)\]]?)"
    rf"(?=[{_ARABIC}]{{3}}|[{_INDIC}]{{3}}|[{_HEBREW}]{{3}}|[{_GEORGIAN}]{{3}}|[{_HANGUL}]{{2}}|[{_THAANA}]{{3}})"
)


def may_lack_space(text: str) -> bool:
    """Whether a text holds anything that `split_sentences` would look at. Nearly all paragraphs are done with here."""
    return (_MAY_BE_LOST_ASCII if text.isascii() else _MAY_BE_LOST).search(text) is not None


def split_sentences(text: str) -> str:
    """With a space where a sentence ends and the next begins without one.

    >>> split_sentences("It was agreed.Then they left Node.js and www.Example.Com alone.")
    'It was agreed. Then they left Node.js and www.Example.Com alone.'
    >>> split_sentences("다리를 고쳤다.그래서 돌아왔다.")
    '다리를 고쳤다. 그래서 돌아왔다.'
    """
    if not text.isascii() and _UNCASED.search(text):
        text = _UNCASED_BREAK.sub(r"\1 ", _OWN_STOP.sub(r"\1 ", text))
    breaks = [found for found in _find_breaks(text) if _is_break(found)]
    if not breaks:
        return text
    qualified = _find_qualified(text)
    parts, at = [], 0
    for found in breaks:
        parts += [text[at : found.start()], found[0] if found["before"] in qualified else _insert_space(found)]
        at = found.end()
    return "".join([*parts, text[at:]])


def _find_breaks(text: str) -> Iterator[re.Match[str]]:
    """What looks like a lost break: from the stops back to where their words begin, for a text has more words than stops."""
    at = 0
    for stop in _STOP.finditer(text):
        found = _LOST_BREAK.match(text, stop.start() - len(_word_before(text, stop.start(), at)))
        if found:
            yield found
            at = found.end()


def _word_before(text: str, end: int, start: int = 0) -> str:
    """The letters that stand right before a place, one more than a word may have at most."""
    letters = _LETTERS.match(text[max(start, end - _LONGEST_WORD - 1) : end][::-1])
    return letters[0][::-1] if letters else ""


def _find_qualified(text: str) -> frozenset[str]:
    """Words that have names behind a dot again and again, as modules have in code: "asyncio.Task", "asyncio.run"."""
    words = Counter(_word_before(text, dot.start()) for dot in _DOT.finditer(text))
    return frozenset(word for word, count in words.items() if count > 1)


def _insert_space(found: re.Match[str]) -> str:
    before, end, after = found["before"], found["end"], found["after"]
    if end[-1] == '"' and found.string[max(0, found.start() - 4_000) : found.end("before")].count('"') % 2 == 0:
        return f'{before}{end[:-1]} "{after}'  # no quotation is open: this mark opens one
    return f"{before}{end} {after}"


def _is_break(found: re.Match[str]) -> bool:
    before, after, text = found["before"], found["after"], found.string
    if not (before.islower() and after[0].isupper() and (len(after) == 1 or after[1:].islower())):
        return False
    if after.lower() == before or after.lower() in _FILE_OR_DOMAIN or before in _FILE_OR_DOMAIN or before in _ABBREVIATIONS:
        return False
    if _SPLITS_CODE.match(text, found.end()) or not _is_sentence_word(after, text[found.end() : found.end() + 1]):
        return False
    words = text[max(0, found.start() - _LOOK_BACK) : found.start()].replace("\n", " ").split(" ")
    token = words[-1].lstrip("(\"'“‘«")
    return len(words) > 1 if not token else _is_after_sentence(token)


def _is_after_sentence(token: str) -> bool:
    """Whether what is glued before the word is itself the end of a sentence run on: "over?Yes it is"."""
    return bool(token) and token[-1] in "!?…" and not _TOKEN_MARKS.search(token[:-1])


def _is_sentence_word(after: str, following: str) -> bool:
    """Whether a capitalised word may open a sentence: one letter only if it is a vowel and a word follows, two only with a
    vowel."""
    plain = unicodedata.normalize("NFD", after.lower())
    if len(after) == 1:
        return plain[0] in _VOWELS and following in {" ", ","}
    return len(after) > 2 or (any(character in _VOWELS for character in plain) and following != "")
