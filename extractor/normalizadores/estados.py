"""Fulfilment as written: verdict, percentage or narration to one value, and the grade of stage 4.

Only a verdict or a percentage declares; a narration is proposed, marked ``declarado=False``, and never counted as a verdict.
The ways of reading a cell stand in one table, ``RUTAS``, in the order they are tried; the first that reads it decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import blancos
from extractor.modelo.valores import Certeza, Estado
from extractor.normalizadores.estado.cuotas import cuota_rotulada, es_meta
from extractor.normalizadores.estado.fracciones import frente_a_lo_pedido
from extractor.normalizadores.estado.narrados import narrar
from extractor.normalizadores.estado.palabras_cortadas import sin_cortes, verbos_juntos
from extractor.normalizadores.estado.palabras_pegadas import despegado
from extractor.normalizadores.estado.parecido import veredicto_parecido
from extractor.normalizadores.estado.participio_solo import participio_solo
from extractor.normalizadores.estado.proporciones import describe
from extractor.normalizadores.estado.rectificado import letra_sola, rectificado
from extractor.normalizadores.estado.reparo import con_cifras, reparado
from extractor.normalizadores.estado.resto import contrasta
from extractor.normalizadores.estado.rutas_compuestas import de_otro, en_parte_mal_escrito, uno_y_lo_demas
from extractor.normalizadores.estado.rutas_cuota import contra_lo_pedido, cuota_dicha, cuota_que_abre
from extractor.normalizadores.estado.varios import varios
from extractor.normalizadores.estado.veredicto import (
    Escrito,
    Razonado,
    apilados,
    cierre,
    de_veredicto,
    declara,
    estado,
    juntos,
    rebajada,
    tras_fraccion,
)
from extractor.normalizadores.grados import buscar_grado
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import sin_marcar, valor_de_porcentaje, veredicto_inicial, vocabulario

__all__ = ["LARGO", "RUTAS", "buscar_grado", "normalizar_estado", "razonar_estado", "ruta_de"]

LARGO = 4000
"""Characters of a cell that are read for its state. Nobody narrates at such length; a whole document folded into one cell
would otherwise take time that grows with its square."""


class Ruta(NamedTuple):
    """One way of reading a cell: it gives None for a cell that is not its own."""

    nombre: str
    porque: str
    leer: Callable[[Escrito], Razonado | None]


def normalizar_estado(texto: str | None) -> Estado | None:
    """The state a cell writes; None for a blank one.

    >>> normalizar_estado("12,5%").porcentaje, normalizar_estado("Cumplido").valor
    ('12.5', 'CUMPLE')
    """
    if texto is None or not texto.strip():
        return None
    return razonar_estado(texto)[0]


@lru_cache(maxsize=16384)
def razonar_estado(texto: str) -> Razonado:
    """The state and the words that decided it."""
    return _por_su_ruta(texto)[1]


def ruta_de(texto: str) -> str:
    """The name of the route that reads ``texto``, to measure how far each is right."""
    return _por_su_ruta(texto)[0]


def _por_su_ruta(texto: str) -> tuple[str, Razonado]:
    escrito = Escrito(texto.strip(), blancos(texto))
    for ruta in RUTAS:
        leido = ruta.leer(escrito)
        if leido is not None:
            return ruta.nombre, _preguntado(leido) if _PREGUNTA.search(texto) else leido
    raise AssertionError("la última ruta lee todo")


_PREGUNTA = re.compile(r"\?[\W_]*$")


def _preguntado(leido: Razonado) -> Razonado:
    """What a cell that ends by asking says: nothing surely."""
    return leido[0].model_copy(update={"certeza": "dudosa"}), leido[1]


def _demasiado_largo(celda: Escrito) -> Razonado | None:
    if len(celda.texto) <= LARGO:
        return None
    dicho, decisivas = razonar_estado(celda.texto[:LARGO].rsplit(maxsplit=1)[0])
    return dicho.model_copy(update={"texto": celda.limpio, "certeza": "dudosa"}), decisivas


def _cifras_reparadas(celda: Escrito) -> Razonado | None:
    propio = con_cifras(celda.limpio)
    return _reparada(celda.limpio, propio) if propio != celda.limpio else None


def _reparada(limpio: str, bien: str) -> Razonado:
    """What the cell says once its slips of reading are mended: never more than ``aproximada``."""
    dicho, decisivas = razonar_estado(bien)
    a_medias = dicho.certeza == "dudosa" or (dicho.certeza == "aproximada" and veredicto_inicial(bien) is not None)
    certeza: Certeza = "dudosa" if a_medias else "aproximada"
    return dicho.model_copy(update={"texto": limpio, "certeza": certeza}), decisivas


def _numero(celda: Escrito) -> Razonado | None:
    """A percentage. Without its sign 1 and fractions could be a tick, a share or a count: they stay undecided."""
    numero = leer_numero(celda.limpio)
    if numero is None:
        return None
    cantidad = Decimal(numero.valor)
    sin_signo = numero.signo is None and ((cantidad != 0 and cantidad <= 1) or cantidad > 100)
    if sin_signo or cantidad < 0:
        return _nada(celda)
    certeza: Certeza = "exacta" if numero.signo and cantidad <= _DESMEDIDO else "dudosa"
    return estado(celda.limpio, valor_de_porcentaje(cantidad), True, certeza, numero.valor), (celda.limpio,)


_DESMEDIDO = 200
"""Per cent: more than twice what was undertaken is a slip, or of another thing, as soon as a fulfilment."""


def _nada(celda: Escrito) -> Razonado:
    return estado(celda.limpio, "SIN_DATO", False, "dudosa"), ()


def _sin_marcar(celda: Escrito) -> Razonado | None:
    if celda.limpio.count("=") > 1 and veredicto_inicial(celda.texto) is not None:
        return _nada(celda)  # "Cumple = 1, No cumple = 0": what each means
    lineas = apilados(celda.texto, celda.limpio)
    cada_una = lineas is None or len(lineas) == len(set(map(plegar_frase, lineas)))
    return _nada(celda) if sin_marcar(celda.limpio) and cada_una else None


def _apilados(celda: Escrito) -> Razonado | None:
    lineas = apilados(celda.texto, celda.limpio)
    return juntos(celda.limpio, [razonar_estado(linea)[0] for linea in lineas], lineas) if lineas is not None else None


def _varios(celda: Escrito) -> Razonado | None:
    dichos = varios(celda.texto)
    if dichos is None:
        return None
    uno = len(set(dichos)) == 1
    return estado(celda.limpio, dichos[0] if uno else "PARCIAL", True, "alias" if uno else "aproximada"), (celda.limpio,)


def _cierre(celda: Escrito) -> Razonado | None:
    return None if veredicto_inicial(celda.texto) else cierre(celda.limpio)


def _veredicto(celda: Escrito) -> Razonado | None:
    veredicto = veredicto_inicial(celda.texto)
    return de_veredicto(veredicto, celda.limpio, celda.texto[veredicto.fin :]) if veredicto is not None else None


def _palabras_pegadas(celda: Escrito) -> Razonado | None:
    suelto = despegado(celda.texto)
    return _reparada(celda.limpio, suelto) if suelto != celda.texto else None


_CORTADA = re.compile(r"[a-záéíóúñ]-\s+[a-záéíóúñ]")
"""A hyphen at the end of a line that is no longer one ("realiza- ron")."""


def _palabras_cortadas(celda: Escrito) -> Razonado | None:
    junto = verbos_juntos(celda.texto)
    cortada = junto != celda.texto and (junto != sin_cortes(celda.texto) or _CORTADA.search(celda.texto) is not None)
    return _reparada(celda.limpio, junto) if cortada else None


@cache
def _sin_informacion() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:la\s+(?:region|direccion regional|oficina)\s+)?(?:{alternativas(vocabulario().sin_informacion)})(?![a-z])"
    )


def _nada_dice(celda: Escrito) -> Razonado | None:
    if cuota_rotulada(celda.limpio) is not None or frente_a_lo_pedido(celda.limpio) is not None:
        return None
    pregunta = celda.limpio.startswith("¿") and celda.limpio.rstrip('." ').find("?") == len(celda.limpio.rstrip('." ')) - 1
    calla = pregunta or es_meta(celda.limpio) or describe(celda.limpio) or _sin_informacion().match(plegar_frase(celda.limpio))
    return _nada(celda) if calla else None


def _mal_escrito(celda: Escrito) -> Razonado | None:
    bien = reparado(celda.texto)
    corregido = veredicto_inicial(bien) if bien != celda.texto else None
    if corregido is None or corregido.valor == "SIN_DATO":
        return None
    dicho, decisivas = de_veredicto(corregido, celda.limpio, bien[corregido.fin :])
    return dicho.model_copy(update={"certeza": _un_paso_menos(dicho.certeza)}), decisivas


def _un_paso_menos(certeza: Certeza) -> Certeza:
    """The certainty of what had a slip to mend besides: two reasons to doubt leave none to trust."""
    return "aproximada" if certeza in ("exacta", "alias") else "dudosa"


def _parecido(celda: Escrito) -> Razonado | None:
    parecido = veredicto_parecido(celda.limpio)
    if parecido is None:
        return None
    valor, palabras, forma = parecido
    resto = celda.limpio[celda.limpio.find(palabras) + len(palabras) :]
    certeza = _un_paso_menos(rebajada("dudosa" if contrasta(resto) else "alias", valor, resto, en_curso=not declara(forma)))
    tocada = (
        certeza == "dudosa" or len(palabras.replace(" ", "")) > len(forma.replace(" ", "")) + 2
    )  # "No corresponde multa" is no slip of "no corresponden"
    tocada = tocada or (" " in forma and forma.startswith("cumplid"))  # "Cumplida la etapa, ..." is none of "cumplida la meta"
    return estado(celda.limpio, valor, valor != "SIN_DATO" and declara(forma), "dudosa" if tocada else "aproximada"), (palabras,)


RUTAS: tuple[Ruta, ...] = (
    Ruta("largo", "nobody narrates at such length: its beginning is read, doubtful", _demasiado_largo),
    Ruta("cifras", 'figures misread ("l00%") are mended before anything is compared', _cifras_reparadas),
    Ruta(
        "pegadas",
        "words typed without a blank, or small ones read with another stroke, are mended before they are read",
        _palabras_pegadas,
    ),
    Ruta("numero", "a bare figure is the percentage itself", _numero),
    Ruta("casillas", "the form's own pair, unmarked, answers nothing", _sin_marcar),
    Ruta("rectificado", "a verdict that is taken back for another one", rectificado),
    Ruta("letra", 'a bare "S" or "N" answers, if the column asks for it: doubtful', letra_sola),
    Ruta("apilados", "verdicts one below the other are said of several activities", _apilados),
    Ruta("varios", "numbered or counted verdicts in one line", _varios),
    Ruta("cuenta", 'a count of a count before the verdict ("5/5, cumple")', lambda celda: tras_fraccion(celda.limpio)),
    Ruta("cuota_inicial", "a percentage before a stop is the answer, what follows explains it", cuota_que_abre),
    Ruta("cierre", "a narration may end in its verdict", _cierre),
    Ruta("lo_demas", "a verdict of one thing, and of the rest another", uno_y_lo_demas),
    Ruta("en_parte", "the word that limits a verdict may be the one misspelt", en_parte_mal_escrito),
    Ruta("veredicto", "the verdict that opens the cell wins over what is told after it", _veredicto),
    Ruta("cortadas", "words that a reading cut are joined before they are read as narration", _palabras_cortadas),
    Ruta("nada_dice", "what was promised, what people are, what money was spent: no fulfilment", _nada_dice),
    Ruta("ajeno", "what is another body's, or has no one to be done for, does not apply", de_otro),
    Ruta("lo_pedido", "a measure beside the one promised", contra_lo_pedido),
    Ruta("cuota", "a percentage said of the advance, or that closes the cell", cuota_dicha),
    Ruta("mal_escrito", "a verdict with a slip in a known word", _mal_escrito),
    Ruta("parecido", "a verdict near enough by its letters", _parecido),
    Ruta("participio", "a participle alone is a word of verdict", participio_solo),
    Ruta("narrado", "anything else is told, never declared", lambda celda: narrar(celda.texto, celda.limpio)),
)
"""In the order they are tried. What is read whole stands before what is read by its beginning, what is written right before what
has to be mended, and the narration last."""
