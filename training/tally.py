"""Tally: how well the lines of some texts were told, whose authors say what each of them is."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from unicodedata import normalize

from cleancorpus.block import Block
from cleancorpus.evaluate.scores import word_scores
from training.compose import CONTENT
from training.compose.layout import Line

_MOST_SHOWN = 25


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
        wanted = normalize("NFC", "\n".join(text for text, role in lines if role in CONTENT))  # as documents are
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


def report(whole: Tally, groups: Mapping[str, Tally]) -> None:
    """Print the groups, the worst first, all together, and which roles were taken for which."""
    for name, tally in sorted(groups.items(), key=lambda item: item[1].tokens / item[1].texts):
        sys.stdout.write(f"{tally}  {name}\n")
    sys.stdout.write(f"{whole}\n")
    wrong = Counter({pair: count for pair, count in whole.mixed.items() if pair[0] != pair[1]})
    totals = Counter({role: sum(n for (own, _), n in whole.mixed.items() if own == role) for role, _ in whole.mixed})
    for (role, own), count in wrong.most_common(_MOST_SHOWN):
        sys.stdout.write(f"{count:6} {role} called {own} ({count / totals[role]:.1%})\n")
