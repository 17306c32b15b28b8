"""The public surface: what is exported is what is declared, and importing it is cheap."""

from __future__ import annotations

import subprocess
import sys

import cleancorpus

HEAVY = ("numpy", "selectolax", "py3langid", "cchardet", "pyarrow", "trafilatura", "lxml", "importlib.metadata", "asyncio")


def test_exported_names_are_declared_and_sorted() -> None:
    """Every public name of the package is in ``__all__``, which is in order."""
    public = {name for name in vars(cleancorpus) if not name.startswith("_") and isinstance(getattr(cleancorpus, name), type)}
    assert public <= set(cleancorpus.__all__)
    assert all(hasattr(cleancorpus, name) for name in cleancorpus.__all__)
    assert sorted(set(cleancorpus.__all__)) == sorted(cleancorpus.__all__)


def test_import_loads_nothing_heavy() -> None:
    """``import cleancorpus`` loads no parser, model or array library."""
    code = f"import sys, cleancorpus; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"  # noqa: S603


def test_the_version_is_that_of_the_package() -> None:
    """``__version__`` comes from the package's metadata."""
    assert cleancorpus.__version__.count(".") == 2
