"""First figures: how well pages and lines are told apart, beside trafilatura in the same run.

    python benchmarks/quality.py [wcxb] [fundus] [lines] [--sample N] [--no-peer]

Reads the annotated pages under CLEANCORPUS_DATA (default ../shared/data) and the scores of ../shared/bench/metrics.py. Prints
Markdown tables. Needs `pip install cleancorpus[bench]`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow.parquet as pq
from shared import DATA, load_beside

import cleancorpus
from cleancorpus.language.fold import fold

Row = dict[str, Any]


metrics = load_beside("metrics")


def rows(name: str, sample: int | None) -> Iterator[Row]:
    """Rows of a dataset; every nth of them so that about ``sample`` are left."""
    table = pq.read_table(DATA / f"{name}.parquet")
    step = max(1, table.num_rows // sample) if sample else 1
    for index in range(0, table.num_rows, step):
        yield {column: table[column][index].as_py() for column in table.column_names}


def peer_text(html: bytes | str, **options: Any) -> str:
    """trafilatura's text, without its cache of repeated text."""
    import trafilatura

    return trafilatura.extract(html, include_comments=False, deduplicate=False, **options) or ""


class Clock:
    """CPU seconds spent in a function."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def run(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        started = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            self.seconds += time.process_time() - started


def table(header: Iterable[str], lines: Iterable[Iterable[Any]]) -> None:
    """Print a Markdown table."""
    header = list(header)
    print("| " + " | ".join(header) + " |\n|" + "---|" * len(header))
    for line in lines:
        print("| " + " | ".join(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in line) + " |")
    print(flush=True)


def score_wcxb(sample: int | None, peer: bool) -> None:
    """Mean word F1 by page type, profile `page`."""
    cleaner, ours, theirs = cleancorpus.Cleaner(profile="page"), Clock(), Clock()
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    worst: list[tuple[float, str, str]] = []
    for row in rows("wcxb_dev", sample):
        document = ours.run(cleaner.clean, row["html"], row["url"], "html")
        f1 = metrics.bag_f1(document.text, row["gold"])[2]
        other = metrics.bag_f1(theirs.run(peer_text, row["html"]), row["gold"])[2] if peer else 0.0
        scores[row["page_type"]].append((f1, other))
        worst.append((f1 - other, row["id"], row["page_type"]))
    everything = [pair for pairs in scores.values() for pair in pairs]
    print(f"### wcxb_dev, {len(everything)} pages: mean word F1, profile `page`\n")
    table(
        ("page type", "pages", "cleancorpus", "trafilatura"),
        [
            (kind, len(pairs), *map(statistics.mean, zip(*pairs, strict=True)))
            for kind, pairs in [("all", everything), *sorted(scores.items())]
        ],
    )
    print(f"CPU ratio cleancorpus / trafilatura without metadata: {ours.seconds / max(theirs.seconds, 1e-9):.2f}\n")
    print("furthest behind:", " ".join(f"{name}({kind})" for _, name, kind in sorted(worst)[:12]), "\n")


GOLD_PARTS = (
    ("title", "title"),
    ("lead", "lead"),
    ("heading", "headings"),
    ("body", "paragraphs"),
    ("caption", "captions"),
    ("byline", "authors"),
)


def gold_roles(row: Row) -> dict[str, str]:
    """Folded text of each typed part of a news page, and its role."""
    known: dict[str, str] = {}
    for role, column in reversed(GOLD_PARTS):
        values = [row[column]] if isinstance(row[column], str) else list(row[column] or ())
        for value in values:
            for part in value.split("\n"):
                if key := fold(part):
                    known[key] = role
    return known


def role_of(text: str, known: dict[str, str], bodies: str) -> str | None:
    """Gold role of a block: exact part, or a long piece of the body; None where the gold says nothing."""
    key = fold(text)
    if key in known:
        return known[key]
    return "body" if len(key) > 60 and key in bodies else None


def score_fundus(sample: int | None, peer: bool) -> None:
    """Article bodies (profile `strict`, 4-word shingles) and roles of typed news pages."""
    strict, ours, theirs = cleancorpus.Cleaner(profile="strict"), Clock(), Clock()
    pages, others, pairs, meta = [], [], [], defaultdict(list)
    for row in rows("fundus_typed", sample):
        if not row["reliable"]:
            continue
        document = ours.run(strict.clean, row["html"], row["url"], "html")
        body = "\n".join(row["paragraphs"])
        text = "\n".join(block.text for block in document.blocks if block.kept and block.role == "body")
        pages.append(metrics.article_page(text, body))
        if peer:
            others.append(metrics.article_page(theirs.run(peer_text, row["html"]), body))
        known, bodies = gold_roles(row), "".join(fold(part) for part in row["paragraphs"])
        pairs += [(gold, str(block.role)) for block in document.blocks if (gold := role_of(block.text, known, bodies))]
        meta["title"].append(metrics.title_same(document.title, row["title"]))
        if row["authors"]:
            meta["authors"].append(metrics.author_set(list(document.authors)) == metrics.author_set(list(row["authors"])))
        meta["date"].append(metrics.day(document.date) == metrics.day(row["date"]))
    print(f"### fundus_typed, {len(pages)} reliable pages: article bodies, profile `strict`\n")
    systems = [("cleancorpus", pages), *([("trafilatura", others)] if peer else [])]
    table(
        ("system", "P", "R", "F1", "exact"),
        [(name, *metrics.article_scores(items).values()) for name, items in systems],
    )
    print_roles("fundus_typed HTML", pairs)
    print(
        "metadata right:",
        ", ".join(f"{name} {statistics.mean(values):.3f} of {len(values)}" for name, values in meta.items()),
        "\n",
    )


def print_roles(name: str, pairs: list[tuple[str, str]]) -> None:
    """Per-role precision, recall and F1."""
    report, macro = metrics.role_report(pairs)
    print(f"### {name}: roles (macro F1 {macro:.3f})\n")
    table(("role", "P", "R", "F1", "n"), [(role, *scores) for role, scores in report.items()])


NEUTRAL = frozenset({"title", "symbol", "unaligned"})


def line_pages(sample: int | None) -> Iterator[list[Row]]:
    """Pages of the line-level set: rows of one page and rendering, in order. About ``sample`` of each set and rendering."""
    columns = [
        "ds",
        "page",
        "rend",
        "text",
        "blank_before",
        "role",
        "content_share",
        "unsure",
        "page_ok",
        "lang",
        "page_type",
    ]
    data = pq.read_table(DATA / "lines.parquet", columns=columns).to_pylist()
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in data:
        groups[row["ds"], row["rend"], row["page"]].append(row)
    kinds: dict[tuple[str, str], list[list[Row]]] = defaultdict(list)
    for (ds, rend, _), group in groups.items():
        kinds[ds, rend].append(group)
    for groups_of_kind in kinds.values():
        step = max(1, len(groups_of_kind) // sample) if sample else 1
        yield from groups_of_kind[::step]


def score_lines(sample: int | None, peer: bool) -> None:
    """Token F1 (mean over pages) and line F1 of kept lines of plain text, by set and rendering; roles on news lines."""
    token: dict[str, list[tuple[float, float]]] = defaultdict(list)
    line_counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    clock, characters, answered = Clock(), 0, 0
    for page in line_pages(sample):
        text, spans = join_lines(page)
        document = clock.run(CLEANERS[page[0]["ds"]].clean, text, None, "text")
        characters += len(text)
        at = {block.span[0]: block for block in document.blocks if block.span}
        name = f"{page[0]['ds']} {page[0]['rend']}"
        judged = []
        for row, start in zip(page, spans, strict=True):
            block = at.get(start)
            if block is None or not row["page_ok"] or row["unsure"]:
                continue
            if page[0]["ds"] == "fundus" and row["role"] not in {"symbol", "unaligned", "content"}:
                pairs[name].append((row["role"], str(block.role)))
            if row["role"] not in NEUTRAL and not 0.2 < row["content_share"] < 0.8:
                judged.append((row["text"], row["content_share"] >= 0.5, block.kept))
        if not judged:
            continue
        token[name].append((metrics.token_prf(judged)[2], metrics.token_prf([(text, gold, True) for text, gold, _ in judged])[2]))
        counts = line_counts[name]
        counts[0] += sum(gold and kept for _, gold, kept in judged)
        counts[1] += sum(kept for _, _, kept in judged)
        counts[2] += sum(gold for _, gold, _ in judged)
        answered += peer and len(token) < 3 and bool(peer_text(text))
    print("### lines: plain text, kept against content lines (article profile on news, page profile elsewhere)\n")
    table(
        ("set", "pages", "token F1", "line F1", "token F1, keep all"),
        [
            (
                name,
                len(values),
                statistics.mean(ours for ours, _ in values),
                metrics.prf(*line_counts[name])[2],
                statistics.mean(keep for _, keep in values),
            )
            for name, values in sorted(token.items())
        ],
    )
    print(f"CPU: {clock.seconds / characters * 1e6:.2f} s per million characters\n")
    for name, items in sorted(pairs.items()):
        print_roles(f"lines {name}", items)


CLEANERS = defaultdict(lambda: cleancorpus.Cleaner(profile="page"), fundus=cleancorpus.Cleaner(profile="article"))


def join_lines(page: list[Row]) -> tuple[str, list[int]]:
    """The text as it stood, and the offset of each line."""
    pieces, starts, length = [], [], 0
    for row in page:
        gap = "" if not pieces else "\n\n" if row["blank_before"] else "\n"
        lead = len(row["text"]) - len(row["text"].lstrip())
        starts.append(length + len(gap) + lead)
        pieces.append(gap + row["text"])
        length += len(pieces[-1])
    return "".join(pieces), starts


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["wcxb", "fundus", "lines"])
    parser.add_argument("--sample", type=int, default=None, help="about so many pages of each set")
    parser.add_argument("--no-peer", action="store_true")
    arguments = parser.parse_args()
    scorers = {"wcxb": score_wcxb, "fundus": score_fundus, "lines": score_lines}
    print(json.dumps({"cleancorpus": cleancorpus.__version__, "sets": arguments.sets, "sample": arguments.sample}), "\n")
    for name in arguments.sets:
        scorers[name](arguments.sample, not arguments.no_peer)


if __name__ == "__main__":
    main()
