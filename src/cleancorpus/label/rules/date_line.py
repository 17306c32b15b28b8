"""date-line: a block that holds a date or time and nothing else."""

from __future__ import annotations

from itertools import groupby

from cleancorpus.label.dates import is_day_of_any_year, is_entry
from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role

_FEWEST_ENTRIES = 3
_NEAR = 4
_FAR_BELOW = 8
"""Blocks above the title and below it within which a date speaks of the article."""


def date_line(draft: Draft) -> None:
    """Date lines wherever they stand, but for the entries of a log or a chat in text; those of teasers are taken over by the list
    they stand in."""
    entries = frozenset[int]() if draft.is_html else _entries(draft)
    for index in draft.free():
        if draft.features[index].date_line and index not in entries:
            draft.put(index, Role.DATE, 0.9, "date-line")


def _entries(draft: Draft) -> frozenset[int]:
    """Lines of a run that all open with a moment and go on with something else: "[12/03/2022, 10:04] Ana: wait for me"."""
    entries = [is_entry(block.text, draft.lexicon) for block in draft.blocks]
    runs = (list(run) for entry, run in groupby(range(len(entries)), key=entries.__getitem__) if entry)
    return frozenset(index for run in runs if len(run) >= _FEWEST_ENTRIES for index in run)


def masthead_date(draft: Draft) -> None:
    """Dates that stand far from the title: today's date in the page's head, dates of lists. They say nothing about the
    article."""
    if draft.title is None and draft.is_html:
        return
    top = draft.title if draft.title is not None else 0
    dates = [index for index in range(len(draft.blocks)) if draft.role(index) is Role.DATE]
    near = [
        index
        for index in dates
        if top - _NEAR < index <= max(draft.first + _NEAR, top + _FAR_BELOW) or index in (draft.last + 1, draft.last + 2)
    ]
    for index in dates:
        if index in near and not _is_fact(draft, index):
            continue
        if draft.is_html or draft.framed:
            if not draft.in_article(index):
                draft.replace(index, Role.OTHER, 0.6, "date-elsewhere")
        else:
            draft.labels[index] = None  # a line of a table or thread like any other


def _is_fact(draft: Draft, index: int) -> bool:
    """Whether a date in a text without title says something else than when the text was published."""
    alone = not draft.is_html and draft.title is None and not draft.framed
    return alone and is_day_of_any_year(draft.blocks[index].text, draft.lexicon)
