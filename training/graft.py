"""Grafts: what annotated pages have too little of, set between the paragraphs of real ones.

Few pages of the sets hold line-ups, scores, amounts or fact boxes, and in few stands a box to subscribe among the paragraphs, so
a model knows either by the company it keeps. A graft takes short lines of articles that are not all prose (`compose/guides`), or
a run of what an invented site sets around an article (`compose/sites`), dresses them in markup, and sets them behind a paragraph
of a real page, whose own markup stays around them. Pieces are dealt out by fold, as the pages are.
"""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby
from random import Random
from statistics import median

from cleancorpus.block import Block, Kind
from cleancorpus.segment.decode import decode
from training.compose import draw_others
from training.compose.article import Article, read_articles
from training.compose.layout import Line
from training.compose.page import lay_out
from training.compose.site import Site, read_sites
from training.folds import fold_of
from training.golds import GoldPage, Row, read_with_rows, segment

GRAFTED = ("wcxb_dev", "fundus_typed")
_SHARE, _COPIES, _MOST = 0.6, 2, 3  # of the articles that are grafted, how often each is drawn; grafts in one
_LAST_SHARE, _OWN_SHARE = 0.4, 0.55  # behind the last paragraph; of the article's own kind
_OUTSIDE_SHARE = 0.5  # of what stands behind the last paragraph, behind the elements that it closes
_LONGEST_OWN, _MOST_OWN, _MOST_FRAME = 90, 14, 10  # median of code points; lines
_LONGEST_HEADLINE = 110
_FEWEST_OWN, _FEWEST_FRAME = 3, 2
_ALONE = frozenset({"related", "promo"})  # what stands among paragraphs in a line of its own too
_SHORTEST_SAID = 45  # code points: shorter lines of a thread say who wrote, when, and how many liked it
_FRAME = frozenset({"related", "nav", "promo", "comment"})
_OWN = frozenset({"heading", "body"})
_NO_MORE: tuple[Block | None, float, str, bool] = (None, 0.0, "", False)
_PAGES_OF_GUIDE = 2
_WANTED = 0.8
_CLOSES = re.compile(r"\s*(?:</(?:a|b|i|em|strong|span|u|font|sup|sub|small|q|cite)\s*>\s*)*</p\s*>", re.IGNORECASE)
_ENDS = re.compile(r"(?:\s*</(?:div|section|article)\s*>)*", re.IGNORECASE)
_CELLS = re.compile(r"\t+|\s\|\s|:\s|\s[–—]\s")
_NAMES = (
    "box block module wrap inner panel card row col content-block c-box element item-list wp-block-group css-{0:x} sc-{0:x} {0:x}"
)
_OWN_NAMES = "factbox facts scores verdict specs results lineup table-wrap ingredients summary info"
_FRAME_NAMES = {
    "related": "related read-more recommended more-stories teaser",
    "nav": "share tags tools actions toolbar",
    "promo": "newsletter paywall promo signup subscribe offer",
    "comment": "comments discussion replies",
}


@dataclass(slots=True)
class Pieces:
    """What there is to graft on pages of one fold."""

    own: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """(heading or empty, lines) of articles."""
    frame: list[list[Line]] = field(default_factory=list)
    """Lines that stand together around articles, with their roles."""


def read_grafts() -> Iterator[GoldPage]:
    """The grafted pages, in order of the sets; the same ones each time."""
    pieces = collect_pieces(read_articles(), read_sites())
    for row, gold in read_with_rows(GRAFTED):
        own = pieces.get(fold_of(gold.domain))
        for number in range(_COPIES if own is not None and gold.page_type == "article" else 0):
            rng = Random(f"graft {gold.set} {gold.id} {number}")  # noqa: S311  drawn, not secret
            grafted = graft(row, gold, own, rng) if own is not None and rng.random() < _SHARE else None
            if grafted is not None:
                yield grafted


