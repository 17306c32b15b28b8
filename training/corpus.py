"""The annotated pages laid out for training: features, targets and weights of every block, and the fold of its site."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleancorpus.block import Kind
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.table import COLUMNS, compute_columns
from cleancorpus.label.model import ARTICLE, PAGE
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.role import Role
from training.golds import ARTICLE_POLICY, GoldPage

FOLDS = 4
_BATCH = 32
ROLES = (
    Role.TITLE,
    Role.LEAD,
    Role.HEADING,
    Role.BODY,
    Role.CAPTION,
    Role.BYLINE,
    Role.DATE,
    Role.COMMENT,
    Role.RELATED,
    Role.NAV,
    Role.PROMO,
)
"""What the role model tells apart; kicker, legal and alt are named by rules, and a frame of no better name is navigation."""
_NAMED_BY_RULES = frozenset({Role.CAPTION, Role.BYLINE, Role.DATE, Role.COMMENT, Role.RELATED, Role.NAV, Role.PROMO})
"""What the named rules may teach the model, of blocks that no gold names: cues and class words of many languages are in them."""
_SET_WEIGHTS = {
    "wcxb_dev": 1.5,
    "cleaneval_dev": 1.0,
    "cleanportaleval": 0.7,
    "dragnet": 0.7,
    "fundus_typed": 0.7,
    "l3s_typed": 0.4,
    "trafilatura_snippets": 1.0,
}
"""Chosen by hand: the golds that follow the policy of the profiles count most, old pages least."""
_MOST_WORDS = 60  # a longer block counts no more: one wall of text must not outweigh a page
_ROLE_WEIGHTS = {"fundus_typed": 3.0, "l3s_typed": 1.0, "wcxb_dev": 0.4, "dragnet": 0.3, "trafilatura_snippets": 0.5}
_UNCERTAIN = 0.35  # weight of a role that a heuristic gave
_ONE_IN = {Role.NAV: 8, Role.BODY: 3, Role.COMMENT: 3, Role.RELATED: 2}
"""Of the blocks whose role is common, and not from a typed set, one in so many is used: more cost time and tell nothing new."""
_TYPED = frozenset({"fundus_typed", "l3s_typed"})


@dataclass(frozen=True, slots=True)
class Corpus:
    """Arrays over all blocks of all pages, pages after each other."""

    pages: tuple[GoldPage, ...]
    table: NDArray[np.float32]
    """Features, one column for each of `COLUMNS`."""
    page: NDArray[np.int64]
    fold: NDArray[np.int64]
    words: NDArray[np.int64]
    policy: NDArray[np.int64]
    content: NDArray[np.int64]
    """1 for content, 0 for not, -1 where the gold says nothing."""
    content_weight: NDArray[np.float64]
    role: NDArray[np.int64]
    """Index in `ROLES`; -1 where no role is known."""
    role_weight: NDArray[np.float64]
    certain: NDArray[np.bool_]
    """Whether a person or a publisher gave the role."""


def fold_of(domain: str) -> int:
    """The fold of a site: the same for all its pages, whatever else is in the corpus."""
    return int(hashlib.sha256(domain.encode()).hexdigest(), 16) % FOLDS


def build_corpus(pages: Sequence[GoldPage]) -> Corpus:
    """Everything that training needs of some pages."""
    counts = np.array([len(page.page.blocks) for page in pages])
    page = np.repeat(np.arange(len(pages)), counts)
    parts = [_measure(pages[at : at + _BATCH]) for at in range(0, len(pages), _BATCH)]
    words = np.concatenate([words for _, words, _, _ in parts])
    shares = np.array([share for item in pages for share in item.content])
    content = np.where(shares < 0, -1, shares >= 0.5)
    sets = np.array([item.set for item in pages])[page]
    role, certain = np.concatenate([roles for _, _, roles, _ in parts]), np.concatenate([sure for _, _, _, sure in parts])
    return Corpus(
        pages=tuple(pages),
        table=np.concatenate([table for table, _, _, _ in parts]),
        page=page,
        fold=np.array([fold_of(item.domain) for item in pages])[page],
        words=words,
        policy=np.array([ARTICLE if item.policy == ARTICLE_POLICY else PAGE for item in pages])[page],
        content=content.astype(np.int64),
        content_weight=_content_weights(words, content, page, counts, sets),
        role=role,
        role_weight=_role_weights(role, certain, sets),
        certain=certain,
    )


def _content_weights(
    words: NDArray[np.int64],
    content: NDArray[np.int64],
    page: NDArray[np.int64],
    counts: NDArray[np.int64],
    sets: NDArray[np.str_],
) -> NDArray[np.float64]:
    """Longer blocks weigh more, as they do in every score; a page weighs with the root of its size."""
    weight = np.sqrt(np.clip(words, 0.1, _MOST_WORDS)) * np.array([_SET_WEIGHTS[name] for name in sets])
    weight[content < 0] = 0.0
    totals = np.bincount(page, weights=weight, minlength=len(counts))
    result: NDArray[np.float64] = weight / np.sqrt(np.maximum(totals, 1.0))[page]
    return result


def _role_weights(role: NDArray[np.int64], certain: NDArray[np.bool_], sets: NDArray[np.str_]) -> NDArray[np.float64]:
    weight = np.array([_ROLE_WEIGHTS.get(name, 0.0) for name in sets]) * np.where(certain, 1.0, _UNCERTAIN)
    free = ~np.isin(sets, sorted(_TYPED)) | ~certain
    for name, one_in in _ONE_IN.items():
        weight[free & (role == ROLES.index(name)) & (np.arange(len(role)) % one_in != 0)] = 0.0
    weight[role < 0] = 0.0
    totals = np.bincount(role[role >= 0], weights=weight[role >= 0], minlength=len(ROLES))
    rarity = np.sqrt(totals.max() / np.maximum(totals, 1.0))
    result: NDArray[np.float64] = weight * np.where(role >= 0, rarity[role], 0.0)
    return result


def _measure(pages: Sequence[GoldPage]) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    batch = Batch([page.page for page in pages])
    names = [name for page in pages for name in page.roles]
    shares = [share for page in pages for share in page.content]
    sets = [page.set for page in pages for _ in page.roles]
    found = [_target(batch, at, *facts) for at, facts in enumerate(zip(names, shares, sets, strict=True))]
    ruled = [label.role for labels in RuleLabeller().label(batch.pages) for label in labels.labels]
    learned = [
        rule if role is None and share < 0.5 and rule in _NAMED_BY_RULES else role
        for role, rule, share in zip(found, ruled, shares, strict=True)
    ]
    certain = np.array([sure for page in pages for sure in page.certain], dtype=bool)
    certain |= np.array([bool(role) and not name for role, name in zip(found, names, strict=True)], dtype=bool)
    role = np.array([ROLES.index(name) if name else -1 for name in learned], dtype=np.int64)
    return compute_columns(batch, COLUMNS), batch.words, role, certain


def _target(batch: Batch, at: int, role: str, share: float, name: str) -> Role | None:
    """The role that a block is to get; None where nothing is known."""
    heading = batch.blocks[at].kind is Kind.HEADING
    if role in set(ROLES):
        return Role.HEADING if role == "body" and heading and name == "l3s_typed" else Role(role)
    if role == "supplement":
        return _supplement(batch, at)
    if name in {"wcxb_dev", "dragnet"} and share >= 0.5:
        return _article_part(batch, at, heading=heading)
    return None


def _supplement(batch: Batch, at: int) -> Role:
    """L3S-GN1 has one role for captions, bylines and dates."""
    if batch.cues[at] & Cues.DATE_LINE:
        return Role.DATE
    short = batch.words[at] <= 8
    return Role.BYLINE if short and batch.cues[at] & (Cues.BYLINE | Cues.NAME) else Role.CAPTION


def _article_part(batch: Batch, at: int, *, heading: bool) -> Role | None:
    """Content without a typed gold: the first paragraph may be a lead, and is left open."""
    if heading:
        return (
            Role.TITLE if batch.level[at] == 1 and batch.folds[at] in batch.stated[int(batch.page[at])].titles else Role.HEADING
        )
    before = batch.remember("paragraphs_before", lambda: batch.before(batch.plain_prose))
    return Role.BODY if before[at] else None
