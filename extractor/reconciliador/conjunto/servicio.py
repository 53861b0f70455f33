"""The service's verdict put together from the files of its regions, against the ones they print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.modelo.conjunto import (
    HallazgoConjunto,
    LugarConjunto,
    RegionDelServicio,
    Resumen,
    TablaResumida,
    VeredictoServicio,
    VerificacionConjunto,
)
from extractor.reconciliador.conjunto.coleccion import Grupo
from extractor.reconciliador.conjunto.copias import Copias
from extractor.reconciliador.conjunto.fabrica import (
    de_quien,
    hallazgo,
    nombre_entero,
    nombre_region,
    nombres_regiones,
    verificacion,
)
from extractor.reconciliador.redaccion import cita, frase_porcentaje, lista
from extractor.vocabularios.regiones import regiones_de

SERVICIO, ENTRE = "DESEMPENO_SERVICIO_NO_CUADRA", "INCONSISTENCIA_ENTRE_TABLAS"
Llave = tuple[int, int, str]


@dataclass(frozen=True)
class _Parte:
    resumen: Resumen
    tabla: TablaResumida


def del_servicio(
    grupo: Grupo, copias: Copias, reemplazados: frozenset[str]
) -> Iterator[HallazgoConjunto | VerificacionConjunto | VeredictoServicio]:
    """One verdict per year, stage and programme that two or more files report, by regions."""
    partes: dict[Llave, list[_Parte]] = {}
    comprometidas: dict[int, set[str]] = {}
    for resumen in copias.representantes(grupo.resumenes):
        if resumen.servicio is None or not resumen.servicio.nacional or resumen.anio is None or resumen.sha256 in reemplazados:
            continue
        propias = resumen.regiones.get("2", ())
        if len(propias) > 1:
            # the commitments of one region do not say in which others the service has any
            comprometidas.setdefault(resumen.anio, set()).update(propias)
        for tabla in resumen.tablas:
            if tabla.tipo == "programa_trabajo" and tabla.etapa is not None and tabla.umbral is not None and tabla.etapa > 2:
                partes.setdefault((resumen.anio, tabla.etapa, tabla.programa or ""), []).append(_Parte(resumen, tabla))
    for llave in sorted(partes):
        if len({p.resumen.sha256 for p in partes[llave]}) > 1:
            yield from _de_un_programa(grupo, llave, partes[llave], comprometidas.get(llave[0], set()))


def _de_un_programa(
    grupo: Grupo, llave: Llave, partes: list[_Parte], comprometidas: set[str]
) -> Iterator[HallazgoConjunto | VerificacionConjunto | VeredictoServicio]:
    anio, etapa, programa = llave
    primera = partes[0]
    exigidas = comprometidas or set(regiones_de(primera.resumen.division))
    por_region: dict[str, list[_Parte]] = {}
    for parte in partes:
        if parte.tabla.region_segura:
            for codigo in parte.tabla.codigos:
                por_region.setdefault(codigo, []).append(parte)
    regiones = tuple(_region(codigo, por_region[codigo]) for codigo in sorted(por_region))
    faltan = tuple(sorted(exigidas - set(por_region)))
    bajas = [r for r in regiones if r.alcanza is False]
    debido = _debido(regiones, faltan)
    impresos = [p for p in partes if p.tabla.servicio is not None and p.tabla.servicio_dicho is not None]
    assert primera.resumen.servicio is not None
    yield VeredictoServicio(
        servicio=primera.resumen.servicio.clave, nombre=primera.resumen.servicio.nombre, anio=anio, etapa=etapa,
        programa=primera.tabla.programa, regimen=primera.tabla.regimen, umbral=primera.tabla.umbral,
        condicional=any(p.tabla.condicional for p in partes), regiones=regiones, faltan=faltan,
        informado=tuple(sorted({p.tabla.servicio or "" for p in impresos})), veredicto=debido,
    )
    formula = _formula(primera, regiones, faltan)
    dicho = {p.tabla.servicio_dicho for p in impresos}
    shas = sorted({p.resumen.sha256 for p in partes})
    pendientes = [p for p in impresos if not p.tabla.servicio_resuelto]
    donde = f"{de_quien(primera.resumen)}, Etapa {etapa}, {nombre_entero(programa)}"
    if debido is None:
        if impresos:
            yield verificacion(SERVICIO, "NO_VERIFICABLE", formula, shas, motivo="falta_total")
        if len(dicho) > 1:
            yield from _no_coinciden(grupo, llave, impresos, donde)
        return
    malos = [p for p in pendientes if p.tabla.servicio_dicho != (debido == "CUMPLE")]
    if not malos:
        if impresos:
            yield verificacion(SERVICIO, "CUADRA", formula, shas, recalculado=debido)
        return
    palabra = debido.replace("_", " ")
    mirados = {p.resumen.sha256 for p in malos} | {sha for r in (bajas or regiones) for sha in r.documentos}
    condicion = frase_porcentaje(primera.tabla.umbral, primera.tabla.condicional)
    textos = lista(sorted({cita(p.tabla.servicio) for p in malos}))
    nombres = lista([f"«{grupo.nombre(sha)}»" for sha in sorted({p.resumen.sha256 for p in malos})])
    hecho = hallazgo(
        SERVICIO, "cambia_decision",
        f"El desempeño del servicio dice {textos} en {nombres} y, {condicion}, los informes de sus regiones dan {palabra}.",
        f"{formula}.", documentos=mirados, lugar=f"{donde}, Desempeño del servicio", campo="desempeno_servicio",
        lugares=[_lugar(p) for p in malos], informado=malos[0].tabla.servicio, recalculado=palabra,
        norma=primera.tabla.norma_servicio, resumen=primera.resumen, programa=programa, donde=list(llave),
    )
    yield hecho
    yield verificacion(
        SERVICIO, "NO_CUADRA", formula, shas, informado=hecho.informado, recalculado=palabra, lugares=hecho.lugares, hecho=hecho
    )


def _region(codigo: str, partes: list[_Parte]) -> RegionDelServicio:
    """All the tables of a region must reach the threshold; two files that disagree leave it untold."""
    por_documento: dict[str, list[bool | None]] = {}
    for parte in partes:
        por_documento.setdefault(parte.resumen.sha256, []).append(parte.tabla.alcanza)
    vistos = {_todas(valores) for valores in por_documento.values()}
    una = partes[0].tabla
    return RegionDelServicio(
        codigo=codigo, nombre=nombre_region(codigo, una.division), ganado=una.ganado if len(partes) == 1 else None,
        minimo=una.minimo, alcanza=next(iter(vistos)) if len(vistos) == 1 else None, documentos=tuple(sorted(por_documento)),
    )


def _todas(valores: list[bool | None]) -> bool | None:
    if False in valores:
        return False
    return None if None in valores else True


def _debido(regiones: tuple[RegionDelServicio, ...], faltan: tuple[str, ...]) -> Literal["CUMPLE", "NO_CUMPLE"] | None:
    if any(r.alcanza is False for r in regiones):
        return "NO_CUMPLE"
    return "CUMPLE" if not faltan and regiones and all(r.alcanza for r in regiones) else None


def _formula(parte: _Parte, regiones: tuple[RegionDelServicio, ...], faltan: tuple[str, ...]) -> str:
    division = parte.resumen.division
    grupos = (
        (f"alcanzan el {parte.tabla.umbral} %", [r.codigo for r in regiones if r.alcanza]),
        ("no lo alcanzan", [r.codigo for r in regiones if r.alcanza is False]),
        ("no se sabe", [r.codigo for r in regiones if r.alcanza is None]),
        ("sin informe", list(faltan)),
    )
    return "; ".join(f"{texto}: {nombres_regiones(codigos, division)}" for texto, codigos in grupos if codigos)


def _lugar(parte: _Parte) -> LugarConjunto:
    origen = parte.tabla.lugar.origen
    return LugarConjunto(documento=parte.resumen.sha256, tabla=parte.tabla.id, fila=None, actividad=None, origen=origen)


def _no_coinciden(
    grupo: Grupo, llave: Llave, impresos: list[_Parte], donde: str
) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """A service has one verdict: two of its files cannot print both."""
    frases = [f"{cita(p.tabla.servicio)} en «{grupo.nombre(p.resumen.sha256)}»" for p in impresos]
    shas = sorted({p.resumen.sha256 for p in impresos})
    hecho = hallazgo(
        ENTRE, "logica", f"Los archivos de un mismo servicio no dan el mismo desempeño del servicio: {lista(frases)}.",
        "El servicio cumple o no cumple el programa; sus regiones no pueden decir cosas distintas de él.", documentos=shas,
        lugar=f"{donde}, Desempeño del servicio", campo="desempeno_servicio", lugares=[_lugar(p) for p in impresos],
        resumen=impresos[0].resumen, programa=llave[2], donde=list(llave),
    )
    yield hecho
    yield verificacion(ENTRE, "NO_CUADRA", "; ".join(frases), shas, lugares=hecho.lugares, hecho=hecho)
