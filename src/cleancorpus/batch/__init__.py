"""Many records: rendered where they are cleaned, by one process or by several that are watched."""
