"""Persons: full names in a short line, told by the first names and family names that the lexicon knows."""

from __future__ import annotations

import re

from cleancorpus.language.fold import STOPS, fold_case, opens_small
from cleancorpus.language.lexicon import Cue, Lexicon

AND = (
    "and|und|et|y|e|i|en|og|agus|och|və|ve|và|dan|dhe|és|și|eta|kai|και|и|і|та|й|және|жана|և|եւ|და|و|والـ|اور"
    "|۽|ۋە|û|kaj|һәм|और|आणि|र|ଓ|ଏବଂ|আৰু|ਅਤੇ|ਤੇ|અને|এবং|ও|மற்றும்|మరియు|ಮತ್ತು|සහ|እና|และ|ແລະ|និង|နှင့်|および|と|및"
)
"""What stands between two persons, as a pattern: "and" in languages that write it apart, in small letters."""
AND_PERSON = "a|ac|ak|an|fi|ja|lan|na|sareng|sy|u|un|va|ir|we|ба|ва|او"
"""The same in languages whose word for it is another one elsewhere ("na" is Swahili "and", and "at the" in Portuguese): only
where a person follows whose first name is known."""
_MOST_WORDS, _LONGEST = 4, 48  # of a name where no capitals tell its end: words, code points
_MOST_PARTICLES, _LONGEST_PARTICLE = 2, 3
_AROUND = "\"'“”„«»‘’()[]-–—*,.:་།"
_CLOSED_NAME = re.compile("[\u3400-\u9fff々]{3,5}|[\uac00-\ud7a3]{3,4}")
"""What may be a full name as Chinese, Japanese and Korean write it, by its length."""
CLOSED = re.compile("[\u3400-\u9fff々]{2,4}|[\uac00-\ud7a3]{2,4}")
"""The same with names of one sign each; it may be a family name alone, or a word."""
_LONGEST_CLOSED_GIVEN = 2
_FAMILIES_AND_WORDS = frozenset(
    "高石金韦韋付方江闫閻毛万萬覃莫向常易乔喬文简簡涂卓连連古蓝藍伍甘欧歐辛关關管练練骆駱祝包官畢毕耿齊齐鲍鮑樊裴岑黄马应應路单單焦靳冉房解戚滕祁席卜苗牛车車"
    "闵閔华華安曲宫宮谷兰蘭佟柴桂边邊艾丛叢池屈米丘巫晏佘麦麥鄢"
)
"""Family names of one sign that begin ordinary words too, of the 300 most frequent Chinese ones."""
_HAN = "\u3400-\u9fff々"
_BEFORE_LABEL = r"(?:^|(?<=[\s,;，；、（(【]))"
_SIGNED_LABEL = re.compile(
    rf"{_BEFORE_LABEL}(?P<label>[\u3040-\u30ff{_HAN}・]{{1,8}}(?= ?[/／|｜丨＝=])|[A-Za-z]{{2,10}}(?= ?[／｜丨＝])) ?."
    rf"(?![{_HAN}](?:[\s/／:：]|$))"
)
"""A short word of Han and kana, or a Latin one among them, and a sign in place of a colon; "文/图" are two labels."""
_SPACED_LABEL = re.compile(
    rf"{_BEFORE_LABEL}(?P<label>[\u3040-\u30ff{_HAN}]{{1,6}})[ \u3000・](?=(?P<name>[{_HAN}]{{2,4}})(?![\w]))"
)


def find_person(text: str, key: str, lexicon: Lexicon) -> int | None:
    """Number of the word with which the first full name in a line begins: a first name that is known, and what may be the rest of
    the name behind it. None where there is no such name.

    Args:
        text: The line.
        key: Its `phrase_key`, which whoever asks has mostly at hand.
        lexicon: Knows the names.
    """
    if not key.isascii() and _CLOSED_NAME.fullmatch(key):
        return 0 if has_family(key, lexicon) else None
    if lexicon.first_names.isdisjoint(key.split(" ")):
        return None
    words = text.split()
    known = (at for at, word in enumerate(words[:-1]) if fold_case(word.strip(_AROUND)) in lexicon.first_names)
    return next((at for at in known if _goes_on(words, at + 1)), None)


def with_colons(text: str, lexicon: Lexicon) -> str:
    """A line with a colon for each sign that Chinese and Japanese set behind a label instead, and for the space between one that
    signs and a full name; all else in its place.

    >>> from cleancorpus.language.lexicon import default_lexicon
    >>> with_colons("文／佐原美咲 写真＝高田健", default_lexicon()), with_colons("记者 陈若溪 通讯员 李华", default_lexicon())
    ('文：佐原美咲 写真：高田健', '记者：陈若溪 通讯员：李华')
    """
    if text.isascii():
        return text
    signs = lexicon.openers_colon[Cue.BYLINE]

    def spell(found: re.Match[str]) -> str:
        label = found["label"].lower()
        known = signs.match(label) == label or label in lexicon.credits
        name = found.groupdict().get("name")
        return f"{found[0][:-1]}：" if known and (name is None or may_have_family(name, lexicon)) else found[0]

    return _SPACED_LABEL.sub(spell, _SIGNED_LABEL.sub(spell, text))


def has_family(name: str, lexicon: Lexicon) -> bool:
    """Whether a word of Han or Hangul is a family name that is known and a given name of one sign or two."""
    families = lexicon.closed_families.intersection((name[:1], name[:2], name[:3]))
    return any(0 < len(name) - len(family) <= _LONGEST_CLOSED_GIVEN for family in families)


def may_have_family(name: str, lexicon: Lexicon) -> bool:
    """The same behind a word that signs, where family names that begin other words too count with a given name of two signs."""
    return has_family(name, lexicon) or (len(name) == 1 + _LONGEST_CLOSED_GIVEN and name[0] in _FAMILIES_AND_WORDS)


def is_by_person(text: str, key: str, lexicon: Lexicon) -> bool:
    """Whether a line is a word that signs before persons alone and the full name of one: "Na Asha Mwangi". A sentence that begins
    so is longer, or ends like one.

    Args:
        text: The line.
        key: Its `phrase_key`.
        lexicon: Knows words and names.
    """
    opener, _, rest = key.partition(" ")
    if opener not in lexicon.openers_person or len(text) > _LONGEST or text.rstrip()[-1:] in STOPS:
        return False
    return find_person(text.split(maxsplit=1)[-1], rest, lexicon) == 0


def _goes_on(words: list[str], at: int) -> bool:
    """Whether a capital, behind some particles at most, or in a script without them one of a few words, follows a first name."""
    for word in words[at : at + _MOST_PARTICLES + 1]:
        if word[0].isupper():
            return True
        if not opens_small(word):
            return word[0].isalpha() and len(words) <= _MOST_WORDS and sum(map(len, words)) <= _LONGEST
        if len(word) > _LONGEST_PARTICLE:
            return False
    return False
