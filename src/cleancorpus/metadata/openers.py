"""Openers: words that sign a line ("By", "Von", "Tác giả:"), and what stands behind them."""

from __future__ import annotations

from itertools import islice

from cleancorpus.language.fold import COLONS, fold_case, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import find_person, is_by_person, with_colons
from cleancorpus.metadata.names import (
    AROUND,
    BETWEEN_NAMES,
    FULL_NAME,
    PARTICLES,
    SPACED_WORD,
    is_full_name,
    is_of_date,
    is_organisation,
    is_person,
    opens_with_person,
)

MOST_BEFORE = 12  # words before the one that signs
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


def behind_opener(text: str, lexicon: Lexicon) -> str | None:
    """What stands behind the word that signs a line, which may be nothing; None if no word signs it.

    At the line's start, behind a separator ("5 May | Author: Anna"), or behind a few words ("Posted on June 14 by Anna").
    """
    words = [*islice(SPACED_WORD.finditer(text), MOST_BEFORE)]
    for number, word in enumerate(words):
        rest = text[word.start() :]
        end = find_end_of_opener(rest, lexicon, inside=number > 0)
        if end is not None and number and _closes_name(text[: word.start()], rest[:end], lexicon):
            return None
        if end is not None and (not number or _may_stand_before([item[0] for item in words[:number]], rest[:end], lexicon)):
            behind = rest[end:].strip(AROUND)
            if number and behind[:1].isdigit():
                return None  # "3 von 5"
            further = behind_opener(behind, lexicon) if not number and not _opens_with_name(behind, lexicon) else None
            return behind if further is None else further
        if number and (named := _behind_label(rest, words[number - 1][0], lexicon)):
            return named
    return None


def _opens_with_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a full name of no outlet stands first: "Reporter: Anna Kessler | Editor: Jörg Ahlers"; or all of it is a person's
    that begins with what signs elsewhere: Theo."""
    first, *others = BETWEEN_NAMES.split(text)
    named = is_full_name(first, lexicon) and not is_organisation(first, lexicon)
    return named and (bool(others) or is_person(first, lexicon))


def _closes_name(before: str, opener: str, lexicon: Lexicon) -> bool:
    """Whether a word that may sign says where somebody has it from whom a comma parts from it: "Hà Lan, theo Reuters". It must be
    one that stands behind names; an outlet or a shelf may stand before one that signs ("Sutton Herald, by Anna Kessler")."""
    name = before.rstrip().removesuffix(",")
    return phrase_key(opener) in lexicon.closers and name != before.rstrip() and is_full_name(name, lexicon)


def _behind_label(text: str, before: str, lexicon: Lexicon) -> str | None:
    """A known full name behind a label without its colon, and that behind a figure: "3 May 2021 Author Anna Kessler"."""
    if not before[-1:].isdigit():
        return None
    label = lexicon.openers_colon[Cue.BYLINE].match(phrase_key(text))
    behind = text[len(label) :].strip() if label and fold_case(text).startswith(label) else ""
    return behind if behind and find_person(behind, phrase_key(behind), lexicon) == 0 else None


def behind_first_opener(text: str, lexicon: Lexicon) -> str | None:
    """The same, where the line begins with that word; None elsewhere."""
    text = with_colons(text, lexicon)
    end = find_end_of_opener(text, lexicon, inside=False)
    return None if end is None else text[end:].strip(AROUND)


def find_end_of_opener(text: str, lexicon: Lexicon, *, inside: bool) -> int | None:
    """Where the signing word at the start of a text ends; None if it starts with none."""
    key = phrase_key(text)
    for table, needs_colon in ((lexicon.openers_colon[Cue.BYLINE], True), (lexicon.openers[Cue.BYLINE], False)):
        opener = table.match(key)
        at = fold_case(text).find(opener) if opener else -1
        if opener is None or at < 0:
            continue
        end = at + len(opener)
        colon = text[end : end + 2].lstrip().startswith(tuple(COLONS))
        bare = needs_colon and not colon and (inside or (text[end : end + 1].isspace() and len(text[end:].split()) == 1))
        desk = needs_colon and not colon and opener in lexicon.organisations and not opens_with_person(text[end:], lexicon)
        if not (bare or desk) and text[end : end + 1] not in {
            "-",
            "'",
            "’",
            "\u200c",
        }:  # bare: "Text Size"; the last goes on with a word
            return end
    return len(text.split(maxsplit=1)[0]) if not inside and is_by_person(text, key, lexicon) else None


def _may_stand_before(words: list[str], opener: str, lexicon: Lexicon) -> bool:
    """Whether words before "by" are those of a byline, not of a headline: a separator, a date, or what was done at most."""
    if BETWEEN_NAMES.search(f"{words[-1]} "[-2:]) or words[-1] in {"-", "–", "—"} or opener.rstrip().endswith(tuple(COLONS)):
        return True
    if words[-1].lower().endswith(_PICTURES):
        return True  # the portrait beside it
    dated = any(character.isdigit() for word in words for character in word)
    if phrase_key(opener) in PARTICLES:
        return is_of_date(words, len(words) - 1, lexicon)  # "3 May von Anna" is signed, "Karl von Anna" is a name
    return dated or (len(words) <= FULL_NAME and lexicon.openers[Cue.DATE].match(phrase_key(" ".join(words))) is not None)
