"""Date: when the article was published and when it was last changed. Sources are checked against each other; never from a teaser,
never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, takewhile
from typing import NamedTuple
from urllib.parse import urlsplit

from cleancorpus.document import Evidence
from cleancorpus.language.fold import phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.metadata.dates import find_order, is_of_member, parse_date, parse_iso
from cleancorpus.metadata.embedded import Embedded
from cleancorpus.metadata.names import BAR
from cleancorpus.metadata.openers import behind_opener
from cleancorpus.metadata.shown import Shown
from cleancorpus.page import Statements
from cleancorpus.role import Role

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:publishtime",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "article:published",
    "published",
    "published-date",
    "w-published-date",
    "citation_publication_date",
    "dcterms.created",
    "dc.date.created",
    "date.created",
    "dc.date",
    "dcterms.date",
    "date",
)
_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "date.modified",
    "last-modified",
)
_DATING = frozenset({Role.DATE, Role.BYLINE, Role.KICKER})
_ANY_YEAR, _ANY_MONTH = r"(?:19[6-9]|20[0-4])\d", r"(?:0[1-9]|1[0-2])"
_IN_PATH = re.compile(
    rf"(?<!\d)({_ANY_YEAR})([/_.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?<!\d)({_ANY_YEAR})({_ANY_MONTH})(0[1-9]|[12]\d|3[01])(?!\d)"
)
_IN_PATH_DAY_FIRST = re.compile(rf"(?<!\d)(0?[1-9]|[12]\d|3[01])([_.-])({_ANY_MONTH})\2({_ANY_YEAR})(?!\d)")
_LONGEST_DATED, _LONGEST_PARTED = 80, 240  # code points of a line; of one with bars between its parts
_FIRST_CHARACTERS = 12  # a line of another role counts where its date stands this near to its start: "Wien, 3. Mai 2021"
_DAY = len("2021-05-03")
_MINUTE = len("2021-05-03T09:12")
_MOST_DATED = 2  # lines for each that is read: of a programme only one may give its year
_FEWEST_POSTS, _POSTS_PER_STRANGER = 3, 10
_MOST_DATELINE, _LONGEST_DATELINE = 9, 50  # words, code points
_FEWEST_TITLED = 6  # words of a title with its day, which is three: fewer are the name of that day
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_PLACE = re.compile(r"[^\d,]+, ")
_SETS_OFF = frozenset(")|–—-•·/")
_NEAR = dt.timedelta(days=1)  # as far as zones can move a day
_EASTERNMOST, _WESTERNMOST, _DAY_LONG = dt.timedelta(hours=14), dt.timedelta(hours=12), dt.timedelta(days=1)
_TODAY = re.compile(r"今天是|今日は|\b(?:today is|heute ist|hoy es|oggi è|aujourd.hui,? nous sommes|сегодня)\b", re.IGNORECASE)
"""What a masthead says of the day on which it was fetched."""
_TIME = "time element"


@dataclass(frozen=True, slots=True)
class Claim:
    """A date according to one source."""

    source: str
    text: str
    value: str
    """ISO 8601."""
    confidence: float
    swapped: str | None = None
    """The other reading of numbers that may be day and month or month and day; None where there is no doubt."""

    @property
    def day(self) -> dt.date | None:
        """The day it names; None of a month alone."""
        return dt.date.fromisoformat(self.value[:_DAY]) if len(self.value) >= _DAY else None


class Dates(NamedTuple):
    """When a page was published and changed, with evidence; None where that is not known."""

    date: tuple[str, Evidence] | None = None
    modified: tuple[str, Evidence] | None = None


def extract_dates(
    shown: Sequence[Shown],
    statements: Statements,
    embedded: Embedded,
    url: str | None,
    lexicon: Lexicon,
    crawled: str | None = None,
) -> Dates:
    """Dates of publication and of the last change.

    Publication is what JSON-LD of the article, meta elements, microdata or RDFa state, the first of these, or JSON-LD of the
    page, where its day is seen; checked against the date that the article's head shows and against the address:

    - a day shown that is one off a stated instant is the same day in the readers' zone, and is given instead, unless the address
      agrees with what is stated;
    - of a day shown and an earlier one stated the stated one is publication and the other a change; and the other way round,
      where the day is shown right under the title: above it stands what belongs to other stories;
    - without a statement the head counts, then the address, then a lone date line elsewhere.

    A line that says that it tells of an update is never publication, and the day of an event that the page tells of only where
    something states it or a word announces it.

    Args:
        shown: The readable blocks.
        statements: What the page states in its head.
        embedded: What its JSON-LD states.
        url: Its address.
        lexicon: Words for months and updates.
        crawled: When it was fetched, ISO 8601: nothing later is believed. None where that is not known.
    """
    latest = dt.date.fromisoformat(crawled[:_DAY]) + _NEAR if crawled and parse_iso(crawled) else None
    reader = _Reader(lexicon, _day_first(statements, shown), latest)
    address = _read_address(url, reader)
    stated = [*_stated(reader, embedded, statements)]
    lines = [*_lines(reader, shown)]
    events = {moment[:_DAY] for text in embedded.events if (moment := parse_iso(text))} if not stated else set[str]()
    lines = [line for line in lines if line.claim.value[:_DAY] not in events or _announces_date(line.claim.text, reader)]
    changes = [*_changes(reader, embedded, statements), *(line.claim for line in lines if line.update)]
    head = [line.claim for line in lines if line.in_head and not line.update]
    elsewhere = [line.claim for line in lines if not line.in_head and not line.update]
    stated += _of_page(reader, embedded, [*head, *address])
    stated, head = _settle_order(stated, [*head, *address]), _settle_order(head, [*stated, *address])
    under_title = {line.claim.text for line in lines if line.under_title}
    last = chain(_created(reader, embedded), _datelines(reader, shown), _lone(elsewhere, shown, lexicon))
    best = _choose(stated, head, address, last, under_title)
    if best is not None and not changes and head and _is_later(head[0], best):
        changes = [head[0]]
    everything = [*stated, *head, *address]
    return Dates(
        (best.value, _evidence(best, everything)) if best else None,
        (changes[0].value, _evidence(changes[0], [])) if changes else None,
    )


def _evidence(best: Claim, others: Iterable[Claim]) -> Evidence:
    against = dict.fromkeys((item.source, item.value) for item in others if item.value[:_DAY] != best.value[:_DAY])
    return Evidence(best.source, best.text, best.confidence, tuple(against))


def _choose(
    stated: Sequence[Claim],
    head: Sequence[Claim],
    address: Sequence[Claim],
    last: Iterable[Claim],
    under_title: set[str],
) -> Claim | None:
    if not stated:
        return next(chain(head, address, last), None)  # the last are looked for only here: most pages do not need them
    below = (claim for claim in head if claim.text in under_title)
    first, seen = stated[0], [*below, *head[:1], *address]
    if any(claim.day == first.day for claim in seen):
        return first
    if _is_instant(first):
        local = next((claim for claim in seen if _is_local(claim, first)), None)
        if local is not None:
            return local
    earlier = head and _is_later(first, head[0]) and head[0].text in under_title
    return head[0] if earlier else first


def _is_instant(claim: Claim) -> bool:
    return "T" in claim.value


def _is_local(claim: Claim, instant: Claim) -> bool:
    """Whether a day is that of an instant in some zone; of one without a zone it may be the day beside it."""
    moment = dt.datetime.fromisoformat(instant.value)
    offset = moment.utcoffset()
    if offset is None or claim.day is None:
        return _is_near(claim, instant)
    since = dt.timedelta(moment.toordinal() - claim.day.toordinal(), hours=moment.hour, minutes=moment.minute) - offset
    return -_EASTERNMOST <= since < _DAY_LONG + _WESTERNMOST


def _is_near(one: Claim, other: Claim) -> bool:
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= _NEAR


def _is_later(one: Claim, other: Claim) -> bool:
    return one.day is not None and other.day is not None and one.day > other.day


def _lone(claims: Sequence[Claim], shown: Sequence[Shown], lexicon: Lexicon) -> Iterator[Claim]:
    """The first of some claims if all name the same day, or if it is the first of several posts: a page with several dates else
    is a list of other things."""
    dated = sum(item.block.role is Role.DATE and any(map(str.isdigit, item.block.text)) for item in shown)
    if len({claim.day for claim in claims}) == 1 and dated <= _MOST_DATED * len(claims):
        yield claims[0]
    elif (posts := _first_post(claims)) and _has_members(shown, lexicon):
        yield from posts


def _has_members(shown: Sequence[Shown], lexicon: Lexicon) -> bool:
    """Whether a page says of anybody since when he is a member, as beside posts: events to come follow each other too."""
    return any(is_of_member(item.block.text, lexicon) for item in shown if len(item.block.text) <= _LONGEST_DATED)


def _first_post(claims: Sequence[Claim]) -> list[Claim]:
    """The first of several moments, if hardly one of the others is earlier: so posts follow each other, with a quotation or the
    foot of the page between. News stand the other way round."""
    moments = [claim for claim in claims if _is_instant(claim)]
    earlier = sum(claim.value[:_MINUTE] < moments[0].value[:_MINUTE] for claim in moments)
    return moments[:1] if len(moments) >= _FEWEST_POSTS and earlier * _POSTS_PER_STRANGER <= len(moments) else []


def _settle_order(claims: Sequence[Claim], witnesses: Sequence[Claim]) -> list[Claim]:
    """Claims, read with day and month the other way round where that alone agrees with a witness that leaves no doubt."""
    days = {witness.day for witness in witnesses if witness.swapped is None}
    settled = []
    for claim in claims:
        swapped = replace(claim, value=claim.swapped, swapped=claim.value) if claim.swapped else claim
        settled.append(swapped if swapped.day in days and claim.day not in days else claim)
    return settled


@dataclass(frozen=True, slots=True)
class _Reader:
    """How dates of one page are read."""

    lexicon: Lexicon
    day_first: bool
    latest: dt.date | None

    def read(self, source: str, text: str, confidence: float, *, exact: bool = False) -> Claim | None:
        """What a text says; None where it holds no date, or one that is yet to come."""
        value = parse_iso(text) or (None if exact else parse_date(text, self.lexicon, day_first=self.day_first))
        if value is None:
            return None
        other = None if parse_iso(text) else parse_date(text, self.lexicon, day_first=not self.day_first)
        claim = Claim(source, text, value, confidence, other if other != value else None)
        if not self.is_past(claim) and claim.swapped:
            claim = replace(claim, value=claim.swapped, swapped=None)
        return claim if self.is_past(claim) else None

    def finds(self, text: str) -> bool:
        """Whether a text holds a date."""
        return parse_date(text, self.lexicon, day_first=self.day_first) is not None

    def is_past(self, claim: Claim) -> bool:
        """Whether a claim is not of a day after the page was fetched, as far as that is known."""
        return self.latest is None or claim.day is None or claim.day <= self.latest


def _day_first(statements: Statements, shown: Sequence[Shown]) -> bool:
    """As the dates of the page have it that leave no doubt, if they agree; else month first only where the page says that it is
    American: everywhere else the day comes first."""
    orders = {find_order(item.block.text) for item in shown if item.block.role in _DATING} - {None}
    if len(orders) == 1:
        return True in orders
    locale = (statements.meta_value("og:locale") or statements.lang or "").replace("_", "-").lower()
    return locale not in {"en-us"}


def _stated(reader: _Reader, embedded: Embedded, statements: Statements) -> Iterator[Claim]:
    """What the page states as its publication, the most trusted first."""
    values = [
        ("json-ld", embedded.article.published),
        *_meta(statements, _PUBLISHED),
        (embedded.marked.syntax, embedded.marked.article.published),
    ]
    return _read_all(reader, values, 0.95)


def _of_page(reader: _Reader, embedded: Embedded, seen: Sequence[Claim]) -> list[Claim]:
    """When the page itself was made, if the reader sees that day: software states it of shops and services too, which are of no
    day. Unseen it was an article's on 5 pages, and on 36 whose golds have none (WCXB and the snippets, 2026-11-28)."""
    values = [("json-ld of the page", embedded.page.published)]
    return [claim for claim in _read_all(reader, values, 0.95) if any(_is_near(claim, other) for other in seen)]


