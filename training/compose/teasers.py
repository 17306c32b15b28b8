"""Lists of other articles, laid out as sites lay them out."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from cleancorpus.label.features.cues import fold_line
from training.compose.article import Article
from training.compose.layout import BLANK, Layout, Line

Way = Callable[[Layout, Sequence[Article]], list[Line]]
"""How some articles are laid out."""


def _pairs(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Headline, headline again, summary: image text and link."""
    lines: list[Line] = []
    for other in others:
        copy = other.title if layout.chance(0.8) else fold_slug(other.title)
        lines += [(copy, "related"), *gap(layout), (other.title, "related"), *gap(layout)]
        if layout.chance(0.85):
            lines += [(other.summary, "related"), *gap(layout, 0.4)]
    return lines


def _headline_summary(layout: Layout, others: Sequence[Article]) -> list[Line]:
    lines: list[Line] = []
    for other in others:
        lines += [(other.title, "related"), *gap(layout, 0.3), (other.summary, "related"), *gap(layout)]
    return lines


def _summary_headline(layout: Layout, others: Sequence[Article]) -> list[Line]:
    lines: list[Line] = []
    for other in others:
        lines += [(other.summary, "related"), *gap(layout, 0.3), (other.title, "related"), *gap(layout)]
    return lines


def _bullets(layout: Layout, others: Sequence[Article]) -> list[Line]:
    sign = layout.own("•-*»►–▪+")
    return [line for other in others for line in ((f"{sign} {other.title}", "related"), *gap(layout, 0.2))]


def _numbered(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """What is read most, in order; the numbers stand by themselves or before the headlines."""
    apart = layout.chance(0.5)
    return [
        (text, "related")
        for at, other in enumerate(others, 1)
        for text in ((f"{at}", other.title) if apart else (f"{at}. {other.title}",))
    ]


def headlines(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """One headline a line."""
    return [line for other in others for line in ((other.title, "related"), *gap(layout))]


def _dated(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Headline, date, sometimes a section or a summary."""
    lines: list[Line] = []
    for other in others:
        parts = [(other.title, "related"), (layout.date(), "related")]
        if layout.chance(0.3):
            parts.insert(0, (layout.section(), "related"))
        if layout.chance(0.4):
            parts.append((other.summary, "related"))
        lines += [item for part in parts for item in (part, *gap(layout, 0.3))] + gap(layout)
    return lines


def glued(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Several headlines in one line."""
    size = layout.rng.randint(2, 3)
    return [
        (" ".join(other.title for other in others[at : at + size]), "related") for at in range(0, len(others) - size + 1, size)
    ]


def _short_summaries(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Headline and the opening of the summary, cut with dots."""
    lines: list[Line] = []
    for other in others:
        cut = shorten(other.summary, layout.rng.randint(60, 160), layout.rng.choice(("…", "...", " [...]")))
        lines += [(other.title, "related"), *gap(layout, 0.3), (cut, "related"), *gap(layout)]
    return lines


def _see_also(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """A cue and one headline in a line."""
    return [(f"{layout.cue('related', 'openers_colon')}: {others[0].title}", "related")]


def _pointer(layout: Layout, others: Sequence[Article]) -> list[Line]:
    return [(layout.rng.choice((">> ", "» ", "", "- ", "* ", "► ")) + others[0].title, "related")]


def _lone_headline(layout: Layout, others: Sequence[Article]) -> list[Line]:
    return [(others[0].title, "related")]


def _one_or_two(lay: Way) -> Way:
    """One article, or two, as a list would have them."""
    return lambda layout, others: lay(layout, others[: layout.rng.choice((1, 1, 1, 2))])


def _under_cue(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """A few headlines, mostly under a word that announces them."""
    cue: list[Line] = [(layout.cue("related", "lines"), "related"), *gap(layout, 0.3)] if layout.chance(0.6) else []
    return [*cue, *headlines(layout, others[: layout.rng.randint(2, 4)])]


def _few_bullets(layout: Layout, others: Sequence[Article]) -> list[Line]:
    return _bullets(layout, others[: layout.rng.randint(2, 4)])


INSIDE: tuple[Way, ...] = (
    _see_also,
    _one_or_two(_headline_summary),
    _lone_headline,
    _pointer,
    _few_bullets,
    _under_cue,
    _one_or_two(_summary_headline),
    _one_or_two(_pairs),
)
"""What sites set between the paragraphs of an article."""
TAILS = (_pairs, _headline_summary, _summary_headline, _bullets, headlines, _dated, _short_summaries, _numbered)


def gap(layout: Layout, share: float = 1.0) -> list[Line]:
    """A blank line, where the site has them in lists."""
    return [BLANK] if layout.tail_spaced and layout.chance(share) else []


def fold_slug(title: str) -> str:
    """A title without accents, case and signs, its words apart: what systems make image texts of."""
    return " ".join(key for word in title.split() if (key := fold_line(word)))


def shorten(text: str, width: int, dots: str) -> str:
    """The beginning of a text that is too long, cut off with dots: behind a word, in scripts without spaces anywhere."""
    cut = textwrap.shorten(text, width, placeholder=dots)
    return cut if cut.strip() != dots.strip() or not text else text[: width - len(dots)].rstrip() + dots
