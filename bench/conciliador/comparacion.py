"""One case: what was expected of it against what the program found."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from random import Random

from .auditor import GRAVE, Esperado, auditar
from .generador import generar
from .lectura import Hallado, Leido
from .modelo import NARRADO, Reporte
from .operadores import Donde, Operador, inyectar

INTENTOS = 200
"""Clean reports tried before an operator is given up for a case: some need a pending item, or two totals."""
CAMPOS = {
    "peso": "ponderacion",
    "ganada": "ponderacion_ganada",
    "total_peso": "total_ponderacion",
    "total_ganada": "total_ganada",
    "declarada": "ponderacion_declarada",
    "desempeno": "desempeno_region",
    "estado": "estado",
}


@dataclass(frozen=True)
class Caso:
    """A report with one error. ``esperados`` is empty when the error changes no figure that can be recomputed; ``ambiguo``
    when the touched table agrees as well under the other reading of its earned column, so that nobody could tell."""

    operador: str
    numero: int
    clase: str
    reporte: Reporte
    donde: Donde
    esperados: tuple[Esperado, ...]
    varias: bool
    ambiguo: bool


@dataclass(frozen=True)
class Veredicto:
    """``hallados`` of ``esperados`` mismatches told, ``de_mas`` told that are none, ``en_su_lugar`` with exact row and
    item, ``cifras`` with the exact reported and recomputed figures; ``causas``: as many independent findings as causes;
    ``gravedad``: whether it rightly (not) changes a decision. ``correccion``: the only one proposed is the injected
    slip's (None when none or several are proposed)."""

    operador: str
    numero: int
    clase: str
    formato: str
    esperados: int
    hallados: int
    de_mas: int
    en_su_lugar: int
    cifras: int
    causas: bool
    gravedad: bool
    correccion: bool | None
    detalle: str

    @property
    def visto(self) -> bool:
        return self.hallados == self.esperados

    @property
    def impecable(self) -> bool:
        return (
            self.visto and not self.de_mas and self.en_su_lugar == self.esperados == self.cifras and self.causas and self.gravedad
        )


def armar(operador: Operador, semilla: int, numero: int) -> Caso:
    """The case ``numero`` of an operator: the same for the same seed. Raises ValueError when no report takes the error."""
    azar = Random(f"{semilla}/{operador.nombre}/{numero}")
    for _ in range(INTENTOS):
        clase = azar.choice(operador.clases)
        limpio = generar(azar, clase)
        if sucios := auditar(limpio):
            raise ValueError(f"el informe generado no está limpio: {operador.nombre} {numero}: {sucios[0]}")
        hecho = inyectar(azar, operador, limpio)
        if hecho is not None:
            reporte, donde = hecho
            esperados = tuple(auditar(reporte))
            ambiguo = bool(esperados) and _tambien_de_otro_modo(reporte, donde, len(esperados))
            return Caso(operador.nombre, numero, clase, reporte, donde, esperados, operador.varias, ambiguo)
    raise ValueError(f"ningún informe admite el error {operador.nombre}")


def _tambien_de_otro_modo(reporte: Reporte, donde: Donde, propios: int) -> bool:
    """Whether the touched table has no more mismatches when its earned column is read the other way: 75 (of 75) and 75
    (of 25, not fulfilled) are two right running totals, and nothing in the table says that they were not meant as such."""
    otro = copy.deepcopy(reporte)
    cuadro = otro.cuadros[donde[0].cuadro]
    declaradas = all(p.estado is not None and p.estado.clase != NARRADO for p in cuadro.partidas)
    if cuadro.modo == "sin_datos" or not declaradas or len(cuadro.partidas) < 2:
        return False
    if any(c.modo == cuadro.modo for c in reporte.cuadros if c is not reporte.cuadros[donde[0].cuadro]):
        return False
    cuadro.modo = "acumulada" if cuadro.modo == "por_actividad" else "por_actividad"
    return len(auditar(otro)) <= propios


