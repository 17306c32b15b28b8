"""Named rules of plain text, where no markup says what a line is: the model's word stands but for copies and signs, and for what
the lines around a line say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile
from statistics import median_low
from typing import TYPE_CHECKING

import numpy as np

from cleancorpus.block import Kind
from cleancorpus.label.calibration import NAT
from cleancorpus.label.dates import holds_moment
from cleancorpus.label.features.batch import KINDS
from cleancorpus.label.features.cues import Cues
from cleancorpus.label.labeller import GLUED, MODEL, Label
from cleancorpus.label.named import ARTICLE, NEAR_TITLE, Leanings, find_buttons, find_echoes, find_head, find_legal
from cleancorpus.label.named_head import find_authors, find_day, find_kicker, find_lead, is_lone_author, pick_title, ruled_of
from cleancorpus.label.rules.byline import are_lone_names
from cleancorpus.label.rules.furniture import MEMBER_COUNT
from cleancorpus.label.rules.slug import IMAGE_FILE
from cleancorpus.label.rules.teaser_pairs import PAIR, SUMMARY
from cleancorpus.language.fold import COLONS, STOPS, fold, is_word_character, opens_small, phrase_key
from cleancorpus.language.lexicon import Cue
from cleancorpus.role import Role

if TYPE_CHECKING:
    from cleancorpus.label.features.batch import Batch

_NEARLY_CAPTION = -3 * NAT
_FEWEST_HEADLINE, _MOST_HEADLINE, _FEWEST_PARAGRAPH, _FEWEST_OTHERS = 6, 15, 8, 3
"""Words of a line that may be a headline, and of a paragraph; and paragraphs that have to end with a stop."""
_FEWEST_ITEMS, _FEWEST_CONTENTS = 3, 3
_ASKING, _CLOSING, _FEWEST_ANSWERED = frozenset("?？؟"), " \"'”’»)」』", 3
"""What ends a question and what may stand behind that; and questions of an interview."""
_FRAME = frozenset({Role.NAV, Role.OTHER})
_UNNAMED, _LONGEST_ENTRY = _FRAME | {Role.RELATED}, 120
_VALUE = re.compile(rf"(?P<label>[^\s|{COLONS}][^|{COLONS}]{{0,26}}[^\d|{COLONS}])[{COLONS}] ?[^\s/].{{0,160}}")
_MOST_VALUED = 6  # words
_LABELLED = re.compile(rf"[^\w{COLONS}]*(?P<label>[^{COLONS}]{{2,40}})[{COLONS}]\s*(?P<rest>\S.*)")
_LONGEST_POINTER, _COLONS = 160, tuple(COLONS)
_OF_COMMENTS = frozenset({MODEL, "under-comments"})
_BEFORE_MOMENT = " | "
_HEAD = frozenset({Role.TITLE, Role.LEAD, Role.DATE, Role.BYLINE, Role.ALT, Role.CAPTION, Role.RELATED})
"""What a line of teasers in an article's head stands under."""
_GOES_ON = ARTICLE | {Role.BYLINE}
_FURNITURE_LINES = (Cues.RELATED, Cues.NAV, Cues.PROMO, Cues.COMMENT)
_FURNITURE = (*_FURNITURE_LINES, Cues.RELATED_OPENER, Cues.BUTTON)


