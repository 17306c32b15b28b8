"""`cleancorpus evaluate`: scores on gold sets, by role, page type and language, with intervals and the worst pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cleancorpus.errors import DataError, InputError, OptionError
from cleancorpus.evaluate.gold import GoldSet, find_gold
from cleancorpus.evaluate.page_score import PageScore
from cleancorpus.evaluate.report import pages_from_json, render, to_json
from cleancorpus.evaluate.run import compare_runs, score_pages, sum_up
from cleancorpus.language.lexicon import read_lexicon
from cleancorpus.pipeline import Cleaner
from cleancorpus.profile import find_profile
from cleancorpus.write.atomic import atomic_file

_EVERY = 16  # pages between two signs of progress


@dataclass(frozen=True, slots=True)
class EvaluateJob:
    """What the command line asked for."""

    gold: tuple[str, ...]
    profile: str | None = None
    sample: int | None = None
    worst: int = 10
    json: str | None = None
    compare: str | None = None
    quiet: bool = False
    engine: str = "native"
    model: str | None = None
    lexicon: tuple[str, ...] = ()


def run_evaluate(job: EvaluateJob) -> None:
    """Print the report to standard output, and write the results where they are wanted as JSON.

    Raises:
        CleancorpusError: An option or a gold set is wrong, or the JSON cannot be written; nothing has been printed then.
    """
    _check(job)
    before = _read_earlier(job.compare) if job.compare is not None else []
    found = find_gold(job.gold)
    for line in () if job.quiet else found.left_out:
        print(f"cleancorpus: left out: {line}", file=sys.stderr)
    with _open_json(job.json) as file:
        datasets = sum_up(_score(found.sets, job))
        comparisons = compare_runs(before, datasets)
        if file is not None:
            settings = {"profile": job.profile, "sample": job.sample}
            file.write(_to_bytes(_version() | settings | to_json(datasets, comparisons)))
    sys.stdout.buffer.write(render(datasets, job.worst, comparisons).encode("utf-8"))
    sys.stdout.buffer.flush()
    if job.compare is not None and not comparisons:
        print(f"cleancorpus: {job.compare}: has no dataset of this run; nothing was compared", file=sys.stderr)


def _check(job: EvaluateJob) -> None:
    if job.profile is not None:
        find_profile(job.profile)
    if job.json is not None and (not job.json or Path(job.json).is_dir()):
        message = f"--json {job.json}: is no name of a file; name a file to write the results to"
        raise OptionError(message)
    if job.json is not None and any(Path(job.json).resolve() == Path(gold).resolve() for gold in job.gold):
        message = f"--json {job.json}: is a gold set and would be overwritten; choose another name"
        raise OptionError(message)


def _read_earlier(name: str) -> list[PageScore]:
    try:
        record = json.loads(Path(name).read_bytes())
    except OSError as error:
        message = f"--compare {name}: cannot be read: {error.strerror or error}; give a file made with --json"
        raise InputError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"--compare {name}: is no JSON: {error}; give a file made with --json"
        raise DataError(message) from error
    return pages_from_json(record, f"--compare {name}")


def _open_json(name: str | None) -> AbstractContextManager[IO[bytes] | None]:
    """Opened before the run, so that a place that cannot be written to is told at once."""
    return nullcontext() if name is None else atomic_file(name)


def _score(sets: Sequence[GoldSet], job: EvaluateJob) -> Iterator[PageScore]:
    shows = not job.quiet and sys.stderr.isatty()
    cleaner = Cleaner(engine=job.engine, model=job.model, lexicon=read_lexicon(*job.lexicon))
    for gold in sets:
        scores = score_pages(gold.pages(job.sample), cleaner, job.profile)
        yield from _with_progress(scores, gold.name) if shows else scores


def _with_progress(scores: Iterator[PageScore], name: str) -> Iterator[PageScore]:
    for number, score in enumerate(scores, 1):
        if number % _EVERY == 1:
            print(f"\rcleancorpus: {name}: {number} pages\x1b[K", end="", file=sys.stderr, flush=True)
        yield score
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _version() -> dict[str, Any]:
    from cleancorpus import __version__  # noqa: PLC0415  looked up when asked for

    return {"cleancorpus": __version__}


def _to_bytes(record: dict[str, Any]) -> bytes:
    """JSON in UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes its JSON escape."""
    return json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"
