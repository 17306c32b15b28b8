"""`python -m training.kept_sites`: what a model makes of texts laid out by sites that no training has seen.

The sites of `compose/kept` were written by eight hands that wrote none of `compose/sites`, by one that wrote Azerbaijani and
Uzbek ones (those in Marathi and Malayalam), and by two more (Kurdish, Maltese, Odia, Zulu; Bashkir, Cebuano, Chichewa,
Gaelic); none knew anything of the features. Unseen are layouts and the words around the articles; the articles are those of
the compositions, but in languages that nothing is learned from, whose articles were written with the sites.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from random import Random

from cleancorpus.pipeline import Cleaner
from training.compose import ARTICLE, draw_others
from training.compose.article import Article, read_articles, take_from
from training.compose.layout import Line
from training.compose.page import lay_out
from training.compose.read import read_pages
from training.compose.shelf import KEPT as UNSEEN
from training.compose.shelf import find_shelf, read_shelves
from training.compose.site import Site, read_sites
from training.cut import draw_cut
from training.kept_guides import KEPT as GUIDES
from training.tally import Tally, report

KEPT = Path(__file__).parent / "compose" / "kept"
_EACH, _SHELF = 20, 1600


def compose(sites: Sequence[Site], each: int, *, guides: bool = False) -> Iterator[tuple[Site, list[Line]]]:
    """(site, lines) of so many texts of each site, or of as many as its language has; the same ones each time. Written articles
    are few: each site has all of its language. With ``guides``, the articles are those of `kept_guides`, which are not all
    prose."""
    shelves: dict[str, list[Article]] = defaultdict(list)
    for article in chain(read_articles(), read_pages(), *map(take_from, read_shelves(UNSEEN))):
        shelves[article.language].append(article)
    for language, own in groupby(sites, key=lambda site: site.language):
        shelf = shelves[language][:_SHELF]
        counts = Counter(word for article in shelf for word in article.words)
        neighbours = [*own]
        whole = [article for article in shelf if article.sections]
        step = 1 if guides or find_shelf(language) else len(neighbours)
        if guides:
            whole = [article for kept in read_shelves(GUIDES) if kept.language == language for article in take_from(kept)]
        for number, site in enumerate(neighbours):
            for article in whole[number % step :: step][:each]:
                rng = Random(f"{site.name} {article.id}")  # noqa: S311  drawn, not secret
                lines = lay_out(site, article, draw_others(article, shelf, counts, rng), rng)
                yield site, [(" ".join(text.split()), role) for text, role in lines]


def cut(site: Site, number: int, lines: list[Line]) -> list[Line]:
    """The text without some of its frame; the same one each time."""
    return lines[draw_cut([role in ARTICLE for _, role in lines], Random(f"cut {site.name} {number}"))]  # noqa: S311  drawn, not secret


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training.kept_sites", description=__doc__)
    parser.add_argument("--model", type=Path, help="a model folder (default: the package's)")
    parser.add_argument("--sites", type=Path, default=KEPT, help="a folder of site files")
    parser.add_argument("--each", type=int, default=_EACH, help="texts of a site")
    parser.add_argument("--guides", action="store_true", help="lay out the articles of compose/kept/guides")
    parser.add_argument("--cut", action="store_true", help="cut some of the frame away from each text")
    arguments = parser.parse_args()
    cleaner = Cleaner(model=arguments.model) if arguments.model else Cleaner()
    whole, by_site = defaultdict[str, Tally](Tally), defaultdict[str, dict[str, Tally]](dict)
    texts = [*compose(read_sites(arguments.sites), arguments.each, guides=arguments.guides)]
    if arguments.cut:
        texts = [(site, cut(site, number, lines)) for number, (site, lines) in enumerate(texts)]
    documents = cleaner.clean_many(("\n".join(text for text, _ in lines) for _, lines in texts), kind="text")
    for (site, lines), document in zip(texts, documents, strict=True):
        for tally in (whole[site.language], by_site[site.language].setdefault(site.name, Tally())):
            tally.add(lines, document.blocks)
    for language, tally in sorted(whole.items()):
        sys.stdout.write(f"{language}\n")
        report(tally, by_site[language])


if __name__ == "__main__":
    main()