def collect_pieces(articles: Iterable[Article], sites: Sequence[Site], *, unseen: bool = False) -> dict[int, Pieces]:
    """By fold: sections of the guides among some articles that are mostly short lines, and runs of what sites of their language
    and fold set around them, or of any fold where no model has seen these."""
    shelves: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        shelves[article.language].append(article)
    found: dict[int, Pieces] = defaultdict(Pieces)
    for shelf in shelves.values():
        counts = Counter(word for article in shelf for word in article.words)
        for article in (item for item in shelf if item.origin == "guide"):
            own = found[article.fold]
            own.own += [section for section in article.sections if _is_short(section[1])]
            near = [site for site in sites if site.language == article.language and (unseen or site.fold == article.fold)]
            for number in range(_PAGES_OF_GUIDE if near else 0):
                rng = Random(f"graft {article.id} {number}")  # noqa: S311  drawn, not secret
                own.frame += find_runs(lay_out(rng.choice(near), article, draw_others(article, shelf, counts, rng), rng))
    return dict(found)


def _is_short(lines: Sequence[str]) -> bool:
    return len(lines) >= _FEWEST_OWN and median(map(len, lines)) <= _LONGEST_OWN


def find_runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of the frame that nothing parts; a thread of comments is a run of its own."""
    for framed, run in groupby(lines, lambda line: line[1] in _FRAME):
        own = [line for line in run if line[0].strip()]
        posts = [at for at, (_, role) in enumerate(own) if role == "comment"] or [len(own)]
        for part in (own[: posts[0]], own[posts[0] : posts[-1] + 2], own[posts[-1] + 2 :]) if framed else ():
            if len(part) >= _FEWEST_FRAME or (part and part[0][1] in _ALONE):
                yield part[:_MOST_FRAME]


def graft(row: Row, gold: GoldPage, pieces: Pieces, rng: Random) -> GoldPage | None:
    """A page with some pieces set behind its paragraphs; None where it has no place for any, or is another one with them."""
    text = decode(row["html"]).text if isinstance(row["html"], bytes) else row["html"]
    places = _find_places(text, gold)
    chosen = {places[-1]} if places and rng.random() < _LAST_SHARE else set[int]()
    chosen |= {*rng.sample(places, min(len(places), rng.randint(1, _MOST) - len(chosen)))}
    parts: dict[int, list[Line]] = {}
    for place in sorted(chosen):
        if rng.random() < _OWN_SHARE and pieces.own:
            parts[place] = dress_own(*rng.choice(pieces.own), rng)
        elif pieces.frame:
            run = rng.choice(pieces.frame)
            outside = place == places[-1] and rng.random() < _OUTSIDE_SHARE
            dressed = dress_thread(run, rng) if run[0][1] == "comment" and len(run) > _FEWEST_FRAME else dress_frame(run, rng)
            parts[_find_end(text, place) if outside else place] = dressed
    return _set_in(row, text, gold, parts) if parts else None


def _find_end(text: str, place: int) -> int:
    """Where the elements end that end with a paragraph."""
    found = _ENDS.match(text, place)
    return found.end() if found else place


def _find_places(text: str, gold: GoldPage) -> list[int]:
    """Where in the source a paragraph of the content ends."""
    places = []
    for block, share in zip(gold.page.blocks, gold.content, strict=True):
        if share >= _WANTED and block.kind is Kind.PARAGRAPH and block.span is not None:
            found = _CLOSES.match(text, block.span[1])
            places += [found.end()] if found else []
    return places


def _set_in(row: Row, text: str, gold: GoldPage, parts: Mapping[int, Sequence[Line]]) -> GoldPage | None:
    """The page with parts of markup, each with the role of what it holds, at their places in the source."""
    source, bounds, at = "", list[tuple[int, int, str]](), 0
    for place, own in sorted(parts.items()):
        source += text[at:place]
        ends = [*accumulate((len(part) for part, _ in own), initial=len(source))]
        bounds += [(start, end, role) for start, end, (_, role) in zip(ends, ends[1:], own, strict=False)]
        source += "".join(part for part, _ in own)
        at = place
    page = segment(row | {"html": source + text[at:]})
    known = iter(zip(gold.page.blocks, gold.content, gold.roles, gold.certain, strict=True))
    content, roles, certain = list[float](), list[str](), list[bool]()
    for block in page.blocks:
        role = _role_at(block, bounds)
        old, share, name, sure = (block, float(role in _OWN), role, True) if role is not None else next(known, _NO_MORE)
        if old is None or old.text != block.text:
            return None  # the parser reads what is around otherwise now
        content.append(share)
        roles.append(name)
        certain.append(sure)
    whole = next(known, None) is None and len(page.blocks) > len(gold.page.blocks)
    changed = replace(gold, set=f"grafted {gold.set}", page=page, content=tuple(content), roles=tuple(roles), gold="")
    return replace(changed, certain=tuple(certain)) if whole else None


def _role_at(block: Block, bounds: Sequence[tuple[int, int, str]]) -> str | None:
    """The role of the part in which a block begins; None outside all."""
    if block.span is None:
        return None
    return next((role for start, end, role in bounds if start <= block.span[0] < end), None)


def dress_own(heading: str, lines: Sequence[str], rng: Random) -> list[Line]:
    """Parts of markup around short lines of an article, with the role of what each holds; "" around all."""
    start = rng.randint(0, max(0, len(lines) - _MOST_OWN))
    own = lines[start : start + _MOST_OWN]
    opened, closed = rng.choice(_WRAPPERS)
    head = [(_fill(rng.choice(_HEADINGS), heading, rng), "heading")] if heading and not start else []
    split = all(len(_CELLS.split(line, maxsplit=1)) > 1 for line in own)
    before, line, behind = rng.choice(_PAIRED if split and rng.random() < 0.7 else _LISTED)
    body = [(_fill_cells(line, text), "body") for text in own]
    names = _draw_names(_OWN_NAMES, rng)
    return [(_named(opened, names), ""), *head, (_named(before, names), ""), *body, (behind, ""), (closed, "")]


def dress_frame(lines: Sequence[Line], rng: Random) -> list[Line]:
    """The same of lines around an article."""
    opened, closed = rng.choice(_WRAPPERS)
    names = _draw_names(_FRAME_NAMES[lines[0][1]], rng)
    dresses = {role: rng.choice(_DRESSES[role]) for role in sorted({role for _, role in lines})}
    parts: list[Line] = [(_named(opened, names), "")]
    for number, (text, role) in enumerate(lines):
        cue = not number and len(lines) > 1 and rng.random() < 0.5
        said = role == "related" and number and len(text) > _LONGEST_HEADLINE and rng.random() < 0.7  # a teaser's summary
        dress = rng.choice(_HEADINGS) if cue else "<p>{0}</p>" if said else dresses[role]
        parts.append((_fill(dress, text, rng), role))
    return [*parts, (closed, "")]


def dress_thread(lines: Sequence[Line], rng: Random) -> list[Line]:
    """The same of readers' comments: what heads them, and an element for each post."""
    opened, closed = rng.choice(_WRAPPERS)
    (heading, role), *rest = lines
    around, before, behind = rng.choice(_POSTS)
    dresses = {"who": rng.choice(_WHO), "said": rng.choice(_DRESSES["comment"]), "button": rng.choice(_DRESSES["nav"])}
    parts: list[Line] = [(_named(opened, _draw_names(_FRAME_NAMES["comment"], rng)), "")]
    parts += [(_fill(rng.choice(_HEADINGS), heading, rng), role), (around, "")]
    for post in _find_posts(rest):
        parts += [(before, ""), *((_fill(dresses[kind], text, rng), role) for text, role, kind in post), (behind, "")]
    return [*parts, (around.replace("<", "</"), ""), (closed, "")]


