"""The numbers and bullets that Word prints before a paragraph and does not keep in its text (w:numPr).

A person reads "2.1 Desarrollo" where the file holds "Desarrollo": without the number, sections cannot be told nor
stacked items paired. Counters run per abstract numbering, as Word counts.
"""

from __future__ import annotations

import re
from typing import Any

from extractor.lectores.docx.nombres import W, entero, valor
from extractor.lectores.rotulos import formatear, vineta

_PARTE = re.compile(r"%([1-9])")
_NIVELES = 9


class Numeracion:
    """The numbering of one document, from its numbering and style parts (either may be None)."""

    def __init__(self, numeracion: Any | None, estilos: Any | None) -> None:
        self._niveles: dict[str, dict[int, Any]] = {}
        self._abstracta: dict[str, str] = {}
        self._propios: dict[str, dict[int, Any]] = {}
        self._inicios: dict[str, dict[int, int]] = {}
        self._cuentas: dict[str, list[int | None]] = {}
        self._usados: set[tuple[str, int]] = set()
        if numeracion is not None:
            self._leer(numeracion)
        self._de_estilo = _numeros_de_estilos(estilos) if estilos is not None else {}

    def _leer(self, raiz: Any) -> None:
        for abstracta in raiz.findall(f"{W}abstractNum"):
            self._niveles[abstracta.get(f"{W}abstractNumId", "")] = _niveles(abstracta)
        for numero in raiz.findall(f"{W}num"):
            clave = numero.get(f"{W}numId", "")
            self._abstracta[clave] = valor(numero, "abstractNumId") or ""
            for cambio in numero.findall(f"{W}lvlOverride"):
                nivel = entero(cambio.get(f"{W}ilvl"), 0)
                inicio = valor(cambio, "startOverride")
                if inicio is not None:
                    self._inicios.setdefault(clave, {})[nivel] = entero(inicio, 1)
                for propio in cambio.findall(f"{W}lvl"):
                    self._propios.setdefault(clave, {})[nivel] = propio

    def rotulo(self, parrafo: Any) -> str:
        """The number or bullet printed before this paragraph, counting it; "" when it has none."""
        numero, nivel = self._numero(parrafo)
        abstracta = self._abstracta.get(numero)
        if abstracta is None or not 0 <= nivel < _NIVELES:
            return ""
        definicion = self._definicion(numero, nivel)
        if definicion is None:
            return ""
        cuentas = self._contar(numero, abstracta, nivel)
        formato = valor(definicion, "numFmt") or "decimal"
        texto = valor(definicion, "lvlText") or ""
        if formato == "bullet":
            return vineta(texto)
        if formato == "none":
            return _PARTE.sub("", texto).strip()

        def parte(hallada: re.Match[str]) -> str:
            cual = int(hallada.group(1)) - 1
            propia = self._definicion(numero, cual)
            forma = formato if cual == nivel else (valor(propia, "numFmt") or "decimal" if propia is not None else "decimal")
            if valor(definicion, "isLgl") is not None or definicion.find(f"{W}isLgl") is not None:
                forma = "decimal"
            return formatear(cuentas[cual] or self._inicio(numero, cual), forma)

        return _PARTE.sub(parte, texto).strip()

    def _numero(self, parrafo: Any) -> tuple[str, int]:
        """Numbering id and level of a paragraph: its own, else its style's; id "0" takes the numbering away."""
        estilo = self._de_estilo.get(valor(parrafo, "pPr/pStyle") or "", ("", 0))
        propio = valor(parrafo, "pPr/numPr/numId")
        nivel = valor(parrafo, "pPr/numPr/ilvl")
        return (propio if propio is not None else estilo[0]), entero(nivel, estilo[1])

    def _definicion(self, numero: str, nivel: int) -> Any | None:
        propia = self._propios.get(numero, {}).get(nivel)
        return propia if propia is not None else self._niveles.get(self._abstracta.get(numero, ""), {}).get(nivel)

    def _inicio(self, numero: str, nivel: int) -> int:
        definicion = self._definicion(numero, nivel)
        return entero(valor(definicion, "start"), 1) if definicion is not None else 1

    def _contar(self, numero: str, abstracta: str, nivel: int) -> list[int | None]:
        cuentas = self._cuentas.setdefault(abstracta, [None] * _NIVELES)
        inicio = self._inicios.get(numero, {}).get(nivel)
        previa = cuentas[nivel]
        if inicio is not None and (numero, nivel) not in self._usados:
            cuentas[nivel] = inicio
        else:
            cuentas[nivel] = self._inicio(numero, nivel) if previa is None else previa + 1
        self._usados.add((numero, nivel))
        for hondo in range(nivel + 1, _NIVELES):
            definicion = self._definicion(numero, hondo)
            if definicion is None or valor(definicion, "lvlRestart") != "0":
                cuentas[hondo] = None
        return cuentas


def _niveles(abstracta: Any) -> dict[int, Any]:
    return {entero(n.get(f"{W}ilvl"), 0): n for n in abstracta.findall(f"{W}lvl")}


def _numeros_de_estilos(raiz: Any) -> dict[str, tuple[str, int]]:
    """Numbering id and level of each paragraph style, inherited from the style it is based on."""
    propios: dict[str, tuple[str | None, str | None, str | None]] = {}
    for estilo in raiz.findall(f"{W}style"):
        clave = estilo.get(f"{W}styleId", "")
        propios[clave] = (valor(estilo, "pPr/numPr/numId"), valor(estilo, "pPr/numPr/ilvl"), valor(estilo, "basedOn"))
    resueltos: dict[str, tuple[str, int]] = {}
    for clave in propios:
        numero: str | None = None
        nivel: str | None = None
        actual, vistos = clave, set[str]()
        while actual in propios and actual not in vistos:
            vistos.add(actual)
            suyo, suyo_nivel, padre = propios[actual]
            numero = numero if numero is not None else suyo
            nivel = nivel if nivel is not None else suyo_nivel
            actual = padre or ""
        if numero is not None:
            resueltos[clave] = (numero, entero(nivel, 0))
    return resueltos
