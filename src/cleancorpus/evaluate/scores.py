"""The measures of one page: texts, counts and metadata values in, numbers from 0 to 1 (or counts) out. Nothing here knows a file.

Definitions as in the module the project is judged by (`bench/metrics.py` beside the shared data; a test compares the two):
word scores after WCXB, shingles after the article-extraction benchmark, snippets after trafilatura's evaluation.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

Prf = tuple[float, float, float]
"""Precision, recall and their harmonic mean F1, each 0.0-1.0."""
SHINGLE = 4
"""Words of a shingle."""

_WORD = re.compile(r"\w+")
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # Thai, kana, Han: no spaces between words
_RARE_HAN = "\U00020000-\U0003ffff"  # a token by itself, yet part of a word it stands in: the definition as it is
_TOKEN = re.compile(rf"[{_UNSPACED}{_RARE_HAN}]|[^\W{_UNSPACED}]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BETWEEN_AUTHORS = re.compile(r"\s*(?:;|,|\||&|\band\b|\bund\b|\bet\b|\bwith\b|\by\b)\s*")
_BEFORE_AUTHOR = re.compile(r"^\s*(by|von|par|por)\s+", re.IGNORECASE)


def words(text: str) -> list[str]:
    """Words of a text, lower-cased; a run of Han, kana or Thai counts as one."""
    return _WORD.findall(text.lower())


def precision_recall(overlap: float, predicted: float, gold: float) -> Prf:
    """Precision, recall and F1 of counts; 0.0 where there is nothing to divide by.

    >>> precision_recall(1, 2, 4)
    (0.5, 0.25, 0.3333333333333333)
    """
    precision = overlap / predicted if predicted else 0.0
    recall = overlap / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def word_scores(predicted: str, gold: str) -> Prf:
    """Scores of the bags of lower-cased words. For an empty gold 1.0 if nothing was predicted, else 0.0. Source: WCXB.

    >>> word_scores("The ferry left.", "the ferry")
    (0.6666666666666666, 1.0, 0.8)
    """
    given, wanted = Counter(words(predicted)), Counter(words(gold))
    if not wanted:
        return (0.0, 0.0, 0.0) if given else (1.0, 1.0, 1.0)
    return precision_recall((given & wanted).total(), given.total(), wanted.total())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words in their own case; a shorter text is one run, an empty one none."""
    found = _WORD.findall(text)
    if len(found) < SHINGLE:
        return Counter([tuple(found)] if found else [])
    return Counter(zip(*(found[start:] for start in range(SHINGLE)), strict=False))


def shingle_scores(predicted: str, gold: str) -> tuple[float | None, float | None, float]:
    """(precision, recall, exact) of four-word shingles; exact is 1.0 where the word sequence is the gold's, else 0.0.

    Precision is None where nothing was predicted, recall where the gold is empty: such pages do not enter that mean.
    Source: Scrapinghub's article-extraction benchmark.
    """
    given, wanted = shingles(predicted), shingles(gold)
    overlap = (given & wanted).total()
    return (
        overlap / given.total() if given else None,
        overlap / wanted.total() if wanted else None,
        float(_WORD.findall(predicted) == _WORD.findall(gold)),
    )


def snippet_counts(predicted: str, wanted: Sequence[str], unwanted: Sequence[str]) -> tuple[int, int, int, int]:
    """(wanted found, unwanted found, wanted missed, unwanted left out). Case counts, white space does not.

    Source: trafilatura's evaluation.
    """
    found = [has_snippet(predicted, snippet) for snippet in wanted]
    wrong = [has_snippet(predicted, snippet) for snippet in unwanted]
    return sum(found), sum(wrong), len(found) - sum(found), len(wrong) - sum(wrong)


def has_snippet(text: str, snippet: str) -> bool:
    """Whether a snippet stands in a text, runs of white space taken as one space; never in an empty text."""
    squashed = " ".join(text.split())
    return bool(squashed) and " ".join(snippet.split()) in squashed


def token_scores(lines: Iterable[tuple[str, bool, bool]]) -> Prf:
    """Scores of the tokens of kept lines against those of content lines. A character of Thai, kana or Han is a token.

    Args:
        lines: (text, is content, was kept) of one page. Where no line with a token is either, all three scores are 1.0.
    """
    overlap = predicted = gold = 0
    for text, content, kept in lines:
        count = len(_TOKEN.findall(text))
        overlap += count * (content and kept)
        predicted += count * kept
        gold += count * content
    return precision_recall(overlap, predicted, gold) if gold or predicted else (1.0, 1.0, 1.0)


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles have the same words, compatibility forms and case aside.

    >>> same_title("Ferry returns – at last", "FERRY RETURNS: AT LAST")
    True
    """
    return _plain_words(one or "") == _plain_words(other or "")


def author_names(authors: Iterable[str]) -> frozenset[str]:
    """Names of people in a list of authors: split at commas and "and", without "by", case and punctuation.

    >>> sorted(author_names(["By Anna Kessler and Jan Novak"]))
    ['anna kessler', 'jan novak']
    """
    parts = (part for author in authors for part in _BETWEEN_AUTHORS.split(author))
    return frozenset(name for part in parts if (name := _plain_words(_BEFORE_AUTHOR.sub("", part))))


def day_of(date: str | None) -> str | None:
    """The day of an ISO 8601 date; None where it does not begin with one."""
    found = _DAY.match(date or "")
    return found.group(0) if found else None


def _plain_words(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
