"""Style: whether an element's own words hide it, as a browser reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.segment.style import hides

HIDING = [
    "display:none",
    "DISPLAY : None",
    "display:\tnone\n",
    "display:none!important",
    "display: none ! important ; display: block",
    "color:red;display:none",
    "/* why */ display:none",
    "display/* a */:/* b */none",
    "color:red;/**/display:none",
    "display:none/* never closed",
    "display:block;display:none",
    "display:none;display:bogus",
    "display:none;display:block x",
    "d\\69splay:none",
    "display:n\\6F ne",
    "d\\isplay:none",
    "visibility:hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "background:url('a;b');display:none",
    'content:"a\\";b";display:none',
    " " * 20_000 + "display:none",
]
SHOWING = [
    "",
    ";",
    "display",
    "display:",
    "display:block",
    "display:none;display:block",
    "display:block!important;display:none",
    "display:none;display:flex!important",
    "display:none-foo",
    "display:block;display:none x",
    "display:-none",
    "visibility:visible",
    "visibility:hidden;visibility:visible",
    "background:url('x;display:none')",
    "background:url(x;display:none)",
    "background:url(x;display:none",
    "color:red;/*;display:none*/",
    "color:red;/*;display:none",
    'content:";display:none',
    "dis/**/play:none",
    "\\display:none",
    "backface-visibility:hidden",
    "overflow:hidden",
    "x-display:none",
    "--display:none",
]


@pytest.mark.parametrize("style", HIDING)
def test_what_hides(style: str) -> None:
    """Whatever way it is written."""
    assert hides({"style": style})


@pytest.mark.parametrize("style", SHOWING)
def test_what_does_not(style: str) -> None:
    """The words alone are not enough."""
    assert not hides({"style": style})


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, False),
        ({"hidden": None}, True),
        ({"hidden": ""}, True),
        ({"hidden": "false"}, True),
        ({"hidden": "until-found"}, False),
        ({"hidden": " Until-Found "}, False),
        ({"hidden": "", "style": "display:block"}, False),
        ({"hidden": "", "style": "display:bogus"}, True),
        ({"hidden": "", "style": "color:red"}, True),
        ({"hidden": "", "style": None}, True),
        ({"hidden": "", "style": "display:block;visibility:hidden"}, True),
        ({"style": None}, False),
        ({"aria-hidden": "true"}, False),
    ],
)
def test_what_an_element_says(attributes: dict[str, str | None], expected: bool) -> None:
    """A style is believed before the attribute."""
    assert hides(attributes) is expected


@given(st.text("display:none;visibility hidden!important/*\\\"'()6 9-", max_size=40))
def test_no_style_is_too_strange(style: str) -> None:
    """Whatever it is, there is an answer."""
    assert hides({"style": style}) in {True, False}


@pytest.mark.parametrize("part", ["/*", "(", '"', "'", "\\", ";display:none", "url(", "!important "])
def test_long_styles_take_no_time(part: str) -> None:
    """Repeated parts are read in time linear in their number; this ends."""
    assert hides({"style": part * (90_000 // len(part)) + "none"}) in {True, False}
