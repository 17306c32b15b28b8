"""Write docs/reference.md from the docstrings of the public names.

python scripts/reference.py            print whether the page is up to date; exit 1 if not
python scripts/reference.py --write    write it
"""

from __future__ import annotations

import ast
import inspect
import sys
from enum import Enum
from pathlib import Path

import cleancorpus

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference.md"
HEAD = (
    "# Reference\n\nMade from the docstrings by `python scripts/reference.py --write`."
    " All names are importable from `cleancorpus`.\n"
)


def attribute_docs(thing: type) -> list[tuple[str, str, str]]:
    """(name, type or value, docstring) of every attribute of a class that has a docstring below it."""
    body = next(node for node in ast.parse(inspect.getsource(thing)).body if isinstance(node, ast.ClassDef)).body
    rows = []
    for node, after in zip(body, [*body[1:], None], strict=True):
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if not isinstance(target, ast.Name) or target.id.startswith("_"):
            continue
        kind = ast.unparse(node.annotation if isinstance(node, ast.AnnAssign) else node.value)
        rows.append((target.id, kind, _docstring(after)))
    return rows


def _docstring(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return " ".join(node.value.value.split())
    return ""


def describe(name: str, thing: object) -> str:
    """The section of one public name."""
    doc = inspect.getdoc(thing) or ""
    if isinstance(thing, type):
        lines = [f"## {name}\n", _indent_free(doc), ""]
        lines += [
            f"- `{attribute}` ({'value ' if issubclass(thing, Enum) else ''}`{kind}`): {text}".rstrip(": ")
            for attribute, kind, text in attribute_docs(thing)
        ]
        methods = [(key, member) for key, member in vars(thing).items() if not key.startswith("_") and _is_method(member)]
        for key, member in methods:
            function = (
                member.fget if isinstance(member, property) else member.__func__ if isinstance(member, classmethod) else member
            )
            signature = (
                ""
                if isinstance(member, property)
                else str(inspect.signature(function)).replace("self, ", "").replace("(self)", "()")
            )
            lines += ["", f"### {name}.{key}{signature}\n", _indent_free(inspect.getdoc(function) or "")]
        return "\n".join(lines)
    if callable(thing):
        return f"## {name}{inspect.signature(thing)}\n\n{_indent_free(doc)}"
    return f"## {name}\n\n`{', '.join(map(str, thing)) if hasattr(thing, '__iter__') else thing}`"


def _is_method(member: object) -> bool:
    return inspect.isfunction(member) or isinstance(member, (property, classmethod))


def _indent_free(doc: str) -> str:
    """A docstring as Markdown: its sections and their entries as they stand."""
    return "\n".join(_as_markdown(line) for line in doc.splitlines()).replace("``", "`")


def _as_markdown(line: str) -> str:
    if line.strip() in {"Args:", "Returns:", "Raises:"}:
        return f"\n{line.strip()}\n"
    is_entry = line.startswith("    ") and not line.startswith("        ") and ":" in line
    return f"- {line.strip()}" if is_entry else line.strip()


def render() -> str:
    """The whole page."""
    names = [name for name in cleancorpus.__all__ if not name.startswith("__")]
    return HEAD + "\n" + "\n\n".join(describe(name, getattr(cleancorpus, name)) for name in names) + "\n"


def main() -> int:
    """Run the command."""
    page = render()
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page
    print("docs/reference.md is", "up to date" if same else "out of date: run python scripts/reference.py --write")
    return int(not same)


if __name__ == "__main__":
    sys.exit(main())
