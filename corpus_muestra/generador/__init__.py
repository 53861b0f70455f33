"""Renders the source descriptions of ``fuentes/`` into the file formats in which services sent their reports.

It is independent of the program on purpose: nothing here imports ``extractor``.
"""
