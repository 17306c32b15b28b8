"""byline: who wrote it, by the words around the name or by where a lone name stands."""

from __future__ import annotations

import re
from functools import lru_cache

from cleancorpus.block import Kind
from cleancorpus.label.dates import is_date_line
from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.fold import COLONS, STOPS, fold_case, is_caseless, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import is_by_person, with_colons
from cleancorpus.role import Role

_MAX_SIZE, _LONGEST_BARRED = 110, 220
_LONE_NAME_SIZE = 48
_CASELESS_NAME = 32
_LINKED = 0.5
_MAY_PRECEDE = frozenset({Role.BYLINE, Role.ALT, Role.CAPTION, Role.RELATED, Role.NAV, Role.PROMO, Role.DATE})
_HEAD_REACH = 6  # blocks around the title
_GLUED_COUNT = re.compile(r"(?<=[^\W\d_])(?=\d)")
""" "Anna Kessler5 hours ago": two elements in one line."""
_BETWEEN_NAMES = re.compile(r"\s*[,&/;]\s*|\s(?:and|und|et|y|e|i|и|та|ve|và|og|och|en|dan)\s")
_BETWEEN_PARTS = re.compile(r"\s[|·•]\s")
_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,100}")
_COUNT_BEHIND = re.compile(r"\s+\d{1,5}\s+[^\W\d]+$")  # "... 12 comments"
_AGO = "ก่อน|แล้ว|ກ່ອນ|ແລ້ວ|មុន"
_COUNT = re.compile(rf"\d+\s?(?:[^\W\d_]{{0,2}}[^\W\d_前전]|(?!.*(?:{_AGO}))[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{{1,8}})")
"""How long or how many, as well as when: "20분". Beside words without capitals it makes them no name."""
_BEHIND = re.compile(r"\s[|·•–—-]\s|\s/\s")
_BEHIND_COMMA = re.compile(rf"{_BEHIND.pattern}|,\s(?=[^\W\d_])")
_JOINERS = frozenset(
    "and und et y e i и và ve & - – — | / , ; og och en với cùng with van von der den ter ten zu de da di del della dos bin ibn"
    " al la le".split()
)
_INITIAL = re.compile(r"(?<![\w.])([^\W\d_]\.)(?=[^\W\d_]{2})")
""" "Б.Болд", "H.Anh": an initial and a name, though no space stands between."""
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MOST_NAME_WORDS = 12


def byline(draft: Draft) -> None:
    """Signed lines near the title or at the article's end, and lone names behind its last paragraph or under its title."""
    for index in draft.free():
        measured = draft.features[index]
        if measured.size > _MAX_SIZE or measured.prose or index == draft.title or not measured.key:
            continue
        if not (_near_title(draft, index) or _behind_end(draft, index)):
            continue
        if is_signature(draft.blocks[index].text, draft.lexicon):
            draft.put(index, Role.BYLINE, 0.85, "byline-cue")
        elif is_name_and_moment(draft.blocks[index].text, draft.lexicon):
            draft.put(index, Role.BYLINE, 0.75, "name-and-date")
        elif not draft.is_html and _is_caseless_name(draft, index):
            draft.put(index, Role.BYLINE, 0.6, "name-by-date")
        elif (markup := draft.blocks[index].markup) is not None and markup.rel_author:
            draft.put(index, Role.BYLINE, 0.9, "rel-author")
        elif (
            measured.link_density < _LINKED
            and draft.blocks[index].kind is not Kind.CONTROL
            and _stands_as_signature(draft, index)
            and is_lone_name(draft.blocks[index].text, described=index > draft.last)
        ):
            draft.put(index, Role.BYLINE, 0.75, "lone-name")


def names_writer_first(draft: Draft, index: int) -> bool:
    """Whether a line where bylines stand is one, and begins with the label of who wrote: "Text: Anna Kessler, Fotos: Jörg Ahlers"
    ends like a picture's credit."""
    if not (_near_title(draft, index) or _behind_end(draft, index)):
        return False
    text, lexicon = draft.blocks[index].text, draft.lexicon
    key = phrase_key(with_colons(text, lexicon))
    label = lexicon.openers_colon[Cue.BYLINE].match(key) or lexicon.openers[Cue.BYLINE].match(key)
    return label is not None and label not in lexicon.credits | lexicon.sources and is_signature(text, lexicon)


