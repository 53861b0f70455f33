"""One report summed up for comparing it with others, from its ``Informe`` alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from extractor.comun.escala import a_escala, escala
from extractor.comun.huellas import huella
from extractor.comun.numeros import canonico
from extractor.comun.texto import palabras
from extractor.modelo.base import Origen
from extractor.modelo.conjunto import GradoResumido, LugarFuente, PartidaResumida, Resumen, ServicioResumido, TablaResumida
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import Region, Servicio
from extractor.reconciliador.conjunto.boceto import bosquejar, textos_de
from extractor.reconciliador.conjunto.palabras import lexico
from extractor.reconciliador.contexto import Mesa, preparar
from extractor.reconciliador.desempeno import REGION as DESEMPENO
from extractor.reconciliador.desempeno import SERVICIO, veredicto
from extractor.reconciliador.expectativas import Expectativas
from extractor.reconciliador.gravedad import limite
from extractor.reconciliador.partidas import Partida, segura
from extractor.reconciliador.pesos import PROGRAMA, SUMA, TOTAL
from extractor.reconciliador.regimenes import cargar_regimenes
from extractor.reconciliador.textos import esencia
from extractor.vocabularios.organismos import organismo_de
from extractor.vocabularios.regiones import division_de
from extractor.vocabularios.servicios import por_codigo

LARGO_TEXTO = 160
"""Characters kept of an item's folded text; a longer one ends in a hash of all of it."""
_LARGO_LUGAR = 120
DE_SUMAS = (SUMA, TOTAL, PROGRAMA, DESEMPENO)
_SIN_SERVICIO = frozenset({"dudosa"})


@cache
def _instalados() -> dict[str, Regimen]:
    return cargar_regimenes()


def resumir(informe: Informe, regimenes: Mapping[str, Regimen] | None = None) -> Resumen:
    """The summary. ``regimenes``: by id, where a family has its own beside the installed ones."""
    todos = {**_instalados(), **(regimenes or {})}
    ficha = informe.documento
    anio = None if ficha.anio_supuesto else ficha.anio  # no finding of several documents builds on a supposed year either
    contexto = preparar(informe, Expectativas(regimenes={
        t.id: (todos[t.regimen],) for t in informe.tablas if t.regimen is not None and t.regimen in todos
    }, partidas=_partidas(informe)))
    resueltas = {
        v.tabla for v in informe.verificaciones if v.regla == SERVICIO and v.resultado != "NO_VERIFICABLE"
    }
    tablas = tuple(_tabla(mesa, resueltas) for mesa in contexto.pesadas)
    regiones = _regiones(informe)
    de_quien = None if ficha.estado == "fallido" else ficha.servicio  # what was not read says nothing beside the rest
    servicio = _servicio(de_quien, sorted({c for codigos in regiones.values() for c in codigos}))
    grados = tuple(_grados(informe))
    entero, cuantas, boceto = bosquejar(textos_de(informe))
    datos = [_dato(t) for t in tablas]
    de_que = [servicio.clave if servicio else None, anio, list(ficha.etapas)]
    return Resumen(
        sha256=ficha.sha256, ruta=ficha.ruta, nombre=ficha.nombre, formato=ficha.formato, escaneado=bool(ficha.paginas_ocr),
        estado=ficha.estado, tipo=ficha.tipo, anio=anio, etapas=ficha.etapas, servicio=servicio,
        modificado=ficha.metadatos.modificado, division=division_de(ficha.anio), regiones=regiones, tablas=tablas, grados=grados,
        huella_texto=huella(
            entero, de_que, [[t.region.alcance, t.region.codigos] for t in informe.tablas], [t.informado for t in tablas]
        ),
        huella_datos=huella(de_que, datos, [list(g[:3]) for g in grados]),
        datos=sum(p.peso is not None or p.ganada is not None for t in tablas for p in t.partidas) + len(grados),
        palabras=cuantas, boceto=boceto,
    )


def _partidas(informe: Informe) -> frozenset[str]:
    """The tables that may be parts of larger ones, as their own sums were left without an answer."""
    return frozenset(
        v.tabla for v in informe.verificaciones if v.motivo == "tabla_partida" and v.regla in DE_SUMAS and v.tabla is not None
    )