def _changes(reader: _Reader, embedded: Embedded, statements: Statements) -> Iterator[Claim]:
    values = [
        ("json-ld", embedded.article.modified),
        *_meta(statements, _MODIFIED),
        (embedded.marked.syntax, embedded.marked.article.modified),
        ("json-ld of the page", embedded.page.modified),
    ]
    return _read_all(reader, values, 0.9)


def _created(reader: _Reader, embedded: Embedded) -> Iterator[Claim]:
    values = [
        ("json-ld dateCreated", embedded.article.created),
        (f"{embedded.marked.syntax} dateCreated", embedded.marked.article.created),
        ("json-ld dateCreated of the page", embedded.page.created),
    ]
    return _read_all(reader, values, 0.8)


def _meta(statements: Statements, names: Iterable[str]) -> list[tuple[str, str | None]]:
    return [(f"meta {key}", value) for name in names for key, value in statements.meta if key == name]


def _read_all(reader: _Reader, values: Iterable[tuple[str, str | None]], confidence: float) -> Iterator[Claim]:
    for source, value in values:
        if value and (claim := reader.read(source, value, confidence)):
            yield claim


class _Line(NamedTuple):
    """A date that the page shows."""

    claim: Claim
    in_head: bool
    under_title: bool
    update: bool


def _lines(reader: _Reader, shown: Sequence[Shown]) -> Iterator[_Line]:
    """Dates of date lines, bylines and kickers: of those that announce one below the title first, for a masthead has the day on
    which the page was fetched, then of those beside the title, then of those of the head; then of short lines of the head that
    begin with one and are labelled captions, and of those in the head or at the end that announce one, whatever they are taken
    for. Titles and paragraphs that begin with a day tell of that day."""
    dating = sorted(
        (item for item in shown if item.block.role in _DATING),
        key=lambda item: (
            not (item.under_title and _announces_date(item.block.text, reader)),
            not item.beside_title,
            not item.in_head,
        ),
    )
    others = (item for item in shown if item.block.role not in _DATING and item.marked)
    for item in dating:
        if not (is_of_member(item.block.text, reader.lexicon) or _TODAY.search(item.block.text)):
            for claim, update in _read_line(reader, item):
                yield _Line(claim, item.in_head or not item.marked, item.under_title, update)
    for item in others:
        for part, update in _split_updates(item.block.text, reader) if _may_date(item, reader) else ():
            if found := reader.read("head", part, 0.6):
                yield _Line(found, item.in_head, item.under_title, update)


