"""Progress: said when it is time, in a form that suits where it goes."""

from __future__ import annotations

import io

import pytest

from cleancorpus.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def run(stream: io.StringIO, times: list[float], *, failing: bool = False) -> str:
    """What is written while a record comes at each of some times."""
    clock = iter([0.0, *times])
    progress = Progress(stream, lambda: next(clock))
    for _ in times:
        progress.add(failed=failing)
    progress.clear()
    return stream.getvalue()


def test_a_short_run_says_nothing() -> None:
    """Its report tells it all."""
    assert run(io.StringIO(), [0.1, 1.0, 9.9]) == ""
    assert run(Terminal(), [0.1, 0.4]) == ""


def test_a_long_run_is_told_now_and_then() -> None:
    """Count, rate, failures; a whole line every ten seconds in a log."""
    written = run(io.StringIO(), [5.0, 10.0, 12.0, 20.0], failing=True)
    assert written == "cleancorpus: 2 records, 0.2 a second, 2 failed\ncleancorpus: 4 records, 0.2 a second, 4 failed\n"


def test_what_is_kept_and_how_much_is_left() -> None:
    """A share of the text; a bar where the number of records is known, never beyond its end."""
    stream = Terminal()
    clock = iter([0.0, 1.0, 2.0, 3.0])
    progress = Progress(stream, lambda: next(clock), total=2)
    for _ in range(3):
        progress.add(failed=False, kept=30, shown=100)
    lines = stream.getvalue().split("\r")
    assert "[############............] 50 % of 2, 1 records, 1.0 a second, 30 % of the text kept" in lines[1]
    assert f"[{'#' * 24}] 100 % of 2, 3 records" in lines[3]


def test_a_run_that_goes_on_begins_where_it_was() -> None:
    """What an earlier run dealt with is a part of the whole, but not of the rate."""
    stream = Terminal()
    clock = iter([0.0, 1.0])
    progress = Progress(stream, lambda: next(clock), total=4)
    progress.skip(2)
    progress.add(failed=False)
    assert "75 % of 4, 1 records, 1.0 a second" in stream.getvalue()


@pytest.mark.parametrize("times", [[1.0], [1.0, 2.0, 3.0]])
def test_a_terminal_keeps_one_line(times: list[float]) -> None:
    """Written over each time, and gone in the end."""
    written = run(Terminal(), times)
    assert written.count("\r") == len(times) + 1
    assert "\n" not in written
    assert written.endswith("\r\x1b[K")
