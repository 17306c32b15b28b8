"""The head of a text: its title, lead, byline and date, told by all of its lines together, for each alone is an unlikely one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.label.calibration import NAT
from cleancorpus.label.dates import holds_moment, opens_with_day
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.kinship import shared_with
from cleancorpus.label.features.ruled import label_by_rules
from cleancorpus.label.labeller import MODEL, Label
from cleancorpus.label.named import ABOVE, ARTICLE, NEAR_TITLE, Leanings, drop_titles, first_paragraph, sign_of
from cleancorpus.label.rules.byline import are_lone_names
from cleancorpus.label.rules.title import TITLE_MARK
from cleancorpus.language.fold import COLONS, STOPS, phrase_key
from cleancorpus.language.lexicon import Cue
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch

_LIKELY, _TOLD = 8, 3 * NAT
"""Of so many lines that are most likely the title by the model one is chosen, and each sign of `pick_title` makes it twenty
times as likely, or unlikely. Beside the margins of forests alone seven times was right (fitted by conditional logistic
regression); those of the net are smaller: title F1 of fundus a, b and c .843 to .851, .651 to .667, .743 to .753 (grouped folds,
2026-11-28)."""
_ENOUGH, _ENOUGH_FRAMED, _FRAMED = -NAT // 2, -4 * NAT, 10
"""What the chosen line needs; less below a frame of ten lines and more, for such texts nearly always have a title. Title F1 of
fundus a without the signs .749, with them .794, with the second bound too .800; titles of texts right .741, .759, .815; title
F1 of fundus c .697, .700, .700; with lines that tell a moment held back, of a .811."""
_LONGEST_TITLE = 260  # code points, as for the rules; the longest of the 257 of fundus has 175
_TRAIL, _SHORTEST_TRAIL = 6, 8  # lines above in which a trail that ends in the title may stand; folded code points of a title
_NEARLY_RULED = 16_000
"""What the model says of the line that the rules call the title is heard for that long: 60 of 60 short texts with comments below
have their title, for 40; title F1 of fundus a .760 for .763 (2026-11-26)."""
_NEARLY_LEAD = -5 * NAT // 2
"""What a first paragraph may lack to be a lead. With half a nat (one and a half for what stands apart) lead F1 of fundus a, b
and c was .724, .341 and .649, with this .771, .383 and .689, with five nats .747, .390 and .692 (grouped folds, 2026-11-28)."""
_RIGHT_BELOW, _LONGEST_NAMES, _LONGEST_KICKER = 4, 60, 110  # lines; code points
_KEPT_IN_HEAD = ARTICLE | {Role.TITLE, Role.KICKER, Role.DATE, Role.BYLINE, Role.ALT}


def pick_title(batch: Batch, own: slice, named: list[Label], leanings: Leanings) -> int | None:
    """The title of a text: of the lines that the model finds likeliest the one that the whole text speaks for most. Its words
    stand in the article, it ends without a full stop, tells no moment, and a trail above it ("Home > Sport > ...") may end in it.
    Most texts have a title, and each line alone is an unlikely one, so it need not be likelier than not.

    A copy of it more often stood for an image or a teaser, and is none.
    """
    leads, folds, texts = leanings.titles, batch.folds[own], batch.texts[own]
    short = [index for index, text in enumerate(texts) if len(text) <= _LONGEST_TITLE]
    likely = sorted(short, key=lambda index: (-leads[index], index))[:_LIKELY]
    if not likely:
        return None
    article = np.array([label.role is Role.BODY for label in named], dtype=bool)
    shared: list[int] = shared_with(batch, own, article).tolist()

    def weigh(index: int) -> int:
        against = texts[index].endswith(tuple(STOPS)) + (
            holds_moment(texts[index]) or opens_with_day(texts[index], batch.lexicon)
        )
        return leads[index] + _TOLD * shared[index] // 1000 + _TOLD * (_ends_trail(folds, index) - against)

    likeliest = max(likely, key=lambda index: (weigh(index), -index))
    best: int | None = likeliest
    first = next((index for index, label in enumerate(named) if label.role is Role.BODY), 0)
    ruled = _ruled_title(batch, own)
    marked = ruled is not None and ruled_of(batch, own)[ruled].reason == TITLE_MARK
    if marked or weigh(likeliest) < (_ENOUGH if first < _FRAMED else _ENOUGH_FRAMED):
        best = ruled if ruled is not None and (marked or leads[ruled] >= -_NEARLY_RULED) else None
    if best is not None and named[best].role is not Role.TITLE:
        named[best] = Label(Role.TITLE, named[best].score, TITLE_MARK if marked else "nearest-title")
    drop_titles(named, best, leanings, folds, copy=Role.OTHER)
    return best


def _ends_trail(folds: Sequence[str], index: int) -> bool:
    """Whether a line not far above ends in this one, and is longer."""
    own, above = folds[index], folds[max(0, index - _TRAIL) : index]
    return len(own) >= _SHORTEST_TRAIL and any(other.endswith(own) and other != own for other in above)


def _ruled_title(batch: Batch, own: slice) -> int | None:
    """Which block of a text the rules call its title."""
    return next((index for index, label in enumerate(ruled_of(batch, own)) if label.role is Role.TITLE), None)


def ruled_of(batch: Batch, own: slice) -> Sequence[Label]:
    """What the rules say of each line of a text."""
    return batch.read_once(label_by_rules)[int(batch.page[own.start])].labels if own.start < own.stop else ()


def find_lead(named: list[Label], leads: Sequence[int], title: int | None) -> None:
    """The first paragraph of a text below its title is a lead where it is nearly one."""
    if title is None or not leads:
        return
    article = [index for index in range(title + 1, len(named)) if named[index].role in ARTICLE][:2]
    if not article or named[article[0]].role is not Role.BODY or named[article[0]].reason != MODEL:
        return
    first, *behind = article
    if behind and behind[0] - first > NEAR_TITLE:
        return  # what goes on far below may be another story
    if leads[first] > _NEARLY_LEAD:
        named[first] = Label(Role.LEAD, named[first].score, "first-paragraph")


def find_kicker(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """A short line of a text right above its title that ends with a colon leads to it: it is its kicker, but for words of the
    frame ("Read also:")."""
    if not title:
        return
    above, text = title - 1, batch.texts[own.start + title - 1].rstrip()
    framed = batch.cues[own.start + above] & (Cues.RELATED | Cues.RELATED_OPENER | Cues.NAV | Cues.PROMO | Cues.COMMENT)
    if text.endswith(tuple(COLONS)) and len(text) <= _LONGEST_KICKER and not framed and named[above].role not in _KEPT_IN_HEAD:
        named[above] = Label(Role.KICKER, 0.7, "above-title")


def find_authors(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Lines of a text below its title or above its first paragraph, a lead or pictures between, that say who wrote it: by a word
    that signs; or a name alone beside the date or under such a word; or the only name there that begins with a known first name
    and that the article does not speak of."""
    first = first_paragraph(named, title)
    if title is None or first is None:
        return
    zone = [index for index in range(title + 1, first) if min(index - title, first - index) <= NEAR_TITLE]
    free = [index for index in zone if named[index].role not in _KEPT_IN_HEAD]
    for index in free:
        if sign_of(batch, own.start + index) is Role.BYLINE:
            named[index] = Label(Role.BYLINE, 0.8, "head-byline")
    if any(named[index].role is Role.BYLINE for index in zone):
        return
    alone = [index for index in free if is_lone_author(batch, own.start + index)]
    beside = [index for index in alone if _is_signed_beside(batch, own, named, index)]
    known = batch.has_cue(Cues.PERSON_FIRST)[own].tolist()
    article = [batch.folds[own.start + index] for index, label in enumerate(named) if label.role in ARTICLE or index == title]
    persons = [index for index in alone if known[index] and not any(batch.folds[own.start + index] in text for text in article)]
    if beside or len({batch.folds[own.start + index] for index in persons}) == 1:
        index = beside[0] if beside else persons[0]
        named[index] = Label(Role.BYLINE, 0.7, "name-by-date" if beside else "name-in-head")


