"""The keys of the catalogues that a document needs: those surely there are remembered, those missing are put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from extractor.almacen import esquema as e
from extractor.almacen.catalogos import poner
from extractor.almacen.renglones import Renglones


@dataclass(slots=True)
class Conocidos:
    """Keys of the catalogues that are surely there, so that they are not asked for with every document."""

    claves: dict[str, set[str]] = field(default_factory=dict)

    def faltan(self, tabla: str, usadas: Iterable[str | None]) -> set[str]:
        return {u for u in usadas if u is not None} - self.claves.get(tabla, set())

    def sumar(self, nuevas: Mapping[str, set[str]]) -> None:
        for tabla, claves in nuevas.items():
            self.claves.setdefault(tabla, set()).update(claves)


def asegurar(conexion: Connection, propio: Mapping[str, Any], filas: Renglones, conocidos: Conocidos) -> dict[str, set[str]]:
    """Puts into the catalogues the keys this document needs and they lack, so that a word they do not know (a rule of a
    test, a regime of a family of one's own) never keeps a document out. In order of key: two documents at once wait for
    each other's rows in the same order."""
    usadas: dict[str, set[str]] = {
        "servicio": conocidos.faltan("servicio", [propio["servicio_codigo"]]),
        "regimen": conocidos.faltan("regimen", (t["regimen"] for t in filas["tabla"])),
        "region": conocidos.faltan("region", (r["region_id"] for r in filas["tabla_region"])),
        "estado": conocidos.faltan("estado", (f["estado"] for n in ("fila", "actividad") for f in filas[n])),
        "regla": conocidos.faltan(
            "regla", [*(v["regla"] for v in filas["verificacion"]), *(h["codigo"] for h in filas["hallazgo"])]
        ),
    }
    for nombre, faltan in usadas.items():
        tabla = e.metadatos.tables[nombre]
        llave = next(iter(tabla.primary_key)).name
        poner(conexion, tabla, [_minima(nombre, llave, clave) for clave in sorted(faltan)])
    unidades = conocidos.faltan("unidad", (u["id"] for u in filas["unidad"]))
    nuevas = [u for u in filas["unidad"] if u["id"] in unidades]
    poner(conexion, e.unidad, sorted(nuevas, key=lambda u: str(u["id"])))
    return {**usadas, "unidad": unidades}


def _minima(tabla: str, llave: str, clave: str) -> dict[str, Any]:
    """A catalogue row of which only the key is known."""
    if tabla != "region":
        return {llave: clave}
    division, _, codigo = clave.partition("-")
    return {llave: clave, "division": division, "codigo": codigo}
