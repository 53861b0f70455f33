"""External programs: one module each, with a frozen probe apart from the call (``sonda``)."""
