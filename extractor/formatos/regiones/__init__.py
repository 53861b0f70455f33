"""Which region a table or a section is of, where titles, sentences, bands, columns or the name of the file tell it."""
