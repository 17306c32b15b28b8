"""A batch of pages as flat arrays: one number per block, or per element, for all pages at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from cleancorpus.block import Kind, Markup
from cleancorpus.label.features.characters import Character, Counted, count_characters
from cleancorpus.label.features.cues import Cues, fold_line, read_cues
from cleancorpus.label.features.hints import FAMILIES, read_hints
from cleancorpus.label.features.statements import Stated, read_stated
from cleancorpus.label.vocabulary import Vocabulary
from cleancorpus.language.lexicon import Lexicon, default_lexicon
from cleancorpus.page import InputKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cleancorpus.page import Page

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

Shared = TypeVar("Shared")
_NO_MARKUP = Markup(element=-1)
_NUMBERS = ("element", "link_chars", "links", "bold_chars", "level", "times", "images", "rel_author", "shown")
KINDS = {kind: number for number, kind in enumerate(Kind)}
FAR = 999
"""Blocks: further away than any distance that is counted; also where there is none."""
NEVER = 15
"""Levels: no element of that family around a block."""
_PROSE_SIZE, _LONG_PROSE_SIZE, _HUGE_PROSE_SIZE = 600, 1200, 2400  # chosen by hand, as in `rules.measures`


def share(part: NDArray[np.generic], whole: NDArray[np.generic]) -> Floats:
    """Part of a whole, 0.0 where there is no whole. Of integers, so the same everywhere."""
    result: Floats = np.asarray(part, dtype=np.float64) / np.maximum(np.asarray(whole, dtype=np.float64), 1.0)
    return result


class Batch:
    """Arrays over the blocks of some pages. Everything that features share is computed once, when it is first asked for."""

    def __init__(self, pages: Sequence[Page], lexicon: Lexicon | None = None, vocabulary: Vocabulary | None = None) -> None:
        self.pages = pages
        self.vocabulary = vocabulary or Vocabulary()
        """What the model knows of words and names."""
        self.lexicon = lexicon or default_lexicon()
        """Words of page furniture, by which `cues` are found."""
        self.blocks = [block for page in pages for block in page.blocks]
        self.counts: Ints = np.array([len(page.blocks) for page in pages], dtype=np.int64)
        self.starts: Ints = np.cumsum(self.counts) - self.counts
        self.slices = list(map(slice, self.starts.tolist(), (self.starts + self.counts).tolist()))
        """Where each page's blocks are."""
        self.size = int(self.counts.sum())
        self.page: Ints = np.repeat(np.arange(len(pages)), self.counts)
        """Index of each block's page."""
        self.start: Ints = self.starts[self.page]
        """Index of the first block of each block's page, and behind its last."""
        self.end: Ints = self.start + self.counts[self.page]
        self.index: Ints = np.arange(self.size)
        self.texts = [block.text for block in self.blocks]
        self.is_html: Flags = np.array([page.kind is InputKind.HTML for page in pages], dtype=bool)[self.page]
        self.stated: list[Stated] = [read_stated(page.statements) for page in pages]
        self._remembered: dict[str, Ints] = {}
        self._shared: dict[Callable[[Batch], Any], Any] = {}

    def remember(self, name: str, compute: Callable[[], Ints]) -> Ints:
        """What several features of one family share: computed when it is first asked for."""
        if name not in self._remembered:
            self._remembered[name] = compute()
        return self._remembered[name]

    def read_once(self, read: Callable[[Batch], Shared]) -> Shared:
        """What a family reads of the texts for several of its features: read when it is first asked for."""
        if read not in self._shared:
            self._shared[read] = read(self)
        result: Shared = self._shared[read]
        return result

    def tell(self, read: Callable[[Batch], Shared], known: Shared) -> None:
        """What ``read`` would give, where somebody knows it already."""
        self._shared[read] = known

    # -- text ----------------------------------------------------------------------------------------------------------

    @cached_property
    def _counted(self) -> Counted:
        return count_characters(self.texts)

    @property
    def characters(self) -> Ints:
        """Code points of each class in each block: one row a block, one column a `Character`."""
        return self._counted.classes

    def count(self, *classes: Character) -> Ints:
        """Code points of some classes in each block."""
        counts: Ints = self.characters[:, list(classes)].sum(axis=1)
        return counts

    @cached_property
    def chars(self) -> Ints:
        """Code points of each block."""
        counts: Ints = self.characters.sum(axis=1)
        return counts

    @cached_property
    def tenths(self) -> Ints:
        """Length in tenths of a Latin letter: wide characters count for what they say."""
        return 10 * self.chars + 15 * self.count(Character.WIDE) + 8 * self.count(Character.HANGUL)

    @cached_property
    def words(self) -> Ints:
        """Words; in scripts without spaces every second character counts as one."""
        return self._counted.words + self.count(Character.WIDE, Character.UNSPACED) // 2

    @property
    def capitals(self) -> Ints:
        """Words that begin with a capital."""
        return self._counted.capitals

    @property
    def stops(self) -> Ints:
        """Sentence ends inside the text: a stop with white space or a wide character behind it."""
        return self._counted.stops

    @property
    def first_class(self) -> Ints:
        """Class of the first character; `OTHER` for an empty block."""
        return self._counted.first

    @property
    def last_class(self) -> Ints:
        """Class of the last character that is no closing quote or bracket."""
        return self._counted.last

    @cached_property
    def ends(self) -> Flags:
        """Ends like a sentence."""
        result: Flags = (self.last_class == Character.STOP) | (self.last_class == Character.ASKING)
        return result

    @cached_property
    def prose(self) -> Flags:
        """Reads like a paragraph: long enough, with the punctuation of sentences."""
        commas = self.count(Character.COMMA)
        stopless = 2 * self.count(Character.UNSPACED) > self.chars
        sentence = (self.ends & (self.tenths >= _PROSE_SIZE)) | (
            (self.tenths >= _LONG_PROSE_SIZE) & ((self.stops > 0) | (commas > 1))
        )
        huge = (self.tenths >= _HUGE_PROSE_SIZE) & (commas > 0)
        found = np.where(stopless, self.tenths >= _LONG_PROSE_SIZE, sentence | huge)
        result: Flags = found & (self.kind != KINDS[Kind.HEADING]) & (self.kind != KINDS[Kind.CONTROL])
        return result

    @cached_property
    def plain_prose(self) -> Flags:
        """Prose that is not mostly links."""
        return self.prose & (2 * self.link_chars < self.chars)

    @cached_property
    def cues(self) -> Ints:
        """`Cues` of each block."""
        return np.array([read_cues(text, self.lexicon) for text in self.texts], dtype=np.int64)

    def has_cue(self, *cues: Cues) -> Flags:
        """Blocks whose words announce any of these."""
        mask = sum(int(cue) for cue in cues)
        result: Flags = (self.cues & mask) != 0
        return result

    @cached_property
    def folds(self) -> list[str]:
        """Folded text of blocks short enough for headlines."""
        return [fold_line(text) for text in self.texts]

    # -- markup --------------------------------------------------------------------------------------------------------

    @cached_property
    def kind(self) -> Ints:
        """Number of each block's kind."""
        return np.array([KINDS[block.kind] for block in self.blocks], dtype=np.int64)

    @cached_property
    def blank_before(self) -> Ints:
        """A blank line, or in HTML a block boundary, stands before it."""
        return np.array([block.blank_before for block in self.blocks], dtype=np.int64)

    @cached_property
    def _markup(self) -> dict[str, Ints]:
        """Numbers that the markup around each block says, by name. Rows become columns at once: to ask each block for each costs
        twice as much."""
        columns = zip(*[block.markup or _NO_MARKUP for block in self.blocks], strict=True)
        said: dict[str, Sequence[Any]] = dict(zip(Markup._fields, columns, strict=False)) or dict.fromkeys(Markup._fields, ())
        said["times"] = [*map(len, said["times"])]
        return {name: np.array(said[name], dtype=np.int64) for name in _NUMBERS}

    @cached_property
    def link_chars(self) -> Ints:
        """Code points inside links."""
        return self._markup["link_chars"]

    @cached_property
    def links(self) -> Ints:
        """Links that begin inside."""
        return self._markup["links"]

    @cached_property
    def bold_chars(self) -> Ints:
        """Emphasised code points."""
        return self._markup["bold_chars"]

    @cached_property
    def level(self) -> Ints:
        """Heading level, 0 for none."""
        return self._markup["level"]

    @cached_property
    def times(self) -> Ints:
        """``time`` elements with a moment."""
        return self._markup["times"]

    @cached_property
    def images(self) -> Ints:
        """Pictures since the block before."""
        return self._markup["images"]

    @cached_property
    def rel_author(self) -> Ints:
        """Whether the markup names an author inside."""
        return self._markup["rel_author"]

    @cached_property
    def shown(self) -> Ints:
        """Whether the page shows it before any script has run."""
        return self._markup["shown"]

    # -- elements ------------------------------------------------------------------------------------------------------

    @cached_property
    def elements(self) -> Elements:
        """The elements of all pages."""
        return Elements(self)

    @cached_property
    def element(self) -> Ints:
        """Each block's element among those of the batch; the dummy last one for plain text."""
        offsets = self.elements.offsets
        own = self._markup["element"]
        result: Ints = np.where(own >= 0, own + offsets[self.page], self.elements.none)
        return result

    # -- sums and neighbours -------------------------------------------------------------------------------------------

    def prefix(self, values: NDArray[np.generic]) -> Ints:
        """Sums before each block, over the whole batch, and the total: differences of two are sums over a run of blocks."""
        sums = np.zeros(self.size + 1, dtype=np.int64)
        np.cumsum(values, out=sums[1:])
        return sums

    def page_sum(self, values: NDArray[np.generic]) -> Ints:
        """For each block the sum over its page."""
        sums = self.prefix(values)
        return sums[self.end] - sums[self.start]

    def before(self, values: NDArray[np.generic]) -> Ints:
        """For each block the sum over the blocks of its page that stand before it."""
        sums = self.prefix(values)
        return sums[:-1] - sums[self.start]

    def window(self, values: NDArray[np.generic], reach: int) -> Ints:
        """For each block the sum over itself and as many blocks on each side, inside its page."""
        sums = self.prefix(values)
        return sums[np.minimum(self.index + reach + 1, self.end)] - sums[np.maximum(self.index - reach, self.start)]

    def beside(self, values: NDArray[np.generic], offset: int, outside: int = -1) -> Any:
        """For each block the value of the block so many behind (before, if negative); ``outside`` beyond the page."""
        at = self.index + offset
        inside = (at >= self.start) & (at < self.end)
        return np.where(inside, values[np.clip(at, 0, max(self.size - 1, 0))], outside)

    def since(self, flags: Flags) -> Ints:
        """Blocks since the last flagged block of the page, 0 at itself; `FAR` where there is none."""
        last = np.maximum.accumulate(np.where(flags, self.index, -1)) if self.size else self.index
        return np.where(last >= self.start, np.minimum(self.index - last, FAR), FAR)

    def until(self, flags: Flags) -> Ints:
        """Blocks until the next flagged block of the page, 0 at itself; `FAR` where there is none."""
        if not self.size:
            return self.index
        following = np.minimum.accumulate(np.where(flags, self.index, 2 * self.size)[::-1])[::-1]
        return np.where(following < self.end, np.minimum(following - self.index, FAR), FAR)


