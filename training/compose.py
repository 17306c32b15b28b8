"""Composed texts: one article, its typed parts laid out as sites lay them out, in the residue of other articles.

The annotated sets show few sites; a composition knows the role of every line and costs nothing. Each is drawn from a layout,
and a layout from a seed, so the same corpus comes out again. Cue words and layouts are dealt out by fold: those that a model is
validated on are none that it was trained on, but where a language has fewer cue words than there are folds.
"""

from __future__ import annotations

import hashlib
import json
import textwrap
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, TypeVar

from cleancorpus.label.features.cues import fold_line
from cleancorpus.segment.text import segment_text
from training.folds import FOLDS, fold_of
from training.golds import ARTICLE_POLICY, PAGE_POLICY, GoldPage, read_rows

Way = TypeVar("Way")
Line = tuple[str, str]
"""(text, role); an empty text is a blank line."""
BLANK: Line = ("", "")
CONTENT = frozenset({"lead", "heading", "body"})
PER_ARTICLE = {"vi": 2, "ja": 20, "ko": 20, "other": 6}
"""Compositions of each article: typed articles of other languages are few, those in scripts without capitals fewest."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article in its parts."""

    id: str
    site: str
    """Registered domain; the article's own id where its site is not known."""
    language: str
    fold: int
    title: str
    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    """(heading or empty, paragraphs)."""
    captions: tuple[str, ...]
    authors: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What a teaser says below the headline."""
        return self.lead or self.sections[0][1][0]


def read_compositions() -> Iterator[GoldPage]:
    """Every composition, in order."""
    shelves: dict[tuple[str, int], list[Article]] = defaultdict(list)
    for article in (*_read_vietnamese(), *_read_typed()):
        shelves[article.language, article.fold].append(article)
    for (language, fold), articles in sorted(shelves.items()):
        others = (
            articles if len(articles) >= _FEWEST else [item for key in sorted(shelves) if key[1] == fold for item in shelves[key]]
        )
        for article in articles:
            for number in range(PER_ARTICLE.get(language, PER_ARTICLE["other"])):
                yield _compose(article, others, Random(f"{article.id} {number}"), number)  # noqa: S311  drawn, not secret


_FEWEST = 4


def _read_vietnamese() -> Iterator[Article]:
    for row in read_rows("vi_articles"):
        rng = Random(row["id"])  # noqa: S311  drawn, not secret
        sentences = [_close_quotes(text) for text in row["sentences"]]
        if len(sentences) < 4 or not row["title"]:
            continue
        yield Article(
            row["id"],
            row["id"],
            "vi",
            fold_of(row["id"]),
            _close_quotes(row["title"]),
            _close_quotes(row["lead"] or ""),
            (("", tuple(_paragraphs(sentences, rng))),),
            tuple(_close_quotes(text) for text in row["captions"]),
            (_vietnamese_name(rng),),
        )


def _close_quotes(text: str) -> str:
    """The set was cut into tokens: quotation marks stand apart, opening and closing in turn."""
    for mark in ('"', "' "):
        pieces = text.split(mark)
        if len(pieces) % 2:
            inside = [piece.strip() if number % 2 else piece for number, piece in enumerate(pieces)]
            text = mark.strip().join(inside).strip()
    return text


def _paragraphs(sentences: Sequence[str], rng: Random) -> Iterator[str]:
    at = 0
    while at < len(sentences):
        size = rng.choice((1, 1, 2, 2, 3, 4))
        gap = "" if rng.random() < 0.04 else " "  # a paragraph break that got lost, and the space with it
        yield gap.join(sentences[at : at + size])
        at += size


def _read_typed() -> Iterator[Article]:
    for row in read_rows("fundus_typed"):
        if not row["reliable"] or not row["title"]:
            continue
        sections = tuple(
            (" ".join(section["headline"]).strip(), tuple(text for text in section["paragraphs"] if text.strip()))
            for section in json.loads(row["sections"])
        )
        sections = tuple(section for section in sections if section[1])
        if not sections:
            continue
        yield Article(
            row["id"],
            row["domain"],
            row["lang"],
            fold_of(row["domain"]),
            row["title"],
            " ".join(row["lead"]),
            sections,
            tuple(text for text in row["captions"] if text.strip()),
            tuple(name for name in row["authors"] if name.strip()),
        )


# -- words -------------------------------------------------------------------------------------------------------------

_FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
_GIVEN = (
    "An Anh Bình Chi Dũng Giang Hà Hải Hiền Hùng Khánh Lan Linh Mai Minh Nam Nga Phong Quân Sơn Tâm Thảo Trang Tuấn Vân".split()
)
_SECTIONS = {
    "vi": "Thời sự|Thế giới|Kinh doanh|Giải trí|Thể thao|Pháp luật|Giáo dục|Sức khỏe|Đời sống|Du lịch|Khoa học|Số hóa|Xe|Ý kiến|"
    "Tâm sự|Chính trị|Xã hội|Công đoàn|Bất động sản|Văn hóa|Media|Podcast|Video|Ảnh|Infographic",
    "de": "Politik|Wirtschaft|Sport|Panorama|Kultur|Wissen|Reise|Auto|Gesundheit|Meinung|Netzwelt|Regional|Videos",
    "en": "News|World|Politics|Business|Sport|Culture|Opinion|Science|Health|Travel|Technology|Lifestyle|Weather|Podcasts|Video",
    "fr": "Politique|International|Économie|Société|Sport|Culture|Sciences|Santé|Opinions|Planète|Vidéos|Podcasts",
    "es": "Nacional|Internacional|Economía|Sociedad|Deportes|Cultura|Opinión|Ciencia|Salud|Tecnología|Vídeos",
    "ja": "ニュース|社会|政治|経済|国際|スポーツ|エンタメ|科学|暮らし|動画",
    "tr": "Gündem|Dünya|Ekonomi|Spor|Kültür|Sağlık|Teknoloji|Yaşam|Video",
    "cs": "Domácí|Svět|Ekonomika|Sport|Kultura|Věda|Auto|Názory",
    "pl": "Kraj|Świat|Gospodarka|Sport|Kultura|Nauka|Zdrowie|Opinie",
    "ru": "Политика|Экономика|Общество|Мир|Спорт|Культура|Наука|Видео",
    "it": "Politica|Cronaca|Economia|Esteri|Sport|Cultura|Salute|Video",
}
_AGENCIES = "TTXVN|LĐTĐ|Dân trí|PLO|NLĐO|VOV|Reuters|AFP|dpa|AP|EFE|ANSA".split("|")
_PLATFORMS = "Facebook|Twitter|X|WhatsApp|Zalo|LinkedIn|Telegram|Email|Messenger|Pinterest|Copy link|RSS".split("|")
_ASIDE = "1.2K|37|Loading...|VIP|Beta|v2.1|0|Aa|A-|A+|12px|HD|Live|• • •|Top|Close|Menu".split("|")
_FALLBACK = "en"


@cache
def _lexicon(language: str) -> Mapping[str, Any]:
    entry = files("cleancorpus") / "data" / "lexicons" / f"{language}.toml"
    return tomllib.loads(entry.read_text(encoding="utf-8")) if entry.is_file() else {}


def _cues(language: str, section: str, kind: str, fold: int) -> list[str]:
    """The phrases of a language that fall to a fold; all of them where that leaves none."""
    found = _lexicon(language).get(section, {}).get(kind) or _lexicon(_FALLBACK)[section][kind]
    own = [phrase for phrase in found if int(hashlib.sha256(phrase.encode()).hexdigest(), 16) % FOLDS == fold]
    return own or list(found)


@dataclass(frozen=True, slots=True)
class Layout:
    """What one site does with every article."""

    rng: Random
    language: str
    fold: int
    spaced: bool
    """A blank line between paragraphs."""
    tail_spaced: bool
    capital: bool

    def cue(self, section: str, kind: str) -> str:
        """A phrase, set as the site sets its labels."""
        phrase = self.rng.choice(_cues(self.language, section, kind, self.fold))
        return phrase.upper() if self.capital and self.rng.random() < 0.5 else phrase[:1].upper() + phrase[1:]

    def own(self, ways: Sequence[Way]) -> Way:
        """One of the ways to lay a thing out, of those that fall to the fold. There are at least as many ways as folds."""
        return self.rng.choice(ways[self.fold :: FOLDS])

    def chance(self, share: float) -> bool:
        """True in a share of all cases."""
        return self.rng.random() < share

    def section(self) -> str:
        """A name in the site's menu."""
        return self.rng.choice((_SECTIONS.get(self.language) or _SECTIONS[_FALLBACK]).split("|"))

    def date(self) -> str:
        """A moment as sites print it."""
        rng = self.rng
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2009, 2026)
        hour, minute = rng.randint(0, 23), rng.randint(0, 59)
        forms = (
            f"{hour:02}:{minute:02} | {day:02}/{month:02}/{year}",
            f"{day:02}.{month:02}.{year}, {hour:02}:{minute:02}",
            f"{day}/{month}/{year} {hour:02}:{minute:02}",
            f"{year}-{month:02}-{day:02}",
            f"{day}/{month}/{year}",
            f"{self._opener()} {day:02}/{month:02}/{year} {hour:02}:{minute:02}",
            f"{self._written(day, month)} {year}",
            f"{hour}:{minute:02} - {self._written(day, month)}, {year}",
        )
        return self.own(forms)

    def _opener(self) -> str:
        return self.cue("date", "openers")

    def _written(self, day: int, month: int) -> str:
        names = _lexicon(self.language).get("date", {}).get("months") or _lexicon(_FALLBACK)["date"]["months"]
        return f"{day} {names[month - 1][0]}"


