"""Authors: persons, from what the page states and from its byline. No outlet, no job, no date, nobody out of the related
stories; organisations that sign stand apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from typing import NamedTuple

from cleancorpus.document import Evidence
from cleancorpus.language.fold import fold, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.metadata.bylines import split_names
from cleancorpus.metadata.claims import Claim, sort_out
from cleancorpus.metadata.datelines import find_agencies, find_opening
from cleancorpus.metadata.embedded import Embedded
from cleancorpus.metadata.fields import names_editor
from cleancorpus.metadata.names import is_person
from cleancorpus.metadata.shown import Shown
from cleancorpus.metadata.signed_lines import ELEMENT, SIGNATURE, read_lines
from cleancorpus.metadata.stated_names import read_stated
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
_FULL_LISTS = frozenset({SIGNATURE, ELEMENT})
"""Sources that may name more persons than what is stated."""
_LONGEST_LINE = 200
_PARAGRAPHS = frozenset({Role.LEAD, Role.BODY})


class Signed(NamedTuple):
    """Who signed."""

    authors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    evidence: Evidence | None = None


def extract_authors(
    shown: Sequence[Shown],
    statements: Statements,
    embedded: Embedded,
    outlets: Set[str],
    lexicon: Lexicon,
) -> Signed:
    """Persons in the order given, and organisations that sign beside or instead of them; empty if nobody signs. The outlet itself
    is the organisation where nobody else signs.

    The first source that names a person wins: JSON-LD of the article, meta elements, signed lines and marked bylines in the
    article's head, JSON-LD of the page, bylines elsewhere. A byline in the head that names all of these persons and more is
    believed instead. Sources that name others are kept in the evidence.
    """
    claims = [claim for claim in _claims(shown, statements, embedded, outlets, lexicon) if not claim.is_empty]
    named = [claim for claim in claims if claim.persons]
    if not claims:
        return _read_datelines(shown, lexicon)
    best = _fullest(named, lexicon) if named else next((claim for claim in claims if claim.organisations), claims[0])
    organisations = best.organisations or (_employers(best, shown, lexicon) if best.persons else best.outlets)
    against = tuple(
        dict.fromkeys((claim.source, "; ".join(claim.persons)) for claim in named if _keys(claim.persons) != _keys(best.persons))
    )
    return Signed(best.persons, organisations, Evidence(best.source, best.text, best.confidence, against))


def _fullest(named: Sequence[Claim], lexicon: Lexicon) -> Claim:
    """The first claim; or the first byline in the head that names the same persons and more, or the one person by more names."""
    first = named[0]
    own = _keys(first.persons)
    shown = (claim for claim in named if claim.source in _FULL_LISTS)
    return next((claim for claim in shown if _names_more(claim, own, lexicon) or _is_short_for(first, claim, lexicon)), first)


def _names_more(claim: Claim, own: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a claim names all of some persons and more, each of whom has a known first name: places stand behind names too."""
    more = [name for name in claim.persons if fold(name) not in own]
    return own < _keys(claim.persons) and all(is_person(name, lexicon) for name in more)


