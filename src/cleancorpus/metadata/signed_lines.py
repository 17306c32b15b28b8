"""Signed lines: which lines that the page shows say who wrote the article, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cached_property
from typing import NamedTuple

from cleancorpus.block import Block
from cleancorpus.language.fold import COLONS, fold, is_unspaced, phrase_key
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.language.persons import CLOSED, has_family, with_colons
from cleancorpus.metadata.bylines import is_name_with_trade, is_plain_name, split_names
from cleancorpus.metadata.claims import Claim, sort_out
from cleancorpus.metadata.datelines import find_closing, find_opening, split_closed_names
from cleancorpus.metadata.dates import parse_date
from cleancorpus.metadata.fields import names_editor, names_source
from cleancorpus.metadata.names import ONE_WORD, PARTICLES, is_person
from cleancorpus.metadata.openers import behind_first_opener, behind_opener
from cleancorpus.metadata.shown import Shown
from cleancorpus.metadata.trim import REVIEWED
from cleancorpus.role import Role

SIGNATURE, ELEMENT, BARE = "signature", "author element", "byline"
"""The sources: a word that signs, markup that sets an author apart, a line that is nothing but names."""
_AUTHOR_WORDS = frozenset({"author", "authors", "byline", "autor", "autoren", "auteur", "autore", "verfasser", "writer"})
"""Words of classes that set a byline apart."""
_WORDS = re.compile(r"\w+")
_LIKELY = 0.35
"""How sure a line of text has to be a byline: of 117 texts of news three more are signed rightly than at .4, and one less
wrongly; .30 gives the same (four folds of `lines-1`, 2026-11-27)."""
_LIKELY_MARKED, _CERTAIN = 0.5, 0.9
"""The same on pages with markup, but for lines that open with a first name that is known: of 1,183 pages 9 bare names of 12 that
are right are so likely, and 4 of 25 that name somebody where the gold has nobody (2026-11-26); and without a date beside it."""
_HEAD_LINES = frozenset({Role.DATE, Role.KICKER})
"""What a line of the head with a date and a name in it may be taken for."""
_NOT_SIGNING = frozenset({Role.TITLE, Role.CAPTION, Role.LEGAL})
"""What is never taken for a signature: a picture has a maker of its own, and so has a book that is sold."""
_PARAGRAPHS = frozenset({Role.LEAD, Role.BODY})
_SAYS = frozenset({Role.TITLE, Role.LEAD, Role.BODY})
_LONGEST_SIGNED = 200
_DAY = len("2021-05-03")
_SHORT, _FULL_NAME = 2, 2
_LONGEST_LABEL, _STOP = 40, re.compile(r"[.!?;]\s")
_OPEN_END = re.compile(r"[\w,:;-]$")
_KANA = re.compile("[\u3040-\u30ff]")
_FURTHEST = 12  # lines of names that stand together: more are a list of something else, and cost their square


class Line(NamedTuple):
    """A line that signs."""

    place: int
    """Number among the blocks that are shown."""
    item: Shown
    claim: Claim

    @property
    def is_weak(self) -> bool:
        """Whether it is a line of a text in which no word signs and nobody has a full name: a line behind the end that is signed
        says more."""
        return (
            not self.item.marked
            and self.claim.source == BARE
            and not any(" " in name or ONE_WORD.search(name) for name in self.claim.persons)
        )


def read_lines(shown: Sequence[Shown], strangers: frozenset[str], outlets: Set[str], lexicon: Lexicon) -> list[Line]:
    """The lines that sign, the most trusted first."""
    above = (None, *(item.block for item in shown))
    asked = ((at, item, _signed(item, lexicon) or _closes(item, above[at], lexicon)) for at, item in enumerate(shown))
    signed = ((at, item, source) for at, item, source in asked if source is not None)
    days = _find_days(shown, lexicon)
    own = [
        found for found in signed if fold(found[1].block.text) not in strangers and not _is_of_other_day(found[1], days, lexicon)
    ]
    said = _Said(shown)
    lines = [Line(at, item, _read_block(source, item, outlets, said, lexicon)) for at, item, source in own]
    joined = [line if line.item.marked else _with_neighbours(number, lines, lexicon) for number, line in enumerate(lines)]
    return sorted(joined, key=lambda line: _rank(line.item, line.claim.source, lexicon))


def _find_days(shown: Sequence[Shown], lexicon: Lexicon) -> frozenset[str]:
    """The days of the date lines in a text's head; none of a page with markup."""
    dated = (item for item in shown if item.in_head and not item.marked and item.block.role is Role.DATE)
    days = (parse_date(item.block.text, lexicon) for item in dated if len(item.block.text) <= _LONGEST_SIGNED)
    return frozenset(day[:_DAY] for day in days if day is not None)