def _is_signed_beside(batch: Batch, own: slice, named: Sequence[Label], index: int) -> bool:
    """Whether a word that signs stands above a line, or a date beside it."""
    around = [beside for beside in (index - 1, index + 1) if 0 <= beside < len(named)]
    return _signs(batch, own.start + index - 1) or any(named[beside].role is Role.DATE for beside in around)


def is_lone_author(batch: Batch, index: int) -> bool:
    """Whether a line is one full name or two, and no word of the frame."""
    text = batch.texts[index]
    framed = batch.cues[index] & (Cues.NAV | Cues.RELATED | Cues.PROMO | Cues.COMMENT | Cues.CREDIT | Cues.CAPTION_OPENER)
    return not framed and len(text) <= _LONGEST_NAMES and are_lone_names(text)


def _signs(batch: Batch, index: int) -> bool:
    """Whether a line is nothing but a word that signs: "von"."""
    opener = batch.lexicon.openers[Cue.BYLINE]
    key = phrase_key(batch.texts[index])
    return bool(key) and opener.match(key) == key


def find_day(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Where a text shows no date by its title: a line below that is one or begins with one, a lead or pictures between; right
    below the title also between two lines of the article, of which the first is its lead, whatever the model takes it for.
    Behind a word that leads to other stories the dates are theirs."""
    first = first_paragraph(named, title)
    if title is None or first is None:
        return
    zone = range(title + 1, min(max(first, title + _RIGHT_BELOW), title + 1 + NEAR_TITLE, len(named)))
    if any(named[index].role is Role.DATE for index in (*range(max(0, title - ABOVE), title), *zone)):
        return
    texts, lines = batch.texts[own], batch.has_cue(Cues.DATE_LINE)[own].tolist()
    leads_away = batch.has_cue(Cues.RELATED, Cues.RELATED_OPENER)[own].tolist()
    for index in takewhile(lambda index: not leads_away[index], zone):
        if index < first:
            says = named[index].role is not Role.CAPTION and opens_with_day(texts[index], batch.lexicon)
            tells = lines[index] or says
        else:
            tells = lines[index] and any(label.role in ARTICLE for label in named[index + 1 : index + 2])
        if tells and named[index].role not in _KEPT_IN_HEAD:
            named[index] = Label(Role.DATE, 0.7, "head-date")
            return
