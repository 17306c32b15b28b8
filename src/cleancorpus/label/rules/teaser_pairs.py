"""teaser-pairs: headlines that stand twice in a row, as image text and as link. No article does that; lists of teasers do."""

from __future__ import annotations

from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role

PAIR, SUMMARY = "teaser-pair", "teaser-summary"
"""Why a headline that stands twice is a teaser's, and what stands behind it."""
_MIN_SIZE = 15  # shorter repeats are labels and names
_MAX_SIZE = 300
_HEADLINE_ENDS = frozenset("?!…？！")
_SUMMARY_SIZE = 700
_LIST, _TAIL = 3, 2
_REACH = 6


def teaser_pairs(draft: Draft) -> None:
    """Lists of three and more, or of two that end the text: pairs of equal headlines, the summary behind each, and what stands
    between two pairs. Verse repeats its lines too, so there must be a paragraph somewhere."""
    if not any(measured.prose for measured in draft.features):
        return
    for chain in _chains(draft):
        if len(chain) >= _LIST or _ends_text(draft, chain):
            for number, index in enumerate(chain):
                _label_pair(draft, index, chain[number + 1] if number + 1 < len(chain) else None)


def _ends_text(draft: Draft, chain: list[int]) -> bool:
    """Whether two pairs each have their summary right behind them, and the text no paragraph after these but before."""
    if draft.is_html or len(chain) != _TAIL:
        return False
    prose = [index for index, measured in enumerate(draft.features) if measured.prose]
    return prose[-_TAIL:] == [index + 2 for index in chain] and len(prose) > _TAIL


def doubled_line(draft: Draft) -> None:
    """Pairs that stand alone in a text with residue: a picture's text and its caption."""
    if draft.is_html or not draft.noisy or draft.last < 0:
        return
    for index in (index for chain in _chains(draft) for index in chain):
        draft.put(index, Role.ALT, 0.6, "doubled-line")
        draft.put(index + 1, Role.CAPTION, 0.6, "doubled-line")


def _chains(draft: Draft) -> list[list[int]]:
    """Pairs that follow each other with at most a summary and a few short lines between."""
    pairs = [index for index in range(len(draft.blocks) - 1) if _is_pair(draft, index)]
    chains: list[list[int]] = []
    for index in pairs:
        before = chains[-1][-1] if chains else None
        if (
            before is not None
            and index - before <= _REACH
            and sum(draft.features[at].prose for at in range(before + 2, index)) <= 1
        ):
            chains[-1].append(index)
        elif before is None or index > before + 1:
            chains.append([index])
    return chains


def _is_pair(draft: Draft, index: int) -> bool:
    measured, following = draft.features[index], draft.features[index + 1]
    if not _MIN_SIZE <= measured.size <= _MAX_SIZE or not measured.fold or index == draft.title:
        return False
    if measured.ends and draft.blocks[index].text.rstrip()[-1:] not in _HEADLINE_ENDS:
        return False
    if measured.prose or not draft.is_free(index) or not draft.is_free(index + 1):
        return False
    return measured.fold == following.fold or (
        len(measured.fold) > _MIN_SIZE
        and following.fold.startswith(measured.fold)
        and len(following.fold) < 1.2 * len(measured.fold)
    )


def _label_pair(draft: Draft, index: int, next_pair: int | None) -> None:
    """The pair itself and its summary; up to two summaries' length of blocks when another pair follows them."""
    for at in (index, index + 1):
        draft.put(at, Role.RELATED, 0.95, PAIR)
    if next_pair is not None:
        for at in range(index + 2, next_pair):
            if draft.role(at) in {None, Role.DATE}:
                draft.replace(at, Role.RELATED, 0.9, SUMMARY)
    elif (
        index + 2 < len(draft.blocks)
        and draft.is_free(index + 2)
        and draft.features[index + 2].prose
        and draft.features[index + 2].size < _SUMMARY_SIZE
    ):
        draft.put(index + 2, Role.RELATED, 0.75, SUMMARY)
