"""Wrapped lines: found in prose that was cut at a width, and nowhere else."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.label.stories import STORIES

from cleancorpus import clean
from cleancorpus.block import Kind
from cleancorpus.segment.text import segment_text
from cleancorpus.segment.wrap import find_wrapped

STORY = STORIES["en"]
PARAGRAPHS = [STORY.first, STORY.second, STORY.third]
POEM = (
    "The heron stands where the river bends,\nand counts what the water brings and lends;\n"
    "he does not ask how the morning ends,\n"
    "he does not care for a crowd of friends.\n\nThe mill is still and the wheel is gone,\n"
    "but the heron stays and the reeds go on;\n"
    "a boy once threw him a heel of bread,\nand he looked at the boy and he turned his head."
)


@pytest.mark.parametrize("width", [66, 72, 80])
def test_paragraphs_cut_at_a_width_are_one_block_each(width: int) -> None:
    """Each paragraph comes back whole, with its line ends and its span."""
    cut = [textwrap.fill(text, width) for text in PARAGRAPHS]
    source = "\n\n".join(cut)
    blocks = segment_text(source).blocks
    assert [block.text for block in blocks] == cut
    assert {block.kind for block in blocks} == {Kind.LINE}
    assert [source[slice(*block.span)] for block in blocks if block.span] == cut


@pytest.mark.parametrize("head", [[], [STORY.title]], ids=["alone", "titled"])
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["spaced", "tight"])
def test_a_wrapped_text_comes_back_byte_for_byte(head: list[str], between: str) -> None:
    """Cut lines are no damage: nothing is repaired or moved, with or without blank lines, below a title or alone."""
    source = between.join([*head, *(textwrap.fill(text, 72) for text in PARAGRAPHS)])
    assert clean(source, kind="text").text == source


def test_lines_end_as_carriage_returns_end_them() -> None:
    """CR LF makes no difference to what a paragraph is."""
    source = "\n\n".join(textwrap.fill(text, 72) for text in PARAGRAPHS).replace("\n", "\r\n")
    assert len(segment_text(source).blocks) == len(PARAGRAPHS)


NOUNS = """Der Fährmann Jochen Paff sah am Dienstag keinen Grund, für das Kino im Hafen eine Ausnahme zu machen. Achtzig
Menschen saßen in Strümpfen vor der Leinwand, zwei Balken waren von Hausschwamm befallen.

Den Projektor durfte der Verein nicht bewegen, weil sonst die Garantie verfallen wäre. Nun leiht das Pfarrheim seinen Beamer,
und Bürgermeister Veit Land will dem Rat im März einen Vorschlag machen, wie der Verein das Dach bezahlen kann.""".split("\n\n")


@pytest.mark.parametrize("width", [60, 63, 66, 70, 72, 76])
def test_lines_that_begin_with_nouns_go_on_too(width: int) -> None:
    """German writes them with capitals."""
    assert len(segment_text("\n\n".join(textwrap.fill(text, width) for text in NOUNS)).blocks) == len(NOUNS)


HEXAMETERS = """Langsam senkt sich der Abend herab auf die schweigenden Ufer,
Müde kehren die Boote zurück mit geruhigem Ruder,
Keiner singt mehr ein Lied, und es glimmen die ersten Laternen,
Fern auf dem Damm geht ein Kind und es zählt die gezogenen Wagen,
Wind kommt auf, und es riecht nach Tang und nach trocknenden Netzen,
Alles ist still, bis am Morgen die Möwen den Kutter erwarten."""
CHAT = ("are you there", "five more minutes", "I am bringing coffee", "look out of the window", "coming up")


@pytest.mark.parametrize(
    "text",
    [
        POEM,
        HEXAMETERS,
        "\n".join(PARAGRAPHS),
        "\n".join(f"- item number {number} of a list that somebody made by hand" for number in range(12)),
        "\n".join(f"Headline {number} of some paper says that this and that Happened" for number in range(12)),
        "\n".join("def f(x):\n    return x + 1\n".splitlines() * 4),
        "\n".join(f"[12/03/2022, 10:0{at}:11] Ana: {said}" for at, said in enumerate(CHAT)),
        "",
    ],
    ids=["verse", "hexameters", "a line a paragraph", "list", "headlines", "code", "chat", "empty"],
)
def test_other_texts_keep_their_lines(text: str) -> None:
    """Verse, lists, headlines and paragraphs of one line are a block a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    assert len(segment_text(text).blocks) == len(lines)


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=90), st.booleans())))
def test_only_lines_without_a_gap_go_on(lines: list[tuple[str, bool]]) -> None:
    """One flag a line; never at the first, never behind a blank line."""
    flags = find_wrapped([text for text, _ in lines], [blank for _, blank in lines])
    assert len(flags) == len(lines)
    assert not any(flag and (at == 0 or lines[at][1]) for at, flag in enumerate(flags))
