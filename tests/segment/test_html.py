"""HTML to blocks: what is shown, in reading order, with kind, path, span and facts."""

from __future__ import annotations

import html as entities
import re

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleancorpus.block import Block, Kind
from cleancorpus.limits import Limits
from cleancorpus.page import InputKind, Page
from cleancorpus.segment.guard import guard_html
from cleancorpus.segment.html import segment_html

TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
SENTENCE = "The lock keeper opens the gates at dawn and closes them when the geese come home. "
ARTICLE = SENTENCE * 10


def segment(html: str) -> Page:
    return segment_html(guard_html(html, Limits()).html, html)


def blocks(html: str) -> tuple[Block, ...]:
    return segment(html).blocks


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


def kinds(html: str) -> list[tuple[str, str]]:
    return [(block.text, str(block.kind)) for block in blocks(html)]


def hidden(html: str) -> list[str]:
    """Texts of the blocks that the page hides."""
    return [block.text for block in blocks(html) if block.markup is not None and not block.markup.shown]


def only(html: str) -> Block:
    (block,) = blocks(html)
    return block


def words(text: str) -> str:
    return " ".join(text.split())


def shown(source: str, block: Block) -> str:
    """What the source says between a block's ends, without markup."""
    assert block.span is not None, block.text
    return words(entities.unescape(TAG.sub("", source[slice(*block.span)])))


# Reading order and nesting


def test_blocks_stand_in_reading_order() -> None:
    """Headings, paragraphs, lists and loose text come in the order in which a reader meets them."""
    html = "<h1>Đầu</h1>loose<p>Một</p><ul><li>Hai</li></ul><div>ba<p>bốn</p>năm</div><footer>Hết</footer>"
    assert texts(html) == ["Đầu", "loose", "Một", "Hai", "ba", "bốn", "năm", "Hết"]


def test_a_page_knows_its_kind_and_url() -> None:
    """The URL is passed on and the page says that it was HTML."""
    page = segment_html("<p>x", "<p>x", "https://example.org/")
    assert (page.kind, page.url) == (InputKind.HTML, "https://example.org/")


def test_lists_in_lists_keep_each_item_apart() -> None:
    """An item's text before and after its inner list is its own; the inner items are items."""
    html = "<ul><li>one<ol><li>in one</li><li>in two</li></ol>after</li><li>two</li></ul>"
    assert kinds(html) == [(text, "list_item") for text in ("one", "in one", "in two", "after", "two")]


def test_items_that_nobody_closed_are_apart() -> None:
    """Items without closing tags are items."""
    assert texts("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e") == ["a", "b", "c", "d", "e"]


def test_paragraphs_in_a_list_item_are_of_the_list() -> None:
    """A paragraph inside an item takes the item's kind."""
    assert kinds("<ul><li><p>first</p><p>second</p></li></ul>") == [("first", "list_item"), ("second", "list_item")]


def test_a_heading_in_a_list_item_is_a_heading() -> None:
    """Headings stay headings inside items and quotes; what follows is the item's again."""
    html = "<ul><li><h3>Head</h3>tail</li></ul><blockquote><h2>Said</h2>words</blockquote>"
    assert kinds(html) == [("Head", "heading"), ("tail", "list_item"), ("Said", "heading"), ("words", "quote")]
    assert [block.markup.level for block in blocks(html) if block.markup] == [3, 0, 2, 0]


def test_a_quote_keeps_its_paragraphs() -> None:
    """Loose text, paragraphs and inner quotes of a quote are of the quote; a list in it is a list."""
    html = "<blockquote>bare<p>para</p><blockquote>inner</blockquote><ul><li>item</li></ul><cite>Name</cite></blockquote>"
    assert kinds(html) == [
        ("bare", "quote"),
        ("para", "quote"),
        ("inner", "quote"),
        ("item", "list_item"),
        ("Name", "quote"),
    ]


def test_a_definition_list_is_a_list() -> None:
    """Terms and their definitions are items."""
    assert kinds("<dl><dt>Term</dt><dd>Def<p>more</p></dd></dl>") == [
        ("Term", "list_item"),
        ("Def", "list_item"),
        ("more", "list_item"),
    ]


def test_a_figure_gives_its_caption() -> None:
    """The caption is one block with the link in it; the picture's alternative is no text of the page."""
    html = "<figure><img alt='A boat' src=x><figcaption>Boat at <a href=x>sea</a></figcaption></figure>"
    block = only(html)
    assert (block.text, block.kind) == ("Boat at sea", Kind.CAPTION)


def test_what_stands_after_the_body_is_read() -> None:
    """Text behind </html>, as broken templates have it, is in the page."""
    assert texts("<html><body><p>a</p></body></html><p>b</p>") == ["a", "b"]


@pytest.mark.parametrize("html", ["", " \n ", "<html></html>", "<p></p>", "<p>&nbsp;</p>", "<!-- only -->", "<script>x</script>"])
def test_a_page_without_visible_text_has_no_blocks(html: str) -> None:
    """Nothing to read gives no blocks, and no error."""
    assert texts(html) == []


