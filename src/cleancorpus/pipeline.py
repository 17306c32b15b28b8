"""The order of the stages: read, segment, normalise, label, repair prose, select, join, describe. The only module that knows
it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import islice
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from cleancorpus.block import Block, Kind
from cleancorpus.document import Document, Evidence, Metadata, failed_document
from cleancorpus.engine.registry import NATIVE, ask_engine, check_engine
from cleancorpus.errors import OptionError, unknown_name
from cleancorpus.garbage import collected_later
from cleancorpus.label.labeller import CARDS, NOTHING_SHOWN, Labeller, PageLabels
from cleancorpus.label.learned import LearnedLabeller
from cleancorpus.label.romanised import find_romanised
from cleancorpus.language.identify import LanguageIdentifier, find_identifier
from cleancorpus.language.lexicon import Lexicon, default_lexicon
from cleancorpus.language.romanise import check_romanising
from cleancorpus.limits import Limits
from cleancorpus.metadata.extract import extract_metadata
from cleancorpus.metadata.given import read_given, settle
from cleancorpus.normalise.legacy import find_legacy_of, read_piece
from cleancorpus.normalise.plan import normalise, normalise_prose
from cleancorpus.normalise.repairs import Repairs, find_repairs
from cleancorpus.normalise.surrogates import join_surrogates
from cleancorpus.outcome import Outcome
from cleancorpus.page import InputKind, Page
from cleancorpus.profile import Profile, find_profile
from cleancorpus.role import Role
from cleancorpus.segment.decode import decode
from cleancorpus.segment.guard import guard_html
from cleancorpus.segment.marks import read_past_marks
from cleancorpus.segment.sniff import find_binary, guess_kind, is_garbled
from cleancorpus.segment.text import segment_text
from cleancorpus.selection.join import join_kept
from cleancorpus.selection.select import HIDDEN, apply_labels
from cleancorpus.selection.settle import Blocks, Chosen, settle_texts
from cleancorpus.selection.trace import trace
from cleancorpus.selection.units import find_units

Source = bytes | str
Sourced = (
    Source
    | tuple[Source, str | None]
    | tuple[Source, str | None, str | None]
    | tuple[Source, str | None, str | None, Mapping[str, Any] | None]
)
"""A source; or it and its URL, and perhaps its kind, and what else is known of it."""
_P = ParamSpec("_P")
_T = TypeVar("_T")
_BATCH = 32  # pages labelled in one call: enough to share the cost of array operations, few enough to hold in memory
_LARGE = 4_000_000  # bytes or code points: larger sources are no usual pages
_PROSE = frozenset({Role.LEAD, Role.BODY, Role.CAPTION, Role.COMMENT, Role.RELATED})
_NO_PROSE_KINDS = frozenset({Kind.CODE, Kind.TABLE, Kind.CONTROL})


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Cleans pages with fixed options. Reusable, picklable, without state: the same input gives the same document, always.

    Raises:
        OptionError: A name given for an option does not exist, or what it stands for is not installed, or two contradict.
        DataError: ``model`` is no directory of a model that this version can use.
    """

    profile: Profile | str = "article"
    """What is kept: ``article``, ``strict``, ``page``, ``full``, one of these with ``+shown`` behind it (nothing that the page
    hides), or a `Profile` of your own."""
    labeller: Labeller | None = None
    """Gives blocks their roles; None for the model, and the rules that stand beside it."""
    identifier: LanguageIdentifier | str = "py3langid"
    """Tells languages apart, by name or value."""
    limits: Limits = field(default_factory=Limits)
    """Bounds for one input."""
    engine: str = NATIVE
    """Who decides what is kept: ``native``, the roles and the profile; or ``trafilatura``, as a second opinion on HTML."""
    model: Path | str | None = None
    """Directory of a model of your own, as ``python -m training`` writes it; None for the package's."""
    lexicon: Lexicon | None = field(default=None, repr=False)
    """Words and phrases of page furniture, as `read_lexicon` gives them; None for the package's. A labeller of your own brings
    its own."""
    repairs: Repairs | str = field(default_factory=Repairs)
    """What is repaired beyond what always is: a value, or names as in ``"fold-width,vi-tone=old"``."""

    transliterate: bool = False
    """Whether lines that spell a title of another script in Latin letters are alt texts. Needs the extra ``[translit]``; pages of
    Latin script are the same with and without it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "profile", find_profile(self.profile))
        object.__setattr__(self, "identifier", find_identifier(self.identifier))
        object.__setattr__(self, "repairs", find_repairs(self.repairs))
        check_engine(self.engine)
        if self.transliterate:
            check_romanising()
        if self.model is not None:
            self._check_model(Path(self.model))

    def _check_model(self, folder: Path) -> None:
        """A model that cannot be used is refused here, not at the first page."""
        if self.labeller is not None:
            message = f"both a labeller and the model {folder} are given; a labeller brings its own, leave one of them out"
            raise OptionError(message)
        _ = LearnedLabeller(folder).name

    def clean(
        self, source: Source, url: str | None = None, kind: str | None = None, known: Mapping[str, Any] | None = None
    ) -> Document:
        """The document that a page or text becomes.

        Args:
            source: HTML or text. Bytes are decoded first.
            url: Where it came from.
            kind: ``"html"`` or ``"text"``; None looks at the input.
            known: What else is known of it, as the record says that it came in: ``title``, ``author``, ``date``, ``warc_date``
                and so on. It fills metadata that the page does not give, and stands in the evidence where it says otherwise;
                no date is later than that of the crawl.

        Returns:
            A document, whatever the source: what could not be cleaned says so in its outcome.

        Raises:
            OptionError: ``kind`` is none of the above.
            TypeError: ``source`` is neither bytes nor str.
        """
        return next(self.clean_many([(source, url, None, known)], kind))

    def clean_many(self, sources: Iterable[Sourced], kind: str | None = None) -> Iterator[Document]:
        """Documents of many sources, in order. Holds a batch of pages at a time; one bad page never stops the rest.

        Args:
            sources: Each is what `clean` takes, or that and its URL, or these and its kind, or these and what is known of it.
            kind: As in `clean`, for all that have none of their own.
        """
        return (document for document, _ in self.clean_timed(sources, kind))

    def clean_timed(self, sources: Iterable[Sourced], kind: str | None = None) -> Iterator[tuple[Document, float]]:
        """The same, each document with the seconds that it took by the clock: its own, and of what is done for a batch at once
        its share by number of blocks. What a document is never depends on them."""
        wanted = _check_kind(kind)
        iterator = iter(sources)
        while batch := list(islice(iterator, _BATCH)):
            small = all(map(_is_small, batch))
            with collected_later(small=small):
                started = [_timed(_start, item, wanted, self) for item in batch]
                items = [item for item, _ in started if isinstance(item, _Started)]
                found, seconds = _timed(self._choose, items)
            chosen, each = iter(found), seconds / max(sum(len(item.page.blocks) for item in items), 1)
            for item, before in started:
                if isinstance(item, Document):
                    yield self._sign(item), before
                else:
                    with collected_later(small=small):
                        document, after = _timed(self._finish, item, next(chosen))
                    yield document, before + each * len(item.page.blocks) + after

    def models(self) -> dict[str, str]:
        """Digests of the models that label, by what they label: part of what a run's output depends on. Empty for a labeller of
        your own.

        Raises:
            DataError: A model's directory holds none that can be used.
        """
        return self._labeller.digests() if isinstance(self._labeller, LearnedLabeller) else {}

    def _sign(self, document: Document) -> Document:
        """A document that ended early, with the profile it was asked for."""
        return replace(document, profile=find_profile(self.profile).name)

    def _choose(self, items: Sequence[_Started]) -> list[_Choice | Exception]:
        """What is kept of each page; of texts what stays when it is looked at again."""
        labels = self._label([_as_read(read_past_marks(item.page), item.unread) for item in items])
        first = [self._select(item, item.page.blocks, own) for item, own in zip(items, labels, strict=True)]
        texts = {
            at: blocks
            for at, (item, blocks) in enumerate(zip(items, first, strict=True))
            if item.page.kind is InputKind.TEXT and not isinstance(blocks, Exception)
        }
        last = settle_texts(texts, lambda rests: self._choose_again([(items[at], rest) for at, rest in rests.items()]))
        return [_join_choice(own, last.get(at, blocks)) for at, (own, blocks) in enumerate(zip(labels, first, strict=True))]

    def _choose_again(self, rests: Sequence[tuple[_Started, Blocks]]) -> list[Chosen]:
        """What is kept of the rests of texts."""
        pages = [_as_read(read_past_marks(Page(InputKind.TEXT, rest)), item.unread) for item, rest in rests]
        labels = self._label(pages)
        return [self._select(item, rest, own) for (item, rest), own in zip(rests, labels, strict=True)]

    def _select(self, item: _Started, blocks: Blocks, labels: PageLabels | Exception) -> Chosen:
        """The blocks with their labels, prose with the repairs of prose; or why there are none."""
        if isinstance(labels, Exception):
            return labels
        try:
            chosen = apply_labels(blocks, labels, find_profile(self.profile))
            markup = item.source if item.html is not None else ""
            return tuple(_repair_prose(block, markup) for block in chosen)
        except Exception as error:
            return error

    def _label(self, pages: list[Page]) -> list[PageLabels | Exception]:
        """Labels of each page, or why it has none: a page that breaks the labeller does not take its batch along."""
        try:
            return list(self._label_all(pages))
        except Exception:
            return [self._label_one(page) for page in pages]

    @property
    def _labeller(self) -> Labeller:
        if self.labeller is not None:
            return self.labeller
        return LearnedLabeller(None if self.model is None else Path(self.model), self.lexicon)

    def _label_one(self, page: Page) -> PageLabels | Exception:
        try:
            return self._label_all([page])[0]
        except Exception as error:
            return error

    def _label_all(self, pages: list[Page]) -> list[PageLabels]:
        labels = self._labeller.label(pages)
        return [find_romanised(*item) for item in zip(pages, labels, strict=True)] if self.transliterate else labels

    def _finish(self, started: _Started, choice: _Choice | Exception) -> Document:
        try:
            if isinstance(choice, Exception):
                raise choice
            return self._assemble(started, choice)
        except Exception as error:
            return replace(_fail(error), blocks=started.page.blocks, kind=str(started.page.kind))

    def _assemble(self, started: _Started, choice: _Choice) -> Document:
        begun = time.monotonic()
        profile, identifier = find_profile(self.profile), find_identifier(self.identifier)
        page, labels = started.page, choice.labels
        blocks = find_units(choice.blocks) if page.kind is InputKind.TEXT else choice.blocks
        blocks = tuple(_trace_block(block, started) for block in blocks)
        own, opinion = blocks, ask_engine(self.engine, started.html, blocks, profile)
        blocks = opinion.blocks
        text = join_kept(blocks)
        repairs = find_repairs(self.repairs)
        outcome, message = _judge(blocks, labels, text, started)
        if started.unread:  # whatever else is wrong: nobody could read the text
            outcome = Outcome.LOW_CONFIDENCE if outcome is Outcome.OK else outcome
            message = "; ".join(filter(None, (message, _describe_legacy(started.unread))))
        if blocks and opinion.outcome is not Outcome.OK:
            outcome, message = opinion.outcome, opinion.message
        if started.seconds + time.monotonic() - begun > self.limits.max_seconds:
            outcome, message = Outcome.TIMEOUT, f"took longer than {self.limits.max_seconds:g} s; the text is complete"
        return Document(
            text=text,
            blocks=blocks,
            metadata=_normalise_metadata(
                self._describe_page(replace(page, blocks=_with_roles_of(own, blocks)), started.known, identifier),
                repairs,
                started.legacy,
            ),
            outcome=outcome,
            message=message,
            kind=str(page.kind),
            encoding=started.encoding,
            profile=profile.name,
        )

    def _describe_page(self, page: Page, known: Mapping[str, Any], identifier: LanguageIdentifier) -> Metadata:
        """What the page says of itself, settled with what its record says."""
        lexicon = self.lexicon or default_lexicon()
        given = read_given(known, lexicon)
        return settle(extract_metadata(read_past_marks(page), identifier, lexicon, given.crawled), given)


def _is_small(item: Sourced) -> bool:
    """Whether a source is a page as pages are, and not megabytes."""
    source = item[0] if isinstance(item, tuple) else item
    return isinstance(source, (bytes, str)) and len(source) <= _LARGE


def _timed(work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> tuple[_T, float]:
    """What a call gives, and how many seconds it took."""
    begun = time.monotonic()
    return work(*args, **kwargs), time.monotonic() - begun


@dataclass(frozen=True, slots=True)
class _Started:
    """A page that has been segmented and waits for its labels."""

    page: Page
    source: str
    """What was decoded; spans are offsets into it."""
    html: str | None
    """What was parsed, for another engine; None for text."""
    encoding: str | None
    too_deep: bool
    too_many: bool = False
    """It has as many blocks as one may have, and one with all the rest."""
    known: Mapping[str, Any] = field(default_factory=dict)
    """What its record says of it."""
    legacy: str = ""
    """Encoding of before Unicode that the text is in."""
    unread: str = ""
    """The same, where nobody asked for it to be read."""
    seconds: float = 0.0
    """How long that took: only ever compared with the time limit."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A page's labels, and its blocks with what is kept of them."""

    labels: PageLabels
    blocks: Blocks


