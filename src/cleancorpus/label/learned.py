"""The learned labeller: features of a batch of pages, an ensemble that scores them, one decision for each page.

One model labels HTML and another plain text, whose markup is gone: same features, same kind of model. What no block of a text can
have is a constant there and decides nothing; that blocks are built alike is known of HTML only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from cleancorpus.block import COPIES, COPY
from cleancorpus.label.labeller import (
    APPEAL,
    BETWEEN_WORDS,
    CARDS,
    CUSTOMER_REVIEW,
    GLUED,
    MODEL,
    NOTHING_SHOWN,
    QUOTATION,
    SIGN_UP,
    UNFOLDS,
    Label,
    PageLabels,
)
from cleancorpus.label.pieces import group_pages, join_labels, split_page
from cleancorpus.label.rules.measures import ends_sentence
from cleancorpus.page import InputKind
from cleancorpus.role import OWN_ROLES, Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.model import Model
    from cleancorpus.label.named import Leanings
    from cleancorpus.language.lexicon import Lexicon
    from cleancorpus.page import Page

    Ints = NDArray[np.int64]

_FRAGMENT_AHEAD = 1 << 16  # in a piece of HTML without a frame next to nothing is taken for one
_NEVER_WANTED = frozenset({Role.BYLINE, Role.DATE, Role.LEGAL, Role.ALT})
"""What nobody came for, though it may stand in the midst of what they did."""
_NEVER_CAME_FOR = COPIES | {"related-cue", CUSTOMER_REVIEW, APPEAL, SIGN_UP, BETWEEN_WORDS, NOTHING_SHOWN}
"""Reasons of blocks that are left out of every page: said already, leading away, said by customers, asking for something, or
never shown."""
_CAME_FOR = frozenset({UNFOLDS, QUOTATION})
"""Reasons of blocks that a rule gives back to the article: they stay under every profile."""
_LEADS_AWAY, _SURELY = frozenset({Role.RELATED, Role.PROMO}), 0.8
"""Word F1 of WCXB .8827 with them and without (2026-11-28)."""
_UNSURE, _LIKELY = 0.75, 0.5
_NEAR_BODY = (Role.LEAD, Role.CAPTION)
"""What a paragraph of a text is told apart from by where it stands (`Leanings`)."""
_FEWEST_LINES = 12
"""Shorter texts are left to the rules. Line F1 of what Resiliparse left of news pages .933, with 24 for 12 .926, with 8 the same;
composed Vietnamese lines with their role 95.1 %, 94.1 %; our own fixtures the same (2026-11-26). In scripts without capitals
too: since articles in languages of such scripts are learned from, 32 texts of 12 to 29 lines, laid out by sites in languages that
the model has not seen, have .932 of tokens and 66 % of lines with their role by the rules, .958 and 76 % by the model; four texts
in Arabic and Hindi written by others .858 and .897; Japanese and Korean ones of Resiliparse's (6) .969 and .959, of trafilatura's
.990 and .994 (2026-11-28)."""
_FEWEST_SURE, _SURELY_FRAME = 3, 0.95
"""How many lines of a text without a word of the furniture the model has to be sure of, and how sure."""
_LEAST_EXPECTED = 0.6  # of F1: pages told so score .46 on average, the others .89 (wcxb_dev, grouped folds, 2026-11-25)
_LEAST_TEXT = 2500  # tenths of a Latin letter: shorter bodies are error pages and shells more often than notes


@dataclass(frozen=True, slots=True)
class LearnedLabeller:
    """The labeller of a model directory. Stateless and picklable: the model is read where it is first needed, once a process."""

    folder: Path | None = None
    """Where a model of the caller's own is, for the kind of input that it says; None for those of the package."""
    lexicon: Lexicon | None = field(default=None, repr=False)
    """Words to use; None for the package's own."""

    @property
    def name(self) -> str:
        """Names and versions of the models."""
        models = (self.model(kind) for kind in InputKind)
        return "+".join(f"{model.name}-{model.version}" for model in models)

    def model(self, kind: InputKind) -> Model:
        """The model for a kind of input.

        Raises:
            DataError: The directory holds none that can be used.
        """
        from cleancorpus.label.model import DEFAULTS, MODELS, open_model  # noqa: PLC0415  numpy is slow to import

        if self.folder is not None and (own := open_model(self.folder)).input is kind:
            return own
        return open_model(MODELS / DEFAULTS[kind])

    def digests(self) -> dict[str, str]:
        """Digests of the models' weights, by kind of input."""
        return {str(kind): self.model(kind).digest for kind in InputKind}

    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        """Labels of each page, in order; an empty page has none."""
        found: dict[InputKind, Iterator[PageLabels]] = {}
        for kind in InputKind:
            own = [page for page in pages if page.kind is kind]
            found[kind] = iter(label_pages(own, self.model(kind), self.lexicon) if own else ())
        return [next(found[page.kind]) for page in pages]


