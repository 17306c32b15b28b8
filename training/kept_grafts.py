"""`python -m training.kept_grafts`: what a model makes of pieces that it has not seen among the paragraphs of real pages.

The pieces are those of `compose/kept/guides`, and what the sites of `compose/kept` set around them; the pages those of `graft`.
With the folder OUT-folds of a training each page is labelled by the model that has not seen its site; else the pages are known to
the model and the pieces alone are not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from itertools import chain, islice
from pathlib import Path
from random import Random

from cleancorpus.label.learned import LearnedLabeller
from cleancorpus.role import Role
from training.compose.article import read_articles, take_guides
from training.compose.shelf import read_shelves
from training.compose.site import read_sites
from training.golds import GoldPage, read_with_rows
from training.graft import GRAFTED, Pieces, collect_pieces, graft
from training.kept_guides import KEPT as GUIDES
from training.kept_sites import KEPT as SITES

_KEPT = frozenset({Role.LEAD, Role.HEADING, Role.BODY})
_OWN = frozenset({"heading", "body"})


def read_pieces() -> Pieces:
    """All pieces that nothing is learned from."""
    kept = chain.from_iterable(map(take_guides, read_shelves(GUIDES)))
    teasers = (article for article in read_articles() if article.origin != "guide")
    found = collect_pieces(chain(kept, teasers), read_sites(SITES), unseen=True).values()
    return Pieces([section for pieces in found for section in pieces.own], [run for pieces in found for run in pieces.frame])


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training.kept_grafts", description=__doc__)
    parser.add_argument("folds", type=Path, nargs="?", help="the folder OUT-folds of a training (default: the package's model)")
    parser.add_argument("--one-in", type=int, default=1, help="take one of so many pages")
    arguments = parser.parse_args()
    folds = json.loads((arguments.folds / "folds.json").read_text(encoding="utf-8")) if arguments.folds else {}
    models = {number: LearnedLabeller(arguments.folds / str(number)) for number in sorted(set(folds.values()))} or {
        0: LearnedLabeller()
    }
    pieces = read_pieces()
    right, wrong = Counter[str](), Counter[str]()
    for row, gold in islice(read_with_rows(GRAFTED), 0, None, arguments.one_in):
        rng = Random(f"kept {gold.set} {gold.id}")  # noqa: S311  drawn, not secret
        grafted = graft(row, gold, pieces, rng) if gold.page_type == "article" else None
        if grafted is not None:
            _count(grafted, gold, models[folds.get(f"{gold.set}/{gold.id}", 0)], right, wrong)
    for role in sorted({*right, *wrong}):
        what = "lost" if role in _OWN else "kept"
        sys.stdout.write(f"{wrong[role]:6} of {right[role] + wrong[role]} blocks of {role} are {what}\n")


def _count(page: GoldPage, before: GoldPage, labeller: LearnedLabeller, right: Counter[str], wrong: Counter[str]) -> None:
    """Count the blocks of the pieces, by role."""
    old = Counter(block.text for block in before.page.blocks)
    (labels,) = labeller.label([page.page])
    for block, label, role in zip(page.page.blocks, labels.labels, page.roles, strict=True):
        if old[block.text]:
            old[block.text] -= 1
        elif role:
            (right if (label.role in _KEPT) == (role in _OWN) else wrong)[role] += 1


if __name__ == "__main__":
    main()
