"""Performances and weights of a whole programme, printed below its table or in lines of their own."""
