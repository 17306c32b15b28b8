"""Terms: words as numbers, and what a training learned each weighs.

Numbers are hashes (Weinberger et al., ICML 2009), so that a model holds weights and no words.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cleancorpus.label.packed import pack, unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

BITS = 18
"""Of a term's number. With 20 the words of lines tell kept ones from others with an AUC of .858, with 18 of .857 (fold 0,
2026-11-27)."""
MASK = (1 << BITS) - 1
EIGHTHS = 8
"""Of log odds in which a weight is given."""
_MOST_ROWS = 64
"""Of a table in a file: there are fewer roles."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of some owners, one entry for each, in no order."""

    owner: Ints
    """Index of the text, or of the element, that it is of."""
    term: Ints
    """Its number."""
    counts: Ints
    """How many each owner has."""


@dataclass(frozen=True, slots=True, eq=False)
class TermWeights:
    """Weights of terms."""

    weights: NDArray[np.int8]
    """In eighths of log odds: one row for each question that terms answer, one column for each of ``2 ** BITS`` numbers; 0 for
    terms that say nothing."""

    def sum(self, terms: Terms) -> Ints:
        """The weights of each owner's terms together, in eighths: one row a question, one column an owner."""
        owners = len(terms.counts)
        sums = [np.bincount(terms.owner, weights=row[terms.term], minlength=owners) for row in self.weights]
        return np.array(sums).astype(np.int64)  # of whole numbers: exact


def log_odds(sums: Ints, counts: Ints) -> Floats:
    """Sums of weights as log odds, so that many terms weigh no more than few; 0.0 for none.

    Args:
        sums: One for each owner, or rows of them.
        counts: How many terms each owner has.
    """
    result: Floats = sums / (EIGHTHS * np.sqrt(np.maximum(counts, 1)))
    return result


def hash_word(word: str) -> int:
    """The number of a word, before it is cut to `BITS`."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def weights_to_dict(table: TermWeights) -> dict[str, Any]:
    """A table as `weights.json` holds it."""
    return {"bits": BITS, "rows": len(table.weights), "weights": pack(table.weights.tobytes())}


def weights_from_dict(data: Mapping[str, Any]) -> TermWeights:
    """The table that `weights_to_dict` wrote.

    Raises:
        ValueError: It is damaged, or of another size.
        KeyError, TypeError: A part is missing or of another type.
    """
    if data["bits"] != BITS:
        message = f"a table of terms of {data['bits']!r} bits, this version reads {BITS}"
        raise ValueError(message)
    rows = data.get("rows", 1)
    if type(rows) is not int or not 1 <= rows <= _MOST_ROWS:
        message = f"a table of terms of {rows!r} rows, this version reads 1 to {_MOST_ROWS}"
        raise ValueError(message)
    raw = unpack(data["weights"], rows << BITS, "a table of terms")
    return TermWeights(np.frombuffer(raw, dtype=np.int8).reshape(rows, -1))
