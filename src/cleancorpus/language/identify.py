"""Language identification: the protocol, the shipped identifiers by name, and the vote over a document's blocks.

Which one is used is chosen by name, never by what happens to be importable. Packages may bring others under the entry point group
``cleancorpus.identifiers``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Protocol

from cleancorpus.errors import missing_extra, unknown_name

UNDETERMINED = "und"
GROUPS = MappingProxyType(
    {
        **dict.fromkeys(("bs", "hr", "sr", "sh", "cnr"), "hbs"),
        **dict.fromkeys(("id", "ms", "zsm"), "msa"),
        **dict.fromkeys(("nb", "nn", "no"), "nor"),
    }
)
"""ISO 639-3 code of the macrolanguage of languages that no identifier separates reliably."""
_ENTRY_POINTS = "cleancorpus.identifiers"
_LETTERS = re.compile(r"[^\W\d_]+")
_MIN_LETTERS = 10  # below, every identifier guesses
_OWN_LETTERS = 60  # shorter blocks take the document's language
_VOTERS, _MOST_VOTERS, _VOTER_SIZE, _TOGETHER = 24, 400, 300, 2_400
"""Blocks and code points: what is asked of a document of any length, of one whose blocks do not agree, and of each block (a
twentieth of a millisecond, 2026-11-26); and of all short blocks together."""


class LanguageIdentifier(Protocol):
    """Says which language a text is in."""

    @property
    def name(self) -> str:
        """Name and version, written to the output."""
        ...

    def identify(self, text: str) -> tuple[str, float]:
        """ISO 639 code and confidence 0.0-1.0 of a text of ten letters or more. Deterministic."""
        ...


@cache
def _with_version(package: str) -> str:
    from importlib.metadata import version  # noqa: PLC0415  slower to import than everything else here

    return f"{package}-{version(package)}"


@cache
def _langid_model() -> Any:
    from py3langid import langid  # noqa: PLC0415  a second of loading

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


@dataclass(frozen=True, slots=True)
class Py3Langid:
    """py3langid with normalised probabilities: 139 languages, right on 97 % of paragraphs in 64 languages (2026-11)."""

    @property
    def name(self) -> str:
        """With its version."""
        return _with_version("py3langid")

    def identify(self, text: str) -> tuple[str, float]:
        """See `LanguageIdentifier.identify`."""
        language, confidence = _langid_model().classify(text)
        return str(language), float(confidence)


@cache
def _langdetect() -> Any:
    try:
        import langdetect  # noqa: PLC0415  an extra
    except ImportError as error:
        raise missing_extra("language identifier 'langdetect'", "langdetect", error) from None
    langdetect.DetectorFactory.seed = 0
    return langdetect


@dataclass(frozen=True, slots=True)
class Langdetect:
    """langdetect with a fixed seed: 55 languages. Its confidence says little: it is certain of languages that it does not know.

    Raises:
        OptionError: It is not installed.
    """

    def __post_init__(self) -> None:
        _langdetect()

    @property
    def name(self) -> str:
        """With its version."""
        return _with_version("langdetect")

    def identify(self, text: str) -> tuple[str, float]:
        """See `LanguageIdentifier.identify`. Text in capitals is asked about in small letters, of which its profiles are made."""
        module = _langdetect()
        capitals = sum(map(str.isupper, text))
        try:
            best = module.detect_langs(text.lower() if 2 * capitals > _count_letters(text) else text)[0]
        except module.LangDetectException:  # no letters of a script that it knows
            return UNDETERMINED, 0.0
        return {"zh-cn": "zh", "zh-tw": "zh"}.get(best.lang, str(best.lang)), round(float(best.prob), 4)


IDENTIFIERS: Mapping[str, Callable[[], LanguageIdentifier]] = MappingProxyType({"py3langid": Py3Langid, "langdetect": Langdetect})
"""Identifiers known by name."""


def find_identifier(identifier: str | LanguageIdentifier) -> LanguageIdentifier:
    """The identifier itself, or the one of that name: a shipped one, or one that a package registered.

    Raises:
        OptionError: No identifier has that name, or it is not installed.
    """
    if not isinstance(identifier, str):
        return identifier
    if identifier in IDENTIFIERS:
        return IDENTIFIERS[identifier]()
    from importlib.metadata import entry_points  # noqa: PLC0415  as above

    others = {point.name: point for point in entry_points(group=_ENTRY_POINTS)}
    if identifier not in others:
        raise unknown_name("language identifier", identifier, [*IDENTIFIERS, *sorted(others)])
    found: LanguageIdentifier = others[identifier].load()()
    return found


@dataclass(frozen=True, slots=True)
class LanguageShares:
    """What languages a document is in."""

    language: str
    """The one with the largest share, those of one group counted together; ``und`` under ten letters. An identifier may say
    ``zxx`` of text that is in no language."""
    shares: dict[str, float]
    """Share of the letters by language, of those that one was found for, largest first; empty when undetermined."""
    confidence: float = 0.0
    """The identifier's, 0.0-1.0: the mean over what voted for the language."""
    sample: str = ""
    """The first text that did."""

    @property
    def group(self) -> str | None:
        """The macrolanguage that the language is hard to tell apart within; None for others."""
        return GROUPS.get(self.language)


