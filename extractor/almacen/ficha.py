"""Which document an Informe is about, and the document's own row."""

from __future__ import annotations

from extractor.almacen.esquema import LARGO_CLAVE, clave
from extractor.almacen.piezas import Renglon
from extractor.comun.huellas import SIN_CONTENIDO
from extractor.modelo.informe import FichaDocumento, Informe


def clave_documento(ficha: FichaDocumento) -> str:
    """By content; of what could not even be opened, or is larger than is read, by its path, so that two of them stay two."""
    return ficha.sha256[:LARGO_CLAVE] if tiene_contenido(ficha) else clave_sin_contenido(ficha.ruta)


def clave_sin_contenido(ruta: str) -> str:
    """The key of what stands at ``ruta`` and could not be opened."""
    return clave("sin contenido", ruta)


def tiene_contenido(ficha: FichaDocumento) -> bool:
    return bool(ficha.sha256) and not (ficha.estado == "fallido" and ficha.sha256 == SIN_CONTENIDO)


def documento(informe: Informe) -> Renglon:
    """The document's own row."""
    ficha, servicio = informe.documento, informe.documento.servicio
    return {
        "id": clave_documento(ficha),
        "sha256": ficha.sha256 if tiene_contenido(ficha) else None,
        "ruta": ficha.ruta,
        "nombre": ficha.nombre,
        "bytes": ficha.bytes,
        "formato": ficha.formato,
        "lector": ficha.lector,
        "paginas": ficha.paginas,
        "tipo": ficha.tipo,
        "patron": ficha.patron,
        "anio": ficha.anio,
        "etapas": list(ficha.etapas),
        "servicio_texto": servicio.texto if servicio else None,
        "servicio_codigo": servicio.codigo if servicio else None,
        "servicio_nombre": servicio.nombre if servicio else None,
        "servicio_certeza": servicio.certeza if servicio else None,
        "estado": ficha.estado,
        "motivo": ficha.motivo,
        "ultima_falla": None,
        "anio_supuesto": ficha.anio_supuesto,
        **informe.cobertura.model_dump(mode="json"),
    }
