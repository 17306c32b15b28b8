"""related-cue: lists of other articles that announce themselves ("Read also"), and how far they reach."""

from __future__ import annotations

from cleancorpus.label.rules.draft import Draft
from cleancorpus.label.rules.topic import Topic
from cleancorpus.language.fold import COLONS, fold_case, opens_small
from cleancorpus.language.lexicon import Cue
from cleancorpus.role import Role

_HANDS = frozenset("☞☛👉⇒")
_ARROWS = (">> ", "» ", ">>> ", "➤ ", "► ")
_FEW_ARROWS = 3
_LONGEST_SUMMARY = 600
_HEADLINE = 14  # what follows an opener in the same line, to be a headline
_LONGEST_OPENER_LINE = 260
_FOOT = frozenset({Role.LEGAL, Role.COMMENT})
_LEVELS_UP = 4
_LOOK_BACK = 200
_MOST_SHARE = 0.3  # of the page's prose, that a list may hold
_LINKED = 0.5
_KIN = 0.55  # chosen by hand: teasers of the same site stay below, later paragraphs of an article above


def related_cue(draft: Draft) -> None:
    """Announcing lines, the headlines they announce in the same line, and the list below them up to where the article goes on."""
    pointers = _find_pointers(draft)
    for index in range(len(draft.blocks)):
        if not draft.is_free(index):
            continue
        if _announces_list(draft, index):
            draft.put(index, Role.RELATED, 0.95, "related-cue")
            _label_list(draft, index)
        elif _announces_headline(draft, index):
            draft.put(index, Role.RELATED, 0.9, "related-opener")
        elif index in pointers and not draft.features[index].prose and draft.features[index].size > _HEADLINE:
            draft.put(index, Role.RELATED, 0.65, "pointer")


def _find_pointers(draft: Draft) -> set[int]:
    """Blocks that open with a pointing hand, or, where they are few, with arrows; many arrows are the bullets of a list."""
    hands = {index for index, block in enumerate(draft.blocks) if block.text[:1] in _HANDS}
    arrows = {index for index, block in enumerate(draft.blocks) if block.text.startswith(_ARROWS)}
    return hands | arrows if len(arrows) <= _FEW_ARROWS else hands


def _announces_list(draft: Draft, index: int) -> bool:
    key = draft.features[index].key
    if draft.lexicon.lines.get(key) is Cue.RELATED:
        return True
    return (
        bool(key)
        and draft.lexicon.openers_colon[Cue.RELATED].match(key) == key
        and draft.blocks[index].text.rstrip().endswith(tuple(COLONS))
    )


def _announces_headline(draft: Draft, index: int) -> bool:
    measured, text = draft.features[index], draft.blocks[index].text
    if measured.size > _LONGEST_OPENER_LINE:
        return False
    opener = draft.lexicon.openers[Cue.RELATED].match(measured.key)
    labelled = draft.lexicon.openers_colon[Cue.RELATED].match(measured.key)
    if labelled and not _colon_after(text, labelled):
        labelled = None
    if opener and not _opens_headline(text, opener):
        opener = None
    phrase = max((opener or "", labelled or ""), key=len)
    return bool(phrase) and len(measured.key) - len(phrase) >= _HEADLINE


def _opens_headline(text: str, phrase: str) -> bool:
    """Whether a headline follows an opener: a capital, digit or quote behind a space or colon, not the rest of a sentence."""
    rest = text[fold_case(text).find(phrase) + len(phrase) :].lstrip(f' \u00a0{COLONS}>»|–-“"«„')
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or not (opens_small(rest) or rest[0] in ",;.!?"))


def _colon_after(text: str, phrase: str) -> bool:
    """Whether a colon, an arrow or a dash stands behind a phrase, or the end of the brackets around it."""
    at = fold_case(text).find(phrase)
    rest = text[at + len(phrase) :]
    return at >= 0 and (rest[:1] in {"]", "】"} or rest.lstrip(" \u00a0)]").startswith((*COLONS, ">>", "»", "|", "–", "-")))


