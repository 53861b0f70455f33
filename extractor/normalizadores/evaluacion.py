"""How right the normalisers are on labelled sets: accuracy, coverage and wrong while sure, always with n.

A set is a CSV with the text, the right answer, ``origen`` (where the case came from) and ``grupo`` (``abierto`` for tuning,
``reservado`` held back). An answer is *sure* when its certainty is ``exacta`` or ``alias``; ``dudosa`` gives no answer.
``etiquetas_en_duda.csv`` names, by the sum of their text, the cases whose label judges found to contradict the written
conventions: they count as the label says, and how many of the wrong ones they are is told beside.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from extractor.comun.texto import plegar

SEGURAS = ("exacta", "alias")
GRUPOS = ("abierto", "reservado")
EN_DUDA = "etiquetas_en_duda.csv"
Fila = dict[str, str]
Respuesta = tuple[bool, str, str]
"""Whether it is right, its certainty ("" when it gives no value) and the answer as text."""


@dataclass(frozen=True, slots=True)
class Error:
    """A wrong answer: what was asked, what is right and what was said, how surely, and where the case came from."""

    texto: str
    esperado: str
    dicho: str
    certeza: str
    origen: str


@dataclass(slots=True)
class Medida:
    """What one set gave for one group. ``aciertos`` counts units and persons for ``responsables`` (F1), rows elsewhere."""

    que: str
    grupo: str
    n: int = 0
    aciertos: int = 0
    con_valor: int = 0
    errados_seguros: int = 0
    errados_aproximados: int = 0
    aproximados: int = 0
    seguros: int = 0
    f1: float | None = None
    errores: list[Error] = field(default_factory=list)
    etiquetas_en_duda: frozenset[str] = frozenset()

    @property
    def exactitud(self) -> float:
        return self.aciertos / self.n if self.n else 0.0

    @property
    def cobertura(self) -> float:
        """The share of the cases that were given a value."""
        return self.con_valor / self.n if self.n else 0.0

    def por_origen(self) -> Counter[str]:
        """How many wrong answers each origin gave."""
        return Counter(e.origen for e in self.errores)

    def con_etiqueta_en_duda(self) -> int:
        """How many of those wrong while sure are wrong by a label that judges found to contradict the conventions."""
        seguros = (e for e in self.errores if e.certeza in SEGURAS)
        return sum(_suma(e.texto) in self.etiquetas_en_duda for e in seguros)

    def como_dato(self, mostrar_reservados: bool = False) -> dict[str, Any]:
        """Plain data for showing. Held-back cases are told by where they came from, never by their text unless asked."""
        visibles = self.errores if mostrar_reservados or self.grupo != "reservado" else []
        return {
            "conjunto": self.que,
            "grupo": self.grupo,
            "n": self.n,
            "aciertos": self.aciertos,
            "exactitud": round(self.exactitud, 4),
            "cobertura": round(self.cobertura, 4),
            "f1": None if self.f1 is None else round(self.f1, 4),
            "seguros": self.seguros,
            "errados_seguros": self.errados_seguros,
            "errados_seguros_con_etiqueta_en_duda": self.con_etiqueta_en_duda(),
            "aproximados": self.aproximados,
            "errados_aproximados": self.errados_aproximados,
            "errados_por_origen": dict(sorted(self.por_origen().items())),
            "errados": [asdict(e) for e in sorted(visibles, key=lambda e: (e.origen, e.texto))],
        }


def evaluar(carpeta: Path, grupos: Sequence[str] = GRUPOS) -> list[Medida]:
    """One measure for each set and group of the folder, in a fixed order. Raises FileNotFoundError without the sets."""
    medidas: list[Medida] = []
    dudosas = list(_leer(carpeta / EN_DUDA)) if (carpeta / EN_DUDA).exists() else []
    for que, responder in _PRUEBAS.items():
        filas = list(_leer(carpeta / f"{que}.csv"))
        for grupo in grupos:
            propias = [f for f in filas if f["grupo"] == grupo]
            medidas.append(_responsables(propias, grupo) if que == "responsables" else _medir(que, grupo, propias, responder))
            medidas[-1].etiquetas_en_duda = frozenset(d["sha256"] for d in dudosas if d["conjunto"] == que)
    return medidas


def _suma(texto: str) -> str:
    return hashlib.sha256(texto.encode()).hexdigest()


def _leer(archivo: Path) -> Iterator[Fila]:
    with archivo.open(encoding="utf-8", newline="") as abierto:
        for fila in csv.DictReader(abierto):
            yield {**fila, "texto": fila.get("texto", "").replace("\\n", "\n")}


def _medir(que: str, grupo: str, filas: Iterable[Fila], responder: Callable[[Fila], Respuesta]) -> Medida:
    medida = Medida(que, grupo)
    for fila in filas:
        bien, certeza, dicho = responder(fila)
        medida.n += 1
        medida.aciertos += bien
        medida.con_valor += bool(certeza)
        medida.seguros += certeza in SEGURAS
        medida.aproximados += certeza == "aproximada"
        if not bien:
            medida.errados_seguros += certeza in SEGURAS
            medida.errados_aproximados += certeza == "aproximada"
            medida.errores.append(Error(fila["texto"], _esperado(fila), dicho, certeza, fila["origen"]))
    return medida


def _esperado(fila: Fila) -> str:
    return " ".join(f"{k}={v}" for k, v in fila.items() if k not in ("texto", "origen", "grupo") and v)


def _region(fila: Fila) -> Respuesta:
    from extractor.normalizadores.regiones import normalizar_region

    region = normalizar_region(fila["texto"] or None, int(fila["anio"]) if fila["anio"] else None)
    codigos = tuple(c for c in fila["codigos"].split(";") if c)
    dudosa = region.certeza == "dudosa" or (region.alcance == "REGION" and not region.codigos)
    if fila["alcance"] == "DUDOSO":
        bien = dudosa or region.alcance == "SIN_DATO"
    else:
        bien = (region.alcance, region.codigos) == (fila["alcance"], codigos) and not (dudosa and codigos)
    return bien, "" if dudosa else region.certeza, f"{region.alcance} {';'.join(region.codigos)}"


def _estado(fila: Fila) -> Respuesta:
    from extractor.normalizadores.estados import normalizar_estado

    estado = normalizar_estado(fila["texto"])
    valor = estado.valor if estado else "SIN_DATO"
    porcentaje, declarado = (estado.porcentaje or "", estado.declarado) if estado else ("", False)
    bien = (valor, porcentaje, declarado) == (fila["valor"], fila["porcentaje"], fila["declarado"] == "true")
    certeza = estado.certeza if estado and valor != "SIN_DATO" else ""
    return bien, "" if certeza == "dudosa" else certeza, f"{valor} {porcentaje} declarado={declarado}"


def _grado(fila: Fila) -> Respuesta:
    from extractor.normalizadores.grados import razonar_grado

    grado, _, certeza = razonar_grado([fila["texto"]])
    return grado == fila["grado"], "" if certeza == "dudosa" or grado == "SIN_DATO" else certeza, grado


def _servicio(fila: Fila) -> Respuesta:
    from extractor.normalizadores.servicios import normalizar_servicio

    servicio = normalizar_servicio(fila["texto"])
    sabido = servicio is not None and servicio.codigo is not None and servicio.certeza != "dudosa"
    codigo = servicio.codigo if servicio and sabido else ""
    return codigo == fila["codigo"], servicio.certeza if servicio and sabido else "", str(codigo)


def _responsables(filas: Iterable[Fila], grupo: str) -> Medida:
    """Units, roles and persons as a bag of pieces: F1 of what was found against what is written. A row is as sure as the least
    sure of what was read in it."""
    from extractor.normalizadores.responsable.certezas_division import peor_certeza
    from extractor.normalizadores.responsables import normalizar_responsables

    medida = Medida("responsables", grupo)
    hallados = correctos = escritos = 0
    for fila in filas:
        leidos = normalizar_responsables(fila["texto"].split("\n"))
        dichas = Counter(
            (clase, plegar(valor).rstrip(" ."))
            for r in leidos
            for clase, valor in (("unidad", r.unidad.nombre if r.unidad else None), ("cargo", r.cargo), ("persona", r.persona))
            if valor
        )
        debidas = Counter((c, plegar(v).rstrip(" .")) for r in json.loads(fila["esperado"]) for c, v in r.items() if v)
        medida.n += 1
        medida.aciertos += dichas == debidas
        medida.con_valor += bool(dichas)
        certeza = peor_certeza([r.certeza for r in leidos if r.certeza is not None]) or ""
        medida.seguros += certeza in SEGURAS
        medida.aproximados += certeza == "aproximada"
        hallados += dichas.total()
        escritos += debidas.total()
        correctos += (dichas & debidas).total()
        if dichas != debidas:
            medida.errados_seguros += certeza in SEGURAS
            medida.errados_aproximados += certeza == "aproximada"
            dicho = "; ".join(f"{c}={v}" for c, v in sorted(dichas.elements()))
            medida.errores.append(Error(fila["texto"], fila["esperado"], dicho, certeza, fila["origen"]))
    medida.f1 = 2 * correctos / (hallados + escritos) if hallados + escritos else 0.0
    return medida


_PRUEBAS: dict[str, Callable[[Fila], Respuesta]] = {
    "regiones": _region,
    "estados": _estado,
    "grados": _grado,
    "servicios": _servicio,
    "responsables": lambda fila: (False, "", ""),
}
