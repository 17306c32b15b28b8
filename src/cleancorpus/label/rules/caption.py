"""caption: text of a figure, by the credit it carries or by the image text it stands under."""

from __future__ import annotations

import re
from functools import lru_cache

from cleancorpus.block import Kind
from cleancorpus.label.rules.byline import names_writer_first
from cleancorpus.label.rules.draft import Draft
from cleancorpus.language.fold import COLONS, opens_small
from cleancorpus.language.lexicon import Cue, Lexicon
from cleancorpus.language.persons import with_colons
from cleancorpus.role import Role

_MAX_SIZE = 420
_CREDIT_REACH = 100
_CAPTION_SIGN = re.compile(r"[▲△▼▽]\s?(?![A-Z\d])[^\W\d_]")  # Korean and Japanese papers point at the picture
_SCORE = re.compile(r"\d\s?[–―−－-]\s?\d")
_CREDIT_MARK = re.compile(rf"[{COLONS}/|©®＝=(（\[]|\b\w{{3,4}}\. ")
_MOST_CREDIT_WORDS = 8
_WORD = re.compile(r"\w+")
_UNDER_ALT = 260  # a longer line under an image text is a paragraph, unless it carries a credit
_SENTENCE_UNDER_ALT = 110
_AGENCY = r"(?:AP|AFP|dpa|EPA|APA|Reuters|Getty|Getty Images|Shutterstock|iStock|imago|picture alliance|Unsplash|Pixabay|Pexels)"
_SLASHED = re.compile(rf"[(（\[]\s*(?:[^()（）]{{0,60}}[/|])?\s*{_AGENCY}\b[^()（）]{{0,40}}[)）\]]\s*$|[/|]\s?{_AGENCY}\s*$")
_SIGN = re.compile(r"(?:^|\s)[©®]\s?[^\d©]{2,50}$|[(（]©[^()（）]{2,60}[)）]\s*$")


@lru_cache(maxsize=4)
def _credit_pattern(words: frozenset[str]) -> re.Pattern[str]:
    """A credit: one of the words, a colon, and a name up to the end of the text, or all of it in brackets. Where words are not
    spaced, the word may also close it behind a sign or inside brackets."""
    known = "|".join(re.escape(word) for word in sorted(words, key=lambda item: (-len(item), item)))
    unspaced = "|".join(re.escape(word) for word in sorted(words) if word >= "\u3040") or "\u25a0"
    return re.compile(
        rf"(?<=[＝=（(])[^（()）=＝。]{{2,24}}(?:{unspaced})[)）]?$"
        rf"|(?:^|[\s(（\[/.。|–-])(?:{known})(?:\s(?:by|von|di|de|bởi|of|por))?(?:\.?\s?[{COLONS}]\s?|/|(?P<point>\.\s))"
        rf"(?P<name>[^.{COLONS};!?\n]{{2,60}}?)[)）\]]?[.。]?\s*$",
        re.IGNORECASE,
    )


def _words(text: str) -> list[str]:
    """Words as a pattern without case compares them, to which the Turkish letters are one."""
    return _WORD.findall(text.replace("ı", "i").replace("İ", "i").casefold())


@lru_cache(maxsize=4)
def _telling_words(words: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The last word of each of the words, and those that may close a credit: a text without any of them has none. To look for
    these first takes a tenth of the time."""
    last = frozenset(found[-1] for word in words if (found := _words(word)))
    return last, tuple(word for word in sorted(words) if word >= "\u3040")


def _may_have_credit(end: str, words: frozenset[str]) -> bool:
    last, closing = _telling_words(words)
    return not last.isdisjoint(_words(end)) or end.rstrip().removesuffix(")").removesuffix("）").endswith(closing)


def has_credit(text: str, lexicon: Lexicon) -> bool:
    """Whether a text ends in, or is, the credit of a picture."""
    end = with_colons(text[-_CREDIT_REACH:], lexicon)
    if _CREDIT_MARK.search(end) is None:
        return False
    if _SLASHED.search(text) or _SIGN.search(text):
        return True
    known = bool(lexicon.credits) and _may_have_credit(end, lexicon.credits)
    found = _credit_pattern(lexicon.credits).search(end) if known else None
    if found is None:
        return False
    name = found["name"]
    if found["point"]:  # "Fot. Anna Nowak": the word may as well end a sentence, so all that follows has to be a name
        return len(name.split()) > 1 and all(word[0].isupper() for word in name.split())
    return name is None or (not opens_small(name) and len(name.split()) <= _MOST_CREDIT_WORDS)


def caption(draft: Draft) -> None:
    """Short blocks that carry a credit or open like a caption, and lines directly under an image's text."""
    for index in draft.free():
        measured, block = draft.features[index], draft.blocks[index]
        if measured.size > _MAX_SIZE or index == draft.title or not block.text:
            continue
        if block.kind is Kind.CAPTION:
            _label_set_as_caption(draft, index)
        elif draft.lexicon.openers[Cue.CREDIT].match(measured.key) and measured.size < _UNDER_ALT:
            draft.put(index, Role.CAPTION, 0.8, "caption-opener")
        elif _points_at_picture(draft, index):
            draft.put(index, Role.CAPTION, 0.7, "caption-sign")
        elif has_credit(block.text, draft.lexicon) and not names_writer_first(draft, index):
            draft.put(index, Role.CAPTION, 0.85, "photo-credit")
    for index in range(len(draft.blocks) - 1):
        if draft.role(index) is Role.ALT and draft.is_free(index + 1) and _stands_under(draft, index + 1):
            draft.put(index + 1, Role.CAPTION, 0.85, "under-alt")
    if draft.is_html:
        _label_alt_copies(draft)


def _points_at_picture(draft: Draft, index: int) -> bool:
    """A sign at the start. Three lines after each other that have it are items, and a caption holds no score."""
    text = draft.blocks[index].text
    if _CAPTION_SIGN.match(text) is None or _SCORE.search(text):
        return False
    near = [block.text[:1] == text[0] for block in draft.blocks[max(0, index - 2) : index + 3]]
    return not any(map(all, zip(near, near[1:], near[2:], strict=False)))


def _label_set_as_caption(draft: Draft, index: int) -> None:
    """In HTML a caption; in plain text Markdown's picture, of which only its text is left."""
    if draft.is_html:
        draft.put(index, Role.CAPTION, 0.9, "figcaption")
    else:
        draft.put(index, Role.ALT, 0.95, "image-mark")


def _stands_under(draft: Draft, index: int) -> bool:
    measured = draft.features[index]
    if draft.blocks[index].kind is Kind.HEADING:
        return False
    if index > draft.last or draft.attached(index):
        return measured.size <= _UNDER_ALT and index <= draft.last
    if measured.prose and measured.size > _SENTENCE_UNDER_ALT:
        return False
    return measured.size <= (_SENTENCE_UNDER_ALT if measured.ends else _UNDER_ALT) and not _is_only_paragraph(draft, index)


def _is_only_paragraph(draft: Draft, index: int) -> bool:
    return draft.features[index].prose and draft.first == draft.last == index


def _label_alt_copies(draft: Draft) -> None:
    """Blocks that repeat the text of an image of the page stand under it."""
    alts = {alt.strip() for alt in draft.page.statements.alts if len(alt) > 25}
    for index in draft.free():
        block = draft.blocks[index]
        if (
            block.text in alts
            and draft.features[index].link_density < 0.5
            and block.kind is not Kind.HEADING
            and index != draft.title
        ):
            draft.put(index, Role.CAPTION, 0.7, "alt-copy")