# White space and words


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>A  \n  B\t<i>c</i> <b> d </b>e</p>", "A B c d e"),
        ("<p>un<b>believ</b>able</p>", "unbelievable"),
        ("<p><span>T</span>he ferry</p>", "The ferry"),
        ("<p><i>a</i>,<i>b</i></p>", "a,b"),
        ("<p>super<wbr>cali</p>", "supercali"),
        ("<p>Hel<!-- comment -->lo</p>", "Hello"),
        ("<p>H<sub>2</sub>O</p>", "H2O"),
        ("<p>\n  trimmed\n</p>", "trimmed"),
        ("<p>Use <code>x  =  1</code> now</p>", "Use x = 1 now"),
        ("<p>漢字<b>と</b>かな</p>", "漢字とかな"),
        ("<p>Fish &amp; chips &lt;hot&gt;</p>", "Fish & chips <hot>"),
        ("<p>a<svg><text>icon</text></svg>b</p>", "ab"),
    ],
)
def test_white_space_is_as_a_browser_shows_it(html: str, text: str) -> None:
    """Runs of white space are one space, markup inside a word leaves it whole."""
    assert texts(html) == [text]


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href=1>Home</a><a href=2>News</a></p>",
        "<p><a href=1>Home</a>\n<a href=2>News</a></p>",
        "<p><span>Home</span><span>News</span></p>",
        "<p><button>Home</button><button>News</button></p>",
        "<select><option>Home</option><option>News</option></select>",
        "<select><option>Home<option>News</select>",
        "<p><time>Home</time><a href=1>News</a></p>",
        "<p><a href=1>Home</a> <a href=2> News</a></p>",
    ],
)
def test_words_of_neighbours_are_not_squashed(html: str) -> None:
    """Links, buttons and options set side by side by style alone do not make one word."""
    assert texts(html) == ["Home News"]


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href=1>Home</a><!-- --><a href=2>News</a></p>",
        "<p><label>Home</label><input><button>News</button></p>",
        "<p><a href=1>Home</a><img src=x><a href=2>News</a></p>",
    ],
)
def test_words_are_not_squashed_across_what_holds_no_text(html: str) -> None:
    """A comment or a picture between two links does not make their words one."""
    assert texts(html) == ["Home News"]


def test_a_line_break_is_a_line_end_and_two_set_apart() -> None:
    """One br ends a line inside the block; two, also with space between, begin a new block."""
    assert texts("<p>One<br>two <br/> three<br><br>four</p>") == ["One\ntwo\nthree", "four"]
    assert texts("<div>a<br>\n<br> b<br></div>") == ["a", "b"]
    assert texts("<p><br>x<br></p>") == ["x"]


def test_preformatted_text_keeps_its_space() -> None:
    """Line ends, indentation, tabs and blank lines of code stay."""
    block = only("<pre>\n  def f():\n\n\treturn  <b>1</b>\n</pre>")
    assert (block.text, block.kind) == ("  def f():\n\n\treturn  1", Kind.CODE)
    assert only("<pre>a<br>b<br><br>c</pre>").text == "a\nb\n\nc"


@pytest.mark.parametrize("outer", ["ul><li", "dl><dd", "figure><figcaption"])
def test_code_in_an_item_keeps_its_lines(outer: str) -> None:
    """pre shows its line ends wherever it stands."""
    assert "f():\n    pass" in "|".join(texts(f"<{outer}>Do:<pre>def f():\n    pass</pre>"))


def test_highlighted_code_gets_no_extra_space() -> None:
    """Spans side by side in pre, as syntax highlighters write them, are what they say."""
    html = "<pre><span>def</span> <span>f</span><span>(</span><span>x</span><span>):</span></pre>"
    assert texts(html) == ["def f(x):"]


# Tables


def test_rows_of_a_data_table_are_blocks() -> None:
    """A row is one block with its cells joined; caption and head are there, marked up cells stay whole."""
    html = (
        "<table><caption>Catch</caption><thead><tr><th>Boat<th>Fish</thead>"
        "<tbody><tr><td>Ida<td>12 <b>kg</b><tr><td><a href=/e>Eva</a><td><p>9</p><p>kg</p></table>"
    )
    assert kinds(html) == [
        ("Catch", "caption"),
        ("Boat | Fish", "table"),
        ("Ida | 12 kg", "table"),
        ("Eva | 9 kg", "table"),
    ]


def test_cells_of_a_layout_table_are_containers() -> None:
    """A table that sets out a page gives the blocks in its cells."""
    html = "<table><tr><td><h1>Head</h1><p>Text one.</p></td><td><ul><li>x<li>y</ul>bare</td></tr></table>"
    assert kinds(html) == [
        ("Head", "heading"),
        ("Text one.", "paragraph"),
        ("x", "list_item"),
        ("y", "list_item"),
        ("bare", "run"),
    ]


