"""Measures from sums of columns: precision, recall and F1 by word, shingle, snippet, line and role, calibration, metadata.

The same functions score a page, a group of pages and a resample of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from cleancorpus.evaluate.page_score import BINS
from cleancorpus.evaluate.scores import precision_recall

Sums = Mapping[str, float]
PRIMARY = ("word_f1", "article_f1", "token_f1", "snippet_f1", "role_accuracy", "title_right")
"""Measures by which a set's pages are ordered from worst to best: the first of these that it has."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Blocks whose score lies in one tenth of 0-1."""

    low: float
    high: float
    blocks: int
    score: float
    """Mean score; 0.0 without blocks."""
    right: float
    """Share of blocks with the gold role; 0.0 without blocks."""


def measures(sums: Sums) -> dict[str, float]:
    """Name to value of every measure that the sums are enough for.

    Args:
        sums: Columns of `PageScore`, added up over pages. A column that is missing counts as 0.

    Returns:
        Numbers from 0.0 to 1.0. A role is in it if the gold has it, calibration if a block was compared.
    """
    return dict(chain.from_iterable(family(sums) for family in _FAMILIES))


def family_of(measure: str) -> str:
    """The family of columns a measure is made of; ``<family>.pages`` counts the pages that have it."""
    return measure.split("_", 1)[0]


def roles_in(sums: Sums) -> list[str]:
    """Roles that the gold gives, in order of name."""
    return sorted(
        name.split(".")[1] for name, value in sums.items() if name.startswith("role.") and name.endswith(".gold") and value
    )


def calibration_bins(sums: Sums) -> list[Bin]:
    """The ten bins of block scores; empty if no block was compared."""
    if not sums.get("calibration.pages"):
        return []
    return [_bin(sums, number) for number in range(BINS)]


def _bin(sums: Sums, number: int) -> Bin:
    blocks, score, right = (sums.get(f"calibration.{number}.{column}", 0.0) for column in ("blocks", "score", "right"))
    return Bin(
        number / BINS, (number + 1) / BINS, int(blocks), score / blocks if blocks else 0.0, right / blocks if blocks else 0.0
    )


_Named = Iterator[tuple[str, float]]


def _means(sums: Sums) -> _Named:
    """Means over pages of what was scored page by page."""
    for family in ("word", "comment", "token"):
        if pages := sums.get(f"{family}.pages"):
            for name, column in (("precision", "p"), ("recall", "r"), ("f1", "f1")):
                yield f"{family}_{name}", sums[f"{family}.{column}"] / pages
    if pages := sums.get("token.pages"):
        yield "token_f1_keep_all", sums["token.all_f1"] / pages


def _article(sums: Sums) -> _Named:
    """Precision and recall are means over pages, F1 is that of the two means."""
    if not (pages := sums.get("article.pages")):
        return
    precision = sums["article.p"] / (sums["article.p_pages"] or 1.0)
    recall = sums["article.r"] / (sums["article.r_pages"] or 1.0)
    yield "article_precision", precision
    yield "article_recall", recall
    yield "article_f1", 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    yield "article_exact", sums["article.exact"] / pages


def _snippets(sums: Sums) -> _Named:
    if not sums.get("snippet.pages"):
        return
    tp, fp, fn, tn = (sums[f"snippet.{column}"] for column in ("tp", "fp", "fn", "tn"))
    yield "snippet_precision", tp / max(1.0, tp + fp)
    yield "snippet_recall", tp / max(1.0, tp + fn)
    yield "snippet_f1", 2 * tp / max(1.0, 2 * tp + fp + fn)
    yield "snippet_accuracy", (tp + tn) / max(1.0, tp + fp + fn + tn)


def _lines(sums: Sums) -> _Named:
    if sums.get("line.pages"):
        yield from _named("line", precision_recall(sums["line.tp"], sums["line.given"], sums["line.gold"]))


def _named(prefix: str, scores: tuple[float, float, float]) -> _Named:
    yield from zip((f"{prefix}_precision", f"{prefix}_recall", f"{prefix}_f1"), scores, strict=True)


def _roles(sums: Sums) -> _Named:
    """Each role of the gold, the mean of their F1, and the share of blocks with the right role."""
    roles = roles_in(sums)
    if not roles:
        return
    columns = {role: [sums.get(f"role.{role}.{column}", 0.0) for column in ("tp", "given", "gold")] for role in roles}
    table = {role: precision_recall(*counts) for role, counts in columns.items()}
    yield "role_macro_f1", sum(scores[2] for scores in table.values()) / len(table)
    yield "role_accuracy", sum(counts[0] for counts in columns.values()) / sum(counts[2] for counts in columns.values())
    for role, scores in table.items():
        yield from _named(f"role_{role}", scores)


def _parts(sums: Sums) -> _Named:
    if sums.get("parts.gold"):
        yield "parts_found", sums["parts.found"] / sums["parts.gold"]


def _calibration(sums: Sums) -> _Named:
    """Expected calibration error: how far score and share of right roles lie apart in a bin, on average over blocks.

    Source: Naeini, Cooper & Hauskrecht, AAAI 2015, with ten bins of equal width.
    """
    bins = calibration_bins(sums)
    if blocks := sum(item.blocks for item in bins):
        yield "calibration_error", sum(item.blocks * abs(item.score - item.right) for item in bins) / blocks


def _metadata(sums: Sums) -> _Named:
    for name in ("title", "authors", "date"):
        if pages := sums.get(f"{name}.pages"):
            yield f"{name}_right", sums[f"{name}.right"] / pages


_FAMILIES: tuple[Callable[[Sums], _Named], ...] = (
    _means,
    _article,
    _snippets,
    _lines,
    _roles,
    _parts,
    _calibration,
    _metadata,
)
