"""From scores to labels: what of a page is kept, what each block is, and whether the page is understood.

Scores of blocks are one thing, the decision about a page another: the share of a page that is content differs from nearly nothing
to nearly all, and one threshold for all pages costs more than a point of F1 (docs/quality.md). So the set of blocks is kept that
has the largest expected F1, by the probabilities of the blocks (Ye, Chai, Lee & Chieu, ICML 2012).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.calibration import CERTAIN, NAT, log_odds
from cleancorpus.role import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cleancorpus.label.labeller import Label

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

ARTICLE_ROLES = (Role.LEAD, Role.HEADING, Role.BODY)
AHEAD, AHEAD_IN_TEXT, FAR_AHEAD = NAT, NAT // 3, 3
"""A role is taken against the content model when its odds are e times those of the others, or e cubed (chosen by hand); in text
a lead at 1.4 times, a heading at e."""
AHEAD_AS_NARROW, _SURE = NAT, 0.9
"""What the article in the narrow sense needs of both models, and the score of what is sure to be text within it. Fundus, grouped
folds, shingle F1 and exact: without both .9639 and .424, the first alone .9645 and .456, the second alone .9666 and .416, both
.9673 and .456; with the whole article where less than half would be left (or less than eight tenths) .9700 (2026-11-28)."""
_WITHIN = frozenset({Role.TITLE, Role.CAPTION, Role.BYLINE, Role.DATE, Role.COMMENT})
_LOW = np.iinfo(np.int64).min // 4
_NEVER = 1 << 40
_LEAST, _MOST = 1_000, 5_000
"""A block less likely than the first is never kept, one more likely than the second always (wcxb_dev, grouped folds, 2026-11-25:
.8667, without bounds .8658)."""
PAGES_DIFFER, TEXTS_DIFFER = 2.0, 0.0
"""By how much the log odds of all blocks of a page are off together, as a standard deviation in nats: where one block of a page
is content against the model, others mostly are too. On wcxb_dev the blocks of unseen sites are likeliest with 1.5 to 2 (log
likelihood -51,400 for -81,700 of independent blocks, 2026-11-28); texts gain nothing by it."""
_CASES = 9
"""Pages as sparing and as generous as that, equally likely, over which the expectation is taken."""
_WIDEST, _HALVINGS = 60.0, 50  # nats


@dataclass(frozen=True, slots=True)
class Kept:
    """Which blocks of a page are content, and how well that is expected to agree with a reader."""

    blocks: Flags
    expected: float
    """Expected F1 by the chances as they are, 0.0-1.0."""


def keep_most_expected(chances: Ints, words: Ints, differ: float) -> Kept:
    """The blocks with the largest expected F1 in words.

    Args:
        chances: Probability of each block to be content, 0 to `CERTAIN`.
        words: Length of each block; counted at least as one.
        differ: How far the chances of one page are off together, in nats (`PAGES_DIFFER`); 0.0 takes blocks for independent.

    Returns:
        Flags of the blocks; none for a page without blocks or without any chance.
    """
    if not len(chances):
        return Kept(np.zeros(0, dtype=bool), 0.0)
    size = np.maximum(words, 1)
    order = np.argsort(-chances, kind="stable")
    ranked, size = chances[order], size[order]
    expected = _expect(ranked[None], size)
    best = int(np.argmax(_expect(_cases(differ).take(ranked, axis=1), size) if differ else expected))
    border = min(max(int(ranked[best]), _LEAST), _MOST)
    flags = chances >= border
    count = int(flags.sum())
    return Kept(flags, float(expected[count - 1]) if count else 0.0)


def _expect(chances: Ints, size: Ints) -> NDArray[np.float64]:
    """Expected F1 of the first block, the first two and so on, averaged over the rows of chances."""
    hits = np.cumsum(chances * size, axis=1)
    kept = np.cumsum(size)
    each = 2.0 * hits / np.maximum(kept * CERTAIN + hits[:, -1:], 1)
    result: NDArray[np.float64] = each.sum(axis=0) / len(chances)
    return result


@cache
def _cases(differ: float) -> Ints:
    """What each probability is on pages where the log odds of all are lower or higher together: one row a case, one column for
    each of 0 to `CERTAIN`, whose mean is that probability. Whole numbers, so that they are the same on every machine."""
    shifts = np.array([[NormalDist(0, differ).inv_cdf((case + 0.5) / _CASES)] for case in range(_CASES)])
    wanted = np.arange(CERTAIN + 1) / CERTAIN
    low, high = np.full(CERTAIN + 1, -_WIDEST), np.full(CERTAIN + 1, _WIDEST)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        below = (1 / (1 + np.exp(-middle - shifts))).mean(axis=0) < wanted
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    cases: Ints = np.round(CERTAIN / (1 + np.exp(-low - shifts))).astype(np.int64)
    return cases


def settle(margins: Ints, roles: tuple[Role, ...], content: Flags, ahead: int) -> Flags:
    """The blocks of the article, where the content model has the first word.

    A block that is content is part of the article, unless a role outside it is far ahead; one that is not is none, unless it is
    by far a lead or a heading: golds often leave these out.

    Args:
        margins: One row a block, one column a role.
        roles: What the columns stand for.
        content: Blocks that are content.
        ahead: How far a role must be ahead that stands inside articles and is no text of them (title, caption, byline, comment,
            date) to take a block that is content, and a lead to take one that is not. Others need `FAR_AHEAD` times as much.
    """
    best, other = _best(margins, roles)
    handicap = np.array([ahead if role in _WITHIN else FAR_AHEAD * ahead for role in roles])
    taken = _best(margins - handicap, roles)[1] >= best
    stays: Flags = np.where(content, ~taken, _claim(margins, roles, other, ahead))
    return stays


def agree(margins: Ints, roles: tuple[Role, ...], chances: Ints, ahead: int = 0) -> Flags:
    """The blocks of the article, where both models have the same say: the log odds that a block is content and those of its best
    role of the article against the best other, added up. What is by far a lead or a heading belongs to it in any case.

    In text fewer articles lose a line so than by `settle`, and no more is kept: composed Vietnamese 12 % for 18 %, token F1 .974
    for .973; fundus a 41 % for 46 %, both .961 (grouped folds, 2026-11-26). In HTML it is the article in the narrow sense, of the
    profile `strict`. Before, that were the blocks with the largest expected F1 under that policy: fundus .9621, now .9655, exact
    .408 and .448; L3S-GN1 .9056 and .9075, exact .361 and .376; dragnet, whose gold knows no roles, .9335 and .9314 (grouped
    folds, 2026-11-28). For the profile `article` it costs snippets .004 (CARD.md of blocks-1).

    Args:
        margins: One row a block, one column a role.
        roles: What the columns stand for.
        chances: Probability of each block to be content, 0 to `CERTAIN`.
        ahead: How far it has to be that, by both together.
    """
    best, other = _best(margins, roles)
    together: Flags = (log_odds(chances) + best >= other + ahead) | _claim(margins, roles, other, AHEAD_IN_TEXT)
    return together


def fill_up(strict: Flags, labels: Sequence[Label], sizes: Ints) -> Flags:
    """The article in the narrow sense, with what surely is text of it between its first block and its last: nobody wants a list
    without its items, or every other post of a ticker. Where it is less than half of the article, the models do not know such a
    page, and it is all of that.

    Args:
        strict: The blocks of it.
        labels: The label of each.
        sizes: The length of each.
    """
    article = np.array([label.role in ARTICLE_ROLES for label in labels], dtype=bool)
    at = np.flatnonzero(strict & article)
    if 2 * sizes[at].sum() < sizes[article].sum():
        return article
    sure = np.array([label.score >= _SURE for label in labels], dtype=bool)
    filled = strict.copy()
    if len(at):
        filled[at[0] : at[-1]] |= (article & sure)[at[0] : at[-1]]
    return filled


def _claim(margins: Ints, roles: tuple[Role, ...], other: Ints, ahead: int) -> Flags:
    """Blocks that are by far a lead or a heading: golds of content often leave these out."""
    bonus = np.array([{Role.LEAD: ahead, Role.HEADING: FAR_AHEAD * ahead}.get(role, _NEVER) for role in roles])
    claimed: Flags = (margins - bonus).max(axis=1) >= other
    return claimed


def _best(margins: Ints, roles: tuple[Role, ...]) -> tuple[Ints, Ints]:
    """The best margin of each block's roles of the article, and of the others."""
    inside = _inside(roles)
    return np.where(inside, margins, _LOW).max(axis=1), np.where(inside, _LOW, margins).max(axis=1)


def choose_roles(margins: Ints, drawn: Ints, roles: tuple[Role, ...], article: Flags) -> tuple[Ints, Ints]:
    """The role of each block and how far it is ahead of the next that was possible.

    Args:
        margins: One row a block, one column a role.
        drawn: The same drawn together where blocks are built alike: what of the article a block is, is told by these.
        roles: What the columns stand for.
        article: Blocks of the article: they get one of its roles, and the others none of them.

    Returns:
        Column of each block's role, and its lead over the second of those that were possible.
    """
    told_by = np.where(article[:, None], drawn, margins)
    possible = np.where(_inside(roles) == article[:, None], told_by, _LOW)
    ranked = np.sort(possible, axis=1)
    return possible.argmax(axis=1), ranked[:, -1] - ranked[:, -2]


def _inside(roles: tuple[Role, ...]) -> Flags:
    return np.array([role in ARTICLE_ROLES for role in roles], dtype=bool)
