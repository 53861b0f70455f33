"""Which family a document belongs to, and why; its year; and the parts that family lets us find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from extractor.comun.texto import blancos, sin_marcas_nota
from extractor.formatos.anios.anio import anio
from extractor.formatos.anios.de_formas import con_reglas_del_anio, familias_de_las_formas, las_del_anio_primero
from extractor.formatos.anios.fechas_del_informe import fechas_del_informe
from extractor.formatos.anios.partes_anuales import anios_de_los_programas, anios_por_lugar, por_anio
from extractor.formatos.anios.supuesto import AnioLeido, anio_supuesto
from extractor.formatos.columnas.de_estado import con_estados
from extractor.formatos.columnas.de_resultados import con_resultados
from extractor.formatos.columnas.encabezados import rotulos_de
from extractor.formatos.columnas.ganadas import con_lo_ganado
from extractor.formatos.columnas.perdidas import avisos_de_columnas
from extractor.formatos.columnas.por_notas import con_notas
from extractor.formatos.columnas.por_numeros import con_numeros
from extractor.formatos.columnas.por_sus_celdas import con_lo_que_falta
from extractor.formatos.contexto import ETAPA_EVALUACION, Hallado
from extractor.formatos.corte_en_piezas import en_piezas
from extractor.formatos.etapa_dicha import etapa_dicha
from extractor.formatos.evaluacion_dicha import familias_de_evaluacion
from extractor.formatos.flujo.mezcladas import separar
from extractor.formatos.flujo.una_por_linea import con_una_por_linea
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.puntaje import impedimento_de, puntuar
from extractor.formatos.secciones.hojas_de_texto import con_hojas_de_texto
from extractor.formatos.secciones.numeradas import leer_numeradas
from extractor.formatos.secciones.partidas import con_partidas
from extractor.formatos.segmentos import Recorrido
from extractor.formatos.tablas.cabezas_dibujadas import con_cabezas
from extractor.formatos.tablas.de_otra_materia import con_su_materia
from extractor.formatos.tablas.en_imagen import avisos_de_imagenes
from extractor.formatos.tablas.no_leidas import avisos_de_tablas_no_leidas
from extractor.formatos.tablas.partidas import con_abiertas, unir_partidas
from extractor.formatos.tablas.pesos_del_titulo import con_pesos_del_titulo
from extractor.modelo.base import Origen
from extractor.modelo.crudo import Candidato, NotaReconocida, Reconocimiento
from extractor.modelo.documento import Documento
from extractor.modelo.patron import Patron

T = TypeVar("T")

PUNTAJE_MINIMO = 50.0
"""A family that fits less than this is not recognised."""
MARGEN = 3.0
"""Two families nearer than this are a tie."""


def reconocer(documento: Documento, patrones: tuple[Patron, ...], ademas: tuple[Patron, ...] = ()) -> Reconocimiento:
    """The document's family with its reasons, and the raw tables and sections found by it. ``ademas``: families of another
    stage that are known to be in it.

    When no family fits or two tie, ``patron`` is None, a FORMATO_DESCONOCIDO notice names the best three, and the
    tables are still looked for with the forms of every family: nothing readable is lost.
    """
    lineas = _lineas(documento)
    candidatos = sorted((puntuar(p, lineas) for p in patrones), key=lambda c: (-c.puntaje, c.patron))
    por_id = {p.id: p for p in patrones}
    buenos = [c for c in candidatos if c.puntaje >= PUNTAJE_MINIMO]
    sin_titulo = not buenos
    if sin_titulo:
        buenos = _por_sus_tablas(documento, patrones, lineas)
        candidatos = [*buenos, *(c for c in candidatos if c.patron not in {b.patron for b in buenos})]
    elegido = por_id[buenos[0].patron] if buenos else None
    avisos: list[tuple[str, str, Origen | None]] = []
    if (
        len(buenos) > 1
        and buenos[0].puntaje - buenos[1].puntaje < MARGEN
        and _rivales(por_id[buenos[0].patron], por_id[buenos[1].patron])
    ):
        elegido = None
    activos = (*(tuple(por_id[c.patron] for c in buenos) or patrones), *ademas)
    if elegido is None:
        mejores = "; ".join(f"{c.patron} ({c.puntaje:.0f})" for c in candidatos[:3])
        avisos.append(
            ("FORMATO_DESCONOCIDO", f"ninguna familia de informes calza con claridad; las más cercanas: {mejores}", None)
        )
    leido = AnioLeido(anio([*documento.membretes, *lineas], (elegido,) if elegido else activos))
    if leido.anio is None and elegido is not None:
        leido = anio_supuesto([*documento.membretes, *lineas], fechas_del_informe(documento), elegido)
    del_informe = leido.anio
    hallado, notas = recorrer(documento, activos, elegido, del_informe)
    otras = tuple(p for p in patrones if p.tipo != "evaluacion")
    if elegido is not None and all(p.tipo == "evaluacion" for p in activos) and _por_sus_tablas(documento, otras, lineas):
        # its titles may be words of a programme's cells: a form of one that can be read says what the report is, which may
        # hold both stages
        return reconocer(documento, otras, activos if _leyo(hallado) or ETAPA_EVALUACION in hallado.etapas else ())
    if elegido is not None and ETAPA_EVALUACION in hallado.etapas:
        # told in titles and forms of the service's own: what stands under the title of its stage says that it is there
        tiene = any(p.tipo == "evaluacion" for p in activos)
        de_ella = tuple(p for p in patrones if p.tipo == "evaluacion" and p not in activos and not impedimento_de(p, lineas))
        con_ella = recorrer(documento, (*activos, *de_ella), None, del_informe)[0] if de_ella else hallado
        evaluan = tuple(familias_de_evaluacion(con_ella, de_ella, solo_secciones=tiene))
        if evaluan:
            return reconocer(documento, tuple(p for p in patrones if p not in evaluan), (*ademas, *evaluan))
    if sin_titulo:
        hallado.tablas[:] = con_reglas_del_anio(hallado.tablas, patrones, del_informe)
    rotulos = rotulos_de(tuple(_sin_repetir(t for p in activos for t in p.tablas)))
    avisos.extend(avisos_de_tablas_no_leidas(documento, elegido, hallado, rotulos))
    return Reconocimiento(
        patron=elegido,
        candidatos=tuple(candidatos[:3]),
        anio=del_informe,
        anio_supuesto=leido.supuesto,
        duda_de_anio=leido.duda,
        anios=hallado.anios,
        etapas=tuple(sorted(hallado.etapas)),
        servicio=tuple(hallado.servicio),
        tablas=tuple(hallado.tablas),
        secciones=hallado.prosa.secciones(hallado.secciones),
        notas=notas,
        estados=_estados(activos),
        avisos=(*avisos, *hallado.avisos),
        no_reconocidas=hallado.no_reconocidas,
        descartadas=hallado.descartadas,
    )


def _leyo(hallado: Hallado) -> bool:
    """Whether a walk read a table or a section of the family's own."""
    return any(t.patron.tipo != "otra" for t in hallado.tablas) or any(s.campos for s in hallado.secciones)


