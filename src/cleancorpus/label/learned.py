"""The learned labeller: features of a batch of pages, two forests, one decision for each page.

HTML is labelled by the model. Plain text, whose markup is gone, still goes through the named rules (`label.rules`), behind the
same protocol.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.page import InputKind
from cleancorpus.role import Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cleancorpus.label.features.batch import Batch
    from cleancorpus.label.model import Model
    from cleancorpus.page import Page

    Ints = NDArray[np.int64]

_FRAGMENT_AHEAD = 1 << 16  # in a piece of HTML without a frame next to nothing is taken for one
_NEVER_WANTED = frozenset({Role.BYLINE, Role.DATE, Role.LEGAL, Role.ALT})
"""What nobody came for, though it may stand in the midst of what they did."""
_LEAST_EXPECTED = 0.6  # of F1: pages told so score .46 on average, the others .89 (wcxb_dev, grouped folds, 2026-11-25)
_LEAST_TEXT = 2500  # tenths of a Latin letter: shorter bodies are error pages and shells more often than notes


@dataclass(frozen=True, slots=True)
class LearnedLabeller:
    """The labeller of a model directory. Stateless and picklable: the model is read where it is first needed, once a process."""

    folder: Path | None = None
    """Where the model is; None for the one of the package."""

    @property
    def name(self) -> str:
        """Name and version of the model."""
        model = self.model
        return f"{model.name}-{model.version}"

    @property
    def model(self) -> Model:
        """The model itself.

        Raises:
            DataError: The directory holds none that can be used.
        """
        from cleancorpus.label.model import DEFAULT, MODELS, open_model  # noqa: PLC0415  numpy is slow to import

        return open_model(self.folder or MODELS / DEFAULT)

    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        """Labels of each page, in order; an empty page has none."""
        html = [page for page in pages if page.kind is InputKind.HTML]
        learned = iter(label_html(html, self.model) if html else ())
        named = iter(RuleLabeller().label([page for page in pages if page.kind is not InputKind.HTML]))
        return [next(learned if page.kind is InputKind.HTML else named) for page in pages]


def label_html(pages: Sequence[Page], model: Model) -> list[PageLabels]:
    """Labels of pages of HTML by a model."""
    from cleancorpus.label.features.batch import Batch  # noqa: PLC0415

    batch = Batch(pages)
    if not batch.size:
        return [PageLabels(()) for _ in pages]
    scores = _score(batch, model)
    bounds = zip(batch.starts.tolist(), (batch.starts + batch.counts).tolist(), strict=True)
    return [_label_page(batch, scores, model, slice(*bound)) for bound in bounds]


@dataclass(frozen=True, slots=True)
class _Scores:
    """What the model says of each block of a batch."""

    page: Ints
    """Chance to be what a reader came for."""
    article: Ints
    """Chance to be part of an article's body."""
    roles: Ints
    """Margins, one column a role."""


def _score(batch: Batch, model: Model) -> _Scores:
    import numpy as np  # noqa: PLC0415

    from cleancorpus.label.features.table import compute_columns  # noqa: PLC0415
    from cleancorpus.label.model import ARTICLE, PAGE, POLICY  # noqa: PLC0415

    wanted = list(dict.fromkeys(name for name in (*model.content.columns, *model.roles.columns) if name != POLICY))
    table = np.empty((batch.size, len(wanted) + 1), dtype=np.float32, order="F")
    table[:, :-1] = compute_columns(batch, wanted)
    at = {name: number for number, name in enumerate([*wanted, POLICY])}
    content = [at[name] for name in model.content.columns]
    table[:, -1] = PAGE
    page, article = model.content.score_under(table[:, content], POLICY, (PAGE, ARTICLE))
    return _Scores(
        model.content_page.apply(page[:, 0]),
        model.content_article.apply(article[:, 0]),
        model.roles.score(table[:, [at[name] for name in model.roles.columns]]),
    )


def _label_page(batch: Batch, scores: _Scores, model: Model, own: slice) -> PageLabels:
    from cleancorpus.label.calibration import CERTAIN  # noqa: PLC0415
    from cleancorpus.label.decide import AHEAD, ARTICLE_ROLES, choose_roles, keep_most_expected  # noqa: PLC0415
    from cleancorpus.label.named import is_fragment, name_certain  # noqa: PLC0415

    page, article, words = scores.page[own], scores.article[own], batch.words[own]
    fragment = is_fragment(batch, own)
    if fragment:
        page = article = page * 0 + CERTAIN
    wanted, strict = keep_most_expected(page, words), keep_most_expected(article, words)
    roles = tuple(Role(name) for name in model.roles.outputs)
    ahead = _FRAGMENT_AHEAD if fragment else AHEAD
    chosen, lead = choose_roles(scores.roles[own], roles, wanted.blocks, ahead)
    inside = [role in ARTICLE_ROLES for role in roles]
    chances = zip(model.article_lead.apply(lead).tolist(), model.frame_lead.apply(lead).tolist(), chosen.tolist(), strict=True)
    sure = [one if inside[role] else other for one, other, role in chances]
    labels = [Label(roles[role], chance / CERTAIN, "model") for role, chance in zip(chosen.tolist(), sure, strict=True)]
    title = roles.index(Role.TITLE) if Role.TITLE in roles else None
    labels = name_certain(batch, own, labels, None if title is None else scores.roles[own][:, title].tolist())
    return PageLabels(
        tuple(labels),
        doubt=_find_doubt(batch, own, labels, wanted.expected),
        wanted=tuple(
            stays and not (label.role in _NEVER_WANTED or label.reason == "related-cue")
            for stays, label in zip(wanted.blocks.tolist(), labels, strict=True)
        ),
        strict=tuple(strict.blocks.tolist()),
    )


def _find_doubt(batch: Batch, own: slice, labels: Sequence[Label], expected: float) -> str:
    """Why the page is not understood; empty when it is."""
    sizes = batch.tenths[own].tolist()
    size = sum(tenths for tenths, label in zip(sizes, labels, strict=True) if label.role in {Role.BODY, Role.LEAD})
    if size < _LEAST_TEXT:
        return f"only {size // 10} characters of running text were found: an index, a form or an error page"
    if expected < _LEAST_EXPECTED:
        return f"what belongs to the page's content is unclear: expected agreement {expected:.2f}"
    return ""
