"""Kill a run at random moments, let it go on, and compare every byte with an undisturbed run.

    python benchmarks/resume.py [--kills 25] [--records N] [--workers N] [--seed N]

Cleans pages of wcxb_dev from JSON lines into a folder of parts; SIGKILL hits the parent at a moment drawn from a seeded generator
until it has been killed as often as asked, then the run is left to end. Prints what it saw; exits with 1 where a byte differs.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq
from shared import DATA


def start(source: Path, folder: Path, workers: int) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    options = ["-q", "-o", f"{folder}/", "--part-size", "20", "-w", str(workers)]
    command = [sys.executable, "-m", "cleancorpus", "clean", str(source), *options]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file and what is in it."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--records", type=int, default=400)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    moments = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "pages.jsonl"
        rows = pq.read_table(DATA / "wcxb_dev.parquet", columns=["id", "html"]).slice(0, arguments.records).to_pylist()
        source.write_text(
            "".join(json.dumps({"id": row["id"], "html": row["html"].decode("utf-8", "replace")}) + "\n" for row in rows)
        )
        begun = time.monotonic()
        start(source, folder / "whole", arguments.workers).wait()
        whole = time.monotonic() - begun
        kills = starts = 0
        while True:
            process = start(source, folder / "out", arguments.workers)
            starts += 1
            if kills < arguments.kills:
                time.sleep(0.3 + moments.random() * max(0.5, whole / arguments.kills * 2))
                if process.poll() is None:
                    process.send_signal(signal.SIGKILL)
                    kills += 1
                process.wait()
            else:
                process.wait()
                break
        same = contents(folder / "out") == contents(folder / "whole")
        parts = len(list((folder / "whole").glob("part-*")))
        print(f"{arguments.records} pages, {parts} parts, {kills} kills, {starts} starts: {'identical' if same else 'DIFFERENT'}")
        sys.exit(not same)


if __name__ == "__main__":
    main()
