"""Runs the cases: reports are written to files, the program reads them, verdicts are gathered in a fixed order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from .auditor import auditar
from .comparacion import Veredicto, armar, comparar
from .descripcion import escribir
from .generador import CLASES, generar
from .lectura import ARITMETICOS, CODIGOS, Leido, a_doc, leer
from .modelo import Reporte
from .operadores import OPERADORES

REPARTO = ("txt", "txt", "docx", "txt", "txt", "docx", "txt", "txt", "docx", "doc")
"""Formats of ten cases in a row: the dearer to make, the fewer."""
POR_TANDA = 150
"""Files per call of LibreOffice: one call costs about a second whatever it converts."""
LIMPIO = "limpio"


@dataclass(frozen=True)
class Encargo:
    """One case to run: an operator's, or a clean report of the class ``operador`` (``limpio/...``)."""

    operador: str
    semilla: int
    numero: int
    formato: str

    @property
    def nombre(self) -> str:
        return f"{self.operador.replace('/', '_')}_{self.semilla}_{self.numero:05d}"


@dataclass(frozen=True)
class Limpio:
    """A clean report read back: how many tables it has, how many the program saw, the arithmetic it told all the same."""

    clase: str
    numero: int
    formato: str
    cuadros: int
    leidos: int
    graves: int
    avisos: int
    detalle: str


@dataclass(frozen=True)
class Aparte:
    """A case that proves nothing, and why: the error changes no recomputable figure, or leaves two readings alike.
    ``de_mas``: what the program told of a report where nothing is to be told (0 where two readings are alike)."""

    operador: str
    numero: int
    porque: str
    de_mas: int
    detalle: str


Resultado = Veredicto | Aparte | Limpio


@dataclass(frozen=True)
class Medicion:
    veredictos: tuple[Veredicto, ...]
    aparte: tuple[Aparte, ...]
    limpios: tuple[Limpio, ...]


def formato_de(numero: int, formatos: Sequence[str]) -> str:
    pedido = REPARTO[numero % len(REPARTO)]
    return pedido if pedido in formatos else formatos[numero % len(formatos)]


def encargos(casos: int, tablas: int, semilla: int, formatos: Sequence[str], operadores: Iterable[str]) -> list[Encargo]:
    """``casos`` of each operator, and clean reports of every class until they hold at least ``tablas`` tables."""
    pedidos = [Encargo(o, semilla, n, formato_de(n, formatos)) for o in operadores for n in range(casos)]
    vistas = numero = 0
    while vistas < tablas:
        for clase in CLASES:
            encargo = Encargo(f"{LIMPIO}/{clase}", semilla, numero, formato_de(numero, formatos))
            pedidos.append(encargo)
            vistas += len(reporte_limpio(encargo).cuadros)
        numero += 1
    return pedidos


def reporte_limpio(encargo: Encargo) -> Reporte:
    """The clean report of an order. Raises ValueError if the auditor finds anything in it: the generator is then wrong."""
    clase = encargo.operador.partition("/")[2]
    reporte = generar(Random(f"{encargo.semilla}/{encargo.operador}/{encargo.numero}"), clase)
    if sucios := auditar(reporte):
        raise ValueError(f"el informe generado no está limpio: {encargo.nombre}: {sucios[0]}")
    return reporte


def medir(pedidos: Sequence[Encargo], trabajadores: int = 1, avisar: Callable[[int, int], None] | None = None) -> Medicion:
    """Every case, in order. Raises ErrorCaso when there are .doc cases and LibreOffice is missing or fails."""
    with tempfile.TemporaryDirectory() as temporal, _reparto(trabajadores) as repartir:
        carpeta = Path(temporal)
        docs = [e for e in pedidos if e.formato == "doc"]
        fuentes = list(repartir(_escribir_docx, [(e, carpeta) for e in docs]))
        for desde in range(0, len(fuentes), POR_TANDA):
            a_doc(carpeta, fuentes[desde : desde + POR_TANDA])
        hechos: list[Resultado] = []
        for resultado in repartir(_correr, [(e, carpeta) for e in pedidos]):
            hechos.append(resultado)
            if avisar is not None:
                avisar(len(hechos), len(pedidos))
    return Medicion(
        tuple(r for r in hechos if isinstance(r, Veredicto)),
        tuple(r for r in hechos if isinstance(r, Aparte)),
        tuple(r for r in hechos if isinstance(r, Limpio)),
    )


