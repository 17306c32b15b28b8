"""Documents out. A file exists whole or not at all."""
