"""What depends on the language: which one it is, and its words for the furniture of a page."""
