"""Named rules of plain text, where no markup says what a line is: the model's word stands but for copies and signs, and for what
the lines around a line say of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.block import Kind
from cleancorpus.label.calibration import NAT
from cleancorpus.label.features.batch import KINDS
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.labeller import GLUED, MODEL, Label
from cleancorpus.label.named import ARTICLE, NEAR_TITLE, Leanings, find_buttons, find_echoes, find_head, find_legal
from cleancorpus.label.named_head import find_authors, find_day, find_lead, is_lone_author, pick_title, ruled_of
from cleancorpus.label.rules.teaser_pairs import PAIR, SUMMARY
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch

_NEARLY_CAPTION = -3 * NAT
_FEWEST_HEADLINE, _MOST_HEADLINE, _FEWEST_PARAGRAPH, _FEWEST_OTHERS = 6, 15, 8, 3
"""Words of a line that may be a headline, and of a paragraph; and paragraphs that have to end with a stop."""
_FEWEST_ITEMS = 3
_FRAME = frozenset({Role.NAV, Role.OTHER})
_HEAD = frozenset({Role.TITLE, Role.LEAD, Role.DATE, Role.BYLINE, Role.ALT, Role.CAPTION, Role.RELATED})
"""What a line of teasers in an article's head stands under."""
_FURNITURE_LINES = (Cues.RELATED, Cues.NAV, Cues.PROMO, Cues.COMMENT)
_FURNITURE = (*_FURNITURE_LINES, Cues.RELATED_OPENER, Cues.BUTTON)


def name_text(batch: Batch, own: slice, labels: Sequence[Label], leanings: Leanings | None) -> list[Label]:
    """The labels of a text's lines after the rules; arguments as of `name_html`."""
    named = list(labels)
    title = pick_title(batch, own, named, leanings) if leanings is not None else None
    find_lead(named, leanings.leads if leanings is not None else (), title)
    find_head(batch, own, named, title)
    find_authors(batch, own, named, title)
    find_day(batch, own, named, title)
    find_echoes(batch, own, named, title)
    find_legal(batch, own, named)
    find_buttons(batch, own, named)
    _find_marked(batch, own, named)
    _find_teasers(batch, own, named, title)
    _find_captions(named, leanings.captions if leanings is not None else ())
    _find_going_on(batch, own, named)
    _find_stopless(batch, own, named, leanings.outside if leanings is not None else ())
    _find_between(batch, own, named)
    _find_items(batch, own, named)
    _find_signature(batch, own, named)
    return named


def _find_marked(batch: Batch, own: slice, named: list[Label]) -> None:
    """What a text marks as a heading, with article below it and no word of the furniture, heads it; a picture's text is alt."""
    announced = batch.has_cue(*_FURNITURE_LINES)[own].tolist()
    for index in np.flatnonzero(batch.kind[own] == KINDS[Kind.HEADING]).tolist():
        above_article = index + 1 < len(named) and named[index + 1].role in ARTICLE
        free = named[index].role not in {Role.TITLE, Role.KICKER} and not announced[index]
        if named[index].role is Role.BODY or (above_article and free):
            named[index] = Label(Role.HEADING, named[index].score, "heading-mark")
    for index in np.flatnonzero(batch.kind[own] == KINDS[Kind.CAPTION]).tolist():
        named[index] = Label(Role.ALT, 0.95, "image-mark")


def _find_captions(named: list[Label], captions: Sequence[int]) -> None:
    """Below the text of a picture stands its caption, unless the line is by far a paragraph: of 45 lines in composed texts and
    those of two other generators all were (2026-11-26)."""
    for index in range(1, len(named) if captions else 0):
        near = named[index - 1].role is Role.ALT and named[index].role is Role.BODY and named[index].reason == MODEL
        if near and captions[index] > _NEARLY_CAPTION:
            named[index] = Label(Role.CAPTION, named[index].score, "under-alt")


def _find_going_on(batch: Batch, own: slice, named: list[Label]) -> None:
    """A line that begins with a small letter under one of the article that has not come to an end goes on with it: a sentence was
    cut. Of 149 such lines in pages of unseen sites 128 were content; of 176 composed texts 10 lose a line less (2026-11-26)."""
    texts, apart = batch.texts[own], batch.blank_before[own].tolist()
    for index in range(1, len(named)):
        outside = named[index].reason == MODEL and named[index].role not in ARTICLE and named[index - 1].role in ARTICLE
        end = texts[index - 1][-1:]
        if outside and not apart[index] and texts[index][:1].islower() and (end.isalnum() or end in {",", ";"}):
            named[index] = Label(Role.BODY, named[index].score, "goes-on")


