"""An article with its parts in the order of a page, in the residue of others."""

from __future__ import annotations

from collections.abc import Sequence

from training.compose.article import Article
from training.compose.beside import advertisement, board
from training.compose.clean import GENRES, split_items
from training.compose.frame import (
    author_box,
    author_line,
    comments,
    footer,
    menu,
    picture,
    share_bar,
    tags,
)
from training.compose.layout import BLANK, Layout, Line
from training.compose.names import AGENCIES
from training.compose.teasers import INSIDE, TAILS, fold_slug, gap, glued, headlines

_ASIDE = "1.2K|37|Loading...|VIP|Beta|v2.1|0|Aa|A-|A+|12px|HD|Live|• • •|Top|Close|Menu".split("|")


def _paragraph(layout: Layout, text: str) -> list[Line]:
    """A paragraph, or a short list in its place."""
    items = split_items([text]) if layout.chance(0.06) else []
    if len(items) < _FEWEST_ITEMS:
        return [(text, "body")]
    sign = layout.rng.choice(("- ", "• ", "* ", "", ""))
    capital = layout.chance(0.6)
    return [(sign + (item[:1].upper() + item[1:] if capital else item), "body") for item in items]


_FEWEST_ITEMS = 3
_GENRE_SHARE = 0.14


def _lay_body(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    space = [BLANK] if layout.spaced else []
    pictures = list(article.captions)
    lines: list[Line] = []
    if pictures and layout.chance(0.35):
        lines += [*picture(layout, article, pictures.pop(0)), *space]
    inserts = _Inserts(layout, others)
    left = sum(len(paragraphs) for _, paragraphs in article.sections)
    for heading, paragraphs in article.sections:
        lines += [(heading, "heading"), *space] if heading else []
        for paragraph in paragraphs:
            left -= 1
            lines += [*_paragraph(layout, paragraph), *space]
            if pictures and layout.chance(0.3):
                lines += [*picture(layout, article, pictures.pop(0)), *space]
            lines += [item for line in inserts.draw(left) for item in (line, *space)]
    for caption in pictures[:2]:
        lines += picture(layout, article, caption)
    return lines


class _Inserts:
    """What a site sets between the paragraphs of its articles."""

    def __init__(self, layout: Layout, others: Sequence[Article]) -> None:
        self._layout = layout
        self._others = [*others]
        self._rate = layout.rng.choice((0.0, 0.0, 0.04, 0.1, 0.25))
        self._lay = layout.own(INSIDE)
        self._near_end = layout.chance(0.3)
        """Some sites have a box in front of an article's last paragraphs."""

    def draw(self, left: int) -> list[Line]:
        """What stands behind a paragraph, with so many paragraphs left; mostly nothing."""
        layout = self._layout
        lines: list[Line] = [(layout.cue("promo", "lines"), "promo")] if layout.chance(0.015) else []
        near_end = self._near_end and left in {1, 2} and layout.chance(0.6)
        if left and self._rate and (near_end or layout.chance(self._rate)) and len(self._others) > _MOST_INSERTED:
            lines += self._lay(layout, self._others[:_MOST_INSERTED])
            del self._others[:_MOST_INSERTED]
        return lines


_MOST_INSERTED = 4


def _lay_head(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    space = [BLANK] if layout.spaced else []
    lines: list[Line] = []
    if layout.chance(0.2):
        lines += [(layout.section() if layout.chance(0.6) else f"{others[0].title.split(':')[0]}:", "kicker"), *space]
    lines += [(article.title, "title"), *space]
    dated = [(layout.date(), "date")] if layout.chance(0.55) else []
    signed = author_line(layout, article) if layout.chance(0.35) else []
    moment = [*dated, *signed] if layout.chance(0.5) else [*signed, *dated]
    if moment and layout.chance(0.12):
        moment = [(f"{moment[0][0]} - {moment[-1][0]}", "byline" if signed else "date")]
    below = layout.chance(0.25)
    if not below:
        lines += [*moment, *(share_bar(layout) if layout.chance(0.4) else [])]
    if article.lead and layout.chance(0.92):
        tag = f"({layout.rng.choice(AGENCIES)}) " if layout.chance(0.15) else ""
        lines += [*(space if layout.chance(0.5) else []), (tag + article.lead, "lead")]
    if layout.chance(0.25):
        lines += _top_block(layout, article, others)
    if below:
        lines += [*space, *moment]
    return lines + space


def _top_block(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    """Headlines of other articles directly under the lead: one below the other, run together, or behind the picture's text."""
    found = list(others[:3])
    plain: list[Line] = [(other.title, "related") for other in found]
    return layout.own(
        (
            glued(layout, found),
            [(f"{fold_slug(article.title)} {other.title}", "related") for other in found],
            [(layout.cue("related", "lines"), "related"), *plain],
            plain,
        )
    )


def _lay_tail(layout: Layout, others: Sequence[Article]) -> list[Line]:
    lines: list[Line] = []
    rest = list(others)
    lay = layout.own(TAILS)
    for _ in range(layout.rng.choice((0, 1, 1, 1, 2, 3))):
        count = layout.rng.choice((2, 3, 4, 5, 6, 8, 12))
        if layout.chance(0.7):
            lines += [(layout.cue("related", "lines"), "related"), *gap(layout)]
            if layout.chance(0.2):
                lines += [(layout.cue("related", "lines"), "related"), *gap(layout)]
        lines += lay(layout, rest[:count])
        rest = rest[count:]
    if lines and layout.chance(0.2):
        lines.append((layout.cue("nav", "lines"), "nav"))
    return lines


def dress(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    """One page: menu, headlines above, head, body, what follows, footer."""
    space = [BLANK] if layout.spaced else []
    lines = menu(layout) + advertisement(layout)
    if layout.chance(0.15):
        lines += [*headlines(layout, others[-3:]), BLANK]
    if layout.chance(_GENRE_SHARE):
        body = [line for line in layout.rng.choice(GENRES)(layout, article) if line[1] != "title"]
    else:
        body = _lay_body(layout, article, others[3:])  # the nearest in front: boxes inside an article are about its topic
    lines += [BLANK] * layout.chance(0.5) + _lay_head(layout, article, others) + body
    if layout.chance(0.55):
        lines += [*space, *author_line(layout, article), *space]
    parts = [
        author_box(layout, article),
        tags(layout, article),
        share_bar(layout),
        _lay_tail(layout, others[8:]),
        comments(layout, others[-6:]),
        advertisement(layout),
        board(layout),
    ]
    if layout.chance(0.3):
        layout.rng.shuffle(parts)
    for part in parts:
        lines += [*part, *([BLANK] if part else [])]
    lines += footer(layout)
    while layout.chance(0.06):
        lines.insert(layout.rng.randrange(len(lines) + 1), (layout.rng.choice(_ASIDE), "other"))
    return lines
