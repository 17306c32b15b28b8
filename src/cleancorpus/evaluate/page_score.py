"""One page's scores as columns of numbers that add up: sums over pages give every measure, of any group of pages.

A measure is a function of such sums (`cleancorpus.evaluate.measures`), so that a page, a language, a set and a resample of
pages are all scored in the same way. The columns of a family begin with its name: ``word.f1``, ``role.body.gold``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from cleancorpus.document import Document
from cleancorpus.evaluate.align import RolePair, align_blocks, parts_found
from cleancorpus.evaluate.page import GoldPage
from cleancorpus.evaluate.scores import (
    author_names,
    day_of,
    has_snippet,
    same_title,
    shingle_scores,
    snippet_counts,
    token_scores,
    word_scores,
    words,
)
from cleancorpus.role import Role

BINS = 10
"""Bins of block scores, each 0.1 wide; a score of 1.0 lies in the last."""
UNKNOWN_LANGUAGE = "und"
_SHOWN_WORDS = 6
_SHOWN_CHARACTERS = 60
Columns = dict[str, float]


@dataclass(frozen=True, slots=True)
class PageScore:
    """What a page of a gold set scored."""

    dataset: str
    id: str
    profile: str
    """Name of the profile it was cleaned with."""
    outcome: str
    language: str
    """The gold's; the document's own where the gold states none; ``und`` where neither knows."""
    page_type: str | None
    """The gold's; None where it states none."""
    columns: Mapping[str, float]
    """Name to number. A family of columns is missing where the gold says nothing about it."""
    note: str = ""
    """What was missed and what was too much, in a few words; empty when nothing was."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A gold page, its document, and what lies between them."""

    gold: GoldPage
    document: Document
    pairs: Sequence[RolePair]
    lines: Sequence[tuple[str, bool, bool]]
    """(text, is content, was kept) of the lines that are scored."""


def score_page(gold: GoldPage, document: Document) -> PageScore:
    """Columns and note of a page. Deterministic; looks at nothing but its two arguments."""
    placed = list(_place_lines(gold, document))
    judged = _Judged(
        gold,
        document,
        [pair for _, pair in placed if pair] or align_blocks(gold, document.blocks),
        [line for line, _ in placed if line],
    )
    columns: Columns = {}
    for family in _FAMILIES:
        columns |= family(judged)
    language = gold.language or document.language or UNKNOWN_LANGUAGE
    return PageScore(
        gold.dataset, gold.id, document.profile, str(document.outcome), language, gold.page_type, columns, _note(judged)
    )


def _place_lines(gold: GoldPage, document: Document) -> Iterator[tuple[tuple[str, bool, bool] | None, RolePair | None]]:
    """For each line at whose beginning a block begins: the line as it is scored, and its pair of roles."""
    blocks = {block.span[0]: block for block in document.blocks if block.span} if gold.lines else {}
    for line in gold.lines:
        block = blocks.get(line.start)
        if block is not None:
            yield (
                (line.text, line.content, block.kept) if line.content is not None else None,
                RolePair(line.role, str(block.role), block.score) if line.role is not None else None,
            )


def _word_columns(judged: _Judged) -> Columns:
    if judged.gold.content is None:
        return {}
    return _prf_columns("word", word_scores(judged.document.text, judged.gold.content))


def _prf_columns(family: str, scores: tuple[float, float, float]) -> Columns:
    return {f"{family}.pages": 1.0} | dict(zip((f"{family}.p", f"{family}.r", f"{family}.f1"), scores, strict=True))


def _article_columns(judged: _Judged) -> Columns:
    """Of the kept blocks of the role body, for the gold holds paragraphs alone."""
    if judged.gold.body is None:
        return {}
    precision, recall, exact = shingle_scores(_kept_body(judged.document), judged.gold.body)
    return {
        "article.pages": 1.0,
        "article.p": precision or 0.0,
        "article.p_pages": float(precision is not None),
        "article.r": recall or 0.0,
        "article.r_pages": float(recall is not None),
        "article.exact": exact,
    }


def _kept_body(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks if block.kept and block.role is Role.BODY)


def _comment_columns(judged: _Judged) -> Columns:
    """Words of the blocks of the role comment, on pages whose gold has comments."""
    if not judged.gold.comments:
        return {}
    given = "\n".join(block.text for block in judged.document.blocks_of(Role.COMMENT))
    return _prf_columns("comment", word_scores(given, judged.gold.comments))


def _snippet_columns(judged: _Judged) -> Columns:
    gold = judged.gold
    if not gold.wanted and not gold.unwanted:
        return {}
    counts = snippet_counts(judged.document.text, gold.wanted, gold.unwanted)
    names = ("snippet.tp", "snippet.fp", "snippet.fn", "snippet.tn")
    return {"snippet.pages": 1.0} | {name: float(count) for name, count in zip(names, counts, strict=True)}


def _line_columns(judged: _Judged) -> Columns:
    if not judged.lines:
        return {}
    everything = token_scores((text, content, True) for text, content, _ in judged.lines)
    return _prf_columns("token", token_scores(judged.lines)) | {
        "token.all_f1": everything[2],
        "line.pages": 1.0,
        "line.tp": float(sum(content and kept for _, content, kept in judged.lines)),
        "line.given": float(sum(kept for _, _, kept in judged.lines)),
        "line.gold": float(sum(content for _, content, _ in judged.lines)),
    }


