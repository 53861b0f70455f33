"""The manual of the database, from the tables themselves: ``python -m extractor.almacen.manual > docs/esquema.md``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from sqlalchemy import Column, Table

from extractor.almacen import esquema as e
from extractor.almacen.migracion import REVISION
from extractor.almacen.vistas import VISTAS

GRUPOS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Documentos y lecturas",
        """Un documento es un contenido: el mismo archivo en dos rutas es un documento con dos rutas, y lo que vale es lo leído en
        la primera de las que tienen algo declarado, o en la primera. De cada documento rige una extracción; las anteriores
        conservan su informe completo. Lo que no se pudo leer queda con su motivo, y nunca reemplaza a lo que sí se leyó.""",
        ("documento", "documento_ruta", "extraccion", "corrida", "corrida_extraccion", "falla"),
    ),
    (
        "Contenido",
        """Las filas de la extracción que rige. Se borran y se vuelven a poner juntas, en una sola transacción por documento.""",
        ("tabla", "tabla_region", "fila", "actividad", "cifra", "responsable", "seccion", "nota", "verificacion", "hallazgo"),
    ),
    (
        "Catálogos",
        """Salen de los archivos de `patrones/` y de las fichas de las reglas, y cada fila dice de qué versión. Solo crecen: una
        fila que los archivos ya no definen conserva la huella del que la definió. Una clave que nadie definió (la de una regla o
        un régimen propios) se anota sola, sin más datos.""",
        (
            "region", "region_alias", "region_equivalencia", "servicio", "servicio_alias", "unidad", "unidad_alias", "estado",
            "regimen", "regla", "archivo_patron",
        ),
    ),
    (
        "Revisión",
        """Lo que deciden las personas, que ninguna carga toca, y lo que se halla al comparar documentos.""",
        ("decision", "conjunto", "hallazgo_conjunto", "hallazgo_conjunto_documento"),
    ),
)  # fmt: skip

_ORIGEN = """Generado con `python -m extractor.almacen.manual > docs/esquema.md` desde las tablas mismas; no se edita a mano."""
_INTRODUCCION = """SQLite por omisión (`extractor migrar CARPETA` crea `informes.db`) y PostgreSQL para trabajar entre varios
(`--db postgresql://usuario@servidor/base`), con las mismas tablas y vistas. Una base de una versión anterior del programa se
actualiza sola al abrirla; la de una versión más nueva se rechaza."""
_CLAVES = """Las claves son huellas de claves naturales (24 dígitos), o la clave natural cuando es corta, como en los catálogos:
cargar dos veces, o en otro orden, da las mismas filas. Solo `corrida`, `corrida_extraccion` y `falla` cuentan hechos de cada
carga y pueden diferir."""
_CIFRAS = """Las cifras se guardan como texto, con los decimales impresos, y al lado como número entero de millonésimas: así las
sumas son exactas en las dos bases, pues SQLite no tiene decimales. Lo que no cabe en millonésimas queda solo como texto.
Para mostrar una suma: `suma / 1000000.0`."""
_LUGAR = """Las filas que salen de un lugar del documento llevan sus coordenadas (`pagina`, `linea_inicio`, `tabla_origen`,
`fila_origen`, `columna_origen`, `parrafo`) y en `origen` el lugar completo."""
_PREGUNTAS: tuple[tuple[str, str], ...] = (
    (
        "Qué servicios cambian de veredicto, por región",
        "SELECT servicio, region, ganada_informada, ganada_recalculada, exigido FROM v_cambios_de_veredicto ORDER BY 1, 2",
    ),
    ("Qué no se leyó y por qué", "SELECT ruta, estado, motivo FROM v_no_leido ORDER BY ruta"),
    (
        "Los hallazgos de un servicio, los más graves primero",
        "SELECT gravedad, region, lugar, mensaje FROM v_hallazgos WHERE servicio = 'sernam' ORDER BY orden, ruta, lugar",
    ),
    (
        "Cuánto se informó ganado en cada región, y cuánto se recalcula",
        "SELECT servicio, anio, region, ganada_informada, ganada_recalculada FROM v_desempeno ORDER BY 1, 2, 3",
    ),
)


def manual() -> str:
    """The whole text. Raises KeyError for a table that no group names."""
    return "\n".join(_lineas()) + "\n"


def _lineas() -> Iterator[str]:
    yield f"# La base de datos (esquema {REVISION})"
    yield ""
    for parrafo in (_ORIGEN, _INTRODUCCION, _CLAVES, _CIFRAS, _LUGAR):
        yield from _parrafo(parrafo)
        yield ""
    yield "## Preguntas usuales"
    yield ""
    for titulo, consulta in _PREGUNTAS:
        yield f"- {titulo}:"
        yield f"  `{consulta}`"
    yield ""
    yield "## Vistas"
    yield ""
    yield "| vista | qué responde |"
    yield "|---|---|"
    for nombre, (que, _) in VISTAS.items():
        yield f"| `{nombre}` | {que} |"
    yield ""
    yield "## Diagrama"
    yield ""
    yield "Cada línea es una clave foránea, de la tabla que la tiene a la que apunta."
    yield ""
    yield from _diagrama()
    faltan = set(e.metadatos.tables) - {tabla for _, _, tablas in GRUPOS for tabla in tablas}
    if faltan:
        raise KeyError(f"tablas sin grupo en el manual: {', '.join(sorted(faltan))}")
    for titulo, texto, tablas in GRUPOS:
        yield ""
        yield f"## {titulo}"
        yield ""
        yield from _parrafo(texto)
        for tabla in tablas:
            yield ""
            yield from _tabla(e.metadatos.tables[tabla])


def _diagrama() -> Iterator[str]:
    yield "```mermaid"
    yield "erDiagram"
    for tabla in sorted(e.metadatos.tables):
        for columna in e.metadatos.tables[tabla].columns:
            for llave in columna.foreign_keys:
                muchos = "}o--o|" if columna.nullable else "}o--||"
                yield f"    {tabla} {muchos} {llave.column.table.name} : {columna.name}"
    yield "```"


def _tabla(tabla: Table) -> Iterator[str]:
    yield f"### {tabla.name}"
    yield ""
    yield f"{tabla.comment}."
    yield ""
    yield "| columna | tipo | qué es |"
    yield "|---|---|---|"
    lugar = "linea_inicio" in tabla.columns
    for columna in tabla.columns:
        if not (lugar and columna.name in _DE_LUGAR):
            yield f"| {_nombre(columna)} | {_tipo(columna)} | {columna.comment} |"
    if lugar:
        yield f"| {', '.join(f'`{c}`' for c in _DE_LUGAR)} | lugar | Dónde está en el documento |"


_DE_LUGAR = ("pagina", "linea_inicio", "tabla_origen", "fila_origen", "columna_origen", "parrafo", "origen")


def _nombre(columna: Column[object]) -> str:
    destinos = "".join(f" → `{llave.column.table.name}`" for llave in columna.foreign_keys)
    return f"{'**' if columna.primary_key else ''}`{columna.name}`{'**' if columna.primary_key else ''}{destinos}"


def _tipo(columna: Column[object]) -> str:
    nombres = {"TEXT": "texto", "INTEGER": "entero", "BIGINT": "entero", "BOOLEAN": "sí o no", "JSON": "JSON", "BLOB": "binario"}
    return nombres[str(columna.type)] + ("" if columna.nullable else ", obligatoria")


def _parrafo(texto: str) -> Iterator[str]:
    yield from textwrap.wrap(" ".join(texto.split()), 120, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    print(manual(), end="")
