"""Authors: persons, from what the page states and from its byline. No outlet, no job, no date, nobody out of the related
stories; organisations that sign stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleancorpus.document import Evidence
from cleancorpus.language.fold import fold, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import find_person
from cleancorpus.metadata.embedded import Embedded
from cleancorpus.metadata.names import behind_opener, is_plain_name, read_stated, split_names
from cleancorpus.metadata.shown import Shown
from cleancorpus.page import Statements
from cleancorpus.role import Role

_STATED = (
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "byl",
    "author",
    "article:author",
    "og:article:author",
    "citation_author",
    "creator",
    "dc.creator",
    "dcterms.creator",
    "vr:author",
)
"""Meta elements that name an author, the ones that are made by hand for that purpose first."""
_CATALOGUED = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
"""Of these, the ones of catalogues, which put the family name first: "Kessler, Anna"."""
_LABELLED = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
_AUTHOR_WORDS = frozenset({"author", "authors", "byline", "autor", "autoren", "auteur", "autore", "verfasser", "writer"})
"""Words of classes that set a byline apart."""
_WORDS = re.compile(r"\w+")
_LIKELY = 0.4
"""How sure a line of text has to be a byline: of 117 texts of news two more are signed rightly than at a half, and none wrongly
(grouped folds, 2026-11-26)."""
_LIKELY_MARKED, _CERTAIN = 0.5, 0.9
"""The same on pages with markup, but for lines that open with a first name that is known: of 1,183 pages 9 bare names of 12 that
are right are so likely, and 4 of 25 that name somebody where the gold has nobody (2026-11-26); and without a date beside it."""
_HEAD_LINES = frozenset({Role.DATE, Role.KICKER})
"""What a line of the head with a date and a name in it may be taken for."""
_NOT_SIGNING = frozenset({Role.TITLE, Role.CAPTION, Role.LEGAL})
"""What is never taken for a signature: a picture has a maker of its own, and so has a book that is sold."""
_SAYS = frozenset({Role.TITLE, Role.LEAD, Role.BODY})
_FULL_LISTS = frozenset({"signature", "author element"})
"""Sources that may name more persons than what is stated."""
_LONGEST_SIGNED = 200
_SHORT, _FULL_NAME, _MOST_WORDS = 2, 2, 4
_ARTICLES = frozenset({"le", "la", "les", "el", "los", "las", "il", "lo", "i", "die", "das", "der", "the", "o", "a", "as", "os"})
_REVIEWED = re.compile(
    r"(?:medically |expert |fact[ -])?(?:reviewed|checked|edited|approved) by\b|(?:geprüft|redigiert|lektoriert) von\b"
    r"|relu par\b|revisado por\b",
    re.IGNORECASE,
)
"""Who looked over an article did not write it."""
_OUTLET = re.compile(r"\b(?:news|redaktion|nachrichten|agentur|agency|ajansı|agencia)$", re.IGNORECASE)
_LEGAL_FORM = re.compile(r"\b(?:gmbh|e\.\s?v\.?|inc|ltd|llc|corp|s\.\s?a\.?|s\.?r\.?l|plc|a\.?g|b\.v|pty)\b\.?$", re.IGNORECASE)


class Claim(NamedTuple):
    """Who wrote the article according to one source."""

    source: str
    text: str
    persons: tuple[str, ...]
    organisations: tuple[str, ...]
    confidence: float
    """How often such a source was right on annotated pages, roughly; of a block the score of its role."""


class Signed(NamedTuple):
    """Who signed."""

    authors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    evidence: Evidence | None = None


def extract_authors(
    shown: Sequence[Shown],
    statements: Statements,
    embedded: Embedded,
    sitename: str | None,
    hostname: str | None,
    lexicon: Lexicon,
) -> Signed:
    """Persons in the order given, and organisations that sign beside or instead of them; empty if nobody signs.

    The first source that names a person wins: JSON-LD of the article, meta elements, signed lines and marked bylines in the
    article's head, JSON-LD of the page, bylines elsewhere. A byline in the head that names all of these persons and more is
    believed instead. Sources that name others are kept in the evidence.
    """
    claims = [
        claim
        for claim in _claims(shown, statements, embedded, sitename, hostname, lexicon)
        if claim.persons or claim.organisations
    ]
    named = [claim for claim in claims if claim.persons]
    if not claims:
        return Signed()
    best = _fullest(named) if named else claims[0]
    against = tuple(
        dict.fromkeys((claim.source, "; ".join(claim.persons)) for claim in named if _keys(claim.persons) != _keys(best.persons))
    )
    return Signed(best.persons, best.organisations, Evidence(best.source, best.text, best.confidence, against))


def _fullest(named: Sequence[Claim]) -> Claim:
    """The first claim, or the first byline in the head that names the same persons and more."""
    first = named[0]
    own = _keys(first.persons)
    return next((claim for claim in named if claim.source in _FULL_LISTS and own < _keys(claim.persons)), first)


def _keys(names: Sequence[str]) -> frozenset[str]:
    return frozenset(map(fold, names))


def _claims(
    shown: Sequence[Shown],
    statements: Statements,
    embedded: Embedded,
    sitename: str | None,
    hostname: str | None,
    lexicon: Lexicon,
) -> Iterator[Claim]:
    """What each source says, the most trusted first."""
    names = (
        sitename,
        *_names_of_host(hostname or ""),
        embedded.article.publisher,
        embedded.page.publisher,
        embedded.marked.article.publisher,
    )
    outlets = {fold(name) for name in names if name} - {""}

    def claim(source: str, values: Sequence[str], organisations: Sequence[str], confidence: float) -> Claim:
        names = dict.fromkeys(name for value in values for name in read_stated(value, lexicon))
        return _sort_out(source, values, [*names], [*organisations], confidence, outlets, lexicon)

    article, page = embedded.article, embedded.page
    yield claim("json-ld author", article.authors, article.organisations, 0.9)
    for key in _STATED:
        values = [value for name, value in statements.meta if name == key]
        yield claim(f"meta {key}", [*map(_turn, values)] if key in _CATALOGUED else values, (), 0.8)
    for label, data in _LABELLED:
        if _announces(statements.meta_value(label) or "", lexicon):
            yield claim(f"meta {data}", [statements.meta_value(data) or ""], (), 0.8)
    marked = embedded.marked.article
    yield claim(f"{embedded.marked.syntax} author", marked.authors, marked.organisations, 0.8)
    lines = _read_lines(shown, embedded.strangers, outlets, lexicon)
    yield from (line.claim for line in lines if line.item.in_head)
    yield claim("json-ld author of the page", page.authors, page.organisations, 0.7)
    yield from (line.claim for line in lines if not line.item.in_head)


class _Line(NamedTuple):
    """A line that signs."""

    place: int
    """Number among the blocks that are shown."""
    item: Shown
    claim: Claim


def _read_lines(shown: Sequence[Shown], strangers: frozenset[str], outlets: set[str], lexicon: Lexicon) -> list[_Line]:
    """The lines that sign, the most trusted first."""
    article = _read_article(shown)
    own = ((at, item) for at, item in enumerate(shown) if fold(item.block.text) not in strangers)
    signed = [(at, item, source) for at, item in own if (source := _signed(item, lexicon)) is not None]
    lines = [_Line(at, item, _read_block(source, item, outlets, article, lexicon)) for at, item, source in signed]
    joined = [line if line.item.marked else _with_neighbours(number, lines, lexicon) for number, line in enumerate(lines)]
    return sorted(joined, key=lambda line: _rank(line.item, line.claim.source, lexicon))


def _with_neighbours(number: int, lines: Sequence[_Line], lexicon: Lexicon) -> _Line:
    """A line of a text with the full names in those directly beside it: several authors stand below each other. What holds
    another of the names and more is no name."""
    first = last = number
    while first > 0 and lines[first - 1].place == lines[first].place - 1:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].place == lines[last].place + 1:
        last += 1
    own, run = lines[number], lines[first : last + 1]
    persons = dict.fromkeys(name for line in run for name in line.claim.persons)
    known = {name for name in persons if _is_person(name, lexicon)}
    most = 2 * len(known) > len(persons)  # then the others that are full names are persons too
    names = [name for name in persons if name in own.claim.persons or name in known or (most and len(name.split()) >= _FULL_NAME)]
    apart = {fold(name): name for name in names if not any(other != name and other in name for other in names)}
    others = dict.fromkeys(name for line in run for name in line.claim.organisations)
    text = "; ".join(dict.fromkeys(line.claim.text for line in run if line.claim.persons))
    claim = own.claim._replace(text=text or own.claim.text, persons=tuple(apart.values()), organisations=tuple(others))
    return own._replace(claim=claim)


def _names_of_host(hostname: str) -> tuple[str, ...]:
    """How an address names its outlet: "news.herald.co.uk", "herald.co.uk", "herald"."""
    labels = hostname.removeprefix("www.").split(".")
    at = max(range(len(labels) - 1), key=lambda at: (len(labels[at]), -at), default=0)
    return ".".join(labels), ".".join(labels[at:]), labels[at]


def _rank(item: Shown, source: str, lexicon: Lexicon) -> tuple[int, bool]:
    """What is believed first of several bylines: one that is signed or marked, then full names beside a date, then full names;
    and in text one under the title before one above it, which signs another story."""
    elsewhere = not (item.marked or item.under_title)
    if source != "byline":
        return 0, elsewhere
    plain = is_plain_name(item.block.text, lexicon)
    return 1 if plain and item.beside_date else 2 if plain else 3, elsewhere


def _turn(value: str) -> str:
    family, comma, given = (part.strip() for part in value.partition(","))
    return f"{given} {family}" if comma and given and family and "," not in given else value


def _sort_out(
    source: str,
    values: Sequence[str],
    names: Sequence[str],
    organisations: Sequence[str],
    confidence: float,
    outlets: set[str],
    lexicon: Lexicon,
) -> Claim:
    """Persons and organisations among the names, each once; the outlet itself is neither, but for the site of one person, which
    bears that person's name."""
    persons: dict[str, str] = {}
    others: dict[str, str] = {}
    for name, said in (*((name, False) for name in names), *((name, True) for name in organisations)):
        key = fold(name)
        if key and (key not in outlets or (not said and _is_person(name, lexicon))):
            (others if said or is_organisation(name, lexicon) else persons).setdefault(key, name)
    return Claim(source, "; ".join(values or organisations), tuple(persons.values()), tuple(others.values()), confidence)


