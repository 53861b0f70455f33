"""Logic findings of one code in one table are one finding with all its places: what each rule gives, put together here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Gravedad, Hallazgo, Motivo, Operando, Resultado
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import Figura, figura, hallazgo, lugar_de, operandos_de, verificacion
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.regla import Respuesta


@dataclass(frozen=True)
class Caso:
    """The answer of a logic rule at one place. ``detalle``: the sentence that tells it, only where it does not agree."""

    resultado: Resultado
    formula: str
    detalle: str = ""
    partida: Partida | None = None
    fila: int | None = None
    informado: Figura = None
    recalculado: Figura = None
    motivo: Motivo | None = None
    origen: Origen | None = None

    @property
    def lugar(self) -> tuple[int | None, int | None]:
        return self.partida.lugar if self.partida is not None else (self.fila, None)


def cuadra(formula: str, partida: Partida | None = None, fila: int | None = None) -> Caso:
    """A place where the rule finds agreement."""
    return Caso("CUADRA", formula, partida=partida, fila=fila)


def sin_respuesta(motivo: Motivo, formula: str, partida: Partida | None = None, fila: int | None = None) -> Caso:
    """A place where the rule cannot tell, and why."""
    return Caso("NO_VERIFICABLE", formula, partida=partida, fila=fila, motivo=motivo)


def responder(
    contexto: Contexto, codigo: str, mesa: Mesa, casos: Sequence[Caso], *, campo: str, norma: str | None = None,
    varios: str = "", cierre: str = "", gravedad: Gravedad = "logica", celdas: tuple[str, ...] = (),
) -> Iterator[Respuesta]:
    """One verification per place and, when some place does not agree, one finding with all of them.

    ``varios`` is the sentence told when there are several places ("{n}" is their number); one place tells its own detail.
    ``celdas``: the columns of the row that the rule looks at; where a scan read one of them with doubt, nothing is said.
    """
    casos = [_si_se_leyo(contexto, mesa, caso, celdas) for caso in casos]
    for caso in casos:
        yield verificacion(
            codigo, mesa, caso.resultado, caso.formula, partida=caso.partida, fila=caso.fila, informado=caso.informado,
            recalculado=caso.recalculado, de=_operandos(caso), motivo=caso.motivo,
        )
    malos = [caso for caso in casos if caso.resultado == "NO_CUADRA"]
    if not malos:
        return
    primero = malos[0]
    mensaje = primero.detalle if len(malos) == 1 or not varios else varios.format(n=len(malos))
    detalles = " ".join(_con_lugar(mesa, caso) for caso in malos) if len(malos) > 1 else f"{primero.formula}."
    yield hallazgo(
        contexto, codigo, gravedad, mensaje, f"{detalles}{f' {cierre}' if cierre else ''}", mesa=mesa,
        partida=primero.partida, fila=primero.lugar[0], campo=campo, informado=_comun([c.informado for c in malos]),
        recalculado=_comun([c.recalculado for c in malos]), norma=norma, origen=_origen(mesa, primero), certeza="segura",
        lugares=[lugar_de(mesa, c.partida, fila=c.fila, origen=_origen(mesa, c)) for c in malos] if len(malos) > 1 else (),
    )


def lugares_dichos(previos: Sequence[Hallazgo], *codigos: str) -> set[tuple[str | None, int | None, int | None]]:
    """The places (table, row, activity) that earlier findings of these codes told."""
    hallados = [h for h in previos if h.codigo in codigos]
    sueltos = {(h.tabla, h.fila, h.actividad) for h in hallados if not h.lugares}
    return sueltos | {(lugar.tabla, lugar.fila, lugar.actividad) for h in hallados for lugar in h.lugares}


def _si_se_leyo(contexto: Contexto, mesa: Mesa, caso: Caso, celdas: tuple[str, ...]) -> Caso:
    """The same answer, unless it tells something of the report because of what a scan read with doubt."""
    if caso.resultado != "NO_CUADRA":
        return caso
    motivo = contexto.dudas.de_celda(mesa.tabla.id, caso.lugar[0], *celdas)
    if motivo is None and (caso.partida is None or not caso.partida.estado_mal_leido):
        return caso
    return replace(caso, resultado="NO_VERIFICABLE", detalle="", motivo="lectura_dudosa", recalculado=None)


def _comun(valores: list[Figura]) -> Figura:
    """What all the places say; None when they do not say the same."""
    return valores[0] if len({figura(valor) for valor in valores}) == 1 else None


def _operandos(caso: Caso) -> tuple[Operando, ...]:
    return operandos_de(caso.partida) if caso.partida is not None else ()


def _origen(mesa: Mesa, caso: Caso) -> Origen:
    if caso.origen is not None:
        return caso.origen
    if caso.partida is not None:
        return caso.partida.origen
    return next((f.origen for f in mesa.tabla.filas if f.indice == caso.fila), mesa.tabla.origen)


def _con_lugar(mesa: Mesa, caso: Caso) -> str:
    fila, actividad = caso.lugar
    partes = []
    if fila is not None and len(mesa.tabla.filas) > 1:
        partes.append(f"fila {fila + 1}")
    if actividad is not None:
        partes.append(f"{actividad + 1}ª actividad")
    texto = f"{', '.join(partes)}: {caso.detalle}" if partes else caso.detalle
    return f"{texto[:1].upper()}{texto[1:]}"

