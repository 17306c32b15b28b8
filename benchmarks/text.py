"""What plain text costs: WET-like text of pages, beside what trafilatura takes for the HTML of the same pages.

    python benchmarks/text.py [--pages N]

CPU seconds of this process, everything in the same run; only the ratios mean anything. Texts are the renderings ``a`` of `lines`
(all lines of the page), cleaned in batches as the command does and one by one as a caller may. Needs
`pip install cleancorpus[bench]`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice

import pyarrow.parquet as pq
import trafilatura
from shared import DATA

from cleancorpus.pipeline import Cleaner

_WARM = 8  # texts that are cleaned before anything is timed: models and lexicons are read with the first


def read_pairs(most: int) -> Iterator[tuple[bytes, str]]:
    """HTML of a page, and all its lines as text."""
    table = pq.read_table(
        DATA / "lines.parquet",
        columns=["page", "text", "blank_before"],
        filters=[("ds", "=", "wcxb-dev"), ("rend", "=", "a")],
    )
    texts = {
        page: "\n".join(("\n" if row["blank_before"] else "") + row["text"] for row in rows)
        for page, rows in groupby(table.to_pylist(), key=lambda row: str(row["page"]))
    }
    rows = pq.read_table(DATA / "wcxb_dev.parquet", columns=["id", "html"]).to_pylist()
    pairs = ((row["html"], texts[str(row["id"])]) for row in rows if str(row["id"]) in texts)
    return islice(pairs, most)


def time_cpu(work: Callable[[], Iterable[object]]) -> float:
    """CPU seconds until all is done."""
    started = time.process_time()
    for _ in work():
        pass
    return time.process_time() - started


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=160)
    pairs = [*read_pairs(parser.parse_args().pages)]
    texts = [text for _, text in pairs]
    cleaner = Cleaner()
    for _ in cleaner.clean_many(texts[:_WARM], kind="text"):
        pass
    trafilatura.extract(pairs[0][0])
    size = sum(map(len, texts)) / 1e6
    peer = time_cpu(lambda: (trafilatura.extract(html, with_metadata=True) for html, _ in pairs))
    sys.stdout.write(f"{len(pairs)} pages, {size:.2f} million characters of text; trafilatura on their HTML {peer:.2f} s\n")
    ways = {
        "in batches": lambda: cleaner.clean_many(texts, kind="text"),
        "one by one": lambda: (cleaner.clean(text, kind="text") for text in texts),
    }
    for name, work in ways.items():
        seconds = time_cpu(work)
        each, share = seconds / size, seconds / peer
        sys.stdout.write(f"{name}: {seconds:.2f} s, {each:.2f} s per million characters, {share:.3f} of trafilatura\n")


if __name__ == "__main__":
    main()
