"""Stated names: persons in a value that a page states as its author, which is meant to hold nothing else."""

from __future__ import annotations

import html

from cleancorpus.language.fold import COLONS, fold_case, phrase_key
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.language.persons import with_colons
from cleancorpus.metadata.bylines import MAIL, SITE, split_names
from cleancorpus.metadata.names import ADDRESS, AROUND, BETWEEN_NAMES, LETTER, LONGEST_NAME, NOBODY, PURPOSE, is_person
from cleancorpus.metadata.openers import behind_opener
from cleancorpus.metadata.trim import OPEN_BRACKET, without_degree, without_trade

_QUOTES = '"“”„«»'
_LONGEST_STATED = 4_000  # of a value that names authors, of which there may be many


def read_stated(value: str, lexicon: Lexicon) -> list[str]:
    """Names in a value that a page states as its author; empty if it holds an address or no letter.

    Such a value is meant to be a name, so it need not look like one: signatures in lower case and pen names count. What stands
    behind a separator is a name too where it looks like one, else a job, a degree or an outlet.
    """
    value = value.replace(" AND ", " and ") if value.isupper() else value
    line = with_colons(_unquote(" ".join(MAIL.sub(" ", html.unescape(value[:_LONGEST_STATED])).split())).strip(AROUND), lexicon)
    signed = None if _is_whole_name(line, lexicon) else behind_opener(line, lexicon)
    text = line if signed is None else signed
    if not LETTER.search(text) or ADDRESS.search(text) or SITE.search(text) or _is_nobody(text, lexicon):
        return []
    text = OPEN_BRACKET.sub("", text)  # its end is gone with the signs around
    first, *rest = (part.strip(f" {COLONS}()[]（）") for part in BETWEEN_NAMES.split(text))
    for_somebody = PURPOSE.split(text)[0]
    if for_somebody != text and is_person(for_somebody, lexicon):
        return [for_somebody]  # "Anna Kessler for the Herald"
    if not rest or for_somebody != text:
        return [without_degree(text)] if len(text) <= LONGEST_NAME else []
    names = split_names(text, lexicon)
    return names or ([first] if LETTER.search(first) and len(first) <= LONGEST_NAME else [])


def _is_nobody(text: str, lexicon: Lexicon) -> bool:
    """Whether a value is what software states where nobody signed, or that and a trade: "Our Correspondent"."""
    return any(phrase_key(name) in NOBODY for name in (text, without_trade(text, lexicon)))


def _is_whole_name(line: str, lexicon: Lexicon) -> bool:
    """Whether a value of two words is a name of which the first signs in some language: Theo James, Oleh Kovalenko, Di Reed. What
    stands behind such a word, if that is all, is a first name else ("Par Sophie"), or nobody's ("Por Redação")."""
    first, _, last = line.partition(" ")
    if not (first.istitle() and last.istitle() and last.isalpha()) or first == "By":
        return False
    key = phrase_key(last)
    known = key in lexicon.organisations or key in NOBODY or fold_case(last) in lexicon.first_names
    return not known or fold_case(first) in lexicon.first_names


def _unquote(text: str) -> str:
    """A text without the quotation marks around it; one that is of a part of it stays."""
    return text[1:-1] if text[:1] in _QUOTES and text[-1:] in _QUOTES and len(text) > 1 else text
