"""An odt file as a ``Documento``."""

from __future__ import annotations

from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso
from extractor.lectores.armador import Armador, aviso_de_objetos
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.membretes import lineas_de_membrete
from extractor.lectores.odt.apariencia import Apariencia, sin_tablas_de_extension
from extractor.lectores.odt.cuerpo import Cuerpo
from extractor.lectores.odt.listas import Listas
from extractor.lectores.odt.nombres import DC, META, OFFICE, STYLE, TEXT
from extractor.lectores.paquete import Paquete
from extractor.modelo.documento import Documento

NOMBRE = "odt/1"


def reconoce(datos: bytes) -> bool:
    """Whether these bytes are a zipped OpenDocument text."""
    if not datos.startswith(b"PK"):
        return False
    try:
        paquete = Paquete(datos)
        tipo = paquete.leer("mimetype")
    except ErrorLectura:
        return False
    if tipo is not None:
        return b"opendocument.text" in tipo
    # some writers leave the type out
    return {"content.xml", "META-INF/manifest.xml"} <= set(paquete.nombres)


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of an odt file. Raises ErrorLectura: DOCUMENTO_ILEGIBLE for a broken one, DOCUMENTO_PROTEGIDO for one
    with a password, LIMITE_EXCEDIDO for one that expands or nests too much."""
    paquete = Paquete(datos)
    if b"encryption-data" in (paquete.leer("META-INF/manifest.xml") or b""):
        raise ErrorLectura("DOCUMENTO_PROTEGIDO", "el documento tiene clave; pida una copia sin clave")
    raiz = paquete.xml("content.xml")
    cuerpo = raiz.find(f"{OFFICE}body/{OFFICE}text") if raiz is not None else None
    if raiz is None or cuerpo is None:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "no contiene un texto OpenDocument, o está incompleto; pida otra copia")
    estilos = paquete.xml("styles.xml")
    sin_tablas_de_extension(cuerpo)
    definiciones = [r for r in (estilos, raiz) if r is not None]
    lectura = Cuerpo(Listas(definiciones), Apariencia(definiciones))
    armador = Armador()
    try:
        bloques = armador.bloques(lectura.nodos(cuerpo))
    except RecursionError as error:
        raise ErrorLectura("LIMITE_EXCEDIDO", "el documento está anidado sin fin; ábralo y guárdelo de nuevo") from error
    avisos: list[Aviso] = list(armador.avisos)
    if lectura.ocultos:
        frase = f"el documento tiene texto oculto, que no se muestra impreso ({lectura.ocultos} pasaje(s)); no se leyó"
        avisos.append(("LECTURA_DUDOSA", frase, None))
    avisos.extend(aviso_de_objetos(lectura.objetos))
    leido = Leido(
        bloques,
        tuple(avisos),
        tuple(lectura.notas),
        membretes=_membretes(estilos),
        imagenes=tuple(armador.imagenes),
        metadatos=_metadatos(paquete),
    )
    return Archivo(datos, ruta, sha256).documento("odt", NOMBRE, leido)


def _membretes(estilos: Any | None) -> tuple[str, ...]:
    """The lines of the headers of the master pages."""
    cabezas = estilos.iter(f"{STYLE}header", f"{STYLE}header-first") if estilos is not None else ()
    return lineas_de_membrete("".join(p.itertext()) for cabeza in cabezas for p in cabeza.iter(f"{TEXT}p", f"{TEXT}h"))


def _metadatos(paquete: Paquete) -> dict[str, str | None]:
    raiz = paquete.xml("meta.xml")

    def texto(*nombres: str) -> str | None:
        for nombre in nombres if raiz is not None else ():
            valor = raiz.findtext(f"{OFFICE}meta/{nombre}") if raiz is not None else None
            if valor and valor.strip():
                return str(valor.strip())
        return None

    return {
        "autor": texto(f"{META}initial-creator", f"{DC}creator"),
        "creado": texto(f"{META}creation-date"),
        "modificado": texto(f"{DC}date"),
        "titulo": texto(f"{DC}title"),
    }
