"""Public services: which one a line names, which ones a text mentions, whose report a whole document is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from extractor.comun.citas import sin_citas
from extractor.modelo.valores import Certeza, Servicio
from extractor.normalizadores.servicio.contexto import RESIDUO_NOMBRE, RESIDUO_SIGLA
from extractor.normalizadores.servicio.destinatarios import sin_destinatarios
from extractor.normalizadores.servicio.menciones import buscar_instituciones, menciones, palabras_de_texto
from extractor.normalizadores.servicio.nombre import normalizar_servicio, razonar_servicio, servicio_de
from extractor.normalizadores.servicio.palabras import explica
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.organismos import es_nombre_de_organismo, organismo_de, organismos_en, sin_abreviar, subsecretaria_de
from extractor.vocabularios.servicios import por_codigo, vocabulario

__all__ = ["buscar_instituciones", "normalizar_servicio", "razonar_servicio", "servicio_del_documento", "servicio_y_disputa"]

PESO_NOMBRE, PESO_SIGLA, PESO_ARCHIVO, PESO_TITULO = 3, 1, 20, 20
PESO_MINIMO = 6
LINEAS_TITULO, PALABRAS_TITULO = 40, 14
LINEAS_FIRMA = 5
PALABRAS_DE_MAS = 2
"""Words beside its name in a line that only names a service."""
LINEAS_PORTADA = 12
"""Lines of the cover, where a body that reviews other services' reports may sign its own."""


LETRAS_DE_PALABRA = 3
_SECRETARIA = "secretaria regional ministerial"
MARGEN_DOCUMENTO = 2
"""A document is of the service whose weight is at least this many times that of the next one."""


def servicio_del_documento(
    lineas_declaradas: Sequence[str], texto: str, nombre_archivo: str, membretes: Sequence[str] = ()
) -> Servicio | None:
    """Whose report a document is: a line that says so wins, then what its titles name, then what is mentioned most; the file's
    name, which anybody gives, only decides between these or where they say nothing. ``membretes``: lines printed at the head or
    the foot of its pages. What a reference to a norm names does not count.

    None when nothing points to one; "dudosa" when the two strongest are too near each other, or the file is named after another.
    """
    return servicio_y_disputa(lineas_declaradas, texto, nombre_archivo, membretes)[0]


def servicio_y_disputa(
    lineas_declaradas: Sequence[str], texto: str, nombre_archivo: str, membretes: Sequence[str] = ()
) -> tuple[Servicio | None, str | None]:
    """The same, and the name of the other service that the file is named after, where the document is of one and its file seems
    another's."""
    texto = sin_destinatarios(texto)
    declarado: Servicio | None = None
    for linea in lineas_declaradas:
        hallado = normalizar_servicio(linea)
        if hallado is not None and hallado.codigo is not None:
            return hallado, None
        declarado = declarado or hallado
    pesos: Counter[str] = Counter()
    for mencion in menciones(sin_citas(texto)):
        servicio = por_codigo()[mencion.codigo]
        if not (servicio.revisor or servicio.sin_informe or _es_ministerio(mencion.codigo)):
            pesos[mencion.codigo] += PESO_SIGLA if mencion.clase == "sigla" else PESO_NOMBRE
    en_nombre, en_titulo = _del_archivo(nombre_archivo, pesos), _de_los_titulos(texto, membretes)
    pesos.update(dict.fromkeys(en_nombre, PESO_ARCHIVO))
    pesos.update(dict.fromkeys(en_titulo, PESO_TITULO))
    orden = sorted(pesos.items(), key=lambda par: (-par[1], par[0]))
    if declarado is not None or not orden:
        return declarado, None
    (codigo, peso), segundo = orden[0], orden[1][1] if len(orden) > 1 else 0
    otro = en_nombre[0] if len(en_nombre) == 1 else None
    impreso = _impreso(otro, en_titulo, pesos) if otro is not None else None
    if otro is not None and impreso is not None:
        leido = servicio_de(_cual(impreso, texto, "", membretes), impreso, "dudosa")
        return leido, por_codigo()[otro].nombre
    if en_nombre == (codigo,):
        certeza: Certeza = "alias" if peso > PESO_ARCHIVO else "aproximada"
    elif en_titulo == (codigo,):
        certeza = "aproximada"
    else:
        certeza = "dudosa"
        if peso < MARGEN_DOCUMENTO * segundo or peso < PESO_MINIMO:
            firmantes = _de_la_firma(texto)
            if len(firmantes) != 1:
                return None, None
            codigo = firmantes[0]
    return servicio_de(_cual(codigo, texto, nombre_archivo, membretes), codigo, certeza), None