def _is_of_other_day(item: Shown, days: Set[str], lexicon: Lexicon) -> bool:
    """Whether a line below a teaser of a text has a day that none in the head has: it dates and signs that."""
    if not days or not item.below_teaser or not any(map(str.isdigit, item.block.text)):
        return False
    day = parse_date(item.block.text, lexicon)
    return day is not None and day[:_DAY] not in days


def _with_neighbours(number: int, lines: Sequence[Line], lexicon: Lexicon) -> Line:
    """A line of a text with the full names in those directly beside it: several authors stand below each other. What holds
    another of the names and more is no name."""
    first = last = number
    while first > max(0, number - _FURTHEST) and lines[first - 1].place == lines[first].place - 1:
        first -= 1
    while last + 1 < min(len(lines), number + _FURTHEST) and lines[last + 1].place == lines[last].place + 1:
        last += 1
    own, run = lines[number], lines[first : last + 1]
    persons = dict.fromkeys(name for line in run for name in line.claim.persons)
    known = {name for name in persons if is_person(name, lexicon)}
    most = 2 * len(known) > len(persons)  # then the others that are full names are persons too
    names = [name for name in persons if name in own.claim.persons or name in known or (most and len(name.split()) >= _FULL_NAME)]
    apart = {fold(name): name for name in names if not any(other != name and f" {other} " in f" {name} " for other in names)}
    others = dict.fromkeys(name for line in run for name in line.claim.organisations)
    text = "; ".join(dict.fromkeys(line.claim.text for line in run if line.claim.persons))
    claim = own.claim._replace(text=text or own.claim.text, persons=tuple(apart.values()), organisations=tuple(others))
    return own._replace(claim=claim)


def _rank(item: Shown, source: str, lexicon: Lexicon) -> tuple[int, bool]:
    """What is believed first of several bylines: one that is signed or marked, then full names beside a date, then full names,
    and an editor last; one under the title before one above it, which signs another story."""
    elsewhere = not item.under_title
    if names_editor(item.block.text, lexicon):
        return 4, elsewhere
    if source != BARE:
        return 0, elsewhere
    plain = is_plain_name(item.block.text, lexicon) or _names_known(item.block.text, lexicon)
    return 1 if plain and item.beside_date else 2 if plain else 3, elsewhere


