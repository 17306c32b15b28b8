"""Forests of oblivious trees, scored with numpy in whole numbers.

An oblivious tree asks the same question at every node of a level (Kohavi 1994; the trees of CatBoost). So the answers read as
bits are the number of the leaf, and a tree costs a few array operations for all blocks of a batch. Leaf values are whole numbers:
their sum is the same in any order, on any machine and in any batch, which no sum of floating-point numbers promises.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_ROWS = 1 << 16
_MOST_DEPTH = 8  # a leaf's number fits a byte


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree: its questions, least significant bit first, and its leaves."""

    columns: tuple[int, ...]
    """Index in `Forest.columns` of what each question looks at."""
    borders: tuple[float, ...]
    """The answer is yes above the border."""
    leaves: NDArray[np.int32]
    """One row a leaf, one number for each output. Their sum over a forest fits 32 bits."""

    @property
    def questions(self) -> tuple[tuple[int, float], ...]:
        """(column, border) of each question."""
        return tuple(zip(self.columns, self.borders, strict=True))


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves are summed."""

    columns: tuple[str, ...]
    """Names of the features it looks at."""
    outputs: tuple[str, ...]
    """What each number of a leaf speaks for."""
    bias: tuple[int, ...]
    trees: tuple[Tree, ...]

    def score(self, table: NDArray[np.float32]) -> NDArray[np.int64]:
        """Sums of leaves.

        Args:
            table: One row a block, one column for each of `columns`.

        Returns:
            One row a block, one column for each output. No rows for no rows.
        """
        return np.concatenate([self._score_rows(part) for part in _in_parts(table)])

    def _score_rows(self, table: NDArray[np.float32]) -> NDArray[np.int64]:
        columns = [np.ascontiguousarray(table[:, at]) for at in range(table.shape[1])]
        return self._sum(self.trees, columns, len(table)).astype(np.int64) + np.array(self.bias, dtype=np.int64)

    def score_under(self, table: NDArray[np.float32], name: str, values: Sequence[float]) -> list[NDArray[np.int64]]:
        """The same for each of some values of one column, which in ``table`` may hold anything.

        Most trees do not ask for it: they are summed once.
        """
        parts = [self._score_rows_under(part, name, values) for part in _in_parts(table)]
        return [np.concatenate(scores) for scores in zip(*parts, strict=True)]

    def _score_rows_under(self, table: NDArray[np.float32], name: str, values: Sequence[float]) -> list[NDArray[np.int64]]:
        at = self.columns.index(name) if name in self.columns else -1
        columns = [np.ascontiguousarray(table[:, number]) for number in range(table.shape[1])]
        sums = self._sum([tree for tree in self.trees if at not in tree.columns], columns, len(table))
        common = sums.astype(np.int64) + np.array(self.bias, dtype=np.int64)
        asking = [tree for tree in self.trees if at in tree.columns]
        scores = []
        for value in values:
            if asking:
                columns[at] = np.full(len(table), value, dtype=np.float32)
            scores.append(common + self._sum(asking, columns, len(table)))
        return scores

    def _sum(self, trees: Sequence[Tree], columns: Sequence[NDArray[np.float32]], rows: int) -> NDArray[np.int32]:
        """Sum of the leaves of some trees. Buffers are used again: allocating them costs more than filling them."""
        total = np.zeros((rows, len(self.outputs)), dtype=np.int32)
        leaf, place, values = np.empty(rows, dtype=np.uint8), np.empty(rows, dtype=np.intp), np.empty_like(total)
        answers: dict[tuple[int, float], NDArray[np.uint8]] = {}
        for tree in trees:
            leaf.fill(0)
            for question in reversed(tree.questions):
                answer = answers.get(question)
                if answer is None:
                    answer = answers[question] = (columns[question[0]] > np.float32(question[1])).view(np.uint8)
                np.add(leaf, leaf, out=leaf)
                np.bitwise_or(leaf, answer, out=leaf)
            np.copyto(place, leaf)
            np.take(tree.leaves, place, axis=0, out=values, mode="clip")
            np.add(total, values, out=total)
        return total


def _in_parts(table: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Rows a part at a time: what all questions answer of a million blocks would not fit the memory."""
    return [table[at : at + _MOST_ROWS] for at in range(0, max(len(table), 1), _MOST_ROWS)]


def forest_to_dict(forest: Forest) -> dict[str, Any]:
    """A forest as plain lists, for `weights.json`. Borders are written so that they come back exactly."""
    return {
        "columns": list(forest.columns),
        "outputs": list(forest.outputs),
        "bias": list(forest.bias),
        "trees": [
            {"columns": list(tree.columns), "borders": list(tree.borders), "leaves": tree.leaves.ravel().tolist()}
            for tree in forest.trees
        ],
    }


def forest_from_dict(data: Mapping[str, Any]) -> Forest:
    """The forest that `forest_to_dict` wrote.

    Raises:
        ValueError: A tree's shape does not fit; says which.
        KeyError, TypeError: A part is missing or of another type.
    """
    columns, outputs = tuple(map(str, data["columns"])), tuple(map(str, data["outputs"]))
    if len(data["bias"]) != len(outputs):
        message = f"bias has {len(data['bias'])} numbers for {len(outputs)} outputs"
        raise ValueError(message)
    trees = tuple(_tree(item, number, len(columns), len(outputs)) for number, item in enumerate(data["trees"]))
    return Forest(columns, outputs, tuple(map(int, data["bias"])), trees)


def _tree(item: Mapping[str, Any], number: int, columns: int, outputs: int) -> Tree:
    questions: Sequence[int] = tuple(map(int, item["columns"]))
    leaves = np.array(item["leaves"], dtype=np.int32)
    fits = (
        len(questions) == len(item["borders"])
        and len(questions) <= _MOST_DEPTH
        and all(0 <= at < columns for at in questions)
        and len(leaves) == outputs << len(questions)
    )
    if not fits:
        message = f"tree {number}: {len(questions)} questions, {len(item['borders'])} borders, {len(leaves)} leaf values"
        raise ValueError(message)
    borders = tuple(float(np.float32(border)) for border in item["borders"])
    return Tree(tuple(questions), borders, leaves.reshape(-1, outputs))