def _near_title(draft: Draft, index: int) -> bool:
    """Between the title and a few blocks into the article, or just above the title."""
    start = draft.title if draft.title is not None else max(0, draft.first - _HEAD_REACH)
    return start - 2 <= index <= max(start + _HEAD_REACH, draft.first + 2) and index <= max(draft.last, start + _HEAD_REACH)


def _behind_end(draft: Draft, index: int) -> bool:
    """Behind the last paragraph, with nothing but signatures, pictures and links of the page between."""
    if index <= draft.last - 1 and not draft.is_html:
        return False
    return draft.last - 1 <= index <= draft.last + 5


def is_signature(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says who wrote it: a signing word and a name, an agency, or a name and a trade."""
    if len(text) > _MAX_SIZE:
        return False
    text = _without_moment(lexicon, _COUNT_BEHIND.sub("", _MAIL.sub("", with_colons(text, lexicon)))).strip()
    key = phrase_key(text)
    bare = key.strip("()[]. ")
    if bare in lexicon.organisations or is_desk_somewhere(text, lexicon):
        return True
    if is_by_person(text, key, lexicon):
        return True
    labelled = lexicon.openers_colon[Cue.BYLINE].match(key)
    behind = re.match(rf"\s*[{COLONS}]\s*(.+)", fold_case(text).partition(labelled)[2]) if labelled else None
    if behind is not None:
        rest = text[len(text) - len(behind[1]) :] if len(fold_case(text)) == len(text) else text
        return is_name(rest) or phrase_key(rest) in lexicon.organisations
    opener = lexicon.openers[Cue.BYLINE].match(key)
    if opener and len(key) > len(opener):
        rest = text[len(text) - len(text.lstrip(" -–—*(")) :][len(opener) :].strip(f" {COLONS}")
        return is_name(rest) or phrase_key(rest) in lexicon.organisations or _opens_with_name(rest)
    closes = key.endswith(_closers(lexicon))  # asked of all at once first: of each alone it takes fifty times as long
    closers = [item for item in lexicon.closers if key.endswith(item) and len(key) > len(item)] if closes else []
    if not closers or len(key.split(" ")) > 6 or len(key) >= 40:
        return False
    # Any, not the first: "reporter" and "staff reporter" both close a line, and a set has no order.
    return is_caseless(key) or any(is_name(text[: max(0, len(text) - len(closer))]) for closer in closers)


def is_desk_somewhere(text: str, lexicon: Lexicon) -> bool:
    """Whether a line that is no sentence begins with a desk's name, and a comma: "News Desk, Sutton". Agencies of one word are
    the sources of pictures as well."""
    desk, comma, place = text.partition(",")
    key = phrase_key(desk)
    return bool(comma and place.strip()) and " " in key and key in lexicon.organisations and text.rstrip()[-1:] not in STOPS


@lru_cache(maxsize=4)
def _closers(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted(lexicon.closers))


def _without_moment(lexicon: Lexicon, text: str) -> str:
    """A line without the date at its end or start: "Posted on June 14, 2019 by ..." and "Name - 14.06.2019, 8:30"."""
    if not any(character.isdigit() for character in text):
        return text
    words = text.split()
    for count in range(1, len(words)):
        if is_date_line(" ".join(words[:-count]), lexicon):
            return " ".join(words[-count:])
    for count in range(1, len(words)):
        if is_date_line(" ".join(words[count:]), lexicon):
            return " ".join(words[:count]).rstrip(" -–—|,·•:")
    return text


def _opens_with_name(text: str) -> bool:
    """Whether a line that is no sentence begins with a full name: "Anna Kessler for The Echo"."""
    words = text.split()
    return (
        len(words) > 2
        and text.rstrip()[-1:] not in set(".!?")
        and all(word[0].isupper() and word.isalpha() for word in words[:2])
    )


def is_name_and_moment(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a name with a date or time before or behind it, and nothing else."""
    text = _GLUED_COUNT.sub(" ", text)
    parts = [part.strip() for part in _BETWEEN_PARTS.split(text)]
    undated = [part for part in parts if part and not is_date_line(part, lexicon)]
    if undated and len(undated) < len(parts):
        return any(_is_somebody(_without_moment(lexicon, part)) for part in undated)
    rest = _without_moment(lexicon, text)
    if rest == text or not _is_somebody(rest):
        return False
    return not is_caseless(rest) or _COUNT.fullmatch(_taken(text, rest)) is None


def is_signed_between_bars(text: str, lexicon: Lexicon) -> bool:
    """Whether one part of a line says who wrote it and another when: "By Anna Kessler, with Reuters | Published: 3 May 2021 |
    Updated: ..."."""
    parts = [part.strip() for part in _BETWEEN_PARTS.split(text)] if len(text) <= _LONGEST_BARRED else []
    dated = [is_date_line(part, lexicon) for part in parts]
    return any(dated) and any(is_signature(part, lexicon) for part, day in zip(parts, dated, strict=True) if not day)


def _taken(text: str, rest: str) -> str:
    """What stands before or behind the rest of a line."""
    words, left = text.split(), len(rest.split())
    return " ".join(words[left:] if text.startswith(rest) else words[:-left])


def _is_somebody(text: str) -> bool:
    return is_lone_name(text) or (is_caseless(text) and is_name(text))


def are_lone_names(text: str) -> bool:
    """Whether a text is nothing but full names in a script with capitals, joined as names are."""
    return all(map(is_lone_name, _BETWEEN_NAMES.split(text)))


def is_name(text: str) -> bool:
    """Whether a text is made of names: capitalised words, joined by the words that join names. True for short texts of scripts
    without capitals."""
    text = re.split(r"[,|•·–—]\s|\s[-–—|/]\s|\(", text, maxsplit=1)[0].strip()
    words = _NAME_WORD.findall(text)
    if not words or len(words) > _MOST_NAME_WORDS or any(character.isdigit() for character in text):
        return False
    if is_caseless(text):
        return len(text) <= 24
    return all(word[0].isupper() or word.casefold() in _JOINERS for word in words) and sum(len(word) for word in words) > 3


def _is_caseless_name(draft: Draft, index: int) -> bool:
    """In a script without capitals: a few words beside the date line under the title, or in brackets at the article's end."""
    text = draft.blocks[index].text.strip()
    if (
        not is_caseless(text)
        or draft.features[index].ends
        or len(text) > _CASELESS_NAME
        or any(character.isdigit() for character in text)
    ):
        return False
    if index > draft.last:
        return text[0] in "（(【[" and text[-1] in "）)】]" and index <= draft.last + 2
    beside = (at for at in (index - 1, index + 1) if 0 <= at < len(draft.blocks))
    return (
        draft.title is not None
        and draft.title < index
        and any(draft.role(at) is Role.DATE for at in beside)
        and len(text.split()) <= 5
    )


def is_lone_name(text: str, *, described: bool = False) -> bool:
    """Whether a text is nothing but two to four capitalised words, a place behind a separator aside; with ``described`` also
    before a comma and what the person is."""
    name = re.split(_BEHIND_COMMA if described else _BEHIND, text, maxsplit=1)[0].strip(" ()[]（）【】-–—*")
    words = _INITIAL.sub(r"\1 ", name).split()
    if not 2 <= len(words) <= 4 or len(name) > _LONE_NAME_SIZE or is_caseless(name) or (name.isupper() and not described):
        return False
    return (
        text.rstrip()[-1:] not in set(":?!.,;")
        and not any(character.isdigit() for character in text)
        and all(word[0].isupper() for word in words)
    )


def _stands_as_signature(draft: Draft, index: int) -> bool:
    """Behind the last paragraph with only residue between, or between the title and the first paragraph; where there is no
    paragraph, nobody signed one. Without residue, nothing but names stands behind the name of who wrote a text."""
    if index > draft.last:
        if not draft.noisy and not all(
            draft.role(at) or is_lone_name(draft.blocks[at].text) for at in range(index, len(draft.blocks))
        ):
            return False
        between = range(draft.last + 1, index)
        return draft.last >= 0 and all(draft.role(at) in _MAY_PRECEDE or not draft.features[at].prose for at in between)
    if draft.title is None or not draft.noisy:
        return False
    beside_date = any(0 <= at < len(draft.blocks) and draft.role(at) is Role.DATE for at in (index - 1, index + 1))
    return draft.title < index < draft.first + (3 if beside_date else 0)
