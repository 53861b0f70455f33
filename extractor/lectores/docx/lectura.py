"""A docx file as a ``Documento``: opened by python-docx under the limits of ``paquete``, its parts by their relations."""

from __future__ import annotations

import io
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso
from extractor.lectores.armador import Armador, aviso_de_objetos, aviso_de_ocultos
from extractor.lectores.docx.apariencia import Apariencia
from extractor.lectores.docx.nombres import W, sin_variante_estricta
from extractor.lectores.docx.notas import formato_de, leer_notas
from extractor.lectores.docx.numeracion import Numeracion
from extractor.lectores.docx.tablas import Cuerpo
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.membretes import lineas_de_membrete
from extractor.lectores.paquete import ENTIDADES, Paquete, declara_entidades, leer_xml
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
    principal, partes = _abrir(datos, paquete)
    raiz = _raiz(principal)
    contenido = raiz.find(f"{W}body") if raiz is not None else None
    if raiz is None or contenido is None:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADO)
    estilos = _raiz(partes.get("styles"))
    cuerpo = Cuerpo(Numeracion(_raiz(partes.get("numbering")), estilos), Apariencia(estilos))
    armador = Armador()
    try:
        bloques = armador.bloques(cuerpo.nodos(contenido))
        notas = _notas(partes, cuerpo, raiz)
    except RecursionError as error:
        raise ErrorLectura("LIMITE_EXCEDIDO", "el documento está anidado sin fin; ábralo y guárdelo de nuevo") from error
    membretes, perdidos = _membretes(principal)
    leido = Leido(
        bloques,
        (*armador.avisos, *_avisos(cuerpo, partes), *perdidos),
        notas,
        membretes=membretes,
        imagenes=tuple(armador.imagenes),
        metadatos=_metadatos(paquete),
    )
    return Archivo(datos, ruta, sha256).documento("docx", NOMBRE, leido)


def _abrir(datos: bytes, paquete: Paquete) -> tuple[Any, dict[str, Any]]:
    """The main part and the parts it refers to, by kind ("footnotes", "styles"; the first of each), as python-docx opens
    the package. Relations are told by the end of their kind, so the strict variant opens too.

    Raises ErrorLectura(DOCUMENTO_ILEGIBLE) when the package has no main part or declares entities.
    """
    from docx.opc.package import OpcPackage

    if any(declara_entidades(paquete.leer(n) or b"") for n in paquete.nombres if n.endswith((".xml", ".rels"))):
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", ENTIDADES)
    try:
        abierto = OpcPackage.open(io.BytesIO(datos))
        principal = _por_clase(abierto.rels)["officeDocument"]
        partes = _por_clase(principal.rels)
    except MemoryError:
        raise
    except Exception as error:  # the library lets through whatever a damaged part makes its parser raise
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", _DANADO) from error
    return principal, partes


def _por_clase(relaciones: Any) -> dict[str, Any]:
    partes: dict[str, Any] = {}
    for relacion in relaciones.values():
        if not relacion.is_external:
            partes.setdefault(relacion.reltype.rsplit("/", 1)[-1], relacion.target_part)
    return partes


def _raiz(parte: Any | None) -> Any | None:
    """The root element of a part, or None when there is no such part."""
    return None if parte is None else leer_xml(sin_variante_estricta(parte.blob))


def _notas(partes: dict[str, Any], cuerpo: Cuerpo, raiz: Any) -> tuple[NotaCruda, ...]:
    ajustes = _raiz(partes.get("settings"))
    notas: list[NotaCruda] = []
    for clase in ("footnote", "endnote"):
        parte = _raiz(partes.get(f"{clase}s"))
        if parte is not None:
            notas.extend(leer_notas(parte, clase, cuerpo, formato_de(clase, ajustes, raiz)))
    return tuple(notas)


def _membretes(principal: Any) -> tuple[tuple[str, ...], list[Aviso]]:
    """The lines of every page header, by the names of their parts. They are no text of the report: one whose XML is broken is
    told, and the rest is read."""
    suyas = (r.target_part for r in principal.rels.values() if not r.is_external and r.reltype.endswith("/header"))
    textos: list[str] = []
    avisos: list[Aviso] = []
    for parte in sorted(suyas, key=lambda p: str(p.partname)):
        try:
            raiz = _raiz(parte)
        except ErrorLectura:
            avisos.append(("LECTURA_DUDOSA", "un encabezado de página está dañado; no se leyó", None))
            continue
        for parrafo in raiz.iter(f"{W}p") if raiz is not None else ():
            textos.append("".join(t.text or "" if t.tag == f"{W}t" else "\n" for t in parrafo.iter(f"{W}t", f"{W}br")))
    return lineas_de_membrete(textos), avisos


def _avisos(cuerpo: Cuerpo, partes: dict[str, Any]) -> list[Aviso]:
    """What was left out on purpose, so that nobody takes it for read."""
    avisos = [*aviso_de_ocultos(cuerpo.parrafos.ocultos), *aviso_de_objetos(cuerpo.parrafos.objetos)]
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
