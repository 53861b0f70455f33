"""One module per revision: r0001 and on, never edited once published."""