@contextmanager
def _reparto(trabajadores: int) -> Iterator[Callable[[Callable[[Any], Any], list[Any]], Iterable[Any]]]:
    """How to apply a function to a list: here, or over so many processes; always in order."""
    if trabajadores <= 1:
        yield map
        return
    with get_context().Pool(trabajadores) as grupo:
        yield lambda funcion, cosas: grupo.imap(funcion, cosas, chunksize=8)


def _reporte(encargo: Encargo) -> Reporte:
    if encargo.operador.startswith(f"{LIMPIO}/"):
        return reporte_limpio(encargo)
    return armar(_operador(encargo), encargo.semilla, encargo.numero).reporte


def _operador(encargo: Encargo) -> Any:
    return next(o for o in OPERADORES if o.nombre == encargo.operador)


def _escribir_docx(par: tuple[Encargo, Path]) -> Path:
    encargo, carpeta = par
    archivo = carpeta / f"{encargo.nombre}.docx"
    archivo.write_bytes(escribir(_reporte(encargo), "docx"))
    return archivo


def guardar(encargo: Encargo, carpeta: Path) -> Path:
    """Writes the case's file, for a person to look at."""
    if encargo.formato == "doc":
        return a_doc(carpeta, [_escribir_docx((encargo, carpeta))])[0]
    archivo = carpeta / f"{encargo.nombre}.{encargo.formato}"
    archivo.write_bytes(escribir(_reporte(encargo), encargo.formato))
    return archivo


def _correr(par: tuple[Encargo, Path]) -> Resultado:
    encargo, carpeta = par
    if encargo.operador.startswith(f"{LIMPIO}/"):
        return _correr_limpio(encargo, reporte_limpio(encargo), carpeta)
    caso = armar(_operador(encargo), encargo.semilla, encargo.numero)
    veredicto = comparar(caso, _leer(encargo, caso.reporte, carpeta), encargo.formato)
    if caso.esperados and not caso.ambiguo:
        return veredicto
    porque = "dos lecturas caben por igual" if caso.ambiguo else "no cambia ninguna cifra recalculable"
    return Aparte(caso.operador, caso.numero, porque, 0 if caso.ambiguo else veredicto.de_mas, veredicto.detalle)


def _correr_limpio(encargo: Encargo, reporte: Reporte, carpeta: Path) -> Limpio:
    leido = _leer(encargo, reporte, carpeta)
    dichos = [h for h in leido.hallados if h.codigo in CODIGOS]
    graves = [h for h in dichos if h.codigo in ARITMETICOS and h.gravedad != "aviso"]
    detalle = "; ".join(f"{h.codigo} en {h.cuadro},{h.fila},{h.partida}: {h.informado} y {h.recalculado}" for h in dichos)
    clase = encargo.operador.partition("/")[2]
    return Limpio(
        clase,
        encargo.numero,
        encargo.formato,
        len(reporte.cuadros),
        leido.cuadros,
        len(graves),
        len(dichos) - len(graves),
        detalle,
    )


def _leer(encargo: Encargo, reporte: Reporte, carpeta: Path) -> Leido:
    archivo = carpeta / f"{encargo.nombre}.{encargo.formato}"
    if encargo.formato != "doc":
        archivo.write_bytes(escribir(reporte, encargo.formato))
    leido = leer(archivo)
    archivo.unlink()
    return leido
