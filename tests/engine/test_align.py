"""Blocks in another extractor's output: found at their place, whatever happened to white space, and never where they are not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.engine.align import Lines, match_words, shares_found, words_of

FERRY = "The ferry left at seven, and by noon the harbour was empty again."
QUAY = "Nobody on the quay had expected the ice to hold for so long."
COUNCIL = "By the evening the council had met twice without an answer."
MENU = ("Home", "News", "Prices", "Contact")

few_words = st.lists(st.sampled_from("a b c d e the ferry ice news 7".split()), max_size=9).map(" ".join)
texts = st.lists(st.one_of(few_words, st.sampled_from((FERRY, QUAY, COUNCIL, *MENU)), st.text(max_size=30)), max_size=12)


def found(blocks: list[str], output: str) -> list[bool]:
    """Which blocks count as extracted."""
    return [share > 0 for share in shares_found(blocks, output)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("*** —", ()),
        ("Cà phê, 3.000 ly!", ("cà", "phê", "3", "000", "ly")),
        ("STRASSE Straße", ("strasse", "strasse")),
        ("soft\u00adhyphen zero\u200bwidth\u200djoiner", ("softhyphen", "zerowidthjoiner")),
        ("舟を出す", ("舟", "を", "出", "す")),
        ("2 台の舟", ("2", "台", "の", "舟")),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    """Folded, without what extractors drop inside a word; characters where a script sets no spaces."""
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("blocks", "output", "kept"),
    [
        pytest.param([FERRY, QUAY], f"{FERRY}\n{QUAY}", [True, True], id="line by line"),
        pytest.param([FERRY, QUAY], f"{FERRY} {QUAY}", [True, True], id="merged lines"),
        pytest.param([FERRY], FERRY.replace(" by", "\nby"), [True], id="a split line"),
        pytest.param([FERRY], FERRY.replace(" ", "  \t").upper(), [True], id="white space and case"),
        pytest.param([FERRY], "The left at seven, and noon the harbour was again.", [True], id="inline bits dropped"),
        pytest.param([*MENU, FERRY, QUAY], f"{FERRY}\n{QUAY}", [False] * 4 + [True, True], id="a menu left out"),
        pytest.param([FERRY, "Advertisement", QUAY], f"{FERRY}\n{QUAY}", [True, False, True], id="a gap"),
        pytest.param(["a | b", "1 | 2"], "| a | b |\n| 1 | 2 |", [True, True], id="table rows"),
        pytest.param(["milk", "flour"], "- milk\n- flour", [True, True], id="list marks"),
        pytest.param([FERRY, "Prices", QUAY], f"{FERRY} Prices {QUAY}", [True, True, True], id="a heading inside a merged line"),
        pytest.param([FERRY, FERRY], f"{FERRY}\n{FERRY}", [True, True], id="repeated on both sides"),
        pytest.param([FERRY, "Reply", QUAY, "Reply"], f"{FERRY}\nReply\n{QUAY}\nReply", [True] * 4, id="a repeated button"),
        pytest.param(
            [FERRY, QUAY, COUNCIL], f"{QUAY} {COUNCIL}\n{FERRY}", [False, True, True], id="a moved line loses to more text"
        ),
        pytest.param(["舟を出した。", "村の人"], "舟を出した。", [True, False], id="no spaces"),
    ],
)
def test_what_was_extracted_is_found(blocks: list[str], output: str, kept: list[bool]) -> None:
    """Only words and their order count."""
    assert found(blocks, output) == kept


@pytest.mark.parametrize(
    ("blocks", "output", "kept"),
    [
        pytest.param(
            [*MENU, FERRY, "Prices", QUAY, "Prices"],
            f"{FERRY}\nPrices\n{QUAY}",
            [False] * 4 + [True, True, True, False],
            id="between its neighbours",
        ),
        pytest.param([*MENU, "Prices", FERRY], f"Prices\n{FERRY}", [False] * 4 + [True, True], id="the last above the first"),
        pytest.param([FERRY, "Prices", *MENU], f"{FERRY}\nPrices", [True, True] + [False] * 4, id="the first below the last"),
        pytest.param(["Prices", FERRY], f"{FERRY}\nPrices rose by noon", [False, True], id="a word of another line"),
        pytest.param(["the ferry", FERRY], FERRY, [False, True], id="two words of a paragraph"),
        pytest.param(["The harbour was", "again ferry by seven noon"], FERRY, [False, False], id="words out of order or inside"),
        pytest.param(
            ["Nobody met the council at seven again", FERRY], FERRY, [False, True], id="a paragraph of words found elsewhere"
        ),
        pytest.param([QUAY, FERRY], FERRY, [False, True], id="another paragraph"),
        pytest.param(["***", "—", "", FERRY], FERRY, [False, False, False, True], id="nothing to compare"),
        pytest.param([FERRY, QUAY], "", [False, False], id="no output"),
        pytest.param([], FERRY, [], id="no blocks"),
    ],
)
def test_what_was_not_extracted_at_its_place_is_not_found(blocks: list[str], output: str, kept: list[bool]) -> None:
    """Short lines are repeated all over a page."""
    assert found(blocks, output) == kept


def test_a_share_says_how_much_of_a_block_was_kept() -> None:
    """Words of the block found, of all its words."""
    assert shares_found(["one two three four five six seven eight"], "one two three four five six") == [0.75]
    assert shares_found(["one two three four five six seven eight"], "one two three") == [0.0]


@given(texts, texts)
def test_matches_never_cross(blocks: list[str], output: list[str]) -> None:
    """Indices of matches increase, and both words are the same."""
    left, right = Lines.cut(blocks), Lines.cut(output)
    matches = match_words(left, right)
    assert len(matches) == len(left.words)
    pairs = [(here, there) for here, there in enumerate(matches) if there != -1]
    assert [there for _, there in pairs] == sorted({there for _, there in pairs})
    assert all(left.words[here] == right.words[there] for here, there in pairs)


@given(texts, texts)
def test_what_is_not_in_the_output_is_never_found(blocks: list[str], output: list[str]) -> None:
    """A block of which fewer than half of the words stand anywhere in the output has no share; all shares are 0 or .5 to 1."""
    known = {word for line in output for word in words_of(line)}
    for block, share in zip(blocks, shares_found(blocks, "\n".join(output)), strict=True):
        words = words_of(block)
        assert share == 0.0 or 0.5 <= share <= 1.0
        if sum(word in known for word in words) * 2 < len(words) or not words:
            assert share == 0.0


@given(texts)
def test_a_page_that_was_kept_whole_is_found_whole(blocks: list[str]) -> None:
    """Every block with words, with share 1."""
    blocks = [" ".join(block.split()) for block in blocks]
    assert shares_found(blocks, "\n".join(blocks)) == [float(bool(words_of(block))) for block in blocks]


@pytest.mark.parametrize("drop", [0, 7])
def test_time_does_not_grow_with_the_square(drop: int) -> None:
    """2 MB in 20,000 blocks, as they are and with every seventh word dropped: seconds of CPU, not minutes."""
    blocks = [" ".join(f"w{(block * 31 + word * word * 7) % 9973}" for word in range(16)) for block in range(20_000)]
    words = [block.split() for block in blocks]
    output = "\n".join(" ".join(word for at, word in enumerate(line) if not drop or (at + 1) % drop) for line in words)
    started = time.process_time()
    assert sum(found(blocks, output)) > 19_000
    assert time.process_time() - started < 30
