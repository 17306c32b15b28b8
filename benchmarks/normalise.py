"""`python benchmarks/normalise.py`: what normalisation changes in clean text, and its speed beside ftfy's."""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow.parquet as pq

from cleancorpus import Cleaner
from cleancorpus.normalise.plan import is_normal, normalise, normalise_prose

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


def read_typed() -> list[str]:
    """Paragraphs, headings, leads and captions of the typed news pages."""
    rows = pq.read_table(DATA / "fundus_typed.parquet", columns=["sections", "lead", "captions"]).to_pylist()
    parts = (part for row in rows for part in json.loads(row["sections"]))
    return [
        text
        for texts in (
            *((*part["headline"], *part["paragraphs"]) for part in parts),
            *((*row["lead"], *row["captions"]) for row in rows),
        )
        for text in texts
        if text.strip()
    ]


def read_vietnamese() -> list[str]:
    """Sentences and captions of the Vietnamese articles."""
    rows = pq.read_table(DATA / "vi_articles.parquet", columns=["sentences", "captions"]).to_pylist()
    return [text for row in rows for text in (*row["sentences"], *row["captions"]) if text.strip()]


def read_lines() -> list[str]:
    """Lines of whole pages as corpus builders get them."""
    return [text for text in pq.read_table(DATA / "lines.parquet", columns=["text"])["text"].to_pylist() if text.strip()]


def read_kept() -> list[str]:
    """What is kept of whole pages as corpus builders get them, block by block, as it stood in the source."""
    pages: dict[tuple[str, str], list[str]] = {}
    rows = pq.read_table(DATA / "lines.parquet", columns=["ds", "page", "rend", "text"]).to_pylist()
    for row in rows:
        if row["rend"] == "a" and row["ds"] in {"fundus", "wcxb-dev"}:
            pages.setdefault((row["ds"], row["page"]), []).append(row["text"])
    sources = ["\n".join(lines) for lines in pages.values()]
    documents = Cleaner().clean_many(sources, kind="text")
    return [
        source[slice(*block.span)]
        for source, document in zip(sources, documents, strict=True)
        for block in document.blocks
        if block.kept and block.span
    ]


def count_edits(texts: Sequence[str]) -> tuple[Counter[str], int, list[tuple[str, str, str]]]:
    """How many texts each repair changes, how many stay, and an example of each repair."""
    edits: Counter[str] = Counter()
    untouched = 0
    shown: dict[str, tuple[str, str, str]] = {}
    for text in texts:
        one = normalise(text)
        other = normalise_prose(one.text)
        names = (*one.edits, *other.edits)
        untouched += not names
        edits.update(names)
        for name in names:
            shown.setdefault(name, (name, text, other.text))
    return edits, untouched, list(shown.values())


def normalise_all(text: str) -> object:
    """All that is done to a paragraph of an article."""
    return normalise_prose(normalise(text).text)


def measure(repair: Callable[[str], object], texts: Sequence[str]) -> float:
    """Millions of characters a second of CPU; the best of three."""
    best = float("inf")
    for _ in range(3):
        at = time.process_time()
        for text in texts:
            repair(text)
        best = min(best, time.process_time() - at)
    return sum(map(len, texts)) / best / 1e6


def main() -> None:
    """Both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", action="store_true", help="show an example of each repair")
    parser.add_argument("--every", type=int, default=20, help="time one line of `lines` in so many (default 20)")
    options = parser.parse_args()
    import ftfy

    sets = {"kept": read_kept(), "fundus_typed": read_typed(), "vi_articles": read_vietnamese(), "lines": read_lines()}
    print("| set | texts | untouched | changed by |\n|---|---|---|---|")
    for name, texts in sets.items():
        edits, untouched, shown = count_edits(texts)
        changes = ", ".join(f"{edit} {count}" for edit, count in edits.most_common())
        print(f"| {name} | {len(texts)} | {untouched / len(texts):.4f} | {changes} |")
        for edit, before, after in shown if options.examples else ():
            print(f"    {edit}: {before[:200]!a} -> {after[:200]!a}")
    print(
        "\n| set | ours, M characters/s | with the step for prose | ftfy's default | ratio | with prose | normal at first sight |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, texts in sets.items():
        timed = texts[:: options.every] if name == "lines" else texts
        ours, whole, theirs = measure(normalise, timed), measure(normalise_all, timed), measure(ftfy.fix_text, timed)
        normal = sum(is_normal(text) for text in timed) / len(timed)
        ratios = f"{ours / theirs:.1f} | {whole / theirs:.1f}"
        print(f"| {name} | {ours:.1f} | {whole:.1f} | {theirs:.2f} | {ratios} | {normal:.3f} |")


if __name__ == "__main__":
    main()