def _label_texts(pages: Sequence[Page], model: Model, lexicon: Lexicon | None) -> list[PageLabels]:
    """The labels of texts: the rules' where the text is short, or these find nothing to leave out and the model is not sure of
    several lines either, else the model's, which has heard what the rules say."""
    from cleancorpus.label.features.batch import Batch  # noqa: PLC0415  imports numpy
    from cleancorpus.label.features.ruled import label_by_rules  # noqa: PLC0415  imports numpy
    from cleancorpus.label.rules.chain import RuleLabeller  # noqa: PLC0415  text alone needs it

    ruled = RuleLabeller(lexicon=lexicon).label(pages)
    doubted = [at for at, page in enumerate(pages) if len(page.blocks) >= _FEWEST_LINES and _may_hold_frame(page, ruled[at])]
    batch = Batch([pages[at] for at in doubted], lexicon, model.vocabulary)
    batch.tell(label_by_rules, [ruled[at] for at in doubted])
    for at, learned in zip(doubted, _label_batch(batch, model), strict=True):
        if not (_is_clean(ruled[at]) and sum(map(_is_surely_frame, learned.labels)) < _FEWEST_SURE):
            ruled[at] = _explain_by_rules(learned, ruled[at])
    return ruled


def _may_hold_frame(page: Page, ruled: PageLabels) -> bool:
    """Whether a text is worth the model's time: the rules find something to leave out, or several lines end like no sentence."""
    if not _is_clean(ruled):
        return True
    open_ends = (block for block in page.blocks if not ends_sentence(block.text))
    return sum(1 for _ in islice(open_ends, _FEWEST_SURE)) == _FEWEST_SURE


def _is_clean(ruled: PageLabels) -> bool:
    """Whether the rules find nothing to leave out."""
    return all(label.role in OWN_ROLES for label in ruled.labels)


def _is_surely_frame(label: Label) -> bool:
    return label.role not in OWN_ROLES and label.score >= _SURELY_FRAME


def _explain_by_rules(learned: PageLabels, ruled: PageLabels) -> PageLabels:
    """The model's labels. Where both agree on a line the rule is named as the reason: it says more."""
    pairs = zip(learned.labels, ruled.labels, strict=True)
    return replace(learned, labels=tuple(_explain(label, rule) for label, rule in pairs))


def _explain(label: Label, rule: Label) -> Label:
    """The label with the rule's reason where both say the same. A line that is built of several headlines is one of related
    stories where the model only knows that it is none of the article's."""
    if label.reason != MODEL:
        return label
    if rule.role is label.role:
        return label._replace(reason=rule.reason)
    unsure = label.role not in OWN_ROLES and label.score < _UNSURE
    return rule if unsure and rule.reason == GLUED else label


def label_pages(pages: Sequence[Page], model: Model, lexicon: Lexicon | None = None) -> list[PageLabels]:
    """Labels of pages of one kind by its model, and of texts by the rules beside it. Memory is bounded: so many blocks are
    labelled at once, and a page that has more in pieces."""
    pieces = [split_page(page) for page in pages]
    labels = (
        found
        for group in group_pages([piece for cut in pieces for piece in cut])
        for found in _label_group(group, model, lexicon)
    )
    return [join_labels([next(labels) for _ in cut]) for cut in pieces]


