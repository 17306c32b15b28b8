"""Datelines: who signs inside a paragraph of the article, as papers of China, Korea and Japan do at its start and end, and
agencies everywhere."""

from __future__ import annotations

import re

from cleancorpus.language.fold import COLONS, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import CLOSED, may_have_family, with_colons
from cleancorpus.metadata.names import is_organisation, is_person

_HAN, _HANGUL = "\u3400-\u9fff々", "\uac00-\ud7a3"
_HEAD, _OPENS_BY = 60, 30
"""Code points of a paragraph in which a dateline ends, and begins."""
_BRACKETED = re.compile(r"[（(【〔［\[](?P<signed>[^（(【〔［\[\]］〕】)）]{2,40})[\]］〕】)）]")
_BEHIND_BRACKET = re.compile(rf"[\]］〕】)）]\s*(?P<signed>[{_HANGUL}·,\s]{{2,30}}?)\s*=\s")
"""Korean: "(서울=연합뉴스) 김하은 기자 = ..."."""
_REPORTS = re.compile(
    rf"^(?:【[^】]{{2,8}}】)?\s*(?P<signed>[{_HAN}]{{0,4}}[记記]者\s?[{_HAN}]{{2,4}}?)\s?(?:报道|報道|報導)[：:，,\s]"
)
"""Chinese: "本报记者 陈若溪 报道 ..."."""
_WIRED = re.compile(rf"(?P<signed>[记記]者[{_HAN}]{{2,3}})(?=[{_HAN}]{{2,3}}\d{{1,2}}日[电電])")
"""Chinese: "（中央社記者陳若溪台北3日電）"; two or three signs are the name, three where they can be, and as many the place."""
_REPORTER = re.compile("[记記]者|通[讯訊][员員]|特派[员員]|기자|특파원")
"""Who signs where a text begins; others named there wrote what it is about: "《...》（作者：...）"."""
_FROM_WHERE = re.compile("(?:报道|報道|報導|电|電)$")
_SIGNED_END = re.compile(r"[。！？.!?」』”\"]\s?[（(【［](?P<signed>[^（(【［］】)）]{2,24})[］】)）]$")
_CLOSED_END = re.compile(rf"[。.다]\s+(?P<signed>[{_HANGUL}·]{{2,14}}\s[{_HANGUL}]{{2,5}})$")
"""Korean: a reporter behind the last sentence."""
_AGENCY_OPENS = re.compile(
    r"^[^()（）!?。]{0,50}[(（](?P<agency>[^()（）]{2,24})[)）]\.?\s?[-–—:]"
    r"|^[^/!?]{0,50}\s/(?P<slashed>[^/\s]{2,24})/\.?\s"
    rf"|^[(（【\[](?:[{_HANGUL}·]{{2,8}}=)?(?P<asian>[{_HAN}]{{2,6}}|[{_HANGUL}]{{2,8}})(?=[記记]者|[)）】\]])"
)
_AGENCY_CLOSES = re.compile(r"[.!?…。”\"»]\s?[(（](?P<agency>[^()（）]{2,24})[)）]\.?$")
"""Agencies: "Sutton (dpa/lno) - ...", "МОСКВА, 17 мая. /ТАСС/. ..." and "(서울=연합뉴스) ..." where a text begins, and behind its
last sentence "... (PAP)"."""
_LONE = re.compile(f"[{_HAN}]{{3,5}}")
_NO_PERSON = re.compile("[県市区庁省署部社局堂会院党軍]$|監督$|記者$|選手$|教授$|代表$")
_KANA = re.compile("[\u3040-\u30ff]")
_BETWEEN = re.compile(r"[\s、,，;；／/·・=]+")


def find_opening(text: str, lexicon: Lexicon) -> str:
    """Who signs where the first paragraph begins; empty where nobody does.

    >>> from cleancorpus.language.lexicon import default_lexicon
    >>> find_opening("本报讯（记者 陈若溪）停业两年的老街书店昨天重新开门。", default_lexicon())
    '记者 陈若溪'
    """
    head = text[:_HEAD]
    if _REPORTER.search(head) is None:
        return ""
    found = [
        item["signed"] for item in _BRACKETED.finditer(head) if item.start() <= _OPENS_BY and _REPORTER.search(item["signed"])
    ]
    found += [item["signed"] for pattern in (_BEHIND_BRACKET, _REPORTS, _WIRED) if (item := pattern.search(head)) is not None]
    return next((signed for signed in found if split_closed_names(signed, lexicon)), "")