def test_a_data_table_in_a_layout_table_is_data() -> None:
    """The frame is layout, the table inside it is data."""
    inner = "<table><tr><td>Ida<td>3<tr><td>Eva<td>4</table>"
    assert kinds(f"<table><tr><td>Menu</td><td>{inner}</td></tr></table>") == [
        ("Menu", "run"),
        ("Ida | 3", "table"),
        ("Eva | 4", "table"),
    ]


def test_text_that_the_parser_moves_out_of_a_table_is_kept() -> None:
    """Loose text between rows is read once, in front of the table, as browsers do."""
    html = "<table><tr><td>a</td><td>b</td></tr>loose text<tr><td>c</td><td>d</td></tr></table><p>after</p>"
    assert texts(html) == ["loose text", "a | b", "c | d", "after"]


def test_words_in_a_cell_are_not_squashed() -> None:
    """Text after a block in a cell is another word."""
    html = "<table><tr><td><div>Length</div>nine metres</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert texts(html)[0] == "Length nine metres | b"


# What is seen


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        "hidden=''",
        "style='display:none'",
        'style="color:red; DISPLAY : None"',
        "style='visibility: hidden'",
        "HIDDEN",
    ],
)
def test_hidden_elements_are_blocks_that_know_it(attributes: str) -> None:
    """What the markup hides is in blocks of its own, with all that is in it; a sentence around it stays whole."""
    html = f"<p>shown</p><div {attributes}><p>not shown</p></div><p>also <b {attributes}>not</b> shown</p>"
    assert texts(html) == ["shown", "not shown", "also shown", "not"]
    assert hidden(html) == ["not shown", "not"]


def test_what_is_inside_hidden_elements_is_cut_as_elsewhere() -> None:
    """Kinds, levels, links and spans are those of any block; what follows is shown again."""
    html = "<div style='display:none'><h3>Fees</h3>loose<ul><li>One <a href=x>two</a><p hidden>three</p></ul></div>four"
    assert kinds(html) == [
        ("Fees", "heading"),
        ("loose", "run"),
        ("One two", "list_item"),
        ("three", "list_item"),
        ("four", "run"),
    ]
    assert hidden(html) == ["Fees", "loose", "One two", "three"]
    markups = [block.markup for block in blocks(html)]
    assert [(markup.level, markup.links, markup.link_chars) for markup in markups if markup][:3] == [
        (3, 0, 0),
        (0, 0, 0),
        (0, 1, 3),
    ]
    assert all(shown(html, block) == block.text for block in blocks(html))


@pytest.mark.parametrize(
    ("html", "found", "unseen"),
    [
        ("<p>One <i hidden>a</i>two <b hidden>b</b>three", ["One two three", "a", "b"], ["a", "b"]),
        ("<p><i hidden>first</i> One", ["One", "first"], ["first"]),
        ("<p>One <i hidden>last", ["One", "last"], ["last"]),
        ("<div><i hidden>alone</i></div>", ["alone"], ["alone"]),
        ("<i hidden>alone</i><p>One", ["alone", "One"], ["alone"]),
        ("<p>One<br><br><i hidden>apart</i>two", ["One", "two", "apart"], ["apart"]),
        ("<p>One <img hidden alt=x> two", ["One two"], []),
        ("<p>One <i hidden> </i> two", ["One two"], []),
        ("<p>One <i hidden><script>x</script>a <b>b</b>\n c</i> two", ["One two", "a b c"], ["a b c"]),
        ("<p>One <i hidden>un<b>believ</b>able, <a>x</a>.</i> two", ["One two", "unbelievable, x."], ["unbelievable, x."]),
        ("<p>One <i hidden>a<br><br>b</i> two", ["One two", "a", "b"], ["a", "b"]),
        ("<p>One <button hidden><svg><title>Close</title></svg></button>two", ["One two"], []),
        ("<p>One <i hidden><noscript>x</noscript></i> two", ["One two"], []),
        ("<ul><li>One<ul hidden><li>a<li>b</ul><li>two</ul>", ["One", "a", "b", "two"], ["a", "b"]),
        (
            "<table><tr><th>n<th hidden>x<th>m<tr><td>1<td hidden>2<td>3</table>",
            ["n | m", "x", "1 | 3", "2"],
            ["x", "2"],
        ),
        ("<table><tr><th>n<th>m<tr hidden><td>1<td>3</table>", ["n | m", "1 | 3"], ["1 | 3"]),
    ],
)
def test_what_is_hidden_between_words_stands_behind_them(html: str, found: list[str], unseen: list[str]) -> None:
    """An inline element, or a cell of a row, that is hidden is a block behind the one in which it stands."""
    assert texts(html) == found
    assert hidden(html) == unseen
    for block in blocks(html):
        if block.text in unseen and "|" not in block.text:
            assert shown(html, block) == block.text


