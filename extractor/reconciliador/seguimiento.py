"""Each objective of a programme has its row in the progress table, and each of these rows its objective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractor.modelo.hallazgo import Hallazgo, Motivo
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Region
from extractor.reconciliador.agrupar import Caso, cuadra, responder, sin_respuesta
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.objetivos import citas_de, emparentados, familiares, numero_propio, numeros_citados, sin_rotulo
from extractor.reconciliador.redaccion import cita
from extractor.reconciliador.regla import Respuesta
from extractor.reconciliador.textos import Indice, esencia, recorte
from extractor.vocabularios.programas import programa_de_fila

SIN_SEGUIMIENTO = "OBJETIVO_SIN_SEGUIMIENTO"


class _Nombrados:
    """The objectives of one kind of table, without their labels."""

    def __init__(self, textos: Iterable[str]) -> None:
        self._todos = tuple(dict.fromkeys(sin_rotulo(t) for t in textos if not numeros_citados(t)))
        self._indice = Indice(self._todos)
        self._comparados = 0

    def tienen(self, objetivo: str, suyos: _Nombrados) -> bool:
        """Whether one of them is ``objetivo``, or cites it; ``suyos``: the objectives of its own kind of table. Beyond so many
        comparisons, dear in a table of thousands of rows, only by its letters."""
        limpio = sin_rotulo(objetivo)
        if self._indice.iguales(limpio) or self._indice.abreviados(limpio, suyos._indice):
            return True
        self._comparados += len(self._todos)
        return self._comparados <= Indice.TOPE and any(familiares(limpio, otro) for otro in self._todos)


@dataclass(frozen=True, slots=True)
class _Lado:
    """One kind of table, and what its objectives are looked for among. ``perdidos``: why one that is not there may still be in
    the report; ``citados``: the numbers by which the other tables name objectives; ``numeros``: those that may stand for each of
    these."""

    suyos: _Nombrados
    otros: _Nombrados
    perdidos: Motivo | None
    falta: str
    varios: str
    citados: frozenset[int] = frozenset()
    numeros: dict[str, set[int]] = field(default_factory=dict)


def objetivos_con_seguimiento(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The programme for informing regional governments has objectives that the form itself prints: none are demanded of it.

    An objective told otherwise in the progress table is one finding, the programme's, and not another of the progress table.
    """
    avances = [m for m in contexto.mesas if m.tabla.tipo == "analisis_avance" and "objetivo" in m.roles]
    programas = [m for m in contexto.mesas if m.tabla.tipo == "programa_trabajo" and "objetivo" in m.roles]
    if not avances:
        return
    if not programas:
        for mesa in avances:
            caso = sin_respuesta("falta_total", "el documento no trae el programa")
            yield from responder(contexto, SIN_SEGUIMIENTO, mesa, [caso], campo="objetivo")
        return
    seguidos = _Nombrados(o for m in avances for o in _objetivos(m.tabla.filas))
    propios = _Nombrados(o for m in programas for o in (*_objetivos(m.tabla.filas), *(b.texto for b in m.tabla.objetivos)))
    del_programa = _Lado(
        propios, seguidos, _perdidos(contexto, avances), "no tiene fila en el análisis del avance",
        "{n} objetivos del programa no tienen fila en el análisis del avance.",
        frozenset(n for m in avances for f in m.tabla.filas for n in citas_de(m.tabla, f)), _numeros(programas),
    )
    del_avance = _Lado(
        seguidos, propios, _perdidos(contexto, programas) or _solo_por_numero(programas), "no es un objetivo del programa",
        "{n} filas del análisis del avance no corresponden a un objetivo del programa.",
    )
    sueltos: list[str] = []
    for mesa in programas:
        if mesa.tabla.programa == "informacion":
            continue
        ajenos: Motivo | None = None if any(_cubre(m.tabla.region, mesa.tabla.region) for m in avances) else "falta_total"
        casos = list(_casos(contexto, mesa, mesa.tabla.filas, replace(del_programa, perdidos=del_programa.perdidos or ajenos)))
        sueltos += [o for c, o in casos if c.resultado == "NO_CUADRA"]
        yield from _responder(contexto, mesa, [c for c, _ in casos], del_programa)
    presentes = {m.tabla.programa for m in programas}
    for mesa in avances:
        filas = [f for f in mesa.tabla.filas if programa_de_fila(f.programa) in presentes - {"informacion"} or not f.programa]
        casos = list(_casos(contexto, mesa, filas, del_avance))
        dichos = _dichos_de_otro_modo([o for c, o in casos if c.resultado == "NO_CUADRA"], sueltos)
        yield from _responder(contexto, mesa, [c for c, o in casos if o not in dichos], del_avance)


