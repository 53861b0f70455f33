"""The performance told in a sentence ("Con lo anterior, la región alcanzó un desempeño de 85 % de lo comprometido.")."""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import palabras
from extractor.formatos.desempeno.rotulo import escritas
from extractor.vocabularios.filas import vocabulario

_LARGO = 240


def como_rotulo(texto: str) -> str:
    """A sentence that may tell a performance as its label and its value, in its own words but for what opens it; any other text
    as it is. Whether it tells one is for its words to say.

    >>> como_rotulo("En consecuencia, el desempeño de la región es de 85%")
    'el desempeño de la región es de 85%'
    >>> como_rotulo("La región obtuvo un desempeño anual de 85%."), como_rotulo("El Servicio no cumple su programa de trabajo.")
    ('desempeño anual de región es 85%.', 'desempeño del Servicio su programa de trabajo: no cumple')
    """
    if len(texto) > _LARGO:
        return texto
    propio = _conector().sub("", texto.strip(), count=1)
    obtenido = _obtenido().match(propio)
    if obtenido is not None:
        return f"desempeño{obtenido['medio']} de {obtenido['quien']} es {obtenido['cifra']}{obtenido['cola']}"
    fallo = _fallo().match(propio)
    if fallo is not None and _es_del_programa(fallo["resto"]):
        return f"desempeño del {fallo['quien']} {fallo['resto']}: {fallo['fallo']}"
    return propio


def dice_en_frase(texto: str) -> bool:
    """Whether a line tells its value in a sentence, by a verb, and not after its label.

    >>> dice_en_frase("El desempeño de la región alcanza un 85%"), dice_en_frase("Desempeño de la región: 85%")
    (True, False)
    """
    formas = vocabulario().desempeno
    dichas = f" {palabras(texto)} "
    return como_rotulo(texto) != texto or any(f" {palabras(v)} " in dichas for v in formas.ligan)


def _es_del_programa(texto: str) -> bool:
    return any(p in {palabras(d) for d in vocabulario().declarada.de} for p in palabras(texto).split())


@cache
def _conector() -> re.Pattern[str]:
    return re.compile(rf"^(?:{escritas(vocabulario().desempeno.conectan)})\s*,?\s+", re.IGNORECASE)


@cache
def _obtenido() -> re.Pattern[str]:
    formas = vocabulario().desempeno
    sujeto = r"(?:(?:la|el|esta|este|dicha)\s)?(?P<quien>[^,;:%\d]+?)(?<!\bno)"
    de_que = rf"(?:un|su|el)?\s?(?:{escritas(formas.abren)})(?P<medio>[^,;:.%]*?)"
    cifra = r"(?P<cifra>\d{1,3}(?:[.,]\d+)?\s?%)(?P<cola>[^%]*)"
    verbos = escritas(formas.obtienen)
    return re.compile(rf"^{sujeto}\s(?:{verbos})\s{de_que}\s(?:de|del|de un|de el|igual a|igual al)\s{cifra}$", re.IGNORECASE)


@cache
def _fallo() -> re.Pattern[str]:
    quien = escritas([p for p in vocabulario().desempeno.servicio if not p.endswith("al")])
    fallo = r"(?P<fallo>(?:no\s)?cumpl(?:e|ió|io))"
    return re.compile(
        rf"^(?:(?:el|la|este|esta)\s)?(?P<quien>{quien})\s{fallo}\s(?:con\s)?(?P<resto>[^,;:%]*?)\.?$", re.IGNORECASE
    )
