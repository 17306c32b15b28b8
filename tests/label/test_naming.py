"""Naming: the names of elements weighed by a model's table, for what is inside."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.features.table import compute_columns
from cleancorpus.label.naming import Naming, naming_from_dict, naming_to_dict, read_names, set_apart
from cleancorpus.label.terms import BITS, TermWeights
from cleancorpus.label.vocabulary import Vocabulary
from cleancorpus.role import Role
from tests.label.reading import page_of

COLUMNS = ("naming_own", "naming_above")
ALL = (*COLUMNS, "naming_of_caption")


def row(*, own: dict[str, int], above: dict[str, int]) -> np.ndarray:
    """Each term of a name weighs what is given, in eighths, nearest to a block or around that."""
    found = np.zeros(1 << BITS, dtype=np.int8)
    for weights, outer in ((own, False), (above, True)):
        for name, weight in weights.items():
            found[set_apart(read_names([name]), above=outer).term] = weight
    return found


CONTENT = row(own={"teksti": 8, "valikko": -8}, above={"artikkeli": 16, "sivupalkki": -16})
CAPTION = row(own={"kuvateksti": 24, "teksti": 4}, above={"kuva": 8})
KNOWS = Naming(TermWeights(np.array([CONTENT, CAPTION])), (Role.CAPTION,))


def columns_of(html: str, naming: Naming | None = KNOWS) -> list[list[float]]:
    return compute_columns(Batch([page_of(html, "html")], vocabulary=Vocabulary(naming=naming)), COLUMNS).tolist()


def test_a_block_is_told_by_the_nearest_names_and_by_all_around_them() -> None:
    """The paragraph has no name of its own, so that of the element around it is its own."""
    html = (
        '<div class="artikkeli"><div class="teksti"><p>One.</p></div></div><div class="sivupalkki"><p class="valikko">Two.</div>'
    )
    assert columns_of(html) == [[1.0, 2.0], [-1.0, -2.0]]


def test_an_element_is_not_around_itself() -> None:
    """What weighs as a surrounding says nothing where it is the nearest."""
    assert columns_of('<div class="artikkeli"><p>One.</p></div>') == [[0.0, 0.0]]


def test_all_surroundings_count() -> None:
    """However far, and by the root of how many they are."""
    inner = '<section id="sivupalkki"><div><p class="teksti">One.</p></div></section>'
    html = f'<div class="artikkeli">{"<div class=1>" * 3}{inner}</div>'
    assert columns_of(html) == [[1.0, 0.0]]
    html = '<div class="artikkeli"><div class="artikkeli"><p class="teksti">One.</p></div></div>'
    assert columns_of(html)[0][1] == pytest.approx(4 / np.sqrt(2))


def test_a_role_is_told_by_all_names_together() -> None:
    """The nearest, and those around; a role that the table does not know is told by none."""
    html = '<div class="kuva"><div><p class="kuvateksti teksti">One.</p></div></div><p class="teksti">Two.</p>'
    batch = Batch([page_of(html, "html")], vocabulary=Vocabulary(naming=KNOWS))
    found = compute_columns(batch, ("naming_of_caption", "naming_of_byline"))
    assert found[:, 0].tolist() == pytest.approx([(24 + 4) / 8 / np.sqrt(2) + 1, 0.5])
    assert not found[:, 1].any()


def test_where_nothing_is_known_names_say_nothing() -> None:
    """A model without a table, a page without names, a text."""
    assert columns_of('<p class="teksti">One.</p>', None) == [[0.0, 0.0]]
    assert columns_of("<p>One.</p>") == [[0.0, 0.0]]
    text = compute_columns(Batch([page_of("One.\nTwo.")], vocabulary=Vocabulary(naming=KNOWS)), COLUMNS)
    assert not text.any()
    for vocabulary in (Vocabulary(), Vocabulary(naming=KNOWS)):
        assert not compute_columns(Batch([page_of("One.\nTwo.")], vocabulary=vocabulary), ("naming_of_caption",)).any()


def test_names_are_cut_into_words() -> None:
    """Case, hyphens and underscores part words, figures and single letters are none; of several all together count too."""
    terms = read_names(["article-body", "articleBody", "article__body3 x", "body article", "", "12 a"])
    assert terms.counts.tolist() == [3, 3, 3, 2, 0, 0]
    own = [set(terms.term[terms.owner == number].tolist()) for number in range(4)]
    assert own[0] == own[1] == own[2]
    assert own[3] < own[0]


def test_a_list_of_styles_is_cut() -> None:
    """Of hundreds of names some are read, always the same."""
    names = " ".join(f"st{letter}{other}" for letter in "abcdefgh" for other in "abcdefgh")
    assert read_names([names]).counts.tolist() == read_names([" ".join(reversed(names.split()))]).counts.tolist() == [24]


@given(st.lists(st.text(alphabet="abAB-_ 1é", max_size=12), min_size=1, max_size=4))
def test_a_page_is_told_the_same_beside_any_other(names: list[str]) -> None:
    """Pages of a batch do not touch each other."""
    pages = [page_of(f'<div class="{name} teksti"><p id="{name}">One.</p></div>', "html") for name in names]
    known = Vocabulary(naming=KNOWS)
    together = compute_columns(Batch(pages, vocabulary=known), ALL)
    alone = [compute_columns(Batch([page], vocabulary=known), ALL) for page in pages]
    assert np.array_equal(together, np.concatenate(alone))


def test_a_table_comes_back_with_its_roles() -> None:
    """And one of content alone."""
    for naming in (KNOWS, Naming(TermWeights(CONTENT[None]))):
        again = naming_from_dict(naming_to_dict(naming))
        assert again.roles == naming.roles
        assert np.array_equal(again.weights.weights, naming.weights.weights)


@pytest.mark.parametrize(("roles", "message"), [(["caption", "title"], "need 3"), ([], "need 1"), (["kuvateksti"], "kuvateksti")])
def test_a_table_for_other_roles_is_refused(roles: list[str], message: str) -> None:
    """A row for each, and none for what is no role."""
    with pytest.raises(ValueError, match=message):
        naming_from_dict({**naming_to_dict(KNOWS), "roles": roles})
