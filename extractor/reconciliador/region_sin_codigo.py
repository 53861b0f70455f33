"""Regions that are named and have no code in the division in force for the report's year.

A programme of 2007 is of the thirteen regions, though reports written from October on may name Los Ríos or Arica y Parinacota.
Nothing is guessed: the table stays without a code, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.comun.texto import palabras
from extractor.modelo.hallazgo import Hallazgo, Lugar
from extractor.modelo.informe import Seccion
from extractor.modelo.valores import Region
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import hallazgo
from extractor.vocabularios.regiones import regiones_de, vocabulario
from extractor.vocabularios.regiones_escritas import codigo_escrito

CODIGO = "REGION_NO_INDICADA"
Caso = tuple[Region, Mesa | None, Seccion | None]
"""A region with the table or the section that names it."""


def regiones_sin_codigo(contexto: Contexto) -> Iterator[Hallazgo]:
    """One finding per text that names a region without a code, with all its places."""
    vistas: dict[str, list[Caso]] = {}
    for mesa in contexto.mesas:
        _anotar(vistas, mesa.tabla.region, mesa, None)
    for seccion in contexto.informe.secciones:
        if seccion.region is not None:
            _anotar(vistas, seccion.region, None, seccion)
    for casos in vistas.values():
        region, de_tabla, de_seccion = next((c for c in casos if not c[0].heredada), casos[0])
        lugares = [_lugar(m, s) for _, m, s in casos]
        yield hallazgo(
            contexto, CODIGO, "aviso",
            f"La región que se indica, «{region.texto}», no tiene código en la división que rige el programa.",
            _porque(region, contexto.anio), mesa=de_tabla, seccion=de_seccion, rotulo="region",
            origen=_lugar(de_tabla, de_seccion).origen, lugares=lugares if len(lugares) > 1 else (),
        )  # fmt: skip


def _lugar(mesa: Mesa | None, seccion: Seccion | None) -> Lugar:
    if mesa is not None:
        return Lugar(tabla=mesa.tabla.id, fila=None, actividad=None, origen=mesa.tabla.origen)
    return Lugar(tabla=seccion.id if seccion else None, fila=None, actividad=None, origen=seccion.origen if seccion else None)


def _anotar(vistas: dict[str, list[Caso]], region: Region, mesa: Mesa | None, seccion: Seccion | None) -> None:
    sin_codigo = region.alcance == "REGION" and region.texto and region.certeza == "dudosa"
    if sin_codigo and (not region.codigos or _posterior(region) is not None):
        vistas.setdefault(palabras(region.texto or ""), []).append((region, mesa, seccion))


def _posterior(region: Region) -> tuple[str, str, int] | None:
    """The region of a later division that a text names: its code, its name, and the first year of that division."""
    ahora = regiones_de(region.division)
    plano = f" {palabras(region.texto or '')} "
    for division in vocabulario().divisiones:
        for codigo, propia in regiones_de(division.id).items():
            escrita = codigo_escrito(region.texto or "", division.id) == codigo or f" {palabras(propia.nombre)} " in plano
            if codigo not in ahora and escrita:
                return codigo, propia.nombre, division.desde
    return None


def _porque(region: Region, anio: int | None) -> str:
    programa = f"Un programa de {anio} usa" if anio is not None else "El programa usa"
    nombre = next(d.nombre for d in vocabulario().divisiones if d.id == region.division)
    posterior = _posterior(region)
    if posterior is None:
        return f"{programa} la división de {nombre}, y ese texto no nombra con claridad una de ellas: se deja sin código."
    codigo, llamada, desde = posterior
    antes = next((c.nombre for c in region.candidatos), None)
    era = f" y antes era parte de {antes}" if antes else ""
    de_la = f"{llamada} (región {codigo}) es de la que rige los programas desde {desde}"
    return f"{programa} la división de {nombre}; {de_la}{era}: se deja sin código."
