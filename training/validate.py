"""`python -m training.validate FOLDS`: what the models of the folds make of pages they did not see, by the whole pipeline.

Every page of the annotated sets is cleaned by the model that was trained without its site, and scored as `cleancorpus evaluate`
scores it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cleancorpus.evaluate.gold import find_gold
from cleancorpus.evaluate.page_score import PageScore
from cleancorpus.evaluate.report import render, to_json
from cleancorpus.evaluate.run import score_pages, sum_up
from cleancorpus.pipeline import Cleaner
from training.golds import DATA, SETS

_AT_A_TIME = 256


def score_unseen(folder: Path, names: list[str], sample: int | None, profile: str | None) -> Iterator[PageScore]:
    """Scores of the pages of some sets, each by the model of the fold that did not see it."""
    folds = json.loads((folder / "folds.json").read_text(encoding="utf-8"))
    cleaners = {number: Cleaner(model=folder / str(number)) for number in set(folds.values())}
    for gold in find_gold([str(DATA / f"{name}.parquet") for name in names]).sets:
        pages = (page for page in gold.pages(sample) if f"{page.dataset}/{page.id}" in folds)
        while chunk := list(islice(pages, _AT_A_TIME)):
            scores: dict[tuple[str, str], PageScore] = {}
            for number, cleaner in cleaners.items():
                own = [page for page in chunk if folds[f"{page.dataset}/{page.id}"] == number]
                scores |= {(score.dataset, score.id): score for score in score_pages(own, cleaner, profile)}
            yield from (scores[page.dataset, page.id] for page in chunk)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training.validate", description=__doc__)
    parser.add_argument("folds", type=Path, help="the folder OUT-folds of a training")
    parser.add_argument("--sets", nargs="*", default=list(SETS))
    parser.add_argument("--sample", type=int)
    parser.add_argument("--profile", help="profile to clean with (default: the one that fits each gold)")
    parser.add_argument("--json", type=Path, help="write all figures and the scores of every page here")
    arguments = parser.parse_args()
    datasets = sum_up(score_unseen(arguments.folds, arguments.sets, arguments.sample, arguments.profile))
    sys.stdout.write(render(datasets, 10, []))
    if arguments.json:
        arguments.json.write_text(json.dumps(to_json(datasets, []), indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
