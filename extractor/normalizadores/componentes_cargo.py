from __future__ import annotations
def marcar_cargos(doc):
    return doc