def _read_line(reader: _Reader, item: Shown) -> Iterator[tuple[Claim, bool]]:
    """What a line says, and whether that is of a change: its time elements, which are exact, else its text. Of several dates that
    the text does not tell apart the first."""
    block = item.block
    parts = _split_updates(block.text, reader)
    read = (reader.read(_TIME, moment, 0.9, exact=True) for moment in (block.markup.times if block.markup else ()))
    moments = [claim for claim in read if claim]
    if moments:
        at = _find_update(block.text, reader)
        changed_first = at == 0 if len(moments) > 1 else parts[0][1]
        yield from [(moments[0], changed_first), *((claim, not changed_first) for claim in moments[1:2] if at is not None)]
        return
    said = ((reader.read(str(block.role), part, block.score), update) for part, update in parts)
    yield from ((found, update) for found, update in said if found)


def _may_date(item: Shown, reader: _Reader) -> bool:
    """Whether a line that is taken for no date line is one after all."""
    text = item.block.text
    if item.in_head and item.block.role is Role.CAPTION and (_begins_with_date(text, reader) or _announces_inside(text, reader)):
        return True
    return item.block.role is not Role.TITLE and (item.in_head or item.at_end) and _announces_date(text, reader)


def _announces_date(text: str, reader: _Reader) -> bool:
    """Whether a short line, or one between bars, begins with a word that announces its date ("Published on 5 May 2021"), or signs
    before it ("Posted by Anna on 5 May 2021")."""
    if len(text) <= _LONGEST_PARTED and len(parts := BAR.split(text)) > 1:
        return any(_announces_date(part, reader) for part in parts)
    if len(text) > _LONGEST_DATED or not any(map(str.isdigit, text)):
        return False
    if reader.lexicon.openers[Cue.DATE].match(phrase_key(text)) is not None:
        return reader.finds(text)
    signed = behind_opener(text, reader.lexicon) or ""
    return signed[:1].isalpha() and reader.finds(text)  # "By 3 May 2021 the harbour was empty" signs nothing


