"""Which public service a line or a title names: by name, acronym or near spelling, and ministries by their regional offices."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.comun.texto import blancos, sin_marcas_nota
from extractor.modelo.valores import Certeza, Servicio
from extractor.normalizadores.letras.limites import limite
from extractor.normalizadores.region.palabras import de_lugar_o_region
from extractor.normalizadores.servicio.contexto import situar
from extractor.normalizadores.servicio.glosas import otra_glosa
from extractor.normalizadores.servicio.menciones import MencionServicio, menciones, palabras_de_texto
from extractor.normalizadores.servicio.palabras import VACIAS
from extractor.normalizadores.servicio.parecido import palabra_por_palabra, parecidos
from extractor.normalizadores.servicio.siglas import corregir, desplegar, siglas, unidas
from extractor.normalizadores.servicio.subsecretarias import por_su_ministerio
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.organismos import organismo_de, sin_abreviar, subsecretaria_de
from extractor.vocabularios.servicios import por_codigo, vocabulario

UMBRAL_PARECIDO = 90.0
"""Least likeness (rapidfuzz ratio over the words that carry meaning) of a misspelt service name."""
MARGEN_PARECIDO = 5.0


@cache
def _rotulo() -> re.Pattern[str]:
    nombres = "|".join(re.escape(plegar_frase(r)) for r in sorted(vocabulario().rotulos, key=lambda r: (-len(r), r)))
    return re.compile(rf"\s*(?:\(?[a-z0-9]{{1,2}}[.)]\s*)?(?:{nombres})\s*(?:\(\d+\)\s*)?[:=]\s*")


def rotula_servicio(texto: str) -> bool:
    """Whether a text is the label of a service's name, without the name ("Institución:")."""
    return _rotulo().fullmatch(f"{plegar_frase(texto).rstrip(' :=')}:") is not None


Razonado = tuple[Servicio | None, tuple[tuple[str, float], ...], tuple[str, ...]]


def normalizar_servicio(texto: str) -> Servicio | None:
    """The service a line names; None when it names none.

    A line that declares one ("SERVICIO: ...") with an unknown name gives a Servicio without code, "dudosa".

    >>> normalizar_servicio("SERVICIO: Subsecretaria del Trabjo").codigo
    'subtrabajo'
    """
    return razonar_servicio(texto)[0]


_CORTE = re.compile(r"(?<=\w)-\s*\n\s*")
"""A word that the end of a line parted."""


@lru_cache(maxsize=4096)
def razonar_servicio(texto: str) -> tuple[Servicio | None, tuple[tuple[str, float], ...], tuple[str, ...]]:
    """The service, the nearest candidates (code, 0-100) and the sentences that say why."""
    limpio = blancos(sin_marcas_nota(_CORTE.sub("", texto)))
    rotulo = _rotulo().match(plegar_con_lugares(limpio)[0])
    escrito = limpio[plegar_con_lugares(limpio)[1][rotulo.end() - 1] + 1 :].strip() if rotulo else limpio
    subsecretaria = por_su_ministerio(escrito)
    if subsecretaria is not None:
        return _corregido(escrito, subsecretaria, bool(rotulo)) or (None, (), ("no dice cuál de las subsecretarías es",))
    desplegado = desplegar(sin_abreviar(escrito))
    hallado = _razonar(escrito, desplegado, bool(rotulo))
    if hallado[0] is not None and hallado[0].certeza in ("exacta", "alias"):
        return hallado
    unido = unidas(escrito)
    if unido != escrito and (entero := _corregido(escrito, corregir(desplegar(sin_abreviar(unido))), bool(rotulo))):
        return entero
    if hallado[0] is not None and hallado[0].codigo is not None:
        return hallado
    corregido = corregir(desplegado)
    if corregido == desplegado:
        return _de_seremi(escrito, desplegado, bool(rotulo)) or _sin_ambito(escrito, corregido, bool(rotulo)) or hallado
    return (
        _corregido(escrito, corregido, bool(rotulo))
        or _de_seremi(escrito, desplegado, bool(rotulo))
        or _de_seremi(escrito, corregido, bool(rotulo))
        or _sin_ambito(escrito, corregido, bool(rotulo))
        or hallado
    )