def _impreso(archivo: str, en_titulo: Sequence[str], pesos: Mapping[str, int]) -> str | None:
    """The service that the document prints where its file is named after another one: the only one of its titles, or, where they
    name none and it never names the file's, the one that it mentions far more than any other. None where the file's may be right:
    a ministry's titles are those of its services too, and a title may shorten a name."""
    propios = {archivo, *en_titulo}
    if len(en_titulo) == 1 and len(propios) > 1:
        titular, suyo = por_codigo()[en_titulo[0]], por_codigo()[archivo]
        del_ministerio = _es_ministerio(titular.codigo) and titular.ministerio == suyo.ministerio
        dichas, suyas = (set(plegar_frase(s.nombre).split()) for s in (titular, suyo))
        return None if del_ministerio or dichas <= suyas else titular.codigo
    if en_titulo or pesos[archivo] > PESO_ARCHIVO:
        return None
    mencionados = sorted(((p, c) for c, p in pesos.items() if c != archivo), reverse=True)
    mejor, segundo = [*mencionados, (0, ""), (0, "")][:2]
    return mejor[1] if mejor[0] >= max(PESO_MINIMO, MARGEN_DOCUMENTO * segundo[0]) else None


def _cual(codigo: str, texto: str, nombre_archivo: str, membretes: Sequence[str]) -> str:
    """The name of the service, with which of its bodies where the titles, the cover, the file's name, the signature or all of
    the text names only one; the first of them that names any decides."""
    if not por_codigo()[codigo].organismos:
        titulos = [*membretes, *texto.splitlines()[:LINEAS_TITULO]]
        return next((s for linea in titulos if (s := subsecretaria_de(codigo, linea))), por_codigo()[codigo].nombre)
    lineas = [sin_citas(linea) for linea in texto.splitlines() if linea.strip()]
    portada, firma = [*membretes, *lineas[:LINEAS_TITULO]], lineas[-LINEAS_FIRMA:]
    suyas = [linea for linea in portada if _es_su_nombre(codigo, linea)]
    archivo = re.sub(r"\.\w{1,5}$|_", " ", nombre_archivo)
    for lugar in (*("\n".join(parte) for parte in (suyas, portada)), archivo, *("\n".join(parte) for parte in (firma, lineas))):
        nombrados = organismos_en(codigo, lugar)
        if nombrados:
            return min(nombrados) if len(nombrados) == 1 else por_codigo()[codigo].nombre
    return por_codigo()[codigo].nombre


def _es_su_nombre(codigo: str, linea: str) -> bool:
    """Whether a line holds the name of one of the bodies of a code and little else ("Institución: Servicio de Salud Osorno")."""
    nombre = organismo_de(codigo, linea)
    return nombre is not None and len(linea.split()) <= len(nombre.split()) + PALABRAS_DE_MAS


def _de_los_titulos(texto: str, membretes: Sequence[str]) -> tuple[str, ...]:
    """Codes of the services that a short line among the first ones is about. A ministry printed above its service is only
    where that belongs; a reviewing body counts when the cover holds its full name, alone on a line, and names no one else."""
    lineas = [sin_citas(linea) for linea in texto.splitlines() if linea.strip()]
    portada = [*membretes, *lineas[:LINEAS_TITULO]]
    hallados = [(n, normalizar_servicio(linea)) for n, linea in enumerate(portada) if 0 < len(linea.split()) <= PALABRAS_TITULO]
    firmes = [(n, s) for n, s in hallados if s is not None and s.codigo is not None and _firme(portada[n], s)]
    codigos = {s.codigo for _, s in firmes if s.codigo is not None and not por_codigo()[s.codigo].revisor}
    cuerpo = range(len(membretes), len(membretes) + LINEAS_PORTADA)
    titular = {s.codigo for n, s in firmes if n in cuerpo and s.codigo is not None and _solo_el_nombre(s)}
    if titular and not any(s.codigo in codigos for n, s in firmes if n >= len(membretes)):
        # a ministry at the head of the pages is only where the body that the title names belongs, be that one that reviews
        codigos = {c for c in codigos if not _es_ministerio(c)}
    propios = {c for c in codigos if not _es_ministerio(c)} or codigos
    encabezan = {s.codigo for n, s in firmes if n in cuerpo and s.codigo in codigos and _solo_el_nombre(s)}
    propios = _del_encabezado(propios, {c for c in encabezan if c is not None})
    if not propios:
        tope = len(membretes) + LINEAS_PORTADA
        propios = {s.codigo for n, s in firmes if s.codigo is not None and n < tope and _solo_el_nombre(s)}
    return tuple(sorted(propios))


