"""Names: what may be one, and whether it is a person's, an agency's, or nobody's."""

from __future__ import annotations

import re

from cleancorpus.language.fold import COLONS, is_caseless, opens_small, phrase_key
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import AND, find_person

PARTICLES = frozenset(
    "von van de der den da do dos das di del della du la le el al bin ibn ben y e ter ten zu zur af av e' d' st".split()
)
BETWEEN_NAMES = re.compile(rf"\s*[\n,;/|&·•⋅●▪■◆»→、，،؛]\s*|\s[-–—]\s|\s(?:{AND})\s")
"""Signs and words between two names. The words only in lower case with spaces around: E. and Dan are names."""
BAR = re.compile(r"\s+[|·•]\s+")
ADDRESS = re.compile(r"https?://|www\.|@")
_NEVER_IN_NAME = re.compile(rf"[\d{COLONS}<>]|\bCC BY\b")
LETTER = re.compile(r"[^\W\d_]")
PURPOSE = re.compile(r"\s(?:for|für|pour)\s")
"""What stands in names of institutions, and of nobody."""
_LEGAL_FORM = re.compile(r"\b(?:gmbh|e\.\s?v\.?|inc|ltd|llc|corp|s\.\s?a\.?|s\.?r\.?l|plc|a\.?g|b\.v|pty)\b\.?$", re.IGNORECASE)
UPPER, LOWER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽА-Я", "a-zß-öø-ÿāăąćčďđēęěğģīįıķĺļľłńņňōőœŕřśşšťūůűųźżžа-я"
AROUND = f" \t\n-–—*・()[]（）【】{COLONS}"
SPACED_WORD = re.compile(r"\S+")
FULL_NAME, MOST_WORDS, LONGEST_NAME = 2, 4, 60  # words, words, code points of a name
_INITIALS = 2  # letters in capitals
ARTICLES = frozenset({"le", "la", "les", "el", "los", "las", "il", "lo", "i", "die", "das", "der", "the", "o", "a", "as", "os"})
NOBODY = frozenset(
    {
        "admin",
        "administrator",
        "webmaster",
        "root",
        "guest",
        "user",
        "username",
        "anonymous",
        "anónimo",
        "anonimo",
        "anonyme",
        "author",
        "no author",
        "publisher",
        "super user",
        "typo3",
        "wordpress",
        "joomla",
        "drupal",
        "editor",
        "staff",
        "team",
        "date",
        "ago",
        "read",
        "our",
        "unknown",
        "null",
        "none",
        "undefined",
    }
)
"""What software states where nobody signed, and what is left of "6 years ago" and "3 min read"."""
ONE_WORD = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3]")
"""Scripts in which a whole name may be one word."""


def is_office(part: str, lexicon: Lexicon) -> bool:
    """Whether a part is the name of an agency or office that goes on in small letters, as Vietnamese ones do: "Phòng Truyền
    thông". A name of nobody's is not cut where a person's would end."""
    words = part.split()
    starts = f"{phrase_key(part)} ".startswith(lexicon.outlet_starts)
    return starts and len(part) <= LONGEST_NAME and words[0][:1].isupper() and any(map(opens_small, words[1:]))


def is_trade(key: str, lexicon: Lexicon) -> bool:
    """Whether a phrase says what somebody does, or several do: "Transport Correspondents"."""
    return key in lexicon.trades or key.removesuffix("s") in lexicon.trades


def opens_with_person(text: str, lexicon: Lexicon) -> bool:
    """Whether a text opens with the full name of a person; "Redazione Eventi" is a desk."""
    rest = text.strip()
    return find_person(rest, phrase_key(rest), lexicon) == 0


def is_of_date(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a number or a day's or month's name beside one: Jan and Marco are names elsewhere, and so is anna21."""
    beside = words[max(0, at - 1) : at + 2]
    numbers = any(character.isdigit() for word in beside for character in word)
    own = any(map(str.isdigit, words[at])) and (
        not words[at][0].isalpha() or words[at].rstrip("0123456789.,:").casefold() in lexicon.date_words
    )
    return own or (numbers and phrase_key(words[at]) in lexicon.date_words)


def is_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a part of a line may be a name: a few words with capitals, or some in a script without, none of them of a date or
    the frame."""
    if not LETTER.search(name) or len(name) > LONGEST_NAME or _NEVER_IN_NAME.search(name) or ADDRESS.search(name):
        return False
    key = phrase_key(name)
    if (
        key in NOBODY
        or key in lexicon.date_words
        or lexicon.openers[Cue.DATE].match(key) == key
        or key in lexicon.lines
        or all(word in lexicon.lines for word in key.split(" "))
    ):
        return False
    if is_caseless(name):
        return True
    words = name.split()
    if len(words) == 1 and lexicon.openers_colon[Cue.BYLINE].match(key) == key:
        return False  # "Text" in "Anna Kessler, Text, und Jörg Ahlers, Fotos"
    own = [word for word in words if word not in PARTICLES]
    return (
        len(words) <= 6
        and words[0][0].isupper()
        and words[-1] not in PARTICLES
        and sum(word[0].isupper() for word in own) * 2 > len(own)
    )


def is_person(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a full one that opens with a first name that is known, and not with an article: Le is a family name,
    "Le Monde" an outlet."""
    words = name.split()
    return find_person(name, phrase_key(name), lexicon) == 0 and len(words) <= MOST_WORDS and words[0].lower() not in ARTICLES


def is_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of an agency or desk that the lexicon knows, begins or ends as outlets do, bears a legal form, or
    says what for it is."""
    key = phrase_key(name)
    spaced = f" {key} "
    named = spaced[1:].startswith(lexicon.outlet_starts) or spaced[:-1].endswith(lexicon.outlet_ends)
    return named or key in lexicon.organisations or any(sign.search(name) for sign in (_LEGAL_FORM, PURPOSE))


def is_full_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is two to four words with capitals and nothing that a lexicon knows from the frame."""
    words = text.split()
    return (
        FULL_NAME <= len(words) <= MOST_WORDS
        and not is_caseless(text)
        and is_name(text, lexicon)
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and not any(word.isupper() and len(word) > _INITIALS for word in words[:1])
        and lexicon.phrase_in(phrase_key(text)) is None
    )
