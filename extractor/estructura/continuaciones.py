"""Rows of tab-separated text: columns placed, and lines that go on with a row that a page end broke.

Nothing here looks at whether figures then add up: only at what is blank, at how a text opens and how the one before it
ended, and at where the source shows a page end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.estructura.lineas_juntas import cifras_juntas
from extractor.modelo.base import unir_origenes
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, FilaCruda, Parrafo
from extractor.vocabularios.estados import palabra_sin_valor

UMBRAL_CONTINUA = 2.5
"""Evidence from which a line is taken as the rest of the row before it."""
MAXIMO_LINEAS = 300
"""Lines of one row: a row of five pages of text. Without an end, a sheet of sentences would cost the square of its lines."""
ANCHO_MAXIMO = 40
CORRIDAS = "las columnas de la fila venían corridas"
_PERDIDA = -50.0


@dataclass(frozen=True, slots=True)
class FilaUnida:
    """A row put together from the lines ``lineas``; ``dudosa`` says why its columns are not sure."""

    celdas: tuple[Celda, ...]
    lineas: tuple[int, ...]
    dudosa: str | None

    @property
    def primera(self) -> int:
        return self.lineas[0]


def unir_lineas(filas: Sequence[FilaCruda], columnas: Sequence[ColumnaReconocida], programas: Sequence[str]) -> list[FilaUnida]:
    """The rows of the table, each with one cell per column."""
    roles = [c.rol for c in columnas]
    unidas: list[FilaUnida] = []
    prefijo: FilaUnida | None = None
    for indice, fila in enumerate(filas):
        previa = unidas[-1] if unidas else None
        sueltas, movida = _colocar(fila.celdas, roles, programas, None)
        larga = previa is not None and len(previa.lineas) >= MAXIMO_LINEAS
        if previa and not larga and _continua(fila, sueltas, previa.celdas, roles):
            puestas, corrida = _colocar(fila.celdas, roles, programas, previa.celdas)
            unidas[-1] = _sumar(previa, puestas, indice, corrida)
            continue
        duda = "la fila anterior no termina" if larga else CORRIDAS if movida else None
        nueva = FilaUnida(sueltas, (indice,), duda)
        if previa is None and _es_fragmento(sueltas, roles) and indice + 1 < len(filas):
            prefijo = nueva if prefijo is None else _sumar(prefijo, sueltas, indice, False)
            continue
        if prefijo:
            nueva = _sumar(prefijo, sueltas, indice, True)
            prefijo = None
        unidas.append(nueva)
    if prefijo:
        unidas.append(prefijo)
    return unidas


def _es_fragmento(celdas: Sequence[Celda], roles: Sequence[str]) -> bool:
    """A line at the top of a table with neither its first column nor its weight: the rest of the row after it."""
    pesos = [c for c, r in zip(celdas, roles, strict=True) if r == "ponderacion"]
    return bool(pesos) and not any(c.parrafos for c in pesos) and not celdas[0].parrafos


def _continua(fila: FilaCruda, celdas: Sequence[Celda], previa: Sequence[Celda], roles: Sequence[str]) -> bool:
    pesos = [c for c, r in zip(celdas, roles, strict=True) if r == "ponderacion"]
    puntos = 1.5 if fila.tras_corte else -1.0
    if pesos:
        if any(c.parrafos for c in pesos):
            return False
        puntos += 1.5
    primera = next((c for c, r in zip(celdas, roles, strict=True) if r != "programa"), celdas[0])
    llenas = [(c, p) for c, p in zip(celdas, previa, strict=True) if c.parrafos]
    if not llenas:
        return False
    if not primera.parrafos:
        puntos += 2.0
    elif len(llenas) >= len(celdas) - 1 - sum(r in DE_CIFRAS or r in ("programa", "estado") for r in roles):
        puntos -= 1.5
    minusculas = [_en_minuscula(c) for c, _ in llenas]
    abiertas = [_abierta(p) for _, p in llenas]
    total = len(llenas)
    puntos += 2.0 * sum(minusculas) / total + 1.0 * sum(abiertas) / total
    puntos += 3.0 * sum(m and a for m, a in zip(minusculas, abiertas, strict=True)) / total
    return puntos >= UMBRAL_CONTINUA


def _en_minuscula(celda: Celda) -> bool:
    """Whether a text opens in lower case: the rest of a sentence. A figure or a bullet says nothing."""
    return bool(celda.parrafos) and celda.parrafos[0].texto.lstrip()[:1].islower()


def _abierta(celda: Celda) -> bool:
    """Whether a cell's text ends like no sentence does; a colon calls for more."""
    return bool(celda.parrafos) and celda.parrafos[-1].texto.rstrip()[-1:] not in tuple('.;!?)»”"')


def _sumar(previa: FilaUnida, celdas: Sequence[Celda], indice: int, corrida: bool) -> FilaUnida:
    unidas = []
    for antes, ahora in zip(previa.celdas, celdas, strict=True):
        if not ahora.parrafos:
            unidas.append(antes)
        elif not antes.parrafos:
            unidas.append(ahora)
        else:
            primero = ahora.parrafos[0]
            parrafos = (
                (*antes.parrafos[:-1], _pegar(antes, ahora), *ahora.parrafos[1:])
                if primero.hueco == 0
                else (*antes.parrafos, *ahora.parrafos)
            )
            unidas.append(Celda(parrafos, unir_origenes([antes.origen, ahora.origen]), antes.columna))
    dudosa = previa.dudosa or ("una continuación no calza con las columnas" if corrida else None)
    return FilaUnida(tuple(unidas), (*previa.lineas, indice), dudosa)


