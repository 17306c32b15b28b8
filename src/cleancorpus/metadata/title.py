"""Title and kicker: the labelled block, checked against what the page states."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence, Set

from cleancorpus.block import Block, find_title
from cleancorpus.document import Evidence
from cleancorpus.language.fold import fold, is_unspaced
from cleancorpus.language.titles import SITE_SEPARATOR
from cleancorpus.metadata.embedded import Embedded
from cleancorpus.page import Statements
from cleancorpus.role import Role

_SET_OFF = re.compile(rf"{SITE_SEPARATOR.pattern}|\s*\|+\s*")
"""The same, and bars without spaces: between what is known to be the outlet's name and the title they part too."""
_PARTING = frozenset("|│｜»•")
"""Signs behind which another thing begins; a dash or a colon goes on: "Quillvane - ferries since 1902"."""
_AROUND = " \t\n:|–—-»·•/"
_WORD = re.compile(r"\w+")
_LONGEST = 500  # code points of a title that is looked into
_FEWEST_WORDS = 3  # what is left of a shown title has to be one


def extract_title(
    blocks: Sequence[Block], statements: Statements, embedded: Embedded, outlets: Set[str], *, is_article: bool = True
) -> tuple[str, Evidence] | None:
    """The title as it stands in the page, else as the page states it; None if neither is there.

    A kicker that stands in the same element before the title is cut off where the page states the title without it, and so is a
    name of the outlet (folded, in ``outlets``) that a sign sets off before or behind it. A shown title that is only such a name
    gives way to one that is stated, and so does a slogan: what heads a page that is no article as far as is known,
    where Open Graph and the title element agree on other words. Of 31 such headings of WCXB 27 were none, and one the title
    (2026-11-28).
    """
    shown = _shown_title(blocks)
    stated = [*_stated(statements, embedded)]
    if shown is None:
        return _with_evidence(stated[0], [], outlets) if stated else None
    names = {fold(name) for name in (statements.meta_value("og:site_name"), embedded.article.publisher) if name}
    if fold(shown.text) in names and (other := [item for item in stated if fold(item[1]) not in names | {""}]):
        return _with_evidence(other[0], [("title", shown.text)], outlets)
    if not is_article and (agreed := _agreed(statements, outlets)) and not _share_words(agreed[1], shown.text):
        return _with_evidence(agreed, [("title", shown.text)], outlets)
    text = shown.text
    for _, value, _ in stated:
        text = _behind_kicker(text, value)
    text = " ".join(without_outlet(text, outlets).splitlines())
    return text, Evidence("title", shown.text, shown.score, _against(text, [(source, value) for source, value, _ in stated]))


def _stated(statements: Statements, embedded: Embedded) -> Iterable[tuple[str, str, float]]:
    """(source, title, confidence) of what the page states, the most trusted first."""
    for source, value in (
        ("json-ld headline", embedded.article.headline),
        ("og:title", statements.meta_value("og:title")),
        ("twitter:title", statements.meta_value("twitter:title")),
        (f"{embedded.marked.syntax} headline", embedded.marked.article.headline),
        ("json-ld name of the page", embedded.page.headline),
    ):
        if value:
            yield source, html.unescape(value), 0.8
    if statements.title:
        yield "title element", without_site(statements.title), 0.6


def _agreed(statements: Statements, outlets: Set[str]) -> tuple[str, str, float] | None:
    """What Open Graph and the title element both say; None where they differ or one is silent."""
    said, element = html.unescape(statements.meta_value("og:title") or ""), without_site(statements.title or "")
    key = fold(without_outlet(said, outlets))
    return ("og:title", said, 0.8) if key and key == fold(without_outlet(element, outlets)) else None


def _share_words(stated: str, shown: str) -> bool:
    """Whether a stated title has half of the words of a shown one: then it is that in other words."""
    own = _words(shown)
    return 2 * len(own & _words(stated)) >= len(own)


def _words(text: str) -> set[str]:
    """Its words; of scripts that set no spaces between them each two signs that stand together."""
    found = set(_WORD.findall(text[:_LONGEST].casefold()))
    unspaced = {word for word in found if len(word) > 1 and is_unspaced(word[-1])}
    return (found - unspaced) | {word[at : at + 2] for word in unspaced for at in range(len(word) - 1)}


def _with_evidence(item: tuple[str, str, float], against: Sequence[tuple[str, str]], outlets: Set[str]) -> tuple[str, Evidence]:
    source, value, confidence = item
    return without_outlet(value, outlets), Evidence(source, value, confidence, tuple(against))


def _against(text: str, others: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    key = fold(text)
    return tuple(dict.fromkeys((source, value) for source, value in others if fold(value) != key))


def _behind_kicker(text: str, stated: str) -> str:
    """What is left of a shown title behind its kicker: the title as stated, if the shown one ends with it."""
    words = len(stated.split())
    if words < _FEWEST_WORDS or len(text) > _LONGEST or not fold(text).endswith(fold(stated)) or fold(text) == fold(stated):
        return text
    tail = _last_words(text, fold(stated))
    return tail.lstrip(_AROUND) if tail else text


def _last_words(text: str, key: str) -> str | None:
    """The end of a text that folds to a key and begins with a word; None if there is none."""
    for match in re.finditer(r"(?<!\S)\S", text):
        if fold(text[match.start() :]) == key:
            return text[match.start() :]
    return None


def without_site(title: str) -> str:
    """A title element's text without the site's name behind its last separator: the longest part of it.

    >>> without_site("Bridge reopens after nine years - Sutton Herald")
    'Bridge reopens after nine years'
    """
    parts = SITE_SEPARATOR.split(title)
    longest = max(parts, key=lambda part: len(fold(part)))
    start = title.find(parts[0])
    return title[start : title.rfind(longest) + len(longest)] if longest != parts[0] else longest


def without_outlet(title: str, outlets: Set[str]) -> str:
    """A title without the outlet's name, where a sign sets that off behind it, or a bar before it; as it is where nothing else is
    there.

    >>> without_outlet("Bridge reopens | Ferries | Sutton Herald", {"suttonherald"})
    'Bridge reopens | Ferries'
    """
    if len(title) > _LONGEST:
        return title
    signs = [*_SET_OFF.finditer(title)]
    start, end = 0, len(title)
    while signs and fold(title[signs[-1].end() : end]) in outlets:
        end = signs.pop().start()
    while signs and signs[0][0].strip() in _PARTING and fold(title[start : signs[0].start()]) in outlets:
        start = signs.pop(0).end()
    return title[start:end] if fold(title[start:end]) else title


def _shown_title(blocks: Sequence[Block]) -> Block | None:
    at = find_title(blocks)
    return None if at is None else blocks[at]


def extract_kicker(blocks: Sequence[Block], title: str | None, outlets: Set[str]) -> tuple[str, Evidence] | None:
    """The line above the title, or what stands before it in the same element and is no outlet; None if there is neither."""
    found = next((block for block in blocks if block.role is Role.KICKER), None)
    if found is not None:
        return found.text, Evidence("kicker", found.text, found.score)
    shown = _shown_title(blocks)
    if shown is None or not title or not shown.text.endswith(title):
        return None
    before = shown.text.removesuffix(title).strip(_AROUND)
    return (before, Evidence("title", shown.text, shown.score)) if before and fold(before) not in outlets else None
