"""Letters: near spellings, strokes read for others, abbreviations, and the words that open a unit."""
