"""Named rules of HTML: what markup, statements and a page's head make certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile
from statistics import median_low
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.block import Block, Kind, Span
from cleancorpus.label.dates import opens_with_day
from cleancorpus.label.features.batch import KINDS, NEVER
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.features.group import number_alike
from cleancorpus.label.features.hints import FAMILIES
from cleancorpus.label.features.statements import STATES_ARTICLE, STATES_PRODUCT
from cleancorpus.label.labeller import (
    APPEAL,
    BETWEEN_WORDS,
    CARDS,
    CUSTOMER_REVIEW,
    MODEL,
    NOTHING_SHOWN,
    QUOTATION,
    SIGN_UP,
    UNFOLDS,
    Label,
)
from cleancorpus.label.named import (
    ABOVE,
    ARTICLE,
    LONGEST_SIGNED,
    NEAR_TITLE,
    Leanings,
    drop_titles,
    find_buttons,
    find_echoes,
    find_head,
    find_legal,
    first_paragraph,
)
from cleancorpus.label.rules.byline import is_name_and_moment, is_signature, is_signed_between_bars
from cleancorpus.label.rules.measures import ends_sentence
from cleancorpus.language.fold import phrase_key
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch

_KICKER_TENTHS, _STANDFIRST_TENTHS = 1100, 700
_SIGNED = 0.5
_FEWEST_CARDS, _HEADLINE_TENTHS, _CARD_TENTHS = 6, 250, 2000
_FEWEST_ABOVE = 3  # blocks of an article above its last line
_MOST_SIGNED = 3  # names with a moment that are not yet a list
_BEHIND = 4  # blocks behind the last paragraph in which a page says when that was changed
_MOST_LINKS = 3  # below one cue, between paragraphs
_LONGEST_SIGN_UP, _MOST_IN_BOX, _MOST_LEVELS = 400, 40, 8  # code points, blocks, elements around the field
_LONGEST_APPEAL, _MOST_WAITING = 240, 600  # code points; a longer hidden text may be the page (`segment.html`)
_TEXT = frozenset({*ARTICLE, Role.TITLE, Role.COMMENT})
_QUOTED = re.compile('["“”„«»「」『』]')
_UNNAMED = frozenset({Role.NAV, Role.OTHER, Role.CAPTION, Role.HEADING, Role.PROMO})
_SIGNS = frozenset({Role.BYLINE, Role.DATE})
_PARAGRAPHS = frozenset({Role.LEAD, Role.BODY})
_CROWDS = frozenset({Role.RELATED, Role.COMMENT})
_SURE_CAPTION = 0.5
_SURE = 0.5
"""Without it four pages of fundus and the snippets lose their own byline or day; with .6 one has a teaser's (2026-11-28)."""
_REVIEW = FAMILIES.index("word_review")
_FRAMES = [
    FAMILIES.index(name)
    for name in (
        "tag_nav tag_aside tag_footer tag_form word_comment word_related word_teaser word_menu word_advert word_consent"
    ).split()
]


def name_html(batch: Batch, own: slice, labels: Sequence[Label], leanings: Leanings | None) -> list[Label]:
    """The labels of a page's blocks after the rules.

    Args:
        batch: The batch the page is in.
        own: The page's blocks in it.
        labels: What the model gave.
        leanings: What it says of titles; None for a model that knows none.
    """
    named = list(labels)
    title = _only_title(batch, own, named, leanings) if leanings is not None else None
    if title is None:
        title = _find_title(batch, own, named)
    _find_standfirst(batch, own, named, title)
    find_head(batch, own, named, title)
    _find_signed(batch, own, named, title)
    _find_closing(batch, own, named)
    _find_day(batch, own, named, title)
    _find_change(batch, own, named)
    find_echoes(batch, own, named, title)
    _find_kicker(batch, own, named, title)
    find_legal(batch, own, named)
    find_buttons(batch, own, named)
    _find_reviews(batch, own, named)
    _find_see_also(batch, own, named)
    _find_headings(batch, own, named)
    _find_cards(batch, own, named)
    _find_appeals(batch, own, named)
    _find_sign_ups(batch, own, named)
    _find_quotations(batch, own, named)
    _find_questions(batch, own, named)
    _find_asides(batch, own, named)
    _find_inmates(batch, own, named)
    _find_nothing_shown(batch, own, named)
    return named


def is_fragment(batch: Batch, own: slice) -> bool:
    """Whether a page is no page of a site but a piece of HTML that somebody cut out: nothing leads away, nothing is a frame."""
    framed = batch.elements.family[batch.element[own]][:, _FRAMES] < NEVER
    return not (batch.links[own].any() or (batch.kind[own] == KINDS[Kind.CONTROL]).any() or framed.any())


