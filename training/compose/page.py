"""Pages of a site: its lines around one article, placeholders filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, cycle
from random import Random

from cleancorpus.label.rules.caption import has_credit
from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.names import is_organisation
from training.compose.article import Article
from training.compose.frame import find_names
from training.compose.layout import BLANK, Line, month_name, section_name
from training.compose.names import draw_name
from training.compose.site import Group, Node, Site, SiteError, Text, walk
from training.compose.teasers import fold_slug, shorten

_CHOICE = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*\|(?:[^{}]|\{[^{}]*\})*)\}")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"n:(\d+)-(\d+)")
_CAPTION = "{caption}"
_MOST_PICTURES = 5
_ABOVE_HEADING_SHARE = 0.3  # of what a site sets into an article: many set it at the end of a section
_FEWEST_LETTERS = 4


def lay_out(site: Site, article: Article, others: Sequence[Article], rng: Random) -> list[Line]:
    """One page of a site: the article in the residue of others.

    Raises:
        SiteError: The file has a placeholder that is not known.
    """
    page = _Page(article, _Filler(article, others, rng), rng)
    try:
        return list(page.lay(site.nodes))
    except KeyError as error:
        raise SiteError(site.name, f"{{{error.args[0]}}} is no placeholder") from None


class _Filler:
    """What the placeholders of one page become."""

    def __init__(self, article: Article, others: Sequence[Article], rng: Random) -> None:
        self._article, self._rng = article, rng
        self._others = cycle(others)
        self._last = others[0]
        self._known = [name for other in others for name in other.authors if not is_organisation(name, default_lexicon())]
        self._tags = cycle(_draw_tags(article, rng))
        self.caption = ""
        self._fills: dict[str, Callable[[], str]] = {
            "title": lambda: article.title,
            "title:plain": lambda: fold_slug(article.title),
            "lead": lambda: article.lead,
            "author": lambda: ", ".join(article.authors[:3]) or self._name(),
            "caption": lambda: self.caption,
            "tag": lambda: next(self._tags),
            "other": lambda: self._next().title,
            "first:summary": lambda: self._next().summary,
            "same": lambda: self._last.title,
            "same:plain": lambda: fold_slug(self._last.title),
            "same:summary": lambda: self._last.summary,
            "same:short": lambda: shorten(self._last.summary, rng.randint(60, 160), "…"),
            "same:author": lambda: next(iter(self._last.authors), "") or self._name(),
            "name": self._name,
            "nick": self._nick,
            "section": lambda: section_name(article.language, rng),
        }

    def fill(self, text: str) -> str:
        """The text with its placeholders replaced; empty where the article lacks what the line is for.

        Raises:
            KeyError: A placeholder is not known.
        """
        if _CAPTION in text and has_credit(self.caption, default_lexicon()):
            text = _CAPTION  # no site names the photographer twice
        chosen = _CHOICE.sub(lambda match: self._rng.choice(match[1].split("|")), text)
        moment = self._draw_moment()
        values = [self._value(name, moment) for name in _PLACEHOLDER.findall(chosen)]
        if not all(values):
            return ""
        found = iter(values)
        return _PLACEHOLDER.sub(lambda _: next(found), chosen)

    def _value(self, name: str, moment: dict[str, str]) -> str:
        if match := _NUMBER.fullmatch(name):
            return str(self._rng.randint(int(match[1]), int(match[2])))
        return moment[name] if name in moment else self._fills[name]()

    def _next(self) -> Article:
        self._last = next(self._others)
        return self._last

    def _name(self) -> str:
        if self._article.origin in {"vi", "written", "guide"} or not self._known:
            return draw_name(self._article.language, self._rng)
        return self._rng.choice(self._known)

    def _nick(self) -> str:
        words = (fold_slug(self._name()) or "gast").split()
        joined = self._rng.choice(("", "_", ".")).join(words[-2:])
        return f"{joined}{self._rng.choice(('', self._rng.randint(1, 99), self._rng.randint(1970, 2010)))}"

    def _draw_moment(self) -> dict[str, str]:
        rng = self._rng
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2009, 2026)
        hour, minute = rng.randint(0, 23), rng.randint(0, 59)
        padded = {"DD": f"{day:02}", "MM": f"{month:02}", "YY": f"{year % 100:02}", "hh": f"{hour:02}", "min": f"{minute:02}"}
        return {
            **padded,
            "D": str(day),
            "M": str(month),
            "YYYY": str(year),
            "month": month_name(self._article.language, month),
        }


def _draw_tags(article: Article, rng: Random) -> list[str]:
    """Keywords: names out of the article, longer words of its title."""
    named = (name for _, paragraphs in article.sections for text in paragraphs for name in find_names(text))
    found = sorted({tag for tag in (*named, *article.title.split()) if len(tag) >= _FEWEST_LETTERS and tag[-1].isalnum()})
    return rng.sample(found, len(found)) or [article.title]


class _Page:
    """Draws the lines of one page."""

    def __init__(self, article: Article, filler: _Filler, rng: Random) -> None:
        self._article, self._filler, self._rng = article, filler, rng
        self._lays: dict[str, Callable[[Group], Iterable[Line]]] = {
            "maybe": lambda group: self._times(group, self._rng.randrange(100) < group.bounds[0]),
            "repeat": lambda group: self._times(group, self._rng.randint(*group.bounds)),
            "any": self._lay_some,
            "shuffle": lambda group: self.lay(self._rng.sample(group.parts[0], len(group.parts[0]))),
            "choose": lambda group: self.lay(self._rng.choice(group.parts)),
            "body": self._lay_body,
        }

    def lay(self, nodes: Iterable[Node]) -> Iterator[Line]:
        """The lines of some nodes."""
        for node in nodes:
            if isinstance(node, Group):
                yield from self._lays[node.kind](node)
            elif not node.text:
                yield BLANK
            elif text := self._filler.fill(node.text):
                yield text, node.role

    def _times(self, group: Group, times: int) -> Iterator[Line]:
        return chain.from_iterable(self.lay(group.parts[0]) for _ in range(times))

    def _lay_some(self, group: Group) -> Iterator[Line]:
        nodes = group.parts[0]
        low, high = group.bounds
        chosen = self._rng.sample(range(len(nodes)), min(self._rng.randint(low, high), len(nodes)))
        return self.lay(nodes[at] for at in sorted(chosen))

    def _lay_body(self, group: Group) -> Iterator[Line]:
        space = [BLANK] if group.argument == "spaced" else []
        between = self._place_inserts(group)
        left = sum(len(paragraphs) for _, paragraphs in self._article.sections)
        for heading, paragraphs in self._article.sections:
            yield from [(heading, "heading"), *space] if heading else []
            for paragraph in paragraphs:
                yield from [(paragraph, "body"), *space]
                left -= 1
                for inserted in between.get(left, ()):
                    yield from [*inserted, *space] if inserted else []

    def _place_inserts(self, group: Group) -> dict[int, list[list[Line]]]:
        """What stands behind a paragraph, by how many paragraphs are left below it."""
        rng = self._rng
        count = sum(len(paragraphs) for _, paragraphs in self._article.sections)
        inner = range(1, count)
        read = [*accumulate(len(own) for _, own in self._article.sections)]
        above_headings = [count - so_far for so_far in read[:-1]]
        placed: dict[int, list[list[Line]]] = {}
        groups = [node for node in group.parts[0] if isinstance(node, Group)]
        for node in groups:
            if node.kind != "insert" or not inner:
                continue
            chosen = above_headings if above_headings and rng.random() < _ABOVE_HEADING_SHARE else inner
            left = {"first": count - 1, "last": 1}.get(node.argument) or rng.choice(chosen)
            placed.setdefault(left, []).append(list(self.lay(node.parts[0])))
        pictures = [node for node in groups if node.kind == "picture"]
        for caption in self._article.captions[:_MOST_PICTURES] if pictures else ():
            self._filler.caption = caption
            placed.setdefault(rng.randrange(count), []).append(list(self.lay(rng.choice(pictures).parts[0])))
        return placed


def check_placeholders(site: Site, article: Article, others: Sequence[Article]) -> None:
    """Fill every line of a site once, each of its choices.

    Raises:
        SiteError: A placeholder is not known.
    """
    filler = _Filler(article, others, Random(0))  # noqa: S311  drawn, not secret
    for node in walk(site.nodes):
        if isinstance(node, Text):
            try:
                filler.fill(_CHOICE.sub(lambda match: match[1].replace("|", " "), node.text))
            except KeyError as error:
                raise SiteError(site.name, f"{{{error.args[0]}}} in {node.text[:60]!r} is no placeholder") from None
