"""Sources to records, one stream: nothing is decoded here."""
