"""Where a block stands on its page, and what its page is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.block import Kind
from cleancorpus.label.features.batch import FAR, KINDS, share
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.registry import feature

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.features.registry import Column


@feature("blocks", "start", "end")
def blocks_from(batch: Batch) -> list[Column]:
    """Blocks between it and the start and the end of the page."""
    return [batch.index - batch.start, batch.end - batch.index - 1]


@feature("0-1")
def position(batch: Batch) -> Column:
    """Share of the page's blocks that stand before it."""
    return share(batch.index - batch.start, batch.end - batch.start)


@feature("0-1")
def text_before(batch: Batch) -> Column:
    """Share of the page's text that stands before it."""
    return share(batch.before(batch.tenths), batch.page_sum(batch.tenths))


@feature("0-1")
def prose_before(batch: Batch) -> Column:
    """Share of the page's unlinked prose that stands before it."""
    prose = batch.plain_prose * batch.tenths
    return share(batch.before(prose), batch.page_sum(prose))


@feature("paragraphs", "before", "behind")
def paragraphs(batch: Batch) -> list[Column]:
    """Unlinked paragraphs before and behind it."""
    before = batch.before(batch.plain_prose)
    return [before, batch.page_sum(batch.plain_prose) - before - batch.plain_prose]


@feature("blocks", "since", "until")
def paragraph_distance(batch: Batch) -> list[Column]:
    """Blocks since the last and until the next unlinked paragraph."""
    return [batch.since(batch.plain_prose), batch.until(batch.plain_prose)]


@feature("blocks", "since", "until")
def heading_distance(batch: Batch) -> list[Column]:
    """Blocks since the last and until the next heading."""
    heading = batch.level > 0
    return [batch.since(heading), batch.until(heading)]


@feature("0-6", "last", "next")
def heading_level(batch: Batch) -> list[Column]:
    """Levels of the last heading before it, or of its own, and of the next; 0 where there is none."""
    heading = batch.level > 0
    since, until = batch.since(heading), batch.until(heading)
    last = np.clip(batch.index - since, 0, max(batch.size - 1, 0))
    following = np.clip(batch.index + until, 0, max(batch.size - 1, 0))
    return [np.where(since < FAR, batch.level[last], 0), np.where(until < FAR, batch.level[following], 0)]


@feature("blocks", "since", "until")
def top_heading(batch: Batch) -> list[Column]:
    """Blocks since and until the nearest heading of the first level."""
    top = batch.level == 1
    return [batch.since(top), batch.until(top)]


@feature("blocks", "related", "comment", "promo", "nav", "legal", "byline", "date")
def cue_since(batch: Batch) -> list[Column]:
    """Blocks since the last line that announces something."""
    flags = (
        Cues.RELATED,
        Cues.COMMENT | Cues.COMMENT_PHRASE,
        Cues.PROMO | Cues.PROMO_PHRASE,
        Cues.NAV,
        Cues.LEGAL,
        Cues.BYLINE,
        Cues.DATE_LINE,
    )
    return [batch.since(batch.has_cue(flag)) for flag in flags]


@feature("blocks", "related", "comment", "byline", "date")
def cue_until(batch: Batch) -> list[Column]:
    """Blocks until the next line that announces something."""
    flags = (Cues.RELATED, Cues.COMMENT | Cues.COMMENT_PHRASE, Cues.BYLINE, Cues.DATE_LINE)
    return [batch.until(batch.has_cue(flag)) for flag in flags]


@feature("blocks")
def page_blocks(batch: Batch) -> Column:
    """Blocks of the page."""
    return batch.end - batch.start


@feature("tenths of a Latin letter", "text", "prose")
def page_size(batch: Batch) -> list[Column]:
    """Text and unlinked prose of the page."""
    return [batch.page_sum(batch.tenths), batch.page_sum(batch.plain_prose * batch.tenths)]


@feature("0-1", "prose", "linked", "paragraphs", "headings", "items", "rows", "controls", "dates", "prices", "pictures", "names")
def page_share(batch: Batch) -> list[Column]:
    """Of the page's text: prose and links. Of its blocks: paragraphs and others."""
    size, blocks = batch.page_sum(batch.tenths), batch.end - batch.start
    chars = batch.page_sum(batch.chars)
    flags = (
        batch.plain_prose,
        batch.level > 0,
        batch.kind == KINDS[Kind.LIST_ITEM],
        batch.kind == KINDS[Kind.TABLE],
        batch.kind == KINDS[Kind.CONTROL],
        batch.has_cue(Cues.DATE_LINE),
        batch.has_cue(Cues.PRICE),
        batch.images > 0,
        batch.has_cue(Cues.NAME),
    )
    return [
        share(batch.page_sum(batch.plain_prose * batch.tenths), size),
        share(batch.page_sum(batch.link_chars), chars),
        *(share(batch.page_sum(flag), blocks) for flag in flags),
    ]


@feature("count", "h1", "h2", "code")
def page_count(batch: Batch) -> list[Column]:
    """Headings of the first and second level and blocks of code on the page."""
    return [
        batch.page_sum(batch.level == 1),
        batch.page_sum(batch.level == 2),
        batch.page_sum(batch.kind == KINDS[Kind.CODE]),
    ]


@feature("count")
def page_articles(batch: Batch) -> Column:
    """``article`` elements of the page."""
    elements = batch.elements
    is_article = np.array([tag == "article" for tag in elements.tags], dtype=np.int64)
    counts = np.bincount(elements.page[:-1], weights=is_article[:-1], minlength=len(batch.pages)).astype(np.int64)
    return counts[batch.page]


@feature("tenths of a Latin letter")
def page_paragraph(batch: Batch) -> Column:
    """Mean length of the page's unlinked paragraphs."""
    return share(batch.page_sum(batch.plain_prose * batch.tenths), batch.page_sum(batch.plain_prose))
