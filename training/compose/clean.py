"""Texts without residue: articles that somebody cleaned already, verse, lists, dialogue, notes."""

from __future__ import annotations

from collections.abc import Sequence

from training.compose.article import Article
from training.compose.layout import BLANK, Layout, Line
from training.compose.names import vietnamese_name


def split_items(paragraphs: Sequence[str]) -> list[str]:
    """What a list would have of some paragraphs: their clauses, as far as these are short."""
    pieces = [piece.strip(" .") for text in paragraphs for piece in text.replace(";", ",").split(",")]
    return [piece for piece in pieces if _ITEM_SIZES[0] < len(piece) < _ITEM_SIZES[1]]


_ITEM_SIZES = (8, 90)  # code points


def bare(layout: Layout, article: Article) -> list[Line]:
    """An article that somebody cleaned already: all of it stays."""
    space = [BLANK] if layout.spaced else []
    lines: list[Line] = []
    if layout.chance(0.5):
        lines += [(article.title, "title"), *space]
    if article.lead and layout.chance(0.5):
        lines += [(article.lead, "lead"), *space]
    for heading, paragraphs in article.sections:
        lines += [(heading, "heading"), *space] if heading else []
        lines += [item for text in paragraphs for item in ((text, "body"), *space)]
    return lines


def verse(layout: Layout, article: Article) -> list[Line]:
    """Lines of a few words, a blank line between stanzas."""
    words = " ".join(text for _, paragraphs in article.sections for text in paragraphs).split()
    lines: list[Line] = []
    at, size, stanza = 0, layout.rng.randint(4, 8), layout.rng.choice((4, 4, 6, 8))
    while at < min(len(words), 240):
        step = max(2, size + layout.rng.randint(-1, 1))
        line = " ".join(words[at : at + step])
        lines.append((line[:1].upper() + line[1:] if layout.capital else line, "body"))
        at += step
        if len(lines) % (stanza + 1) == stanza:
            lines.append(BLANK)
    return lines


def listed(layout: Layout, article: Article) -> list[Line]:
    """Steps, ingredients, minutes: short items under headings."""
    items = split_items([text for _, paragraphs in article.sections for text in paragraphs])[:40]
    number = layout.chance(0.4)
    sign = layout.rng.choice(("- ", "* ", "• ", ""))
    lines: list[Line] = [(article.title, "title"), BLANK] if layout.chance(0.4) else []
    return lines + [(f"{at + 1}. {piece}" if number else sign + piece, "body") for at, piece in enumerate(items)]


def dialogue(layout: Layout, article: Article) -> list[Line]:
    """Two who speak in turn, by name or dash."""
    names = [vietnamese_name(layout.rng).split()[-1], *(name.split()[-1] for name in article.authors[:1] if name.split())]
    names += [vietnamese_name(layout.rng).split()[-1]]
    dash = layout.chance(0.4)
    said = [piece for _, paragraphs in article.sections for text in paragraphs for piece in text.split(". ")][:40]
    space = [BLANK] if layout.spaced and layout.chance(0.5) else []
    return [
        item
        for at, piece in enumerate(said)
        for item in ((f"– {piece}" if dash else f"{names[at % 2]}: {piece}", "body"), *space)
    ]


def note(layout: Layout, article: Article) -> list[Line]:
    """A paragraph or three."""
    paragraphs = [text for _, items in article.sections for text in items]
    return [(text, "body") for text in paragraphs[: layout.rng.randint(1, 3)]]


GENRES = (verse, listed, dialogue)
CLEAN = (bare, bare, bare, bare, *GENRES, note)
