"""Pool: what a document does to its process costs that document and no other; order and bytes are those of a plain loop."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from cleancorpus.batch.pool import Supervision, run_pool
from cleancorpus.batch.render import Done, Rendering
from cleancorpus.batch.work import Work
from cleancorpus.errors import WorkerError
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.record import Record
from tests.batch.faults import FaultyLabeller

FAULTY = Work(Cleaner(labeller=FaultyLabeller(), identifier="langdetect"))
PLAIN = Work(Cleaner(), Rendering(blocks=True))
PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
pytestmark = pytest.mark.timeout(120)


def records(*texts: str) -> list[Record]:
    """Records with their number as name."""
    return [Record(str(number), text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("fault", "outcome", "said"),
    [
        ("EXIT", Outcome.CRASHED, "exit code 3"),
        ("SEGV", Outcome.CRASHED, "SIGSEGV"),
        ("HANG", Outcome.TIMEOUT, "longer than 2 s"),
        pytest.param(
            "EAT",
            Outcome.OUT_OF_MEMORY,
            "memory",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit on memory here"),
        ),
    ],
)
def test_a_fault_costs_exactly_its_document(fault: str, outcome: Outcome, said: str) -> None:
    """The others of its batch, before and behind it, are cleaned; all come in order."""
    texts = [f"{number} {PROSE}" for number in range(20)]
    texts[7] = f"{fault} {PROSE}"
    seconds = 2.0 if outcome is Outcome.TIMEOUT else 60.0  # what is no hang may take its time on a busy machine
    done = list(run_pool(records(*texts), FAULTY, Supervision(workers=2, seconds=seconds, megabytes=400)))
    assert [item.id for item in done] == [str(number) for number in range(20)]
    assert [item.outcome for item in done if item.id != "7"] == [Outcome.OK] * 19
    assert (done[7].outcome, said in done[7].message) == (outcome, True), done[7].message
    assert b'"text":""' in done[7].payload
    assert (done[7].seconds == seconds) is (outcome is Outcome.TIMEOUT)


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_a_worker_multiplies_in_one_thread() -> None:
    """There are as many workers as cores."""
    done = list(run_pool(records(f"THREADS {PROSE}"), FAULTY, Supervision(workers=1)))
    assert done[0].outcome is Outcome.ERROR
    assert "1 threads" in done[0].message


def test_several_faults_in_a_row_end_each_its_own_document() -> None:
    """No fault hides another, and no good document is lost between them."""
    texts = ["EXIT", PROSE, "SEGV", "EXIT", PROSE]
    done = list(run_pool(records(*texts), FAULTY, Supervision(workers=1, seconds=5.0)))
    assert [item.outcome for item in done] == [Outcome.CRASHED, Outcome.OK, Outcome.CRASHED, Outcome.CRASHED, Outcome.OK]


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    """What was under way is tried again, each record alone."""
    texts = [PROSE, f"ONCE {tmp_path / 'mark'}", PROSE]
    done = list(run_pool(records(*texts), FAULTY, Supervision(workers=1)))
    assert [item.outcome for item in done] == [Outcome.OK] * 3


@pytest.mark.parametrize("workers", [1, 3])
def test_the_bytes_are_those_of_a_plain_loop(workers: int) -> None:
    """Whatever the number of workers and the batches that come of it; failed records among them."""
    page = "<html><body><h1>{0}</h1><p>{1}</p><nav><a href='/x'>Home</a></nav></body></html>"
    texts = [page.format(number, f"{number} {PROSE}") if number % 3 else f"{number} {PROSE}" for number in range(50)]
    some = [*records(*texts), Record("gone", b"", problem="cannot be read"), Record("binary", b"%PDF-1.4 x")]
    plain = list(PLAIN.run(some))
    assert list(run_pool(some, PLAIN, Supervision(workers=workers, recycle=20))) == plain
    assert {item.outcome for item in plain} >= {Outcome.ERROR, Outcome.NOT_TEXT}


def test_records_are_taken_as_they_are_needed() -> None:
    """A stream of any length is never held: the pool reads a few batches ahead."""
    taken = 0

    def endless() -> Iterator[Record]:
        nonlocal taken
        while True:
            taken += 1
            yield Record(str(taken), PROSE)

    stream = run_pool(endless(), FAULTY, Supervision(workers=1))
    assert [next(stream).id for _ in range(3)] == ["1", "2", "3"]
    stream.close()
    assert taken <= 100


def test_no_records_start_no_process() -> None:
    """Nothing in, nothing out."""
    assert list(run_pool([], FAULTY, Supervision())) == []


def test_workers_that_cannot_start_are_an_error() -> None:
    """With the way out, instead of trying for ever."""
    work = Work(Cleaner(labeller=BreakingLabeller()))
    with pytest.raises(WorkerError, match="--workers 0"):
        list(run_pool(records(PROSE), work, Supervision()))


class BreakingLabeller(FaultyLabeller):
    """Breaks while it is sent to the worker."""

    def __reduce__(self) -> tuple[object, ...]:
        return (_break, ())


def _break() -> None:
    raise SystemExit(9)


def test_an_error_of_the_reader_ends_the_run_and_its_workers() -> None:
    """It is the caller's to see."""

    def broken() -> Iterator[Record]:
        yield Record("a", PROSE)
        message = "the disk is gone"
        raise OSError(message)

    with pytest.raises(OSError, match="disk"):
        list(run_pool(broken(), FAULTY, Supervision()))


