"""Which public service a line, a title or a whole document speaks of, and which ones a text mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.comun.texto import blancos, sin_marcas_nota
from extractor.modelo.informe import Certeza, Servicio
from extractor.normalizadores.palabras_region import acompanan, conocida
from extractor.normalizadores.siglas import corregir, desplegar
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.servicios import por_codigo, vocabulario

UMBRAL_PARECIDO = 90.0
"""Least likeness (rapidfuzz ratio over the words that carry meaning) of a misspelt service name."""
MARGEN_PARECIDO = 5.0
PISO_CANDIDATO = 55.0
RESIDUO_NOMBRE, RESIDUO_SIGLA = 3, 1
"""Unexplained words up to which a line that holds a full name, or a lone acronym, is about that service."""
PESO_NOMBRE, PESO_SIGLA, PESO_ARCHIVO, PESO_TITULO = 3, 1, 20, 20
PESO_MINIMO = 6
LINEAS_TITULO, PALABRAS_TITULO = 40, 14
MARGEN_DOCUMENTO = 2
"""A document is of the service whose weight is at least this many times that of the next one."""

_PALABRA = re.compile(r"[^\W_]+")
_VACIAS = frozenset({"de", "del", "la", "las", "los", "el", "y", "e", "a", "en", "para", "chile"})


@dataclass(frozen=True, slots=True)
class MencionServicio:
    """Words ``inicio`` to ``fin`` (excluded) of a text name ``codigo``; ``clase``: nombre, sigla, otro, antes."""

    codigo: str
    clase: str
    inicio: int
    fin: int


@cache
def _indice() -> dict[str, tuple[tuple[tuple[str, ...], str, str, bool], ...]]:
    """By first word: (words, code, class, whether it only counts in capitals), the longest first."""
    formas: list[tuple[tuple[str, ...], str, str, bool]] = []
    for servicio in vocabulario().servicios:
        grupos = (("nombre", (servicio.nombre,)), ("sigla", servicio.siglas), ("otro", servicio.otros), ("antes", servicio.antes))
        for clase, nombres in grupos:
            for nombre in nombres:
                frase = tuple(_PALABRA.findall(plegar_frase(nombre)))
                formas.append((frase, servicio.codigo, clase, servicio.ambigua and len(frase) == 1))
    indice: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
    for forma in sorted(formas, key=lambda f: (-len(f[0]), f)):
        indice.setdefault(forma[0][0], []).append(forma)
    return {clave: tuple(valor) for clave, valor in indice.items()}


def _palabras(texto: str) -> list[tuple[str, str, bool]]:
    """Folded and written form of every word, and whether it opens a sentence."""
    plegado, lugares = plegar_con_lugares(texto)
    salida: list[tuple[str, str, bool]] = []
    cursor = 0
    for hallada in _PALABRA.finditer(plegado):
        entre = plegado[cursor : hallada.start()]
        cursor = hallada.end()
        abre = not salida or any(c in ".:;\n•·-" for c in entre)
        salida.append((hallada.group(), texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1], abre))
    return salida


_SIGLA_CORTA = 3
_SIGLA_LARGA = 5


def _escrita_como_sigla(escrita: str, ambigua: bool, abre: bool) -> bool:
    """Acronyms of three letters need capitals; longer ones may be written as a proper noun ("Sernam"); one that is also a
    common word ("Integra") not where a sentence opens."""
    if escrita.isupper():
        return True
    return len(escrita) > _SIGLA_CORTA and escrita[:1].isupper() and not (ambigua and abre)


def menciones(texto: str, *, acepta_minusculas: bool = False) -> Iterator[MencionServicio]:
    """Every service named in ``texto``, in order, the longest reading first.

    ``acepta_minusculas``: for file names, where case says nothing; only acronyms of five letters or more then count.
    """
    palabras, indice = _palabras(texto), 0
    while indice < len(palabras):
        primera, escrita, abre = palabras[indice]
        for frase, codigo, clase, ambigua in _indice().get(primera, ()):
            fin = indice + len(frase)
            if tuple(p for p, _, _ in palabras[indice:fin]) != frase:
                continue
            vale = len(frase) > 1 or _escrita_como_sigla(escrita, ambigua, abre)
            if vale or (acepta_minusculas and len(frase[0]) >= _SIGLA_LARGA):
                yield MencionServicio(codigo, clase, indice, fin)
                indice = fin - 1
                break
        indice += 1


@lru_cache(maxsize=4096)
def buscar_instituciones(texto: str) -> tuple[str, ...]:
    """Codes of the services mentioned, in order of first mention.

    >>> buscar_instituciones("SENCE, Fosis y el Servicio Nacional de la Mujer")
    ('sence', 'fosis', 'sernam')
    """
    return tuple(dict.fromkeys(m.codigo for m in menciones(texto)))


@cache
def _rotulo() -> re.Pattern[str]:
    nombres = "|".join(re.escape(plegar_frase(r)) for r in sorted(vocabulario().rotulos, key=lambda r: (-len(r), r)))
    return re.compile(rf"\s*(?:\(?[a-z0-9]{{1,2}}[.)]\s*)?(?:{nombres})\s*(?:\(\d+\)\s*)?[:=]\s*")


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
    desplegado = desplegar(escrito)
    hallado = _razonar(escrito, desplegado, bool(rotulo))
    corregido = corregir(desplegado)
    if hallado[0] is not None and hallado[0].codigo is not None:
        return hallado
    if corregido == desplegado:
        return _sin_ambito(escrito, corregido, bool(rotulo)) or hallado
    otro, orden, porque = _razonar(escrito, corregido, bool(rotulo))
    if otro is None or otro.codigo is None:
        return _sin_ambito(escrito, corregido, bool(rotulo)) or hallado
    certeza: Certeza = "dudosa" if otro.certeza == "dudosa" else "aproximada"
    return otro.model_copy(update={"certeza": certeza}), orden, (f"leído como «{corregido}»", *porque)


_AMBITOS = re.compile(r"\b(?:regional|provincial|comunal|zonal)(?:es)?\s+(?=(?:de|del)\b)", re.IGNORECASE)
Razonado = tuple[Servicio | None, tuple[tuple[str, float], ...], tuple[str, ...]]


def _sin_ambito(escrito: str, texto: str, rotulo: bool) -> Razonado | None:
    """An office by its service's name ("Inspección Provincial del Trabajo"); None when it is none."""
    corto = _AMBITOS.sub("", texto, count=1)
    hallado = _razonar(escrito, corto, rotulo) if corto != texto else (None, (), ())
    if hallado[0] is None or hallado[0].certeza not in ("exacta", "alias"):
        return None
    return hallado[0].model_copy(update={"certeza": "alias"}), hallado[1], (*hallado[2], "es una oficina del servicio")


