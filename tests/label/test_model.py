"""Model directories: a whole one opens, a wrong, foreign or damaged one is refused with the reason and the way out."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest

import cleancorpus
from cleancorpus.errors import CleancorpusError, DataError, OptionError
from cleancorpus.label.labeller import PageLabels
from cleancorpus.label.model import DEFAULTS, MODELS, open_model
from cleancorpus.label.trees import forest_to_dict
from cleancorpus.page import InputKind
from tests.label.small_model import CONTENT, NAMED, write_model


def test_a_whole_directory_opens(tmp_path: Path) -> None:
    """Name, version, forests and calibrations are what was written."""
    model = open_model(write_model(tmp_path / "small"))
    assert (model.name, model.version) == ("small", "1")
    assert model.ensemble.roles.outputs == NAMED.outputs
    assert model.ensemble.content.columns == CONTENT.columns


def test_the_shipped_model_is_whole_and_described() -> None:
    """Manifest and weights belong together; the card stands beside them."""
    model = open_model(MODELS / DEFAULTS[InputKind.HTML])
    assert model.ensemble.content.trees
    assert model.ensemble.roles.trees
    assert (MODELS / DEFAULTS[InputKind.HTML] / "CARD.md").is_file()


def broken(change: dict[str, Any], forest: dict[str, Any]) -> dict[str, Any]:
    return {**forest, **change}


@pytest.mark.parametrize(
    ("weights", "manifest", "message"),
    [
        ({}, {"format": "cleancorpus-model-9"}, "format 'cleancorpus-model-9'"),
        ({}, {"weights_sha256": "0" * 64}, "not the file that the manifest describes"),
        ({"frame_lead": {"first": 0, "step": 1, "values": []}}, {}, "calibration"),
        ({"frame_lead": []}, {}, "TypeError"),
        ({"content": broken({"columns": ["words", "moon_phase"]}, forest_to_dict(CONTENT))}, {}, "moon_phase"),
        ({"roles": broken({"outputs": ["title", "heading", "body", "poem"]}, forest_to_dict(NAMED))}, {}, "poem"),
        ({"roles": broken({"bias": [0]}, forest_to_dict(NAMED))}, {}, "bias has 1 numbers for 4 outputs"),
        ({}, {"name": None, "format": None}, "format None"),
    ],
)
def test_a_wrong_model_is_refused(tmp_path: Path, weights: dict[str, Any], manifest: dict[str, Any], message: str) -> None:
    """The message names the directory and what is wrong with it."""
    folder = write_model(tmp_path / "wrong", weights, **manifest)
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        open_model(folder)
    assert str(folder) in str(caught.value)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    """A file that was cut short is no other model."""
    folder = write_model(tmp_path / "cut")
    whole = (folder / "weights.json").read_bytes()
    (folder / "weights.json").write_bytes(whole[:-20])
    with pytest.raises(DataError, match="damaged"):
        open_model(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever else stands in the file: it is said, not raised through."""
    folder = write_model(tmp_path / "odd")
    (folder / "manifest.json").write_bytes(content)
    with pytest.raises(DataError, match="manifest"):
        open_model(folder)


def test_no_model_says_how_to_get_one(tmp_path: Path) -> None:
    """A folder without a model, a file, nothing at all: the message tells how to train one."""
    with pytest.raises(DataError, match="python -m training"):
        cleancorpus.Cleaner(model=tmp_path)
    with pytest.raises(CleancorpusError, match=r"manifest\.json"):
        cleancorpus.Cleaner(model=tmp_path / "nowhere")


def test_a_model_of_ones_own_labels(tmp_path: Path) -> None:
    """The cleaner uses it, survives being copied with it, and gives back plain JSON roles."""
    cleaner = copy.deepcopy(cleancorpus.Cleaner(model=write_model(tmp_path / "own")))
    prose = "The ferry crossed the river at nine and came back with more goats than people on its deck."
    document = cleaner.clean(f"<html><body><nav><a href=/>Home</a></nav><h2>Boats</h2><p>{prose}</p></body></html>")
    assert document.text == prose
    roles = [json.loads(json.dumps(block["role"])) for block in document.to_dict()["blocks"]]
    assert (roles[0], roles[-1]) == ("nav", "body")


class Silent:
    """A labeller, for a test that must not ask it."""

    name = "silent"

    def label(self, pages: object) -> list[PageLabels]:
        raise AssertionError


def test_a_labeller_and_a_model_contradict(tmp_path: Path) -> None:
    """A labeller brings its own model; two answers to one question are refused."""
    with pytest.raises(OptionError, match="leave one of them out"):
        cleancorpus.Cleaner(model=write_model(tmp_path / "small"), labeller=Silent())