def _tabla(mesa: Mesa, resueltas: set[str | None]) -> TablaResumida:
    tabla, regimen, minimo = mesa.tabla, mesa.regimen, limite(mesa)
    ganado = mesa.ganado
    informado = _informado(mesa)
    servicio = tabla.desempeno.servicio if tabla.desempeno is not None else None
    return TablaResumida(
        id=tabla.id, numero=mesa.numero, tipo=tabla.tipo, programa=tabla.programa, etapa=tabla.etapa,
        alcance=tabla.region.alcance, codigos=tabla.region.codigos, division=tabla.region.division,
        region_segura=tabla.region.certeza != "dudosa", region_texto=tabla.region.texto or tabla.region.nombre,
        regimen=tabla.regimen, umbral=regimen.umbral if regimen is not None else None,
        condicional=regimen is not None and regimen.fuente == "supuesta",
        norma_servicio=regimen.normas.get("servicio") if regimen is not None else None,
        minimo=_texto(minimo), ganado=ganado.texto if ganado is not None else None, informado=_texto(informado),
        pesos=_texto(mesa.pesos), alcanza=_alcanza(mesa, minimo),
        alcanza_informado=None if minimo is None or informado is None else informado >= minimo,
        servicio=servicio, servicio_dicho=veredicto(servicio) if servicio else None, servicio_resuelto=tabla.id in resueltas,
        partidas=tuple(_partida(p) for p in mesa.partidas), lugar=_lugar(tabla.origen),
    )


def _alcanza(mesa: Mesa, minimo: Decimal | None) -> bool | None:
    """Whether the programme reaches its threshold; None when what is not known could change it, or nothing was reported."""
    ganado = mesa.ganado
    if minimo is None or ganado is None or mesa.tabla.modo_ganada == "sin_datos":
        return None
    if ganado.minimo >= minimo:
        return True
    return False if ganado.maximo < minimo else None


def _informado(mesa: Mesa) -> Decimal | None:
    """What the report itself gives as earned, in the scale of its weights: the region's performance, the printed total, or the
    sum."""
    desempeno = mesa.tabla.desempeno.region if mesa.tabla.desempeno is not None else None
    total = mesa.bloques[0].registro.total_ganada if len(mesa.bloques) == 1 else None
    for cifra in (desempeno, total):
        if cifra is not None and cifra.decimal is not None and segura(cifra):
            return a_escala(cifra, escala(mesa.de_uno, cifra)).decimal
    return mesa.informada


def _partida(partida: Partida) -> PartidaResumida:
    fila, actividad = partida.lugar
    recalculada = partida.fila.ganada_recalculada if partida.actividad is None else partida.actividad.ganada_recalculada
    dudas = not segura(partida.ponderacion, partida.ganada) or not partida.pareja_segura("ponderacion", "estado", "texto")
    return PartidaResumida(
        fila=fila, actividad=actividad, texto=_resumido(_texto_partida(partida)), peso=_texto(partida.peso),
        ganada=_texto(partida.valor_ganado) if partida.valor_ganado is not None else None,
        estado=_estado(partida),
        recalculada=recalculada, segura=not dudas,
        lugar=_lugar(partida.ponderacion.origen if partida.ponderacion is not None else partida.origen),
        lugar_ganada=_lugar(partida.ganada.origen) if partida.ganada is not None else None,
        lugar_estado=_lugar(partida.origen_estado) if partida.origen_estado is not None else None,
    )


def _estado(partida: Partida) -> str:
    """A verdict, or a percentage between 0 and 100; "" for a narration, which nobody declared."""
    estado, porcentaje = partida.estado, partida.porcentaje
    if estado is None or not estado.declarado or estado.valor == "SIN_DATO":
        return ""
    return canonico(porcentaje) if porcentaje is not None and 0 < porcentaje < 100 else estado.valor


