"""Writing one document: its current rows deleted and inserted again, whole, inside the transaction it is given.

What is stored does not depend on the order of loading: of a content found under several paths the Informe kept is the one
read under the first path of those of which a person stated something, else under the first path; and a reading that fails
never takes the place of one that did not.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, bindparam, delete, func, insert, select, update

from extractor.almacen import esquema as e
from extractor.almacen.catalogos import poner
from extractor.almacen.conocidos import Conocidos, asegurar
from extractor.almacen.ficha import clave_sin_contenido, documento
from extractor.almacen.limpieza import limpio
from extractor.almacen.renglones import ORDEN, renglones
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.conjunto import Paquete
from extractor.modelo.informe import Informe

COMPRESION = 6
_ACTUALES: dict[str, Table] = {nombre: e.metadatos.tables[nombre] for nombre in ("unidad", *ORDEN)}
_POR_TABLA = ("tabla_region", "cifra")
_POR_FILA = ("responsable", "actividad")
_CIRCUNSTANCIAS = ("programa", "patrones", "ajustes", "decisiones", "declarado", "externos")


@dataclass(frozen=True, slots=True)
class Carga:
    """One document to store: what was read, under which key, and what the archive says of it."""

    informe: Informe
    clave: ClaveLectura
    paquete: Paquete | None = None
    fondo: str | None = None
    serie: str | None = None
    caja: str | None = None
    corrida: str | None = None


def guardar(conexion: Connection, carga: Carga, conocidos: Conocidos) -> dict[str, set[str]]:
    """Stores the document. Returns the catalogue keys it made sure of, to be remembered once the transaction is through."""
    informe, crudo = limpio(carga.informe)
    propio = documento(informe)
    doc, fallido = str(propio["id"]), informe.documento.estado == "fallido"
    extraccion = id_extraccion(doc, carga.clave)
    vigente = leer_vigente(conexion, doc)
    usadas: dict[str, set[str]] = {}
    if fallido and vigente is not None and vigente.estado != "fallido":
        conexion.execute(update(e.documento).where(e.documento.c.id == doc).values(ultima_falla=informe.documento.motivo))
    elif vigente is not None and es_otra_copia(vigente, carga.clave, informe.documento.ruta, informe.documento.estado):
        conexion.execute(update(e.documento).where(e.documento.c.id == doc).values(ultima_falla=None))
        extraccion = vigente.id
    else:
        resumen = None if carga.paquete is None else carga.paquete.resumen(informe.documento.ruta)
        filas = renglones(informe, json.loads(crudo), resumen)
        usadas = asegurar(conexion, propio, filas, conocidos)
        if vigente is not None:
            borrar_actuales(conexion, doc)
        poner(conexion, e.documento, [propio], renovar=True)
        _anotar_extraccion(conexion, doc, extraccion, carga, informe, crudo)
        for nombre in ORDEN:
            if filas[nombre]:
                conexion.execute(insert(_ACTUALES[nombre]), filas[nombre])
    if doc != clave_sin_contenido(informe.documento.ruta):
        _ya_se_abrio(conexion, clave_sin_contenido(informe.documento.ruta), doc)
    archivado = {"fondo": carga.fondo, "serie": carga.serie, "caja": carga.caja}
    poner(conexion, e.documento_ruta, [{"documento_id": doc, "ruta": informe.documento.ruta, **archivado}], renovar=True)
    if fallido:
        _anotar_falla(conexion, doc, informe, carga.clave.programa)
    elif carga.corrida is not None:
        poner(conexion, e.corrida_extraccion, [{"corrida_id": carga.corrida, "extraccion_id": extraccion}])
    return usadas


def borrar_actuales(conexion: Connection, doc: str) -> None:
    """Deletes the rows of the document's current extraction, children first, by the columns that have an index."""
    tablas = select(e.tabla.c.id).where(e.tabla.c.documento_id == doc)
    filas = select(e.fila.c.id).where(e.fila.c.tabla_id.in_(tablas))
    for nombre in reversed(ORDEN):
        tabla = _ACTUALES[nombre]
        donde: ColumnElement[bool]
        if nombre in _POR_TABLA or nombre == "fila":
            donde = tabla.c.tabla_id.in_(tablas)
        elif nombre in _POR_FILA:
            donde = tabla.c.fila_id.in_(filas)
        else:
            donde = tabla.c.documento_id == doc
        conexion.execute(delete(tabla).where(donde))


def descomprimir(datos: bytes) -> bytes:
    return zlib.decompress(datos)


def id_extraccion(doc: str, clave: ClaveLectura) -> str:
    """Its key: the document and the circumstances of the reading. The file's name is none: one content, one extraction."""
    return e.clave(doc, *_circunstancias(clave).values())


def _circunstancias(clave: ClaveLectura) -> dict[str, str]:
    return {
        "programa": clave.programa,
        "patrones": clave.patrones,
        "ajustes": clave.ajustes,
        "decisiones": clave.decisiones,
        "declarado": clave.declarado,
        "externos": "; ".join(f"{nombre} {version}" for nombre, version in clave.externos),
    }