def _join_choice(labels: PageLabels | Exception, blocks: Chosen) -> _Choice | Exception:
    if isinstance(labels, Exception):
        return labels
    return blocks if isinstance(blocks, Exception) else _Choice(labels, blocks)


def _check_kind(kind: str | None) -> InputKind | None:
    if kind is not None and kind not in set(InputKind):
        raise unknown_name("kind", kind, InputKind)
    return InputKind(kind) if kind is not None else None


def _start(item: Sourced, kind: InputKind | None, options: Cleaner) -> _Started | Document:
    """Decode and segment one source; a document at once where there is nothing to label."""
    repairs = find_repairs(options.repairs)
    source, url, own, known = (*item, None, None, None)[:4] if isinstance(item, tuple) else (item, None, None, None)
    kind = _check_kind(own) or kind
    if not isinstance(source, (bytes, str)):
        message = f"a source is bytes or str, not {type(source).__name__}"
        raise TypeError(message)
    at = time.monotonic()
    try:
        started = _segment(source, url, kind, options)
    except Exception as error:
        return _fail(error)
    if isinstance(started, Document):
        return started
    legacy = find_legacy_of(block.text for block in started.page.blocks)
    page = replace(started.page, blocks=tuple(_normalise_block(block, repairs, legacy) for block in started.page.blocks))
    unread = "" if repairs.vi_legacy else legacy
    return replace(started, page=page, known=known or {}, legacy=legacy, unread=unread, seconds=time.monotonic() - at)


