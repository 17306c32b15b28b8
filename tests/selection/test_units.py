"""Units: headlines run together in one line are told apart where the text shows how, and nowhere else."""

from __future__ import annotations

import json

import pytest

from cleancorpus import Block, Document, Kind, Role
from cleancorpus.selection.units import find_units

SMALL = "The footbridge was closed when a baker and the fire brigade met a swimmer; nobody knows why the pool stays shut."
GLUED = "Footbridge over the Wendle closed until spring Baker wins prize with a loaf of nettles Swimmer waits for the new pool"


def line(text: str, role: Role = Role.RELATED) -> Block:
    return Block(text, Kind.LINE, (0, len(text)), role=role)


def units(text: str, *others: str) -> list[str]:
    """The headlines found in a line, among other lines of its text."""
    block = find_units([*(line(other, Role.BODY) for other in others), line(text)])[-1]
    return [block.text[start:end] for start, end in block.units]


def test_a_capital_begins_a_headline_where_the_text_writes_the_word_small() -> None:
    """Three headlines, the name in the first one none."""
    assert units(GLUED, SMALL) == [
        "Footbridge over the Wendle closed until spring",
        "Baker wins prize with a loaf of nettles",
        "Swimmer waits for the new pool",
    ]


def test_a_headline_that_stands_alone_elsewhere_is_found() -> None:
    """German writes every noun with a capital; its headlines are known from the list at the end."""
    first, second = "Steg über die Eller bis zum Frühjahr gesperrt", "Bäckerin gewinnt Preis mit Brot aus Brennnesseln"
    assert units(f"{first} {second}", first) == [first, second]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (GLUED, ()),
        ("Footbridge over the river Wendle stays closed until the spring of next year", (SMALL,)),
        ("What the Baker said to the Fire Brigade about the Pool and the Bridge", (SMALL,)),
        ("老桥修好以后村里的人又可以过河赶集了 面包师用荨麻面包赢得大奖 消防队要买一架更长的梯子", (SMALL,)),
        ("", (SMALL,)),
    ],
)
def test_one_headline_stays_one(text: str, others: tuple[str, ...]) -> None:
    """Names, headline case, scripts without capitals, and a text that shows nothing."""
    assert units(text, *others) == []


def test_paragraphs_are_never_cut() -> None:
    """Only teasers are looked at, and only lines of plain text."""
    blocks = (line(GLUED, Role.BODY), Block(GLUED, Kind.PARAGRAPH, None, role=Role.RELATED), line(SMALL, Role.BODY))
    assert find_units(blocks) == blocks


def test_units_come_back_from_json() -> None:
    """They are part of the record, and only where there are some."""
    block = find_units([line(SMALL, Role.BODY), line(GLUED)])[-1]
    document = Document(text="", blocks=(line(SMALL), block))
    record = json.loads(json.dumps(document.to_dict()))
    assert "units" not in record["blocks"][0]
    assert Document.from_dict(record).blocks == document.blocks


def test_a_headline_behind_the_text_of_an_image() -> None:
    """The image's text stands alone above; what follows it in the line is the headline."""
    alt, headline = "cay cau treo moi noi doi bo suoi", "Lớp học bên kia suối ngày nước lớn"
    assert units(f"{alt} {headline}", alt) == [alt, headline]
