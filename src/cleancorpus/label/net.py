"""The net: a small convolutional network over the blocks of a page in their order, computed in whole numbers.

A forest looks at one block and what features tell of those beside it; the net reads every feature of all blocks around, so it
learns for itself that headline and summary take turns, where an article breaks off, and what a page is like. It is a stack of
residual blocks (He et al., CVPR 2016) of dilated convolutions (Yu & Koltun, ICLR 2016), each of which hears the mean of the page
too.

Weights and what passes between layers are whole numbers of a byte (Jacob et al., CVPR 2018). So the sums of a product of matrices
fit the 24 bits in which float32 is exact, and are the same in any order, on any machine and in any batch. All else is done number
by number, in one order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import ThreadpoolController

from cleancorpus.label.packed import pack, unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Bytes = NDArray[np.int8]

UNIT = 16
"""Sixteenths: what 1.0 between two layers is as a whole number."""
MOST = 127
"""The largest number between layers, and the largest weight."""
_MOST_INPUTS = 1000
"""Of a layer: 1,040 products of two bytes fit 24 bits."""
_MOST_BINS = 128
_MOST_REACH = 1 << 10
_MOST_ROWS = 1 << 12
"""Rows that are multiplied at once: more would not stay near the processor."""
_FEW_ROWS = 1 << 10
"""Fewer are looked up among the borders one by one; of more it is faster to count the borders that each is above: .6 and 1.4
microseconds a row for 4,096 rows of 150 columns, 3.7 and 2.4 for 200 (2026-11-28)."""


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """What the values of one feature say."""

    borders: Floats
    """Where they fall apart, rising."""
    values: Floats
    """What each bin says, one more than borders: whole numbers of a byte."""

    def read(self, column: Floats, told: Floats) -> None:
        """Fill ``told`` with what each value of a column says."""
        if len(column) < _FEW_ROWS:
            bins = np.searchsorted(self.borders, column)
        else:
            bins = np.add.reduce((column > self.borders[:, None]).view(np.uint8), axis=0, dtype=np.uint8)
        np.take(self.values, bins, out=told, mode="clip")


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """A product with a matrix of whole numbers, and what each output is to be multiplied by and raised by."""

    weights: Bytes
    """One row an input, one column an output."""
    scale: Floats
    shift: Floats

    def apply(self, inputs: Floats) -> Floats:
        """One row of outputs for each row of inputs, which are whole numbers."""
        result: Floats = inputs @ self.weights.astype(np.float32)
        result *= self.scale
        result += self.shift
        return result


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One residual block: what a row, the two at some distance from it and the mean of its page say together."""

    reach: int
    """How many rows off the two are."""
    mix: Dense
    """Inputs are the row before, the row, the row behind, and the mean."""
    out: Dense


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """What a training learned of rows in their order."""

    columns: tuple[str, ...]
    """Names of the features it looks at."""
    outputs: tuple[str, ...]
    """What the numbers that come out speak for."""
    bins: tuple[Bins, ...]
    """Those of each column."""
    first: Dense
    blocks: tuple[Block, ...]
    last: Dense

    def score(self, table: Floats, starts: NDArray[np.intp]) -> NDArray[np.int64]:
        """Margins of all rows.

        Args:
            table: One row a block, one column for each of `columns`.
            starts: Where each page begins, rising, the first at 0; every page has a row.

        Returns:
            One row a block, one column for each output. No rows for no rows.
        """
        if not len(table):
            return np.zeros((0, len(self.outputs)), dtype=np.int64)
        with _libraries().limit(limits=1, user_api="blas"):
            return self._score_rows(table, starts)

    def _score_rows(self, table: Floats, starts: NDArray[np.intp]) -> NDArray[np.int64]:
        state = np.concatenate([self._read(part) for part in _in_parts(table)])
        sizes = np.diff(starts, append=len(table))
        for block in self.blocks:
            _add(block, state, starts, sizes)
        parts = [np.rint(self.last.apply(_cut(part))) for part in _in_parts(state)]
        return np.concatenate(parts).astype(np.int64)

    def _read(self, table: Floats) -> Floats:
        """The first state of some rows."""
        columns = np.ascontiguousarray(table.T)
        told = np.empty_like(columns)
        for bins, column, row in zip(self.bins, columns, told, strict=True):
            bins.read(column, row)
        return self.first.apply(told.T)


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    """What numpy multiplies with. In several threads products of this size cost nearly twice the processor's time: they wait for
    each other. Texts one by one 2.13 of trafilatura's for 1.12 in one thread (2026-11-28)."""
    return ThreadpoolController()