def _segment(source: Source, url: str | None, kind: InputKind | None, options: Cleaner) -> _Started | Document:
    limits, at_first = options.limits, find_profile(options.profile).shown_only
    if len(source) > limits.max_bytes:
        unit = "bytes" if isinstance(source, bytes) else "characters"
        return failed_document(Outcome.TOO_LARGE, f"{len(source):,} {unit}, the limit is {limits.max_bytes:,}")
    if isinstance(source, bytes):
        if binary := find_binary(source):
            return failed_document(Outcome.NOT_TEXT, f"the input is {binary}, not HTML or text")
        decoded = decode(source)
        text, encoding = decoded.text, decoded.encoding
    else:
        text, encoding = source, None
    if is_garbled(text):
        return failed_document(Outcome.NOT_TEXT, "the input is binary data: over 5 % of it are control characters")
    if (kind or guess_kind(text)) is InputKind.HTML:
        from cleancorpus.segment.html import segment_html  # noqa: PLC0415  text alone needs no parser

        guarded = guard_html(text.translate(_LONE_SURROGATES) if not _is_encodable(text) else text, limits)
        html: str | None = guarded.html
        page, too_deep = segment_html(guarded.html, text, url, limits.max_blocks, at_first=at_first), guarded.too_deep
    else:
        html, page, too_deep = None, segment_text(text, url), False
    return _Started(page, text, html, encoding, too_deep, html is not None and len(page.blocks) > limits.max_blocks)


