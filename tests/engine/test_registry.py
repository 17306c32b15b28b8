"""Engines by name: an unknown one is told at once, with the known ones."""

from __future__ import annotations

import pytest

from cleancorpus import Cleaner, OptionError
from cleancorpus.block import Block, Kind
from cleancorpus.engine.registry import NATIVE, ask_engine
from cleancorpus.profile import PROFILES


@pytest.mark.parametrize("name", ["shoe", "", "Trafilatura", "justext"])
def test_an_unknown_engine_names_the_known(name: str) -> None:
    """At once, not at the first page."""
    with pytest.raises(OptionError, match="choose one of: native, trafilatura") as caught:
        Cleaner(engine=name)
    assert repr(name) in str(caught.value)


def test_the_native_engine_changes_nothing() -> None:
    """It is the default, and leaves the blocks to the labeller and the profile."""
    blocks = (Block("x", Kind.PARAGRAPH, None),)
    assert Cleaner().engine == NATIVE
    assert ask_engine(NATIVE, "<p>x</p>", blocks, PROFILES["article"]).blocks is blocks
