"""Cut: texts without some of the frame of their page, as they are when somebody took a part of it, or its beginning only.

Whole pages teach that an article stands between a menu and a footer. Of texts that begin at the headline, and end with three
teasers, that is no help: there is less residue than article, and nothing in front of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_MOST_ABOVE, _MOST_BELOW, _FEWEST = 12, 10, 4  # lines


def draw_cut(article: Sequence[bool], rng: Random) -> slice:
    """What is left of the lines of a text.

    The beginning is mostly the article's first line or one not far above it, the end mostly not far below its last; one text
    in ten ends amid the article. Where no line is of the article, all of them.

    Args:
        article: For each line whether it is of the article: title, lead, heading or body.
        rng: Draws.
    """
    own = [at for at, is_own in enumerate(article) if is_own]
    if not own:
        return slice(0, len(article))
    first, last = own[0], own[-1]
    start = rng.choice((0, first, first, own[min(1, len(own) - 1)], rng.randint(max(0, first - _MOST_ABOVE), first)))
    near = rng.randint(last, min(len(article) - 1, last + _MOST_BELOW)) + 1
    end = rng.choice((len(article), last + 1, near, near))
    if len(own) > _FEWEST and rng.random() < _AMID_SHARE:
        end = rng.choice(own[_FEWEST:]) + 1
    return slice(start, end)


_AMID_SHARE = 0.1