_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _as_read(page: Page, unread: str) -> Page:
    """The page as the labeller is to read it: signs of an old encoding that are letters in it are no copyright."""
    if not unread:
        return page
    return replace(page, blocks=tuple(replace(block, text=read_piece(block.text, unread)) for block in page.blocks))


def _normalise_block(block: Block, repairs: Repairs, legacy: str) -> Block:
    repaired = normalise(block.text, keep_spacing=block.kind is Kind.CODE, repairs=repairs, legacy=legacy)
    return replace(block, text=repaired.text, edits=repaired.edits) if repaired.edits else block


def _repair_prose(block: Block, markup: str) -> Block:
    if block.role not in _PROSE or block.kind in _NO_PROSE_KINDS:
        return block
    repaired = normalise_prose(block.text)
    if not repaired.edits or (block.span is not None and _CODE.search(markup, *block.span)):
        return block
    return replace(block, text=repaired.text, edits=(*block.edits, *repaired.edits))


_CODE = re.compile(r"<(?:code|kbd|samp|tt|var)\b", re.IGNORECASE)
"""Words that the markup sets as code: a stop between them ends no sentence."""


def _trace_block(block: Block, started: _Started) -> Block:
    if block.span is None:
        return block
    hidden = block.markup.hidden if block.markup else ()
    anchors = trace(started.source, block.span, block.text, markup=started.page.kind is InputKind.HTML, hidden=hidden)
    return block.traced(anchors) if anchors else block