def recorrer(
    documento: Documento, activos: tuple[Patron, ...], elegido: Patron | None, anio: int | None = None
) -> tuple[Hallado, tuple[NotaReconocida, ...]]:
    """The walk of a document with the titles and forms of the families at hand."""
    secciones = tuple(_sin_repetir(s for p in activos for s in p.secciones))
    titulos = Titulos(tuple(_sin_repetir(t for p in activos for t in p.titulos)), secciones)
    piezas = en_piezas(documento, titulos)
    notas_lector = tuple(NotaReconocida(None, n.marca, n.parrafo.texto, n.parrafo.origen) for n in documento.notas)
    if elegido is not None and elegido.tipo == "guia":
        return _guia(piezas, elegido, notas_lector)
    tablas = tuple(las_del_anio_primero(_sin_repetir(t for p in activos for t in p.tablas), anio))
    con_filas = con_una_por_linea(con_cabezas(documento, rotulos_de(tablas)), titulos, rotulos_de(tablas))
    separado = separar(con_filas, titulos, rotulos_de(tablas))
    unidas = unir_partidas(separado.documento, titulos, rotulos_de(tablas))
    piezas = piezas if unidas.documento is documento else en_piezas(unidas.documento, titulos)
    hallado = Recorrido(piezas, titulos, rotulos_de(tablas), secciones, anio).recorrer()
    # the chapters of an evaluation that prints no stage are found once it is known to be one
    etapa = ETAPA_EVALUACION if elegido is not None and elegido.tipo == "evaluacion" and not hallado.etapas else None
    if etapa is not None:
        hallado = Recorrido(piezas, titulos, rotulos_de(tablas), secciones, anio, etapa=etapa).recorrer()
    anios = anios_por_lugar(piezas, activos)
    dichos = anios_de_los_programas(anios, hallado.tablas, hallado.secciones)
    if len(dichos) > 1:
        hallado = Recorrido(piezas, titulos, rotulos_de(tablas), secciones, anio, anios, etapa).recorrer()
        hallado.anios = dichos
        hallado.tablas[:], hallado.secciones[:] = por_anio(hallado.tablas, anios), por_anio(hallado.secciones, anios)
    hallado.tablas[:] = con_abiertas(hallado.tablas, unidas.abiertas)
    con_pesos_del_titulo(hallado)
    hallado.tablas[:] = con_lo_ganado(con_notas(con_numeros(hallado.tablas), unidas.documento))
    hallado.tablas[:] = con_estados([*con_lo_que_falta(hallado.tablas)], unidas.documento)
    hallado.tablas[:] = con_su_materia(con_resultados(hallado.tablas, anio))
    hallado.secciones[:], cortes = con_partidas(documento, con_hojas_de_texto(documento, hallado.secciones, titulos), titulos)
    hallado.avisos.extend((*cortes, *separado.avisos, *unidas.avisos, *avisos_de_columnas(hallado.tablas, anio)))
    hallado.avisos.extend(avisos_de_imagenes(documento, titulos))
    hallado.sin_filas.extend(separado.perdidas)
    return hallado, (*hallado.notas, *notas_lector)


