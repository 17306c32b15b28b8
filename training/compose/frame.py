"""What stands around an article: menus, share bars, comments, tags, footers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from training.compose.article import Article
from training.compose.beside import imprint
from training.compose.layout import BLANK, Layout, Line, cues
from training.compose.names import AGENCIES
from training.compose.opinions import OPINIONS
from training.compose.teasers import fold_slug, gap

_PLATFORMS = "Facebook|Twitter|X|WhatsApp|Zalo|LinkedIn|Telegram|Email|Messenger|Pinterest|Copy link|RSS".split("|")


def menu(layout: Layout) -> list[Line]:
    """Names of sections, one a line or in one."""
    count = layout.rng.choice((0, 0, 2, 5, 9, 16, 25))
    words = [layout.section() if layout.chance(0.75) else layout.cue("nav", "lines") for _ in range(count)]
    if layout.chance(0.25) and words:
        return [(layout.own((" | ", " ", " • ", "  ")).join(words[:14]), "nav"), BLANK, *_trail(layout)]
    between = [BLANK] if layout.chance(0.3) else []
    sign = layout.own(("", "+ ", "- ", "› ", "", "", "", "")) if layout.chance(0.4) else ""
    return [item for word in words for item in ((sign + word, "nav"), *between)] + _trail(layout)


def _trail(layout: Layout) -> list[Line]:
    """Where in the site a page stands."""
    if not layout.chance(0.25):
        return []
    steps = [layout.cue("nav", "lines"), *(layout.section() for _ in range(layout.rng.randint(1, 3)))]
    return [(layout.own((" > ", " / ", " » ", " ", " › ", " · ", " - ", "  ")).join(steps), "nav")]


def share_bar(layout: Layout) -> list[Line]:
    """Names of platforms."""
    if not layout.chance(0.35):
        return []
    names = layout.rng.sample(_PLATFORMS, layout.rng.randint(1, 5))
    if layout.chance(0.4):
        return [(" ".join(names), "nav")]
    return [(name, "nav") for name in ([layout.cue("nav", "lines")] if layout.chance(0.5) else []) + names]


def author_line(layout: Layout, article: Article) -> list[Line]:
    """Who wrote it."""
    names = list(article.authors) or [layout.person()]
    name = ", ".join(names[:3])
    if layout.chance(0.2):
        name = f"{name} ({layout.rng.choice(cues(layout.language, 'byline', 'closers', layout.fold))})"
    elif layout.chance(0.25):
        name = f"{layout.cue('byline', 'openers_colon')}: {name}"
    elif layout.chance(0.1):
        name = f"{name} - {layout.rng.choice(AGENCIES)}"
    return [(name, "byline")]


_BIOS = {
    "vi": (
        "{name} viết về {section} từ năm {year}.",
        "Tác giả {name} là phóng viên ban {section}.",
        "{name}, sinh năm {year}, từng làm việc tại Huế và Cần Thơ trước khi về toà soạn.",
        "Nhà báo tự do, cộng tác với mục {section}.",
    ),
    "de": (
        "{name} schreibt seit {year} für das Ressort {section}.",
        "Geboren {year}, Studium der Geschichte, seither in der Redaktion {section}.",
        "{name} ist freie Autorin und lebt in Leipzig.",
        "Redakteur im Ressort {section}. Zuvor bei einer Regionalzeitung.",
    ),
    "en": (
        "{name} has covered {section} for us since {year}.",
        "{name} is a writer based in Leeds. Her first novel came out in {year}.",
        "Our correspondent for {section}. Before that, five years with a local weekly.",
        "{name} edits the {section} desk and tweets too much.",
    ),
    "fr": (
        "{name} suit la rubrique {section} depuis {year}.",
        "Journaliste au service {section}, entré à la rédaction en {year}.",
        "{name} est correspondante à Nantes.",
        "Né en {year}, {name} écrit aussi des récits de voyage.",
    ),
    "es": (
        "{name} escribe sobre {section} desde {year}.",
        "Redactora de la sección {section}. Antes trabajó en la radio local.",
        "{name} es periodista y vive en Valencia.",
        "Nacido en {year}, colabora con este diario en temas de {section}.",
    ),
}
"""What boxes say of authors: four ways a language, one a fold."""


def author_box(layout: Layout, article: Article) -> list[Line]:
    """Who wrote it, and what they do."""
    bios = _BIOS.get(layout.language)
    if bios is None or not layout.chance(0.12):
        return []
    name = (list(article.authors) or [layout.person()])[0]
    bio = layout.own(bios).format(name=name, section=layout.section(), year=layout.rng.randint(1961, 2024))
    lines: list[Line] = [(name, "byline")] if layout.chance(0.8) else []
    lines.append((bio, "other"))
    return [item for line in lines for item in (line, *gap(layout, 0.3))]


def _credit(layout: Layout, article: Article) -> str:
    word = layout.rng.choice(cues(layout.language, "caption", "credits", layout.fold))
    word = word[:1].upper() + word[1:]
    name = layout.rng.choice([*article.authors, layout.person(), layout.rng.choice(AGENCIES), "T.H", "Internet"])
    return layout.rng.choice((f"{word}: {name}", f"({word}: {name})", f"{word}/{name}", f"© {name}"))


def picture(layout: Layout, article: Article, caption: str) -> list[Line]:
    """A caption, sometimes below the picture's alternative text, with or without a credit."""
    lines: list[Line] = []
    if layout.chance(0.4):
        word = layout.rng.choice(cues(layout.language, "caption", "credits", layout.fold))
        number = f"{article.title} - {word[:1].upper() + word[1:]} {layout.rng.randint(1, 12)}"
        lines.append((layout.rng.choice((article.title, fold_slug(article.title), number, caption.rstrip("."))), "alt"))
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


