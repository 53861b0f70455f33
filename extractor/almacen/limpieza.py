"""Texts that no database stores: NUL characters and halves of surrogate pairs, which damaged files hold."""

from __future__ import annotations

from typing import Any

from extractor.modelo.informe import Informe


def limpio(informe: Informe) -> tuple[Informe, str]:
    """The Informe and its JSON, without such characters; the same Informe when it has none."""
    try:
        crudo = informe.model_dump_json()
    except ValueError:  # half of a surrogate pair
        crudo = "\\u0000"
    if "\\u0000" not in crudo:
        return informe, crudo
    nuevo = Informe.model_validate(_sin_caracteres_imposibles(informe.model_dump()))
    return nuevo, nuevo.model_dump_json()


def _sin_caracteres_imposibles(valor: Any) -> Any:
    if isinstance(valor, str):
        return valor.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    if isinstance(valor, dict):
        return {_sin_caracteres_imposibles(c): _sin_caracteres_imposibles(v) for c, v in valor.items()}
    if isinstance(valor, (list, tuple)):
        return [_sin_caracteres_imposibles(v) for v in valor]
    return valor