def test_what_is_hidden_between_words_is_of_its_own_kind() -> None:
    """Links count, lines of code stay lines, and what is part of a form is a control."""
    link = blocks("<p>One <a hidden href=x>Skip</a> two")[1].markup
    assert link is not None
    assert (link.links, link.link_chars) == (1, 4)
    assert kinds("<pre>a\n  <i hidden>b\n  c</i>d</pre>") == [("a\n  d", "code"), ("b\n  c", "code")]
    assert kinds("<select><option>a<option hidden>b</select>") == [("a", "control"), ("b", "control")]


def test_facts_of_what_is_hidden_stay_there() -> None:
    """Moments, authors and pictures in hidden elements are of no shown block, and shown ones of no hidden one."""
    html = (
        "<div hidden><time datetime=2001-01-01></time><a rel=author><img></a>off</div><p>One</p><div><time datetime=2021-05-03>"
        "</time><a rel=author><img></a></div><div hidden>menu</div><p>Two <i hidden><time datetime=2001>x</time></i></p>"
    )
    markups = [block.markup for block in blocks(html) if block.markup]
    assert [(block.text, markup.shown) for block, markup in zip(blocks(html), markups, strict=True)] == [
        ("off", False),
        ("One", True),
        ("menu", False),
        ("Two", True),
        ("x", False),
    ]
    facts = [(markup.times, markup.images, markup.rel_author) for markup in markups]
    nothing: tuple[tuple[str, ...], int, bool] = ((), 0, False)
    assert facts == [nothing, nothing, nothing, (("2021-05-03",), 1, True), nothing]


TAGS = st.sampled_from("p div span b a td tr table li ul pre br button select option h2 dialog section ruby rp x-y".split())
HIDING = st.sampled_from(["", "", " hidden", " style='display:none'", " class=x"])
PIECES = st.one_of(st.just("word"), st.builds("<{}{}>".format, TAGS, HIDING), st.builds("</{}>".format, TAGS))


@given(pieces=st.lists(PIECES, max_size=40), most=st.sampled_from([1, 2, 3, 250_000]))
def test_every_word_is_in_one_block(pieces: list[str], most: int) -> None:
    """Be it shown or hidden, in whatever elements, and however few blocks there may be."""
    html = "".join(f"w{number} " if piece == "word" else piece for number, piece in enumerate(pieces))
    page = segment_html(guard_html(html, Limits()).html, html, most_blocks=most)
    found = [word for block in page.blocks for word in block.text.replace("|", " ").split()]
    assert sorted(found) == sorted(f"w{number}" for number, piece in enumerate(pieces) if piece == "word")
    assert len(page.blocks) <= most + 1


def test_hidden_blocks_count_for_the_most_there_may_be() -> None:
    """What follows so many blocks is one more, be it shown or not; no text is lost."""
    html = "<p>a<b hidden>h</b></p>" * 10
    page = segment_html(html, html, most_blocks=5)
    assert [block.text for block in page.blocks[:5]] == ["a", "h", "a", "h", "a"]
    assert len(page.blocks) == 6
    assert "".join(page.blocks[5].text.split()) == "h" + "ah" * 7
    assert page.blocks[5].span is None
    for most in range(1, 6):
        html = "<p>x<i hidden>a<br><br>b<br><br>c<br><br>d</i> y</p><p>z</p>"
        texts_now = [block.text for block in segment_html(html, html, most_blocks=most).blocks]
        assert len(texts_now) <= most + 1
        assert sorted("".join(texts_now).replace(" ", "").replace("\n", "")) == list("abcdxyz")
    html = "<p>a</p><p><i hidden>h</i></p><p>x</p><p>h</p><p>z</p>"
    rest = segment_html(html, html, most_blocks=1).blocks[1]
    assert (rest.text.split(), rest.span) == (["h", "x", "h", "z"], None)


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden=until-found",
        "style='display:block'",
        "style='display:none; display: flex'",
        "style='-webkit-backface-visibility:hidden'",
        "style='background:url(?display:none)'",
        "class=hidden-xs",
        "aria-hidden=true",
        "style",
    ],
)
def test_what_only_sounds_hidden_is_read(attributes: str) -> None:
    """Text that a reader sees or can find on the page stays."""
    assert texts(f"<div {attributes}>shown</div>") == ["shown"]


def test_a_dialogue_is_read_when_it_is_open() -> None:
    """A dialogue that waits for a click is not seen, an open one is; folded details are on the page."""
    html = "<dialog class=c>shut</dialog><dialog open>open</dialog><details><summary>More</summary>Detail</details>"
    assert texts(html) == ["shut", "open", "More", "Detail"]
    assert hidden(html) == ["shut"]


def test_a_dialogue_without_attributes_is_shut() -> None:
    """A bare dialog element is as closed as one with a class."""
    assert hidden("<dialog>shut</dialog><p>page</p>") == ["shut"]


def test_noscript_is_read_when_it_holds_the_page() -> None:
    """A page that shows its text only without scripts is read so, with spans and kinds."""
    html = f"<body><p>Please wait.</p><noscript><h2>Locks</h2><p>{ARTICLE}</p></noscript></body>"
    assert texts(html) == ["Please wait.", "Locks", ARTICLE.strip()]
    assert all(shown(html, block) == block.text for block in blocks(html))