def name_text(
    batch: Batch, own: slice, labels: Sequence[Label], leanings: Leanings | None, likely: Sequence[bool] = ()
) -> list[Label]:
    """The labels of a text's lines after the rules; arguments as of `name_html`, and whether a reader more likely than not came
    for each line, empty where that is not known."""
    named = list(labels)
    title = pick_title(batch, own, named, leanings) if leanings is not None else None
    find_lead(named, leanings.leads if leanings is not None else (), title)
    find_head(batch, own, named, title)
    find_kicker(batch, own, named, title)
    find_authors(batch, own, named, title)
    find_day(batch, own, named, title)
    find_echoes(batch, own, named, title)
    find_legal(batch, own, named)
    find_buttons(batch, own, named)
    _find_marked(batch, own, named)
    _find_teasers(batch, own, named, title)
    _find_pointers(batch, own, named)
    _find_contents(batch, own, named)
    _find_captions(named, leanings.captions if leanings is not None else ())
    _find_going_on(batch, own, named)
    _find_stopless(batch, own, named, leanings.outside if leanings is not None else ())
    _find_between(batch, own, named)
    _find_likely(batch, own, named, likely)
    _find_items(batch, own, named)
    _find_entries(batch, own, named)
    _find_values(batch, own, named)
    _find_posts(batch, own, named)
    _find_questions(batch, own, named)
    _find_sentences(batch, own, named)
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
    for index, rule in enumerate(ruled_of(batch, own)):
        if rule.reason == IMAGE_FILE:
            named[index] = rule


def _find_contents(batch: Batch, own: slice, named: list[Label]) -> None:
    """Lines that stand together and come again below, in their order, each above a paragraph of the article: its contents, and
    its headings. Headlines that come again in a list of teasers have summaries below them that are none of the article's."""
    folds, prose, texts = batch.folds[own], batch.prose[own].tolist(), batch.texts[own]
    opens = [text.rstrip().endswith(tuple(COLONS)) for text in texts]
    last = {fold: index for index, fold in enumerate(folds)}
    again = [last[fold] if fold and last[fold] > index and not prose[index] else -1 for index, fold in enumerate(folds)]
    start = 0
    while start < len(named):
        end = start + 1
        while end < len(named) and again[start] > 0 and again[end] > again[end - 1]:
            end += 1
        headings = again[start:end]
        if end - start >= _FEWEST_CONTENTS and headings[0] >= end and _head_article(headings, named, prose, opens):
            for index, (role, reason) in [
                *((entry, (Role.NAV, "contents")) for entry in range(start, end)),
                *((heading, (Role.HEADING, "in-contents")) for heading in headings),
            ]:
                if named[index].role is not Role.TITLE:
                    named[index] = Label(role, 0.9, reason)
        start = end


def _head_article(headings: Sequence[int], named: Sequence[Label], prose: Sequence[bool], opens: Sequence[bool]) -> bool:
    """Whether two thirds of some lines have a paragraph of the article right below them, or half of them, and others what leads
    to a list, or another of these lines."""
    own, below = frozenset(headings), [at + 1 for at in headings if at + 1 < len(named)]
    paragraphs = sum(prose[at] and named[at].role in ARTICLE for at in below)
    heads = sum(at in own or ((prose[at] or opens[at]) and named[at].role in ARTICLE) for at in below)
    return 2 * paragraphs >= len(headings) and 3 * heads >= 2 * len(headings)


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
        open_end = is_word_character(end) or end in {",", ";"}
        if outside and not apart[index] and opens_small(texts[index]) and open_end:
            named[index] = Label(Role.BODY, named[index].score, "goes-on")


def _find_teasers(batch: Batch, own: slice, named: list[Label], title: int | None) -> None:
    """Two shapes that lists of teasers have and articles have not, told by the rules: the summary under a headline that stands
    twice, as image text and link, where the headline is a teaser's; and several headlines in one line of the head. Words of
    official prose make a model take such lines for the article's, or the latter, without a picture above or a credit, for a
    caption. In 1,300 texts of unseen sites and compositions two lines change, both of one page of cards (2026-11-27); of captions
    in 1,525 one, which was a paragraph (2026-11-29)."""
    credited = batch.has_cue(Cues.CREDIT)[own].tolist()
    ruled, bullets = ruled_of(batch, own), batch.has_cue(Cues.BULLET)[own].tolist()
    for index, (label, rule) in enumerate(zip(named, ruled, strict=True)):
        captioned = label.role is Role.CAPTION and index > 0 and named[index - 1].role is not Role.ALT and not credited[index]
        if label.reason != MODEL or not (label.role in ARTICLE or captioned) or rule.role is not Role.RELATED:
            continue
        pair = range(index - 2, index)
        under_pair = index > 1 and all(ruled[at].reason == PAIR and named[at].role is Role.RELATED for at in pair)
        near = title is not None and title < index <= title + NEAR_TITLE
        in_head = near and named[index - 1].role in _HEAD and not bullets[index]
        if (rule.reason == SUMMARY and under_pair and not captioned) or (rule.reason == GLUED and in_head):
            named[index] = rule


