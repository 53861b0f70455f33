"""Proof of the reconciler by injected errors: reports written here, one named error in each, read back by the whole program.

What is expected comes from plain integer arithmetic over the figures as printed (``auditor``), never from the program's
own rules: nothing in this package imports ``extractor.reconciliador``, and only ``lectura`` calls the program at all.
"""