def test_noscript_is_not_read_beside_the_page() -> None:
    """A request to enable scripts, or a second copy of a page that is shown, is not read."""
    assert texts(f"<p>{SENTENCE}</p><noscript>Please enable JavaScript.</noscript>") == [SENTENCE.strip()]
    assert texts(f"<p>{ARTICLE}</p><noscript><p>{ARTICLE[:-90]}</p></noscript>") == [ARTICLE.strip()]


def test_a_page_that_hides_itself_until_a_script_runs_is_read() -> None:
    """Where the hidden text outweighs the shown one, the hidden is the page: no block is called hidden."""
    html = f"<body><p>Loading</p><main style='visibility:hidden'><p>{ARTICLE}<b hidden>more</b></p></main></body>"
    assert texts(html) == ["Loading", f"{ARTICLE}more"]
    assert hidden(html) == []


def test_hidden_text_that_is_less_than_the_shown_stays_hidden() -> None:
    """A long hidden menu does not unhide on a page that shows more."""
    assert hidden(f"<p>{ARTICLE}</p><div hidden>{ARTICLE[:-90]}</div>") == [ARTICLE[:-90].strip()]
    assert hidden(f"<p>Short.</p><div hidden>{SENTENCE}</div>") == [SENTENCE.strip()]


def test_hidden_scripts_do_not_weigh() -> None:
    """Data in a hidden script is no hidden text."""
    html = f"<p>Shown.</p><div hidden><script>{ARTICLE}</script><p>gone</p></div>"
    assert texts(html) == ["Shown.", "gone"]
    assert hidden(html) == ["gone"]


def test_brackets_set_readings_apart() -> None:
    """What a browser sets above the line stands in it, in the brackets that the page gives for that."""
    markup = "<p><ruby>尹錫悦<rp>（</rp><rt>ユンソンニョル</rt><rp>）</rp></ruby>大統領</p>"
    assert texts(markup) == ["尹錫悦（ユンソンニョル）大統領"]


def test_custom_elements_set_apart() -> None:
    """Elements with a hyphen are containers."""
    assert kinds("<my-card>One<my-text>Two</my-text>Three</my-card>") == [
        ("One", "run"),
        ("Two", "run"),
        ("Three", "run"),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<button>Send</button>", "Send"),
        ("<div><button>Send</button> <label>Name</label></div>", "Send Name"),
        ("<select><option>Vịnh</option><option>Sông</option></select>", "Vịnh Sông"),
        ("<textarea>Write <p> here</textarea>", "Write <p> here"),
        ("<fieldset><legend>Choice</legend></fieldset>", "Choice"),
    ],
)
def test_parts_of_forms_are_controls(html: str, text: str) -> None:
    """Buttons, labels, selects and the like are kind control."""
    assert kinds(html) == [(text, "control")]


def test_a_button_in_a_sentence_does_not_make_it_a_control() -> None:
    """A paragraph with a small button in it is a paragraph."""
    assert only("<p>Press <button>Copy</button> to take the long address along.</p>").kind is Kind.PARAGRAPH


def test_image_alternatives_are_statements() -> None:
    """Alternatives of visible images are kept apart from the text, in order; empty and hidden ones are not."""
    html = "<p>Text <img alt=' Boat '><img alt=''><img></p><div hidden><img alt=secret></div><img alt='Mưa'>"
    page = segment(html)
    assert page.statements.alts == ("Boat", "Mưa")
    assert [block.text for block in page.blocks] == ["Text"]  # pictures alone are no text, hidden or not


# Facts of the markup


def test_links_and_bold_are_counted() -> None:
    """A block knows its links, the characters in them, and those in bold or italics."""
    block = only("<p>See <a href=1>one</a>, <a href=2>three</a> and <b>bold</b> <em>it</em>.</p>")
    assert block.markup is not None
    assert (block.markup.links, block.markup.link_chars, block.markup.bold_chars) == (2, 8, 6)


def test_links_of_one_block_do_not_count_for_the_next() -> None:
    """Counts begin anew with each block."""
    first, second = blocks("<p><a href=1>one</a></p><p>two</p>")
    assert first.markup is not None
    assert second.markup is not None
    assert (first.markup.links, second.markup.links, second.markup.link_chars) == (1, 0, 0)


def test_a_whole_card_in_a_link_is_link_text() -> None:
    """A link around blocks makes their text link text."""
    counts = [block.markup.link_chars for block in blocks("<a href=1><h3>Title</h3><p>Sum</p></a>") if block.markup]
    assert counts == [5, 3]


def test_all_characters_of_a_link_count() -> None:
    """A block that is nothing but a link has as many link characters as it has characters."""
    block = only("<p><a href=x>foo <b>bar</b></a></p>")
    assert block.markup is not None
    assert block.markup.link_chars == len(block.text)


