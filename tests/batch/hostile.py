"""Hostile inputs of our own: what breaks parsers, patterns and clocks, each small enough for a test."""

from __future__ import annotations

import json
from collections.abc import Iterator

SENTENCES = tuple(
    f"Sentence {number} of the article tells what the ferry carried across the river on its {number} crossings that winter."
    for number in range(1, 9)
)
ARTICLE = "<h1>The ferry in winter</h1>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
TEXT = "The ferry in winter\n\n" + "\n\n".join(SENTENCES)
NAV = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"
Case = tuple[str, bytes | str, bool]
"""Name, input, and whether a browser or reader would see the article in it."""


def page(before: str = "", after: str = "", head: str = "", body: str = ARTICLE) -> str:
    """The article in a page with something around it."""
    top = f"<head><title>The ferry in winter</title>{head}</head>"
    return f"<html>{top}<body>{NAV}{before}<article>{body}</article>{after}</body></html>"


def markup() -> Iterator[Case]:
    """Tags, attributes and nesting."""
    yield "deep formatting", page(before="<b><i>" * 3_000), True
    yield "deep lists", page(before="<ul><li>" * 2_000), True
    yield "deep tables", page(before="<table><tr><td>" * 600), True
    yield "deep quotes, closed", page("<blockquote>" * 900, "</blockquote>" * 900), True
    yield "misnested", page("<a><b><div></a></b>" * 2_000), True
    yield "thousands of attributes", page(f"<div {' '.join(f'a{number}=x' for number in range(20_000))}>"), True
    yield "one attribute of a megabyte", page(f"<div class='{'x' * 1_000_000}'></div>"), True
    yield "a class of many words", page(f"<div class='{' '.join(f'w{number}' for number in range(50_000))}'></div>"), True
    yield "patterns as names", page("<div class='([a-z]+)*$ \\d{9,} (?:' id='[[['></div>"), True
    yield "a quote never closed", page(after="<p title='") + "x" * 1_000, True
    yield "a comment never closed", page(after="<!-- ") + "x" * 1_000, True
    yield "a tag never closed", page(after="<p <p <p"), True
    yield "paragraphs never closed", page(after="<p>x" * 20_000), True
    yield "line breaks", page(after="<br>" * 50_000), True
    yield "links", page(after="<a href=/x>more</a> " * 10_000), True
    yield "headings", page(after="<h1>The ferry in winter</h1>" * 3_000), True
    yield "options", page(after=f"<select>{'<option>x' * 10_000}</select>"), True
    yield "markup in a textarea", page(after="<textarea><p>not text</p></textarea>"), True
    yield "markup in a script", page(head="<script>var a = '<p>not text</p>'</script>"), True
    yield "a script never closed", page(after="<script>while (1) {"), True
    yield "a template", page(after="<template><p>not shown</p></template>"), True
    yield "a foreign object", page(after="<svg><foreignObject><p>x</p></foreignObject></svg>" * 500), True
    yield "formulas", page(after="<math><mi>x</mi></math>" * 2_000), True
    yield "custom elements", page("<x-a><x-b-c>" * 400), True
    yield "cells without rows", page(after="<td>x<th>y" * 5_000), True
    yield "spans of a column", page(after=f"<table><tr><td colspan={10**9} rowspan={10**9}>x</table>"), True
    yield "only markup", "<div>" * 500 + "</div>" * 500, False
    yield "two documents", page() + page(body="<p>Another one.</p>"), True


def statements() -> Iterator[Case]:
    """What a page says of itself."""
    yield "a title of a megabyte", page(head=f"<title>{'word ' * 200_000}</title>"), True
    yield "JSON-LD, deep", page(head=f'<script type="application/ld+json">{"[" * 50_000}</script>'), True
    yield (
        "JSON-LD, long",
        page(head=f'<script type="application/ld+json">{json.dumps({"headline": "x" * 1_000_000})}</script>'),
        True,
    )
    graph = json.dumps(
        {"@graph": [{"@type": "NewsArticle", "headline": f"h{number}", "author": [{}] * 9} for number in range(3_000)]}
    )
    yield "JSON-LD, wide", page(head=f'<script type="application/ld+json">{graph}</script>'), True
    yield (
        "JSON-LD of other types",
        page(head='<script type="application/ld+json">[1, null, {"author": {"name": {"name": 3}}}]</script>'),
        True,
    )
    yield (
        "thousands of meta",
        page(head='<meta property="og:title" content="x"><meta name="author" content="By By By">' * 3_000),
        True,
    )
    yield (
        "days that are none",
        page(head='<meta name="date" content="9999-99-99T99:99:99+99:99">', before="<time datetime='-1'>32.13.0000</time>"),
        True,
    )
    yield "an author of a megabyte", page(head=f'<meta name="author" content="{"Anna, " * 150_000}">'), True
    yield "addresses", page(head='<base href="javascript:alert(1)"><link rel=canonical href="//[::1">'), True


def characters() -> Iterator[Case]:
    """Encodings and code points."""
    yield "UTF-16 without a mark", page().encode("utf-16-le"), True
    yield "a false declaration", page(head="<meta charset=rot13>").encode(), True
    yield "overlong UTF-8", page(after="<p>").encode() + b"\xc0\xaf\xe0\x80\xaf" * 50, True
    yield "damaged UTF-8", page().encode().replace(b"winter.", b"winter\xff."), False
    yield "NUL between", page(after="\0".join("not a word")), True
    yield "marks upon marks", page(after="<p>a" + "\u0301" * 20_000), True
    yield "directions", page(after="<p>" + "\u202e\u2066" * 5_000), True
    yield "joined pictures", page(after="<p>" + "👩\u200d" * 10_000), True
    yield "half pairs", page(after="<p>" + "\ud83d " * 5_000), True
    yield "references", page(after="&#99999999999;&#x110000;&#xD800;&notanentity;&" * 2_000), True
    yield "references in references", page(after="&amp;" * 20_000 + "lt;"), True
    yield "one word", page(after=f"<p>{'x' * 500_000}"), True
    yield "no spaces", page(after=f"<p>{'渡船' * 100_000}"), True


def texts() -> Iterator[Case]:
    """Plain text."""
    yield "blank lines", TEXT + "\n" * 100_000 + "End", True
    yield "tabs and spaces", TEXT + "\n" + " \t" * 100_000 + "x", True
    yield "brackets", TEXT + "\n" + "(" * 100_000, True
    yield "links of Markdown", TEXT + "\n" + "[" * 50_000 + "](" * 50_000, True
    yield "dates", TEXT + "\n" + "1/1/1 " * 20_000, True
    yield "cues", TEXT + "\n" + "Related articles\n" * 5_000, True
    yield "hyphens", TEXT + "\n" + "-" * 200_000, True
    yield "quotes", TEXT + "\n" + "> " * 50_000, True
    yield "one letter a line", TEXT + "\n" + "\n".join("abc" * 5_000), True


CASES = (*markup(), *statements(), *characters(), *texts())
