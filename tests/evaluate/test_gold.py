"""What a path holds: one set, several, or none, and why not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cleancorpus.errors import DataError, InputError
from cleancorpus.evaluate.gold import find_gold
from tests.evaluate.pages import PROSE, write_table

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "fixtures" / "gold" / "own.jsonl"


def test_a_file_is_a_set_named_after_it() -> None:
    """Whatever it ends in, if it is no table it is read as JSON lines."""
    found = find_gold([str(OWN)])
    assert [gold.name for gold in found.sets] == ["own"]
    assert found.left_out == ()
    assert len(list(found.sets[0].pages())) == 4


def test_a_folder_holds_cases_and_files() -> None:
    """The fixtures are one set."""
    [gold] = find_gold([str(ROOT / "fixtures")]).sets
    assert gold.name == "fixtures"
    assert len(list(gold.pages())) == len(list((ROOT / "fixtures").glob("*/expected.json")))


def test_what_is_no_gold_set_is_left_out_of_a_folder(tmp_path: Path) -> None:
    """And told; named by itself it is an error."""
    shutil.copy(OWN, tmp_path / "own.jsonl")
    path = write_table(tmp_path / "vi.parquet", [{"id": "a", "sentences": ["S"]}])
    write_table(tmp_path / "b.parquet", [{"id": "a", "html": b"<p>x", "gold": PROSE}])
    found = find_gold([str(tmp_path)])
    assert [gold.name for gold in found.sets] == ["b", "own"]
    assert [str(path) in line for line in found.left_out] == [True]
    with pytest.raises(DataError, match="is no gold set"):
        find_gold([str(path)])


def test_sets_of_the_same_name_go_by_their_paths(tmp_path: Path) -> None:
    """So that their pages are not mixed; the same set twice is an error."""
    shutil.copy(OWN, tmp_path / "own.jsonl")
    paths = [str(OWN), str(tmp_path / "own.jsonl")]
    assert [gold.name for gold in find_gold(paths).sets] == paths
    with pytest.raises(InputError, match="is named twice"):
        find_gold([str(OWN), str(OWN)])


@pytest.mark.parametrize("name", ["nowhere", "", "a" * 5000])
def test_a_path_that_does_not_exist_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what may stand there; the empty name is the folder one is in."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        find_gold([name])


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    """With what is looked for."""
    with pytest.raises(InputError, match=r"no gold set in this folder; expected \.parquet or \.jsonl"):
        find_gold([str(tmp_path)])