def _guia(piezas: list[Pieza], patron: Patron, notas: tuple[NotaReconocida, ...]) -> tuple[Hallado, tuple[NotaReconocida, ...]]:
    numeradas = leer_numeradas(piezas, patron.secciones)
    hallado = Hallado(secciones=numeradas.secciones, descartadas=numeradas.derramadas)
    return hallado, (*numeradas.notas, *notas)


def _por_sus_tablas(documento: Documento, patrones: tuple[Patron, ...], lineas: list[str]) -> list[Candidato]:
    """Families told by their programme's form alone, when no title names one: the form must be theirs and nothing may
    exclude them, but for the titles that do so only where no form of theirs is ("Dirección Regional: Maule" heads the chapter
    of an evaluation and, over a programme, says whose it is). An evaluation, by its stage and by sections with a form of their
    own."""
    del_informe = anio([*documento.membretes, *lineas], patrones)
    hallado, _ = recorrer(documento, patrones, None, del_informe)
    posibles = [p for p in patrones if not impedimento_de(p, lineas)]
    con_formulario = [p for p in patrones if not impedimento_de(p, lineas, con_formulario=True)]
    formas = [*(c.patron for c in hallado.tablas), *hallado.sin_filas]
    if evaluan := familias_de_evaluacion(hallado, posibles):
        porque = ("por lo que trae la cuarta etapa, sin título que la nombre",)
        return [Candidato(p.id, PUNTAJE_MINIMO, porque) for p in evaluan]
    return [
        Candidato(patron.id, PUNTAJE_MINIMO, (f"por su formulario «{forma}», sin título que la nombre",))
        for patron, forma in familias_de_las_formas(formas, con_formulario, del_informe)
    ]


def _estados(patrones: tuple[Patron, ...]) -> dict[str, tuple[str, ...]]:
    """The words of fulfilment of every family at hand, by value: a document of two stages has those of both."""
    juntos: dict[str, tuple[str, ...]] = {}
    for patron in patrones:
        for valor, textos in patron.estados.items():
            juntos[valor] = tuple(dict.fromkeys((*juntos.get(valor, ()), *textos)))
    return juntos


def _sin_repetir(cosas: Iterable[T]) -> list[T]:
    vistas: list[T] = []
    for cosa in cosas:
        if cosa not in vistas:
            vistas.append(cosa)
    return vistas


def _rivales(uno: Patron, otro: Patron) -> bool:
    """Two families of the same stage exclude each other; a document may hold one of each stage, and an evaluation its forms as
    well as its sections."""
    return uno.etapas == otro.etapas and not uno.tipo == otro.tipo == "evaluacion"


def _lineas(documento: Documento) -> list[str]:
    """Every line of the document once, marks left out, rows also as a whole; for recognising only."""
    lineas: list[str] = []
    titulos = Titulos(())
    for pieza in en_piezas(documento, titulos):
        for celda in pieza.llenas:
            lineas.extend(sin_marcas_nota(p.texto) for p in celda.parrafos)
        if len(pieza.llenas) > 1:
            lineas.append(sin_marcas_nota(blancos(" ".join(c.texto for c in pieza.llenas))))
    cortas = [linea for linea in lineas if len(linea) <= 400]
    # a stage in words is one in figures
    return [*cortas, *(f"etapa {etapa}" for linea in cortas if (etapa := etapa_dicha(linea)) is not None)]
