"""Work: every record has its outcome, in order, and those that cannot be read do not pile up."""

from __future__ import annotations

from collections.abc import Iterator

from cleancorpus.batch.work import Work
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.record import Record

PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."


def test_broken_records_between_others_keep_their_place() -> None:
    """At the start, in runs, at the end."""
    good = {3, 4, 9, 700, 701, 1_300}
    records = [
        Record(str(number), PROSE) if number in good else Record(str(number), b"", problem="broken") for number in range(1_400)
    ]
    done = list(Work(Cleaner()).clean(records))
    assert [record.id for record, _ in done] == [str(number) for number in range(1_400)]
    assert {int(record.id) for record, document in done if document.outcome is Outcome.OK} == good


def test_broken_records_do_not_wait_for_one_that_is_not() -> None:
    """An input of nothing else is answered as it is read."""
    taken = 0

    def endless() -> Iterator[Record]:
        nonlocal taken
        while True:
            taken += 1
            yield Record(str(taken), b"", problem="broken")

    done = Work(Cleaner()).clean(endless())
    for _ in range(3):
        assert next(done)[1].outcome is Outcome.ERROR
    assert taken < 1_000
