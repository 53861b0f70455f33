"""Beside what was done, another one that was not: "Boletines publicados; octubre en adelante, en prensa".

Officials tell the part that is missing without a verb of failing: by an elided noun, by what goes on or waits, by where it is. A
table of the ways; each is asked of a clause after one that tells a deed, and only where nothing done is told in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.oracion import Indicio, Oracion, Palabra
from extractor.normalizadores.estado.trozos import Trozo, trozos
from extractor.normalizadores.estado.verbos import empieza_como, es_participio, lista
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

_ARTICULOS = frozenset({"el", "la", "los", "las", "al"})
_ANTE_ARTICULO = frozenset({"a", "en", "con", "para", "de", "por"})
_SIGUEN = ("sigue", "continua", "permanece")
_ESTAN = frozenset({"esta", "estan", "encuentra", "encuentran", "halla", "hallan"})
_CLITICOS = frozenset({"se", "lo", "la", "los", "las"})
_PARTITIVOS = frozenset({"ellos", "ellas", "estos", "estas", "esos", "esas"})


class Modo(NamedTuple):
    """One way of telling that another one is left; ``aun_hecho``: also where the clause tells a deed; ``etiqueta``: what it is
    a cue of."""

    nombre: str
    dice: Callable[[Trozo], bool]
    aun_hecho: bool = False
    etiqueta: str = "PARCIAL"


def queda_otro(doc: Oracion, indicios: Sequence[Indicio]) -> tuple[str, str] | None:
    """What the clause that tells that another one is left speaks for, and its words; None when there is none, or nothing was told
    done before it."""
    previo = False
    contado = _en_presente(indicios)
    for trozo in trozos(doc, indicios):
        if previo:
            for modo in MODOS:
                if contado and modo.dice is _se_esta_haciendo:
                    continue
                if (modo.aun_hecho or not trozo.hecho) and modo.dice(trozo):
                    ultima = trozo.palabras[-1]
                    return modo.etiqueta, doc.text[trozo.palabras[0].idx : ultima.idx + len(ultima.text)]
        previo = previo or trozo.hecho
    return None


def _en_presente(indicios: Sequence[Indicio]) -> bool:
    """Whether every deed is told in the present ("Se realizan dos reuniones. Se levanta acta ..."): then so is what follows."""
    hechos = [s for s in indicios if s.label_ in ("HECHO", "HECHO_DEBIL")]
    return all(len(s) == 1 and s.label_ == "HECHO_DEBIL" and not es_participio(s[0].norm_) for s in hechos)


@cache
def _ordinales() -> frozenset[str]:
    return frozenset(p for p in lista("cantidades") if p.endswith(("o", "a", "er")) and p not in ("una", "uno", "cuatro", "ocho"))


def _sujeto_elidido(trozo: Trozo) -> bool:
    """ "La de Cerrillos ...", "el 2º ...", "al de Temuco ...", "las 3 que quedan ...": another one, and nothing done of it."""
    n = trozo.normas
    desde = 1 if n[0] in _ANTE_ARTICULO and len(n) > 1 else 0
    if n[desde] not in _ARTICULOS or len(n) < desde + 3 or not trozo.corte or trozo.cierre == ":":
        return False
    en_otros = (
        desde and n[desde + 1] in ("demas", "otros", "otras", "restantes") and _clitico_y_presente(trozo.palabras[desde + 2 :])
    )
    if desde and trozo.corte in ("y", "e", ",") and not en_otros:
        return False  # "... y en los cuatro servicios": where else it was done
    segunda, tercera = n[desde + 1], n[desde + 2]
    if "que" in (segunda, tercera):
        return any(p.startswith(("qued", "falt", "rest")) for p in n[desde + 2 : desde + 4])
    ordinal = segunda in _ordinales() or (segunda[0].isdigit() and not segunda.isdigit())
    return (segunda in lista("de_otro") or ordinal) and not {"tambien", "igual", "si", "igualmente"} & set(n)


def _clitico_y_presente(palabras: tuple[Palabra, ...]) -> bool:
    """ "Se tira fibra", "lo revisa Fiscalía": a present with its pronoun."""
    presente = len(palabras) > 1 and palabras[0].norm_ in _CLITICOS and palabras[1].norm_.endswith(("a", "an", "e", "en"))
    return presente and not palabras[1].lower_.endswith(("aron", "ieron", "ía", "ían", "rá", "rán"))


def _lo_tiene_otro(trozo: Trozo) -> bool:
    """ "... y lo revisa Fiscalía", "y lo distribuye la empresa": it is still being worked on."""
    n = trozo.normas
    if not _clitico_y_presente(trozo.palabras) or n[0] == "se" or len(n) < 3 or (trozo.hecho and n[0] != "lo"):
        return False
    return empieza_como(n[1], "presentes_en_curso") or (es_obra(n[1]) and not empieza_como(n[1], "en_regimen"))


def _siguen(trozo: Trozo) -> bool:
    """ "9 siguen abiertos", "la caseta sigue en taller"; not what goes on working."""
    n = trozo.normas
    lugar = next((i for i, p in enumerate(n) if p.startswith(_SIGUEN)), None)
    if lugar is None or lugar + 1 >= len(n) or n[0] == "que":
        return False  # "..., que continuará el próximo semestre"
    despues = n[lugar + 1]
    return not (
        empieza_como(despues, "en_regimen") or despues.endswith(("ando", "iendo")) or despues in ("vigente", "vigentes", "con")
    )


def _esperan(trozo: Trozo) -> bool:
    n = trozo.normas
    lugar = next((i for i, p in enumerate(n) if p in lista("esperan")), None)
    if lugar is None or (lugar and n[lugar - 1] in ("la", "una", "de", "en", "se", "no", "lista")):
        return False
    return lugar + 1 < len(n) and not n[lugar + 1].endswith(("ar", "er", "ir", "arse", "erse", "irse"))


def _donde_esta(trozo: Trozo) -> bool:
    """ "La escritura está en el Conservador", "... se encuentra en la fase II": with someone, or in a phase."""
    n = trozo.normas
    lugar = next((i for i, p in enumerate(n) if p in _ESTAN), None)
    if lugar is None or lugar == 0 or lugar + 2 >= len(n) or n[lugar + 1] != "en" or trozo.corte not in (";", ".", "\n", ","):
        return False
    return not (lista("en_uso") | _papeles()) & set(n[lugar + 2 : lugar + 4])


@cache
def _papeles() -> frozenset[str]:
    """Where papers are kept."""
    return frozenset(plegar_frase(p) for p in vocabulario().colas.papeles)


def _en_algo(trozo: Trozo) -> bool:
    """ "..., en prensa", "la de Cerrillos en formación": no verb, and at the end "en" and a bare common noun."""
    n = trozo.normas
    lugar = next((i for i in range(len(n) - 1, max(-1, len(n) - 4), -1) if n[i] == "en"), None)
    if lugar is None or lugar + 1 >= len(n) or trozo.corte in ("", "y", "e"):
        return False
    cosa = trozo.palabras[lugar + 1]
    comun = cosa.is_lower and cosa.is_alpha and not cosa.norm_.endswith("s")
    comun = comun and cosa.norm_ not in lista("en_uso", "no_en_proceso", "meses") | _ARTICULOS
    return comun and (lugar == 0 or n[0] in _ARTICULOS | {"sede"} or trozo.corte == "/")


def _para_despues(trozo: Trozo) -> bool:
    """ "Los particulares lo corrieron para después", "quedando los otros para una segunda fase"."""
    n = trozo.normas
    lugares = [i for i, p in enumerate(n[:-1]) if p == "para" and (lista("mas_tarde") & set(n[i + 1 : i + 3]))]
    aplaza = trozo.corte in ("quedando", "dejando") or any(empieza_como(p, "aplazan") for p in n)
    return bool(lugares) and aplaza


def _se_esta_haciendo(trozo: Trozo) -> bool:
    """ "... y se investiga", "; se ratifica en asamblea": a reflexive present, alone, that no habit explains."""
    n = trozo.normas
    if len(n) < 2 or len(n) > _LARGO_SE or n[0] != "se" or not n[1].endswith(("a", "an", "e", "en")):
        return False
    finito = n[1].endswith(("aron", "ieron", "ia", "ian", "ra", "ran")) or trozo.palabras[1].lower_.endswith("ó")
    habito = not lista("de_habito").isdisjoint(n)
    return not (finito or habito or es_obra(n[1]) or n[1] in ("ha", "han") or empieza_como(n[1], "no_en_curso"))


_LARGO_SE = 4
"""Words: a longer one tells of what it is."""


def _sin_nada(trozo: Trozo) -> bool:
    n = trozo.normas
    sola = len(n) == _SIN_NADA or n[_SIN_NADA:] in (("a", "la", "fecha"), ("aun",), ("todavia",), ("hasta", "ahora"))
    return trozo.corte == "," and n[0] == "sin" and sola and n[1] not in lista("no_importan", "frutos")


_SIN_NADA = 2
"""Words: "sin visitas"."""


def _cierra(trozo: Trozo) -> bool:
    """ "..., cierra el 14": still open."""
    n = trozo.normas
    return n[0] in ("cierra", "cierran", "vence", "vencen") and any(p.isdigit() or p in lista("meses") for p in n)


def _algunos_de_ellos(trozo: Trozo) -> bool:
    n = trozo.normas
    return trozo.hecho and any(
        (n[i] in lista("cantidades") or n[i].isdigit())
        and n[i + 1] == "de"
        and n[i + 2] in _PARTITIVOS
        and n[max(0, i - 1)] not in ("las", "los")
        for i in range(len(n) - 2)
    )


def _ya_no_mas(trozo: Trozo) -> bool:
    """ "..., mas no para Pisagua", "los paramédicos se restaron", "en Llifén no hubo forma"."""
    n = trozo.normas
    resta = any(n[i] == "se" and empieza_como(n[i + 1], "se_restan") for i in range(len(n) - 1))
    sin_modo = any(
        n[i : i + 2] == ("no", "hubo") and n[i + 2 : i + 3] in (("como",), ("forma",), ("manera",), ("modo",))
        for i in range(len(n))
    )
    return resta or sin_modo or (trozo.corte == "mas" and n[0] == "no")


MODOS: tuple[Modo, ...] = (
    Modo("algunos de ellos", _algunos_de_ellos, aun_hecho=True),
    Modo("mas no", _ya_no_mas, aun_hecho=True),
    Modo("para después", _para_despues, aun_hecho=True),
    Modo("sujeto elidido", _sujeto_elidido),
    Modo("lo tiene otro", _lo_tiene_otro, aun_hecho=True),
    Modo("siguen", _siguen),
    Modo("esperan", _esperan, etiqueta="PLAN"),
    Modo("dónde está", _donde_esta),
    Modo("en algo", _en_algo),
    Modo("se está haciendo", _se_esta_haciendo),
    Modo("sin nada", _sin_nada),
    Modo("cierra el 14", _cierra),
)
