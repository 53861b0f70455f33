"""What accompanies a verdict and leaves it as it is: when, in time, how, of what, where in full, by which paper."""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.estado.colas_abiertas import prueba_sana
from extractor.normalizadores.estado.verbos import lista
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import vocabulario


def acompana(plegado: str) -> bool:
    """Whether the folded text is a chain of what tells when, in time, how, what, where in full, or by which paper."""
    lugar, forma = 0, complemento()
    while lugar < len(plegado):
        hallada = forma.match(plegado, lugar)
        if hallada is None or hallada.end() == lugar or not prueba_sana(hallada["detalle"] or ""):
            return False
        lugar = hallada.end()
    return True


@cache
def complemento() -> re.Pattern[str]:
    """One link of the chain, with the blanks after it."""
    colas = vocabulario().colas
    mes = alternativas(vocabulario().narracion.meses)
    anio = r"(?:(?:del?\s+)?(?:(?:presente\s+)?ano\s+)?20[0-3]\d)"
    fecha = (
        rf"(?:(?:con|a|de)\s+)?(?:fecha\s+)?(?:(?:en|a|al|el|del|desde|durante|de|dia|los?|mes(?:es)?|fines|mediados|comienzos|principios|inicios)\s+)*"
        rf"(?:\d{{1,2}}\s*(?:de\s+)?)?(?:{mes})(?:\s*(?:y|a|-|,)\s*(?:{mes}))?(?:\s+{anio})?"
        r"|(?:(?:con\s+fecha|en|el|al|del|de)\s+)*\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|(?:con\s+fecha|el|al)\s+\d{1,2}"
    )
    encargo = rf"(?:{'|'.join(sorted(plegar_frase(e) for e in colas.encargos))})[a-z]*"
    fin = r"(?:\s+(?:del?|para)\s+(?:l[oa]s?\s+|el\s+)?(?!primer|segund|tercer)[a-z]+(?:-[a-z]+)?){0,2}"
    objeto = (
        rf"(?:(?:con|a|en|al)\s+)?(?:(?:l[oa]s?|el|sus?|nuestr[oa]s?|dich[oa]s?|est[ea]|tod[oa]s?)\s+){{0,2}}"
        rf"(?:totalidad\s+(?:del?\s+)?(?:l[oa]s?\s+)?[a-z]+|{encargo}){fin}"
    )
    remite = rf"(?:{alternativas(colas.remiten)})"
    prueba = (
        rf"(?:{remite}\s+)*(?:(?:el|la|los|las|su|sus|un|una|en|de|del|por|con|segun)\s+)*(?:{alternativas(colas.papeles)})(?![a-z])"
        rf"(?P<detalle>(?:\s+(?!(?:sin|no|ni|por|pero)\b|en\s+(?:tramite|curso|proceso)\b)\S+){{0,12}})|{remite}"
    )
    entero = (
        r"(?:en|a|de|para)\s+(?:tod[oa]s|ambos|ambas)\s+l[oa]s\s+[a-z]+|en\s+amb[oa]s\s+[a-z]+"
        r"|(?:en|a|para)\s+(?:la|esta|este|toda\s+la)\s+(?:region|provincia|oficina|servicio|unidad)"
    )
    propio = alternativas((*colas.oportunidad, *colas.modos, *vocabulario().adverbios))
    males = "|".join(sorted(lista("no_importan")))
    sin = rf"(?:sin|no\s+hubo|no\s+se\s+registraron)\s+(?:mayor(?:es)?\s+|ningun[oa]?\s+)?(?:{males})"
    return re.compile(rf"\W*(?:{propio}|{sin}|{fecha}|{objeto}|{entero}|{prueba}|x|y|\d{{1,2}})(?![a-z0-9])\W*")
