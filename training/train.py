"""Train: models of the folds, their margins on unseen pages, calibrations from these, and the model of all pages."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cleancorpus.label.calibration import Calibration
from cleancorpus.label.decide import AHEAD, PAGES_DIFFER, agree, choose_roles, keep_most_expected, settle
from cleancorpus.label.ensemble import POLICY, Ensemble
from cleancorpus.label.model import Model
from cleancorpus.label.net import Net
from cleancorpus.label.pooling import pool, pool_columns
from cleancorpus.label.vocabulary import Vocabulary
from cleancorpus.page import InputKind
from training.corpus import Corpus
from training.fit import Settings, fit_calibration, fit_forest, lift_rare
from training.folds import FOLDS
from training.net import NetSettings, Targets, find_starts, fit_net
from training.plan import Plan
from training.vocabulary import Vocabularies

_COLUMNS = 120  # the most important ones: fewer cost less time at run time


@dataclass(frozen=True, slots=True)
class Calibrations:
    """The tables of a model."""

    page: Calibration
    article: Calibration
    inside: Calibration
    frame: Calibration


@dataclass(frozen=True, slots=True)
class Trained:
    """The result of a training."""

    model: Model
    """Of all pages."""
    folds: tuple[Model, ...]
    """Each of the pages outside a fold, for validation on those inside."""


def say(text: str) -> None:
    """A line of progress."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def train(corpus: Corpus) -> Trained:
    """The model of a corpus and those of its folds."""
    vocabularies = Vocabularies(corpus)
    folds = []
    unseen = Unseen.none(corpus)
    for fold in range(FOLDS):
        known = vocabularies.write(fold)
        folds.append((fit(corpus, corpus.fold != fold), known))
        unseen.fill(corpus, folds[-1][0], corpus.fold == fold)
        say(f"fold {fold} is fitted")
    unseen = unseen.pooled(corpus)
    tables = calibrate(corpus, unseen)
    known = vocabularies.write(None)
    whole = fit(corpus, np.ones(len(corpus.page), dtype=bool))
    say("the model of all pages is fitted")
    return Trained(
        build_model(corpus.plan, whole, tables, known),
        tuple(build_model(corpus.plan, own, tables, held) for own, held in folds),
    )


def fit(corpus: Corpus, rows: NDArray[np.bool_]) -> Ensemble:
    """Forests and net, fitted on some of the pages."""
    plan, names = corpus.plan, corpus.plan.columns
    known = rows & (corpus.content_weight > 0)
    table = np.column_stack([corpus.table[known], corpus.policy[known].astype(np.float32)])
    settings = Settings(trees=plan.content_trees, depth=plan.depth, columns=_COLUMNS)
    content = fit_forest(table, [*names, POLICY], corpus.content[known], corpus.content_weight[known], ["content"], settings)
    del table
    typed = rows & (corpus.role_weight > 0)
    settings = Settings(trees=plan.role_trees, depth=plan.depth, rate=0.12, columns=_COLUMNS)
    target, weight = corpus.role[typed], corpus.role_weight[typed]
    roles = fit_forest(corpus.table[typed], names, target, weight, plan.roles, settings)
    ensemble = Ensemble(content, roles)
    say("the forests are grown")
    if plan.net is not None:
        ensemble = replace(ensemble, net=_fit_net(corpus, rows, ensemble.columns, plan.net))
    return lift_rare(ensemble, target, weight, plan.lift)


def _fit_net(corpus: Corpus, rows: NDArray[np.bool_], columns: Sequence[str], settings: NetSettings) -> Net:
    """The net of some pages, on the columns that the forests look at."""
    targets = Targets(
        corpus.policy[rows],
        corpus.content[rows].clip(0),
        np.where(corpus.content < 0, 0.0, corpus.content_weight)[rows],
        corpus.role[rows].clip(0),
        np.where(corpus.role < 0, 0.0, corpus.role_weight)[rows],
    )
    return fit_net(_take(corpus, rows, columns), columns, corpus.page[rows], targets, corpus.plan.roles, settings)


