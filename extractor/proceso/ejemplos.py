"""Runs the examples written inside the pattern files: what each must accept, with what is read, and refuse."""

from __future__ import annotations

from pathlib import Path

from extractor.comun.yaml_estricto import carpeta_patrones, leer_yaml
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.modelo.patron import EjemploAcepta, Patron

Resultado = tuple[str, int | None, bool, str]
"""File, line of the example, whether it holds, and what was seen."""


def probar_patrones(archivo: Path | None) -> list[Resultado]:
    """Every example of the installed families, or of one file. Raises ErrorPatron for a malformed file."""
    from extractor.formatos.carga import cargar_archivo, cargar_patrones

    if archivo is not None:
        propio = cargar_archivo(archivo)
        familias = (*(p for p in cargar_patrones() if p.id != propio.id), propio)
        return _probar(propio, archivo, familias)
    familias = cargar_patrones()
    resultados: list[Resultado] = []
    for patron in familias:
        resultados.extend(_probar(patron, carpeta_patrones() / "formatos" / f"{patron.id}.yaml", familias))
    return resultados


def _probar(patron: Patron, archivo: Path, familias: tuple[Patron, ...]) -> list[Resultado]:
    _, lineas = leer_yaml(archivo)
    resultados: list[Resultado] = []
    for indice, ejemplo in enumerate(patron.ejemplos.acepta):
        fallas = _fallas(_leer(ejemplo.texto, familias), ejemplo, patron)
        linea = lineas.get(("ejemplos", "acepta", indice))
        resultados.append((archivo.name, linea, not fallas, "; ".join(fallas) or "se acepta"))
    for indice, rechazo in enumerate(patron.ejemplos.rechaza):
        leido = _leer(rechazo.texto, familias)
        bien = leido.documento.patron != patron.id
        linea = lineas.get(("ejemplos", "rechaza", indice))
        resultados.append(
            (archivo.name, linea, bien, "se rechaza" if bien else f"se aceptó y debía rechazarse: {rechazo.motivo}")
        )
    return resultados


def _leer(texto: str, familias: tuple[Patron, ...]) -> Informe:
    from extractor.lectores import leer_bytes
    from extractor.proceso.documento import informe_de

    return informe_de(leer_bytes(texto.encode("utf-8"), "ejemplo.txt"), Declarado(), familias)


def _fallas(leido: Informe, ejemplo: EjemploAcepta, patron: Patron) -> list[str]:
    fallas: list[str] = []

    def exigir(que: str, esperado: object, hay: object) -> None:
        if esperado != hay:
            fallas.append(f"{que}: se esperaba {esperado!r} y se leyó {hay!r}")

    exigir("patrón", patron.id, leido.documento.patron)
    if ejemplo.tablas:
        exigir("tablas", list(ejemplo.tablas), [t.tipo for t in leido.tablas])
    if ejemplo.roles:
        exigir("columnas", list(ejemplo.roles), [c.rol for c in leido.tablas[0].columnas] if leido.tablas else [])
    if ejemplo.filas is not None:
        exigir("filas", ejemplo.filas, sum(len(t.filas) for t in leido.tablas))
    if ejemplo.actividades is not None:
        exigir("actividades", ejemplo.actividades, sum(len(f.actividades) for t in leido.tablas for f in t.filas))
    if ejemplo.secciones:
        exigir("secciones", list(ejemplo.secciones), [s.numero for s in leido.secciones if s.nivel == "seccion" and s.numero])
    if ejemplo.anio is not None:
        exigir("año", ejemplo.anio, leido.documento.anio)
    if ejemplo.codigos:
        exigir("hallazgos", sorted(ejemplo.codigos), sorted({h.codigo for h in leido.hallazgos}))
    return fallas
