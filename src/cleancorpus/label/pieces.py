"""Pieces: pages of very many blocks are labelled a stretch at a time, for memory must not grow with what somebody sends.

A few pages in a million have more blocks than this, as endless lists and dumped tables do; no model has learned from their like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.page import Element, Page
from cleancorpus.role import Role

MOST_BLOCKS = 50_000
"""Of a piece, and of the pages that are labelled at once: their features take some 150 MB."""


def split_page(page: Page, most: int = MOST_BLOCKS) -> list[Page]:
    """The page itself, or pages of so many of its blocks each, in order; every one has the elements around its blocks and says of
    itself what the page does."""
    if len(page.blocks) <= most:
        return [page]
    return [_cut(page, start, min(start + most, len(page.blocks))) for start in range(0, len(page.blocks), most)]


def _cut(page: Page, start: int, stop: int) -> Page:
    blocks = page.blocks[start:stop]
    used: set[int] = set()
    for block in blocks:
        at = block.markup.element if block.markup is not None else -1
        while at >= 0 and at not in used:
            used.add(at)
            at = page.elements[at].parent
    order = sorted(used)  # parents stand before what is in them
    place = {old: new for new, old in enumerate(order)}
    elements = tuple(_clip(page.elements[old], place, start, stop) for old in order)
    own = tuple(
        block if block.markup is None else replace(block, markup=block.markup._replace(element=place[block.markup.element]))
        for block in blocks
    )
    return replace(page, blocks=own, elements=elements)


def _clip(element: Element, place: dict[int, int], start: int, stop: int) -> Element:
    first, last = max(element.first, start) - start, min(element.last, stop) - start
    return element._replace(parent=place.get(element.parent, -1), first=first, last=max(first, last))


def join_labels(pieces: Sequence[PageLabels]) -> PageLabels:
    """The labels of a page from those of its pieces. A page has one title: of a later piece it is a heading."""
    if len(pieces) == 1:
        return pieces[0]
    labels: list[Label] = []
    for piece in pieces:
        titled = any(label.role is Role.TITLE for label in labels)
        labels += (
            Label(Role.HEADING, label.score, label.reason) if titled and label.role is Role.TITLE else label
            for label in piece.labels
        )
    return PageLabels(
        tuple(labels),
        doubt=f"{len(labels):,} blocks, too many to be understood as one page; they were labelled in {len(pieces)} pieces",
        wanted=_join([piece.wanted for piece in pieces]),
        strict=_join([piece.strict for piece in pieces]),
    )


def _join(parts: Sequence[tuple[bool, ...] | None]) -> tuple[bool, ...] | None:
    found: list[bool] = []
    for part in parts:
        if part is None:
            return None
        found += part
    return tuple(found)


def group_pages(pages: Sequence[Page], most: int = MOST_BLOCKS) -> Iterator[list[Page]]:
    """Pages after each other, in groups of so many blocks at most; one that has more is alone."""
    group: list[Page] = []
    size = 0
    for page in pages:
        if group and size + len(page.blocks) > most:
            yield group
            group, size = [], 0
        group.append(page)
        size += len(page.blocks)
    if group:
        yield group
