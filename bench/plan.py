"""The plan for ten million documents, worked out from what was measured and from a few suppositions that stand here."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from costos import Costos
from escala import MB, miles, numero, redondo

from extractor.comun.ajustes import cargar_ajustes

DOCUMENTOS = 10_000_000
DE_WORD = ("txt", "docx", "doc", "rtf", "odt", "html")
PARTE_WORD, PARTE_PDF, PARTE_ESCANEOS = 60, 20, 20
"""Percent of the archive: suppositions."""
PAGINAS = 8
"""Of a scanned document: a supposition."""
EFECTIVO = 85
"""Percent of the cores that does work: what is demanded of the batch."""
MAQUINAS, NUCLEOS = 10, 16
LOTE = 100_000
PARTICIONES = 64
FALLIDOS = 1
"""Percent of the first round: a supposition."""
POSTGRES = 1.5
"""Times what SQLite takes: a supposition."""
GB = 1024 * MB
_ANCHO = 130


def plan(costos: Costos) -> list[str]:
    """The lines of the second marked part."""
    return list(_lineas(costos))


def _lineas(costos: Costos) -> Iterator[str]:
    word = sum(costos.lectura[formato][0] for formato in DE_WORD) / len(DE_WORD)
    pagina = costos.lectura["escaneado"][1] or 0.0
    partes = (
        ("Word, RTF, HTML, texto", DOCUMENTOS * PARTE_WORD // 100, word),
        ("PDF con texto", DOCUMENTOS * PARTE_PDF // 100, costos.lectura["pdf"][0]),
        (f"escaneados, {PAGINAS} páginas a {numero(pagina, 2)} s", DOCUMENTOS * PARTE_ESCANEOS // 100, PAGINAS * pagina),
        ("escribir en la base", DOCUMENTOS, costos.escritura),
    )
    horas = [cuantos * segundos / 3600 for _, cuantos, segundos in partes]
    yield from _parrafo(f"""
        Las cifras las escribe la misma medición: lo que cuesta un documento en un núcleo de este equipo, por lo que se
        supone del archivo, que hay que comprobar con una muestra de mil documentos antes de comprar nada: {PARTE_WORD}
        % Word y similares, {PARTE_PDF} % PDF con texto, {PARTE_ESCANEOS} % escaneados de {PAGINAS} páginas.
    """)
    yield from ("", "| parte | documentos | segundos de procesador cada uno | horas de procesador |", "|---|---|---|---|")
    for (que, cuantos, segundos), suyas in zip(partes, horas, strict=True):
        yield f"| {que} | {miles(cuantos)} | {redondo(segundos)} | {redondo(suyas)} |"
    yield f"| **total** | **{miles(DOCUMENTOS)}** | | **≈ {redondo(sum(horas))}** |"
    yield ""
    for punto in _puntos(costos, horas):
        yield from _parrafo(punto, "- ", "  ")


def _puntos(costos: Costos, horas: list[float]) -> Iterator[str]:
    total, escribir = sum(horas), horas[-1]
    de_nucleo = total * 100 / EFECTIVO
    repartida = de_nucleo / (MAQUINAS * NUCLEOS)
    lo_demas = (horas[0] + horas[1]) * 100 / EFECTIVO / NUCLEOS
    memoria = cargar_ajustes(None).limites.memoria_mb
    yield f"""
        **Los escaneados son el {numero(100 * horas[2] / total, 0)} % del gasto.** Conviene cargar primero lo demás
        (leerlo toma {redondo(lo_demas)} horas en una máquina de {NUCLEOS} núcleos) y dejar los escaneados para después;
        lo ya leído no se repite.
    """
    yield f"""
        **Máquinas.** Con {EFECTIVO} % de uso efectivo, {redondo(total)} horas de procesador son {redondo(de_nucleo)}
        horas de núcleo: {MAQUINAS} máquinas de {NUCLEOS} núcleos tardan {redondo(repartida)} horas, es decir unas
        **{redondo(repartida * MAQUINAS)} horas de máquina**. Cada proceso que lee puede pedir hasta {miles(memoria)} MB
        (`memoria_mb`); el mayor de la medición ocupó {redondo(costos.lector / MB)} MB.
    """
    yield f"""
        **Un solo escritor por base** carga unos {redondo(1 / costos.escritura)} documentos por segundo de procesador:
        {redondo(escribir)} horas para todo, frente a las {redondo(repartida)} de la lectura repartida. Por eso se parte
        el trabajo en lotes (por servicio y año, de unos {miles(LOTE)} documentos: la lista de un lote ocupa
        {redondo(LOTE * costos.lista / MB)} MB) y se corren cuatro u ocho órdenes `migrar` a la vez contra la misma
        PostgreSQL, que admite cargas simultáneas.
    """
    yield f"""
        **Espacio.** Informes comprimidos, {_kb(costos.informe)} KB cada uno: {_gb(costos.informe)} GB. Caché,
        {_kb(costos.cache)} KB: {_gb(costos.cache)} GB. La base con todas las filas e índices, {_kb(costos.base)} KB por
        documento en SQLite: {_gb(costos.base)} GB; para PostgreSQL se supone {numero(POSTGRES, 1)} veces eso:
        {_gb(POSTGRES * costos.base)} GB. Los originales se leen una vez y no se copian.
    """
    filas = DOCUMENTOS * costos.verificaciones
    yield f"""
        **PostgreSQL.** Las tablas que crecen (`verificacion`, {redondo(costos.verificaciones)} filas por documento:
        {redondo(filas / 1e6)} millones; `cifra`, `actividad`, `fila`, `hallazgo`) llevan `documento_id` en su clave: se
        parten por hash de `documento_id` en {PARTICIONES} particiones, cada una de {redondo(filas / PARTICIONES / 1e6)}
        millones de verificaciones, y se borran y cargan documento por documento sin tocar las demás. El esquema que
        entrega el programa no las parte: se hace al crear la base, antes de la primera carga. Los índices de consulta
        conviene crearlos al final.
    """
    yield f"""
        **Entre documentos.** La comparación (`hallazgo_conjunto`) tiene en memoria {_kb(costos.comparar)} KB por
        documento de la base: para {miles(DOCUMENTOS)} serían {_gb(costos.comparar)} GB. Con una base, o un esquema, por
        cada grupo de servicios basta un equipo corriente, porque los hallazgos entre documentos nunca cruzan de un
        servicio a otro; solo las copias de un mismo informe bajo dos servicios dejarían de verse.
    """
    yield f"""
        **Reintentos.** Suponga {FALLIDOS} % de fallidos en la primera vuelta (límites, archivos dañados, páginas
        ilegibles): {miles(DOCUMENTOS * FALLIDOS // 100)} documentos, de los que `--reintentar fallidos`, con límites
        más altos (`--ajustes`), rescata los que solo eran largos. Si leerlos costara el doble que a los demás serían
        {redondo(2 * total * FALLIDOS / 100)} horas de procesador. Lo que sigue fallando queda en la base con su motivo
        y en ningún otro lugar.
    """
    yield f"""
        **Otra versión del programa o de los patrones** obliga a leer todo de nuevo: otras
        {redondo(repartida * MAQUINAS)} horas de máquina. `migrar --comparar` sobre una muestra dice antes si vale la pena.
    """


def _kb(bytes_: float) -> str:
    return redondo(bytes_ / 1024)


def _gb(bytes_: float) -> str:
    """Of all the documents."""
    return redondo(DOCUMENTOS * bytes_ / GB)


def _parrafo(texto: str, primera: str = "", demas: str = "") -> list[str]:
    """On lines of the page's width, whatever the breaks of ``texto``."""
    llano = " ".join(texto.split())
    return textwrap.wrap(
        llano, _ANCHO, initial_indent=primera, subsequent_indent=demas, break_long_words=False, break_on_hyphens=False
    )
