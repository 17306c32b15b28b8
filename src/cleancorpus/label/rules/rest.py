"""rest: headings, lists and short lines of the article, and a name for whatever no rule has named."""

from __future__ import annotations

from cleancorpus.block import Kind
from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.fold import STOPS
from cleancorpus.role import Role

_HEADING_SIZE = 130
_LINKED = 0.5
_BEFORE_FIRST = 3
_BOLD_SIZE = 90
_NOT_OF_HEADINGS = f",;；，…{STOPS}"
_SET = frozenset({Kind.LIST_ITEM, Kind.TABLE, Kind.CODE, Kind.QUOTE, Kind.PARAGRAPH})


def heading(draft: Draft) -> None:
    """Headings of HTML inside the article, and short lines of text with a paragraph or a list below them."""
    for index in draft.free():
        measured, block = draft.features[index], draft.blocks[index]
        if measured.size > _HEADING_SIZE or not measured.fold or index == draft.title:
            continue
        if draft.is_html:
            if not _opens_section(draft, index):
                continue
            if block.kind is Kind.HEADING:
                draft.put(index, Role.HEADING, 0.8, "heading-tag")
            elif _is_bold_line(draft, index):
                draft.put(index, Role.HEADING, 0.65, "bold-line")
        elif block.kind is Kind.HEADING:
            draft.put(index, Role.HEADING, 0.8, "heading-mark")
        elif _is_heading_line(draft, index):
            draft.put(index, Role.HEADING, 0.7, "short-above-paragraph")


def _opens_section(draft: Draft, index: int) -> bool:
    """Whether a block of HTML stands inside the article, or just before its first paragraph, and is no link."""
    start = draft.first if draft.title is None else max(draft.title, draft.first - _BEFORE_FIRST)
    return start <= index <= draft.last and draft.features[index].link_density < _LINKED


def _is_bold_line(draft: Draft, index: int) -> bool:
    """A short run that is bold all through, with a paragraph below, and is no question of an interview."""
    markup, text = draft.blocks[index].markup, draft.blocks[index].text
    if markup is None or draft.features[index].prose or text.rstrip()[-1:] in ".?!:,;。？！：" or index + 1 >= len(draft.blocks):
        return False
    return markup.bold_chars * 10 >= len(text) * 9 and draft.features[index + 1].prose and draft.features[index].size < _BOLD_SIZE


def _is_heading_line(draft: Draft, index: int) -> bool:
    text = draft.blocks[index].text
    if (
        draft.features[index].prose
        or draft.features[index].bullet
        or text.rstrip()[-1:] in _NOT_OF_HEADINGS
        or draft.attached(index)
    ):
        return False
    following = index + 1
    if following >= len(draft.blocks) or index > draft.last or draft.features[index].lower:
        return False
    below = draft.features[following]
    free = draft.role(following) in {None, Role.BODY, Role.LEAD}
    above_paragraph = below.prose and free
    above_list = not draft.blocks[following].blank_before and free and draft.blocks[index].blank_before
    return above_paragraph or (above_list and not below.prose)


def article_parts(draft: Draft) -> None:
    """What is left inside the article: its lists, tables and short paragraphs; links among them are navigation."""
    for index in draft.free():
        measured, block = draft.features[index], draft.blocks[index]
        if not measured.fold and not measured.size:
            draft.put(index, Role.OTHER, 1.0, "empty")
        elif not draft.is_html:
            _label_line(draft, index)
        elif not draft.in_article(index):
            introduces = draft.title is not None and draft.title < index < draft.first
            inside = block.kind in _SET and measured.link_density < _LINKED and (index > draft.last or introduces)
            draft.put(index, Role.BODY if inside else Role.OTHER, 0.5, f"{block.kind}-beside" if inside else "unnamed")
        elif measured.link_density >= _LINKED:
            inline = block.kind is Kind.PARAGRAPH and measured.prose
            role = Role.BODY if inline else Role.RELATED if measured.headline_link else Role.NAV
            draft.put(index, role, 0.6, "links-inside")
        elif block.kind is Kind.CONTROL:
            draft.put(index, Role.NAV, 0.7, "control")
        elif block.kind in _SET:
            draft.put(index, Role.BODY, 0.7, f"{block.kind}-inside")
        else:
            short = measured.size < 20
            draft.put(index, Role.OTHER if short else Role.BODY, 0.5, "run-inside")


def _label_line(draft: Draft, index: int) -> None:
    """A line of text that nothing speaks against stays: short lines, lists and verse are text too."""
    measured = draft.features[index]
    if measured.prose:
        inside = draft.in_article(index)
        draft.put(index, Role.BODY, 0.9 if inside else 0.6, "paragraph")
    else:
        draft.put(index, Role.BODY, 0.6, "line")