def _take(corpus: Corpus, rows: NDArray[np.bool_], columns: Sequence[str]) -> NDArray[np.float32]:
    """Some columns of some rows."""
    at = {name: number for number, name in enumerate(corpus.plan.columns)}
    table = np.empty((int(rows.sum()), len(columns)), dtype=np.float32, order="F")
    for number, name in enumerate(columns):
        table[:, number] = corpus.table[rows, at[name]]
    return table


@dataclass(frozen=True, slots=True)
class Unseen:
    """What ensembles say of every block of a corpus, filled in by those that have not seen it."""

    page: NDArray[np.int64]
    article: NDArray[np.int64]
    roles: NDArray[np.int64]
    drawn: NDArray[np.int64]
    """Those of the roles drawn together where blocks are built alike."""

    @classmethod
    def none(cls, corpus: Corpus) -> Unseen:
        """All zero."""
        page, article = np.zeros((2, len(corpus.page)), dtype=np.int64)
        roles = np.zeros((len(corpus.page), len(corpus.plan.roles)), dtype=np.int64)
        return cls(page, article, roles, roles)

    def fill(self, corpus: Corpus, ensemble: Ensemble, rows: NDArray[np.bool_]) -> None:
        """Those of some pages."""
        margins = ensemble.score(_take(corpus, rows, ensemble.columns), find_starts(corpus.page[rows]))
        self.page[rows], self.article[rows], self.roles[rows] = margins.page, margins.article, margins.roles

    def pooled(self, corpus: Corpus) -> Unseen:
        """As the labeller reads them: of pages with markup they are drawn together where blocks are built alike."""
        if corpus.plan.input is InputKind.TEXT:
            return self
        page, article = (pool(margins, corpus.alike, corpus.words) for margins in (self.page, self.article))
        return Unseen(page, article, self.roles, pool_columns(self.roles, corpus.alike, corpus.words))


def calibrate(corpus: Corpus, unseen: Unseen) -> Calibrations:
    """Tables from the margins of unseen pages."""
    weight = np.clip(corpus.words, 1, 60).astype(np.float64)
    tables = []
    for margins, names in ((unseen.page, corpus.plan.page_sets), (unseen.article, corpus.plan.article_sets)):
        rows = np.isin(corpus.sets, names) & (corpus.content >= 0)
        tables.append(fit_calibration(margins[rows], corpus.content[rows], weight[rows]))
    scored = np.flatnonzero([item.set in corpus.plan.score_sets for item in corpus.pages])
    inside, frame = _calibrate_roles(corpus, tables[0].apply(unseen.page), tables[1].apply(unseen.article), unseen, scored)
    return Calibrations(tables[0], tables[1], inside, frame)


def _calibrate_roles(
    corpus: Corpus, wanted: NDArray[np.int64], article: NDArray[np.int64], unseen: Unseen, pages: NDArray[np.int64]
) -> tuple[Calibration, Calibration]:
    """How often the role that is chosen is right, by how far it was ahead: inside the article and outside it."""
    bounds = np.searchsorted(corpus.page, [pages, pages + 1])
    names = corpus.plan.roles
    gaps, right, inside = [], [], []
    for own in (slice(start, end) for start, end in bounds.T):
        if corpus.plan.input is InputKind.TEXT:
            part = agree(unseen.roles[own], names, article[own])
        else:
            part = settle(
                unseen.roles[own], names, keep_most_expected(wanted[own], corpus.words[own], PAGES_DIFFER).blocks, AHEAD
            )
        chosen, lead = choose_roles(unseen.roles[own], unseen.drawn[own], names, part)
        known = corpus.certain[own] & (corpus.role[own] >= 0)
        gaps.append(lead[known])
        right.append((chosen == corpus.role[own])[known])
        inside.append(part[known])
    gap, hit, side = np.concatenate(gaps), np.concatenate(right).astype(np.int64), np.concatenate(inside)
    one, other = (fit_calibration(gap[rows], hit[rows], np.ones(int(rows.sum()))) for rows in (side, ~side))
    return one, other


def build_model(plan: Plan, ensemble: Ensemble, tables: Calibrations, vocabulary: Vocabulary) -> Model:
    """Ensemble and tables as one."""
    return Model(
        plan.name,
        plan.version,
        plan.input,
        ensemble,
        tables.page,
        tables.article,
        tables.inside,
        tables.frame,
        vocabulary,
    )