def _del_encabezado(propios: set[str], encabezan: set[str]) -> set[str]:
    """Of the services that the titles name, the only one whose full name heads the first page, where one does: what the
    letterhead names beside it only sends the report. A ministry's own regional secretariat is that ministry's office."""
    servicios = {c for c in encabezan if not _es_ministerio(c)}
    if servicios:
        return servicios if len(servicios) == 1 else propios
    oficinas = {c for c in propios if plegar_frase(por_codigo()[c].nombre).startswith(_SECRETARIA)}
    suyas = {c for c in encabezan if por_codigo()[c].ministerio in {por_codigo()[o].ministerio for o in oficinas}}
    return suyas if oficinas == propios and len(suyas) == 1 else propios


def _de_la_firma(texto: str) -> tuple[str, ...]:
    """Codes of the services that a short line among the last ones is about ("Director Regional, SERNATUR")."""
    lineas = [sin_citas(linea) for linea in texto.splitlines() if linea.strip()][-LINEAS_FIRMA:]
    hallados = ((linea, normalizar_servicio(linea)) for linea in lineas if 0 < len(linea.split()) <= PALABRAS_TITULO)
    codigos = {s.codigo for linea, s in hallados if s is not None and s.codigo is not None and _firme(linea, s)}
    return tuple(sorted(c for c in codigos if not por_codigo()[c].revisor and not _es_ministerio(c)))


def _firme(linea: str, servicio: Servicio) -> bool:
    """Whether a line of a cover or a signature is about the service it was read as: surely, or with few words beside its name as
    it is written and no other's ("Informe de resultados SERNATUR Aysén")."""
    if servicio.certeza in ("exacta", "alias"):
        return True
    codigo, nombradas = servicio.codigo or "", list(menciones(linea))
    if servicio.certeza != "aproximada" or {m.codigo for m in nombradas} != {codigo}:
        return False
    dichas = {i for m in nombradas for i in range(m.inicio, m.fin)}
    resto = [p for i, (p, _, _) in enumerate(palabras_de_texto(linea)) if i not in dichas and not explica(p, codigo)]
    return len(resto) <= (RESIDUO_SIGLA if len(dichas) == 1 else RESIDUO_NOMBRE)


def _es_ministerio(codigo: str) -> bool:
    return por_codigo()[codigo].nombre.startswith("Ministerio")


def _solo_el_nombre(servicio: Servicio) -> bool:
    """Whether the line it was read in holds its full name, with its acronym or not, and nothing else."""
    propio = por_codigo()[servicio.codigo or ""]
    escrito = plegar_frase(re.sub(r"\([^)]*\)", " ", servicio.texto)).strip(" .:-–")
    if escrito in (plegar_frase(propio.nombre), plegar_frase(servicio.nombre or "")):
        return True
    return es_nombre_de_organismo(propio.codigo, sin_abreviar(servicio.texto))


def _del_archivo(nombre: str, mencionados: Collection[str]) -> tuple[str, ...]:
    """Codes whose acronym or code stands as a word of the file's name; a code of few letters that is no acronym may be a common
    word ("dos"), unless the document names its service."""
    palabras = {p for p, _, _ in palabras_de_texto(re.sub(r"\.\w{1,5}$", "", nombre).replace("_", " "))}
    hallados = {m.codigo for m in menciones(nombre.replace("_", " ").replace("-", " "), acepta_minusculas=True)}
    claras = (s for s in vocabulario().servicios if not s.ambigua)
    sabidos = {p for p in palabras if len(p) > LETRAS_DE_PALABRA or p in mencionados}
    hallados |= {s.codigo for s in claras if s.codigo in sabidos or not palabras.isdisjoint(map(plegar_frase, s.siglas))}
    return tuple(sorted(hallados))
