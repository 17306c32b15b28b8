"""trace: places in a block's text lead back to the source, whatever stood in between."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.label.stories import STORIES

from cleancorpus import Block, Cleaner, Document, Kind, clean
from cleancorpus.normalise.plan import normalise, normalise_prose
from cleancorpus.selection.trace import trace

STORY = STORIES["vi"]
PAGE = """<html><head><title>T</title></head><body><nav><a href="/">Home</a></nav><h1>Caf&eacute; <b>opens</b>   again</h1>
<p>It was <i>agreed</i>.Then they left &amp; came
 back to the caf\u00c3\u00a9 at noon &mdash; all of <a href="x">them</a> together in the end.</p></body></html>"""


def block_of(document: Document, word: str) -> Block:
    """The block that holds a word."""
    return next(block for block in document.blocks if word in block.text)


@pytest.mark.parametrize(
    "word", ["Home", "opens", "again", "agreed", "they", "came", "back", "noon", "all", "them", "together", "end."]
)
def test_words_of_a_page(word: str) -> None:
    """Behind tags, references, white space and repairs each word is found where it stands."""
    block = block_of(clean(PAGE), word)
    start = block.source_offset(block.text.index(word))
    assert start is not None
    assert PAGE[start : start + len(word)] == word


@pytest.mark.parametrize(
    "between",
    [
        "<script>var rose = 'rose'</script>",
        "<style>.rose { rose: 1 }</style>",
        "<!-- rose > rose -->",
        "<span hidden>rose</span>",
        "<i style='display:none'>rose again</i> and <i hidden>the town</i> ",
        "<noscript>tulip</noscript>",
        "<b title='a rose > the rose'></b>",
        '<b title="it\'s > rose"></b>',
    ],
)
def test_what_nobody_sees_inside_a_paragraph_is_passed_over(between: str) -> None:
    """The block has its span, and the words behind are found behind."""
    source = f"<p>Yesterday evening the river {between}rose again, and the people of the town went home.</p><p>Nobody saw.</p>"
    block = block_of(clean(source, kind="html"), "river")
    assert block.span == (3, source.index("</p>"))
    for word in ("rose", "town", "home"):
        assert block.source_offset(block.text.index(word)) == source.index(f"{word}", source.index(between) + len(between))


def test_what_stands_twice_and_what_closes_itself() -> None:
    """Texts of one sign before and behind something hidden are two; a picture that is closed at once swallows nothing."""
    source = "<p>See <a href=x>this page</a>.<span hidden>ad</span> And then read <a href=y>that page</a>.</p>"
    block = block_of(clean(source, kind="html"), "then")
    assert block.span == (3, source.index("</p>"))
    assert block.source_offset(block.text.index("then")) == source.index("then")
    source = "<p>The <svg/> river rose <b>again</b> and the town <svg><path/></svg> went home <b>now</b>.</p>"
    block = block_of(clean(source, kind="html"), "river")
    assert [block.source_offset(block.text.index(word)) for word in ("river", "town", "now")] == [
        source.index(word) for word in ("river", "town", "now")
    ]


@pytest.mark.parametrize("word", ["Quán", "đồng", "tháp", "chạy", "cuối"])
def test_words_of_a_repaired_text(word: str) -> None:
    """Invisible characters, spaces and a lost break before them do not matter."""
    source = "\u200bChợ Quán Mây:\u00a0đồng\u00ad hồ.\r\n\r\nTrên tháp\u200b nó chạy lại.Sau   cùng\ufeff là cuối năm."
    document = clean(source, kind="text")
    block = block_of(document, word)
    start = block.source_offset(block.text.index(word))
    assert start is not None
    assert source[start : start + len(word)] == word


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("x\u200bcat at the door", "at"),
        ("\u200bthe the the bridge", "bridge"),
        ("It was done.After that caf\u0065\u0301 closed", "closed"),
        ("これは\u200bペンです\u200bそれは本\u00ad当だ", "本当だ"[1:]),
    ],
)
def test_words_behind_a_repaired_one(source: str, word: str) -> None:
    """A word is not found inside another, nor one that stands there twice in the wrong place; without spaces the rest of a line
    is traced too."""
    text = normalise_prose(normalise(source).text).text
    block = Block(text, Kind.LINE, (0, len(source)), anchors=trace(source, (0, len(source)), text, markup=False))
    start = block.source_offset(text.index(word))
    assert start is not None
    assert source[start : start + len(word)] == word


def test_long_lines_that_were_repaired_throughout_are_traced_in_time() -> None:
    """Linear in the length, and what was only taken out costs nothing in exactness."""
    source = "Cầu mới đã được khánh thành hôm qua. " * 8_000
    source = source.replace("ới", "\u200bới")
    text = normalise(source).text
    anchors = trace(source, (0, len(source)), text, markup=False)
    block = Block(text, Kind.LINE, (0, len(source)), anchors=anchors)
    places = [place for place in range(0, len(text), 97) if not text[place].isspace()]
    exact = sum(source[block.source_offset(place) or 0] == text[place] for place in places)
    assert exact >= 0.98 * len(places)


def test_clean_text_needs_no_anchors() -> None:
    """Every place is the source's own."""
    source = "\n\n".join(STORY.paragraphs)
    for block in clean(source, kind="text").blocks:
        assert block.anchors == ()
        assert [source[block.source_offset(at) or 0] for at in range(len(block.text))] == list(block.text)


def test_the_ends() -> None:
    """The end of the text is the end of the span; beyond it there is nothing; without a span there is none."""
    block = clean(PAGE).blocks[1]
    assert block.span is not None
    assert block.source_offset(0) == block.span[0]
    assert block.source_offset(len(block.text)) == block.span[1]
    with pytest.raises(IndexError, match="place -1"):
        block.source_offset(-1)
    with pytest.raises(IndexError, match="code points"):
        block.source_offset(len(block.text) + 1)
    assert Block("moved", Kind.PARAGRAPH, None).source_offset(2) is None


@given(
    st.text(st.sampled_from("aàộ.B \u00a0\u200b\u00ad\n&;<bi>/\u0301’"), min_size=1, max_size=60),
    st.sampled_from(["text", "html"]),
)
@settings(max_examples=300)
def test_laws(text: str, kind: str) -> None:
    """Offsets never fall, stay in the span, and are kept through serialisation."""
    source = f"<p>{text} end of it</p>" if kind == "html" else text
    document = Cleaner(profile="full").clean(source, kind=kind)
    assert Document.from_dict(document.to_dict()) == document
    for block in document.blocks:
        if block.span is None:
            continue
        offsets = [offset for place in range(len(block.text) + 1) if (offset := block.source_offset(place)) is not None]
        assert len(offsets) == len(block.text) + 1
        assert [block.span[0], *offsets, block.span[1]] == sorted([block.span[0], *offsets, block.span[1]])