def _announces_inside(text: str, reader: _Reader) -> bool:
    """Whether a short line announces its date behind a name, as Korean ones do: "박서린 기자 입력 2023.08.09". A picture has
    a day of its own."""
    words = text.split() if len(text) <= _LONGEST_DATED else []
    for at in range(1, len(words)):
        opener = reader.lexicon.openers[Cue.DATE].match(phrase_key(" ".join(words[at:])))
        behind = words[at + len(opener.split())] if opener and at + len(opener.split()) < len(words) else ""
        if behind[:1].isdigit():
            return reader.finds(" ".join(words[at:])) and reader.lexicon.credits.isdisjoint(map(phrase_key, words[:at]))
    return False


def _datelines(reader: _Reader, shown: Sequence[Shown]) -> Iterator[Claim]:
    """Days that stand in the title's own element, and the one with which the first paragraph opens, set off from it: "(Wien,
    3. Mai 2021) Die Fähre ...", "Wien, 3. Mai 2021". A title or sentence that begins with a day tells of that day."""
    for item in shown:
        if item.block.role is Role.TITLE:
            times = item.block.markup.times if item.block.markup else ()
            moments = [(_TIME, moment) for moment in times if len(item.block.text.split()) >= _FEWEST_TITLED]
            lines = [("title", line) for line in item.block.text.split("\n")[1:] if _begins_with_date(line, reader)]
            yield from _read_all(reader, [*moments, *lines], 0.6)
        elif item.in_head and item.block.role in {Role.LEAD, Role.BODY} and (line := _find_dateline(item.block.text, reader)):
            yield from _read_all(reader, [("dateline", line)], 0.6)