def _find_teasers(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Two shapes that lists of teasers have and articles have not, told by the rules: the summary under a headline that stands
    twice, as image text and link, where the headline is a teaser's; and several headlines in one line of the head. Words of
    official prose make a model take such lines for the article's. In 1,300 texts of unseen sites and compositions two lines
    change, both of one page of cards (2026-11-27)."""
    ruled, bullets = ruled_of(batch, own), batch.has_cue(Cues.BULLET)[own].tolist()
    for index, (label, rule) in enumerate(zip(named, ruled, strict=True)):
        if label.reason != MODEL or label.role not in ARTICLE or rule.role is not Role.RELATED:
            continue
        pair = range(index - 2, index)
        under_pair = index > 1 and all(ruled[at].reason == PAIR and named[at].role is Role.RELATED for at in pair)
        near = title is not None and title < index <= title + NEAR_TITLE
        in_head = near and named[index - 1].role in _HEAD and not bullets[index]
        if (rule.reason == SUMMARY and under_pair) or (rule.reason == GLUED and in_head):
            named[index] = rule


def _find_stopless(batch: Batch, own: slice, named: list[Label], outside: Sequence[Role]) -> None:
    """A line of a headline's length that ends in a letter, alone among paragraphs that end with a stop, is none of them: a
    heading, a caption or a teaser. Of some 100 such lines in texts of unseen sites and of three generators 4 were paragraphs
    (2026-11-26)."""
    ends, words, bullets = batch.ends[own].tolist(), batch.words[own].tolist(), batch.has_cue(Cues.BULLET)[own].tolist()
    texts, body = batch.texts[own], [label.role is Role.BODY for label in named]
    paragraphs = [index for index, label in enumerate(named) if body[index] and words[index] >= _FEWEST_PARAGRAPH]
    stopped = sum(ends[index] for index in paragraphs)
    for index in range(1, len(named) - 1 if outside else 0):
        short = _FEWEST_HEADLINE <= words[index] <= _MOST_HEADLINE and named[index].reason == MODEL
        if not (body[index] and short) or bullets[index] or not texts[index][-1:].isalnum():
            continue
        others = len(paragraphs) - (words[index] >= _FEWEST_PARAGRAPH)
        alone = not any(body[beside] and not ends[beside] for beside in (index - 1, index + 1))
        goes_on = texts[index][0].islower() or texts[index + 1][:1].islower()
        if alone and not goes_on and others >= _FEWEST_OTHERS and 10 * stopped >= 9 * others:
            named[index] = Label(outside[index], named[index].score, "no-stop")


def _find_between(batch: Batch, own: slice, named: list[Label]) -> None:
    """A single line inside the article that the model takes for navigation, or for nothing in particular, is text of it: menus do
    not come one line at a time. Of 242 such lines in texts of unseen sites 181 were content (2026-11-26); of four that a lexicon
    knows as the furniture's none (2026-11-27)."""
    roles = [label.role for label in named]
    known = batch.has_cue(*_FURNITURE)[own].tolist()
    for index in range(1, len(named) - 1):
        lone = named[index].role in _FRAME and named[index].reason == MODEL and not known[index]
        if lone and roles[index - 1] in ARTICLE and roles[index + 1] in ARTICLE:
            named[index] = Label(Role.BODY, named[index].score, "between-body")


def _find_items(batch: Batch, own: slice, named: list[Label]) -> None:
    """Items of one list are of one kind: where two thirds of its lines are the article's, so are the others. Of 200 such lines in
    texts of unseen sites 131 were content; of 228 composed texts 7 more lose none (2026-11-26). The other way round half were."""
    bullets = batch.has_cue(Cues.BULLET)[own].tolist()
    texts = batch.texts[own]
    signs = [_sign_of_item(text) if bullet else "" for text, bullet in zip(texts, bullets, strict=True)]
    for sign, group in groupby(range(len(named)), key=signs.__getitem__):
        items = list(group)
        inside = sum(named[index].role in ARTICLE for index in items)
        if not sign or len(items) < _FEWEST_ITEMS or not 2 * len(items) <= 3 * inside < 3 * len(items):
            continue
        for index in items:
            if named[index].role not in ARTICLE:
                named[index] = Label(Role.BODY, named[index].score, "list-item")


def _find_signature(batch: Batch, own: slice, named: list[Label]) -> None:
    """A full name alone between a paragraph that has come to its end and a list of other stories signs the article where the
    rules say so or its first name is known, unless the article speaks of who bears it: then it may be a tag. Of 8 such lines in
    texts of news and compositions of unseen sites 6 were bylines, 2 teasers' authors (2026-11-27)."""
    known, ruled = batch.has_cue(Cues.PERSON_FIRST)[own].tolist(), ruled_of(batch, own)
    ends, folds, texts = batch.ends[own].tolist(), batch.folds[own], batch.texts[own]
    for index in range(1, len(named) - 1):
        free = named[index].reason == MODEL and named[index].role not in {*ARTICLE, Role.BYLINE}
        between = named[index - 1].role is Role.BODY and ends[index - 1] and named[index + 1].role is Role.RELATED
        signs = (ruled[index].role is Role.BYLINE or known[index]) and not any(word[0].islower() for word in texts[index].split())
        if not (free and between and signs and is_lone_author(batch, own.start + index)):
            continue
        if not any(folds[index] in folds[other] for other, label in enumerate(named) if label.role in ARTICLE):
            named[index] = Label(Role.BYLINE, 0.7, "name-at-end")


def _sign_of_item(text: str) -> str:
    return "number" if text[0].isdigit() else text[0]
