"""Texts without residue: articles that somebody cleaned already, verse, lists, dialogue, notes."""

from __future__ import annotations

from collections.abc import Sequence

from training.compose.article import Article
from training.compose.layout import BLANK, Layout, Line


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
    names = [
        layout.person().split()[-1],
        *(name.split()[-1] for name in article.authors[:1] if name.split()),
    ]
    names += [layout.person().split()[-1]]
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


def sheet(layout: Layout, article: Article) -> list[Line]:
    """Recipes, minutes, data sheets: facts, items of a word or three under labels, then sentences."""
    rng = layout.rng
    texts = [text for _, paragraphs in article.sections for text in paragraphs]
    words = [word.strip(".,;:!?\"'()«»“”„") for word in " ".join(texts).split()]
    space = [BLANK] if layout.chance(0.5) else []

    def some(most: int) -> str:
        at = rng.randrange(max(len(words) - most, 1))
        return " ".join(words[at : at + rng.randint(1, most)])

    def label() -> Line:
        text = some(2)
        return text[:1].upper() + text[1:] + (":" if layout.chance(0.2) else ""), "heading"

    amounts = layout.chance(0.4)
    lines: list[Line] = [(f"{label()[0].rstrip(':')}: {some(4)}", "body") for _ in range(rng.choice((0, 0, 2, 4)))]
    for _ in range(rng.randint(1, 3)):
        items = [some(3) for _ in range(rng.randint(3, 12))]
        lines += [*space, label(), *((f"{rng.randint(1, 500)} {item}" if amounts else item, "body") for item in items)]
    said = [piece for text in texts for piece in text.split(". ")][: rng.randint(3, 9)]
    numbered = layout.chance(0.3)
    return [*lines, *space, label(), *((f"{at}. {piece}" if numbered else piece, "body") for at, piece in enumerate(said, 1))]


GENRES = (verse, listed, dialogue, sheet)
CLEAN = (bare, bare, bare, bare, *GENRES, note)
