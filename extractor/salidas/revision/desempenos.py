"""What each region's programme earned, as reported and as recomputed, against its threshold: for charts and summaries.

The threshold belongs to a region's programme, never to one of the several blocks of a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.escala import a_escala, escala
from extractor.comun.numeros import canonico
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import BloqueFilas, Tabla
from extractor.salidas.revision.formato import programa_en_palabras, region_en_palabras

CIEN = Decimal(100)
_DECIMALES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Logro:
    """One programme, or one block of rows of a table that has several. Percentages of its whole; None where unknown.

    ``umbral``: per cent from which it is valid, None where none applies; ``condicional``: that threshold is supposed;
    ``documento``: its name, where programmes of several are told together.
    """

    rotulo: str
    tabla: str
    informado: Decimal | None
    recalculado: Decimal | None
    umbral: Decimal | None
    condicional: bool
    documento: str = ""

    @property
    def alcanza_informado(self) -> bool | None:
        return _alcanza(self.informado, self.umbral)

    @property
    def alcanza_recalculado(self) -> bool | None:
        return _alcanza(self.recalculado, self.umbral)

    @property
    def cambia(self) -> bool:
        """Whether the verdict as recomputed is another than as reported."""
        antes, despues = self.alcanza_informado, self.alcanza_recalculado
        return antes is not None and despues is not None and antes != despues


def logros_de(informe: Informe, regimenes: Mapping[str, Regimen]) -> tuple[Logro, ...]:
    """In the order of the tables; only where something earned is known."""
    return tuple(logro for tabla in informe.tablas for logro in _de_tabla(tabla, regimenes))


def _de_tabla(tabla: Tabla, regimenes: Mapping[str, Regimen]) -> Iterator[Logro]:
    bloques = [b for b in tabla.bloques if b.suma_ponderacion is not None]
    region = region_en_palabras(tabla.region)
    programa = f" · {programa_en_palabras(tabla.programa)}" if tabla.programa is not None else ""
    regimen = regimenes.get(tabla.regimen or "")
    for numero, bloque in enumerate(bloques, start=1):
        entero = entero_de(tabla, bloque)
        if entero is None:
            continue
        informado = _informado(tabla, bloque, len(bloques) == 1, entero)
        recalculado = _decimal(bloque.suma_ganada_recalculada)
        if informado is None and recalculado is None:
            continue
        un_todo = len(bloques) == 1 and _hace_total(tabla, bloque, entero)
        umbral = Decimal(regimen.umbral) if un_todo and regimen is not None and regimen.umbral is not None else None
        yield Logro(
            rotulo=region + programa + (f" · bloque {numero}" if len(bloques) > 1 else ""),
            tabla=tabla.id,
            informado=_por_ciento(informado, entero),
            recalculado=_por_ciento(recalculado, entero),
            umbral=umbral,
            condicional=regimen is not None and regimen.fuente == "supuesta",
        )


def entero_de(tabla: Tabla, bloque: BloqueFilas) -> Decimal | None:
    """What 100 % is: the declared weight of the programme, else 1 or 100, whichever the weights are near; else their sum."""
    declarada = tabla.ponderacion_declarada.decimal if tabla.ponderacion_declarada is not None else None
    pesos = _decimal(bloque.suma_ponderacion)
    if declarada:
        return declarada
    if not pesos:
        return None
    if Decimal("0.5") <= pesos <= Decimal("1.5"):
        return Decimal(1)
    return CIEN if pesos * 2 >= CIEN else pesos


def _hace_total(tabla: Tabla, bloque: BloqueFilas, entero: Decimal) -> bool:
    pesos = _decimal(bloque.suma_ponderacion)
    return tabla.ponderacion_declarada is not None or (pesos is not None and entero != pesos) or pesos in (1, CIEN)


def _informado(tabla: Tabla, bloque: BloqueFilas, unico: bool, entero: Decimal) -> Decimal | None:
    """What the report says was earned: the printed performance, else the printed total, else the sum of what it prints. Fractions
    of 1 may be told in per cent ("75 %" of 1,00)."""
    impresas = (tabla.desempeno.region if unico and tabla.desempeno is not None else None, bloque.total_ganada)
    for cifra in impresas:
        if cifra is not None and cifra.decimal is not None:
            return a_escala(cifra, escala(entero == 1, cifra)).decimal
    return _decimal(bloque.suma_ganada_informada)


def _por_ciento(valor: Decimal | None, entero: Decimal) -> Decimal | None:
    return None if valor is None else Decimal(canonico((valor * 100 / entero).quantize(_DECIMALES)))


def _decimal(texto: str | None) -> Decimal | None:
    return None if texto is None else Decimal(texto)


def _alcanza(valor: Decimal | None, umbral: Decimal | None) -> bool | None:
    return None if valor is None or umbral is None else valor >= umbral
