"""The ensemble: two forests and a net, whose margins are drawn together.

They err differently, forests over the features of one block and a net over those of all blocks around: the mean of what they say
is right more often than either (CARD.md of each model has the figures).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cleancorpus.label.net import Net
    from cleancorpus.label.trees import Forest

    Ints = NDArray[np.int64]

POLICY = "policy"
"""The column that no block has: which gold the content is to agree with, see `PAGE` and `ARTICLE`."""
PAGE, ARTICLE = 0, 1
_CONTENT_OUTPUTS = ("page", "article")


def name_outputs(roles: Sequence[str]) -> tuple[str, ...]:
    """Names of a net's outputs: content under either policy, and the roles."""
    return (*_CONTENT_OUTPUTS, *roles)


@dataclass(frozen=True, slots=True)
class Margins:
    """What is said of each block, in log odds of which 4,096 are a nat."""

    page: Ints
    """To be what a reader came for."""
    article: Ints
    """To be part of an article's body."""
    roles: Ints
    """One column a role."""


@dataclass(frozen=True)
class Ensemble:
    """What scores blocks."""

    content: Forest
    """One output: how likely a block is content, under the policy given."""
    roles: Forest
    """One output a role."""
    net: Net | None = None
    """The same of both, `name_outputs` names them; None for forests alone."""

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the features that are needed."""
        names = (*self.content.columns, *self.roles.columns, *(self.net.columns if self.net else ()))
        return tuple(dict.fromkeys(name for name in names if name != POLICY))

    def score(self, table: NDArray[np.float32], starts: NDArray[np.intp]) -> Margins:
        """Margins of some blocks.

        Args:
            table: One row a block, one column for each of `columns`, pages after each other.
            starts: Where each page begins; every page has a row.
        """
        at = {name: number for number, name in enumerate(self.columns)}
        content = np.full((len(table), len(self.content.columns)), PAGE, dtype=np.float32, order="F")
        for number, name in enumerate(self.content.columns):
            if name != POLICY:
                content[:, number] = table[:, at[name]]
        page, article = self.content.score_under(content, POLICY, (PAGE, ARTICLE))
        roles = self.roles.score(table[:, [at[name] for name in self.roles.columns]])
        if self.net is None:
            return Margins(page[:, 0], article[:, 0], roles)
        heard = self.net.score(table[:, [at[name] for name in self.net.columns]], starts)
        both = (page[:, 0] + heard[:, PAGE], article[:, 0] + heard[:, ARTICLE], roles + heard[:, len(_CONTENT_OUTPUTS) :])
        return Margins(*(sums // 2 for sums in both))