def _cubre(avance: Region, programa: Region) -> bool:
    """Whether a progress table may follow a programme: it is of its region, of all, or no region is known. That of another region
    is not asked for what the programme of this one commits."""
    if "TODAS" in (avance.alcance, programa.alcance) or not (_sabida(avance) and _sabida(programa)):
        return True
    return avance.alcance == programa.alcance and (avance.codigos == () or not set(avance.codigos).isdisjoint(programa.codigos))


def _sabida(region: Region) -> bool:
    return bool(region.codigos) or region.alcance == "NIVEL_CENTRAL"


def _objetivos(filas: Iterable[Fila]) -> list[str]:
    return [o for fila in filas for o in fila.objetivos if esencia(o)]


def _numeros(programas: Sequence[Mesa]) -> dict[str, set[int]]:
    """For each objective of a programme the numbers that may name it: the printed one, and its place in its table or in all."""
    numeros: dict[str, set[int]] = {}
    for mesa in programas:
        de_la_mesa = list(dict.fromkeys(esencia(sin_rotulo(o)) for o in _objetivos(mesa.tabla.filas)))
        for clave in de_la_mesa:
            numeros.setdefault(clave, {len(numeros) + 1}).add(de_la_mesa.index(clave) + 1)
        for texto, impreso in (
            *((o, numero_propio(o)) for o in _objetivos(mesa.tabla.filas)),
            *((b.texto, int(b.numero) if b.numero and b.numero.isdigit() else None) for b in mesa.tabla.objetivos),
        ):
            if impreso is not None:
                numeros.setdefault(esencia(sin_rotulo(texto)), set()).add(impreso)
    return numeros


def _solo_por_numero(programas: Sequence[Mesa]) -> Motivo | None:
    """Why an objective may be in a programme that names its own by numbers whose texts it does not print."""
    mudas = any(citas_de(m.tabla, f) for m in programas if not m.tabla.objetivos for f in m.tabla.filas)
    return "lectura_dudosa" if mudas else None


def _perdidos(contexto: Contexto, mesas: list[Mesa]) -> Motivo | None:
    """Why an objective that is in none of these tables may still be in the report: one is not whole, a row of it was left out or
    an objective was read with doubt, or something that stands in no table was not read."""
    dudas = contexto.dudas
    motivos = [dudas.de_ausencia(m.tabla) for m in mesas]
    if any(motivos):
        return next(m for m in motivos if m is not None)
    tocada = any(m.tabla.id in dudas.tocadas for m in mesas)
    borrosa = any(dudas.de_celda(m.tabla.id, f.indice, "objetivo") for m in mesas for f in m.tabla.filas)
    return "lectura_dudosa" if tocada or borrosa or dudas.sueltas else None


def _casos(contexto: Contexto, mesa: Mesa, filas: Iterable[Fila], lado: _Lado) -> Iterator[tuple[Caso, str]]:
    """The answer for each objective of these rows that was not seen in a row above, and the objective. Nor is that of a table
    that is not whole looked for: its text may be cut."""
    perdidos = lado.perdidos or contexto.dudas.de_ausencia(mesa.tabla)
    vistos: set[str] = set()
    for fila in filas:
        nuevos = [o for o in fila.objetivos if esencia(o) and esencia(o) not in vistos]
        vistos.update(esencia(o) for o in nuevos)
        for objetivo in nuevos[:1]:
            formula = f"objetivo {cita(recorte(objetivo, 60))}"
            citado = lado.citados & lado.numeros.get(esencia(sin_rotulo(objetivo)), set())
            if numeros_citados(objetivo):
                continue  # it is looked for by its number
            if citado or lado.otros.tienen(objetivo, lado.suyos):
                yield cuadra(formula, fila=fila.indice), objetivo
            elif perdidos is not None:
                yield sin_respuesta(perdidos, formula, fila=fila.indice), objetivo
            else:
                detalle = f"El objetivo {cita(recorte(objetivo))} {lado.falta}."
                yield Caso("NO_CUADRA", formula, detalle, fila=fila.indice), objetivo


def _responder(contexto: Contexto, mesa: Mesa, casos: list[Caso], lado: _Lado) -> Iterator[Respuesta]:
    yield from responder(contexto, SIN_SEGUIMIENTO, mesa, casos, campo="objetivo", varios=lado.varios, celdas=("objetivo",))


def _dichos_de_otro_modo(hallados: list[str], sueltos: list[str]) -> set[str]:
    """Those of ``hallados``, without a pair in the programme, that may be one of its objectives without a pair in the progress
    table (``sueltos``, from which it is taken)."""
    dichos: set[str] = set()
    for objetivo in hallados:
        pariente = emparentados(objetivo, sueltos)
        if pariente is not None:
            sueltos.remove(pariente)
            dichos.add(objetivo)
    return dichos
