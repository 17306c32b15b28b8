"""The exceptions of the library, one tree.

    CleancorpusError
    ├── OptionError          an option, profile or name that does not exist: stop
    ├── InputError           an input that cannot be opened or listed: stop before anything is written
    ├── OutputError          an output that cannot be written: stop
    ├── WorkerError          no worker process can be started: stop
    ├── DataError            a data file of the package or of the caller is wrong: stop
    └── DocumentFormatError  a serialised document that is not one: skip the record

Bad pages are not errors: every `str` or `bytes` ends in a `Document` whose outcome says what happened.
Each message names the value, the place and the way out.
"""

from __future__ import annotations

from collections.abc import Iterable


class CleancorpusError(Exception):
    """Base of everything this library raises on purpose."""


class OptionError(CleancorpusError, ValueError):
    """An option has a value that does not exist."""


class InputError(CleancorpusError):
    """An input cannot be opened, listed or decoded as asked."""


class OutputError(CleancorpusError):
    """An output cannot be written."""


class WorkerError(CleancorpusError):
    """Worker processes cannot be started."""


class DataError(CleancorpusError):
    """A data file (lexicon, table) does not follow its schema."""


class DocumentFormatError(CleancorpusError, ValueError):
    """A mapping is not a serialised document."""


def missing_extra(what: str, extra: str, error: ImportError) -> OptionError:
    """An `OptionError` that says what to install for an option to work.

    >>> print(missing_extra("engine 'trafilatura'", "trafilatura", ImportError("No module named 'trafilatura'")))
    engine 'trafilatura' is not installed (No module named 'trafilatura'); run: pip install 'cleancorpus[trafilatura]'
    """
    return OptionError(f"{what} is not installed ({error}); run: pip install 'cleancorpus[{extra}]'")


def unknown_name(what: str, value: object, known: Iterable[str]) -> OptionError:
    """An `OptionError` that names the value and lists the known ones.

    >>> print(unknown_name("profile", "artcle", ["article", "strict"]))
    unknown profile 'artcle'; choose one of: article, strict
    """
    return OptionError(f"unknown {what} {value!r}; choose one of: {', '.join(known)}")