def _with_roles_of(own: tuple[Block, ...], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that an engine keeps, with the roles that our labeller gave them: those are what metadata is read by."""
    return own if blocks is own else tuple(replace(mine, kept=block.kept) for mine, block in zip(own, blocks, strict=True))


_ADDRESSES = ("url", "image", "licence", "hostname")


def _normalise_metadata(metadata: Metadata, repairs: Repairs, legacy: str) -> Metadata:
    """The same in normal form: statements may hold what no text should. Addresses only lose what cannot be written at all."""
    in_blocks = {name for name, item in metadata.evidence.items() if item.source in set(Role)}

    def repair(name: str, text: str) -> str:
        """A value that was read from a block has been repaired with it, and must not be read from the old encoding again."""
        own = replace(repairs, vi_legacy=False) if name in in_blocks else repairs
        return normalise(text, repairs=own, legacy=legacy).text

    changes: dict[str, Any] = {}
    for name in (item.name for item in fields(metadata)):
        value = getattr(metadata, name)
        if isinstance(value, str):
            changes[name] = join_surrogates(value) if name in _ADDRESSES else repair(name, value)
        elif isinstance(value, tuple):
            changes[name] = tuple(repair(name, item) for item in value)
    changes["evidence"] = {name: _writable(item) for name, item in metadata.evidence.items()}
    return replace(metadata, **changes)


def _writable(evidence: Evidence) -> Evidence:
    against = tuple((source, join_surrogates(value)) for source, value in evidence.against)
    return replace(evidence, text=join_surrogates(evidence.text), against=against)


_SHELL = "the page shows no text: an empty shell, or one that a script fills"


def _judge(blocks: tuple[Block, ...], labels: PageLabels, text: str, started: _Started) -> tuple[Outcome, str]:
    if not blocks:
        return Outcome.EMPTY, _SHELL if started.page.kind is InputKind.HTML else "the input is blank"
    if not text:
        if all(block.reason == NOTHING_SHOWN for block in blocks):
            return Outcome.EMPTY, f"{_SHELL} ({len(blocks)} blocks are hidden)"
        if hidden := sum(block.reason == HIDDEN for block in blocks):
            return (
                Outcome.EMPTY,
                f"all that would be kept ({hidden} of {len(blocks)} blocks) is hidden, and the profile leaves it out",
            )
        roles = ", ".join(sorted({str(block.role) for block in blocks}))
        index = f"; {labels.doubt}" if any(block.reason == CARDS for block in blocks) else ""
        return Outcome.EMPTY, f"none of the {len(blocks)} blocks is part of an article (roles: {roles}){index}"
    if started.too_deep:
        return Outcome.TOO_DEEP, "nested beyond the limit: flattened, the text is kept"
    doubt = _find_doubt(blocks, labels, text, started)
    return Outcome.LOW_CONFIDENCE if doubt else Outcome.OK, doubt


def _find_doubt(blocks: tuple[Block, ...], labels: PageLabels, text: str, started: _Started) -> str:
    """Why the text is not to be relied on; empty where it is."""
    if started.too_many:
        return f"more than {len(blocks) - 1:,} blocks: what follows them is one, and may be wrongly labelled"
    hidden = sum(len(block.text) for block in blocks if block.reason == HIDDEN)
    if hidden > len(text):
        return f"of what would be kept {hidden:,} characters are hidden, and the profile leaves them out"
    return labels.doubt


def _describe_legacy(name: str) -> str:
    return f"the text is Vietnamese in {name}, an encoding of before Unicode; ask for the repair vi-legacy to have it read"


def _fail(error: Exception) -> Document:
    """The document of an input that could not be cleaned: too large for the memory, or a defect of ours."""
    if isinstance(error, MemoryError):
        return failed_document(Outcome.OUT_OF_MEMORY, "needs more memory than there is")
    return failed_document(Outcome.ERROR, f"{type(error).__name__}: {error}; please report this input")


def clean(source: Source, url: str | None = None, kind: str | None = None, known: Mapping[str, Any] | None = None) -> Document:
    """What `Cleaner.clean` does with default options."""
    return Cleaner().clean(source, url, kind, known)
