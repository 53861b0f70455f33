"""Fulfilment as written: verdict, percentage or narration to one value, and the grade of stage 4.

Only a verdict or a percentage declares; a narration is proposed, marked ``declarado=False``, and never counted as a verdict.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import blancos
from extractor.modelo.informe import Certeza, Estado, ValorEstado
from extractor.normalizadores.cuotas_estado import (
    CuotaEstado,
    cuota_final,
    cuota_inicial,
    cuota_tras_veredicto,
    en_letras,
    es_meta,
    medida,
)
from extractor.normalizadores.fracciones_estado import fraccion, frente_a_lo_pedido
from extractor.normalizadores.grados import buscar_grado
from extractor.normalizadores.narrados_estado import narrar
from extractor.normalizadores.palabras_cortadas_estado import sin_cortes, verbos_juntos
from extractor.normalizadores.parecido_estados import veredicto_parecido
from extractor.normalizadores.proporciones_estado import describe
from extractor.normalizadores.reparo_estados import con_cifras, reparado
from extractor.normalizadores.resto_estado import contradice, contrasta, resto_lo_toca
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import Veredicto, sin_marcar, valor_de_porcentaje, veredicto_inicial, vocabulario

__all__ = ["LARGO", "buscar_grado", "normalizar_estado", "razonar_estado"]

LARGO = 4000
"""Characters of a cell that are read for its state. Nobody narrates at such length; a whole document folded into one cell
would otherwise take time that grows with its square."""


def normalizar_estado(texto: str | None) -> Estado | None:
    """The state a cell writes; None for a blank one.

    >>> normalizar_estado("12,5%").porcentaje, normalizar_estado("Cumplido").valor
    ('12.5', 'CUMPLE')
    """
    if texto is None or not texto.strip():
        return None
    return razonar_estado(texto)[0]


@lru_cache(maxsize=16384)
def razonar_estado(texto: str) -> tuple[Estado, tuple[str, ...]]:
    """The state and the words that decided it."""
    limpio = blancos(texto)
    if len(texto) > LARGO:
        estado, decisivas = razonar_estado(texto[:LARGO].rsplit(maxsplit=1)[0])
        return estado.model_copy(update={"texto": limpio, "certeza": "dudosa"}), decisivas
    propio = con_cifras(limpio)
    if propio != limpio:
        return _reparada(limpio, propio)
    numero = leer_numero(limpio)
    if numero is not None:
        return _de_numero(limpio, numero.valor, numero.signo)
    juntos = _apilados(texto, limpio)
    if sin_marcar(limpio) and (juntos is None or len(juntos[1]) == len(set(map(plegar_frase, juntos[1])))):
        return _estado(limpio, "SIN_DATO", False, "dudosa"), ()  # the form's own options, each once
    if juntos is not None:
        return juntos
    tras = _TRAS_FRACCION.match(limpio)
    if tras is not None and (suyo := veredicto_inicial(limpio[tras.end() :])) is not None and suyo.solo:
        acorde = suyo.valor == ("CUMPLE" if tras["parte"] == tras["total"] else "PARCIAL")
        return _estado(limpio, suyo.valor, True, "alias" if acorde else "dudosa"), (suyo.palabras,)
    inicial = cuota_inicial(texto)
    if inicial is not None:
        return _de_cuota(limpio, inicial)
    veredicto = veredicto_inicial(texto.strip())
    if veredicto is None and (cierre := _cierre(limpio)) is not None:
        return cierre
    if veredicto is not None and veredicto.valor in ("PENDIENTE", "NO_CUMPLE") and _LO_DEMAS.search(plegar_frase(texto)):
        narrado = narrar(texto.strip(), limpio)
        if narrado[0].valor == "PARCIAL":
            return narrado
    if veredicto is not None and veredicto.valor == "CUMPLE" and not veredicto.solo:
        # "Cumple parcialmnte": the word that turns it may be the one misspelt
        otro = veredicto_inicial(reparado(texto.strip()))
        if otro is not None and otro.valor == "PARCIAL" and otro.porcentaje is None and veredicto.porcentaje is None:
            return _estado(limpio, "PARCIAL", True, "aproximada"), (otro.palabras,)
    if veredicto is not None:
        return _de_veredicto(veredicto, limpio, texto.strip()[veredicto.fin :])
    junto = verbos_juntos(texto.strip())
    if junto != texto.strip() and (junto != sin_cortes(texto.strip()) or "-\n" in texto):
        return _reparada(limpio, junto)
    if es_meta(limpio) or describe(limpio) or _sin_informacion().match(plegar_frase(limpio)):
        return _estado(limpio, "SIN_DATO", False, "dudosa"), ()
    if _SIN_COMPETENCIA.match(plegar_frase(limpio)):
        return _estado(limpio, "NO_APLICA", False, "dudosa"), (limpio,)
    llega = frente_a_lo_pedido(limpio)
    if llega is not None:
        return _estado(limpio, "CUMPLE" if llega else "NO_CUMPLE", False, "dudosa"), (limpio,)
    dicha = medida(limpio) or en_letras(limpio) or cuota_final(limpio)
    if dicha is not None:
        return _de_cuota(limpio, dicha)
    bien = reparado(texto.strip())
    corregido = veredicto_inicial(bien) if bien != texto.strip() else None
    if corregido is not None and corregido.valor != "SIN_DATO":
        declara = plegar_frase(corregido.palabras) not in _no_declaran()
        tocada = contrasta(bien[corregido.fin :])
        return _estado(limpio, corregido.valor, declara, "dudosa" if tocada else "aproximada", corregido.porcentaje), (
            corregido.palabras,
        )
    parecido = veredicto_parecido(limpio)
    if parecido is not None:
        declara = parecido[0] != "SIN_DATO" and parecido[2] not in _no_declaran()
        tocada = contrasta(limpio[limpio.find(parecido[1]) + len(parecido[1]) :])
        return _estado(limpio, parecido[0], declara, "dudosa" if tocada else "aproximada"), (parecido[1],)
    return narrar(texto.strip(), limpio)


def _reparada(limpio: str, bien: str) -> tuple[Estado, tuple[str, ...]]:
    """What the cell says once its slips of reading are mended: never more than ``aproximada``."""
    estado, decisivas = razonar_estado(bien)
    certeza: Certeza = "dudosa" if estado.certeza == "dudosa" else "aproximada"
    return estado.model_copy(update={"texto": limpio, "certeza": certeza}), decisivas


def _de_veredicto(veredicto: Veredicto, limpio: str, resto: str) -> tuple[Estado, tuple[str, ...]]:
    """What the verdict that opens the cell says, as surely as what follows it leaves it."""
    valor, porcentaje = veredicto.valor, veredicto.porcentaje
    certeza: Certeza = "exacta" if _es_fuerte(veredicto.palabras) or porcentaje is not None else "alias"
    if porcentaje is not None and valor != "CUMPLE" and contradice(valor, porcentaje):
        certeza = "dudosa"
    if porcentaje is None and resto_lo_toca(valor, veredicto.palabras, resto):
        certeza = "dudosa"
        valor = "PARCIAL" if valor == "CUMPLE" and _solo_en_parte(resto) else valor
    elif valor == "CUMPLE" and contrasta(resto):
        certeza = "dudosa"
    declarado = valor != "SIN_DATO" and (plegar_frase(veredicto.palabras) not in _no_declaran() or porcentaje is not None)
    porcentaje = porcentaje or cuota_tras_veredicto(valor, resto)
    return _estado(limpio, valor, declarado, certeza, porcentaje), (veredicto.palabras,)


def _solo_en_parte(resto: str) -> bool:
    """Whether the words right after the verdict, without a stop, tell of what part it is said ("Realizado en dos de tres")."""
    suyo = re.split(r"[.,;:(\n–—-]", resto, maxsplit=1)[0]
    parte = fraccion(suyo, hecho=True)
    return (parte is not None and parte[0] == "PARCIAL") or re.search(r"\bno\s+asi\b", plegar_frase(resto)) is not None


_TRAS_FRACCION = re.compile(r"\W*(?P<parte>\d{1,3})\s*(?:/|de)\s*(?P<total>\d{1,3})\s*[.,;:(–-]\s*(?=[^\W\d])")
"""A count of a count before the verdict of the cell ("5/5, cumple")."""
_SIN_COMPETENCIA = re.compile(
    r"(?:\w+\s+){0,3}no\s+(?:es|son)\s+(?:de\s+(?:la\s+|su\s+|nuestra\s+)?)?(?:competencia|incumbencia|resorte)\b|(?:\w+\s+){0,3}no\s+(?:le\s+|nos\s+)?competen?\b|\W*no\s+(?:somos|es|son)\s+competentes?\b"
    r"|.*(?:[,;]|\bpor\s+lo\s+(?:que|cual|tanto))\s*(?:la\s+\w+\s+|el\s+\w+\s+)?no\s+(?:nos\s+|les?\s+)?(?:aplica|corresponde|procede)\W*$"
    r"|.*\bno\s+(?:nos\s+|les?\s+|se\s+)?(?:es|son|resultan?)\s+aplicables?\b|\W*no\s+(?:nos|les?)\s+corresponden?\b(?!\s+\w+r\b)"
    r"|(?:\w+\s+){0,6}es\s+(?:[^.;]*\s)?del?\s[^.;]*\s(?:y|,)\s*no\s+del?\b|(?:\w+\s+){0,4}es\s+de\s+otr[oa]\s+(?:reparticion|servicio|organismo|instituc\w+)\b"
)
"""What is not of this service does not apply to it."""
_LO_DEMAS = re.compile(r"\b(?:(?:lo|los|las|todo\s+lo)\s+(?:demas|restantes?)|(?:el|lo)\s+resto)\b|[.;:,]\s+resto\b")
"""After a verdict that opens the cell: it is said of one thing only, and something else was done."""


def _apilados(texto: str, limpio: str) -> tuple[Estado, tuple[str, ...]] | None:
    """Verdicts, or percentages, one below the other and nothing else: what they say together; PARCIAL when they differ."""
    lineas = [blancos(linea) for linea in texto.split("\n") if linea.strip()]
    entero = veredicto_inicial(limpio)
    if len(lineas) < 2 or max(map(len, lineas)) > _LARGO_APILADO or (entero is not None and entero.solo):
        return None
    numeros, veredictos = [leer_numero(linea) for linea in lineas], [veredicto_inicial(linea) for linea in lineas]
    cuotas = all(n is not None and n.signo for n in numeros)
    if not cuotas and not all(v is not None and v.solo and v.valor != "SIN_DATO" for v in veredictos):
        return None
    cada = [razonar_estado(linea)[0] for linea in lineas]
    dichos = {(e.valor, e.porcentaje) for e in cada}
    declarado = any(e.declarado for e in cada)
    if len(dichos) == 1:
        return _estado(limpio, cada[0].valor, declarado, "alias", cada[0].porcentaje), tuple(lineas)
    return _estado(limpio, "PARCIAL", declarado, "dudosa"), tuple(lineas)


_LARGO_APILADO = 40
"""Characters: a verdict alone in its line."""


_ULTIMA = re.compile(r"(?s).*[.;:]\s+(?=\S)")
_LO_DICHO = re.compile(r"\W*(?:(?:con\s+)?lo\s+\w+[oa]d?o|(?:con\s+)?(?:la|el)\s+(?:meta|compromiso|objetivo|actividad))?\W*")


def _cierre(limpio: str) -> tuple[Estado, tuple[str, ...]] | None:
    """The plain verdict that is the last sentence of a narration ("... Se cumplió lo propuesto."); None when there is none."""
    antes = _ULTIMA.match(limpio)
    ultima = limpio[antes.end() :] if antes is not None else ""
    dicho = veredicto_inicial(ultima) if ultima else None
    if (
        dicho is None
        or dicho.valor not in ("CUMPLE", "NO_CUMPLE")
        or not _es_fuerte(dicho.palabras)
        or dicho.porcentaje is not None
    ):
        return None
    if antes is None or ":" in antes.group().rstrip()[-1] or _LO_DICHO.fullmatch(plegar_frase(ultima[dicho.fin :])) is None:
        return None
    return _estado(limpio, dicho.valor, True, "dudosa"), (dicho.palabras,)


@cache
def _no_declaran() -> frozenset[str]:
    return frozenset(plegar_frase(f) for f in vocabulario().no_declaran)


def _estado(texto: str, valor: ValorEstado, declarado: bool, certeza: Certeza, porcentaje: str | None = None) -> Estado:
    return Estado(texto=texto, valor=valor, porcentaje=porcentaje, declarado=declarado, certeza=certeza)


def _de_numero(texto: str, numero: str, signo: str | None) -> tuple[Estado, tuple[str, ...]]:
    """A percentage. Without its sign 1 and fractions could be a tick, a share or a count: they stay undecided."""
    cantidad = Decimal(numero)
    if signo is None and ((cantidad != 0 and cantidad <= 1) or cantidad > 100):
        return _estado(texto, "SIN_DATO", False, "dudosa"), ()
    if cantidad < 0:
        return _estado(texto, "SIN_DATO", False, "dudosa"), ()
    certeza: Certeza = "exacta" if signo else "dudosa"
    return _estado(texto, valor_de_porcentaje(cantidad), True, certeza, numero), (texto,)


@cache
def _sin_informacion() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:la\s+(?:region|direccion regional|oficina)\s+)?(?:{alternativas(vocabulario().sin_informacion)})(?![a-z])"
    )


def _de_cuota(texto: str, dicha: CuotaEstado) -> tuple[Estado, tuple[str, ...]]:
    """A percentage said in words: declared where it is the answer itself, proposed inside a narration."""
    valor = valor_de_porcentaje(dicha.cantidad)
    resto = texto[texto.rfind(dicha.palabras) + len(dicha.palabras) :] if dicha.palabras in texto else texto
    if valor == "CUMPLE" and contrasta(resto.lstrip("%")):
        return _estado(texto, valor, dicha.declarada, "dudosa", dicha.porcentaje), (dicha.palabras,)
    return _estado(texto, valor, dicha.declarada, "alias" if dicha.clara else "dudosa", dicha.porcentaje), (dicha.palabras,)


@cache
def _fuertes() -> frozenset[str]:
    return frozenset(plegar_frase(f) for g in vocabulario().veredictos for f in g.fuertes)


def _es_fuerte(palabras: str) -> bool:
    return plegar_frase(palabras) in _fuertes()