def _role_columns(judged: _Judged) -> Columns:
    columns: Counter[str] = Counter()
    for pair in judged.pairs:
        columns["role.pages"] = 1
        columns[f"role.{pair.gold}.gold"] += 1
        columns[f"role.{pair.given}.given"] += 1
        columns[f"role.{pair.gold}.tp"] += pair.gold == pair.given
    found = parts_found(judged.gold, judged.document.blocks)
    if found is not None:
        columns |= Counter({"parts.pages": 1, "parts.found": found[0], "parts.gold": found[1]})
    return {name: float(count) for name, count in columns.items()}


def _calibration_columns(judged: _Judged) -> Columns:
    columns: Columns = {"calibration.pages": 1.0} if judged.pairs else {}
    for pair in judged.pairs:
        name = f"calibration.{min(BINS - 1, int(pair.score * BINS))}"
        for column, value in (("blocks", 1.0), ("score", pair.score), ("right", float(pair.gold == pair.given))):
            columns[f"{name}.{column}"] = columns.get(f"{name}.{column}", 0.0) + value
    return columns


def _metadata_columns(judged: _Judged) -> Columns:
    columns: Columns = {}
    for name, is_right in _RIGHT.items():
        if name in judged.gold.metadata:
            columns |= {f"{name}.pages": 1.0, f"{name}.right": float(is_right(judged))}
    return columns


def _is_title_right(judged: _Judged) -> bool:
    return same_title(judged.document.title, cast("str | None", judged.gold.metadata["title"]))


def _are_authors_right(judged: _Judged) -> bool:
    return author_names(judged.document.authors) == author_names(judged.gold.metadata["authors"] or ())


def _is_date_right(judged: _Judged) -> bool:
    """The same day; where the gold says that there is no date, none at all."""
    stated, given = cast("str | None", judged.gold.metadata["date"]), judged.document.date
    return given is None if stated is None else day_of(given) == day_of(stated)


_RIGHT: Mapping[str, Callable[[_Judged], bool]] = {
    "title": _is_title_right,
    "authors": _are_authors_right,
    "date": _is_date_right,
}
_FAMILIES: tuple[Callable[[_Judged], Columns], ...] = (
    _word_columns,
    _article_columns,
    _comment_columns,
    _snippet_columns,
    _line_columns,
    _role_columns,
    _calibration_columns,
    _metadata_columns,
)


def _note(judged: _Judged) -> str:
    return _text_note(judged) or _role_note(judged.pairs)


def _text_note(judged: _Judged) -> str:
    gold, document = judged.gold, judged.document
    if gold.content is not None:
        return _word_note(document.text, gold.content)
    if gold.body is not None:
        return _word_note(_kept_body(document), gold.body)
    if judged.lines:
        return _line_note(judged.lines)
    return _snippet_note(gold, document.text)


def _word_note(given: str, wanted: str) -> str:
    given_words, wanted_words = words(given), words(wanted)
    missed = _surplus(wanted_words, Counter(given_words))
    extra = _surplus(given_words, Counter(wanted_words))
    notes = []
    if missed:
        notes.append(f"missed {len(missed)} of {len(wanted_words)} words ({_first(missed)})")
    if extra:
        notes.append(f"{len(extra)} extra ({_first(extra)})")
    return ", ".join(notes)


def _surplus(found: list[str], allowed: Counter[str]) -> list[str]:
    """Words beyond those allowed, in order."""
    left, surplus = Counter(allowed), []
    for word in found:
        if left[word]:
            left[word] -= 1
        else:
            surplus.append(word)
    return surplus


def _first(found: list[str]) -> str:
    return " ".join(found[:_SHOWN_WORDS])[:_SHOWN_CHARACTERS] + (" …" if len(found) > _SHOWN_WORDS else "")


def _line_note(lines: Sequence[tuple[str, bool, bool]]) -> str:
    missed = [text for text, content, kept in lines if content and not kept]
    extra = [text for text, content, kept in lines if kept and not content]
    total = sum(content for _, content, _ in lines)
    notes = [f"missed {len(missed)} of {total} lines ({_short(missed[0])})"] if missed else []
    return ", ".join(notes + ([f"{len(extra)} extra ({_short(extra[0])})"] if extra else []))


def _snippet_note(gold: GoldPage, text: str) -> str:
    missed = [f"missed {_short(snippet)!r}" for snippet in gold.wanted if not has_snippet(text, snippet)]
    extra = [f"extra {_short(snippet)!r}" for snippet in gold.unwanted if has_snippet(text, snippet)]
    return ", ".join(missed[:2] + extra[:2])


def _role_note(pairs: Sequence[RolePair]) -> str:
    wrong = Counter((pair.gold, pair.given) for pair in pairs if pair.gold != pair.given)
    return ", ".join(
        f"{count} {gold} as {given}" for (gold, given), count in sorted(wrong.items(), key=lambda item: -item[1])[:3]
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN_CHARACTERS else plain[: _SHOWN_CHARACTERS - 1] + "…"
