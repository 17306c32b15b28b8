"""What benchmarks have in common: where the annotated pages are, and the modules beside them."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

DATA = Path(os.environ.get("CLEANCORPUS_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))


def load_beside(name: str) -> ModuleType:
    """A module of the folder ``bench`` beside the data: ``metrics``, ``hostile``."""
    path = DATA.parent / "bench" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"beside_{name}", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"no {path}; set CLEANCORPUS_DATA")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
