"""Titles as pages state them: with the site's name before or behind, set off by a sign."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleancorpus.language.fold import fold

SITE_SEPARATOR = re.compile(r"\s+[|–—\-:»·•/]+\s+|\s+<\s+(?=\D)|\s*[│｜]\s*|(?<=[\u3040-\u9fff」』])_(?=[\u3040-\u9fff])")
"""A bar of full width needs no spaces around it, nor does a line below between Chinese or Japanese words."""
_LONGEST = 1_000  # code points that are read of one: each sign costs their fold
_SHORTEST = 8  # folded code points of a title in Latin letters; of others half


def fold_titles(stated: Iterable[str | None]) -> list[str]:
    """Folds of titles that a page states: each as it is, its longest part, and what stands before each sign. Empty if there are
    none, or only words too short to know a title by."""
    folds: list[str] = []
    for text in stated:
        if value := " ".join((text or "")[:_LONGEST].split()):
            folds += [fold(value), fold(max(SITE_SEPARATOR.split(value), key=len))]
            folds += [fold(value[: match.start()]) for match in SITE_SEPARATOR.finditer(value)]
    return [item for item in dict.fromkeys(folds) if len(item) >= (_SHORTEST if item.isascii() else _SHORTEST // 2)]
