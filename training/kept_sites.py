"""`python -m training.kept_sites`: what a model makes of texts laid out by sites that no training has seen.

The sites of `compose/kept` were written by two hands that wrote none of `compose/sites` and knew nothing of the features. Unseen
are layouts and the words around the articles; the articles are those of the compositions.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from cleancorpus.pipeline import Cleaner
from training.compose import draw_others
from training.compose.article import read_articles
from training.compose.layout import Line
from training.compose.page import lay_out
from training.compose.site import Site, read_sites
from training.tally import Tally, report

KEPT = Path(__file__).parent / "compose" / "kept"
_EACH, _SHELF = 20, 1600


def compose(sites: Sequence[Site], each: int) -> Iterator[tuple[str, list[Line]]]:
    """(site, lines) of so many texts of each site; the same ones each time."""
    shelf = [article for article in read_articles() if article.language == "vi"][:_SHELF]
    counts = Counter(word for article in shelf for word in article.words)
    for number, site in enumerate(sites):
        for article in shelf[number :: len(sites)][:each]:
            rng = Random(f"{site.name} {article.id}")  # noqa: S311  drawn, not secret
            lines = lay_out(site, article, draw_others(article, shelf, counts, rng), rng)
            yield site.name, [(" ".join(text.split()), role) for text, role in lines]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training.kept_sites", description=__doc__)
    parser.add_argument("--model", type=Path, help="a model folder (default: the package's)")
    parser.add_argument("--sites", type=Path, default=KEPT, help="a folder of site files")
    parser.add_argument("--each", type=int, default=_EACH, help="texts of a site")
    arguments = parser.parse_args()
    cleaner = Cleaner(model=arguments.model) if arguments.model else Cleaner()
    whole, by_site = Tally(), defaultdict[str, Tally](Tally)
    texts = [*compose(read_sites(arguments.sites), arguments.each)]
    documents = cleaner.clean_many(("\n".join(text for text, _ in lines) for _, lines in texts), kind="text")
    for (site, lines), document in zip(texts, documents, strict=True):
        for tally in (whole, by_site[site]):
            tally.add(lines, document.blocks)
    report(whole, by_site)


if __name__ == "__main__":
    main()