def test_white_space_does_not_change_the_links_of_a_card() -> None:
    """A card in a link has the same facts however its source is indented."""
    tight, loose = "<a href=1><h3>T</h3><p>S</p></a>", "<a href=1>\n<h3>T</h3>\n<p>S</p>\n</a>"
    assert [block.markup.links for block in blocks(tight) if block.markup] == [
        block.markup.links for block in blocks(loose) if block.markup
    ]


def test_an_empty_link_elsewhere_does_not_count() -> None:
    """An anchor in a paragraph of its own does not begin inside the next one."""
    block = only("<p><a name=top></a></p><p>other text</p>")
    assert block.markup is not None
    assert block.markup.links == 0


def test_times_and_authors_are_noted() -> None:
    """Machine-readable times and rel=author links stand with the block they are in."""
    block = only("<p>By <a rel=author href=/ann>Ann</a>, <time datetime=2021-03-04>4 March</time></p>")
    assert block.markup is not None
    assert (block.markup.times, block.markup.rel_author) == (("2021-03-04",), True)
    plain = only("<p>By <a href=/ann>Ann</a></p>").markup
    assert plain is not None
    assert (plain.times, plain.rel_author) == ((), False)


@pytest.mark.parametrize("rel", ["author nofollow", "noopener author", "Author"])
def test_author_may_be_one_of_several_relations(rel: str) -> None:
    """rel holds words in any case and order."""
    block = only(f'<p>By <a rel="{rel}" href=/ann>Ann</a></p>')
    assert block.markup is not None
    assert block.markup.rel_author


@pytest.mark.parametrize("html", ["<figcaption><h3>Cap</h3></figcaption>", "<h3><button>Open</button></h3>"])
def test_only_headings_have_a_level(html: str) -> None:
    """level is 1-6 for a heading, else 0."""
    block = only(html)
    assert block.markup is not None
    assert (block.markup.level > 0) is (block.kind is Kind.HEADING)


def test_elements_name_their_words_and_parents() -> None:
    """An element knows its parent and the words of its names."""
    page = segment("<div class='article-body_main postContent' id='ID7' role='Region'><p itemprop=articleBody>x</p></div>")
    block = page.blocks[0]
    assert block.markup is not None
    paragraph = page.elements[block.markup.element]
    parent = page.elements[paragraph.parent]
    assert (paragraph.tag, paragraph.tokens) == ("p", {"article", "body"})
    assert (parent.tag, parent.tokens) == ("div", {"article", "body", "main", "post", "content", "id", "7", "region"})
    assert page.elements[0].parent == -1
    assert all(element.parent < index for index, element in enumerate(page.elements))


@pytest.mark.parametrize(
    ("element", "names"),
    [
        ("div class=c1x9", "c1x9"),
        ("div data-testid=author-box", "author-box"),
        ("div class=c1x9 id=r7 data-testid=reviews", "c1x9 r7 reviews"),
        ("product-reviews", "product-reviews"),
        ("product-reviews class=wide", "product-reviews wide"),
        ("div data-track=reviews", ""),
    ],
)
def test_elements_are_named_for_whoever_keeps_the_site(element: str, names: str) -> None:
    """Classes made by machines say nothing; tags of a site's own and names for tests do."""
    page = segment(f"<{element}>x</{element.split(maxsplit=1)[0]}>")
    block = page.blocks[0]
    assert block.markup is not None
    assert page.elements[block.markup.element].names == names


# Paths


WELL_FORMED = "<html><head><title>t</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Head</h1><p>one</p><p>two</p>",
        "<div><p>one</p><div><p>two</p></div></div><div><p>three</p></div>",
        "<ul><li>one<ol><li>two</li></ol></li><li><p>three</p></li></ul>",
        "<table><tbody><tr><td>Ida</td><td>3</td></tr><tr><td>Eva</td><td>4</td></tr></tbody></table>",
        "<my-card><p>one</p></my-card><my-card><p>two</p></my-card>",
        "<script>var a</script><p>one</p><style>b</style><p>two <b>bold</b></p>",
    ],
)
def test_a_path_finds_the_element_of_its_block(body: str) -> None:
    """The path is an XPath that selects one element, which holds the block's text."""
    html = WELL_FORMED.format(body)
    tree = lxml.html.document_fromstring(html)
    for block in blocks(html):
        (element,) = tree.xpath(block.path)
        assert block.text.split(" | ")[0] in words(element.text_content())


@pytest.mark.parametrize(
    "body",
    [
        "<div hidden>off</div><div>shown</div>",
        "<a href='x'><div>in a link</div></a>",
        "<div>one</div><span><div>two</div></span><div>three</div>",
    ],
)
def test_a_path_counts_as_xpath_counts(body: str) -> None:
    """Hidden siblings and inline parents are part of the way to an element."""
    html = WELL_FORMED.format(body)
    tree = lxml.html.document_fromstring(html)
    for block in blocks(html):
        (element,) = tree.xpath(block.path)
        assert words(element.text_content()) == block.text


