"""Folds: which pages are validated together. A leaf of the package, for whoever deals pages out."""

from __future__ import annotations

import hashlib

FOLDS = 4


def fold_of(domain: str) -> int:
    """The fold of a site: the same for all its pages, whatever else is in the corpus."""
    return int(hashlib.sha256(domain.encode()).hexdigest(), 16) % FOLDS
