"""What becomes of every annotated page and text: counts of outcomes by set, and any exception (there should be none).

    python benchmarks/outcomes.py [--step N]

Reads every HTML page and every rendering of lines under CLEANCORPUS_DATA (default ../shared/data). Exits 1 if a page raised
or ended
as an error.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pyarrow.parquet as pq

import cleancorpus

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
HTML_SETS = (
    "wcxb_dev",
    "trafilatura_snippets",
    "fundus_typed",
    "l3s_typed",
    "dragnet",
    "cleaneval_dev",
    "cleanportaleval",
)


def html_pages(name: str, step: int) -> Iterator[tuple[str, bytes | str]]:
    """(id, HTML) of every page of a set."""
    for batch in pq.ParquetFile(DATA / f"{name}.parquet").iter_batches(64, columns=["id", "html"]):
        for row in batch.to_pylist()[::step]:
            yield row["id"], row["html"]


def line_texts(step: int) -> Iterator[tuple[str, str]]:
    """(id, text) of every page of the line-level set in every rendering."""
    columns = ["ds", "page", "rend", "text", "blank_before"]
    rows = pq.read_table(DATA / "lines.parquet", columns=columns).to_pylist()
    pages = groupby(rows, key=lambda row: (row["ds"], row["page"], row["rend"]))
    for number, (key, page) in enumerate(pages):
        if number % step == 0:
            yield "/".join(key), "".join(("\n\n" if row["blank_before"] else "\n") + row["text"] for row in page)


def article_texts(step: int) -> Iterator[tuple[str, str]]:
    """(id, text) of the Vietnamese articles."""
    for row in pq.read_table(DATA / "vi_articles.parquet").to_pylist()[::step]:
        yield row["id"], "\n\n".join([row["title"], row["lead"] or "", *row["sentences"]])


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--step", type=int, default=1, help="every nth page")
    step = parser.parse_args().step
    sets = [(name, html_pages(name, step), "html") for name in HTML_SETS]
    sets += [("lines", line_texts(step), "text"), ("vi_articles", article_texts(step), "text")]
    cleaner, broken = cleancorpus.Cleaner(), 0
    for name, sources, kind in sets:
        counts: Counter[str] = Counter()
        started = time.process_time()
        for page, source in sources:
            try:
                document = cleaner.clean(source, kind=kind)
            except Exception as error:
                counts["EXCEPTION"] += 1
                print(f"  {name} {page}: {error!r}")
                continue
            counts[str(document.outcome)] += 1
            if document.outcome in {cleancorpus.Outcome.ERROR, cleancorpus.Outcome.TIMEOUT}:
                print(f"  {name} {page}: {document.outcome}: {document.message}")
        broken += counts["EXCEPTION"] + counts["error"]
        shown = ", ".join(f"{outcome} {count}" for outcome, count in counts.most_common())
        print(f"{name}: {counts.total()} inputs: {shown} ({time.process_time() - started:.0f} s CPU)", flush=True)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
