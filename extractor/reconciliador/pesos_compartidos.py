"""The weights of programmes of one region that make one whole together, by a note of the report or possibly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import hallazgo, lugar_de, no_verificable, operandos, verificacion
from extractor.reconciliador.pesos import SUMA
from extractor.reconciliador.redaccion import cita, frase_regimen, lista
from extractor.reconciliador.redondeo_de_pesos import juzgar_suma
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.textos import recorte


def suman_juntos(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The programmes that a note weighs together sum the total; of those that only may be, neither sum is judged."""
    for mesa in contexto.pesadas:
        if mesa.compartido is None or mesa.compartido.tablas[0] != mesa.tabla.id:
            continue
        mesas = [m for m in contexto.pesadas if m.tabla.id in mesa.compartido.tablas]
        pesos = [m.pesos for m in mesas if m.pesos is not None]
        if mesa.exigido is None or len(pesos) < len(mesas):
            yield from (no_verificable(SUMA, m, "falta_ponderacion", "", informado=mesa.exigido) for m in mesas)
        elif mesa.compartido.dicho is not None:
            yield from _dichos(contexto, mesas, pesos, mesa.exigido, mesa.compartido.dicho)
        else:
            yield from _posibles(contexto, mesas, pesos, mesa.exigido)


def _dichos(contexto: Contexto, mesas: list[Mesa], pesos: list[Decimal], esperado: Decimal, nota: str) -> Iterator[Respuesta]:
    suma, primera = sum(pesos, Decimal(0)), mesas[0]
    partidas = tuple(p for m in mesas for p in m.partidas)
    formula = f"{' + '.join(map(canonico, pesos))} = {canonico(suma)} ({_tablas(mesas)}, que una nota pondera juntas)"
    resultado, gravedad = juzgar_suma(partidas, suma, esperado, esperado)
    for mesa in mesas:
        yield verificacion(SUMA, mesa, resultado, formula, informado=esperado, recalculado=suma, de=operandos(*_cifras(mesa)))
    if resultado == "NO_CUADRA":
        yield hallazgo(
            contexto, SUMA, gravedad,
            f"Las ponderaciones de los programas de la región suman {canonico(suma)} y deben sumar {canonico(esperado)}.",
            f"{formula}: {cita(recorte(nota))}; se exige {canonico(esperado)} ({frase_regimen(primera.regimen)}).", mesa=primera,
            campo="ponderacion", informado=esperado, recalculado=suma, norma="suma", origen=_cifras(primera)[0].origen,
            lugares=[lugar_de(m, origen=m.tabla.origen) for m in mesas],
        )


def _posibles(contexto: Contexto, mesas: list[Mesa], pesos: list[Decimal], esperado: Decimal) -> Iterator[Respuesta]:
    primera = mesas[0]
    sumas = lista([canonico(p) for p in pesos])
    lectura = f"puede ser que se ponderen juntas ({canonico(esperado)}) o que a cada una le falten ponderaciones"
    for mesa in mesas:
        otras = _tablas([m for m in mesas if m is not mesa])
        formula = f"suman {canonico(mesa.pesos or Decimal(0))}; con {otras}, {canonico(esperado)}"
        yield no_verificable(SUMA, mesa, "modo_indeciso", formula, informado=esperado, de=operandos(*_cifras(mesa)))
    yield hallazgo(
        contexto, SUMA, "aviso",
        f"Las ponderaciones de {len(mesas)} programas de la región suman {sumas}, y no {canonico(esperado)}.",
        f"Son {_tablas(mesas)}: {lectura}; el documento no lo dice. No se juzga el umbral de ninguna "
        f"({frase_regimen(primera.regimen)}).",
        mesa=primera, campo="ponderacion", informado=esperado, recalculado=primera.pesos, norma="suma",
        origen=_cifras(primera)[0].origen, lugares=[lugar_de(m, origen=m.tabla.origen) for m in mesas],
    )


def _tablas(mesas: list[Mesa]) -> str:
    return f"{'la tabla' if len(mesas) == 1 else 'las tablas'} {lista([str(m.numero) for m in mesas])}"


def _cifras(mesa: Mesa) -> list[Cifra]:
    return [p.ponderacion for p in mesa.partidas if p.ponderacion is not None]


REGLAS_PESOS_COMPARTIDOS = (
    Regla(
        (SUMA,), "Los programas de una región que se ponderan juntos suman el total exigido", "aritmetica", ("ponderacion",),
        "suma", "Lo que una nota pondera junto es un solo todo: ninguno de sus programas se juzga por separado.",
        "Una nota dice que los dos programas de la región se ponderan juntos; pesan 70 y 20: suman 90.", suman_juntos,
    ),
)
