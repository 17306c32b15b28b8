"""How the tests ask the labeller: by the text of a page and the opening of a block."""

from __future__ import annotations

import cleancorpus
from cleancorpus.label.labeller import Label
from cleancorpus.label.rules.chain import RuleLabeller
from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.page import Page
from cleancorpus.segment.html import segment_html
from cleancorpus.segment.text import segment_text

Verdict = tuple[str, str]
"""Role and reason."""
KEPT = frozenset({"lead", "heading", "body"})
"""Roles of the article: what has one of them stays in the text."""


def lines(*parts: str) -> str:
    """A text of lines that stand together, as extractors write it."""
    return "\n".join(parts)


def apart(*parts: str) -> str:
    """A text whose parts are set apart by blank lines."""
    return "\n\n".join(parts)


def paragraphs(*parts: str) -> str:
    """Paragraphs of HTML."""
    return "".join(f"<p>{part}</p>" for part in parts)


def page_of(source: str, kind: str = "text") -> Page:
    """The page a source is segmented into."""
    return segment_html(source, source) if kind == "html" else segment_text(source)


def labels_of(page: Page) -> tuple[Label, ...]:
    """The rule labeller's labels of one page."""
    return RuleLabeller().label([page])[0].labels


def verdicts(source: str, kind: str = "text") -> list[Verdict]:
    """Role and reason of every block, in order, before anything is selected."""
    return [(str(label.role), label.reason) for label in labels_of(page_of(source, kind))]


def verdict(source: str, opening: str, kind: str = "text", nth: int = 0) -> Verdict:
    """Role and reason of the block that opens so; the first of them, or the one said."""
    page = page_of(source, kind)
    found = [number for number, block in enumerate(page.blocks) if block.text.startswith(opening)]
    assert len(found) > nth, f"no block {nth} opens with {opening!r}"
    label = labels_of(page)[found[nth]]
    return str(label.role), label.reason


def html_verdict(source: str, opening: str, nth: int = 0) -> Verdict:
    """The same for HTML, through the whole pipeline with the rules as its labeller."""
    cleaner = cleancorpus.Cleaner(labeller=RuleLabeller())
    found = [block for block in cleaner.clean(source, kind="html").blocks if block.text.startswith(opening)]
    assert len(found) > nth, f"no block {nth} opens with {opening!r}"
    return str(found[nth].role), found[nth].reason


def draft_of(source: str, kind: str = "text") -> Draft:
    """A draft that no rule has seen."""
    return Draft(page_of(source, kind), default_lexicon())
