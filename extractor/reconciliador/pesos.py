"""Weights: what they must sum, what the report prints as their total, what a programme declares to weigh."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.escala import a_escala, escala
from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Gravedad, Hallazgo, Resultado
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import hallazgo, lugar_de, no_verificable, operandos, verificacion
from extractor.reconciliador.lecturas import de_un_programa, lecturas_posibles
from extractor.reconciliador.otro_todo import de_otro_todo, de_todos_los_programas
from extractor.reconciliador.partidas import Partida, segura
from extractor.reconciliador.redaccion import cita, frase_regimen, suma_texto
from extractor.reconciliador.redondeo_de_pesos import juzgar_suma
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.sumas import Bloque, sin_las_que_no_aplican
from extractor.reconciliador.textos import recorte

SUMA, TOTAL, PROGRAMA = "PONDERACIONES_NO_SUMAN_100", "TOTAL_PONDERACION_NO_CUADRA", "PROGRAMA_NO_CUADRA"
SIN_NO_APLICA = "(sin las que no aplican)"


def _pesos(partidas: tuple[Partida, ...]) -> list[Decimal]:
    return [partida.peso for partida in partidas if partida.peso is not None]


def _cifras(partidas: tuple[Partida, ...]) -> list[Cifra]:
    return [partida.ponderacion for partida in partidas if partida.ponderacion is not None]


def _suma(bloque: Bloque) -> str:
    return suma_texto(_pesos(bloque.partidas), bloque.pesos or Decimal(0))


def _redondeo(gravedad: Gravedad) -> str:
    return " La diferencia es menor que el redondeo posible." if gravedad == "aviso" else ""


def total_de_ponderaciones(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A printed total of weights is the sum of the weights it closes."""
    for mesa in contexto.pesadas:
        for bloque in (*mesa.bloques, *mesa.parciales):
            total = bloque.registro.total_ponderacion
            if total is None or total.decimal is None:
                continue
            fila, de = bloque.fila_total(ganada=False), operandos(*_cifras(bloque.partidas))
            if not segura(total):
                yield no_verificable(TOTAL, mesa, "lectura_dudosa", "", fila=fila, informado=total, de=operandos(total))
                continue
            if bloque.pesos is None:
                motivo = bloque.motivo_pesos or "falta_ponderacion"
                yield no_verificable(TOTAL, mesa, motivo, "", fila=fila, informado=total, de=de)
                continue
            formula, debida = suma_texto(_pesos(bloque.partidas), bloque.pesos), bloque.pesos
            resultado, gravedad = _contra_impreso(mesa, bloque, total)
            menos = sin_las_que_no_aplican(bloque) if resultado == "NO_CUADRA" else None
            if menos is not None and menos.pesos is not None and _contra_impreso(mesa, menos, total)[0] == "CUADRA":
                resultado, formula, debida = "CUADRA", f"{_suma(menos)} {SIN_NO_APLICA}", menos.pesos
            otra = de_todos_los_programas(contexto, mesa, total, lambda m: m.pesos) if resultado == "NO_CUADRA" else None
            if otra is not None:
                yield de_otro_todo(TOTAL, mesa, otra, formula, fila=fila, impreso=total, de=de)
                continue
            yield verificacion(TOTAL, mesa, resultado, formula, fila=fila, informado=total, recalculado=debida, de=de)
            if resultado == "NO_CUADRA":
                mensaje = f"El total de ponderaciones impreso es {cita(total)} y ellas suman {canonico(bloque.pesos)}."
                yield hallazgo(
                    contexto, TOTAL, gravedad, mensaje, f"{formula}; total impreso {cita(total)}.{_redondeo(gravedad)}",
                    mesa=mesa, fila=fila, campo="ponderacion", informado=total, recalculado=bloque.pesos, norma="suma",
                    origen=total.origen,
                )


