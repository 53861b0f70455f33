"""One activity's earned value against its weight, its state and the regime."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Hallazgo, Motivo, Resultado, Verificacion
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.creditos import Credito
from extractor.reconciliador.fabrica import hallazgo, no_verificable, operandos_de, verificacion
from extractor.reconciliador.gravedad import de_un_valor
from extractor.reconciliador.intervalos import CERO, encaja, punto
from extractor.reconciliador.partidas import Partida, segura
from extractor.reconciliador.redaccion import cita, frase_regimen
from extractor.reconciliador.regla import Regla, Respuesta

GANADA = "GANADA_NO_CORRESPONDE"


def ganada_corresponde(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """An earned value is what its weight and its state give."""
    for mesa in contexto.pesadas:
        if not mesa.roles & {"ponderacion_ganada", "estado"} and not any(p.ganada for p in mesa.partidas):
            continue
        modo = mesa.tabla.modo_ganada
        if modo == "acumulada":
            continue
        for bloque in mesa.bloques:
            previa: Cifra | None = None
            for partida, credito in zip(bloque.partidas, bloque.creditos, strict=True):
                if modo is None:
                    yield _indecisa(mesa, partida, previa)
                    previa = partida.ganada if partida.valor_ganado is not None else previa
                elif modo == "sin_datos" and not partida.palabra_ganada:
                    yield no_verificable(GANADA, mesa, "sin_resultados", "", partida=partida)
                else:
                    yield from _juzgar(contexto, mesa, partida, credito)


def _indecisa(mesa: Mesa, partida: Partida, previa: Cifra | None) -> Verificacion:
    """A value of a column that fits neither reading: what it would say under each."""
    lecturas = ""
    if partida.valor_ganado is not None and partida.peso is not None:
        propio, antes = canonico(partida.valor_ganado), (previa.decimal if previa is not None else None) or CERO
        lecturas = (
            f"por actividad, {propio} de una ponderación de {canonico(partida.peso)}; "
            f"acumulada, {propio} - {canonico(antes)} = {canonico(partida.valor_ganado - antes)} de {canonico(partida.peso)}"
        )
    return no_verificable(GANADA, mesa, "modo_indeciso", lecturas, partida=partida, informado=partida.ganada)


def _juzgar(contexto: Contexto, mesa: Mesa, partida: Partida, credito: Credito) -> Iterator[Respuesta]:
    ganada = partida.ganada
    de = operandos_de(partida)
    impedimento = _impedimento(partida)
    if ganada is None or impedimento is not None:
        yield no_verificable(GANADA, mesa, impedimento or "falta_ganada", "", partida=partida, informado=ganada, de=de)
    elif ganada.decimal is None:
        yield from _palabra(mesa, partida, credito)
    elif credito.valor is not None:
        resultado: Resultado = "CUADRA" if ganada.decimal == credito.valor else "NO_CUADRA"
        if credito.producto:
            resultado = encaja(ganada.decimal, ganada.decimales, punto(credito.valor))
        yield from _responder(contexto, mesa, partida, ganada, resultado, credito.valor, credito.formula)
    else:
        yield from _sin_veredicto(contexto, mesa, partida, ganada, credito)


def _impedimento(partida: Partida) -> Motivo | None:
    if not segura(partida.ganada, partida.ponderacion):
        return "lectura_dudosa"
    return None if partida.pareja_segura("ponderacion_ganada") else "emparejamiento_dudoso"


def _palabra(mesa: Mesa, partida: Partida, credito: Credito) -> Iterator[Respuesta]:
    """A word counts 0. Against a declared fulfilment it is a contradiction of states, which another rule tells."""
    if credito.valor == 0:
        yield verificacion(
            GANADA, mesa, "CUADRA", f"{cita(partida.ganada)} vale 0; {credito.formula}", partida=partida,
            informado=partida.ganada, recalculado=CERO, de=operandos_de(partida),
        )
    elif credito.valor is None:
        yield no_verificable(
            GANADA, mesa, credito.motivo or "estado_sin_veredicto", "", partida=partida, informado=partida.ganada,
            de=operandos_de(partida),
        )


def _sin_veredicto(contexto: Contexto, mesa: Mesa, partida: Partida, ganada: Cifra, credito: Credito) -> Iterator[Respuesta]:
    """Nobody declared a verdict: the value must still be a copy of the weight, or 0."""
    peso, valor = partida.peso, ganada.decimal
    comparables = ("estado_sin_veredicto", "falta_estado", "parcial_sin_porcentaje", "emparejamiento_dudoso", "lectura_dudosa")
    copia = partida.pareja_segura("ponderacion", "ponderacion_ganada")
    if peso is None or valor is None or credito.motivo not in comparables or not copia or partida.estado_mal_leido:
        motivo = credito.motivo or "falta_estado"
        yield no_verificable(GANADA, mesa, motivo, "", partida=partida, informado=ganada, de=operandos_de(partida))
        return
    if valor in (peso, CERO) and credito.motivo == "lectura_dudosa":
        # Somebody declared something, read with doubt: to call it a copy would hide a value that contradicts it.
        yield no_verificable(GANADA, mesa, "lectura_dudosa", "", partida=partida, informado=ganada, de=operandos_de(partida))
    elif valor in (peso, CERO) and "estado" in mesa.roles and _estado_en_blanco(partida):
        # A blank is a missing operand: what was due is the weight or nothing, and the printed value agrees with one of them.
        yield no_verificable(GANADA, mesa, "falta_estado", "", partida=partida, informado=ganada, de=operandos_de(partida))
    elif valor in (peso, CERO):
        formula = f"sin veredicto declarado, {'copia de la ponderación' if valor == peso else 'no ganada'}: {canonico(valor)}"
        yield from _responder(contexto, mesa, partida, ganada, "CUADRA", valor, formula)
    elif CERO < valor < peso and mesa.regimen is not None and mesa.regimen.gana_en_parte(con_estados="estado" in mesa.roles):
        # A share of the weight may have been earned, and nothing says which.
        yield no_verificable(
            GANADA, mesa, credito.motivo or "falta_estado", "", partida=partida, informado=ganada,
            de=operandos_de(partida),
        )
    else:
        formula = f"sin veredicto declarado, lo ganado es la ponderación ({canonico(peso)}) o 0"
        yield from _responder(contexto, mesa, partida, ganada, "NO_CUADRA", peso, formula)


def _estado_en_blanco(partida: Partida) -> bool:
    return partida.estado is None or not partida.estado.texto.strip()


def _responder(
    contexto: Contexto, mesa: Mesa, partida: Partida, ganada: Cifra, resultado: Resultado, debido: Decimal, formula: str
) -> Iterator[Respuesta]:
    yield verificacion(
        GANADA, mesa, resultado, formula, partida=partida, informado=ganada, recalculado=debido,
        de=operandos_de(partida),
    )
    if resultado == "NO_CUADRA":
        efecto = de_un_valor(mesa, partida, CERO, debido)
        yield hallazgo(
            contexto, GANADA, efecto.gravedad,
            f"La ponderación ganada dice {cita(ganada)} y corresponde {canonico(debido)} "
            f"(ponderación {cita(partida.ponderacion)}, {_estado(partida)}).",
            f"{formula}; informado {cita(ganada)}; {frase_regimen(mesa.regimen)}.{efecto.cierre}",
            mesa=mesa, partida=partida, campo="ponderacion_ganada", informado=ganada, recalculado=debido, norma="ganada",
            origen=ganada.origen,
        )


def _estado(partida: Partida) -> str:
    estado = partida.estado
    if estado is None or estado.valor == "SIN_DATO":
        return "sin estado escrito"
    if not estado.declarado:
        return "estado narrado, sin veredicto"
    texto = estado.texto if len(estado.texto) <= 40 else f"{estado.texto[:40]}…"
    return f"estado {cita(texto)}"


REGLAS_GANADAS = (
    Regla(
        (GANADA,), "La ponderación ganada corresponde a la ponderación y al estado", "aritmetica",
        ("ponderacion", "estado", "ponderacion_ganada"), "ganada",
        "Lo ganado se copia de la ponderación si se cumple; bajo crédito proporcional es su porcentaje.",
        "Ponderación 16, cumplida, con ponderación ganada 17: corresponde 16.", ganada_corresponde,
    ),
)
