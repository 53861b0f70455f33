"""Running totals: each step against the one before it. A slip is told once; what carries it on is not a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.numeros import canonico, media_unidad
from extractor.modelo.hallazgo import Hallazgo, Motivo
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.creditos import Credito
from extractor.reconciliador.fabrica import hallazgo, lugar_de, no_verificable, operandos_de, verificacion
from extractor.reconciliador.gravedad import de_un_valor
from extractor.reconciliador.intervalos import CERO, Ajuste, Intervalo, cabe_en, encaja, punto
from extractor.reconciliador.partidas import Partida, segura
from extractor.reconciliador.redaccion import cita, frase_regimen
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.sumas import Bloque, acumuladas

ACUMULADO, INCOMPLETO = "ACUMULADO_NO_CUADRA", "ACUMULADO_INCOMPLETO"


@dataclass(frozen=True, slots=True)
class Paso:
    """One step. ``arrastra``: it is right by itself but carries the slip of an earlier root; ``raiz``: it is a slip."""

    partida: Partida
    ajuste: Ajuste | None
    motivo: Motivo | None
    base: Decimal
    anterior: Cifra | None
    propio: Decimal | None
    debido: Decimal | None
    formula: str
    arrastra: bool = False
    raiz: bool = False


def recorrer(bloque: Bloque, regimen: Regimen | None) -> tuple[Paso, ...]:
    """The steps of a block in order. A value agrees with the printed value before it plus what the item earned, or with
    the true running total (a slip of one cell that nobody carried on)."""
    pasos: list[Paso] = []
    base, anterior, desviado, con_decimales = CERO, None, False, False
    pendiente: Motivo | None = None
    en_parte = regimen is not None and regimen.gana_en_parte(con_estados=any(p.estado is not None for p in bloque.partidas))
    for partida, credito, verdadera in zip(bloque.partidas, bloque.creditos, acumuladas(bloque.creditos), strict=True):
        ganada, valor = partida.ganada, partida.valor_ganado
        impedimento = _impedimento(partida)
        propio = credito.valor
        if ganada is None or valor is None:
            pasos.append(_sin_valor(partida, credito, base, anterior))
            if propio is None:
                pendiente = pendiente or credito.motivo
            elif ganada is None:
                base += propio
                con_decimales = True if propio else con_decimales
            continue
        if impedimento is not None:
            pasos.append(Paso(partida, None, impedimento, base, anterior, propio, None, ""))
            pendiente = impedimento
            if impedimento == "emparejamiento_dudoso" or segura(ganada):
                base, anterior, pendiente, desviado = valor, ganada, None, False
            continue
        redondea = con_decimales or (propio is not None and not cabe_en(propio, ganada.decimales))
        if pendiente is not None:
            paso = Paso(partida, None, pendiente, base, anterior, propio, None, "")
        elif propio is None:
            paso = _sin_credito(partida, credito, base, anterior, en_parte)
            desviado = desviado and not paso.raiz
        else:
            paso = _comparar(partida, propio, verdadera, base, anterior, desviado, con_decimales, credito)
        pasos.append(paso)
        if paso.raiz:
            desviado = True
        elif paso.ajuste is not None and not paso.arrastra and propio is not None:
            desviado = False
        # A printed value that is the true total lost nothing: the next step starts from an exact figure.
        base, anterior, pendiente, con_decimales = valor, ganada, None, redondea and valor != verdadera
    return tuple(pasos)


def _impedimento(partida: Partida) -> Motivo | None:
    if not segura(partida.ganada):
        return "lectura_dudosa"
    return None if partida.pareja_segura("ponderacion_ganada") else "emparejamiento_dudoso"


def _sin_valor(partida: Partida, credito: Credito, base: Decimal, anterior: Cifra | None) -> Paso:
    """A blank, or a word that counts 0: right where nothing was earned, for then the total does not move."""
    if credito.valor == 0:
        formula = f"{canonico(base)} + 0 = {canonico(base)}, sin valor escrito"
        return Paso(partida, "CUADRA", None, base, anterior, CERO, base, formula)
    motivo: Motivo | None = "falta_ganada" if partida.ganada is None else (credito.motivo or "falta_ganada")
    return Paso(partida, None, motivo, base, anterior, credito.valor, None, "")


def _sin_credito(
    partida: Partida, credito: Credito, base: Decimal, anterior: Cifra | None, en_parte: bool
) -> Paso:
    """Nobody declared a verdict: the step must still be the weight or 0, or, where ``en_parte`` can be earned, lie between."""
    peso, valor = partida.peso, partida.valor_ganado
    sin_veredicto = credito.motivo in ("estado_sin_veredicto", "falta_estado", "parcial_sin_porcentaje")
    if peso is None or valor is None or not sin_veredicto or not cabe_en(peso, partida.ganada.decimales if partida.ganada else 0):
        return Paso(partida, None, credito.motivo, base, anterior, None, None, "")
    paso = valor - base
    if paso in (peso, CERO):
        formula = f"{canonico(base)} + {canonico(paso)} = {canonico(valor)}, sin veredicto declarado"
        return Paso(partida, "CUADRA", None, base, anterior, paso, valor, formula)
    if CERO < paso < peso and en_parte:
        return Paso(partida, None, credito.motivo, base, anterior, None, None, "")
    formula = f"{canonico(base)} + {canonico(peso)} = {canonico(base + peso)}, sin veredicto declarado"
    return Paso(partida, "NO_CUADRA", None, base, anterior, peso, base + peso, formula, raiz=True)


def _comparar(
    partida: Partida, propio: Decimal, verdadera: Decimal | None, base: Decimal, anterior: Cifra | None,
    desviado: bool, con_decimales: bool, credito: Credito,
) -> Paso:
    ganada, valor = partida.ganada, partida.valor_ganado
    assert ganada is not None and valor is not None
    debido = base + propio
    suma = credito.formula.split(" = ")[0] if credito.producto else canonico(propio)
    formula = f"{canonico(base)} + {suma} = {canonico(debido)}"
    contra_base = _paso_encaja(valor, ganada.decimales, base, anterior, propio, con_decimales)
    if desviado and verdadera is not None:
        contra_verdadera = encaja(valor, ganada.decimales, punto(verdadera))
        if contra_verdadera != "NO_CUADRA":
            sin_arrastre = f"total verdadero hasta aquí = {canonico(verdadera)}"
            return Paso(partida, contra_verdadera, None, base, anterior, propio, verdadera, sin_arrastre)
        if contra_base != "NO_CUADRA":
            return Paso(partida, "NO_CUADRA", None, base, anterior, propio, verdadera, formula, arrastra=True)
    if contra_base == "NO_CUADRA" and verdadera is not None:
        contra_verdadera = encaja(valor, ganada.decimales, punto(verdadera))
        if contra_verdadera != "NO_CUADRA":
            return Paso(partida, "CUADRA_POR_REDONDEO", None, base, anterior, propio, verdadera, formula)
    if contra_base == "NO_CUADRA":
        return Paso(partida, "NO_CUADRA", None, base, anterior, propio, debido, formula, raiz=True)
    return Paso(partida, contra_base, None, base, anterior, propio, debido, formula)


def _paso_encaja(
    valor: Decimal, decimales: int, base: Decimal, anterior: Cifra | None, propio: Decimal, con_decimales: bool
) -> Ajuste:
    """The step against the interval of the printed base. The base is exact until something earned needed rounding."""
    if valor == base + propio:
        return "CUADRA"
    if anterior is None or not con_decimales:
        return encaja(valor, decimales, punto(base + propio))
    media = media_unidad(anterior.decimales)
    # Rounded: the base within half a unit either way. Cut: it may only have lost.
    cercano = Intervalo(base + propio - media, base + propio + media)
    margen = media_unidad(decimales)
    if cercano.minimo < valor + margen and valor - margen < cercano.maximo:
        return "CUADRA_POR_REDONDEO"
    cortado = base + propio < valor + 2 * margen and valor < base + propio + 2 * media
    return "CUADRA_POR_REDONDEO" if cortado else "NO_CUADRA"


def acumulado_cuadra(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """Each running total is the one before it plus what the activity earned."""
    for mesa in contexto.pesadas:
        if mesa.tabla.modo_ganada == "acumulada":
            for bloque in mesa.bloques:
                yield from _bloque(contexto, mesa, bloque)


def _bloque(contexto: Contexto, mesa: Mesa, bloque: Bloque) -> Iterator[Respuesta]:
    causa: str | None = None
    for paso in recorrer(bloque, mesa.regimen):
        de = operandos_de(paso.partida, paso.anterior)
        if paso.ajuste is None:
            motivo = paso.motivo or "falta_ganada"
            yield no_verificable(ACUMULADO, mesa, motivo, "", partida=paso.partida, informado=paso.partida.ganada, de=de)
            continue
        raiz = _raiz(contexto, mesa, paso) if paso.raiz else None
        causa = raiz.huella if raiz is not None else causa
        yield verificacion(
            ACUMULADO, mesa, paso.ajuste, paso.formula, partida=paso.partida, informado=paso.partida.ganada,
            recalculado=paso.debido, de=de, causa=causa if paso.arrastra else None,
        )
        if raiz is not None:
            yield raiz


def _raiz(contexto: Contexto, mesa: Mesa, paso: Paso) -> Hallazgo:
    efecto = de_un_valor(mesa, paso.partida, paso.base, paso.debido)
    ganada = paso.partida.ganada
    return hallazgo(
        contexto, ACUMULADO, efecto.gravedad,
        f"El acumulado dice {cita(ganada)} y corresponde {canonico(paso.debido or CERO)} (anterior {canonico(paso.base)}, "
        f"más lo ganado por la actividad).",
        f"{paso.formula}; informado {cita(ganada)}; {frase_regimen(mesa.regimen)}. Los acumulados siguientes que solo "
        f"arrastran la diferencia no se informan aparte.{efecto.cierre}",
        mesa=mesa, partida=paso.partida, campo="ponderacion_ganada", informado=ganada, recalculado=paso.debido, norma="ganada",
        origen=ganada.origen if ganada is not None else None,
    )


def acumulado_completo(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """There is a running total for each activity. Told once per table, with the activities that have none."""
    for mesa in contexto.pesadas:
        if mesa.tabla.modo_ganada != "acumulada":
            continue
        faltan = [p for b in mesa.bloques for p in b.partidas if p.ganada is None]
        escritos = sum(1 for p in mesa.partidas if p.ganada is not None)
        if faltan and escritos and (motivo := contexto.dudas.de_columna(mesa.tabla)) is not None:
            yield no_verificable(INCOMPLETO, mesa, motivo, "")
        elif faltan and escritos:
            total = len(faltan) + escritos
            yield hallazgo(
                contexto, INCOMPLETO, "aviso", f"Hay {escritos} acumulados escritos para {total} actividades.",
                "Un acumulado en blanco no cambia el total si la actividad no ganó nada; si ganó, el último no la cuenta.",
                mesa=mesa, partida=faltan[0], campo="ponderacion_ganada", informado=str(escritos), recalculado=str(total),
                norma="ganada", origen=faltan[0].origen, lugares=[lugar_de(mesa, p) for p in faltan],
            )


REGLAS_ACUMULADAS = (
    Regla(
        (ACUMULADO,), "Cada acumulado es el anterior más lo ganado por la actividad", "aritmetica",
        ("ponderacion", "estado", "ponderacion_ganada"), "ganada",
        "Un desliz en un acumulado pasa a todos los siguientes: se informa una vez, donde nace.",
        "Acumulados 25 y 32.5, con 50 % de 25 en el segundo paso: corresponde 37.5.", acumulado_cuadra,
    ),
    Regla(
        (INCOMPLETO,), "Hay un acumulado por cada actividad", "aviso", ("ponderacion_ganada",), "ganada",
        "Sin el acumulado de la última actividad no se sabe si el total la cuenta.",
        "Siete actividades y seis acumulados.", acumulado_completo,
    ),
)