class _Said:
    """What the article says, worked out where a bare name asks."""

    def __init__(self, shown: Sequence[Shown]) -> None:
        self._shown = shown

    @cached_property
    def _sentences(self) -> tuple[str, ...]:
        """Words between spaces: of the title, and of each paragraph; a last one that is nothing but names and a day signs it
        ("(Anna Kessler, 3.5.2024)")."""
        says = [item.block for item in self._shown if item.block.role in _SAYS]
        if (
            says
            and says[-1].role is Role.BODY
            and all(word[0].isupper() or word[0].isdigit() for word in _WORDS.findall(says[-1].text))
        ):
            del says[-1]
        return tuple(_spaced(_without_label(block.text)) for block in says)

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that it writes in small letters."""
        texts = (item.block.text for item in self._shown if item.block.role in _SAYS)
        return frozenset(word for text in texts for word in _WORDS.findall(text) if word.islower())

    @cached_property
    def is_japanese(self) -> bool:
        """Whether it is written with kana."""
        return any(_KANA.search(text) for text in self._sentences)

    def speaks_of(self, name: str) -> bool:
        """Whether its own sentences name somebody; a last paragraph that begins with the name says who wrote it."""
        key = _spaced(name).strip() if is_unspaced(name[-1:]) else _spaced(name)
        found = [text for text in self._sentences if key in text]
        return bool(found) and not (found == [self._sentences[-1]] and self._sentences[-1].lstrip().startswith(key.lstrip()))

    def has_words_of(self, name: str) -> bool:
        """Whether a word of a name is one of the language: "Mental Health" is a shelf where "health" is spoken of."""
        return not self._small.isdisjoint(word.lower() for word in _WORDS.findall(name) if word not in PARTICLES)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.casefold()))} "


def _without_label(text: str) -> str:
    """A paragraph without who says it: "Anna Kessler: What do you read?"."""
    label, colon, rest = text.partition(": ")
    return rest if colon and len(label) <= _LONGEST_LABEL and _STOP.search(label) is None else text


def _read_block(source: str, item: Shown, outlets: Set[str], said: _Said, lexicon: Lexicon) -> Claim:
    text = _signed_part(item, lexicon) or item.block.text
    names = split_closed_names(text, lexicon) or split_names(text, lexicon)
    from_where = [name for name in names if not is_person(name, lexicon)] if names_source(text, lexicon) else []
    persons = [name for name in names if name not in from_where]
    claim = sort_out(source, [text], persons, from_where, item.block.score, outlets, lexicon)
    if source != BARE:
        return claim
    if item.marked:
        return claim._replace(
            persons=tuple(name for name in claim.persons if is_person(name, lexicon) or not said.has_words_of(name))
        )
    claim = claim._replace(persons=tuple(name for name in claim.persons if said.is_japanese or _may_be_closed(name, lexicon)))
    if any(map(str.isdigit, text)):
        return claim
    # Nothing but a name, which may be that of whom it is about, or of where, or of a shelf: "AFP, MANILA".
    likely = (name for name in claim.persons if not (claim.organisations and name[:1].isupper() and " " not in name))
    return claim._replace(persons=tuple(name for name in likely if not said.speaks_of(name) and not _repeats(name)))


def _may_be_closed(name: str, lexicon: Lexicon) -> bool:
    """Whether a word of Han or Hangul as long as a full name begins with a family name, or it is another word: a button is as
    long. Of Japanese family names there are too many to know."""
    return CLOSED.fullmatch(name) is None or has_family(name, lexicon)


def _repeats(name: str) -> bool:
    """Whether a word stands in it twice, as in menus that ran together."""
    words = name.split()
    return len(set(words)) < len(words)


def _signed(item: Shown, lexicon: Lexicon) -> str | None:
    """Which sign makes a block name the author; None where there is none.

    A word that signs is one in a byline, in a date line of the head ("5 May by Anna"), and where it and full names are all of a
    line in the head or at the end, whatever that is taken for. In plain text the role is one too, where it is likely, in the
    head or right behind the end. On pages with markup it is markup that sets an author apart around a line of full names; the
    role alone is one beside a date line in the head: menus and captions are full of names.
    """
    block = item.block
    if _signed_part(item, lexicon):
        return SIGNATURE
    byline = block.role is Role.BYLINE
    if len(block.text) > _LONGEST_SIGNED or item.among_teasers or not (byline or item.in_head or item.at_end):
        return None
    dated = any(map(str.isdigit, block.text))
    head_line = item.in_head and dated and block.role in _HEAD_LINES
    if _is_told(with_colons(block.text, lexicon), lexicon, sure=byline) if byline or head_line else _is_signature(block, lexicon):
        return SIGNATURE if not REVIEWED.match(block.text) else None
    if item.label and _AUTHOR_WORDS.isdisjoint(phrase_key(item.label).split()) and not item.names & _AUTHOR_WORDS:
        return None  # whom the line above labels is somebody else
    if not item.marked:
        likely = byline and block.score >= _LIKELY and not _is_label(block.text, lexicon)
        return BARE if likely and (item.in_head or item.behind_end) else None
    if not (byline or item.in_head):
        return None
    return _signed_without_word(item, dated=dated, head_line=head_line, lexicon=lexicon)


def _closes(item: Shown, above: Block | None, lexicon: Lexicon) -> str | None:
    """Which sign makes the last paragraph a signature: behind a sentence it is nothing but full names, of persons with a known
    first name or of several."""
    text = item.block.text
    last = item.at_end and not item.behind_end and item.block.role is Role.BODY and len(text) <= _LONGEST_SIGNED
    if not last or above is None or _OPEN_END.search(above.text) or any(map(str.isdigit, text)):
        return None
    plain = text.title() if text.isupper() else text  # "LÊ HOÀI PHƯƠNG - TRẦN ĐỨC KHẢI"
    names = split_names(plain, lexicon) if is_plain_name(plain, lexicon) else []
    known = [is_person(name, lexicon) for name in names]
    signs = (len(names) > 1 or any(known)) if plain is text else bool(names) and all(known)
    return BARE if signs else None


def _signed_part(item: Shown, lexicon: Lexicon) -> str:
    """What signs within the first paragraph or the last; empty where nothing does, and of any other block."""
    if item.block.role not in _PARAGRAPHS:
        return ""
    opening = find_opening(item.block.text, lexicon) if item.in_head else ""
    return opening or (find_closing(item.block.text, lexicon) if item.at_end else "")


def _signed_without_word(item: Shown, *, dated: bool, head_line: bool, lexicon: Lexicon) -> str | None:
    """The same for a line of a page with markup in which no word signs."""
    block, byline = item.block, item.block.role is Role.BYLINE
    if _is_label(block.text, lexicon):
        return None
    marked = block.markup is not None and block.markup.rel_author
    if (marked or (byline and item.own_names & _AUTHOR_WORDS)) and _is_short(block.text):
        return ELEMENT
    set_apart = marked or item.names & _AUTHOR_WORDS
    signs = item.in_head and (byline or head_line)
    if not (set_apart or signs):
        return None
    if not is_plain_name(block.text, lexicon):
        told = (dated and _names_known(block.text, lexicon)) or is_name_with_trade(block.text, lexicon)
        return BARE if item.in_head and byline and told else None
    if set_apart:
        return ELEMENT
    return BARE if signs and _is_likely(item, lexicon) else None


def _names_known(text: str, lexicon: Lexicon) -> bool:
    """Whether all names in a line are those of persons, whatever else it says: "3 May 2021 • Anna Kessler in Coast"."""
    names = split_names(text, lexicon)
    return bool(names) and all(is_person(name, lexicon) for name in names)


def _is_likely(item: Shown, lexicon: Lexicon) -> bool:
    """Whether a line of the head that is nothing but names is there to sign: sure of its role, and the surer where there is no
    date beside it; or the first name is known."""
    sure = item.block.score if item.block.role is Role.BYLINE else 0.0
    known = any(is_person(name, lexicon) for name in split_names(item.block.text, lexicon)[:1])
    if item.beside_date or any(map(str.isdigit, item.block.text)):
        return sure >= _LIKELY_MARKED or known
    return sure >= _CERTAIN and known


def _is_told(text: str, lexicon: Lexicon, *, sure: bool) -> bool:
    """Whether a word signs a line. A date line may go on with "by" and a name, or with a label ("Author: Anna Kessler") and a
    full name that is known: labels name sources too ("Source: Herald")."""
    signed = behind_opener(text, lexicon)
    if signed is None or sure:
        return signed is not None
    labelled = text.removesuffix(signed).rstrip().endswith(tuple(COLONS))
    return not labelled or all(is_person(name, lexicon) for name in split_names(signed, lexicon))


def _is_signature(block: Block, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but a word that signs and full names of persons."""
    signed = behind_first_opener(block.text, lexicon) if block.role not in _NOT_SIGNING else None
    if signed is None or not is_plain_name(signed, lexicon):
        return False
    return all(is_person(name, lexicon) for name in split_names(signed, lexicon))


def _is_label(text: str, lexicon: Lexicon) -> bool:
    """Whether two words are no name: a phrase ("Insights from"), and what begins with a word of the frame ("More posts") or a
    trade ("Expert reviewer"), but for persons of such a name."""
    words = text.split()
    if len(words) != _SHORT or is_person(text, lexicon):
        return False
    first = phrase_key(words[0])
    return first in lexicon.lines or first in lexicon.trades or (words[0][0].isupper() and words[1][0].islower())


def _is_short(text: str) -> bool:
    """Whether a line is a word or two: in an element that says that it names the author that is a name, or a pen name."""
    return len(text.split()) <= _SHORT
