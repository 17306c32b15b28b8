"""`cleancorpus`: the parser of the command line and its exit codes. Everything heavy is imported by the subcommand that runs."""

from __future__ import annotations

import argparse
import os
import signal
import sys

TYPE_CHECKING = False  # as type checkers take it: importing it takes a tenth of what the help takes
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from cleancorpus.cli.documents import Cleaning, Reading

OK, SOME_FAILED, USAGE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

_EPILOG = "exit codes: 0 all fine, 1 some records failed (they are in the output with their outcome), 2 usage, 130 interrupted"


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and exit."""
        self.exit(USAGE, f"cleancorpus: {message}; see {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command."""
    parser = _Parser(
        prog="cleancorpus",
        description="Web pages, and text already extracted from them, into clean, typed documents.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_clean(commands)
    _add_explain(commands)
    _add_evaluate(commands)
    return parser


def _add_clean(commands: argparse._SubParsersAction[_Parser]) -> None:
    clean = commands.add_parser("clean", help="clean files, folders, patterns or standard input", epilog=_EPILOG)
    _add_common(clean)
    clean.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="file, folder, pattern, URL (s3://…), - for standard input; HTML, text, WARC, JSON lines, CSV, Parquet, .gz, .zst",
    )
    clean.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="OUT",
        help="file, or folder (a new one with / at its end): parts with a manifest for jsonl, parquet and dolma, which go on "
        "where they were stopped, one file a document for markdown and text; - is standard output (default)",
    )
    clean.add_argument(
        "-f",
        "--format",
        choices=("jsonl", "markdown", "text", "parquet", "dolma"),
        help="output format (default: by OUT's ending, else jsonl); dolma: whole documents, and spans of what is left out",
    )
    clean.add_argument(
        "--blocks",
        action="store_true",
        help="jsonl and parquet: write every block with role, score and reason, and the metadata's evidence",
    )
    clean.add_argument("--limit", type=_positive, metavar="N", help="only the first N records")
    clean.add_argument(
        "--sample", type=_share, default=1.0, metavar="SHARE", help="so many of the records, 0-1, chosen by their names"
    )
    clean.add_argument(
        "-n", "--dry-run", action="store_true", help="say what would be read, try the first records, write nothing"
    )
    clean.add_argument(
        "-w",
        "--workers",
        type=_count,
        metavar="N",
        help="processes, watched: a document that hangs, crashes or eats the memory costs itself alone; 0 for none (default: as "
        "many as there are cores if there are over 64 files or 5 MB, else 0)",
    )
    clean.add_argument(
        "--timeout", type=_seconds, default=30.0, metavar="S", help="seconds for one document of a worker (default 30)"
    )
    clean.add_argument(
        "--memory",
        type=_count,
        default=850,
        metavar="MB",
        help="what a worker may take beyond its start, in megabytes; 0 for no limit (default 850)",
    )
    clean.add_argument(
        "--part-size", type=_positive, default=10_000, metavar="N", help="records in a part of a folder (default 10000)"
    )
    clean.add_argument("--pack", choices=("gzip", "zstd"), help="compress the parts of a folder of jsonl")
    clean.add_argument("-q", "--quiet", action="store_true", help="no report on standard error but for errors")


def _add_explain(commands: argparse._SubParsersAction[_Parser]) -> None:
    explain = commands.add_parser("explain", help="list every block with role, score and reason", epilog=_EPILOG)
    _add_common(explain)
    explain.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, pattern, or - for standard input")
    explain.add_argument("--full", action="store_true", help="whole texts instead of one line each")