def _label_group(pages: Sequence[Page], model: Model, lexicon: Lexicon | None) -> list[PageLabels]:
    from cleancorpus.label.features.batch import Batch  # noqa: PLC0415  imports numpy

    if model.input is InputKind.TEXT:
        return _label_texts(pages, model, lexicon)
    return _label_batch(Batch(pages, lexicon, model.vocabulary), model)


def _label_batch(batch: Batch, model: Model) -> list[PageLabels]:
    """The model's labels of the pages of a batch."""
    if not batch.size:
        return [PageLabels(()) for _ in batch.pages]
    scores = _score(batch, model)
    return [_label_page(batch, scores, model, own) for own in batch.slices]


@dataclass(frozen=True, slots=True)
class _Scores:
    """What the model says of each block of a batch."""

    page: Ints
    """Chance to be what a reader came for."""
    article: Ints
    """Chance to be part of an article's body."""
    roles: Ints
    """Margins, one column a role."""
    drawn: Ints
    """The same drawn together where blocks are built alike."""


def _score(batch: Batch, model: Model) -> _Scores:
    import numpy as np  # noqa: PLC0415  slow to import

    from cleancorpus.label.features.group import number_alike  # noqa: PLC0415  imports numpy
    from cleancorpus.label.features.table import compute_columns  # noqa: PLC0415  imports numpy
    from cleancorpus.label.pooling import pool, pool_columns  # noqa: PLC0415  imports numpy

    starts = np.array([own.start for own in batch.slices if own.start < own.stop], dtype=np.intp)
    margins = model.ensemble.score(compute_columns(batch, model.ensemble.columns), starts)
    page, article, roles = margins.page, margins.article, margins.roles
    if model.input is InputKind.TEXT:
        return _Scores(model.content_page.apply(page), model.content_article.apply(article), roles, roles)
    groups = number_alike(batch)
    return _Scores(
        model.content_page.apply(pool(page, groups, batch.words)),
        model.content_article.apply(pool(article, groups, batch.words)),
        roles,
        pool_columns(roles, groups, batch.words),
    )


def _label_page(batch: Batch, scores: _Scores, model: Model, own: slice) -> PageLabels:
    import numpy as np  # noqa: PLC0415  slow to import

    from cleancorpus.label.calibration import CERTAIN  # noqa: PLC0415  imports numpy
    from cleancorpus.label.copies import find_copies  # noqa: PLC0415  imports numpy
    from cleancorpus.label.decide import (  # noqa: PLC0415  imports numpy
        AHEAD,
        AHEAD_AS_NARROW,
        ARTICLE_ROLES,
        PAGES_DIFFER,
        TEXTS_DIFFER,
        agree,
        choose_roles,
        fill_up,
        keep_most_expected,
        settle,
    )
    from cleancorpus.label.named_html import is_fragment, name_html  # noqa: PLC0415  imports numpy
    from cleancorpus.label.named_text import name_text  # noqa: PLC0415  imports numpy

    page, article, words = scores.page[own], scores.article[own], batch.words[own]
    is_text = model.input is InputKind.TEXT
    fragment = not is_text and is_fragment(batch, own)
    if fragment:
        page = article = batch.shown[own] * CERTAIN  # nothing tells what it is that is hidden there
    differ = TEXTS_DIFFER if is_text else PAGES_DIFFER
    wanted = keep_most_expected(page, words, differ)
    roles, margins = tuple(Role(name) for name in model.ensemble.roles.outputs), scores.roles[own]
    if is_text:
        inside, strict = agree(margins, roles, article), keep_most_expected(article, words, differ).blocks
    else:
        inside = settle(margins, roles, wanted.blocks, _FRAGMENT_AHEAD if fragment else AHEAD)
        strict = wanted.blocks if fragment else agree(margins, roles, article, AHEAD_AS_NARROW)
    chosen, lead = choose_roles(margins, scores.drawn[own], roles, inside)
    tables = np.where(inside, model.article_lead.apply(lead), model.frame_lead.apply(lead))
    labels = [Label(roles[role], sure / CERTAIN, MODEL) for role, sure in zip(chosen.tolist(), tables.tolist(), strict=True)]
    if is_text:
        likely = (page >= _LIKELY * CERTAIN).tolist()
        labels = name_text(batch, own, labels, _find_leanings(margins, roles, ahead=True), likely)
    else:
        labels = name_html(batch, own, labels, _find_leanings(margins, roles, ahead=False))
    if not is_text and not fragment:
        part = np.array([label.role in ARTICLE_ROLES for label in labels], dtype=bool)
        for index in find_copies(batch, own, wanted.blocks | part):
            labels[index] = labels[index]._replace(reason=COPY)
    if is_text:
        came_for = wanted.blocks | (not batch.prose[own].any())  # what is no prose at all is left alone
        doubt = _find_doubt_of_text(batch, own, wanted.expected)
    else:
        doubt = _find_doubt(batch, own, labels, wanted.expected)
        came_for = wanted.blocks & np.array([_may_be_wanted(label, understood=not doubt) for label in labels], dtype=bool)
        came_for |= np.array([label.reason in _CAME_FOR for label in labels], dtype=bool)
        strict = fill_up(strict, labels, batch.tenths[own])
    return PageLabels(tuple(labels), doubt=doubt, wanted=tuple(came_for.tolist()), strict=tuple(strict.tolist()))


