"""Named rules that overrule the model: what is certain, or true of a page as a whole and of no block alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cleancorpus.block import TITLE_COPY, Kind
from cleancorpus.label.calibration import NAT
from cleancorpus.label.dates import opens_with_day
from cleancorpus.label.features.batch import KINDS, NEVER
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.hints import FAMILIES
from cleancorpus.label.features.kinship import shared_with
from cleancorpus.label.features.ruled import label_by_rules
from cleancorpus.label.labeller import MODEL, Label
from cleancorpus.label.rules.byline import are_lone_names, is_name_and_moment, is_signature
from cleancorpus.language.fold import phrase_key
from cleancorpus.language.lexicon import Cue
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch

_KICKER_TENTHS, _STANDFIRST_TENTHS = 1100, 700
_NEAR_TITLE, _RIGHT_BELOW, _LONGEST_SIGNED, _LONGEST_NAMES = 8, 4, 110, 60  # blocks; code points
_LIKELY, _TOLD = 8, 2 * NAT
"""Of so many lines that are most likely the title by the model one is chosen, and each sign of `_pick_title` makes it seven times
as likely, or unlikely: fitted by conditional logistic regression the three weigh 2.0, 2.2 and 2.0 (grouped folds, 2026-11-26)."""
_ENOUGH, _ENOUGH_FRAMED, _FRAMED = -NAT // 2, -4 * NAT, 10
"""What the chosen line needs; less below a frame of ten lines and more, for such texts nearly always have a title. Title F1 of
fundus a without the signs .749, with them .794, with the second bound too .800; titles of texts right .741, .759, .815; title
F1 of fundus c .697, .700, .700."""
_TRAIL, _SHORTEST_TRAIL = 6, 8  # lines above in which a trail that ends in the title may stand; folded code points of a title
_FULL_STOPS = (".", "。", "।", "۔")
_NEARLY_RULED = 16_000
"""What the model says of the line that the rules call the title is heard for that long: 60 of 60 short texts with comments below
have their title, for 40; title F1 of fundus a .760 for .763 (2026-11-26)."""
_NEARLY_LEAD, _NEARLY_LEAD_APART = -NAT // 2, -3 * NAT // 2
"""What a first paragraph may lack to be a lead, and one that stands apart: lead F1 of fundus a .642 to .679, of c .622 to .653,
of composed Vietnamese texts .932 to .948 (grouped folds, 2026-11-26)."""
_NEARLY_CAPTION = -3 * NAT
_FEWEST_HEADLINE, _MOST_HEADLINE, _FEWEST_PARAGRAPH, _FEWEST_OTHERS = 6, 15, 8, 3
"""Words of a line that may be a headline, and of a paragraph; and paragraphs that have to end with a stop."""
_NUMBERED = re.compile(r"[^\W\d_]{0,10}\d{1,2}")
_SHORTEST_NUMBERED = 20  # folded: shorter titles may well begin a line with a number
_FEWEST_ITEMS = 3
_ABOVE = 2  # blocks above the title in which its kicker may stand
_FRAMES = [
    FAMILIES.index(name)
    for name in (
        "tag_nav tag_aside tag_footer tag_form word_comment word_related word_teaser word_menu word_advert word_consent"
    ).split()
]
_ARTICLE = frozenset({Role.LEAD, Role.HEADING, Role.BODY})
_FRAME = frozenset({Role.NAV, Role.OTHER})
_KEPT_IN_HEAD = _ARTICLE | {Role.TITLE, Role.KICKER, Role.DATE, Role.BYLINE, Role.ALT}


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


def name_certain(batch: Batch, own: slice, labels: Sequence[Label], leanings: Leanings | None) -> list[Label]:
    """The labels of a page's blocks after the rules.

    Args:
        batch: The batch the page is in.
        own: The page's blocks in it.
        labels: What the model gave.
        leanings: What it says of titles; None for a model that knows none.
    """
    named = list(labels)
    title = _only_title(named, leanings, batch.folds[own]) if leanings is not None else None
    if title is None:
        title = _find_title(batch, own, named)
    _find_standfirst(batch, own, named, title)
    _find_head(batch, own, named, title)
    _find_signed(batch, own, named, title)
    _find_echoes(batch, own, named, title)
    _find_kicker(batch, own, named, title)
    _find_legal(batch, own, named)
    _find_buttons(batch, own, named)
    _find_see_also(batch, own, named)
    _find_headings(batch, own, named)
    return named


def name_certain_of_text(batch: Batch, own: slice, labels: Sequence[Label], leanings: Leanings | None) -> list[Label]:
    """The same for plain text, where no markup says what a line is: the model's word stands but for copies and signs."""
    named = list(labels)
    title = _pick_title(batch, own, named, leanings) if leanings is not None else None
    _find_lead(named, leanings.leads if leanings is not None else (), title)
    _find_head(batch, own, named, title)
    _find_authors(batch, own, named, title)
    _find_day(batch, own, named, title)
    _find_echoes(batch, own, named, title)
    _find_legal(batch, own, named)
    _find_buttons(batch, own, named)
    _find_marked(batch, own, named)
    _find_captions(named, leanings.captions if leanings is not None else ())
    _find_going_on(batch, own, named)
    _find_stopless(batch, own, named, leanings.outside if leanings is not None else ())
    _find_between(named)
    _find_items(batch, own, named)
    return named


