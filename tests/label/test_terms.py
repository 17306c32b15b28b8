"""Tables of terms: summed exactly, written and read, and wrong ones refused."""

from __future__ import annotations

import base64
import zlib
from typing import Any

import numpy as np
import pytest

from cleancorpus.label.terms import BITS, Terms, TermWeights, hash_word, log_odds, weights_from_dict, weights_to_dict


def ints(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def test_sums_are_those_of_each_owner() -> None:
    """Owners without terms have none; a term that stands twice counts twice; every question has its own answer."""
    weights = np.zeros((2, 1 << BITS), dtype=np.int8)
    weights[:, [5, 6]] = ((-127, 3), (1, 0))
    terms = Terms(ints(0, 2, 2, 2), ints(5, 6, 6, 5), ints(1, 0, 3))
    assert TermWeights(weights).sum(terms).tolist() == [[-127, 0, -121], [1, 0, 1]]


def test_log_odds_grow_with_the_root_of_the_terms() -> None:
    """Four terms of one weight say twice as much as one of them; none says nothing."""
    assert log_odds(ints(8, 32, 0), ints(1, 4, 0)).tolist() == [1.0, 2.0, 0.0]
    assert log_odds(np.array([ints(8, 8), ints(0, 16)]), ints(1, 4)).tolist() == [[1.0, 0.5], [0.0, 1.0]]


def test_any_characters_have_a_number() -> None:
    """Lone surrogates too."""
    assert hash_word("\ud800") != hash_word("\ud801")


def test_a_table_comes_back_as_it_was_written() -> None:
    """All weights, the least and the greatest too, and every row."""
    weights = np.arange(3 << BITS).astype(np.int8).reshape(3, -1)
    assert np.array_equal(weights_from_dict(weights_to_dict(TermWeights(weights))).weights, weights)


def test_a_table_that_does_not_say_how_many_rows_it_has_is_of_one() -> None:
    """As older models are."""
    data = weights_to_dict(TermWeights(np.ones((1, 1 << BITS), dtype=np.int8)))
    del data["rows"]
    assert weights_from_dict(data).weights.shape == (1, 1 << BITS)


def packed(raw: bytes) -> str:
    return base64.b64encode(zlib.compress(raw)).decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"bits": BITS + 1, "weights": ""}, "bits"),
        ({"bits": BITS, "weights": "?"}, "damaged"),
        ({"bits": BITS, "weights": base64.b64encode(b"no stream").decode()}, "damaged"),
        ({"bits": BITS, "weights": packed(b"\x01")}, "are needed"),
        ({"bits": BITS, "weights": packed(bytes(1 << BITS) * 100)}, "are needed"),
        ({"bits": BITS, "rows": 2, "weights": packed(bytes(1 << BITS))}, "are needed"),
        ({"bits": BITS, "rows": 0, "weights": packed(b"")}, "rows"),
        ({"bits": BITS, "rows": 1 << 40, "weights": packed(b"")}, "rows"),
        ({"bits": BITS, "rows": True, "weights": packed(b"")}, "rows"),
        ({"bits": BITS, "weights": packed(bytes(1 << BITS))[:40]}, "damaged|are needed"),
    ],
)
def test_a_wrong_table_is_refused(data: dict[str, Any], message: str) -> None:
    """Another size, damage, and what unpacks to more than it may, which is not unpacked."""
    with pytest.raises(ValueError, match=message):
        weights_from_dict(data)
