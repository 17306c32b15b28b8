"""The labeller's protocol: pages in, one label per block out. A learned labeller stands behind the same few lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from cleancorpus.page import Page
from cleancorpus.role import Role

MODEL, GLUED = "model", "glued-headlines"
"""The reasons of a role that a model gave, and of a line that is several headlines run together."""
UNFOLDS = "unfolds"
"""Why a line that is pressed to unfold text of the article is its heading."""
CUSTOMER_REVIEW = "customer-review"
"""That of what customers wrote of a product."""
APPEAL = "promo-phrase"
"""That of an appeal in its own words."""
CARDS = "cards"
"""That of what leads to articles on a page that is an index of them."""
SIGN_UP = "sign-up"
"""That of the words around a field for an e-mail address."""
QUOTATION = "quotation"
"""That of a quotation in a figure without a picture."""
BETWEEN_WORDS = "between-words"
"""That of words that are hidden between those of a paragraph, and are no sentence."""
NOTHING_SHOWN = "nothing-shown"
"""That of what is hidden on a page that shows no text."""


class Label(NamedTuple):
    """What one block is, how sure that is, and what decided it."""

    role: Role
    score: float
    """0.0-1.0."""
    reason: str
    """Name of the rule or model."""


@dataclass(frozen=True, slots=True)
class PageLabels:
    """The labels of one page."""

    labels: tuple[Label, ...]
    """One per block, in the order of the page's blocks."""
    doubt: str = ""
    """Why the page as a whole is not understood; empty when it is."""
    wanted: tuple[bool, ...] | None = None
    """For each block whether a reader of this page came for it, on any type of page; None from a labeller that only gives
    roles."""
    strict: tuple[bool, ...] | None = None
    """For each block whether it is part of the article's body in the narrow sense; None as above."""


class Labeller(Protocol):
    """Gives every block of every page a role."""

    @property
    def name(self) -> str:
        """Name and version, written to the output."""
        ...

    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        """Labels of each page, in order. Pages come in batches so that features can be computed across them; the labels of a page
        never depend on its neighbours in the batch. Deterministic; pages are not changed."""
        ...
