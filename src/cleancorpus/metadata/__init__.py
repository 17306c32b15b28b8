"""What is known about a page, one field per module. Nothing is read from a block that was left out as noise."""
