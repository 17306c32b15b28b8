"""Lexicons: the words that sites of a language use for the furniture of a page, as data files, and how they are looked up.

All languages are merged into one table: a page's language is known only after its noise is gone, and a Vietnamese page may carry
an English share bar. So an entry must not be an ordinary line of prose in any language; `data/lexicons/README.md` says how to
choose them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain, count
from pathlib import Path
from typing import Any

from cleancorpus.errors import DataError
from cleancorpus.language.fold import COLONS, fold_case, is_unspaced, is_word_character, phrase_key, strip_accents


class Cue(StrEnum):
    """What a phrase announces: the section of the lexicon in which it stands."""

    RELATED = "related"
    NAV = "nav"
    PROMO = "promo"
    LEGAL = "legal"
    COMMENT = "comment"
    BYLINE = "byline"
    CREDIT = "caption"
    DATE = "date"


SCHEMA: Mapping[str, tuple[str, ...]] = {
    "related": ("lines", "openers", "openers_colon"),
    "nav": ("lines", "openers_colon"),
    "promo": ("lines", "phrases"),
    "legal": ("openers", "openers_colon", "phrases"),
    "comment": ("lines", "buttons", "phrases"),
    "byline": (
        "openers",
        "openers_colon",
        "openers_person",
        "sources",
        "editors",
        "closers",
        "trades",
        "organisations",
        "outlets",
    ),
    "caption": ("credits", "openers"),
    "date": ("openers", "updates", "members", "months", "weekdays", "words"),
    "person": ("given", "family"),
}
"""Sections of a lexicon file and the lists in each; `rejected` holds entries that were considered and left out."""

_HEAD_KEYS = frozenset({"language", "name", "source", "rejected"})
_PREFIX = 4
PREFIXES = range(_PREFIX, 0, -1)
"""Code points of a key under which a `PrefixTable` may have a phrase that the key starts with, the most first."""
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MOST_RUN_WORDS, _MOST_LINE_WORDS, _FEWEST_PARTS = 12, 4, 3
_MONTHS = 12
_DATE_WORD = re.compile(rf"[^\s\d,;،؛፣፤၊။{COLONS}|/()（）\[\]<>–—•·*_+年月日年-]+")
"""Not word characters: vowel signs of Indic scripts are none."""
_CLOSED = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
_AROUND_WORDS = "\"'“”„«»‘’()[]¡¿"
_MARK_AROUND = re.compile(f"[{re.escape(_AROUND_WORDS)}]")


@dataclass(frozen=True, slots=True)
class PrefixTable:
    """Phrases that open a text, found by their first characters."""

    by_prefix: Mapping[str, tuple[str, ...]]
    """Phrases by their first four characters, or all they have."""

    @classmethod
    def of(cls, phrases: Iterable[str]) -> PrefixTable:
        """A table of the phrases; the longest of those that fit is found first."""
        table: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=lambda item: (-len(item), item)):
            table.setdefault(phrase[:_PREFIX], []).append(phrase)
        return cls({prefix: tuple(found) for prefix, found in table.items()})

    def match(self, key: str) -> str | None:
        """The longest phrase that the key starts with, ending at the end of a word; None if there is none."""
        for size in PREFIXES:
            for phrase in self.by_prefix.get(key[:size], ()):
                if key.startswith(phrase) and (len(key) == len(phrase) or ends_word(key, len(phrase))):
                    return phrase
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The merged words of some languages. Two are the same only if they are one: what is remembered by lexicon depends on it."""

    lines: Mapping[str, Cue]
    """Whole lines and what they announce."""
    buttons: frozenset[str]
    """Those lines about comments that are no heading of any: to reply, to write one, to see more."""
    openers: Mapping[Cue, PrefixTable]
    """Starts of lines."""
    openers_colon: Mapping[Cue, PrefixTable]
    """Starts of lines that count only before a colon."""
    openers_person: frozenset[str]
    """Words that sign, and mean something else too ("na" is "by" and "and"): they count only before the full name of a person."""
    sources: frozenset[str]
    """Those of bylines that say where a text is from: whom they name signs it, and is as likely an agency as a person."""
    editors: PrefixTable
    """Those of bylines that say who edited, translated or checked a text: whom they name signs it where nobody else does."""
    phrases: Mapping[str, tuple[tuple[int, str, Cue], ...]]
    """Phrases inside a short text, by the longest of their words; each with its place in the order of precedence."""
    unspaced_phrases: tuple[tuple[str, Cue], ...]
    """The same for scripts that do not space their words."""
    closers: frozenset[str]
    """Words that stand behind a name in a byline, and make a line one."""
    trades: frozenset[str]
    """These, and words that say what somebody does: behind a name they are none of it, but no sign of a byline."""
    organisations: frozenset[str]
    """Agencies and desks that sign as authors."""
    outlet_starts: tuple[str, ...]
    """How names of agencies, desks and outlets begin, up to the next word."""
    outlet_ends: tuple[str, ...]
    """How they end."""
    credits: frozenset[str]
    """Words that stand before the name of who made a picture."""
    months: Mapping[str, int]
    """Names of months, 1-12."""
    month_phrases: tuple[str, ...]
    """Those of several words, or of a script that sets no spaces between them."""
    updates: PrefixTable
    """Starts of lines that say when a page was last changed: openers of date lines too."""
    members: PrefixTable
    """Starts of lines that say since when somebody is a member: their date is no article's."""
    date_words: frozenset[str]
    """Words that may stand in a line that holds nothing but a date: weekdays, months, small words."""
    time_words: frozenset[str]
    """Those of them that say when: weekdays, months, hours, "ago"; not what else stands in the openers of such lines."""
    first_names: frozenset[str]
    """Words with which the full names of persons begin: given names, and family names where these come first. Without case,
    with and without accents, and with "ue" for "ü"."""
    closed_families: frozenset[str]
    """Family names in scripts that set no space between them and the given name: Han and Hangul."""
    languages: tuple[str, ...] = field(default=())

    def is_run(self, key: str) -> bool:
        """Whether a key is nothing but buttons and lines of menus with only a space between, three at least, or two of which one
        is a button: "reply share". Two words of menus may well head something: "Video Archives"."""
        words = key.split(" ")
        if not 2 <= len(words) <= _MOST_RUN_WORDS or words[0] not in _frame_starts(self):
            return False
        at = parts = buttons = 0
        while at < len(words):
            ends = range(min(len(words), at + _MOST_LINE_WORDS), at, -1)
            part = next((part for end in ends if self._is_frame(part := " ".join(words[at:end]))), "")
            if not part:
                return False
            at += part.count(" ") + 1
            parts += 1
            buttons += part in self.buttons
        return parts + (buttons > 0) >= _FEWEST_PARTS

    def _is_frame(self, key: str) -> bool:
        return self.lines.get(key) is Cue.NAV or key in self.buttons

    def phrase_in(self, key: str) -> Cue | None:
        """What the first known phrase inside a key announces, of several that begin there the one that takes precedence; None if
        there is none."""
        words = key.split(" ")
        bare = [word.strip(_AROUND_WORDS) for word in words] if _MARK_AROUND.search(key) else words
        if not self.phrases.keys().isdisjoint(bare):
            known = (item for word in self.phrases.keys() & bare for item in self.phrases[word] if item[1] in key)
            found = [(at, rank, cue) for rank, phrase, cue in known if (at := _find_phrase(key, phrase)) is not None]
            if found:
                return min(found)[2]
        if not key.isascii() and _unspaced_starts(self).search(key):
            for phrase, cue in self.unspaced_phrases:
                if phrase in key:
                    return cue
        return None