def is_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of an agency or desk that the lexicon knows, bears a legal form or ends as outlets do."""
    return phrase_key(name) in lexicon.organisations or any(form.search(name) for form in (_LEGAL_FORM, _OUTLET))


def _is_person(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a full one that opens with a first name that is known, and not with an article: Le is a family name,
    "Le Monde" an outlet."""
    words = name.split()
    return find_person(name, phrase_key(name), lexicon) == 0 and len(words) <= _MOST_WORDS and words[0].lower() not in _ARTICLES


def _announces(label: str, lexicon: Lexicon) -> bool:
    """Whether a label says that an author follows: "Written by"."""
    key = phrase_key(label)
    return any(table.match(key) == key for table in (lexicon.openers[Cue.BYLINE], lexicon.openers_colon[Cue.BYLINE]) if key)


def _read_article(shown: Sequence[Shown]) -> tuple[str, ...]:
    """What the article says, in words between spaces: its title, and each of its paragraphs; a last one that is nothing but names
    and a day signs it ("(Anna Kessler, 3.5.2024)")."""
    texts = [item.block.text for item in shown if item.block.role in _SAYS]
    if texts and not any(word[0].islower() for word in _WORDS.findall(texts[-1])):
        del texts[-1]
    return tuple(map(_spaced, texts))