def _razonar(escrito: str, texto: str, rotulo: bool) -> Razonado:
    """The service that ``texto`` names, for a line written ``escrito``."""
    palabras = [p for p, _, _ in _palabras(texto)]
    if not palabras:
        return None, (), ("no hay texto",)
    # a person who types one acronym and nothing else means it, whatever its case
    todas = list(menciones(texto)) or list(menciones(texto.upper() if len(palabras) == 1 else ""))
    halladas = _propias(todas)
    if halladas:
        cubiertas = {i for m in todas for i in range(m.inicio, m.fin)}
        conocidas = acompanan() | _VACIAS | _de_titulo()
        resto = [p for i, p in enumerate(palabras) if i not in cubiertas and p not in conocidas and not p.isdigit()]
        resto = [p for p in resto if not conocida(p)]
        if rotulo or len(resto) <= (RESIDUO_SIGLA if len(cubiertas) == 1 else RESIDUO_NOMBRE):
            elegida = halladas[0]
            certeza: Certeza = "exacta" if any(m.clase == "nombre" and m.codigo == elegida.codigo for m in halladas) else "alias"
            if len({m.codigo for m in halladas}) > 1:
                certeza = "dudosa"
            return _servicio(escrito, elegida.codigo, certeza), ((elegida.codigo, 100.0),), (f"lo nombra por su {elegida.clase}",)
        return None, ((halladas[0].codigo, 50.0),), ("menciona un servicio dentro de otro texto",)
    orden = _parecidos(palabras)
    if orden and orden[0][1] >= UMBRAL_PARECIDO and (len(orden) < 2 or orden[0][1] - orden[1][1] >= MARGEN_PARECIDO):
        puntaje = f"se parece a {por_codigo()[orden[0][0]].nombre} ({orden[0][1]:.1f} de 100)"
        return _servicio(escrito, orden[0][0], "aproximada"), orden, (puntaje,)
    if rotulo:
        ajeno = Servicio(texto=escrito, codigo=None, nombre=None, certeza="dudosa")
        return ajeno, orden, ("declara un servicio que no está en el vocabulario",)
    return None, orden, ("no nombra ningún servicio conocido",)


@cache
def _de_titulo() -> frozenset[str]:
    return frozenset(p for frase in vocabulario().titulo for p in plegar_frase(frase).split())


