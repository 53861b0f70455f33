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
    cuota_tras_veredicto,
    en_letras,
    es_meta,
    fraccion,
    medida,
)
from extractor.normalizadores.decision_estado import decidir, sin_comienzos, sin_postergar
from extractor.normalizadores.grados import buscar_grado
from extractor.normalizadores.reparo_estados import con_cifras, reparado, verbos_juntos
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import sin_marcar, valor_de_porcentaje, veredicto_inicial, vocabulario

UMBRAL_VEREDICTO = 87.0
"""Least likeness of a misspelt verdict word ("Cunplido"); real words near it ("cumplirá") are told apart first."""
_LARGO_VEREDICTO = 6
_ANIO_MINIMO = 1900

__all__ = ["buscar_grado", "normalizar_estado", "razonar_estado"]


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
    propio = con_cifras(limpio)
    if propio != limpio:
        estado, decisivas = razonar_estado(propio)
        certeza: Certeza = "dudosa" if estado.certeza == "dudosa" else "aproximada"
        return estado.model_copy(update={"texto": limpio, "certeza": certeza}), decisivas
    numero = leer_numero(limpio)
    if numero is not None:
        return _de_numero(limpio, numero.valor, numero.signo)
    if sin_marcar(limpio):
        return _estado(limpio, "SIN_DATO", False, "dudosa"), ()
    veredicto = veredicto_inicial(texto.strip())
    if veredicto is not None and veredicto.valor in ("PENDIENTE", "NO_CUMPLE") and _LO_DEMAS.search(plegar_frase(texto)):
        narrado = _narrado(texto.strip(), limpio)
        if narrado[0].valor == "PARCIAL":
            return narrado
    if veredicto is not None and veredicto.valor == "CUMPLE" and not veredicto.solo:
        # "Cumple parcialmnte": the word that turns it may be the one misspelt
        otro = veredicto_inicial(reparado(texto.strip()))
        if otro is not None and otro.valor == "PARCIAL" and otro.porcentaje is None and veredicto.porcentaje is None:
            return _estado(limpio, "PARCIAL", True, "aproximada"), (otro.palabras,)
    if veredicto is not None:
        declarado = veredicto.valor != "SIN_DATO" and (
            plegar_frase(veredicto.palabras) not in _no_declaran() or veredicto.porcentaje is not None
        )
        certeza = "exacta" if _es_fuerte(veredicto.palabras) or veredicto.porcentaje is not None else "alias"
        porcentaje = veredicto.porcentaje or cuota_tras_veredicto(veredicto.valor, texto.strip()[veredicto.fin :])
        return _estado(limpio, veredicto.valor, declarado, certeza, porcentaje), (veredicto.palabras,)
    if es_meta(limpio) or _sin_informacion().match(plegar_frase(limpio)):
        return _estado(limpio, "SIN_DATO", False, "dudosa"), ()
    dicha = medida(limpio) or en_letras(limpio) or cuota_final(limpio)
    if dicha is not None:
        return _de_cuota(limpio, dicha)
    bien = reparado(texto.strip())
    corregido = veredicto_inicial(bien) if bien != texto.strip() else None
    if corregido is not None and corregido.valor != "SIN_DATO":
        declara = plegar_frase(corregido.palabras) not in _no_declaran()
        return _estado(limpio, corregido.valor, declara, "aproximada", corregido.porcentaje), (corregido.palabras,)
    parecido = _parecido(limpio)
    if parecido is not None:
        declara = parecido[0] != "SIN_DATO" and plegar_frase(parecido[1]) not in _no_declaran()
        return _estado(limpio, parecido[0], declara, "aproximada"), (parecido[1],)
    narrado = _narrado(texto.strip(), limpio)
    if narrado[0].valor != "SIN_DATO" or (junto := verbos_juntos(texto.strip())) == texto.strip():
        return narrado
    estado, decisivas = _narrado(junto, limpio)
    return estado.model_copy(update={"certeza": "aproximada" if estado.certeza != "dudosa" else "dudosa"}), decisivas


