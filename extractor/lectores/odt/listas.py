"""The numbers and bullets that OpenDocument prints for list items and numbered headings."""

from __future__ import annotations

import re
from typing import Any

from extractor.lectores.odt.nombres import LOEXT, STYLE, TEXT, XML_ID, entero
from extractor.lectores.rotulos import formatear, vineta

_FORMATOS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PARTE = re.compile(r"%(\d{1,2})%")
_NIVELES = 10

Cuentas = list[int | None]


class Listas:
    """List styles by name, and the counters that go on from one list to the next."""

    def __init__(self, raices: list[Any]) -> None:
        self._estilos: dict[str, dict[int, Any]] = {}
        self._titulos: dict[int, Any] = {}
        for raiz in raices:
            for estilo in raiz.iter(f"{TEXT}list-style"):
                self._estilos[estilo.get(f"{STYLE}name", "")] = {entero(n, f"{TEXT}level"): n for n in estilo}
            for estilo in raiz.iter(f"{TEXT}outline-style"):
                self._titulos = {entero(n, f"{TEXT}level"): n for n in estilo}
        self._por_id: dict[str, Cuentas] = {}
        self._por_estilo: dict[str, Cuentas] = {}
        self._de_titulos: Cuentas = [None] * (_NIVELES + 1)

    def abrir(self, lista: Any, estilo: str) -> Cuentas:
        """The counters of a list that opens at the outermost level: new ones, or those it says it goes on with."""
        sigue = lista.get(f"{TEXT}continue-list")
        if sigue in self._por_id:
            cuentas = self._por_id[sigue]
        elif lista.get(f"{TEXT}continue-numbering") == "true" and estilo in self._por_estilo:
            cuentas = self._por_estilo[estilo]
        else:
            cuentas = [None] * (_NIVELES + 1)
        self._por_estilo[estilo] = cuentas
        if lista.get(XML_ID):
            self._por_id[lista.get(XML_ID)] = cuentas
        return cuentas

    def rotulo(self, estilo: str, nivel: int, cuentas: Cuentas, inicio: int | None) -> str:
        """The label of the next item at ``nivel`` (from 1), counting it."""
        return self._siguiente(self._estilos.get(estilo, {}), nivel, cuentas, inicio)

    def rotulo_titulo(self, titulo: Any) -> str:
        """The label of a heading numbered by its outline level, or ""."""
        nivel = entero(titulo, f"{TEXT}outline-level")
        definicion = self._titulos.get(nivel)
        if definicion is None or not definicion.get(f"{STYLE}num-format") or titulo.get(f"{TEXT}is-list-header") == "true":
            return ""
        return self._siguiente(self._titulos, nivel, self._de_titulos, None)

    def _siguiente(self, niveles: dict[int, Any], nivel: int, cuentas: Cuentas, inicio: int | None) -> str:
        if not 1 <= nivel <= _NIVELES:
            return ""
        definicion = niveles.get(nivel)
        previa = cuentas[nivel]
        primera = entero(definicion, f"{TEXT}start-value") if definicion is not None else 1
        cuentas[nivel] = inicio if inicio is not None else primera if previa is None else previa + 1
        for hondo in range(nivel + 1, _NIVELES + 1):
            cuentas[hondo] = None
        if definicion is None:
            return ""
        if definicion.tag == f"{TEXT}list-level-style-bullet":
            return vineta(definicion.get(f"{TEXT}bullet-char", ""))
        if not definicion.get(f"{STYLE}num-format"):
            return ""

        def numero(cual: int) -> str:
            suya = niveles.get(cual)
            forma = _FORMATOS.get(suya.get(f"{STYLE}num-format", "1") if suya is not None else "1", "decimal")
            return formatear(cuentas[cual] or 1, forma)

        plantilla = definicion.get(f"{LOEXT}num-list-format")
        if plantilla is not None:
            return _PARTE.sub(lambda m: numero(min(int(m.group(1)), _NIVELES)), plantilla).strip()
        desde = max(1, nivel - entero(definicion, f"{TEXT}display-levels") + 1)
        cifras = ".".join(numero(n) for n in range(desde, nivel + 1))
        return f"{definicion.get(f'{STYLE}num-prefix', '')}{cifras}{definicion.get(f'{STYLE}num-suffix', '')}".strip()
