"""Shares with their bounds, and the table that goes into docs/evaluacion.md."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .comparacion import Veredicto
from .medida import Aparte, Limpio, Medicion
from .operadores import OPERADORES

Z = 1.959963984540054
"""For bounds of 95 %."""
METAS = {"cobertura": 0.99, "precision": 0.99, "lugar": 0.98, "gravedad": 0.98}
META_LIMPIOS = 1.0
"""False alarms per 1,000 clean tables."""
FALLOS_MOSTRADOS = 60


@dataclass(frozen=True)
class Parte:
    """``a`` of ``n``."""

    a: int
    n: int

    @property
    def valor(self) -> float:
        """0 when nothing was counted: what was not measured meets no target."""
        return self.a / self.n if self.n else 0.0

    @property
    def corto(self) -> str:
        return _decimal(self.valor) if self.n else "—"

    @property
    def limites(self) -> tuple[float, float]:
        """Wilson's bounds."""
        if not self.n:
            return 0.0, 1.0
        p, n = self.a / self.n, self.n
        centro = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        medio = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, centro - medio), min(1.0, centro + medio)

    @property
    def texto(self) -> str:
        if not self.n:
            return "—"
        abajo, arriba = self.limites
        return f"{_decimal(self.valor)} [{_decimal(abajo)}–{_decimal(arriba)}]"


def _decimal(valor: float) -> str:
    """Three decimals, cut: .9996 is not 1."""
    return f"{math.floor(valor * 1000 + 1e-9) / 1000:.3f}".replace(".", ",")


@dataclass(frozen=True)
class Fila:
    """One operator, or all: how many cases prove something and how many stand apart."""

    nombre: str
    casos: int
    sin_efecto: int
    ambiguos: int
    cobertura: Parte
    precision: Parte
    lugar: Parte
    cifras: Parte
    causas: Parte
    gravedad: Parte
    correccion: Parte


def filas(medicion: Medicion) -> list[Fila]:
    """One row per operator in their order, and one of all at the end."""
    salida = []
    for operador in OPERADORES:
        propios = [v for v in medicion.veredictos if v.operador == operador.nombre]
        aparte = [a for a in medicion.aparte if a.operador == operador.nombre]
        if propios or aparte:
            salida.append(_fila(operador.nombre, propios, aparte))
    return [*salida, _fila("todos", medicion.veredictos, medicion.aparte)]


def _fila(nombre: str, veredictos: Sequence[Veredicto], aparte: Sequence[Aparte]) -> Fila:
    hallados, n = sum(v.hallados for v in veredictos), len(veredictos)
    de_mas = sum(v.de_mas for v in veredictos) + sum(a.de_mas for a in aparte)
    corregidos = [v.correccion for v in veredictos if v.correccion is not None]
    return Fila(
        nombre,
        n,
        sum("cambia" in a.porque for a in aparte),
        sum("lecturas" in a.porque for a in aparte),
        Parte(sum(v.visto for v in veredictos), n),
        Parte(hallados, hallados + de_mas),
        Parte(sum(v.en_su_lugar for v in veredictos), hallados),
        Parte(sum(v.cifras for v in veredictos), hallados),
        Parte(sum(v.causas for v in veredictos), n),
        Parte(sum(v.gravedad for v in veredictos), n),
        Parte(sum(corregidos), len(corregidos)),
    )


def falsas_por_mil(limpios: Iterable[Limpio]) -> float:
    lista = list(limpios)
    tablas = sum(x.cuadros for x in lista)
    return 1000 * sum(x.graves for x in lista) / tablas if tablas else 0.0


def incumplidas(medicion: Medicion) -> list[str]:
    """The goals that the measurement does not meet, in words."""
    todos = filas(medicion)[-1]
    faltan = [
        f"{nombre} {_decimal(getattr(todos, nombre).valor)}, meta {_decimal(meta)}"
        for nombre, meta in METAS.items()
        if getattr(todos, nombre).valor < meta
    ]
    if falsas_por_mil(medicion.limpios) > META_LIMPIOS:
        faltan.append(f"{falsas_por_mil(medicion.limpios):.2f} falsas alarmas por 1.000 tablas limpias, meta 1")
    return faltan


COLUMNAS = (
    "operador",
    "casos",
    "sin efecto",
    "dos lecturas",
    "cobertura",
    "precisión",
    "lugar",
    "cifras",
    "causas",
    "gravedad",
    "corrección",
)


def _celdas(fila: Fila) -> list[str]:
    partes = (fila.cobertura, fila.precision, fila.lugar, fila.cifras, fila.causas, fila.gravedad, fila.correccion)
    return [fila.nombre, str(fila.casos), str(fila.sin_efecto), str(fila.ambiguos), *(p.texto for p in partes)]


def en_consola(medicion: Medicion) -> list[str]:
    """The shares without their bounds, aligned; then what missed."""
    lineas = [f"{'operador':21} {'casos':>6} {'cobertura':>10} {'precisión':>10} {'lugar':>7} {'causas':>7} {'gravedad':>9}"]
    for f in filas(medicion):
        lineas.append(
            f"{f.nombre:21} {f.casos:>6} {f.cobertura.corto:>10} {f.precision.corto:>10} "
            f"{f.lugar.corto:>7} {f.causas.corto:>7} {f.gravedad.corto:>9}"
        )
    return [*lineas, *_de_limpios(medicion.limpios), *(f"no alcanza: {f}" for f in incumplidas(medicion))]


