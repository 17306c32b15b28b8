"""The draft: a page while rules label it, and what several rules need to know about it."""

from __future__ import annotations

from collections.abc import Iterator

from cleancorpus.block import Block
from cleancorpus.label.labeller import Label
from cleancorpus.label.rules.measures import Features, compute_features
from cleancorpus.language.lexicon import Lexicon
from cleancorpus.page import InputKind, Page
from cleancorpus.role import Role

ARTICLE_ROLES = frozenset({Role.LEAD, Role.HEADING, Role.BODY})


class Draft:
    """One page, its features, and the labels given so far. A label once put stays, but for `replace`."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.lexicon = lexicon
        self.blocks: tuple[Block, ...] = page.blocks
        self.features: list[Features] = compute_features(page, lexicon)
        self.labels: list[Label | None] = [None] * len(page.blocks)
        self.title: int | None = None
        """Index of the title block, once it is known."""
        self.first = 0
        """Index of the article's first paragraph, once `main_text` has run; the number of blocks where there is none."""
        self.last = len(page.blocks) - 1
        """Index of its last paragraph; -1 where there is none."""
        self.framed = False
        """Plain text with so much residue that what stands outside its article is residue too."""
        self.noisy = False
        """Whether the page holds residue at all: what is clean already is left alone."""
        self.terms: dict[int, set[str]] = {}
        """Vocabulary of blocks, as far as `topic` has looked at them."""
        self.extents = _extents(page)
        """For each element of the page the (start, end) of the blocks inside it."""
        self.spaced = self._is_spaced()
        """Plain text whose paragraphs are set apart by blank lines: lines without one belong to the line before."""

    @property
    def is_html(self) -> bool:
        """Whether the page came with markup."""
        return self.page.kind is InputKind.HTML

    def put(self, index: int, role: Role, score: float, reason: str) -> None:
        """Label a block that has no label yet."""
        if self.labels[index] is None:
            self.labels[index] = Label(role, score, reason)

    def replace(self, index: int, role: Role, score: float, reason: str) -> None:
        """Label a block whatever it was before."""
        self.labels[index] = Label(role, score, reason)

    def is_free(self, index: int) -> bool:
        """Whether a block has no label yet."""
        return self.labels[index] is None

    def role(self, index: int) -> Role | None:
        """The role given so far."""
        label = self.labels[index]
        return label.role if label else None

    def reason(self, index: int) -> str:
        """The reason given so far; empty for a free block."""
        label = self.labels[index]
        return label.reason if label else ""

    def free(self) -> Iterator[int]:
        """Indices of the blocks without a label, in order."""
        return (index for index, label in enumerate(self.labels) if label is None)

    def in_article(self, index: int) -> bool:
        """Whether a block stands between the article's first and last paragraph."""
        return self.first <= index <= self.last

    def is_paragraph(self, index: int) -> bool:
        """Whether a block is prose that no rule has taken for anything but the article."""
        role = self.role(index)
        return self.features[index].prose and (role is None or role in ARTICLE_ROLES)

    def attached(self, index: int) -> bool:
        """Whether a line stands directly under the line before, in a text whose paragraphs stand apart."""
        return self.spaced and not self.blocks[index].blank_before

    def ancestors(self, index: int) -> Iterator[int]:
        """Element indices from a block's own element to the root; none for plain text."""
        markup = self.blocks[index].markup
        at = markup.element if markup else -1
        while at >= 0:
            yield at
            at = self.page.elements[at].parent

    def _is_spaced(self) -> bool:
        apart = [block.blank_before for block, measured in zip(self.blocks, self.features, strict=True) if measured.prose]
        return not self.is_html and sum(apart) * 10 >= len(apart) * 6 and len(apart) > 1


def _extents(page: Page) -> list[tuple[int, int]]:
    """Blocks stand in document order, so those inside an element are a run: its first and the one behind its last."""
    extents = [(len(page.blocks), 0)] * len(page.elements)
    for index, block in enumerate(page.blocks):
        if block.markup and block.markup.element >= 0:
            start, _ = extents[block.markup.element]
            extents[block.markup.element] = (min(start, index), index + 1)
    for at in range(len(page.elements) - 1, 0, -1):  # parents come before their children
        parent = page.elements[at].parent
        if parent >= 0 and extents[at][1]:
            start, end = extents[parent]
            extents[parent] = (min(start, extents[at][0]), max(end, extents[at][1]))
    return extents
