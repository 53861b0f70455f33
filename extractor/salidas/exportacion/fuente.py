"""Where the rows come from: batches of each resource, in an order that does not depend on the database.

Documents come by id, what is inside one in its own order, the other tables by their keys. PostgreSQL may sort texts by the
rules of a language, so the database's own order counts only for keys that are hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import groupby, islice
from typing import Any, Protocol

from extractor.errores import ErrorUso
from extractor.marcos.columnas import COLUMNAS, Clase
from extractor.marcos.filas import FILAS
from extractor.modelo.informe import FichaDocumento, Informe
from extractor.salidas.exportacion.recursos import CON_ORDEN, Recurso

Renglon = tuple[Any, ...]
Fila = dict[str, Any]

POR_TANDA = 32
"""Informes whose rows are held at a time."""
FILAS_POR_TANDA = 2000


class Fuente(Protocol):
    """What a database gives: its current Informes by document id, the rows of a table by column ``por`` and then by its
    primary key, and the id of a document."""

    def informes(self) -> Iterator[Informe]: ...

    def filas(self, tabla: str, por: str | None = None) -> Iterator[Fila]: ...

    def clave(self, ficha: FichaDocumento) -> str: ...


def tandas(fuente: Fuente, recursos: Iterable[Recurso]) -> Iterator[tuple[Recurso, list[Renglon]]]:
    """Rows of each resource, in batches; the batches of one resource come in order, those of several in turns.

    Raises ErrorUso when the database got or lost documents meanwhile.
    """
    recursos = tuple(recursos)
    vistos = hashlib.sha256()
    de_marcos = [recurso for recurso in recursos if recurso.marco is not None]
    informes = fuente.informes()
    while tanda := list(islice(informes, POR_TANDA)):
        claves = [fuente.clave(informe.documento) for informe in tanda]
        vistos.update("".join(f"{clave}\n" for clave in claves).encode())
        for recurso in de_marcos:
            pares = zip(claves, tanda, strict=True)
            yield recurso, [fila for clave, informe in pares for fila in _de_marco(recurso, clave, informe)]
    for recurso in recursos:
        if recurso.tabla is not None:
            filas = iter(_de_tabla(fuente, recurso, vistos.hexdigest()))
            while lote := list(islice(filas, FILAS_POR_TANDA)):
                yield recurso, lote


def _de_marco(recurso: Recurso, clave: str, informe: Informe) -> Iterator[Renglon]:
    nombre = recurso.marco or ""
    ancho = len(COLUMNAS[nombre])
    for numero, fila in enumerate(FILAS[nombre](informe)):
        if len(fila) != ancho:
            raise ValueError(f"una fila de «{nombre}» tiene {len(fila)} valores y el marco {ancho} columnas")
        orden = (numero,) if nombre in CON_ORDEN else ()
        ademas = (_region(fila),) if nombre == "regiones" else ()
        yield _limpia(recurso, (clave, *orden, *fila, *ademas))


def _region(fila: Renglon) -> str | None:
    """The key in the catalogue of regions; None for a place without a code."""
    columnas = list(COLUMNAS["regiones"])
    codigo, division = fila[columnas.index("codigo")], fila[columnas.index("division")]
    return None if codigo is None else f"{division}-{codigo}"


def _de_tabla(fuente: Fuente, recurso: Recurso, vistos: str) -> Iterator[Renglon]:
    tabla = recurso.tabla or ""
    crudas = fuente.filas(tabla, "documento_id" if tabla == "tabla" else None)
    if tabla == "documento":
        crudas = _no_leidos(crudas, vistos)
    elif tabla == "tabla":
        crudas = _desempenos(crudas)
    elif tabla in _ARREGLOS:
        crudas = map(_ARREGLOS[tabla], crudas)
    filas = (_limpia(recurso, tuple(fila[columna] for columna in recurso.columnas)) for fila in crudas)
    llaves = len(recurso.llave)
    if not recurso.grande:
        yield from sorted(filas, key=lambda fila: fila[:llaves])
        return
    for _, iguales in groupby(filas, key=lambda fila: fila[0]):
        yield from sorted(iguales, key=lambda fila: fila[:llaves])


def _no_leidos(documentos: Iterator[Fila], vistos: str) -> Iterator[Fila]:
    """Of all documents, those that were not read or not wholly; and the check that they are those already handed on."""
    ahora = hashlib.sha256()
    for fila in documentos:
        ahora.update(f"{fila['id']}\n".encode())
        faltan = fila["tablas"] - fila["tablas_reconocidas"]
        if fila["estado"] != "ok" or fila["ultima_falla"] or faltan > 0:
            yield {**fila, "documento_id": fila["id"], "tablas_sin_reconocer": faltan}
    if ahora.hexdigest() != vistos:
        raise ErrorUso("la base de datos cambió mientras se exportaba; repita la orden cuando nadie esté cargando informes")


def _desempenos(tablas: Iterator[Fila]) -> Iterator[Fila]:
    """Of all tables, those that weigh something; figures as numbers."""
    for fila in tablas:
        minimo, maximo = fila["ganada_intervalo"] or (None, None)
        cifras = {c: fila[c] for c in ("ponderacion", "ganada_informada", "ganada_recalculada", "exigido")}
        if fila["ponderacion"] is None and fila["ganada_informada"] is None and minimo is None:
            continue
        veredictos = fila["veredicto_informado"], fila["veredicto_recalculado"]
        yield {
            **fila,
            **{c: None if texto is None else Decimal(texto) for c, texto in cifras.items()},
            "ganada_min": None if minimo is None else Decimal(minimo),
            "ganada_max": None if maximo is None else Decimal(maximo),
            "tabla": fila["clave"],
            "region": fila["region_nombre"] or fila["region_texto"] or fila["region_alcance"],
            "cambia": None if None in veredictos else veredictos[0] != veredictos[1],
        }


def _con_hallazgo(fila: Fila) -> Fila:
    """The columns that stand in the finding kept whole."""
    return {**fila["datos"], **{columna: valor for columna, valor in fila.items() if columna != "datos"}}


def _con_json(fila: Fila) -> Fila:
    normas = fila["normas"]
    if not normas:
        return {**fila, "normas": None}
    return {**fila, "normas": json.dumps(normas, ensure_ascii=False, sort_keys=True, separators=(",", ":"))}


_ARREGLOS: dict[str, Callable[[Fila], Fila]] = {"hallazgo_conjunto": _con_hallazgo, "regimen": _con_json}


def _limpia(recurso: Recurso, fila: Renglon) -> Renglon:
    """The row with None for empty texts: a CSV file could not tell them from absent ones, and all formats hold the same.

    Raises TypeError for a value that is not of its column's kind, which some formats would refuse and others disguise.
    """
    for valor, campo in zip(fila, recurso.campos, strict=True):
        if valor is not None and type(valor) is not _TIPOS[campo.clase]:
            raise TypeError(f"{recurso.nombre}.{campo.nombre}: {type(valor).__name__} en una columna de clase {campo.clase}")
    return tuple(None if valor == "" else valor for valor in fila)


_TIPOS: dict[Clase, type] = {"texto": str, "entero": int, "logico": bool, "decimal": Decimal}
