"""A report whose form holds tables and in which none was recognised: an audit of it would find nothing because it read nothing.

The lines that look like a table are told, so that a person knows where to look: those whose words are labels of a programme,
and those that hold several stretches or a lone figure under them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import blancos
from extractor.formatos.columnas.rotulos import Rotulos, rotulo
from extractor.formatos.contexto import Hallado
from extractor.modelo.base import Origen
from extractor.modelo.documento import Documento, FlujoCeldas, Parrafo
from extractor.modelo.patron import Patron

Aviso = tuple[str, str, Origen | None]
_SEPARA = re.compile(r"\s{2,}|\t|\|")
_ROTULOS_MINIMO = 3
_RENGLONES_DE_CABECERA = 6
"""Lines within which the labels of one header stand, one to a line or all in one."""
_SIN_SENAS = 6
"""Lines in a row without a sign of a table that end it."""
_LARGO_ROTULO = 80
_TRAMOS_DICHOS = 4
_ETAPA_DEL_PROGRAMA = 3
_CON_TABLAS = frozenset((2, 3, 4))
"""Stages whose forms hold tables or sections that the program reads."""


@dataclass(frozen=True, slots=True)
class _Linea:
    """A line of free text, or a row, with the roles its stretches name. ``cifra``: one of them is only a figure; ``tabular``: so,
    or there are several."""

    origen: Origen
    texto: str
    roles: frozenset[str]
    tabular: bool
    cifra: bool


def avisos_de_tablas_no_leidas(
    documento: Documento, patron: Patron | None, hallado: Hallado, rotulos: Sequence[Rotulos]
) -> list[Aviso]:
    """One notice for a report of a known family whose tables (an evaluation's sections) were not recognised, unless something
    else of it was already told as not read. A guide, a document of the first stage or of no family has none to miss."""
    de_ellas = _CON_TABLAS.intersection(hallado.etapas)
    if patron is None or patron.tipo not in ("implementacion", "evaluacion") or (hallado.etapas and not de_ellas):
        return []
    conocidas = [t for t in hallado.tablas if t.patron.tipo != "otra"]
    leidas = [*(t.patron for t in conocidas), *hallado.sin_filas]
    if _ETAPA_DEL_PROGRAMA in hallado.etapas and conocidas and not any(p.pesa for p in leidas):
        frase = "el informe trae la etapa 3 y no se reconoció ninguna tabla del programa de trabajo; si la tiene, no se auditó"
        return [("LECTURA_DUDOSA", frase, None)]
    if hallado.no_reconocidas or any(codigo == "LECTURA_DUDOSA" for codigo, _, _ in hallado.avisos):
        return []
    if patron.tipo == "implementacion":
        if any(t.patron.pesa for t in conocidas):
            return []
        falta, vacio = "ninguna tabla del programa de trabajo", not conocidas
    else:
        if conocidas or any(s.campos for s in hallado.secciones):
            return []
        falta, vacio = "ninguna tabla ni sección de la evaluación", not hallado.secciones
    tramos = _tramos([*_lineas(documento, rotulos)], patron.tipo)
    if not tramos and not (vacio and de_ellas):
        # nothing printed names the stage nor looks like its form: a letter about it, perhaps
        return []
    if not tramos:
        frase = f"no se reconoció {falta} y ninguna línea lo parece; si el informe la tiene, use el archivo original"
        return [("LECTURA_DUDOSA", frase, None)]
    frase = f"no se reconoció {falta}, pero {_lugares(tramos)} de una tabla que no se leyó; use el archivo original"
    return [("LECTURA_DUDOSA", frase, tramos[0][0].origen)]


def _lineas(documento: Documento, rotulos: Sequence[Rotulos]) -> Iterator[_Linea]:
    for bloque in documento.bloques:
        if isinstance(bloque, Parrafo):
            parrafos: Sequence[Parrafo] = (bloque,)
        elif isinstance(bloque, FlujoCeldas):
            parrafos = [p for c in bloque.celdas for p in c.parrafos]
        else:
            # a row with all its cells: what it holds is one line of the table
            for fila in bloque.filas:
                yield _linea(fila.origen, [c.texto for c in fila.celdas if c.parrafos], rotulos)
            continue
        for parrafo in parrafos:
            yield _linea(parrafo.origen, [x.strip() for x in _SEPARA.split(parrafo.texto) if x.strip()], rotulos)


def _linea(origen: Origen, trozos: Sequence[str], rotulos: Sequence[Rotulos]) -> _Linea:
    # "Actividad III.1. Programa de Trabajo 2009" alone on its line is a title
    rotulables = [t for t in trozos if len(t) <= _LARGO_ROTULO and (len(trozos) > 1 or not any(c.isdigit() for c in rotulo(t)))]
    roles = frozenset(rol for t in rotulables for rol in _roles(t, rotulos))
    cifra = any(leer_numero(t) is not None for t in trozos)
    return _Linea(origen, blancos(" ".join(trozos)), roles, cifra or len(trozos) > 1, cifra)


def _roles(trozo: str, rotulos: Sequence[Rotulos]) -> Iterator[str]:
    plano = rotulo(trozo)
    for juego in rotulos:
        dicho = juego.rol(plano)
        if dicho is not None and dicho[0] != "otro":
            yield dicho[0]


def _tramos(lineas: Sequence[_Linea], tipo: str) -> list[list[_Linea]]:
    """The stretches of lines that look like a table: a header's words, and what stands under them in several stretches."""
    tramos: list[list[_Linea]] = []
    indice = 0
    while indice < len(lineas):
        fin = _cabecera(lineas, indice, tipo)
        if fin is None:
            indice += 1
            continue
        ultima = fin
        con_cifras = False
        for sitio in range(fin, len(lineas)):
            # the rest of a header of several lines reads as a header too; once there are figures it is another table's
            if sitio - ultima >= _SIN_SENAS or (con_cifras and _cabecera(lineas, sitio, tipo) is not None):
                break
            if lineas[sitio].tabular:
                ultima = sitio + 1
            con_cifras = con_cifras or lineas[sitio].cifra
        tramos.append(list(lineas[indice:ultima]))
        indice = ultima
    return tramos


def _cabecera(lineas: Sequence[_Linea], desde: int, tipo: str) -> int | None:
    """Past the end of a header that opens at a line, or None."""
    if not lineas[desde].roles:
        return None
    roles: set[str] = set()
    for sitio in range(desde, min(len(lineas), desde + _RENGLONES_DE_CABECERA)):
        roles |= lineas[sitio].roles
        if tipo == "evaluacion":
            if len(roles & {"desarrollo", "recomendaciones"}) == 2:
                return sitio + 1
        elif len(roles) >= _ROTULOS_MINIMO and "ponderacion" in roles and roles & {"estado", "ponderacion_ganada", "actividad"}:
            return sitio + 1
    return None


def _lugares(tramos: Sequence[Sequence[_Linea]]) -> str:
    """Where they are, with their verb: by lines in a text file, else by how they open."""
    dichos: list[str] = []
    for tramo in tramos[:_TRAMOS_DICHOS]:
        primera, ultima = tramo[0].origen.linea_inicio, tramo[-1].origen.linea_fin
        if primera is None or ultima is None:
            dichos.append(f"«{tramo[0].texto[:60]}»")
        else:
            dichos.append(f"{primera} a {ultima}" if ultima > primera else f"{primera}")
    resto = len(tramos) - len(dichos)
    lista = ", ".join(dichos) + (f" y {resto} tramos más" if resto > 1 else " y 1 tramo más" if resto else "")
    if tramos[0][0].origen.linea_inicio is None:
        return f"lo que empieza con {lista} parece"
    return f"las líneas {lista} parecen"
