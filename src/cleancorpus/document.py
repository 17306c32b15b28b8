"""Document: what an input became. Every block of the input is in it, with its role and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from cleancorpus.block import Block, Kind, Markup, Span
from cleancorpus.errors import DocumentFormatError
from cleancorpus.outcome import Outcome
from cleancorpus.role import Role

BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a metadata value came from."""

    source: str
    """Name of the statement (``json-ld``, ``og:title``, ``title element`` ...) or of the role of the block it was read from."""
    text: str
    """The exact text it was read from."""
    confidence: float
    """0.0-1.0."""
    against: tuple[tuple[str, str], ...] = ()
    """(source, value) of what else was said of the same field; empty where all sources agree or there is but one."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about the page. Absence is None or an empty tuple; nothing here was read from a block left out as noise."""

    title: str | None = None
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    """Persons, in the order in which they sign."""
    organisations: tuple[str, ...] = ()
    """Agencies, desks and companies that sign beside or instead of persons; the outlet itself where nobody else
    signs."""
    date: str | None = None
    """ISO 8601, with the precision that the source had."""
    modified: str | None = None
    """ISO 8601, as `date`."""
    sitename: str | None = None
    hostname: str | None = None
    url: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    image: str | None = None
    licence: str | None = None
    language: str | None = None
    """ISO 639 code of the kept text, ``und`` where it cannot be told."""
    language_group: str | None = None
    """ISO 639-3 code of the macrolanguage of a language that is hard to tell from its sisters: ``hbs``, ``msa``, ``nor``."""
    languages: Mapping[str, float] = field(default_factory=dict)
    """Share of the kept text by language, largest first; sums to 1.0."""
    page_type: str | None = None
    """What the page says it is: ``article``, ``forum``, ``product``, ``collection``; None where it says nothing."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """Field name to where its value came from."""


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned page."""

    text: str
    """Clean text: the kept blocks in reading order. Blank lines between blocks; lines of plain text that stood together stay
    so."""
    blocks: tuple[Block, ...]
    """All blocks of the input, in reading order, none left out."""
    metadata: Metadata = field(default_factory=Metadata)
    outcome: Outcome = Outcome.OK
    message: str = ""
    """What there is to say about the outcome; empty when all is well."""
    kind: str | None = None
    """``html`` or ``text``; None when the input was neither."""
    encoding: str | None = None
    """How bytes were decoded; None when the input was a str."""
    profile: str = "article"
    """Name of the profile that decided what was kept."""

    @property
    def title(self) -> str | None:
        """The article's title."""
        return self.metadata.title

    @property
    def authors(self) -> tuple[str, ...]:
        """The article's authors."""
        return self.metadata.authors

    @property
    def date(self) -> str | None:
        """Date of publication, ISO 8601."""
        return self.metadata.date

    @property
    def language(self) -> str | None:
        """Language of the kept text."""
        return self.metadata.language

    @property
    def removed(self) -> tuple[Block, ...]:
        """Blocks that are not in the text, in reading order."""
        return tuple(block for block in self.blocks if not block.kept)

    def blocks_of(self, *roles: Role | str) -> tuple[Block, ...]:
        """Blocks with one of the roles, in reading order; empty if there are none.

        Raises:
            ValueError: A role does not exist.
        """
        wanted = {Role(role) for role in roles}
        return tuple(block for block in self.blocks if block.role in wanted)

    def to_dict(self) -> dict[str, Any]:
        """Plain values only, ready for JSON; `from_dict` gives back an equal document."""
        record: dict[str, Any] = {
            "text": self.text,
            "outcome": str(self.outcome),
            "message": self.message,
            "kind": self.kind,
            "encoding": self.encoding,
            "profile": self.profile,
            "metadata": _plain(asdict(self.metadata)),
            "blocks": [block_to_dict(block) for block in self.blocks],
        }
        return record

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Document:
        """The document that `to_dict` was called on.

        Raises:
            DocumentFormatError: A key is missing or a value is not what `to_dict` writes.
        """
        try:
            return cls(
                text=_expect(record, "text", str),
                blocks=tuple(_block_from_dict(block) for block in _expect(record, "blocks", list)),
                metadata=_metadata_from_dict(_expect(record, "metadata", dict)),
                outcome=Outcome(record["outcome"]),
                message=_expect(record, "message", str),
                kind=_expect(record, "kind", str, type(None)),
                encoding=_expect(record, "encoding", str, type(None)),
                profile=_expect(record, "profile", str),
            )
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            message = f"not a serialised cleancorpus document: {error!r}; expected what Document.to_dict() gives"
            raise DocumentFormatError(message) from error

    def to_markdown(self) -> str:
        """The title and the kept blocks as Markdown; headings, lists, quotes, tables and code as such. Ends without a newline."""
        from cleancorpus.markdown import render  # noqa: PLC0415  only this method needs it

        return render(self)