def _find_phrase(key: str, phrase: str) -> int | None:
    """Where a phrase stands in a key, at the start of a word."""
    at = key.find(phrase)
    while at > 0 and is_word_character(key[at - 1]):
        at = key.find(phrase, at + 1)
    return at if at >= 0 else None


def _telling_word(phrase: str) -> str:
    """The longest word of a phrase that is whole wherever the phrase stands: its last one may go on. Short words are in every
    other text, and finding one asks for all phrases that have it."""
    words = phrase.split(" ")
    return max((word.strip(_AROUND_WORDS) for word in words[:-1] or words), key=len)


@lru_cache(maxsize=4)
def _frame_starts(lexicon: Lexicon) -> frozenset[str]:
    """First words of buttons and of lines of menus: with which no run of them begins, is none."""
    frame = (line for line, cue in lexicon.lines.items() if cue is Cue.NAV or line in lexicon.buttons)
    return frozenset(line.partition(" ")[0] for line in frame)


@lru_cache(maxsize=4)
def _unspaced_starts(lexicon: Lexicon) -> re.Pattern[str]:
    """A character that one of the phrases without spaces begins with: a text without any has none of them."""
    starts = sorted({phrase[0] for phrase, _ in lexicon.unspaced_phrases})
    return re.compile(f"[{re.escape(''.join(starts))}]" if starts else r"(?!)")


def ends_word(key: str, at: int) -> bool:
    """Whether a word ends before an offset of a key."""
    return not (is_word_character(key[at]) and is_word_character(key[at - 1])) or is_unspaced(key[at - 1])


def parse_lexicon(text: str, name: str) -> dict[str, Any]:
    """One language's file, checked against `SCHEMA`.

    Raises:
        DataError: Not TOML, or a section or list is missing or unknown.
    """
    data = _read_toml(text, name)
    _check(data, name)
    return data


