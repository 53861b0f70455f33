"""Public services named in a text, and their acronyms."""
