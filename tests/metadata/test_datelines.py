"""Datelines: who signs inside a paragraph."""

from __future__ import annotations

import pytest

from cleancorpus.language.lexicon import default_lexicon
from cleancorpus.metadata.datelines import find_agencies, find_closing, find_opening, split_closed_names
from cleancorpus.pipeline import Cleaner

LEXICON = default_lexicon()
ZH = "停业两年的老街书店昨天重新开门，附近居民排起了长队。"
KO = "문을 닫았던 옛 역사에 작은 도서관이 생겼다. 주민들은 아침부터 줄을 섰다."
JA = "町の駅舎を改装した図書館が１日、開館した。地元の住民らが列を作り、オープンを祝った。"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"本报讯（记者 陈若溪）{ZH}", ["陈若溪"]),
        (f"本报讯（记者陈若溪 通讯员李华）{ZH}", ["陈若溪", "李华"]),
        (f"本报讯（全媒体记者 陈若溪 见习记者 李华）{ZH}", ["陈若溪", "李华"]),
        (f"新华社北京5月3日电（记者陈若溪、李华）{ZH}", ["陈若溪", "李华"]),
        (f"本报记者 陈若溪 报道 {ZH}", ["陈若溪"]),
        (f"【本报讯】记者陈若溪报道：{ZH}", ["陈若溪"]),
        (f"〔記者陳若溪／台北報導〕{ZH}", ["陳若溪"]),
        (f"（中央社記者陳若溪台北3日電）{ZH}", ["陳若溪"]),
        (f"(서울=연합뉴스) 김하은 기자 = {KO}", ["김하은"]),
        (f"[한강일보 김하은 기자] {KO}", ["김하은"]),
        (f"【한강=김하은·박서린 기자】 {KO}", ["김하은", "박서린"]),
    ],
)
def test_a_paragraph_opens_with_who_wrote_it(text: str, names: list[str]) -> None:
    """A reporter in brackets, behind them, or before "reports"."""
    assert split_closed_names(find_opening(text, LEXICON), LEXICON) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        ZH,
        KO,
        JA,
        f"《老街》（作者：陈若溪）{ZH}",
        "（记者注：以下为访谈内容）" + ZH,
        "记者陈若溪从书店获悉，" + ZH,
        "老师（陈若溪）说：" + ZH,
        "(사진기자 협회)가 상을 주었다. " + KO,
        "김하은 기자는 말했다. " + KO,
        "London (Reuters) - The harbour froze.",
        "（记者" * 30_000,
    ],
)
def test_a_paragraph_that_opens_otherwise(text: str) -> None:
    """Whom it speaks of did not write it, nor did who wrote a book."""
    assert find_opening(text, LEXICON) == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{ZH}（记者 陈若溪）", ["陈若溪"]),
        (f"{ZH}（作者：陈若溪 摄影：李华）", ["陈若溪"]),
        (f"{KO} 김하은 기자", ["김하은"]),
        (f"{JA}（文・佐藤美咲）", ["佐藤美咲"]),
        (f"{JA}（取材・文／佐藤美咲　写真／高田健）", ["佐藤美咲"]),
    ],
)
def test_a_paragraph_ends_with_who_wrote_it(text: str, names: list[str]) -> None:
    """Without who took the pictures."""
    assert split_closed_names(find_closing(text, LEXICON), LEXICON) == names


def test_a_japanese_name_in_brackets_signs_alone() -> None:
    """Behind the last sentence."""
    assert find_closing(f"{JA}（佐藤美咲）", LEXICON) == "佐藤美咲"
    assert find_closing(f"{JA}【佐藤美咲】", LEXICON) == "佐藤美咲"


@pytest.mark.parametrize(
    "text",
    [
        "",
        JA,
        f"{JA}（つづく）",
        f"{JA}（東京都）",
        f"{ZH}（责任编辑：李华）",
        f"{ZH}（记者陈若溪摄）",
        f"{ZH}（作者系某大学教授）",
        f"{KO} 그는 기자",
    ],
)
def test_a_paragraph_that_ends_otherwise(text: str) -> None:
    """Editors, photographers, places, and what was said of somebody."""
    assert find_closing(text, LEXICON) == ""


