"""One Informe into the rows of each frame, in the order of ``COLUMNAS``. Pure Python: no pandas here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from extractor.marcos.filas_cifras import cifras
from extractor.marcos.filas_detalle import filas, notas, responsables, secciones
from extractor.marcos.filas_nombres import nombres
from extractor.marcos.filas_revision import hallazgos, verificaciones
from extractor.marcos.piezas import (
    Renglon,
    de_cifra,
    de_contexto,
    de_documento,
    de_origen,
    de_responsables,
    decimal,
    unidos,
)
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import GRAVEDADES
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.modelo.valores import Region


def documentos(informe: Informe) -> Iterator[Renglon]:
    ficha, cobertura, servicio = informe.documento, informe.cobertura, informe.documento.servicio
    gravedades = Counter(hallazgo.gravedad for hallazgo in informe.hallazgos)
    yield (
        *de_documento(informe),
        ficha.nombre,
        ficha.bytes,
        ficha.formato,
        ficha.lector,
        ficha.paginas,
        ficha.tipo,
        ficha.patron,
        ficha.anio,
        unidos(map(str, ficha.etapas), ","),
        *((None,) * 4 if servicio is None else (servicio.texto, servicio.codigo, servicio.nombre, servicio.certeza)),
        ficha.estado,
        ficha.motivo,
        cobertura.tablas,
        cobertura.tablas_reconocidas,
        len(informe.secciones),
        cobertura.actividades,
        cobertura.cifras,
        cobertura.verificables,
        cobertura.verificadas,
        cobertura.verificables - cobertura.verificadas,
        cobertura.descartadas,
        *(gravedades[gravedad] for gravedad in GRAVEDADES),
    )


def tablas(informe: Informe) -> Iterator[Renglon]:
    for tabla in informe.tablas:
        desempeno = tabla.desempeno
        yield (
            *de_documento(informe),
            tabla.id,
            tabla.tipo,
            tabla.programa,
            tabla.titulo,
            tabla.etapa,
            *de_contexto(informe, tabla.region),
            tabla.region.alcance,
            tabla.modo_ganada,
            tabla.regimen,
            unidos((columna.rol for columna in tabla.columnas), ","),
            len(tabla.filas),
            sum(len(fila.actividades) for fila in tabla.filas),
            *de_cifra(tabla.ponderacion_declarada),
            *de_cifra(desempeno.region if desempeno else None),
            decimal(desempeno.region_recalculado if desempeno else None),
            desempeno.servicio if desempeno else None,
            *de_origen(tabla.origen),
        )


def actividades(informe: Informe) -> Iterator[Renglon]:
    """One row per activity; a weighed row without activities gives one too, with ``actividad`` empty."""
    for tabla in informe.tablas:
        for fila in tabla.filas:
            if fila.ponderacion is not None or fila.ponderacion_ganada is not None or fila.estado is not None:
                yield _actividad(informe, tabla, fila, None)
            for actividad in fila.actividades:
                yield _actividad(informe, tabla, fila, actividad)


def _actividad(informe: Informe, tabla: Tabla, fila: Fila, actividad: Actividad | None) -> Renglon:
    unidad = fila if actividad is None else actividad
    estado = unidad.estado
    objetivos = actividad.objetivos if actividad is not None and actividad.objetivos else fila.objetivos
    responsables = unidad.responsables or fila.responsables
    return (
        *de_documento(informe),
        tabla.id,
        fila.indice,
        None if actividad is None else actividad.indice,
        *de_contexto(informe, tabla.region),
        tabla.programa,
        tabla.tipo,
        unidos(objetivos),
        fila.meta if actividad is None else actividad.texto,
        *de_cifra(unidad.ponderacion),
        *((None,) * 4 if estado is None else (estado.texto, estado.valor, decimal(estado.porcentaje), estado.declarado)),
        *de_cifra(unidad.ponderacion_ganada),
        decimal(unidad.ganada_recalculada),
        None if actividad is None else decimal(actividad.acumulada_recalculada),
        de_responsables(responsables),
        None if actividad is None else unidos((c for c, como in sorted(actividad.alineacion.items()) if como == "dudosa"), ","),
        *de_origen(fila.origen if actividad is None else _lugar(actividad, fila)),
    )


def _lugar(actividad: Actividad, fila: Fila) -> Origen:
    """Where the activity stands: its text, else the first of its figures, else its row."""
    for campo in ("actividad", "texto", "meta_o_actividades", *sorted(actividad.origen)):
        if campo in actividad.origen:
            return actividad.origen[campo]
    return fila.origen


def regiones(informe: Informe) -> Iterator[Renglon]:
    """One row per code of each table or section with a region; a region without codes gives one row."""
    lugares: list[tuple[str | None, str | None, Region | None]] = [(tabla.id, None, tabla.region) for tabla in informe.tablas]
    lugares += [(None, seccion.id, seccion.region) for seccion in informe.secciones]
    for tabla, seccion, region in lugares:
        if region is None:
            continue
        for codigo in region.codigos or (None,):
            yield (
                *de_documento(informe),
                tabla,
                seccion,
                region.texto,
                codigo,
                region.nombre,
                region.division,
                region.alcance,
                region.heredada,
                region.certeza,
                unidos(f"{c.codigo} {c.nombre} ({c.puntaje})" for c in region.candidatos),
            )


FILAS: dict[str, Callable[[Informe], Iterator[Renglon]]] = {
    "documentos": documentos,
    "tablas": tablas,
    "actividades": actividades,
    "cifras": cifras,
    "verificaciones": verificaciones,
    "hallazgos": hallazgos,
    "regiones": regiones,
    "nombres": nombres,
    "filas": filas,
    "responsables": responsables,
    "secciones": secciones,
    "notas": notas,
}
