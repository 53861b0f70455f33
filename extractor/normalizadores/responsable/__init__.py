"""Units, roles and persons of a cell, parted and paired, and how sure each is."""
