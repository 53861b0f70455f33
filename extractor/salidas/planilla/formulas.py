"""The rows of a recalculation sheet: formulas over the printed figures, each written with the result our own arithmetic
gives, so that the sheet says the same before it is recalculated.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from extractor.salidas.planilla.celdas import CIFRA, Celdas
from extractor.salidas.planilla.recalculo import HojaRecalculo
from extractor.salidas.planilla.renglones import Cierre, Partida
from extractor.salidas.revision.formato import MOTIVOS, RESULTADOS, con_coma

CREDITO, ENTERO = "$C$6", "$C$8"
CREDITOS = {"proporcional": "proporcional", "todo_o_nada": "todo o nada"}
_DIEZ = Decimal("0.0000000001")
_CENTESIMA = Decimal("0.01")
CERO = Decimal(0)


class Valor(NamedTuple):
    """A cell and what it holds; None stands for an empty text."""

    celda: str
    valor: Decimal | None


def redondo(valor: Decimal | None) -> Decimal | None:
    """As the formulas round: to ten decimals, so that no binary fraction is left."""
    return None if valor is None else valor.quantize(_DIEZ, ROUND_HALF_UP).normalize() + CERO


def por_ciento(valor: Decimal | None, entero: Decimal) -> Decimal | None:
    return None if valor is None else redondo((valor * 100 / entero).quantize(_CENTESIMA, ROUND_HALF_UP))


class EscritorFilas:
    """Writes the items and closings of one sheet, in order. ``claves``: the sheet's columns. ``posibles_informados`` and
    ``recalculado``: cells of the last block from which the programme's result may be taken."""

    def __init__(self, hoja: Any, celdas: Celdas, datos: HojaRecalculo, claves: Sequence[str]) -> None:
        self._hoja = hoja
        self._celdas = celdas
        self._datos = datos
        self.lugar = {clave: lugar for lugar, clave in enumerate(claves)}
        self.posibles_informados: list[Valor] = []
        self.recalculado: Valor | None = None
        self._bloque: list[tuple[int, Partida]] = []
        self._corrida: Valor | None = None
        self._base: Valor | None = None

    def partida(self, n: int, p: Partida) -> None:
        c, h, f = self._celdas, self._hoja, self._celdas.formatos
        gris, impreso = f(font_color="#555555", text_wrap=True, indent=1), f(font_color="#555555", align="right")
        c.texto(h, n, self.lugar["numero"], p.rotulo)
        c.texto(h, n, self.lugar["texto"], p.texto, f.parrafo)
        c.texto(h, n, self.lugar["peso_impreso"], p.peso_impreso, impreso)
        c.cifra(h, n, self.lugar["peso"], p.peso)
        c.texto(h, n, self.lugar["estado"], p.estado, gris)
        c.cifra(h, n, self.lugar["cumplimiento"], p.cumplimiento, f(bg_color="#FFF8DC", num_format=CIFRA))
        c.texto(h, n, self.lugar["ganada_impresa"], p.ganada_impresa, impreso)
        c.cifra(h, n, self.lugar["informada"], p.informada)
        propia = self._propia(n, p)
        informada = Valor(self._celda("informada", n), p.informada)
        tolerancia = p.del_paso if self._datos.acumulada else p.tolerancia
        c.cifra(h, n, self.lugar["tolerancia"], tolerancia)
        if self._datos.acumulada:
            self._pasos(n, p, propia, informada, tolerancia)
        else:
            diferencia = self._resta("diferencia", n, informada, propia)
            self._signo_de_actividad(n, p, informada.celda, diferencia)
        c.texto(h, n, self.lugar["programa"], conclusion(p), f.parrafo)
        self._bloque.append((n, p))

    def _signo_de_actividad(self, n: int, p: Partida, informada: str, diferencia: Valor) -> None:
        x, t, peso = diferencia.celda, self._celda("tolerancia", n), self._celda("peso", n)
        sin_dato, signo = '"?"', "?"
        if como_copia(p):
            sin_dato, signo = f'IF(OR({informada}={peso},{informada}=0),"✓","≠")', "✓" if p.informada in (p.peso, CERO) else "≠"
        if diferencia.valor is not None:
            signo = _signo_de(diferencia.valor, p.tolerancia)
        formula = f'=IF({x}="",{sin_dato},IF({x}=0,"✓",IF(AND({x}<={t}/2,-{x}<{t}),"≈","≠")))'
        self._signo(n, formula, signo)

    def _propia(self, n: int, p: Partida) -> Valor:
        peso, cumple = self._celda("peso", n), self._celda("cumplimiento", n)
        salida = Valor(self._celda("propia", n), redondo(p.propia))
        if p.sin_formula:
            self._celdas.cifra(self._hoja, n, self.lugar["propia"], p.propia)
        else:
            parcial = f'IF({CREDITO}="proporcional",{peso}*{cumple}/100,0)'
            ganado = f"IF({cumple}>=100,{peso},IF({cumple}<=0,0,{parcial}))"
            formula = f'=IF(OR({peso}="",{cumple}=""),"",ROUND({ganado},10))'
            self._celdas.formula(self._hoja, n, self.lugar["propia"], formula, salida.valor)
        return salida

    def _pasos(self, n: int, p: Partida, propia: Valor, informada: Valor, tolerancia: Decimal) -> None:
        """The true running total, what this step should say after the printed one before it, and both differences."""
        self._corrida = self._suma("acumulada", n, self._corrida, propia)
        debida = self._suma("debida", n, self._base, propia)
        paso = self._resta("diferencia", n, informada, debida)
        total = self._resta("del_total", n, informada, self._corrida)
        if p.informada is not None:
            self._base = informada
        elif not p.ganada_impresa:
            self._base = debida
        d, g, t = paso.celda, total.celda, self._celda("tolerancia", n)

        def dentro(x: str) -> str:
            return f'IF({x}="",FALSE,OR({x}=0,AND({x}<={t}/2,-{x}<{t})))'

        sin_valor = f'IF(AND({propia.celda}<>"",N({propia.celda})=0),"✓","?")'
        formula = (
            f'=IF({informada.celda}="",{sin_valor},IF(AND({d}="",{g}=""),"?",IF({dentro(g)},IF({g}=0,"✓","≈"),'
            f'IF({dentro(d)},IF({g}="",IF({d}=0,"✓","≈"),"↓"),"≠"))))'
        )
        self._signo(n, formula, _signo_de_paso(p, propia.valor, paso.valor, total.valor, tolerancia))

    def cierre(self, n: int, cierre: Cierre) -> None:
        """Three rows: the sums of the block, what is printed of them, and the difference."""
        c, h, f = self._celdas, self._hoja, self._celdas.formatos
        negrita, cifra = f(bold=True, top=1), f(bold=True, top=1, num_format=CIFRA)
        for lugar in self.lugar.values():
            c.texto(h, n, lugar, None, negrita)
        c.texto(h, n, self.lugar["texto"], f"{cierre.rotulo}: suma", negrita)
        pesos = self._total("peso", n, [p.peso for _, p in self._bloque], False, cifra)
        if self._datos.acumulada:
            ultima = next(((k, p) for k, p in reversed(self._bloque) if p.informada is not None), None)
            informada = Valor(self._celda("informada", n), ultima[1].informada if ultima else None)
            if ultima is not None:
                c.formula(h, n, self.lugar["informada"], f"={self._celda('informada', ultima[0])}", informada.valor, cifra)
        else:
            informada = self._total("informada", n, [p.informada for _, p in self._bloque], False, cifra)
        propia = self._total("propia", n, [p.propia for _, p in self._bloque], True, cifra)
        impreso = f(font_color="#555555", align="right")
        exigido = cierre.peso_impreso == "" and cierre.exigido is not None
        c.texto(h, n + 1, self.lugar["texto"], f"{cierre.rotulo}: {'exigido' if exigido else 'impreso'}")
        c.texto(h, n + 1, self.lugar["peso_impreso"], "" if exigido else cierre.peso_impreso, impreso)
        total = cierre.exigido if exigido else cierre.peso_total
        c.cifra(h, n + 1, self.lugar["peso"], total)
        c.texto(h, n + 1, self.lugar["ganada_impresa"], cierre.ganada_impresa, impreso)
        c.cifra(h, n + 1, self.lugar["informada"], cierre.ganada_total)
        impresos = Valor(self._celda("peso", n + 1), total), Valor(self._celda("informada", n + 1), cierre.ganada_total)
        c.texto(h, n + 2, self.lugar["texto"], f"{cierre.rotulo}: diferencia")
        restas = [
            self._resta("peso", n + 2, impresos[0], pesos),
            self._resta("informada", n + 2, impresos[1], informada),
            self._resta("propia", n + 2, impresos[1], propia),
        ]
        self._signo_total(n + 2, restas, max(cierre.tolerancia_pesos, cierre.tolerancia_ganada))
        if cierre.resultado is not None:
            c.texto(h, n + 2, self.lugar["programa"], " ".join(RESULTADOS[cierre.resultado]), f.parrafo)
        self.posibles_informados = [impresos[1], informada]
        self.recalculado = propia
        self._bloque, self._corrida, self._base = [], None, None

    def _signo_total(self, n: int, restas: Sequence[Valor], tolerancia: Decimal) -> None:
        self._celdas.cifra(self._hoja, n, self.lugar["tolerancia"], tolerancia)
        conocidas = [r.valor for r in restas if r.valor is not None]
        mayor = f"MAX({','.join(f'ABS(N({r.celda}))' for r in restas)})"
        nada = f'AND({",".join(f"{r.celda}=" + chr(34) * 2 for r in restas)})'
        t = self._celda("tolerancia", n)
        distancia = max((abs(v) for v in conocidas), default=CERO)
        signo = "" if not conocidas else "✓" if distancia == 0 else "≈" if distancia <= tolerancia else "≠"
        self._signo(n, f'=IF({nada},"",IF({mayor}=0,"✓",IF({mayor}<={t},"≈","≠")))', signo)

    def _total(self, clave: str, n: int, valores: Sequence[Decimal | None], todos: bool, formato: Any) -> Valor:
        """The sum of a column of the block; none where ``todos`` are needed and some is missing."""
        celda = self._celda(clave, n)
        if not self._bloque:
            return Valor(celda, None)
        rango = f"{self._celda(clave, self._bloque[0][0])}:{self._celda(clave, self._bloque[-1][0])}"
        conocidos = [v for v in valores if v is not None]
        minimo = len(valores) if todos else 1
        suma = redondo(sum(conocidos, CERO)) if len(conocidos) >= minimo else None
        formula = f'=IF(COUNT({rango})<{minimo},"",ROUND(SUM({rango}),10))'
        self._celdas.formula(self._hoja, n, self.lugar[clave], formula, suma, formato)
        return Valor(celda, suma)

    def _suma(self, clave: str, n: int, anterior: Valor | None, propia: Valor) -> Valor:
        celda = self._celda(clave, n)
        if anterior is None:
            valor, formula = propia.valor, f'=IF({propia.celda}="","",{propia.celda})'
        else:
            valor = None if anterior.valor is None or propia.valor is None else redondo(anterior.valor + propia.valor)
            formula = f'=IF(OR({anterior.celda}="",{propia.celda}=""),"",ROUND({anterior.celda}+{propia.celda},10))'
        self._celdas.formula(self._hoja, n, self.lugar[clave], formula, valor)
        return Valor(celda, valor)

    def _resta(self, clave: str, n: int, de: Valor, menos: Valor) -> Valor:
        valor = None if de.valor is None or menos.valor is None else redondo(de.valor - menos.valor)
        formula = f'=IF(OR({de.celda}="",{menos.celda}=""),"",ROUND({de.celda}-{menos.celda},10))'
        self._celdas.formula(self._hoja, n, self.lugar[clave], formula, valor)
        return Valor(self._celda(clave, n), valor)

    def _signo(self, n: int, formula: str, valor: str) -> None:
        formato = self._celdas.formatos(align="center", bold=True, font_size=11)
        self._celdas.formula(self._hoja, n, self.lugar["signo"], formula, valor, formato)

    def _celda(self, clave: str, n: int) -> str:
        return f"${chr(ord('A') + self.lugar[clave])}${n + 1}"


