"""title: the article's headline in the page, and its echoes: copies that stood for an image or before another headline."""

from __future__ import annotations

from cleancorpus.block import Kind
from cleancorpus.label.dates import holds_moment, is_like_date
from cleancorpus.label.rules.byline import is_lone_name, is_signature
from cleancorpus.label.rules.caption import has_credit
from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.fold import COLONS, is_caseless
from cleancorpus.language.titles import fold_titles
from cleancorpus.role import Role

TITLE_MARK = "title-mark"
"""Why a text's first line is its title where it is marked as a heading."""
_MIN_FOLD, _MAX_SIZE = 8, 260
_LOOK_BACK = 14  # lines above the first paragraph that may hold the title
_VERSE_LINES = 5
_ONLY_TOP = 3.0
_KICKER_SHARE = 0.75
_NAME_SIZE, _NAME_WORDS = 24, 3
_FEW_WORDS = 2
_MIN_HALF, _HALF = 10, 0.35
_LEAST_EVIDENCE = 1.8  # a heading of the second level with half of the stated title; a first-level one alone
_RUN_SIZE, _LONGEST_RUN = 25, 3
_ECHO_REST = 12  # folded characters behind an echo that make a headline of their own


def title(draft: Draft) -> None:
    """Find the title: in HTML by what the page states and by its headings, in text by where a line stands and what follows it."""
    found = _title_of_html(draft) if draft.is_html else _title_of_text(draft)
    if found is None:
        return
    index, score, reason = found
    draft.title = index
    draft.replace(index, Role.TITLE, score, reason)


def stated_titles(draft: Draft) -> list[str]:
    """Folded titles that the page states, the most trusted first: without the site's name where it is set off."""
    statements = draft.page.statements
    return fold_titles([statements.meta_value("og:title", "twitter:title"), statements.title])


def _title_of_html(draft: Draft) -> tuple[int, float, str] | None:
    stated = stated_titles(draft)
    only_top = _only_top_heading(draft)
    best: tuple[float, int] | None = None
    for index, block in enumerate(draft.blocks):
        measured = draft.features[index]
        if not measured.fold or measured.size > _MAX_SIZE or draft.role(index) in {Role.RELATED, Role.COMMENT}:
            continue
        level = block.markup.level if block.markup else 0
        value = 0.0
        if block.kind is Kind.HEADING:
            value += _ONLY_TOP if index == only_top else {1: 3.0, 2: 1.0}.get(level, 0.4)
        if measured.fold in stated:
            value += 3.0
        elif any(len(item) > 20 and (item.startswith(measured.fold) or measured.fold.startswith(item)) for item in stated):
            value += 2.0 * (len(measured.fold) > 15)
        if measured.link_density > 0.9:
            value -= 1.2
        if measured.size < 12:
            value -= 0.8
        value -= min(1.0, 0.004 * index)
        if value >= _LEAST_EVIDENCE and (best is None or value > best[0] + 1e-9):
            best = (value, index)
    if best is None:
        return None
    return (
        best[1],
        min(0.98, 0.6 + best[0] / 15),
        "title-stated" if draft.features[best[1]].fold in stated else "title-heading",
    )


def _only_top_heading(draft: Draft) -> int | None:
    """The one heading of the highest level on the page; None where several share it."""
    levels = [(block.markup.level, index) for index, block in enumerate(draft.blocks) if block.markup and block.markup.level]
    top = min(levels, default=(0, 0))[0]
    indices = [index for level, index in levels if level == top]
    return indices[0] if len(indices) == 1 else None


def _title_of_text(draft: Draft) -> tuple[int, float, str] | None:
    """A marked heading at the very top; or among the lines above the first paragraph, the one that most looks like its title."""
    if _is_marked_title(draft):
        return 0, 0.9, TITLE_MARK
    if draft.last < 0:
        return _title_of_verse(draft)
    start = draft.first
    candidates = [index for index in range(max(0, start - _LOOK_BACK), start) if _may_be_title(draft, index)]
    if not candidates:
        return None
    scored = [(_title_score(draft, index, candidates), -index) for index in candidates]
    value, index = max(scored)
    return (-index, min(0.95, 0.55 + value / 12), "title-position") if value > 0 else None


def _is_marked_title(draft: Draft) -> bool:
    """Whether the first line is marked as a heading; with another right below it, it may name the site."""
    marked = [block.kind is Kind.HEADING for block in draft.blocks[:2]]
    return marked[:1] == [True] and marked[1:] != [True] and draft.role(0) in {None, Role.ALT}


def _title_of_verse(draft: Draft) -> tuple[int, float, str] | None:
    """Where there is no paragraph at all: a first line that stands apart from several lines that stand together."""
    if len(draft.blocks) < _VERSE_LINES or draft.features[0].ends or not _may_be_title(draft, 0):
        return None
    apart = draft.blocks[1].blank_before and not any(block.blank_before for block in draft.blocks[2:4])
    return (0, 0.6, "title-apart") if apart else None