def _spaced(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.casefold()))} "


def _is_spoken_of(name: str, article: Sequence[str]) -> bool:
    """Whether the article's own sentences name somebody; a last paragraph that begins with the name says who wrote it."""
    key = _spaced(name)
    return any(key in text and not (at == len(article) - 1 and text.startswith(key)) for at, text in enumerate(article))


def _read_block(source: str, item: Shown, outlets: set[str], article: Sequence[str], lexicon: Lexicon) -> Claim:
    text = item.block.text
    claim = _sort_out(source, [text], split_names(text, lexicon), (), item.block.score, outlets, lexicon)
    if source != "byline" or item.marked or any(map(str.isdigit, text)):
        return claim
    # Nothing but a name, which may be that of whom it is about, or of where, or of a shelf: "AFP, MANILA".
    persons = (name for name in claim.persons if not (claim.organisations and name[:1].isupper() and " " not in name))
    return claim._replace(persons=tuple(name for name in persons if not _is_spoken_of(name, article) and not _repeats(name)))


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
    if len(block.text) > _LONGEST_SIGNED:
        return None
    byline, dated = block.role is Role.BYLINE, any(map(str.isdigit, block.text))
    head_line = item.in_head and dated and block.role in _HEAD_LINES
    signed = behind_opener(block.text, lexicon)
    if signed is not None and (
        byline or (head_line and _is_by_somebody(block.text, signed, lexicon)) or _is_signature(item, signed, lexicon)
    ):
        return "signature" if not _REVIEWED.match(block.text) else None
    if not item.marked:
        return "byline" if byline and block.score >= _LIKELY and (item.in_head or item.behind_end) else None
    if not (byline or item.in_head):
        return None
    marked = block.markup is not None and block.markup.rel_author
    if (marked or (byline and item.own_names & _AUTHOR_WORDS)) and _is_short(block.text):
        return "author element"
    plain = is_plain_name(block.text, lexicon)
    if (marked or item.names & _AUTHOR_WORDS) and plain:
        return "author element"
    return "byline" if plain and item.in_head and _is_likely(item, byline or head_line, lexicon) else None