def failed_document(outcome: Outcome, message: str) -> Document:
    """The document of an input of which nothing could be read; its message says why."""
    return Document(text="", blocks=(), outcome=outcome, message=message)


def block_to_dict(block: Block) -> dict[str, Any]:
    """A block as plain values; facts that are absent are left out."""
    record: dict[str, Any] = {
        "text": block.text,
        "role": str(block.role),
        "kind": str(block.kind),
        "kept": block.kept,
        "score": block.score,
        "reason": block.reason,
        "span": list(block.span) if block.span else None,
        "path": block.path,
        "edits": list(block.edits),
        "blank_before": block.blank_before,
    }
    if block.anchors:
        record["anchors"] = [list(anchor) for anchor in block.anchors]
    if block.units:
        record["units"] = [list(unit) for unit in block.units]
    if block.markup is not None:
        record["markup"] = _plain(block.markup._asdict())
        if not block.markup.hidden:
            del record["markup"]["hidden"]
        if block.markup.shown:
            del record["markup"]["shown"]
    return record


def _expect(record: Mapping[str, Any], key: str, *types: type) -> Any:
    """The value of a key, if it is of one of the types; a bool is no number."""
    value = record[key]
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        message = f"{key} is {value!r}"
        raise TypeError(message)
    return value


def _block_from_dict(record: Mapping[str, Any]) -> Block:
    markup = record.get("markup")
    return Block(
        text=_expect(record, "text", str),
        kind=Kind(record["kind"]),
        span=_span_from(record["span"]),
        path=_expect(record, "path", str, type(None)),
        role=Role(record["role"]),
        kept=_expect(record, "kept", bool),
        score=_expect(record, "score", float, int),
        reason=_expect(record, "reason", str),
        edits=_strings_from(record, "edits"),
        units=_spans_from(record.get("units", ())),
        anchors=_spans_from(record.get("anchors", ())),
        blank_before=_expect(record, "blank_before", bool),
        markup=_markup_from(markup) if markup is not None else None,
    )


def _markup_from(record: Mapping[str, Any]) -> Markup:
    return Markup(**{**record, "times": _strings_from(record, "times"), "hidden": _spans_from(record.get("hidden", ()))})


def _spans_from(values: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(span for value in values if (span := _span_from(value)))


def _span_from(value: Any) -> Span | None:
    if value is None:
        return None
    start, end = value
    if not (isinstance(value, list) and isinstance(start, int) and isinstance(end, int)):
        message = f"span is {value!r}"
        raise TypeError(message)
    return start, end


def _strings_from(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = _expect(record, key, list)
    if not all(isinstance(value, str) for value in values):
        message = f"{key} is {values!r}"
        raise TypeError(message)
    return tuple(values)


def _metadata_from_dict(record: Mapping[str, Any]) -> Metadata:
    known = {item.name for item in fields(Metadata)}
    if set(record) != known:
        message = f"metadata fields differ: {sorted(set(record) ^ known)}"
        raise ValueError(message)
    lists = ("authors", "organisations", "tags", "categories")
    values: dict[str, Any] = {name: _expect(record, name, str, type(None)) for name in known - {*lists, "languages", "evidence"}}
    values |= {name: _strings_from(record, name) for name in lists}
    values["languages"] = dict(_expect(record, "languages", dict))
    values["evidence"] = {name: _evidence_from(item) for name, item in _expect(record, "evidence", dict).items()}
    return Metadata(**values)


def _evidence_from(item: Mapping[str, Any]) -> Evidence:
    against = tuple((source, value) for source, value in _expect(item, "against", list))
    return Evidence(**{**item, "against": against})


def _plain(value: Any) -> Any:
    """Tuples as lists, so that a round trip through JSON changes nothing."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
