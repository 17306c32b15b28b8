"""markup: what the HTML itself calls a block, by the tags around it and the words of its classes.

Words count only on elements that hold a small part of the page's prose: a ``body`` or an article may carry any class.
"""

from __future__ import annotations

from dataclasses import dataclass

from cleancorpus.block import Kind
from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role


@dataclass(frozen=True, slots=True)
class _Hint:
    """What a class word says, and where it is believed."""

    role: Role
    score: float
    most_size: float = 1e9
    """Longest block for which it is believed."""
    levels: int = 99
    """How far above the block the element may stand."""


def _hints(role: Role, score: float, words: str, most_size: float = 1e9, levels: int = 99) -> dict[str, _Hint]:
    return dict.fromkeys(words.split(), _Hint(role, score, most_size, levels))


_TAGS = {
    **_hints(Role.NAV, 0.9, "nav menu"),
    **_hints(Role.NAV, 0.8, "footer"),
    **_hints(Role.CAPTION, 0.9, "figcaption"),
    **_hints(Role.RELATED, 0.6, "aside"),
    **_hints(Role.NAV, 0.7, "form", most_size=100),
}
_WORDS = {
    **_hints(Role.COMMENT, 0.85, "comment comments disqus respond commentlist reply replies"),
    **_hints(
        Role.RELATED,
        0.85,
        "related recommended recommendation recommendations trending popular mostread mostviewed readmore outbrain taboola"
        " upnext morefrom",
    ),
    **_hints(Role.RELATED, 0.7, "teaser teasers card cards", most_size=200),
    **_hints(
        Role.NAV,
        0.85,
        "nav navigation navbar menu submenu breadcrumb breadcrumbs share sharing social sharebar pagination pager toolbar"
        " skip masthead topbar navi",
    ),
    **_hints(Role.NAV, 0.8, "tags taglist tagcloud hashtags footer", most_size=400),
    **_hints(
        Role.PROMO,
        0.85,
        "newsletter subscribe subscription promo advert advertisement advertising ads sponsored sponsor cookie cookies consent"
        " gdpr paywall signup donate",
    ),
    **_hints(Role.LEGAL, 0.85, "copyright imprint disclaimer"),
    **_hints(
        Role.CAPTION,
        0.85,
        "caption captions figcaption wp-caption credit credits photocredit imagecaption",
        most_size=500,
        levels=4,
    ),
    **_hints(Role.BYLINE, 0.85, "byline author authors bylines autor auteur writer", most_size=160, levels=4),
    **_hints(Role.DATE, 0.8, "date dateline timestamp published pubdate datetime datum fecha", most_size=60, levels=3),
    **_hints(
        Role.LEAD,
        0.8,
        "lead lede standfirst sapo subtitle deck dek subheadline chapeau subhead excerpt bajada entradilla",
        most_size=700,
        levels=2,
    ),
    **_hints(
        Role.KICKER,
        0.8,
        "kicker overline eyebrow topline roofline dachzeile supertitle antetitulo",
        most_size=100,
        levels=3,
    ),
}
_FRAME_ROLES = frozenset({Role.PROMO, Role.NAV, Role.RELATED, Role.COMMENT})
_MOST_PROSE = 0.35  # share of the page's prose; above, an element is not a side matter whatever it is called
_FORUM = 2.0  # posts of this many times the other prose are what the page is for
_SITE_HEADER_LOOK = 0.15


def markup(draft: Draft) -> None:
    """Label by the nearest element around a block that names a role; posts that are the page's main text stay free."""
    if not draft.is_html:
        return
    share = _prose_shares(draft)
    for index in draft.free():
        hint = _nearest_hint(draft, index, share)
        if hint is not None and _fits(draft, index, hint[0]):
            draft.put(index, hint[0].role, hint[0].score, hint[1])
    _free_posts(draft)


def _prose_shares(draft: Draft) -> list[float]:
    sizes = [0.0] * len(draft.page.elements)
    total = 0.0
    for index, measured in enumerate(draft.features):
        if measured.prose and measured.link_density < 0.5:
            total += measured.size
            for element in draft.ancestors(index):
                sizes[element] += measured.size
    return [size / total if total else 0.0 for size in sizes]


def _nearest_hint(draft: Draft, index: int, share: list[float]) -> tuple[_Hint, str] | None:
    size = draft.features[index].size
    inside_article = False
    for level, at in enumerate(draft.ancestors(index)):
        element = draft.page.elements[at]
        if element.tag in {"article", "main"}:
            inside_article = True
        if share[at] > _MOST_PROSE:
            continue
        if element.tag == "header" and not inside_article and not _holds_article_above(draft, at):
            return _Hint(Role.NAV, 0.7, most_size=200), "site-header"
        if element.tag == "aside" and not any(draft.features[block].link_density for block in range(*draft.extents[at])):
            continue  # a pull quote or remark: nothing in it leads away
        if (hint := _TAGS.get(element.tag)) and size <= hint.most_size:
            return hint, f"tag-{element.tag}"
        paragraph = level == 0 and element.tag == "p" and draft.features[index].prose
        hints = [
            (hint, word)
            for word in element.tokens
            if (hint := _WORDS.get(word))
            and level <= hint.levels
            and size <= hint.most_size
            # Sites mark each paragraph of an article: for subscribers, for advertisers.
            and not (paragraph and hint.role in _FRAME_ROLES)
        ]
        if hints:
            hint, word = max(hints, key=lambda item: (item[0].score, item[1]))
            return hint, f"class-{word}"
    return None


def _holds_article_above(draft: Draft, at: int) -> bool:
    while at >= 0:
        if draft.page.elements[at].tag in {"article", "main"}:
            return True
        at = draft.page.elements[at].parent
    return False


def _fits(draft: Draft, index: int, hint: _Hint) -> bool:
    """The title's heading is never taken away by the box in which it stands."""
    block = draft.blocks[index]
    if index == draft.title or draft.features[index].size > hint.most_size:
        return False
    is_top_heading = block.kind is Kind.HEADING and block.markup is not None and block.markup.level == 1
    return not (is_top_heading and hint.role in {Role.NAV, Role.RELATED, Role.LEAD, Role.BYLINE})


def _free_posts(draft: Draft) -> None:
    """In a forum the posts are the body: where they outweigh the rest, the label is taken back."""
    posts = [
        index
        for index, label in enumerate(draft.labels)
        if label and label.role is Role.COMMENT and label.reason.startswith("class-")
    ]
    rest = sum(
        draft.features[index].size
        for index in draft.free()
        if draft.features[index].prose and draft.features[index].link_density < 0.5
    )
    size = sum(draft.features[index].size for index in posts if draft.features[index].prose)
    if size > _FORUM * rest:
        for index in posts:
            draft.labels[index] = None