def _de_limpios(limpios: Sequence[Limpio]) -> list[str]:
    if not limpios:
        return []
    tablas, falsas = sum(x.cuadros for x in limpios), sum(x.graves for x in limpios)
    perdidas = sum(abs(x.cuadros - x.leidos) for x in limpios)
    por_mil = f"{falsas_por_mil(limpios):.2f}".replace(".", ",")
    arriba = f"{1000 * Parte(falsas, tablas).limites[1]:.2f}".replace(".", ",")
    cuenta = f"Informes limpios: {len(limpios)}, con {tablas} tablas; {falsas} falsas alarmas aritméticas"
    confianza = f"({por_mil} por 1.000 tablas, a lo más {arriba} con 95 % de confianza)"
    return [f"{cuenta} {confianza}, {sum(x.avisos for x in limpios)} avisos y {perdidas} tablas sin leer."]


def fallos(medicion: Medicion) -> Iterator[str]:
    """Every case that was not right in everything, by its name."""
    for v in medicion.veredictos:
        if not v.impecable:
            yield f"{v.operador}/{v.numero} ({v.clase}, {v.formato}): {', '.join(_que_falla(v))}. {v.detalle}"
    for a in medicion.aparte:
        if a.de_mas:
            yield f"{a.operador}/{a.numero}: {a.porque} y se dijo algo. {a.detalle}"
    for x in medicion.limpios:
        if x.graves or x.avisos or x.cuadros != x.leidos:
            yield f"limpio/{x.clase}/{x.numero} ({x.formato}): {x.cuadros} tablas, {x.leidos} leídas. {x.detalle}"


def _que_falla(v: Veredicto) -> list[str]:
    fallas = [
        (not v.visto, "no se vio"),
        (bool(v.de_mas), "dijo de más"),
        (v.en_su_lugar != v.hallados, "otro lugar"),
        (v.cifras != v.hallados, "otras cifras"),
        (not v.causas, "causas"),
        (not v.gravedad, "gravedad"),
    ]
    return [nombre for falla, nombre in fallas if falla]


def en_markdown(medicion: Medicion, casos: int, semilla: int, formatos: Sequence[str]) -> str:
    """The page docs/evaluacion.md."""
    lineas = [*_PRESENTACION.format(casos=casos, semilla=semilla, formatos=",".join(formatos)).splitlines(), ""]
    lineas += ["| " + " | ".join(COLUMNAS) + " |", "|" + "---|" * len(COLUMNAS)]
    for fila in filas(medicion):
        celdas = _celdas(fila)
        lineas.append("| " + " | ".join([f"**{c}**" for c in celdas] if fila.nombre == "todos" else celdas) + " |")
    lineas += ["", "## Qué hace cada operador", ""]
    lineas += [f"- `{o.nombre}`: {o.que_hace}." for o in OPERADORES]
    lineas += [
        "",
        "## Por familia y por formato",
        "",
        "| grupo | casos | cobertura | precisión | causas | gravedad |",
        "|---|---|---|---|---|---|",
    ]
    for grupo, nombre in _grupos(medicion.veredictos):
        f = _fila(nombre, grupo, ())
        lineas.append(
            f"| {nombre} | {f.casos} | {f.cobertura.texto} | {f.precision.texto} | {f.causas.texto} | {f.gravedad.texto} |"
        )
    lineas += ["", "## Informes limpios", "", *_de_limpios(medicion.limpios), "", _LIMPIOS, "", "## Casos que no resultaron", ""]
    malos = list(fallos(medicion))
    lineas += [f"- {texto}" for texto in malos[:FALLOS_MOSTRADOS]] or ["Ninguno."]
    if len(malos) > FALLOS_MOSTRADOS:
        lineas.append(f"- y {len(malos) - FALLOS_MOSTRADOS} más")
    return "\n".join(lineas) + "\n"


def _grupos(veredictos: Sequence[Veredicto]) -> Iterator[tuple[list[Veredicto], str]]:
    for clave in ("clase", "formato"):
        for nombre in sorted({str(getattr(v, clave)) for v in veredictos}):
            yield [v for v in veredictos if getattr(v, clave) == nombre], nombre


_PRESENTACION = """\
# Evaluación del conciliador

Cuánto encuentra el programa de lo que debe encontrar, y cuánto dice de más. Se escriben informes limpios de todas las familias
que ponderan algo, se introduce en cada uno un error con nombre, se guardan como archivos y el programa los lee y audita como
cualquier otro. Lo que debe encontrarse lo calcula aparte `bench/conciliador/auditor.py`, con números enteros y sin usar
ninguna regla del programa. Esta página se rehace con una orden:

```sh
extractor evaluar conciliador --casos {casos} --semilla {semilla} --formatos {formatos} --salida docs/evaluacion.md
```

- **cobertura**: casos en que se informó cada inconsistencia esperada. **precisión**: de lo informado, lo esperado.
- **lugar**: tabla, fila y actividad exactas. **cifras**: lo informado y lo recalculado, exactos.
- **causas**: un error se informa una sola vez y lo demás lleva su causa. **gravedad**: cambia o no una decisión.
- **corrección**: cuando se propone una sola, es la cifra que había antes del error.
- **sin efecto**: el error no cambia ninguna cifra que pueda recalcularse (cuentan en la precisión). **dos lecturas**: la tabla
  alterada cuadra igual si lo ganado se lee acumulado; nadie podría decidir, y no cuentan.

Entre corchetes, los límites de Wilson al 95 %. Cada caso se repite con `--caso OPERADOR/NÚMERO` y la misma semilla.

Lo que esta página no mide: los textos de los informes generados son sencillos y sus tablas se leen bien, de modo que dice
cuánto acierta el conciliador y no la lectura de documentos difíciles (`extractor evaluar lectura`), ni de PDF o escaneos."""
_LIMPIOS = """\
Llevan lo que suele confundir: partes iguales redondeadas (16,7 por seis; 33 por tres), totales que comparten varias filas, todo
pendiente, acumulados, porcentajes redondeados o cortados, fracciones de 1, estados narrados y cortes de página."""
