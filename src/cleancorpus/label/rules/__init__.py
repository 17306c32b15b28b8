"""The first labeller: named rules over features, in an order that reads as a table. `chain` holds the table."""
