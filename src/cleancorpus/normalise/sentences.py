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

_LETTER = r"[^\W\d_]"
_CLOSES, _OPENS = r"\"”’»)\]", "“„«¿¡(‘"
_LOST_BREAK = re.compile(
    rf"(?P<before>(?<!{_LETTER}){_LETTER}{{2,40}}[)\]]?|(?<![\w.,/-])(?:(?:19|20)\d\d|\d{{1,3}}%))"
    rf"(?P<end>[.!?…]{{1,3}}[{_CLOSES}]?)(?P<open>[{_OPENS}]?)(?P<after>{_LETTER}{{1,40}})(?!{_LETTER})"
)
_STOP = re.compile(rf"[.!?…](?<=(?:{_LETTER}{{2}}|{_LETTER}[)\]]|\d%|\d\d).)[.!?…]{{0,2}}[{_CLOSES}]?(?=[{_OPENS}]?{_LETTER})")
_BEFORE_STOP = re.compile(r"[)\]]?[^\W\d_]{2,41}|%?\d{1,4}")
"""A word before a stop, a year or a share of a hundred, read backwards."""
_DOT = re.compile(r"\.(?=[^\W\d_])")
_NAME_BEHIND = re.compile(r"[^\W\d_]*")
_LONGEST_WORD = 40
_LOOK_BACK, _FAR_BACK = 120, 4_000
_TOKEN_MARKS = re.compile(r"[/@\\#&=?_~<>]|\d$|^\.")
_SPLITS_CODE = re.compile(r"\s?[=({\[]|[.(_@/=]\S")
_FILE_OR_DOMAIN = frozenset(
    "com net org edu gov info biz int html htm php asp aspx jsp js ts py java css json xml txt md pdf doc docx xls xlsx ppt csv"
    " png jpg jpeg gif svg webp heic mp3 mp4 avi mov zip rar tar exe dll bat sh cpp cs rb go rs core yaml yml toml ini cfg log"
    " io ly vn tv eu ru pl nl cz jp cn kr".split()
)
_ABBREVIATIONS = frozenset(
    "tp đd ths ts gs pgs bs nxb nsnd nsưt ph"
    " ул пер пр им гос рис стр проф акад доц св ред обл пос оз дер наб корп просп пл бул кв гр см вул пров смт"
    " prof dr mr mrs ms st sr sra nr vs vol jr ing dipl bzw inkl exkl geb gest ggf vgl evtl zzgl abs gem approx dept est ave blvd"
    " col capt sgt lt rev hon gov sen rep jun fig no ed eds gen"
    " ks mgr inż hab doc ul św al os im np nám např tř čp tzv bd jud núm avda urb pág tel dott dra sok cad mah apt"
    " οδ αρ λεωφ τηλ".split()
)
_FUNCTION_WORDS = frozenset(
    "the this that these those they she but and for when while after before there then his her its you what how der die das"
    " den dem ein eine einen einem und aber doch auch nach bei mit für wie was wer wenn als sie wir ich man dies diese"
    " dieser dieses dort dann damit zudem seit nun noch vor von zum zur les des une elle ils elles mais dans pour cette ces"
    " cet avec sur selon après los las una pero para por como esta este según desde sin así también además uma mas não"
    " depois gli per non dopo anche nel nella della het een maar voor met volgens theo trong sau ngoài tuy hiện với khi các"
    " những một đây đặc tại ông anh chị trước nhưng nie jest ale dla это она они как что его при после для".split()
)
"""Words of three letters and more that open sentences, and are hardly ever names behind a dot."""
_ALSO_NAMES = frozenset("that for and when while with anh chị ông per".split())
"""Of these, those that code and people are called by: behind a capitalised word they are no evidence."""
_ASKING = frozenset("?!")
_ALSO_WORDS = frozenset("no им рис os al sok hab doc pos ed".split())
"""Abbreviations that are words too, which may end a sentence before one that opens the next."""
_VOWELS = frozenset("aeiouyøæœıəаеиоуыэюяёіїєъүөәұαεηιουω")
_UNITS = frozenset("km kg cm mm ml mg zł kč hz khz mhz kb mb gb tb kw mw gw kwh mwh hp".split())
"""Words without a vowel that end sentences as others do."""
_CARRIERS = _VOWELS | frozenset("rlрл")
"""Letters that carry syllables: the vowels, and those that stand for them in Slavic words."""
_LAST_CASED = "\u04ff"
"""The last of the letters that have capitals, Armenian aside."""
_PREPOSITIONS = frozenset("вскwzvs")
"""Slavic words of one letter that are no vowel."""
_ELIDED = frozenset("lcdjnmtsq")
_TITLES = frozenset(
    "دکتر مهندس استاد پروفسور الدكتور دكتور الأستاذ أستاذ المهندس الخ إلخ ڈاکٹر پروفیسر डॉक्टर प्रोफेसर"
    " অধ্যাপক ডাক্তার டாக்டர் பேராசிரியர் డాక్టర్ ప్రొఫెసర్ ಡಾಕ್ಟರ್ ಪ್ರೊಫೆಸರ್ ഡോക്ടർ പ്രൊഫസർ מהנדס פרופסור"
    " דוקטור დოქტორი პროფესორი".split()
)
"""Words before names in scripts without capitals, which some set a dot behind."""


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
    rf"[.!?…{_OWN}](?:(?<=[{_OWN}])|(?<=[\w{_OF_STOPS}][\w{_OF_STOPS})\]%].))"
    rf"[.!?…]{{0,2}}[{_CLOSES}]?[{_OPENS}]?(?:[^\W\d_]|[{_OF_STOPS}])"
)
_MAY_BE_LOST_ASCII = re.compile(r"[.!?](?<=[a-z0-9][a-z0-9)\]%].)[.!?]{0,2}[\")\]]?\(?[A-Z]")
"""What every lost break holds: two letters or signs before the stop, unless it ends nothing but sentences, and one behind it."""
_INITIAL = 4
"""Signs of a word between two stops that stands for another: "BBC" in Urdu, "and so on" in Khmer."""
_BEHIND_STOP = "".join(rf"(?<![{_OWN}][{_OF_STOPS}]{{{length}}})" for length in range(1, _INITIAL + 1))
_OWN_STOP = re.compile(
    rf"(?<=[{_OF_STOPS}]{{2}}){_BEHIND_STOP}([{_OWN}][\"”’»)\]]?)(?=[{_OF_STOPS}])(?![{_OF_STOPS}]{{1,{_INITIAL}}}[{_OWN}])"
)
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
        text = _UNCASED_BREAK.sub(_split_uncased, _OWN_STOP.sub(_split_behind_stop, text))
    breaks = [found for found in _find_breaks(text) if _is_break(found)]
    if not breaks:
        return text
    qualified = _find_qualified(text)
    parts, at = [], 0
    for found in breaks:
        parts += [text[at : found.start()], found[0] if found["before"] in qualified else _insert_space(found)]
        at = found.end()
    return "".join([*parts, text[at:]])