def _add_evaluate(commands: argparse._SubParsersAction[_Parser]) -> None:
    evaluate = commands.add_parser(
        "evaluate",
        help="scores on gold sets by role, page type and language",
        description="Cleans the pages of gold sets and scores what comes out, with 95 % intervals (bootstrap over pages).",
        epilog="exit codes: 0 scored, 1 the report cannot be written, 2 usage or gold that cannot be read, 130 interrupted",
    )
    evaluate.add_argument(
        "gold",
        nargs="+",
        metavar="GOLD",
        help="a .jsonl file of your documents, a .parquet file of a known set, a folder of these or of fixture cases",
    )
    evaluate.add_argument("--profile", metavar="NAME", help="what is kept, as in clean (default: the profile that fits the gold)")
    _add_deciders(evaluate)
    evaluate.add_argument("--sample", type=_positive, metavar="N", help="every nth page, so that about N of a set are left")
    evaluate.add_argument(
        "--worst", type=_count, default=10, metavar="N", help="how many of the worst pages to list (default 10)"
    )
    evaluate.add_argument("--json", metavar="FILE", help="write the results with the scores of every page")
    evaluate.add_argument("--compare", metavar="FILE", help="results of an earlier run (--json) to compare with, page by page")
    evaluate.add_argument("-q", "--quiet", action="store_true", help="nothing on standard error but for errors")


def _count(value: str) -> int:
    """A whole number from 0.

    Raises:
        ArgumentTypeError: It is something else.
    """
    if not value.isdecimal():
        message = f"{value!r} is no whole number from 0"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _number(value: str, most: float, what: str) -> float:
    """A number above 0, at most so large.

    Raises:
        ArgumentTypeError: It is something else.
    """
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number <= most:
        message = f"{value!r} is no {what}"
        raise argparse.ArgumentTypeError(message)
    return number


def _share(value: str) -> float:
    return _number(value, 1.0, "share between 0 and 1")


def _seconds(value: str) -> float:
    return _number(value, 1e9, "number of seconds")


def _positive(value: str) -> int:
    """A whole number from 1.

    Raises:
        ArgumentTypeError: It is something else.
    """
    if not value.isdecimal() or not int(value):
        message = f"{value!r} is no whole number from 1"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile",
        default="article",
        metavar="NAME",
        help="what is kept: article (default), strict, page, full; with +shown behind it nothing that the page hides",
    )
    _add_deciders(parser)
    parser.add_argument(
        "--identifier",
        default="py3langid",
        metavar="NAME",
        help="what tells languages apart: py3langid (default), langdetect, or one that a package brings",
    )
    parser.add_argument(
        "--repair",
        default="",
        metavar="NAMES",
        help="repairs beyond those always done, separated by commas: vi-legacy, fold-width, fold-math, ascii-punct, "
        "strip-tatweel, dehyphenate, vi-d, vi-tone=old, vi-tone=new",
    )
    parser.add_argument(
        "--transliterate",
        action="store_true",
        help="find image texts that spell a title of another script in Latin letters (needs the extra translit)",
    )
    parser.add_argument(
        "--input-format",
        metavar="FORM",
        help="what every input holds, standard input too: page, jsonl, csv, tsv, warc, wet, tar, parquet, zip (default: by its "
        "ending; standard input is a page)",
    )
    parser.add_argument("--kind", choices=("html", "text"), help="what the inputs are (default: look)")
    parser.add_argument("--encoding", metavar="LABEL", help="encoding of the inputs (default: find out)")
    parser.add_argument("--url", help="address of the page; for a single input")
    for name, what in (("text", "text"), ("html", "HTML, taken before the text"), ("id", "name"), ("url", "address")):
        parser.add_argument(
            f"--{name}-key",
            default=name,
            metavar="KEY",
            help=f"in files of many records, the key or column of a record's {what} (default: {name})",
        )


