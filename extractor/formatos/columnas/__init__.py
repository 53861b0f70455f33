"""Headers of tables: which cells are labels, and which role each column has, by its words and by what its cells hold."""