def test_the_cost_of_an_answer_is_its_bytes() -> None:
    """Blocks stay in the worker."""
    done = next(run_pool(records(PROSE), FAULTY, Supervision()))
    assert isinstance(done, Done)
    assert (done.kept, done.shown) == (len(PROSE), len(PROSE))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("after", [0.0, 0.02, 0.1])
def test_a_worker_that_is_killed_while_it_starts_is_replaced(after: float) -> None:
    """Whatever it has read by then of what it is sent: nothing waits for it."""
    killed: list[int] = []

    def kill_first() -> None:
        while not killed:
            for child in active_children():
                if child.pid is not None and not killed:
                    time.sleep(after)
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(child.pid, signal.SIGKILL)
                    killed.append(child.pid)
            time.sleep(0.001)

    hunter = threading.Thread(target=kill_first, daemon=True)
    hunter.start()
    done = list(run_pool(records(PROSE, PROSE), PLAIN, Supervision(workers=1, seconds=20.0)))
    assert killed
    assert [item.outcome for item in done] == [Outcome.OK] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_is_stopped_is_killed_at_the_deadline() -> None:
    """It does not read what it is sent, much as that is, and the parent does not wait for that."""
    texts = [f"{number} {PROSE} " * 4_000 for number in range(40)]
    done: list[Done] = []
    for item in run_pool(records(*texts), PLAIN, Supervision(workers=1, seconds=3.0)):
        if not done:
            for child in active_children():
                if child.pid is not None:
                    os.kill(child.pid, signal.SIGSTOP)
        done.append(item)
    assert [item.id for item in done] == [str(number) for number in range(40)]
    assert {item.outcome for item in done} <= {Outcome.OK, Outcome.LOW_CONFIDENCE, Outcome.TIMEOUT}


class BrokenIdentifier:
    """Cannot be loaded, as where the temporary folder is full."""

    name = "broken"

    def identify(self, text: str) -> tuple[str, float]:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("workers", [0, 1])
def test_what_fails_for_every_document_ends_the_run(workers: int) -> None:
    """No corpus of errors is written because something every page needs is missing."""
    work = Work(Cleaner(identifier=BrokenIdentifier()))
    run = (lambda: list(run_pool(records(PROSE), work, Supervision(workers=workers)))) if workers else work.check
    with pytest.raises(WorkerError, match="No space left"):
        run()


class Unsendable(BrokenIdentifier):
    """Holds what no process can be sent."""

    def __reduce__(self) -> str:
        message = "cannot be sent"
        raise TypeError(message)


def test_work_that_cannot_be_sent_is_an_error_at_once() -> None:
    """Not a worker that is waited for."""
    with pytest.raises(TypeError, match="cannot be sent"):
        list(run_pool(records(PROSE), Work(Cleaner(identifier=Unsendable())), Supervision(workers=1)))
