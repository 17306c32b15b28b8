"""Where a text stands in its source: found in order, outside tags and data."""

from __future__ import annotations

import pytest

from cleancorpus.segment.locate import Locator


def located(locator: Locator, first: str, last: str) -> tuple[int, int] | None:
    """Span of a block with these text nodes."""
    begin = locator.find(first)
    return locator.span(begin, begin if last == first else locator.find(last))


def found(source: str, *texts: str) -> list[str | None]:
    """What the locator finds for each of the texts in turn."""
    locator = Locator(source)
    spans = [located(locator, text, text) for text in texts]
    return [source[slice(*span)] if span else None for span in spans]


def test_a_text_is_found_without_the_white_space_around_it() -> None:
    """Spans exclude white space at both ends of a text node."""
    assert located(Locator("<p>  one two \n</p>"), "  one two \n", "  one two \n") == (5, 12)


def test_equal_texts_are_found_one_after_the_other() -> None:
    """The search goes on where the last text ended."""
    locator = Locator("<p>same</p><p>same</p>")
    assert [located(locator, "same", "same") for _ in range(3)] == [(3, 7), (14, 18), None]


def test_a_block_spans_from_its_first_to_its_last_text() -> None:
    """Markup between the first and the last text node is inside the span."""
    source = "<p>one <b>two</b> three</p>"
    span = located(Locator(source), "one ", " three")
    assert span is not None
    assert source[slice(*span)] == "one <b>two</b> three"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>gate</script>",
        "<SCRIPT type=x>gate</SCRIPT>",
        "<style>gate</style>",
        "<!-- gate -->",
        "<template>gate</template>",
        "<svg><title>gate</title></svg>",
        "<iframe>gate</iframe>",
        "<noscript>gate</noscript>",
        "<i title='gate'></i>",
        "<gate>",
    ],
)
def test_copies_that_no_reader_sees_are_passed_over(unseen: str) -> None:
    """Data, comments and attributes that repeat a text are not taken for it."""
    source = f"{unseen}<p>gate</p>"
    assert located(Locator(source), "gate", "gate") == (start := len(unseen) + 3, start + 4)


@pytest.mark.parametrize("unseen", ["<script>gate</script>", "<!-- gate -->", "<style>b{}</style>", "<noscript>gate</noscript>"])
def test_what_nobody_sees_may_stand_inside_a_paragraph(unseen: str) -> None:
    """The text behind it is found."""
    source = f"<p>the {unseen}gate</p>"
    assert located(Locator(source), "the ", "gate") == (3, len(source) - 4)


def test_noscript_is_searched_when_it_is_what_is_read() -> None:
    """A page read as it is without scripts is located inside noscript."""
    source = "<noscript>gate</noscript>"
    assert located(Locator(source), "gate", "gate") is None
    assert located(Locator(source, unseen_noscript=False), "gate", "gate") == (10, 14)


def test_a_text_that_is_not_there_has_no_span() -> None:
    """None, and the texts behind it are found all the same."""
    assert found("<p>one</p><p>two</p>", "three", "two") == [None, "two"]


def test_entities_are_found_by_what_is_written_plainly() -> None:
    """A text with entities is found as the source writes it."""
    source = "<p>Salt &amp; smoke &mdash; &eacute;t&eacute;</p><p>next</p>"
    assert found(source, "Salt & smoke — été", "next") == ["Salt &amp; smoke &mdash; &eacute;t&eacute;", "next"]


def test_what_is_never_closed_ends_the_search() -> None:
    """Text in a comment that never ends is not found."""
    assert found("<p>one</p><!-- two", "one", "two") == ["one", None]


def test_a_short_text_far_ahead_is_another_one() -> None:
    """No offset is better than a wrong one: a short text is not sought across a whole page."""
    many = "<p>x</p>" * 100
    assert found(f"{many}<p>lock</p>", "lock") == [None]
    assert found(f"{many}<p>a text that is long enough</p>", "a text that is long enough") == ["a text that is long enough"]


def test_an_empty_source_holds_nothing() -> None:
    """Nothing is found in nothing."""
    assert found("", "one") == [None]