def test_the_author_of_a_text_whose_first_paragraph_signs_it() -> None:
    """Under the title; a later paragraph that names a reporter signs nothing."""
    later = "书店保留了原来的木楼梯和书架，又增加了一间小小的咖啡室。"
    text = "\n\n".join(
        ("老街书店重新开门迎客", f"本报讯（记者 陈若溪）{ZH}", later, f"本报讯（记者 李华）{later}", later + "欢迎参加。")
    )
    document = next(Cleaner().clean_many([text], kind="text"))
    assert document.metadata.authors == ("陈若溪",)
    assert document.text.count("记者") == 2


@pytest.mark.parametrize(
    ("text", "at_end", "agencies"),
    [
        ("Sutton (dpa/lno) - Die Fähre legte um sieben ab.", False, ["dpa"]),
        ("MANILA, May 3 (AFP) — The ferry left at seven.", False, ["AFP"]),
        ("Madrid, 9 jun (EFE).- El puerto quedó vacío.", False, ["EFE"]),
        ("(ANSA) - ROMA, 03 MAG - Il porto era vuoto.", False, ["ANSA"]),
        ("Przetarg ma zostać ogłoszony w marcu. (PAP)", True, ["PAP"]),
        ("УСТЬ-КАЛИНСК, 17 мая. /ТАСС/. Паром ушел в семь.", False, ["ТАСС"]),
        ("SUTTON, May 3 /PRNewswire/ -- The ferry left at seven.", False, ["PRNewswire"]),
        ("(서울=연합뉴스) 김하은 기자 = 배는 일곱 시에 떠났다.", False, ["연합뉴스"]),
        ("（中央社記者簡若薇嘉義23日電）渡輪七時離開。", False, ["中央社"]),
        ("The score was 3 /4/ 5 at noon.", False, []),
        ("(서울=김하은) 배는 일곱 시에 떠났다.", False, []),
        ("Sutton (Ohio) - The ferry left at seven.", False, []),
        ("The ferry (AFP) left at seven.", False, []),
        ("He works for an agency (PAP)", True, []),
        ("It was empty. (Photo: AFP)", True, []),
    ],
)
def test_an_agency_signs_in_the_dateline_or_behind_the_last_sentence(text: str, at_end: bool, agencies: list[str]) -> None:
    """In brackets, before a dash where a text begins; one that a sentence names signs nothing."""
    assert find_agencies(text, LEXICON, at_end=at_end) == agencies


def test_a_reporter_in_the_dateline_signs_for_its_agency() -> None:
    """Both are read from it."""
    opening = "(해솔=연합뉴스) 김하은 기자 = 해솔시는 다음 달 1일부터 심야버스 노선을 8개로 늘린다고 18일 밝혔다."
    text = f"해솔시, 심야버스 노선 두 배로\n\n{opening}\n\n요금은 현행대로 유지한다고 시 관계자는 말했다."
    document = next(Cleaner().clean_many([text], kind="text"))
    assert (document.authors, document.metadata.organisations) == (("김하은",), ("연합뉴스",))


def test_an_agency_of_the_dateline_is_an_organisation_where_nobody_else_signs() -> None:
    """Whoever signs else is believed alone."""
    paragraph = "Sutton (dpa) - The ferry left at seven, and by noon the harbour was empty again, as it was in those winters."
    page = "<h1>Harbour empties</h1>{}<p>{}</p><p>{}</p>"
    alone, signed = (
        Cleaner().clean(page.format(byline, paragraph, paragraph[15:]), kind="html")
        for byline in ("", "<p class=byline>By Anna Kessler</p>")
    )
    assert (alone.authors, alone.metadata.organisations) == ((), ("dpa",))
    assert alone.metadata.evidence["organisations"].source == "dateline"
    assert (signed.authors, signed.metadata.organisations) == (("Anna Kessler",), ())
    itself = '<meta property="og:site_name" content="Harbour Press"><meta name="author" content="Harbour Press">'
    assert Cleaner().clean(itself + page.format("", paragraph, ""), kind="html").metadata.organisations == ("Harbour Press",)
