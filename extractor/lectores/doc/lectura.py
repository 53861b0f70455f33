"""The reading of a .doc from its bytes to a ``Documento``: the only module that joins the parts of this package."""

from __future__ import annotations

import struct

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso, Linea, Nodo
from extractor.lectores.armador import Armador, aviso_de_objetos, aviso_de_ocultos
from extractor.lectores.doc import respaldo
from extractor.lectores.doc.contenedor import abrir, ilegible
from extractor.lectores.doc.dibujos import Dibujos, cuadros
from extractor.lectores.doc.fib import Fib, leer_fib
from extractor.lectores.doc.notas import leer_notas
from extractor.lectores.doc.parrafos import Lectura
from extractor.lectores.doc.tablas import Tablas
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.membretes import lineas_de_membrete
from extractor.modelo.documento import Documento

NOMBRE = "doc/1"
_CABECERAS = 2
"""Which part of a file's text its headers and footers are."""


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a .doc file. What this reader refuses is given to LibreOffice when it is installed.

    Raises ErrorLectura: FORMATO_DESCONOCIDO, DOCUMENTO_PROTEGIDO, LIMITE_EXCEDIDO or DOCUMENTO_ILEGIBLE.
    """
    try:
        return leer_propio(datos, ruta, sha256)
    except ErrorLectura as error:
        if error.codigo != "DOCUMENTO_ILEGIBLE":
            raise
        return respaldo.leer(datos, ruta, sha256, error)


def leer_propio(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document read without any other program. Raises ErrorLectura and nothing else, whatever the bytes."""
    contenedor = abrir(datos)
    try:
        fib = leer_fib(contenedor)
        lectura = Lectura(fib)
        sueltos = _leer_dibujos(fib, lectura)
        tablas = Tablas()
        nodos = tablas.construir(lectura.parrafos(*fib.parte(0)))
        if sueltos:
            nodos.append(Linea("", dibujos=sueltos))
        armador = Armador()
        bloques = armador.bloques(nodos)
        notas = tuple(leer_notas(lectura))
        avisos = (*tablas.avisos, *armador.avisos, *_omitido(fib, lectura), *aviso_de_objetos(contenedor.objetos))
    except (struct.error, IndexError) as error:  # a place the file gives that lies outside it
        raise ilegible() from error
    membretes, perdidos = _membretes(fib)
    leido = Leido(
        bloques,
        (*avisos, *perdidos),
        notas,
        membretes=membretes,
        imagenes=tuple(armador.imagenes),
        metadatos=contenedor.metadatos,
    )
    return Archivo(datos, ruta, sha256).documento("doc", NOMBRE, leido)


def _membretes(fib: Fib) -> tuple[tuple[str, ...], tuple[Aviso, ...]]:
    """The lines of the page headers and footers. They are no text of the report: damaged ones are told, and the rest is read."""
    try:
        return lineas_de_membrete(p.linea.texto for p in Lectura(fib).parrafos(*fib.parte(_CABECERAS))), ()
    except (struct.error, LookupError, ValueError, ErrorLectura):  # a bad code of a character is a ValueError
        frase = "los encabezados y pies de página están dañados; no se leyeron"
        return (), (("LECTURA_DUDOSA", frase, None),)


def _leer_dibujos(fib: Fib, lectura: Lectura) -> list[Nodo]:
    """Gives ``lectura`` the text boxes by their anchor, and returns what those without one hold."""
    anclados: list[tuple[int, list[Nodo]]] = []
    sueltos: list[Nodo] = []
    for ancla, desde, hasta in cuadros(fib):
        nodos = [n for n in Tablas().construir(lectura.parrafos(desde, hasta)) if not isinstance(n, Linea) or n.texto.strip()]
        if ancla is None:
            sueltos += nodos
        elif nodos:
            anclados.append((ancla, nodos))
    lectura.dibujos = Dibujos(anclados)
    return sueltos


def _omitido(fib: Fib, lectura: Lectura) -> list[Aviso]:
    """What the document has and is not read, told once each."""
    avisos: list[Aviso] = []
    if lectura.formularios:
        frase = f"hay {lectura.formularios} casilla(s) o lista(s) de formulario cuyo valor no se leyó"
        avisos.append(("LECTURA_DUDOSA", frase, None))
    return [*avisos, *aviso_de_ocultos(lectura.hay_oculto(*fib.parte(0)))]
