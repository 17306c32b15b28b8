"""Hostile inputs under watched workers: each ends with an outcome, and what a reader would see is not lost without a word."""

from __future__ import annotations

import json

import pytest

from cleancorpus.batch.pool import Supervision, run_pool
from cleancorpus.batch.render import Done
from cleancorpus.batch.work import Work
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.record import Record
from tests.batch.hostile import CASES, SENTENCES

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def done() -> dict[str, Done]:
    """What became of each, by name."""
    records = [Record(name, source) for name, source, _ in CASES]
    return {item.id: item for item in run_pool(records, Work(Cleaner()), Supervision(workers=2))}


def test_every_input_is_answered(done: dict[str, Done]) -> None:
    """One answer each, in order, none of them a defect, a crash or a missed deadline."""
    assert list(done) == [name for name, _, _ in CASES]
    assert len(done) >= 40
    bad = {Outcome.ERROR, Outcome.CRASHED, Outcome.TIMEOUT, Outcome.OUT_OF_MEMORY}
    assert {name: item.message for name, item in done.items() if item.outcome in bad} == {}


@pytest.mark.parametrize("name", [name for name, _, shown in CASES if shown])
def test_the_article_is_there_or_the_outcome_says_why_not(done: dict[str, Done], name: str) -> None:
    """All of its sentences where all is said to be well."""
    item = done[name]
    text = json.loads(item.payload)["text"]
    lost = [sentence for sentence in SENTENCES if sentence not in text]
    assert not lost or item.outcome not in {Outcome.OK, Outcome.TOO_DEEP}, (item.outcome, item.message, lost)
