"""Who decides what is kept: our own labels, or another extractor as a second opinion over the same blocks."""
