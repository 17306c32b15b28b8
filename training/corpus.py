"""The annotated pages laid out for training: features, targets and weights of every block, and the fold of its site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from cleancorpus.label.ensemble import ARTICLE, PAGE
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.group import number_alike
from cleancorpus.label.features.table import compute_columns
from cleancorpus.language.lexicon import Lexicon, lexicon_files, merge_lexicons, parse_lexicon
from cleancorpus.role import Role
from training.folds import fold_of
from training.golds import ARTICLE_POLICY, GoldPage
from training.plan import Plan

_BATCH = 32
_MOST_WORDS = 60  # a longer block counts no more: one wall of text must not outweigh a page


@dataclass(frozen=True, slots=True)
class Corpus:
    """Arrays over all blocks of all pages, pages after each other."""

    plan: Plan
    pages: tuple[GoldPage, ...]
    table: NDArray[np.float32]
    """Features, one column for each of the plan's."""
    page: NDArray[np.int64]
    fold: NDArray[np.int64]
    words: NDArray[np.int64]
    alike: NDArray[np.int64]
    """Number of each block's group: what is built alike on a page."""
    policy: NDArray[np.int64]
    content: NDArray[np.int64]
    """1 for content, 0 for not, -1 where the gold says nothing."""
    content_weight: NDArray[np.float64]
    role: NDArray[np.int64]
    """Index in the plan's roles; -1 where no role is known."""
    role_weight: NDArray[np.float64]
    certain: NDArray[np.bool_]
    """Whether a person or a publisher gave the role."""

    @property
    def sets(self) -> NDArray[np.str_]:
        """Name of each block's set."""
        return np.array([item.set for item in self.pages])[self.page]


def build_corpus(plan: Plan, pages: Sequence[GoldPage]) -> Corpus:
    """Everything that training needs of some pages."""
    counts = np.array([len(page.page.blocks) for page in pages])
    ends = np.cumsum(counts)
    page = np.repeat(np.arange(len(pages)), counts)
    order = sorted(range(len(pages)), key=lambda at: pages[at].foreign)
    parts = [_measure(plan, group) for group in _group([pages[at] for at in order])]
    place = np.argsort(np.concatenate([np.arange(end - size, end) for size, end in zip(counts[order], ends[order], strict=True)]))
    table, words, own, role, certain = (np.concatenate(part)[place] for part in zip(*parts, strict=True))
    shares = np.array([share for item in pages for share in item.content])
    content = np.where(shares < 0, -1, shares >= 0.5)
    sets = np.array([item.set for item in pages])[page]
    return Corpus(
        plan=plan,
        pages=tuple(pages),
        table=table,
        page=page,
        fold=np.array([fold_of(item.domain) for item in pages])[page],
        words=words,
        alike=np.unique(np.column_stack([page, own]), axis=0, return_inverse=True)[1].reshape(-1),
        policy=np.array([ARTICLE if item.policy == ARTICLE_POLICY else PAGE for item in pages])[page],
        content=content.astype(np.int64),
        content_weight=_content_weights(plan, words, content, page, sets),
        role=role,
        role_weight=_role_weights(plan, role, certain, sets),
        certain=certain,
    )


def _group(pages: Sequence[GoldPage]) -> Iterator[Sequence[GoldPage]]:
    """Pages after each other that are measured at once: none of them foreign, or all."""
    for _, own in groupby(pages, key=lambda page: page.foreign):
        group = [*own]
        yield from (group[at : at + _BATCH] for at in range(0, len(group), _BATCH))


@cache
def _foreign_lexicon() -> Lexicon:
    """What is known of a page in a language that no lexicon knows: its English buttons."""
    english = next(item for item in lexicon_files() if item.name == "en.toml")
    return merge_lexicons([parse_lexicon(english.read_text(encoding="utf-8"), english.name)])


def _measure(
    plan: Plan, pages: Sequence[GoldPage]
) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    batch = Batch([page.page for page in pages], _foreign_lexicon() if pages[0].foreign else None)
    targets = plan.target(pages)
    place: dict[Role | None, int] = {role: at for at, role in enumerate(plan.roles)}
    role = np.array([place.get(name, -1) for name in targets.roles], dtype=np.int64)
    return compute_columns(batch, plan.columns), batch.words, number_alike(batch), role, targets.certain


def _content_weights(
    plan: Plan, words: NDArray[np.int64], content: NDArray[np.int64], page: NDArray[np.int64], sets: NDArray[np.str_]
) -> NDArray[np.float64]:
    """Longer blocks weigh more, as they do in every score; a page weighs with the root of its size."""
    weight = np.sqrt(np.clip(words, 0.1, _MOST_WORDS)) * np.array([plan.set_weights[name] for name in sets])
    weight[content < 0] = 0.0
    totals = np.bincount(page, weights=weight)
    result: NDArray[np.float64] = weight / np.sqrt(np.maximum(totals, 1.0))[page]
    return result


def _role_weights(plan: Plan, role: NDArray[np.int64], certain: NDArray[np.bool_], sets: NDArray[np.str_]) -> NDArray[np.float64]:
    weight = np.array([plan.role_weights.get(name, 0.0) for name in sets]) * np.where(certain, 1.0, plan.uncertain)
    free = ~np.isin(sets, sorted(plan.typed))
    for name, one_in in plan.one_in.items():
        weight[free & (role == plan.roles.index(name)) & (np.arange(len(role)) % one_in != 0)] = 0.0
    weight[role < 0] = 0.0
    totals = np.bincount(role[role >= 0], weights=weight[role >= 0], minlength=len(plan.roles))
    rarity = (totals.max() / np.maximum(totals, 1.0)) ** plan.rarity
    result: NDArray[np.float64] = weight * np.where(role >= 0, rarity[role], 0.0)
    return result
