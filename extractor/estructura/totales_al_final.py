"""The last row of a table, where it prints the total under no label, or under words that alone would not say so."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.estructura.columnas import PorRol
from extractor.estructura.filas import FilaArmada
from extractor.estructura.items import cifras
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Cifra
from extractor.vocabularios.cierres import nombra_cierre, nombra_el_todo

_OTRAS_FILAS = 2
_SIN_ROTULO, _CON_ROTULO, _UNO_Y_MEDIO = Decimal("0.5"), Decimal("0.75"), Decimal("1.5")
"""What part of a whole the weight of such a row is, at least and less than."""


def cierra_la_tabla(celdas: PorRol, filas: Sequence[Fila], anterior: FilaArmada | None, esperado: str) -> bool:
    """Whether the last row has nothing but figures, and those of a total: a weight greater than every one above it, and nearer to
    a whole than to nothing. Any other is an activity whose text was lost. Beside words that only close a table ("Puntos
    reunidos") or say what it is of ("En la región") it is a whole or little less, or the earned figure stands alone under those
    of rows that all have a weight."""
    propias = [
        (c, k.rol)
        for i, (c, k) in enumerate(zip(celdas.fila.celdas, celdas.columnas, strict=True))
        if c.parrafos and k.rol not in DE_CIFRAS and (anterior is None or anterior.celdas[i] is not c)
    ]
    rotulos = [c for c, rol in propias if rol != "estado" and (nombra_cierre(c.texto) or nombra_el_todo(c.texto))]
    al_margen = [c for c, _ in propias if rotulos and (leer_numero(c.texto) is not None or not palabras(c.texto))]
    otras = [c for c, _ in propias if c not in rotulos and c not in al_margen]
    if otras or len({c.texto for c in rotulos}) > 1 or len(filas) < _OTRAS_FILAS:
        return False
    pesos, logros = (_valores(cifras(celdas.parrafos(rol)).cifras) for rol in DE_CIFRAS)
    de_cada = [_valores((f.ponderacion, *(a.ponderacion for a in f.actividades))) for f in filas]
    previos = [p for suyos in de_cada for p in suyos]
    if rotulos and not pesos:
        return len(logros) == 1 and all(de_cada) and logros[0] >= max(_ganados(filas), default=logros[0])
    if len(pesos) != 1 or not previos or max(previos) >= pesos[0]:
        return False
    parte = pesos[0] / (Decimal(1) if pesos[0] <= 1 else Decimal(esperado))
    return (_CON_ROTULO if rotulos else _SIN_ROTULO) <= parte < _UNO_Y_MEDIO


def _ganados(filas: Sequence[Fila]) -> list[Decimal]:
    return [v for f in filas for v in _valores((f.ponderacion_ganada, *(a.ponderacion_ganada for a in f.actividades)))]


def _valores(leidas: Sequence[Cifra | None]) -> list[Decimal]:
    return [c.decimal for c in leidas if c is not None and c.decimal is not None]
