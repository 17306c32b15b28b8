"""Texts that others wrote out with the role of every line, and what a model makes of them."""