def suman_el_total(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The weights of each block sum what the regime demands (100), unless the programme declares another weight."""
    for mesa in contexto.pesadas:
        if mesa.declarada is not None or mesa.compartido is not None or not any(p.ponderacion for p in mesa.partidas):
            continue
        lejanos = []
        for bloque in mesa.bloques:
            if bloque.partidas and not _total_impreso_falla(mesa, bloque):
                if _muy_lejos(mesa, bloque):
                    lejanos.append(bloque)
                else:
                    yield from _suma_bloque(contexto, mesa, bloque)
        if lejanos:
            yield from _lejos(contexto, mesa, lejanos)


def _total_impreso_falla(mesa: Mesa, bloque: Bloque) -> bool:
    """A printed total that is not the sum is told as such, and only so."""
    total = _total_seguro(bloque)
    if total is None or _las_cuenta(mesa, bloque):
        return False
    menos = sin_las_que_no_aplican(bloque)
    return menos is None or menos.pesos is None or _contra_impreso(mesa, menos, total)[0] == "NO_CUADRA"


def _las_cuenta(mesa: Mesa, bloque: Bloque) -> bool:
    """Whether the printed total is the sum of all the weights, those of what does not apply too."""
    total = _total_seguro(bloque)
    return total is not None and _contra_impreso(mesa, bloque, total)[0] != "NO_CUADRA"


def _total_seguro(bloque: Bloque) -> Cifra | None:
    """The printed total that the sum of a block can be compared with."""
    total = bloque.registro.total_ponderacion
    return total if total is not None and total.decimal is not None and segura(total) and bloque.pesos is not None else None


def _contra_impreso(mesa: Mesa, bloque: Bloque, total: Cifra) -> tuple[Resultado, Gravedad]:
    """The sum against the printed total, which may be in per cent where the weights are fractions of 1."""
    impreso = a_escala(total, escala(mesa.en_fracciones, total)).decimal
    assert bloque.pesos is not None and impreso is not None
    return juzgar_suma(bloque.partidas, bloque.pesos, impreso, mesa.total_esperado)


def _muy_lejos(mesa: Mesa, bloque: Bloque) -> bool:
    esperado = mesa.total_esperado
    if esperado is None or bloque.pesos is None or bloque.registro.total_ponderacion is not None:
        return False
    return bloque.pesos * 2 < esperado


def _suma_bloque(contexto: Contexto, mesa: Mesa, bloque: Bloque) -> Iterator[Respuesta]:
    fila = _fila_bloque(mesa, bloque)
    cifras = _cifras(bloque.partidas)
    de = operandos(*cifras)
    esperado = mesa.total_esperado
    if bloque.pesos is None or esperado is None or mesa.regimen is None:
        motivo = bloque.motivo_pesos or "regimen_no_aplica"
        yield no_verificable(SUMA, mesa, motivo, "", fila=fila, informado=esperado, de=de)
        return
    lectura = " (se leen como fracciones de 1)" if mesa.en_fracciones else ""
    formula = f"{suma_texto(_pesos(bloque.partidas), bloque.pesos)}{lectura}"
    resultado, gravedad = juzgar_suma(bloque.partidas, bloque.pesos, esperado, esperado)
    menos = sin_las_que_no_aplican(bloque) if resultado == "NO_CUADRA" and not _las_cuenta(mesa, bloque) else None
    if menos is not None and menos.pesos == esperado:
        dicho, con_ellas = _total_seguro(bloque) is not None, formula
        formula = f"{_suma(menos)} {SIN_NO_APLICA}"
        if dicho:
            yield verificacion(SUMA, mesa, "CUADRA", formula, fila=fila, informado=esperado, recalculado=esperado, de=de)
        else:
            # nothing printed says whether they count: that the rest makes the total is no answer
            yield no_verificable(SUMA, mesa, "modo_indeciso", f"{con_ellas}; {formula}", fila=fila, informado=esperado, de=de)
        return
    yield verificacion(SUMA, mesa, resultado, formula, fila=fila, informado=esperado, recalculado=bloque.pesos, de=de)
    if resultado == "NO_CUADRA":
        yield hallazgo(
            contexto, SUMA, gravedad, f"Las ponderaciones suman {canonico(bloque.pesos)} y deben sumar {canonico(esperado)}.",
            f"{formula}{_de_su_objetivo(mesa, bloque)}; se exige {canonico(esperado)} ({frase_regimen(mesa.regimen)})."
            f"{_redondeo(gravedad)}",
            mesa=mesa, fila=fila, campo="ponderacion", informado=esperado, recalculado=bloque.pesos, norma="suma",
            origen=cifras[0].origen,
        )


def _de_su_objetivo(mesa: Mesa, bloque: Bloque) -> str:
    """Which objective a block of several is, where its rows are of one."""
    filas = [f for f in mesa.tabla.filas if f.indice in bloque.registro.filas]
    textos = {texto for f in filas for texto in f.objetivos}
    return f" (objetivo {cita(recorte(textos.pop(), 60))})" if len(mesa.bloques) > 1 and len(textos) == 1 else ""


def _fila_bloque(mesa: Mesa, bloque: Bloque) -> int | None:
    """The row of a block of one row; none for a block that is the whole table."""
    una = len(bloque.registro.filas) == 1
    return bloque.fila if una or len(mesa.bloques) > 1 else None


def _lejos(contexto: Contexto, mesa: Mesa, bloques: list[Bloque]) -> Iterator[Respuesta]:
    """Weights far below any total: a share of a larger whole, or a total that was not reached. Told once per table."""
    esperado = mesa.total_esperado
    suma = sum((bloque.pesos for bloque in bloques if bloque.pesos is not None), Decimal(0))
    partidas = tuple(partida for bloque in bloques for partida in bloque.partidas)
    if esperado is None:
        return
    formula = suma_texto(_pesos(partidas), suma)
    de = operandos(*_cifras(partidas))
    lecturas = lecturas_posibles(partidas, suma, esperado)
    yield no_verificable(SUMA, mesa, "modo_indeciso", f"{formula}. {lecturas}", informado=esperado, de=de)
    yield hallazgo(
        contexto, SUMA, "aviso",
        f"Las ponderaciones suman {canonico(suma)}, muy por debajo de {canonico(esperado)}.",
        f"{formula}. {lecturas} ({frase_regimen(mesa.regimen)}).",
        mesa=mesa, campo="ponderacion", informado=esperado, recalculado=suma, norma="suma",
        origen=_cifras(partidas)[0].origen,
        lugares=[lugar_de(mesa, fila=b.fila) for b in bloques] if len(bloques) > 1 else (),
    )


def peso_declarado(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The weights of a programme sum the weight declared for it."""
    for mesa in contexto.pesadas:
        declarada = mesa.declarada
        if declarada is None or declarada.decimal is None:
            continue
        de = operandos(*_cifras(mesa.partidas), declarada)
        if not segura(declarada) or mesa.pesos is None:
            motivos = [b.motivo_pesos for b in mesa.bloques if b.motivo_pesos is not None]
            motivo = "lectura_dudosa" if not segura(declarada) else (motivos or ["falta_ponderacion"])[0]
            yield no_verificable(PROGRAMA, mesa, motivo, "", informado=declarada, de=de)
            continue
        formula = suma_texto(_pesos(mesa.partidas), mesa.pesos)
        resultado, gravedad = juzgar_suma(mesa.partidas, mesa.pesos, declarada.decimal, declarada.decimal)
        lectura = de_un_programa(mesa.pesos, declarada.decimal, mesa.partidas) if resultado == "NO_CUADRA" else None
        if lectura is not None:
            resultado, gravedad, formula = "CUADRA", "aviso", f"{formula} (se leen como {lectura})"
        yield verificacion(PROGRAMA, mesa, resultado, formula, informado=declarada, recalculado=mesa.pesos, de=de)
        if resultado == "NO_CUADRA":
            yield hallazgo(
                contexto, PROGRAMA, gravedad,
                f"El programa declara pesar {cita(declarada)} y sus actividades o metas suman {canonico(mesa.pesos)}.",
                f"{formula}; ponderación declarada {cita(declarada)}.{_redondeo(gravedad)}", mesa=mesa, campo="ponderacion",
                informado=declarada, recalculado=mesa.pesos, norma="suma", origen=declarada.origen,
            )


REGLAS_PESOS = (
    Regla(
        (TOTAL,), "El total de ponderaciones es la suma de las ponderaciones", "aritmetica", ("ponderacion",), "suma",
        "El total impreso es lo que se lee primero; si no es la suma, una ponderación o el total está mal escrito.",
        "Ponderaciones 40, 30 y 20 con total impreso 100: suman 90.", total_de_ponderaciones,
    ),
    Regla(
        (SUMA,), "Las ponderaciones de un programa suman el total exigido", "aritmetica", ("ponderacion",), "suma",
        "El desempeño de la región se lee sobre 100: si las ponderaciones no lo suman, el porcentaje no dice lo que parece.",
        "Ponderaciones 30, 30 y 30, sin total impreso: suman 90 y deben sumar 100.", suman_el_total,
    ),
    Regla(
        (PROGRAMA,), "Las ponderaciones suman lo que el programa declara pesar", "aritmetica", ("ponderacion",), "suma",
        "Un programa que declara su propio peso se mide contra él y no contra 100.",
        "Programa con ponderación 2,5 y tres metas de 1,5: suman 4.5.", peso_declarado,
    ),
)