def _is_likely(item: Shown, head_line: bool, lexicon: Lexicon) -> bool:
    """Whether a line of the head that is nothing but names is there to sign: sure of its role, and the surer where there is no
    date beside it; or the first name is known."""
    sure = item.block.score if item.block.role is Role.BYLINE else 0.0
    known = any(_is_person(name, lexicon) for name in split_names(item.block.text, lexicon)[:1])
    if item.beside_date or any(map(str.isdigit, item.block.text)):
        return sure >= _LIKELY_MARKED or (head_line and known)
    return sure >= _CERTAIN and known


def _is_by_somebody(text: str, signed: str, lexicon: Lexicon) -> bool:
    """Whether a date line goes on with "by" and a name, or with a label ("Author: Anna Kessler") and a full name that is known:
    labels name sources too ("Source: Herald")."""
    labelled = text.removesuffix(signed).rstrip()[-1:] in {":", "："}
    return not labelled or all(_is_person(name, lexicon) for name in split_names(signed, lexicon))


def _is_signature(item: Shown, signed: str, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but a word that signs and full names of persons, where articles are signed. A line that begins
    with a day is another story's."""
    if item.block.role in _NOT_SIGNING or not (item.in_head or item.at_end):
        return False
    dated = any(map(str.isdigit, item.block.text.removesuffix(signed)))
    names = split_names(signed, lexicon)
    return not dated and is_plain_name(signed, lexicon) and all(_is_person(name, lexicon) for name in names)


def _is_short(text: str) -> bool:
    """Whether a line is a word or two: in an element that says that it names the author that is a name, or a pen name."""
    return len(text.split()) <= _SHORT
