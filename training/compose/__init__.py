"""Composed texts: one article, its typed parts laid out as sites lay them out, in the residue of other articles.

The annotated sets show few sites; a composition knows the role of every line and costs nothing. Some are drawn from a layout,
others from a site that somebody wrote down line by line (`sites/`), both from a seed, so the same corpus comes out again. Cue
words, layouts and sites are dealt out by fold: those that a model is validated on are none that it was trained on, but where a
language has fewer cue words than there are folds.
"""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from random import Random

from cleancorpus.segment.text import segment_text
from training.compose.article import Article, read_articles
from training.compose.clean import CLEAN
from training.compose.dressed import dress
from training.compose.layout import BLANK, Layout, Line
from training.compose.page import lay_out
from training.compose.read import read_lines, read_pages
from training.compose.site import read_sites
from training.cut import draw_cut
from training.golds import ARTICLE_POLICY, PAGE_POLICY, GoldPage

CONTENT = frozenset({"lead", "heading", "body"})
ARTICLE = CONTENT | {"title"}
PER_ARTICLE = {
    "vi": {"vi": 2},
    "typed": {"ja": 20, "ko": 20, "": 6},
    "read": {"en": 1, "de": 1, "sv": 2, "": 4},
    "written": {"": 8},
    "guide": {"vi": 30, "": 10},
}
"""Compositions of each article, by who told its parts and its language: the fewer articles, the more; those in scripts without
capitals are fewest."""


def read_compositions() -> Iterator[GoldPage]:
    """Every composition, in order."""
    return compose(chain(read_articles(), read_pages(), read_lines()))


def compose(articles: Iterable[Article]) -> Iterator[GoldPage]:
    """Every composition of some articles, in order of language and fold."""
    shelves: dict[tuple[str, int], list[Article]] = defaultdict(list)
    for article in articles:
        shelves[article.language, article.fold].append(article)
    for (language, fold), own in sorted(shelves.items()):
        others = own if len(own) >= _FEWEST else [item for key in sorted(shelves) if key[1] == fold for item in shelves[key]]
        counts = Counter(word for item in others for word in item.words)
        for article in own:
            if not article.sections:
                continue
            of_origin = PER_ARTICLE[article.origin]
            for number in range(of_origin.get(language, of_origin.get("", 0))):
                yield _compose(article, others, counts, Random(f"{article.id} {number}"), number)  # noqa: S311  drawn, not secret


_FEWEST = 4
_CLEAN_SHARE, _SITE_SHARE, _CUT_SHARE, _WRAPPED_SHARE, _LOWER_SHARE = 0.22, 0.7, 0.3, 0.08, 0.06
_CYCLE, _FOREIGN = 7, frozenset({3, 6})
"""Which of an article's compositions are read as if no lexicon knew its language, as is so of most languages: one in four, of
either policy."""
_SEEN, _TOPICAL, _TOPICAL_SHARE = 240, 14, 0.6


def draw_others(article: Article, shelf: Sequence[Article], counts: Counter[str], rng: Random) -> list[Article]:
    """Articles for the teasers: any, or on most sites first such as share rare words with this one, as related stories do."""
    others = [other for other in rng.sample(shelf, min(len(shelf), _SEEN)) if other.id != article.id]
    if rng.random() < _TOPICAL_SHARE:
        others.sort(key=lambda other: -sum(1 / counts[word] for word in sorted(article.words & other.words)))
        near = others[:_TOPICAL]
        rng.shuffle(near)
        others = near + rng.sample(others[_TOPICAL:], len(others) - len(near))
    others = others[:40]
    while len(others) < 30:
        others += others
    return others


def _compose(article: Article, shelf: Sequence[Article], counts: Counter[str], rng: Random, number: int) -> GoldPage:
    others = draw_others(article, shelf, counts, rng)
    layout = Layout(rng, article.language, article.fold, rng.random() < 0.6, rng.random() < 0.5, rng.random() < 0.2)
    clean = layout.chance(_CLEAN_SHARE)
    lines = rng.choice(CLEAN)(layout, article) if clean else _set_in_residue(layout, article, others)
    if not clean and layout.chance(_CUT_SHARE):
        lines = lines[draw_cut([role in ARTICLE for _, role in lines], rng)]
    if layout.chance(_WRAPPED_SHARE):
        lines = _wrap(lines, rng.randint(66, 80))
    if layout.chance(_LOWER_SHARE):  # as in the many scripts that have no capitals
        lines = [(text.lower(), role) for text, role in lines]
    return _to_page(article, lines, number, clean=clean)


def _set_in_residue(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    sites = [site for site in read_sites() if site.language == article.language and site.fold == article.fold]
    if sites and layout.chance(_SITE_SHARE):
        return lay_out(layout.rng.choice(sites), article, others, layout.rng)
    return dress(layout, article, others)


def _wrap(lines: Sequence[Line], width: int) -> list[Line]:
    """Paragraphs cut into lines of a width, blank lines between."""
    wrapped: list[Line] = []
    for text, role in lines:
        wrapped += [(piece, role) for piece in textwrap.wrap(text, width, break_on_hyphens=False)] if text else [BLANK]
        if role == "body":
            wrapped.append(BLANK)
    return wrapped


def _to_page(article: Article, lines: Sequence[Line], number: int, *, clean: bool) -> GoldPage:
    text, starts = [], {}
    length = 0
    for line, role in lines:
        own = " ".join(line.split())
        if own:
            starts[length] = role
        text.append(own + "\n")
        length += len(own) + 1
    page = segment_text("".join(text))
    roles = tuple(starts.get(block.span[0], "") if block.span else "" for block in page.blocks)
    return GoldPage(
        f"composed {article.origin}",
        f"{article.id} {number}",
        article.site,
        "clean" if clean else "article",
        article.language,
        ARTICLE_POLICY if number % 2 else PAGE_POLICY,
        page,
        tuple(-1.0 if role in {"", "title"} and not clean else float(role in CONTENT or clean) for role in roles),
        roles,
        tuple(bool(role) for role in roles),
        "",
        foreign=number % _CYCLE in _FOREIGN,
    )
