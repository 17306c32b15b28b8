"""Lines with the roles that a model gave them, as the rules leave them."""

from __future__ import annotations

from cleancorpus.block import Block, Kind
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.labeller import Label
from cleancorpus.label.named import Leanings
from cleancorpus.label.named_text import name_text
from cleancorpus.page import InputKind, Page
from cleancorpus.role import Role

TITLE, PROSE = "Harbour empties before the long winter", "The ferry left at seven, and by noon the harbour was empty again."


def named(*lines: tuple[str, Role], reason: str = "model", instead: Role = Role.OTHER) -> list[tuple[Role, str]]:
    """Role and reason of lines that the model gave these roles, after the rules; ``instead`` is what each would be beside a
    title."""
    blocks = tuple(Block(text, Kind.LINE, (0, 1)) for text, _ in lines)
    labels = [Label(role, 0.9, reason) for _, role in lines]
    leanings = Leanings([9_000 if role is Role.TITLE else -99_000 for _, role in lines], [instead] * len(lines))
    batch = Batch([Page(InputKind.TEXT, blocks)])
    return [(label.role, label.reason) for label in name_text(batch, slice(0, len(blocks)), labels, leanings)]