def _corregido(escrito: str, corregido: str, rotulo: bool) -> Razonado | None:
    """The service that the line names once its slips are repaired, at most ``aproximada``; None when it names none."""
    otro, orden, porque = _razonar(escrito, corregido, rotulo)
    if otro is None or otro.codigo is None:
        return None
    certeza: Certeza = "dudosa" if otro.certeza == "dudosa" else "aproximada"
    return otro.model_copy(update={"certeza": certeza}), orden, (f"leído como «{corregido}»", *porque)


_SEREMI = re.compile(
    r"\s*(?:(?:seremi|seremia|seremis|sec(?:retari[ao])?s?\.?\s+(?:reg(?:ional)?\.?\s+)?min(?:isterial)?(?:es)?\.?)\s+(?:regional\s+)?)(?:(?P<de>del?)\s+)?"
)


def _de_seremi(escrito: str, texto: str, rotulo: bool) -> Razonado | None:
    """The ministry whose regional office a line names ("Seremi de Vivienda"); None when it names none."""
    plegado, lugares = plegar_con_lugares(texto)
    hallado = _SEREMI.match(plegado)
    if hallado is None or hallado.end() >= len(lugares):
        return None
    resto = texto[lugares[hallado.end()] :]
    for enlace in (hallado["de"] or "de", "del"):
        razonado = _razonar(escrito, f"Ministerio {enlace} {resto}", rotulo)
        if razonado[0] is not None and razonado[0].certeza in ("exacta", "alias"):
            alias = razonado[0].model_copy(update={"certeza": "alias"})
            return alias, razonado[1], (*razonado[2], "es la oficina regional del ministerio")
    return None


_AMBITOS = re.compile(r"\b(?:regional|provincial|comunal|zonal)(?:es)?\s+(?=(?:de|del)\b)", re.IGNORECASE)


def _sin_ambito(escrito: str, texto: str, rotulo: bool) -> Razonado | None:
    """An office by its service's name ("Inspección Provincial del Trabajo"); None when it is none."""
    corto = _AMBITOS.sub("", texto, count=1)
    hallado = _razonar(escrito, corto, rotulo) if corto != texto else (None, (), ())
    if hallado[0] is None or hallado[0].certeza not in ("exacta", "alias"):
        return None
    return hallado[0].model_copy(update={"certeza": "alias"}), hallado[1], (*hallado[2], "es una oficina del servicio")


def _razonar(escrito: str, texto: str, rotulo: bool) -> Razonado:
    """The service that ``texto`` names, for a line written ``escrito``."""
    palabras = [p for p, _, _ in palabras_de_texto(texto)]
    if not palabras:
        return None, (), ("no hay texto",)
    # a person who types one acronym and nothing else means it, whatever its case
    todas = list(menciones(texto)) or list(menciones(_sigla_en_mayusculas(texto, palabras)))
    if todas:
        return _por_mencion(escrito, texto, rotulo, palabras, todas)
    orden = parecidos(palabras)
    solo = len(orden) < 2 or orden[0][1] - orden[1][1] >= MARGEN_PARECIDO if orden else False
    if solo and orden[0][1] >= UMBRAL_PARECIDO and palabra_por_palabra(palabras, orden[0][0]):
        puntaje = f"se parece a {por_codigo()[orden[0][0]].nombre} ({orden[0][1]:.1f} de 100)"
        return servicio_de(escrito, orden[0][0], "aproximada"), orden, (puntaje,)
    if rotulo:
        ajeno = Servicio(texto=escrito, codigo=None, nombre=None, certeza="dudosa")
        return ajeno, orden, ("declara un servicio que no está en el vocabulario",)
    return None, orden, ("no nombra ningún servicio conocido",)


_ABIERTA = re.compile(r"(?<=\s)[ou]\s+(?!higgins)|\betc\b")
"""What leaves it open which service is meant."""