def is_fragment(batch: Batch, own: slice) -> bool:
    """Whether a page is no page of a site but a piece of HTML that somebody cut out: nothing leads away, nothing is a frame."""
    framed = batch.elements.family[batch.element[own]][:, _FRAMES] < NEVER
    return not (batch.links[own].any() or (batch.kind[own] == KINDS[Kind.CONTROL]).any() or framed.any())


def _only_title(named: list[Label], leanings: Leanings, folds: Sequence[str]) -> int | None:
    """A page has one title: of several the likeliest. What says the same is a title too, and a copy of it."""
    titles = [index for index, label in enumerate(named) if label.role is Role.TITLE]
    if not titles:
        return None
    best = max(titles, key=lambda index: (leanings.titles[index], -index))
    _drop_titles(named, best, leanings, folds, copy=Role.TITLE)
    return best


def _drop_titles(named: list[Label], best: int | None, leanings: Leanings, folds: Sequence[str], copy: Role) -> None:
    """All but the best of a page's titles are what else they most likely are, and copies of it what they are told to be."""
    for index, label in enumerate(named):
        if label.role is not Role.TITLE or index == best:
            continue
        if best is not None and folds[index] == folds[best] != "":
            named[index] = Label(copy, label.score, TITLE_COPY)
        else:
            named[index] = Label(leanings.instead[index], label.score, "second-title")


def _pick_title(batch: Batch, own: slice, named: list[Label], leanings: Leanings) -> int | None:
    """The title of a text: of the lines that the model finds likeliest the one that the whole text speaks for most. Its words
    stand in the article, it ends without a full stop, and a trail above it ("Home > Sport > ...") may end in it. Most texts have
    a title, and each line alone is an unlikely one, so it need not be likelier than not.

    A copy of it more often stood for an image or a teaser, and is none.
    """
    leads, folds, texts = leanings.titles, batch.folds[own], batch.texts[own]
    likely = sorted(range(len(leads)), key=lambda index: (-leads[index], index))[:_LIKELY]
    if not likely:
        return None
    article = np.array([label.role is Role.BODY for label in named], dtype=bool)
    shared: list[int] = shared_with(batch, own, article).tolist()

    def weigh(index: int) -> int:
        stopped = texts[index].endswith(_FULL_STOPS)
        return leads[index] + _TOLD * shared[index] // 1000 + _TOLD * (_ends_trail(folds, index) - stopped)

    likeliest = max(likely, key=lambda index: (weigh(index), -index))
    best: int | None = likeliest
    first = next((index for index, label in enumerate(named) if label.role is Role.BODY), 0)
    if weigh(likeliest) < (_ENOUGH if first < _FRAMED else _ENOUGH_FRAMED):
        ruled = _ruled_title(batch, own)
        best = ruled if ruled is not None and leads[ruled] >= -_NEARLY_RULED else None
    if best is not None and named[best].role is not Role.TITLE:
        named[best] = Label(Role.TITLE, named[best].score, "nearest-title")
    _drop_titles(named, best, leanings, folds, copy=Role.OTHER)
    return best


def _find_lead(named: list[Label], leads: Sequence[int], title: int | None) -> None:
    """The first paragraph of a text below its title is a lead where it is nearly one, and more so where something stands between
    it and the next, as bylines and pictures do."""
    if title is None or not leads:
        return
    article = [index for index in range(title + 1, len(named)) if named[index].role in _ARTICLE][:2]
    if not article or named[article[0]].role is not Role.BODY or named[article[0]].reason != MODEL:
        return
    first, *behind = article
    if behind and behind[0] - first > _NEAR_TITLE:
        return  # what goes on far below may be another story
    if leads[first] > (_NEARLY_LEAD_APART if behind and behind[0] > first + 1 else _NEARLY_LEAD):
        named[first] = Label(Role.LEAD, named[first].score, "first-paragraph")