def _propias(todas: list[MencionServicio]) -> list[MencionServicio]:
    """The mentions without ministries, when something more precise is named beside them."""
    precisas = [m for m in todas if not por_codigo()[m.codigo].nombre.startswith("Ministerio")]
    return precisas or todas


def _servicio(escrito: str, codigo: str, certeza: Certeza) -> Servicio:
    return Servicio(texto=escrito, codigo=codigo, nombre=por_codigo()[codigo].nombre, certeza=certeza)


@cache
def _nombres_largos() -> tuple[tuple[str, str], ...]:
    """Names by their words that carry meaning, for comparing by likeness."""
    llenas = (
        (tuple(p for p in frase if p not in _VACIAS), codigo)
        for formas in _indice().values()
        for frase, codigo, clase, _ in formas
        if clase != "sigla"
    )
    return tuple((" ".join(frase), codigo) for frase, codigo in llenas if len(frase) > 1)


def _parecidos(palabras: list[str]) -> tuple[tuple[str, float], ...]:
    """The three nearest services."""
    from rapidfuzz import fuzz

    escrito = " ".join(p for p in palabras if p not in _VACIAS)
    mejores: dict[str, float] = {}
    for nombre, codigo in _nombres_largos():
        puntaje = fuzz.ratio(escrito, nombre)
        mejores[codigo] = max(mejores.get(codigo, 0.0), puntaje)
    orden = sorted(((c, round(p, 1)) for c, p in mejores.items() if p >= PISO_CANDIDATO), key=lambda par: (-par[1], par[0]))
    return tuple(orden[:3])


def servicio_del_documento(lineas_declaradas: Sequence[str], texto: str, nombre_archivo: str) -> Servicio | None:
    """Whose report a document is: a line that says so wins; else mentions in the text and the acronym in the file's name.

    None when nothing points to one; "dudosa" when the two strongest are too near each other.
    """
    declarado: Servicio | None = None
    for linea in lineas_declaradas:
        hallado = normalizar_servicio(linea)
        if hallado is not None and hallado.codigo is not None:
            return hallado
        declarado = declarado or hallado
    pesos: Counter[str] = Counter()
    for mencion in menciones(texto):
        servicio = por_codigo()[mencion.codigo]
        if not servicio.revisor and not servicio.nombre.startswith("Ministerio"):
            pesos[mencion.codigo] += PESO_SIGLA if mencion.clase == "sigla" else PESO_NOMBRE
    en_nombre, en_titulo = _del_archivo(nombre_archivo), _de_los_titulos(texto)
    pesos.update(dict.fromkeys(en_nombre, PESO_ARCHIVO))
    pesos.update(dict.fromkeys(en_titulo, PESO_TITULO))
    orden = sorted(pesos.items(), key=lambda par: (-par[1], par[0]))
    if declarado is not None or not orden:
        return declarado
    (codigo, peso), segundo = orden[0], orden[1][1] if len(orden) > 1 else 0
    if en_nombre == (codigo,):
        certeza: Certeza = "alias" if peso > PESO_ARCHIVO else "aproximada"
    elif en_titulo == (codigo,):
        certeza = "aproximada"
    else:
        certeza = "dudosa"
        if peso < MARGEN_DOCUMENTO * segundo or peso < PESO_MINIMO:
            return None
    return _servicio(por_codigo()[codigo].nombre, codigo, certeza)


def _de_los_titulos(texto: str) -> tuple[str, ...]:
    """Codes of the services that a short line among the first ones is about."""
    lineas = [linea for linea in texto.splitlines() if linea.strip()][:LINEAS_TITULO]
    hallados = [normalizar_servicio(linea) for linea in lineas if len(linea.split()) <= PALABRAS_TITULO]
    codigos = {s.codigo for s in hallados if s is not None and s.codigo is not None and s.certeza in ("exacta", "alias")}
    return tuple(sorted(c for c in codigos if not por_codigo()[c].revisor))


def _del_archivo(nombre: str) -> tuple[str, ...]:
    """Codes whose acronym or code stands as a word of the file's name."""
    palabras = {p for p, _, _ in _palabras(re.sub(r"\.\w{1,5}$", "", nombre).replace("_", " "))}
    hallados = {m.codigo for m in menciones(nombre.replace("_", " ").replace("-", " "), acepta_minusculas=True)}
    claras = (s for s in vocabulario().servicios if not s.ambigua)
    hallados |= {s.codigo for s in claras if {s.codigo, *map(plegar_frase, s.siglas)} & palabras}
    return tuple(sorted(hallados))
