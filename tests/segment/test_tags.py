"""What tags mean: which content is seen, which tags set text apart, which kind they make."""

from __future__ import annotations

import pytest

from cleancorpus.block import Kind
from cleancorpus.segment.html import segment_html
from cleancorpus.segment.tags import BLOCK, CONTROLS, EMPHASIS, INVISIBLE, KINDS, SPACED

VOID = frozenset("area base embed link meta param source track".split())
# The parser drops these start tags where they stand here, or reads all that follows as their content.
NOT_IN_A_PARAGRAPH = frozenset("head frameset".split())
NEED_THEIR_PLACE = frozenset(
    "html body noscript dialog select table caption colgroup tbody thead tfoot tr td th hr plaintext".split()
)


def texts(html: str) -> list[str]:
    return [block.text for block in segment_html(html, html).blocks]


@pytest.mark.parametrize("tag", sorted(INVISIBLE - VOID - NOT_IN_A_PARAGRAPH))
def test_invisible_elements_show_no_text(tag: str) -> None:
    """The content of an element that browsers do not show is in no block."""
    assert "inside" not in " ".join(texts(f"<body><p>before</p><{tag}>inside</{tag}><p>after</p></body>"))


@pytest.mark.parametrize("tag", sorted(BLOCK - NEED_THEIR_PLACE))
def test_block_elements_set_their_text_apart(tag: str) -> None:
    """Text before, inside and after a block element is in three blocks."""
    assert texts(f"<div>before<{tag}>inside</{tag}>after</div>") == ["before", "inside", "after"]


@pytest.mark.parametrize("tag", ["span", "a", "b", "code", "sup", "font", "abbr", "q", "mark", "cite", "unknown", "ins"])
def test_inline_elements_do_not(tag: str) -> None:
    """Inline and unknown elements leave a word whole."""
    assert texts(f"<p>be<{tag}>tw</{tag}>een</p>") == ["between"]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("p", Kind.PARAGRAPH),
        ("h1", Kind.HEADING),
        ("h6", Kind.HEADING),
        ("li", Kind.LIST_ITEM),
        ("dt", Kind.LIST_ITEM),
        ("dd", Kind.LIST_ITEM),
        ("blockquote", Kind.QUOTE),
        ("pre", Kind.CODE),
        ("figcaption", Kind.CAPTION),
        ("textarea", Kind.CONTROL),
        ("legend", Kind.CONTROL),
        ("div", Kind.RUN),
        ("section", Kind.RUN),
        ("my-text", Kind.RUN),
    ],
)
def test_the_kind_follows_from_the_tag(tag: str, kind: Kind) -> None:
    """A block says how its element sets text."""
    html = f"<{tag}>inside</{tag}>"
    (block,) = segment_html(html, html).blocks
    assert block.kind is kind


def test_the_tables_do_not_contradict_each_other() -> None:
    """Names are lower case; what sets apart is not inline; only noscript is both hidden and a container."""
    assert all(name == name.lower() for name in BLOCK | INVISIBLE | SPACED | CONTROLS | EMPHASIS | set(KINDS))
    assert set(KINDS) <= BLOCK
    assert not BLOCK & (SPACED | CONTROLS | EMPHASIS)
    both = BLOCK & INVISIBLE
    assert both == {"noscript"}