def _label_list(draft: Draft, cue: int) -> None:
    """Label what stands below an announcing line as part of its list."""
    for index in range(cue + 1, _list_end(draft, cue)):
        if draft.is_free(index) and not _announces_list(draft, index):
            draft.put(index, Role.RELATED, 0.85, "related-list")
        elif draft.role(index) in {Role.DATE, Role.CAPTION}:
            draft.replace(index, Role.RELATED, 0.8, "related-list")


def _list_end(draft: Draft, cue: int) -> int:
    """Index behind the last block of the list under ``cue``: the end of its section, or before it the site's foot, the
    comments, or
    in text the article going on."""
    bound = section_end(draft, cue) if draft.is_html else len(draft.blocks)
    bound = next((index for index in range(cue + 1, bound) if draft.role(index) in _FOOT), bound)
    return bound if draft.is_html else _resumption(draft, cue, bound)


def _resumption(draft: Draft, cue: int, bound: int) -> int:
    """Where the article goes on below a list in text; ``bound`` if it does not.

    Headlines alone: at the first paragraph. A headline and its summary in turn: where two paragraphs follow each other that
    speak of
    what the article speaks of.
    """
    topic = Topic(draft, [index for index in range(max(0, cue - _LOOK_BACK), cue) if draft.is_paragraph(index)])
    headlines: set[str] = set()
    seen_summary = False
    for index in range(cue + 1, bound):
        measured = draft.features[index]
        if not measured.prose:
            if not measured.date_line and draft.is_free(index) and not _announces_list(draft, index):
                headlines.add(measured.fold)
        elif draft.is_free(index):
            kin = topic.kinship(draft.blocks[index].text) >= _KIN
            goes_on = index + 1 < bound and draft.features[index + 1].prose
            if kin and measured.size > _LONGEST_SUMMARY:
                return index
            if len(headlines) != 1 and not seen_summary:
                if kin and (not headlines or goes_on or _resumes(draft, topic, index, bound)):
                    return index
            elif kin and goes_on and topic.kinship(draft.blocks[index + 1].text) >= _KIN:
                return index + seen_summary  # the first of the two may be the last summary
            seen_summary = True
    return bound


def _resumes(draft: Draft, topic: Topic, index: int, bound: int) -> bool:
    """Whether what follows is the article: paragraphs of its topic make up most of the prose left."""
    left = [at for at in range(index, bound) if draft.features[at].prose and draft.is_free(at)]
    kin = sum(topic.kinship(draft.blocks[at].text) >= _KIN for at in left)
    return kin * 2 > len(left)


def section_end(draft: Draft, cue: int) -> int:
    """For HTML the announcing line's section: the nearest container that holds more than the line; only what is made of links
    where that container holds the article too."""
    for element in list(draft.ancestors(cue))[:_LEVELS_UP]:
        start, end = draft.extents[element]
        if end > cue + 1:
            if not any(_is_plain(draft, at) for at in range(start, cue)) and _is_list(draft, cue, end):
                return end
            break
    end = cue + 1
    while end < len(draft.blocks) and draft.features[end].link_density >= _LINKED:
        end += 1
    return end


def _is_plain(draft: Draft, index: int) -> bool:
    return draft.features[index].prose and draft.features[index].link_density < _LINKED


def _is_list(draft: Draft, cue: int, end: int) -> bool:
    """Whether what stands below an announcing line is mostly links, and holds little of what there is to read on the page."""
    plain = [draft.features[at].size for at in range(cue + 1, end) if _is_plain(draft, at)]
    page = sum(draft.features[at].size for at in range(len(draft.blocks)) if _is_plain(draft, at))
    return len(plain) <= max(3, (end - cue) // 2) and sum(plain) <= _MOST_SHARE * page
