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
_LIKELY_MARKED = 0.5
"""The same on pages with markup, but for lines that open with a first name that is known: of 1,183 pages 9 bare names of 12 that
are right are so likely, and 4 of 25 that name somebody where the gold has nobody (2026-11-26)."""
_SAYS = frozenset({Role.TITLE, Role.LEAD, Role.BODY})
_FULL_LISTS = frozenset({"signature", "author element"})
"""Sources that may name more persons than what is stated."""
_LONGEST_SIGNED = 200
_SHORT = 2
_REVIEWED = re.compile(
    r"(?:medically |expert |fact[ -])?(?:reviewed|checked|edited|approved) by\b|(?:geprüft|redigiert|lektoriert) von\b"
    r"|relu par\b|revisado por\b",
    re.IGNORECASE,
)
"""Who looked over an article did not write it."""
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
    host = max((hostname or "").split(".")[:-1], key=len, default="")  # what names the outlet: herald of news.herald.co.uk
    claims = [
        claim for claim in _claims(shown, statements, embedded, sitename, host, lexicon) if claim.persons or claim.organisations
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
    host: str | None,
    lexicon: Lexicon,
) -> Iterator[Claim]:
    """What each source says, the most trusted first."""
    names = (sitename, host, embedded.article.publisher, embedded.page.publisher, embedded.marked.article.publisher)
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
    article_text = _read_article(shown)
    own = (item for item in shown if fold(item.block.text) not in embedded.strangers)
    blocks = [(item, source) for item in own if (source := _signed(item, lexicon)) is not None]
    blocks.sort(key=lambda pair: _rank(pair[0], pair[1], lexicon))
    for item, source in blocks:
        if item.in_head:
            yield _read_block(source, item, outlets, article_text, lexicon)
    yield claim("json-ld author of the page", page.authors, page.organisations, 0.7)
    for item, source in blocks:
        if not item.in_head:
            yield _read_block(source, item, outlets, article_text, lexicon)


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
    """Persons and organisations among the names, each once; the outlet itself is neither."""
    persons: dict[str, str] = {}
    others: dict[str, str] = {}
    for name, said in (*((name, False) for name in names), *((name, True) for name in organisations)):
        key = fold(name)
        if key and key not in outlets:
            (others if said or is_organisation(name, lexicon) else persons).setdefault(key, name)
    return Claim(source, "; ".join(values or organisations), tuple(persons.values()), tuple(others.values()), confidence)


def is_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of an agency or desk that the lexicon knows, or bears a legal form."""
    return phrase_key(name) in lexicon.organisations or _LEGAL_FORM.search(name) is not None


def _announces(label: str, lexicon: Lexicon) -> bool:
    """Whether a label says that an author follows: "Written by"."""
    key = phrase_key(label)
    return any(table.match(key) == key for table in (lexicon.openers[Cue.BYLINE], lexicon.openers_colon[Cue.BYLINE]) if key)


def _read_article(shown: Sequence[Shown]) -> tuple[str, ...]:
    """What the article says, in words between spaces: its title, and each of its paragraphs."""
    return tuple(_spaced(item.block.text) for item in shown if item.block.role in _SAYS)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.casefold()))} "


def _is_spoken_of(name: str, article: Sequence[str]) -> bool:
    """Whether the article's own sentences name somebody; a last paragraph that begins with the name says who wrote it."""
    key = _spaced(name)
    return any(key in text and not (at == len(article) - 1 and text.startswith(key)) for at, text in enumerate(article))


def _read_block(source: str, item: Shown, outlets: set[str], article: Sequence[str], lexicon: Lexicon) -> Claim:
    text = item.block.text
    claim = _sort_out(source, [text], split_names(text, lexicon), (), item.block.score, outlets, lexicon)
    if source != "byline" or item.marked:
        return claim
    # Nothing but a name, which may be that of whom it is about, or of where: "AFP, MANILA".
    persons = (name for name in claim.persons if not (claim.organisations and name.isupper() and len(name.split()) == 1))
    return claim._replace(persons=tuple(name for name in persons if not _is_spoken_of(name, article) and not _repeats(name)))


def _repeats(name: str) -> bool:
    """Whether a word stands in it twice, as in menus that ran together."""
    words = name.split()
    return len(set(words)) < len(words)


def _signed(item: Shown, lexicon: Lexicon) -> str | None:
    """Which sign makes a block name the author; None where there is none.

    In plain text the role is the sign, where it is likely, in the head or right behind the end. On pages with markup it is a
    word that signs, or markup that sets an author apart around a line of full names; the role alone is one beside a date line
    in the head: menus and captions are full of names.
    """
    block = item.block
    byline = block.role is Role.BYLINE
    if len(block.text) > _LONGEST_SIGNED or not (byline or (item.marked and item.in_head)):
        return None
    if byline and behind_opener(block.text, lexicon):
        return "signature" if not _REVIEWED.match(block.text) else None
    if not item.marked:
        return "byline" if block.score >= _LIKELY and (item.in_head or item.behind_end) else None
    marked = block.markup is not None and block.markup.rel_author
    if (marked or (byline and item.own_names & _AUTHOR_WORDS)) and _is_short(block.text):
        return "author element"
    if (marked or item.names & _AUTHOR_WORDS) and is_plain_name(block.text, lexicon):
        return "author element"
    dated = item.beside_date or any(character.isdigit() for character in block.text)
    likely = byline and (block.score >= _LIKELY_MARKED or find_person(block.text, phrase_key(block.text), lexicon) == 0)
    return "byline" if likely and item.in_head and dated and is_plain_name(block.text, lexicon) else None


def _is_short(text: str) -> bool:
    """Whether a line is a word or two: in an element that says that it names the author that is a name, or a pen name."""
    return len(text.split()) <= _SHORT