def leer_vigente(conexion: Connection, doc: str) -> Row[*tuple[Any, ...]] | None:
    """The document's current extraction, with the path it was read under; without its JSON."""
    return conexion.execute(_consulta_vigente(), {"doc": doc}).first()


@cache
def _consulta_vigente() -> Select[*tuple[Any, ...]]:
    """Built once: a second run over thousands of documents asks little else of the database."""
    columnas = (e.extraccion.c[c] for c in ("id", "estado", *_CIRCUNSTANCIAS))
    consulta = select(*columnas, e.documento.c.ruta, e.documento.c.ultima_falla).join(
        e.documento, e.documento.c.id == e.extraccion.c.documento_id
    )
    return consulta.where(e.extraccion.c.documento_id == bindparam("doc"), e.extraccion.c.vigente)


@cache
def _consulta_archivado() -> Select[*tuple[Any, ...]]:
    suya = select(e.documento_ruta.c.fondo, e.documento_ruta.c.serie, e.documento_ruta.c.caja)
    return suya.where(e.documento_ruta.c.documento_id == bindparam("doc"), e.documento_ruta.c.ruta == bindparam("su_ruta"))


def es_otra_copia(vigente: Row[*tuple[Any, ...]], clave: ClaveLectura, ruta: str, estado: str) -> bool:
    """Whether the current reading, made in the same circumstances under another path, is the one to keep."""
    suyas = _circunstancias(clave)
    if vigente.estado != estado or vigente.ruta == ruta:
        return False
    if any(getattr(vigente, c) != suyas[c] for c in _CIRCUNSTANCIAS if c != "declarado"):
        return False
    return (not vigente.declarado, vigente.ruta) < (not clave.declarado, ruta)


def esta_al_dia(conexion: Connection, doc: str, clave: ClaveLectura, ruta: str, archivado: tuple[str | None, ...]) -> bool:
    """Whether storing that reading again would change nothing: it is the current one, or another copy's is."""
    vigente = leer_vigente(conexion, doc)
    if vigente is None or vigente.estado == "fallido" or vigente.ultima_falla is not None:
        return False
    propia = vigente.id == id_extraccion(doc, clave) and vigente.ruta == ruta
    if not propia and not es_otra_copia(vigente, clave, ruta, vigente.estado):
        return False
    fila = conexion.execute(_consulta_archivado(), {"doc": doc, "su_ruta": ruta}).first()
    return fila is not None and tuple(fila) == archivado


def _anotar_extraccion(
    conexion: Connection, doc: str, extraccion: str, carga: Carga, informe: Informe, crudo: str
) -> None:
    """Makes it the current one. Earlier ones keep their JSON, except failed ones, which hold nothing."""
    otras = (e.extraccion.c.documento_id == doc, e.extraccion.c.id != extraccion)
    conexion.execute(delete(e.extraccion).where(*otras, e.extraccion.c.estado == "fallido"))
    conexion.execute(update(e.extraccion).where(*otras).values(vigente=False, **_sin_paquete()))
    paquete = carga.paquete
    fila: dict[str, Any] = {
        "id": extraccion,
        "documento_id": doc,
        "vigente": True,
        "esquema": informe.esquema,
        **_circunstancias(carga.clave),
        "estado": informe.documento.estado,
        "informe": zlib.compress(crudo.encode("utf-8"), COMPRESION),
        **_sin_paquete(),
    }
    if paquete is not None:
        fila["resumen"], fila["resumen_servicio"] = paquete.datos, paquete.servicio
        fila["resumen_texto"], fila["resumen_palabras"] = paquete.huella_texto, paquete.palabras
    poner(conexion, e.extraccion, [fila], renovar=True)


def _sin_paquete() -> dict[str, None]:
    return dict.fromkeys(("resumen", "resumen_servicio", "resumen_texto", "resumen_palabras"))


def _anotar_falla(conexion: Connection, doc: str, informe: Informe, version: str) -> None:
    ficha = informe.documento
    codigo = informe.hallazgos[0].codigo if informe.hallazgos else None
    motivo = ficha.motivo or "sin motivo registrado"
    propia = e.clave(doc, ficha.ruta, version, codigo, motivo)
    fila = {"id": propia, "documento_id": doc, "ruta": ficha.ruta, "codigo": codigo, "motivo": motivo, "version": version}
    poner(conexion, e.falla, [fila])


def _ya_se_abrio(conexion: Connection, antes: str, doc: str) -> None:
    """What could not be opened at a path, now that it could, is the document ``doc``: only its failures stay, as its."""
    if conexion.scalar(select(e.documento.c.id).where(e.documento.c.id == antes)) is None:
        return
    conexion.execute(update(e.falla).where(e.falla.c.documento_id == antes).values(documento_id=doc))
    borrar_actuales(conexion, antes)
    for tabla in (e.hallazgo_conjunto_documento, e.extraccion, e.documento_ruta):
        conexion.execute(delete(tabla).where(tabla.c.documento_id == antes))
    conexion.execute(delete(e.documento).where(e.documento.c.id == antes))


def contar(conexion: Connection) -> dict[str, int]:
    """Rows per table."""
    return {t.name: conexion.scalar(select(func.count()).select_from(t)) or 0 for t in e.metadatos.sorted_tables}
