"""``Patron``: one report family as data (``patrones/formatos/*.yaml``). docs/patrones.md is its manual.

Texts are compared without accents, case or footnote marks. Templates (``titulos``, ``reconoce``, ``anios``) are
anchored at the start of a line and may hold ``{numero}``, ``{numero2}`` (two levels: 1.1, III.2), ``{n}`` ("N°"),
``{anio}``, ``{texto}`` (the rest), ``{*}`` (anything) and ``{fin}`` (end of the line, or a colon, full stop or dash and
anything).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.modelo.base import Registro
from extractor.modelo.informe import TipoDocumento
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Programa, Rol, TipoTabla
from extractor.modelo.valores import ValorEstado

ClaseTitulo = Literal[
    "etapa",
    "objetivo",
    "actividad",
    "region",
    "servicio",
    "capitulo",
    "seccion",
    "notas",
    "desempeno_region",
    "desempeno_servicio",
    "ponderacion_declarada",
    "fin",
]
RolPatron = Rol | Literal["desarrollo", "seccion", "grado"]


class TituloPatron(Registro):
    """Lines that are not data and what they state. ``mayusculas``: only when the line's first word is in capitals.
    ``sin_padre``: the objective belongs to the whole document, not to the chapter it stands in. ``solo_regiones``: only when
    what follows the label is regions and nothing else, up to its full stop ("Cobertura: todas las regiones.")."""

    clase: ClaseTitulo
    textos: tuple[str, ...]
    mayusculas: bool = False
    sin_padre: tuple[str, ...] = ()
    solo_regiones: bool = False


class ColumnaPatron(Registro):
    """A column by its meaning. ``textos``: header words as printed; ``claves``: groups of word beginnings that all
    occur in the header ("pond ganad"), for wordings nobody listed. ``obligatoria``: a blank cell is a gap. ``nota``: the
    number of note that the form gives to the column."""

    rol: RolPatron
    textos: tuple[str, ...] = ()
    claves: tuple[str, ...] = ()
    obligatoria: bool = False
    nota: str | None = None


class TablaPatron(Registro):
    """A kind of table. ``requiere``: roles that must be found, "a|b" meaning either. ``pesa``: whether each activity
    or each row carries a weight. ``regimenes``: ids of admissible regimes, the form's own first. ``valores_programa``: what may
    stand in a column of programmes; a programme's value stands for all its names. ``desde``, ``hasta``: the years in which the
    form was in use."""

    id: str
    tipo: TipoTabla | Literal["seccion"]
    programa: Programa | None = None
    titulos: tuple[str, ...] = ()
    columnas: tuple[ColumnaPatron, ...]
    requiere: tuple[str, ...]
    pesa: Literal["actividad", "fila"] | None = None
    regimenes: tuple[str, ...] = ()
    valores_programa: tuple[str, ...] = ()
    obligatoria: bool = False
    desde: int | None = None
    hasta: int | None = None


class SeccionPatron(Registro):
    """A section by its title. ``campo``: what its paragraphs hold. ``grado``: a grade of progress must be written.
    ``dibujo``: its body is a drawing whose spilled text is not the section's."""

    numero: str | None = None
    titulo: str
    otros: tuple[str, ...] = ()
    campo: Literal["definiciones", "responsabilidades", "actividades", "registros", "normas", "desarrollo"] | None = None
    grado: bool = False
    obligatoria: bool = False
    dibujo: bool = False


class Reconoce(Registro):
    """How the family is told: lines that must occur (all ``requiere``), that help, that exclude it, whatever its tables or only
    where its programme's form is not there; how often a template must occur (``minimo``) or may occur (``maximo``)."""

    requiere: tuple[str, ...] = ()
    ayuda: tuple[str, ...] = ()
    excluye: tuple[str, ...] = ()
    excluye_sin_formulario: tuple[str, ...] = ()
    minimo: dict[str, int] = Field(default_factory=dict)
    maximo: dict[str, int] = Field(default_factory=dict)


class Anios(Registro):
    """Where the programme's year is printed: ``titulo`` in the titles among the first lines, which outrank the rest, ``de`` in
    any line, ``siguiente`` the year after it."""

    titulo: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    siguiente: tuple[str, ...] = ()
    por_defecto: int | None = None


class EjemploAcepta(Registro):
    """A text the family must accept and what must be read from it. Tabs and line breaks count."""

    texto: str
    tablas: tuple[TipoTabla, ...] = ()
    roles: tuple[RolPatron, ...] = ()
    filas: int | None = None
    actividades: int | None = None
    secciones: tuple[str, ...] = ()
    anio: int | None = None
    codigos: tuple[str, ...] = ()


class EjemploRechaza(Registro):
    texto: str
    motivo: str


class EjemplosPatron(Registro):
    acepta: tuple[EjemploAcepta, ...] = ()
    rechaza: tuple[EjemploRechaza, ...] = ()


class Patron(Registro):
    """A family of reports. ``hereda``: files whose titles, tables, sections and words are added to these;
    ``abstracto``: only to be inherited."""

    id: str
    nombre: str
    abstracto: bool = False
    hereda: tuple[str, ...] = ()
    tipo: TipoDocumento = "desconocido"
    etapas: tuple[int, ...] = ()
    reconoce: Reconoce = Reconoce()
    anios: Anios = Anios()
    titulos: tuple[TituloPatron, ...] = ()
    tablas: tuple[TablaPatron, ...] = ()
    secciones: tuple[SeccionPatron, ...] = ()
    estados: dict[ValorEstado, tuple[str, ...]] = Field(default_factory=dict)
    regimenes_propios: tuple[Regimen, ...] = Field(default=())
    ejemplos: EjemplosPatron = EjemplosPatron()
