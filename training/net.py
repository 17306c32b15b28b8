"""Fit the net: by JAX, with the rounding that it will be computed with, then turned into whole numbers.

What is rounded passes its gradient on as if it were not (Bengio et al. 2013). The optimiser is AdamW (Loshchilov & Hutter, ICLR
2019), its rate rises for a moment and falls like a cosine. All that is drawn comes from seeds, so the same data give the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from cleancorpus.label.calibration import NAT
from cleancorpus.label.ensemble import name_outputs
from cleancorpus.label.net import MOST, UNIT, Bins, Block, Dense, Net

Weights = dict[str, Any]
_ROWS, _PAGES = 1 << 12, 1 << 8
"""Rows of one step, and at most so many pages of them."""
_SAMPLE, _BINS = 200_000, 64
_LEAST_SPREAD = 0.05
_KEPT_INPUTS, _KEPT_MIXED = 0.9, 0.85
_RATE, _WARM, _DECAY = 3e-3, 200, 1e-2
_SMOOTHED = 0.03
"""Share of a target that is given to all answers alike (Szegedy et al., CVPR 2016): a net that is never quite sure of the sites
that it has seen tells more of others."""
_HEAVIEST = 30.0
"""A row weighs at most so many times what rows do on average: steps are small."""


@dataclass(frozen=True, slots=True)
class NetSettings:
    """How a net is built and fitted."""

    width: int
    reaches: tuple[int, ...]
    """How far each block looks to either side."""
    epochs: int
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Targets:
    """What a net is to say of some rows."""

    policy: NDArray[np.int64]
    """Which of the two content outputs each row speaks of."""
    content: NDArray[np.int64]
    content_weight: NDArray[np.float64]
    role: NDArray[np.int64]
    role_weight: NDArray[np.float64]


def fit_net(
    table: NDArray[np.float32],
    columns: Sequence[str],
    page: NDArray[np.int64],
    targets: Targets,
    roles: Sequence[str],
    settings: NetSettings,
) -> Net:
    """A net of two content outputs and one a role.

    Args:
        table: One row a block, one column for each of ``columns``; pages after each other.
        page: Number of each row's page.
        targets: Of the same rows.
        roles: Names of the role outputs.
        settings: How it is fitted.
    """
    rng = np.random.default_rng(settings.seed)
    bins = _find_bins(table, rng)
    told = np.column_stack(
        [own.values.astype(np.int8)[np.searchsorted(own.borders, table[:, at])] for at, own in enumerate(bins)]
    )
    batches = _Batches(told, page, targets)
    steps = settings.epochs * sum(1 for _ in batches.draw(np.random.default_rng(settings.seed)))
    weights = _begin(len(columns), 2 + len(roles), settings)
    state = (weights, jax.tree.map(jnp.zeros_like, weights), jax.tree.map(jnp.zeros_like, weights))
    key, step = jax.random.PRNGKey(settings.seed), partial(_step, settings.reaches, steps)
    at = 0
    for _ in range(settings.epochs):
        for batch in batches.draw(rng):
            at += 1
            key, own = jax.random.split(key)
            state = step(state, at, batch, own)
    return _to_net(state[0], columns, name_outputs(roles), bins, settings.reaches)


def find_starts(page: NDArray[np.int64]) -> NDArray[np.intp]:
    """Where each page begins, of the number of each row's page."""
    return np.flatnonzero(np.diff(page, prepend=-1))


def raise_outputs(net: Net, margins: NDArray[np.float64]) -> Net:
    """The net with each of its margins raised."""
    return replace(net, last=replace(net.last, shift=net.last.shift + margins.astype(np.float32)))


def _find_bins(table: NDArray[np.float32], rng: np.random.Generator) -> tuple[Bins, ...]:
    """The bins of each column: as many rows in each as can be, and what each says is how high its values rank, in spreads from
    the middle."""
    sample = table[np.sort(rng.choice(len(table), min(len(table), _SAMPLE), replace=False))]
    return tuple(_cut_column(np.sort(sample[:, at])) for at in range(table.shape[1]))


