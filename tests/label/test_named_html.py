"""Named rules of HTML: kickers and standfirsts."""

from __future__ import annotations

import pytest

from cleancorpus.label.features.batch import Batch
from cleancorpus.label.labeller import Label
from cleancorpus.label.named import Leanings
from cleancorpus.label.named_html import name_html
from cleancorpus.role import Role
from cleancorpus.segment.html import segment_html
from tests.label.naming import PROSE, TITLE
from tests.label.reading import page_of


@pytest.mark.parametrize(
    ("line", "taken", "found"), [("Memory of a place", Role.DATE, Role.KICKER), ("3 May 2021", Role.DATE, Role.DATE)]
)
def test_a_date_without_a_figure_above_the_title_is_its_kicker(line: str, taken: Role, found: Role) -> None:
    """What the model calls a date and is none."""
    page = page_of(f"<div><span><p>{line}</p></span><h1>{TITLE}</h1><p>{PROSE}</p></div>", "html")
    labels = [Label(Role.DATE, 0.9, "model"), Label(Role.TITLE, 0.9, "model"), Label(Role.BODY, 0.9, "model")]
    batch = Batch([page])
    named_now = name_html(batch, slice(0, batch.size), labels, Leanings([0, 9_000, 0], [Role.OTHER] * 3))
    assert named_now[0].role is found


def test_a_long_heading_above_the_first_paragraph_is_the_lead() -> None:
    """In HTML; a short one, and one below it, heads what follows."""
    long = "What the last ferry of the year leaves behind, and who waits for the first one of spring"
    markup = f"<h1>{TITLE}</h1><h2>{long}</h2><h2>Waiting</h2><p>{PROSE}</p><h2>{long}</h2><p>{PROSE}</p>"
    batch = Batch([segment_html(markup, markup)])
    roles = [Role.TITLE, Role.HEADING, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY]
    labels = [Label(role, 0.9, "model") for role in roles]
    leanings = Leanings([9_000, *[-9_000] * 5], [Role.OTHER] * 6)
    found = [label.role for label in name_html(batch, slice(0, 6), labels, leanings)]
    assert found == [Role.TITLE, Role.LEAD, Role.HEADING, Role.BODY, Role.HEADING, Role.BODY]
