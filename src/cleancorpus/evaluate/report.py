"""The results of a run for people, as Markdown that reads well as plain text too, and for machines, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cleancorpus.errors import DataError
from cleancorpus.evaluate.bootstrap import Difference, Estimate
from cleancorpus.evaluate.measures import measures
from cleancorpus.evaluate.page_score import PageScore
from cleancorpus.evaluate.run import Comparison, DatasetScores, GroupScores, worst_pages

FORMAT = "cleancorpus-evaluation-1"
"""Names the shape of the JSON; another shape gets another number."""
_SPLIT = (
    "word_f1", "article_f1", "article_exact", "comment_f1", "snippet_f1", "token_f1", "line_f1",
    "role_macro_f1", "role_accuracy", "calibration_error", "title_right", "authors_right", "date_right",
)  # columns of the tables by page type and language, as far as a set has them; the JSON splits every measure  # fmt: skip
_ABSENT = "–"
_DIGITS = 6  # of a score in the JSON
Row = Sequence[object]


def render(datasets: Sequence[DatasetScores], worst: int = 10, comparisons: Sequence[Comparison] = ()) -> str:
    """The report: measures, roles, page types, languages and worst pages of each dataset. Ends with a line end.

    Args:
        datasets: What `sum_up` gives; "No page was scored." for none.
        worst: How many of the worst pages to list.
        comparisons: What `compare_runs` gives.
    """
    compared = {item.name: item for item in comparisons}
    parts = [part for dataset in datasets for part in _render_dataset(dataset, worst, compared.get(dataset.name))]
    return "\n\n".join(parts or ["No page was scored."]) + "\n"


def _render_dataset(dataset: DatasetScores, worst: int, comparison: Comparison | None) -> Iterator[str]:
    outcomes = ", ".join(f"{count} {name}" for name, count in dataset.outcomes.items())
    yield f"## {_cell(dataset.name)}: {_pages(dataset.whole.pages)}, profile {', '.join(dataset.profiles)} ({outcomes})"
    yield _render_measures(dataset.whole)
    if dataset.whole.roles:
        yield f"### Roles\n\n{_render_roles(dataset.whole)}"
    if dataset.by_page_type:
        yield f"### By page type\n\n{_render_split('page type', dataset.by_page_type)}"
    yield f"### By language\n\n{_render_split('language', dataset.by_language)}"
    if comparison is not None:
        yield _render_comparison(comparison)
    if worst and dataset.primary:
        yield f"### Worst pages by {_label(dataset.primary)}\n\n{_render_worst(dataset, worst)}"


def _render_measures(group: GroupScores) -> str:
    role_measures = {f"role_{role}_{part}" for role in group.roles for part in ("precision", "recall", "f1")}
    rows = [
        (_label(name), _number(item.score), _interval(item), item.pages)
        for name, item in group.estimates.items()
        if name not in role_measures
    ]
    return table(("measure", "score", "95 % interval", "pages"), rows)


def _render_roles(group: GroupScores) -> str:
    rows = []
    for role, blocks in group.roles.items():
        parts = [group.estimates[f"role_{role}_{part}"] for part in ("precision", "recall", "f1")]
        rows.append((role, *(_number(item.score) for item in parts), _interval(parts[-1]), blocks))
    return table(("role", "P", "R", "F1", "95 % interval of F1", "blocks"), rows)


def _render_split(what: str, groups: Sequence[GroupScores]) -> str:
    names = [name for name in _SPLIT if any(name in group.estimates for group in groups)]
    rows = [(group.name, group.pages, *(_with_interval(group.estimates.get(name)) for name in names)) for group in groups]
    return table((what, "pages", *map(_label, names)), rows)


def _render_comparison(comparison: Comparison) -> str:
    shared = max((item.pages for item in comparison.differences.values()), default=0)
    head = f"### Against the earlier run, on {_pages(shared)} of both"
    if comparison.only_before or comparison.only_now:
        head += f" ({comparison.only_before} in the earlier run only, {comparison.only_now} in this run only)"
    rows = [
        (
            _label(name),
            _number(item.before),
            _number(item.now),
            f"{item.now - item.before:+.3f}",
            _interval(item, "+.3f"),
            item.pages,
        )
        for name, item in comparison.differences.items()
    ]
    return f"{head}\n\n{table(('measure', 'before', 'now', 'difference', '95 % interval', 'pages'), rows)}"


def _render_worst(dataset: DatasetScores, count: int) -> str:
    rows = [(page.id, _number(score), page.note or _ABSENT) for score, page in worst_pages(dataset, count)]
    return table(("page", "score", "what"), rows) if rows else "None: every page scores 1.000."


def table(header: Row, rows: Sequence[Row]) -> str:
    """A Markdown table whose columns line up. A cell cannot break it, nor steer a terminal.

    >>> print(table(("role", "F1"), [("body", "0.950"), ("a|b", 1)]))
    | role | F1    |
    |------|-------|
    | body | 0.950 |
    | a\\|b | 1     |
    """
    lines = [[_cell(value) for value in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    drawn = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines]
    return "\n".join([drawn[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *drawn[1:]])


def _cell(value: object) -> str:
    plain = " ".join(str(value).split()).replace("|", "\\|")
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in plain)


def _label(measure: str) -> str:
    return measure.replace("_", " ").replace(" f1", " F1")


def _pages(count: int) -> str:
    return f"{count:,} page{'s' * (count != 1)}"


def _number(value: float) -> str:
    return f"{value:.3f}"


def _interval(item: Estimate | Difference, form: str = ".3f") -> str:
    return _ABSENT if item.low is None or item.high is None else f"{item.low:{form}} to {item.high:{form}}"


def _with_interval(item: Estimate | None) -> str:
    if item is None:
        return _ABSENT
    return _number(item.score) + (f" ({item.low:.3f}-{item.high:.3f})" if item.low is not None and item.high is not None else "")


def to_json(datasets: Sequence[DatasetScores], comparisons: Sequence[Comparison] = ()) -> dict[str, Any]:
    """Everything the report holds and more, in plain values: every measure of every group, bins, and each page's columns."""
    return {
        "format": FORMAT,
        "datasets": [_dataset_to_json(dataset) for dataset in datasets],
        "comparisons": [
            {
                "name": item.name,
                "differences": {name: _plain(asdict(difference)) for name, difference in item.differences.items()},
                "only_before": item.only_before,
                "only_now": item.only_now,
            }
            for item in comparisons
        ],
    }


