"""A raw table as a ``Tabla``: rows, activities, blocks and the reading of its earned column; nothing judged yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.comun.texto import ordinal, sin_ordinal
from extractor.estructura.bandas_de_programa import programa_de_sus_filas
from extractor.estructura.bloques import bloques_de
from extractor.estructura.celdas_dudosas import TODA_LA_FILA, CeldaDudosa, celdas_dudosas
from extractor.estructura.cierres import Cierre, cierres_leidos, con_frase, sin_totales_en_blanco
from extractor.estructura.cifras_compartidas import repartir_cifras
from extractor.estructura.columnas import limpiar
from extractor.estructura.columnas_aclaradas import aclaradas, por_aclarar
from extractor.estructura.columnas_supuestas import con_supuestas
from extractor.estructura.contexto_programa import ContextoPrograma
from extractor.estructura.estados_con_clave import ConClave, cortos_dudosos, es_veredicto_de
from extractor.estructura.fila_a_medias import queda_a_medias
from extractor.estructura.filas import armar_filas
from extractor.estructura.items import EsVeredicto, cifra, textos
from extractor.estructura.listas import leer_lista
from extractor.estructura.modo import Forma, decidir, forma_de
from extractor.estructura.otra_materia import con_otra_materia
from extractor.estructura.parrafos_de_una import de_una_actividad
from extractor.estructura.programa import leer_programa
from extractor.estructura.rotulos_corridos import con_rotulos_corridos
from extractor.estructura.totales_sin_palabra import con_totales_dudosos
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.normalizador import Normalizador
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Columna, Desempeno, Fila, ObjetivoTabla, Programa, Tabla
from extractor.modelo.valores import Cifra
from extractor.vocabularios.programas import programa_de_titulo


@dataclass(frozen=True, slots=True)
class Armado:
    """The document's tables, what could not be settled about them, and how many blank rows were dropped.

    ``motivos``: table id -> why its earned column is read as it is. ``celdas_dudosas``: (table, row, role) of what was read with
    doubt, and of totals that nobody is to miss.
    """

    tablas: tuple[Tabla, ...]
    avisos: tuple[AvisoEstructura, ...]
    motivos: dict[str, str]
    descartadas: int
    celdas_dudosas: frozenset[CeldaDudosa] = frozenset()


def armar(
    crudas: Sequence[TablaCruda], normal: Normalizador, es_veredicto: EsVeredicto, regimenes: Mapping[str, Regimen]
) -> Armado:
    """Every raw table of a document, in order. The running reading of one looks at the shape of the others."""
    if por_aclarar(crudas):
        leidas = [_tabla(c, f"t{n:02d}", normal, es_veredicto, regimenes)[0] for n, c in enumerate(crudas, start=1)]
        crudas = aclaradas(leidas, crudas)
    tablas: list[Tabla] = []
    avisos: list[AvisoEstructura] = []
    descartadas = 0
    dudosas: set[CeldaDudosa] = set()
    for numero, cruda in enumerate(crudas, start=1):
        tabla, propios, blancas, borrosas = _tabla(cruda, f"t{numero:02d}", normal, es_veredicto, regimenes)
        tablas.append(tabla)
        avisos.extend(propios)
        descartadas += blancas
        dudosas |= borrosas
    con_modos, motivos = _con_modos(tablas, crudas)
    return Armado(con_modos, tuple(avisos), motivos, descartadas, frozenset(dudosas))


def rearmar(armado: Armado, tablas: Sequence[Tabla], crudas: Sequence[TablaCruda], regimenes: Mapping[str, Regimen]) -> Armado:
    """The same with ``tablas`` (some of whose figures were changed) in place of its own: blocks and readings anew."""
    nuevas = [
        t.model_copy(update={"bloques": bloques_de(t.filas, _esperado(c, regimenes), cierres_leidos(t))}) if c.patron.pesa else t
        for t, c in zip(tablas, crudas, strict=True)
    ]
    leidas, motivos = _con_modos(nuevas, crudas)
    return replace(armado, tablas=leidas, motivos=motivos)


def _con_modos(tablas: Sequence[Tabla], crudas: Sequence[TablaCruda]) -> tuple[tuple[Tabla, ...], dict[str, str]]:
    """The tables with the reading of their earned column, and why."""
    formas: dict[str, Forma] = {}
    for tabla, cruda in zip(tablas, crudas, strict=True):
        if cruda.patron.pesa and any(c.rol in DE_CIFRAS for c in tabla.columnas):
            formas[tabla.id] = forma_de([_pares(tabla, b.filas) for b in tabla.bloques])
    leidas, motivos = list(tablas), {}
    for sitio, tabla in enumerate(tablas):
        if tabla.id in formas:
            otras = [f for otra, f in formas.items() if otra != tabla.id]
            modo, motivos[tabla.id] = decidir(formas[tabla.id], otras)
            leidas[sitio] = tabla.model_copy(update={"modo_ganada": modo})
    return tuple(leidas), motivos


def _esperado(cruda: TablaCruda, regimenes: Mapping[str, Regimen]) -> str:
    """What the weights of a whole must sum, by the form's own regime."""
    return next((regimenes[r].total_esperado for r in cruda.patron.regimenes if r in regimenes), "100")