def _may_be_wanted(label: Label, *, understood: bool) -> bool:
    """Whether a block of a page with markup is ever what a reader came for; on a page that is understood it is no surely named
    teaser or promotion."""
    leads_away = understood and label.role in _LEADS_AWAY and label.score >= _SURELY
    return not (leads_away or label.role in _NEVER_WANTED or label.reason in _NEVER_CAME_FOR)


def _find_leanings(margins: Ints, roles: Sequence[Role], *, ahead: bool) -> Leanings | None:
    """How much each block is the title, or how far ``ahead`` it is as one, and what else it would be; None for a model that knows
    no titles."""
    import numpy as np  # noqa: PLC0415  slow to import

    from cleancorpus.label.named import Leanings  # noqa: PLC0415  imports numpy

    if Role.TITLE not in roles:
        return None
    at = roles.index(Role.TITLE)
    own = margins[:, at]
    others = [role for role in roles if role is not Role.TITLE]
    rest = np.delete(margins, at, axis=1)
    instead = [others[number] for number in rest.argmax(axis=1).tolist()]
    titles = (own - rest.max(axis=1) if ahead else own).tolist()
    if not ahead or not {Role.BODY, *_NEAR_BODY}.issubset(roles):
        return Leanings(titles, instead)
    body = margins[:, roles.index(Role.BODY)]
    leads, captions = ((margins[:, roles.index(role)] - body).tolist() for role in _NEAR_BODY)
    frame = [number for number, role in enumerate(roles) if role not in {Role.TITLE, Role.LEAD, Role.BODY}]
    outside = [roles[frame[number]] for number in margins[:, frame].argmax(axis=1).tolist()]
    return Leanings(titles, instead, leads, captions, outside)


def _find_doubt_of_text(batch: Batch, own: slice, expected: float) -> str:
    """The same for a text: short ones are notes, and as good as others."""
    if own.start < own.stop and not batch.prose[own].any():
        return "no paragraph of prose: verse, a list or fragments"
    if expected < _LEAST_EXPECTED:
        return f"what belongs to the text is unclear: expected agreement {expected:.2f}"
    return ""


def _find_doubt(batch: Batch, own: slice, labels: Sequence[Label], expected: float) -> str:
    """Why the page is not understood; empty when it is."""
    sizes = batch.tenths[own].tolist()
    size = sum(tenths for tenths, label in zip(sizes, labels, strict=True) if label.role in {Role.BODY, Role.LEAD})
    if sum(tenths for tenths, label in zip(sizes, labels, strict=True) if label.reason == CARDS) > size:
        return "an index: most of its text leads to other pages"
    if size < _LEAST_TEXT:
        return f"only {size // 10} characters of running text were found: an index, a form or an error page"
    if expected < _LEAST_EXPECTED:
        return f"what belongs to the page's content is unclear: expected agreement {expected:.2f}"
    return ""
