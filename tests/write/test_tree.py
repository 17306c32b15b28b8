"""Trees: file names that are safe everywhere and never leave the folder."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from cleancorpus.write.tree import safe_path

OUT = "out"
RESERVED = {"con", "prn", "aux", "nul"} | {f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)}
NAMES = (
    "a.html",
    "a/b.html",
    "../../etc/passwd",
    "/etc/passwd",
    "//server/share/a.txt",
    "..\\..\\boot.ini",
    "C:\\Windows\\system.ini",
    "a/../../b.html",
    "a/./b.html",
    "..",
    ".",
    "...",
    "",
    "/",
    "//",
    "\\",
    "-",
    "~/a",
    "https://example.org/a?b=c&d=%2e%2e%2f",
    ".hidden.html",
    "-rf.html",
    "a\x00b\nc\x1b[31m",
    "a\u202eb",
    "a\udcffb",
    'a<b>c:"d|e?*.html',
    "name. ",
    "folder./name..html",
    "日本語/市場.html",
    "cafe\u0301.html",
    "x" * 300 + ".html",
    "市" * 300,
    "a" * 200 + "/" + "b" * 200 + ".html",
    "v1.0-" + "y" * 300,
    "😀" * 100,
    "CON",
    "con.html",
    "Aux.tar.gz",
    "a/nul/b.html",
    "LPT1.txt",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_path_is_safe_on_every_file_system(name: str) -> None:
    """Below the folder, no part empty, reserved, too long, or with characters that any file system forbids."""
    path = Path(safe_path(OUT, name, ".txt", set()))
    assert path.parts[0] == "out"
    assert len(path.parts) > 1
    assert ".." not in path.parts
    assert not path.is_absolute()
    assert path.suffix == ".txt"
    for part in path.parts[1:]:
        assert part.encode("utf-8")
        assert len(part.encode("utf-8")) <= 200
        assert not set(part) & set('<>:"/\\|?*')
        assert part.isprintable()
        assert part == part.strip(" .")
        assert part[0] not in ".-"
        assert part.split(".")[0].casefold() not in RESERVED
        assert unicodedata.is_normalized("NFC", part)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "out/a.txt"),
        ("a/b.html", "out/a/b.txt"),
        ("/data/pages/a.html", "out/data/pages/a.txt"),
        ("./a/../b.html", "out/a/b.txt"),
        ("market day.html", "out/market-day.txt"),
        ("日本語/市場.html", "out/日本語/市場.txt"),
        ("no-ending", "out/no-ending.txt"),
        ("a.tar.html", "out/a.tar.txt"),
    ],
)
def test_ordinary_names_stay_recognisable(name: str, expected: str) -> None:
    """The ending is exchanged, folders and scripts stay."""
    assert Path(safe_path(OUT, name, ".txt", set())).as_posix() == expected


@pytest.mark.parametrize(
    "names",
    [
        ("a.html", "A.html"),
        ("a.html", "a.htm", "a.txt"),
        ("a/b.html", "A/B.html"),
        ("a b.html", "a-b.html", "a?b.html"),
        ("caf\u00e9", "cafe\u0301"),
        ("stra\u00dfe", "strasse"),
        ("../a", "a", "/a"),
        ("", ".", ".."),
        ("x" * 300, "x" * 301),
    ],
)
def test_names_that_would_meet_get_paths_of_their_own(names: tuple[str, ...]) -> None:
    """Also where only case, accents' form or an odd character tell them apart."""
    taken: set[str] = set()
    paths = [Path(safe_path(OUT, name, ".txt", taken)).as_posix().casefold() for name in names]
    assert len({unicodedata.normalize("NFC", path) for path in paths}) == len(names)


def test_a_name_that_comes_three_times_gets_three_paths() -> None:
    """The ids of `a.html`, `./a.html` and `.//a.html` are one: no document may overwrite another."""
    taken: set[str] = set()
    assert len({safe_path(OUT, "a.html", ".txt", taken) for _ in range(3)}) == 3


@pytest.mark.parametrize("names", [("a.html", "a.txt/b.html"), ("a.txt/b.html", "a.html")])
def test_a_file_never_stands_where_a_folder_must(names: tuple[str, str]) -> None:
    """Names that are a file and a folder at once cannot both be written."""
    taken: set[str] = set()
    first, second = (Path(safe_path(OUT, name, ".txt", taken)) for name in names)
    assert first not in second.parents
    assert second not in first.parents


@pytest.mark.parametrize("name", NAMES)
def test_a_url_keeps_its_scheme(name: str) -> None:
    """Behind a URL the same names stand as in a folder."""
    path = Path(safe_path(OUT, name, ".txt", set())).relative_to(OUT).as_posix()
    assert safe_path("s3://bucket/out/", name, ".txt", set()) == f"s3://bucket/out/{path}"


@pytest.mark.parametrize("name", NAMES)
def test_the_same_names_give_the_same_paths(name: str) -> None:
    """Nothing random, nothing of the run: a tree can be compared with yesterday's."""
    taken_once: set[str] = set()
    taken_again: set[str] = set()
    once = [safe_path(OUT, item, ".md", taken_once) for item in ("a.html", name)]
    assert once == [safe_path(OUT, item, ".md", taken_again) for item in ("a.html", name)]
    assert taken_once == taken_again


def test_long_names_that_differ_late_stay_apart() -> None:
    """The cut end is replaced by a digest of the whole."""
    first, second = (safe_path(OUT, "x" * 300 + end, ".txt", set()) for end in "ab")
    assert first != second
