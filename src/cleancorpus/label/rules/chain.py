"""The chain of rules and the labeller that runs it.

Rules run in order over one draft; a block that has a label keeps it, so the certain rules come first: what the page calls
its parts,
exact echoes and pairs, whole known lines. Then it is found where the article is, and what stands around and in it is judged
by place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleancorpus.label.labeller import Label, PageLabels
from cleancorpus.label.rules.byline import byline
from cleancorpus.label.rules.caption import caption
from cleancorpus.label.rules.comments import comments
from cleancorpus.label.rules.date_line import date_line, masthead_date
from cleancorpus.label.rules.draft import ARTICLE_ROLES, Draft
from cleancorpus.label.rules.frame import frame
from cleancorpus.label.rules.furniture import furniture
from cleancorpus.label.rules.glued import glued, under_lead
from cleancorpus.label.rules.head import kicker, lead
from cleancorpus.label.rules.legal import legal
from cleancorpus.label.rules.main_text import main_text
from cleancorpus.label.rules.markup import markup
from cleancorpus.label.rules.noise import noise
from cleancorpus.label.rules.related_cue import related_cue
from cleancorpus.label.rules.rest import article_parts, heading
from cleancorpus.label.rules.slug import slug
from cleancorpus.label.rules.teaser_pairs import doubled_line, teaser_pairs
from cleancorpus.label.rules.teaser_tail import teaser_tail
from cleancorpus.label.rules.title import title, title_echo
from cleancorpus.language.lexicon import Lexicon, default_lexicon
from cleancorpus.page import Page
from cleancorpus.role import Role


class Rule(NamedTuple):
    """One rule of the chain. Its name is for reading; reasons name the finding, which may be finer."""

    name: str
    apply: Callable[[Draft], None]


HTML_CHAIN = (
    Rule("title", title),
    Rule("title-echo", title_echo),
    Rule("legal", legal),
    Rule("furniture", furniture),
    Rule("slug", slug),
    Rule("related-cue", related_cue),
    Rule("comments", comments),
    Rule("markup", markup),
    Rule("date-line", date_line),
    Rule("teaser-pairs", teaser_pairs),
    Rule("caption", caption),
    Rule("noise", noise),
    Rule("main-text", main_text),
    Rule("masthead-date", masthead_date),
    Rule("byline", byline),
    Rule("lead", lead),
    Rule("kicker", kicker),
    Rule("frame", frame),
    Rule("heading", heading),
    Rule("rest", article_parts),
)
"""For HTML the title comes first: the page states it."""

TEXT_CHAIN = (
    Rule("legal", legal),
    Rule("furniture", furniture),
    Rule("date-line", date_line),
    Rule("slug", slug),
    Rule("teaser-pairs", teaser_pairs),
    Rule("related-cue", related_cue),
    Rule("comments", comments),
    Rule("noise", noise),
    Rule("main-text", main_text),
    Rule("title", title),
    Rule("title-echo", title_echo),
    Rule("noise", noise),
    Rule("doubled-line", doubled_line),
    Rule("masthead-date", masthead_date),
    Rule("caption", caption),
    Rule("glued", glued),
    Rule("byline", byline),
    Rule("teaser-tail", teaser_tail),
    Rule("under-lead", under_lead),
    Rule("lead", lead),
    Rule("kicker", kicker),
    Rule("frame", frame),
    Rule("heading", heading),
    Rule("rest", article_parts),
)
"""For text the title is found from the first paragraph upwards, so that comes first."""

_LITTLE_PROSE, _LITTLE_SHARE = 600.0, 0.45
_LEAST_PROSE = 250.0  # Latin-letter equivalents: shorter bodies of HTML are error pages and shells more often than notes


@dataclass(frozen=True, slots=True)
class RuleLabeller:
    """The labeller of named rules. Stateless and picklable."""

    name: str = "rules-1"
    lexicon: Lexicon | None = field(default=None, repr=False)
    """Words to use; None for the package's own."""

    def label(self, pages: Sequence[Page]) -> list[PageLabels]:
        """Labels of each page, in order; an empty page has none."""
        lexicon = self.lexicon or default_lexicon()
        return [_label_page(page, lexicon) for page in pages]


def _label_page(page: Page, lexicon: Lexicon) -> PageLabels:
    draft = Draft(page, lexicon)
    for rule in HTML_CHAIN if draft.is_html else TEXT_CHAIN:
        rule.apply(draft)
    unnamed = Label(Role.OTHER, 0.0, "unnamed")
    return PageLabels(tuple(label or unnamed for label in draft.labels), _find_doubt(draft))


def _find_doubt(draft: Draft) -> str:
    """Why the page is not understood; empty when it is."""
    body = [index for index, label in enumerate(draft.labels) if label and label.role in ARTICLE_ROLES]
    size = sum(draft.features[index].size for index in body if draft.features[index].prose)
    if not draft.is_html:
        if not any(measured.prose for measured in draft.features) and draft.blocks:
            return "no paragraph of prose: verse, a list or fragments; nothing was judged by its place"
        return ""
    shown = sum(measured.size for measured in draft.features)
    if size < _LEAST_PROSE or (size < _LITTLE_PROSE and size < _LITTLE_SHARE * shown):
        return f"only {size:.0f} characters of running text were found: an index, a form or an error page"
    linked = sum(measured.size for measured in draft.features if measured.link_density >= 0.5 and measured.size > 25)
    if linked > 3 * size:
        return "most of the page is links with headlines: an index page"
    return ""