def _cut_column(column: NDArray[np.float32]) -> Bins:
    """The bins of a sorted column."""
    known = np.unique(column)
    if len(known) > _BINS:
        borders = np.unique(column[np.arange(1, _BINS) * len(column) // _BINS])
    else:
        borders = np.unique(((known[1:].astype(np.float64) + known[:-1]) / 2).astype(np.float32))
    counts = np.bincount(np.searchsorted(borders, column), minlength=len(borders) + 1)
    rank = (np.cumsum(counts) - counts / 2) / len(column)
    middle = np.average(rank, weights=counts)
    spread = np.sqrt(np.average((rank - middle) ** 2, weights=counts)) + _LEAST_SPREAD
    return Bins(borders, np.clip(np.rint((rank - middle) / spread * UNIT), -MOST, MOST).astype(np.float32))


class _Batches:
    """Rows of whole pages, so many at a time; what is left over is filled up with rows that weigh nothing."""

    def __init__(self, told: NDArray[np.int8], page: NDArray[np.int64], targets: Targets) -> None:
        starts = find_starts(page)
        ends = np.r_[starts[1:], len(page)]
        self._pages = [
            (at, min(at + _ROWS, end)) for start, end in zip(starts, ends, strict=True) for at in range(start, end, _ROWS)
        ]
        self._told, self._targets = told, targets
        self._content = _even(targets.content_weight)
        self._role = _even(targets.role_weight)

    def draw(self, rng: np.random.Generator) -> Iterator[Mapping[str, NDArray[Any]]]:
        """All batches of one epoch, pages in another order each time."""
        own: list[tuple[int, int]] = []
        size = 0
        for at in rng.permutation(len(self._pages)):
            start, end = self._pages[at]
            if size + end - start > _ROWS or len(own) == _PAGES - 1:
                yield self._fill(own)
                own, size = [], 0
            own.append((start, end))
            size += end - start
        if own:
            yield self._fill(own)

    def _fill(self, own: Sequence[tuple[int, int]]) -> Mapping[str, NDArray[Any]]:
        rows = np.concatenate([np.arange(start, end) for start, end in own])
        left = _ROWS - len(rows)
        known = {
            "told": self._told,
            "policy": self._targets.policy,
            "content": self._targets.content,
            "content_weight": self._content,
            "role": self._targets.role,
            "role_weight": self._role,
        }
        batch = {
            name: np.concatenate([array[rows], np.zeros((left, *array.shape[1:]), dtype=array.dtype)])
            for name, array in known.items()
        }
        page = np.repeat(np.arange(len(own)), [end - start for start, end in own])
        return {**batch, "page": np.concatenate([page, np.full(left, _PAGES - 1)]).astype(np.int32)}


def _even(weight: NDArray[np.float64]) -> NDArray[np.float32]:
    """Weights that are 1 on average."""
    return np.minimum(weight / max(float(weight.mean()), 1e-9), _HEAVIEST).astype(np.float32)


def _begin(inputs: int, outputs: int, settings: NetSettings) -> Weights:
    keys = iter(jax.random.split(jax.random.PRNGKey(settings.seed), 2 * len(settings.reaches) + 2))

    def draw(rows: int, columns: int, size: float) -> Weights:
        matrix = jax.random.normal(next(keys), (rows, columns)) * size / np.sqrt(rows)
        return {"matrix": matrix, "shift": jnp.zeros(columns)}

    width = settings.width
    return {
        "first": draw(inputs, width, 1.0),
        "blocks": [{"mix": draw(4 * width, width, 1.4), "out": draw(width, width, 0.5)} for _ in settings.reaches],
        "last": draw(width, outputs, 0.3),
    }


def _round(values: jax.Array) -> jax.Array:
    return values + jax.lax.stop_gradient(jnp.rint(values) - values)


def _multiply(inputs: jax.Array, dense: Weights) -> jax.Array:
    """As `Dense.apply` computes it, in units of 1.0."""
    scale = jnp.maximum(jax.lax.stop_gradient(jnp.abs(dense["matrix"]).max(axis=0)), 1e-6) / MOST
    return inputs @ (_round(dense["matrix"] / scale) * scale) + dense["shift"]


def _cut(state: jax.Array, least: float) -> jax.Array:
    return _round(jnp.clip(state * UNIT, least, MOST)) / UNIT


def _shift(told: jax.Array, page: jax.Array, rows: int) -> jax.Array:
    """What stands so many rows before each, nothing where that is another page."""
    moved, other = jnp.roll(told, rows, axis=0), jnp.roll(page, rows)
    row = jnp.arange(len(page)) - rows
    return jnp.where(((other == page) & (row >= 0) & (row < len(page)))[:, None], moved, 0.0)


def _score(weights: Weights, reaches: Sequence[int], told: jax.Array, page: jax.Array, key: jax.Array | None) -> jax.Array:
    """Margins; with a key some of what passes is left out, as in training (Srivastava et al., JMLR 2014)."""
    keys = iter(jax.random.split(key, len(reaches) + 1)) if key is not None else None

    def drop(values: jax.Array, kept: float) -> jax.Array:
        return values if keys is None else values * jax.random.bernoulli(next(keys), kept, values.shape) / kept

    sizes = jax.ops.segment_sum(jnp.ones(len(page)), page, num_segments=_PAGES)
    state = _multiply(drop(told.astype(jnp.float32) / UNIT, _KEPT_INPUTS), weights["first"])
    for block, reach in zip(weights["blocks"], reaches, strict=True):
        own = _cut(state, -MOST)
        means = jax.ops.segment_sum(own, page, num_segments=_PAGES) / jnp.maximum(sizes, 1.0)[:, None]
        seen = (_shift(own, page, reach), own, _shift(own, page, -reach), (_round(means * UNIT) / UNIT)[page])
        mixed = _cut(_multiply(jnp.concatenate(seen, axis=1), block["mix"]), 0.0)
        state = state + _multiply(drop(mixed, _KEPT_MIXED), block["out"])
    return _multiply(_cut(state, -MOST), weights["last"])


def _lose(weights: Weights, reaches: Sequence[int], batch: Mapping[str, jax.Array], key: jax.Array) -> jax.Array:
    margins = _score(weights, reaches, batch["told"], batch["page"], key)
    content = jnp.where(batch["policy"] == 1, margins[:, 1], margins[:, 0])
    right = jnp.where(batch["content"] == 1, content, -content)
    doubt = jnp.logaddexp(0.0, -right) + _SMOOTHED / 2 * right
    chances = jax.nn.log_softmax(margins[:, 2:])
    named = jnp.take_along_axis(chances, batch["role"][:, None], axis=1)[:, 0]
    miss = -(1 - _SMOOTHED) * named - _SMOOTHED * chances.mean(axis=1)
    return (batch["content_weight"] * doubt + batch["role_weight"] * miss).sum() / _ROWS


@partial(jax.jit, static_argnums=(0, 1))
def _step(
    reaches: tuple[int, ...],
    steps: int,
    state: tuple[Weights, Weights, Weights],
    at: int,
    batch: Mapping[str, jax.Array],
    key: jax.Array,
) -> tuple[Weights, Weights, Weights]:
    """One step of AdamW."""
    weights, speed, size = state
    slope = jax.grad(_lose)(weights, reaches, batch, key)
    length = jnp.sqrt(sum(jnp.vdot(part, part) for part in jax.tree.leaves(slope)))
    slope = jax.tree.map(lambda part: part * jnp.minimum(1.0, 1.0 / (length + 1e-6)), slope)
    rate = _RATE * jnp.minimum(1.0, at / min(_WARM, steps // 10 + 1)) * 0.5 * (1.0 + jnp.cos(jnp.pi * at / steps))
    speed = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, speed, slope)
    size = jax.tree.map(lambda old, new: 0.99 * old + 0.01 * new * new, size, slope)

    def move(own: jax.Array, fast: jax.Array, large: jax.Array) -> jax.Array:
        decay = _DECAY * own if own.ndim > 1 else 0.0
        return own - rate * (fast / (1.0 - 0.9**at) / (jnp.sqrt(large / (1.0 - 0.99**at)) + 1e-8) + decay)

    return jax.tree.map(move, weights, speed, size), speed, size


def _to_net(
    weights: Weights,
    columns: Sequence[str],
    outputs: Sequence[str],
    bins: tuple[Bins, ...],
    reaches: Sequence[int],
) -> Net:
    """In whole numbers: between layers in sixteenths, at the end in nats' own fractions."""
    blocks = (
        Block(reach, _to_dense(part["mix"], UNIT), _to_dense(part["out"], UNIT))
        for part, reach in zip(weights["blocks"], reaches, strict=True)
    )
    first, last = _to_dense(weights["first"], UNIT), _to_dense(weights["last"], NAT)
    return Net(tuple(columns), tuple(outputs), bins, first, tuple(blocks), last)


def _to_dense(dense: Weights, unit: int) -> Dense:
    matrix = np.asarray(dense["matrix"])
    scale = np.maximum(np.abs(matrix).max(axis=0), np.float32(1e-6)) / np.float32(MOST)
    whole = np.clip(np.rint(matrix / scale), -MOST, MOST).astype(np.int8)
    return Dense(whole, (scale * np.float32(unit / UNIT)).astype(np.float32), np.asarray(dense["shift"]) * np.float32(unit))
