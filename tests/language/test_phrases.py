"""Phrases: every entry of every lexicon has a line that it must be found in, and one that it must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from cleancorpus.label.dates import is_date_line
from cleancorpus.label.features.cues import Cues, read_cues
from cleancorpus.label.rules.caption import has_credit
from cleancorpus.language.fold import is_unspaced, phrase_key
from cleancorpus.language.lexicon import SCHEMA, default_lexicon, lexicon_files, parse_lexicon
from cleancorpus.metadata.bylines import split_names
from cleancorpus.metadata.dates import is_of_member
from cleancorpus.metadata.names import is_organisation
from tests.language.prose import SENTENCES

FILES = {item.name.removesuffix(".toml"): item for item in lexicon_files()}
NAME = "Anna Weber"
FLAGS = {
    "related.lines": Cues.RELATED,
    "nav.lines": Cues.NAV,
    "promo.lines": Cues.PROMO,
    "comment.lines": Cues.COMMENT,
    "comment.buttons": Cues.BUTTON,
    "related.openers": Cues.RELATED_OPENER,
    "legal.openers": Cues.LEGAL,
    "byline.openers": Cues.BYLINE,
    "caption.openers": Cues.CAPTION_OPENER,
    "related.openers_colon": Cues.RELATED_OPENER,
    "nav.openers_colon": Cues.NAV_OPENER,
    "byline.openers_colon": Cues.BYLINE,
    "byline.openers_person": Cues.BYLINE,
    "byline.sources": Cues.BYLINE,
    "byline.editors": Cues.BYLINE,
    "legal.openers_colon": Cues.LEGAL,
    "promo.phrases": Cues.PROMO_PHRASE,
    "comment.phrases": Cues.COMMENT_PHRASE,
    "legal.phrases": Cues.LEGAL,
    "byline.closers": Cues.BYLINE,
    "byline.organisations": Cues.BYLINE,
    "person.given": Cues.PERSON,
    "person.family": Cues.PERSON,
}


class Example(NamedTuple):
    """A line in which an entry must be found, one in which it must not, and what finds it."""

    found: str
    not_found: str
    find: Callable[[str], bool]


def _example(place: str, entry: str, prose: str) -> Example:
    """An entry as sites set it, and the same words where they are part of prose."""
    section, name = place.split(".")
    if section == "date":
        return _dated(name, entry, prose)
    if section == "person":
        return _named(name, entry, prose)
    if section == "caption" and name == "credits":
        word = entry.capitalize()
        return Example(f"{prose} {word}: {NAME}", f"{prose} {word} {prose}", lambda text: has_credit(text, default_lexicon()))
    signed = "copyright" in entry or default_lexicon().phrase_in(phrase_key(entry))  # found wherever it stands
    inside = prose if signed else f"{prose} {entry} {prose}"
    found, not_found = {
        "lines": (f"» {entry.upper()}:", f"{entry}{'' if is_unspaced(entry[-1]) else ' '}{prose}"),
        "buttons": (f"{entry} ({len(entry)})", f"{entry}{'' if is_unspaced(entry[-1]) else ' '}{prose}"),
        "openers": (f"{entry} {NAME}", inside),
        "openers_colon": (f"{entry}: {NAME}", f"{prose} {entry}: {NAME}"),
        "openers_person": (f"{entry.capitalize()} {NAME}", f"{entry.capitalize()} {prose}"),
        "sources": (f"{entry}: {NAME}", f"{prose} {entry}: {NAME}"),
        "editors": (f"{entry}: {NAME}", f"{prose} {entry}: {NAME}"),
        "phrases": (f"{prose} {entry}.", prose),
        "closers": (f"{NAME}, {entry}", f"{NAME}, {entry}. {prose}"),
        "organisations": (f"({entry})", f"{prose} {entry} {prose}"),
        "trades": (f"{NAME}, {entry}", f"{NAME}, {NAME}"),
        "outlets": (f"Kessler {entry}", f"{NAME} {entry} {NAME}"),
    }[name]
    if name == "outlets":
        return Example(found, not_found, lambda text: is_organisation(text, default_lexicon()))
    if name == "trades":
        return Example(found, not_found, lambda text: split_names(text, default_lexicon()) == [NAME])
    return Example(found, not_found, lambda text: bool(read_cues(text, default_lexicon()) & FLAGS[place]))


def _named(name: str, entry: str, prose: str) -> Example:
    """A name as it stands in a byline, and what only begins like one."""
    find: Callable[[str], bool] = lambda text: bool(read_cues(text, default_lexicon()) & Cues.PERSON)  # noqa: E731  one of several
    if name == "family" and entry > "\u3040":
        rest = "民秀" if entry < "\ua000" else "민수"
        return Example(entry + rest[: 5 - len(entry)][-2:], f"{entry}{rest}{rest}{rest}", find)
    has_case = entry != entry.lower() or entry != entry.upper()
    if has_case:
        return Example(f"{entry} Weber", f"{entry} weber weber", find)
    return Example(f"{entry} {entry}", f"{entry} {prose}", find)


def _dated(name: str, entry: str, prose: str) -> Example:
    wide = is_unspaced(prose[0]) and not 0x0E00 <= ord(prose[0]) <= 0x0E7F
    day = "2024年3月12日" if wide else "12.03.2024"
    if name == "months":
        day = f"2024年{entry}12日" if wide else f"12 {entry} 2024"
        return Example(day, f"{day}. {prose}", lambda text: is_date_line(text, default_lexicon()))
    if name == "members":
        return Example(f"{entry}: {day}", f"{day} {entry}", lambda text: is_of_member(text, default_lexicon()))
    return Example(f"{entry} {day}", f"{entry} {prose} {day}", lambda text: is_date_line(text, default_lexicon()))


def _examples(language: str) -> Iterator[tuple[str, str, Example]]:
    data: dict[str, Any] = parse_lexicon(FILES[language].read_text(encoding="utf-8"), language)
    for section, names in SCHEMA.items():
        for name in names:
            entries = data[section][name]
            for entry in [item for names in entries for item in names] if name == "months" else entries:
                place = f"{section}.{name}"
                yield place, entry, _example(place, entry, SENTENCES[language])


@pytest.mark.parametrize("language", sorted(FILES))
def test_every_entry_is_found_where_it_should_be_and_not_in_prose(language: str) -> None:
    """The entry as sites set it is found; the same words inside prose of the language are not."""
    examples = list(_examples(language))
    assert [(place, entry) for place, entry, example in examples if not example.find(example.found)] == []
    assert [(place, entry) for place, entry, example in examples if example.find(example.not_found)] == []


def test_there_are_thirty_languages_and_each_has_entries() -> None:
    """No file is a stub: each has more than a hundred entries."""
    assert len(FILES) >= 30
    assert all(sum(1 for _ in _examples(language)) > 100 for language in FILES)