def _is_short_for(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether of two persons the one is named by a first name, or in one word as accounts are: "Anna" and "anna_kessler" are
    short for Anna Kessler."""
    if len(one.persons) != 1 or len(other.persons) != 1 or " " in one.persons[0]:
        return False
    short, name = fold(one.persons[0]), other.persons[0]
    return " " in name and (short == fold(name) or (short == fold(name.split()[0]) and is_person(name, lexicon)))


def _keys(names: Sequence[str]) -> frozenset[str]:
    return frozenset(map(fold, names))


def _claims(
    shown: Sequence[Shown],
    statements: Statements,
    embedded: Embedded,
    outlets: Set[str],
    lexicon: Lexicon,
) -> Iterator[Claim]:
    """What each source says, the most trusted first."""

    lines = read_lines(shown, embedded.strangers, outlets, lexicon)
    sources = {fold(name) for line in lines if line.item.in_head for name in line.claim.organisations}

    def claim(source: str, values: Sequence[str], organisations: Sequence[str], confidence: float) -> Claim:
        names = dict.fromkeys(name for value in values for name in _read(value, outlets, lexicon))
        named = [name for name in names if fold(name) in sources]  # the head says that it is from there
        others = [name for name in names if name not in named]
        return sort_out(source, values, others, [*organisations, *named], confidence, outlets, lexicon)

    stated = [*_read_statements(claim, statements, embedded, lexicon)]
    signed = any(line.claim.persons for line in lines if line.item.in_head)
    edited = _find_editors(shown, lexicon) if signed else frozenset[str]()
    yield from (one for one in stated if not _names_editors(one, edited))
    yield from (line.claim for line in lines if line.item.in_head and not line.is_weak)
    yield from (one for one in stated if _names_editors(one, edited))
    yield claim("json-ld author of the page", embedded.page.authors, embedded.page.organisations, 0.7)
    yield from (line.claim for line in sorted(lines, key=lambda line: line.is_weak) if line.is_weak or not line.item.in_head)


def _read_statements(
    claim: Callable[[str, Sequence[str], Sequence[str], float], Claim],
    statements: Statements,
    embedded: Embedded,
    lexicon: Lexicon,
) -> Iterator[Claim]:
    """What is stated of the article's authors, the most trusted first."""
    article, marked = embedded.article, embedded.marked.article
    yield claim("json-ld author", article.authors, article.organisations, 0.9)
    for key in _STATED:
        values = [value for name, value in statements.meta if name == key]
        yield claim(f"meta {key}", [*map(_turn, values)] if key in _CATALOGUED else values, (), 0.8)
    for label, data in _LABELLED:
        if _announces(statements.meta_value(label) or "", lexicon):
            yield claim(f"meta {data}", [statements.meta_value(data) or ""], (), 0.8)
    yield claim(f"{embedded.marked.syntax} author", marked.authors, marked.organisations, 0.8)


def _find_editors(shown: Sequence[Shown], lexicon: Lexicon) -> frozenset[str]:
    """Whom lines call editors or translators. Papers state the editor on duty as the author of what others sign."""
    lines = (item.block.text for item in shown if len(item.block.text) <= _LONGEST_LINE)
    return _keys([name for text in lines if names_editor(text, lexicon) for name in split_names(text, lexicon)])


def _read_datelines(shown: Sequence[Shown], lexicon: Lexicon) -> Signed:
    """Agencies that sign within the first paragraph or behind the last, which say least: outlets take up what they wrote."""
    for item in shown:
        text, paragraph = item.block.text, item.block.role in _PARAGRAPHS
        opening = find_agencies(text, lexicon, at_end=False) if paragraph and item.in_head else []
        agencies = opening or (find_agencies(text, lexicon, at_end=True) if paragraph and item.at_end else [])
        if agencies:
            return Signed((), tuple(agencies), Evidence("dateline", "/".join(agencies), 0.8))
    return Signed()


def _employers(claim: Claim, shown: Sequence[Shown], lexicon: Lexicon) -> tuple[str, ...]:
    """The agencies of the dateline that a person signs in: "(서울=연합뉴스) 김하은 기자 = ..."."""
    openings = (item.block.text for item in shown if item.in_head and item.block.role in _PARAGRAPHS)
    own = next((text for text in openings if find_opening(text, lexicon) == claim.text), "")
    return tuple(find_agencies(own, lexicon, at_end=False))


def _names_editors(claim: Claim, edited: Set[str]) -> bool:
    return bool(claim.persons) and _keys(claim.persons) <= edited


def _read(value: str, outlets: Set[str], lexicon: Lexicon) -> list[str]:
    """The names in a value. An outlet's may hold what stands between names ("Sea & Coast"); behind a comma follow its address, or
    persons."""
    first, _, rest = value.partition(",")
    if fold(value) in outlets:
        return [value]
    if fold(first) not in outlets:
        return read_stated(value, lexicon)
    beside = read_stated(rest, lexicon)
    return [first.strip(), *(beside if any(is_person(name, lexicon) for name in beside) else ())]


def _turn(value: str) -> str:
    family, comma, given = (part.strip() for part in value.partition(","))
    return f"{given} {family}" if comma and given and family and "," not in given else value


def _announces(label: str, lexicon: Lexicon) -> bool:
    """Whether a label says that an author follows: "Written by"."""
    key = phrase_key(label)
    return any(table.match(key) == key for table in (lexicon.openers[Cue.BYLINE], lexicon.openers_colon[Cue.BYLINE]) if key)
