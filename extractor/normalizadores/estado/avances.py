"""What is under way, planned or left, told by grammar: gerunds, presents with a date, infinitives still to come.

Each function gives places (start, end, label) in a narration; nothing of negation is decided here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.normalizadores.estado.clausulas import CIERRAN, contrastes
from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.salvedades import Marca
from extractor.normalizadores.estado.turnos import de_fecha, turnos
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, INFINITIVO, empieza_como, es_participio, lista

_GERUNDIO = re.compile(r"(?:siendo|\w{3,}(?:ando|iendo|yendo))(?:se|l[oae]s?|nos)?")
_SIGUEN_EN = re.compile(
    r"est(?:a|an|amos|aba|aban)|encuentran?|(?:sig(?:ue|uen)|seguimos)|continuan?|continuamos|encontramos|hall(?:a|an|amos)|va|van|vamos|viene|vienen|venimos|andan?|andamos|ido|venido"
)
"""After these a gerund goes on."""
_ALCANCE_GERUNDIO = 3
_ALCANCE_FECHA = 5
_NOMBRE_DE_ACCION = re.compile(r"\w{3,}(?:cion|sion|miento|aje|ura)")


def en_marcha(doc: Oracion) -> list[Marca]:
    """Every place that tells that something goes on, is to come or is left."""
    if not any(map(_abre_algo, doc.normas)):
        return _en_accion(doc)
    return [
        *_gerundios(doc),
        *_terminos_con_fecha(doc),
        *_infinitivos(doc),
        *_en_ordinal(doc),
        *_en_accion(doc),
        *_en_pleno(doc),
        *_por_venir(doc),
        *_a_solas(doc),
        *turnos(doc),
        *contrastes(doc),
    ]


@lru_cache(maxsize=16384)
def _abre_algo(norma: str) -> bool:
    """Whether any rule but ``_en_accion`` may hold of a text with the word: few words open one."""
    listada = norma in lista("presentes_de_termino", "por_venir", "adelantos", "hay_algo", "tocan")
    empieza = norma.startswith("qued") or empieza_como(norma, "acuerdan") or empieza_como(norma, "piden")
    return norma in _ABREN or listada or empieza or _es_gerundio(norma)


_VAN_POR = ("lleva", "llevan", "llevamos", "va", "van", "vamos", "su")
_ABREN = frozenset((*_VAN_POR, *CIERRAN, *("a", "al", "para", "por", "no", "menos", "sin", "resta", "%", ":", "pleno", "plena")))


@lru_cache(maxsize=16384)
def _es_gerundio(norma: str) -> bool:
    return _GERUNDIO.fullmatch(norma) is not None and norma not in lista("no_gerundios")


def _gerundios(doc: Oracion) -> list[Marca]:
    """ "Está siendo actualizado", "se encuentra analizándola", "siguen trabajando"; not "está funcionando", which is done."""
    salida: list[Marca] = []
    if not any(map(_es_gerundio, doc.normas)):
        return salida
    for token in doc:
        if token.i == 0 and _abre_gerundio(doc):
            salida.append((0, 1, "PARCIAL"))
            continue
        if not _es_gerundio(token.norm_) or empieza_como(token.norm_, "en_regimen"):
            continue
        previas = range(token.i - 1, max(-1, token.i - 1 - _ALCANCE_GERUNDIO), -1)
        lugar = next((i for i in previas if _SIGUEN_EN.fullmatch(doc[i].norm_)), None)
        if lugar is None or any(doc[i].norm_ in CORTE_CLAUSULA for i in range(lugar, token.i)):
            continue
        pasiva = token.norm_ == "siendo" and token.i + 1 < len(doc) and es_participio(doc[token.i + 1].norm_)
        salida.append((lugar, token.i + 1 + pasiva, "PLAN" if token.norm_.startswith(("esper", "aguard")) else "PARCIAL"))
    return salida


def _abre_gerundio(doc: Oracion) -> bool:
    """ "Avanzando", "Redactando las bases": a gerund that opens the text, and no verb after it that could be the main one."""
    norma = doc[0].norm_
    ajenos = (*lista("en_regimen"), "consider", "siendo", "habiendo", "dando", "exist")
    if not _es_gerundio(norma) or norma.startswith(ajenos):
        return False
    auxiliares = lista("auxiliares_estado", "auxiliares_perfecto") | {"se", "no"}
    return all(
        t.norm_ not in auxiliares and t.norm_ not in CORTE_CLAUSULA and not t.lower_.endswith(("ó", "aron", "ieron", "rá", "rán"))
        for t in doc[1:]
    )


def _terminos_con_fecha(doc: Oracion) -> list[Marca]:
    """ "Finaliza en diciembre" is under way."""
    salida: list[Marca] = []
    if lista("presentes_de_termino").isdisjoint(doc.normas):
        return salida
    for token in doc[:-1]:
        if token.norm_ not in lista("presentes_de_termino") or (
            token.i and doc[token.i - 1].norm_ in ("la", "una", "esta", "que")
        ):
            continue
        for lugar in range(token.i + 1, min(len(doc), token.i + 1 + _ALCANCE_FECHA)):
            if doc[lugar].norm_ in CORTE_CLAUSULA or es_participio(doc[lugar].norm_):
                break
            if de_fecha(doc, lugar):
                salida.append((token.i, lugar + 1, "PARCIAL"))
                break
    return salida


def _infinitivos(doc: Oracion) -> list[Marca]:
    """ "Títulos a entregarse en ...", "acta por firmar", "fecha por confirmar": a noun, and what is still to be done with it."""
    salida: list[Marca] = []
    if doc.normas.isdisjoint(("a", "por")):
        return salida
    for token in doc[1:-1]:
        if token.norm_ not in ("a", "por"):
            continue
        siguiente, previa = doc[token.i + 1].norm_, doc[token.i - 1]
        if not INFINITIVO.fullmatch(siguiente) or not (previa.is_alpha or previa.is_digit) or es_participio(previa.norm_):
            continue
        if previa.norm_.startswith("proxim") and empieza_como(siguiente, "terminan"):
            continue  # "próximo a finalizar" has begun
        if previa.norm_.startswith(("proxim", "volv")) and token.i > 1 and doc[token.i - 2].norm_ not in ("esta", "estan"):
            continue  # "la próxima a inaugurarse biblioteca", "que volverá a hacerse"
        if token.norm_ == "por" and previa.norm_ in ("y", "e") and es_participio(doc[token.i - 2].norm_):
            salida.append((token.i, token.i + 2, "PLAN"))  # "impresos y por repartir"
            continue
        cierra = token.i + 2 >= len(doc) or doc[token.i + 2].norm_ in CORTE_CLAUSULA
        queda = cierra and previa.is_alpha and not _verbo_en_clausula(doc, token.i) and previa.norm_ not in lista("no_faltan")
        if (token.norm_ == "a" and (siguiente.endswith("se") or queda)) or (
            token.norm_ == "por" and not _verbo_en_clausula(doc, token.i) and previa.norm_ not in lista("no_faltan")
        ):
            salida.append((token.i, token.i + 2, "PLAN"))
    return salida


def _verbo_en_clausula(doc: Oracion, indice: int) -> bool:
    """Whether a verb stands before the place in its clause: then "por" may give the reason ("fue multada por infringir")."""
    lugar = indice - 1
    while lugar >= 0 and doc[lugar].norm_ not in CORTE_CLAUSULA:
        norma, escrita = doc[lugar].norm_, doc[lugar].lower_
        if norma in ("se", "no") or escrita.endswith(("ó", "aron", "ieron")) or norma in lista("auxiliares_estado"):
            return True
        if norma in lista("auxiliares_perfecto") or norma in lista("pasados_irregulares") or es_participio(norma):
            return True
        lugar -= 1
    return False


def _en_ordinal(doc: Oracion) -> list[Marca]:
    """ "En su segundo módulo", "va en la cuarta sesión", "lleva dos sesiones"."""
    if doc.normas.isdisjoint(_VAN_POR):
        return []
    cuentan = [
        (t.i, t.i + 2, "PARCIAL")
        for t in doc[:-1]
        if t.norm_ in ("lleva", "llevan", "llevamos", "van")
        and (doc[t.i + 1].is_digit or (doc[t.i + 1].norm_ in lista("cantidades") and doc[t.i + 1].norm_ != "una"))
    ]
    cuentan += [
        (t.i, t.i + 4, "PARCIAL")
        for t in doc[: max(0, len(doc) - 3)]
        if t.norm_ in ("va", "van", "vamos") and doc[t.i + 1].norm_ == "por" and doc[t.i + 2].norm_ in ("la", "el")
    ]  # "va por la clase 8"
    return cuentan + [
        (t.i, t.i + 3, "PARCIAL")
        for t in doc[: max(0, len(doc) - 2)]
        if t.norm_ == "en"
        and (doc[t.i + 1].norm_ == "su" or (t.i and doc[t.i - 1].norm_ in ("va", "van", "vamos")))
        and (doc[t.i + 2].norm_ in lista("cantidades") or doc[t.i + 2].norm_ in ("ultima", "ultimo"))
    ]


def _en_accion(doc: Oracion) -> list[Marca]:
    """ "Textos en corrección": a noun, and a bare name of an action that closes the clause or that "por" follows."""
    salida: list[Marca] = []
    if "en" not in doc.normas:
        return salida
    for token in doc[1:-1]:
        if token.norm_ != "en":
            continue
        siguiente, previa = doc[token.i + 1], doc[token.i - 1]
        nombre_propio = siguiente.is_title and not token.is_title and token.i > 0
        if nombre_propio or not _NOMBRE_DE_ACCION.fullmatch(siguiente.norm_):
            continue
        despues = doc[token.i + 2].norm_ if token.i + 2 < len(doc) else "."
        modo = siguiente.norm_.startswith(("coordin", "colabor", "relac"))  # "en coordinación con"
        cierra = despues in CORTE_CLAUSULA or despues in ("por", "ante") or (despues in ("con", "entre") and not modo)
        if cierra and (previa.norm_ == "y" or (previa.is_alpha and not _verbo_en_clausula(doc, token.i))):
            salida.append((token.i, token.i + 2, "PARCIAL"))
    return salida


def _en_pleno(doc: Oracion) -> list[Marca]:
    """ "En pleno proceso de digitalización", "en plena revisión"; and a text that opens with "Avances en el diseño de ..."."""
    if "en" not in doc.normas:
        return []
    salida = [
        (t.i, t.i + 3, "PARCIAL")
        for t in doc[:-2]
        if t.norm_ == "en"
        and doc[t.i + 1].norm_ in ("pleno", "plena")
        and (doc[t.i + 2].norm_ in lista("procesos") or _NOMBRE_DE_ACCION.fullmatch(doc[t.i + 2].norm_))
        and not empieza_como(doc[t.i + 2].norm_, "en_regimen")
    ]
    if (
        len(doc) > 3
        and doc[0].norm_ in lista("adelantos")
        and doc[1].norm_ == "en"
        and doc[2].norm_ != "grado"
        and "%" not in doc.text
    ):
        salida.append((0, 2, "PARCIAL"))
    return salida


def _por_venir(doc: Oracion) -> list[Marca]:
    """ "..., inicio en noviembre": a later clause without a verb that names what is to come, and a month."""
    salida: list[Marca] = []
    for token in doc:
        if token.norm_ not in lista("por_venir"):
            continue
        previa = doc[max(0, token.i - 1)]
        abre = token.i == 0 and token.norm_ in ("inicio", "comienzo", "partida", "lanzamiento", "inauguracion")
        if not (abre or previa.norm_ in CORTE_CLAUSULA or previa.is_space):
            continue
        for lugar in range(token.i + 1, min(len(doc), token.i + 2 + _ALCANCE_FECHA)):
            if doc[lugar].norm_ in (",", ".", ";") or es_participio(doc[lugar].norm_):
                break
            if doc[lugar].norm_ in lista("meses"):
                salida.append((token.i, lugar + 1, "PLAN"))
                break
    return salida


def _a_solas(doc: Oracion) -> list[Marca]:
    """ "Primera feria: mediados de febrero": a thing and, after a colon, nothing but when."""
    lugar = next((t.i for t in doc if t.norm_ == ":"), None) if ":" in doc.normas else None
    if lugar is None or lugar + 2 >= len(doc) or doc[lugar + 1].norm_ not in lista("partes_del_tiempo", "meses"):
        return []
    mes = next((i for i in range(lugar + 1, min(len(doc), lugar + 6)) if doc[i].norm_ in lista("meses")), None)
    cierra = mes is not None and (mes + 1 >= len(doc) or doc[mes + 1].norm_ in CORTE_CLAUSULA)
    return [(lugar + 1, mes + 1, "PLAN")] if cierra and mes is not None else []