def _split_behind_stop(found: re.Match[str]) -> str:
    word = found.string[max(0, found.start() - _LONGEST_WORD) : found.start()].split(" ")[-1]
    return found[0] if word in _TITLES else f"{found[0]} "


def _split_uncased(found: re.Match[str]) -> str:
    return found[0] if found[1].rstrip(".!?…") in _TITLES else f"{found[0]} "


def _find_breaks(text: str) -> Iterator[re.Match[str]]:
    """What looks like a lost break: from the stops back to where their words begin, for a text has more words than stops."""
    at = 0
    for stop in _STOP.finditer(text):
        before = _BEFORE_STOP.match(text[max(at, stop.start() - _LONGEST_WORD - 2) : stop.start()][::-1])
        found = _LOST_BREAK.match(text, stop.start() - before.end()) if before else None
        if found:
            yield found
            at = found.end()


def _find_qualified(text: str) -> frozenset[str]:
    """Words that have names behind a dot again and again, as modules have in code: "asyncio.Task", "asyncio.run"; not those
    behind which a sentence begins: "him.And he liked him.They went"."""
    words: Counter[str] = Counter()
    ends: set[str] = set()
    for dot in _DOT.finditer(text):
        letters = _NAME_BEHIND.match(text[max(0, dot.start() - _LONGEST_WORD - 1) : dot.start()][::-1])
        word = letters[0][::-1] if letters else ""
        behind = _NAME_BEHIND.match(text, dot.end(), dot.end() + _LONGEST_WORD)
        words[word] += 1
        if behind and behind[0].lower() in _FUNCTION_WORDS:
            ends.add(word)
    return frozenset(word for word, count in words.items() if count > 1 and word not in ends)


