"""A run: the pages of gold sets through a cleaner, scored, and summed up by dataset, page type and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cleancorpus.document import Document
from cleancorpus.evaluate.bootstrap import RESAMPLES, Difference, Estimate, add_up, compare, estimate
from cleancorpus.evaluate.measures import PRIMARY, Bin, calibration_bins, measures, roles_in
from cleancorpus.evaluate.page import GoldPage
from cleancorpus.evaluate.page_score import PageScore, score_page
from cleancorpus.pipeline import Cleaner
from cleancorpus.profile import Profile

_AT_A_TIME = 64  # pages in memory; sorted by profile and kind they are still batches for `clean_many`
NOT_STATED = "not stated"
"""Page type of the pages whose gold states none, where that of others does."""


@dataclass(frozen=True, slots=True)
class GroupScores:
    """Measures of a group of pages."""

    name: str
    """``all``, a page type or a language."""
    pages: int
    estimates: Mapping[str, Estimate]
    """Measure to value and interval."""
    roles: Mapping[str, int]
    """Role to the number of blocks to which the gold gives it."""
    bins: tuple[Bin, ...]
    """Block scores by tenths; empty if no role was compared."""


@dataclass(frozen=True, slots=True)
class DatasetScores:
    """Everything about one dataset of a run."""

    name: str
    profiles: tuple[str, ...]
    """Names of the profiles its pages were cleaned with."""
    outcomes: Mapping[str, int]
    whole: GroupScores
    by_page_type: tuple[GroupScores, ...]
    """In order of name; empty if the gold states no page type."""
    by_language: tuple[GroupScores, ...]
    """Every language separately, the largest first."""
    primary: str | None
    """The measure by which pages are ordered; None if nothing was scored."""
    pages: tuple[PageScore, ...]
    """In the order of the set."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A dataset of a run beside the same of an earlier one."""

    name: str
    differences: Mapping[str, Difference]
    only_before: int
    """Pages that the earlier run alone has."""
    only_now: int
    """Pages that this run alone has."""


def score_pages(pages: Iterable[GoldPage], cleaner: Cleaner, profile: Profile | str | None = None) -> Iterator[PageScore]:
    """Scores of gold pages, in order; holds a few of them at a time.

    Args:
        pages: What `GoldSet.pages` gives.
        cleaner: Its profile does not count.
        profile: What is kept; None for the one that fits each page's gold.
    """
    iterator = iter(pages)
    while chunk := list(islice(iterator, _AT_A_TIME)):
        documents = _clean_chunk(chunk, cleaner, profile)
        yield from (score_page(page, document) for page, document in zip(chunk, documents, strict=True))


def _clean_chunk(chunk: Sequence[GoldPage], cleaner: Cleaner, profile: Profile | str | None) -> list[Document]:
    documents: dict[int, Document] = {}
    for wanted, kind in sorted({(page.profile, page.kind) for page in chunk}):
        places = [index for index, page in enumerate(chunk) if (page.profile, page.kind) == (wanted, kind)]
        sources = [(chunk[index].source, chunk[index].url) for index in places]
        documents |= zip(places, replace(cleaner, profile=profile or wanted).clean_many(sources, kind), strict=True)
    return [documents[index] for index in range(len(chunk))]


def sum_up(pages: Iterable[PageScore], resamples: int = RESAMPLES) -> list[DatasetScores]:
    """Scores of each dataset, in order of appearance; empty for no pages."""
    datasets: dict[str, list[PageScore]] = {}
    for page in pages:
        datasets.setdefault(page.dataset, []).append(page)
    return [_sum_up_dataset(name, members, resamples) for name, members in datasets.items()]


def _sum_up_dataset(name: str, pages: list[PageScore], resamples: int) -> DatasetScores:
    types = _grouped((page.page_type or NOT_STATED, page) for page in pages) if any(page.page_type for page in pages) else {}
    languages = _grouped((page.language, page) for page in pages)
    whole = _sum_up_group("all", pages, resamples)
    return DatasetScores(
        name=name,
        profiles=tuple(sorted({page.profile for page in pages})),
        outcomes=dict(Counter(page.outcome for page in pages).most_common()),
        whole=whole,
        by_page_type=tuple(_sum_up_group(kind, types[kind], resamples) for kind in sorted(types)),
        by_language=tuple(
            _sum_up_group(language, languages[language], resamples)
            for language in sorted(languages, key=lambda item: (-len(languages[item]), item))
        ),
        primary=next((measure for measure in PRIMARY if measure in whole.estimates), None),
        pages=tuple(pages),
    )


def _grouped(named: Iterable[tuple[str, PageScore]]) -> dict[str, list[PageScore]]:
    groups: dict[str, list[PageScore]] = {}
    for name, page in named:
        groups.setdefault(name, []).append(page)
    return groups


def _sum_up_group(name: str, pages: Sequence[PageScore], resamples: int) -> GroupScores:
    sums = add_up(pages)
    roles = {role: int(sums[f"role.{role}.gold"]) for role in roles_in(sums)}
    return GroupScores(name, len(pages), estimate(pages, resamples), roles, tuple(calibration_bins(sums)))


def worst_pages(dataset: DatasetScores, count: int) -> list[tuple[float, PageScore]]:
    """(score, page) of the pages with the lowest primary measure, lowest first, equal ones by id; none that score 1.0."""
    if dataset.primary is None:
        return []
    scored = [(measures(page.columns).get(dataset.primary), page) for page in dataset.pages]
    known = [(score, page) for score, page in scored if score is not None and score < 1]
    return sorted(known, key=lambda item: (item[0], item[1].id))[:count]


def compare_runs(before: Iterable[PageScore], now: Sequence[DatasetScores], resamples: int = RESAMPLES) -> list[Comparison]:
    """Each dataset that both runs have, on the pages both have."""
    earlier = _grouped((page.dataset, page) for page in before)
    return [_compare_dataset(dataset, earlier[dataset.name], resamples) for dataset in now if dataset.name in earlier]


def _compare_dataset(dataset: DatasetScores, before: Sequence[PageScore], resamples: int) -> Comparison:
    old, new = {page.id for page in before}, {page.id for page in dataset.pages}
    return Comparison(dataset.name, compare(before, dataset.pages, resamples), len(old - new), len(new - old))
