"""What a verdict says once the rest of its cell is read: alone, stacked, behind a count, or at the close of a narration."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import blancos
from extractor.modelo.valores import Certeza, Estado, ValorEstado
from extractor.normalizadores.estado.certeza import por_causa_pasajera
from extractor.normalizadores.estado.cola import leer_cola
from extractor.normalizadores.estado.colas_abiertas import choca_con_cero, no_del_todo, rotula_cifra, se_aplica_a_otros
from extractor.normalizadores.estado.cuotas import cuota_tras_veredicto
from extractor.normalizadores.estado.fracciones import fraccion
from extractor.normalizadores.estado.resto import contradice, contrasta, resto_lo_toca, sin_fechas
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import Veredicto, valor_de_porcentaje, veredicto_inicial, vocabulario

Razonado = tuple[Estado, tuple[str, ...]]
"""A state and the words that decided it."""


class Escrito(NamedTuple):
    """A cell: ``texto`` as written, without the blanks around it; ``limpio`` in one line."""

    texto: str
    limpio: str


def estado(texto: str, valor: ValorEstado, declarado: bool, certeza: Certeza, porcentaje: str | None = None) -> Estado:
    """A record of the state that ``texto`` writes."""
    return Estado(texto=texto, valor=valor, porcentaje=porcentaje, declarado=declarado, certeza=certeza)


def rebajada(certeza: Certeza, valor: ValorEstado, resto: str, *, en_curso: bool = False, cuota: bool = False) -> Certeza:
    """The certainty of a verdict or a percentage once every word of ``resto`` is looked at; see ``leer_cola``."""
    if certeza not in ("exacta", "alias"):
        return certeza
    cola = leer_cola(valor, resto, en_curso=en_curso, cuota=cuota)
    return certeza if cola == "explicada" else "aproximada" if cola == "ajena" else "dudosa"


def declara(palabras: str) -> bool:
    """Whether the words of a verdict answer "cumple / no cumple"; "en trámite" or "postergado" tell how it goes."""
    return plegar_frase(palabras) not in _no_declaran()


def de_veredicto(veredicto: Veredicto, limpio: str, resto: str) -> Razonado:
    """What the verdict that opens the cell says, as surely as what follows it leaves it."""
    valor, porcentaje = veredicto.valor, veredicto.porcentaje
    if valor == "CUMPLE" and (falta := _CONDICION.match(plegar_frase(resto))) is not None:
        return estado(limpio, "SIN_DATO" if falta["si"] else "PENDIENTE", False, "dudosa"), (veredicto.palabras,)
    certeza: Certeza = "exacta" if es_fuerte(veredicto.palabras) or porcentaje is not None else "alias"
    if porcentaje is not None and valor != "CUMPLE" and contradice(valor, porcentaje):
        certeza = "dudosa"
    if (
        porcentaje is not None
        and _ACABAN.match(plegar_frase(veredicto.palabras))
        and valor_de_porcentaje(Decimal(porcentaje)) == "PARCIAL"
    ):
        certeza = "dudosa"  # "Terminado 80%", "Suspendido (50%)", "No, 80%"
    if porcentaje is None and resto_lo_toca(valor, veredicto.palabras, resto):
        certeza = "dudosa"
        valor = "PARCIAL" if valor == "CUMPLE" and _solo_en_parte(resto) else valor
    elif valor == "CUMPLE" and contrasta(resto):
        certeza = "dudosa"
    declarado = valor != "SIN_DATO" and (declara(veredicto.palabras) or porcentaje is not None)
    if _CONTADOS.fullmatch(plegar_frase(limpio)) or _otra_marca(valor, limpio) or rotula_cifra(plegar_frase(limpio)):
        certeza = "dudosa"
    if porcentaje is not None and choca_con_cero(valor, plegar_frase(veredicto.palabras)):
        certeza = "dudosa"
    if _menos_segura(valor, veredicto.palabras, limpio, resto):
        certeza = "dudosa"
    certeza = rebajada(certeza, valor, resto, en_curso=not declarado, cuota=porcentaje is not None)
    porcentaje = porcentaje or cuota_tras_veredicto(valor, resto)
    return estado(limpio, valor, declarado, certeza, porcentaje), (veredicto.palabras,)


_CONDICION = re.compile(
    r"\s*(?:(?P<si>si|siempre\s+que)|cuando|una\s+vez\s+que|en\s+cuanto|apenas)\s+(?:(?:se|la|el|los|las|al\s+menos)\s+)*\w+(?<!o)(?<!aron)(?<!ieron)\b"
)
"""It is, or will be, fulfilled if, or when ("Cumplido cuando llegue el acta")."""


def _menos_segura(valor: ValorEstado, palabras: str, limpio: str, resto: str) -> bool:
    """Whether it held before, may be said of somebody else, or was stopped for a while."""
    if valor == "NO_CUMPLE" and plegar_frase(palabras).startswith("suspend") and por_causa_pasajera(plegar_frase(resto)):
        return True
    if valor in ("NO_CUMPLE", "PENDIENTE") and plegar_frase(palabras).startswith(_TODAVIA_NO):
        return True
    dichas, despues = plegar_frase(palabras), plegar_frase(resto)
    sigue = _SIGUE.match(limpio.partition(palabras)[2]) is not None
    if sigue and _CON_OBJETO.fullmatch(dichas) and _otra_cosa("incorpora" in dichas).match(despues):
        return True
    return no_del_todo(plegar_frase(limpio)) or se_aplica_a_otros(dichas, despues)


_SIGUE = re.compile(r" [^\W\dA-ZÁÉÍÓÚÑ]")
"""The sentence goes on; a capital opens another ("No cumple El convenio no fue visado")."""
_CON_OBJETO = re.compile(r"(?:no )?(?:se )?(?:cumplen?|cumplio|cumplieron)|(?:no )?incorporan?")


@cache
def _otra_cosa(sin_articulo: bool) -> re.Pattern[str]:
    """What is said to be fulfilled, or to be part of something, when it is no commitment ("No se cumplió el cronograma", "No
    incorpora enfoque de género"). ``sin_articulo``: whether it may stand without an article."""
    propias = "|".join(sorted({plegar_frase(p) for p in (*vocabulario().colas.encargos, *vocabulario().sujetos)}))
    articulo = r"(?:el|la|los|las|un|una|sus?)\s+"
    return re.compile(rf"\s*(?:{articulo}){'?' if sin_articulo else ''}(?!{articulo}|lo\s|{propias}|total)[a-z]{{3,}}")


_TODAVIA_NO = ("no puede", "no se puede", "aun no se ha cumpl", "todavia no se ha cumpl")
"""Not done, or still to be; or said of whoever judges it."""


def _otra_marca(valor: ValorEstado, limpio: str) -> bool:
    """Whether a tick opens a verdict that it does not go with ("✓ (pendiente firma)"): a bullet, or another answer."""
    return valor != "CUMPLE" and limpio.startswith(("✓", "✔", "√", "☑"))


_ACABAN = re.compile(
    r"(?:si|no|terminad|finaliz|complet|conclui|list[oa]|superad|suspend|cancel|anul|elimin|iniciad|no\s+termin)\w*\b(?!\s+cumpl)"
)
"""Words that a part does not go with; of "cumple" and "no cumple" the percentage tells how far."""
_CONTADOS = re.compile(
    r"\W*pendientes\W*[:=]\W*\d+\W*|\W*(?:actividades|compromisos|metas|tareas|objetivos|productos|acciones|medidas|criterios|requisitos)\s+(?:pendientes\W*|(?:no\s+)?\w+s\W*[:=]?\s*(?:\d+|ningun[oa])\W*)"
)
"""The label of a count ("Actividades pendientes: 2"), or a heading: it does not say how many of them there were."""


def _solo_en_parte(resto: str) -> bool:
    """Whether the words right after the verdict, without a stop, tell of what part it is said ("Realizado en dos de tres")."""
    suyo = re.split(r"[.,;:(\n–—-]", sin_fechas(resto), maxsplit=1)[0]
    parte = fraccion(suyo, hecho=True)
    return (parte is not None and parte[0] == "PARCIAL") or re.search(r"\bno\s+asi\b", plegar_frase(resto)) is not None


_TRAS_FRACCION = re.compile(r"\W*(?P<parte>\d{1,3})\s*(?:/|de)\s*(?P<total>\d{1,3})\s*[.,;:(–-]\s*(?=[^\W\d])")


def tras_fraccion(limpio: str) -> Razonado | None:
    """A count of a count, and the verdict of the cell after it ("5/5, cumple")."""
    tras = _TRAS_FRACCION.match(limpio)
    suyo = veredicto_inicial(limpio[tras.end() :]) if tras is not None else None
    if tras is None or suyo is None or not suyo.solo:
        return None
    acorde = suyo.valor == ("CUMPLE" if tras["parte"] == tras["total"] else "PARCIAL")
    return estado(limpio, suyo.valor, True, "alias" if acorde else "dudosa"), (suyo.palabras,)


LARGO_APILADO = 40
"""Characters: a verdict alone in its line."""


def apilados(texto: str, limpio: str) -> list[str] | None:
    """The lines of a cell that are verdicts, or percentages, one below the other and nothing else; None for any other cell."""
    if "\n" not in texto:
        return None
    lineas = [blancos(linea) for linea in texto.split("\n") if linea.strip()]
    entero = veredicto_inicial(limpio)
    if len(lineas) < 2 or max(map(len, lineas)) > LARGO_APILADO or (entero is not None and entero.solo):
        return None
    numeros, veredictos = [leer_numero(linea) for linea in lineas], [veredicto_inicial(linea) for linea in lineas]
    cuotas = all(n is not None and n.signo for n in numeros)
    cada = cuotas or all(v is not None and v.solo and v.valor != "SIN_DATO" for v in veredictos)
    return lineas if cada else None


_PEORES: tuple[Certeza, ...] = ("exacta", "alias", "aproximada", "dudosa")


def juntos(limpio: str, cada: list[Estado], lineas: list[str]) -> Razonado:
    """What several verdicts say together; PARCIAL when they differ."""
    dichos = {(e.valor, e.porcentaje) for e in cada}
    declarado = any(e.declarado for e in cada)
    if len(dichos) == 1:
        certeza = max(("alias", *(e.certeza for e in cada)), key=_PEORES.index)
        return estado(limpio, cada[0].valor, declarado, certeza, cada[0].porcentaje), tuple(lineas)
    return estado(limpio, "PARCIAL", declarado, "dudosa"), tuple(lineas)


_DE_ALGUIEN = re.compile(r"\bpor\s|\blejos\s+de\s|\b(?:no\s+\w+|sin|visto\s+bueno)\s")
"""Before a colon: who judged it, or what was found ("Aprobado por la contraparte: cumple"); not a bare label."""
_ULTIMA = re.compile(r"(?s).*[.;:]\s+(?=\S)")
_LO_DICHO = re.compile(r"\W*(?:(?:con\s+)?lo\s+\w+o|(?:con\s+)?(?:la|el)\s+(?:meta|compromiso|objetivo|actividad))?\W*")


def cierre(limpio: str) -> Razonado | None:
    """The plain verdict that is the last sentence of a narration ("... Se cumplió lo propuesto."); None when there is none."""
    antes = _ULTIMA.match(limpio)
    ultima = limpio[antes.end() :] if antes is not None else ""
    dicho = veredicto_inicial(ultima) if ultima else None
    if (
        dicho is None
        or dicho.valor not in ("CUMPLE", "NO_CUMPLE")
        or not es_fuerte(dicho.palabras)
        or dicho.porcentaje is not None
    ):
        return None
    rotulo = antes is not None and antes.group().rstrip().endswith(":") and not _DE_ALGUIEN.search(plegar_frase(antes.group()))
    if antes is None or rotulo or _LO_DICHO.fullmatch(plegar_frase(ultima[dicho.fin :])) is None:
        return None
    return estado(limpio, dicho.valor, True, "dudosa"), (dicho.palabras,)


@cache
def _no_declaran() -> frozenset[str]:
    return frozenset(plegar_frase(f) for f in vocabulario().no_declaran)


@cache
def _fuertes() -> frozenset[str]:
    return frozenset(plegar_frase(f) for g in vocabulario().veredictos for f in g.fuertes)


def es_fuerte(palabras: str) -> bool:
    """Whether the words decide whatever follows them."""
    return plegar_frase(palabras) in _fuertes()
