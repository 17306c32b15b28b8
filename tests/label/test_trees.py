"""Forests: the sum of leaves, in whole numbers, whatever the order of the rows."""

from __future__ import annotations

import numpy as np
import pytest

from cleancorpus.label.trees import Forest, Tree, forest_from_dict, forest_to_dict

FOREST = Forest(
    ("words", "level"),
    ("a", "b"),
    (5, -5),
    (
        Tree((0, 1), (10.5, 0.5), np.array([[0, 1], [10, 2], [20, 3], [30, 4]], dtype=np.int32)),
        Tree((1,), (2.0,), np.array([[100, 0], [200, 0]], dtype=np.int32)),
    ),
)
TABLE = np.array([[3, 0], [11, 0], [3, 1], [11, 3]], dtype=np.float32)


def test_answers_are_the_bits_of_the_leaf() -> None:
    """The first question is the lowest bit; a border itself is answered no."""
    assert FOREST.score(TABLE).tolist() == [[105, -4], [115, -3], [125, -2], [235, -1]]
    assert FOREST.score(np.array([[10.5, 0.5]], dtype=np.float32)).tolist() == [[105, -4]]


def test_rows_do_not_depend_on_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row alone scores what it scores among others; no rows give no scores."""
    together = FOREST.score(TABLE)
    assert [FOREST.score(TABLE[at : at + 1]).tolist()[0] for at in range(4)] == together.tolist()
    assert FOREST.score(TABLE[:0]).shape == (0, 2)
    monkeypatch.setattr("cleancorpus.label.trees._MOST_ROWS", 3)
    assert FOREST.score(TABLE).tolist() == together.tolist()


def test_one_column_may_take_several_values() -> None:
    """Scores under each value are those of a table that holds it; a column that no tree asks for changes nothing."""
    for value, scores in zip((0.0, 3.0), FOREST.score_under(TABLE, "level", (0.0, 3.0)), strict=True):
        held = TABLE.copy()
        held[:, 1] = value
        assert scores.tolist() == FOREST.score(held).tolist()
    assert [scores.tolist() for scores in FOREST.score_under(TABLE, "moon", (1, 2))] == [FOREST.score(TABLE).tolist()] * 2


def test_a_forest_survives_json() -> None:
    """Written and read it scores the same."""
    again = forest_from_dict(forest_to_dict(FOREST))
    assert (again.columns, again.outputs, again.bias) == (FOREST.columns, FOREST.outputs, FOREST.bias)
    assert again.score(TABLE).tolist() == FOREST.score(TABLE).tolist()


@pytest.mark.parametrize(
    "change",
    [
        {"bias": [1]},
        {"trees": [{"columns": [0], "borders": [], "leaves": [0, 0, 0, 0]}]},
        {"trees": [{"columns": [7], "borders": [1.0], "leaves": [0, 0, 0, 0]}]},
        {"trees": [{"columns": [0], "borders": [1.0], "leaves": [0, 0, 0]}]},
        {"trees": [{"columns": [0] * 9, "borders": [1.0] * 9, "leaves": [0] * 1024}]},
    ],
)
def test_shapes_that_do_not_fit_are_refused(change: dict[str, object]) -> None:
    """A tree with too few leaves or a column that does not exist is told, not guessed at."""
    with pytest.raises(ValueError, match=r"tree 0|bias"):
        forest_from_dict({**forest_to_dict(FOREST), **change})
