"""The command. It parses, calls the library's public functions, and formats; the library never imports it."""
