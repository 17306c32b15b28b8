"""What becomes of hostile inputs under watched workers: outcome, seconds, memory of the worker, and whether the article is there.

    python benchmarks/hostile.py [--only PREFIX] [--timeout S] [--memory MB] [--peers NAME ...]

Makes the 163 cases of ../shared/bench/hostile.py in a temporary folder, one at a time, and cleans each file as the command does
with one worker. Cases hold, where they hold an article at all, twelve sentences; an outcome without them is a loss that is told,
unless it is OK. Prints a Markdown table.

With ``--peers`` the pages of HTML go through other libraries, each page in a process of its own under the same clock and
with four times the memory: trafilatura, resiliparse, readability.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
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
TOLD = 12
"""Sentences of the article."""
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


PEER = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000,) * 2)
page, name = open(sys.argv[1], "rb").read(), sys.argv[2]
if name == "trafilatura":
    import trafilatura
    text = trafilatura.extract(page)
elif name == "resiliparse":
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    text = extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)
else:
    import readability
    text = readability.Document(page).summary()
sys.stdout.buffer.write((text or "").encode("utf-8", "replace"))
"""


def ask_peer(name: str, path: Path, seconds: float) -> tuple[str, int]:
    """How another library ended on a page, and how many sentences of the article it gave."""
    try:
        done = subprocess.run([sys.executable, "-c", PEER, str(path), name], capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return "timeout", 0
    found = len(set(SENTENCE.findall(done.stdout.decode("utf-8", "replace"))))
    return ("ok" if not done.returncode else "exception" if done.returncode == 1 else "died"), found


def compare(names: list[str], only: str, seconds: float) -> None:
    """Print what becomes of the pages in other libraries."""
    totals: dict[str, Counter[str]] = {name: Counter() for name in names}
    print("| case | sentences | " + " | ".join(names) + " |\n" + "|---" * (len(names) + 2) + "|")
    for case, kind, maker, _ in load_beside("hostile").CASES:
        if not case.startswith(only) or kind != "html":
            continue
        with tempfile.TemporaryDirectory() as folder:
            made = maker()
            path = Path(folder) / "page.html"
            path.write_bytes(made if isinstance(made, bytes) else str(made).encode())
            held = len(set(SENTENCE.findall(path.read_bytes()[:50_000_000].decode("latin-1"))))
            answers = [ask_peer(name, path, seconds) for name in names]
        for name, (how, found) in zip(names, answers, strict=True):
            totals[name].update([how, "lost silently"] if how == "ok" and held == TOLD and not found else [how])
        print(f"| {case} | {held} | " + " | ".join(f"{how} {found}" for how, found in answers) + " |", flush=True)
    print(f"\n{ {name: dict(counts) for name, counts in totals.items()} }")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--timeout", type=float, default=30.0)
    parser.add_argument("--memory", type=int, default=850)
    parser.add_argument("--peers", nargs="+", choices=("trafilatura", "resiliparse", "readability"))
    arguments = parser.parse_args()
    if arguments.peers:
        compare(arguments.peers, arguments.only, arguments.timeout)
        return
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
        silent = held == TOLD and found < TOLD and set(outcomes) == {str(Outcome.OK)}
        totals.update(outcomes)
        totals["silently lost"] += silent
        totals["slow"] += seconds > arguments.timeout + 5
        said = ", ".join(f"{count} {outcome}" if count > 1 else outcome for outcome, count in outcomes.items())
        cells = (name, kind, len(done), said + " LOST" * silent, f"{found}/{held}", f"{seconds:.1f}", watch.peak)
        print(f"| {' | '.join(map(str, cells))} |", flush=True)
    print(f"\n{dict(totals)}")


if __name__ == "__main__":
    main()
