"""What the tests of the hand-over share: a database with everything in it, and each format read back by other libraries."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ayudas_salidas import hallazgo, informe

from extractor.almacen import abrir
from extractor.almacen.deposito import Deposito
from extractor.almacen.ficha import clave_documento
from extractor.lote.fallidos import informe_fallido
from extractor.modelo.conjunto import Conjunto, HallazgoConjunto, LugarConjunto, Paquete
from extractor.modelo.decision import Decision
from extractor.modelo.informe import FichaDocumento, Informe
from extractor.reconciliador.conjunto import resumir

Filas = list[tuple[Any, ...]]
LARGO = "párrafo \U0001f4c4 " * 4_000
"""Some 40,000 characters: more than a cell of a spreadsheet admits."""
MUY_FINA = "0.1234567890123456789012"
"""22 decimals: more than a decimal column of Parquet holds, and than a number of a spreadsheet."""
HOSTILES = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'cita", "''=1", "a\nb", 'dice "no", y', "＝1", "00123", "http://x.cl")


def hostil() -> Informe:
    """Texts that a spreadsheet or a CSV reader could take for something else, a long one and a fine figure."""
    hallazgos = tuple(
        hallazgo(f"{n:016x}", "TOTAL_AUSENTE", "aviso", mensaje=texto, lugar=texto) for n, texto in enumerate(HOSTILES)
    )
    fina = hallazgo("f" * 16, "ACUMULADO_NO_CUADRA", "aritmetica", informado=MUY_FINA, diferencia="-0.10")
    leido = informe("carpeta/ñandú 1.txt", b"hostil", (*hallazgos, fina))
    return leido.model_copy(update={"secciones": (leido.secciones[0].model_copy(update={"texto": LARGO}),)})


def llenar(url: str, *, al_reves: bool = False) -> None:
    """Loads four documents, one that could not be opened, decisions and a finding between documents."""
    leidos = [
        (informe("a.txt", b"a"), {"fondo": "F", "serie": None, "caja": "7"}),
        (informe("b.txt", b"b", ()), {}),
        (informe("copia/a.txt", b"a"), {}),
        (hostil(), {}),
        (informe_fallido(Path("no_existe.txt"), "no.txt", "DOCUMENTO_ILEGIBLE", "está dañado"), {}),
    ]
    with abrir(url) as deposito:
        for leido, archivo in leidos[::-1] if al_reves else leidos:
            deposito.guardar(leido, paquete=Paquete.de(resumir(leido)), **archivo)
        for datos in (("d1", "confirmado", None), ("d2", "descartado", "d1")):
            deposito.agregar_decision(decision(*datos))
        shas = sorted(x.documento.sha256 for x, _ in leidos[:2])
        lugares = tuple(LugarConjunto(tabla="t1", fila=None, actividad=None, origen=None, documento=sha) for sha in shas)
        propio = hallazgo("c" * 16, "TOTAL_AUSENTE", "aviso", tabla=None, fila=None, actividad=None, origen=None).model_dump()
        entre = HallazgoConjunto.model_validate({**propio, "lugares": lugares, "documentos": tuple(shas)})
        deposito.guardar_conjunto(Conjunto(documentos=tuple(shas), hallazgos=(entre,), verificaciones=(), veredictos=()))


def decision(id_: str, valor: str, anula: str | None) -> Decision:
    datos = {"id": id_, "tipo": "hallazgo", "clave": "aaaa000000000001", "valor": valor, "quien": "R. Revisora", "anula": anula}
    return Decision.model_validate({**datos, "cuando": "2026-05-31", "porque": "visto"})


class Base:
    """A database as the writers ask for it."""

    def __init__(self, deposito: Deposito) -> None:
        self.deposito = deposito

    def informes(self) -> Iterator[Informe]:
        return self.deposito.informes()

    def filas(self, tabla: str, por: str | None = None) -> Iterator[dict[str, Any]]:
        return self.deposito.filas(tabla, por)

    def clave(self, ficha: FichaDocumento) -> str:
        return clave_documento(ficha)


def bytes_de(carpeta: Path) -> dict[str, bytes]:
    return {r.relative_to(carpeta).as_posix(): r.read_bytes() for r in sorted(carpeta.rglob("*")) if r.is_file()}


def tipos_de(paquete: Path) -> dict[str, dict[str, str]]:
    """Resource -> column -> type, as the data package declares them."""
    descrito = json.loads((paquete / "datapackage.json").read_text("utf-8"))
    return {r["name"]: {c["name"]: c["type"] for c in r["schema"]["fields"]} for r in descrito["resources"]}


def valor(texto: str, tipo: str) -> Any:
    """A cell of a CSV file as a value."""
    if texto == "":
        return None
    if tipo == "integer":
        return int(texto)
    if tipo == "boolean":
        return {"true": True, "false": False}[texto]
    return Decimal(texto) if tipo == "number" else texto


def leer_csv(archivo: Path, tipos: dict[str, str], codificacion: str = "utf-8") -> Filas:
    """Rows of one file. Texts as they stand."""
    with archivo.open(encoding=codificacion, newline="") as flujo:
        lector = csv.reader(flujo)
        assert next(lector) == list(tipos)
        return [tuple(valor(c, t) for c, t in zip(fila, tipos.values(), strict=True)) for fila in lector]


def leer_paquete(carpeta: Path) -> dict[str, Filas]:
    return {nombre: leer_csv(carpeta / "datos" / f"{nombre}.csv", tipos) for nombre, tipos in tipos_de(carpeta).items()}


def leer_seguros(carpeta: Path, tipos: dict[str, dict[str, str]]) -> dict[str, Filas]:
    """The CSV for spreadsheets, with the documented rule undone."""
    leidas: dict[str, Filas] = {}
    for nombre, suyos in tipos.items():
        filas = leer_csv(carpeta / f"{nombre}.csv", suyos, "utf-8-sig")
        leidas[nombre] = [tuple(c[1:] if isinstance(c, str) and c.startswith("'") else c for c in fila) for fila in filas]
    return leidas


def leer_libro(archivo: Path, tipos: dict[str, dict[str, str]]) -> dict[str, Filas]:
    """The sheets, those that go on in others joined and cut texts put together."""
    import openpyxl

    libro = openpyxl.load_workbook(archivo, read_only=True)
    hojas = {hoja.title: list(hoja.iter_rows(values_only=True)) for hoja in libro}
    enteros: dict[tuple[Any, ...], str] = {}
    for nombre in _seguidas("textos_largos", hojas):
        for hoja, fila, columna, _, texto in hojas[nombre][1:]:
            enteros[hoja, fila, columna] = enteros.get((hoja, fila, columna), "") + texto
    leidas: dict[str, Filas] = {}
    for nombre, suyos in tipos.items():
        leidas[nombre] = []
        for hoja in _seguidas(nombre, hojas):
            assert hojas[hoja][0] == tuple(suyos)
            for numero, fila in enumerate(hojas[hoja][1:], start=2):
                celdas = (*fila, *(None,) * (len(suyos) - len(fila)))
                leidas[nombre].append(
                    tuple(
                        enteros.get((hoja, numero, columna), _de_celda(celda, tipo))
                        for celda, (columna, tipo) in zip(celdas, suyos.items(), strict=True)
                    )
                )
    return leidas


def _seguidas(nombre: str, hojas: dict[str, Any]) -> list[str]:
    """The sheet and those it goes on in."""
    return [nombre, *(f"{nombre}_{n}" for n in range(2, 999) if f"{nombre}_{n}" in hojas)]


def _de_celda(celda: Any, tipo: str) -> Any:
    return Decimal(str(celda)) if tipo == "number" and celda is not None else celda


def leer_parquet(carpeta: Path, tipos: dict[str, dict[str, str]]) -> dict[str, Filas]:
    """The files, with the figures that do not fit a decimal column put back."""
    import pyarrow.parquet as pq

    leidas: dict[str, Filas] = {}
    for nombre, suyos in tipos.items():
        filas = pq.read_table(carpeta / f"{nombre}.parquet").to_pylist()
        for fila in filas:
            fuera = json.loads(fila.pop("fuera_de_rango", None) or "{}")
            fila.update({columna: Decimal(texto) for columna, texto in fuera.items()})
            assert list(fila) == list(suyos)
        leidas[nombre] = [tuple(fila.values()) for fila in filas]
    return leidas
