"""What becomes of hostile inputs under watched workers: outcome, seconds, memory of the worker, and whether the article is there.

    python benchmarks/hostile.py [--only PREFIX] [--timeout S] [--memory MB]

Makes the 163 cases of ../shared/bench/hostile.py in a temporary folder, one at a time, and cleans each file as the command does
with one worker. Cases hold, where they hold an article at all, twelve sentences; an outcome without them is a loss that is told,
unless it is OK. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from shared import load_beside

from cleancorpus.batch.pool import Supervision, run_pool
from cleancorpus.batch.work import Work
from cleancorpus.limits import Limits
from cleancorpus.outcome import Outcome
from cleancorpus.pipeline import Cleaner
from cleancorpus.read.files import read_files

SUFFIXES = {"html": ".html", "text": ".txt", "warc": ".warc", "wet": ".wet", "jsonl": ".jsonl", "parquet": ".parquet"}
SENTENCE = re.compile(r"Paragraph (\d+) of the real article")


class Watch(threading.Thread):
    """Peak memory of the children of this process, in megabytes, looked at every 20 ms."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.over = False

    def run(self) -> None:
        """Look until told to stop."""
        while not self.over:
            for child in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
                try:
                    pages = int(Path(f"/proc/{child}/statm").read_text().split()[1])
                except (OSError, IndexError):
                    continue
                self.peak = max(self.peak, pages * 4096 // 1_000_000)
            time.sleep(0.02)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--timeout", type=float, default=30.0)
    parser.add_argument("--memory", type=int, default=1000)
    arguments = parser.parse_args()
    work = Work(Cleaner())
    supervision = Supervision(workers=1, seconds=arguments.timeout, megabytes=arguments.memory)
    totals: Counter[str] = Counter()
    print("| case | kind | records | outcomes | sentences | s | MB |\n|---|---|---|---|---|---|---|")
    for name, kind, maker, _ in load_beside("hostile").CASES:
        if not name.startswith(arguments.only) or kind == "path":
            continue
        with tempfile.TemporaryDirectory() as folder:
            made = maker()
            path = Path(folder) / f"{name}{SUFFIXES.get(kind, '.html')}"
            path.write_bytes(made if isinstance(made, bytes) else str(made).encode())
            held = len(set(SENTENCE.findall(path.read_bytes()[:50_000_000].decode("latin-1"))))
            watch, started = Watch(), time.monotonic()
            watch.start()
            done = list(run_pool(read_files([str(path)], Limits().max_bytes), work, supervision))
            seconds = time.monotonic() - started
            watch.over = True
        outcomes = Counter(str(item.outcome) for item in done)
        found = len({match for item in done for match in SENTENCE.findall(item.payload.decode())})
        silent = held == 12 and found < 12 and set(outcomes) == {str(Outcome.OK)}
        totals.update(outcomes)
        totals["silently lost"] += silent
        totals["slow"] += seconds > arguments.timeout + 5
        said = ", ".join(f"{count} {outcome}" if count > 1 else outcome for outcome, count in outcomes.items())
        cells = (name, kind, len(done), said + " LOST" * silent, f"{found}/{held}", f"{seconds:.1f}", watch.peak)
        print(f"| {' | '.join(map(str, cells))} |", flush=True)
    print(f"\n{dict(totals)}")


if __name__ == "__main__":
    main()
