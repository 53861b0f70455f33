"""The ``Informe`` of a document that could not be read: its file, its reason and one finding, nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractor.comun.ajustes import MB, limites
from extractor.comun.huellas import huella
from extractor.comun.texto import blancos
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Cobertura, FichaDocumento, Informe, Metadatos

_TROZO = 1 << 20
_MAXIMO_MOTIVO = 300


def motivo_de_falla(error: BaseException) -> str:
    """The reason recorded for a failure of ours: the kind of error and the first line of its message, which for a
    database error is followed by the statement and the document's own texts."""
    primera = next(iter(str(error).strip().splitlines()), "")
    return f"falla del programa: {type(error).__name__}: {primera[:_MAXIMO_MOTIVO]}"


def informe_fallido(ruta: Path, ruta_relativa: str, codigo: str, motivo: str) -> Informe:
    """A failed Informe with ``codigo`` (a reading code of CONTRACT.md section 3). Never raises for an unreadable file:
    then its hash is that of nothing and its size 0. A file larger than is read is not read for its hash either."""
    frase = blancos(motivo)
    sha256, largo = _contenido(ruta)
    nombre = ruta_relativa.rpartition("/")[2]
    de_quien = (sha256,) if largo else (sha256, ruta_relativa)  # what could not be opened is told apart by its path
    hallazgo = Hallazgo(
        huella=huella(*de_quien, codigo, None),
        huella_contenido=huella(ruta_relativa, codigo),
        codigo=codigo,
        gravedad="aviso",
        tabla=None,
        fila=None,
        actividad=None,
        campo=None,
        informado=None,
        recalculado=None,
        diferencia=None,
        lugar="documento",
        mensaje=f"{nombre}: {frase}",
        explicacion="El documento no se pudo leer: nada de él fue verificado.",
        norma=None,
        norma_origen=None,
        correccion_probable=None,
        alternativas=(),
        causa=None,
        lugares=(),
        certeza="segura",
        origen=None,
    )
    ficha = FichaDocumento(
        ruta=ruta_relativa,
        nombre=nombre,
        sha256=sha256,
        bytes=largo,
        formato=None,
        lector=None,
        paginas=None,
        paginas_ocr=(),
        metadatos=Metadatos(),
        tipo="desconocido",
        patron=None,
        anio=None,
        etapas=(),
        servicio=None,
        notas=(),
        estado="fallido",
        motivo=frase,
    )
    nada = Cobertura(
        tablas=0,
        tablas_reconocidas=0,
        actividades=0,
        cifras=0,
        verificables=0,
        verificadas=0,
        no_verificables={},
        descartadas=0,
    )
    return Informe(documento=ficha, tablas=(), secciones=(), verificaciones=(), hallazgos=(hallazgo,), cobertura=nada)


def _contenido(ruta: Path) -> tuple[str, int]:
    suma, largo = hashlib.sha256(), 0
    try:
        if ruta.stat().st_size > limites().tamano_mb * MB:
            return suma.hexdigest(), ruta.stat().st_size
        with ruta.open("rb") as archivo:
            while trozo := archivo.read(_TROZO):
                suma.update(trozo)
                largo += len(trozo)
    except OSError:
        return hashlib.sha256().hexdigest(), 0
    return suma.hexdigest(), largo