# Spans


@pytest.mark.parametrize(
    "html",
    [
        "<p>Plain words.</p><p>Again.</p><p>Again.</p>",
        "<div>loose <b>bold</b> tail<p>inner</p>rest</div>",
        "<p>Fish &amp; chips &mdash; &quot;hot&quot;</p>",
        "<p>Caf&eacute; &uuml;ber alles</p><p>Straße</p>",
        "<p>One&nbsp;two three&nbsp;four</p>",
        "<script>var t = 'Harbour opens again';</script><p>Harbour opens again</p>",
        "<!-- Harbour opens again --><p>Harbour opens again</p>",
        "<style>p::after { content: 'Harbour' }</style><p>Harbour</p>",
        "<img alt='Harbour opens'><a title='Harbour opens'>Harbour opens</a>",
        "<template><p>Harbour</p></template><p>Harbour</p>",
        "<p>Một hai ba</p><p>один два три</p><p>一二三</p><p>واحد اثنان</p>",
        "<p>😀 one</p><p>😀 two</p>",
        "<p>split\nover\tlines</p>",
        "<ul><li>a<li>b<li>c</ul>",
        "<P CLASS=x>UPPER</P>\r\n<DIV\r\nid=y>crlf\r\nline</DIV>",
        "<p>before the comment<!-- x > y --> after</p>",
        "<p>Long text with &amp; an entity</p><p>Long text with &amp; an entity</p>",
        "<p>A &lt;b&gt; tag &#38; a reference</p>",
    ],
)
def test_a_span_holds_its_block_from_end_to_end(html: str) -> None:
    """source[span] begins and ends with the block's text, markup and entities between; spans are in order."""
    end = 0
    for block in blocks(html):
        assert shown(html, block) == words(block.text)
        assert block.span is not None
        assert block.span[0] >= end
        end = block.span[1]


@pytest.mark.parametrize(
    ("html", "block", "begin"),
    [
        ("<script>'Gates open'</script><p>Gates open</p>", 0, "<p>"),
        ("<!--Gates open--><p>Gates open</p>", 0, "<p>"),
        ("<a title='Gates open'>Gates open</a>", 0, "'>"),
        ("<p>Gates open</p><div>Gates open</div>", 1, "<div>"),
        ("<noscript>Gates open</noscript><p>Gates open</p>", 0, "<p>"),
        ("<svg><text>Gates open</text></svg><p>Gates open</p>", 0, "<p>"),
    ],
)
def test_a_span_is_not_that_of_a_copy(html: str, block: int, begin: str) -> None:
    """A copy of the text in data, in an attribute or earlier on the page is not taken for it."""
    assert blocks(html)[block].span == (start := html.index(begin + "Gates") + len(begin), start + len("Gates open"))


@pytest.mark.parametrize(
    ("html", "begin"),
    [
        ("<title>Gates open</title><h1>Gates open</h1>", "<h1>"),
        ("<head><title>Gates open | The Lock</title></head><h1>Gates open</h1>", "<h1>"),
        ("<p hidden>Gates open</p><p>Gates open</p>", "<p>"),
        ("<video>Gates open</video><p>Gates open</p>", "<p>"),
        pytest.param(
            "<a title='Locks > Gates open'>Gates open</a>",
            "'>",
            marks=pytest.mark.xfail(
                strict=True, reason="a > in an attribute hides the text behind it: no offset, never a wrong one"
            ),
        ),
    ],
)
def test_a_span_is_not_that_of_an_unseen_copy(html: str, begin: str) -> None:
    """A headline that repeats the title, and a text that was hidden before, stand where a reader sees them."""
    seen = next(block for block in blocks(html) if block.markup is not None and block.markup.shown)
    assert seen.span == (start := html.index(begin + "Gates") + len(begin), start + len("Gates open"))


@pytest.mark.parametrize(
    "html",
    [
        "<p><b>Note:</b> the U.S. ship <a href=x>sailed</a>.</p>",
        "<p>un<b>believ</b>able <i>a</i>,<i>b</i></p>",
        "<p><b>Locks</b>, gates, and <i>weirs</i>, too, <b>an</b> <i>a</i></p>",
    ],
)
def test_a_short_end_is_not_found_too_early(html: str) -> None:
    """A block that ends in a short text node is spanned to its end."""
    block = only(html)
    assert shown(html, block) == block.text


@pytest.mark.parametrize(
    "html", ["<p>Caf&eacute; &uuml;ber alles</p><p>Café über alles</p>", "<p>Salt &amp; smoke</p><p>Salt & smoke</p>"]
)
def test_a_text_with_entities_is_not_taken_for_its_plain_copy(html: str) -> None:
    """The same text, once with entities and once without, is located twice, in order."""
    assert [shown(html, block) for block in blocks(html)] == texts(html)


