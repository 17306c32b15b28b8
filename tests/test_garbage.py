"""The search for cycles is put off while a batch is cleaned, and never for longer."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence

import pytest

from cleancorpus import Cleaner
from cleancorpus.garbage import collected_later
from cleancorpus.label.labeller import PageLabels
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.page import Page


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    yield
    gc.enable()


def test_it_is_off_inside_and_on_behind() -> None:
    with collected_later():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_exception_turns_it_on_again() -> None:
    with pytest.raises(ValueError, match="no"), collected_later():
        raise ValueError("no")
    assert gc.isenabled()


def test_for_large_work_it_stays_on() -> None:
    with collected_later(small=False):
        assert gc.isenabled()


def test_who_has_turned_it_off_finds_it_off() -> None:
    gc.disable()
    with collected_later(), collected_later():
        pass
    assert not gc.isenabled()


class _Watching(RuleLabeller):
    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        assert not gc.isenabled()
        return super().label(pages)


def test_the_caller_of_a_batch_has_it_on_between_documents() -> None:
    documents = Cleaner(labeller=_Watching()).clean_many(["<p>One house.</p>"] * 3, "html")
    for document in documents:
        assert gc.isenabled()
        assert document.blocks[0].reason != "unlabelled"
