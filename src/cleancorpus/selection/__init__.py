"""Labelled blocks to clean text: what stays under a profile, and how it is joined."""
