"""What was checked and what was found: the rows of the frames ``verificaciones`` and ``hallazgos``."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.marcos.piezas import Renglon, de_contexto, de_documento, de_origen, decimal, unidos
from extractor.modelo.hallazgo import Correccion
from extractor.modelo.informe import Informe, Seccion
from extractor.modelo.tabla import Tabla


def verificaciones(informe: Informe) -> Iterator[Renglon]:
    regiones_ = {tabla.id: tabla.region.nombre or tabla.region.texto for tabla in informe.tablas}
    for numero, hecha in enumerate(informe.verificaciones):
        minimo, maximo = hecha.intervalo or (None, None)
        yield (
            *de_documento(informe),
            numero,
            hecha.regla,
            hecha.tabla,
            hecha.fila,
            hecha.actividad,
            None if hecha.tabla is None else regiones_.get(hecha.tabla),
            hecha.resultado,
            hecha.informado,
            decimal(hecha.informado),
            hecha.recalculado,
            decimal(hecha.recalculado),
            decimal(minimo),
            decimal(maximo),
            hecha.formula,
            hecha.motivo,
            hecha.causa,
        )


def hallazgos(informe: Informe) -> Iterator[Renglon]:
    lugares: dict[str, Tabla | Seccion] = {seccion.id: seccion for seccion in informe.secciones}
    lugares.update((tabla.id, tabla) for tabla in informe.tablas)
    for hallazgo in informe.hallazgos:
        donde = None if hallazgo.tabla is None else lugares.get(hallazgo.tabla)
        correccion = hallazgo.correccion_probable
        yield (
            *de_documento(informe),
            hallazgo.huella,
            hallazgo.huella_contenido,
            hallazgo.codigo,
            hallazgo.gravedad,
            *de_contexto(informe, donde.region if donde else None),
            donde.programa if isinstance(donde, Tabla) else None,
            hallazgo.tabla,
            hallazgo.fila,
            hallazgo.actividad,
            hallazgo.campo,
            hallazgo.lugar,
            hallazgo.informado,
            decimal(hallazgo.informado),
            hallazgo.recalculado,
            decimal(hallazgo.recalculado),
            hallazgo.diferencia,
            decimal(hallazgo.diferencia),
            hallazgo.mensaje,
            hallazgo.explicacion,
            hallazgo.norma,
            None if correccion is None else _correccion(correccion),
            unidos(map(_correccion, hallazgo.alternativas)),
            hallazgo.causa,
            len(hallazgo.lugares),
            hallazgo.certeza,
            None if hallazgo.decision is None else hallazgo.decision.valor,
            *de_origen(hallazgo.origen),
        )


def _correccion(correccion: Correccion) -> str:
    return f"{correccion.campo}: {correccion.de or 'en blanco'} -> {correccion.a or 'en blanco'}"
