"""Reads legacy performance reports of Chilean public services and recomputes their arithmetic."""

__version__ = "0.1.0"
