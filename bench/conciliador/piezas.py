"""Pieces of a generated report: weights of a whole, states and what they earn, the way it is written."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from . import textos
from .cifras import UNIDAD, Cifra, decimales_de
from .modelo import CUMPLE, NARRADO, NO_CUMPLE, PARCIAL, PENDIENTE, PORCENTAJE, Estado, Partida

IGUALES: dict[int, tuple[int, int]] = {3: (333, 1), 6: (167, 1), 7: (143, 1), 9: (111, 1)}
"""Equal shares that do not divide 100: how many, (digits, decimals) printed."""
EXACTAS: dict[int, tuple[int, int]] = {1: (100, 0), 2: (50, 0), 4: (25, 0), 5: (20, 0), 8: (125, 1), 10: (10, 0)}


def pesos(azar: Random, n: int, *, iguales: bool = True) -> list[Cifra]:
    """``n`` weights of one whole: equal shares, round figures or figures with one decimal."""
    signo = ""
    if iguales and azar.random() < 0.3 and (n in IGUALES or n in EXACTAS):
        digitos, decimales = IGUALES.get(n) or EXACTAS[n]
        if n == 3 and azar.random() < 0.5:
            digitos, decimales = 33, 0
        return [Cifra(digitos * UNIDAD // 10**decimales, decimales, signo=signo)] * n
    paso, decimales = azar.choice(((50, 0), (50, 0), (10, 0), (25, 1)))  # tenths
    partes = partir(azar, 1000 // paso, n)
    return [Cifra(p * paso * UNIDAD // 10, decimales_de(p * paso * UNIDAD // 10) and decimales, signo=signo) for p in partes]


def partir(azar: Random, total: int, n: int) -> list[int]:
    """``total`` as ``n`` whole parts, none of them 0."""
    cortes = sorted(azar.sample(range(1, total), n - 1)) if n > 1 else []
    return [b - a for a, b in zip([0, *cortes], [*cortes, total], strict=True)]


def estado_de(azar: Random, clase: str, cuota: int | None = None) -> Estado:
    if clase == PORCENTAJE:
        return Estado(PORCENTAJE, f"{cuota}%", cuota)
    palabras = {CUMPLE: textos.CUMPLIDOS, NO_CUMPLE: textos.INCUMPLIDOS, PENDIENTE: textos.PENDIENTES, PARCIAL: textos.PARCIALES}
    return Estado(clase, azar.choice(palabras.get(clase, textos.NARRACIONES)))


def partida_verbal(azar: Random, texto: str, peso: Cifra, clase: str, narra: str = " ↵ ") -> Partida:
    """An item with a verdict in words; what it earned is a copy of the weight, 0, or the word itself."""
    estado = estado_de(azar, clase)
    if clase in (CUMPLE, NARRADO):
        ganada = peso
    elif clase == PENDIENTE or (clase == NO_CUMPLE and azar.random() < 0.2):
        palabra = "Pendiente" if clase == PENDIENTE else "No cumple"
        ganada = Cifra(None, palabra=palabra) if azar.random() < 0.7 else Cifra(0, signo=peso.signo)
    else:
        ganada = Cifra(0, signo=peso.signo)
    if clase == CUMPLE and narra and azar.random() < 0.2:
        estado.texto += f"{narra}{azar.choice(textos.NARRACIONES)}"
    return Partida(texto, peso, estado, ganada)


def clases_de(azar: Random, n: int) -> list[str]:
    """The fulfilment of the items of a row: mostly met; some rows all pending, all narrated or all met."""
    modo = azar.random()
    if modo < 0.08:
        return [PENDIENTE] * n
    if modo < 0.16:
        return [NARRADO] * n
    if modo < 0.45:
        return [CUMPLE] * n
    return azar.choices((CUMPLE, NO_CUMPLE, PENDIENTE, PARCIAL), (10, 3, 2, 1), k=n)


def suma_de(cifras: list[Cifra | None]) -> int:
    return sum(c.valor for c in cifras if c is not None and c.valor is not None)


def total_impreso(suma: int, pesos_de: list[Cifra]) -> Cifra:
    """A printed total of weights or of what was earned."""
    return Cifra(suma, decimales_de(suma), signo=pesos_de[0].signo)


def porcentajes(azar: Random, n: int) -> list[int]:
    if azar.random() < 0.25:
        return [100] * n
    return azar.choices((100, 0, 50, 80, 75, 90, 33, 66, 25), (12, 2, 3, 2, 1, 2, 1, 1, 1), k=n)


def escrita(valor: int, decimales: int, redondea: Callable[[int, int], int], signo: str) -> Cifra:
    """A product as printed: whole where it can be, else rounded or cut."""
    impreso = redondea(valor, decimales)
    return Cifra(impreso, min(decimales, decimales_de(impreso)) if decimales_de(valor) <= decimales else decimales, signo=signo)


def estilo_de(azar: Random, columnas: list[str], *, objetivos_en_encabezado: bool = False) -> dict[str, object]:
    """Labels, order of the columns, decimal mark and separators of one report."""
    orden = list(columnas)
    if azar.random() < 0.35 and not objetivos_en_encabezado:
        azar.shuffle(orden)
    rotulo = {
        "objetivo": textos.rotulo(azar, "objetivo", "Objetivos Específicos"),
        "actividad": textos.rotulo(azar, "actividad", "Actividades"),
        "ponderacion": textos.rotulo(azar, "ponderacion", "Ponderación por actividad"),
        "estado": textos.rotulo(azar, "estado", "Cumple o No cumple"),
        "ponderacion_ganada": textos.rotulo(azar, "ponderacion_ganada", "Ponderación ganada"),
        "indicador": "Indicador (3)",
        "resultado": "Resultado anual del indicador (4)",
        "meta_o_actividades": textos.rotulo(azar, "meta_o_actividades", "Meta anual o actividades comprometidas (5)"),
        "responsable": "Unidad Responsable (6)",
        "medio": "Medio de verificación (7)",
    }
    if objetivos_en_encabezado:
        rotulo["objetivo"] = "Objetivos ¶ Específicos"
    return {
        "orden": orden,
        "rotulos": rotulo,
        "marca": azar.choice((",", ",", ".")),
        "cola": azar.choice(("", " ¶", " ¶ ¶")),
        "fin_de_fila": azar.random() < 0.7,
        "objetivos_en_encabezado": objetivos_en_encabezado,
        "servicio": azar.choice(textos.SERVICIOS),
        "ordinales": azar.random() < 0.5,
        "parte": azar.choice((" ¶ ", " ¶ ", " ¶ ", " ↵ ")),
        "cortes": azar.random() < 0.3,
        "cierre": azar.random() < 0.3,
        "avance": azar.random() < 0.2,
    }
