"""The measures of ``evaluar`` for a person: always with n, and the wrong answers by where their case came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.salidas.consola import limpio

_LARGO = 100
"""Characters of a text or a difference that are shown."""


def nombres_en_consola(medidas: Sequence[dict[str, Any]]) -> list[str]:
    """One line for each set and group, then its wrong answers."""
    lineas: list[str] = []
    for medida in medidas:
        lineas.append(f"{medida['conjunto']} ({medida['grupo']}): {_resumen(medida)}")
        por_origen = medida["errados_por_origen"]
        if por_origen:
            lineas.append("  errados según su origen: " + ", ".join(f"{origen} {n}" for origen, n in por_origen.items()))
        for error in medida["errados"]:
            certeza = f" ({error['certeza']})" if error["certeza"] else ""
            texto, dicho = limpio(error["texto"], _LARGO), limpio(error["dicho"], _LARGO)
            lineas.append(f"  [{error['origen']}] «{texto}»: dice {dicho}{certeza}, debe ser {limpio(error['esperado'], _LARGO)}")
    return lineas


def _resumen(medida: dict[str, Any]) -> str:
    n = medida["n"]
    partes = [f"exactitud {_parte(medida['aciertos'], n)}", f"cobertura {_por_ciento(medida['cobertura'])}"]
    if medida["f1"] is not None:
        partes.append(f"F1 de unidades, cargos y personas {_por_ciento(medida['f1'])}")
    en_duda = medida["errados_seguros_con_etiqueta_en_duda"]
    dicho = f", {en_duda} de ellos con una etiqueta que contradice las convenciones" if en_duda else ""
    partes.append(f"errados con seguridad {_parte(medida['errados_seguros'], n)}{dicho}")
    partes.append(f"errados entre los aproximados {medida['errados_aproximados']} de {medida['aproximados']}")
    return "; ".join(partes)


def lectura_en_consola(medidas: Sequence[dict[str, Any]]) -> list[str]:
    """One line for each format, then what differs from the truth."""
    lineas: list[str] = []
    for m in medidas:
        if not m["documentos"]:
            lineas.append(f"{m['formato']}: no hay muestras")
            continue
        lineas.append(
            f"{m['formato']}: {m['documentos']} documentos, {m['sin_diferencias']} iguales a su verdad; "
            f"cifras exactas {_parte(m['cifras_bien'], m['cifras'])}; filas enteras {_parte(m['filas_bien'], m['filas'])}; "
            f"pares {_parte(m['pares_bien'], m['pares'])}; diferencias {len(m['diferencias'])}"
        )
        lineas.extend(f"  {limpio(d['archivo'])}: {limpio(d['que'], _LARGO)}" for d in m["diferencias"])
    return lineas


def _parte(aciertos: int, n: int) -> str:
    return f"{aciertos} de {n} ({_por_ciento(aciertos / n)})" if n else "0 de 0"


def _por_ciento(parte: float) -> str:
    return f"{100 * parte:.2f} %".replace(".", ",")