def _only_title(batch: Batch, own: slice, named: list[Label], leanings: Leanings) -> int | None:
    """A page has one title: of several the likeliest of those that it shows. What says the same is a title too, and a copy of it;
    what it hides is none: names of sites, dialogues."""
    titles = [index for index, label in enumerate(named) if label.role is Role.TITLE]
    if not titles:
        return None
    seen = [index for index in titles if batch.shown[own.start + index]]
    best = max(seen, key=lambda index: (leanings.titles[index], -index)) if seen else None
    drop_titles(named, best, leanings, batch.folds[own], copy=Role.TITLE)
    for index in titles:
        if not batch.shown[own.start + index] and named[index].role is not Role.TITLE:
            named[index] = named[index]._replace(role=Role.OTHER)
    return best


def _find_title(batch: Batch, own: slice, named: list[Label]) -> int | None:
    """Where the model saw no title: a heading that the page states as its title, or the only heading of the first level."""
    levels, folds = batch.level[own].tolist(), batch.folds[own]
    stated = batch.stated[int(batch.page[own.start])].titles if own.start < own.stop else frozenset()
    headings = [index for index, level in enumerate(levels) if level and batch.shown[own.start + index]]
    echoes = [index for index in headings if folds[index] in stated]
    tops = [index for index in headings if levels[index] == 1]
    if echoes:
        named[echoes[0]] = Label(Role.TITLE, 0.9, "title-stated")
        return echoes[0]
    if len(tops) == 1 and folds[tops[0]]:
        named[tops[0]] = Label(Role.TITLE, 0.7, "title-heading")
        return tops[0]
    return None


