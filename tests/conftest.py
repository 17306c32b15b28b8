"""How every law is checked: the same examples in every run, however slow the machine is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("laws", max_examples=150, deadline=None, derandomize=True)
settings.load_profile("laws")
