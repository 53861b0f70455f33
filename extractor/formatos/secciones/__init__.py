"""Titled sections of a document: where each begins and ends, and what stands in tables of its own."""
