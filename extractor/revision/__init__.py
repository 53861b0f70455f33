"""``extractor revisar``: a local page to review findings, names and pairings beside the source.

FastAPI and all it brings are loaded only when the page is served (``extractor.revision.servidor``).
"""
