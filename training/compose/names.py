"""Names that nobody bears in particular."""

from __future__ import annotations

from random import Random

_FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
_GIVEN = (
    "An Anh Bình Chi Dũng Giang Hà Hải Hiền Hùng Khánh Lan Linh Mai Minh Nam Nga Phong Quân Sơn Tâm Thảo Trang Tuấn Vân".split()
)
AGENCIES = "TTXVN|LĐPT|Dân trí|PLO|NLĐO|VOV|Reuters|AFP|dpa|AP|EFE|ANSA".split("|")


def vietnamese_name(rng: Random) -> str:
    """A person's name, without family name in two of five."""
    return " ".join([*([rng.choice(_FAMILY)] if rng.random() < 0.6 else []), *rng.sample(_GIVEN, 2)])