def _signo_de(diferencia: Decimal, tolerancia: Decimal) -> str:
    """✓ for none, ≈ for one that rounding or cutting to the printed decimals explains, ≠ for any other."""
    if diferencia == 0:
        return "✓"
    return "≈" if diferencia * 2 <= tolerancia and -diferencia < tolerancia else "≠"


def _signo_de_paso(
    p: Partida, propia: Decimal | None, paso: Decimal | None, total: Decimal | None, tolerancia: Decimal
) -> str:
    """Against the true running total first; else a step that agrees with the printed one before it only carries a slip."""
    if p.informada is None:
        return "✓" if propia == 0 else "?"
    if paso is None and total is None:
        return "?"
    del_total = None if total is None else _signo_de(total, tolerancia)
    del_paso = None if paso is None else _signo_de(paso, tolerancia)
    if del_total in ("✓", "≈"):
        return del_total
    if del_paso in ("✓", "≈"):
        return del_paso if del_total is None else "↓"
    return "≠"


def como_copia(p: Partida) -> bool:
    """Nobody declared a verdict, and the value was still compared: it must be a copy of the weight, or 0."""
    return p.propia is None and p.informada is not None and p.resultado in ("CUADRA", "NO_CUADRA")


def conclusion(p: Partida) -> str:
    if p.resultado is None:
        return ""
    if p.arrastra:
        return "↓ arrastra una diferencia anterior"
    simbolo, lectura = RESULTADOS[p.resultado]
    if p.resultado == "NO_VERIFICABLE" and p.motivo is not None:
        return f"{simbolo} {MOTIVOS.get(p.motivo, con_coma(p.motivo))}"
    return f"{simbolo} {lectura}" + (", sin veredicto: comparada con la ponderación" if como_copia(p) else "")

