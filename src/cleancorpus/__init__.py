"""cleancorpus: web pages, and text already extracted from them, into clean, typed documents.

>>> import cleancorpus
>>> doc = cleancorpus.clean("A short note about nothing in particular, which ends here and is clean already.")
>>> doc.outcome, doc.text == doc.blocks[0].text
(<Outcome.OK: 'ok'>, True)
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers take it: importing it takes as long as all else here
if TYPE_CHECKING:
    from typing import Any

    from cleancorpus.block import Block, Kind, Markup
    from cleancorpus.document import Document, Evidence, Metadata
    from cleancorpus.errors import CleancorpusError, DataError, InputError, OptionError, OutputError
    from cleancorpus.language.lexicon import Lexicon, read_lexicon
    from cleancorpus.limits import Limits
    from cleancorpus.normalise.repairs import Repairs
    from cleancorpus.outcome import Outcome
    from cleancorpus.pipeline import Cleaner, clean
    from cleancorpus.profile import PROFILES, Profile
    from cleancorpus.role import Role

    __version__: str

__all__ = [
    "PROFILES",
    "Block",
    "CleancorpusError",
    "Cleaner",
    "DataError",
    "Document",
    "Evidence",
    "InputError",
    "Kind",
    "Lexicon",
    "Limits",
    "Markup",
    "Metadata",
    "OptionError",
    "Outcome",
    "OutputError",
    "Profile",
    "Repairs",
    "Role",
    "__version__",
    "clean",
    "read_lexicon",
]


_ROOMS = {
    "block": ("Block", "Kind", "Markup"),
    "document": ("Document", "Evidence", "Metadata"),
    "errors": ("CleancorpusError", "DataError", "InputError", "OptionError", "OutputError"),
    "language.lexicon": ("Lexicon", "read_lexicon"),
    "limits": ("Limits",),
    "normalise.repairs": ("Repairs",),
    "outcome": ("Outcome",),
    "pipeline": ("Cleaner", "clean"),
    "profile": ("PROFILES", "Profile"),
    "role": ("Role",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: the help of the command needs none of them."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  takes longer than everything else here

        return version("cleancorpus")
    if name not in _ROOM_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  only where something is asked for

    value = globals()[name] = getattr(import_module(f"cleancorpus.{_ROOM_OF[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
