"""`python benchmarks/languages.py`: languages that identifiers give the annotated pages, against those they have."""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from cleancorpus.language.identify import GROUPS, IDENTIFIERS, find_identifier, vote_language

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


def read_pages(every: int) -> Iterator[tuple[str, str, list[str]]]:
    """(set, language, paragraphs) of pages whose language is known."""
    typed = pq.read_table(DATA / "fundus_typed.parquet", columns=["lang", "sections"]).to_pylist()
    for row in typed:
        yield "fundus_typed", row["lang"], [text for part in json.loads(row["sections"]) for text in part["paragraphs"]]
    articles = pq.read_table(DATA / "vi_articles.parquet", columns=["sentences"]).to_pylist()
    for row in articles[::every]:
        yield "vi_articles", "vi", list(row["sentences"])
    pages: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    columns = ["ds", "page", "rend", "lang", "text", "content_share", "page_ok"]
    for row in pq.read_table(DATA / "lines.parquet", columns=columns).to_pylist():
        if row["lang"] and row["page_ok"]:
            name = f"lines {row['ds']} {row['rend']}"
            if row["content_share"] >= _CONTENT:
                pages[name, row["page"], row["lang"]].append(row["text"])
            if row["rend"] == "a":
                pages[f"{name}, with its noise", row["page"], row["lang"]].append(row["text"])
    for (name, _, language), texts in pages.items():
        yield name, language, texts


_CONTENT = 0.5


def main() -> None:
    """Accuracy by set and language, and CPU a document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=8, help="use one Vietnamese article in so many (default 8)")
    pages = list(read_pages(parser.parse_args().every))
    right: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    count: dict[tuple[str, str], int] = defaultdict(int)
    for name, known, _ in pages:
        count[name, known] += 1
    cost = {}
    for identifier_name in IDENTIFIERS:
        identifier = find_identifier(identifier_name)
        identifier.identify("A first question, so that its tables are loaded.")
        at = time.process_time()
        for name, known, texts in pages:
            found = vote_language(texts, identifier).language
            right[name, known][identifier_name] += GROUPS.get(found, found) == GROUPS.get(known, known)
        cost[identifier_name] = 1000 * (time.process_time() - at) / len(pages)
    print("| set | language | pages |", " | ".join(IDENTIFIERS), "|")
    print("|---|---|---|" + "---|" * len(IDENTIFIERS))
    for key in sorted(count, key=lambda item: (item[0], -count[item], item[1])):
        shares = " | ".join(f"{right[key][name] / count[key]:.3f}" for name in IDENTIFIERS)
        print(f"| {key[0]} | {key[1]} | {count[key]} | {shares} |")
    print("| | CPU, ms a document | | " + " | ".join(f"{cost[name]:.1f}" for name in IDENTIFIERS) + " |")


if __name__ == "__main__":
    main()