def _number(values: Ints) -> Ints:
    """Each distinct value as its number from 0 on."""
    return np.unique(values, return_inverse=True)[1].reshape(-1)


class Elements:
    """Arrays over the elements of a batch, and one dummy element behind them that stands for none."""

    def __init__(self, batch: Batch) -> None:
        pages = batch.pages
        counts = np.array([len(page.elements) for page in pages], dtype=np.int64)
        self.offsets: Ints = np.cumsum(counts) - counts
        self.none = int(counts.sum())
        columns = [column for page in pages for column in zip(*page.elements, strict=True)] if self.none else [()] * 6
        tags, parents, names, first, last, asks = (list(chain.from_iterable(columns[field::6])) for field in range(6))
        self.tags = [*tags, ""]
        self.names = [*names, ""]
        owner = np.repeat(np.arange(len(pages)), counts)
        own = np.array(parents, dtype=np.int64)
        self.parent: Ints = np.append(np.where(own >= 0, own + self.offsets[owner], self.none), self.none)
        self.page: Ints = np.append(owner, 0)
        self.asking: dict[int, list[int]] = {}
        """Those with a field for an e-mail address, by page."""
        for at in (at for at, asked in enumerate(asks) if asked):
            self.asking.setdefault(int(owner[at]), []).append(at)
        shift = batch.starts[owner] if len(owner) else owner
        self.first: Ints = np.append(np.array(first, dtype=np.int64) + shift, 0)
        """Index in the batch of the first block inside, and behind the last."""
        self.last: Ints = np.append(np.array(last, dtype=np.int64) + shift, 0)

    @cached_property
    def depth(self) -> Ints:
        """Elements around each; the root has none."""
        parents = self.parent.tolist()
        depth = [0] * len(parents)
        none = self.none
        for at, parent in enumerate(parents):
            depth[at] = 0 if none in {parent, at} else depth[parent] + 1
        return np.array(depth, dtype=np.int64)

    @cached_property
    def levels(self) -> list[Ints]:
        """Indices of the elements at each depth: what is handed down from parents goes through them in order."""
        depth = self.depth[: self.none]
        if not len(depth):
            return []
        order = np.argsort(depth, kind="stable")
        return np.split(order, np.cumsum(np.bincount(depth))[:-1])

    def nearest(self, flags: Flags) -> Ints:
        """For each element the nearest flagged one, itself or around it; the dummy where there is none."""
        found = np.full(len(self.tags), self.none, dtype=np.int64)
        for level in self.levels:
            found[level] = np.where(flags[level], level, found[self.parent[level]])
        return found

    def above(self, values: Ints) -> Ints:
        """For each element the sum over all those around it, which is none for a root.

        Args:
            values: One for each element, or rows of them, whose sums are rows as well.
        """
        sums = np.zeros_like(values)
        for level in self.levels:
            parent = self.parent[level]
            sums[..., level] = np.where(parent == self.none, 0, sums[..., parent] + values[..., parent])
        return sums

    @cached_property
    def family(self) -> NDArray[np.int8]:
        """One row an element, one column a family of hints: levels up to the nearest element of that family, `NEVER` if none."""
        bits = np.array(list(map(read_hints, self.tags, self.names)), dtype=np.int64)
        own = (bits[:, None] >> np.arange(len(FAMILIES))) & 1 == 1
        table = np.full((len(self.tags), len(FAMILIES)), NEVER, dtype=np.int8)
        for level in self.levels:
            handed = np.minimum(table[self.parent[level]] + 1, NEVER)
            table[level] = np.where(own[level], 0, handed)
        return table

    @cached_property
    def shape(self) -> Ints:
        """Number of each element's shape: tag, names and the shapes of the two elements around it, told apart by page."""
        known: dict[tuple[str, str], int] = {}
        own = np.array([known.setdefault(key, len(known)) for key in zip(self.tags, self.names, strict=True)], dtype=np.int64)
        above = own[self.parent]
        pair = _number(own * len(known) + above)
        whole = _number(pair * len(known) + above[self.parent])
        return whole * (int(self.page.max()) + 1) + self.page

    def inside(self, prefix: Ints) -> Ints:
        """For each element the sum over the blocks inside it, from sums as `Batch.prefix` gives them."""
        return prefix[self.last] - prefix[self.first]