def _ends_trail(folds: Sequence[str], index: int) -> bool:
    """Whether a line not far above ends in this one, and is longer."""
    own, above = folds[index], folds[max(0, index - _TRAIL) : index]
    return len(own) >= _SHORTEST_TRAIL and any(other.endswith(own) and other != own for other in above)


def _ruled_title(batch: Batch, own: slice) -> int | None:
    """Which block of a text the rules call its title."""
    ruled = batch.read_once(label_by_rules)[int(batch.page[own.start])].labels if own.start < own.stop else ()
    return next((index for index, label in enumerate(ruled) if label.role is Role.TITLE), None)


def _find_title(batch: Batch, own: slice, named: list[Label]) -> int | None:
    """Where the model saw no title: a heading that the page states as its title, or the only heading of the first level."""
    levels, folds = batch.level[own].tolist(), batch.folds[own]
    stated = batch.stated[int(batch.page[own.start])].titles if own.start < own.stop else frozenset()
    headings = [index for index, level in enumerate(levels) if level]
    echoes = [index for index in headings if folds[index] in stated]
    tops = [index for index in headings if levels[index] == 1]
    if echoes:
        named[echoes[0]] = Label(Role.TITLE, 0.9, "title-stated")
        return echoes[0]
    if len(tops) == 1 and folds[tops[0]]:
        named[tops[0]] = Label(Role.TITLE, 0.7, "title-heading")
        return tops[0]
    return None