def _vietnamese_name(rng: Random) -> str:
    return " ".join([*([rng.choice(_FAMILY)] if rng.random() < 0.6 else []), *rng.sample(_GIVEN, 2)])


# -- lists of other articles -------------------------------------------------------------------------------------------


def _pairs(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Headline, headline again, summary: image text and link."""
    lines: list[Line] = []
    for other in others:
        copy = other.title if layout.chance(0.8) else fold_slug(other.title)
        lines += [(copy, "related"), *_gap(layout), (other.title, "related"), *_gap(layout)]
        if layout.chance(0.85):
            lines += [(other.summary, "related"), *_gap(layout, 0.4)]
    return lines


def _headline_summary(layout: Layout, others: Sequence[Article]) -> list[Line]:
    lines: list[Line] = []
    for other in others:
        lines += [(other.title, "related"), *_gap(layout, 0.3), (other.summary, "related"), *_gap(layout)]
    return lines


def _summary_headline(layout: Layout, others: Sequence[Article]) -> list[Line]:
    lines: list[Line] = []
    for other in others:
        lines += [(other.summary, "related"), *_gap(layout, 0.3), (other.title, "related"), *_gap(layout)]
    return lines


def _bullets(layout: Layout, others: Sequence[Article]) -> list[Line]:
    sign = layout.own("•-*»►–▪+")
    return [line for other in others for line in ((f"{sign} {other.title}", "related"), *_gap(layout, 0.2))]


def _numbered(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """What is read most, in order; the numbers stand by themselves or before the headlines."""
    apart = layout.chance(0.5)
    return [
        (text, "related")
        for at, other in enumerate(others, 1)
        for text in ((f"{at}", other.title) if apart else (f"{at}. {other.title}",))
    ]


def _headlines(layout: Layout, others: Sequence[Article]) -> list[Line]:
    return [line for other in others for line in ((other.title, "related"), *_gap(layout))]


def _dated(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Headline, date, sometimes a section or a summary."""
    lines: list[Line] = []
    for other in others:
        parts = [(other.title, "related"), (layout.date(), "related")]
        if layout.chance(0.3):
            parts.insert(0, (layout.section(), "related"))
        if layout.chance(0.4):
            parts.append((other.summary, "related"))
        lines += [item for part in parts for item in (part, *_gap(layout, 0.3))] + _gap(layout)
    return lines


def _glued(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Several headlines in one line."""
    size = layout.rng.randint(2, 3)
    return [
        (" ".join(other.title for other in others[at : at + size]), "related") for at in range(0, len(others) - size + 1, size)
    ]


def _short_summaries(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """Headline and the opening of the summary, cut with dots."""
    lines: list[Line] = []
    for other in others:
        cut = textwrap.shorten(other.summary, layout.rng.randint(60, 160), placeholder=layout.rng.choice(("…", "...", " [...]")))
        lines += [(other.title, "related"), *_gap(layout, 0.3), (cut, "related"), *_gap(layout)]
    return lines


_TAILS = (_pairs, _headline_summary, _summary_headline, _bullets, _headlines, _dated, _short_summaries, _numbered)


def _gap(layout: Layout, share: float = 1.0) -> list[Line]:
    return [BLANK] if layout.tail_spaced and layout.chance(share) else []


def fold_slug(title: str) -> str:
    """A title without accents, case and signs, its words apart: what systems make image texts of."""
    return " ".join(key for word in title.split() if (key := fold_line(word)))


# -- parts of a page ---------------------------------------------------------------------------------------------------


def _menu(layout: Layout) -> list[Line]:
    count = layout.rng.choice((0, 0, 2, 5, 9, 16, 25))
    words = [layout.section() if layout.chance(0.75) else layout.cue("nav", "lines") for _ in range(count)]
    if layout.chance(0.15) and words:
        return [(" | ".join(words[:8]), "nav"), BLANK]
    between = [BLANK] if layout.chance(0.3) else []
    lines = [item for word in words for item in ((word, "nav"), *between)]
    if layout.chance(0.2):
        lines.append((layout.own((" > ", " / ", " » ", " · ")).join(layout.section() for _ in range(3)), "nav"))
    return lines


def _share_bar(layout: Layout) -> list[Line]:
    if not layout.chance(0.35):
        return []
    names = layout.rng.sample(_PLATFORMS, layout.rng.randint(1, 5))
    if layout.chance(0.4):
        return [(" ".join(names), "nav")]
    return [(name, "nav") for name in ([layout.cue("nav", "lines")] if layout.chance(0.5) else []) + names]


def _author_line(layout: Layout, article: Article) -> list[Line]:
    names = list(article.authors) or [_vietnamese_name(layout.rng)]
    name = ", ".join(names[:3])
    if layout.chance(0.2):
        name = f"{name} ({layout.rng.choice(_cues(layout.language, 'byline', 'closers', layout.fold))})"
    elif layout.chance(0.25):
        name = f"{layout.cue('byline', 'openers_colon')}: {name}"
    elif layout.chance(0.1):
        name = f"{name} - {layout.rng.choice(_AGENCIES)}"
    return [(name, "byline")]


def _credit(layout: Layout, article: Article) -> str:
    word = layout.rng.choice(_cues(layout.language, "caption", "credits", layout.fold))
    word = word[:1].upper() + word[1:]
    name = layout.rng.choice([*article.authors, _vietnamese_name(layout.rng), layout.rng.choice(_AGENCIES), "T.H", "Internet"])
    return layout.rng.choice((f"{word}: {name}", f"({word}: {name})", f"{word}/{name}", f"© {name}"))


def _picture(layout: Layout, article: Article, caption: str) -> list[Line]:
    lines: list[Line] = []
    if layout.chance(0.4):
        lines.append((layout.rng.choice((article.title, fold_slug(article.title))), "alt"))
        lines += [BLANK] * layout.chance(0.4)
    text = caption
    if layout.chance(0.4):
        text = (
            f"{caption.rstrip('.')}. {_credit(layout, article)}"
            if layout.chance(0.7)
            else f"{caption} {_credit(layout, article)}"
        )
    lines.append((text, "caption"))
    if layout.chance(0.12):
        lines.append((_credit(layout, article), "caption"))
    return lines


def _comments(layout: Layout, others: Sequence[Article]) -> list[Line]:
    if not layout.chance(0.2):
        return []
    lines: list[Line] = [
        (f"{layout.cue('comment', 'lines')}{layout.rng.choice(('', f' ({layout.rng.randint(1, 90)})'))}", "comment")
    ]
    for other in others[: layout.rng.randint(0, 5)]:
        said = other.sections[0][1][-1].split(". ")[0] + layout.rng.choice(("!", ".", "...", "!!!", "", "?"))
        who = other.authors[0] if other.authors else _vietnamese_name(layout.rng)
        parts = [(who if layout.chance(0.7) else f"{who} - {layout.date()}", "comment"), (said, "comment")]
        if layout.chance(0.6):
            parts.append(
                (
                    layout.rng.choice((f"{layout.cue('comment', 'lines')}", f"{layout.rng.randint(1, 80)}", layout.date())),
                    "comment",
                )
            )
        lines += [item for part in parts for item in (part, *_gap(layout, 0.3))]
    if layout.chance(0.5):
        lines.append((layout.cue("comment", "phrases"), "comment"))
    return lines


def _footer(layout: Layout) -> list[Line]:
    lines: list[Line] = []
    if layout.chance(0.3):
        lines += [(layout.cue("promo", "phrases" if layout.chance(0.6) else "lines"), "promo")]
    if layout.chance(0.3):
        lines += [(layout.cue("nav", "lines"), "nav") for _ in range(layout.rng.randint(1, 8))]
    if layout.chance(0.4):
        holder = layout.rng.choice(("Báo Mới", "Example Media", "tintuc.example", "Verlag Beispiel", "Daily Example"))
        rights = layout.cue("legal", "phrases") if layout.chance(0.6) else ""
        lines.append((f"© {layout.rng.randint(2009, 2026)} {holder}. {rights}".strip(), "legal"))
    return [item for line in lines for item in (line, *_gap(layout, 0.4))]


def _tags(layout: Layout, article: Article) -> list[Line]:
    if not layout.chance(0.25):
        return []
    words = [layout.rng.choice(article.title.split()) for _ in range(4)]
    if layout.chance(0.5):
        return [(f"{layout.cue('nav', 'openers_colon')}: {', '.join(words)}", "nav")]
    return [(f"#{word}" if layout.chance(0.4) else word, "nav") for word in words]


def _pieces(paragraphs: Sequence[str]) -> list[str]:
    """What a list would have of some paragraphs: their clauses, as far as these are short."""
    pieces = [piece.strip(" .") for text in paragraphs for piece in text.replace(";", ",").split(",")]
    return [piece for piece in pieces if _ITEM_SIZES[0] < len(piece) < _ITEM_SIZES[1]]


_ITEM_SIZES = (8, 90)  # code points


def _paragraph(layout: Layout, text: str) -> list[Line]:
    """A paragraph, or a short list in its place."""
    items = _pieces([text]) if layout.chance(0.06) else []
    if len(items) < _FEWEST_ITEMS:
        return [(text, "body")]
    sign = layout.rng.choice(("- ", "• ", "* ", "", ""))
    return [(sign + item, "body") for item in items]


_FEWEST_ITEMS = 3


def _body(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    lines: list[Line] = []
    pictures = list(article.captions)
    rest = iter(others)
    for heading, paragraphs in article.sections:
        if heading:
            lines += [(heading, "heading"), *([BLANK] if layout.spaced else [])]
        for paragraph in paragraphs:
            lines += [*_paragraph(layout, paragraph), *([BLANK] if layout.spaced else [])]
            if pictures and layout.chance(0.3):
                lines += [*_picture(layout, article, pictures.pop(0)), *([BLANK] if layout.spaced else [])]
            if layout.chance(0.05) and (other := next(rest, None)):
                opener = (
                    f"{layout.cue('related', 'openers_colon')}: " if layout.chance(0.7) else layout.rng.choice((">> ", "» ", ""))
                )
                lines += [(opener + other.title, "related"), *([BLANK] if layout.spaced else [])]
            if layout.chance(0.015):
                lines += [(layout.cue("promo", "lines"), "promo"), *([BLANK] if layout.spaced else [])]
            if layout.chance(0.02):
                block = [next(rest, None) for _ in range(3)]
                found = [item for item in block if item]
                cue = [(layout.cue("related", "lines"), "related")] if layout.chance(0.6) else []
                lines += [*cue, *_headlines(layout, found), *([BLANK] if layout.spaced else [])]
    for caption in pictures[:2]:
        lines += _picture(layout, article, caption)
    return lines


def _head(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    space = [BLANK] if layout.spaced else []
    lines: list[Line] = []
    if layout.chance(0.2):
        lines += [(layout.section() if layout.chance(0.6) else f"{others[0].title.split(':')[0]}:", "kicker"), *space]
    lines += [(article.title, "title"), *space]
    dated = [(layout.date(), "date")] if layout.chance(0.55) else []
    signed = _author_line(layout, article) if layout.chance(0.35) else []
    moment = [*dated, *signed] if layout.chance(0.5) else [*signed, *dated]
    if moment and layout.chance(0.12):
        moment = [(f"{moment[0][0]} - {moment[-1][0]}", "byline" if signed else "date")]
    below = layout.chance(0.25)
    if not below:
        lines += [*moment, *(_share_bar(layout) if layout.chance(0.4) else [])]
    if article.lead and layout.chance(0.92):
        tag = f"({layout.rng.choice(_AGENCIES)}) " if layout.chance(0.15) else ""
        lines += [*(space if layout.chance(0.5) else []), (tag + article.lead, "lead")]
    if layout.chance(0.25):
        lines += _top_block(layout, article, others)
    if below:
        lines += [*space, *moment]
    return lines + space


def _top_block(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    """Headlines of other articles directly under the lead: one below the other, run together, or behind the picture's text."""
    found = list(others[:3])
    plain: list[Line] = [(other.title, "related") for other in found]
    return layout.own(
        (
            _glued(layout, found),
            [(f"{fold_slug(article.title)} {other.title}", "related") for other in found],
            [(layout.cue("related", "lines"), "related"), *plain],
            plain,
        )
    )


def _tail(layout: Layout, others: Sequence[Article]) -> list[Line]:
    lines: list[Line] = []
    rest = list(others)
    lay = layout.own(_TAILS)
    for _ in range(layout.rng.choice((0, 1, 1, 1, 2, 3))):
        count = layout.rng.choice((2, 3, 4, 5, 6, 8, 12))
        if layout.chance(0.7):
            lines += [(layout.cue("related", "lines"), "related"), *_gap(layout)]
            if layout.chance(0.2):
                lines += [(layout.cue("related", "lines"), "related"), *_gap(layout)]
        lines += lay(layout, rest[:count])
        rest = rest[count:]
    if lines and layout.chance(0.2):
        lines.append((layout.cue("nav", "lines"), "nav"))
    return lines


def _dressed(layout: Layout, article: Article, others: Sequence[Article]) -> list[Line]:
    space = [BLANK] if layout.spaced else []
    lines = _menu(layout)
    if layout.chance(0.15):
        lines += [*_headlines(layout, others[-3:]), BLANK]
    if layout.chance(_GENRE_SHARE):
        body = [line for line in layout.rng.choice(_GENRES)(layout, article) if line[1] != "title"]
    else:
        body = _body(layout, article, others[3:])
    lines += [BLANK] * layout.chance(0.5) + _head(layout, article, others) + body
    if layout.chance(0.55):
        lines += [*space, *_author_line(layout, article), *space]
    parts = [
        _tags(layout, article),
        _share_bar(layout),
        _tail(layout, others[8:]),
        _comments(layout, others[-6:]),
    ]
    if layout.chance(0.3):
        layout.rng.shuffle(parts)
    for part in parts:
        lines += [*part, *([BLANK] if part else [])]
    lines += _footer(layout)
    while layout.chance(0.06):
        lines.insert(layout.rng.randrange(len(lines) + 1), (layout.rng.choice(_ASIDE), "other"))
    return lines


# -- texts without residue ---------------------------------------------------------------------------------------------


def _bare(layout: Layout, article: Article) -> list[Line]:
    """An article that somebody cleaned already: all of it stays."""
    space = [BLANK] if layout.spaced else []
    lines: list[Line] = []
    if layout.chance(0.5):
        lines += [(article.title, "title"), *space]
    if article.lead and layout.chance(0.5):
        lines += [(article.lead, "lead"), *space]
    for heading, paragraphs in article.sections:
        lines += [(heading, "heading"), *space] if heading else []
        lines += [item for text in paragraphs for item in ((text, "body"), *space)]
    return lines


def _verse(layout: Layout, article: Article) -> list[Line]:
    words = " ".join(text for _, paragraphs in article.sections for text in paragraphs).split()
    lines: list[Line] = []
    at, size, stanza = 0, layout.rng.randint(4, 8), layout.rng.choice((4, 4, 6, 8))
    while at < min(len(words), 240):
        step = max(2, size + layout.rng.randint(-1, 1))
        line = " ".join(words[at : at + step])
        lines.append((line[:1].upper() + line[1:] if layout.capital else line, "body"))
        at += step
        if len(lines) % (stanza + 1) == stanza:
            lines.append(BLANK)
    return lines


def _listed(layout: Layout, article: Article) -> list[Line]:
    """Steps, ingredients, minutes: short items under headings."""
    pieces = _pieces([text for _, paragraphs in article.sections for text in paragraphs])[:40]
    number = layout.chance(0.4)
    sign = layout.rng.choice(("- ", "* ", "• ", ""))
    lines: list[Line] = [(article.title, "title"), BLANK] if layout.chance(0.4) else []
    return lines + [(f"{at + 1}. {piece}" if number else sign + piece, "body") for at, piece in enumerate(pieces)]


def _dialogue(layout: Layout, article: Article) -> list[Line]:
    names = [_vietnamese_name(layout.rng).split()[-1], *(name.split()[-1] for name in article.authors[:1] if name.split())]
    names += [_vietnamese_name(layout.rng).split()[-1]]
    dash = layout.chance(0.4)
    said = [piece for _, paragraphs in article.sections for text in paragraphs for piece in text.split(". ")][:40]
    space = [BLANK] if layout.spaced and layout.chance(0.5) else []
    return [
        item
        for at, piece in enumerate(said)
        for item in ((f"– {piece}" if dash else f"{names[at % 2]}: {piece}", "body"), *space)
    ]


def _note(layout: Layout, article: Article) -> list[Line]:
    paragraphs = [text for _, items in article.sections for text in items]
    return [(text, "body") for text in paragraphs[: layout.rng.randint(1, 3)]]


_GENRES = (_verse, _listed, _dialogue)
_CLEAN = (_bare, _bare, _bare, _bare, *_GENRES, _note)
_CLEAN_SHARE, _GENRE_SHARE, _WRAPPED_SHARE, _LOWER_SHARE = 0.22, 0.1, 0.08, 0.06


def _compose(article: Article, shelf: Sequence[Article], rng: Random, number: int) -> GoldPage:
    others = [other for other in rng.sample(shelf, min(len(shelf), 40)) if other.id != article.id]
    while len(others) < 30:
        others += others
    layout = Layout(rng, article.language, article.fold, rng.random() < 0.6, rng.random() < 0.5, rng.random() < 0.2)
    clean = layout.chance(_CLEAN_SHARE)
    lines = rng.choice(_CLEAN)(layout, article) if clean else _dressed(layout, article, others)
    if layout.chance(_WRAPPED_SHARE):
        lines = _wrap(lines, rng.randint(66, 80))
    if layout.chance(_LOWER_SHARE):  # as in the many scripts that have no capitals
        lines = [(text.lower(), role) for text, role in lines]
    return _to_page(article, lines, number, clean=clean)


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
        "composed vi" if article.language == "vi" else "composed typed",
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
    )