def _find_pointers(batch: Batch, own: slice, named: list[Label]) -> None:
    """A short line that a word opens which leads to other stories, with a colon and one of these behind it, is a teaser's: "Read
    also: ...". A sentence that goes on in small letters says where the article itself has more. Of eleven such lines that the
    model called the article's in 3,233 texts of unseen sites nine were none of it (2026-11-29)."""
    openers = (batch.lexicon.openers_colon[Cue.RELATED], batch.lexicon.openers[Cue.RELATED])
    for index, text in enumerate(batch.texts[own]):
        if named[index].role not in ARTICLE or named[index].reason != MODEL or len(text) > _LONGEST_POINTER:
            continue
        found = _LABELLED.match(text)
        goes_on = found is not None and opens_small(found["rest"]) and text.rstrip(_CLOSING).endswith(tuple(STOPS))
        key = phrase_key(found["label"]) if found and not goes_on else ""
        if key and any(opener.match(key) == key for opener in openers):
            named[index] = Label(Role.RELATED, named[index].score, "read-also")


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
        if not (body[index] and short) or bullets[index] or not is_word_character(texts[index][-1:]):
            continue
        others = len(paragraphs) - (words[index] >= _FEWEST_PARAGRAPH)
        alone = not any(body[beside] and not ends[beside] for beside in (index - 1, index + 1))
        goes_on = opens_small(texts[index]) or opens_small(texts[index + 1])
        if alone and not goes_on and others >= _FEWEST_OTHERS and 10 * stopped >= 9 * others:
            named[index] = Label(outside[index], named[index].score, "no-stop")


def _find_between(batch: Batch, own: slice, named: list[Label]) -> None:
    """A single line inside the article that the model takes for navigation, or for nothing in particular, is text of it: menus do
    not come one line at a time. Of 242 such lines in texts of unseen sites 181 were content (2026-11-26); of four that a lexicon
    knows as the furniture's none (2026-11-27). So is one that it takes for a teaser and that ends with a colon ("Pros:"): of 105
    101 were content (2026-11-29)."""
    roles, texts = [label.role for label in named], batch.texts[own]
    known = batch.has_cue(*_FURNITURE)[own].tolist()
    for index in range(1, len(named) - 1):
        leads_on = roles[index] is Role.RELATED and texts[index].rstrip().endswith(_COLONS)
        lone = (roles[index] in _FRAME or leads_on) and named[index].reason == MODEL and not known[index]
        if lone and roles[index - 1] in ARTICLE and roles[index + 1] in ARTICLE:
            named[index] = Label(Role.BODY, named[index].score, "between-body")


def _find_likely(batch: Batch, own: slice, named: list[Label], likely: Sequence[bool]) -> None:
    """Lines inside the article that the model takes for teasers are its own where a reader likely came for all that stand
    together: short lines of guides, lists. Of 429 that stood alone in texts of unseen sites 346 were content (WCXB 298 of 348,
    TurkuNLP 41 of 71, fundus seven of ten), of 1,007 of two and more 879 (729 of 835, 150 of 172, none in fundus; 2026-11-29)."""
    known = batch.has_cue(*_FURNITURE)[own].tolist()
    taken = [label.role is Role.RELATED and label.reason == MODEL for label in named] if likely else []
    for related, group in groupby(range(len(taken)), key=taken.__getitem__):
        run = [*group]
        inside = run[0] > 0 and run[-1] + 1 < len(named) and {named[run[0] - 1].role, named[run[-1] + 1].role} <= ARTICLE
        if related and inside and all(likely[at] and not known[at] for at in run):
            for at in run:
                named[at] = Label(Role.BODY, named[at].score, "between-body")


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


