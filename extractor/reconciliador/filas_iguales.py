"""What two rows of a table must have in common to be one row written twice."""

from __future__ import annotations

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.modelo.tabla import Columna, Fila, Tabla
from extractor.reconciliador.lexico import conjunto
from extractor.vocabularios.columnas import es_rotulo_listado

_ROTULOS_DE_ENCABEZADO = 2
CIFRAS = ("ponderacion", "estado", "ponderacion_ganada")


def columnas_que_callan(tabla: Tabla) -> frozenset[int]:
    """The columns that tell no row from another: its figures, a serial number, and a per cent that no role knows."""
    return frozenset(
        i for i, columna in enumerate(tabla.columnas)
        if columna.rol in CIFRAS or (columna.rol == "otro" and (_es_medida(tabla, i, columna) or _es_cuenta(tabla, i, columna)))
    )


def texto_fila(tabla: Tabla, fila: Fila, calladas: frozenset[int]) -> tuple[str, ...]:
    """The other cells of a row, folded."""
    pares = enumerate(zip(tabla.columnas, fila.celdas, strict=False))
    return tuple(palabras(celda) for i, (_, celda) in pares if i not in calladas)


def filas_de_encabezado(tabla: Tabla) -> frozenset[int]:
    """The rows of a table that nobody knows which may be its header: those before its first figure (where it has none, up to the
    first of its fullest rows), and any of two labels of a form or more. What repeats one is the header of a new page."""
    if tabla.tipo != "otra" or any(columna.rol not in ("otro", "territorio") for columna in tabla.columnas):
        return frozenset()
    llenas = [[celda for celda in fila.celdas if celda.strip()] for fila in tabla.filas]
    anchas = [len(celdas) for celdas in llenas]
    sin_cifras = anchas.index(max(anchas)) + 1 if anchas else 0
    hasta = next((i for i, celdas in enumerate(llenas) if any(leer_numero(c) is not None for c in celdas)), sin_cifras)
    rotulan = (i for i, celdas in enumerate(llenas) if sum(map(es_rotulo_listado, celdas)) >= _ROTULOS_DE_ENCABEZADO)
    return frozenset((*range(max(hasta, 1)), *rotulan))


def _celdas(tabla: Tabla, sitio: int) -> list[str]:
    return [fila.celdas[sitio].strip() for fila in tabla.filas if sitio < len(fila.celdas) and fila.celdas[sitio].strip()]


def _es_medida(tabla: Tabla, sitio: int, columna: Columna) -> bool:
    """Whether a column gives each row a per cent: by its label, and figures all of it."""
    celdas = _celdas(tabla, sitio)
    return ("%" in columna.texto or "porcentaje" in palabras(columna.texto)) and all(leer_numero(c) is not None for c in celdas)


def _es_cuenta(tabla: Tabla, sitio: int, columna: Columna) -> bool:
    """Whether a column only numbers the rows, one by one: its label, if any, says no other thing."""
    if not conjunto("de_orden").issuperset(palabras(columna.texto).split()):
        return False
    numeros = [leer_numero(celda.rstrip(".)-°º ")) for celda in _celdas(tabla, sitio)]
    valores = [int(n.decimal) for n in numeros if n is not None and not n.decimales]
    return len(valores) > 1 and len(valores) == len(numeros) and valores == list(range(valores[0], valores[0] + len(valores)))