def read_lexicon(*sources: Path | str | Mapping[str, Any]) -> Lexicon:
    """The package's words and phrases, and your own before them: where both know a line, yours decides.

    Args:
        sources: TOML files as those in ``data/lexicons``, or mappings of the same form, in order of precedence. Sections and
            lists that are not needed may be left out, and so may the head.

    Returns:
        All of them merged; without sources the package's own, as `default_lexicon` gives it.

    Raises:
        DataError: A file cannot be read or is no TOML, a section or list is unknown, or an entry is no string.

    >>> from cleancorpus import read_lexicon
    >>> lexicon = read_lexicon({"related": {"lines": ["Tidings of the neighbourhood"]}})
    >>> lexicon.lines["tidings of the neighbourhood"]
    <Cue.RELATED: 'related'>
    """
    if not sources:
        return default_lexicon()
    return merge_lexicons([*(_complete(source) for source in sources), *_shipped()])


def _complete(source: Path | str | Mapping[str, Any]) -> dict[str, Any]:
    """A caller's own data with an empty list for each that it leaves out."""
    if isinstance(source, Mapping):
        name, given = "given as a mapping", dict(source)
    else:
        name, given = str(source), _read_toml(_read_file(Path(source)), str(source))
    sections = {key: value for key, value in given.items() if key not in _HEAD_KEYS}
    for section, lists in SCHEMA.items():
        own = sections.get(section, {})
        if isinstance(own, Mapping):
            sections[section] = {key: [[]] * _MONTHS if key == "months" else [] for key in lists} | dict(own)
    data = {"language": "", "name": "", "source": ""} | sections
    _check(data, name)
    return data


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"lexicon {path}: {error.strerror if isinstance(error, OSError) else 'is not UTF-8'}"
        raise DataError(message) from error


def _read_toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"lexicon {name}: {error}"
        raise DataError(message) from error


def _check(data: Mapping[str, Any], name: str) -> None:
    problems = [f"unknown {key}" for key in sorted(set(data) - _HEAD_KEYS - set(SCHEMA))]
    problems += [f"no {key}" for key in ("language", "name", "source") if not isinstance(data.get(key), str)]
    for section, lists in SCHEMA.items():
        problems += _check_section(section, data.get(section), lists)
    if problems:
        message = f"lexicon {name}: {'; '.join(problems)}; the schema is cleancorpus.language.lexicon.SCHEMA"
        raise DataError(message)


def _check_section(section: str, content: Any, lists: tuple[str, ...]) -> list[str]:
    """What is wrong with a section: all its lists have to be there, lists of strings, with twelve lists of them for the
    months."""
    if not isinstance(content, dict):
        return [f"{section} is not a section" if content is not None else f"no section {section}"]
    problems = [f"unknown {section}.{key}" for key in sorted(set(content) - set(lists))]
    for key in lists:
        entries = content.get(key)
        if key == "months":
            sound = isinstance(entries, list) and len(entries) == _MONTHS and all(_is_strings(names) for names in entries)
        else:
            sound = _is_strings(entries)
        if not sound:
            problems.append(
                f"{section}.{key} is no list of strings"
                if key != "months"
                else f"{section}.months is not twelve lists of strings"
            )
    return problems


def _is_strings(entries: Any) -> bool:
    return isinstance(entries, list) and all(isinstance(entry, str) for entry in entries)


