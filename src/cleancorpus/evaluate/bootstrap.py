"""Intervals by bootstrap over pages: how far a measure would move if other pages of the same kind had been annotated.

Percentile bootstrap (Efron & Tibshirani 1993): pages are drawn with replacement, 1,000 times, from a seed that is always the
same. Two runs are compared on the pages both have, with the same draws for either: the paired bootstrap.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleancorpus.evaluate.measures import Sums, family_of, measures
from cleancorpus.evaluate.page_score import PageScore

RESAMPLES = 1000
"""Draws behind an interval."""
_SEED = 0
_TAIL = 0.025  # 95 % lie between the two
_FEWEST = 2  # one page has no spread to draw from


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure over pages, with its 95 % interval."""

    score: float
    low: float | None
    """Lower end; None where there are fewer than two pages."""
    high: float | None
    """Upper end; None where there are fewer than two pages."""
    pages: int
    """Pages whose gold speaks about it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure now against an earlier run, on the pages both have."""

    before: float
    now: float
    low: float | None
    """Lower end of the 95 % interval of now minus before; None where there are fewer than two pages."""
    high: float | None
    """Its upper end."""
    pages: int
    """Pages both runs have scored for it."""


def add_up(pages: Iterable[PageScore]) -> dict[str, float]:
    """Sums of the columns over pages; empty for none. The order of the pages does not matter, not even to the last bit."""
    rows = [page.columns for page in pages]
    names = sorted({name for row in rows for name in row})
    return {name: math.fsum(row.get(name, 0.0) for row in rows) for name in names}


def estimate(pages: Sequence[PageScore], resamples: int = RESAMPLES) -> dict[str, Estimate]:
    """Every measure of the pages with its interval, whatever their order; empty for no pages."""
    ordered = _in_order(pages)
    sums = add_up(ordered)
    draws = _collect(measures(drawn) for (drawn,) in _resample([ordered], resamples))
    return {
        name: Estimate(score, *_interval(draws.get(name, []), len(ordered)), pages=int(sums[f"{family_of(name)}.pages"]))
        for name, score in measures(sums).items()
    }


def compare(before: Sequence[PageScore], now: Sequence[PageScore], resamples: int = RESAMPLES) -> dict[str, Difference]:
    """Every measure that both runs have, on the pages of one dataset that both have; empty if they share none."""
    earlier, later = ({page.id: page for page in pages} for pages in (before, now))
    shared = sorted(earlier.keys() & later.keys())
    both = [[earlier[name] for name in shared], [later[name] for name in shared]]
    old, new = (add_up(pages) for pages in both)
    old_measures, new_measures = measures(old), measures(new)
    draws = _collect(_difference(*drawn) for drawn in _resample(both, resamples))
    return {
        name: Difference(
            old_measures[name],
            value,
            *_interval(draws.get(name, []), len(shared)),
            pages=int(min(old[f"{family_of(name)}.pages"], new[f"{family_of(name)}.pages"])),
        )
        for name, value in new_measures.items()
        if name in old_measures
    }


def _in_order(pages: Sequence[PageScore]) -> list[PageScore]:
    return sorted(pages, key=lambda page: (page.dataset, page.id, sorted(page.columns.items())))


def _resample(runs: Sequence[Sequence[PageScore]], resamples: int) -> Iterator[list[Sums]]:
    """Sums of each run over the same pages, drawn with replacement."""
    count = len(runs[0])
    if count < _FEWEST:
        return
    generator = random.Random(_SEED)  # noqa: S311  no secret
    tables = [_as_columns(pages) for pages in runs]
    for _ in range(resamples):
        drawn = generator.choices(range(count), k=count)
        yield [{name: sum(map(column.__getitem__, drawn)) for name, column in table.items()} for table in tables]


def _as_columns(pages: Sequence[PageScore]) -> dict[str, list[float]]:
    names = sorted({name for page in pages for name in page.columns})
    return {name: [page.columns.get(name, 0.0) for page in pages] for name in names}


def _difference(before: Sums, now: Sums) -> dict[str, float]:
    old, new = measures(before), measures(now)
    return {name: new[name] - old[name] for name in new.keys() & old.keys()}


def _collect(draws: Iterable[Mapping[str, float]]) -> dict[str, list[float]]:
    collected: dict[str, list[float]] = {}
    for draw in draws:
        for name, value in draw.items():
            collected.setdefault(name, []).append(value)
    return collected


def _interval(values: list[float], pages: int) -> tuple[float | None, float | None]:
    """The middle 95 % of the values; no end for a measure of fewer than two pages."""
    if pages < _FEWEST or not values:
        return None, None
    ordered = sorted(values)
    return ordered[int(_TAIL * len(ordered))], ordered[math.ceil((1 - _TAIL) * len(ordered)) - 1]
