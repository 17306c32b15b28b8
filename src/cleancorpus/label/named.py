"""Named rules that overrule the model: what is certain, or true of a page as a whole and of no block alone. Here those of pages
and texts alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cleancorpus.block import TITLE_COPY
from cleancorpus.label.features.batch import NEVER
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.hints import FAMILIES
from cleancorpus.label.labeller import Label
from cleancorpus.label.rules.byline import (
    is_desk_somewhere,
    is_name_and_moment,
    is_signature,
    is_signed_between_bars,
)
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch

ARTICLE = frozenset({Role.LEAD, Role.HEADING, Role.BODY})
NEAR_TITLE, ABOVE = 8, 2
"""Blocks below a title, and above it, that are its head."""
LONGEST_SIGNED = 110
"""Code points of a byline or date line."""
_NUMBERED = re.compile(r"[^\W\d_]{0,10}\d{1,2}")
_SHORTEST_NUMBERED = 20  # folded: shorter titles may well begin a line with a number


class Leanings(NamedTuple):
    """What a model says of blocks beyond the roles that were chosen, one entry a block."""

    titles: Sequence[int]
    """How much it is the title: of a page of HTML its margin, of a text how far it is ahead of its best other role, or behind if
    negative."""
    instead: Sequence[Role]
    """That best other role."""
    leads: Sequence[int] = ()
    """How far each line of a text is ahead as a lead of what it is as a paragraph; empty for a model that knows no leads."""
    captions: Sequence[int] = ()
    """The same as a caption."""
    outside: Sequence[Role] = ()
    """What it most likely is if it is neither title, lead nor paragraph."""


def drop_titles(named: list[Label], best: int | None, leanings: Leanings, folds: Sequence[str], copy: Role) -> None:
    """All but the best of a page's titles are what else they most likely are, and copies of it what they are told to be."""
    for index, label in enumerate(named):
        if label.role is not Role.TITLE or index == best:
            continue
        if best is not None and folds[index] == folds[best] != "":
            named[index] = Label(copy, label.score, TITLE_COPY)
        else:
            named[index] = Label(leanings.instead[index], label.score, "second-title")


def first_paragraph(named: Sequence[Label], title: int | None) -> int | None:
    """Where the first paragraph below the title stands; None where there is no title, or no paragraph below."""
    below = range(title + 1, len(named)) if title is not None else range(0)
    return next((index for index in below if named[index].role is Role.BODY), None)


def find_head(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Lines around the title, up to the first of the article below it, that are nothing but a date, or say who wrote it: what
    stands there is the article's, whatever the model takes it for."""
    if title is None:
        return
    below = range(title + 1, min(len(named), title + 1 + NEAR_TITLE))
    leads_away = (batch.cues[own.start + title + 1 : own.start + below.stop] & Cues.RELATED).tolist()
    end = next((index for index, away in zip(below, leads_away, strict=True) if away or named[index].role in ARTICLE), below.stop)
    for index in (*range(max(0, title - ABOVE), title), *range(title + 1, end)):
        if (role := sign_of(batch, own.start + index)) is not None and named[index].role is not role:
            named[index] = Label(role, 0.8, "head-date" if role is Role.DATE else "head-byline")


def sign_of(batch: Batch, index: int) -> Role | None:
    """Whether a block is a date line or a byline by its words alone."""
    text, cues = batch.texts[index], int(batch.cues[index])
    if len(text) > LONGEST_SIGNED:
        return Role.BYLINE if is_signed_between_bars(text, batch.lexicon) else None
    if cues & Cues.DATE_LINE:
        return Role.DATE
    signed = cues & Cues.BYLINE and is_signature(text, batch.lexicon)
    if signed or is_name_and_moment(text, batch.lexicon) or is_desk_somewhere(text, batch.lexicon):
        return Role.BYLINE
    return None


def find_echoes(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """A copy of the title without its accents stood for an image, and so did one with a number behind it: "... - Photo 2"."""
    if title is None or not batch.folds[own][title]:
        return
    folds, texts = batch.folds[own], batch.texts[own]
    plain = texts[title].isascii()
    for index, fold in enumerate(folds):
        if index == title or not fold.startswith(folds[title]):
            continue
        if fold == folds[title] and texts[index].isascii() and not plain:
            named[index] = Label(Role.ALT, 0.95, "alt-echo")
        elif len(folds[title]) >= _SHORTEST_NUMBERED and _NUMBERED.fullmatch(fold, len(folds[title])):
            named[index] = Label(Role.ALT, 0.9, "alt-number")


def find_legal(batch: Batch, own: slice, named: list[Label]) -> None:
    """The sign or phrase of a copyright outside article and comments, and a short line that begins with the sign wherever it
    stands; in a figure, or in what the model calls a caption of a text, it is the credit of its picture."""
    figure = batch.elements.family[batch.element[own]][:, FAMILIES.index("tag_figure")].tolist()
    is_html, texts = batch.is_html[own].tolist(), batch.texts[own]
    for index in np.flatnonzero(batch.has_cue(Cues.LEGAL)[own]).tolist():
        role = named[index].role
        pictured = role is Role.CAPTION and (figure[index] < NEVER or not is_html[index])
        signed = texts[index].startswith("©") and len(texts[index]) <= LONGEST_SIGNED and role is not Role.TITLE
        if not pictured and (signed or role not in {*ARTICLE, Role.TITLE, Role.COMMENT}):
            named[index] = Label(Role.LEGAL, 0.9, "copyright-sign")


def find_buttons(batch: Batch, own: slice, named: list[Label]) -> None:
    """To reply, to write one, to see more: what stands among comments and nobody wrote is navigation."""
    for index in np.flatnonzero(batch.has_cue(Cues.BUTTON)[own]).tolist():
        if named[index].role is Role.COMMENT:
            named[index] = Label(Role.NAV, named[index].score, "comment-button")
