"""Bodies of tables whose rows are marked: split by a page, headed twice, of other matters, or not understood."""
