"""The year of a document, of its parts, and of the form it is written on."""
