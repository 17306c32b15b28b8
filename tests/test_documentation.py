"""The documentation's examples: every ``>>>`` in the docs, the README and the docstrings runs and shows the truth."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import cleancorpus
from cleancorpus.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MODULES = sorted(item.name for item in pkgutil.walk_packages(cleancorpus.__path__, "cleancorpus."))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_of_a_page_are_true(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples run from the project's root, as a reader would run them."""
    monkeypatch.chdir(ROOT)
    assert doctest.testfile(str(page), module_relative=False, optionflags=OPTIONS, encoding="utf-8").failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_a_docstring_are_true(name: str) -> None:
    """Doctests of every module."""
    assert doctest.testmod(importlib.import_module(name), optionflags=OPTIONS).failed == 0


def test_the_readme_shows_what_the_command_says(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Line by line, but for what it leaves out."""
    monkeypatch.chdir(ROOT)
    assert run(["explain", "fixtures/vi-cau-treo-text"]) == 0
    said = capsys.readouterr().out.splitlines()
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("cleancorpus: 6 documents: 6 ok\n")[2].partition("```")[0]
    lines = [line.removesuffix(" ...") for line in shown.splitlines() if line != "..."]
    assert len(lines) == 5
    assert [line for line in lines if not any(own.startswith(line) for own in said)] == []