def _find_head(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Lines around the title, up to the first of the article below it, that are nothing but a date, or say who wrote it: what
    stands there is the article's, whatever the model takes it for."""
    if title is None:
        return
    below = range(title + 1, min(len(named), title + 1 + _NEAR_TITLE))
    leads_away = batch.has_cue(Cues.RELATED)[own].tolist()
    end = next((index for index in below if named[index].role in _ARTICLE or leads_away[index]), below.stop)
    for index in (*range(max(0, title - _ABOVE), title), *range(title + 1, end)):
        if (role := _sign_of(batch, own.start + index)) is not None and named[index].role is not role:
            named[index] = Label(role, 0.8, "head-date" if role is Role.DATE else "head-byline")


def _find_authors(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Lines of a text below its title or above its first paragraph, a lead or pictures between, that say who wrote it: by a word
    that signs; or a name alone beside the date or under such a word; or the only name there that begins with a known first name
    and that the article does not speak of."""
    first = next((index for index in range((title or 0) + 1, len(named)) if named[index].role is Role.BODY), None)
    if title is None or first is None:
        return
    zone = [index for index in range(title + 1, first) if min(index - title, first - index) <= _NEAR_TITLE]
    free = [index for index in zone if named[index].role not in _KEPT_IN_HEAD]
    for index in free:
        if _sign_of(batch, own.start + index) is Role.BYLINE:
            named[index] = Label(Role.BYLINE, 0.8, "head-byline")
    if any(named[index].role is Role.BYLINE for index in zone):
        return
    alone = [index for index in free if _is_lone_author(batch, own.start + index)]
    beside = [index for index in alone if _is_signed_beside(batch, own, named, index)]
    known = batch.has_cue(Cues.PERSON_FIRST)[own].tolist()
    article = [batch.folds[own.start + index] for index, label in enumerate(named) if label.role in _ARTICLE or index == title]
    persons = [index for index in alone if known[index] and not any(batch.folds[own.start + index] in text for text in article)]
    if beside or len({batch.folds[own.start + index] for index in persons}) == 1:
        index = beside[0] if beside else persons[0]
        named[index] = Label(Role.BYLINE, 0.7, "name-by-date" if beside else "name-in-head")


def _is_signed_beside(batch: Batch, own: slice, named: Sequence[Label], index: int) -> bool:
    """Whether a word that signs stands above a line, or a date beside it."""
    around = [beside for beside in (index - 1, index + 1) if 0 <= beside < len(named)]
    return _signs(batch, own.start + index - 1) or any(named[beside].role is Role.DATE for beside in around)


def _find_day(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Where a text shows no date by its title: a line below that is one or begins with one, a lead or pictures between; right
    below the title also between two lines of the article, of which the first is its lead, whatever the model takes it for.
    Behind a word that leads to other stories the dates are theirs."""
    first = next((index for index in range((title or 0) + 1, len(named)) if named[index].role is Role.BODY), None)
    if title is None or first is None:
        return
    zone = range(title + 1, min(max(first, title + _RIGHT_BELOW), title + 1 + _NEAR_TITLE, len(named)))
    if any(named[index].role is Role.DATE for index in (*range(max(0, title - _ABOVE), title), *zone)):
        return
    texts, lines = batch.texts[own], batch.has_cue(Cues.DATE_LINE)[own].tolist()
    leads_away = batch.has_cue(Cues.RELATED, Cues.RELATED_OPENER)[own].tolist()
    for index in takewhile(lambda index: not leads_away[index], zone):
        if index < first:
            says = named[index].role is not Role.CAPTION and opens_with_day(texts[index], batch.lexicon)
            tells = lines[index] or says
        else:
            tells = lines[index] and any(label.role in _ARTICLE for label in named[index + 1 : index + 2])
        if tells and named[index].role not in _KEPT_IN_HEAD:
            named[index] = Label(Role.DATE, 0.7, "head-date")
            return


def _is_lone_author(batch: Batch, index: int) -> bool:
    """Whether a line is one full name or two, and no word of the frame."""
    text = batch.texts[index]
    framed = batch.cues[index] & (Cues.NAV | Cues.RELATED | Cues.PROMO | Cues.COMMENT | Cues.CREDIT | Cues.CAPTION_OPENER)
    return not framed and len(text) <= _LONGEST_NAMES and are_lone_names(text)


def _signs(batch: Batch, index: int) -> bool:
    """Whether a line is nothing but a word that signs: "von"."""
    opener = batch.lexicon.openers[Cue.BYLINE]
    key = phrase_key(batch.texts[index])
    return bool(key) and opener.match(key) == key


def _sign_of(batch: Batch, index: int) -> Role | None:
    """Whether a block is a date line or a byline by its words alone."""
    text, cues = batch.texts[index], int(batch.cues[index])
    if len(text) > _LONGEST_SIGNED:
        return None
    if cues & Cues.DATE_LINE:
        return Role.DATE
    if (cues & Cues.BYLINE and is_signature(text, batch.lexicon)) or is_name_and_moment(text, batch.lexicon):
        return Role.BYLINE
    return None


def _find_standfirst(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """A long heading between the title and the first paragraph heads nothing: it is the lead. Of 10 in pages of unseen news sites
    5 were, and none was a heading (2026-11-26)."""
    first = next((index for index in range((title or 0) + 1, len(named)) if named[index].role is Role.BODY), None)
    if title is None or first is None:
        return
    for index in range(title + 1, first):
        if named[index].role is Role.HEADING and batch.tenths[own.start + index] >= _STANDFIRST_TENTHS:
            named[index] = Label(Role.LEAD, named[index].score, "under-title")


def _find_signed(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Lines near the title that are nothing but a date, or say who wrote it: no model makes them text of the article."""
    if title is None:
        return
    lexicon, texts = batch.lexicon, batch.texts[own]
    cues = batch.cues[own].tolist()
    for index in range(max(0, title - _NEAR_TITLE), min(len(named), title + 1 + _NEAR_TITLE)):
        if index == title or named[index].role not in _ARTICLE or len(texts[index]) > _LONGEST_SIGNED:
            continue
        if cues[index] & Cues.DATE_LINE:
            named[index] = Label(Role.DATE, 0.9, "date-line")
        elif cues[index] & Cues.BYLINE and is_signature(texts[index], lexicon):
            named[index] = Label(Role.BYLINE, 0.9, "byline-cue")
        elif is_name_and_moment(texts[index], lexicon):
            named[index] = Label(Role.BYLINE, 0.8, "name-and-date")


def _find_echoes(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
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


def _find_kicker(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """A short line directly above the title that leads nowhere, where the model gave it no name."""
    if title is None:
        return
    link_chars, tenths = batch.link_chars[own].tolist(), batch.tenths[own].tolist()
    names = batch.has_cue(Cues.BYLINE, Cues.NAME)[own].tolist()
    for index in range(title - 1, max(-1, title - 1 - _ABOVE), -1):
        nobody = named[index].role is Role.BYLINE and not names[index]  # a byline that names nobody, a date that is none
        nobody = nobody or (named[index].role is Role.DATE and not any(map(str.isdigit, batch.texts[own.start + index])))
        if named[index].role in {Role.DATE, Role.BYLINE} and not nobody:
            continue
        free = nobody or named[index].role in {Role.OTHER, Role.HEADING, Role.RELATED, Role.NAV}
        if free and not link_chars[index] and tenths[index] <= _KICKER_TENTHS and not batch.prose[own][index]:
            named[index] = Label(Role.KICKER, 0.6, "above-title")
        return


def _find_legal(batch: Batch, own: slice, named: list[Label]) -> None:
    """The sign or phrase of a copyright outside article and comments, and a short line that begins with the sign wherever it
    stands; in a figure, or in what the model calls a caption of a text, it is the credit of its picture."""
    figure = batch.elements.family[batch.element[own]][:, FAMILIES.index("tag_figure")].tolist()
    is_html, texts = batch.is_html[own].tolist(), batch.texts[own]
    for index in np.flatnonzero(batch.has_cue(Cues.LEGAL)[own]).tolist():
        role = named[index].role
        pictured = role is Role.CAPTION and (figure[index] < NEVER or not is_html[index])
        signed = texts[index].startswith("©") and len(texts[index]) <= _LONGEST_SIGNED and role is not Role.TITLE
        if not pictured and (signed or role not in {*_ARTICLE, Role.TITLE, Role.COMMENT}):
            named[index] = Label(Role.LEGAL, 0.9, "copyright-sign")


def _find_buttons(batch: Batch, own: slice, named: list[Label]) -> None:
    """To reply, to write one, to see more: what stands among comments and nobody wrote is navigation."""
    for index in np.flatnonzero(batch.has_cue(Cues.BUTTON)[own]).tolist():
        if named[index].role is Role.COMMENT:
            named[index] = Label(Role.NAV, named[index].score, "comment-button")


def _find_see_also(batch: Batch, own: slice, named: list[Label]) -> None:
    """ "Read also:" and a link, between the paragraphs: it leads away, whoever set it there."""
    chars, link_chars = batch.chars[own].tolist(), batch.link_chars[own].tolist()
    for index in np.flatnonzero(batch.has_cue(Cues.RELATED_OPENER)[own]).tolist():
        if named[index].role in _ARTICLE and 2 * link_chars[index] >= chars[index]:
            named[index] = Label(Role.RELATED, 0.9, "related-cue")


def _find_marked(batch: Batch, own: slice, named: list[Label]) -> None:
    """What a text marks as a heading, with article below it and no word of the furniture, heads it; a picture's text is alt."""
    announced = batch.has_cue(Cues.RELATED, Cues.NAV, Cues.PROMO, Cues.COMMENT)[own].tolist()
    for index in np.flatnonzero(batch.kind[own] == KINDS[Kind.HEADING]).tolist():
        above_article = index + 1 < len(named) and named[index + 1].role in _ARTICLE
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
        outside = named[index].reason == MODEL and named[index].role not in _ARTICLE and named[index - 1].role in _ARTICLE
        end = texts[index - 1][-1:]
        if outside and not apart[index] and texts[index][:1].islower() and (end.isalnum() or end in {",", ";"}):
            named[index] = Label(Role.BODY, named[index].score, "goes-on")


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


def _find_between(named: list[Label]) -> None:
    """A single line inside the article that the model takes for navigation, or for nothing in particular, is text of it: menus do
    not come one line at a time. Of 242 such lines in texts of unseen sites 181 were content (2026-11-26)."""
    roles = [label.role for label in named]
    for index in range(1, len(named) - 1):
        lone = named[index].role in _FRAME and named[index].reason == MODEL
        if lone and roles[index - 1] in _ARTICLE and roles[index + 1] in _ARTICLE:
            named[index] = Label(Role.BODY, named[index].score, "between-body")


def _find_items(batch: Batch, own: slice, named: list[Label]) -> None:
    """Items of one list are of one kind: where two thirds of its lines are the article's, so are the others. Of 200 such lines in
    texts of unseen sites 131 were content; of 228 composed texts 7 more lose none (2026-11-26). The other way round half were."""
    bullets = batch.has_cue(Cues.BULLET)[own].tolist()
    texts = batch.texts[own]
    signs = [_sign_of_item(text) if bullet else "" for text, bullet in zip(texts, bullets, strict=True)]
    for sign, group in groupby(range(len(named)), key=signs.__getitem__):
        items = list(group)
        inside = sum(named[index].role in _ARTICLE for index in items)
        if not sign or len(items) < _FEWEST_ITEMS or not 2 * len(items) <= 3 * inside < 3 * len(items):
            continue
        for index in items:
            if named[index].role not in _ARTICLE:
                named[index] = Label(Role.BODY, named[index].score, "list-item")


def _sign_of_item(text: str) -> str:
    return "number" if text[0].isdigit() else text[0]


def _find_headings(batch: Batch, own: slice, named: list[Label]) -> None:
    """What the page sets as a heading heads something, where the model only saw text of the article."""
    for index in np.flatnonzero(batch.level[own]).tolist():
        if named[index].role is Role.BODY:
            named[index] = Label(Role.HEADING, named[index].score, "heading-tag")
