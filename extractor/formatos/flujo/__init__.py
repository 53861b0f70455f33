"""Tables of text streams, where cells are marked and rows are not: only the column count and what cells say tell the rows."""