_LO_DEMAS = re.compile(r"\b(?:(?:lo|los|las|todo\s+lo)\s+(?:demas|restantes?)|(?:el|lo)\s+resto)\b")
"""After a verdict that opens the cell: it is said of one thing only, and something else was done."""


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
    return _estado(texto, valor, dicha.declarada, "alias" if dicha.clara else "dudosa", dicha.porcentaje), (dicha.palabras,)


@cache
def _fuertes() -> frozenset[str]:
    return frozenset(plegar_frase(f) for g in vocabulario().veredictos for f in g.fuertes)


def _es_fuerte(palabras: str) -> bool:
    return plegar_frase(palabras) in _fuertes()


@cache
def _bien_escritas() -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in vocabulario().sin_reparo)


@cache
def _palabras_veredicto() -> tuple[tuple[str, ValorEstado], ...]:
    formas = {(plegar_frase(f), g.valor) for g in vocabulario().veredictos for f in (*g.fuertes, *g.solas)}
    return tuple(sorted((f, v) for f, v in formas if len(f) >= _LARGO_VEREDICTO))


def _parecido(texto: str) -> tuple[ValorEstado, str] | None:
    """A misspelt verdict that opens the text and stands alone or before a stop ("Cumpido. Se hizo"); None otherwise."""
    from rapidfuzz import fuzz

    cabeza = re.split(r"[.,;:()\n]", texto, maxsplit=1)[0].strip()
    plegada = plegar_frase(cabeza)
    if (
        any(c.isdigit() for c in plegada)
        or "habria" in plegada
        or not _LARGO_VEREDICTO <= len(plegada) <= 30
        or len(plegada.split()) > 3
        or re.search(r"r[áa]n?$|mient", cabeza.lower())
    ):
        return None
    orden = sorted(((fuzz.ratio(plegada, forma), forma, valor) for forma, valor in _palabras_veredicto()), reverse=True)
    puntaje, forma, valor = orden[0]
    niega = plegada.split()[0] in {"no", "sin"}
    if plegada.split()[-1] in _bien_escritas():
        return None
    if puntaje < UMBRAL_VEREDICTO or niega != (forma.split()[0] in {"no", "sin"}):
        return None
    return valor, cabeza


def _narrado(texto: str, limpio: str) -> tuple[Estado, tuple[str, ...]]:
    """The value a narration amounts to, proposed."""
    from extractor.normalizadores.componentes_estado import clausula, concesiva
    from extractor.normalizadores.lengua import analizar
    from extractor.normalizadores.verbos_estado import CLAVE

    doc = analizar(texto, "estado")
    spans = list(doc.spans[CLAVE])
    principales = [s for s in spans if not concesiva(s[0])]
    marcas = [(s.label_, clausula(s[0]), s.text) for s in principales or spans]
    anunciado = _compromiso().match(plegar_frase(texto))
    if anunciado is not None:
        marcas.append(("PLAN", -1, anunciado.group()))
    marcas = sin_comienzos(sin_postergar(marcas, plegar_frase(texto)))
    hecho = any(clase in ("HECHO", "HECHO_DEBIL", "PARCIAL") for clase, _, _ in marcas)
    parte = fraccion(texto, hecho=hecho)
    if parte is not None:
        marcas.append((parte[0], -1, parte[1]))
    con_tiempo = {frase for clase, frase, _ in marcas if clase == "TIEMPO"}
    clases = ["PLAN" if clase == "HECHO_DEBIL" and frase in con_tiempo else clase for clase, frase, _ in marcas]
    valor, decisivas, segura = decidir(clases)
    palabras = tuple(texto_marca for (_, _, texto_marca), clase in zip(marcas, clases, strict=True) if clase in decisivas)
    return _estado(limpio, valor, False, "aproximada" if segura else "dudosa"), palabras


@cache
def _compromiso() -> re.Pattern[str]:
    return re.compile(
        r"(?:compromisos?|metas?|actividad(?:es)?|tareas?)\s+(?:para\s+)?(?:el\s+|del\s+)?(?:ano\s+)?20[0-3]\d(?!\d)"
    )
