"""Pool: worker processes that are watched. A document that hangs, eats the memory or kills its process costs itself and no other.

Records go out in small batches, for the model labels many pages at once for little more than one. When a batch does not come
back, because its process died or was killed at the deadline, its records go out again one by one, so that the one at fault is
known and the others are cleaned after all. Nothing that a document does can reach the parent, which only holds bytes.
"""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING

from cleancorpus.batch.render import Done
from cleancorpus.batch.work import Work
from cleancorpus.errors import WorkerError
from cleancorpus.outcome import Outcome
from cleancorpus.record import Record

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_AT_ONCE = 16
"""Records in a batch: half of what the pipeline labels at once, so that a batch is back soon."""
_BYTES_AT_ONCE = 4_000_000
_AHEAD = 3
"""Batches for each worker that may be under way or wait for an earlier one: bounds the memory of the parent."""
_STARTS = 3
"""Processes that may die before they are ready until the run is given up."""
_START_SECONDS = 120.0
_PATIENCE = 5.0  # seconds
_MEGABYTE = 1_000_000
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What the libraries that numpy may multiply with read."""


@dataclass(frozen=True, slots=True)
class Supervision:
    """How workers are watched."""

    workers: int = 1
    seconds: float = 30.0
    """For one document, by the clock: then its process is killed and the document ends as TIMEOUT."""
    megabytes: int = 850
    """That a worker may take beyond what it holds when it is ready; what needs more ends as OUT_OF_MEMORY. Not enforced where the
    system cannot bound the address space of a process (``setrlimit``). 0 for no limit."""
    recycle: int = 5_000
    """Documents after which a worker is replaced, in case a library in it leaks."""


def run_pool(records: Iterable[Record], work: Work, supervision: Supervision) -> Iterator[Done]:
    """Each record dealt with, in the order of the records, by worker processes.

    Raises:
        WorkerError: No worker could be started.
    """
    pool = _Pool(work, supervision)
    try:
        yield from pool.run(iter(records))
    finally:
        pool.close()


@dataclass(slots=True)
class _Batch:
    """Some records on their way, and what has become of them."""

    records: list[Record]
    done: list[Done | None]

    @property
    def complete(self) -> bool:
        return all(item is not None for item in self.done)


@dataclass(slots=True)
class _Task:
    """A part of a batch that is sent to a worker: all of it, or one record of one that failed."""

    batch: _Batch
    places: range

    @property
    def records(self) -> list[Record]:
        return [self.batch.records[at] for at in self.places]


@dataclass(slots=True)
class _Worker:
    """A process and the pipe to it."""

    process: BaseProcess
    pipe: Connection
    deadline: float
    task: _Task | None = None
    ready: bool = False
    served: int = 0
    sender: threading.Thread | None = None
    """Writes to the pipe: a process that is stopped does not read, and must not stop the parent with it."""


@dataclass(slots=True)
class _Pool:
    work: Work
    supervision: Supervision
    workers: list[_Worker] = field(default_factory=list)
    again: deque[_Task] = field(default_factory=deque)
    """Single records of batches that failed: before anything new."""
    failed_starts: int = 0

    def run(self, records: Iterator[Record]) -> Iterator[Done]:
        under_way: deque[_Batch] = deque()
        fresh: deque[_Task] = deque()
        exhausted = False
        while True:
            while not exhausted and len(under_way) < _AHEAD * self.supervision.workers:
                batch = _take_batch(records)
                if batch is None:
                    exhausted = True
                else:
                    under_way.append(batch)
                    fresh.append(_Task(batch, range(len(batch.records))))
            while under_way and under_way[0].complete:
                yield from (item for item in under_way.popleft().done if item is not None)
            if exhausted and not under_way:
                return
            if exhausted or len(under_way) >= _AHEAD * self.supervision.workers:
                self._hand_out(fresh)
                self._listen()

    def _hand_out(self, fresh: deque[_Task]) -> None:
        """Give every idle worker something to do; start workers while there is more to do than there are."""
        waiting = len(self.again) + len(fresh)
        idle = sum(worker.task is None for worker in self.workers)
        for _ in range(min(waiting - idle, self.supervision.workers - len(self.workers))):
            self.workers.append(self._start())
        for worker in [worker for worker in self.workers if worker.ready and worker.task is None]:
            queue = self.again or fresh
            if not queue:
                return
            self._send(worker, queue.popleft())

    def _start(self) -> _Worker:
        work = ForkingPickler.dumps(self.work)  # before there is a process: what cannot be sent is an error here and now
        context = mp.get_context("spawn")  # fork would copy locks that other threads hold
        ours, theirs = context.Pipe()
        # What a process is started with goes through a pipe that the parent holds open: were it much, and the process killed
        # before it has read it, the parent would wait for ever. So the work is sent behind.
        process = context.Process(
            target=_serve, args=(theirs, self.supervision.megabytes), name="cleancorpus worker", daemon=True
        )
        with _interrupts_held():
            process.start()
        theirs.close()
        worker = _Worker(process, ours, time.monotonic() + _START_SECONDS)
        _post(worker, work)
        return worker

    def _send(self, worker: _Worker, task: _Task) -> None:
        worker.task = task
        worker.deadline = time.monotonic() + self.supervision.seconds
        _post(worker, ForkingPickler.dumps(task.records))

    def _listen(self) -> None:
        """Wait for the next answer, death or deadline, and act on it."""
        busy = [worker for worker in self.workers if worker.task is not None or not worker.ready]
        now = time.monotonic()
        first = min((worker.deadline for worker in busy), default=now)
        answered = set(wait([worker.pipe for worker in busy], timeout=max(0.0, first - now)))
        for worker in busy:
            if worker.pipe in answered:
                self._receive(worker)
            elif worker.deadline <= time.monotonic():
                self._lose(worker, Outcome.TIMEOUT, f"took longer than {self.supervision.seconds:g} s; its process was stopped")

    def _receive(self, worker: _Worker) -> None:
        try:
            answer: list[Done] | str | None = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            self._lose(worker, Outcome.CRASHED, f"its process died ({_describe_exit(worker.process.exitcode)})")
            return
        if isinstance(answer, str):
            message = f"workers cannot clean anything: {answer}"
            raise WorkerError(message)
        if answer is None:
            worker.ready = True
            self.failed_starts = 0
            return
        task = worker.task
        if task is not None:
            worker.served += len(answer)
            for at, item in zip(task.places, answer, strict=True):
                if item.outcome is Outcome.OUT_OF_MEMORY and len(task.places) > 1:
                    self.again.append(_Task(task.batch, range(at, at + 1)))  # its neighbours may have held the memory
                else:
                    task.batch.done[at] = item
        worker.task = None
        if worker.served >= self.supervision.recycle:
            self._stop(worker)

    def _lose(self, worker: _Worker, outcome: Outcome, message: str) -> None:
        """A worker that is gone or has to go: one record is at fault, of several each is tried again alone."""
        task = worker.task
        seconds = self.supervision.seconds if outcome is Outcome.TIMEOUT else 0.0
        if not worker.ready:
            self.failed_starts += 1
        self._stop(worker, kill=True)
        if task is None:
            if self.failed_starts >= _STARTS:
                message = f"workers die before they are ready ({message}); run with --workers 0 to see the reason"
                raise WorkerError(message)
        elif len(task.places) == 1:
            at = task.places[0]
            task.batch.done[at] = self.work.fail(task.batch.records[at], outcome, message, seconds)
        else:
            self.again.extend(_Task(task.batch, range(at, at + 1)) for at in task.places)

    def _stop(self, worker: _Worker, *, kill: bool = False) -> None:
        self.workers.remove(worker)
        if kill:
            worker.process.kill()
        if worker.sender is not None:
            worker.sender.join(_PATIENCE)  # ends with the process: nothing may write to a pipe that is closed
        worker.pipe.close()  # which ends a worker that waits
        worker.process.join(5)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.process.close()

    def close(self) -> None:
        """End all workers, whatever they do."""
        for worker in [*self.workers]:
            self._stop(worker, kill=True)


def _post(worker: _Worker, written: bytes | memoryview) -> None:
    """Send something pickled to a worker without waiting until it has been read."""

    def send() -> None:
        with contextlib.suppress(OSError):  # it died meanwhile: told by the end of the pipe
            worker.pipe.send_bytes(written)

    if worker.sender is not None:
        worker.sender.join()  # it has answered since, so this has been read
    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    worker.sender = sender  # behind the start: Ctrl-C may come between, and only what runs can be waited for


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits while a process is started, which inherits that it is held: it is the parent's to answer."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _take_batch(records: Iterator[Record]) -> _Batch | None:
    """The next few records, fewer where they are large; None at the end."""
    taken: list[Record] = []
    size = 0
    for record in islice(records, _AT_ONCE):
        taken.append(record)
        size += len(record.source)
        if size >= _BYTES_AT_ONCE:
            break
    return _Batch(taken, [None] * len(taken)) if taken else None


def _describe_exit(code: int | None) -> str:
    if code is None:
        return "no exit code"
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _keep_to_one_thread() -> None:
    """Workers share the cores already: products of matrices in each of them on all cores would only wait for each other. To be
    said before numpy is imported; what the caller set holds."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")


def _serve(pipe: Connection, megabytes: int) -> None:
    """What a worker does until the pipe is closed."""
    _keep_to_one_thread()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(EOFError, OSError):
        work: Work = pipe.recv()
        problem = work.warm()  # models and tables are read before the memory is bounded
        if megabytes:
            _limit_memory(megabytes)
        pipe.send(problem or None)
        while True:
            records: list[Record] = pipe.recv()
            pipe.send(_run(work, records))


def _run(work: Work, records: list[Record]) -> list[Done]:
    try:
        return list(work.run(records))
    except MemoryError:
        return [work.fail(record, Outcome.OUT_OF_MEMORY, "needs more memory than a worker may take") for record in records]


def _limit_memory(megabytes: int) -> None:
    """Bound the address space to what is used now and so much more, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  POSIX alone

    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  no path of anybody's
            used = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return  # without /proc nobody knows what is used now
    most = used + megabytes * _MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
