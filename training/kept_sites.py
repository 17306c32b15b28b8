"""`python -m training.kept_sites`: what a model makes of texts laid out by sites that no training has seen.

The sites of `compose/kept` were written by two hands that wrote none of `compose/sites` and knew nothing of the features. Unseen
are layouts and the words around the articles; the articles are those of the compositions.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random

from cleancorpus.block import Block
from cleancorpus.evaluate.scores import word_scores
from cleancorpus.pipeline import Cleaner
from training.compose import CONTENT, draw_others
from training.compose.article import read_articles
from training.compose.layout import Line
from training.compose.page import lay_out
from training.compose.site import Site, read_sites

KEPT = Path(__file__).parent / "compose" / "kept"
_EACH, _SHELF = 20, 1600


@dataclass(slots=True)
class Tally:
    """Counts over some texts."""

    texts: int = 0
    tokens: float = 0.0
    """Sum of each text's F1."""
    lines: int = 0
    right: int = 0
    """Lines all of whose blocks have the line's role."""
    losing: int = 0
    """Texts that lose a paragraph of the article."""
    mixed: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Lines by (role, role given)."""

    def add(self, lines: Sequence[Line], blocks: Sequence[Block]) -> None:
        """Count a text."""
        given = [*_given(lines, blocks)]
        self.texts += 1
        wanted = "\n".join(text for text, role in lines if role in CONTENT)
        self.tokens += word_scores("\n".join(block.text for block in blocks if block.kept), wanted)[2]
        self.lines += len(given)
        self.right += sum(role == own for role, own, _ in given)
        self.losing += any(role == "body" and not kept for role, _, kept in given)
        self.mixed.update((role, own) for role, own, _ in given)

    def __str__(self) -> str:
        return (
            f"{self.texts:5} texts, token F1 {self.tokens / self.texts:.3f}, {self.right / self.lines:6.1%} of lines with"
            f" their role, {self.losing / self.texts:6.1%} of texts lose a paragraph"
        )


def _given(lines: Sequence[Line], blocks: Sequence[Block]) -> Iterator[tuple[str, str, bool]]:
    """(role, role given, whether all of it is kept) of each line; of one that was split, a role that is wrong if any is."""
    starts = [*accumulate((len(text) + 1 for text, _ in lines), initial=0)]
    places: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.span is not None:
            places[bisect_right(starts, block.span[0]) - 1].append(block)
    for number, own in places.items():
        role = lines[number][1]
        yield role, next((str(block.role) for block in own if block.role != role), role), all(block.kept for block in own)


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
    for site, tally in sorted(by_site.items(), key=lambda item: item[1].tokens):
        sys.stdout.write(f"{tally}  {site}\n")
    sys.stdout.write(f"{whole}\n")
    wrong = Counter({pair: count for pair, count in whole.mixed.items() if pair[0] != pair[1]})
    totals = Counter({role: sum(n for (own, _), n in whole.mixed.items() if own == role) for role, _ in whole.mixed})
    for (role, own), count in wrong.most_common(25):
        sys.stdout.write(f"{count:6} {role} called {own} ({count / totals[role]:.1%})\n")


if __name__ == "__main__":
    main()
