"""What was read around a finding, cell by cell, and what could not be checked there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.comun.razones_codigos import MOTIVOS
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado
from extractor.salidas.consola import limpio
from extractor.salidas.lugares import LARGO_CITA
from extractor.salidas.prosa import tabla_en_palabras

_NO_VERIFICABLES_DICHAS = 5


def leido_ahi(informe: Informe, tabla: Tabla | None, hallazgo: Hallazgo, con_celdas: bool) -> Iterator[str]:
    """For a finding that no arithmetic gives: what was read there, cell by cell, or how the document was read; and what
    could not be checked for the same reason."""
    if not con_celdas:
        return
    seccion = next((s for s in informe.secciones if s.id == hallazgo.tabla), None)
    if tabla is not None:
        filas = [f for f in tabla.filas if f.indice == hallazgo.fila]
        for fila in filas:
            yield from _fila(tabla, fila, hallazgo.actividad)
        if not filas:
            columnas = "; ".join(f"«{limpio(c.texto)}» ({c.rol})" for c in tabla.columnas)
            yield f"Leído en la tabla {tabla_en_palabras(tabla.id)}: {len(tabla.filas)} filas; columnas: {columnas}"
    elif seccion is not None:
        titulo, largo = limpio(seccion.titulo or "", LARGO_CITA), len(seccion.texto or "")
        yield f"Leído en la sección: «{titulo}»: {largo} caracteres de texto propio"
        for campo, valor in sorted(seccion.campos.items()):
            if isinstance(valor, str | None):
                yield f"  {campo}: {'en blanco' if not valor else f'«{limpio(valor, LARGO_CITA)}»'}"
    else:
        ficha = informe.documento
        yield (
            f"Leído con: {ficha.lector or 'ningún lector'} (formato {ficha.formato or 'desconocido'}); documento {ficha.estado}"
            + (f": {limpio(ficha.motivo)}" if ficha.motivo else "")
        )
        if ficha.paginas_ocr:
            yield f"Páginas leídas por reconocimiento óptico: {', '.join(str(pagina) for pagina in ficha.paginas_ocr)}"
        cuenta = f"{len(informe.tablas)} tablas y {len(informe.secciones)} secciones"
        yield f"Familia reconocida: {ficha.patron or 'ninguna'}; {cuenta}"
    yield from _sin_comprobar(informe, hallazgo)


def _fila(tabla: Tabla, fila: Fila, actividad: int | None) -> Iterator[str]:
    yield f"Leído en la fila {fila.indice + 1} de la tabla {tabla_en_palabras(tabla.id)}:"
    for columna, celda in zip(tabla.columnas, fila.celdas, strict=False):
        yield f"  {limpio(columna.texto)} ({columna.rol}): {f'«{limpio(celda, LARGO_CITA)}»' if celda.strip() else 'en blanco'}"
    propias: Sequence[Actividad] = [a for a in fila.actividades if actividad is None or a.indice == actividad]
    for una in propias:
        yield (
            f"  {una.indice + 1}ª actividad: ponderación {_cifra(una.ponderacion)}, estado {_estado(una.estado)}, "
            f"ganada {_cifra(una.ponderacion_ganada)}" + (f"; {limpio(una.motivo_alineacion)}" if una.motivo_alineacion else "")
        )


def _cifra(cifra: Cifra | None) -> str:
    return "en blanco" if cifra is None else f"«{limpio(cifra.texto)}»"


def _estado(estado: Estado | None) -> str:
    return "en blanco" if estado is None else f"«{limpio(estado.texto, 60)}» ({estado.valor})"


def _sin_comprobar(informe: Informe, hallazgo: Hallazgo) -> Iterator[str]:
    """What other rules could not check at that very place."""
    if hallazgo.tabla is None:
        return
    calladas = [
        v for v in informe.verificaciones
        if v.resultado == "NO_VERIFICABLE" and v.tabla == hallazgo.tabla and hallazgo.fila in (None, v.fila)
        and hallazgo.actividad in (None, v.actividad)
    ]
    for hecha in calladas[:_NO_VERIFICABLES_DICHAS]:
        donde = "" if hecha.fila is None else f", fila {hecha.fila + 1}"
        donde += "" if hecha.actividad is None else f", {hecha.actividad + 1}ª actividad"
        motivo = MOTIVOS.get(hecha.motivo or "", hecha.motivo)
        yield f"No se pudo comprobar ahí: {hecha.regla}{donde}: {motivo} [{hecha.motivo}]"
    if len(calladas) > _NO_VERIFICABLES_DICHAS:
        yield f"No se pudieron comprobar ahí otras {len(calladas) - _NO_VERIFICABLES_DICHAS} cosas"
