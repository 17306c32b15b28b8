"""A model small enough to read: content is what has many words and few links, headings are headings, the rest is navigation."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from cleancorpus.label.model import FORMAT
from cleancorpus.label.trees import Forest, Tree, forest_to_dict

ROLES = ("title", "heading", "body", "nav")
UNIT = 4096
TABLE = {"first": -4 * UNIT, "step": UNIT, "values": [100, 500, 2000, 4000, 6000, 8000, 9500, 9900]}


def leaves(*rows: list[int]) -> Any:
    return UNIT * np.array(rows, dtype=np.int32)


CONTENT = Forest(("words", "link_density"), ("content",), (0,), (Tree((0, 1), (8.0, 0.5), leaves([-1], [3], [-3], [-2])),))
NAMED = Forest(
    ("level", "words", "is_title"),
    ROLES,
    (0, 0, 0, 0),
    (
        Tree((0,), (0.5,), leaves([0, 0, 2, 0], [0, 5, 0, 0])),
        Tree((1,), (8.0,), leaves([0, 0, 0, 4], [0, 0, 3, 0])),
        Tree((2, 0), (1.5, 0.5), leaves([0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [9, 0, 0, 0])),
    ),
)


def write_model(folder: Path, weights: dict[str, Any] | None = None, **manifest: Any) -> Path:
    """A model directory; with other weights or another manifest where a test wants it wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {
        "content": forest_to_dict(CONTENT),
        "content_page": TABLE,
        "content_article": TABLE,
        "roles": forest_to_dict(NAMED),
        "article_lead": TABLE,
        "frame_lead": TABLE,
        **(weights or {}),
    }
    raw = json.dumps(parts).encode()
    (folder / "weights.json").write_bytes(raw)
    described = {"format": FORMAT, "name": "small", "version": "1", "weights_sha256": hashlib.sha256(raw).hexdigest(), **manifest}
    (folder / "manifest.json").write_text(json.dumps(described), encoding="utf-8")
    return folder
