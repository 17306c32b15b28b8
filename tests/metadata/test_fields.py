"""Fields: what the label of a line says of whom it names."""

from __future__ import annotations

import pytest

from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.fields import find_field, names_editor, names_source

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    "line",
    [
        "Editor: Anna Kessler",
        "Translated by Anna Kessler",
        "Biên tập: Hà Lan",
        "责任编辑：陈若溪",
        "编辑丨陈若溪",
        "Редактор: Вера Лунина",
        "Redaktør: Anna Kessler",
    ],
)
def test_who_edited_or_translated(line: str) -> None:
    """By the label, in many languages, whatever sign stands behind it."""
    assert names_editor(line, LEXICON)


@pytest.mark.parametrize(
    "line", ["", "By Anna Kessler", "Editor Anna Kessler", "The editor: a short history", "作者：陈若溪", "Editorial: what now"]
)
def test_who_did_not(line: str) -> None:
    """Another label, one without its colon, and words that only hold one."""
    assert not names_editor(line, LEXICON)


def test_where_a_text_is_from() -> None:
    """Only the label says so."""
    assert names_source("Source: Herald", LEXICON)
    assert not names_source("Author: Anna Kessler", LEXICON)


def test_fields_of_those_who_write_are_one() -> None:
    """Without their labels but the first; a line of one field is as it was."""
    assert (
        find_field("Author: Anna Kessler Contributor: Jörg Ahlers Editor: Ben Ode", LEXICON)
        == "Author: Anna Kessler; Jörg Ahlers"
    )
    assert find_field("Author: Anna Kessler", LEXICON) == "Author: Anna Kessler"
    assert find_field("", LEXICON) == ""
