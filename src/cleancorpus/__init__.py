"""cleancorpus: web pages, and text already extracted from them, into clean, typed documents.

>>> import cleancorpus
>>> doc = cleancorpus.clean("A short note about nothing in particular, which ends here and is clean already.")
>>> doc.outcome, doc.text == doc.blocks[0].text
(<Outcome.OK: 'ok'>, True)
"""

from __future__ import annotations

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


def __getattr__(name: str) -> str:
    """The version, looked up when asked for: package metadata takes longer to read than everything else here to import."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("cleancorpus")
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