def _add_deciders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine", default="native", metavar="NAME", help="who decides what is kept: native (default), or trafilatura for HTML"
    )
    parser.add_argument("--model", metavar="DIR", help="a model of your own, for HTML or text (default: those of the package)")
    parser.add_argument(
        "--lexicon",
        metavar="FILE",
        action="append",
        default=[],
        help="words and phrases of your own in TOML, before the package's; may be given several times",
    )


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code. Errors of the user go to standard error in one line."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.version:
        from cleancorpus import __version__  # noqa: PLC0415  help is instant

        print(f"cleancorpus {__version__}")
        return OK
    if options.command is None:
        parser.print_help(sys.stderr)
        return USAGE
    from cleancorpus.errors import CleancorpusError  # noqa: PLC0415  help is instant

    try:
        return _run_command(options)
    except CleancorpusError as error:
        print(f"cleancorpus: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("cleancorpus: interrupted; each file that was written is whole, the run is not", file=sys.stderr)
        return INTERRUPTED
    except UnicodeEncodeError as error:
        print(f"cleancorpus: cannot be written to this terminal: {error.reason}; set PYTHONIOENCODING=utf-8", file=sys.stderr)
        return SOME_FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader is gone: let the interpreter close in peace
        return SOME_FAILED
    except OSError as error:
        print(
            f"cleancorpus: cannot be written: {error.strerror or error}; check the space and rights of the output",
            file=sys.stderr,
        )
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED


def _run_command(options: argparse.Namespace) -> int:
    if options.command == "clean":
        from cleancorpus.batch.pool import Supervision  # noqa: PLC0415  help is instant
        from cleancorpus.cli.clean import CleanJob, run_clean  # noqa: PLC0415  help is instant

        job = CleanJob(
            inputs=tuple(options.inputs),
            output=options.output,
            format=options.format,
            cleaning=_cleaning(options),
            reading=_reading(options),
            blocks=options.blocks,
            limit=options.limit,
            sample=options.sample,
            dry=options.dry_run,
            workers=options.workers,
            supervision=Supervision(seconds=options.timeout, megabytes=options.memory),
            pack=options.pack,
            part_size=options.part_size,
            quiet=options.quiet,
        )
        return SOME_FAILED if run_clean(job) else OK
    if options.command == "evaluate":
        return _run_evaluate(options)
    from cleancorpus.cli.explain import ExplainJob, run_explain  # noqa: PLC0415  help is instant

    failed = run_explain(
        ExplainJob(
            inputs=tuple(options.inputs),
            cleaning=_cleaning(options),
            reading=_reading(options),
            full=options.full,
        )
    )
    return SOME_FAILED if failed else OK


def _cleaning(options: argparse.Namespace) -> Cleaning:
    """How the documents are to be cleaned."""
    from cleancorpus.cli.documents import Cleaning  # noqa: PLC0415  help is instant

    return Cleaning(
        profile=options.profile,
        identifier=options.identifier,
        engine=options.engine,
        model=options.model,
        lexicon=tuple(options.lexicon),
        repairs=options.repair,
        transliterate=options.transliterate,
    )


def _reading(options: argparse.Namespace) -> Reading:
    """How the inputs are to be read."""
    from cleancorpus.cli.documents import Reading  # noqa: PLC0415  help is instant
    from cleancorpus.read.rows import Keys  # noqa: PLC0415  help is instant

    keys = Keys(text=options.text_key, html=options.html_key, id=options.id_key, url=options.url_key)
    return Reading(options.kind, options.encoding, options.url, options.input_format, keys)


def _run_evaluate(options: argparse.Namespace) -> int:
    from cleancorpus.cli.evaluate import EvaluateJob, run_evaluate  # noqa: PLC0415  help is instant

    run_evaluate(
        EvaluateJob(
            gold=tuple(options.gold),
            profile=options.profile,
            sample=options.sample,
            worst=options.worst,
            json=options.json,
            compare=options.compare,
            quiet=options.quiet,
            engine=options.engine,
            model=options.model,
            lexicon=tuple(options.lexicon),
        )
    )
    return OK


def main() -> None:
    """Entry point of the console script."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # unfinished files are taken away, as after Ctrl-C
    sys.exit(run())
