"""A docx file as a ``Documento``: its parts found by their relations, read under the limits of ``paquete``."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Armador, Aviso
from extractor.lectores.docx.nombres import W, sin_variante_estricta
from extractor.lectores.docx.notas import formato_de, leer_notas
from extractor.lectores.docx.numeracion import Numeracion
from extractor.lectores.docx.tablas import Cuerpo
from extractor.lectores.paquete import Paquete, leer_xml
from extractor.modelo.documento import Documento, NotaCruda

NOMBRE = "docx/1"
_DANADO = "el archivo Word está dañado o incompleto; pida otra copia o ábralo y guárdelo de nuevo"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_PROPIEDADES = "docProps/core.xml"


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a docx file. Raises ErrorLectura: DOCUMENTO_ILEGIBLE for one that cannot be opened,
    LIMITE_EXCEDIDO for one that expands or nests too much."""
    paquete = Paquete(datos)
    principal = _principal(paquete)
    raiz = _parte(paquete, principal)
    contenido = raiz.find(f"{W}body") if raiz is not None else None
    if raiz is None or contenido is None:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADO)
    partes = _relacionadas(paquete, principal)
    cuerpo = Cuerpo(Numeracion(_parte(paquete, partes.get("numbering")), _parte(paquete, partes.get("styles"))))
    armador = Armador()
    try:
        bloques = armador.bloques(cuerpo.nodos(contenido))
        notas = _notas(paquete, partes, cuerpo, raiz)
    except RecursionError as error:
        raise ErrorLectura("LIMITE_EXCEDIDO", "el documento está anidado sin fin; ábralo y guárdelo de nuevo") from error
    return Documento(
        ruta=ruta,
        nombre=PurePosixPath(ruta).name,
        sha256=sha256,
        bytes=len(datos),
        formato="docx",
        lector=NOMBRE,
        bloques=bloques,
        notas=notas,
        metadatos=_metadatos(paquete),
        avisos=(*armador.avisos, *_avisos(cuerpo, partes)),
    )


def _principal(paquete: Paquete) -> str:
    """The name of the main part, by the package's relations, else where Word always puts it."""
    for clase, destino in _relaciones(paquete, "_rels/.rels", ""):
        if clase == "officeDocument":
            return destino
    return "word/document.xml"


def _relacionadas(paquete: Paquete, principal: str) -> dict[str, str]:
    """The parts the main one refers to, by kind ("footnotes", "styles"); the first of each."""
    carpeta, nombre = posixpath.split(principal)
    partes: dict[str, str] = {}
    for clase, destino in _relaciones(paquete, f"{carpeta}/_rels/{nombre}.rels".lstrip("/"), carpeta):
        partes.setdefault(clase, destino)
    return partes


def _relaciones(paquete: Paquete, nombre: str, carpeta: str) -> list[tuple[str, str]]:
    raiz = paquete.xml(nombre)
    if raiz is None:
        return []
    hechas = []
    for relacion in raiz:
        destino = relacion.get("Target", "")
        if relacion.get("TargetMode") != "External" and isinstance(relacion.tag, str):
            completo = destino.lstrip("/") if destino.startswith("/") else posixpath.normpath(posixpath.join(carpeta, destino))
            hechas.append((relacion.get("Type", "").rsplit("/", 1)[-1], completo))
    return hechas


def _parte(paquete: Paquete, nombre: str | None) -> Any | None:
    datos = paquete.leer(nombre) if nombre else None
    return None if datos is None else leer_xml(sin_variante_estricta(datos))


def _notas(paquete: Paquete, partes: dict[str, str], cuerpo: Cuerpo, raiz: Any) -> tuple[NotaCruda, ...]:
    ajustes = _parte(paquete, partes.get("settings"))
    notas: list[NotaCruda] = []
    for clase in ("footnote", "endnote"):
        parte = _parte(paquete, partes.get(f"{clase}s"))
        if parte is not None:
            notas.extend(leer_notas(parte, clase, cuerpo, formato_de(clase, ajustes, raiz)))
    return tuple(notas)


def _avisos(cuerpo: Cuerpo, partes: dict[str, str]) -> list[Aviso]:
    """What was left out on purpose, so that nobody takes it for read."""
    avisos: list[Aviso] = []
    if cuerpo.parrafos.ocultos:
        avisos.append(("LECTURA_DUDOSA", "el documento tiene texto oculto, que no se muestra impreso; no se leyó", None))
    if cuerpo.parrafos.objetos:
        frase = f"el documento tiene {cuerpo.parrafos.objetos} objeto(s) incrustado(s), como planillas; no se abrieron"
        avisos.append(("LECTURA_DUDOSA", frase, None))
    if "aFChunk" in partes:
        avisos.append(("LECTURA_DUDOSA", "el documento inserta otro archivo dentro de sí; esa parte no se leyó", None))
    return avisos


def _metadatos(paquete: Paquete) -> dict[str, str | None]:
    """Author, dates and title as the file states them; dates with their zone."""
    raiz = paquete.xml(_PROPIEDADES)

    def texto(nombre: str) -> str | None:
        valor = raiz.findtext(nombre) if raiz is not None else None
        return valor.strip() or None if valor else None

    def fecha(nombre: str) -> str | None:
        valor = texto(nombre)
        return f"{valor.removesuffix('Z')}+00:00" if valor and valor.endswith("Z") else valor

    return {
        "autor": texto(f"{_DC}creator"),
        "creado": fecha(f"{_DCTERMS}created"),
        "modificado": fecha(f"{_DCTERMS}modified"),
        "titulo": texto(f"{_DC}title"),
    }
