"""What a page costs, by stage, beside trafilatura with metadata in the same run.

    python benchmarks/cost.py [--pages N] [--set NAME]

CPU seconds of this process; only the ratios mean anything. Every stage is run as the pipeline runs it, features and model over
batches of 32 pages, and Python's collection of garbage, which the pipeline puts off, is counted where it falls due. Needs
`pip install cleancorpus[bench]`; rs-trafilatura is timed where it is installed (its wheel fits CPython 3.12 alone).
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from selectolax.lexbor import LexborHTMLParser

import cleancorpus
from cleancorpus.garbage import collected_later
from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.table import compute_columns
from cleancorpus.label.learned import LearnedLabeller, label_pages
from cleancorpus.limits import Limits
from cleancorpus.page import InputKind, Page
from cleancorpus.profile import find_profile
from cleancorpus.segment.decode import decode
from cleancorpus.segment.guard import guard_html
from cleancorpus.segment.html import segment_html
from cleancorpus.selection.join import join_kept
from cleancorpus.selection.select import apply_labels

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
_BATCH = 32
_REMEMBERED = 64  # entries: smaller tables hold lexicons and patterns, not what was read of pages


class Clock:
    """CPU seconds by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def time(self, name: str) -> Iterator[None]:
        """Count what is done inside under a name."""
        started = time.process_time()
        yield
        self.add(name, time.process_time() - started)

    def add(self, name: str, seconds: float) -> None:
        """Count some seconds under a name."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    @contextmanager
    def time_garbage(self) -> Iterator[None]:
        """Count collections of garbage inside under a name of their own."""
        started = 0.0

        def note(phase: str, _: Mapping[str, int]) -> None:
            nonlocal started
            if phase == "start":
                started = time.process_time()
            else:
                self.add(_GARBAGE, time.process_time() - started)

        gc.callbacks.append(note)
        try:
            yield
        finally:
            gc.callbacks.remove(note)


def run_stages(sources: Sequence[bytes], clock: Clock) -> None:
    """Parse, walk, features, model and text of some pages, a batch at a time."""
    model, profile = LearnedLabeller().model(InputKind.HTML), find_profile("page")
    columns = model.ensemble.columns
    for at in range(0, len(sources), _BATCH):
        with clock.time_garbage():
            with collected_later():
                pages = [segment(source, clock) for source in sources[at : at + _BATCH]]
                with clock.time("features, model, decision"):  # first: cues and hints of these pages are remembered afterwards
                    labels = label_pages(pages, model)
            for page, item in zip(pages, labels, strict=True):
                with collected_later(), clock.time("select and join"):
                    join_kept(apply_labels(page.blocks, item, profile))
        with clock.time("features alone, cues remembered"):
            compute_columns(Batch(pages), columns)


def segment(source: bytes, clock: Clock) -> Page:
    """One page's blocks."""
    with clock.time("decode and guard"):
        text = decode(source).text
        html = guard_html(text, Limits()).html
    with clock.time("parse alone (in the next)"):
        LexborHTMLParser(html)
    with clock.time("parse and walk"):
        return segment_html(html, text)


_GARBAGE = "collection of garbage"
STAGES = ("decode and guard", "parse and walk", "features, model, decision", "select and join", _GARBAGE)


def run_whole(sources: Sequence[bytes], clock: Clock) -> None:
    """The whole cleaner, normalisation, metadata and language included, as if it had not seen the pages."""
    _forget()
    with clock.time("Cleaner.clean_many, everything"):
        for _ in cleancorpus.Cleaner(profile="page").clean_many(sources, "html"):
            pass


def _forget() -> None:
    """Clear all that the package remembers of pages; what it reads once, as lexicons, stays."""
    modules = [module for name, module in sys.modules.items() if name.startswith("cleancorpus.")]
    for function in {value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")}:
        most = function.cache_parameters()["maxsize"]
        if most is not None and most >= _REMEMBERED:
            function.cache_clear()


def run_peer(name: str, extract: Callable[[bytes], Any], sources: Sequence[bytes], clock: Clock) -> None:
    """A peer on the same pages."""
    extract(sources[0])
    with clock.time(name):
        for source in sources:
            extract(source)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=160)
    parser.add_argument("--set", default="wcxb_dev")
    arguments = parser.parse_args()
    table = pq.read_table(DATA / f"{arguments.set}.parquet", columns=["html"])
    step = max(1, table.num_rows // arguments.pages)
    sources = [table["html"][at].as_py() for at in range(0, table.num_rows, step)][: arguments.pages]
    list(cleancorpus.Cleaner().clean_many(sources[:4], "html"))
    clock = Clock()
    import trafilatura

    def extract(source: bytes) -> Any:
        return trafilatura.extract(source, with_metadata=True)

    for part in range(4):  # in turns, so that a busy moment falls on all of them
        own = sources[part::4]
        run_stages(own, clock)
        run_whole(own, clock)
        run_peer("trafilatura with metadata", extract, own, clock)
        if importlib.util.find_spec("rs_trafilatura"):
            import rs_trafilatura

            run_peer("rs-trafilatura", rs_trafilatura.extract, own, clock)
    peer = clock.seconds["trafilatura with metadata"]
    print(f"{len(sources)} pages of {arguments.set}\n")
    print("| stage | CPU ms a page | share of trafilatura's |\n|---|---|---|")
    total = sum(clock.seconds[name] for name in STAGES)
    for name, seconds in [*clock.seconds.items(), ("parse, walk, features, model, text", total)]:
        print(f"| {name} | {seconds / len(sources) * 1000:.2f} | {seconds / peer:.3f} |")


if __name__ == "__main__":
    main()
