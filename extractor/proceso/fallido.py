"""The ``Informe`` of a document that could not be read: its file, the reason, one finding, and what persons state of it.

Service, year and stage hold whether or not the document was read: whoever lists what is missing looks for it by them.
"""

from __future__ import annotations

from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.comun.huellas import SIN_CONTENIDO, huella
from extractor.comun.texto import blancos, plegar
from extractor.errores import ErrorLectura
from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Cobertura, FichaDocumento, Informe, Metadatos
from extractor.proceso.decisiones import DecisionesDelDocumento
from extractor.proceso.decisiones_nombres import servicio_declarado

SIN_COBERTURA = Cobertura(
    tablas=0, tablas_reconocidas=0, actividades=0, cifras=0, verificables=0, verificadas=0, no_verificables={}, descartadas=0
)
_DE_LA_FICHA = ("servicio", "anio", "etapa")
"""What a document without tables has a place for: a region belongs to a table."""


def informe_fallido(
    ruta: str,
    contenido: tuple[str | None, int],
    error: ErrorLectura,
    declarado: Declarado | None = None,
    decisiones: Decisiones = SIN_DECISIONES,
) -> Informe:
    """A failed Informe with the code and the reason of ``error``. ``contenido``: hash and bytes of the file; hash None when it
    could not be opened, or is larger than is read.

    ``decisiones``: those about the document or its finding are applied; its readings and pairs have nothing to be applied to,
    and stay out of the report's ``decisiones``. Raises ErrorPatron for a malformed file of ``patrones/``.
    """
    sha256, largo = contenido
    propias = DecisionesDelDocumento(decisiones, sha256 or "")
    dicho = propias.declarado(declarado or Declarado(), _DE_LA_FICHA)
    frase = blancos(str(error))
    ficha = FichaDocumento(
        ruta=ruta,
        nombre=ruta.rpartition("/")[2],
        sha256=sha256 or SIN_CONTENIDO,
        bytes=largo,
        formato=None,
        lector=None,
        paginas=None,
        paginas_ocr=(),
        metadatos=Metadatos(),
        tipo="desconocido",
        patron=None,
        anio=dicho.anio,
        etapas=() if dicho.etapa is None else (dicho.etapa,),
        servicio=servicio_declarado(dicho, propias),
        notas=(),
        estado="fallido",
        motivo=frase,
    )
    hallazgos = propias.hallazgos((_hallazgo(ficha, error.codigo, conocido=sha256 is not None),))
    return Informe(
        documento=ficha, tablas=(), secciones=(), verificaciones=(), hallazgos=hallazgos, cobertura=SIN_COBERTURA,
        decisiones=tuple(sorted(propias.usadas)),
    )  # fmt: skip


def _hallazgo(ficha: FichaDocumento, codigo: str, conocido: bool) -> Hallazgo:
    """``conocido``: whether the content is; what could not be opened is told apart by its path."""
    servicio = ficha.servicio.codigo if ficha.servicio is not None else None
    donde = () if conocido else (ficha.ruta,)
    return Hallazgo(
        huella=huella(ficha.sha256, codigo, None, None, None, None, *donde),
        huella_contenido=huella(servicio, ficha.anio, [], None, plegar(ficha.nombre), codigo),
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
        mensaje=f"«{ficha.nombre}»: {ficha.motivo}",
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
