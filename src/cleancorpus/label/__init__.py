"""Blocks to roles. `labeller` is the seam: what a page and its labels are; `rules` holds the labeller that ships today."""