def _find_dateline(text: str, reader: _Reader) -> str:
    """The words of a dateline, up to the end of its day; empty where a text opens with none."""
    if not any(map(str.isdigit, text[:_LONGEST_DATELINE])):
        return ""
    words = text.split(maxsplit=_MOST_DATELINE)
    lines = takewhile(lambda line: len(line) <= _LONGEST_DATELINE, accumulate(words[:_MOST_DATELINE], "{} {}".format))
    at, line = next(((at, line) for at, line in enumerate(lines, 1) if reader.finds(line)), (0, ""))
    if not line or _is_update(line, reader):
        return ""
    behind = words[at] if at < len(words) else ""
    set_off = line[-1] in _SETS_OFF or behind[:1] in _SETS_OFF or _CLOCK.match(behind)
    return line if (set_off if behind else _PLACE.match(line)) else ""


def _begins_with_date(text: str, reader: _Reader) -> bool:
    """Whether a short line opens with its date, behind a place at most."""
    if len(text) > _LONGEST_DATED:
        return False
    digit = next((at for at, character in enumerate(text) if character.isdecimal()), len(text))
    return digit <= _FIRST_CHARACTERS and reader.finds(text)


def _is_update(text: str, reader: _Reader) -> bool:
    """Whether a line tells of a change and of nothing else."""
    return all(update for _, update in _split_updates(text, reader))


def _find_update(text: str, reader: _Reader) -> int | None:
    """Number of the word from which on a line speaks of a change; None where no word says so."""
    words = text.split()
    return next((at for at in range(len(words)) if reader.lexicon.updates.match(phrase_key(" ".join(words[at:])))), None)


def _split_updates(text: str, reader: _Reader) -> list[tuple[str, bool]]:
    """The parts of a line that hold a date, and whether each tells of a change, which a word before its date says: "3 May 2021,
    updated 4 June 2022", "Updated 4 June 2022 | Published 3 May 2021". The whole line where no word says so, or two days stand
    behind one word."""
    words, at = text.split(), _find_update(text, reader)
    if at is None:
        return [(text, False)]
    before, rest = " ".join(words[:at]), words[at:]
    if reader.finds(before):
        behind = " ".join(rest)
        return [(before, False), (behind, True)] if reader.finds(behind) else [(text, False)]
    ends = (end for end in range(1, len(rest)) if reader.finds(" ".join(rest[:end])))
    end = next(ends, len(rest))
    behind = " ".join(rest[end:])
    if not reader.finds(behind):
        return [(text, True)]
    told = any(reader.lexicon.openers[Cue.DATE].match(phrase_key(" ".join(rest[at:]))) for at in range(end, len(rest)))
    return [(" ".join(rest[:end]), True), (behind, False)] if told else [(text, False)]


def _read_address(url: str | None, reader: _Reader) -> list[Claim]:
    """The day that a page's path holds, as in ``/2021/05/03/harbour`` or ``/news/23-05-2021``; empty if it holds none."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return []
    if match := _IN_PATH.search(path):
        parts = match[1] or match[5], match[3] or match[6], match[4] or match[7]
    elif match := _IN_PATH_DAY_FIRST.search(path):
        parts = match[4], match[3], match[1]
    else:
        return []
    year, month, day = map(int, parts)
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return []
    claim = Claim("address", match[0], found.isoformat(), 0.9)
    return [claim] if reader.is_past(claim) else []
