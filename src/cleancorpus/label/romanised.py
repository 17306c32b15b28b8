"""Romanised copies of the title: in a page of another script a line of Latin letters that spells the title stood for an image, a
file or an address."""

from __future__ import annotations

from dataclasses import replace

from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.language.fold import fold
from cleancorpus.language.romanise import skeleton
from cleancorpus.page import Page
from cleancorpus.role import Role

ROMANISED = "alt-romanised"
"""The reason of such a line."""
_FEWEST = 6
"""Consonants of a title: below, other words are spelt alike."""
_LONGEST = 300


def find_romanised(page: Page, labels: PageLabels) -> PageLabels:
    """The labels, with every line alt that is nothing but the title in Latin letters. A page whose title is of Latin script, or
    that has none, keeps its labels."""
    title = next((index for index, label in enumerate(labels.labels) if label.role is Role.TITLE), None)
    if title is None or fold(page.blocks[title].text).isascii():
        return labels
    wanted = skeleton(page.blocks[title].text)
    if len(wanted) < _FEWEST:
        return labels
    found = [
        index
        for index, block in enumerate(page.blocks)
        if index != title and block.text.isascii() and len(block.text) <= _LONGEST and skeleton(block.text) == wanted
    ]
    if not found:
        return labels
    named = list(labels.labels)
    for index in found:
        named[index] = Label(Role.ALT, 0.9, ROMANISED)
    return replace(
        labels, labels=tuple(named), wanted=_without(labels.wanted, set(found)), strict=_without(labels.strict, set(found))
    )


def _without(flags: tuple[bool, ...] | None, places: set[int]) -> tuple[bool, ...] | None:
    return flags if flags is None else tuple(flag and index not in places for index, flag in enumerate(flags))