def _find_entries(batch: Batch, own: slice, named: list[Label]) -> None:
    """A list without bullets below a line of the article that ends with a colon: short lines without a stop, of which two thirds
    are the article's. So is another among them, or at its end right above more of the article, unless it is known as the
    furniture's. Of 400 such lines in texts of unseen sites 375 were content (2026-11-28)."""
    texts, known = batch.texts[own], batch.has_cue(*_FURNITURE)[own].tolist()
    short = [len(text) <= _LONGEST_ENTRY and not text.rstrip(_CLOSING).endswith((*STOPS, *COLONS)) for text in texts]
    for index, text in enumerate(texts):
        if named[index].role not in ARTICLE or not text.rstrip().endswith(tuple(COLONS)):
            continue
        entries = [*takewhile(short.__getitem__, range(index + 1, len(named)))]
        inside = sum(named[at].role in ARTICLE for at in entries)
        if len(entries) < _FEWEST_ITEMS or 3 * inside < 2 * len(entries):
            continue
        for at in entries:
            goes_on = at < entries[-1] or (at + 1 < len(named) and named[at + 1].role in ARTICLE)
            if named[at].role in _UNNAMED and named[at].reason == MODEL and not known[at] and goes_on:
                named[at] = Label(Role.BODY, named[at].score, "list-item")


def _find_values(batch: Batch, own: slice, named: list[Label]) -> None:
    """Lines that stand together, each a label of its own and a short value behind a colon, right above or below a line of the
    article, are the article's: what it costs, when it opens, who played. Of some 600 such lines that were left out in texts of
    unseen sites 520 were content (2026-11-29). Headlines of other stories behind their topic are longer."""
    words, known = batch.words[own].tolist(), batch.has_cue(*_FURNITURE)[own].tolist()
    tags = batch.has_cue(Cues.NAV_OPENER)[own].tolist()
    labels = [found["label"] if (found := _VALUE.fullmatch(text)) else "" for text in batch.texts[own]]
    for valued, group in groupby(range(len(named)), key=lambda at: bool(labels[at])):
        run = [*group]
        distinct = 5 * len({labels[at] for at in run}) >= 4 * len(run)
        if not (valued and len(run) >= _FEWEST_ITEMS and distinct and median_low(words[at] for at in run) <= _MOST_VALUED):
            continue
        unnamed = all(named[at].role in ARTICLE | _UNNAMED and not known[at] for at in run)
        if unnamed and any(0 <= at < len(named) and named[at].role in ARTICLE for at in (run[0] - 1, run[-1] + 1)):
            for at in run:
                if named[at].role in _UNNAMED and named[at].reason == MODEL and not tags[at]:
                    named[at] = Label(Role.BODY, named[at].score, "value")


def _find_posts(batch: Batch, own: slice, named: list[Label]) -> None:
    """Where a text says beside each name how much somebody has written, above all that it says, it is a thread: what its members
    say, is what it is for. Short lines between two of their paragraphs belong to these. Below an article such numbers are those
    of teasers, or of who comments on it."""
    count = next((at for at, label in enumerate(ruled_of(batch, own)) if label.reason == MEMBER_COUNT), len(named))
    if count == len(named) or any(label.role in {Role.LEAD, Role.BODY} for label in named[:count]):
        return
    prose = batch.prose[own].tolist()
    said = [prose[at] and label.role in {Role.BODY, Role.COMMENT} for at, label in enumerate(named)]
    for index, label in enumerate(named):
        within = said[index] or (any(said[max(0, index - 1) : index]) and any(said[index + 1 : index + 2]))
        if within and label.role is Role.COMMENT and label.reason in _OF_COMMENTS:
            named[index] = Label(Role.BODY, label.score, "post")


