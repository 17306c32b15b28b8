"""main-text: where the article is. In HTML the container that holds its paragraphs, in text the run of lines around them."""

from __future__ import annotations

from cleancorpus.label.rules.comments import OPENERS
from cleancorpus.label.rules.draft import Draft
from cleancorpus.label.rules.topic import Topic
from cleancorpus.role import Role

_DOMINANT = 0.72  # share of a container's prose that one child must hold for the article to be inside that child
_LINKED = 0.5
_RESIDUE = frozenset({Role.NAV, Role.PROMO, Role.LEGAL, Role.COMMENT, Role.RELATED})

# In Latin-letter equivalents; tuned on the WET-like lines of news pages, 2026-11 (docs/quality.md).
_MIN_RESIDUE = 3
_NOISY_SHARE = 0.12  # share of known residue among short lines from which on they count in full
_SHORT_WEIGHT = 50.0
_RESIDUE_WEIGHT = 60.0
_MOST_PROSE, _LEAST_PROSE = 400.0, 70.0
_REACH_UP, _REACH_DOWN = 12, 12
_LEAST_KIN, _KIN_ABOVE, _KIN_BELOW = 80.0, 0.8, 0.9
_BARRIER = 2_000.0
_LEAST_ARTICLE, _DOMINANT_RUN = 600.0, 0.5


def main_text(draft: Draft) -> None:
    """Set where the article's paragraphs begin and end; label nothing yet but the prose of HTML inside and outside of it."""
    if draft.is_html:
        _find_container(draft)
    else:
        _find_run(draft)


def _find_container(draft: Draft) -> None:
    mass = [0.0] * len(draft.page.elements)
    prose = [index for index in draft.free() if _is_candidate(draft, index)]
    for index in prose:
        for element in draft.ancestors(index):
            mass[element] += draft.features[index].size
    container = _descend(draft, mass)
    inside = [index for index in prose if container is None or _within(draft, index, container)]
    if not inside:
        draft.first, draft.last = len(draft.blocks), -1
        return
    draft.first, draft.last = inside[0], inside[-1]
    for index in inside:
        draft.put(index, Role.BODY, 0.85, "main-text")


def _is_candidate(draft: Draft, index: int) -> bool:
    measured = draft.features[index]
    return measured.prose and measured.link_density < _LINKED


def _descend(draft: Draft, mass: list[float]) -> int | None:
    """The deepest element on the way down along the child that holds nearly all prose; None for a page without elements."""
    children: dict[int, list[int]] = {}
    for index, element in enumerate(draft.page.elements):
        if mass[index]:
            children.setdefault(element.parent, []).append(index)
    at = -1
    total = max(mass, default=0.0)
    while total > 0:
        best = max(children.get(at, ()), key=lambda child: mass[child], default=None)
        here = mass[at] if at >= 0 else total
        if best is None or mass[best] < _DOMINANT * here or draft.page.elements[best].tag in {"p", "tr", "li"}:
            break
        at = best
    return at if at >= 0 else None


def _within(draft: Draft, index: int, element: int) -> bool:
    start, end = draft.extents[element]
    return start <= index < end


def _find_run(draft: Draft) -> None:
    """The stretch of lines with the most article in it: paragraphs speak for it, known residue and short lines against it.

    Short lines count only as far as the page is known to be noisy; in a text without residue the stretch is the whole text.

    Source: maximum subsequence segmentation, Pasternack & Roth, WWW 2009, over lines and with their length instead of tokens.
    """
    prose = [index for index in range(len(draft.blocks)) if draft.features[index].prose and draft.is_free(index)]
    if not prose:
        draft.first, draft.last = len(draft.blocks), -1
        return
    against = _weight_of_short_lines(draft)
    best, start, total, best_total = (prose[0], prose[-1]), prose[0], 0.0, 0.0
    for index in range(prose[0], prose[-1] + 1):
        if total <= 0:
            start, total = index, 0.0
        total += _value(draft, index, against)
        if total > best_total:
            best, best_total = (start, index), total
    inside = [index for index in prose if best[0] <= index <= best[1]]
    size = sum(draft.features[index].size for index in inside)
    dominant = size >= _LEAST_ARTICLE and size >= _DOMINANT_RUN * sum(draft.features[index].size for index in prose)
    if against and not dominant:  # no single article: what stands outside the stretch may be the page's matter as well
        inside = prose
    draft.framed = against > 0 and dominant
    draft.first, draft.last = inside[0], inside[-1]
    if draft.framed:
        _take_in_kin(draft, inside, prose)


def _take_in_kin(draft: Draft, inside: list[int], prose: list[int]) -> None:
    """Widen the stretch to paragraphs near it that speak of the same: leads stand apart, inserts cut an article in two."""
    topic = Topic(draft, inside)
    for index in (at for at in reversed(prose) if at < draft.first):
        if draft.first - index > _REACH_UP:
            break
        if draft.features[index].size >= _LEAST_KIN and topic.kinship(draft.blocks[index].text) >= _KIN_ABOVE:
            draft.first = index
    for index in (at for at in prose if at > draft.last):
        if index - draft.last > _REACH_DOWN:
            break
        if draft.features[index].size >= _LEAST_KIN and topic.kinship(draft.blocks[index].text) >= _KIN_BELOW:
            draft.last = index


def _value(draft: Draft, index: int, against: float) -> float:
    measured, role = draft.features[index], draft.role(index)
    if role is not None:
        if draft.reason(index) in OPENERS:
            return -_BARRIER
        return -_RESIDUE_WEIGHT * (against > 0)
    if measured.prose:
        return min(measured.size, _MOST_PROSE) - (_LEAST_PROSE if against else 0.0)
    return -against


def _weight_of_short_lines(draft: Draft) -> float:
    """How much a short line speaks against the article: nothing unless several are known residue, then by their share."""
    short = sum(not measured.prose for measured in draft.features)
    residue = sum(draft.role(index) in _RESIDUE for index in range(len(draft.blocks)))
    if residue < _MIN_RESIDUE or short == 0:
        return 0.0
    return _SHORT_WEIGHT * min(1.0, residue / short / _NOISY_SHARE)