def _add(block: Block, state: Floats, starts: NDArray[np.intp], sizes: NDArray[np.intp]) -> None:
    """Add to the state of each row what a residual block makes of it and its neighbours."""
    told = np.concatenate([_cut(state), np.zeros((1, state.shape[1]), dtype=np.float32)])  # the last row stands beside every page
    means = np.rint(np.add.reduceat(told[:-1], starts, axis=0) / sizes[:, None].astype(np.float32))
    page, row, nothing = np.repeat(np.arange(len(starts)), sizes), np.arange(len(state)), len(state)
    ends = starts + sizes
    before = np.where(row - block.reach >= starts[page], row - block.reach, nothing)
    behind = np.where(row + block.reach < ends[page], row + block.reach, nothing)
    for at in range(0, len(state), _MOST_ROWS):
        own = slice(at, min(at + _MOST_ROWS, len(state)))
        inputs = np.concatenate([told[before[own]], told[own], told[behind[own]], means[page[own]]], axis=1)
        mixed = np.clip(np.rint(block.mix.apply(inputs)), 0, MOST)
        state[own] += block.out.apply(mixed)


def _cut(state: Floats) -> Floats:
    """A state as whole numbers of a byte."""
    return np.clip(np.rint(state), -MOST, MOST)


def _in_parts(table: Floats) -> list[Floats]:
    return [table[at : at + _MOST_ROWS] for at in range(0, len(table), _MOST_ROWS)]


def net_to_dict(net: Net) -> dict[str, Any]:
    """A net as `weights.json` holds it. Numbers are written so that they come back exactly."""
    return {
        "columns": list(net.columns),
        "outputs": list(net.outputs),
        "borders": [[float(border) for border in bins.borders] for bins in net.bins],
        "values": [bins.values.astype(np.int8).tolist() for bins in net.bins],
        "first": _dense_to_dict(net.first),
        "blocks": [
            {"reach": part.reach, "mix": _dense_to_dict(part.mix), "out": _dense_to_dict(part.out)} for part in net.blocks
        ],
        "last": _dense_to_dict(net.last),
    }


def _dense_to_dict(dense: Dense) -> dict[str, Any]:
    return {
        "inputs": len(dense.weights),
        "weights": pack(dense.weights.tobytes()),
        "scale": [float(value) for value in dense.scale],
        "shift": [float(value) for value in dense.shift],
    }


def net_from_dict(data: Mapping[str, Any]) -> Net:
    """The net that `net_to_dict` wrote.

    Raises:
        ValueError: A part is damaged, or its shape does not fit; says which.
        KeyError, TypeError: A part is missing or of another type.
    """
    columns, outputs = tuple(map(str, data["columns"])), tuple(map(str, data["outputs"]))
    bins = _read_bins(data["borders"], data["values"], len(columns))
    first = _read_dense(data["first"], "first", len(columns))
    width = len(first.scale)
    blocks = tuple(_read_block(item, f"block {number}", width) for number, item in enumerate(data["blocks"]))
    last = _read_dense(data["last"], "last", width)
    _check(len(last.scale) == len(outputs), f"last: {len(last.scale)} outputs, {len(outputs)} are named")
    return Net(columns, outputs, bins, first, blocks, last)


def _read_bins(rows: Sequence[Sequence[float]], told: Sequence[Sequence[int]], columns: int) -> tuple[Bins, ...]:
    _check(len(rows) == len(told) == columns, f"bins of {len(rows)} and {len(told)} columns for {columns}")
    return tuple(_read_column(*own, at) for at, own in enumerate(zip(rows, told, strict=True)))


def _read_column(row: Sequence[float], told: Sequence[int], at: int) -> Bins:
    _check(len(row) < _MOST_BINS, f"column {at}: {len(row) + 1} bins, at most {_MOST_BINS} are read")
    _check(len(told) == len(row) + 1, f"column {at}: {len(told)} values for {len(row)} borders")
    _check(all(-MOST <= value <= MOST for value in told), f"column {at}: a value of more than a byte")
    borders = np.array(row, dtype=np.float32)
    rise = np.isfinite(borders).all() and (np.diff(borders) > 0).all()
    _check(bool(rise), f"column {at}: borders do not rise")
    return Bins(borders, np.array(told, dtype=np.float32))


def _read_block(data: Mapping[str, Any], name: str, width: int) -> Block:
    reach = data["reach"]
    _check(type(reach) is int and 0 < reach <= _MOST_REACH, f"{name}: reach {reach!r}")
    mix = _read_dense(data["mix"], f"{name} mix", 4 * width)
    out = _read_dense(data["out"], f"{name} out", len(mix.scale))
    _check(len(out.scale) == width, f"{name}: {len(out.scale)} outputs for a state of {width}")
    return Block(reach, mix, out)


def _read_dense(data: Mapping[str, Any], name: str, inputs: int) -> Dense:
    scale, shift = (np.array(data[part], dtype=np.float32) for part in ("scale", "shift"))
    _check(data["inputs"] == inputs <= _MOST_INPUTS, f"{name}: {data['inputs']!r} inputs, {inputs} are given")
    _check(scale.shape == shift.shape == (len(scale),), f"{name}: {scale.shape} scales, {shift.shape} shifts")
    _check(bool(np.isfinite([scale, shift]).all()), f"{name}: a number that is none")
    raw = unpack(data["weights"], inputs * len(scale), f"{name}: weights")
    return Dense(np.frombuffer(raw, dtype=np.int8).reshape(inputs, -1), scale, shift)


def _check(fits: bool, message: str) -> None:
    if not fits:
        raise ValueError(message)