@pytest.mark.parametrize(
    "html", ["<p>Vi&#7879;t Nam &#273;&#7865;p</p>", "<p>&#1052;&#1086;&#1089;&#1090;</p>", "<p>&#x1F600; smile</p>"]
)
def test_letters_written_as_numbers_have_a_span(html: str) -> None:
    """Only text that the parser moved has no span: pages that write their letters as references have one."""
    block = only(html)
    assert shown(html, block) == block.text


def test_a_bracket_in_the_text_does_not_cut_the_span() -> None:
    """A > in text that also holds entities is part of it."""
    html = "<p>5 &lt; 7 &amp;&amp; x > conclusion holds</p>"
    assert shown(html, only(html)) == only(html).text


@pytest.mark.xfail(
    strict=True,
    reason="an opening of a script, a comment or an image inside an attribute blanks the rest of the source",
)
@pytest.mark.parametrize("value", ["the <script> tag", "an arrow <!-- here", "<svg width=1>"])
def test_markup_in_an_attribute_hides_nothing(value: str) -> None:
    """What looks like markup in an attribute's value is not: the text behind it has its span."""
    html = f'<p title="{value}">First text here.</p><p>Second text here.</p>'
    assert [shown(html, block) for block in blocks(html)] == texts(html)


def test_the_span_of_code_holds_its_indentation() -> None:
    """A span reaches from the first to the last character of the block's text, also where the first is a space."""
    html = "<pre>    indented\n  less</pre>"
    block = only(html)
    assert block.span is not None
    assert html[slice(*block.span)] == block.text


# Hostile input


def test_an_unclosed_comment_ends_the_page() -> None:
    """What stands before a comment that never ends is read; nothing raises."""
    assert texts("<p>First.</p><!-- no end <p>Second.</p>") == ["First."]


def test_an_unclosed_script_ends_the_page() -> None:
    """What stands before a script that never ends is read, the script is not."""
    assert texts("<p>First.</p><script>var a = '<p>Second.</p>';") == ["First."]


@pytest.mark.parametrize(
    "html",
    [
        "<",
        "</",
        "<p",
        "<p title='",
        "&",
        "&#xFFFFFFFF;",
        "<b><p>a</b>b</p>",
        "</p></p></div>",
        "<table><table><tr><table>",
        "<a><a><a>x",
        "<p>\x00nul\x00</p>",
        "<![CDATA[x]]>",
        "<?php echo 1 ?><p>x",
        "<select><table><option>x",
        "<frameset><frame><noframes>x",
        "<svg><p>x</svg>y",
        "<math><mi>x</mi></math>",
        "<plaintext>x</plaintext>",
        "<template><template><p>x",
        "<p " + "'" * 999 + ">x",
        "<\u0301p>x",
        "\ufeff<p>x",
        "<x-y z='\ud83d'>x",
    ],
)
def test_broken_html_never_raises(html: str) -> None:
    """Whatever the source, there is a page, and its spans lie inside it."""
    for block in blocks(html):
        assert block.text
        assert block.span is None or 0 <= block.span[0] < block.span[1] <= len(html)


def test_crossed_tags_lose_no_text() -> None:
    """Inline and block tags that cross keep every word once, in order."""
    assert words(" ".join(texts("<b>one<p>two</b>three</p><i><div>four</i>five</div>"))) == "one twothree fourfive"


def test_ten_thousand_nested_elements_finish_with_their_text() -> None:
    """Deep nesting is no recursion: the text at the bottom is there."""
    assert words(" ".join(texts("<div>" * 10_000 + "bottom" + "</div>" * 10_000 + "<p>tail"))).split() == [
        "bottom",
        "tail",
    ]


def test_ten_thousand_inline_tags_finish() -> None:
    """A paragraph of ten thousand links is one block."""
    block = only("<p>" + "<a href=x>w</a> " * 10_000 + "</p>")
    assert block.markup is not None
    assert (block.markup.links, len(block.text)) == (10_000, 19_999)


def test_ten_thousand_copies_of_a_text_have_their_own_spans() -> None:
    """Each of many equal paragraphs is found where it stands."""
    html = "<p title='Same text.'>Same text.</p>" * 10_000
    starts = [block.span[0] for block in blocks(html) if block.span]
    assert starts == [match.start() + 1 for match in re.finditer(">Same", html)]


def test_thousands_of_unclosed_comments_finish() -> None:
    """Openings that never close are passed over once."""
    assert texts("<p>a</p>" + "<!--" * 20_000) == ["a"]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("href=/x", 0),
        ("href='https://example.org/#part'", 0),
        ("href='#part'", 1),
        ("href=' #'", 1),
        ("href=''", 1),
        ("href='javascript:void(0)'", 1),
        ("name=part", 1),
    ],
)
def test_links_that_lead_nowhere_else(link: str, expected: int) -> None:
    """To a place on the page or to a script; each block counts its own."""
    html = f"<p>A <a {link}>word</a> and more</p><p>Nothing here.</p>"
    found = [block.markup.inner_links for block in segment_html(html, html).blocks if block.markup is not None]
    assert found == [expected, 0]
