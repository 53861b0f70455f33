"""An RTF file as a ``Documento``."""

from __future__ import annotations

import re

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso
from extractor.lectores.armador import Armador, aviso_de_objetos, aviso_de_ocultos
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.membretes import lineas_de_membrete
from extractor.lectores.rtf.interprete import Interprete
from extractor.modelo.documento import Documento

NOMBRE = "rtf/1"
_INICIO = re.compile(rb"^(?:\xef\xbb\xbf)?[\s\x00]*\{\\rtf")


def reconoce(datos: bytes) -> bool:
    """Whether these bytes are RTF, whatever the file's name says."""
    return bool(_INICIO.match(datos[:1024]))


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of an RTF file. Raises ErrorLectura: FORMATO_DESCONOCIDO for other bytes, LIMITE_EXCEDIDO for one
    nested without end. A file cut short is read as far as it goes, with a notice."""
    if not reconoce(datos):
        raise ErrorLectura("FORMATO_DESCONOCIDO", "no es un documento RTF; indique el programa que lo creó")
    interprete = Interprete()
    interprete.correr(datos)
    armador = Armador()
    bloques = armador.bloques(interprete.cuerpo)
    if not bloques and interprete.cortado:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el archivo RTF está incompleto; pida otra copia")
    avisos: list[Aviso] = list(armador.avisos)
    if interprete.cortado:
        avisos.append(("LECTURA_DUDOSA", "el archivo RTF está incompleto: le falta el final; pida otra copia", None))
    avisos += [*aviso_de_ocultos(interprete.ocultos), *aviso_de_objetos(interprete.objetos)]
    leido = Leido(
        bloques,
        tuple(avisos),
        tuple(interprete.notas),
        membretes=lineas_de_membrete(interprete.membretes),
        imagenes=tuple(armador.imagenes),
        metadatos=_metadatos(interprete.informacion),
    )
    return Archivo(datos, ruta, sha256).documento("rtf", NOMBRE, leido)


def _metadatos(informacion: dict[str, str]) -> dict[str, str | None]:
    return {
        "autor": informacion.get("autor", "").strip() or None,
        "creado": _fecha(informacion.get("creado", "")),
        "modificado": _fecha(informacion.get("modificado", "")),
        "titulo": informacion.get("titulo", "").strip() or None,
    }


def _fecha(texto: str) -> str | None:
    """The date of ``\\yr2009\\mo12…`` as ISO text, or None when the year is not stated."""
    partes = {clave: int(valor) for clave, valor in re.findall(r"([a-z]+)(\d{1,4})", texto)}
    if not partes.get("yr"):
        return None
    dia = f"{partes['yr']:04d}-{partes.get('mo', 1):02d}-{partes.get('dy', 1):02d}"
    return f"{dia}T{partes.get('hr', 0):02d}:{partes.get('min', 0):02d}:{partes.get('sec', 0):02d}"