def _may_be_title(draft: Draft, index: int) -> bool:
    measured, text = draft.features[index], draft.blocks[index].text
    if (
        measured.prose
        or len(measured.fold) < (_MIN_FOLD if measured.fold.isascii() else _MIN_FOLD // 2)
        or measured.size > _MAX_SIZE
        or measured.date_line
        or holds_moment(text)
        or is_like_date(text)
    ):
        return False
    if measured.ends and not text.rstrip().endswith(("?", "!", "？", "！", "…")):
        return False
    if is_signature(text, draft.lexicon) or has_credit(text, draft.lexicon):
        return False
    return draft.role(index) in {None, Role.ALT} and not measured.bullet


def _title_score(draft: Draft, index: int, candidates: list[int]) -> float:
    measured, text = draft.features[index], draft.blocks[index].text
    value = 0.0
    if len(measured.fold) > 15 and _echoes_later(draft, index):
        value += 3.0
    if any(
        len(measured.fold) >= 15 and other != index and draft.features[other].fold.startswith(measured.fold) and other < index
        for other in range(min(index, 5))
    ):
        value += 2.0  # the title element came first, with the site's name behind it
    following = index + 1
    if (
        draft.role(following) is Role.DATE
        or following == draft.first
        or is_signature(draft.blocks[following].text, draft.lexicon)
    ):
        value += 1.5
    if index > 0 and (is_lone_name(text) or _is_name_over_date(draft, index)):
        value -= 2.5
    if index == 0 and not draft.noisy and draft.blocks[1].blank_before:
        value += 4.0  # in a clean text nothing stands above the title
    value += min(2.0, measured.size / 25) + _first_of_run(draft, index, candidates)
    value -= 0.25 * (draft.first - index)
    if text.rstrip().endswith((*COLONS, ",", ";")):
        value -= 2.5
    if measured.words < 3 and not measured.stopless and measured.size < 14:
        value -= 1.5
    return value


def _is_name_over_date(draft: Draft, index: int) -> bool:
    """A few words of a script without capitals directly above the date: a signature more often than a title."""
    text = draft.blocks[index].text
    return (
        draft.role(index + 1) is Role.DATE and is_caseless(text) and len(text) <= _NAME_SIZE and len(text.split()) <= _NAME_WORDS
    )


def _first_of_run(draft: Draft, index: int, candidates: list[int]) -> float:
    """Of two or three headline-like lines above the text the first is the title, those below it a standfirst."""
    run = [index]
    while run[-1] + 1 in candidates and draft.features[run[-1] + 1].size > _RUN_SIZE:
        run.append(run[-1] + 1)
    if len(run) > 1 and draft.features[index].size < _KICKER_SHARE * draft.features[run[1]].size:
        return 0.0  # a kicker
    opens = index - 1 not in candidates or draft.features[index - 1].size <= _RUN_SIZE
    ends_at_text = run[-1] + 1 >= draft.first or draft.role(run[-1] + 1) in {Role.DATE, Role.BYLINE}
    return 0.9 * (len(run) - 1) + 1.75 if opens and ends_at_text and 1 < len(run) <= _LONGEST_RUN else 0.0


def _echoes_later(draft: Draft, index: int) -> bool:
    key = draft.features[index].fold
    return any(other.fold.startswith(key) for other in draft.features[index + 1 :])


def title_echo(draft: Draft) -> None:
    """Copies of the title: alone they stood for an image, before more text they are the image text of another headline."""
    if draft.title is None or (draft.last < 0 and not draft.is_html):
        return  # verse repeats its first line
    heading = draft.features[draft.title]
    if len(heading.fold) < _MIN_FOLD:
        return
    for index in range(len(draft.blocks)):
        measured = draft.features[index]
        if index == draft.title:
            continue
        if _is_half_echo(draft, index, heading.fold):
            draft.put(index, Role.ALT, 0.7, "alt-echo")
        if not measured.fold.startswith(heading.fold):
            continue
        rest = len(measured.fold) - len(heading.fold)
        if rest == 0:
            _label_copy(draft, index)
        elif (
            rest >= _ECHO_REST and not measured.prose and draft.is_free(index) and len(heading.fold) > 15 and index > draft.title
        ):
            draft.put(index, Role.RELATED, 0.9, "alt-echo")


def _is_half_echo(draft: Draft, index: int, title_fold: str) -> bool:
    """Whether a line of text between paragraphs is the greater part of the title: image texts are cut short."""
    own = draft.features[index].fold
    cut = len(own) < len(title_fold) and title_fold.startswith(own) and len(own) > max(_MIN_HALF, len(title_fold) * _HALF)
    cut = cut and draft.features[index].words > _FEW_WORDS
    return cut and not draft.is_html and index > (draft.title or 0) and draft.noisy


def _label_copy(draft: Draft, index: int) -> None:
    if draft.is_html:
        if draft.title is not None and not draft.features[index].accented and draft.features[draft.title].accented:
            draft.put(index, Role.ALT, 0.85, "alt-echo")
        elif draft.is_free(index) and draft.features[index].link_density < 0.5:
            draft.put(index, Role.OTHER, 0.7, "title-copy")
    elif index > (draft.title or 0):
        draft.replace(index, Role.ALT, 0.95, "alt-echo")
    else:
        draft.put(index, Role.NAV, 0.6, "title-copy")
