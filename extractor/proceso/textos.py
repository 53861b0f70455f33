"""Section texts as the contract gives them: white space folded. The rules before need to know where a paragraph ends."""

from __future__ import annotations

from typing import Any

from extractor.comun.texto import blancos
from extractor.modelo.informe import Informe


def con_blancos_plegados(informe: Informe) -> Informe:
    """The report with the texts of its sections and of their fields in one line each (CONTRACT.md, section 2)."""
    secciones = tuple(s.model_copy(update={"texto": _plegado(s.texto), "campos": _plegado(s.campos)}) for s in informe.secciones)
    return informe.model_copy(update={"secciones": secciones})


def _plegado(valor: Any) -> Any:
    """A field's value: text, a list of texts, or of records with texts."""
    if isinstance(valor, str):
        return blancos(valor)
    if isinstance(valor, list):
        return [_plegado(v) for v in valor]
    if isinstance(valor, dict):
        return {k: _plegado(v) for k, v in valor.items()}
    return valor
