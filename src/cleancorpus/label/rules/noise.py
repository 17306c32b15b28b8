"""noise: whether a text holds residue at all. One that does not is clean already, and the rules that judge by place stay
silent."""

from __future__ import annotations

from cleancorpus.label.rules.draft import Draft
from cleancorpus.role import Role

_RESIDUE = frozenset({Role.NAV, Role.PROMO, Role.LEGAL, Role.RELATED, Role.ALT, Role.COMMENT, Role.DATE, Role.BYLINE})


def noise(draft: Draft) -> None:
    """Note whether any certain rule has found residue. HTML always holds some."""
    draft.noisy = draft.is_html or any(label is not None and label.role in _RESIDUE for label in draft.labels)
