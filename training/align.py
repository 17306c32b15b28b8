"""Align: which blocks of a page a gold text holds, and which part of the gold each one is.

Gold texts were written by people or by publishers' parsers, from the same page but not from our blocks. So words are aligned: the
longest common subsequence of the page's and the gold's words, then blocks are looked up that the gold holds out of order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
_SHINGLE = 4
_SAME_SHARE = 0.8  # of a block's shingles in the gold: a passage that stands elsewhere in the gold, not a chance likeness
_MOST_CELLS = 4_000_000_000  # words of the page times words of the gold: beyond, alignment would cost gigabytes


def words(text: str) -> list[str]:
    """Lower-cased words; in scripts without spaces each character."""
    return _WORD.findall(text.lower())


def align(blocks: Sequence[str], gold: Sequence[str]) -> list[tuple[float, int]]:
    """For each block the share of its words that the gold holds, and the index of the gold part that holds most of them.

    Args:
        blocks: Texts of the page's blocks, in reading order.
        gold: Parts of the gold, in its order.

    Returns:
        As many pairs as blocks; (0.0, -1) for a block that is not in the gold or has no words.
    """
    page = [words(text) for text in blocks]
    parts = [words(text) for text in gold]
    flat = [word for block in page for word in block]
    wanted = [word for part in parts for word in part]
    owner = [number for number, part in enumerate(parts) for _ in part]
    if not flat or not wanted or len(flat) * len(wanted) > _MOST_CELLS:
        return [(0.0, -1)] * len(page)
    matched = _match(flat, wanted)
    return _rescue(page, parts, _shares(page, matched, owner))


def _match(flat: list[str], wanted: list[str]) -> list[int]:
    """For each word of the page the index of the gold's word it is aligned with, or -1."""
    numbers: dict[str, int] = {}
    one = [numbers.setdefault(word, len(numbers)) for word in flat]
    other = [numbers.setdefault(word, len(numbers)) for word in wanted]
    matched = [-1] * len(flat)
    for block in LCSseq.opcodes(one, other):
        if block.tag == "equal":
            for offset in range(block.src_end - block.src_start):
                matched[block.src_start + offset] = block.dest_start + offset
    return matched


def _shares(page: list[list[str]], matched: list[int], owner: list[int]) -> list[tuple[float, int]]:
    """Shares of matched words. A word matched alone among words that are not is chance."""
    shares: list[tuple[float, int]] = []
    at = 0
    for block in page:
        own = matched[at : at + len(block)]
        at += len(block)
        hits = [index for index in own if index >= 0]
        together = sum(one > -1 and other - one in {1, 2} for one, other in pairwise(own))
        if not hits or (len(own) > 2 and together * 2 < len(hits)):
            shares.append((0.0, -1))
        else:
            shares.append((len(hits) / len(own), Counter(owner[index] for index in hits).most_common(1)[0][0]))
    return shares


def _rescue(page: list[list[str]], parts: list[list[str]], shares: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Blocks that the gold holds in another order; each shingle of the gold vouches once."""
    left: Counter[tuple[str, ...]] = Counter()
    where: dict[tuple[str, ...], int] = {}
    for number, part in enumerate(parts):
        for shingle in _shingles(part):
            left[shingle] += 1
            where.setdefault(shingle, number)
    for block, (share, _) in zip(page, shares, strict=True):
        if share >= 0.5:
            left.subtract(_shingles(block))
    found = list(shares)
    for index, (block, (share, _)) in enumerate(zip(page, shares, strict=True)):
        shingles = _shingles(block) if share < 0.5 else []
        known = [shingle for shingle in shingles if left[shingle] > 0]
        if shingles and len(known) >= _SAME_SHARE * len(shingles):
            left.subtract(known)
            found[index] = (1.0, where[known[0]])
    return found


def _shingles(block: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(block[offset:] for offset in range(_SHINGLE)), strict=False))
