"""Fulfilment as written: verdict, percentage or narration to one value, and the grade of stage 4.

Only a verdict or a percentage declares; a narration is proposed, marked ``declarado=False``, and never counted as a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import blancos
from extractor.modelo.informe import Certeza, Estado, Grado, ValorEstado
from extractor.normalizadores.reparo_estados import con_cifras, eje_junto, reparado
from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import sin_marcar, valor_de_porcentaje, veredicto_inicial, vocabulario

UMBRAL_VEREDICTO = 87.0
"""Least likeness of a misspelt verdict word ("Cunplido"); real words near it ("cumplirá") are told apart first."""
_LARGO_VEREDICTO = 6
_ANIO_MINIMO = 1900

_ORDEN_GRADO: tuple[Grado, ...] = ("SIN_AVANCE", "MENOR", "MAYOR")
"""From the lower up: of two written grades the lower stands."""


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
    if veredicto is not None:
        declarado = veredicto.valor != "SIN_DATO" and (
            plegar_frase(veredicto.palabras) not in _no_declaran() or veredicto.porcentaje is not None
        )
        certeza = "exacta" if _es_fuerte(veredicto.palabras) or veredicto.porcentaje is not None else "alias"
        return _estado(limpio, veredicto.valor, declarado, certeza, veredicto.porcentaje), (veredicto.palabras,)
    medida = _medida(limpio)
    if medida is not None:
        porcentaje, inicio, palabras = medida
        valor = valor_de_porcentaje(Decimal(porcentaje))
        return _estado(limpio, valor, inicio == 0, "alias" if inicio == 0 else "dudosa", porcentaje), (palabras,)
    bien = reparado(texto.strip())
    corregido = veredicto_inicial(bien) if bien != texto.strip() else None
    if corregido is not None and corregido.valor != "SIN_DATO":
        declara = plegar_frase(corregido.palabras) not in _no_declaran()
        return _estado(limpio, corregido.valor, declara, "aproximada", corregido.porcentaje), (corregido.palabras,)
    parecido = _parecido(limpio)
    if parecido is not None:
        declara = parecido[0] != "SIN_DATO" and plegar_frase(parecido[1]) not in _no_declaran()
        return _estado(limpio, parecido[0], declara, "aproximada"), (parecido[1],)
    return _narrado(texto.strip(), limpio)


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
def _fuertes() -> frozenset[str]:
    return frozenset(plegar_frase(f) for g in vocabulario().veredictos for f in g.fuertes)


def _es_fuerte(palabras: str) -> bool:
    return plegar_frase(palabras) in _fuertes()


@cache
def _medidas() -> re.Pattern[str]:
    nombres = alternativas(vocabulario().narracion.medidas)
    numero = r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|por ciento)"
    delante = (
        rf"(?:(?:el|un)\s+)?(?:(?:grado|nivel|porcentaje)\s+de\s+)?(?:{nombres})\s*(?:es|fue|alcanza|alcanzo)?\s*"
        rf"(?:de|del|:|=)?\s*(?:un|el|al)?\s*{numero}"
    )
    return re.compile(rf"\b{delante}|{numero}\s+de\s+(?:{nombres})\b")


def _medida(texto: str) -> tuple[str, int, str] | None:
    """A percentage said of the fulfilment itself ("avance de un 60%"): canonical text, offset, words. None when there is none."""
    plegado, lugares = plegar_con_lugares(texto)
    hallada = _medidas().search(plegado)
    if hallada is None:
        return None
    numero = (hallada.group(1) or hallada.group(2)).replace(",", ".")
    return numero, lugares[hallada.start()], texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1]


@cache
def _palabras_veredicto() -> tuple[tuple[str, ValorEstado], ...]:
    formas = {(plegar_frase(f), g.valor) for g in vocabulario().veredictos for f in (*g.fuertes, *g.solas)}
    return tuple(sorted((f, v) for f, v in formas if len(f) >= _LARGO_VEREDICTO))


def _parecido(texto: str) -> tuple[ValorEstado, str] | None:
    """A misspelt verdict that opens the text and stands alone or before a stop ("Cumpido. Se hizo"); None otherwise."""
    from rapidfuzz import fuzz

    cabeza = re.split(r"[.,;:()\n]", texto, maxsplit=1)[0].strip()
    plegada = plegar_frase(cabeza)
    if not _LARGO_VEREDICTO <= len(plegada) <= 30 or len(plegada.split()) > 3 or re.search(r"r[áa]n?$|mient", cabeza.lower()):
        return None
    orden = sorted(((fuzz.ratio(plegada, forma), forma, valor) for forma, valor in _palabras_veredicto()), reverse=True)
    puntaje, forma, valor = orden[0]
    niega = plegada.split()[0] in {"no", "sin"}
    if puntaje < UMBRAL_VEREDICTO or niega != (forma.split()[0] in {"no", "sin"}):
        return None
    return valor, cabeza


_CUOTA_DE = re.compile(
    r"\W*(?:(?:solo|solamente|cerca|casi|un|el|del|al|mas)\s+){0,3}(\d{1,2}(?:[.,]\d{1,2})?)\s*%\s+de\s+(?:los|las|la|el)\b"
)
"""A share of what was to be done, as the subject: "Un 50% de los talleres se realizó"."""


@cache
def _cantidades() -> re.Pattern[str]:
    letras = alternativas(vocabulario().narracion.cantidades)
    numero = rf"(\d{{1,4}}|{letras})"
    enlace = r"\s*(?:\S+\s+){0,2}?(?:de|sobre|/)\s*(?:(?:los|las|un|una|total|de|el)\s+)*"
    return re.compile(rf"\b{numero}{enlace}{numero}\b(?!\s*%)")


def _fraccion(texto: str) -> tuple[str, str] | None:
    """ "3 de 10": PARCIAL or HECHO by comparing the two counts, with the words; None when no count of a count is told."""
    plegado, lugares = plegar_con_lugares(texto)
    letras = {plegar_frase(k): v for k, v in vocabulario().narracion.cantidades.items()}
    cuota = _CUOTA_DE.match(plegado)
    if cuota is not None and Decimal(cuota.group(1).replace(",", ".")) < 100:
        return "PARCIAL", texto[: lugares[cuota.end() - 1] + 1]
    for hallada in _cantidades().finditer(plegado):
        parte, total = (letras[g] if g in letras else int(g) for g in hallada.groups())
        if total < 2 or total >= _ANIO_MINIMO or parte > total:
            continue
        palabras = texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1]
        return ("HECHO" if parte == total else "PARCIAL" if parte else "FRACASO"), palabras
    return None


def _narrado(texto: str, limpio: str) -> tuple[Estado, tuple[str, ...]]:
    """The value a narration amounts to, proposed."""
    from extractor.normalizadores.componentes_estado import CLAVE, clausula, concesiva
    from extractor.normalizadores.lengua import analizar

    doc = analizar(texto)
    spans = list(doc.spans[CLAVE])
    principales = [s for s in spans if not concesiva(s[0])]
    marcas = [(s.label_, clausula(s[0]), s.text) for s in principales or spans]
    anunciado = _compromiso().match(plegar_frase(texto))
    if anunciado is not None:
        marcas.append(("PLAN", -1, anunciado.group()))
    fraccion = _fraccion(texto)
    if fraccion is not None:
        marcas.append((fraccion[0], -1, fraccion[1]))
    con_tiempo = {frase for clase, frase, _ in marcas if clase == "TIEMPO"}
    clases = ["PLAN" if clase == "HECHO_DEBIL" and frase in con_tiempo else clase for clase, frase, _ in marcas]
    valor, decisivas, segura = _decidir(clases)
    palabras = tuple(texto_marca for (_, _, texto_marca), clase in zip(marcas, clases, strict=True) if clase in decisivas)
    return _estado(limpio, valor, False, "aproximada" if segura else "dudosa"), palabras


@cache
def _compromiso() -> re.Pattern[str]:
    return re.compile(
        r"(?:compromisos?|metas?|actividad(?:es)?|tareas?)\s+(?:para\s+)?(?:el\s+|del\s+)?(?:ano\s+)?20[0-3]\d(?!\d)"
    )


def _decidir(clases: list[str]) -> tuple[ValorEstado, set[str], bool]:
    """The value of the cues together, which of them decided, and whether they all say one thing."""
    hay = set(clases)
    hecho = hay & {"HECHO", "HECHO_DEBIL"}
    unanime = len(hay - {"TIEMPO"}) == 1
    if "FRACASO" in hay:
        antes = min((clases.index(c) for c in hecho), default=len(clases))
        if "PARCIAL" in hay or antes < clases.index("FRACASO"):
            return "PARCIAL", {"FRACASO", "PARCIAL", *hecho}, False
        return "NO_CUMPLE", {"FRACASO"}, unanime
    if "PARCIAL" in hay:
        return "PARCIAL", {"PARCIAL"}, unanime
    if "PLAN" in hay:
        return ("PARCIAL", {"PLAN", *hecho}, False) if hecho else ("PENDIENTE", {"PLAN"}, unanime)
    if hecho:
        return "CUMPLE", hecho, unanime and "HECHO" in hay
    if hay & {"PLAN_DEBIL", "TIEMPO"}:
        return "PENDIENTE", {"PLAN_DEBIL", "TIEMPO"}, False
    return "SIN_DATO", set(), False


@cache
def _sin_aplicar() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{alternativas(vocabulario().grados.enteras_no_aplica)})[\W_]*")


def buscar_grado(textos: Sequence[str]) -> tuple[Grado, tuple[str, ...]]:
    """The grade written in the fields of a section and its phrases as written, in order; ("SIN_DATO", ()) when none is.

    >>> buscar_grado(["El avance es menor. Taller para el adulto mayor"])
    ('MENOR', ('avance es menor',))
    """
    escritos = [t for t in textos if t.strip()]
    arreglados = [reparado(eje_junto(t), hasta=_PALABRAS_GRADO) if len(t) <= _LARGO_GRADO else t for t in escritos]
    grado, frases = _buscar(escritos)
    return (grado, frases) if grado != "SIN_DATO" or arreglados == escritos else _buscar(arreglados)


_PALABRAS_GRADO, _LARGO_GRADO = 8, 60
"""Slips are repaired in the first words of a short cell, where nothing but the grade is written."""


def _buscar(escritos: list[str]) -> tuple[Grado, tuple[str, ...]]:
    if escritos and all(_sin_aplicar().fullmatch(plegar_frase(t)) for t in escritos):
        return "NO_APLICA", tuple(blancos(t) for t in escritos)
    sola = plegar_frase(" ".join(escritos)).strip(" .:;()")
    if sola in _solas():
        return _solas()[sola], (blancos(escritos[0]),)
    hallados = [par for t in escritos for par in _grados_de(t)]
    if not hallados:
        return "SIN_DATO", ()
    presentes = {grado for grado, _ in hallados}
    return next(g for g in _ORDEN_GRADO if g in presentes), tuple(frase for _, frase in hallados)


@cache
def _solas() -> dict[str, Grado]:
    """A grade's word that is all that is written."""
    propias = {f.grado: f.palabras[0] for f in vocabulario().grados.formas if f.grado in ("MAYOR", "MENOR")}
    return {plegar_frase(palabra): grado for grado, palabra in propias.items()}


@lru_cache(maxsize=4096)
def _grados_de(texto: str) -> tuple[tuple[Grado, str], ...]:
    from extractor.normalizadores.componentes_grado import CLAVE
    from extractor.normalizadores.lengua import analizar

    if "avan" not in plegar_frase(texto):
        return ()
    grados: dict[str, Grado] = {grado: grado for grado in _ORDEN_GRADO}
    return tuple((grados[s.label_], blancos(s.text)) for s in analizar(texto).spans[CLAVE])