def _find_standfirst(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """A long heading between the title and the first paragraph heads nothing: it is the lead. Of 10 in pages of unseen news sites
    5 were, and none was a heading (2026-11-26)."""
    first = first_paragraph(named, title)
    if title is None or first is None:
        return
    for index in range(title + 1, first):
        if named[index].role is Role.HEADING and batch.tenths[own.start + index] >= _STANDFIRST_TENTHS:
            named[index] = Label(Role.LEAD, named[index].score, "under-title")


def _find_signed(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Lines near the title that are nothing but a date, or say who wrote it: no model makes them text of the article, and where
    it sees a caption it has to be sure. A name and a moment on line after line are a list of dates."""
    if title is None:
        return
    lexicon, texts = batch.lexicon, batch.texts[own]
    cues = batch.cues[own].tolist()
    moments: list[int] = []
    for index in range(max(0, title - NEAR_TITLE), min(len(named), title + 1 + NEAR_TITLE)):
        doubted = named[index].role is Role.CAPTION and named[index].score < _SURE_CAPTION
        if index == title or not (named[index].role in ARTICLE or doubted):
            continue
        if len(texts[index]) > LONGEST_SIGNED:
            signed = is_signed_between_bars(texts[index], lexicon)
            named[index] = Label(Role.BYLINE, 0.9, "byline-cue") if signed else named[index]
        elif cues[index] & Cues.DATE_LINE:
            named[index] = Label(Role.DATE, 0.9, "date-line")
        elif cues[index] & Cues.BYLINE and is_signature(texts[index], lexicon):
            named[index] = Label(Role.BYLINE, 0.9, "byline-cue")
        elif is_name_and_moment(texts[index], lexicon):
            moments.append(index)
    for index in moments if len(moments) <= _MOST_SIGNED else ():
        named[index] = Label(Role.BYLINE, 0.8, "name-and-date")


def _find_closing(batch: Batch, own: slice, named: list[Label]) -> None:
    """Who wrote it, or whose report it is, as the last line of an article."""
    part = [index for index, label in enumerate(named) if label.role in ARTICLE]
    for index in reversed(part[_FEWEST_ABOVE:]):
        text = batch.texts[own.start + index]
        if named[index].role is not Role.BODY or len(text) > LONGEST_SIGNED or not is_signature(text, batch.lexicon):
            return
        named[index] = Label(Role.BYLINE, 0.8, "byline-cue")


def _find_day(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Where a page shows no date by its title: a block between the title and the first paragraph, or right above it, that is one
    or begins with one, and is neither teaser nor comment."""
    first = first_paragraph(named, title)
    if title is None or first is None:
        return
    head = (*range(title + 1, min(first, title + 1 + NEAR_TITLE)), *range(title - 1, max(-1, title - 1 - ABOVE), -1))
    if any(_may_tell_day(batch, own.start + index, named[index].role) for index in head):
        return
    for index in head:
        at = own.start + index
        if named[index].role in _UNNAMED and (batch.cues[at] & Cues.DATE_LINE or opens_with_day(batch.texts[at], batch.lexicon)):
            named[index] = Label(Role.DATE, 0.7, "head-date")
            return


def _find_change(batch: Batch, own: slice, named: list[Label]) -> None:
    """Right behind the article a short line that begins with a word for a change and holds a figure says when that was."""
    last = max((index for index, label in enumerate(named) if label.role in _PARAGRAPHS), default=None)
    for index in range(last + 1, min(last + 1 + _BEHIND, len(named))) if last is not None else ():
        text = batch.texts[own.start + index]
        free = named[index].role in _UNNAMED and named[index].reason == MODEL and len(text) <= LONGEST_SIGNED
        if free and any(map(str.isdigit, text)) and batch.lexicon.updates.match(phrase_key(text)):
            named[index] = Label(Role.DATE, 0.7, "last-changed")


def _may_tell_day(batch: Batch, at: int, role: Role) -> bool:
    """Whether a block of a role tells a day, in whatever language: without a figure it tells none."""
    if role is Role.DATE:
        return any(map(str.isdigit, batch.texts[at]))
    return role is Role.BYLINE and bool(batch.times[at])


def _find_kicker(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """A short line directly above the title that leads nowhere, where the model gave it no name, or that of a lead, which stands
    below. What pages write on buttons is none, nor is a figure."""
    if title is None:
        return
    framed = batch.has_cue(Cues.NAV, Cues.BUTTON, Cues.COMMENT)[own].tolist()
    link_chars, tenths = batch.link_chars[own].tolist(), batch.tenths[own].tolist()
    names = batch.has_cue(Cues.BYLINE, Cues.NAME)[own].tolist()
    for index in range(title - 1, max(-1, title - 1 - ABOVE), -1):
        nobody = named[index].role is Role.BYLINE and not names[index]  # a byline that names nobody, a date that is none
        nobody = nobody or (named[index].role is Role.DATE and not any(map(str.isdigit, batch.texts[own.start + index])))
        if named[index].role in {Role.DATE, Role.BYLINE} and not nobody:
            continue
        free = nobody or named[index].role in {Role.OTHER, Role.HEADING, Role.RELATED, Role.NAV, Role.LEAD}
        free = free and bool(batch.shown[own.start + index]) and not framed[index]
        free = free and any(map(str.isalpha, batch.texts[own.start + index]))
        if free and not link_chars[index] and tenths[index] <= _KICKER_TENTHS and not batch.prose[own][index]:
            named[index] = Label(Role.KICKER, 0.6, "above-title")
        return


def _find_reviews(batch: Batch, own: slice, named: list[Label]) -> None:
    """What customers wrote of a product, on a page that states that it is about one and is no article, which may be a test of it:
    blocks whose own element has the name of a review. Those one level further in are left alone, for what praises a service is
    its own text as often. So are those of a page that has no other paragraphs: they are what it is for."""
    types = batch.stated[int(batch.page[own.start])].types if own.start < own.stop else 0
    if not types & STATES_PRODUCT or types & STATES_ARTICLE:
        return
    element = batch.element[own]
    bare = [batch.elements.tags[at] == "p" and not batch.elements.names[at] for at in element.tolist()]
    element = np.where(bare, batch.elements.parent[element], element)  # a paragraph without a name of its own
    reviewed = batch.elements.family[element][:, _REVIEW] == 0
    if not any(label.role in _PARAGRAPHS for label, other in zip(named, (~reviewed).tolist(), strict=True) if other):
        return
    for index in np.flatnonzero(reviewed).tolist():
        if named[index].role is not Role.TITLE:
            named[index] = Label(Role.COMMENT, 0.8, CUSTOMER_REVIEW)


def _find_see_also(batch: Batch, own: slice, named: list[Label]) -> None:
    """ "Read also:" and a link, between the paragraphs: it leads away, whoever set it there. The link may stand below, and so may
    two or three; a longer list may be what a page is for."""
    chars, link_chars = batch.chars[own].tolist(), batch.link_chars[own].tolist()
    for index in np.flatnonzero(batch.has_cue(Cues.RELATED_OPENER)[own]).tolist():
        if named[index].role in ARTICLE and 2 * link_chars[index] >= chars[index]:
            named[index] = Label(Role.RELATED, 0.9, "related-cue")
    for index in np.flatnonzero(batch.has_cue(Cues.RELATED)[own]).tolist():
        links = [*takewhile(lambda at: 5 * link_chars[at] >= 4 * chars[at], range(index + 1, len(named)))]
        behind = index + 1 + len(links)
        if named[index].role in ARTICLE or len(links) > _MOST_LINKS or behind == len(named):
            continue
        away = named[behind].role in ARTICLE and not any(_stays_here(batch.blocks[own.start + at]) for at in links)
        for at in links if away else ():
            if named[at].role in ARTICLE:
                named[at] = Label(Role.RELATED, 0.8, "related-cue")


def _find_appeals(batch: Batch, own: slice, named: list[Label]) -> None:
    """An appeal in the words of one (to subscribe, to follow, what links earn), where the model only saw a paragraph. A long one
    says something else too, and one with quotation marks may be somebody's words. Of 16 such kept blocks on unseen pages of WCXB
    and fundus the gold had one, of 3 of dragnet two (2026-11-28)."""
    chars = batch.chars[own].tolist()
    for index in np.flatnonzero(batch.has_cue(Cues.PROMO_PHRASE)[own]).tolist():
        text = batch.texts[own.start + index]
        if named[index].role in ARTICLE and chars[index] <= _LONGEST_APPEAL and not _QUOTED.search(text):
            named[index] = Label(Role.PROMO, 0.8, APPEAL)


def _find_sign_ups(batch: Batch, own: slice, named: list[Label]) -> None:
    """The few words around a field for an e-mail address ask a reader to leave it, unless they are all that the page says. On
    3,640 unseen pages 8 blocks that were taken for the article's, of which 7 were none of it (2026-11-28)."""
    page = int(batch.page[own.start]) if own.start < own.stop else -1
    boxes = [_find_box(batch, element) for element in batch.elements.asking.get(page, ())]
    asking = {at - own.start for box in boxes if sum(batch.chars[box].tolist()) <= _LONGEST_SIGN_UP for at in box}
    if not any(label.role in _PARAGRAPHS for index, label in enumerate(named) if index not in asking):
        return
    for index in asking:
        if named[index].role in ARTICLE:
            named[index] = Label(Role.PROMO, 0.8, SIGN_UP)


def _find_box(batch: Batch, element: int) -> list[int]:
    """The blocks of the innermost element around one that says anything but what is written on buttons; none where it holds more
    than a box does, which also bounds the cost of many fields."""
    elements = batch.elements
    for _ in range(_MOST_LEVELS):
        inside = range(int(elements.first[element]), int(elements.last[element]))
        if len(inside) > _MOST_IN_BOX:
            break
        if any(batch.kind[at] != KINDS[Kind.CONTROL] for at in inside):
            return [*inside]
        element = int(elements.parent[element])
        if element == elements.none:
            break
    return []


def _find_quotations(batch: Batch, own: slice, named: list[Label]) -> None:
    """A quotation that is set in a figure without a picture is no caption of any."""
    quoted = (batch.kind[own] == KINDS[Kind.QUOTE]) & (batch.images[own] == 0)
    for index in np.flatnonzero(quoted).tolist():
        if named[index].role is Role.CAPTION:
            named[index] = Label(Role.BODY, 0.7, QUOTATION)


def _find_questions(batch: Batch, own: slice, named: list[Label]) -> None:
    """What a reader presses to unfold text of the article is its heading."""
    shown = batch.shown[own].tolist()
    for index, (label, below) in enumerate(pairwise(named)):
        opens = shown[index] and not shown[index + 1] and below.role in _PARAGRAPHS
        if opens and label.role in _UNNAMED | {Role.RELATED} and label.reason == MODEL and _is_pressed(batch, own.start + index):
            named[index] = Label(Role.HEADING, 0.7, UNFOLDS)


def _is_pressed(batch: Batch, at: int) -> bool:
    """Whether the element around a block, or the next one, is called a button."""
    element = int(batch.element[at])
    around = (element, int(batch.elements.parent[element]))
    return any("button" in batch.elements.names[number].lower().split() for number in around)


def _find_asides(batch: Batch, own: slice, named: list[Label]) -> None:
    """Words that are hidden between those of a paragraph, and are no sentence: notes and labels for who cannot see the page, and
    nothing that could stand alone behind it."""
    around: frozenset[Span] = frozenset()
    for index in np.flatnonzero(batch.shown[own] == 0).tolist():
        block = batch.blocks[own.start + index]
        before = batch.blocks[own.start + index - 1].markup if index else None
        if before is not None and before.shown:
            around = frozenset(before.hidden)
        if block.span in around and not ends_sentence(block.text):
            named[index] = Label(Role.OTHER, 0.8, BETWEEN_WORDS)


def _find_headings(batch: Batch, own: slice, named: list[Label]) -> None:
    """What the page sets as a heading heads something, where the model only saw text of the article."""
    for index in np.flatnonzero(batch.level[own]).tolist():
        if named[index].role is Role.BODY:
            named[index] = Label(Role.HEADING, named[index].score, "heading-tag")


def _find_cards(batch: Batch, own: slice, named: list[Label]) -> None:
    """A page most of whose headings are links, with a line or two below each, is an index: these, whatever else is a link, and
    headings with nothing else below them lead to articles and are none. A reader of an index came for them (`PageLabels.wanted`).
    """
    part = [index for index, label in enumerate(named) if label.role in ARTICLE]
    levels, tenths = batch.level[own].tolist(), batch.tenths[own].tolist()
    below: dict[int, list[int]] = {}
    inside: list[int] = []
    for index in part:
        if levels[index]:
            below[index] = inside = []
        else:
            inside.append(index)
    linked = (5 * batch.link_chars[own] >= 4 * batch.chars[own]).tolist()
    cards = [index for index in below if linked[index] and not _stays_here(batch.blocks[own.start + index])]
    if len(cards) < _FEWEST_CARDS or 5 * len(cards) < 3 * len(below) or _is_signed(batch, own, named[: cards[0]]):
        return
    summary = median_low(sum(tenths[at] for at in below[index]) for index in cards)
    if summary > _CARD_TENTHS or median_low(tenths[index] for index in cards) < _HEADLINE_TENTHS:
        return  # articles, or posts under the names of those who wrote them
    away = {index for index in part if linked[index]}.union(cards, *(below[index] for index in cards))
    away |= {index for index, inside in below.items() if inside and away.issuperset(inside)}
    away |= {index for index, behind in pairwise(part) if levels[index] and not below[index] and behind in away}
    for index in away:
        named[index] = Label(Role.RELATED, 0.7, CARDS)


def _is_signed(batch: Batch, own: slice, head: Sequence[Label]) -> bool:
    """Whether a page states to be an article, or somebody more or less surely signed above its first card: a ticker, whose posts
    are what it says. What stands above the headlines of an index is mostly a shelf."""
    types = batch.stated[int(batch.page[own.start])].types
    return bool(types & STATES_ARTICLE) or any(label.role is Role.BYLINE and label.score >= _SIGNED for label in head)


def _stays_here(block: Block) -> bool:
    """Whether what is linked in a block leads nowhere else: questions that unfold their answers, sections with their address. A
    link that began in a block before is that of a card."""
    return block.markup is not None and block.markup.inner_links >= max(block.markup.links, 1)


def _find_nothing_shown(batch: Batch, own: slice, named: list[Label]) -> None:
    """On a page that shows no text, or menus alone, the little that it hides says that something is loading, or went wrong. Where
    it hides more, that may be the page."""
    shown = batch.shown[own].tolist()
    if any(seen and label.role in _TEXT for seen, label in zip(shown, named, strict=True)):
        return
    hidden = [index for index, seen in enumerate(shown) if not seen]
    if sum(batch.chars[own][hidden].tolist()) <= _MOST_WAITING:
        for index in hidden:
            named[index] = Label(Role.OTHER, 0.9, NOTHING_SHOWN)


def _find_inmates(batch: Batch, own: slice, named: list[Label]) -> None:
    """Names and days in the midst of teasers, or of comments, are theirs, and so are those below one that stand in elements as
    others of theirs do and nothing of the article does: whoever signed there, it was not the article."""
    groups = number_alike(batch)[own].tolist()
    roles_of: dict[int, set[Role]] = {}
    for group, label in zip(groups, named, strict=True):
        roles_of.setdefault(group, set()).add(label.role)
    start = 0
    for signs, run in groupby(named.copy(), lambda label: label.role in _SIGNS):
        end = start + len(list(run))
        if signs and start > 0 and named[start - 1].role in _CROWDS:
            crowd, score, _ = named[start - 1]
            between = end < len(named) and named[end].role is crowd and min(score, named[end].score) >= _SURE
            for at in range(start, end):
                if not (between or {crowd} < roles_of[groups[at]] <= {crowd, *_SIGNS}):
                    break
                named[at] = Label(crowd, min(score, named[end].score) if between else score, "in-their-midst")
        start = end
