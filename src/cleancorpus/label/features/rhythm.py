"""How short lines and paragraphs take turns: lists of teasers have a beat, and an article is the longest run without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.features.batch import share
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch, Flags, Ints
    from cleancorpus.label.features.registry import Column

_BEATS = (-4, -3, -2, -1, 1, 2, 3, 4)
_REACHES = (3, 8)
_HEADLINE, _LONGEST_HEADLINE, _SUMMARY = 200, 1500, 4000  # tenths of a Latin letter, chosen by hand
_MOST, _AGAINST = 4_000, (300, 1_200)
"""What a paragraph counts for a run at most, and what every other block counts against it."""
_QUOTES = frozenset("\"'“”„«»‘’‹›「『《(")
_RESIDUE = (Cues.RELATED, Cues.NAV, Cues.PROMO | Cues.PROMO_PHRASE, Cues.COMMENT | Cues.COMMENT_PHRASE, Cues.LEGAL)


def _headline(batch: Batch) -> Flags:
    """As long as headlines are and without a sentence's end."""
    long = (batch.tenths >= _HEADLINE) & (batch.tenths <= _LONGEST_HEADLINE)
    result: Flags = long & ~batch.prose & ~batch.ends & ~batch.has_cue(Cues.DATE_LINE)
    return result


def _turn(batch: Batch) -> Flags:
    """A headline with a short paragraph behind it."""
    following = batch.beside(batch.prose & (batch.tenths <= _SUMMARY), 1, 0).astype(bool)
    result: Flags = _headline(batch) & following
    return result


@feature("0-1", *_BEATS)
def size_step(batch: Batch) -> list[Column]:
    """Difference in length to the blocks around it, as a share of the longer: 0 where the beat comes again."""
    columns: list[Column] = []
    for beat in _BEATS:
        other = batch.beside(batch.tenths, beat, 0)
        columns.append(share(np.abs(other - batch.tenths), np.maximum(other, batch.tenths)))
    return columns


@feature("blocks", *_REACHES)
def headlines_around(batch: Batch) -> list[Column]:
    """Lines like headlines around it."""
    return [batch.window(_headline(batch), reach) for reach in _REACHES]


@feature("blocks", *_REACHES)
def turns_around(batch: Batch) -> list[Column]:
    """Headlines with a summary around it."""
    return [batch.window(_turn(batch), reach) for reach in _REACHES]


@feature("blocks", "before", "behind")
def headline_run(batch: Batch) -> list[Column]:
    """Lines like headlines without a break before it and behind it."""
    other = ~_headline(batch)
    since, until = batch.since(other), batch.until(other)
    return [np.minimum(since, batch.index - batch.start + 1), np.minimum(until, batch.end - batch.index)]


@feature("blocks")
def sign_run(batch: Batch) -> Column:
    """Blocks on end that open with the same sign, or all with a number, itself included: the items of one list. 0 where it opens
    with a letter or a quotation mark, which are no such sign."""
    signs = np.array([_opening_sign(text) for text in batch.texts], dtype=np.int64)
    begins = (batch.beside(signs, -1, -1) != signs) | (batch.index == batch.start)
    runs = np.cumsum(begins)
    sizes = np.bincount(runs, minlength=1)[runs]
    return np.where(signs > 0, sizes, 0)


def _opening_sign(text: str) -> int:
    first = text[:1]
    if not first or first.isalpha() or first in _QUOTES:
        return 0
    return ord("0") if first.isdigit() else ord(first)


@feature("yes/no", 1, 2)
def blank_at(batch: Batch) -> list[Column]:
    """Whether a blank line stands behind it, and behind the next."""
    return [batch.beside(batch.blank_before, offset, 1) for offset in (1, 2)]


@feature("0-1", "around", "page", "prose")
def blank_share(batch: Batch) -> list[Column]:
    """Share of blocks with a blank line before them: around it, on the page, among the page's paragraphs."""
    blank = batch.blank_before
    ones = np.ones(batch.size, dtype=np.int64)
    return [
        share(batch.window(blank, 5), batch.window(ones, 5)),
        share(batch.page_sum(blank), batch.page_sum(ones)),
        share(batch.page_sum(blank & batch.plain_prose), batch.page_sum(batch.plain_prose)),
    ]


@feature("0-1", "page", "before", "behind")
def residue(batch: Batch) -> list[Column]:
    """Share of blocks whose words announce navigation, promotion, comments, rights or other stories: on the page, before it,
    behind it."""
    flags = batch.has_cue(*_RESIDUE)
    before, total = batch.before(flags), batch.page_sum(flags)
    left, whole = batch.index - batch.start, batch.end - batch.start
    return [share(total, whole), share(before, left), share(total - before - flags, whole - left - 1)]


@feature("0-1", "headlines", "prose")
def page_lines(batch: Batch) -> list[Column]:
    """Of the page's blocks: lines like headlines, and paragraphs."""
    whole = batch.end - batch.start
    return [share(batch.page_sum(_headline(batch)), whole), share(batch.page_sum(batch.plain_prose), whole)]


def _find_run(batch: Batch, against: int) -> tuple[Ints, Ints]:
    """For each block the bounds of its page's run: the stretch in which paragraphs outweigh the other blocks most.

    Source: maximum subsequence segmentation, Pasternack & Roth, WWW 2009.
    """
    prose = batch.plain_prose
    sums = batch.prefix(np.where(prose, np.minimum(batch.tenths, _MOST), -against))
    first, last = np.zeros((2, len(batch.pages)), dtype=np.int64)
    for page, (start, count) in enumerate(zip(batch.starts.tolist(), batch.counts.tolist(), strict=True)):
        own = sums[start : start + count + 1]
        lowest = np.minimum.accumulate(own)
        end = int(np.argmax(own - lowest))
        first[page] = start + int(np.argmin(own[: end + 1]))
        last[page] = start + end
    return first[batch.page], last[batch.page]


@feature("blocks", *(f"{side}_{against}" for against in _AGAINST for side in ("before", "behind")))
def run_distance(batch: Batch) -> list[Column]:
    """Blocks to the page's longest run of paragraphs, where it stands before or behind it; 0 inside."""
    columns: list[Column] = []
    for against in _AGAINST:
        first, last = _find_run(batch, against)
        columns += [np.maximum(first - batch.index, 0), np.maximum(batch.index - last + 1, 0)]
    return columns


@feature("0-1", *_AGAINST)
def run_share(batch: Batch) -> list[Column]:
    """Share of the page's prose in that run."""
    sums = batch.prefix(batch.plain_prose * batch.tenths)
    total = batch.page_sum(batch.plain_prose * batch.tenths)
    return [share(sums[last] - sums[first], total) for first, last in (_find_run(batch, against) for against in _AGAINST)]
