"""What was measured as Markdown, in Spanish, and its place in docs/escala.md."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from costos import Costos
from procesos import Medida

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Corrida:
    """One run over all the documents. ``uso``: percentage of the cores; ``crece``: megabytes of the parent from the third
    tenth of the run to the last."""

    nombre: str
    medida: Medida
    documentos: int
    trabajadores: int

    @property
    def ritmo(self) -> float:
        return self.documentos / self.medida.segundos

    @property
    def uso(self) -> float:
        return 100 * self.medida.procesador / (self.medida.segundos * self.trabajadores)

    @property
    def crece(self) -> float:
        return (self.medida.media_entre(0.9, 1) - self.medida.media_entre(0.2, 0.3)) / MB


@dataclass(frozen=True, slots=True)
class Exigido:
    """A demand, what was measured of it and whether it is met."""

    que: str
    medido: str
    cumple: bool


def tabla_medida(
    documentos: int, escaneos: float, trabajadores: int, corridas: Sequence[Corrida], exigidos: Sequence[Exigido], costos: Costos
) -> list[str]:
    """The lines of the first marked part."""
    equipo = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    cuales = f"{miles(documentos)} documentos de todos los formatos ({numero(escaneos * 100, 1)} % escaneados)"
    filas = [
        f"Medido con {cuales}, {trabajadores} procesos, {equipo}:",
        "",
        "| corrida | segundos | documentos por segundo | uso de los núcleos | memoria máxima del proceso principal |",
        "|---|---|---|---|---|",
    ]
    for c in corridas:
        maxima = numero(c.medida.maxima / MB, 0)
        cifras = (numero(c.medida.segundos, 1), numero(c.ritmo, 1), f"{numero(c.uso, 0)} %", f"{maxima} MB")
        filas.append(f"| {c.nombre} | {' | '.join(cifras)} |")
    filas += ["", "| exigido | medido | se cumple |", "|---|---|---|"]
    filas += [f"| {e.que} | {e.medido} | {'sí' if e.cumple else '**no**'} |" for e in exigidos]
    filas += [
        "",
        f"Segundos de procesador por documento en la primera carga: {numero(costos.total, 3)}, de los que el proceso principal,",
        f"que escribe, usa {numero(costos.escritura, 3)}. El mayor proceso lector ocupó {numero(costos.lector / MB, 0)} MB.",
    ]
    ocupa = (
        ("Línea JSON", costos.linea), ("Informe comprimido en la base", costos.informe),
        ("Lectura guardada en la caché", costos.cache), ("Base SQLite, con todo", costos.base),
        ("En memoria al comparar los documentos entre sí", costos.comparar),
        ("En memoria mientras espera ser leído", costos.lista),
    )  # fmt: skip
    filas += ["", "| por documento | KB |", "|---|---|"]
    filas += [f"| {que} | {numero(bytes_ / 1024, 1)} |" for que, bytes_ in ocupa]
    filas += ["", "| formato | segundos de procesador por documento | por página |", "|---|---|---|"]
    for formato, (documento, pagina) in costos.lectura.items():
        filas.append(f"| {formato} | {numero(documento, 3)} | {'-' if pagina is None else numero(pagina, 3)} |")
    return filas


def escribir(archivo: Path, partes: dict[str, list[str] | None]) -> None:
    """Puts each part between its marks; None leaves what is there. Raises SystemExit, leaving the file as it was, when one has
    no marks."""
    texto = archivo.read_text("utf-8")
    for nombre, filas in partes.items():
        comienzo, fin = (f"<!-- bench/lote.py: {nombre}, {que} -->" for que in ("comienzo", "fin"))
        antes, marca, resto = texto.partition(comienzo)
        _, cierre, despues = resto.partition(fin)
        if not (marca and cierre):
            raise SystemExit(f"{archivo} has no marks {comienzo} and {fin}")
        if filas is not None:
            texto = f"{antes}{comienzo}\n" + "\n".join(filas) + f"\n{fin}{despues}"
    archivo.write_text(texto, "utf-8")


def numero(valor: float, decimales: int) -> str:
    """With a decimal comma, and points between thousands."""
    return f"{valor:,.{decimales}f}".translate(str.maketrans(",.", ".,"))


def miles(valor: float) -> str:
    return numero(valor, 0)


def redondo(valor: float) -> str:
    """With two significant digits: what a plan may promise."""
    if valor == 0:
        return "0"
    decimales = 1 - int(f"{valor:e}".partition("e")[2])
    return numero(round(valor, decimales), max(decimales, 0))