def vote_language(texts: Sequence[str], identifier: LanguageIdentifier) -> LanguageShares:
    """The language of some blocks by a vote weighted with their letters; blocks too short to tell take part in the winner's.

    Blocks are taken together in at most 24 stretches of the document with about as many letters each; the longest block of a
    stretch speaks for it. Where these do not agree every block is asked, up to 400 of them. Short blocks are asked only, and
    together, when there is nothing else. Languages that are hard to tell apart vote as one for the first place: of what is a
    third Croatian and a third Bosnian the other third is not the language.
    """
    sized = [(text, count) for text in texts if (count := _count_letters(text)) >= _OWN_LETTERS]
    if not sized:
        return _count(_ask_together(texts), identifier)
    shares = _count(_choose_voters(sized, _VOTERS), identifier)
    if len(shares.shares) > 1 and len(sized) > _VOTERS:
        shares = _count(_choose_voters(sized, _MOST_VOTERS), identifier)
    return shares


def _count_letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))


def _count(voters: Sequence[tuple[str, int]], identifier: LanguageIdentifier) -> LanguageShares:
    """What comes out when each of some texts speaks for so many letters."""
    weights: dict[str, int] = {}
    sure: dict[str, float] = {}
    samples: dict[str, str] = {}
    for text, letters in voters:
        language, confidence = identifier.identify(text)
        if language == UNDETERMINED:
            continue
        weights[language] = weights.get(language, 0) + letters
        sure[language] = sure.get(language, 0.0) + confidence * letters
        samples.setdefault(language, text)
    if not weights:
        return LanguageShares(UNDETERMINED, {})
    groups: dict[str, int] = {}
    for language, letters in weights.items():
        groups[_group_of(language)] = groups.get(_group_of(language), 0) + letters
    total = sum(weights.values())
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    winner = max(ordered, key=lambda item: (groups[_group_of(item[0])], item[1]))[0]  # the first of equals
    shares = {language: round(letters / total, 4) for language, letters in ordered}
    return LanguageShares(winner, shares, round(sure[winner] / weights[winner], 4), samples[winner])


def _group_of(language: str) -> str:
    return GROUPS.get(language, language)


def _ask_together(texts: Sequence[str]) -> list[tuple[str, int]]:
    """All of a document of short blocks as one text; nothing under ten letters."""
    text = "\n".join(texts)
    count = _count_letters(text)
    return [(text[:_TOGETHER], count)] if count >= _MIN_LETTERS else []


def _choose_voters(sized: Sequence[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """Texts to ask about, so many at most, and for how many letters each speaks."""
    if len(sized) <= most:
        return [(text[:_VOTER_SIZE], count) for text, count in sized]
    total = sum(count for _, count in sized)
    stretches: dict[int, list[tuple[str, int]]] = {}
    behind = 0
    for text, count in sized:
        stretches.setdefault(behind * most // total, []).append((text, count))
        behind += count
    return [
        (max(stretch, key=lambda item: item[1])[0][:_VOTER_SIZE], sum(count for _, count in stretch))
        for stretch in stretches.values()
    ]