def merge_lexicons(lexicons: Iterable[Mapping[str, Any]]) -> Lexicon:
    """One table of several languages' files. Where two languages disagree about a line, the first in order of language code
    wins; a caller's own words have none, and come before all."""
    data = sorted(lexicons, key=lambda item: str(item["language"]))
    lines: dict[str, Cue] = {}
    buttons: set[str] = set()
    phrases: dict[str, list[tuple[int, str, Cue]]] = {}
    ranks = count()
    unspaced: list[tuple[str, Cue]] = []
    for item in data:
        for cue in (Cue.RELATED, Cue.NAV, Cue.PROMO, Cue.COMMENT):
            for line in item[cue]["lines"]:
                lines.setdefault(phrase_key(line), cue)
        own = {phrase_key(line) for line in item[Cue.COMMENT]["buttons"]} - lines.keys()
        buttons |= own
        lines |= dict.fromkeys(sorted(own), Cue.COMMENT)
        for cue in (Cue.PROMO, Cue.LEGAL, Cue.COMMENT):
            for phrase in item[cue]["phrases"]:
                key = phrase_key(phrase)
                if is_unspaced(key[0]):
                    unspaced.append((key, cue))
                else:
                    phrases.setdefault(_telling_word(key), []).append((next(ranks), key, cue))
    names = [phrase_key(name) for item in data for kind in SCHEMA["person"] for name in item["person"][kind]]
    outlets = _keys(data, Cue.BYLINE, "outlets")
    return Lexicon(
        lines=lines,
        buttons=frozenset(buttons),
        openers={cue: PrefixTable.of(_openers(data, cue)) for cue in Cue if "openers" in SCHEMA[cue]},
        openers_colon={cue: PrefixTable.of(_labels(data, cue)) for cue in Cue if "openers_colon" in SCHEMA[cue]},
        openers_person=frozenset(_keys(data, Cue.BYLINE, "openers_person")),
        sources=frozenset(_keys(data, Cue.BYLINE, "sources")),
        editors=PrefixTable.of(_keys(data, Cue.BYLINE, "editors")),
        phrases={word: tuple(found) for word, found in phrases.items()},
        unspaced_phrases=tuple(unspaced),
        closers=frozenset(_keys(data, Cue.BYLINE, "closers")),
        trades=frozenset([*_keys(data, Cue.BYLINE, "closers"), *_keys(data, Cue.BYLINE, "trades")]),
        organisations=frozenset(_keys(data, Cue.BYLINE, "organisations")),
        outlet_starts=tuple(word if is_unspaced(word[-1]) else f"{word} " for word in outlets),
        outlet_ends=tuple(end for word in outlets for end in _ends_of(word)),
        credits=frozenset(_keys(data, Cue.CREDIT, "credits")),
        months=(months := _months(data)),
        month_phrases=tuple(name for name in months if " " in name or (is_unspaced(name[0]) and not name[0].isdigit())),
        updates=PrefixTable.of(_keys(data, Cue.DATE, "updates")),
        members=PrefixTable.of(_keys(data, Cue.DATE, "members")),
        date_words=frozenset(_date_words(data)),
        time_words=frozenset(_time_words(data)),
        first_names=frozenset(form for name in names if not _CLOSED.match(name) for form in _spellings(name)),
        closed_families=frozenset(filter(_CLOSED.match, names)),
        languages=tuple(str(item["language"]) for item in data if item["language"]),
    )


def _date_words(data: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from _time_words(data)
    for item in data:
        for phrase in (*item[Cue.DATE]["openers"], *item[Cue.DATE]["updates"]):
            yield from split_date_words(phrase)


def _time_words(data: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for item in data:
        section = item[Cue.DATE]
        for phrase in (*section["weekdays"], *section["words"], *chain.from_iterable(section["months"])):
            yield from split_date_words(phrase)


def read_date_words(text: str) -> Iterator[str]:
    """The words of `split_date_words`, one after another: whoever stops at the first that is no date's is spared the others."""
    for token in _DATE_WORD.finditer(text):
        if word := fold_case(token[0].strip(".'’`\"་།")):
            yield word


def split_date_words(text: str) -> list[str]:
    """The words by which a date line is read, without case and figures: hyphens and the signs for year, month and day set them
    apart too. Lines and the lexicon's entries are split alike.

    >>> split_date_words("Segunda-feira, 3 de março")
    ['segunda', 'feira', 'de', 'março']
    """
    return [*read_date_words(text)]


def _months(data: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    return {
        phrase_key(name): number
        for item in sorted(data, key=lambda item: str(item["language"]), reverse=True)
        for number, names in enumerate(item[Cue.DATE]["months"], 1)
        for name in names
    }


def _openers(data: Sequence[Mapping[str, Any]], cue: Cue) -> list[str]:
    updates = _keys(data, cue, "updates") if "updates" in SCHEMA[cue] else []
    return [*_keys(data, cue, "openers"), *updates]


def _labels(data: Sequence[Mapping[str, Any]], cue: Cue) -> list[str]:
    others = (name for name in ("sources", "editors") if name in SCHEMA[cue])
    return [*_keys(data, cue, "openers_colon"), *(key for name in others for key in _keys(data, cue, name))]


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is, without accents, and with two letters for an umlaut, as accounts and old systems have it."""
    return name, strip_accents(name), name.translate(_SPELT_OUT)


def _ends_of(outlet: str) -> tuple[str, ...]:
    """How a name ends that has such a word last; in scripts that write names in one, with no space before it."""
    return (outlet,) if is_unspaced(outlet[0]) or _CLOSED.match(outlet) else (f" {outlet}", f"-{outlet}")


def _keys(data: Iterable[Mapping[str, Any]], cue: Cue, name: str) -> list[str]:
    return [key for item in data for entry in item[cue][name] if (key := phrase_key(entry))]


def lexicon_files() -> list[Traversable]:
    """The lexicon files of the package, in order of language code."""
    folder = files("cleancorpus") / "data" / "lexicons"
    return sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)


@cache
def default_lexicon() -> Lexicon:
    """The package's languages, merged. Read once: it is a constant of the package."""
    return merge_lexicons(_shipped())


def _shipped() -> list[dict[str, Any]]:
    return [parse_lexicon(item.read_text(encoding="utf-8"), item.name) for item in lexicon_files()]