def _texto_partida(partida: Partida) -> str:
    """What tells the item from its neighbours first: a goal before the objective it shares with others."""
    if partida.actividad is not None:
        return partida.actividad.texto or ""
    fila = partida.fila
    propios = (fila.meta, fila.indicador, *(a.texto for a in fila.actividades), *fila.objetivos)
    return " ".join(texto for texto in propios if texto)


def _resumido(texto: str) -> str:
    pleno = esencia.__wrapped__(texto)
    return pleno if len(pleno) <= LARGO_TEXTO else f"{pleno[: LARGO_TEXTO - 9]} {huella(pleno)[:8]}"


def _lugar(origen: Origen) -> LugarFuente:
    primero = origen.lugares[0]
    return LugarFuente(
        primero.pagina, primero.caja, primero.linea_inicio, primero.linea_fin, primero.tabla, primero.fila, primero.columna,
        primero.parrafo, primero.inicio, primero.fin, primero.texto[:_LARGO_LUGAR],
    )


def _texto(valor: Decimal | None) -> str | None:
    return None if valor is None else canonico(valor)


def _dato(tabla: TablaResumida) -> list[object]:
    return [
        tabla.tipo, tabla.programa, tabla.etapa, tabla.alcance, list(tabla.codigos), tabla.informado,
        [[p.peso, p.ganada, p.estado] for p in tabla.partidas],
    ]


def _regiones(informe: Informe) -> dict[str, tuple[str, ...]]:
    """By stage, every region that a table or a chapter is about, where the region is sure."""
    vistas: dict[str, set[str]] = {}
    unica = informe.documento.etapas[0] if len(informe.documento.etapas) == 1 else None
    for etapa, region in _con_region(informe, unica):
        if region.certeza != "dudosa":
            vistas.setdefault("" if etapa is None else str(etapa), set()).update(region.codigos)
    return {etapa: tuple(sorted(codigos)) for etapa, codigos in sorted(vistas.items()) if codigos}


def _con_region(informe: Informe, unica: int | None) -> Iterator[tuple[int | None, Region]]:
    for tabla in informe.tablas:
        yield tabla.etapa, tabla.region
    for seccion in informe.secciones:
        if seccion.region is not None and unica is not None:
            yield unica, seccion.region


def _grados(informe: Informe) -> Iterator[GradoResumido]:
    for seccion in informe.secciones:
        grado = seccion.campos.get("grado_avance")
        if grado is not None:
            codigos = seccion.region.codigos if seccion.region is not None else ()
            yield GradoResumido(codigos, seccion.numero or "", str(grado), seccion.id)


def _servicio(servicio: Servicio | None, regiones: list[str]) -> ServicioResumido | None:
    """None where it is not known whose report it is, or not surely: nothing is then compared by service."""
    if servicio is None or servicio.certeza in _SIN_SERVICIO:
        return None
    nombre = servicio.nombre or servicio.texto
    if servicio.codigo is None:
        return ServicioResumido(clave=palabras(nombre), codigo=None, nombre=nombre, nacional=True)
    listas = lexico()
    if servicio.codigo in listas.por_region and len(regiones) == 1:
        return ServicioResumido(
            clave=f"{servicio.codigo}/{regiones[0]}", codigo=servicio.codigo, nombre=servicio.texto, nacional=False
        )
    if servicio.codigo in (*listas.por_region, *listas.por_nombre):
        cual = organismo_de(servicio.codigo, servicio.texto) or servicio.texto
        propio = " ".join(sorted(set(palabras(cual).split()) - {"de", "del", "la", "region"}))
        if not set(propio.split()) - _comunes(servicio.codigo):
            return None  # it only says of which kind it is: two of them would be one
        return ServicioResumido(clave=f"{servicio.codigo}/{propio}", codigo=servicio.codigo, nombre=cual, nacional=False)
    return ServicioResumido(clave=servicio.codigo, codigo=servicio.codigo, nombre=nombre, nacional=True)


@cache
def _comunes(codigo: str) -> frozenset[str]:
    """Words of the names and acronyms that all the bodies of a code share."""
    entrada = por_codigo()[codigo]
    return frozenset(" ".join(palabras(n) for n in (entrada.nombre, *entrada.siglas, *entrada.otros, *entrada.antes)).split())
