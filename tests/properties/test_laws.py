"""Laws that hold for every input. A counter-example is a defect, whatever the input."""

from __future__ import annotations

import json
import re
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

import cleancorpus
from cleancorpus.document import Document
from cleancorpus.normalise.plan import CHARACTER_STEPS, SPACING_STEP, normalise, replay
from cleancorpus.outcome import Outcome
from cleancorpus.segment.html import segment_html
from cleancorpus.segment.tags import INVISIBLE
from tests.properties.strategies import SENTENCES, anything, html_pages, paragraphs, texts

CLEANER = cleancorpus.Cleaner()
WHITE = re.compile(r"\s+")


@given(st.one_of(anything, html_pages()))
@example("\ud800")
@example("")
def test_any_str_ends_in_a_document(source: str) -> None:
    """No str raises; the outcome is never a defect of ours."""
    document = CLEANER.clean(source)
    assert document.outcome is not Outcome.ERROR, document.message
    document.text.encode("utf-8")
    assert bool(document.text) or document.outcome is not Outcome.OK


@given(
    st.one_of(
        st.binary(max_size=400),
        anything.map(lambda text: text.encode("utf-8", "surrogatepass")),
        html_pages().map(lambda page: page.encode("utf-16")),
    )
)
def test_any_bytes_end_in_a_document(source: bytes) -> None:
    """No bytes raise; the outcome is never a defect of ours."""
    assert CLEANER.clean(source).outcome is not Outcome.ERROR


@given(texts)
def test_line_blocks_cover_the_text_once_and_in_order(source: str) -> None:
    """Every visible character is in exactly one block's span; spans are in order and give back the line."""
    blocks = CLEANER.clean(source, kind="text").blocks
    covered = "".join(source[slice(*block.span)] for block in blocks if block.span)
    assert WHITE.sub("", covered) == WHITE.sub("", source)
    ends = [0] + [block.span[1] for block in blocks if block.span]
    assert all(block.span and block.span[0] >= end for block, end in zip(blocks, ends, strict=False))


@given(texts)
def test_a_blocks_edits_tell_all_that_was_done(source: str) -> None:
    """Replaying the named repairs on the source of a line gives the block's text."""
    for block in CLEANER.clean(source, kind="text").blocks:
        assert block.span is not None
        assert replay(source[slice(*block.span)], block.edits) == block.text


@given(html_pages())
def test_html_spans_are_in_order_and_inside_the_source(source: str) -> None:
    """Spans of a page's blocks do not overlap and lie inside the source."""
    end = 0
    for block in CLEANER.clean(source, kind="html").blocks:
        if block.span:
            assert end <= block.span[0] < block.span[1] <= len(source)
            end = block.span[1]


@given(html_pages())
def test_visible_text_of_a_page_is_in_exactly_one_block(source: str) -> None:
    """What stands in text nodes outside of invisible elements stands in the blocks, once, and nothing else does."""
    tree = LexborHTMLParser(source)
    seen = [node.text_content or "" for node in tree.root.traverse(include_text=True) if node.is_text_node and _is_visible(node)]
    blocks = segment_html(source, source).blocks
    assert _letters("".join(seen)) == _letters("".join(block.text for block in blocks))


def _is_visible(node: LexborNode | None) -> bool:
    while node is not None:
        if node.tag in INVISIBLE:
            return False
        node = node.parent
    return True


def _letters(text: str) -> str:
    """A text without white space and the separator of cells, which the segmenter adds."""
    return WHITE.sub("", text).replace("|", "")


@given(st.lists(paragraphs, min_size=1, max_size=8))
def test_clean_prose_passes_byte_for_byte(source: list[str]) -> None:
    """Paragraphs of plain prose, with blank lines or without, come back as they were."""
    for separator in ("\n\n", "\n"):
        text = separator.join(source)
        assert CLEANER.clean(text).text == text


@given(texts)
def test_cleaning_twice_changes_nothing(source: str) -> None:
    """The clean text of a text is clean."""
    once = CLEANER.clean(source, kind="text").text
    assert CLEANER.clean(once, kind="text").text == once


@given(anything)
def test_normalising_twice_changes_nothing(source: str) -> None:
    """The normal form is a fixed point, with and without spacing, and the quick check passes nothing that a step would change."""
    for keep in (True, False):
        once = normalise(source, keep_spacing=keep)
        assert normalise(once.text, keep_spacing=keep) == (once.text, ())
        if not once.edits:
            steps = CHARACTER_STEPS if keep else (*CHARACTER_STEPS, SPACING_STEP)
            assert all(step.repair(source) == source for step in steps)


@given(st.lists(st.one_of(texts, html_pages()), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(sources: list[str], random: Random) -> None:
    """A source gives the same document alone, in a batch, in any order, and again."""
    alone = {source: CLEANER.clean(source) for source in sources}
    shuffled = list(sources) * 2
    random.shuffle(shuffled)
    for source, document in zip(shuffled, cleancorpus.Cleaner().clean_many(shuffled), strict=True):
        assert document == alone[source]


@given(st.one_of(texts, html_pages()))
def test_a_document_survives_json(source: str) -> None:
    """to_dict, JSON and from_dict give back an equal document."""
    document = CLEANER.clean(source)
    assert Document.from_dict(json.loads(json.dumps(document.to_dict()))) == document


@given(st.one_of(texts, html_pages()))
def test_the_text_is_made_of_kept_blocks_in_order(source: str) -> None:
    """Every character of the clean text comes from the kept blocks, in their order, and nothing of them is missing."""
    document = CLEANER.clean(source)
    joined = "".join(block.text for block in document.blocks if block.kept)
    assert WHITE.sub("", document.text) == WHITE.sub("", joined)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_single_sentence_is_a_clean_text(sentence: str) -> None:
    """One sentence, in any script, is kept whole."""
    assert CLEANER.clean(sentence).text == sentence