def find_closing(text: str, lexicon: Lexicon) -> str:
    """Who signs behind the last sentence; empty where nobody does. In Japanese a full name in brackets does without a label."""
    found = _SIGNED_END.search(text) or _CLOSED_END.search(text)
    if found is None:
        return ""
    signed = found["signed"].strip()
    return signed if _is_lone_name(signed, text, lexicon) or split_closed_names(signed, lexicon) else ""


def find_agencies(text: str, lexicon: Lexicon, *, at_end: bool) -> list[str]:
    """The agencies of the dateline with which a text begins, or which stand behind its last sentence; empty if none do.

    >>> from cleancorpus.language.lexicon import default_lexicon
    >>> find_agencies("Sutton (dpa/lno) - Die Fähre legte um sieben ab.", default_lexicon(), at_end=False)
    ['dpa']
    """
    found = _AGENCY_CLOSES.search(text[-_HEAD:]) if at_end else _AGENCY_OPENS.search(text[:_HEAD])
    names = next(filter(None, found.groups())).split("/") if found else []
    return [name.strip() for name in names if phrase_key(name) in lexicon.organisations]


def _is_lone_name(name: str, text: str, lexicon: Lexicon) -> bool:
    if not _LONE.fullmatch(name) or _NO_PERSON.search(name) or is_organisation(name, lexicon):
        return False
    japanese = _KANA.search(text) and not lexicon.closed_families.isdisjoint((name[:1], name[:2]))
    return bool(japanese) or is_person(name, lexicon)


def split_closed_names(text: str, lexicon: Lexicon) -> list[str]:
    """The names in a line of labels and names in Han or Hangul, without those of editors and photographers; empty where it holds
    something else, or nothing that signs.

    >>> from cleancorpus.language.lexicon import default_lexicon
    >>> [split_closed_names(line, default_lexicon()) for line in ("记者陈若溪 通讯员李华", "김하은·박서린 기자")]
    [['陈若溪', '李华'], ['김하은', '박서린']]
    """
    words = [word for word in _BETWEEN.split(with_colons(text, lexicon).strip()) if word]
    if words and words[-1] in lexicon.closers and not _is_label(words[0], lexicon):
        return _names_before_trade(words[:-1], lexicon)
    names: list[str] = []
    writes: bool | None = None  # whose label it was that was read last; None before the first
    for word in words:
        label = _find_label(word, lexicon)
        if names and not label and _FROM_WHERE.search(word):
            break  # "记者陈若溪／台北报道"
        if label:
            writes = not (lexicon.editors.match(label) == label or label in lexicon.credits or label in lexicon.sources)
        name = word[len(label) :].strip(COLONS)
        if name and (writes is None or not _may_be_name(name, lexicon)):
            return []
        names += [name] if name and writes else []
    return names


def _find_label(word: str, lexicon: Lexicon) -> str:
    """The label with which a word begins, or that all of it is; empty if there is none."""
    label = lexicon.openers_colon[Cue.BYLINE].match(word) or lexicon.openers[Cue.BYLINE].match(word)
    return label or next((credit for credit in (word, word.partition("：")[0]) if credit in lexicon.credits), "")


def _is_label(word: str, lexicon: Lexicon) -> bool:
    return _find_label(word, lexicon) == word


def _may_be_name(word: str, lexicon: Lexicon) -> bool:
    return CLOSED.fullmatch(word) is not None and may_have_family(word, lexicon) and not is_organisation(word, lexicon)


def _names_before_trade(words: list[str], lexicon: Lexicon) -> list[str]:
    """The full names right before who they are, an outlet between or before them left out: "한강일보 김하은 기자"."""
    names: list[str] = []
    for word in reversed(words):
        if _may_be_name(word, lexicon) and is_person(word, lexicon):
            names.insert(0, word)
        elif names or not is_organisation(word, lexicon):
            break
    return names
