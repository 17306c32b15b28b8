"""A model directory: opened, checked, and refused with a reason when it is wrong, foreign or damaged.

It holds `manifest.json` (what it is and what its parts must be), `weights.json` and `CARD.md`. Nothing in it is ever executed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from cleancorpus.errors import DataError
from cleancorpus.label.calibration import Calibration, calibration_from_dict
from cleancorpus.label.ensemble import Ensemble, name_outputs
from cleancorpus.label.features.table import COLUMNS
from cleancorpus.label.net import net_from_dict
from cleancorpus.label.trees import forest_from_dict
from cleancorpus.label.vocabulary import Vocabulary, vocabulary_from_dict
from cleancorpus.page import InputKind
from cleancorpus.role import Role

FORMAT = "cleancorpus-model-1"
"""What `manifest.json` has to say under ``format``."""
_MOST_BYTES = 100_000_000
MODELS = Path(__file__).parent.parent / "data" / "models"
"""The models of the package."""
DEFAULTS = {InputKind.HTML: "blocks-1", InputKind.TEXT: "lines-1"}
"""The one of each kind of input."""
_HINT = "train one with `python -m training`, see docs/training.md"


@dataclass(frozen=True, slots=True)
class Model:
    """What labels the blocks of HTML, or those of plain text."""

    name: str
    version: str
    input: InputKind
    """What it labels."""
    ensemble: Ensemble
    """What scores blocks."""
    content_page: Calibration
    """Its margins for content as probabilities, for all that a reader came for."""
    content_article: Calibration
    """The same for the article alone."""
    article_lead: Calibration
    """How far a role of the article is ahead of the next, as the probability that it is the right one."""
    frame_lead: Calibration
    """The same for roles outside the article."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """What it knows of words and names."""
    digest: str = ""
    """SHA-256 of the file of its weights; empty for one that was not read from a file."""


@lru_cache(maxsize=8)
def open_model(folder: Path) -> Model:
    """The model in a directory.

    Raises:
        DataError: There is none, or it is not whole, not of this format, or made for other features; the message says which.
    """
    manifest = _read_json(folder / "manifest.json")
    if manifest.get("format") != FORMAT:
        message = f"model {folder}: format {manifest.get('format')!r}, this version reads {FORMAT!r}; {_HINT}"
        raise DataError(message)
    weights = folder / "weights.json"
    raw = _read(weights)
    digest = hashlib.sha256(raw).hexdigest()
    if manifest.get("weights_sha256") != digest:
        message = f"model {folder}: weights.json is not the file that the manifest describes (damaged, or edited); fetch it again"
        raise DataError(message)
    try:
        return replace(_build(manifest, json.loads(raw), folder), digest=digest)
    except (KeyError, TypeError, ValueError) as error:
        message = f"model {folder}: weights.json: {type(error).__name__}: {error}; {_HINT}"
        raise DataError(message) from error


def _build(manifest: dict[str, Any], weights: dict[str, Any], folder: Path) -> Model:
    net = net_from_dict(weights["net"]) if "net" in weights else None
    ensemble = Ensemble(forest_from_dict(weights["content"]), forest_from_dict(weights["roles"]), net)
    unknown = sorted(set(ensemble.columns) - set(COLUMNS))
    if unknown:
        message = f"model {folder}: made for features that this version does not compute: {', '.join(unknown[:5])}; {_HINT}"
        raise DataError(message)
    roles, content = ensemble.roles.outputs, ensemble.content.outputs
    strange = sorted(set(roles) - set(Role))
    if strange or len(content) != 1:
        message = f"model {folder}: outputs that are no roles: {', '.join(strange) or content}; {_HINT}"
        raise DataError(message)
    if net is not None and net.outputs != name_outputs(roles):
        message = f"model {folder}: outputs of its net that are not those of its forests: {', '.join(net.outputs)}; {_HINT}"
        raise DataError(message)
    return Model(
        name=str(manifest["name"]),
        version=str(manifest["version"]),
        input=InputKind(manifest.get("input", InputKind.HTML)),
        ensemble=ensemble,
        content_page=calibration_from_dict(weights["content_page"]),
        content_article=calibration_from_dict(weights["content_article"]),
        article_lead=calibration_from_dict(weights["article_lead"]),
        frame_lead=calibration_from_dict(weights["frame_lead"]),
        vocabulary=vocabulary_from_dict(weights),
    )


def _read_json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(_read(path))
    except ValueError as error:
        message = f"model file {path} is not JSON: {error}"
        raise DataError(message) from error
    if not isinstance(data, dict):
        message = f"model file {path} holds no object"
        raise DataError(message)
    return data


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            message = f"model file {path} is larger than {_MOST_BYTES:,} bytes"
            raise DataError(message)
        return path.read_bytes()
    except OSError as error:
        message = f"no model in {path.parent}: {path.name}: {error.strerror or error}; {_HINT}"
        raise DataError(message) from error
