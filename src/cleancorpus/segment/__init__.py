"""A source cut into blocks: HTML by its tree, text by its lines. Nothing here decides what a block is for."""