def _por_mencion(escrito: str, texto: str, rotulo: bool, palabras: list[str], todas: list[MencionServicio]) -> Razonado:
    """The service a line is about among those it mentions; none where a word makes it another's or too many are not explained."""
    glosa = otra_glosa(texto, palabras, todas)
    if glosa:
        return None, ((todas[0].codigo, 50.0),), (glosa,)
    contexto = situar(texto, palabras, todas)
    if contexto.motivo:
        candidata = todas[0].codigo
        if todas[0].clase != "sigla" and (otro := _de_otro_nombre(escrito, texto, palabras, todas[0])):
            return otro
        dudosa = servicio_de(escrito, candidata, "dudosa") if rotulo else None
        return dudosa, ((candidata, 50.0),), (contexto.motivo,)
    halladas, resto = contexto.halladas, contexto.resto
    elegida = halladas[0]
    if por_codigo()[elegida.codigo].sin_informe:
        return None, ((elegida.codigo, 50.0),), ("nombra una entidad que no presenta informe",)
    if resto and elegida.clase != "sigla" and (otro := _de_otro_nombre(escrito, texto, palabras, elegida)):
        return otro
    certeza: Certeza = "exacta" if any(m.clase == "nombre" and m.codigo == elegida.codigo for m in halladas) else "alias"
    porque = f"lo nombra por su {elegida.clase}"
    if len({m.codigo for m in halladas}) > 1 or "?" in escrito or _ABIERTA.search(plegar_frase(escrito)):
        certeza = "dudosa"
    elif not contexto.aparta and (acotada := limite(escrito)) is not None:
        certeza, porque = "dudosa", acotada
    elif contexto.aparta or resto:
        certeza = "aproximada"
        porque += f", junto a «{' '.join(resto)}»" if resto else ", y a otros de los que no trata"
    return servicio_de(escrito, elegida.codigo, certeza), ((elegida.codigo, 100.0),), (porque,)


def _sigla_en_mayusculas(texto: str, palabras: list[str]) -> str:
    """``texto`` in capitals when one word of it is no article, place or region, so that this one word is what is named ("sence
    atacama", "el sence"); empty otherwise."""
    propias = [p for p in palabras if p not in VACIAS]
    if len(palabras) > 1:
        propias = [p for p in propias if not de_lugar_o_region(p) or p.upper() in siglas()]
    if len(propias) != 1 or (len(palabras) > 1 and propias[0] in _ambiguas()):
        return ""
    return texto.upper()


@cache
def _ambiguas() -> frozenset[str]:
    """Acronyms that are also common words."""
    return frozenset(plegar_frase(s) for servicio in vocabulario().servicios if servicio.ambigua for s in servicio.siglas)


def _de_otro_nombre(escrito: str, texto: str, palabras: list[str], mencion: MencionServicio) -> Razonado | None:
    """The other service whose longer name the line is once its slips are repaired, or nearly is, when the name found is only part
    of it ("Hospital Carabineros", "Comisión de Energía Nucelar")."""
    corregido = corregir(texto)
    if corregido != texto:
        enteras = [
            m for m in menciones(corregido) if m.fin - m.inicio > mencion.fin - mencion.inicio and m.codigo != mencion.codigo
        ]
        if enteras:
            otro = enteras[0].codigo
            return servicio_de(escrito, otro, "aproximada"), ((otro, 100.0),), (f"leído como «{corregido}»",)
    orden = parecidos(palabras)
    if not orden or orden[0][1] < UMBRAL_PARECIDO or orden[0][0] == mencion.codigo:
        return None
    if not palabra_por_palabra(palabras, orden[0][0]):
        return None
    porque = f"se parece a {por_codigo()[orden[0][0]].nombre} ({orden[0][1]:.1f} de 100)"
    return servicio_de(escrito, orden[0][0], "aproximada"), orden, (porque,)


def servicio_de(escrito: str, codigo: str, certeza: Certeza) -> Servicio:
    """The service of ``codigo``, by the name of the one of its bodies that ``escrito`` names."""
    nombre = organismo_de(codigo, escrito) or subsecretaria_de(codigo, escrito) or por_codigo()[codigo].nombre
    return Servicio(texto=escrito, codigo=codigo, nombre=nombre, certeza=certeza)
