"""`python -m training OUT`: from the annotated pages to a model directory, and with ``--validate`` to the figures of its card."""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path

from training.corpus import build_corpus, fold_of
from training.golds import SETS, read_golds
from training.save import save_model
from training.train import say, train


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the model; models of the folds go into OUT-folds")
    parser.add_argument("--sets", nargs="*", default=list(SETS), help="sets under CLEANCORPUS_DATA (default: all)")
    parser.add_argument("--cache", type=Path, help="keep the segmented pages here, for trying several trainings")
    arguments = parser.parse_args()
    if arguments.cache and arguments.cache.exists():
        pages = pickle.loads(arguments.cache.read_bytes())  # noqa: S301  written by the line below
    else:
        pages = list(read_golds(tuple(arguments.sets)))
        if arguments.cache:
            arguments.cache.write_bytes(pickle.dumps(pages, protocol=5))
    say(f"{len(pages)} pages are read")
    corpus = build_corpus(pages)
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
