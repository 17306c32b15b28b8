"""The public surface: what is exported is what is declared, and importing it is cheap."""

from __future__ import annotations

import subprocess
import sys

import pytest

import cleancorpus

HEAVY = ("numpy", "selectolax", "py3langid", "cchardet", "pyarrow", "trafilatura", "lxml", "importlib.metadata", "asyncio")


def test_exported_names_are_declared_and_sorted() -> None:
    """Every public name is there, is what its room calls so, and stands in ``__all__``, which is in order."""
    assert all(hasattr(cleancorpus, name) for name in cleancorpus.__all__)
    assert sorted(set(cleancorpus.__all__)) == sorted(cleancorpus.__all__) == dir(cleancorpus)
    named = {name: value.__name__ for name in cleancorpus.__all__ if hasattr(value := getattr(cleancorpus, name), "__name__")}
    assert len(named) > 15
    assert all(name == own for name, own in named.items())
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = cleancorpus.nothing


@pytest.mark.parametrize("first", ["cleancorpus.pipeline", "cleancorpus.selection.join", "cleancorpus.cli.main", "cleancorpus"])
def test_names_are_the_same_whatever_was_imported_before(first: str) -> None:
    """No room takes the place of a public name."""
    code = f"import {first}, cleancorpus; print(cleancorpus.clean('A line.').text, cleancorpus.Role.BODY)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["A", "line.", "body"]


def test_importing_it_imports_no_room() -> None:
    """What is not asked for is not imported: the help of the command comes at once."""
    code = "import sys, cleancorpus; print([name for name in sys.modules if name.startswith('cleancorpus.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_import_loads_nothing_heavy() -> None:
    """``import cleancorpus`` loads no parser, model or array library."""
    code = f"import sys, cleancorpus; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_version_is_that_of_the_package() -> None:
    """``__version__`` comes from the package's metadata."""
    assert cleancorpus.__version__.count(".") == 2
