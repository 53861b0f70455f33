"""Printed figures as whole numbers: hundred-thousandths, with the decimals they are written with."""

from __future__ import annotations

from dataclasses import dataclass, replace

UNIDAD = 100_000
"""One, in the integers used here: a weight of two decimals times a whole percentage is still a whole number of them."""
DECIMALES = 5
OTRA_MARCA = "otra"
"""The decimal mark that the report does not use elsewhere."""


@dataclass(frozen=True, slots=True)
class Cifra:
    """``valor`` in hundred-thousandths, None where ``palabra`` stands instead. ``marca``: the decimal mark
    written; the report's style says which, unless it is ``OTRA_MARCA``."""

    valor: int | None
    decimales: int = 0
    marca: str = ","
    signo: str = ""
    palabra: str = ""

    @property
    def texto(self) -> str:
        if self.valor is None:
            return self.palabra
        entero, resto = divmod(self.valor, UNIDAD)
        fraccion = f"{resto:0{DECIMALES}d}"[: self.decimales]
        return f"{entero}{self.marca + fraccion if fraccion else ''}{self.signo}"

    @property
    def unidad(self) -> int:
        """What the last printed decimal is worth."""
        return UNIDAD // 10**self.decimales

    def con(self, valor: int, decimales: int | None = None) -> Cifra:
        """The same figure with another value, written with the decimals it needs and no fewer than these."""
        pedidos = self.decimales if decimales is None else decimales
        return replace(self, valor=valor, decimales=max(pedidos, decimales_de(valor)), palabra="")

    @property
    def digitos(self) -> str:
        """The figure's digits without mark or sign."""
        assert self.valor is not None
        return str(self.valor // self.unidad).zfill(self.decimales + 1)

    def con_digitos(self, digitos: str) -> Cifra:
        return replace(self, valor=int(digitos) * self.unidad)


def entera(numero: int, signo: str = "") -> Cifra:
    return Cifra(numero * UNIDAD, signo=signo)


def decimales_de(valor: int) -> int:
    """How many decimals ``valor`` needs."""
    return len(f"{valor % UNIDAD:0{DECIMALES}d}".rstrip("0"))


def canonica(valor: int) -> str:
    """The contract's text of a computed value: plain, no needless zeros."""
    entero, resto = divmod(abs(valor), UNIDAD)
    fraccion = f"{resto:0{DECIMALES}d}".rstrip("0")
    return f"{'-' if valor < 0 else ''}{entero}{'.' + fraccion if fraccion else ''}"


def redondear(valor: int, decimales: int) -> int:
    """The nearest value of that many decimals, halves up."""
    unidad = UNIDAD // 10**decimales
    return (2 * valor + unidad) // (2 * unidad) * unidad


def cortar(valor: int, decimales: int) -> int:
    unidad = UNIDAD // 10**decimales
    return valor // unidad * unidad
