"""Save: a model as a directory that `cleancorpus.label.model` opens."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from cleancorpus.label.calibration import Calibration
from cleancorpus.label.model import FORMAT, Model
from cleancorpus.label.net import net_to_dict
from cleancorpus.label.trees import forest_to_dict
from cleancorpus.label.vocabulary import vocabulary_to_dict
from training.corpus import Corpus


def save_model(model: Model, folder: Path, corpus: Corpus) -> None:
    """Write manifest and weights. The card is written by a person, with the figures of `training.validate`."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = json.dumps(
        {
            "content": forest_to_dict(model.ensemble.content),
            "content_article": _calibration(model.content_article),
            "content_page": _calibration(model.content_page),
            "frame_lead": _calibration(model.frame_lead),
            "article_lead": _calibration(model.article_lead),
            "roles": forest_to_dict(model.ensemble.roles),
            **({"net": net_to_dict(model.ensemble.net)} if model.ensemble.net else {}),
            **vocabulary_to_dict(model.vocabulary),
        },
        sort_keys=True,
        separators=(",", ":"),
    ).replace('},{"borders"', '},\n{"borders"')
    (folder / "weights.json").write_text(weights, encoding="utf-8")
    manifest = {
        "format": FORMAT,
        "input": str(model.input),
        "licence": "Apache-2.0",
        "name": model.name,
        "version": model.version,
        "roles": list(model.ensemble.roles.outputs),
        "training_pages": len(corpus.pages),
        "training_sha256": training_digest(corpus),
        "weights_sha256": hashlib.sha256(weights.encode()).hexdigest(),
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def training_digest(corpus: Corpus) -> str:
    """Digest of what the model was trained on: the features, targets and weights of every block."""
    digest = hashlib.sha256("\n".join(f"{page.set}/{page.id}" for page in corpus.pages).encode())
    for array in (corpus.table, corpus.content, corpus.content_weight, corpus.role, corpus.role_weight):
        digest.update(array.tobytes())
    return digest.hexdigest()


def _calibration(calibration: Calibration) -> dict[str, object]:
    return {"first": calibration.first, "step": calibration.step, "values": list(calibration.values)}
