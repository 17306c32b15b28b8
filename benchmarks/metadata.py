"""Title, authors and date of annotated pages beside trafilatura and newspaper4k, and what they cost, in the same run.

    python benchmarks/metadata.py [--folds FOLDS] [--sample N] [--no-peers] [SET ...]

Scores are those of ../shared/bench/metrics.py: titles equal but for case and punctuation, sets of authors equal, days equal; then
the share of pages that are given another value than the gold's, and of pages without a gold value that are given one. In a second
row of ours persons and organisations are authors together, as golds have them. With the folder OUT-folds of a training each page
is labelled by a model that did not see its site. The set `lines` is plain text: the pages of fundus as WET-like lines, scored
where a line of the text holds the value. Needs `pip install cleancorpus[bench]` and newspaper4k.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from shared import DATA, load_beside

import cleancorpus
from cleancorpus.language.fold import fold
from cleancorpus.metadata.extract import extract_metadata

SETS = ("wcxb_dev", "trafilatura_snippets", "fundus_typed", "lines")
Answer = tuple[str | None, list[str] | str | None, str | None]
TOGETHER = "with organisations"
Page = dict[str, Any]


metrics = load_beside("metrics")


def read_pages(name: str, sample: int | None) -> Iterator[Page]:
    """Pages with ``source``, ``url``, ``kind`` and gold ``title``, ``authors``, ``date``."""
    rows = pq.read_table(DATA / f"{'fundus_typed' if name == 'lines' else name}.parquet").to_pylist()
    rows = [row for row in rows if row.get("reliable", True)]
    texts = read_texts() if name == "lines" else {}
    step = max(1, len(rows) // sample) if sample else 1
    for row in rows[::step]:
        authors = row["authors"] if "authors" in row else row["author"]
        if isinstance(authors, str) and authors.startswith("["):
            authors = json.loads(authors)
        page = {
            "id": row["id"],
            "url": row["url"],
            "kind": "html",
            "source": row["html"],
            "title": row["title"],
            "date": row["date"],
        }
        if name != "lines":
            yield page | {"authors": authors}
        elif row["id"] in texts:
            yield shown_in(page | {"authors": authors, "kind": "text", "source": texts[row["id"]]})


def read_texts() -> dict[str, str]:
    """WET-like text of the pages of fundus."""
    table = pq.read_table(DATA / "lines.parquet", filters=[("ds", "==", "fundus"), ("rend", "==", "a")]).to_pylist()
    texts: dict[str, list[str]] = {}
    for row in sorted(table, key=lambda row: (row["page"], row["i"])):
        texts.setdefault(row["page"], []).append(("\n" if row["blank_before"] else "") + row["text"])
    return {page: "\n".join(lines) for page, lines in texts.items()}


def shown_in(page: Page) -> Page:
    """A page with the gold values that stand in its text alone; others are unknown, not absent."""
    text, lines = fold(page["source"]), [fold(line) for line in page["source"].split("\n")]
    authors = [name for name in page["authors"] or [] if fold(name)]
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)", str(page["date"] or ""))
    dated = day is not None and any(
        day[1] in line and (day[3] in line or str(int(day[3])) in line) for line in lines if len(line) < 80
    )
    return page | {
        "title": page["title"] if fold(page["title"]) in lines else None,
        "authors": authors if authors and all(fold(name) in text for name in authors) else None,
        "date": page["date"] if dated else None,
        "partly": True,
    }


@dataclass
class Tally:
    """Counts over pages, and CPU seconds."""

    counts: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def add(self, name: str, wanted: Any, given: Any, right: bool, partly: bool) -> None:
        """Count one field of one page; what only a part of the page was searched for may be there without being known."""
        if wanted:
            keys = [f"{name}", *([f"{name} right"] if right else [f"{name} wrong"] if given else [])]
        else:
            keys = [] if partly else [f"{name} none", *([f"{name} false"] if given else [])]
        for key in keys:
            self.counts[key] = self.counts.get(key, 0) + 1

    def share(self, part: str, whole: str) -> str:
        """A share as it is printed."""
        return f"{self.counts.get(part, 0) / self.counts[whole]:.3f}" if self.counts.get(whole) else "-"


class NoLanguage:
    """An identifier that costs nothing: the language is no part of what peers are asked for."""

    name = "none"

    def identify(self, text: str) -> tuple[str, float]:
        """Always undetermined."""
        return "und", 0.0


def ask_cleancorpus(folds: Path | None) -> tuple[Callable[[Page, Tally], Answer], Tally]:
    """Our answer, and a tally whose seconds are those of the extraction of metadata alone."""
    from cleancorpus import pipeline

    inner = Tally()

    def timed(*arguments: Any) -> Any:
        started = time.process_time()
        try:
            return extract_metadata(*arguments)
        finally:
            inner.seconds += time.process_time() - started

    pipeline.extract_metadata = timed
    numbers = json.loads((folds / "folds.json").read_text()) if folds else {}
    cleaners = (
        {number: cleancorpus.Cleaner(model=folds / str(number), identifier=NoLanguage()) for number in set(numbers.values())}
        if folds
        else {}
    )
    whole = cleancorpus.Cleaner(identifier=NoLanguage())

    def ask(page: Page, _tally: Tally) -> Answer:
        number = next(
            (numbers[key] for key in (f"{page['set']}/{page['id']}", f"lines fundus a/{page['id']}") if key in numbers), None
        )
        document = cleaners.get(number, whole).clean(page["source"], page["url"], page["kind"])
        page["ours"] = document
        return document.title, list(document.authors), document.date

    return ask, inner


def ask_together(page: Page, _tally: Tally) -> Answer:
    """Our answer before, with all who signed as authors."""
    document = page["ours"]
    return document.title, [*document.authors, *document.metadata.organisations], document.date


def ask_trafilatura(page: Page, tally: Tally) -> Answer:
    """trafilatura.metadata.extract_metadata, parsing left out of the time."""
    from trafilatura import load_html
    from trafilatura.metadata import extract_metadata as extract

    tree = load_html(page["source"])
    started = time.process_time()
    found = extract(tree, default_url=page["url"]) if tree is not None else None
    tally.seconds += time.process_time() - started
    return (found.title, found.author, found.date) if found else (None, None, None)


def ask_newspaper(page: Page, tally: Tally) -> Answer:
    """newspaper4k, its whole parse in the time: it has no part for metadata alone."""
    import newspaper

    article = newspaper.Article(page["url"] or "https://example.org/", fetch_images=False)
    started = time.process_time()
    article.download(input_html=page["source"].decode("utf-8", "replace"))
    article.parse()
    tally.seconds += time.process_time() - started
    return article.title, article.authors, str(article.publish_date) if article.publish_date else None


def score(pages: list[Page], ask: Callable[[Page, Tally], Answer]) -> Tally:
    """All fields of all pages; an exception is an empty answer."""
    tally = Tally()
    for page in pages:
        try:
            title, authors, date = ask(page, tally)
        except Exception as error:
            print(f"{page['id']}: {type(error).__name__}", file=sys.stderr)
            title, authors, date = None, None, None
        partly = page.get("partly", False)
        tally.add("title", page["title"], title, metrics.title_same(title, page["title"]), partly)
        wanted, given = metrics.author_set(page["authors"]), metrics.author_set(authors)
        tally.add("author", wanted, given, wanted == given, partly)
        tally.add("date", metrics.day(page["date"]), metrics.day(date), metrics.day(date) == metrics.day(page["date"]), partly)
    return tally


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--no-peers", action="store_true")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    print("| set | who | pages | title | author | wrong | false | date | wrong | false | CPU ms |\n|" + "---|" * 11)
    for name in arguments.sets:
        pages = [page | {"set": name} for page in read_pages(name, arguments.sample)]
        ours, inner = ask_cleancorpus(arguments.folds)
        peers = {} if arguments.no_peers or name == "lines" else {"trafilatura": ask_trafilatura, "newspaper4k": ask_newspaper}
        for who, ask in {"cleancorpus": ours, TOGETHER: ask_together, **peers}.items():
            tally = score(pages, ask)
            seconds = inner.seconds if who == "cleancorpus" else tally.seconds
            cells = [tally.share("title right", "title")]
            for item in ("author", "date"):
                cells += [
                    tally.share(f"{item} right", item),
                    tally.share(f"{item} wrong", item),
                    tally.share(f"{item} false", f"{item} none"),
                ]
            print(
                f"| {name} | {who} | {len(pages)} | {' | '.join(cells)} | {1000 * seconds / max(len(pages), 1):.1f} |", flush=True
            )


if __name__ == "__main__":
    main()
