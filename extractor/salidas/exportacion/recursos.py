"""The tables that are handed on: their columns with kind and description, keys, and where their rows come from.

The frames come first, as ``extractor.marcos`` gives them, with the document's id before them; where no columns of a frame
identify a row, ``orden`` does (its number within its document). The rest are tables of the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.marcos.columnas import COLUMNAS, Clase
from extractor.salidas.exportacion.descripciones import descripcion

DOCUMENTO = "documento_id"
ORDEN = "orden"
CON_ORDEN = frozenset({"actividades", "cifras", "hallazgos", "regiones", "nombres", "responsables"})
REGION = "region_id"
"""Frame ``regiones`` only: the key of the catalogue, which a code alone is not, for codes change with the division."""


@dataclass(frozen=True, slots=True)
class Campo:
    nombre: str
    clase: Clase
    descripcion: str


@dataclass(frozen=True, slots=True)
class Enlace:
    """A foreign key. A row whose fields are null points nowhere."""

    campos: tuple[str, ...]
    recurso: str
    destino: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recurso:
    """``marco``: the frame its rows come from; else ``tabla``: the database table. ``grande``: too many rows to sort at
    once; they come by their first column and are sorted within each of its values."""

    nombre: str
    titulo: str
    campos: tuple[Campo, ...]
    llave: tuple[str, ...]
    enlaces: tuple[Enlace, ...] = ()
    marco: str | None = None
    tabla: str | None = None
    grande: bool = False

    @property
    def columnas(self) -> tuple[str, ...]:
        return tuple(campo.nombre for campo in self.campos)


_AL_DOCUMENTO = ((DOCUMENTO,), "documentos", (DOCUMENTO,))
_A_LA_TABLA = ((DOCUMENTO, "tabla"), "tablas", (DOCUMENTO, "tabla"))
_A_LA_FILA = ((DOCUMENTO, "tabla", "fila"), "filas", (DOCUMENTO, "tabla", "fila"))
_AL_ESTADO = (("estado_valor",), "catalogo_estados", ("valor",))
_Enlaces = tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]

_MARCOS: dict[str, tuple[str, tuple[str, ...], _Enlaces]] = {
    "documentos": (
        "Documentos, uno por contenido",
        (DOCUMENTO,),
        ((("servicio_codigo",), "catalogo_servicios", ("codigo",)),),
    ),
    "tablas": (
        "Tablas reconocidas",
        (DOCUMENTO, "tabla"),
        (_AL_DOCUMENTO, (("regimen",), "catalogo_regimenes", ("id",))),
    ),
    "filas": ("Filas de las tablas", (DOCUMENTO, "tabla", "fila"), (_A_LA_TABLA, _AL_ESTADO)),
    "actividades": ("Actividades y filas ponderadas", (DOCUMENTO, ORDEN), (_A_LA_FILA, _AL_ESTADO)),
    "cifras": ("Toda cifra con su texto impreso y su lugar", (DOCUMENTO, ORDEN), (_A_LA_TABLA,)),
    "responsables": ("Quién responde: unidad, cargo y persona", (DOCUMENTO, ORDEN), (_A_LA_FILA,)),
    "secciones": ("Capítulos, objetivos y secciones", (DOCUMENTO, "seccion"), (_AL_DOCUMENTO,)),
    "notas": ("Notas al pie y notas del formulario", (DOCUMENTO, "numero"), (_AL_DOCUMENTO,)),
    "verificaciones": (
        "Todas las respuestas de las reglas",
        (DOCUMENTO, "numero"),
        (_AL_DOCUMENTO, (("regla",), "catalogo_reglas", ("codigo",))),
    ),
    "hallazgos": (
        "Inconsistencias y faltas",
        (DOCUMENTO, ORDEN),
        (_AL_DOCUMENTO, (("codigo",), "catalogo_reglas", ("codigo",))),
    ),
    "regiones": (
        "Regiones de cada tabla y sección",
        (DOCUMENTO, ORDEN),
        (_AL_DOCUMENTO, ((REGION,), "catalogo_regiones", ("id",))),
    ),
    "nombres": ("Nombres cotejados con las listas y su certeza", (DOCUMENTO, ORDEN), (_AL_DOCUMENTO,)),
}

_CLASES: dict[str, Clase] = {"!": "entero", "#": "decimal", "?": "logico"}
_CONJUNTO = (("huella",), "hallazgos_conjunto", ("huella",))
_A_LA_REGION = "catalogo_regiones"

_TABLAS: tuple[tuple[str, str, str, str, int, _Enlaces], ...] = (
    # name, table, title, columns (after a name: "!" whole number, "#" figure, "?" yes or no), how many are the key, links
    ("desempenos", "tabla", "Lo comprometido y lo ganado en cada tabla, y su veredicto según el informe y según el recálculo",
     ("documento_id tabla etapa! programa region ponderacion# ganada_informada# ganada_recalculada# ganada_min# ganada_max# "
      "exigido# exigido_supuesto? veredicto_informado veredicto_recalculado cambia?"), 2, (_A_LA_TABLA,)),
    ("documentos_rutas", "documento_ruta", "Dónde se encontró cada documento y dónde está su papel",
     "documento_id ruta fondo serie caja", 2, (_AL_DOCUMENTO,)),
    ("no_leidos", "documento", "Lo que no se leyó, o no se leyó entero, con su motivo",
     "documento_id ruta estado motivo ultima_falla tablas_sin_reconocer!", 1, (_AL_DOCUMENTO,)),
    ("hallazgos_conjunto", "hallazgo_conjunto", "Hallazgos sobre varios documentos a la vez",
     "huella huella_contenido codigo gravedad lugar mensaje explicacion informado recalculado diferencia certeza", 1, ()),
    ("conjunto_documentos", "hallazgo_conjunto_documento", "De qué documentos habla cada hallazgo de conjunto",
     "huella documento_id", 2, (_CONJUNTO, _AL_DOCUMENTO)),
    ("decisiones", "decision", "Lo que decidieron las personas; anuladas también",
     "id tipo clave valor quien cuando porque anula", 1, ((("anula",), "", ("id",)),)),
    ("unidades_alias", "unidad_alias", "Cómo se escribe cada unidad y en qué documento se vio",
     "documento_id unidad_id nombre veces!", 3, (_AL_DOCUMENTO, (("unidad_id",), "catalogo_unidades", ("id",)))),
    ("catalogo_unidades", "unidad", "Unidades que los informes nombran", "id plegado", 1, ()),
    ("catalogo_regiones", "region", "Regiones de cada división del país",
     "id division codigo romano nombre desde! hasta! huella_patron", 1, ()),
    ("catalogo_equivalencias", "region_equivalencia", "Qué región anterior tenía el territorio de una región",
     "region_id antes_id huella_patron", 2,
     ((("region_id",), _A_LA_REGION, ("id",)), (("antes_id",), _A_LA_REGION, ("id",)))),
    ("catalogo_regiones_alias", "region_alias", "Nombres con que se escribe cada región",
     "region_id texto visto huella_patron", 2, ((("region_id",), _A_LA_REGION, ("id",)),)),
    ("catalogo_servicios", "servicio", "Servicios públicos", "codigo nombre ministerio huella_patron", 1, ()),
    ("catalogo_servicios_alias", "servicio_alias", "Siglas, otros nombres y nombres anteriores de los servicios",
     "servicio_codigo texto clase huella_patron", 2, ((("servicio_codigo",), "catalogo_servicios", ("codigo",)),)),
    ("catalogo_estados", "estado", "Estados de cumplimiento", "valor nombre huella_patron", 1, ()),
    ("catalogo_regimenes", "regimen", "Regímenes: la aritmética con que se juzga un programa",
     "id nombre fuente credito total_esperado umbral minimo_actividades! desde! hasta! normas huella_patron", 1, ()),
    ("catalogo_reglas", "regla", "Códigos de las reglas y de las dificultades de lectura",
     "codigo titulo gravedad necesita parrafo por_que ejemplo regimenes huella_patron", 1, ()),
)  # fmt: skip
_FALLAS = ("fallas", "falla", "Todo lo que alguna vez no se pudo leer, con su motivo",
           "id documento_id ruta codigo motivo version", 1, (_AL_DOCUMENTO,))  # fmt: skip
_GRANDES = frozenset(
    {
        "tabla",
        "documento_ruta",
        "documento",
        "hallazgo_conjunto",
        "hallazgo_conjunto_documento",
        "unidad_alias",
        "unidad",
        "falla",
    }
)
"""Tables that grow with the documents. The first column of their keys is a hash, which every database sorts alike."""


@cache
def recursos(*, historial: bool = False) -> tuple[Recurso, ...]:
    """All the resources, in the order in which they are shown."""
    tablas = (*_TABLAS, _FALLAS) if historial else _TABLAS
    return (*(_de_marco(nombre) for nombre in _MARCOS), *(_de_tabla(*datos) for datos in tablas))


def _de_marco(nombre: str) -> Recurso:
    titulo, llave, enlaces = _MARCOS[nombre]
    clases: dict[str, Clase] = {DOCUMENTO: "texto"}
    if nombre in CON_ORDEN:
        clases[ORDEN] = "entero"
    clases.update(COLUMNAS[nombre])
    if nombre == "regiones":
        clases[REGION] = "texto"
    return Recurso(nombre, titulo, _campos(nombre, clases), llave, _enlaces(enlaces), marco=nombre)


def _de_tabla(nombre: str, tabla: str, titulo: str, columnas: str, llaves: int, enlaces: _Enlaces) -> Recurso:
    clases: dict[str, Clase] = {c.rstrip("!#?"): _CLASES.get(c[-1], "texto") for c in columnas.split()}
    llave = tuple(clases)[:llaves]
    return Recurso(nombre, titulo, _campos(nombre, clases), llave, _enlaces(enlaces), tabla=tabla, grande=tabla in _GRANDES)


def _campos(recurso: str, clases: dict[str, Clase]) -> tuple[Campo, ...]:
    return tuple(Campo(nombre, clase, descripcion(recurso, nombre)) for nombre, clase in clases.items())


def _enlaces(enlaces: _Enlaces) -> tuple[Enlace, ...]:
    return tuple(Enlace(*enlace) for enlace in enlaces)