def _said(layout: Layout, other: Article) -> str:
    own = OPINIONS.get(layout.language)
    if own and layout.chance(0.6):
        return layout.rng.choice(own)
    words = other.sections[0][1][-1] if other.sections else other.summary
    return words.split(". ")[0] + layout.rng.choice(("!", ".", "...", "!!!", "", "?"))


def _post(layout: Layout, who: str, said: str) -> list[Line]:
    """One comment: a name, mostly a moment, and what was said, each in a line or together."""
    moment = layout.date()
    parts = layout.own(
        (
            [who, said, *([moment] if layout.chance(0.6) else [])],
            [f"{who} {moment}", said],
            [f"{who}: {said}"],
            [f"{who}:", moment, said],
            [said, f"{who} - {moment}"],
            [f"{who} - {moment}", said],
            [who, moment, said],
            [said, who],
        )
    )
    lines = [(part, "comment") for part in parts]
    if layout.chance(0.15):
        lines.append((f"{layout.rng.randint(1, 80)}", "comment"))
    if layout.chance(0.4):
        lines.append((_buttons(layout), "nav"))
    return [item for line in lines for item in (line, *gap(layout, 0.3))]


def _buttons(layout: Layout) -> str:
    """What can be done with a comment, one button or some in a line."""
    return layout.own((" ", " · ", "  ", " | ")).join(
        layout.cue("comment", "buttons") for _ in range(layout.rng.choice((1, 1, 2, 3)))
    )


def comments(layout: Layout, others: Sequence[Article]) -> list[Line]:
    """What readers said."""
    if not layout.chance(0.25):
        return []
    count = layout.rng.choice(("", f" ({layout.rng.randint(1, 90)})"))
    lines: list[Line] = [(f"{layout.cue('comment', 'lines')}{count}", "comment")] if layout.chance(0.75) else []
    if layout.chance(0.3):
        lines.append((layout.cue("comment", "buttons"), "nav"))
    for other in layout.rng.choices(others, k=layout.rng.choice((0, 1, 2, 3, 4, 6, 9, 14))):
        who = other.authors[0] if other.authors and layout.chance(0.5) else layout.person()
        who = f"{fold_slug(who).replace(' ', '')}{layout.rng.randint(1, 99)}" if layout.chance(0.2) else who
        lines += _post(layout, who, _said(layout, other))
    if layout.chance(0.5):
        lines.append((layout.cue("comment", "phrases"), "nav"))
    lines += [(layout.cue("comment", "buttons"), "nav") for _ in range(layout.rng.choice((0, 0, 1, 3)))]
    return lines


def footer(layout: Layout) -> list[Line]:
    """Promotion, links and rights."""
    lines: list[Line] = []
    if layout.chance(0.3):
        lines += [(layout.cue("promo", "phrases" if layout.chance(0.6) else "lines"), "promo")]
    if layout.chance(0.3):
        lines += [(layout.cue("nav", "lines"), "nav") for _ in range(layout.rng.randint(1, 8))]
    if layout.chance(0.25):
        lines += imprint(layout)
    if layout.chance(0.4):
        holder = layout.rng.choice(("Báo Mới", "Example Media", "tintuc.example", "Verlag Beispiel", "Daily Example"))
        rights = layout.cue("legal", "phrases") if layout.chance(0.6) else ""
        lines.append((f"© {layout.rng.randint(2009, 2026)} {holder}. {rights}".strip(), "legal"))
    return [item for line in lines for item in (line, *gap(layout, 0.4))]


def tags(layout: Layout, article: Article) -> list[Line]:
    """Keywords: names out of the article, words of its title, sections."""
    if not layout.chance(0.25):
        return []
    rng = layout.rng
    names = find_names(article.sections[0][1][-1])
    words = [rng.choice((*article.title.split(), *names, *names, layout.section())) for _ in range(rng.randint(2, 6))]
    label = layout.cue("nav", "openers_colon")
    if layout.chance(0.5):
        return [(f"{label}{layout.own((': ', ' ', ': ', ' : '))}{layout.own((', ', ' ', ' , ', ' | ')).join(words)}", "nav")]
    lines: list[Line] = [(label, "nav")] if layout.chance(0.4) else []
    return [*lines, *((f"#{word}" if layout.chance(0.4) else word, "nav") for word in words)]


def find_names(text: str) -> list[str]:
    """Capitalised words in a row, behind another word."""
    runs = itertools.groupby(text.split()[1:], key=lambda word: word[0].isupper() and word[-1].isalpha())
    return [" ".join(words) for capital, words in runs if capital]