def _pegar(antes: Celda, ahora: Celda) -> Parrafo:
    """The sentence a page end broke: the last paragraph before it and the first after it."""
    ultimo, primero = antes.parrafos[-1], ahora.parrafos[0]
    return Parrafo(
        f"{ultimo.texto} {primero.texto}",
        unir_origenes([ultimo.origen, primero.origen]),
        ultimo.hueco,
        ultimo.estilo or primero.estilo,
    )


def _colocar(
    celdas: Sequence[Celda], roles: Sequence[str], programas: Sequence[str], previa: Sequence[Celda] | None
) -> tuple[tuple[Celda, ...], bool]:
    """Cells in order over columns in order, at the best score; and whether that is not simply one by one.

    Only blank cells may be left without a column; a text too many is joined to the last column. A row wider than any
    form is placed one by one.
    """
    ancho = len(roles)
    if len(celdas) == ancho and previa is None and not _sospechosa(celdas, roles, programas):
        return tuple(celdas), False
    corrimiento = ancho - len(celdas) if roles[0] == "programa" and 0 < ancho - len(celdas) < 3 else 0
    if max(len(celdas), ancho) > ANCHO_MAXIMO:
        puestas: list[Celda | None] = [*celdas[:ancho], *[None] * (ancho - len(celdas))]
        sobrantes = [c for c in celdas[ancho:] if c.parrafos]
    else:
        puestas, sobrantes = _alinear(celdas, roles, programas, previa, corrimiento)
    n = len(celdas)
    base = celdas[0].origen if celdas else None
    completas = []
    for sitio, puesta in enumerate(puestas):
        if puesta is not None:
            completas.append(puesta)
        elif base is not None:
            completas.append(Celda((), base.model_copy(update={"texto": "", "fin": base.inicio}), sitio))
    for extra in sobrantes:
        ultima = completas[-1]
        origen = unir_origenes([ultima.origen, extra.origen]) if ultima.parrafos else extra.origen
        completas[-1] = Celda((*ultima.parrafos, *extra.parrafos), origen, ultima.columna)
    recta = all(
        puesta is None
        or not puesta.parrafos
        or (sitio - corrimiento >= 0 and sitio - corrimiento < n and celdas[sitio - corrimiento] is puesta)
        for sitio, puesta in enumerate(puestas)
    )
    return tuple(completas), bool(sobrantes) or not recta


def _alinear(
    celdas: Sequence[Celda], roles: Sequence[str], programas: Sequence[str], previa: Sequence[Celda] | None, corrimiento: int
) -> tuple[list[Celda | None], list[Celda]]:
    """The cell of each column, at the best score, and the texts left without one."""
    n, m = len(celdas), len(roles)
    puntos = [[0.0] * (m + 1) for _ in range(n + 1)]
    paso: list[list[str]] = [["-"] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        puntos[i][0] = puntos[i - 1][0] + (0.0 if not celdas[i - 1].parrafos else _PERDIDA)
        paso[i][0] = "salta"
    for j in range(1, m + 1):
        paso[0][j] = "vacia"
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            pone = puntos[i - 1][j - 1] + _calce(celdas[i - 1], j - 1, roles, programas, previa, i - 1 + corrimiento == j - 1)
            vacia = puntos[i][j - 1]
            salta = puntos[i - 1][j] + (0.0 if not celdas[i - 1].parrafos else _PERDIDA)
            mejor = max(pone, vacia, salta)
            puntos[i][j] = mejor
            paso[i][j] = "pone" if mejor == pone else "vacia" if mejor == vacia else "salta"
    puestas: list[Celda | None] = [None] * m
    sobrantes: list[Celda] = []
    i, j = n, m
    while i or j:
        if paso[i][j] == "pone":
            i, j = i - 1, j - 1
            puestas[j] = celdas[i]
        elif paso[i][j] == "vacia":
            j -= 1
        else:
            i -= 1
            if celdas[i].parrafos:
                sobrantes.insert(0, celdas[i])
    return puestas, sobrantes


def _sospechosa(celdas: Sequence[Celda], roles: Sequence[str], programas: Sequence[str]) -> bool:
    """Whether a row as wide as the header still has something in a column where it cannot stand."""
    return any(_calce(c, j, roles, programas, None, True) < 0 for j, c in enumerate(celdas) if c.parrafos)


def _calce(
    celda: Celda, sitio: int, roles: Sequence[str], programas: Sequence[str], previa: Sequence[Celda] | None, recto: bool
) -> float:
    """How well a cell stands in a column: by what it holds, and for a continuation by how the text before it ended."""
    if not celda.parrafos:
        return 0.05 if recto else 0.0
    rol = roles[sitio]
    puntos = 1.0 if recto else 0.3
    if rol in DE_CIFRAS:
        puntos += 2.0 if all(_es_cifra(p.texto) for p in celda.parrafos) else -6.0
    elif rol == "programa":
        puntos += 3.0 if _es_programa(celda.texto, programas) else -4.0
    elif leer_numero(celda.texto) and rol not in ("estado", "meta", "resultado", "meta_o_actividades"):
        puntos -= 1.5
    if previa is not None and rol not in DE_CIFRAS:
        if _en_minuscula(celda):
            puntos += 1.5 if _abierta(previa[sitio]) else -1.0
        elif previa[sitio].parrafos and not _abierta(previa[sitio]):
            puntos += 0.2
    return puntos


def _es_cifra(texto: str) -> bool:
    return bool(leer_numero(texto) or palabra_sin_valor(texto) or cifras_juntas(texto))


def _es_programa(texto: str, programas: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return not programas or any(fuzz.ratio(palabras(texto), palabras(p)) >= 80 for p in programas)
