"""Settle: what is kept of a text is looked at again, until cleaning it once more would change nothing.

Markup would be gone the second time, so this holds for text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cleancorpus.block import Block
from cleancorpus.selection.join import gaps_of_kept

Blocks = tuple[Block, ...]
Chosen = Blocks | Exception
"""The blocks of a page, each kept or not; or why nobody could tell."""
_MOST_ROUNDS = 12  # each leaves out more; three suffice for real texts


def settle_texts(texts: Mapping[int, Blocks], choose: Callable[[Mapping[int, Blocks]], Sequence[Chosen]]) -> dict[int, Chosen]:
    """Texts, each with what is left out of it in the end.

    Args:
        texts: Blocks of each text as they were chosen first, by any number of the caller's.
        choose: Chooses among the blocks of some of these texts, in order. All that are not settled are asked for at once: to
            label many texts costs little more than to label one.

    Returns:
        As many texts; of one that could not be looked at again the reason.
    """
    settled: dict[int, Chosen] = {**texts}
    rests = {number: rest for number, blocks in texts.items() if len(rest := _rest_of(blocks)) < _count_texts(blocks)}
    for _ in range(_MOST_ROUNDS):
        again = dict(zip(rests, choose(rests), strict=True)) if rests else {}
        rests = {}
        for number, found in again.items():
            before = settled[number]
            if isinstance(found, Exception) or isinstance(before, Exception):
                settled[number] = found
            elif not all(block.kept for block in found):
                settled[number] = after = _leave_out(before, found)
                rests[number] = _rest_of(after)
    return settled


def _count_texts(blocks: Blocks) -> int:
    return sum(bool(block.text) for block in blocks)


def _rest_of(blocks: Blocks) -> Blocks:
    """What is kept, as a text of its own."""
    kept = (block for block in blocks if block.kept)
    return tuple(replace(block, blank_before=blank) for block, blank in zip(kept, gaps_of_kept(blocks), strict=True))


def _leave_out(blocks: Blocks, found: Blocks) -> Blocks:
    """The blocks, of those that were kept so far the ones left out that ``found`` leaves out, as what they were found to be."""
    again = iter(found)
    return tuple(_as_found(block, next(again)) if block.kept else block for block in blocks)


def _as_found(block: Block, found: Block) -> Block:
    if found.kept:
        return block
    return replace(block, role=found.role, score=found.score, reason=found.reason, kept=False)
