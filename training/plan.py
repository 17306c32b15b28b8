"""Plans: what a model for one kind of input is trained on, and how much each set counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from cleancorpus.label.features.table import COLUMNS
from cleancorpus.page import InputKind
from cleancorpus.role import Role
from training.compose import read_compositions
from training.golds import GoldPage, read_golds
from training.graft import read_grafts
from training.net import NetSettings
from training.targets import Targets, target_html, target_text
from training.texts import read_texts, read_unmarked


@dataclass(frozen=True, slots=True)
class Plan:
    """How a model is trained. All weights are chosen by hand: golds that follow the policy of the profiles count most."""

    name: str
    version: str
    input: InputKind
    read: Callable[[], Iterator[GoldPage]]
    target: Callable[[Sequence[GoldPage]], Targets]
    """The role of each block of some pages, by name, and whether it is certain."""
    roles: tuple[Role, ...]
    """What the role model tells apart; frames of no better name are navigation, or other where that is told apart."""
    columns: tuple[str, ...]
    """Names of the features that there are to choose from."""
    set_weights: Mapping[str, float]
    role_weights: Mapping[str, float]
    one_in: Mapping[Role, int]
    """Of the blocks of a common role, and not from a typed set, one in so many is used: more cost time and tell nothing new."""
    uncertain: float
    """Weight of a role that a heuristic gave."""
    rarity: float
    """How far rare roles are weighed up: 1.0 makes all roles count the same, 0.0 leaves them as they come."""
    lift: float
    """How far the margins of rare roles are raised once their forest is grown, as a power of how much rarer they are than the
    commonest: what a reader misses of them counts more than what is called so wrongly. Better than weights while it grows."""
    content_trees: int
    role_trees: int
    net: NetSettings | None
    """None for forests alone."""
    depth: int
    """Questions of a tree: 8 at most, for a leaf's number is a byte. What a line is hangs on more at once where no markup says
    it."""
    typed: frozenset[str]
    page_sets: tuple[str, ...]
    """Sets whose golds hold all that a reader came for: probabilities for the page are fitted to them."""
    article_sets: tuple[str, ...]
    wording_sets: tuple[str, ...]
    """Sets from which it is learned what the words of lines say; none for a model that is to know nothing of words."""
    words_of_roles: bool
    """Whether it is learned what words each role has too."""
    most_read: int
    """Code points of a line whose words are read."""
    naming_sets: tuple[str, ...]
    """Sets from which it is learned what the names of elements say; none for a model that is to know nothing of them."""
    score_sets: tuple[str, ...]
    """Sets on whose roles scores are fitted: how often a role of such a lead is right."""


_WORDS_OF_ROLES = "wording_of"
_TERMS = ("kinship", "own_terms", "shared_terms", "same_start", "topic")
"""What words blocks share costs a third of all features and tells nothing where there is markup (CARD.md of blocks-1)."""
_WORDED = ("wcxb_dev", "fundus_typed", "trafilatura_snippets", "dragnet", "cleaneval_dev", "cleanportaleval")
HTML = Plan(
    name="blocks",
    version="1",
    input=InputKind.HTML,
    read=lambda: chain(read_golds(), read_grafts()),
    target=target_html,
    roles=tuple(role for role in Role if role not in {Role.KICKER, Role.LEGAL, Role.ALT, Role.OTHER}),
    columns=tuple(name for name in COLUMNS if not name.startswith((*_TERMS, _WORDS_OF_ROLES))),
    set_weights={
        "wcxb_dev": 1.5,
        "cleaneval_dev": 1.0,
        "cleanportaleval": 0.7,
        "dragnet": 0.7,
        "fundus_typed": 0.7,
        "l3s_typed": 0.4,
        "trafilatura_snippets": 1.0,
        "grafted wcxb_dev": 0.35,
        "grafted fundus_typed": 0.3,
    },
    role_weights={
        "grafted fundus_typed": 0.4,
        "grafted wcxb_dev": 0.2,
        "fundus_typed": 3.0,
        "l3s_typed": 1.0,
        "wcxb_dev": 0.2,
        "dragnet": 0.15,
        "trafilatura_snippets": 0.25,
    },
    one_in={Role.NAV: 2, Role.BODY: 3, Role.COMMENT: 3, Role.RELATED: 2},
    uncertain=0.35,
    rarity=0.0,
    lift=0.5,
    content_trees=200,
    role_trees=150,
    net=NetSettings(width=64, reaches=(1, 2, 4, 8, 16, 1), epochs=10),
    depth=6,
    typed=frozenset({"fundus_typed", "l3s_typed"}),
    page_sets=("wcxb_dev",),
    article_sets=("fundus_typed", "l3s_typed", "dragnet"),
    wording_sets=_WORDED,
    words_of_roles=False,
    most_read=200,
    naming_sets=_WORDED,
    score_sets=("fundus_typed",),
)
_FUNDUS, _WCXB = (
    ("lines fundus a", "lines fundus b", "lines fundus c"),
    ("lines wcxb-dev a", "lines wcxb-dev b", "lines wcxb-dev c"),
)
_COMPOSED = ("composed vi", "composed typed", "composed read", "composed written", "composed guide")
TEXT = Plan(
    name="lines",
    version="1",
    input=InputKind.TEXT,
    read=lambda: chain(read_texts(), read_unmarked(), read_compositions()),
    target=target_text,
    roles=tuple(Role),
    columns=tuple(name for name in COLUMNS if not name.startswith("naming")),
    set_weights={
        **dict.fromkeys(_FUNDUS, 2.0),
        **dict(zip(_WCXB, (1.0, 0.7, 0.7), strict=True)),
        "lines turku h": 1.2,
        "cut fundus a": 1.0,
        "cut wcxb-dev a": 0.5,
        "unmarked dragnet": 0.5,
        "unmarked l3s_typed": 0.5,
        "unmarked cleaneval_dev": 0.7,
        "unmarked cleanportaleval": 0.7,
        "unmarked trafilatura_snippets": 0.7,
        "composed vi": 0.6,
        "composed typed": 0.5,
        "composed read": 0.5,
        "composed written": 0.5,
        "composed guide": 0.5,
    },
    role_weights={
        **dict.fromkeys(_FUNDUS, 1.0),
        "cut fundus a": 0.5,
        "unmarked l3s_typed": 0.05,
        "composed vi": 0.05,
        "composed typed": 0.05,
        "composed read": 0.05,
        "composed written": 0.05,
        "composed guide": 0.05,
    },
    one_in={Role.NAV: 8, Role.BODY: 3, Role.COMMENT: 3, Role.RELATED: 2, Role.OTHER: 4},
    uncertain=1.0,
    rarity=0.0,
    lift=0.0,
    content_trees=400,
    role_trees=200,
    net=NetSettings(width=96, reaches=(1, 2, 4, 8, 16, 1), epochs=9),
    depth=8,
    typed=frozenset({*_FUNDUS, "cut fundus a", *_COMPOSED}),
    page_sets=(*_WCXB, "lines turku h"),
    article_sets=_FUNDUS,
    wording_sets=(*_COMPOSED, "lines fundus a", "lines wcxb-dev a", "lines turku h"),
    words_of_roles=True,
    most_read=1_000,
    naming_sets=(),
    score_sets=(*_FUNDUS, *_COMPOSED),
)
PLANS = {plan.input: plan for plan in (HTML, TEXT)}