def _insert_space(found: re.Match[str]) -> str:
    before, end, mark, after, text = found["before"], found["end"], found["open"], found["after"], found.string
    if end[-1] == '"' and text[max(0, found.start() - _FAR_BACK) : found.end("before")].count('"') % 2 == 0:
        return f'{before}{end[:-1]} "{after}'  # no quotation is open: this mark opens one
    if mark and _closes(mark, text[max(0, found.start() - _FAR_BACK) : found.start("open")]):
        return f"{before}{end}{mark} {after}"
    return f"{before}{end} {mark}{after}"


def _is_told(found: re.Match[str]) -> bool:
    """Whether a mark that opens quotations in one language and closes them in another is told apart: one that opens is closed,
    one that closes was opened."""
    mark, text = found["open"], found.string
    closer = {"“": "”", "«": "»", "‘": "’"}.get(mark)
    closed = closer is None or closer in text[found.end("open") : found.end("open") + _FAR_BACK]
    return closed or _closes(mark, text[max(0, found.start() - _FAR_BACK) : found.start("open")])


def _closes(mark: str, before: str) -> bool:
    """Whether a mark that opens quotations in most languages closes one that was opened as in German."""
    opener = {"“": "„", "‘": "‚", "«": "»"}.get(mark)
    return opener is not None and before.count(opener) > before.count(mark)


def _is_break(found: re.Match[str]) -> bool:
    before, after, text = found["before"].rstrip(")]"), found["after"], found.string
    following = text[found.end() : found.end() + 1]
    if not (after[0].isupper() and (len(after) == 1 or after[1:].islower())) or after.lower() == before:
        return False
    opens = after.lower() in _FUNCTION_WORDS and following == " "
    named = after.lower() in _ALSO_NAMES and not set(found["end"]) & _ASKING
    if not (opens and _may_end_before(before, named=named)) and not (_may_end(before) and after.lower() not in _FILE_OR_DOMAIN):
        return False
    if _SPLITS_CODE.match(text, found.end()) or not _is_sentence_word(after, text[found.end() : found.end() + 2]):
        return False
    if found["open"] == "(" and following != " ":
        return False
    if found["open"] and not _is_told(found):
        return False
    words = text[max(0, found.start() - _LOOK_BACK) : found.start()].replace("\n", " ").split(" ")
    token = words[-1].lstrip("(\"'“‘«")
    return len(words) > 1 if not token else _is_after_sentence(token)


def _may_end_before(before: str, *, named: bool) -> bool:
    """Whether a word may end a sentence before one that opens the next: a capitalised one if that is no name too (``named``), and
    what is a word as well as an abbreviation."""
    if before.lower() in _ABBREVIATIONS:
        return before in _ALSO_WORDS
    return before.islower() or (before.istitle() and not named)


def _may_end(before: str) -> bool:
    """Whether a word may end a sentence, whatever follows: in small letters, with a vowel, and no abbreviation; or a number."""
    if not before.isalpha():
        return True
    if not before.islower() or before in _FILE_OR_DOMAIN or before in _ABBREVIATIONS:
        return False
    return before in _UNITS or before[0] > _LAST_CASED or not _CARRIERS.isdisjoint(unicodedata.normalize("NFD", before))


def _is_after_sentence(token: str) -> bool:
    """Whether what is glued before the word is itself the end of a sentence run on: "over?Yes it is"."""
    return bool(token) and token[-1] in "!?…" and not _TOKEN_MARKS.search(token[:-1])


def _is_sentence_word(after: str, following: str) -> bool:
    """Whether a capitalised word may open a sentence: one letter only if it is a vowel or a Slavic preposition and a word
    follows, or elided before one; two only with a vowel."""
    plain = unicodedata.normalize("NFD", after.lower())
    if len(after) > 1:
        return len(after) > 2 or (any(character in _VOWELS for character in plain) and following != "")
    if following[:1] in {"’", "'"}:
        return (plain[0] in _VOWELS or plain[0] in _ELIDED) and following[1:].isalpha()
    return (plain[0] in _VOWELS and following[:1] in {" ", ","}) or (plain[0] in _PREPOSITIONS and following[:1] == " ")
