"""What a clause says of one thing beside what was said of another: "en Petorca no", "los de Arauco sí", "se corrió para marzo".

Each function gives places (start, end, label) in a narration, as ``avances`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.salvedades import TIENEN, Marca, hay_en_parte, menos_uno, para_tramite
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, INFINITIVO, empieza_como, lista

_PARTEN = CORTE_CLAUSULA | {"y", "e", "/"}
_ANTES_DE_NO = frozenset({"aun", "todavia", "pero", "o", "y", "que", "por", "ya", "si", "sino"})
_OPONEN = frozenset({"aunque", "pero", "y"})
CIERRAN = ("no", "tampoco", "si", "tambien", "falta", "faltan")
_ALCANCE_TIEMPO = 4
_PLAZO = re.compile(
    r"dia|semana|mes|ano|quincena|(?:bi|tri|cuatri|se)mestre|primavera|otono|invierno|verano|proxim[oa]s?|20[0-3]\d"
)


def contrastes(doc: Oracion) -> list[Marca]:
    """Every place where a clause without its verb, or one of moving or asking for time, tells what became of its subject."""
    hay = doc.normas
    salida = _corridos(doc) if not hay.isdisjoint(("para", "a", "al")) else []
    if "%" in hay:
        salida += _al_tanto(doc)
    if ":" in hay or not hay.isdisjoint(CIERRAN):
        salida += _elipsis(doc)
    if "para" in hay and not hay.isdisjoint(TIENEN):
        salida += para_tramite(doc)
    if ("menos" in hay and not hay.isdisjoint(("todas", "todos"))) or ("no" in hay and "," in hay):
        salida += menos_uno(doc)
    if doc[0].norm_ in lista("hay_algo") and ";" in hay:
        salida += hay_en_parte(doc)
    salida += _mas_tiempo(doc)
    if any(n.startswith("qued") for n in hay):
        salida += _nada_quedo(doc)
    if not hay.isdisjoint(("sin", "queda", "quedan", "resta")):
        salida += [*_sin_quienes(doc), *_queda(doc)]
    return salida


def segmentos(doc: Oracion) -> Iterator[tuple[int, int]]:
    """The stretches between stops, commas and "y", as places."""
    inicio = 0
    for token in doc:
        if token.norm_ in _PARTEN or token.is_space:
            yield inicio, token.i
            inicio = token.i + 1
    yield inicio, len(doc)


def _al_tanto(doc: Oracion) -> list[Marca]:
    """ "..., tramo sur al 60%": how far another thing has come, at the end of its clause."""
    salida: list[Marca] = []
    for token in doc[2:]:
        al = (
            token.norm_ == "%"
            and doc[token.i - 1].like_num
            and doc[token.i - 2].norm_ in ("al", "en")
            and doc[token.i - 1].text != "100"
        )
        if al and (token.i + 1 >= len(doc) or doc[token.i + 1].norm_ in _PARTEN):
            salida.append((token.i - 2, token.i + 1, "PARCIAL"))
    return salida


def _elipsis(doc: Oracion) -> list[Marca]:
    """ "Las duchas no", "los clásicos sí", "con las de Rengo también": the verb is that of the clause beside."""
    salida: list[Marca] = []
    for inicio, fin in segmentos(doc):
        palabras = [t for t in doc[inicio:fin] if t.is_alpha or t.is_digit or t.text[0].isdigit()]
        if len(palabras) == 1 and inicio and doc[inicio - 1].norm_ == ":" and empieza_como(palabras[0].norm_, "empezado"):
            salida.append((palabras[0].i, palabras[0].i + 1, "PARCIAL"))  # "Curso: comenzado", "con las de Lota: falta"
        if palabras and inicio and doc[inicio - 1].norm_ == ":" and _ninguna(doc, inicio, palabras[0].norm_):
            salida.append((palabras[0].i, palabras[0].i + 1, "FRACASO"))
        if len(palabras) < 2 or palabras[-2].norm_ in _ANTES_DE_NO:
            continue
        lugar, norma = palabras[-1].i, palabras[-1].norm_
        if norma in ("no", "tampoco"):
            salida.append((lugar, lugar + 1, "FRACASO"))
        elif norma in ("si", "tambien") and not palabras[-1].is_title:
            salida.append(
                (lugar, lugar + 1, "PARCIAL" if any(t.norm_ in lista("negaciones") for t in doc[:inicio]) else "HECHO_DEBIL")
            )
        elif norma in ("falta", "faltan") and palabras[-2].norm_ not in lista("negaciones"):
            salida.append((lugar, lugar + 1, "PARCIAL"))
    return salida


def _ninguna(doc: Oracion, inicio: int, norma: str) -> bool:
    """ "Colectas: ninguna en el período"; "Reclamos: ninguno" is good news."""
    previas = [t.norm_ for t in doc[:inicio] if t.is_alpha]
    malas = any(p in lista("no_importan") or p.startswith(("pendient", "incumpl", "rechaz", "devuelt")) for p in previas)
    return norma in ("ninguna", "ninguno", "cero") and len(previas) <= _LARGO_ROTULO and bool(previas) and not malas


_LARGO_ROTULO = 4
"""Words of a label before its colon."""


def _corridos(doc: Oracion) -> list[Marca]:
    """ "Se corrió para marzo", "pasó a la segunda quincena": a past of no deed, and right after it the time it went to."""
    salida: list[Marca] = []
    for token in doc[:-2]:
        if _de_mes_a_mes(doc, token.i):
            salida.append((token.i, token.i + 5, "PLAN"))
            continue
        pasado = token.lower_.endswith(("ó", "aron", "ieron")) or (token.i and doc[token.i - 1].norm_ in ("fue", "fueron"))
        if not pasado or doc[token.i + 1].norm_ not in ("para", "a", "al") or es_obra(token.norm_):
            continue
        if doc[token.i + 1].norm_ == "al" and not doc[token.i + 2].norm_.startswith(("proxim", "siguient", "otro")):
            continue  # "se abortó al segundo mes"
        for lugar in range(token.i + 2, min(len(doc), token.i + 2 + _ALCANCE_TIEMPO)):
            norma = doc[lugar].norm_
            if norma in lista("meses") or _PLAZO.fullmatch(norma):
                salida.append((token.i, lugar + 1, "PLAN"))
                break
            if norma in CORTE_CLAUSULA or (
                norma in ("de", "del") and doc[lugar - 1].norm_ not in _PARTES_DEL_TIEMPO and not doc[lugar - 1].is_digit
            ):
                break
    return salida


def _de_mes_a_mes(doc: Oracion, lugar: int) -> bool:
    """ "Se cambió de noviembre a marzo"; "funcionó de abril a noviembre" tells how long."""
    normas = [t.norm_ for t in doc[lugar : lugar + 5]]
    mueve = empieza_como(normas[0], "mueven")
    return mueve and len(normas) == 5 and normas[1::2] == ["de", "a"] and {normas[2], normas[4]} <= lista("meses")


_PARTES_DEL_TIEMPO = frozenset({"fines", "fin", "mediados", "comienzos", "principios", "inicios"})


def _mas_tiempo(doc: Oracion) -> list[Marca]:
    """ "Pidió prórroga", "pidieron esperar": it may still be done."""
    return [
        (t.i, lugar + 1, "PLAN")
        for t in doc[:-1]
        if empieza_como(t.norm_, "piden")
        for lugar in [next((i for i in range(t.i + 1, min(len(doc), t.i + 4)) if doc[i].norm_ in lista("mas_tiempo")), None)]
        if lugar is not None
    ]


def _nada_quedo(doc: Oracion) -> list[Marca]:
    """ "No quedó nada", "ninguna quedó": what had been done came to nothing; "nada queda pendiente" did not."""
    salida: list[Marca] = []
    for token in doc[:-1]:
        fuera = doc[token.i + 1].norm_ in ("fuera", "pendiente", "sin", "afuera")
        if token.norm_.startswith("qued") and not fuera and token.i and doc[token.i - 1].norm_ in lista("ninguno"):
            salida.append((token.i - 1, token.i + 1, "FRACASO"))
        elif (
            token.norm_ == "nada"
            and token.i > 1
            and doc[token.i - 1].norm_.startswith("quedo")
            and doc[token.i - 2].norm_ == "no"
        ):
            salida.append((token.i - 2, token.i + 1, "FRACASO"))
    if len(doc) > 1 and doc[-1].norm_.startswith("qued") and doc[-2].norm_ in lista("ninguno"):
        salida.append((len(doc) - 2, len(doc), "FRACASO"))
    return salida


def _sin_quienes(doc: Oracion) -> list[Marca]:
    """ "Sin interesados", "sin oferentes": nobody came; "sin que se firmara"."""
    salida = [(t.i, t.i + 2, "FRACASO") for t in doc[:-1] if t.norm_ == "sin" and empieza_como(doc[t.i + 1].norm_, "quienes")]
    for token in doc[:-2]:
        if token.norm_ == "sin" and doc[token.i + 1].norm_ == "que":
            fin = next((t.i + 1 for t in doc[token.i + 2 : token.i + 5] if t.norm_.endswith(_SUBJUNTIVO)), None)
            if fin is not None:
                salida.append((token.i, fin, "FRACASO"))
    return salida


_SUBJUNTIVO = ("ara", "iera", "yera", "yeran", "jera", "jeran", "aran", "ieran", "ase", "iese", "asen", "iesen")


def _queda(doc: Oracion) -> list[Marca]:
    """ "Queda habilitar la red": something is left to do; "sin conexión todavía": it still lacks something."""
    salida = [
        (t.i, t.i + 2, "PARCIAL")
        for t in doc[:-1]
        if t.norm_ in ("queda", "quedan", "resta")
        and (INFINITIVO.fullmatch(doc[t.i + 1].norm_) or doc[t.i + 1].norm_ in ("ver", "dar"))
    ]
    for inicio, fin in segmentos(doc):
        palabras = [t for t in doc[inicio:fin] if t.is_alpha]
        lugar = next((n for n, t in enumerate(palabras[:2]) if t.norm_ == "sin"), None)
        if lugar is not None and len(palabras) > lugar + 1 and any(t.norm_ in lista("aun") for t in palabras):
            salida.append((palabras[lugar].i, palabras[lugar + 1].i + 1, "PLAN"))
            continue
        sin = next((t.i for t in doc[inicio:fin] if t.norm_ == "sin" and t.i + 1 < fin), None)
        previa = doc[inicio - 1].norm_ if inicio else ""
        aparte = sin is not None and (
            (previa in (";", ",") and inicio < sin <= inicio + 3) or (previa in _OPONEN and sin == inicio)
        )
        if (
            aparte
            and sin is not None
            and doc[sin + 1].norm_ not in lista("no_importan")
            and not INFINITIVO.fullmatch(doc[sin + 1].norm_)
        ):
            salida.append(
                (sin, sin + 2, "PLAN" if doc[sin + 1].norm_ == "fecha" else "PARCIAL")
            )  # "; Chaitén sin acceso", "; 2 sin monitor"
    return salida
