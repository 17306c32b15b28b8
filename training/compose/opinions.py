"""What readers write below an article, in their own words."""

from __future__ import annotations

OPINIONS = {
    "vi": (
        "Đọc mà thấy buồn cho bọn trẻ.",
        "Quá hay, ủng hộ hết mình!",
        "Tôi ở gần đó, chuyện này có thật",
        "cần làm rõ ai phải chịu trách nhiệm",
        "Lại hứa nữa rồi",
        "Mong gia đình sớm vượt qua",
        "Ai cũng nói được, làm mới khó.",
        "Bài viết chưa nói hết ý",
        "hihi dễ thương ghê",
        "Thế còn tiền thuế của dân thì sao?",
        "Phạt nặng vào cho chừa",
        "Cháu nhà mình cũng vậy, năm ngoái học xong về là ốm một tuần",
        "Không đồng tình với ý kiến này, nhìn số liệu thì thấy ngược lại.",
        "Chúc đội tuyển thi đấu tốt",
    ),
    "en": (
        "This is exactly what we said two years ago.",
        "Lovely piece, thank you",
        "Does anybody proofread these?",
        "I live round the corner and it's true.",
        "not sure about that, source?",
        "Here we go again...",
        "Can't wait to see it!",
        "Well said, Margaret.",
        "My grandfather told the same story, only with a goat.",
    ),
    "de": (
        "Das war doch abzusehen.",
        "Danke für den Bericht!",
        "Und wer zahlt das am Ende?",
        "Ich wohne da, es stimmt leider",
        "so ein Unsinn, man muss nur die Zahlen lesen",
        "Sehr schöner Text, gern mehr davon.",
        "Wieder typisch für die da oben",
        "Na dann gute Nacht",
    ),
    "fr": (
        "On l'avait bien dit !",
        "Merci pour cet article",
        "Et les retraités, on en parle ?",
        "j'habite à côté, rien n'a changé",
        "N'importe quoi...",
        "Bravo à toute l'équipe !",
    ),
    "es": (
        "Ya era hora.",
        "Muy buen artículo, gracias",
        "¿Y quién lo paga? Los de siempre",
        "yo vivo ahí y es verdad",
        "Qué vergüenza...",
        "Ánimo a las familias",
    ),
}
"""By language; of others the sentences of articles have to do."""