def _find_posts(lines: Sequence[Line]) -> Iterator[list[tuple[str, str, str]]]:
    """(text, role, kind) of the lines of each post: who wrote it, what is said, and buttons."""
    post: list[tuple[str, str, str]] = []
    for text, role in lines:
        kind = "button" if role != "comment" else "who" if len(text) < _SHORTEST_SAID else "said"
        if kind == "who" and post and post[-1][2] != "who":
            yield post
            post = []
        post.append((text, role, kind))
    if post:
        yield post


_WRAPPERS = (
    ("", ""),
    ("", ""),
    ("<div{0}>", "</div>"),
    ("<div{0}>", "</div>"),
    ("<div{0}><div>", "</div></div>"),
    ("<section{0}>", "</section>"),
    ("<aside{0}>", "</aside>"),
)
_HEADINGS = (
    "<h2>{0}</h2>",
    "<h3>{0}</h3>",
    "<h4>{0}</h4>",
    "<p><strong>{0}</strong></p>",
    "<div><b>{0}</b></div>",
    "<div>{0}</div>",
    "<p>{0}</p>",
)
_LISTED = (
    ("<ul{0}>", "<li>{0}</li>", "</ul>"),
    ("<ol{0}>", "<li>{0}</li>", "</ol>"),
    ("", "<p>{0}</p>", ""),
    ("<div{0}>", "<p>{0}</p>", "</div>"),
    ("<div{0}>", "<div>{0}</div>", "</div>"),
    ("<p>", "{0}<br>", "</p>"),
)
_PAIRED = (
    ("<table{0}><tbody>", "<tr><td>{1}</td><td>{2}</td></tr>", "</tbody></table>"),
    ("<table{0}><tbody>", "<tr><th>{1}</th><td>{2}</td></tr>", "</tbody></table>"),
    ("<dl{0}>", "<dt>{1}</dt><dd>{2}</dd>", "</dl>"),
    ("<div{0}>", "<div><span>{1}</span> <span>{2}</span></div>", "</div>"),
    ("<ul{0}>", "<li><strong>{1}</strong> {2}</li>", "</ul>"),
    ("<div{0}>", "<div>{1}</div><div>{2}</div>", "</div>"),
)
_DRESSES = {
    "related": (
        '<p><a href="/{1}">{0}</a></p>',
        '<div><a href="/{1}">{0}</a></div>',
        '<h3><a href="/{1}">{0}</a></h3>',
        '<li><a href="/{1}">{0}</a></li>',
        '<a href="/{1}"><div>{0}</div></a>',
    ),
    "nav": (
        '<a href="/{1}">{0}</a> ',
        "<button>{0}</button>",
        "<span>{0}</span>",
        '<li><a href="/{1}">{0}</a></li>',
        "<div>{0}</div>",
    ),
    "promo": ("<p>{0}</p>", "<div>{0}</div>", '<p><a href="/{1}">{0}</a></p>', "<span>{0}</span><br>", "<li>{0}</li>"),
    "comment": ("<p>{0}</p>", "<div>{0}</div>", "<div><p>{0}</p></div>"),
}
_POSTS = (
    ("<ol>", "<li>", "</li>"),
    ("<ul>", "<li><div>", "</div></li>"),
    ("", "<div>", "</div>"),
    ("<div>", "<div><div>", "</div></div>"),
    ("", "<article>", "</article>"),
    ("", "", ""),
)
_WHO = (
    "<span>{0}</span> ",
    "<b>{0}</b> ",
    "<div>{0}</div>",
    '<a href="/{1}">{0}</a> ',
    "<h4>{0}</h4>",
    "<p><strong>{0}</strong></p>",
    "<p>{0}</p>",
)


def _fill(dress: str, text: str, rng: Random) -> str:
    return dress.format(html.escape(text), f"{rng.randint(1000, 999_999)}")


def _fill_cells(dress: str, text: str) -> str:
    label, *rest = _CELLS.split(text, maxsplit=1)
    return dress.format(*map(html.escape, (text, label, rest[0] if rest else "")))


def _named(opening: str, names: str) -> str:
    return opening.format(f' class="{names}"' if names else "")


def _draw_names(own: str, rng: Random) -> str:
    """A third without, a third with names that say nothing, a third with those of their kind."""
    pool = rng.choice(("", _NAMES, own)).split()
    return rng.choice(pool).format(rng.randint(4096, 1_048_575)) if pool else ""