def comparar(caso: Caso, leido: Leido, formato: str) -> Veredicto:
    """What the program found of ``caso``."""
    libres = list(leido.hallados)
    pares: list[tuple[Esperado, Hallado]] = []
    for exacto in (True, False):
        for esperado in caso.esperados:
            if any(esperado is e for e, _ in pares):
                continue
            for hallado in libres:
                if _mismo(esperado, hallado, exacto):
                    pares.append((esperado, hallado))
                    libres.remove(hallado)
                    break
    raices = [h for h in leido.hallados if not h.carga]
    debidas = range(min(1, len(caso.esperados)), 1 + (sum(not e.carga for e in caso.esperados) if caso.varias else 1))
    if not caso.esperados:
        debidas = range(1)
    grave = any(h.gravedad == GRAVE for h in leido.hallados) == any(e.gravedad == GRAVE for e in caso.esperados)
    return Veredicto(
        caso.operador,
        caso.numero,
        caso.clase,
        formato,
        len(caso.esperados),
        len(pares),
        len(libres),
        sum(1 for e, h in pares if (e.fila, e.partida) == (h.fila, h.partida)),
        sum(1 for e, h in pares if _mismas_cifras(e, h)),
        len(raices) in debidas,
        grave,
        _correccion(caso, raices),
        _detalle(caso, leido),
    )


def _mismo(esperado: Esperado, hallado: Hallado, exacto: bool) -> bool:
    if (esperado.codigo, esperado.cuadro) != (hallado.codigo, hallado.cuadro):
        return False
    return not exacto or (esperado.fila, esperado.partida) == (hallado.fila, hallado.partida)


def _mismas_cifras(esperado: Esperado, hallado: Hallado) -> bool:
    if esperado.codigo in ("TABLAS_IDENTICAS", "ESTADO_CONTRADICE_GANADA", "DESEMPENO_SERVICIO_NO_CUADRA"):
        return True
    return _plana(hallado.informado) == esperado.informado and _plana(hallado.recalculado) == esperado.recalculado


def _plana(texto: str | None) -> str | None:
    """A printed figure without the decimals it does not need."""
    if texto is None or "." not in texto:
        return texto
    return texto.rstrip("0").rstrip(".")


def _correccion(caso: Caso, raices: list[Hallado]) -> bool | None:
    propuestas = {h.correccion for h in raices if h.correccion is not None}
    sitio, antes = caso.donde
    if caso.varias or len(propuestas) != 1 or any(h.alternativas for h in raices) or sitio.campo not in CAMPOS or not antes:
        return None
    campo, a = next(iter(propuestas))
    return campo == CAMPOS[sitio.campo] and (sitio.campo == "estado" or _plana(a) == antes)


def _detalle(caso: Caso, leido: Leido) -> str:
    """What was expected and what was found, for the list of misses."""
    sitio, antes = caso.donde
    dichos = [
        _breve(e.codigo, e.cuadro, e.fila, e.partida, e.informado, e.recalculado, e.gravedad, e.carga) for e in caso.esperados
    ]
    vistos = [
        _breve(h.codigo, h.cuadro, h.fila, h.partida, h.informado, h.recalculado, h.gravedad, h.carga) for h in leido.hallados
    ]
    return f"{sitio.campo} {antes} en {sitio.cuadro},{sitio.fila},{sitio.partida}; esperado {dichos}; hallado {vistos}"


def _breve(
    codigo: str,
    cuadro: int | None,
    fila: int | None,
    partida: int | None,
    informado: str | None,
    recalculado: str | None,
    gravedad: str,
    carga: bool,
) -> str:
    lugar = ",".join("-" if x is None else str(x) for x in (cuadro, fila, partida))
    return f"{codigo}({lugar}) {informado}->{recalculado} {gravedad}{' llevado' if carga else ''}"
