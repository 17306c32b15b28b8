"""`python -m training KIND OUT`: from the annotated pages to a model directory and the models of its folds."""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path

from cleancorpus.page import InputKind
from training.corpus import build_corpus
from training.folds import fold_of
from training.plan import PLANS
from training.save import save_model
from training.train import say, train


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("kind", choices=[str(kind) for kind in InputKind], help="what the model labels")
    parser.add_argument("out", type=Path, help="folder for the model; models of the folds go into OUT-folds")
    parser.add_argument("--sets", nargs="*", help="names of sets of the plan (default: all)")
    parser.add_argument("--cache", type=Path, help="keep the segmented pages here, for trying several trainings")
    arguments = parser.parse_args()
    plan = PLANS[InputKind(arguments.kind)]
    if arguments.cache and arguments.cache.exists():
        pages = pickle.loads(arguments.cache.read_bytes())  # noqa: S301  written by the line below
    else:
        pages = [page for page in plan.read() if not arguments.sets or page.set in arguments.sets]
        if arguments.cache:
            arguments.cache.write_bytes(pickle.dumps(pages, protocol=5))
    say(f"{len(pages)} pages are read")
    corpus = build_corpus(plan, pages)
    say(f"{len(corpus.page)} blocks are measured")
    trained = train(corpus)
    save_model(trained.model, arguments.out, corpus)
    for number, model in enumerate(trained.folds):
        save_model(model, Path(f"{arguments.out}-folds") / str(number), corpus)
    folds = {f"{page.set}/{page.id}": fold_of(page.domain) for page in pages}
    Path(f"{arguments.out}-folds/folds.json").write_text(json.dumps(folds, indent=0), encoding="utf-8")
    say(f"{arguments.out} is written; its figures: python -m training.validate {arguments.out}-folds")


if __name__ == "__main__":
    main()
