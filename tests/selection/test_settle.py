"""What is kept of texts is looked at until nothing more is left out."""

from __future__ import annotations

from collections.abc import Mapping

from cleancorpus.block import Block, Kind
from cleancorpus.role import Role
from cleancorpus.selection.settle import Blocks, Chosen, settle_texts


def line(text: str, *, kept: bool = True, blank: bool = False) -> Block:
    """A line of a text."""
    return Block(text, Kind.LINE, None, role=Role.BODY if kept else Role.NAV, kept=kept, reason="first", blank_before=blank)


class _LastGoes:
    """Leaves out the last line of each text of more than one, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[dict[int, list[str]]] = []

    def __call__(self, rests: Mapping[int, Blocks]) -> list[Chosen]:
        """What is kept of each."""
        self.asked.append({number: [block.text for block in blocks] for number, blocks in rests.items()})
        return [(*blocks[:-1], line(blocks[-1].text, kept=len(blocks) == 1)) for blocks in rests.values()]


def test_a_text_is_looked_at_until_nothing_more_is_left_out() -> None:
    """Every line stays where it was, with the role and reason of the round that left it out."""
    blocks = (line("Menu", kept=False), line("One"), line("", kept=False), line("Two"), line("Three"))
    choose = _LastGoes()
    (settled,) = settle_texts({7: blocks}, choose).values()
    assert not isinstance(settled, Exception)
    assert [(block.text, block.role, block.kept) for block in settled] == [
        ("Menu", Role.NAV, False),
        ("One", Role.BODY, True),
        ("", Role.NAV, False),
        ("Two", Role.NAV, False),
        ("Three", Role.NAV, False),
    ]
    assert choose.asked == [{7: ["One", "Two", "Three"]}, {7: ["One", "Two"]}, {7: ["One"]}]


def test_texts_are_asked_for_together_as_long_as_they_change() -> None:
    """One that keeps everything is never asked for."""
    texts = {0: (line("All"),), 1: (line("x", kept=False), line("One")), 2: (line("x", kept=False), line("One"), line("Two"))}
    choose = _LastGoes()
    assert settle_texts(texts, choose)[0] == texts[0]
    assert choose.asked == [{1: ["One"], 2: ["One", "Two"]}, {2: ["One"]}]


def test_what_cannot_be_looked_at_again_says_why() -> None:
    """The others are settled as if it had not been there; nothing to settle asks for nothing."""
    texts = {0: (line("x", kept=False), line("Bad")), 1: (line("x", kept=False), line("Good"))}
    error = RuntimeError("I cannot bear it")
    settled = settle_texts(texts, lambda rests: [error if rest[0].text == "Bad" else rest for rest in rests.values()])
    assert settled == {0: error, 1: texts[1]}
    assert settle_texts({}, _LastGoes()) == {}


def test_a_blank_line_stands_where_something_was_left_out() -> None:
    """The rest is the text that cleaning gives, as it would come in again."""
    seen: list[bool] = []

    def choose(rests: Mapping[int, Blocks]) -> list[Chosen]:
        seen.extend(block.blank_before for blocks in rests.values() for block in blocks)
        return [*rests.values()]

    settle_texts({0: (line("One"), line("Two"), line("Menu", kept=False), line("Three"))}, choose)
    assert seen == [True, False, True]