def _find_questions(batch: Batch, own: slice, named: list[Label]) -> None:
    """An interview goes from question to answer: where most questions of a text have an answer of the article's below them, the
    model's word does not stand against a question, nor against an answer."""
    prose, known = batch.prose[own].tolist(), batch.has_cue(*_FURNITURE)[own].tolist()
    asks = [text.rstrip(_CLOSING)[-1:] in _ASKING and not cue for text, cue in zip(batch.texts[own], known, strict=True)]
    asked = [index for index in range(len(named) - 1) if asks[index] and prose[index + 1] and not asks[index + 1]]
    answered = sum(named[index + 1].role in ARTICLE for index in asked)
    if answered < _FEWEST_ANSWERED or 3 * answered < 2 * len(asked):
        return
    for index in (place for question in asked for place in (question, question + 1)):
        if named[index].reason == MODEL and named[index].role not in {*ARTICLE, Role.TITLE}:
            named[index] = Label(Role.BODY, named[index].score, "interview")


def _find_sentences(batch: Batch, own: slice, named: list[Label]) -> None:
    """A sentence that the model calls a byline, beside the article or right above who signs it, is text: what is said about an
    author stands below the name."""
    prose, ruled = batch.prose[own].tolist(), ruled_of(batch, own)
    for index in range(1, len(named)):
        sentence = prose[index] and named[index].role is Role.BYLINE and named[index].reason == MODEL
        beside = {label.role for label in (named[index - 1], *named[index + 1 : index + 2])}
        if sentence and ruled[index].role is not Role.BYLINE and named[index - 1].role is not Role.BYLINE and beside & _GOES_ON:
            named[index] = Label(Role.BODY, named[index].score, "sentence")


def _find_signature(batch: Batch, own: slice, named: list[Label]) -> None:
    """A full name alone between a paragraph that has come to its end and a list of other stories signs the article where the
    rules say so or its first name is known, unless the article speaks of who bears it: then it may be a tag. Of 8 such lines in
    texts of news and compositions of unseen sites 6 were bylines, 2 teasers' authors (2026-11-27). A name and a moment in one
    line sign it whoever that is, and whatever of the frame follows, unless the article speaks of it: it may be a place."""
    known, ruled = batch.has_cue(Cues.PERSON_FIRST)[own].tolist(), ruled_of(batch, own)
    ends, folds, texts = batch.ends[own].tolist(), batch.folds[own], batch.texts[own]
    for index in range(1, len(named) - 1):
        free = named[index].reason == MODEL and named[index].role not in {*ARTICLE, Role.BYLINE}
        behind = named[index - 1].role is Role.BODY and ends[index - 1]
        if not (free and behind):
            continue
        signs = (ruled[index].role is Role.BYLINE or known[index]) and not any(map(opens_small, texts[index].split()))
        alone = named[index + 1].role is Role.RELATED and signs and is_lone_author(batch, own.start + index)
        dated = named[index + 1].role not in ARTICLE and named[index].role in _UNNAMED and _is_dated_name(texts[index])
        if not (alone or dated):
            continue
        name = fold(texts[index].partition(_BEFORE_MOMENT)[0])
        if not any(name in folds[other] for other, label in enumerate(named) if label.role in ARTICLE):
            named[index] = Label(Role.BYLINE, 0.7, "name-at-end")


def _is_dated_name(text: str) -> bool:
    """Whether a line is a full name and a moment: "Anna Kessler | 3/5/2021 08:15"."""
    name, bar, moment = text.partition(_BEFORE_MOMENT)
    return bool(bar) and are_lone_names(name) and holds_moment(moment) and moment[:1].isdigit()


def _sign_of_item(text: str) -> str:
    return "number" if text[0].isdigit() else text[0]
