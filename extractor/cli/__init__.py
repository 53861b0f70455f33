"""The command line. One file per group of commands; no logic here, only parsing, calling and printing."""

from extractor.cli.principal import main

__all__ = ["main"]
