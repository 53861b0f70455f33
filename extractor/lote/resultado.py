"""One document read, as it travels between processes and rests in the cache: bytes and a few counts, not records.

Of most documents the run only needs the JSON line and the counts; the records are made when somebody asks for them. The
path belongs to the run and not to the content, so the bytes do not hold it.
"""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, fields
from typing import Any

from pydantic_core import to_json

from extractor.modelo.conjunto import Paquete
from extractor.modelo.informe import Informe
from extractor.salidas.consola import Balance

_ANTES = b'{"esquema":"informe/1","documento":{"ruta":'
_PASAJEROS = frozenset({"LIMITE_EXCEDIDO", "REGLA_FALLIDA"})
_NIVEL = 1
"""Compression: faster beats smaller here, and the texts of a report repeat themselves anyway."""


@dataclass(frozen=True, slots=True)
class Resultado:
    """``cuerpo``: the JSON line after the path, compressed. ``balance``: the counts of this one document, as JSON holds
    them. ``externos``: external programs that its reading asked for. ``pasajero``: another try may end otherwise (a limit
    of time or memory, a rule of ours that failed, an external program that did not do it), so it is not kept.
    ``paquete``: what comparing it with other documents needs."""

    sha256: str
    estado: str
    cuerpo: bytes
    balance: dict[str, Any]
    paquete: Paquete
    externos: tuple[str, ...] = ()
    pasajero: bool = False

    @staticmethod
    def de(informe: Informe, externos: frozenset[str] = frozenset()) -> Resultado:
        crudo = informe.model_dump_json().encode("utf-8")
        cabeza = _ANTES + to_json(informe.documento.ruta)
        if not crudo.startswith(cabeza):
            raise AssertionError("el Informe en JSON ya no comienza por la ruta del documento")
        return Resultado(
            sha256=informe.documento.sha256,
            estado=informe.documento.estado,
            cuerpo=zlib.compress(crudo[len(cabeza) :], _NIVEL),
            balance=_balance(informe),
            paquete=empacar(informe),
            externos=tuple(sorted(externos)),
            pasajero=(informe.documento.estado == "fallido" and bool(externos))
            or any(h.codigo in _PASAJEROS for h in informe.hallazgos),
        )

    def linea(self, ruta: str) -> bytes:
        """The JSON line of the document found at ``ruta``, without its line end. Raises ValueError for damaged bytes."""
        try:
            return _ANTES + to_json(ruta) + zlib.decompress(self.cuerpo)
        except zlib.error as error:
            raise ValueError(str(error)) from error

    def informe(self, ruta: str) -> Informe:
        return Informe.model_validate_json(self.linea(ruta))

    def sumar_a(self, balance: Balance, ruta: str) -> None:
        """Adds the counts of this document, found at ``ruta``, to those of the run."""
        for campo in fields(Balance):
            suyo, mio = getattr(balance, campo.name), self.balance.get(campo.name)
            if isinstance(suyo, Counter):
                suyo.update(mio or {})
            elif isinstance(suyo, set):
                suyo.update(mio or ())
            elif isinstance(suyo, list):
                suyo.extend((ruta, motivo) for motivo in mio or ())
            else:
                setattr(balance, campo.name, suyo + (mio or 0))


def empacar(informe: Informe) -> Paquete:
    """The packed summary of a report, under the regimes that its family's file may bring. The rules are imported here: a run
    that only lists commands does not need them."""
    from extractor.formatos.carga import regimenes_propios
    from extractor.reconciliador.conjunto import resumir

    return Paquete.de(resumir(informe, regimenes_propios()))


def _balance(informe: Informe) -> dict[str, Any]:
    """The counts of one document; lists hold pairs whose first member is the path, which is left out."""
    uno = Balance()
    uno.sumar(informe)
    datos: dict[str, Any] = {}
    for campo in fields(Balance):
        valor = getattr(uno, campo.name)
        if isinstance(valor, set):
            valor = sorted(valor)
        elif isinstance(valor, list):
            valor = [par[1] for par in valor]
        if valor:
            datos[campo.name] = valor
    return datos