def _dataset_to_json(dataset: DatasetScores) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "profiles": list(dataset.profiles),
        "outcomes": dict(dataset.outcomes),
        "primary": dataset.primary,
        "all": _group_to_json(dataset.whole),
        "page_types": [_group_to_json(group) for group in dataset.by_page_type],
        "languages": [_group_to_json(group) for group in dataset.by_language],
        "pages": [_page_to_json(page) for page in dataset.pages],
    }


def _group_to_json(group: GroupScores) -> dict[str, Any]:
    return {
        "name": group.name,
        "pages": group.pages,
        "measures": {name: _plain(asdict(item)) for name, item in group.estimates.items()},
        "roles": dict(group.roles),
        "calibration": [_plain(asdict(item)) for item in group.bins],
    }


def _page_to_json(page: PageScore) -> dict[str, Any]:
    return {
        "id": page.id,
        "profile": page.profile,
        "outcome": page.outcome,
        "language": page.language,
        "page_type": page.page_type,
        "scores": _plain(measures(page.columns)),
        "columns": dict(page.columns),
        "note": page.note,
    }


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: round(value, _DIGITS) if isinstance(value, float) else value for name, value in values.items()}


def pages_from_json(record: object, place: str) -> list[PageScore]:
    """The page scores of an earlier run, from what `to_json` gave. ``place`` names it in messages.

    Raises:
        DataError: It is something else, or of another version.
    """
    try:
        if not isinstance(record, dict) or record["format"] != FORMAT:
            raise ValueError(FORMAT)
        return [_page_from_json(dataset["name"], page) for dataset in record["datasets"] for page in dataset["pages"]]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"{place}: is no result of cleancorpus evaluate in the form {FORMAT}; make it with --json"
        raise DataError(message) from error


def _page_from_json(dataset: str, page: Mapping[str, Any]) -> PageScore:
    return PageScore(
        dataset=str(dataset),
        id=str(page["id"]),
        profile=str(page["profile"]),
        outcome=str(page["outcome"]),
        language=str(page["language"]),
        page_type=page["page_type"],
        columns={str(name): float(value) for name, value in page["columns"].items()},
        note=str(page["note"]),
    )
