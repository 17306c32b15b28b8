"""Authors: persons, from what the page states and from its byline. No outlet, no job, no date, nobody out of the related
stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleancorpus.block import Block
from cleancorpus.document import Evidence
from cleancorpus.language.fold import fold, fold_case, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.metadata.jsonld import Article
from cleancorpus.page import Statements
from cleancorpus.role import Role

_BETWEEN_NAMES = re.compile(
    r"\s*[,;/|&·•、，،؛]\s*|\s[-–—]\s|\s(?:and|und|et|y|e|và|en|og|och|i|и|та|і|ve|dan|és|și|kai|και|والـ?|و|और|और|এবং|และ|および|と)\s"
)
"""Signs and words between two names. The words only in lower case with spaces around: E. and Dan are names."""
_PARTICLES = frozenset(
    "von van de der den da do dos das di del della du la le el al bin ibn ben y e ter ten zu zur af av e' d' st".split()
)
_MAIL = re.compile(r"[(<]?[^\s@<(]{1,64}@[^\s@>)]{1,100}[)>]?")
_LONGEST = 400  # code points of a byline; longer ones are none
_ADDRESS = re.compile(r"https?://|www\.|@")
_DATE_PART = re.compile(r"\d")
_NAME = re.compile(r"[^\W\d_]")
_COUNT_BEHIND = re.compile(r"\s+\d{1,5}\s+[^\W\d]+$")
_SITE = re.compile(r"\b[a-z0-9-]{3,}\.[a-z]{2,6}\b")
_FULL_NAME = 2
_MAX_NAME = 60
_CASELESS = re.compile("[\u0590-\u0dff\u0e00-\u0fff\u1000-\u10ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3]")


def extract_authors(
    blocks: Sequence[Block], statements: Statements, article: Article, sitename: str | None, lexicon: Lexicon
) -> tuple[tuple[str, ...], Evidence] | None:
    """Names in the order given; None if nobody is named."""
    stated: list[tuple[str, Sequence[str], float]] = [
        ("json-ld author", article.authors, 0.9),
        (
            "meta author",
            [value for key, value in statements.meta if key in {"author", "article:author", "dc.creator", "parsely-author"}],
            0.7,
        ),
    ]
    for source, values, confidence in stated:
        names = _names(values, sitename, lexicon)
        if names:
            return names, Evidence(source, "; ".join(values), confidence)
    for block in blocks:
        if block.role is Role.BYLINE and (names := _names([block.text], sitename, lexicon)):
            return names, Evidence("byline", block.text, block.score)
    return None


def _names(values: Sequence[str], sitename: str | None, lexicon: Lexicon) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for value in values:
        for part in split_names(value, lexicon):
            folded = fold(part)
            if folded and folded != fold(sitename or "") and phrase_key(part) not in lexicon.organisations:
                names.setdefault(folded, part)
    return tuple(names.values())


def split_names(text: str, lexicon: Lexicon) -> list[str]:
    """Names of persons in a byline, without the words around them; empty if it holds none.

    Reading stops at the first part that is no name, where there has been one: jobs, places and dates stand behind names.
    """
    text = _MAIL.sub(" ", text[:_LONGEST]).strip(" \t\n-–—*()[]（）【】")
    for table in (lexicon.openers_colon[Cue.BYLINE], lexicon.openers[Cue.BYLINE]):
        key = phrase_key(text)
        opener = table.match(key)
        if opener == key and key:
            return []  # a signing word without a name
        if opener:
            at = fold_case(text).find(opener)
            text = text[at + len(opener) :].strip(" :：-–—\n")
    if _SITE.search(text):
        return []  # an outlet and its address
    text = _behind_date(text, lexicon)
    names: list[str] = []
    whole = False
    for part in _BETWEEN_NAMES.split(text):
        if phrase_key(part) in lexicon.closers:
            break
        name = _without_place(_without_trade(part.strip(" :：()[]（）"), lexicon), lexicon)
        if whole and len(name.split()) == 1 and not _CASELESS.search(name):
            break  # behind a full name a single word is a place or a job
        if _is_name(name, lexicon):
            names.append(name)
            whole = len(name.split()) > 1
        elif names:
            break
    return names


def _behind_date(text: str, lexicon: Lexicon) -> str:
    """The name in "Posted on June 14, 2019 by ...": what stands behind a signing word behind a number; the text itself
    without one."""
    words = text.split()
    for index in range(1, len(words)):
        rest = " ".join(words[index:])
        opener = lexicon.openers[Cue.BYLINE].match(phrase_key(rest))
        if opener and any(character.isdigit() for character in " ".join(words[:index])):
            return _COUNT_BEHIND.sub("", rest[len(opener) :].strip(" :："))
    return text


def _without_place(name: str, lexicon: Lexicon) -> str:
    """A name up to the first word in lower case that is no part of names: "Anna Kessler in London", and up to the field of a
    trade:
    ("Anna Kessler Trade reporter")."""
    words = name.split()
    for index, word in enumerate(words):
        if index and word[0].islower() and word not in _PARTICLES and not _CASELESS.search(name):
            trade = phrase_key(word) in lexicon.closers and index > _FULL_NAME
            return " ".join(words[: index - 1 if trade else index])
    return name


def _without_trade(name: str, lexicon: Lexicon) -> str:
    key = phrase_key(name)
    closer = max((word for word in lexicon.closers if key.endswith(word) and key != word), key=len, default="")
    return name[: len(name) - len(closer)].strip() if closer and fold_case(name).endswith(closer) else name


def _is_name(name: str, lexicon: Lexicon) -> bool:
    if not _NAME.search(name) or len(name) > _MAX_NAME or _DATE_PART.search(name) or _ADDRESS.search(name):
        return False
    if phrase_key(name) in lexicon.date_words or phrase_key(name) in lexicon.lines:
        return False
    if _CASELESS.search(name):
        return True
    words = name.split()
    return len(words) <= 6 and words[0][0].isupper() and sum(word[0].isupper() for word in words) * 2 > len(words)
