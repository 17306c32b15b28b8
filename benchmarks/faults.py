"""One document of three hundred kills, hangs or bloats its process: what pools give back, and in what time.

    pip install pebble; python benchmarks/faults.py [--records N]

Each pool has two spawned workers, batches of sixteen, five seconds for a document and 850 MB above its start, and runs in a
process of its own that is cut off after a minute. pebble bounds a batch and tells no document at fault: a batch that fails is
sent again one record at a time, which is what a caller has to write. Prints the documents that came back as cleaned and the
seconds it took; seconds mean little, documents all.
"""

from __future__ import annotations

import argparse
import concurrent.futures as cf
import multiprocessing as mp
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from cleancorpus.batch import pool as own_pool
from cleancorpus.batch.pool import Supervision, run_pool
from cleancorpus.batch.work import Work
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.record import Record

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.batch.faults import FaultyLabeller

FAULTS = ("none", "EXIT", "SEGV", "HANG", "EAT")
AT_ONCE, SECONDS, MEGABYTES, CUT = 16, 5.0, 850, 60.0
PROSE = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters."
WORK = Work(Cleaner(labeller=FaultyLabeller(), identifier="langdetect"))


def records(count: int, fault: str) -> list[Record]:
    """Texts, the one in the middle with a fault."""
    texts = [f"{number} {PROSE}" for number in range(count)]
    if fault != "none":
        texts[count // 2] = f"{fault} {PROSE}"
    return [Record(str(number), text) for number, text in enumerate(texts)]


def batches(given: list[Record]) -> list[tuple[Record, ...]]:
    """The records, some at once."""
    return [tuple(given[at : at + AT_ONCE]) for at in range(0, len(given), AT_ONCE)]


def prepare() -> None:
    """What our workers do at their start."""
    WORK.warm()
    own_pool._limit_memory(MEGABYTES)


def clean(batch: tuple[Record, ...]) -> int:
    """How many of a batch are cleaned."""
    return sum(done.outcome is Outcome.OK for done in WORK.run(batch))


def with_own(given: list[Record]) -> Iterator[int]:
    """Ours."""
    for done in run_pool(given, WORK, Supervision(workers=2, seconds=SECONDS, megabytes=MEGABYTES)):
        yield done.outcome is Outcome.OK


def with_pebble(given: list[Record]) -> Iterator[int]:
    """pebble, and what a caller has to add."""
    from pebble import ProcessPool

    again: list[tuple[Record, ...]] = []
    with ProcessPool(max_workers=2, context=mp.get_context("spawn"), initializer=prepare) as pool:
        for one_by_one in (False, True):
            sent = again if one_by_one else batches(given)
            tasks = [pool.schedule(clean, args=[batch], timeout=SECONDS) for batch in sent]
            for batch, task in zip(sent, tasks, strict=True):
                try:
                    yield task.result()
                except Exception:
                    if not one_by_one:
                        again += [(record,) for record in batch]


def with_executor(given: list[Record]) -> Iterator[int]:
    """concurrent.futures, as its manual shows it."""
    with cf.ProcessPoolExecutor(2, mp_context=mp.get_context("spawn"), initializer=prepare) as pool:
        yield from pool.map(clean, batches(given))


def with_multiprocessing(given: list[Record]) -> Iterator[int]:
    """multiprocessing.Pool, as its manual shows it."""
    with mp.get_context("spawn").Pool(2, initializer=prepare) as pool:
        yield from pool.imap(clean, batches(given))


POOLS: dict[str, Callable[[list[Record]], Iterator[int]]] = {
    "ours": with_own,
    "pebble and a second try": with_pebble,
    "concurrent.futures": with_executor,
    "multiprocessing.Pool": with_multiprocessing,
}


def run_apart(pool: str, fault: str, count: int) -> str:
    """One pool and fault in a process group of its own, which ends with it."""
    command = [sys.executable, __file__, "--records", str(count), "--run", pool, fault]
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        out, _ = process.communicate(timeout=CUT)
        end = "" if process.returncode == 0 else ", job lost"
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, _ = process.communicate()
        end = ", cut off"
    back = sum(map(int, out.split()))
    return f"{back} ({time.monotonic() - begun:.0f} s{end})"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=300)
    parser.add_argument("--run", nargs=2, metavar=("POOL", "FAULT"), help="one of them, in this process")
    arguments = parser.parse_args()
    if arguments.run:
        pool, fault = arguments.run
        for cleaned in POOLS[pool](records(arguments.records, fault)):
            print(int(cleaned), flush=True)
        return
    print(f"| pool | {' | '.join(FAULTS)} |\n|---|{'---|' * len(FAULTS)}", flush=True)
    for pool in POOLS:
        print(f"| {pool} | {' | '.join(run_apart(pool, fault, arguments.records) for fault in FAULTS)} |", flush=True)


if __name__ == "__main__":
    main()
