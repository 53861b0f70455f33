"""Regions named in a text: lists, ranges, exclusions, communes and provinces, by the division of the date."""
