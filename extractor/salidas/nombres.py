"""How a name or a figure was understood, for ``extractor normalizar``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from extractor.salidas.consola import limpio


class ExplicacionNombre(Protocol):
    """What the normalisers give back; told by its shape because outputs and normalisers are siblings."""

    @property
    def valor(self) -> Any: ...
    @property
    def certeza(self) -> str | None: ...
    @property
    def candidatos(self) -> Sequence[tuple[Any, ...]]: ...
    @property
    def porque(self) -> Sequence[str]: ...
    @property
    def desconocido(self) -> bool: ...


def nombre_como_dato(explicacion: ExplicacionNombre) -> dict[str, Any]:
    """JSON-able, in a fixed key order."""
    return {
        "valor": explicacion.valor,
        "certeza": explicacion.certeza,
        "candidatos": [list(candidato) for candidato in explicacion.candidatos],
        "porque": list(explicacion.porque),
        "desconocido": explicacion.desconocido,
    }


def nombre_en_consola(explicacion: ExplicacionNombre) -> list[str]:
    valor = explicacion.valor
    escrito = valor if isinstance(valor, str) else json.dumps(valor, ensure_ascii=False)
    lineas = ["No se reconoce" if explicacion.desconocido else f"Valor: {limpio(escrito)}"]
    if explicacion.certeza is not None:
        lineas.append(f"Certeza: {explicacion.certeza}")
    for candidato in explicacion.candidatos:
        *nombres, puntaje = candidato
        lineas.append(f"Candidato: {' '.join(limpio(str(nombre)) for nombre in nombres)} ({puntaje})")
    lineas.extend(f"Porque: {limpio(frase)}" for frase in explicacion.porque)
    return lineas
