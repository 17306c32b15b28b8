"""Vocabulary: what a model knows of the words of texts and of the names of elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cleancorpus.label.naming import Naming, naming_from_dict, naming_to_dict
from cleancorpus.label.wording import Wording, wording_from_dict, wording_to_dict


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Both tables; None for what the model knows nothing of."""

    wording: Wording | None = None
    naming: Naming | None = None


def vocabulary_to_dict(vocabulary: Vocabulary) -> dict[str, Any]:
    """The parts of `weights.json` that hold it: one for each table that there is."""
    found: dict[str, Any] = {}
    if vocabulary.wording is not None:
        found["wording"] = wording_to_dict(vocabulary.wording)
    if vocabulary.naming is not None:
        found["naming"] = naming_to_dict(vocabulary.naming)
    return found


def vocabulary_from_dict(data: Mapping[str, Any]) -> Vocabulary:
    """What `vocabulary_to_dict` wrote; other parts are left alone.

    Raises:
        ValueError: A table is damaged, or of another size.
        KeyError, TypeError: A part of one is missing or of another type.
    """
    return Vocabulary(
        wording_from_dict(data["wording"]) if "wording" in data else None,
        naming_from_dict(data["naming"]) if "naming" in data else None,
    )
