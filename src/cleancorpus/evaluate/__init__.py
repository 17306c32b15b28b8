"""Evaluation: documents against gold, by role, page type and language, with intervals. Nothing else in the library imports it."""
