"""Engines by name. Which one is used is chosen by name, never by what happens to be importable."""

from __future__ import annotations

from cleancorpus.block import Block
from cleancorpus.engine.opinion import Engine, Opinion
from cleancorpus.engine.trafilatura import Trafilatura
from cleancorpus.errors import unknown_name
from cleancorpus.profile import Profile

NATIVE = "native"
"""Our own labels and profiles."""
ENGINES = (NATIVE, "trafilatura")
"""The engines known by name."""


def check_engine(name: str) -> str:
    """The name, if there is such an engine and it can be used here.

    Raises:
        OptionError: It is unknown, or its extra is not installed.
    """
    if name != NATIVE:
        _find_engine(name).load()
    return name


def ask_engine(name: str, html: str | None, blocks: tuple[Block, ...], profile: Profile) -> Opinion:
    """What the engine of that name makes of a page; the native one leaves the blocks as they are.

    Raises:
        OptionError: As `check_engine`.
    """
    return Opinion(blocks) if name == NATIVE else _find_engine(name).judge(html, blocks, profile)


def _find_engine(name: str) -> Engine:
    if name not in ENGINES:
        raise unknown_name("engine", name, ENGINES)
    return Trafilatura()
