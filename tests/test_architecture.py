"""Who may import whom: data flows one way, and the rooms do not know each other's insides."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import cleancorpus

SOURCE = Path(cleancorpus.__file__).parent
LAYERS = (
    {"role", "errors", "outcome", "limits", "garbage"},
    {"block", "profile", "record", "packing", "storage"},
    {"page", "document", "markdown"},
    {"language"},
    {"segment", "label", "normalise", "metadata", "engine"},
    {"selection"},
    {"pipeline"},
    {"read", "write"},
    {"batch"},
    {"evaluate"},
    {"cli"},
    {"__main__"},
)
RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}
MODULES = sorted(SOURCE.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("cleancorpus.")}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if _room(path) != "__init__"], ids=lambda path: str(path.relative_to(SOURCE))
)
def test_a_room_imports_only_what_stands_below_it(path: Path) -> None:
    """No module imports a room above its own, or a sibling room of its own layer."""
    room = _room(path)
    for other in _imports(path) - {room}:
        if (room, other) in {("document", "markdown"), ("block", "role")}:
            continue  # the renderer is imported by the method that calls it
        assert RANK[other] < RANK[room] or RANK[room] < RANK["language"], f"{room} imports {other}"


def test_every_room_has_a_place() -> None:
    """A new room has to be put into the order above."""
    assert {_room(path) for path in MODULES} - {"__init__"} == set(RANK)


def test_the_library_does_not_print_or_read_the_environment() -> None:
    """Only the command prints and looks at the environment; and a worker tells the library that multiplies for it, which reads
    nothing else, to keep to one thread. What comes out is the same with any number."""
    for path in MODULES:
        if _room(path) != "cli":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
            assert "print" not in calls, path
            if path.name != "pool.py":
                assert "environ" not in {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}, path