def _pares(tabla: Tabla, indices: Sequence[int]) -> list[tuple[Cifra | None, Cifra | None]]:
    pares: list[tuple[Cifra | None, Cifra | None]] = []
    for indice in indices:
        fila = tabla.filas[indice]
        if fila.ponderacion or fila.ponderacion_ganada:
            pares.append((fila.ponderacion, fila.ponderacion_ganada))
        else:
            pares.extend((a.ponderacion, a.ponderacion_ganada) for a in fila.actividades)
    return pares


def _tabla(
    cruda: TablaCruda, identidad: str, normal: Normalizador, es_veredicto: EsVeredicto, regimenes: Mapping[str, Regimen]
) -> tuple[Tabla, list[AvisoEstructura], int, set[CeldaDudosa]]:
    armadas, blancas = armar_filas(cruda)
    avisos: list[AvisoEstructura] = []
    pesa = cruda.patron.pesa is not None
    esperado = _esperado(cruda, regimenes)
    filas: list[Fila]
    cierres: tuple[Cierre, ...] = ()
    borrosas: set[CeldaDudosa] = set()
    if pesa:
        propio = ContextoPrograma(cruda, identidad, ConClave(normal, cruda), es_veredicto_de(cruda, es_veredicto), esperado)
        armadas, juntas = de_una_actividad(armadas, cruda, identidad, propio.es_veredicto)
        armadas = repartir_cifras(armadas, cruda.columnas)
        armadas, todas = sin_totales_en_blanco(armadas), len(armadas)
        blancas += todas - len(armadas)
        filas, vistos, cierres = leer_programa(armadas, propio)
        filas, corridos = con_rotulos_corridos(filas, cruda, identidad)
        vistos = [*juntas, *vistos, *corridos, *cortos_dudosos(filas, cruda, identidad)]
        filas, cierres = con_frase(filas, cierres, cruda.totales)
        filas, sin_palabra, borrosas = con_totales_dudosos(filas, armadas, cruda, identidad, esperado)
        filas, cierres, supuestas, dudosas = con_supuestas(filas, cierres, cruda, identidad)
        vistos = [*vistos, *sin_palabra, *supuestas]
        borrosas |= dudosas | {(identidad, c.fila, "total_ganada") for c in cierres if c.de_cada}
        filas, cierres, ajena = con_otra_materia(filas, cierres, cruda, identidad)
        vistos = [*vistos, *ajena]
        borrosas |= {(identidad, f.indice, TODA_LA_FILA) for f in filas if corridos or ajena}
    else:
        filas, vistos = leer_lista(armadas, cruda, identidad, normal)
        vistos = [*vistos, *con_otra_materia(filas, (), cruda, identidad)[2]]
    avisos.extend(vistos)
    if cruda.cortada:
        detalle = "la tabla termina antes de completar su última fila"
        avisos.append(AvisoEstructura("TABLA_TRUNCADA", identidad, None, None, None, detalle, cruda.origen))
    elif pesa and queda_a_medias(filas, [c.rol for c in cruda.columnas]):
        detalle = "la última fila de la tabla queda a medio escribir"
        avisos.append(AvisoEstructura("TABLA_TRUNCADA", identidad, filas[-1].indice, None, None, detalle, filas[-1].origen))
    tabla = Tabla(
        id=identidad,
        tipo="otra" if cruda.patron.tipo == "seccion" else cruda.patron.tipo,
        programa=programa_de_sus_filas(filas, _programa(cruda)) if pesa else _programa(cruda),
        titulo=cruda.titulo,
        objetivo_institucional=cruda.objetivo,
        etapa=cruda.etapa,
        region=normal.region(cruda.region),
        columnas=tuple(Columna(texto=limpiar(c.texto), rol="otro" if c.rol == "desarrollo" else c.rol) for c in cruda.columnas),
        objetivos=_objetivos(cruda.objetivos),
        modo_ganada=None,
        regimen=None,
        ponderacion_declarada=cifra(cruda.declarada) if cruda.declarada else None,
        filas=tuple(filas),
        bloques=bloques_de(filas, esperado, cierres) if pesa else (),
        desempeno=_desempeno(cruda),
        origen=cruda.origen,
    )
    return tabla, avisos, blancas, borrosas.union(celdas_dudosas(armadas, filas, cruda, identidad))


def _programa(cruda: TablaCruda) -> Programa | None:
    """Which of its form's programmes the table states: by its pattern, else by its title, else by a heading before it."""
    if cruda.patron.programa:
        return cruda.patron.programa
    if cruda.patron.tipo not in ("programa_trabajo", "instancias"):
        return None
    return programa_de_titulo(cruda.titulo) or cruda.programa


def _objetivos(parrafos: Sequence[Parrafo]) -> tuple[ObjetivoTabla, ...]:
    objetivos = []
    for item in textos(parrafos).items:
        numero = ordinal(item.texto)
        texto = sin_ordinal(item.texto) if numero is not None else item.texto
        objetivos.append(ObjetivoTabla(numero=str(numero) if numero is not None else None, texto=texto, origen=item.origen))
    return tuple(objetivos)


def _desempeno(cruda: TablaCruda) -> Desempeno | None:
    if not cruda.desempeno_region and not cruda.desempeno_servicio:
        return None
    region = cruda.desempeno_region[1] if cruda.desempeno_region else None
    servicio = cruda.desempeno_servicio[1] if cruda.desempeno_servicio else None
    return Desempeno(
        region=cifra(region) if region else None,
        region_recalculado=None,
        servicio=servicio.texto if servicio else None,
    )
