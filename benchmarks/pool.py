"""What watched workers cost: CPU of a plain loop and of one worker over the same pages, the clock with one and two, and memory.

    python benchmarks/pool.py [--pages N] [--records N]

CPU seconds of this process and its children, each way in a process of its own, three times in turn; only ratios mean anything.
Then a stream of small records goes through one worker, with the memory of parent and worker on the way.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
from shared import DATA

from cleancorpus.batch.pool import Supervision, run_pool
from cleancorpus.batch.work import Work
from cleancorpus.pipeline import Cleaner
from cleancorpus.record import Record

TEXT = "The ferry left at seven, and by noon the harbour was empty again, as it always was in those winters. " * 5


def read_pages(count: int) -> list[Record]:
    """Pages of wcxb_dev."""
    rows = pq.read_table(DATA / "wcxb_dev.parquet", columns=["id", "html"]).slice(0, count).to_pylist()
    return [Record(row["id"], row["html"]) for row in rows]


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def measure(workers: int, count: int) -> None:
    """One way over the pages: CPU seconds for it, and seconds by the clock, without the start."""
    pages, work = read_pages(count), Work(Cleaner())
    if not workers:
        list(work.run(pages[:2]))
        begun, spent = time.monotonic(), cpu()
        list(work.run(pages))
        print(cpu() - spent, time.monotonic() - begun)
        return
    stream = run_pool(iter([*pages[: 32 * workers], *pages]), work, Supervision(workers=workers))
    for _ in range(32 * workers):
        next(stream)
    begun = time.monotonic()
    list(stream)
    print(cpu(), time.monotonic() - begun)


def memory(pid: int | str) -> int:
    """Resident megabytes of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 // 1_000_000


def watch_memory(count: int) -> None:
    """Memory of parent and worker at every tenth of a stream of small records."""

    def records() -> Iterator[Record]:
        for number in range(count):
            yield Record(str(number), f"{number} {TEXT}")

    for number, _ in enumerate(run_pool(records(), Work(Cleaner()), Supervision(workers=1, recycle=10**9)), 1):
        if number in {1_000, 5_000} or number % max(1, count // 5) == 0:
            children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
            worker = max(map(memory, children))  # another one keeps track of shared resources
            print(f"{number:>9,} records: parent {memory('self')} MB, worker {worker} MB", flush=True)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--way", type=int)
    parser.add_argument("--memory", action="store_true", help="only the memory")
    arguments = parser.parse_args()
    if arguments.way is not None:
        measure(arguments.way, arguments.pages)
        return
    if arguments.memory:
        watch_memory(arguments.records)
        return
    figures: dict[int, list[tuple[float, float]]] = {0: [], 1: [], 2: []}
    for _ in range(3):
        for way, seen in figures.items():
            command = [sys.executable, __file__, "--pages", str(arguments.pages), "--way", str(way)]
            spent, clock = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
            seen.append((float(spent), float(clock)))
    clocks = {way: statistics.median(clock for _, clock in seen) for way, seen in figures.items()}
    print(
        f"{arguments.pages} pages, median of 3: loop {clocks[0]:.1f} s, 1 worker {clocks[1]:.1f} s, 2 workers {clocks[2]:.1f} s"
    )
    print(f"1 worker / loop {clocks[1] / clocks[0]:.3f}; 2 workers are {clocks[1] / clocks[2]:.2f} times as fast as 1")
    watch_memory(arguments.records)


if __name__ == "__main__":
    main()
