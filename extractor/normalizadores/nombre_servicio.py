"""Which public service a line or a title names: by name, acronym or near spelling, and ministries by their regional offices."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.comun.texto import blancos, sin_marcas_nota
from extractor.modelo.informe import Certeza, Servicio
from extractor.normalizadores.menciones_servicio import MencionServicio, indice_servicios, menciones, palabras_de_texto
from extractor.normalizadores.oficinas_servicio import es_de_oficina, sin_ajenas
from extractor.normalizadores.palabras_region import acompanan, de_lugar_o_region
from extractor.normalizadores.siglas import corregir, desplegar, siglas
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.organismos import organismo_de, sin_abreviar
from extractor.vocabularios.servicios import por_codigo, vocabulario

UMBRAL_PARECIDO = 90.0
"""Least likeness (rapidfuzz ratio over the words that carry meaning) of a misspelt service name."""
MARGEN_PARECIDO = 5.0
PISO_CANDIDATO = 55.0
RESIDUO_NOMBRE, RESIDUO_SIGLA = 3, 1
"""Unexplained words up to which a line that holds a full name, or a lone acronym, is about that service."""

_VACIAS = frozenset({"de", "del", "la", "las", "los", "el", "y", "e", "a", "en", "para", "chile"})


@cache
def _rotulo() -> re.Pattern[str]:
    nombres = "|".join(re.escape(plegar_frase(r)) for r in sorted(vocabulario().rotulos, key=lambda r: (-len(r), r)))
    return re.compile(rf"\s*(?:\(?[a-z0-9]{{1,2}}[.)]\s*)?(?:{nombres})\s*(?:\(\d+\)\s*)?[:=]\s*")


Razonado = tuple[Servicio | None, tuple[tuple[str, float], ...], tuple[str, ...]]


def normalizar_servicio(texto: str) -> Servicio | None:
    """The service a line names; None when it names none.

    A line that declares one ("SERVICIO: ...") with an unknown name gives a Servicio without code, "dudosa".

    >>> normalizar_servicio("SERVICIO: Subsecretaria del Trabjo").codigo
    'subtrabajo'
    """
    return razonar_servicio(texto)[0]


@lru_cache(maxsize=4096)
def razonar_servicio(texto: str) -> tuple[Servicio | None, tuple[tuple[str, float], ...], tuple[str, ...]]:
    """The service, the nearest candidates (code, 0-100) and the sentences that say why."""
    limpio = blancos(sin_marcas_nota(re.sub(r"(?<=\w)-\s*\n\s*", "", texto)))
    rotulo = _rotulo().match(plegar_con_lugares(limpio)[0])
    escrito = limpio[plegar_con_lugares(limpio)[1][rotulo.end() - 1] + 1 :].strip() if rotulo else limpio
    desplegado = desplegar(sin_abreviar(escrito))
    hallado = _razonar(escrito, desplegado, bool(rotulo))
    corregido = corregir(desplegado)
    if hallado[0] is not None and hallado[0].codigo is not None:
        return hallado
    seremi = _de_seremi(escrito, desplegado, bool(rotulo)) or _de_seremi(escrito, corregido, bool(rotulo))
    if seremi is not None:
        return seremi
    if corregido == desplegado:
        return _sin_ambito(escrito, corregido, bool(rotulo)) or hallado
    otro, orden, porque = _razonar(escrito, corregido, bool(rotulo))
    if otro is None or otro.codigo is None:
        return _sin_ambito(escrito, corregido, bool(rotulo)) or hallado
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
    orden = _parecidos(palabras)
    if orden and orden[0][1] >= UMBRAL_PARECIDO and (len(orden) < 2 or orden[0][1] - orden[1][1] >= MARGEN_PARECIDO):
        puntaje = f"se parece a {por_codigo()[orden[0][0]].nombre} ({orden[0][1]:.1f} de 100)"
        return servicio_de(escrito, orden[0][0], "aproximada"), orden, (puntaje,)
    if rotulo:
        ajeno = Servicio(texto=escrito, codigo=None, nombre=None, certeza="dudosa")
        return ajeno, orden, ("declara un servicio que no está en el vocabulario",)
    return None, orden, ("no nombra ningún servicio conocido",)


def _por_mencion(escrito: str, texto: str, rotulo: bool, palabras: list[str], todas: list[MencionServicio]) -> Razonado:
    """The service a line is about among those it mentions; none where too many words of it are not explained."""
    propias, apartadas = sin_ajenas(palabras, todas)
    halladas = _propias(propias)
    elegida = halladas[0]
    cubiertas = {i for m in todas for i in range(m.inicio, m.fin)} | apartadas
    conocidas = acompanan() | _VACIAS | _de_titulo() | _de_sus_nombres(elegida.codigo)
    resto = [p for i, p in enumerate(palabras) if i not in cubiertas and p not in conocidas and not p.isdigit()]
    resto = [p for p in resto if not de_lugar_o_region(p)]
    oficina = es_de_oficina(texto, palabras, halladas)
    if not rotulo and not oficina and len(resto) > (RESIDUO_SIGLA if len(cubiertas) == 1 else RESIDUO_NOMBRE):
        return None, ((elegida.codigo, 50.0),), ("menciona un servicio dentro de otro texto",)
    if resto and elegida.clase != "sigla" and (otro := _de_otro_nombre(escrito, texto, palabras, elegida)):
        return otro
    certeza: Certeza = "exacta" if any(m.clase == "nombre" and m.codigo == elegida.codigo for m in halladas) else "alias"
    if len({m.codigo for m in halladas}) > 1:
        certeza = "dudosa"
    elif apartadas or (oficina and not rotulo and len(resto) > RESIDUO_SIGLA):
        certeza = "aproximada"
    return servicio_de(escrito, elegida.codigo, certeza), ((elegida.codigo, 100.0),), (f"lo nombra por su {elegida.clase}",)


def _sigla_en_mayusculas(texto: str, palabras: list[str]) -> str:
    """``texto`` in capitals when one word of it is no article, place or region, so that this one word is what is named ("sence
    atacama", "el sence"); empty otherwise."""
    propias = [p for p in palabras if p not in _VACIAS]
    if len(palabras) > 1:
        propias = [p for p in propias if not de_lugar_o_region(p) or p.upper() in siglas()]
    if len(propias) != 1 or (len(palabras) > 1 and propias[0] in _ambiguas()):
        return ""
    return texto.upper()


@cache
def _ambiguas() -> frozenset[str]:
    """Acronyms that are also common words."""
    return frozenset(plegar_frase(s) for servicio in vocabulario().servicios if servicio.ambigua for s in servicio.siglas)


@cache
def _de_titulo() -> frozenset[str]:
    return frozenset(p for frase in vocabulario().titulo for p in plegar_frase(frase).split())


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
    orden = _parecidos(palabras)
    if not orden or orden[0][1] < UMBRAL_PARECIDO or orden[0][0] == mencion.codigo:
        return None
    porque = f"se parece a {por_codigo()[orden[0][0]].nombre} ({orden[0][1]:.1f} de 100)"
    return servicio_de(escrito, orden[0][0], "aproximada"), orden, (porque,)


@cache
def _de_sus_nombres(codigo: str) -> frozenset[str]:
    """Words of the names of a service, which beside its acronym say no more than it does."""
    servicio = por_codigo()[codigo]
    return frozenset(p for n in (servicio.nombre, *servicio.otros, *servicio.antes) for p in re.findall(r"\w+", plegar_frase(n)))


def _propias(todas: list[MencionServicio]) -> list[MencionServicio]:
    """The mentions without ministries, when something more precise is named beside them."""
    precisas = [m for m in todas if not por_codigo()[m.codigo].nombre.startswith("Ministerio")]
    return precisas or todas


def servicio_de(escrito: str, codigo: str, certeza: Certeza) -> Servicio:
    """The service of ``codigo``, by the name of the one of its bodies that ``escrito`` names."""
    nombre = organismo_de(codigo, escrito) or por_codigo()[codigo].nombre
    return Servicio(texto=escrito, codigo=codigo, nombre=nombre, certeza=certeza)


@cache
def _nombres_largos() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names by their words that carry meaning, for comparing by likeness, and the code of each."""
    llenas = (
        (tuple(p for p in frase if p not in _VACIAS), codigo)
        for formas in indice_servicios().values()
        for frase, codigo, clase, _ in formas
        if clase != "sigla"
    )
    pares = [(" ".join(frase), codigo) for frase, codigo in llenas if len(frase) > 1]
    return tuple(nombre for nombre, _ in pares), tuple(codigo for _, codigo in pares)


def _parecidos(palabras: list[str]) -> tuple[tuple[str, float], ...]:
    """The three nearest services."""
    from rapidfuzz import fuzz, process

    escrito = " ".join(p for p in palabras if p not in _VACIAS)
    nombres, codigos = _nombres_largos()
    mejores: dict[str, float] = {}
    for _, puntaje, lugar in process.extract(escrito, nombres, scorer=fuzz.ratio, score_cutoff=PISO_CANDIDATO, limit=None):
        mejores[codigos[lugar]] = max(mejores.get(codigos[lugar], 0.0), puntaje)
    orden = sorted(((c, round(p, 1)) for c, p in mejores.items()), key=lambda par: (-par[1], par[0]))
    return tuple(orden[:3])
