"""teaser-tail: lists without any announcement behind the article's end."""

from __future__ import annotations

from itertools import pairwise

from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role

_MIN_TURNS = 2
_HEADLINE_SIZE, _MEAN_HEADLINE = 20, 35


def teaser_tail(draft: Draft) -> None:
    """Behind a signature or copyright line nothing of the article follows; headlines and summaries there are teasers."""
    if draft.is_html:
        return
    mark = _end_mark(draft)
    if mark is None:
        return
    following = [index for index in range(mark + 1, len(draft.blocks)) if draft.is_free(index)]
    if not _reads_like_teasers(draft, following):
        return
    for index in following:
        draft.put(index, Role.RELATED, 0.7, "teaser-tail")
    draft.last = max((index for index in range(mark) if draft.is_paragraph(index)), default=draft.last)


def _reads_like_teasers(draft: Draft, following: list[int]) -> bool:
    """Headlines with summaries in turn, or headlines alone; no bulleted list, no cast, no index of names."""
    if any(draft.features[index].bullet for index in following):
        return False
    turns = sum(
        not draft.features[one].prose and draft.features[other].prose and draft.features[one].size > _HEADLINE_SIZE
        for one, other in pairwise(following)
    )
    sizes = [draft.features[index].size for index in following]
    headlines = (
        len(sizes) > _MIN_TURNS
        and sum(sizes) / len(sizes) > _MEAN_HEADLINE
        and not any(draft.features[index].prose for index in following)
    )
    return turns >= _MIN_TURNS or headlines


def _end_mark(draft: Draft) -> int | None:
    """A signature or copyright line behind at least half of the prose that is left, in a part of the page where no paragraph of
    the article follows another."""
    prose = [index for index in range(len(draft.blocks)) if draft.is_paragraph(index)]
    for index in range(len(draft.blocks)):
        if draft.role(index) not in {Role.BYLINE, Role.LEGAL} or index <= draft.first:
            continue
        after = [at for at in prose if at > index]
        if len(after) * 2 <= len(prose) and not any(at + 1 in after for at in after):
            return index
    return None
