"""Inputs for the laws: texts and pages from tidy to broken."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = (
    "Chợ phiên họp từ lúc trời còn chưa sáng, người bán rau đứng dọc con dốc đá.",
    "The ferry left at seven, and by noon the harbour was empty again.",
    "Der Fluss trat im März über die Ufer, doch die Brücke hielt.",
    "В конце зимы мост закрыли на ремонт, и рыбаки ходили через лёд.",
    "村の人びとは朝早くから橋を直し、昼には舟を出した。",
    "낡은 다리를 고치는 데에는 석 달이 걸렸고, 마을은 그동안 조용했다.",
    "عاد الصيادون إلى المرفأ قبل الغروب، وكانت الشباك خفيفة.",
    "किसानों ने सुबह होते ही नहर की सफ़ाई शुरू की, और शाम तक पानी आ गया।",
    # Without full stops a short line of Thai cannot be told from a headline, so this one is a paragraph's length.
    "ชาวบ้านช่วยกันซ่อมสะพานไม้ที่ชำรุดตั้งแต่เช้าจนเสร็จก่อนพระอาทิตย์ตกดิน แล้วจึงพากันไปกินข้าวเย็นที่ลานวัดริมคลอง เด็กๆ วิ่งเล่นอยู่ใต้ต้นโพธิ์จนมืด",
)
LINES = (
    "Home", "Read more", "Tin liên quan", "© 2020 Example Press", "By Anna Kessler", "10:25 | 03/12/2020", "Kommentare (3)",
    "Photo: Jan Novak", "Share", "- milk", "1. flour", "Subscribe to our newsletter", "Harbour reopens after the long winter",
    "x", "???", "Tags: sea, boats", "le pont est ouvert", "👉", "a\u200bb",
)  # fmt: skip

paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
lines = st.one_of(paragraphs, st.sampled_from(LINES), st.text(max_size=80))
gaps = st.sampled_from(["\n", "\n\n", "\r\n", "\n \n", "\u2028", "\n\n\n"])
texts = st.lists(st.tuples(lines, gaps), max_size=14).map(lambda parts: "".join(line + gap for line, gap in parts))
anything = st.one_of(st.text(max_size=300), texts)

_tags = st.sampled_from(
    "p div span a ul li h1 h2 table tr td nav article section br b pre figcaption button script em my-card".split()
)


@st.composite
def html_pages(draw: st.DrawFn) -> str:
    """Pages with tags that may be closed, crossed or left open, and text between them."""
    pieces = ["<html><head><title>", draw(st.sampled_from(LINES)), "</title></head><body>"]
    for _ in range(draw(st.integers(0, 14))):
        tag = draw(_tags)
        pieces.append(f"<{tag}>" if draw(st.booleans()) else f"</{tag}>")
        pieces.append(draw(lines))
    return "".join(pieces)
